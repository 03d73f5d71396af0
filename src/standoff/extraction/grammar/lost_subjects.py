"""Subjects that the tree gives to another verb than their own: to that of the sentence, though they stand in the clause
that opens it, or to the first of two joined verbs, though they stand behind it.

Also what stands behind a preposition and is no subject at all.

Invariant: no verb loses its only subject, but for a participle that has none, and the tree stays a tree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

_PHRASE = 8  # words between "when" and the head of the subject after it
_CASES = frozenset(("from", "than", "of", "with", "after"))  # behind which no subject stands
_OPENING = ("mark", "advmod")


def return_subjects(heads: list[int], relations: list[str]) -> None:
    """Gives the verbs around and behind them the subjects that the tree hangs on others, in place."""
    _return_openers(heads, relations)
    _return_joined(heads, relations)


def free_participles(
    forms: Sequence[str], tags: Sequence[str], heads: list[int], relations: list[str]
) -> None:
    """Hangs a participle with "by" on the noun right before it, where that stands behind a preposition and so is no
    subject, in place: "up from nine [reported] by the police"."""
    for mark, relation in enumerate(relations):
        noun = heads[mark]
        verb = noun + 1
        if relation != "case" or forms[mark] not in _CASES or noun < 0 or relations[noun] != "nsubj":
            continue
        alone = heads[noun] == verb < len(forms) and tags[verb] == "VERB" and heads[verb] >= 0
        if alone and forms[verb + 1 : verb + 2] == ["by"]:
            heads[noun], relations[noun] = heads[verb], "obl"
            heads[verb], relations[verb] = noun, "acl"


def _return_openers(heads: list[int], relations: Sequence[str]) -> None:
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


def _return_joined(heads: list[int], relations: list[str]) -> None:
    """Hangs people who are joined to the subject of a verb that they stand behind on the next joined verb, which has no
    subject: "a man was killed and [two others], one of them a boy, were wounded"."""
    subjects = {heads[word] for word, relation in enumerate(relations) if relation == "nsubj"}
    joined: dict[int, list[int]] = defaultdict(list)
    for word, relation in enumerate(relations):
        if relation == "conj":
            joined[heads[word]].append(word)
    for first, (noun, *_) in joined.items():
        verb = heads[first] if relations[first] == "nsubj" else -1
        if first < verb < noun:
            own = next((word for word in joined.get(verb, ()) if word > noun), -1)
            if own >= 0 and own not in subjects:
                heads[noun], relations[noun] = own, "nsubj"
                subjects.add(own)
