"""The desk: the one place where the rooms are joined to a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from standoff import flow
from standoff.casework import Casework
from standoff.errors import InputError, StandoffError
from standoff.records import Reading, Report
from standoff.store import Hit, Store, Summary, open_store

if TYPE_CHECKING:
    from standoff.ingest.given import Given

State = Literal["added", "known", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: ``added``, ``known`` (it was there already), or ``failed`` with its error."""

    name: str
    state: State
    report_id: str | None = None
    error: InputError | None = None


class Desk:
    """A store of reports with what it takes to fill it and ask it. Use it in a ``with`` block, or `close` it.

    ``read_many`` is what reads reports; the default is the shipped model with all rules. ``cases`` answers for what
    many reports come to: incidents, their findings, changes and sources.

    >>> with standoff.open("news.db") as desk:  # doctest: +SKIP
    ...     for outcome in desk.add(["reports/"]):
    ...         print(outcome.name, outcome.state)
    """

    def __init__(self, store: Store, read_many: flow.ReadMany = flow.read_many) -> None:
        self._store, self._read_many = store, read_many
        self.cases = Casework(store)

    def add(self, paths: Iterable[str | Path], given: Given | None = None) -> Iterator[Outcome]:
        """Load, read and store every report at the paths (files, folders, ``-`` for standard input).

        ``given`` is what is known of each of them beside what it tells.

        One outcome an input, in their order; an input that cannot be read never stops the rest. Each report is stored
        before its outcome is given, in a transaction of its own. Raises `StoreError` when the database fails, and
        `ModelError` without a usable model.
        """
        return self.add_reports(flow.load_stream(paths, given))

    def add_reports(self, loaded: Iterable[flow.Loaded]) -> Iterator[Outcome]:
        """The same for reports that are loaded already, with an error where one could not be."""
        results: Iterator[Reading | InputError | Outcome] = flow.read_stream(
            self._unread(loaded), self._read_many
        )
        for item in results:
            yield item if isinstance(item, Outcome) else self._keep(item)

    def _unread(self, loaded: Iterable[flow.Loaded]) -> Iterator[flow.Loaded | Outcome]:
        for item in loaded:
            there = isinstance(item, Report) and self._store.known([item.id])
            yield Outcome(item.name, "known", item.id) if isinstance(item, Report) and there else item

    def _keep(self, read: Reading | InputError) -> Outcome:
        if isinstance(read, InputError):
            return Outcome(read.name, "failed", error=read)
        report = read.report
        try:
            added = self._store.add(read)
            self.cases.link(read)
        except InputError as error:
            return Outcome(report.name, "failed", error=error)
        except StandoffError:
            raise
        except Exception as error:  # noqa: BLE001 - one report's fault, whichever it is, must not cost the others theirs
            return Outcome(report.name, "failed", report.id, flow.fault(report.name or report.id, error))
        return Outcome(report.name, "added" if added else "known", report.id)

    def reports(self) -> Iterator[Summary]:
        """All stored reports, by date of publication; those without a date come last."""
        return self._store.reports()

    def report(self, start: str) -> Reading:
        """The reading of the report whose id is, or begins with, ``start``.

        Raises `NotFound` when no id begins so, or more than one.
        """
        return self._store.reading(self._store.resolve(start))

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Reports whose text or claims hold all the words, best first; ``"a phrase"`` and ``begin*`` are understood."""
        return self._store.search(words, limit)

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_desk(url: str | Path, *, create: bool = True, read_many: flow.ReadMany = flow.read_many) -> Desk:
    """The desk over the database at a path or address (``news.db``, ``sqlite:///news.db``); `standoff.open` to users.

    ``create`` makes the database where there is none; without it, one that is only readable opens too.
    ``read_many`` is what reads added reports. Raises `StoreError` when it cannot be opened.
    """
    return Desk(open_store(str(url), create=create), read_many)
