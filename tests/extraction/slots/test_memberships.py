"""The groups that people are told to be members of."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.slots.memberships import with_memberships
from standoff.extraction.slots.rows import slot_rows
from standoff.records import EVENT_TYPES
from trees import reading

MEMBERS = (
    "Three/NUM/2/nummod {who}/NOUN/7/nsubj {tie}/ADP/6/case the/DET/6/det Vale/PROPN/6/compound "
    "{body}/{tag}/2/nmod shot/VERB/0/root a/DET/9/det clerk/NOUN/7/obj"
)


def groups(who: str, tie: str, body: str, tag: str = "PROPN", *more: tuple[str, str, float]) -> list[str]:
    tree = MEMBERS.format(who=who, tie=tie, body=body, tag=tag)
    whole = f"Three {who} {tie} the Vale {body}"
    page = Page.of(reading(tree, slots=[("actor", whole, 0.6), *more]))
    return [
        page.quote(row.at) for row in with_memberships(page, slot_rows(page)) if row.slot == "affiliation"
    ]


@pytest.mark.parametrize(
    ("who", "tie", "body", "tag", "found"),
    [
        ("members", "of", "Front", "PROPN", ["the Vale Front"]),
        ("fighters", "from", "brigade", "NOUN", ["the Vale brigade"]),
        ("members", "of", "council", "NOUN", []),
        ("neighbours", "of", "Front", "PROPN", []),
        ("members", "near", "Front", "PROPN", []),
    ],
)
def test_the_body_that_members_are_of_is_their_affiliation(
    who: str, tie: str, body: str, tag: str, found: list[str]
) -> None:
    assert groups(who, tie, body, tag) == found


@pytest.mark.parametrize(
    ("tied", "body", "found"),
    [
        ("belonging/VERB/2/acl to", "rebels", ["the rebels"]),
        ("allied/VERB/2/acl with", "rebels", ["the rebels"]),
        ("belonging/VERB/2/acl to", "roof", []),
        ("fleeing/VERB/2/acl to", "rebels", []),
    ],
)
def test_the_body_that_somebody_belongs_to_is_his_affiliation(tied: str, body: str, found: list[str]) -> None:
    tree = (
        f"A/DET/2/det clerk/NOUN/7/nsubj {tied}/ADP/6/case the/DET/6/det {body}/NOUN/3/obl fell/VERB/0/root"
    )
    page = Page.of(reading(tree, slots=[("observation", "fell", 0.6)]))
    rows = with_memberships(page, slot_rows(page))
    assert [page.quote(row.at) for row in rows if row.slot == "affiliation"] == found


def test_a_group_that_is_read_already_is_not_told_twice() -> None:
    assert groups("members", "of", "Front", "PROPN", ("affiliation", "Vale Front", 0.5)) == ["Vale Front"]


@pytest.mark.parametrize(("kind", "found"), [("verdict", ["Vale Front"]), ("attack", [])])
def test_the_accused_are_of_the_group_whose_members_they_are(kind: str, found: list[str]) -> None:
    tree = (
        "Members/NOUN/5/nsubj of/ADP/4/case Vale/PROPN/4/compound Front/PROPN/1/nmod "
        "fell/VERB/0/root ./PUNCT/5/punct"
    )
    made = reading(tree, slots=[("target", "Members of Vale Front", 0.9)])
    types = np.zeros_like(made.slot_types)
    types[:, EVENT_TYPES.index(kind)] = 1
    page = Page.of(replace(made, slot_types=types))
    rows = with_memberships(page, slot_rows(page))
    assert [page.quote(row.at) for row in rows if row.slot == "affiliation"] == found
