"""Shows the site on this computer and builds it again when a source changes."""

import functools
import http.server
import subprocess
import sys
import threading

from watchfiles import watch

from book.cli.environment import ROOT
from book.cli.errors import UserError
from book.cli.site import OUTPUT

SOURCES = ("index.md", "_config.yml", "_toc.yml", "chapters", "exercises", "back", "book")


def serve(port: int) -> int:
    """Build, serve on http://127.0.0.1:`port` and build again on each change, until Ctrl-C."""
    _build()
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(OUTPUT["lezer"]))
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise UserError(f"poort {port} is bezet; kies een andere met --poort ({error.strerror}).") from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"De site staat op http://127.0.0.1:{port} (stoppen met Ctrl-C)", flush=True)
    for _changes in watch(*(ROOT / name for name in SOURCES if (ROOT / name).exists())):
        _build()
    return 0


def _build() -> None:
    # A process of its own: a changed module of the book is read again.
    subprocess.run([sys.executable, "-m", "book", "build", "html"], cwd=ROOT, check=False)
