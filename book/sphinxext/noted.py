"""What pages say while they are read, for what is written when all of them are read.

    mentions: Noted[list[str]] = Noted("mentions")
    mentions.of(env)[env.docname] = ["jb Lorenz"]      # while a page is read
    mentions.follow(app)                               # in setup
"""

import hashlib
from collections.abc import Iterable
from typing import Generic, TypeVar

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

T = TypeVar("T")


class Noted(Generic[T]):
    """A note of every page, kept with the environment from one build to the next."""

    def __init__(self, name: str) -> None:
        self._name = f"book_{name}"

    def of(self, env: BuildEnvironment) -> dict[str, T]:
        """Return the note of each page by its name."""
        if not hasattr(env, self._name):
            setattr(env, self._name, {})
        return getattr(env, self._name)

    def changed(self, env: BuildEnvironment) -> bool:
        """Tell whether the notes differ from those at the last call, in this build or an earlier one."""
        now = hashlib.sha256(repr(sorted(self.of(env).items())).encode()).hexdigest()
        before = getattr(env, f"{self._name}_seen", now)
        setattr(env, f"{self._name}_seen", now)
        return before != now

    def follow(self, app: Sphinx, hidden: bool = False) -> None:
        """Forget the note of a page that is read again or gone; take over what parallel readers noted.

        With `hidden`, keep the notes of pages that the edition hides: its other pages tell what stands there.
        """
        if hidden:
            app.connect("env-get-outdated", self._outdated)
        else:
            app.connect("env-purge-doc", self._purge)
        app.connect("env-merge-info", self._merge)

    def _outdated(
        self, _app: Sphinx, env: BuildEnvironment, _added: set[str], changed: set[str], removed: set[str]
    ) -> list[str]:
        for name in changed | removed:
            self.of(env).pop(name, None)
        return []

    def _purge(self, _app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        self.of(env).pop(docname, None)

    def _merge(self, _app: Sphinx, env: BuildEnvironment, docnames: Iterable[str], other: BuildEnvironment) -> None:
        theirs = self.of(other)
        self.of(env).update({name: theirs[name] for name in docnames if name in theirs})
