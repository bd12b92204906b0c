"""Two builds in one folder come one after the other."""

import sys
import threading

import pytest

from book.cli import lock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze sloten niet")


def test_a_second_build_waits_for_the_first_and_says_so(tmp_path, capsys):
    entered = threading.Event()

    def second() -> None:
        with lock.held(tmp_path):
            entered.set()

    with lock.held(tmp_path):
        thread = threading.Thread(target=second)
        thread.start()
        assert not entered.wait(0.3)
    assert entered.wait(10)
    thread.join()
    assert "wachten tot een andere bouw of test in deze map klaar is" in capsys.readouterr().out


def test_a_lock_ends_with_its_build(tmp_path, capsys):
    for _ in range(2):
        with lock.held(tmp_path):
            pass
    assert capsys.readouterr().out == ""
