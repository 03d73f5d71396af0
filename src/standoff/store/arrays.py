"""The arrays of a reading as bytes and back: NumPy's own npz, deflated, without pickle.

Invariant: ``unpack(pack(reading))`` gives arrays equal to the reading's, and equal readings give equal bytes.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from standoff.errors import StoreError
from standoff.records import Reading, SpanTable, Words

_TABLES: dict[str, type[Words] | type[SpanTable]] = {
    "words": Words,
    "entities": SpanTable,
    "attribution_spans": SpanTable,
    "slots": SpanTable,
}


def pack(reading: Reading) -> bytes:
    """All arrays of the reading; keys are ``table.field`` for tables and ``field`` for the rest."""
    held: dict[str, NDArray[Any]] = {}
    for field in fields(reading):
        value = getattr(reading, field.name)
        if field.name in _TABLES:
            held |= {f"{field.name}.{part.name}": _array(getattr(value, part.name)) for part in fields(value)}
        elif isinstance(value, np.ndarray):
            held[field.name] = value
    file = io.BytesIO()
    np.savez_compressed(file, **held)  # type: ignore[arg-type]  # the stub takes a name for an option
    return file.getvalue()


def _array(value: NDArray[Any] | tuple[str, ...]) -> NDArray[Any]:
    return value if isinstance(value, np.ndarray) else np.array(value, dtype=np.str_)


def unpack(data: bytes, owner: str) -> dict[str, Any]:
    """The array fields of a `Reading`, by name. Raises `StoreError` naming the owner when the bytes are damaged."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as held:
            arrays = {name: _value(held[name]) for name in held.files}
        return _grouped(arrays)
    except (ValueError, TypeError, KeyError, OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise StoreError(f"{owner}: its stored reading is damaged ({error})") from error


def _value(array: NDArray[Any]) -> NDArray[Any] | tuple[str, ...]:
    return tuple(str(name) for name in array) if array.dtype.kind == "U" else array


def _grouped(arrays: dict[str, Any]) -> dict[str, Any]:
    found = {name: value for name, value in arrays.items() if "." not in name}
    for table, kind in _TABLES.items():
        start = f"{table}."
        found[table] = kind(**{name[len(start) :]: arrays[name] for name in arrays if name.startswith(start)})
    return found
