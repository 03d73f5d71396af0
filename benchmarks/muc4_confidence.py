"""How sure a report is that an organisation did it: PERP: ORGANIZATION CONFIDENCE of MUC-4, six values.

The rules are a table in ``data/muc4.toml``: the first that holds decides.
"""

from __future__ import annotations

from benchmarks.muc4_fillers import Filler, tables
from standoff.records import Reading

NEAR = 200  # characters around an organisation in which words tell how it is tied to the act


def confidence(reading: Reading, filler: Filler) -> str:
    """One of the six labels, by who says it and how firmly."""
    said = _facts(reading, filler)
    rules = tables("muc4")["confidence"]
    return str(next(rule["label"] for rule in rules if set(rule["when"]) <= said))


def _facts(reading: Reading, filler: Filler) -> set[str]:
    """What is known of the filler's claim and of the words around it, as the words that rules go by."""
    claim = filler.claim
    facts = (
        {f"certainty {claim.certainty}", f"polarity {claim.polarity}", f"slot {claim.slot}"}
        if claim
        else set()
    )
    if claim and claim.chain:
        facts.add("by itself" if filler.words.lower() in claim.chain[-1].name.lower() else "by others")
        facts.add(f"source {claim.chain[-1].kind}")
    start, end = filler.span
    around = reading.report.text[max(0, start - NEAR) : end + NEAR].lower()
    near = tables("muc4")["near"]
    return facts | {f"near {name}" for name, words in near.items() if any(word in around for word in words)}
