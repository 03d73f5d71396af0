"""Links, copies and codes are kept; codes stay, and lead on when incidents turn out to be one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from many import digest, digests, long_text
from standoff.errors import NotFound
from standoff.linking.candidates import CandidateIndex
from standoff.records.incidents import Copy, Digest, Link
from standoff.store import Store, open_store


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("sqlite://")
    yield opened
    opened.close()


def code(store: Store, report: str) -> str:
    return next(code for code, names in store.incidents.incidents() if report in names)


def test_a_code_that_is_given_up_in_a_merge_leads_on_for_ever(store: Store) -> None:
    for name in "ac":
        store.incidents.relate(Digest(name), [], [])
    codes = [code(store, name) for name in "ac"]
    assert len(set(codes)) == 2
    store.incidents.relate(Digest("b"), [Link("a", "b", 0.9), Link("b", "c", 0.9)], [])
    merged = code(store, "b")
    assert list(store.incidents.incidents()) == [(merged, ("a", "b", "c"))]
    assert [store.incidents.incident(each) for each in codes] == [(merged, ("a", "b", "c"))] * 2


def test_a_report_is_related_once(store: Store) -> None:
    store.incidents.relate(Digest("a"), [], [])
    before = list(store.incidents.incidents())
    store.incidents.relate(Digest("a"), [Link("a", "b", 0.9)], [])
    assert list(store.incidents.incidents()) == before


def test_candidates_are_those_that_the_rule_in_memory_finds(store: Store) -> None:
    index = CandidateIndex()
    undated = [replace(each, report=f"{each.report}-undated", day=None) for each in digests()]
    counts = []
    for each in [*digests(), *undated]:
        found = [candidate.report for candidate in store.incidents.candidates(each)]
        assert found == [candidate.report for candidate in index.find(each)]
        counts.append(len(found))
        index.add(each)
        store.incidents.relate(each, [], [])
    assert max(counts) >= 3
    assert counts[0] == 0


def test_texts_that_share_samples_come_with_their_sequences(store: Store) -> None:
    whole = digest("a", long_text(1))
    store.incidents.relate(whole, [], [])
    store.incidents.relate(digest("b", long_text(2)), [], [])
    cut = digest("c", long_text(1)[:400])
    assert [other.shingles for other in store.incidents.sharing_text(cut)] == [whole.shingles]


def test_copies_and_links_among_reports_come_back(store: Store) -> None:
    copy, link = Copy("b", "a", 90, 0.9, "time"), Link("a", "b", 0.75)
    store.incidents.relate(Digest("a"), [], [])
    store.incidents.relate(Digest("b"), [link], [copy])
    assert store.incidents.copies({"a", "b"}) == [copy]
    assert store.incidents.links({"a", "b"}) == [link]
    assert store.incidents.copies({"b"}) == []


@pytest.mark.parametrize("start", ["", "zzzzzz", "%", "\udcff"])
def test_a_code_that_nobody_has_is_not_found(store: Store, start: str) -> None:
    store.incidents.relate(Digest("a"), [], [])
    with pytest.raises(NotFound, match="no such incident"):
        store.incidents.incident(start)


def test_half_surrogates_and_nul_in_a_report_do_not_keep_the_others_from_being_listed(store: Store) -> None:
    store.incidents.relate(Digest("a", outlet="\ud800", title="caf\ud83d\0 \\u0000"), [], [])
    store.incidents.relate(Digest("b", outlet="KNT"), [], [])
    cards = store.incidents.cards(["a", "b"])
    assert [(card.outlet, card.title) for card in cards] == [
        ("\ufffd", "caf\ufffd\ufffd \\u0000"),
        ("KNT", None),
    ]
