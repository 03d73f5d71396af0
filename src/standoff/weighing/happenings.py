"""Which happening of an incident a count or a time is of: the incident itself, or what came of it (an arrest, a march).

How many demonstrated afterwards is no other number of attackers. Invariant: decided by types alone, as reports give
them; who was hurt counts in whichever happening it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.linking.incident import main_type
from standoff.records import Claim, Reading
from standoff.settings import settings
from standoff.weighing.parties import WHOLE

_OTHER = "other"


def own_type(readings: Sequence[Reading]) -> str:
    """What the incident is, from the types of the events that its reports are mainly about."""
    return main_type(reading.events[0].type for reading in readings if reading.events)


def happening(claim: Claim, own: str) -> str:
    """The type of event that a count or time is of, where it is another happening than that of the ``own`` type."""
    rules = settings("weighing", "weighing")["happenings"]
    if claim.slot not in rules["slots"] or _OTHER in (claim.type, own) or claim.type == own:
        return WHOLE
    return WHOLE if any({claim.type, own} <= set(group) for group in rules["one"]) else claim.type
