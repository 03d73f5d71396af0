"""How far a hedge reaches: whether it governs a value, by the tree.

Invariant: the answer depends on one sentence, the place of the value in it and one row of the lexicon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.extraction.chains.cues import words
from standoff.extraction.grammar.tags import NOUNS, RELATIVE, VERBS
from standoff.extraction.lexicon import section
from standoff.records.claims import Level

_AUXILIARY = frozenset(("AUX", "VERB", "PART"))  # "may" that is no month, "will" that is no testament
_MODIFYING = frozenset(("AUX", "ADV", "PART", "ADJ", "SCONJ", "CCONJ", "DET"))
_DOUBTS = frozenset(("possible", "probable"))
_OPEN = frozenset(("possible", "hypothetical"))
_HELPERS = 4  # words before an adjective in which its form of "be" stands
_DEEPEST = 4  # steps from a value to the word that a hedge modifies


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the lexicon, for one phrase; the lexicon says what each field means."""

    entry: str
    label: str
    level: Level
    ahead: bool
    inside: bool
    sourced: bool
    aux: bool
    subject: bool
    itself: bool
    clause: bool
    firm: bool
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """The sentence, its heads counted within it, -1 for a root, and where the value of a slot stands in it.

    ``known`` are words under which no hedge outside them reaches, ``beside`` verbs that nothing reaches which modifies
    the verb that they are joined to.
    """

    lower: tuple[str, ...]
    first: int
    last: int
    slot: str
    tags: Sequence[str]
    heads: Sequence[int]
    known: frozenset[int]
    beside: frozenset[int]


def applies(value: Value, at: int, end: int, cue: Cue) -> bool:
    """Whether a cue, words ``at`` up to but not ``end`` of its sentence, says something of the value."""
    if cue.slots and value.slot not in cue.slots:
        return False
    if cue.aux and value.tags[at] not in _AUXILIARY:
        return False
    if cue.itself and (not is_itself(value, at) or adds(value.lower[end : end + 1])):
        return False
    if cue.clause:
        return _is_conditional(value, at)
    if cue.label in _OPEN and value.lower[at] == "could" and _is_able(value, at):
        return False
    if value.first <= at < value.last:
        return cue.inside
    return _governs(value, at, end, cue)


def _is_able(value: Value, at: int) -> bool:
    """Whether "could" tells what people were able to do or to perceive, which is certain: "could be heard"."""
    table = section("manner", "ability")
    after = value.lower[at + 1 : at + 4]
    return not words("grammar", "negating").isdisjoint(after[:1]) or any(
        word in table["perceived"] for word in after
    )


def adds(after: tuple[str, ...]) -> bool:
    """Whether what stands after a "not" makes it no denial: "not only the army"."""
    return any(word in section("manner", "additive") for word in after)


def is_itself(value: Value, at: int) -> bool:
    """Whether a word says of a noun that it is not it: "it was not [our men]"."""
    top = top_in(value.heads, value.first, value.last)
    return value.tags[at] in ("PART", "ADV") and value.heads[at] == top and value.tags[top] in NOUNS


def _governs(value: Value, at: int, end: int, cue: Cue) -> bool:
    """Whether the value hangs on the hedge, or on the word that the hedge modifies."""
    heads = value.heads
    if not cue.ahead and end <= value.first:
        return False
    top = top_in(heads, at, end)
    path = _path(heads, top_in(heads, value.first, value.last), value.known)
    last = min(end + (cue.label in _DOUBTS), len(heads))  # "seemed to be [men]", "is believed to be [men]"
    infinitive = any(
        value.lower[to] == "to" and heads[to] in path[: _DEEPEST + 1] for to in range(end - 1, last)
    )
    if top in path or infinitive:
        return (cue.subject or top < value.first) and not _is_beside(value, path, top)
    if (focus := _focus(value, at, end, cue)) is not None:
        return focus in path
    governor = heads[top]
    if _is_told_of(value, governor, cue, path[0]) or (cue.label == "denied" and _is_denied_of(value, top)):
        return True
    if governor not in path[: _DEEPEST + 1] or not (cue.subject or at < value.first):
        return False
    modifies = value.tags[top] in _MODIFYING and not _is_clause(value, top)
    return modifies and not _is_beside(value, path, governor)


