"""An ontology for people and files: tables for the terminal, JSON, and TOML to start a file of one's own from.

Invariant: the TOML reads back as the same ontology.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from standoff.extraction.ontology import Codes, EventType, Ontology, Slot
from standoff.publish.labels import labels
from standoff.publish.safety import to_json
from standoff.publish.terminal import TABLE_FROM, console, heading, plain, printed, table

if TYPE_CHECKING:
    from rich.text import Text

Json = dict[str, Any]
Codings = Mapping[str, Mapping[str, Any]]  # data/codings.toml

_TYPES = (("Type", 16), ("What counts", 26), ("Words that name it", 28), ("Codes", 30))
_SLOTS = (("Slot", 16), ("What it holds", 40), ("Fields", 44))
_HEAD = """\
# Types and slots for `standoff brief --ontology FILE` and its like (docs/ontology.md). What stands here goes before
# what ships: leave out what is to stay as it is. A type of your own says under which of Standoff's it stands.
"""


def ontology_text(ontology: Ontology, codings: Codings, width: int, color: bool) -> str:
    """Types and slots as tables of at most ``width`` columns, or as blocks of lines where that is narrow."""
    on = console(width, color)
    return printed(_items(ontology, codings, on.width >= TABLE_FROM), on)


def ontology_json(ontology: Ontology) -> str:
    """The ontology as one JSON object."""
    kinds = {name: _type_facts(kind) for name, kind in ontology.types.items()}
    slots = {name: _slot_facts(slot) for name, slot in ontology.slots.items()}
    return to_json({"types": kinds, "slots": slots}, indent=1) + "\n"


def ontology_toml(ontology: Ontology) -> str:
    """The ontology as a file for ``--ontology``."""
    blocks = [_block(f"types.{name}", _type_facts(kind)) for name, kind in ontology.types.items()]
    blocks += [_block(f"slots.{name}", _slot_facts(slot)) for name, slot in ontology.slots.items()]
    return "\n".join([_HEAD, *blocks])


def _block(key: str, facts: Json) -> str:
    return f"[{key}]\n" + "".join(f"{name} = {to_json(fact)}\n" for name, fact in facts.items())


def _type_facts(kind: EventType) -> Json:
    own = {"under": kind.under} if kind.under != kind.name else {}
    return (
        own | {"covers": kind.covers} | _label(kind) | {"triggers": list(kind.triggers)} | _listed(kind.codes)
    )


def _slot_facts(slot: Slot) -> Json:
    return {"means": slot.means} | _label(slot) | _listed(slot.codes)


def _label(item: EventType | Slot) -> Json:
    return {"label": item.label} if item.label else {}


def _listed(codes: Codes) -> Json:
    return {scheme: list(found) for scheme, found in codes.items()}


def _items(ontology: Ontology, codings: Codings, wide: bool) -> Iterator[Any]:
    words = labels().called(ontology.labels)
    yield plain("Types of events", "bold")
    rows = [
        [
            _named(kind.name, words.word("types", kind.name), kind.under),
            plain(kind.covers),
            plain(", ".join(kind.triggers)),
            _codes(kind.codes, codings),
        ]
        for kind in ontology.types.values()
    ]
    yield from _rows(rows, _TYPES, wide)
    yield from heading("Slots")
    rows = [
        [_named(slot.name, words.word("slots", slot.name)), plain(slot.means), _codes(slot.codes, codings)]
        for slot in ontology.slots.values()
    ]
    yield from _rows(rows, _SLOTS, wide)
    yield from heading("Where the codes are from")
    for coding in codings.values():
        yield plain(f"{coding['name']} ({coding['codes_are']}): {coding['source']}")


def _named(name: str, label: str, under: str | None = None) -> Text:
    from rich.text import Text

    below = [plain(f"under {under}", "dim")] if under not in (None, name) else []
    return Text("\n").join([plain(name, "bold"), plain(label, "dim"), *below])


def _codes(codes: Codes, codings: Codings) -> Text:
    from rich.text import Text

    lines = [
        plain(f"{codings[scheme]['name']}: {', '.join(found)}") for scheme, found in codes.items() if found
    ]
    return Text("\n").join(lines)


def _rows(rows: Sequence[list[Text]], columns: Sequence[tuple[str, int]], wide: bool) -> Iterator[Any]:
    if wide:
        yield table([(row, True) for row in rows], columns)
        return
    for row in rows:
        yield from (cell for cell in row if cell.plain)
        yield ""
