"""The form that an answer must have, as a JSON schema and as a check of what came back.

Invariant: one bad item never costs the good ones beside it: each is checked by itself, and those that fail are counted.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from standoff.reading.llm.cost import Cost
from standoff.records import EVENT_TYPES, SLOTS
from standoff.records.claims import Act, Certainty, Identification, Kind, Polarity, Realis

Json = dict[str, Any]
MOST = 2000  # items of one kind that are looked at; a report has a few dozen


def _one_of(known: tuple[str, ...]) -> Callable[[str], str]:
    def check(word: str) -> str:
        if word not in known:
            raise ValueError("not one of the choices")
        return word

    return check


_Type = Annotated[
    str, AfterValidator(_one_of(EVENT_TYPES)), Field(json_schema_extra={"enum": list(EVENT_TYPES)})
]
_Slot = Annotated[str, AfterValidator(_one_of(SLOTS)), Field(json_schema_extra={"enum": list(SLOTS)})]


class _Item(BaseModel):
    # Fields that nobody asked for (offsets, reasons) are passed over; the schema tells the endpoint to leave them out.
    model_config = ConfigDict(extra="ignore", strict=True, json_schema_extra={"additionalProperties": False})


class Happening(_Item):
    """An event: a name of the model's choosing, and its type."""

    id: str
    type: _Type


class Saying(_Item):
    """Somebody tells something. ``source`` is ``None`` in "it was reported"; ``within`` is the saying around it."""

    id: str
    within: str | None
    context: str
    source: str | None
    name: str | None
    identification: Identification
    kind: Kind
    cue: str
    act: Act
    content: list[str]


class Point(_Item):
    """One value: its words, where they stand, who says it and how firmly. ``antecedent`` is whom a pronoun means."""

    event: str
    slot: _Slot
    quote: str
    context: str
    antecedent: str | None
    saying: str | None
    polarity: Polarity
    certainty: Certainty
    realis: Realis
    hedge: str | None


class _Whole(_Item):
    events: list[Happening]
    sayings: list[Saying]
    claims: list[Point]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, checked for form only: nothing in it has been looked up in the text yet."""

    types: dict[str, str]
    sayings: tuple[Saying, ...]
    points: tuple[Point, ...]


_Made = TypeVar("_Made", bound=_Item)


def schema() -> Json:
    """The JSON schema of an answer, as strict structured output wants it: every property required, none besides."""
    return _Whole.model_json_schema()


def parse(words: str, cost: Cost) -> Answer:
    """The answer in a model's words. Raises `ValueError` when they are no JSON object at all."""
    try:
        data = json.loads(_unfenced(words))
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(data, dict):
        raise ValueError("no JSON object")
    events = _good(data.get("events"), Happening, cost)
    return Answer(
        {event.id: event.type for event in events},
        tuple(_good(data.get("sayings"), Saying, cost)),
        tuple(_good(data.get("claims"), Point, cost)),
    )


def _unfenced(words: str) -> str:
    """Without the Markdown fence that models put around code."""
    return words.strip().removeprefix("```json").removeprefix("```").removesuffix("```")


def _good(items: object, kind: type[_Made], cost: Cost) -> list[_Made]:
    found = items if isinstance(items, list) else []
    made = []
    for item in found[:MOST]:
        try:
            made.append(kind.model_validate(item))
        except ValidationError:
            continue
    cost.drop("of another form than was asked for", len(found) - len(made))
    return made