def _is_beside(value: Value, path: Sequence[int], word: int) -> bool:
    """Whether a value hangs on a word, or on what is no verb under it ("feared [dead] after"), by a clause that is only
    joined to that and has a subject of its own."""
    step = path.index(word) if word in path else 0
    while step > 0:
        if path[step - 1] in value.beside:
            return True
        if value.tags[path[step - 1]] in VERBS:
            return False
        step -= 1
    return False


def _focus(value: Value, at: int, end: int, cue: Cue) -> int | None:
    """The word of the one phrase that an adverb of doubt hedges, as it stands right before that: "hit, apparently by [a
    shell]", "two apparently [unrelated] attacks"."""
    heads, tags = value.heads, value.tags
    if cue.label not in _DOUBTS or tags[at] != "ADV" or end - at != 1 or end >= len(heads):
        return None
    if tags[end] in ("ADP", "PART") and heads[end] > end:
        return heads[end]
    return end if tags[end] == "ADJ" and heads[end] > end and tags[heads[end]] in NOUNS else None


def _is_clause(value: Value, word: int) -> bool:
    """Whether a word has a form of "be" of its own, so that it tells something by itself and modifies nothing: "it
    [is not clear] why, but police say ..."."""
    heads, tags = value.heads, value.tags
    helpers = range(max(0, word - _HELPERS), word)
    return tags[word] == "ADJ" and any(heads[kid] == word and tags[kid] == "AUX" for kid in helpers)


def _is_conditional(value: Value, at: int) -> bool:
    """Whether a word opens a clause on which it hangs whether the value will be: "if the strike goes ahead, [40
    dockers] will stop work"; so does what the clause itself tells."""
    heads = value.heads
    if value.tags[at] != "SCONJ" or heads[at] < 0:
        return False
    opened = heads[at]
    over = {
        heads[opened],
        *(word for word, head in enumerate(heads) if head == heads[opened] >= 0 and word > opened),
    }
    helpers = section("manner", "conditional")["helpers"]
    told = {
        head for word, head in enumerate(heads) if value.tags[word] == "AUX" and value.lower[word] in helpers
    }
    path = _path(heads, top_in(heads, value.first, value.last), value.known)[:_DEEPEST]
    return bool(told & over) and (opened in path or not (told & over).isdisjoint(path))


def _is_told_of(value: Value, verb: int, cue: Cue, top: int) -> bool:
    """Whether a hedged relative clause tells what part a value had: "[a crate] that may have held the bomb"."""
    told = verb in value.known and value.heads[verb] == top
    return told and cue.label in _DOUBTS and value.slot in section("manner", "links")["slots"]


def _is_denied_of(value: Value, verb: int) -> bool:
    """Whether somebody else denies the value in a clause on it: "[an account] that police dismissed"."""
    heads, tags = value.heads, value.tags
    clause = (
        verb >= value.last
        and verb not in value.known
        and heads[verb] == top_in(heads, value.first, value.last)
    )
    return clause and any(
        heads[word] == verb and tags[word] in (*NOUNS, "PRON") and value.lower[word] not in RELATIVE
        for word in range(value.last, verb)
    )


def top_in(heads: Sequence[int], first: int, last: int) -> int:
    """The word of a stretch whose head lies outside it."""
    return next((at for at in range(first, last) if not first <= heads[at] < last), first)


def _path(heads: Sequence[int], at: int, known: frozenset[int]) -> list[int]:
    """A word and its heads up to the root or a relative clause's verb; a loop ends it."""
    path: list[int] = []
    while 0 <= at < len(heads) and at not in path:
        path.append(at)
        at = -1 if at in known else heads[at]
    return path
