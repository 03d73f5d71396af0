"""A progress bar on standard error, on a terminal and for more than one input; otherwise nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(label: str, paths: list[str]) -> Iterator[Callable[[], None]]:
    """Gives a function to call after each input. Error lines written meanwhile stand above the bar."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from standoff.flow import places

    total = sum(1 for _ in places(paths))
    if total < 2:
        yield lambda: None
        return
    with _bar(label, total) as step:
        yield step


@contextmanager
def _bar(label: str, total: int) -> Iterator[Callable[[], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)
