"""What a verb of telling tells: its clause, its quotation, the clause that it interrupts, or its noun phrase.

Invariant: what is told is words of the verb's own sentence, without the commas around it.
"""

from __future__ import annotations

from standoff.extraction.chains.acts import said_to_be
from standoff.extraction.chains.cues import Cue, words
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch, compact

_LEAST_QUOTED = 5  # words, marks included


def told(page: Page, verb: int, cue: Cue) -> tuple[Stretch, ...]:
    """What a verb tells: its clause, its quotation, the clause it interrupts, or its noun phrase."""
    kids = page.children[verb]
    if (named := said_to_be(page, verb, cue)) or cue.naming:
        return named
    if cue.by_press:
        return compact(trimmed(page, [word for word in page.subtree(verb) if word > verb]))
    clauses = ("ccomp", "obj") if cue.act == "denies" else ("ccomp",)  # "dismissed [the claim] as [a fable]"
    begin = verb if _opens_clause(page, verb) else -1
    inside = [
        word
        for child in kids
        if page.relations[child] in clauses and child > begin
        for word in page.subtree(child)
    ]
    relation, head = page.relations[verb], page.heads[verb]
    marked = page.child(verb, "obj", "xcomp") is None and any(
        page.forms[child] == "as" and page.relations[child] == "mark" for child in kids
    )
    if not inside and (relation == "parataxis" or (relation == "advcl" and marked)):
        inside = page.subtree(head, frozenset((verb,)))
    if not inside:
        inside = _quoted(page, verb)
    if inside and cue.wary and not _plain_telling(page, verb, inside):
        return ()
    if not inside and cue.phrase:
        inside = _phrase(page, verb, cue)
    if not inside and cue.lemma == "claim":
        inside = [word for child in kids if page.relations[child] == "xcomp" for word in page.subtree(child)]
    return compact(trimmed(page, inside))


def _opens_clause(page: Page, verb: int) -> bool:
    """Whether a semicolon stands before who tells, and nothing before it is told: "six died; the army denied it"."""
    who = page.child(verb, "nsubj")
    return who is not None and who < verb and page.forms[min(page.subtree(who)) - 1] == ";"


def with_object(page: Page, verb: int, content: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """What is denied, with the verb's object where only what that is called was read: "dismissed [the claim] as a
    fable"."""
    thing = page.child(verb, "obj")
    read = any(part.holds(thing) for part in content) if thing is not None else True
    if thing is None or read or thing < verb or not content or content[0].first < thing:
        return content
    return (noun_phrase(page, thing), *content)


def _plain_telling(page: Page, verb: int, inside: list[int]) -> bool:
    if any(page.quoted[word] >= 0 for word in inside):
        return True
    clause = page.child(verb, "ccomp")
    return clause is not None and any(page.forms[child] == "that" for child in page.children[clause])


def _quoted(page: Page, verb: int) -> list[int]:
    """The quotation in the verb's sentence, when it is more than a phrase set in quotation marks."""
    at = page.bounds[page.sentence[verb]]
    own = page.quoted[verb]
    inside = [
        word for word in range(at.first, at.last) if page.quoted[word] >= 0 and page.quoted[word] != own
    ]
    whole = {page.quoted[word] for word in inside}
    return inside if len(inside) >= _LEAST_QUOTED * len(whole) and page.child(verb, "obj") is None else []


def _phrase(page: Page, verb: int, cue: Cue) -> list[int]:
    accuses = cue.accusing or cue.lemma in words("grammar", "as_whom")
    relations = ("obj", "obl", "advcl", "xcomp") if accuses else ("obj", "xcomp")
    thing = page.child(verb, "obj")
    if thing is None or page.tags[thing] == "PRON" or (cue.wary and page.quoted[thing] < 0):
        return []
    return sorted(
        word
        for child in page.children[verb]
        if page.relations[child] in relations and child >= thing
        for word in page.subtree(child)
    )


def trimmed(page: Page, inside: list[int]) -> list[int]:
    """Without the commas at both ends, which belong to the sentence around."""
    first, last = 0, len(inside)
    while first < last and page.forms[inside[first]] in (",", ":", "--", "-", "–", "—"):
        first += 1
    while first < last and page.forms[inside[last - 1]] in (",", "--", "-", "–", "—"):
        last -= 1
    return inside[first:last]
