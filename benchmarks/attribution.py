"""Attributions of a corpus: ``python -m benchmarks.attribution --data FILE.jsonl[.gz] --out PRED.jsonl``.

Looks at ``doc_id`` and ``text`` only; a document that several people annotated is read once. The link that "told
MEDIUM" adds to a chain is left out: corpora of attribution have none.
"""

from __future__ import annotations

from benchmarks.face import jsonl, parser, readings, report, write
from standoff.records import Attribution


def without_media(found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Without the links that "told MEDIUM" adds, which corpora of attribution do not have.

    Such a link shares cue and content with the one inside it; what was within it moves one level out.
    """
    by_id = {item.id: item for item in found}
    media = {
        outer.id
        for item in found
        if item.within and (outer := by_id[item.within]).cue == item.cue and outer.content == item.content
    }

    def moved(item: Attribution) -> Attribution:
        within = item.within
        while within in media:
            within = by_id[within].within
        return Attribution(item.id, within, item.source, item.cue, item.act, item.content)

    return tuple(moved(item) for item in found if item.id not in media)


def main() -> None:
    """Writes the attributions of every document."""
    args = parser(__doc__).parse_args()
    texts = {record["doc_id"]: record["text"] for record in jsonl(args.data)}
    found = readings(report(text, name) for name, text in texts.items())
    write(
        args.out,
        (
            {
                "report": {"id": reading.report.id, "text": reading.report.text},
                "attributions": [item.to_json() for item in without_media(reading.attributions)],
            }
            for reading in found
        ),
    )


if __name__ == "__main__":
    main()
