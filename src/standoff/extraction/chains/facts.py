"""When a verb of telling makes no claim: "found him lying there", "learned who did it", "commented on the raid",
"charged her with treason"; and what is yet to be told: "must disclose where she is held".

Invariant: decided by the verb's own dependents, whose object it is, and ``data/cues.toml``; what stands in quotation
marks is told, but for a charge and by whom it is only demanded.
"""

from __future__ import annotations

from collections.abc import Iterator

from standoff.extraction.chains.cues import Cue, words
from standoff.extraction.chains.source_words import is_calendar
from standoff.extraction.grammar.clauses import negation
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tags import NOUNS


def of_fact(page: Page, verb: int, cue: Cue) -> bool:
    """Whether somebody comes upon a thing, comes to know a thing or speaks on it, and says not what is so."""
    if cue.lemma in words("grammar", "undertaking") and (act := _undertaken(page, verb)) is not None:
        return page.quoted[act] < 0 or cue.lemma not in words("grammar", "committing")
    if _lays_charge(page, verb, cue) or _is_owed(page, verb, cue):
        return True
    if any(page.quoted[word] >= 0 for word in page.subtree(verb) if word > verb) or page.quoted[verb] >= 0:
        return False
    if cue.lemma in words("grammar", "coming_upon") and _comes_upon(page, verb):
        return True
    if cue.lemma in words("grammar", "knowing") and _asks(page, verb):
        return True
    if cue.lemma in words("grammar", "as_whom") and _says_not_whom(page, verb):
        return True
    if cue.lemma in words("grammar", "speaking_on") and _speaks_on(page, verb):
        return True
    return (cue.lemma == "respond" and _responds(page, verb)) or _untold(page, verb, cue)


def _lays_charge(page: Page, verb: int, cue: Cue) -> bool:
    """Whether somebody is charged in court, whatever the words of the charge: "charged him with 'discrediting' it"."""
    return cue.lemma in words("grammar", "prosecuting") and any(
        page.forms[mark] == "with" for kid in page.children[verb] if kid > verb for mark in page.children[kid]
    )


def _is_owed(page: Page, verb: int, cue: Cue) -> bool:
    """Whether somebody has yet to tell a thing, and others want it of him: "the army must say who fired", "called on
    the ministry to disclose where they are"."""
    if cue.act == "cites":
        return False
    helpers = {page.forms[kid] for kid in page.children[verb] if page.relations[kid] in ("aux", "mark")}
    if not words("grammar", "owing").isdisjoint(helpers) and "have" not in helpers:
        own = page.child(verb, "nsubj")
        return own is None or page.forms[own] not in words("nouns", "no_source")
    above = page.heads[verb]
    wanted = "to" in helpers and page.relations[verb] in ("xcomp", "ccomp", "advcl", "acl") and above >= 0
    return wanted and page.forms[above] in words("grammar", "demanding")


def _comes_upon(page: Page, verb: int) -> bool:
    """Whether what is found is a thing in some state and no clause: "found a man lying there", "found her dead"."""
    clause = page.child(verb, "ccomp")
    if clause is None or clause < verb:
        return False
    kids = page.children[clause]
    if any(page.relations[kid] in ("mark", "aux", "cop") for kid in kids):
        return False
    alone = page.child(clause, "nsubj", "obj") is None
    return page.forms[clause].endswith("ing") or (page.tags[clause] in ("VERB", "ADJ") and alone)


def _asks(page: Page, verb: int) -> bool:
    """Whether what is known is the answer to a question: "learned who shot him"."""
    return any(
        page.forms[min(page.subtree(clause))] in words("grammar", "asking") for clause in _clauses(page, verb)
    )


def _clauses(page: Page, verb: int) -> Iterator[int]:
    given = (kid for kid in page.children[verb] if page.relations[kid] in ("ccomp", "advcl", "xcomp"))
    return (kid for kid in given if kid > verb and min(page.subtree(kid)) == verb + 1)


def _says_not_whom(page: Page, verb: int) -> bool:
    """Whether "identified" tells not who somebody is: "identified two men who were shot", not "identified him as"."""
    thing = page.child(verb, "obj")
    if thing is None or thing < verb or page.tags[thing] == "PROPN" or page.child(thing, "appos") is not None:
        return False
    return "as" not in page.forms[verb : page.bounds[page.sentence[verb]].last]


def _undertaken(page: Page, verb: int) -> int | None:
    """The act that is promised or the like by an infinitive: "threatened to strike"."""
    acts = (kid for kid in page.children[verb] if page.relations[kid] in ("xcomp", "ccomp") and kid > verb)
    bare = (act for act in acts if page.child(act, "nsubj") is None)
    return next((act for act in bare if any(page.forms[kid] == "to" for kid in page.children[act])), None)


def _untold(page: Page, verb: int, cue: Cue) -> bool:
    """Whether a thing is just not told: "have not disclosed the names", "did not explain why"."""
    negated = negation(page, verb) is not None
    if not negated or cue.act != "says" or not (cue.phrase or _asks(page, verb)):
        return False
    thing = (
        page.child(verb, "obj") is not None or page.relations[verb] == "acl"
    )  # "whose name X did not reveal"
    return _asks(page, verb) or (thing and "that" not in _openers(page, verb))


def _openers(page: Page, verb: int) -> list[str]:
    """The words that the clauses of a verb open with."""
    return [
        page.forms[min(page.subtree(kid))] for kid in page.children[verb] if page.relations[kid] == "ccomp"
    ]


def _responds(page: Page, verb: int) -> bool:
    """Whether somebody responds to a call or with a deed, and says nothing: "police responded to a report of shots",
    "responded with tear gas", not "with a denial"."""
    negated, after = negation(page, verb) is not None, page.forms[verb + 1 : verb + 5]
    texts = words("nouns", "telling") | words("nouns", "issued")
    acts = after[:1] == ["to"] or (after[:1] == ["with"] and texts.isdisjoint(after))
    return acts and page.child(verb, "ccomp") is None and not negated


def _speaks_on(page: Page, verb: int) -> bool:
    """Whether somebody "reports on" a thing or "calls on" people; "on Monday" says when."""
    case = verb + 1
    if case >= len(page) or page.forms[case] not in words("grammar", "on") or page.relations[case] != "case":
        return False
    thing = page.heads[case]
    told = any(page.forms[kid] == "that" for kid in _marks(page, verb))  # "reported on its website that"
    noun = thing > case and page.tags[thing] in NOUNS
    return noun and not told and not is_calendar(page.forms[thing])


def _marks(page: Page, verb: int) -> Iterator[int]:
    """The words that open the clauses of a verb."""
    clauses = (kid for kid in page.children[verb] if page.relations[kid] == "ccomp")
    return (mark for clause in clauses for mark in page.children[clause] if page.relations[mark] == "mark")
