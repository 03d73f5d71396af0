"""Universal tags and closed words that rules take together."""

from __future__ import annotations

NOUNS = frozenset(("NOUN", "PROPN"))
NAMING = NOUNS | {"PRON"}  # of one word, what can name someone
NOMINALS = NAMING | {"NUM"}
VERBS = frozenset(("VERB", "AUX"))
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))  # open clauses on a noun
