"""The Sphinx extension of the book: `extensions = ["book.sphinxext"]`."""

import hashlib
import os
from importlib import import_module
from pathlib import Path

from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parents[2]
PARTS = (
    "cells", "assets",
    "contents", "look", "popovers", "terms", "index", "cite",
    "pictures", "charts", "simulations", "models",
    "facts", "register", "essays", "retellings", "own_texts", "claims",
    "markup", "apostrophes", "editions", "edition_pages", "exercises", "role_cards", "working_forms", "print_lists",
    "training_day",
    "voices", "selftest", "votes",
    "word_exchange", "sort_cards", "timelines", "essay_map", "downloads",
)  # fmt: skip


def setup(app: Sphinx) -> dict:
    """Set up every part. The kernels that run the cells import this checkout and know that this is a build."""
    os.environ["BOOK_BUILD"] = "1"
    os.environ["IPYTHONDIR"] = str(_kernel_profile(Path(app.outdir).parent / ".ipython"))
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    app.add_config_value("book_edition", "lezer", "html", str)
    # A page also follows from our code: when that changes, every page is read again (its cells are not run again).
    app.add_config_value("book_code", _hash_of_code(), "env", str)
    for part in PARTS:
        import_module(f"{__name__}.{part}").setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1", "env_version": 2}


def _hash_of_code() -> str:
    digest = hashlib.sha256()
    for path in sorted((ROOT / "book").rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _kernel_profile(folder: Path) -> Path:
    """Return an IPython folder of the build's own: no start-up scripts of the user, no warnings for each kernel."""
    config = folder / "profile_default/ipython_kernel_config.py"
    if not config.exists():
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text("c = get_config()\nc.IPKernelApp.log_level = 40\n", "utf-8")
    return folder
