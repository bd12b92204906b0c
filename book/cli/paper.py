"""Makes the PDFs and the EPUB: Sphinx writes one page an edition, WeasyPrint sets the pages in two processes."""

from __future__ import annotations

import gc
import time
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from book.cli import system
from book.cli.environment import ROOT
from book.cli.errors import UserError
from book.cli.site import BUILD, OUTPUT, PDF, run_sphinx

PAPER = BUILD / "print"
EDITIONS = ("werkboek", "lezer", "docent")
"""In the order they are set: the smallest while Sphinx writes the largest, so that both processes end together."""
EPUB = BUILD / "epub/dichterbij.epub"


@dataclass(frozen=True)
class Job:
    """One PDF: an edition on a paper, whole or one chapter of it."""

    edition: str
    paper: str = "a4"
    chapter: str = ""

    @property
    def name(self) -> str:
        """Return the name of its files: `dichterbij-lezer`, `dichterbij-lezer-hoofdstuk-07-a5`."""
        parts = ["dichterbij", self.edition]
        parts += [f"hoofdstuk-{self.chapter}"] if self.chapter else []
        parts += [self.paper] if self.paper != "a4" else []
        return "-".join(parts)

    @property
    def target(self) -> Path:
        """Return the file of the PDF."""
        return PDF / f"{self.name}.pdf"

    @property
    def page(self) -> Path:
        """Return the page of HTML it is set from."""
        return PAPER / self.name.removeprefix("dichterbij-") / "print.html"


def build(jobs: list[Job], epub: bool = False) -> int:
    """Make the PDFs that `jobs` ask for and that are not current; return 0, or 1 when one could not be made.

    Raises UserError when Pango or a browser for the pictures is missing: never a PDF with holes.
    """
    from book.print import pdf

    sources = pdf.fingerprint(ROOT)
    due = [job for job in jobs if not pdf.is_current(job.target, sources)]
    for job in jobs:
        if job not in due:
            print(f"  pdf was nog actueel: {_told(job.target)}", flush=True)
    epub_due = epub and not pdf.is_current(EPUB, sources)
    if epub and not epub_due:
        print(f"  epub was nog actueel: {_told(EPUB)}", flush=True)
    if not due and not epub_due:
        return 0
    for name in system.missing():
        if due or name == "chromium":
            raise UserError(system.REMEDY[name])
    start = time.monotonic()
    # Spawned, so that no process inherits what Sphinx or a browser left in this one; a process for each PDF.
    with ProcessPoolExecutor(2, get_context("spawn"), max_tasks_per_child=1) as setters:
        running: list[tuple[Job, Future]] = []
        for job in due:
            print(f"… pdf maken ({job.name.removeprefix('dichterbij-')})", flush=True)
            settings = {"book_handout": job.chapter, "book_paper": job.paper}
            if run_sphinx("singlehtml", job.page.parent, job.edition, settings=settings):
                print(f"  gestopt bij {job.target.name}: de bladzijden zijn niet gemaakt", flush=True)
                return 1
            running.append((job, setters.submit(_set, job.page, job.target, sources)))
        status = _epub(sources) if epub_due else 0
        status = max([status, *(_wait(job, future, start) for job, future in running)])
    _offer()
    gc.freeze()  # what Sphinx left goes with the process
    return status


def _set(page: Path, target: Path, sources: str) -> None:
    """Make one PDF in a process of its own.

    Its millions of objects live until it is written: collecting garbage is in vain on the way, and at the end too.
    """
    from book.print import pdf

    gc.disable()
    pdf.write(page, target, sources)
    gc.freeze()


def _offer() -> None:
    """Let the sites that are there offer what was made."""
    from book.sphinxext import downloads

    for edition, site in OUTPUT.items():
        if site.exists():
            downloads.offer(site, edition)


def _epub(sources: str) -> int:
    from book.print import epub, pdf

    start, page = time.monotonic(), Job("lezer").page
    print("… epub maken", flush=True)
    if not (page.exists() and pdf.is_current(Job("lezer").target, sources)) and run_sphinx(
        "singlehtml", page.parent, "lezer"
    ):
        return 1
    epub.write(page, EPUB)
    EPUB.with_suffix(".stamp").write_text(f"{sources}\n", "utf-8")
    print(f"  klaar in {time.monotonic() - start:.1f} s: {_told(EPUB)}", flush=True)
    return 0


def _wait(job: Job, future: Future, start: float) -> int:
    try:
        future.result()
    except Exception as error:  # whatever WeasyPrint says: the other editions go on
        print(f"  {job.target.name} is niet gemaakt: {error}", flush=True)
        return 1
    print(f"  klaar in {time.monotonic() - start:.1f} s: {_told(job.target)}", flush=True)
    return 0


def _told(path: Path) -> str:
    return f"{path.relative_to(ROOT)} ({path.stat().st_size / 1e6:.1f} MB)"
