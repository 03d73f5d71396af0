"""What many reports of one event come to: ``python -m benchmarks.dossier --data DOSSIER_DIR --out PRED.json``.

Reads every ``*.txt`` of the folder, never its expectations. Reports are named by their files.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.face import Json, parser, readings
from standoff.ingest.given import Given
from standoff.ingest.registry import load_bytes
from standoff.linking.copies import copies, groups
from standoff.linking.digest import digest
from standoff.linking.linker import group
from standoff.records import Reading, Report
from standoff.records.findings import Finding
from standoff.weighing.findings import key_findings, weigh


def dossier(folder: Path) -> list[Report]:
    """The reports of a dossier, in the order of their names, under those names."""
    files = sorted(folder.glob("*.txt"))
    return [load_bytes(file.read_bytes(), file.name, given=Given(file.stem)) for file in files]


def judged(read: Sequence[Reading]) -> Json:
    """Incidents, copies and findings, in the form that ``score/dossier.py`` reads."""
    digests = [digest(reading) for reading in read]
    by_id = {reading.report.id: reading for reading in read}
    pairs = copies(digests)
    incidents = group(digests)
    found = [
        {"incident": members[0], **_finding(each)}
        for members in incidents
        if len(members) > 1  # one report's incident has nothing to weigh
        for each in key_findings(weigh([by_id[name] for name in members], pairs))
    ]
    return {
        "incidents": [{"id": members[0], "reports": list(members)} for members in incidents],
        "copies": groups(pairs),
        "findings": found,
    }


def _finding(found: Finding) -> Json:
    made = found.to_json()
    values = [{"value": value["value"], "origins": len(value["origins"])} for value in made["values"]]
    return {"slot": found.slot, "party": found.party, "status": found.status, "values": values}


def main() -> None:
    """Writes what the dossier comes to."""
    args = parser(__doc__).parse_args()
    made = judged(list(readings(dossier(args.data))))
    args.out.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
