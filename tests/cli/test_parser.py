"""The command line speaks Dutch and needs nothing but Python."""

import subprocess
import sys

import pytest

from book.cli import parser
from book.cli.environment import ROOT


def shown(capsys, *arguments: str) -> str:
    with pytest.raises(SystemExit):
        parser.parse(list(arguments))
    captured = capsys.readouterr()
    return captured.out + captured.err


@pytest.mark.parametrize("command", ["build", "serve", "lab", "check", "test", "bench", "data"])
def test_each_command_has_dutch_help(capsys, command):
    help_text = shown(capsys, command, "--help")
    assert "gebruik:" in help_text
    assert "toon deze hulp" in help_text
    assert "usage" not in help_text and "show this" not in help_text


def test_without_a_command_the_help_is_shown(capsys):
    assert "opdrachten" in shown(capsys)


def test_an_unknown_command_is_refused_in_dutch(capsys):
    assert "bestaat niet" in shown(capsys, "bouw")


def test_an_unknown_edition_is_refused_in_dutch(capsys):
    assert "'leraar' bestaat niet (kies uit" in shown(capsys, "build", "html", "--editie", "leraar")


def test_build_makes_everything_by_default():
    options = parser.parse(["build"])
    assert (options.part, options.edition) == ("alles", "lezer")


def test_arguments_after_two_dashes_go_to_pytest():
    assert parser.parse(["test", "--", "-k", "mozaiek"]).pytest == ["-k", "mozaiek"]


def test_help_needs_only_the_standard_library():
    # -S leaves out site-packages: an import of anything else would fail.
    done = subprocess.run(
        [sys.executable, "-S", "-m", "book", "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
