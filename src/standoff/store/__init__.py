"""Keeps reports, readings and claims in a database, behind one small interface (`Store`).

Invariant: a report is stored wholly or not at all, and once stored it is never edited.
"""

from __future__ import annotations

from standoff.store.interface import ClaimHit, Hit, Snippet, Store, Summary


def open_store(url: str, *, create: bool = True, wait: float = 10.0) -> Store:
    """The store at a path or an address (``news.db``, ``sqlite:///news.db``, ``sqlite://`` for one in memory).

    ``create`` makes the database where there is none, and makes sure that it can be written; without it, a database
    that may only be read is opened for reading. ``wait`` is how many seconds to wait for another writer.
    Raises `StoreError` when it cannot be opened, is no database of Standoff's, or is of a newer version.
    """
    from standoff.store.sql import SqlStore
    from standoff.store.sqlite import connect

    return SqlStore(connect(url, create=create, wait=wait), url)


__all__ = ["ClaimHit", "Hit", "Snippet", "Store", "Summary", "open_store"]
