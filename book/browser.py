"""The browser of this machine: it draws the pictures of the charts and runs the tests in the page.

Standard library only: the commands ask for it before the environment stands.
"""

import os
import shutil
from pathlib import Path

BROWSERS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge",
)
MAC_AND_WINDOWS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def browser() -> str | None:
    """Return the path of a Chromium, Chrome or Edge on this machine, or None. BROWSER_PATH goes first."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        return named
    on_path = [path for path in map(shutil.which, BROWSERS) if path]
    return next(iter(on_path + [path for path in MAC_AND_WINDOWS if Path(path).exists()]), None)
