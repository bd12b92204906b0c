"""The packages of the operating system: Pango for the PDFs, Chromium for the pictures and the tests.

Standard library only. Where nothing may be installed, one line per missing thing says what to do.
"""

import ctypes.util
import os
import shutil
import subprocess

from book.browser import browser

PACKAGES = {
    "pango": ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"],
    "chromium": ["chromium"],
}
REMEDY = {
    "pango": "Pango ontbreekt, dus er komen geen pdf's. Debian/Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0 · Fedora: dnf install pango · macOS: brew install pango · Windows: installeer Pango met "
    "MSYS2 (pacman -S mingw-w64-x86_64-pango).",
    "chromium": "Chromium ontbreekt, dus er komen geen vaste afbeeldingen van grafieken, en geen pdf's. Debian: apt "
    "install chromium · Ubuntu: snap install chromium · Fedora: dnf install chromium · macOS: brew install --cask "
    "chromium · Windows: Edge of Chrome volstaat.",
}


def has_pango() -> bool:
    """Tell whether the libraries that WeasyPrint loads are there."""
    return ctypes.util.find_library("pango-1.0") is not None


def missing() -> list[str]:
    """Return the names (keys of PACKAGES) of what this machine lacks."""
    return [name for name, there in (("pango", has_pango()), ("chromium", browser())) if not there]


def ensure() -> None:
    """Install what is missing where that is allowed; otherwise say in one line what to install."""
    lacking = missing()
    if lacking and _may_install():
        packages = [package for name in lacking for package in PACKAGES[name]]
        print(f"… Debian-pakketten installeren: {' '.join(packages)}", flush=True)
        _apt("update", "-qq")
        _apt("install", "-y", "-qq", "--no-install-recommends", *packages)
        lacking = missing()
    for name in lacking:
        print(f"  let op: {REMEDY[name]}", flush=True)


def _prefix() -> list[str]:
    return [] if os.geteuid() == 0 else ["sudo", "-n"]


def _may_install() -> bool:
    if os.name != "posix" or not shutil.which("apt-get"):
        return False
    if os.geteuid() == 0:
        return True
    sudo = shutil.which("sudo")
    return bool(sudo) and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0


def _apt(*arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*_prefix(), "apt-get", *arguments], env=environment, capture_output=True, check=False)
