"""Who cites whom: for every outlet of an incident the sources that its claims come through, and the texts it copies.

Invariant: a tree in which every path from the root is a chain of some claim, or a copy; siblings stand by how many
claims come through them, then by name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from standoff.records import Reading, Report, Source
from standoff.records.incidents import Copy
from standoff.weighing.names import name_id


@dataclass(slots=True)
class Cited:
    """A source and those that it has it from. ``claims`` is how many claims come through it; ``note`` is what it is."""

    name: str
    note: str = ""
    claims: int = 0
    below: dict[str, Cited] = field(default_factory=dict)

    def sources(self) -> list[Cited]:
        """Those right below it, most claims first."""
        return sorted(self.below.values(), key=lambda cited: (-cited.claims, cited.name))

    def to_json(self) -> dict[str, object]:
        below = [cited.to_json() for cited in self.sources()]
        return {"name": self.name, "note": self.note, "claims": self.claims, "cites": below}


def citations(readings: Sequence[Reading], copies: Sequence[Copy] = ()) -> list[Cited]:
    """One tree for each report, in the order of the readings; a copy says whose text it has and cites nobody itself."""
    above = originals(copies)
    names = {reading.report.id: reading.report.publisher for reading in readings}
    agencies = agencies_of(reading.report for reading in readings)
    return [_tree(reading, names.get(above.get(reading.report.id, "")), agencies) for reading in readings]


def agencies_of(reports: Iterable[Report]) -> frozenset[str]:
    """The plain names of the agencies that the datelines of reports credit: "PELLAN, Aug 3 (Coast Agency)"."""
    lines = (report.dateline for report in reports)
    return frozenset(name_id(line.agency) for line in lines if line and line.agency)


def originals(copies: Iterable[Copy]) -> dict[str, str]:
    """The report whose text each copy has, by ids: of several that with which it shares most, or whose id is first."""
    ordered = sorted(copies, key=lambda copy: (copy.copy, -copy.shared, copy.original))
    return {copy.copy: copy.original for copy in reversed(ordered)}


def _tree(reading: Reading, copied: str | None, agencies: Collection[str]) -> Cited:
    report = reading.report
    root = Cited(
        report.publisher,
        report.published.value[:16].replace("T", " ") if report.published else "",
    )
    if copied:
        root.note = f"{root.note}, text of {copied}".lstrip(", ")
        return root
    for claim in reading.claims:
        at = root
        at.claims += 1
        for source in claim.chain:
            name = source.shown
            at = at.below.setdefault(name, Cited(name, _note(source, agencies)))
            at.claims += 1
    return root


def _note(source: Source, agencies: Collection[str]) -> str:
    """What a source is, as far as it is known."""
    kind = "agency" if name_id(source.name) in agencies else source.kind
    return source.identification if kind == "unknown" else f"{source.identification} {kind}"
