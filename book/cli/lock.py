"""One build or test at a time in `_build`: two would read what the other is writing."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from book.cli.site import BUILD

try:
    import fcntl
except ImportError:  # Windows has no such locks: there nothing is guarded
    fcntl = None


@contextlib.contextmanager
def held(folder: Path = BUILD) -> Iterator[None]:
    """Keep `folder` for this process; wait, and say so, while another has it."""
    if fcntl is None:
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("… wachten tot een andere bouw of test in deze map klaar is (stoppen met Ctrl-C)", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
