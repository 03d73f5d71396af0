"""Repeated claims become one, with all their places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standoff.extraction.repeats import merged, repeats
from standoff.records import Claim, Entity, Place, Quantity, Source, Span, Text, Time, Value


def claim(slot: str, value: Value, at: int, *, chain: tuple[str, ...] = (), event: str = "e1") -> Claim:
    links = tuple(Source(name, "named", "media") for name in chain)
    return Claim("", event, "attack", slot, value, (Span(at, at + 3),), chain=links)


@pytest.mark.parametrize(
    ("value", "known", "same"),
    [
        (Place("the depot"), Place("a depot in Tellis"), True),
        (Place("a depot in Tellis"), Place("the depot"), False),
        (Entity("Orlo"), Entity("Ana Orlo"), True),
        (Entity("clerk"), Entity("Ana Orlo"), False),
        (Quantity("toll", 2, 2), Quantity("toll", 2, 2, party="guards"), True),
        (Quantity("toll", 2, 2, party="cooks"), Quantity("toll", 2, 2, party="guards"), False),
        (Quantity("toll", 2, None), Quantity("toll", 2, 2), False),
        (Time("2031-03-14", "2031-03-14"), Time("2031-03-14", "2031-03-14"), True),
        (Time("2031-03-14", "2031-03-14"), Time("2031-03-13", "2031-03-14"), False),
        (Text("Under way"), Text("under way"), True),
    ],
)
def test_a_value_repeats_another_that_says_as_much(value: Value, known: Value, same: bool) -> None:
    assert repeats(value, known) is same


def test_a_repeat_adds_its_place_and_no_claim() -> None:
    made = merged([claim("place", Place("Tellis"), 50), claim("place", Place("a depot in Tellis"), 10)], "")
    assert [(str(c.value), c.evidence) for c in made] == [("a depot in Tellis", (Span(10, 13), Span(50, 53)))]


def test_another_chain_or_event_says_it_for_itself() -> None:
    made = merged(
        [
            claim("place", Place("Tellis"), 10),
            claim("place", Place("Tellis"), 30, chain=("Orsk Radio",)),
            claim("place", Place("Tellis"), 60, event="e2"),
        ],
        "",
    )
    assert len(made) == 3


def test_the_day_of_an_event_without_a_place_is_that_of_one_like_it() -> None:
    day = Time("2031-03-14", "2031-03-14")
    first, again = claim("time", day, 10), claim("time", day, 50, event="e2")
    assert [c.evidence for c in merged([first, again], "")] == [(Span(10, 13), Span(50, 53))]
    assert len(merged([first, again, claim("place", Place("Tellis"), 60, event="e2")], "")) == 3
    assert len(merged([first, replace(again, type="arrest")], "")) == 2
    assert len(merged([first, claim("time", day, 50, event="e2", chain=("Orsk Radio",))], "")) == 2


def test_a_claim_is_named_after_all_that_were_gathered_into_it() -> None:
    said = [
        claim("place", Place("the depot"), 9),
        claim("place", Place("a depot in Tellis"), 2),
        claim("time", Text("x"), 5),
    ]
    drafts = [replace(item, id=str(number)) for number, item in enumerate(said)]
    assert [item.id for item in merged(drafts, "")] == ["1 0", "2"]


@pytest.mark.parametrize(("second", "count"), [("Another clerk", 2), ("The clerk", 1)])
def test_another_one_is_nobody_told_of_before(second: str, count: int) -> None:
    text = f"A clerk was hurt.\n{second} was hurt.\nThe clerk is at home."
    places = [text.index("A clerk"), text.index(second), text.rindex("The clerk")]
    made = merged([claim("injured", Quantity("toll", 1, 1, party="clerk"), at) for at in places], text)
    assert [len(item.evidence) for item in made] == ([2, 1] if count == 2 else [3])


@pytest.mark.parametrize(
    ("between", "party", "count"),
    [(", ", None, 2), (".\n", None, 1), (", ", "clerk", 1), (", ", "clerks", 2)],
)
def test_one_and_one_of_a_paragraph_are_two(between: str, party: str | None, count: int) -> None:
    first, second = (
        ("one clerk fell", "one clerk was burnt") if party == "clerk" else ("one fell", "one was burnt")
    )
    text, value = f"{first}{between}{second}", Quantity("toll", 1, 1, party=party)
    places = [Span(0, len(first)), Span(len(first + between), len(text))]
    made = merged([replace(claim("injured", value, 0), evidence=(at,)) for at in places], text)
    assert len(made) == count


@pytest.mark.parametrize(("known", "said"), [("anti-Bly marchers", False), ("Ana Bly", True)])
def test_who_is_against_somebody_is_not_he(known: str, said: bool) -> None:
    assert repeats(Entity("Bly"), Entity(known)) is said
