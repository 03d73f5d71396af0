"""Subjects and objects that the tree gives to another verb than their own: to that of the sentence, though they stand
in the clause that opens it, to the first of two joined verbs, though they stand behind it, to what is told, though they
tell it; or to who tells, though they stand before the verb that is told.

Also what stands behind a preposition and is no subject at all.

Invariant: no verb loses its only subject, but for a participle that has none, and the tree stays a tree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

_PHRASE = 8  # words between "when" and the head of the subject after it
_CASES = frozenset(("from", "than", "of", "with", "after"))  # behind which no subject stands
_OPENING = ("mark", "advmod")
_TELLING = ("parataxis", "root", "conj")
_HELPING = ("aux", "cop")


def return_subjects(heads: list[int], relations: list[str]) -> None:
    """Gives the verbs around and behind them the subjects that the tree hangs on others, in place."""
    _return_openers(heads, relations)
    _return_joined(heads, relations)
    _return_tellers(heads, relations)
    _return_helped(heads, relations)
    _return_phrases(heads, relations)
    _return_objects(heads, relations)


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


def own_subjects(tags: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Makes people right before a joined participle, which it has as no more than an adjunct, its subject, in place:
    "eleven were killed and [twenty others] wounded"."""
    for verb, relation in enumerate(relations):
        noun = verb - 1
        if relation != "conj" or noun < 1 or heads[noun] != verb or relations[noun] != "obl":
            continue
        counted = tags[noun - 1] == "NUM" and tags[noun] in ("NOUN", "PRON")
        first = noun - 1 if counted else noun
        joined = heads[first - 1] == verb and relations[first - 1] == "cc"
        kids = (kid for kid in range(first, noun) if heads[kid] == noun)
        if counted and joined and all(relations[kid] != "case" for kid in kids):
            relations[noun] = "nsubj"
            heads[first], relations[first] = noun, "nummod"


def _return_openers(heads: list[int], relations: Sequence[str]) -> None:
    """Hangs the first of a verb's two subjects on the clause around it, or on what is told between the two: "When [the
    envoy] announced it, he said", "[reports of it] were wrong, he said"."""
    subjects: dict[int, list[int]] = defaultdict(list)
    for word, relation in enumerate(relations):
        if relation == "nsubj" and heads[word] > word:
            subjects[heads[word]].append(word)
    for verb, (first, *others) in subjects.items():
        if not others:
            continue
        between = [word for word in range(first + 1, others[-1]) if heads[word] == verb]
        told = next((word for word in between if relations[word] == "ccomp"), -1)
        if told >= 0 and told not in subjects:
            heads[first] = told
            continue
        clause = next((word for word in between if relations[word] == "advcl"), -1)
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


def _return_tellers(heads: list[int], relations: list[str]) -> None:
    """Hangs the second subject of a verb that it stands behind on the verb right after it, which has none before it:
    '"they ran," [the envoy] said'."""
    subjects: dict[int, list[int]] = defaultdict(list)
    for word, relation in enumerate(relations):
        if relation == "nsubj":
            subjects[heads[word]].append(word)
    several = [(verb, words) for verb, words in subjects.items() if len(words) > 1]
    for verb, (first, *others) in several:
        for word in others:
            after = word + 1
            if not first < verb < word < len(heads) - 1 or any(other < after for other in subjects[after]):
                continue
            if heads[verb] == after and relations[verb] == "ccomp":
                heads[word] = after
            elif heads[after] == verb and relations[after] in _TELLING:
                heads[word], relations[after] = after, "parataxis"


def _return_helped(heads: list[int], relations: list[str]) -> None:
    """Makes a noun right before a verb's helper, which the tree has as told beside that verb, its subject: "[up to six
    men] may be inside, she said"."""
    subjects = {heads[word] for word, relation in enumerate(relations) if relation == "nsubj"}
    for word in range(len(heads) - 1):
        if relations[word] != "ccomp" or relations[word + 1] not in _HELPING:
            continue
        verb = heads[word + 1]
        beside = verb > word and heads[verb] == heads[word] and relations[verb] == "ccomp"
        if beside and verb not in subjects:
            heads[word], relations[word] = verb, "nsubj"


def _return_objects(heads: list[int], relations: list[str]) -> None:
    """Makes a verb's second subject, behind it and right behind the verb of a clause on it that has no object, the
    object of that: "ten were feared dead after a bomb hit [a bus]"."""
    behind = [word for word, over in enumerate(heads) if relations[word] == "nsubj" and 0 <= over < word]
    for word in behind:
        verb = heads[word]
        first = word
        while first - 1 > verb and heads[first - 1] == word:
            first -= 1
        clause = first - 1
        free = all(heads[kid] != clause or relations[kid] != "obj" for kid in range(clause + 1, word))
        if clause > verb and heads[clause] == verb and relations[clause] == "advcl" and free:
            heads[word], relations[word] = clause, "obj"


def _return_phrases(heads: list[int], relations: list[str]) -> None:
    """Hangs on a participle the phrase right behind it, which the tree gives to the noun before it: "six men accused
    [of links] to it"."""
    for case, relation in enumerate(relations):
        if relation != "case" or not case or relations[case - 1] != "acl":
            continue
        thing, participle = heads[case], case - 1
        noun = heads[participle]
        if thing > case and relations[thing] == "nmod" and heads[thing] == noun < participle:
            heads[thing], relations[thing] = participle, "obl"
