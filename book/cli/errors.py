"""The one exception that a command shows as a sentence."""


class UserError(Exception):
    """A mistake the user can mend; its text says what, where and how, in one sentence."""
