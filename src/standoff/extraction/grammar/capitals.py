"""What capitals tell: in headlines, in copy that is all capitals and at the start of a sentence they tell nothing.

Invariant: only how words are set and what the tree calls them is looked at. Bounds are those of sentences, in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

Bounds = Sequence[tuple[int, int]]

_SAMPLE = 2000  # characters that tell whether a text is all capitals
_COMMON = frozenset(("NOUN", "VERB", "ADJ", "ADV"))
_LEAST_TITLE, _TITLE_SHARE = 3, 0.8  # common words with capitals that make a line a headline in title case


def is_shouted(text: str) -> bool:
    """Whether a text is mostly in capitals, as wire copy once was."""
    letters = {char: times for char, times in Counter(text[:_SAMPLE]).items() if char.isalpha()}
    capitals = sum(times for char, times in letters.items() if char.isupper())
    return bool(letters) and capitals >= sum(letters.values()) / 3


def title_case(words: Sequence[str], tags: Sequence[str], bounds: Bounds) -> frozenset[int]:
    """The numbers of the sentences that set their common words with capitals too, as headlines do."""
    found = set()
    for number, at in enumerate(bounds):
        common = [words[word][0] for word in range(*at) if tags[word] in _COMMON]
        capitals = sum(map(str.isupper, common))
        if capitals >= _LEAST_TITLE and capitals >= _TITLE_SHARE * len(common):
            found.add(number)
    return frozenset(found)


def set_with_capitals(words: Sequence[str], bounds: Bounds, blind: Collection[int]) -> list[bool]:
    """For each word, whether it is set apart by a capital: none in the ``blind`` sentences, none at a start."""
    found = [word[:1].isupper() and len(word) > 1 for word in words]
    for number, (first, last) in enumerate(bounds):
        begin = last if number in blind else first + 1
        found[first:begin] = [False] * (begin - first)
    return found


def set_as_names(
    words: Sequence[str], forms: Sequence[str], tags: Sequence[str], bounds: Bounds
) -> list[bool]:
    """For each word (``forms``: in lower case), whether it is a proper noun, and set as one where the text has
    capitals."""
    spelt = _is_spelt(words, bounds)
    return [
        tag == "PROPN" and (not spelt or word != form)
        for tag, word, form in zip(tags, words, forms, strict=True)
    ]


def _is_spelt(words: Sequence[str], bounds: Bounds) -> bool:
    """Whether sentences begin with capitals, as they do not in copy that is all small letters."""
    letters = [words[first][0] for first, last in bounds if first < last and words[first][:1].isalpha()]
    return 2 * sum(char.isupper() for char in letters) > len(letters)
