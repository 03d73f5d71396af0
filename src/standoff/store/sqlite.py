"""Opens SQLite files: which file, with what rights, with which settings; and what its errors mean to a person.

Settings: write-ahead log (readers and a writer at once), every commit on the disk before it counts, foreign keys.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from standoff.errors import StoreError
from standoff.store import schema

MEMORY = ":memory:"
_PAUSE = 0.05  # seconds between tries to put a file in the write-ahead form

# What SQLite says, what it means, and the way out.
_MEANINGS = (
    ("locked", "is being written by another process", "wait until it is done, then try again"),
    ("busy", "is being written by another process", "wait until it is done, then try again"),
    ("readonly", "may not be written", "ask for write permission, or name another file with --db"),
    ("not a database", "is not a database", "name another file with --db"),
    ("malformed", "is damaged", "restore a copy, or save what is left with: sqlite3 FILE .recover"),
    ("full", "the disk is full", "make room and run the same command again; what is stored is kept"),
    ("disk i/o", "the disk failed", "check the disk; what is stored is kept"),
    (
        "unable to open",
        "cannot be opened",
        "check its folder and permissions, or name another file with --db",
    ),
    ("unable to read", "cannot be read", "check its permissions"),
    (
        "could not decode",
        "holds text that cannot be read",
        "open it once where it may be written, which mends it, or copy it",
    ),
    ("no such table", "has an older form and may not be written", "ask for write permission, or copy it"),
)


def connect(url: str, *, create: bool, wait: float) -> sa.Engine:
    """An engine over a database whose tables have the newest form. For the rest see `standoff.store.open_store`."""
    path = path_of(url)
    if path != MEMORY:
        _look(Path(path), path, create)
    engine = _engine(path, create, wait)
    try:
        with translated(path):
            _prepare(engine, path, create, wait)
    except StoreError:
        engine.dispose()
        raise
    return engine


def path_of(url: str) -> str:
    """The file that an address or a path names. Raises `StoreError` for other databases."""
    if url in (MEMORY, "sqlite://", "sqlite:///:memory:"):
        return MEMORY
    kind, found, rest = url.partition("://")
    if not found:
        return url
    if kind == "sqlite" and rest.startswith("/"):
        return rest[1:]
    raise StoreError(f"{url}: only SQLite is there so far (give a path, or sqlite:///PATH)")


def _look(path: Path, name: str, create: bool) -> None:
    """What SQLite would only call "unable to open database file", said plainly."""
    if not _may_be_a_file(name):
        raise StoreError(f"{name!r}: cannot be opened: no file has such a name (name another file with --db)")
    try:
        if path.is_dir():
            raise StoreError(f"{name}: is a folder (name a file in it with --db)")
        if path.exists():
            return
        if not create:
            raise StoreError(f"{name}: no such database (make one with: standoff add PATH --db {name})")
        if not path.parent.is_dir():
            raise StoreError(f"{name}: its folder does not exist (make it, or name another file with --db)")
    except OSError as error:
        raise StoreError(
            f"{name}: cannot be opened: {error.strerror} (name another file with --db)"
        ) from error


def _may_be_a_file(name: str) -> bool:
    """Whether a file could have the name: none has a NUL in it, or half a surrogate pair that stands for no byte."""
    try:
        return b"\0" not in os.fsencode(name)
    except UnicodeEncodeError:
        return False


def _engine(path: str, create: bool, wait: float) -> sa.Engine:
    if path == MEMORY:
        engine = sa.create_engine(
            "sqlite://",
            poolclass=sa.StaticPool,
            connect_args={"check_same_thread": False, "isolation_level": None},
        )
    else:
        place = quote(os.fsencode(os.path.abspath(path)))  # noqa: PTH100
        address = f"file:{place}?{_rights(Path(path), create)}"
        engine = sa.create_engine(
            "sqlite://",
            creator=lambda: sqlite3.connect(
                address, uri=True, timeout=wait, isolation_level=None, check_same_thread=False
            ),
            poolclass=sa.QueuePool,
        )
    sa.event.listen(engine, "connect", _settings)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _rights(path: Path, create: bool) -> str:
    """How to open the file. One in the write-ahead form needs files beside it, unless it is said never to change."""
    if create:
        return "mode=rwc"
    folder = os.access(path.parent, os.W_OK)
    if os.access(path, os.W_OK) and folder:
        return "mode=rw"
    alone = not Path(f"{path}-wal").exists()
    return "mode=ro&immutable=1" if alone and not folder else "mode=ro"


def _settings(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: sa.Connection) -> None:
    # The driver's own transactions are off (isolation_level=None): it would begin them too late to be sure of the lock.
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _prepare(engine: sa.Engine, path: str, create: bool, wait: float) -> None:
    with engine.connect() as connection:
        found = schema.version(connection)
    schema.check(found, path)
    if found == 0 and not create:
        raise StoreError(f"{path}: holds no reports (add some with: standoff add PATH --db {path})")
    if create:
        _write_ahead(engine, wait)
    if found < len(schema.STEPS) and (create or path == MEMORY or "mode=rw" in _rights(Path(path), create)):
        schema.upgrade(engine, path)
    elif create:
        with engine.execution_options(begin="BEGIN IMMEDIATE").begin():
            pass  # may it be written? Better told now than after a long reading


def _write_ahead(engine: sa.Engine, wait: float) -> None:
    """Puts the database in the write-ahead form, which SQLite refuses at once, without its own waiting, while another
    process does the same."""
    raw, until = engine.raw_connection(), time.monotonic() + wait
    try:
        while True:
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)
    finally:
        raw.close()


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Turns what the database raises into a `StoreError` that names it and tells the way out."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(_meaning(name, error.orig)) from error
    except sqlite3.Error as error:
        raise StoreError(_meaning(name, error)) from error


def _meaning(name: str, error: Any) -> str:
    said = str(error)
    for words, reason, way_out in _MEANINGS:
        if words in said.lower():
            return f"{name}: {reason} ({way_out})"
    return f"{name}: the database refused: {said}"
