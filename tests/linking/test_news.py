"""Two happenings of one town and one group are two where reports give the day of each; updates stay with theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest

import trees
from many import digest as words_of
from standoff.extraction.grammar.page import Page
from standoff.linking.digest import digest
from standoff.linking.features import features
from standoff.linking.linker import group
from standoff.linking.moments import ordinal
from standoff.linking.news import news_of, recalled
from standoff.linking.scorer import link
from standoff.records import Claim, Event, Quantity, Reading, Stamp, Time
from standoff.records.incidents import Digest, News

WRITTEN = "2031-03-12"
TUESDAY = "2031-03-11"
LAST_WEEK = "2031-03-04"
DAY = ordinal(WRITTEN) or 0

EXPLODED = (
    "A/DET/2/det bomb/NOUN/3/nsubj exploded/VERB/0/root in/ADP/5/case Tarvok/PROPN/3/obl "
    "on/ADP/7/case Tuesday/PROPN/3/obl"
)
DIED = (
    "A/DET/2/det miner/NOUN/9/nsubj hurt/VERB/2/acl by/ADP/6/case a/DET/6/det bomb/NOUN/3/obl in/ADP/8/case "
    "Tarvok/PROPN/6/nmod died/VERB/0/root on/ADP/11/case Tuesday/PROPN/9/obl"
)
AFTER = (
    "Traders/NOUN/2/nsubj returned/VERB/0/root on/ADP/4/case Tuesday/PROPN/2/obl after/SCONJ/7/mark a/DET/7/det "
    "bomb/NOUN/2/obl hit/VERB/2/advcl Tarvok/PROPN/8/obj"
)
RECALLED = (
    "On/ADP/2/case Friday/PROPN/4/obl gunmen/NOUN/4/nsubj killed/VERB/0/root nine/NUM/6/nummod "
    "pilgrims/NOUN/4/obj"
)


def reading(
    lines: str, days: dict[str, str], kind: str = "bombing", trigger: str = "bomb", killed: str = ""
) -> Reading:
    """A reading whose main event has the word for it, a day for each of some words, and a toll."""
    read = trees.reading(lines)
    told: list[tuple[str, str, Time | Quantity]] = [
        (word, "time", Time(day, day)) for word, day in days.items()
    ]
    if killed:
        told.append((killed, "killed", Quantity("toll", 9, 9)))
    claims = tuple(
        Claim(f"c{place}", "e1", kind, slot, value, (trees.where(read, words),))
        for place, (words, slot, value) in enumerate(told, 1)
    )
    events = (Event("e1", kind, (trees.where(read, trigger),)),)
    report = replace(read.report, published=Stamp(WRITTEN, "day", "header"))
    return replace(read, report=report, claims=claims, events=events)


def news(read: Reading, written: int | None = DAY) -> News | None:
    return news_of(Page.of(read), read, written)


@pytest.mark.parametrize(("lines", "tied"), [(EXPLODED, True), (DIED, False), (AFTER, False)])
def test_a_day_is_of_the_happening_when_its_own_word_is_told_of_it(lines: str, tied: bool) -> None:
    assert news(reading(lines, {"Tuesday": TUESDAY})) == News(DAY - 1, DAY - 1, tied)


def test_a_day_long_before_publication_or_of_what_goes_on_is_no_news() -> None:
    assert news(reading(EXPLODED, {"Tuesday": LAST_WEEK})) is None
    assert news(reading(EXPLODED, {"Tuesday": TUESDAY}), written=None) is None
    for kind in ("hostage_taking", "arrest", "protest"):
        assert news(reading(EXPLODED, {"Tuesday": TUESDAY}, kind)) is None


def test_what_is_recalled_of_days_before_the_news_is_not_what_a_report_is_about() -> None:
    lines = f"{EXPLODED}\n{RECALLED}"
    read = reading(lines, {"Tuesday": TUESDAY, "Friday": LAST_WEEK}, killed="nine pilgrims")
    found = digest(read)
    assert found.news == News(DAY - 1, DAY - 1, True)
    assert found.tolls == ()
    assert found.days == ((DAY - 1, DAY - 1),)
    assert not {"pilgrims", "gunmen"} & {word for word, _ in found.words}
    assert recalled(Page.of(read), read, News(DAY - 1, DAY - 1, False)) == frozenset()


def test_the_news_survives_json() -> None:
    found = Digest("a", news=News(DAY, DAY, True))
    assert Digest.from_json(found.to_json()) == found
    assert Digest.from_json(found.to_json() | {"news": None}).news is None


SAME = "A bomb of the Red Lantern Front exploded in Tarvok, Norland, police chief Oren Maldis said."
MARKET = f"{SAME} Traders Mila Korr and Jon Besk fled Cattle Market as stalls burned."
STATION = f"{SAME} Drivers Pia Lund and Ove Strand fled Harbour Station as buses burned."


def twin(
    name: str, day: int, published: int, text: str = SAME, *, tied: bool = True, told: bool = True
) -> Digest:
    """A report of a bombing in Tarvok, of one wording whichever bombing it is."""
    news_of_day = News(day, day, tied) if told else None
    return words_of(name, text, published, type="bombing", days=((day, day),), news=news_of_day)


def test_reports_that_each_tell_the_day_of_their_own_news_are_of_two_incidents() -> None:
    first = [twin("a1", DAY - 7, DAY - 7), twin("a2", DAY - 7, DAY - 6)]
    second = [twin("b1", DAY, DAY), twin("b2", DAY, DAY + 1)]
    assert group([*first, *second]) == [("a1", "a2"), ("b1", "b2")]


def test_a_retelling_weeks_later_stays_with_the_incident_whose_names_and_day_it_gives() -> None:
    first = [twin("a1", DAY - 7, DAY - 7, MARKET), twin("a2", DAY - 7, DAY - 6, MARKET)]
    second = [twin("b1", DAY, DAY, STATION), twin("b2", DAY, DAY + 1, STATION)]
    later = twin("c1", DAY - 7, DAY + 14, MARKET, told=False)
    assert group([*first, *second, later]) == [("a1", "a2", "c1"), ("b1", "b2")]


def test_another_day_speaks_less_against_a_link_where_it_is_loosely_told_or_the_next() -> None:
    def value(day: int, tied: bool) -> float:
        both = twin("a", DAY, DAY), twin("b", day, day, tied=tied)
        return next(each.value for each in features(*both) if each.name == "news")

    assert value(DAY, True) == 0
    assert -1 == value(DAY + 7, True) < value(DAY + 7, False) < 0
    assert value(DAY + 7, True) < value(DAY + 1, True) < 0


def test_a_link_names_the_days_of_the_news() -> None:
    found = link(twin("a", DAY - 7, DAY - 7), twin("b", DAY, DAY))
    assert next(reason.note for reason in found.reasons if reason.feature == "news") == "news of days 7 apart"
