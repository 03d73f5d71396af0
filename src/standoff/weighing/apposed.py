"""One person told twice in a breath: by what they are and, right beside it, by name ("the clerk, Lena Dorval").

Invariant: decided from the words between two tolls of one person of one slot; a report that names several people one by
one ("a clerk and Lena Dorval") tells of several.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from standoff.records import TOLL_SLOTS, Claim, Quantity, Reading
from standoff.weighing.parties import party_class

_BETWEEN = re.compile(
    r"[\s,]*(?:\d{1,3}[\s,]+)?(?:(?:the|an?|aged|named)\s+)?(?:\d{1,3}[- ]years?[- ]old[\s,]+)?",
    re.IGNORECASE,
)


def apposed(reading: Reading) -> Mapping[str, str]:
    """For each claim that gives the name of one person, the class of what the words beside it say that they are."""
    found: dict[str, str] = {}
    ones = sorted((claim for claim in reading.claims if _is_one(claim)), key=_order)
    for one, other in pairwise(ones):
        if one.slot != other.slot or is_name(_party(one)) == is_name(_party(other)):
            continue
        if not _BETWEEN.fullmatch(reading.report.text, one.evidence[-1].end, other.evidence[0].start):
            continue
        name, role = (one, other) if is_name(_party(one)) else (other, one)
        found.setdefault(name.id, party_class(_party(role)))
    return found


def is_name(party: str) -> bool:
    """Whether the words for one person are a name: each word from some word on has a capital, and no word is left."""
    return party.split()[-1:] != [] and party.split()[-1][:1].isupper()


def _order(claim: Claim) -> tuple[str, int]:
    return claim.slot, claim.evidence[0].start


def _is_one(claim: Claim) -> bool:
    value = claim.value
    one = isinstance(value, Quantity) and value.low == value.high == 1 and bool(value.party)
    return one and claim.slot in TOLL_SLOTS and claim.polarity == "affirmed"


def _party(claim: Claim) -> str:
    return (claim.value.party or "") if isinstance(claim.value, Quantity) else ""
