"""Whether a medium that a report names is the outlet itself, by name or by the address that the outlet is known by.

Invariant: the answer depends on the two names alone; part of an address is enough only where it ends in the whole name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from standoff.extraction.chains.cues import words as cue_words
from standoff.extraction.grammar.noun_forms import lower_words, tidy
from standoff.ingest.lexicon import agency

_ADDRESS = re.compile(r"(?:https?://)?([\w-]+(?:\.[\w-]+)+)(?::\d+)?/?")
_CHANNEL = re.compile(r"[kw][a-z]{3}|[a-z]+\d+")  # a call sign, or a network with its channel
_SERVICE = 2  # words of a service's name: the house's initials and whom it is for
_LEAST = 6  # letters of a name that an address may hold after others: "dailylamp" in "hwdailylamp.com"


@lru_cache(maxsize=1 << 10)
def is_house(name: str, outlet: str) -> bool:
    """Whether a medium's name is the outlet's: "The Standard" is "Standard", "Daily Lamp" is "hwdailylamp.com",
    "The Associated Press" is "AP"; or that of a service of one that is known by initials: "KNT Persian" is "KNT"."""
    if not outlet:
        return False
    if tidy(name).casefold() == tidy(outlet).casefold():
        return True
    if (wire := agency(tidy(name))) is not None and wire == agency(tidy(outlet)):
        return True
    words = lower_words(tidy(name))
    if outlet.isupper() and outlet.isalpha() and words[:1] == [outlet.lower()] and len(words) == _SERVICE:
        return True
    whole = _letters("".join(words))
    short = _letters("".join(word for word in words if word not in cue_words("nouns", "newsrooms")))
    address = _ADDRESS.fullmatch(outlet.strip().lower())
    if address is None or not words:
        return _letters(tidy(outlet).casefold()) in {whole, short} - {""}
    parts = {_letters(part) for part in address[1].split(".")[:-1]} - {"www", "news"}
    return any(
        part in (whole, short)
        or (len(whole) >= _LEAST and part.endswith(whole))
        or (part in words and _CHANNEL.fullmatch(part) is not None)
        for part in parts
    )


def _letters(text: str) -> str:
    """A name's letters and figures without what stands between them: "usa-today" is "USA Today"."""
    return "".join(char for char in text if char.isalnum())
