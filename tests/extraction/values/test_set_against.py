"""Figures that are set against another's."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.values.set_against import rival_figures
from trees import reading

BEFORE = "Nurses/NOUN/2/nsubj counted/VERB/0/root 31/NUM/4/nummod dead/NOUN/2/obj ,/PUNCT/2/punct "


def found(behind: str) -> list[tuple[str, str, str]]:
    """The figures that words behind "Nurses counted 31 dead," set against that, with their cues and givers."""
    page = Page.of(reading(BEFORE + behind))
    return [
        (page.quote(each.figure), page.quote(each.cue), page.quote(each.giver))
        for each in rival_figures(page)
    ]


@pytest.mark.parametrize(
    ("behind", "figure", "cue"),
    [
        ("more/ADJ/2/advmod than/ADP/8/case the/DET/8/det 15/NUM/6/obl that/PRON/11/obj police/NOUN/11/nsubj "
         "had/AUX/12/aux counted/VERB/9/acl", "15", "had counted"),
        ("against/ADP/7/case 15/NUM/2/obl reported/VERB/7/acl by/ADP/10/case police/NOUN/8/obl", "15", "reported"),
        ("not/PART/8/advmod the/DET/8/det 15/NUM/4/conj given/VERB/8/acl by/ADP/11/case police/NOUN/9/obl",
         "15", "given"),
        ("or/CCONJ/7/cc 15/NUM/4/conj according/VERB/10/case to/ADP/8/fixed police/NOUN/2/obl", "15", "according to"),
    ],
)  # fmt: skip
def test_a_figure_behind_a_word_of_comparing_is_of_who_gives_it(behind: str, figure: str, cue: str) -> None:
    assert found(behind) == [(figure, cue, "police")]


@pytest.mark.parametrize(
    "behind",
    [
        "more/ADJ/2/advmod than/ADP/7/case ever/ADV/6/obl",  # no figure
        "more/ADJ/2/advmod than/ADP/9/case the/DET/9/det 15/NUM/6/obl",  # nobody's
        "more/ADJ/2/advmod than/ADP/9/case the/DET/9/det 15/NUM/6/obl that/PRON/12/obj cars/NOUN/12/nsubj "
        "hit/VERB/9/acl",  # no verb of telling
        "and/CCONJ/7/cc 15/NUM/4/conj reported/VERB/7/acl by/ADP/10/case police/NOUN/8/obl",  # told by the way
    ],
)
def test_other_figures_are_set_against_nothing(behind: str) -> None:
    assert found(behind) == []
