"""Nouns that tell: whose statement, claim or report it is, what it tells, and whether it tells anything.

Invariant: the answer is a word of the noun's own sentence, or none.
"""

from __future__ import annotations

from standoff.extraction.chains.cues import words
from standoff.extraction.chains.source_words import is_calendar, noun_kind
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrase_heads import base_head
from standoff.extraction.lexicon import section

COPULAS = frozenset(("is", "was", "remains"))  # what an account is said to be by
_SIDES = ("party", "official", "organisation", "witness")
_BY = 8  # words of whose statement it is, at most
_OF_NAMES = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "NUM"))


def none_told(page: Page, noun: int) -> bool:
    """Whether a noun says that nothing was told: "no reports of"."""
    return any(page.forms[kid] == "no" and page.relations[kid] == "det" for kid in page.children[noun])


def answered(page: Page, noun: int) -> bool:
    """Whether a noun tells only where somebody was sent: "called to reports of shots", "responded to a report", not "to
    the army's assertion"."""
    sent = page.heads[noun] >= 0 and page.forms[page.heads[noun]] in words("nouns", "answering")
    return sent and any(page.forms[kid] == "to" for kid in page.children[noun]) and issuer(page, noun) is None


def that_clause(page: Page, noun: int) -> int | None:
    """The clause that a noun tells: that with "that" on it, else with the "that" right after it and whose it is."""
    clause = next(
        (
            child
            for child in page.children[noun]
            if child > noun
            and page.relations[child] in ("acl", "ccomp")
            and any(
                page.forms[kid] == "that" and page.relations[kid] == "mark" for kid in page.children[child]
            )
        ),
        None,
    )
    by = _by_phrase(page, noun)
    after = noun + 1 if by is None else by.last
    if clause is not None or after >= len(page) or page.forms[after] != "that":
        return clause
    return page.heads[after] if page.relations[after] == "mark" and page.heads[after] > after else None


def topic(page: Page, noun: int) -> int | None:
    """What a noun tells of: "rumours of fresh fighting", "reports by the Courier about a raid"."""
    denials = section("manner", "falsehoods")["nouns"]
    if page.forms[noun] not in words("nouns", "of_happenings") and page.forms[noun] not in denials:
        return None
    for child in page.children[noun]:
        cases = {page.forms[kid] for kid in page.children[child] if page.relations[kid] == "case"}
        if child > noun and page.relations[child] == "nmod" and cases & words("nouns", "about"):
            return child
    return None


def issuer(page: Page, noun: int) -> int | None:
    """Whose statement it is: "X's statement", "a statement by X", "a statement issued by X", "the X statement"."""
    named = None
    for child in page.children[noun]:
        relation = page.relations[child]
        cases = {page.forms[kid] for kid in page.children[child] if page.relations[kid] == "case"}
        if relation == "nmod" and got_by(page, child):
            continue
        if relation == "nmod" and (
            cases & {"by", "from", "'s", "’s", "'", "’"} or (child < noun and not cases)
        ):
            return child
        if relation == "acl" and page.forms[child] in words("nouns", "issuing"):
            agent = by_whom(page, child)
            if agent is not None:
                return agent
        if _names_party(page, child, noun):
            named = child
    by = _by_phrase(page, noun) if named is None else None
    return named if by is None else base_head(page, by)


def _by_phrase(page: Page, noun: int) -> Stretch | None:
    """The words between "by" right after a noun and the "that" of what it tells, wherever the tree hangs them: "a claim
    by [the mayor] that"."""
    if page.forms[noun + 1 : noun + 2] != ["by"]:
        return None
    end = min(page.bounds[page.sentence[noun]].last, noun + 2 + _BY)
    that = next((word for word in range(noun + 2, end) if page.forms[word] == "that"), -1)
    nominal = all(page.tags[word] in _OF_NAMES for word in range(noun + 2, that))
    return Stretch(noun + 2, that) if that > noun + 2 and nominal else None


def account_before(page: Page, be: int) -> int | None:
    """The noun for somebody's own word that a form of "be" says what it is: "the army's [version], which the radio
    carried, is that nobody was hurt"."""
    copula = page.forms[be] in COPULAS and page.forms[be + 1 : be + 2] == ["that"]
    if not copula or page.relations[be + 1] != "mark":
        return None
    first, noun = page.bounds[page.sentence[be]].first, be - 1
    if page.forms[noun] == ",":
        noun = next((word for word in range(noun - 1, first, -1) if page.forms[word] == ","), first) - 1
    known = noun > first and page.forms[noun] in words("nouns", "own_accounts")
    return noun if known and issuer(page, noun) is not None else None


def got_by(page: Page, child: int) -> bool:
    """Whether a text was but got or seen by somebody, wherever the tree hangs him: "a letter seen by [the Courier]"."""
    by = next((kid for kid in page.children[child] if page.forms[kid] == "by"), 0)
    return by > 0 and page.forms[by - 1] in words("nouns", "getting")


def maker(page: Page, noun: int) -> int | None:
    """Who gave or made what a noun counts: "figures given by X", "a tally by X"; ``None`` where it is not said."""
    for child in page.children[noun]:
        made = page.relations[child] == "acl" and page.forms[child] in words("nouns", "issuing")
        if made and (agent := by_whom(page, child)) is not None:
            return agent
        by = any(page.forms[kid] == "by" for kid in page.children[child])
        if page.relations[child] == "nmod" and by and not got_by(page, child):
            return child
    return None


def _names_party(page: Page, word: int, noun: int) -> bool:
    """Whether a word before a noun names whose it is: "the Vesta statement", "rebel claims", "media reports"."""
    if page.relations[word] == "compound" and page.tags[word] == "PROPN":
        return not is_calendar(page.forms[word])
    kind = noun_kind(page.forms[word])
    if page.relations[word] == "amod":
        return kind in _SIDES and kind != "witness"  # "local reports"
    reports = kind == "media" and page.forms[noun] in words("nouns", "of_happenings")  # no "press release"
    return page.relations[word] == "compound" and (kind in _SIDES or reports)


def by_whom(page: Page, verb: int) -> int | None:
    """Whom a verb in the passive, or a participle on a noun, is done by, whatever the tree hangs the "by" on: "issued
    by X"."""
    for child in page.children[verb]:
        by = any(page.forms[kid] == "by" for kid in page.children[child])
        by = by or page.forms[max(0, noun_phrase(page, child).first - 1)] == "by"
        if page.relations[child] in ("obl", "nsubj") and by and not _is_time(page, child):
            return child
    return None


def _is_time(page: Page, word: int) -> bool:
    """Whether a word tells when: "recorded by Thursday evening"."""
    form = page.forms[word]
    return is_calendar(form) or form in words("nouns", "hours") or page.entity_labels.get(word) == "time"
