"""One suite for every store. A second database joins by its address in ``STORES``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import made
from standoff.errors import InputError, NotFound
from standoff.records import Claim, Entity, Event, Quantity, Source, Stamp
from standoff.store import Store, open_store

STORES = {"file": "sqlite:///{folder}/news.db", "memory": "sqlite://"}


@pytest.fixture(params=STORES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return STORES[request.param].format(folder=tmp_path)


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    opened = open_store(address)
    yield opened
    opened.close()


def test_a_reading_comes_back_equal_to_the_one_added(store: Store) -> None:
    reading = made.reading()
    store.add(reading)
    assert made.same(store.reading(reading.report.id), reading)


def test_a_reading_with_nothing_in_it_comes_back_too(store: Store) -> None:
    reading = made.bare_reading("")
    store.add(reading)
    assert made.same(store.reading(reading.report.id), reading)


def test_sources_of_a_chain_come_back_with_their_words(store: Store) -> None:
    reading = made.reading()
    text = reading.report.text
    source = Source("Red Heron group", "named", "party", (made.at(text, "The group"),), ("outlawed group",))
    claim = replace(reading.claims[6], chain=(made.AGENCY, source), score=1 / 3)
    reading = replace(reading, claims=(*reading.claims[:6], claim, *reading.claims[7:]))
    store.add(reading)
    assert store.reading(reading.report.id).claims == reading.claims


def test_all_that_is_known_of_a_report_comes_back(store: Store) -> None:
    stamp = Stamp("2031-03-14T06:00:00Z", "second", "json-ld")
    report = replace(
        made.report(),
        url="https://example.org/a",
        byline="A. Writer",
        modified=stamp,
        captured=stamp,
        title="A\n\x00 title",
    )
    store.add(replace(made.reading(), report=report))
    assert store.reading(report.id).report == report


def test_adding_twice_changes_nothing(store: Store) -> None:
    first, again = store.add(made.reading()), store.add(made.reading())
    assert (first, again) == (True, False)
    assert [summary.claims for summary in store.reports()] == [11]
    assert len(store.search("guards")) == 1


def test_a_number_wider_than_any_column_comes_back_whole(store: Store) -> None:
    reading = made.reading()
    claim = replace(reading.claims[1], value=Quantity("toll", 10**30, 10**30))
    reading = replace(reading, claims=(reading.claims[0], claim, *reading.claims[2:]))
    store.add(reading)
    assert store.reading(reading.report.id).claims[1].value == Quantity("toll", 10**30, 10**30)


def test_half_surrogates_never_stop_a_report_and_move_no_offset(store: Store) -> None:
    reading = made.bare_reading("caf\ud83d \ude00 guards \x00 seized", name="\udcff.txt", outlet="\ud800")
    store.add(reading)
    held = store.reading(reading.report.id).report
    assert held.text == "caf\ufffd \ufffd guards \x00 seized"
    assert len(held.text) == len(reading.report.text)


def test_a_reading_that_contradicts_itself_is_refused_whole(store: Store) -> None:
    reading = made.reading()
    stray = Claim("c99", "e77", "attack", "actor", Entity("x"), reading.claims[0].evidence)
    with pytest.raises(InputError, match="contradicts itself"):
        store.add(replace(reading, claims=(*reading.claims, stray)))
    assert list(store.reports()) == []
    assert store.search("guards") == []
    assert store.add(reading)


def test_an_attribution_within_none_that_is_there_is_refused_whole(store: Store) -> None:
    reading = made.reading()
    stray = replace(reading.attributions[0], id="a99", within="a98")
    with pytest.raises(InputError, match="contradicts itself"):
        store.add(replace(reading, attributions=(*reading.attributions, stray)))
    assert list(store.reports()) == []


def test_an_attribution_may_come_before_the_one_that_holds_it(store: Store) -> None:
    reading = made.reading()
    reading = replace(reading, attributions=tuple(reversed(reading.attributions)))
    store.add(reading)
    assert store.reading(reading.report.id).attributions == reading.attributions


def test_an_id_is_found_by_its_beginning_when_only_one_begins_so(store: Store) -> None:
    for number in (0x10, 0x11, 0x20):
        store.add(made.numbered(number))
    assert store.resolve("00000000000000 2".replace(" ", "")) == f"{0x20:016x}"
    with pytest.raises(NotFound, match="more than one"):
        store.resolve("000000000000001")
    for nothing in ("f", "", "%", "_", "\udcff"):
        with pytest.raises(NotFound, match="no such report"):
            store.resolve(nothing)
    with pytest.raises(NotFound):
        store.reading("f")


def test_known_tells_the_stored_ids_of_any_number(store: Store) -> None:
    store.add(made.reading())
    stored = made.reading().report.id
    assert store.known([stored, *(f"{number}" for number in range(2000))]) == {stored}
    assert store.known([]) == frozenset()


def test_reports_come_by_date_and_those_without_one_last(store: Store) -> None:
    dates = {1: "2031-03-14", 2: None, 3: "2030-12-31T10:00:00Z"}
    for number, date in dates.items():
        reading = made.numbered(number)
        stamp = Stamp(date, "day", "header") if date else None
        store.add(replace(reading, report=replace(reading.report, published=stamp)))
    assert [summary.name for summary in store.reports()] == ["3.txt", "1.txt", "2.txt"]


def test_reports_come_by_the_moment_of_publication_whatever_its_zone_and_precision(store: Store) -> None:
    dates = (
        "2031-03-15T01:00:00+09:00",  # 16:00 UTC on the 14th
        "2031-03-14T14:00:00-05:00",  # 19:00 UTC
        "2031-03-14T17:30:00Z",
        "2031-03-14",
        "2031-03",
        "2031",
    )
    for number, date in enumerate(dates):
        reading = made.numbered(number)
        stamp = Stamp(date, "day", "header")
        store.add(replace(reading, report=replace(reading.report, published=stamp)))
    assert [summary.published for summary in store.reports()] == [dates[at] for at in (5, 4, 3, 0, 2, 1)]


def test_a_word_is_found_by_its_stem_without_accents_or_case(store: Store) -> None:
    store.add(made.bare_reading("The hostages drank café au lait."))
    for word in ("hostage", "HOSTAGES", "cafe", "drinking coffee", "host*"):
        assert bool(store.search(word)) == (word != "drinking coffee"), word


def test_a_phrase_is_found_only_as_it_stands(store: Store) -> None:
    store.add(made.reading())
    assert store.search('"grain depot"')
    assert not store.search('"depot grain"')


def test_a_snippet_marks_the_words_that_were_found(store: Store) -> None:
    store.add(made.reading())
    snippet = store.search("dawn")[0].snippet
    assert snippet is not None
    assert [mark.quote(snippet.text) for mark in snippet.marks] == ["dawn"]


def test_a_mark_that_stands_in_the_text_marks_nothing(store: Store) -> None:
    store.add(made.bare_reading("Two\x03 guards sang\x02 at dawn\x03 in\x02 Tellis."))
    snippet = store.search("dawn")[0].snippet
    assert snippet is not None
    assert [mark.quote(snippet.text) for mark in snippet.marks] == ["dawn"]
    assert snippet.text == "Two  guards sang  at dawn  in  Tellis."


def test_a_claim_is_found_by_its_source_and_its_value(store: Store) -> None:
    store.add(made.reading())
    assert [claim.id for claim in store.search("police spokeswoman")[0].claims] == ["c5"]
    assert [claim.id for claim in store.search("2031-03-14")[0].claims] == ["c4"]


def test_a_claim_that_is_found_is_told_as_it_is_said(store: Store) -> None:
    whole = made.reading()
    claims = [
        replace(each, polarity="denied", certainty="probable", realis="intended") for each in whole.claims
    ]
    store.add(replace(whole, claims=tuple(claims)))
    found = [claim.to_json() for hit in store.search("police spokeswoman") for claim in hit.claims]
    assert [(each["polarity"], each["certainty"], each["realis"]) for each in found] == [
        ("denied", "probable", "intended")
    ]


@pytest.mark.parametrize(
    "words",
    ["", '"', "AND", "a OR", "NEAR(", "-", "*", "^x", "title:", "'; DROP TABLE reports", "\0", "a\ud800"],
)
def test_no_words_are_a_command(store: Store, words: str) -> None:
    store.add(made.reading())
    assert isinstance(store.search(words), list)
    assert len(list(store.reports())) == 1


@given(words=st.text(st.characters(), max_size=30))
@settings(max_examples=60)
def test_any_words_may_be_searched_for(words: str) -> None:
    store = _filled()
    assert isinstance(store.search(words), list)


_ONE: list[Store] = []


def _filled() -> Store:
    if not _ONE:
        _ONE.append(open_store("sqlite://"))
        _ONE[0].add(made.reading())
    return _ONE[0]


def _seen(store: Store) -> object:
    summaries = [replace(summary, added="") for summary in store.reports()]
    found = [(hit.report.id, hit.snippet, hit.claims) for hit in store.search("guards")]
    return summaries, found


@given(order=st.permutations(range(5)), again=st.lists(st.integers(0, 4), max_size=4))
@settings(max_examples=15)
def test_neither_order_nor_repetition_of_adding_changes_what_is_seen(
    order: list[int], again: list[int]
) -> None:
    expected, found = open_store("sqlite://"), open_store("sqlite://")
    for number in range(5):
        expected.add(made.numbered(number))
    for number in [*order, *again]:
        found.add(made.numbered(number))
    assert _seen(found) == _seen(expected)
    expected.close()
    found.close()


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@settings(max_examples=40)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    store = open_store("sqlite://")
    reading = made.bare_reading(text)
    store.add(reading)
    assert made.same(store.reading(reading.report.id), reading)
    store.close()


def test_events_keep_their_order(store: Store) -> None:
    reading = made.reading()
    events = [Event(f"e{number}", "other", ()) for number in range(3, 30)]
    events = events[1::2] + events[::2]
    reading = replace(reading, events=(*reading.events, *events))
    store.add(reading)
    assert store.reading(reading.report.id).events == reading.events


def test_closing_twice_does_nothing(store: Store) -> None:
    store.close()
    store.close()
