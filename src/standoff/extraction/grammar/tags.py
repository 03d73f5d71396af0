"""Universal tags that rules take together."""

from __future__ import annotations

NOUNS = frozenset(("NOUN", "PROPN"))
NOMINALS = NOUNS | {"NUM", "PRON"}
