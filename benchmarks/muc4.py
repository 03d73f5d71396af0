"""MUC-4 templates: ``python -m benchmarks.muc4 --data FILE.jsonl[.gz] --out PRED.jsonl``, documents in gtt form.

Looks at ``docid`` and ``doctext`` only. Fillers (`muc4_fillers`) of events with one incident type make one template: a
MUC report mostly tells of one incident. Mentions of one party are put together; a template without a filler is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from benchmarks.face import Json, jsonl, parser, readings, report, write
from benchmarks.muc4_confidence import confidence
from benchmarks.muc4_fillers import ROLES, Filler, fillers, tables
from standoff.records import Reading

DEFAULT = "attack"  # the most frequent incident type by far
NEAR = 150  # characters around a filler in which a word may name its incident


def templates(reading: Reading) -> list[Json]:
    """The templates of a report, in the order of their first fillers."""
    grouped: dict[str, list[Filler]] = defaultdict(list)
    for filler in fillers(reading):
        grouped[incident(reading, filler)].append(filler)
    return [_template(reading, kind, found) for kind, found in grouped.items()]


def incident(reading: Reading, filler: Filler) -> str:
    """The incident type that a filler's surroundings name, or that of its own type."""
    text = reading.report.text.lower()
    around = text[max(0, filler.span.start - NEAR) : filler.span.end + NEAR]
    for kind, words in tables("muc4")["incident_words"].items():
        if any(word in around for word in words):
            return str(kind)
    return str(tables("muc4")["incidents"].get(filler.kind, DEFAULT))


def _template(reading: Reading, kind: str, found: Sequence[Filler]) -> Json:
    roles = {role: entities([filler for filler in found if filler.role == role]) for role in ROLES}
    organisations = [filler for filler in found if filler.role == "PerpOrg"]
    said = {filler.words: confidence(reading, filler) for filler in organisations}
    return {"incident_type": kind, **roles, "OrgConfidence": said}


def entities(found: Sequence[Filler]) -> list[list[str]]:
    """One mention for each party: the likeliest of those whose words are among each other's."""
    kept: list[Filler] = []
    for filler in sorted(found, key=lambda item: (-item.score, item.span)):
        words = set(filler.words.lower().split())
        if not any(words <= (other := set(known.words.lower().split())) or other <= words for known in kept):
            kept.append(filler)
    return [[filler.words] for filler in sorted(kept, key=lambda item: item.span)]


def main() -> None:
    """Writes the templates of every document."""
    args = parser(__doc__).parse_args()
    records = jsonl(args.data)
    read = readings(report(record["doctext"], record["docid"]) for record in records)
    write(args.out, ({"id": reading.report.id, "templates": templates(reading)} for reading in read))


if __name__ == "__main__":
    main()
