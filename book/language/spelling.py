"""The spelling checker: cspell with the Dutch dictionary of OpenTaal and the words of the book (`woorden.txt`)."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CSPELL = ROOT / "node_modules/.bin/cspell"
SETTINGS = Path(__file__).with_name("spelling.json")
PAGES = ("index.md", "chapters/*.md", "exercises/*.md", "back/**/*.md")
CLEAN, FOUND = 0, 1


def available() -> bool:
    """Tell whether the checker is installed: it comes with the tools for tests, not with a plain build."""
    return CSPELL.exists()


def unknown(pages: tuple[str, ...] = PAGES, root: Path = ROOT) -> list[str]:
    """Return each unknown word of `pages` (patterns below `root`) as `path:line:column - Unknown word (x)`.

    Empty when the checker is not installed.

    Raises RuntimeError with the checker's own words when it fails.
    """
    if not available():
        return []
    command = [str(CSPELL), "lint", "--no-progress", "--no-summary", "--config", str(SETTINGS), "--root", str(root)]
    done = subprocess.run([*command, *pages], cwd=root, capture_output=True, text=True, check=False)
    if done.returncode not in (CLEAN, FOUND):
        raise RuntimeError(done.stderr.strip() or done.stdout.strip())
    return done.stdout.splitlines()


def words() -> list[str]:
    """Return the words of the book that the dictionary lacks."""
    return SETTINGS.with_name("woorden.txt").read_text("utf-8").split()
