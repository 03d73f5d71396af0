"""Takes reports through the pure rooms: read, then extract; one, many, or a stream with mishaps in it.

Invariant: one result an input, in the order of the inputs, whatever befalls one of them; memory does not grow with
their number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from standoff.errors import InputError, ModelError
from standoff.records import Reading, Report

Loaded = Report | InputError
Read = Reading | InputError
ReadMany = Callable[[Iterable[Report]], Iterator[Reading]]

# The first chunk is small, so that something is soon to be seen; the largest feeds the model well-filled batches
# (length-sorted, 32 to 64 rows each) and bounds what is held: 2 million characters are some 300,000 words.
_FIRST_CHUNK, _LARGEST_CHUNK, _MOST_CHARACTERS = 8, 128, 2_000_000
_DATABASES = tuple(
    f".{kind}{part}" for kind in ("db", "sqlite", "sqlite3") for part in ("", "-wal", "-shm", "-journal")
)


def read(report: Report) -> Reading:
    """One report, read: its words and tree, and who says what in it. Raises `ModelError` without a usable model."""
    return next(read_many([report]))


def read_many(reports: Iterable[Report]) -> Iterator[Reading]:
    """The readings of many reports, in their order, made in batches. Raises `ModelError` without a usable model."""
    from standoff.extraction import extract
    from standoff.reading import read_many as model_read_many

    return map(extract, model_read_many(reports))


def places(paths: Iterable[str | Path]) -> Iterator[str | InputError]:
    """The files that the paths name. Databases that lie in a folder (our own, most likely) are passed over."""
    from standoff.ingest.inputs import files_of

    named = list(map(str, paths))
    for place in files_of(named):
        if isinstance(place, InputError) or place in named or not place.endswith(_DATABASES):
            yield place


def load_stream(paths: Iterable[str | Path]) -> Iterator[Loaded]:
    """A report or an error for every file that the paths name (files, folders, ``-``), in order."""
    from standoff.ingest.inputs import read_inputs

    for place in places(paths):
        if isinstance(place, InputError):
            yield place
            continue
        try:
            yield from read_inputs([place])
        except Exception as error:  # noqa: BLE001 - one file's fault, whichever it is, must not cost the others theirs
            yield _fault(place, error)


def chunked(loaded: Iterable[Loaded]) -> Iterator[list[Loaded]]:
    """The stream in pieces that grow from 8 to 128 inputs, none over 2 million characters unless one input is."""
    size, chunk, characters = _FIRST_CHUNK, list[Loaded](), 0
    for item in loaded:
        chunk.append(item)
        characters += len(item.text) if isinstance(item, Report) else 0
        if len(chunk) >= size or characters >= _MOST_CHARACTERS:
            yield chunk
            size, chunk, characters = min(2 * size, _LARGEST_CHUNK), [], 0
    if chunk:
        yield chunk


def read_stream(loaded: Iterable[Loaded], read_many: ReadMany = read_many) -> Iterator[Read]:
    """A reading for each report and the error for each mishap, in their order."""
    for chunk in chunked(loaded):
        yield from read_chunk(chunk, read_many)


def read_chunk(chunk: list[Loaded], read_many: ReadMany = read_many) -> Iterator[Read]:
    """The same for one chunk, held in memory."""
    readings = _readings([item for item in chunk if isinstance(item, Report)], read_many)
    for item in chunk:
        yield next(readings) if isinstance(item, Report) else item


def _readings(reports: list[Report], read_many: ReadMany) -> Iterator[Read]:
    done = 0
    try:
        for reading in islice(read_many(reports), len(reports)):
            yield reading
            done += 1
    except ModelError:
        raise
    except Exception:  # noqa: BLE001 - one report's fault, whichever it is, must not cost the others theirs
        yield from (_alone(report, read_many) for report in reports[done:])


def _alone(report: Report, read_many: ReadMany) -> Read:
    try:
        return next(iter(read_many([report])))
    except ModelError:
        raise
    except InputError as error:
        return error
    except Exception as error:  # noqa: BLE001 - as above
        return _fault(report.name or report.id, error)


def _fault(name: str, error: Exception) -> InputError:
    reason = f"could not be read: {type(error).__name__}: {error}"
    fault = InputError(
        name, reason, "a fault of Standoff's: please report it with the output of standoff --debug"
    )
    fault.__cause__ = error
    return fault
