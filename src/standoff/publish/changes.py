"""What changed in an incident, in the words in which its brief has the same values.

Invariant: every change is one line, and its words are raw; whoever shows them makes them harmless.
"""

from __future__ import annotations

from typing import Any

from standoff.publish import wording
from standoff.weighing.changes import Change


def label(change: Change) -> str:
    """What the change is on: "killed (guards)"."""
    return wording.point(change.slot, change.party)


def text(change: Change) -> str:
    """What changed: "5 people (Ada Lint)", "5 people; before that 3 people"."""
    values = "; ".join(wording.standpoint(value, change.party) for value in change.values)
    before = f"; before that {wording.standpoint(change.before, change.party)}" if change.before else ""
    return f"{values}{before}" + (f" ({'; '.join(change.origins)})" if change.origins else "")


def changes_json(change: Change) -> dict[str, Any]:
    """A change with its words and its raw values."""
    return {
        "kind": change.kind,
        "slot": change.slot,
        "party": change.party,
        "text": text(change),
        "values": [value.to_json()["value"] for value in change.values],
        "origins": list(change.origins),
    }
