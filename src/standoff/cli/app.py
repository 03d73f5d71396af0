"""The app: its commands, what all of them share, and the one place where errors become lines and exit codes."""

from __future__ import annotations

from traceback import clear_frames
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import standoff
from standoff.cli import desk, explain, incidents, model, ontology, reading
from standoff.cli.stream import Mishaps, hush
from standoff.errors import StandoffError


class Guarded(TyperGroup):
    """A group of commands in which nothing that goes wrong shows a traceback, unless ``--debug`` asks for it."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; its own exit code passes through."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as stop:
            clear_frames(stop.__traceback__)  # whoever still reads ahead for what was interrupted ends now
            _mishaps(ctx).interrupted()
            raise typer.Exit(130) from None
        except BrokenPipeError:
            hush()
            raise typer.Exit(141) from None  # 128 + SIGPIPE, as the shell has it
        except (StandoffError, OSError, MemoryError) as error:
            _mishaps(ctx).tell(error)
            if isinstance(error, OSError) and error.filename is None:
                hush()  # standard output failed (a full disk): what waits to be written would fail again
            raise typer.Exit(1) from None
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except Exception as error:
            if isinstance(error, usage_errors()):
                raise
            _mishaps(ctx).tell_fault(error)
            raise typer.Exit(1) from None


def usage_errors() -> tuple[type[Exception], ...]:
    """What the parser raises: it prints these itself and exits with 2. Typer keeps the class to itself."""
    return tuple(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")


def _mishaps(ctx: Any) -> Mishaps:
    return ctx.obj if isinstance(ctx.obj, Mishaps) else Mishaps()


app = typer.Typer(
    cls=Guarded,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"standoff {standoff.__version__}")
        raise typer.Exit


@app.callback()
def top(
    ctx: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks of errors.")] = False,
    version: Annotated[  # noqa: ARG001 - its callback has done it all
        bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Read news reports and keep, for every value, who said it, how firmly, and the exact words.

    \b
    Examples:
      standoff brief report.txt
      standoff add reports/ --db news.db
      standoff search hostages --db news.db

    \b
    Exit codes: 0 all went well, 1 something failed or nothing was found, 2 wrong usage, 130 Ctrl-C.
    """
    ctx.obj = Mishaps(debug)


for command in (
    reading.brief, reading.read, explain.explain, desk.add, desk.reports, desk.show, desk.search,
    incidents.incidents, incidents.changes, incidents.sources, ontology.ontology, model.model,
):  # fmt: skip
    app.command()(command)
