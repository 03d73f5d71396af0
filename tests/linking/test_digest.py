"""A digest holds what a report tells of its own incident, and comes back from JSON as it was."""

from __future__ import annotations

import json

import made
from standoff.linking.digest import digest
from standoff.linking.words import cosine, rarity, tokens
from standoff.records.incidents import Digest


def test_a_digest_names_what_the_report_is_about() -> None:
    found = digest(made.reading())
    assert found.outlet == "Marrow Valley Courier"
    assert found.at == "2031-03-14"
    assert {"tellis", "northwind"} <= {name for name, _ in found.names}
    assert "courier" not in {word for word, _ in found.words}
    assert all(toll.slot != "killed" for toll in found.tolls), "the fire in January is background"


def test_what_is_told_of_the_background_alone_is_not_what_a_report_is_about() -> None:
    found = digest(made.reading())
    assert "four" not in {word for word, _ in found.words}
    assert {"depot", "killed"} & {word for word, _ in found.words} == {"depot"}, "it is told of the news too"
    assert "january" not in {name for name, _ in found.names}


def test_a_digest_survives_json() -> None:
    found = digest(made.reading())
    assert Digest.from_json(json.loads(json.dumps(found.to_json()))) == found


def test_rare_words_weigh_more_and_weights_have_unit_length() -> None:
    assert rarity("the") < rarity("police") < rarity("zyxgrol")
    words = dict(digest(made.reading()).words)
    assert cosine(words, words) > 0.999


def test_words_are_lower_case_without_possessive_endings() -> None:
    assert tokens("Tellis’s 12 guards don't") == ["tellis", "12", "guards", "don't"]
