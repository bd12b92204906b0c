"""The files that pages load: copied at the end of each build.

Sphinx copies static files only when a document changed; a changed style sheet must arrive too. A writer is called
with the static folder of the site and writes its files there (`write` leaves an equal file alone).
"""

from collections.abc import Callable
from pathlib import Path

WEB = Path(__file__).resolve().parents[1] / "web"
WRITERS: list[Callable[[Path], None]] = []


def writer(function: Callable[[Path], None]) -> Callable[[Path], None]:
    """Register a function that writes files into the site's static folder."""
    WRITERS.append(function)
    return function


def write(path: Path, content: bytes | str) -> None:
    """Write `content` unless the file holds it already."""
    data = content.encode() if isinstance(content, str) else content
    if path.exists() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@writer
def _own_files(static: Path) -> None:
    for path in sorted(WEB.iterdir()):
        if path.suffix in {".css", ".js", ".svg", ".png", ".ico"}:
            write(static / path.name, path.read_bytes())


def _copy(app, exception) -> None:
    if exception is None and app.builder.format == "html" and app.builder.name != "singlehtml":  # paper loads nothing
        for function in WRITERS:
            function(Path(app.outdir) / "_static")


def setup(app) -> None:
    """Copy after each build."""
    app.connect("build-finished", _copy)
