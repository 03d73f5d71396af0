"""A finding's explanation, line by line: each value with its origins, how it was relayed, its grade, then the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.records.findings import Origin, Standpoint, Status
from standoff.weighing.grades import grade


def explain(values: Sequence[Standpoint], status: Status, rule: str) -> tuple[str, ...]:
    """The lines, the rule last."""
    return (*_lines(values), f"{status}: {rule}")


def _lines(values: Sequence[Standpoint]) -> Iterator[str]:
    for value in values:
        denied = "denied: " if value.polarity == "denied" else ""
        reports = len(value.reports)
        origins = "; ".join(told_by(origin, origin in value.reserved) for origin in value.origins)
        implied = (
            f", and in finer words {'; '.join(map(told_by, value.implied_by))}" if value.implied_by else ""
        )
        standing = (
            "a later value took its place"
            if value.past
            else f"{value.credibility} {grade(value.credibility)}"
        )
        yield (
            f"{denied}{value.value}: {count(len(value.origins), 'origin')} in {count(reports, 'report')} "
            f"({origins}){implied}; {standing}"
        )


def told_by(origin: Origin, reserved: bool = False) -> str:
    """An origin with the names that it came through: "Tass ← unnamed sources", and whether it says so with reserve."""
    return " ← ".join((*origin.through, origin.name)) + (", with reserve" if reserved else "")


def count(number: int, noun: str) -> str:
    """So many of something: "1 origin", "2 origins"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
