"""What a page weighs: the bytes a browser fetches for it, each file gzipped as a web server would."""

import gzip
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass
class Weight:
    """The files that a page fetched, with their gzipped size in bytes."""

    files: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All files together, in bytes."""
        return sum(self.files.values())

    def __str__(self) -> str:
        return f"{self.total / 1000:.0f} kB"


@cache
def gzipped(path: Path) -> int:
    """Return the size in bytes of a file compressed at level 9; of files that are compressed already, as they are."""
    data = path.read_bytes()
    return len(data) if path.suffix in {".woff2", ".png", ".ico"} else len(gzip.compress(data, 9))


def watch(page, folder: Path) -> Weight:
    """Return the weight of what `page` (Playwright) fetches from now on; `folder` is what the server serves."""
    weight = Weight()

    def count(response) -> None:
        url = urlsplit(response.url)
        path = folder / unquote(url.path).lstrip("/")
        if url.scheme == "http" and response.ok and path.is_file():
            weight.files[url.path] = gzipped(path)

    page.on("response", count)
    return weight
