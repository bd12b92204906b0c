"""The outputs of cells: a name becomes the nodes of a chart or a simulation."""

from importlib import import_module

from myst_nb.core.render import MimeData, MimeRenderPlugin

from book.display import MIME

ROOMS = {"chart": "book.sphinxext.charts", "simulation": "book.sphinxext.simulations"}


class CellRenderer(MimeRenderPlugin):
    """myst-nb's plugin for our MIME type (entry point `myst_nb.mime_renderers`)."""

    mime_priority_overrides = (("*", MIME, 1),)

    @staticmethod
    def handle_mime(renderer, data: MimeData, inline: bool):
        """Return the nodes for an output of ours, None for any other."""
        if inline or data.mime_type != MIME:
            return None
        document = renderer.renderer.document
        room = import_module(ROOMS[data.content["kind"]])
        return room.nodes_for(
            document.settings.env,
            data.content["name"],
            data.content["options"],
            document["source"],
            data.line or 0,
        )


def setup(app) -> None:
    """Nothing to register: myst-nb finds the plugin by its entry point."""
