"""Tags for words of tests that no reader has tagged: a guess from closed word classes and endings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.extraction.grammar.phrases import nouns
from standoff.extraction.values.cardinals import cardinal, lowered
from standoff.extraction.values.numerals import may_begin
from standoff.extraction.values.quantities import reasoned_quantity
from standoff.records import Quantity

_WORDS = {
    "DET": """
        a an the this that these those each every any some all both no another either neither such what
        whichever
    """,
    "PRON": """
        i me my mine you your he him his she her hers it its we us our ours they them their theirs
        himself herself itself themselves who whom whose which whoever someone somebody anyone anybody
        everyone everybody nobody none others
    """,
    "AUX": """
        is are was were be been being am has have had having do does did will would shall should can
        could may might must 've 're 'd 'll
    """,
    "ADP": """
        of in on at near from with for by outside inside around across between under over against about
        behind after before during into onto within without including through along toward towards among
        upon aboard as than like despite since until amid via per except besides throughout beneath
        above below
    """,
    "CCONJ": """
        and or but nor & plus
    """,
    "SCONJ": """
        if because although though while when where whether unless how why
    """,
    "PART": """
        not n't 's ' to
    """,
    "ADV": """
        also already still yet now then there here nearby only just even critically seriously slightly
        severely never again reportedly allegedly later ago so far apparently elsewhere instead home
        abroad together too very away
    """,
    "VERB": """
        said says told died die dies dying kill kills left leave leaves leaving held hold holding shot
        hit found took take taken taking went gone fled flee fleeing lost lose hurt got get made make
        remain remains remained sustained suffered received caught escape struck blew blown fell fallen
        became become saw seen gave given brought sent put kept set freed survive arrest free bring
        evacuate rescue identified living known working
    """,
}
_CLOSED = {word: tag for tag, words in _WORDS.items() for word in words.split()} | {"to": "ADP"}


def guess_tags(words: Sequence[str]) -> tuple[str, ...]:
    """Universal tags; casing is not needed."""
    shouted = sum(word.isupper() for word in words) * 2 > len(words)
    return tuple(_guess(words, at, shouted) for at in range(len(words)))


def _guess(words: Sequence[str], at: int, shouted: bool) -> str:
    lower = lowered(words)
    word = lower[at]
    if not any(character.isalnum() for character in word):
        return "PUNCT"
    if may_begin(word) and cardinal(lower, at, at + 1):
        return "NUM"
    if word in _CLOSED:
        return _CLOSED[word]
    if word in ("hostage", "captive", "prisoner"):
        return "NOUN"
    if word in nouns("fates") or re.fullmatch(r"[a-z]{2,}(ed|ing)", word):
        return "VERB"
    if word.endswith("ly") and len(word) > 4:
        return "ADV"
    return "PROPN" if words[at][:1].isupper() and not shouted and at else "NOUN"


def read_quantity(
    words: Sequence[str], first: int, last: int, slot: str, tags: Sequence[str] | None = None
) -> Quantity | None:
    """The quantity of words ``first`` up to but not ``last``."""
    found = reasoned_quantity(words, first, last, slot, tags or guess_tags(words))
    return found[0] if found else None
