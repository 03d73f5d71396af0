"""A digest holds what a report tells of its own incident, and comes back from JSON as it was."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

import made
import trees
from standoff.linking.digest import digest
from standoff.linking.words import cosine, rarity, tokens
from standoff.records import Claim, Event, Quantity, Span
from standoff.records.incidents import Digest

NEWS = "A mine killed two men in Tellis"


def test_a_digest_names_what_the_report_is_about() -> None:
    found = digest(made.reading())
    assert found.outlet == "Marrow Valley Courier"
    assert found.at == "2031-03-14"
    assert {"tellis", "northwind"} <= {name for name, _ in found.names}
    assert "courier" not in {word for word, _ in found.words}
    assert all(toll.slot != "killed" for toll in found.tolls), "the fire in January is background"


@pytest.mark.parametrize("begins", ["The blast came", "The miners wept"])
def test_what_the_news_is_only_set_beside_is_not_what_a_report_is_about(begins: str) -> None:
    told_of = f"{begins} a day after a ferry sank off Korvale with nine pilgrims"
    trees_of = (" ".join(f"{word}/X/0/root" for word in line.split()) for line in (NEWS, told_of))
    read = trees.reading("\n".join(trees_of))
    events = (Event("e1", "bombing", (Span(0, 1),)), Event("e2", "accident", (Span(0, 1),), "background"))
    told = (("e1", 2, "two men"), ("e2", 9, "nine pilgrims"))
    claims = tuple(
        Claim(name, event, "bombing", "killed", Quantity("toll", number, number), (trees.where(read, quote),))
        for name, (event, number, quote) in zip("ab", told, strict=True)
    )
    found = {word for word, _ in digest(replace(read, claims=claims, events=events)).words}
    assert "tellis" in found
    assert ("korvale" in found) == (begins != "The blast came")


def test_a_digest_survives_json() -> None:
    found = digest(made.reading())
    assert Digest.from_json(json.loads(json.dumps(found.to_json()))) == found


def test_rare_words_weigh_more_and_weights_have_unit_length() -> None:
    assert rarity("the") < rarity("police") < rarity("zyxgrol")
    words = dict(digest(made.reading()).words)
    assert cosine(words, words) > 0.999


def test_words_are_lower_case_without_possessive_endings() -> None:
    assert tokens("Tellis’s 12 guards don't") == ["tellis", "12", "guards", "don't"]
