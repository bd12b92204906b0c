"""`python3 -m book`: set up the environment if needed, then run the command inside it.

Until the environment stands, only the standard library is imported.
"""

import subprocess
import sys

from book.cli import environment, parser
from book.cli.errors import UserError


def main(argv: list[str]) -> int:
    """Run one command; return its exit status. A user's mistake gives one sentence, no traceback."""
    options = parser.parse(argv)
    try:
        if not environment.inside():
            python = environment.ensure(options.needs)
            return subprocess.run([python, "-m", "book", *argv], cwd=environment.ROOT, check=False).returncode
        from book.cli import commands

        return commands.run(options)
    except UserError as error:
        print(f"dichterbij: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\ndichterbij: afgebroken.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
