"""Which words an entity is about, and not only about what they modify.

Invariant: a word has the label of the smallest entity that holds it, or none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Bounds = tuple[int, int]

_ONE_WITH = frozenset(("flat", "appos", "fixed", "goeswith"))


def labels_of_heads(
    entities: Iterable[tuple[Bounds, str]],
    heads: Sequence[int],
    relations: Sequence[str],
    tags: Sequence[str],
) -> dict[int, str]:
    """By word, the label of the smallest entity that is about it: in "Grain Office spokesman Juan Doe" the office is no
    person."""
    smallest: dict[int, tuple[Bounds, str]] = {}
    for at, label in sorted(entities, key=lambda entity: entity[0][0] - entity[0][1]):
        smallest.update(dict.fromkeys(range(*at), (at, label)))
    return {
        word: label
        for word, (at, label) in smallest.items()
        if not at[0] <= heads[word] < at[1] or _is_head(word, range(*at), heads, relations, tags)
    }


def _is_head(
    word: int, entity: range, heads: Sequence[int], relations: Sequence[str], tags: Sequence[str]
) -> bool:
    """Whether a word is the head of an entity, or one with it as a name's parts are."""
    for _ in entity:
        above = heads[word]
        if above not in entity:
            return True
        both_names = tags[word] == tags[above] == "PROPN" and abs(above - word) == 1
        if relations[word] not in _ONE_WITH and not both_names:
            return False
        word = above
    return False
