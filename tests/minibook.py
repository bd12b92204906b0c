"""Builds a mini-book: a few pages through our extension, configured as the real book is, without its theme.

    result = build({"chapters/03-x.md": "# Title"})        # or a folder: build("tests/books/exercise-strip")
    assert result.status == 0 and "Title" in result.html("chapters/03-x")
    build(..., into=result)                                  # once more over the same .doctrees
    assert "Title" in result.paper()                         # the one page for the PDF

Without an `index.md` one is made that lists every page. A mistake in the book gives status 1 and its sentence in
`warnings`; any other exception is a defect of ours and passes on.
"""

import atexit
import io
import re
import shutil
import tempfile
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

ROOT = Path(__file__).resolve().parents[1]
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Result:
    """What a build left: its folder of output, exit status and warnings (errors included)."""

    outdir: Path
    status: int
    warnings: str
    folder: Path

    def html(self, name: str = "index") -> str:
        """Return the built page `name` (without `.html`)."""
        return (self.outdir / f"{name}.html").read_text(encoding="utf-8")

    def paper(self) -> str:
        """Return the one page that a PDF is made from, over the same reading."""
        return build({}, builder="singlehtml", into=self).html("print")


def build(
    book: str | Path | Mapping[str, str],
    edition: str = "lezer",
    builder: str = "html",
    into: Result | None = None,
    **config,
) -> Result:
    """Build `book` (a folder, or file names with their text); `config` overrides Sphinx' configuration."""
    folder = into.folder if into else _new_folder()
    source, outdir = folder / "source", folder / f"{builder}-{edition}"
    _write_source(book, source)
    warnings, status = io.StringIO(), 0
    with patch_docutils(), docutils_namespace():
        try:
            app = Sphinx(
                source,
                None,
                outdir,
                folder / "doctrees",
                builder,
                status=None,
                warning=warnings,
                confoverrides={**_settings(), "book_edition": edition, **config},
            )
            app.build()
            status = app.statuscode
        except SphinxError as error:
            status = 1
            warnings.write(str(error))
    return Result(outdir, status, COLOURS.sub("", warnings.getvalue()), folder)


def _new_folder() -> Path:
    """Return a new folder that disappears when the tests end."""
    folder = Path(tempfile.mkdtemp(prefix="minibook-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _write_source(book: str | Path | Mapping[str, str], source: Path) -> None:
    if isinstance(book, Mapping):
        for name, text in book.items():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_text(textwrap.dedent(text), encoding="utf-8")
    else:
        shutil.copytree(ROOT / book, source, dirs_exist_ok=True)
    if not (source / "index.md").exists():
        pages = sorted(path.relative_to(source).with_suffix("").as_posix() for path in source.rglob("*.md"))
        index = "\n".join(["# Mini-book", "", "```{toctree}", *pages, "```", ""])
        (source / "index.md").write_text(index, encoding="utf-8")


def _settings() -> dict:
    """Return the book's own settings of `_config.yml`, its relative paths made absolute."""
    book = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    settings = {
        name: _absolute(value)
        for name, value in book["sphinx"]["config"].items()
        if not name.startswith("togglebutton_")
    }  # of an extension that Jupyter Book adds
    return {
        "project": "Mini-book",
        "extensions": ["myst_nb", *book["sphinx"]["extra_extensions"]],
        "myst_enable_extensions": book["parse"]["myst_enable_extensions"],
        "nb_execution_mode": "force",
        "nb_execution_raise_on_error": True,
        "html_theme": "basic",
        **settings,
    }


def _absolute(value):
    """Return `value` with those items of a list that name something in the repository made absolute."""
    if not isinstance(value, list):
        return value
    return [str(ROOT / item) if isinstance(item, str) and (ROOT / item).exists() else item for item in value]
