"""What rules work out of a page once and keep there, since many others ask it of the same words.

Invariant: a page does not change, so what was worked out of it stays true as long as it lives.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from standoff.extraction.grammar.page import Page

_Asked = TypeVarTuple("_Asked")
_Found = TypeVar("_Found")
_NOTHING = object()  # where nobody has asked yet


def once(rule: Callable[[Page, *_Asked], _Found]) -> Callable[[Page, *_Asked], _Found]:
    """A rule of a page that works out the same only once. What it is asked of is hashed; nobody may change what it
    gives."""

    @wraps(rule)
    def asked(page: Page, *args: *_Asked) -> _Found:
        known = page.known[rule]
        found: _Found = known.get(args, _NOTHING)
        if found is _NOTHING:
            found = known[args] = rule(page, *args)
        return found

    return asked
