"""Names that the tree parts from the noun that they stand beside, put back: "news channel KNT said", "Mayor Bly's
office said".

Invariant: only a proper noun right after a common noun, or the owner right before its own, is moved, and that only
where a verb has both.
"""

from __future__ import annotations

_SHARED = ("nsubj", "obj")
_OWNED = 4  # words behind an owner's mark in which what he owns stands


def join_names(tags: list[str], heads: list[int], relations: list[str]) -> None:
    """A verb has one subject and one object: a name that the tree gives it beside a common noun is that noun's own, by
    whichever side it stands, in place."""
    for word in range(1, len(tags)):
        before = word - 1
        if tags[word] == "PROPN" and tags[before] == "NOUN" and _share_verb(heads, relations, word, before):
            heads[word], relations[word] = before, "appos"
        elif tags[word] == "PART" and relations[word] == "case":
            _join_owner(word, heads, relations)


def _join_owner(mark: int, heads: list[int], relations: list[str]) -> None:
    """Hangs the owner whom a mark follows on what he owns: "[Mayor Ana Bly]'s office said"."""
    owner = heads[mark]
    if relations[owner] == "flat":
        owner = heads[owner]
    after = range(mark + 1, min(mark + 1 + _OWNED, len(heads)))
    owned = next((word for word in after if _share_verb(heads, relations, owner, word)), -1)
    if 0 <= owner < mark and owned >= 0:
        heads[owner], relations[owner] = owned, "nmod"
        heads[mark] = owner


def _share_verb(heads: list[int], relations: list[str], one: int, other: int) -> bool:
    return heads[one] == heads[other] >= 0 and relations[one] == relations[other] in _SHARED
