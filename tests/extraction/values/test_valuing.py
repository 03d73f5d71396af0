"""Values that the rest of the report decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

import trees
from standoff.extraction import extract
from standoff.records import Entity, Quantity, Stamp

_WHOLE = "Ann/PROPN/3/nsubj Sanders/PROPN/1/flat drove/VERB/0/root"
_OTHER = "Ann/PROPN/3/nsubj Sandberg/PROPN/1/flat drove/VERB/0/root"


@pytest.mark.parametrize(("before", "low"), [(_WHOLE, 1), (_OTHER, 2)])
def test_a_surname_with_s_is_one_person_where_the_report_names_her_in_full(before: str, low: int) -> None:
    told = "Sanders/PROPN/2/nsubj died/VERB/0/root"
    made = trees.reading(f"{before}\n{told}", slots=[("killed", "Sanders died", 0.9)])
    (value,) = [claim.value for claim in extract(made).claims if isinstance(claim.value, Quantity)]
    assert (value.low, value.party) == (low, "Sanders")


@pytest.mark.parametrize(
    ("tree", "party"),
    [
        ("A/DET/2/det clerk/NOUN/3/nsubj killed/VERB/0/root himself/PRON/3/obj", "clerk"),
        ("Someone/PRON/2/nsubj killed/VERB/0/root himself/PRON/2/obj", None),
        ("He/PRON/2/nsubj killed/VERB/0/root himself/PRON/2/obj", None),
        (
            "A/DET/2/det clerk/NOUN/3/nsubj left/VERB/0/root a/DET/5/det note/NOUN/3/obj before/SCONJ/7/mark "
            "killing/VERB/5/acl himself/PRON/7/obj",
            "clerk",
        ),
    ],
)
def test_who_kills_himself_is_the_one_who_does_it(tree: str, party: str | None) -> None:
    deed = "killing himself" if "killing" in tree else "killed himself"
    made = trees.reading(tree, slots=[("killed", deed, 0.9)])
    (value,) = [claim.value for claim in extract(made).claims if isinstance(claim.value, Quantity)]
    assert (value.low, value.high, value.party) == (1, 1, party)


@pytest.mark.parametrize(
    ("thing", "count"), [("blocks", 0), ("cows", 0), ("thirds", 0), ("vehicles", 0), ("clerks", 1)]
)
def test_no_toll_counts_measures_animals_or_vehicles(thing: str, count: int) -> None:
    tree = f"It/PRON/2/nsubj hit/VERB/0/root two/NUM/4/nummod {thing}/NOUN/2/obj ./PUNCT/2/punct"
    made = trees.reading(tree, slots=[("injured", f"two {thing}", 0.9), ("damage", "hit", 0.9)])
    assert sum(claim.slot == "injured" for claim in extract(made).claims) == count


@pytest.mark.parametrize(
    ("before", "found"), [("", []), ("Rebels/NOUN/2/nsubj fled/VERB/0/root\n", ["rebels"])]
)
def test_a_pronoun_that_stands_for_nobody_is_no_value(before: str, found: list[str]) -> None:
    made = trees.reading(f"{before}They/PRON/2/nsubj shot/VERB/0/root a/DET/4/det clerk/NOUN/2/obj", slots=[
        ("actor", "They", 0.9)
    ])  # fmt: skip
    values = (claim.value for claim in extract(made).claims if claim.slot == "actor")
    assert [value.text for value in values if isinstance(value, Entity)] == found


@pytest.mark.parametrize(("whom", "low"), [("whom/PRON/7/obj", 4), ("him/PRON/7/obj", 1)])
def test_whom_a_relative_pronoun_stands_for_is_as_many_as_its_noun(whom: str, low: int) -> None:
    tree = (
        f"Four/NUM/2/nummod men/NOUN/10/nsubj ,/PUNCT/7/punct {whom} we/PRON/7/nsubj have/AUX/7/aux "
        "shot/VERB/2/acl dead/ADJ/7/xcomp ,/PUNCT/2/punct fled/VERB/0/root"
    )
    made = trees.reading(tree, slots=[("killed", f"{whom.partition('/')[0]} we have shot dead", 0.9)])
    (value,) = [claim.value for claim in extract(made).claims if isinstance(claim.value, Quantity)]
    assert (value.low, value.high) == (low, low)


@pytest.mark.parametrize("verb", ["called", "planned", "scheduled"])
def test_what_is_called_for_a_day_lies_ahead_whatever_came_of_it(verb: str) -> None:
    tree = (
        f"Guards/NOUN/2/nsubj banned/VERB/0/root a/DET/4/det march/NOUN/2/obj {verb}/VERB/4/acl for/ADP/7/case "
        "Friday/PROPN/5/obl"
    )
    made = trees.reading(tree, slots=[("time", "Friday", 0.9)])
    dated = replace(made, report=replace(made.report, published=Stamp("2031-03-12", "day", "given")))
    assert [str(claim.value) for claim in extract(dated).claims if claim.slot == "time"] == ["2031-03-14"]
