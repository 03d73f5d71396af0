"""Takes reports through the pure rooms: read, then extract; one, many, or a stream with mishaps in it.

Invariant: one result an input, in the order of the inputs, whatever befalls one of them; memory does not grow with
their number.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from standoff.errors import InputError, ModelError
from standoff.records import Reading, Report

if TYPE_CHECKING:
    from standoff.extraction.ontology import Ontology
    from standoff.ingest.given import Given
    from standoff.reading.llm import LlmReader

Kept = TypeVar("Kept")
Loaded = Report | InputError
ReadMany = Callable[[Iterable[Report]], Iterator[Reading]]

_DATABASES = tuple(
    f".{kind}{part}" for kind in ("db", "sqlite", "sqlite3") for part in ("", "-wal", "-shm", "-journal")
)


def read(report: Report, ontology: Ontology | None = None) -> Reading:
    """One report, read: its words and tree, and who says what in it, by the shipped ontology or another.

    Raises `ModelError` without a usable model.
    """
    return next(read_many([report], ontology))


def read_many(reports: Iterable[Report], ontology: Ontology | None = None) -> Iterator[Reading]:
    """The readings of many reports, in their order and bounded memory; of a long stream, by several processes.

    Raises `ModelError` without a usable model, and `InputError`, where its reading would stand, for a report whose
    reading killed the process.
    """
    from standoff.extraction import extract
    from standoff.reading import read_many as model_read_many

    return model_read_many(reports, partial(extract, ontology=ontology))


def read_path(path: str | Path, ontology: Ontology | None = None, *, given: Given | None = None) -> Reading:
    """The reading of the one report in a file, or on standard input (``-``). Raises `InputError` and `ModelError`."""
    from standoff.ingest.inputs import is_folder

    if is_folder(path):
        raise InputError(str(path), "is a folder", "name one report in it")
    loaded = load_stream([path], given)
    found = next(read_stream(loaded, lambda reports: read_many(reports, ontology)))
    if isinstance(found, InputError):
        raise found
    return found


def read_many_with(reader: LlmReader) -> ReadMany:
    """What reads many reports through an endpoint, one after the other, counting what its drafts came to."""

    def read_many(reports: Iterable[Report]) -> Iterator[Reading]:
        from standoff.extraction import extract

        for report in reports:
            drawn = reader.read(report)
            made = extract(drawn)
            reader.cost.settle(len(drawn.drafts or ()), len(made.drafts or ()))
            yield made

    return read_many


def places(paths: Iterable[str | Path]) -> Iterator[str | InputError]:
    """The files that the paths name. Databases that lie in a folder (our own, most likely) are passed over."""
    from standoff.ingest.inputs import files_of

    named = list(map(str, paths))
    for place in files_of(named):
        if (
            isinstance(place, InputError)
            or place in named
            or not place.removesuffix(".gz").endswith(_DATABASES)
        ):
            yield place


def load_stream(paths: Iterable[str | Path], given: Given | None = None) -> Iterator[Loaded]:
    """A report or an error for every file that the paths name (files, folders, ``-``), in order; ``given`` is what is
    known of each of them."""
    from standoff.ingest.inputs import read_inputs

    for place in places(paths):
        if isinstance(place, InputError):
            yield place
            continue
        try:
            yield from read_inputs([place], given=given)
        except Exception as error:  # noqa: BLE001 - one file's fault, whichever it is, must not cost the others theirs
            yield fault(place, error)


def read_stream(
    loaded: Iterable[Report | Kept], read_many: ReadMany = read_many
) -> Iterator[Reading | InputError | Kept]:
    """A reading, or its error, for each report of a stream; whatever else is in it keeps its place.

    Reports are taken from the stream as the reader asks for them, so loading goes on while the model works, and no more
    is held than the reader reads ahead. Raises what the stream itself raises, and `ModelError`.
    """
    stream = _Stream(loaded)
    while not stream.ended:
        drawn = stream.drawn
        try:
            for reading in read_many(stream.reports()):
                yield from stream.others()
                stream.waiting.popleft()
                yield reading
        except ModelError:
            raise
        except Exception as error:  # one report's fault, whichever it is: those drawn with it are read alone
            if stream.drawn == drawn:
                raise
            if isinstance(error, InputError):  # a reader goes in order: it is about the first that waits
                yield from stream.others()
                stream.waiting.popleft()
                yield error
        while stream.waiting:
            item = stream.waiting.popleft()
            yield _alone(item, read_many) if isinstance(item, Report) else item
    if stream.error:
        raise stream.error


class _Stream(Generic[Kept]):
    """A stream that a reader draws reports from; ``waiting`` is what was drawn and not yet given out, in order."""

    def __init__(self, loaded: Iterable[Report | Kept]) -> None:
        self._loaded = iter(loaded)
        self.waiting: deque[Report | Kept] = deque()
        self.ended, self.drawn = False, 0
        self.error: Exception | None = None

    def reports(self) -> Iterator[Report]:
        """The reports that come next. An error of the stream's own is kept apart from errors of the reader's."""
        try:
            for item in self._loaded:
                self.waiting.append(item)
                self.drawn += 1
                if isinstance(item, Report):
                    yield item
        except Exception as error:  # noqa: BLE001 - raised again when what came before it is given out
            self.error = error
        self.ended = True

    def others(self) -> Iterator[Kept]:
        """What stands before the next report."""
        while self.waiting and not isinstance(self.waiting[0], Report):
            yield self.waiting.popleft()  # type: ignore[misc]


def _alone(report: Report, read_many: ReadMany) -> Reading | InputError:
    try:
        return next(iter(read_many([report])))
    except ModelError:
        raise
    except InputError as error:
        return error
    except Exception as error:  # noqa: BLE001 - as above
        return fault(report.name or report.id, error)


def fault(name: str, error: Exception) -> InputError:
    """What nobody foresaw, as the error of one input."""
    reason = f"could not be read: {type(error).__name__}: {error}"
    fault = InputError(
        name, reason, "a fault of Standoff's: please report it with the output of standoff --debug"
    )
    fault.__cause__ = error
    return fault
