"""The EPUB of the reader's edition: valid, without scripts or answers, every link arrives."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from book.cli.paper import EPUB

pytestmark = pytest.mark.pdf
SOURCE = re.compile(r'src="([^"]+)"')
JAR = Path("/usr/share/java/epubcheck.jar")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    if not EPUB.exists():
        pytest.skip("geen epub: draai eerst `python3 -m book build epub`")
    with zipfile.ZipFile(EPUB) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


@pytest.fixture(scope="module")
def pages(files) -> dict[str, str]:
    return {name: text for name, text in files.items() if name.endswith(".xhtml")}


def test_epubcheck_finds_no_fault(files):
    if JAR.exists() and shutil.which("java"):
        command = ["java", "-jar", str(JAR)]
    elif shutil.which("epubcheck"):
        command = ["epubcheck"]
    else:
        pytest.skip("epubcheck (Debian: epubcheck) staat niet op deze machine")
    done = subprocess.run([*command, str(EPUB)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]


def test_the_kind_of_file_comes_first_and_is_not_packed(files):
    with zipfile.ZipFile(EPUB) as book:
        assert book.infolist()[0].filename == "mimetype" and book.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_it_is_in_dutch_and_has_no_scripts(pages):
    assert all('lang="nl"' in text for text in pages.values())
    assert [name for name, text in pages.items() if "<script" in text or "<button" in text] == []


def test_every_picture_is_there_and_tells_what_it_shows(files, pages):
    images = [image for text in pages.values() for image in re.findall(r"<img[^>]*>", text)]
    assert images
    assert [image for image in images if 'alt="' not in image] == []
    assert {f"boek/{SOURCE.search(image)[1]}" for image in images} <= set(files)
    assert all('alt=""' not in image for image in images if "chart-picture" in image or "simulation-picture" in image)


def test_every_link_within_the_book_arrives(pages):
    ids = {name: set(re.findall(r'\bid="([^"]+)"', text)) for name, text in pages.items()}
    dead = []
    for name, text in pages.items():
        for link in re.findall(r'<a[^>]*href="([^"]+)"', text):
            place, _, anchor = link.partition("#")
            target = f"boek/{place}" if place else name
            if "://" not in link and not link.startswith("mailto:") and anchor not in ids.get(target, ()):
                dead.append(link)
    assert dead == []


def test_nothing_for_trainers_is_in_it(pages):
    assert [name for name, text in pages.items() if "Voor de trainer" in text] == []


def test_a_footnote_stands_beside_its_call(pages):
    calls = sum(text.count('epub:type="noteref"') for text in pages.values())
    assert calls == sum(text.count('epub:type="footnote"') for text in pages.values())
