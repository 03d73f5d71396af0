"""Times of day lie on the day that their event names."""

from __future__ import annotations

from dataclasses import replace

import trees
from standoff.extraction import extract
from standoff.records import Stamp, Time

_SHOT = "Two/NUM/2/nummod men/NOUN/3/nsubj died/VERB/0/root {first}/PROPN/3/obl ~./PUNCT/3/punct"
_HELD = "It/PRON/2/nsubj happened/VERB/0/root at/ADP/5/case 7/NUM/5/nummod p.m/NOUN/2/obl ~./PUNCT/2/punct"


def _times(lines: list[str], quotes: list[str]) -> list[str]:
    made = trees.reading("\n".join(lines), slots=[("time", quote, 0.9) for quote in quotes])
    dated = replace(made.report, published=Stamp("2024-06-19", "day", "given"))  # a Wednesday
    claims = extract(replace(made, report=dated)).claims
    return [claim.value.start for claim in claims if isinstance(claim.value, Time)]


def test_a_time_of_day_is_on_the_day_that_its_event_named_before() -> None:
    assert _times([_SHOT.format(first="Monday"), _HELD], ["Monday", "7 p.m"]) == [
        "2024-06-17",
        "2024-06-17T19:00",
    ]


def test_a_day_named_after_it_does_not_date_it() -> None:
    assert _times([_HELD, _SHOT.format(first="Monday")], ["7 p.m", "Monday"]) == [
        "2024-06-19T19:00",
        "2024-06-17",
    ]


def test_the_small_hours_of_a_night_are_of_the_next_day() -> None:
    night, small = (
        _SHOT.format(first="Monday/PROPN/5/compound night"),
        _HELD.replace("7", "2").replace("p.m", "a.m"),
    )
    assert _times([night, small], ["Monday night", "2 a.m"])[-1] == "2024-06-18T02:00"
    assert _times([night, _HELD], ["Monday night", "7 p.m"])[-1] == "2024-06-17T19:00"


def test_a_late_hour_told_on_the_morning_of_the_report_was_the_evening_before() -> None:
    late = _HELD.replace("7/", "10/")
    for day, told in (("Wednesday", "2024-06-18T22:00"), ("Tuesday", "2024-06-18T22:00")):
        morning = _SHOT.format(first=f"{day}/PROPN/5/compound morning")
        assert _times([morning, late], [f"{day} morning", "10 p.m"])[-1] == told


def test_a_time_of_day_is_not_the_time_last_spoken_of() -> None:
    earlier = _SHOT.format(first="earlier")
    made = _times([_SHOT.format(first="Monday"), _HELD, earlier], ["Monday", "7 p.m"])
    assert made[-1] == "2024-06-17T19:00"


def test_the_first_day_with_a_year_dates_a_report_that_nobody_knows_when_it_was_published() -> None:
    lines = [_SHOT.format(first="Monday"), _SHOT.format(first="2024-06-19"), _SHOT.format(first="Sunday")]
    made = trees.reading(
        "\n".join(lines), slots=[("time", day, 0.9) for day in ("Monday", "2024-06-19", "Sunday")]
    )
    claims = extract(replace(made, report=replace(made.report, published=None))).claims
    assert [claim.value.start for claim in claims if isinstance(claim.value, Time)] == [
        "2024-06-17",
        "2024-06-19",
        "2024-06-16",
    ]


def test_a_day_counted_from_a_weekday_that_no_event_has_is_next_to_it() -> None:
    day_before = "The/DET/2/det day/NOUN/5/obl before/ADV/2/advmod it/PRON/5/nsubj sank/VERB/0/root"
    made = _times([_SHOT.format(first="Sunday"), day_before], ["The day before"])
    assert made == ["2024-06-15"]
    assert _times([_SHOT.format(first="Nobody"), day_before], ["The day before"]) == ["2024-06-18"]


def test_a_day_counted_from_a_date_that_no_event_has_is_next_to_it() -> None:
    next_day = "The/DET/3/det next/ADJ/3/amod day/NOUN/5/obl it/PRON/5/nsubj sank/VERB/0/root"
    named = _SHOT.format(first="May/PROPN/3/obl 9")
    assert _times([named, next_day], ["The next day"]) == ["2024-05-10"]


def test_an_hour_that_is_told_first_is_on_the_weekday_that_was_named_before() -> None:
    assert _times([_SHOT.format(first="Sunday"), _HELD], ["7 p.m"]) == ["2024-06-16T19:00"]
    assert _times([_HELD, _SHOT.format(first="Sunday")], ["7 p.m"]) == ["2024-06-19T19:00"]


def test_that_night_is_the_one_that_was_named_with_its_night() -> None:
    night, day = _SHOT.format(first="Saturday/PROPN/5/compound night"), _SHOT.format(first="Tuesday")
    lines = [night, day, _HELD.replace("~./PUNCT/2/punct", "that/DET/7/det night/NOUN/2/obl")]
    assert _times(lines, ["Saturday night", "Tuesday", "7 p.m that night"])[-1] == "2024-06-15T19:00"


def test_what_lies_after_all_that_was_written_is_still_to_be() -> None:
    lines = [_SHOT.format(first="2024-06-19"), _SHOT.format(first="2024-06-21")]
    made = trees.reading("\n".join(lines), slots=[("time", day, 0.9) for day in ("2024-06-19", "2024-06-21")])
    for published, modified, told in (
        ("2024-06-19", None, ["actual", "intended"]),
        ("2024-06-19", "2024-06-22", ["actual", "actual"]),
        ("2024-06", None, ["actual", "actual"]),
    ):
        report = replace(
            made.report,
            published=Stamp(published, "day" if len(published) > 7 else "month", "given"),
            modified=Stamp(modified, "day", "header") if modified else None,
        )
        claims = extract(replace(made, report=report)).claims
        assert [claim.realis for claim in claims if claim.slot == "time"] == told
