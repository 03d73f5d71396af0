"""Ontologies from files: the one that ships (``data/ontology.toml``), and a user's own that adds to it or changes it.

A user's file has the form of the shipped one (docs/ontology.md): a table for each type and slot that is to differ. What
it gives replaces what there was; a new type says ``under`` which type of the records it stands.
Invariant: no fault of a file passes silently; a message names the file, the key, and what is allowed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from standoff.errors import InputError, ModelError
from standoff.extraction.lexicon import load
from standoff.extraction.ontology import Codes, EventType, Ontology, Slot
from standoff.records import EVENT_TYPES, SLOTS

_LARGEST = 1 << 20  # bytes; the shipped file has some 16 thousand
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TRIGGER = re.compile(r"[^\s$]+(\$| [^\s$]+)?")
_WORDS = 200  # characters of a label or an explanation
_FORM = "see docs/ontology.md, or begin with: standoff ontology --format toml"


@cache
def bundled() -> Ontology:
    """The ontology that ships. Raises `ModelError` when its file is damaged."""
    table = load("ontology")
    try:
        types = {
            name: _type(_Entry("ontology.toml", f"types.{name}", table["types"][name]), name, None)
            for name in EVENT_TYPES
        }
        slots = {
            name: _slot(_Entry("ontology.toml", f"slots.{name}", table["slots"][name]), name, None)
            for name in SLOTS
        }
    except (InputError, KeyError) as error:
        raise ModelError(f"ontology.toml is damaged: {error}; install standoff again") from error
    return Ontology(MappingProxyType(types), MappingProxyType(slots))


def load_ontology(path: str | Path) -> Ontology:
    """The shipped ontology with what a file adds to it and changes. Raises `InputError`, which says what is wrong."""
    name = str(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise InputError(name, f"is larger than {_LARGEST >> 20} MiB", "give a file of types and slots")
        table = tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise InputError(name, f"cannot be read: {error.strerror or error}", "check the name") from error
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"is no TOML: {error}", _FORM) from error
    return extended(bundled(), table, name)


def extended(base: Ontology, table: Mapping[str, Any], name: str) -> Ontology:
    """An ontology with what a table adds and changes; ``name`` is what messages call the table."""
    top = _Entry(name, "", table)
    top.only(("types", "slots"))
    types, slots = dict(base.types), dict(base.slots)
    for key, entry in top.tables("types"):
        types[key] = _type(entry, key, base.types.get(key))
    for key, entry in top.tables("slots"):
        if key not in slots:
            raise entry.fault("is no slot", f"slots are {', '.join(slots)}")
        slots[key] = _slot(entry, key, slots[key])
    return Ontology(MappingProxyType(types), MappingProxyType(slots))


class _Entry:
    """One table of a file, by its key, with what may be asked of it."""

    def __init__(self, file: str, key: str, table: Any) -> None:
        self.file, self.key, self.table = file, key, table
        if not isinstance(table, Mapping):
            raise self.fault("is no table", f"write [{key}]")

    def fault(self, reason: str, allowed: str, field: str = "") -> InputError:
        """What is wrong with the entry or one of its fields."""
        return InputError(self.file, f"{'.'.join(filter(None, (self.key, field)))} {reason}", allowed)

    def only(self, fields: Collection[str]) -> None:
        """Raises when there is another field."""
        for field in self.table:
            if field not in fields:
                raise self.fault("is not known", f"allowed: {', '.join(fields)}", field)

    def tables(self, field: str) -> list[tuple[str, _Entry]]:
        """The tables within one, by name."""
        inner = _Entry(self.file, field, self.table.get(field, {}))
        return [(name, _Entry(self.file, f"{field}.{name}", item)) for name, item in inner.table.items()]

    def text(self, field: str, otherwise: str | None) -> str | None:
        """A line of words, or what there was."""
        found = self.table.get(field, otherwise)
        if found is not None and not (
            isinstance(found, str) and found.strip() and found.isprintable() and len(found) <= _WORDS
        ):
            raise self.fault("is no line of words", f"at most {_WORDS} characters, no line breaks", field)
        return found

    def listed(self, field: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
        """A list of strings, or what there was."""
        found = self.table.get(field, otherwise)
        if not isinstance(found, (list, tuple)) or not all(isinstance(item, str) for item in found):
            raise self.fault("is no list of strings", f'write {field} = ["…", "…"]', field)
        return tuple(dict.fromkeys(found))


def _type(entry: _Entry, name: str, known: EventType | None) -> EventType:
    entry.only(("under", "covers", "label", "triggers", "more_triggers", *load("codings")))
    codes = _codes(entry, "codes", known.codes if known else {})
    triggers = _triggers(entry, "triggers", known.triggers if known else ())
    triggers += tuple(item for item in _triggers(entry, "more_triggers", ()) if item not in triggers)
    covers = entry.text("covers", known.covers if known else None) or ""
    label = entry.text("label", known.label if known else None)
    return EventType(name, _under(entry, name), covers, label, triggers, codes)


def _under(entry: _Entry, name: str) -> str:
    """The type of the records that a type is or stands under."""
    if not _NAME.fullmatch(name):
        raise entry.fault(
            "is no name", "lower-case letters, digits and underscores, at most 40, a letter first"
        )
    under = entry.table.get("under", name if name in EVENT_TYPES else None)
    if name in EVENT_TYPES and under != name:
        raise entry.fault("may not be given: the type is one of Standoff's own", "leave it out", "under")
    if under not in EVENT_TYPES:
        said = "is missing" if under is None else f"is {under!r}, no type that the model knows"
        raise entry.fault(said, f"allowed: {', '.join(EVENT_TYPES)}", "under")
    return str(under)


def _triggers(entry: _Entry, field: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    found = entry.listed(field, otherwise)
    for item in found:
        if not _TRIGGER.fullmatch(item) or item != item.lower():
            form = 'lower case, one word or two: "bomb" (begins so), "ied$" (the word itself), "opened fire"'
            raise entry.fault(f"has {item!r}", form, field)
    return found


def _codes(entry: _Entry, column: str, known: Codes) -> Codes:
    """The codes of a type (column "codes") or the fields of a slot ("fields"), by database."""
    made: dict[str, tuple[str, ...]] = {}
    for scheme, coding in load("codings").items():
        made[scheme] = entry.listed(scheme, known.get(scheme, ()))
        for code in made[scheme]:
            if code not in coding[column]:
                raise entry.fault(
                    f"has {code!r}", f"{coding['name']} has: {', '.join(coding[column])}", scheme
                )
    return MappingProxyType(made)


def _slot(entry: _Entry, name: str, known: Slot | None) -> Slot:
    entry.only(("means", "label", *load("codings")))
    means = entry.text("means", known.means if known else None) or ""
    label = entry.text("label", known.label if known else None)
    return Slot(name, means, label, _codes(entry, "fields", known.codes if known else {}))
