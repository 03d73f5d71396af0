"""What slots, event types and the rest are called in words, from ``data/labels.toml``.

Invariant: every name of `standoff.records` has its words, so no brief ever shows a bare key of ours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from standoff.errors import StandoffError
from standoff.records import (
    ACTS,
    CERTAINTIES,
    EVENT_TYPES,
    IDENTIFICATIONS,
    KINDS,
    POLARITIES,
    REALES,
    SLOTS,
)
from standoff.records.claims import Level, Standing

Names = Mapping[str, Mapping[str, str]]  # words by table of the file, then by name

_NAMES: dict[str, tuple[str, ...]] = {
    "slots": SLOTS,
    "types": EVENT_TYPES,
    "certainties": CERTAINTIES,
    "polarities": POLARITIES,
    "realises": REALES,
    "leads": (*CERTAINTIES, *REALES),
    "levels": get_args(Level),
    "acts": ACTS,
    "denied_acts": ACTS,
    "identifications": IDENTIFICATIONS,
    "kinds": KINDS,
    "standings": get_args(Standing),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One question that a brief asks of an event, with the slots that answer it, in order."""

    key: str
    label: str
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words for every name; a name from elsewhere (a later version's, say) is shown with spaces for underscores."""

    questions: tuple[Question, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    words: dict[str, dict[str, str]]
    joins: dict[str, str]

    def word(self, section: str, name: str) -> str:
        """What ``name`` is called; ``section`` is a table of the file ("slots", "acts", ...)."""
        return self.words[section].get(name, name.replace("_", " "))

    def called(self, names: Names | None) -> Labels:
        """The labels with other words for some names ("types", "slots")."""
        if not names:
            return self
        return replace(
            self, words=self.words | {key: {**self.words[key], **own} for key, own in names.items()}
        )

    def join(self, event_type: str) -> str:
        """The word between an event's type and its target."""
        return self.joins.get(event_type, "involving")


@cache
def labels() -> Labels:
    """The labels that come with the package. Raises `StandoffError` when the file is damaged or lacks a name."""
    text = (files("standoff.publish") / "data" / "labels.toml").read_text(encoding="utf-8")
    return parse(text)


def parse(text: str) -> Labels:
    """Labels from TOML. Raises `StandoffError` that names what is wrong."""
    try:
        data = tomllib.loads(text)
        made = _made(data)
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise StandoffError(f"labels.toml is damaged: {error!r}; install standoff again") from error
    _check(made)
    return made


def _made(data: dict[str, Any]) -> Labels:
    words = {section: dict(data[section]) for section in (*_NAMES, "bases")}
    types = words.pop("types")
    words["types"] = {name: kind["label"] for name, kind in types.items()}
    return Labels(
        questions=tuple(
            Question(item["key"], item["label"], tuple(item["slots"])) for item in data["questions"]
        ),
        months=tuple(data["calendar"]["months"]),
        weekdays=tuple(data["calendar"]["weekdays"]),
        words=words,
        joins={name: kind["of"] for name, kind in types.items()},
    )


def _check(made: Labels) -> None:
    for section, names in _NAMES.items():
        if set(made.words[section]) != set(names):
            odd = sorted(set(made.words[section]) ^ set(names))
            raise StandoffError(f"labels.toml, [{section}]: missing or unknown: {', '.join(odd)}")
    asked = [slot for question in made.questions for slot in question.slots]
    if sorted(asked) != sorted(SLOTS):
        raise StandoffError("labels.toml, [[questions]]: every slot must stand under exactly one question")
    if (len(made.months), len(made.weekdays)) != (12, 7):
        raise StandoffError("labels.toml, [calendar]: there are twelve months and seven weekdays")
