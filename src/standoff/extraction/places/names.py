"""How a place name is written as a key: one form for the gazetteer's builder and for those who search it.

Invariant: `name_key` of a key is the key itself; a key has lower-case letters and digits with single spaces.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, as GeoNames writes them in plain letters.
_PLAIN = str.maketrans(
    dict(zip("øłđðıəħ", "olddiah", strict=True))
    | {"þ": "th", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("'’‘ʻʼʿʾ`´")
)
_GAPS = re.compile(r"[^a-z0-9]+")
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_DOUBLED = re.compile(r"([a-z])\1+")


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """A name's key: "Deir ez-Zor" is "deir ez zor", "St. Louis" is "saint louis", "Metapán" is "metapan".

    Empty for a name without Latin letters or digits.
    """
    plain = name.casefold().translate(_PLAIN)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).translate(_PLAIN)
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_SHORT.get(word, word) for word in _GAPS.sub(" ", plain).split())


def squeezed(key: str) -> str:
    """A key with doubled letters written once ("hiiraan" is "hiran"), for names that are spelt many ways."""
    return _DOUBLED.sub(r"\1", key)
