"""Events in order: the news first, the background told apart by when it began."""

from __future__ import annotations

import pytest

from standoff.extraction.events.event_types import naming
from standoff.extraction.events.standing import events_of
from standoff.extraction.grammar.page import Page
from standoff.extraction.ontology_file import bundled
from standoff.records import Claim, Quantity, Time, Value
from trees import reading, where

TREES = (
    "A/DET/2/det mine/NOUN/3/nsubj killed/VERB/0/root two/NUM/5/nummod men/NOUN/3/obj Sunday/PROPN/3/obl\n"
    "Ever/ADV/2/advmod since/ADV/5/advmod 9,000/NUM/4/nummod people/NOUN/5/nsubj died/VERB/0/root"
)


@pytest.mark.parametrize(("since", "standing"), [("2008-01-01", "background"), ("2031-04-30", "related")])
def test_what_goes_on_since_years_ago_is_background_though_it_lasts_until_now(
    since: str, standing: str
) -> None:
    made = reading(TREES)
    values: list[tuple[str, str, Value, str]] = [
        ("e1", "killed", Quantity("toll", 2, 2), "two men"),
        ("e1", "time", Time("2031-05-04", "2031-05-04"), "Sunday"),
        ("e2", "killed", Quantity("toll", 9000, 9000), "9,000 people"),
        ("e2", "time", Time(since, "2031-05-05"), "Ever since"),
    ]
    claims = [
        Claim("", event, "attack", slot, value, (where(made, words),)) for event, slot, value, words in values
    ]
    page = Page.of(made)
    events, _ = events_of(page, claims, bundled(), naming(page, bundled()))
    assert [event.standing for event in events] == ["main", standing]


def test_the_event_of_the_first_sentence_is_the_main_one_though_another_has_more_claims() -> None:
    made = reading(TREES)
    values: list[tuple[str, str, Value, str]] = [
        ("lead", "killed", Quantity("toll", 2, 2), "two men"),
        ("other", "killed", Quantity("toll", 9000, 9000), "9,000 people"),
        ("other", "target", Quantity("toll", 9000, 9000), "people"),
    ]
    claims = [
        Claim("", event, kind, slot, value, (where(made, words),))
        for (event, slot, value, words), kind in zip(values, ("attack", "disaster", "disaster"), strict=True)
    ]
    page = Page.of(made)
    events, _ = events_of(page, claims, bundled(), naming(page, bundled()))
    assert (events[0].type, events[0].standing) == ("attack", "main")


def test_what_an_undated_report_dates_is_background_to_its_news() -> None:
    made = reading(TREES)
    values: list[tuple[str, str, Value, str]] = [
        ("e1", "killed", Quantity("toll", 2, 2), "two men"),
        ("e2", "killed", Quantity("toll", 9000, 9000), "9,000 people"),
        ("e2", "time", Time("2008-01-01", "2008-12-31"), "Ever since"),
    ]
    claims = [
        Claim("", event, "attack", slot, value, (where(made, words),)) for event, slot, value, words in values
    ]
    page = Page.of(made)
    events, _ = events_of(page, claims, bundled(), naming(page, bundled()))
    assert [event.standing for event in events] == ["main", "background"]


def test_what_the_news_came_beside_is_background_to_it() -> None:
    made = reading(
        "A/DET/2/det mine/NOUN/3/nsubj killed/VERB/0/root two/NUM/5/nummod men/NOUN/3/obj\n"
        "The/DET/2/det blast/NOUN/3/nsubj came/VERB/0/root as/SCONJ/6/mark rebels/NOUN/6/nsubj held/VERB/3/advcl "
        "six/NUM/8/nummod nurses/NOUN/6/obj"
    )
    values = [("e1", "killed", 2, "two men"), ("e2", "captive", 6, "six nurses")]
    claims = [
        Claim("", event, "bombing", slot, Quantity("toll", number, number), (where(made, words),))
        for event, slot, number, words in values
    ]
    page = Page.of(made)
    events, _ = events_of(page, claims, bundled(), naming(page, bundled()))
    assert [event.standing for event in events] == ["main", "background"]


@pytest.mark.parametrize(
    ("tree", "words", "kind", "trigger"),
    [
        ("Men/NOUN/2/nsubj opened/VERB/0/root fire/NOUN/2/obj", "Men", "attack", "opened fire"),
        (
            "Police/NOUN/2/nsubj said/VERB/0/root men/NOUN/4/nsubj left/VERB/2/ccomp",
            "Police",
            "release",
            "Police",
        ),
    ],
)
def test_a_trigger_is_all_that_names_the_type_and_no_verb_of_saying(
    tree: str, words: str, kind: str, trigger: str
) -> None:
    made = reading(tree)
    page = Page.of(made)
    claims = [Claim("", "e1", kind, "actor", Quantity("count", 2, 2), (where(made, words),))]
    (event,), _ = events_of(page, claims, bundled(), naming(page, bundled()))
    assert [span.quote(page.text) for span in event.trigger] == [trigger]
