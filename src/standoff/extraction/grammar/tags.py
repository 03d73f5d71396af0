"""Universal tags and closed words that rules take together."""

from __future__ import annotations

NOUNS = frozenset(("NOUN", "PROPN"))
NOMINALS = NOUNS | {"NUM", "PRON"}
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))  # open clauses on a noun
