"""The verbs that tell, by form: what act they are and what they need beside them. The words are in ``data/cues.toml``.

Invariant: every form of every listed verb is in the table once; a form of two verbs belongs to the first listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from standoff.errors import ModelError
from standoff.extraction.lexicon import load, section
from standoff.records import ACTS
from standoff.records.claims import Act

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Cue:
    """One verb of telling. ``phrase``: tells with a noun phrase too; ``wary``: needs a quotation or "that";
    ``naming``: needs a name in quotation marks; ``by_press``: tells what a reporter was there to see.
    """

    lemma: str
    act: Act
    phrase: bool
    wary: bool
    by_thing: bool
    accusing: bool
    telling: bool
    citing: bool
    naming: bool
    by_press: bool


@cache
def verbs() -> dict[str, Cue]:
    """Every form of every telling verb. Raises `ModelError` when the data file names an unknown act."""
    grammar = section("cues", "grammar")
    irregular = {line.split()[0]: line.split()[1:] for line in grammar["irregular"]}
    table: dict[str, Cue] = {}
    for act, lemma, phrase in _listed():
        cue = Cue(lemma, act, phrase, *(lemma in grammar[key] for key in _FLAGS))
        for form in (lemma, *(irregular.get(lemma) or inflected(lemma))):
            table.setdefault(form, cue)
    return table


_FLAGS = ("wary", "by_thing", "accusing", "telling", "citing", "naming", "by_press")


def _listed() -> Iterator[tuple[Act, str, bool]]:
    for act, lists in load("cues").items():
        if act in ("grammar", "nouns", "backward"):
            continue
        if act not in ACTS:
            raise ModelError(f"lexicon cues.toml: {act!r} is no act; known: {', '.join(ACTS)}")
        for key in ("phrase", "clause"):
            for lemma in lists[key]:
                yield act, lemma, key == "phrase"


def inflected(lemma: str) -> tuple[str, str, str]:
    """The regular -s, -ed and -ing forms of a verb (no doubling of final consonants: such verbs are listed)."""
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    sibilant = lemma.endswith(("s", "x", "z", "ch", "sh", "o"))
    return f"{lemma}{'es' if sibilant else 's'}", f"{lemma}ed", f"{lemma}ing"


@cache
def words(table: str, key: str) -> frozenset[str]:
    """One list of ``cues.toml`` as a set."""
    return frozenset(section("cues", table)[key])
