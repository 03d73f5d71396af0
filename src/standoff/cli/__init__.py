"""The command ``standoff``. Bodies of commands hold no logic: they call the desk and the rooms, and print.

Invariant: bad input gives one line on standard error and never a traceback. What is heavy is imported inside the
commands, so that ``--help`` and completion are instant.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line of this process. Ends in `SystemExit`: 0, 1 something failed, 2 usage, 130 Ctrl-C."""
    try:
        from standoff.cli.app import app
        from standoff.cli.stream import ready

        ready()
        app(prog_name="standoff")
    except KeyboardInterrupt:
        sys.stderr.write("standoff: interrupted\n")
        sys.exit(130)
