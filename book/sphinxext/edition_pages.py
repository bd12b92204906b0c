"""Pages of one edition: `editie: docent` in the front matter of a page keeps it, and what stands beneath it, there.

Such a page is read with all others, so that the editions share their doctrees. Before another edition is written, the
environment in memory forgets it: no page, no line in the contents, no entry in the search or in the register's uses.
A link to it from a page that stays is then an unknown target, and Sphinx says so. `editie: docent, werkboek` names
two editions.
"""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from book.sphinxext.errors import fail

KEY = "editie"
EDITIONS = ("lezer", "docent", "werkboek")


def named(env: BuildEnvironment, docname: str) -> list[str]:
    """Return the editions that the front matter of a page names; none means that it stands in all."""
    return str(env.metadata.get(docname, {}).get(KEY, "")).replace(",", " ").split()


def hidden(env: BuildEnvironment, edition: str) -> set[str]:
    """Return the pages that `edition` does not have, with what stands beneath them."""
    found = {name for name in env.found_docs if named(env, name) and edition not in named(env, name)}
    below = list(found)
    while below:
        new = set(env.toctree_includes.get(below.pop(), ())) - found
        found |= new
        below += new
    return found


def _refuse_unknown(app: Sphinx, _doctree: nodes.document) -> None:
    unknown = sorted(set(named(app.env, app.env.docname)) - set(EDITIONS))
    if unknown:
        remedy = f"choose from: {', '.join(EDITIONS)}"
        fail(f"'{KEY}: {unknown[0]}' names no edition", app.env.doc2path(app.env.docname), 1, remedy)


def _write_without_hidden_pages(app: Sphinx) -> None:
    write = app.builder.write

    def write_edition(build_docnames, updated_docnames, method="update") -> None:
        gone = hidden(app.env, app.config.book_edition)
        if gone:
            _forget(app, gone)
            build_docnames = build_docnames and [name for name in build_docnames if name not in gone]
            updated_docnames = [name for name in updated_docnames if name not in gone]
        write(build_docnames, updated_docnames, method)

    app.builder.write = write_edition


def _forget(app: Sphinx, gone: set[str]) -> None:
    env = app.env
    for name in sorted(gone):
        app.emit("env-purge-doc", env, name)
        env.clear_doc(name)
        env.found_docs.discard(name)
        if app.builder.name == "html":
            Path(app.builder.get_outfilename(name)).unlink(missing_ok=True)
    for parent, names in env.toctree_includes.items():
        env.toctree_includes[parent] = [name for name in names if name not in gone]
    getattr(env, "_write_doc_doctree_cache", {}).clear()  # of pages just read; they come by `get_doctree` now
    read = env.get_doctree

    def read_without(docname: str) -> nodes.document:
        doctree = read(docname)
        for toctree in list(doctree.findall(addnodes.toctree)):
            toctree["entries"] = [entry for entry in toctree["entries"] if entry[1] not in gone]
            toctree["includefiles"] = [name for name in toctree["includefiles"] if name not in gone]
            if not toctree["entries"]:
                toctree.parent.remove(toctree)
        return doctree

    env.get_doctree = read_without  # in memory only: the environment was kept before pages are written


def setup(app: Sphinx) -> None:
    """Let every builder write the pages of its edition."""
    app.connect("doctree-read", _refuse_unknown)
    app.connect("builder-inited", _write_without_hidden_pages, priority=900)
