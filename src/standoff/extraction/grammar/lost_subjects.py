"""Subjects that the tree gives to the verb of a sentence, though they stand in the clause that opens it.

Invariant: no verb loses its only subject, and the tree stays a tree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

_PHRASE = 8  # words between "when" and the head of the subject after it
_OPENING = ("mark", "advmod")


def return_subjects(heads: list[int], relations: Sequence[str]) -> None:
    """Hangs the first of a verb's two subjects on the clause around it: "When [the envoy] announced it, he said"."""
    subjects: dict[int, list[int]] = defaultdict(list)
    for word, relation in enumerate(relations):
        if relation == "nsubj" and heads[word] > word:
            subjects[heads[word]].append(word)
    for verb, (first, *others) in subjects.items():
        if not others:
            continue
        between = (word for word in range(first + 1, others[-1]) if relations[word] == "advcl")
        clause = next((word for word in between if heads[word] == verb), -1)
        before = range(max(0, first - _PHRASE), first)
        opened = any(heads[word] == clause and relations[word] in _OPENING for word in before)
        if clause >= 0 and clause not in subjects and opened:
            heads[first] = clause
