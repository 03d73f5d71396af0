"""How sure a report is that an organisation did it: PERP: ORGANIZATION CONFIDENCE of MUC-4, six values.

The rules are a table in ``data/muc4.toml``: the first that holds decides.
"""

from __future__ import annotations

from benchmarks.muc4_fillers import Filler, tables
from standoff.records import Claim, Reading


def confidence(reading: Reading, filler: Filler) -> str:
    """One of the six labels, by who says it and how firmly."""
    said = _facts(reading, filler)
    rules = tables("muc4")["confidence"]
    return str(next(rule["label"] for rule in rules if set(rule["when"]) <= said))


def _facts(reading: Reading, filler: Filler) -> set[str]:
    """What is known of the claims that name the organisation, as the words that rules go by."""
    words = filler.words.lower()
    claims = [claim for claim in reading.claims if words in str(claim.value).lower()]
    facts = {f"slot {claim.slot}" for claim in claims} | {f"type {claim.type}" for claim in claims}
    facts |= {f"certainty {filler.claim.certainty}", f"polarity {filler.claim.polarity}", f"slot {filler.claim.slot} here"}
    if filler.claim.chain:
        facts |= {"attributed", f"source {filler.claim.chain[-1].kind}"}
    if any(_by_itself(claim, words) for claim in claims):
        facts.add("by itself")
    text = reading.report.text.lower()
    start, end = filler.span
    around = text[max(0, start - 200) : end + 200]
    facts |= {f"near {name}" for name, listed in tables("muc4")["near"].items() if any(word in around for word in listed)}
    return facts


def _by_itself(claim: Claim, words: str) -> bool:
    """Whether the organisation itself says so."""
    return bool(claim.chain) and words in claim.chain[-1].name.lower()
