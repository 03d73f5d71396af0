"""Codes stay with their incident, are never given twice, and lead on when they are given up."""

from __future__ import annotations

from standoff.linking.codes import settle


def free(_: str) -> bool:
    return False


def test_a_new_incident_gets_a_code_made_from_its_first_report() -> None:
    first, again = settle([("a", "b")], {}, free), settle([("a", "c")], {}, free)
    assert first.codes == again.codes == first.new
    assert len(first.codes[0]) == 6


def test_a_code_that_is_taken_is_not_given_again() -> None:
    first = settle([("a",)], {}, free).codes[0]
    assert settle([("a",)], {}, lambda code: code == first).codes[0] != first
    assert len(set(settle([("a",), ("b",), ("c",)], {}, free).codes)) == 3


def test_when_incidents_become_one_the_code_of_most_reports_stays_and_the_other_leads_to_it() -> None:
    settled = settle([("a", "b", "c")], {"a": "old", "b": "new", "c": "new"}, free)
    assert (settled.codes, settled.merged, settled.new) == (("new",), {"old": "new"}, ())


def test_when_an_incident_splits_the_larger_part_keeps_the_code() -> None:
    settled = settle([("a",), ("b", "c")], {"a": "old", "b": "old", "c": "old"}, free)
    assert settled.codes[1] == "old"
    assert settled.new == settled.codes[:1]
    assert settled.merged == {}
