"""Words that tell of no happening: lines about the page, questions, condolences, films, results of matches (CLAIMS.md
section 5).

The words are in ``data/idle.toml``. Invariant: the answer depends on the words of one sentence alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from standoff.extraction.chains.anonymity import tells_anonymity
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.nonevents import is_no_event
from standoff.extraction.slots.unfitting import is_unfitting

_SCORE = re.compile(r"(?<![\w-])\d{1,2} [-–] \d{1,2} (?=(?:on|in|at|with|to|after|away|as|and|,|\.) )")
_SUM = re.compile(r" \d[\d.,]* (?:%|per cent|percent|points?|(?:million|billion|trillion) \w+) ")
_TELLING_NOTHING = ("page", "fiction", "forecast", "editorial", "biography")
_PARTIES = ("actor", "suspect")
_CLOSERS = frozenset(('"', "”", "''", "'", "’", ")", "]"))
_MARKS = re.compile(r"^[^\w]+")


def is_idle(page: Page, slot: str, at: Stretch) -> bool:
    """Whether a slot span stands in a sentence without a happening, or says nothing that is one."""
    number = page.sentence[at.first]
    forms = page.line(number).forms
    if _tells_nothing(forms) or _announced(page, number) or _is_of_silence(page, at, forms):
        return True
    if is_no_event(page, slot, at) or is_unfitting(page, slot, at) or tells_anonymity(page, at):
        return True
    if slot in _PARTIES and page.forms[at.last - 1] in section("idle", "roles")["words"]:
        return True
    kinds = _kinds(slot)
    words = f" {' '.join(page.forms[at.first : at.last])} " if kinds else ""
    return bool(kinds) and _has(words, *kinds)


@cache
def _kinds(slot: str) -> tuple[str, ...]:
    """The kinds of words that are no value of a slot."""
    return tuple(key for key in ("courtesy", "opinion") if slot in section("idle", key)["slots"])


def _announced(page: Page, number: int) -> bool:
    """Whether a sentence goes on with a line about the page: "Read more:" before a headline."""
    first = page.bounds[number].first
    if number == 0 or page.forms[first - 1] != ":":
        return False
    before = " ".join(page.line(number - 1).forms)
    begins: tuple[str, ...] = section("idle", "page")["begins"]
    return before.startswith(begins) and "\n" not in page.text[page.ends[first - 1] : page.starts[first]]


def _is_of_silence(page: Page, at: Stretch, forms: tuple[str, ...]) -> bool:
    """Whether words are of somebody's saying nothing: all of its sentence, or the clause alone that is joined to what
    is told before ("confirmed two arrests but [did not comment further]")."""
    silences = _silences(forms)
    first = page.bounds[page.sentence[at.first]].first if silences else 0
    for words in silences:
        top = top_of(page, Stretch(first + words.first, first + words.last))
        if page.relations[top] != "conj" or top_of(page, at) in page.subtree(top):
            return True
    return False


@lru_cache(maxsize=256)
def _silences(forms: tuple[str, ...]) -> tuple[Stretch, ...]:
    """Where a sentence says that somebody said nothing."""
    padded, found = f" {' '.join(forms)} ", []
    for words in _among(forms, "silence"):
        if (before := padded.find(words)) >= 0:
            first = padded.count(" ", 0, before)
            found.append(Stretch(first, first + words.count(" ") - 1))
    return tuple(found)


@lru_cache(maxsize=256)
def _tells_nothing(forms: tuple[str, ...]) -> bool:
    if _asks(forms):
        return True
    sentence = _MARKS.sub("", " ".join(forms))
    if sentence.startswith(_beginnings()):
        return True
    padded = f" {sentence} "
    if _has(padded, *_TELLING_NOTHING):
        return True
    if _SCORE.search(padded) is not None and _has(padded, "sport"):
        return True
    moves = section("idle", "markets")["moves"]
    return _SUM.search(padded) is not None and _has(padded, "markets") and not set(forms).isdisjoint(moves)


@cache
def _beginnings() -> tuple[str, ...]:
    """What sentences that tell nothing begin with."""
    return tuple(
        words for key in ("page", "fiction", "biography") for words in section("idle", key)["begins"]
    )


def _asks(forms: tuple[str, ...]) -> bool:
    """Whether a sentence is a question: who asks claims nothing."""
    last = next((form for form in reversed(forms) if form not in _CLOSERS), "")
    return last == "?"


def _has(padded: str, *keys: str) -> bool:
    return any(words in padded for words in _among(padded.split(" "), *keys))


def _among(forms: Iterable[str], *keys: str) -> Iterator[str]:
    """Of the phrases of lists, between blanks, those whose first word is one of these."""
    begun = _padded(*keys)
    return (words for form in begun.keys() & forms for words in begun[form])


@cache
def _padded(*keys: str) -> Mapping[str, Sequence[str]]:
    """The phrases of lists, between blanks, by their first word."""
    found: dict[str, list[str]] = defaultdict(list)
    for words in (words for key in keys for words in section("idle", key)["words"]):
        found[words.partition(" ")[0]].append(f" {words} ")
    return dict(found)
