"""How the hurt fare in care: who is let out of a hospital is not freed, and who will be well is not unharmed.

The words are in ``idle.toml``. Invariant: the answer depends on the words of one sentence alone.
"""

from __future__ import annotations

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section, word_set


def is_in_care(page: Page, slot: str, at: Stretch) -> bool:
    """Whether people read as freed are only let out of care, or those read as unharmed are hurt: "she was treated and
    [released]", "[both are expected to be OK]"."""
    table = section("idle", "care")
    line = page.line(page.sentence[at.first]).forms
    own = page.forms[slice(*at)]
    if slot == "freed":
        held = word_set("parties", "tolls", "captive") | word_set("parties", "tolls", "arrested")
        return not {*table["words"]}.isdisjoint(line) and (held | {*table["held"]}).isdisjoint(line)
    if slot == "unharmed":
        well = not {*table["expected"]}.isdisjoint(own) and not {*table["well"]}.isdisjoint(own)
        return well or not {*table["treated"]}.isdisjoint(own)
    return False
