"""Once set up, the book needs no network: a build without one gives the same site."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from book.cli import benchmark

pytestmark = pytest.mark.site
# A machine of its own with nothing but the loopback, which kernels use to talk: SIOCSIFFLAGS, IFF_UP | IFF_RUNNING.
ONLY_LOOPBACK = """
import fcntl, os, socket, struct, sys
fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sh", b"lo", 0x41))
os.execv(sys.argv[1], sys.argv[1:])
"""
NO_NETWORK = ["unshare", "--map-root-user", "--net", sys.executable, "-c", ONLY_LOOPBACK]
VERSION = re.compile(rb"\?v=[0-9a-f]{8}|<!--downloads \S*-->.*?<!--/downloads-->", re.DOTALL)


def files(folder: Path) -> dict[str, bytes]:
    """What a folder holds; without the version marks, which a page that was built again gets and a first one not."""
    return {
        path.relative_to(folder).as_posix(): VERSION.sub(b"", path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in {".buildinfo", "objects.inv"} and "downloads" not in path.parts
    }


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory) -> Path:
    """A copy of the book in another folder, built without a network."""
    if not shutil.which("unshare") or subprocess.run([*NO_NETWORK, sys.executable, "-c", ""], check=False).returncode:
        pytest.skip("het netwerk afsnijden kan hier niet: dat vraagt Linux met `unshare` en naamruimten")
    copy = benchmark.copy_book(tmp_path_factory.mktemp("offline") / "boek")
    environment = {**os.environ, "BOOK_ENVIRONMENT": str(copy / ".venv")}
    command = [*NO_NETWORK, sys.executable, "-m", "book", "build", "html"]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return copy / "_build/html"


def test_a_build_without_a_network_gives_the_same_files(site, elsewhere):
    assert sorted(files(elsewhere)) == sorted(files(site))


def test_a_build_without_a_network_gives_the_same_contents(site, elsewhere):
    ours, theirs = files(site), files(elsewhere)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_no_page_holds_a_path_of_the_machine(elsewhere):
    folder = str(elsewhere.parents[1]).encode()
    assert [name for name, content in files(elsewhere).items() if folder in content] == []
