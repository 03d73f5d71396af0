"""Places and times that stand in words which tell of something else must be surer than others."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.footing import with_firm_settings
from standoff.extraction.slots.row import Row
from trees import reading

_SEEN = (
    "Guards/NOUN/2/nsubj found/VERB/0/root him/PRON/2/obj in/ADP/6/case {opens}/DET/6/det {place}/{tag}/2/obl "
    "on/ADP/8/case Friday/PROPN/2/obl"
)
_SAID = (
    "She/PRON/2/nsubj {verb}/VERB/0/root on/ADP/4/case Friday/PROPN/2/obl that/SCONJ/7/mark he/PRON/7/nsubj "
    "fled/VERB/2/ccomp"
)


def _stands(tree: str, around: tuple[str, str] | None, slot: str, words: str, score: float) -> bool:
    page = Page.of(reading(tree, slots=[*([(*around, 0.9)] if around else []), (slot, words, score)]))
    table = page.reading.slots
    rows = [
        Row(number, table.names[label], row.at, row.score)
        for number, (label, row) in enumerate(zip(table.labels.tolist(), page.read_slots, strict=True))
    ]
    return any(row.slot == slot and row.score < 0.9 for row in with_firm_settings(page, rows))


@pytest.mark.parametrize(
    ("opens", "place", "tag", "score", "expected"),
    [
        ("the", "hallway", "NOUN", 0.4, False),
        ("their", "hallway", "NOUN", 0.4, False),
        ("the", "hallway", "NOUN", 0.7, True),
        ("a", "hallway", "NOUN", 0.4, True),
        ("the", "Arden", "PROPN", 0.4, True),
    ],
)
def test_a_place_known_before_is_no_new_one_within_what_somebody_saw(
    opens: str, place: str, tag: str, score: float, expected: bool
) -> None:
    tree = _SEEN.format(opens=opens, place=place, tag=tag)
    seen = ("observation", f"found him in {opens} {place}")
    assert _stands(tree, seen, "place", f"{opens} {place}", score) is expected
    assert _stands(tree, None, "place", f"{opens} {place}", score)


@pytest.mark.parametrize(("score", "expected"), [(0.5, False), (0.7, True)])
def test_a_place_within_a_target_must_be_surer(score: float, expected: bool) -> None:
    tree = "They/PRON/2/nsubj hit/VERB/0/root guards/NOUN/2/obj at/ADP/5/case Arden/PROPN/3/nmod"
    assert _stands(tree, ("target", "guards at Arden"), "place", "Arden", score) is expected
    assert _stands(tree, ("target", "guards"), "place", "Arden", score)


@pytest.mark.parametrize(
    ("verb", "score", "expected"), [("said", 0.6, False), ("said", 0.8, True), ("heard", 0.4, True)]
)
def test_a_day_on_which_something_was_said_must_be_surer(verb: str, score: float, expected: bool) -> None:
    assert _stands(_SAID.format(verb=verb), None, "time", "Friday", score) is expected


def test_a_day_between_said_and_what_is_said_is_of_the_saying_wherever_the_tree_hangs_it() -> None:
    tree = (
        "She/PRON/2/nsubj said/VERB/0/root Friday/PROPN/{head}/obl {that}/SCONJ/6/mark he/PRON/6/nsubj "
        "fled/VERB/2/ccomp"
    )
    assert not _stands(tree.format(head=6, that="that"), None, "time", "Friday", 0.6)
    assert _stands(tree.format(head=6, that="when"), None, "time", "Friday", 0.6)
    assert _stands(tree.format(head=2, that="when"), None, "time", "Friday", 0.6)
