"""What an incident is, from what its reports are mainly about."""

from __future__ import annotations

import pytest

from standoff.linking.incident import incident, main_type
from standoff.records.incidents import Card


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (["hostage_taking", "release", "release", "raid"], "hostage_taking"),
        (["hostage_taking", "riot", "release", "release", "raid", "raid"], "hostage_taking"),
        (["verdict", "verdict", "verdict", "verdict", "attack"], "verdict"),
        (["release", "release", "raid"], "release"),
        (["other", "bombing", "other"], "bombing"),
        (["other"], "other"),
        ([], "other"),
    ],
)
def test_what_ends_or_follows_a_happening_is_what_it_is_only_where_hardly_any_report_tells_more(
    told: list[str], kind: str
) -> None:
    assert main_type(told) == main_type(reversed(told)) == kind


def test_a_report_of_which_the_month_is_known_is_no_later_than_those_of_its_days() -> None:
    moments = ["2031-05-14", "2031-05", "2031-06-02T08:00"]
    cards = [Card(name, None, at, "other", name, None, ()) for name, at in zip("abc", moments, strict=True)]
    told = incident("k3w9fd", cards)
    assert (told.since, told.until) == ("2031-05", "2031-06-02T08:00")


def test_the_days_of_an_incident_run_forward_across_time_zones() -> None:
    moments = ["2031-06-03T01:00+12:00", "2031-06-02T15:00Z"]
    cards = [Card(name, None, at, "attack", None, None, ()) for name, at in zip("ab", moments, strict=True)]
    told = incident("k3w9fd", cards, ())
    assert (told.since, told.until) == tuple(moments)
    assert told.days == ("2031-06-02", "2031-06-03")
    assert incident("k3w9fd", cards[:1], ()).days == ("2031-06-03",)
