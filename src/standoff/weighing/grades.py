"""How credible a value is on the Admiralty scale (FM 2-22.3): from independent origins and contradictions alone.

    1  confirmed: two or more origins, none against
    2  probably true: two or more origins, more than are against
    3  possibly true: one named origin, none against
    4  doubtful: as many origins for it as against
    5  improbable: more origins against it than for it
    6  cannot be judged: one origin without a name, or none but with reserve, none against

Invariant: no outlet and no source has a grade of its own.
"""

from __future__ import annotations

from collections.abc import Collection

from standoff.records.findings import Origin
from standoff.weighing.origins import UNNAMED

_GRADES = {
    1: "confirmed",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}


def credibility(origins: Collection[Origin], against: int) -> int:
    """The grade of a value with these origins, when ``against`` origins contradict or deny it."""
    count = len({origin.key for origin in origins})
    if not count:
        return 5 if against else 6
    if against > count:
        return 5
    if against and against == count:
        return 4
    if count > 1:
        return 2 if against else 1
    if against:
        return 4
    return 6 if any(origin.key.startswith(UNNAMED) for origin in origins) else 3


def grade(credibility: int) -> str:
    """A grade of the Admiralty scale in words."""
    return _GRADES[credibility]
