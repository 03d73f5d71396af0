"""Places in a list: each by itself, where they are told one by one."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.slots.joined_places import with_joined_places
from standoff.extraction.slots.row import Row
from trees import reading

NAMES = (
    "rebels/NOUN/2/nsubj shelled/VERB/0/root Arden/PROPN/2/obj ,/PUNCT/5/punct Tolm/PROPN/3/conj and/CCONJ/7/cc "
    "Sellin/PROPN/3/conj"
)
CASES = {
    "names": (NAMES, (2, 7), ["Arden", "Tolm", "Sellin"]),
    "one name alone of a list": (NAMES, (2, 3), ["Arden"]),
    "of a kind that is told once": (
        "in/ADP/3/case the/DET/3/det towns/NOUN/0/root of/ADP/5/case Arden/PROPN/3/nmod and/CCONJ/7/cc "
        "Tolm/PROPN/5/conj",
        (1, 7),
        ["Arden", "Tolm"],
    ),
    "with a preposition each": (
        "at/ADP/3/case a/DET/3/det school/NOUN/0/root and/CCONJ/7/cc at/ADP/7/case a/DET/7/det mosque/NOUN/3/conj",
        (0, 7),
        ["at a school", "a mosque"],
    ),
    "what is said of a name goes with it": (
        "Arden/PROPN/0/root ,/PUNCT/4/punct the/DET/4/det capital/NOUN/1/appos ,/PUNCT/7/punct and/CCONJ/7/cc "
        "Tolm/PROPN/1/conj",
        (0, 7),
        ["Arden, the capital", "Tolm"],
    ),
    "a name in two words that the tree joins one by one": (
        "Arden/PROPN/0/root ,/PUNCT/3/punct El/PROPN/1/conj Tolm/PROPN/1/conj and/CCONJ/6/cc Sellin/PROPN/1/conj",
        (0, 6),
        ["Arden", "El Tolm", "Sellin"],
    ),
    "a name that the tree hangs elsewhere": (
        "killed/VERB/0/root in/ADP/3/case Arden/PROPN/1/obl ,/PUNCT/5/punct Tolm/PROPN/1/obl and/CCONJ/7/cc "
        "Sellin/PROPN/3/conj",
        (2, 7),
        ["Arden", "Tolm", "Sellin"],
    ),
    "a town with its land": (
        "Boston/PROPN/0/root ,/PUNCT/3/punct Massachusetts/PROPN/1/appos ,/PUNCT/6/punct and/CCONJ/6/cc "
        "Tolm/PROPN/1/conj",
        (0, 6),
        ["Boston, Massachusetts", "Tolm"],
    ),
    "joined to an inner word of a name": (
        "El/PROPN/0/root Tolm/PROPN/1/flat ,/PUNCT/4/punct Arden/PROPN/2/conj and/CCONJ/6/cc Sellin/PROPN/2/conj",
        (0, 6),
        ["El Tolm", "Arden", "Sellin"],
    ),
    "joined to something before it": (
        "left/VERB/0/root Arden/PROPN/1/obj and/CCONJ/4/cc Tolm/PROPN/1/conj",
        (1, 4),
        ["Arden", "Tolm"],
    ),
    "with a preposition, whatever the tree makes of it": (
        "at/ADP/3/case the/DET/3/det school/NOUN/0/root and/CCONJ/7/cc near/ADP/7/case the/DET/7/det "
        "mosque/NOUN/3/nmod",
        (1, 7),
        ["the school", "the mosque"],
    ),
    "the last of another kind": (
        "the/DET/2/det towns/NOUN/0/root of/ADP/4/case Arden/PROPN/2/nmod ,/PUNCT/6/punct Tolm/PROPN/4/conj "
        "and/CCONJ/9/cc the/DET/9/det airport/NOUN/2/conj",
        (0, 9),
        ["Arden", "Tolm", "the airport"],
    ),
    "with a time between": (
        "inside/ADP/3/case a/DET/3/det bar/NOUN/0/root around/ADP/5/case 1:15/NUM/3/nmod on/ADP/8/case "
        "Elm/PROPN/8/compound Street/PROPN/3/nmod",
        (0, 8),
        ["inside a bar", "on Elm Street"],
    ),
    "with a name that looks like a time": (
        "the/DET/4/det 9/NUM/4/nummod May/PROPN/4/compound bridge/NOUN/0/root in/ADP/6/case Tolm/PROPN/4/nmod",
        (0, 6),
        ["the 9 May bridge in Tolm"],
    ),
    "what lies between": (
        "between/ADP/2/case Arden/PROPN/0/root and/CCONJ/4/cc Tolm/PROPN/2/conj",
        (0, 4),
        ["between Arden and Tolm"],
    ),
    "a crossing": (
        "near/ADP/2/case 23rd/NOUN/0/root and/CCONJ/4/cc Lindell/PROPN/2/conj",
        (0, 4),
        ["near 23rd and Lindell"],
    ),
    "streets": (
        "Arden/PROPN/0/root and/CCONJ/4/cc Tolm/PROPN/4/compound Streets/PROPN/1/conj",
        (0, 4),
        ["Arden and Tolm Streets"],
    ),
    "one name": (
        "Bosnia/PROPN/0/root and/CCONJ/3/cc Herzegovina/PROPN/1/conj",
        (0, 3),
        ["Bosnia and Herzegovina"],
    ),
    "nouns that share a word": (
        "the/DET/2/det homes/NOUN/0/root and/CCONJ/4/cc shops/NOUN/2/conj of/ADP/6/case Arden/PROPN/2/nmod",
        (0, 6),
        ["the homes and shops of Arden"],
    ),
    "words that hold a clause": (
        "Arden/PROPN/0/root is/AUX/4/cop the/DET/4/det home/NOUN/1/acl of/ADP/6/case it/PRON/4/nmod and/CCONJ/8/cc "
        "Tolm/PROPN/1/conj",
        (0, 8),
        ["Arden is the home of it and Tolm"],
    ),
}


@pytest.mark.parametrize(("tree", "at", "places"), CASES.values(), ids=CASES)
def test_places_of_a_list_are_each_a_value(tree: str, at: tuple[int, int], places: list[str]) -> None:
    page = Page.of(reading(tree))
    rows = with_joined_places(page, [Row(0, "place", Stretch(*at), 0.9)])
    assert [page.quote(row.at).replace(" ,", ",") for row in rows] == places


def test_parties_of_a_list_are_left_to_others() -> None:
    page = Page.of(reading(NAMES))
    row = Row(0, "target", Stretch(2, 7), 0.9)
    assert with_joined_places(page, [row]) == [row]
