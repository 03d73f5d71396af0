"""Names that the tree parts from the noun before them, put back: "news channel KNT said".

Invariant: only a proper noun right after a common noun is moved, and that only where a verb has both.
"""

from __future__ import annotations


def join_names(tags: list[str], heads: list[int], relations: list[str]) -> None:
    """A verb has one subject and one object: a name that the tree gives it beside a common noun is that noun's own
    ("news channel KNT said"), in place."""
    for word in range(1, len(tags)):
        before = word - 1
        if (
            tags[word] == "PROPN"
            and tags[before] == "NOUN"
            and heads[word] == heads[before] >= 0
            and relations[word] == relations[before] in ("nsubj", "obj")
        ):
            heads[word], relations[word] = before, "appos"
