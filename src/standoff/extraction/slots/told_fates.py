"""What a word of harm tells: which slot it fills where it stands, and whether it tells of something that happened."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.extraction.grammar.clauses import has_case, negation, passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section
from standoff.extraction.slots.casualties import is_either, is_natural


def fate_of(page: Page, use: str, slot: str, word: int, people: Iterable[int]) -> str:
    """The slot of a use: a hit that is called or read as fatal killed; who was not hurt is unharmed; "" when there is
    none."""
    if negation(page, word) is not None:
        return "unharmed" if slot == "injured" or use == "spares" else ""
    if use == "spares":
        return ""
    if slot == "injured" and _fatal(page, word, "words" if use in ("hits", "oneself") else "adverbs"):
        return "killed"
    if slot == "injured" and use == "hits" and _read_dead(page, people):
        return "killed"
    if use == "oneself" and _is_suicide(page):
        return "killed"
    return slot or _suffered(page, word)


def _read_dead(page: Page, people: Iterable[int]) -> bool:
    """Whether the model reads that people were killed, and nobody hurt: it sees what a bare "was shot" does not say."""
    told = [row for row in page.read_slots if row.label in ("killed", "injured")]
    fates = {row.label for noun in people for row in told if row.at.holds(noun)}
    return fates == {"killed"}


def _is_suicide(page: Page) -> bool:
    """Whether the report speaks of a suicide, not of an attempt, and of no accident."""
    table, forms = section("tolls", "fatal"), page.forms
    told = (word for word in page.where(table["suicides"]) if forms[word - 1] not in table["attempts"])
    done = any(not set(forms[word + 1 : word + 2]) & {*table["attempts"]} for word in told)
    return done and not page.where(table["accidents"])


def _fatal(page: Page, word: int, key: str) -> bool:
    """Whether a word says that it was deadly; "one fatally" says so of one."""
    words = section("tolls", "fatal")[key]
    beside = (*page.children[word], *range(word + 1, min(word + 3, len(page))))
    return any(
        page.forms[other] in words and page.tags[other - 1] != "NUM" and not _is_of_others(page, other)
        for other in beside
    )


def _is_of_others(page: Page, word: int) -> bool:
    """Whether a verb joined to one of harm has a subject of its own: "ten were shot and [one man] was [killed]"."""
    return page.relations[word] == "conj" and page.child(word, "nsubj") is not None


def _suffered(page: Page, verb: int) -> str:
    """The slot that what is suffered names; "" when it names none."""
    table = section("tolls", "suffers")
    if page.forms[verb] in table["treated"]:
        things = page.children[verb] if passive(page, verb) else ()
        named = {page.forms[thing] for thing in things if has_case(page, thing, table["ailments"])}
    else:
        thing = page.child(verb, "obj")
        named = set() if thing is None else {page.forms[thing]}
    return next((slot for slot in ("killed", "injured") if not named.isdisjoint(table[slot])), "")


def is_tried(page: Page, word: int) -> bool:
    """Whether a deed is told to have been tried only: "attempted murder"."""
    return page.forms[word - 1] in section("tolls", "unreal")["tried"]


def is_unreal(page: Page, word: int) -> bool:
    """Whether a verb only tells of what is wished, feared or asked: "to kill", "could kill", not "may have killed"."""
    if is_natural(page, word) or is_either(page, Stretch(word, word + 1)):
        return True
    if is_tried(page, word):
        return True
    helpers = [page.forms[child] for child in page.children[word] if page.tags[child] in ("AUX", "PART")]
    unreal = any(form in section("tolls", "unreal")["words"] for form in helpers)
    return unreal and "have" not in helpers
