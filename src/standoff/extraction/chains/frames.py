"""Tellings found by tree and cue words: who (subject), what verb, what is told.

A frame is a candidate: `links` decides between frames and the spans that the model read.
Invariant: source, cue and content of a frame lie in one sentence.
"""

from __future__ import annotations

from functools import cache

from standoff.extraction.chains.acts import may_tell, only_mentions
from standoff.extraction.chains.asides import denied_aside
from standoff.extraction.chains.blaming import blaming_frames
from standoff.extraction.chains.citings import account_frames, citing_frames, passive_frames
from standoff.extraction.chains.contents import told, trimmed
from standoff.extraction.chains.cues import Cue, verbs, words
from standoff.extraction.chains.frame import Frame, agent_frame, cue_at
from standoff.extraction.chains.hearers import hearer_of
from standoff.extraction.chains.pictures import showing_frames
from standoff.extraction.chains.telling_nouns import (
    COPULAS,
    account_before,
    answered,
    by_whom,
    issuer,
    none_told,
    that_clause,
    topic,
)
from standoff.extraction.grammar.clauses import joined_phrase, noun_phrase, passive, subject, teller
from standoff.extraction.grammar.page import Page, Stretch, compact
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.manner.falsehoods import Falsehood, called_false, told_as_false
from standoff.extraction.values.revisions import figures_of
from standoff.extraction.values.set_against import Rival, rival_figures

_UNREAL = frozenset(
    ("would", "could", "should", "might", "may", "must", "can", "ca", "wo", "will", "to", "without")
)
_NOT_GUILTY = ("not", "guilty")
_SPOKEN = 6  # words in which the number stands: "spoke of more than 90 dead"


def frames(page: Page) -> list[Frame]:
    """Every telling in a report, in the order of their cues."""
    table, telling, counting = verbs(), words("nouns", "telling"), words("grammar", "counting")
    found: list[Frame] = []
    taken: set[int] = set()
    for word in page.where(_cue_words()):
        form = page.forms[word]
        cue = table.get(form)
        if (rejected := called_false(page, word)) is not None:
            found += _called_false(page, word, rejected)
        elif (aside := denied_aside(page, word)) is not None:
            at, told_of = noun_phrase(page, aside.denier), noun_phrase(page, aside.noun)
            found.append(
                Frame(word, cue_at(page, word), aside.denier, (at,), (told_of,), "denies", aside=True)
            )
        elif cue is not None and page.tags[word] == "VERB" and word not in taken:
            made = _verb_frame(page, word, cue)
            taken.update(frame.verb for frame in made)
            found += made
        elif form in counting:
            found += _counting(page, word)
        elif (given := gives_figure(page, word)) is not None:
            found += _giving(page, word, given)
        elif form == "according" and word + 1 < len(page) and page.forms[word + 1] == "to":
            found += account_frames(page, word)
        elif is_plea(page, word):
            found += _plea(page, word)
        elif made := showing_frames(page, word) or blaming_frames(page, word):
            found += made
        else:
            noun = form in telling or form.removesuffix("s") in telling
            found += _noun_frames(page, word) if noun else _account(page, word)
    rivals = rival_figures(page)
    giving = {rival.verb for rival in rivals}
    return [*(frame for frame in found if frame.verb not in giving), *map(_rival_frame, rivals)]


def _rival_frame(rival: Rival) -> Frame:
    content = (rival.figure,)
    return Frame(rival.verb, (rival.cue,), rival.head, (rival.giver,), content, "says", aside=True)


@cache
def _cue_words() -> frozenset[str]:
    """Words that a telling may be found by."""
    grammar = words("grammar", "counting") | words("grammar", "pleading") | words("nouns", "giving")
    grammar |= words("grammar", "speaking_of") | words("grammar", "holding")
    nouns = words("nouns", "telling")
    false = section("manner", "falsehoods")["verbs"]
    nouns |= word_set("sources", "nouns", "imagery")
    return frozenset(
        (*verbs(), *nouns, *(f"{noun}s" for noun in nouns), *grammar, *false, "according", *COPULAS)
    )


def is_plea(page: Page, word: int) -> bool:
    """Whether a verb is that of a plea of not guilty."""
    pleads = page.forms[word] in words("grammar", "pleading")
    return pleads and tuple(page.forms[word + 1 : word + 3]) == _NOT_GUILTY


def _plea(page: Page, verb: int) -> list[Frame]:
    head = subject(page, verb)
    if head is None:
        return []
    at = noun_phrase(page, head)
    return [Frame(verb, cue_at(page, verb), head, (at,), (Stretch(verb + 1, verb + 3),), "denies")]


def _account(page: Page, be: int) -> list[Frame]:
    """ "The ministry's version is that two men ran": whose it is tells what follows "that"."""
    noun = account_before(page, be)
    owner = None if noun is None else issuer(page, noun)
    clause = -1 if owner is None else page.heads[be + 1]
    inside = [word for word in page.subtree(clause) if word > be] if clause > be else []
    if owner is None or not inside:
        return []
    return [Frame(be, (Stretch(be, be + 1),), owner, (noun_phrase(page, owner),), compact(inside), "says")]


def counts(page: Page, verb: int) -> Stretch | None:
    """The number that a verb puts a toll at ("put the death toll at eight"), if it does."""
    return None if passive(page, verb) else figures_of(page, verb)[1]


def gives_figure(page: Page, verb: int) -> int | None:
    """The toll that a verb gives with its number: "gave a toll of 12", "gave the number of dead as nine", "an earlier
    figure of 45 was given by a broadcaster"."""
    if page.forms[verb] in words("grammar", "speaking_of"):
        return _spoken_of(page, verb)
    if page.forms[verb] not in words("nouns", "giving") or page.tags[verb] != "VERB":
        return None
    if passive(page, verb) or page.relations[verb] == "acl":
        return _given_by(page, verb)
    thing = page.child(verb, "obj")
    if thing is None or thing < verb or page.forms[thing] not in words("nouns", "counted"):
        return None
    end = page.bounds[page.sentence[verb]].last
    numbers = (word for word in range(thing + 1, end) if page.tags[word] == "NUM")
    return thing if any(verb in page.above(number) for number in numbers) else None


def _given_by(page: Page, verb: int) -> int | None:
    """The toll that is given by somebody, where its number is told: "up from nine given by police"."""
    thing = page.heads[verb] if page.relations[verb] == "acl" else subject(page, verb)
    if thing is None or by_whom(page, verb) is None:
        return None
    if page.forms[thing] not in words("nouns", "counted") and page.tags[thing] != "NUM":
        return None
    return thing if any(page.tags[word] == "NUM" for word in page.subtree(thing)) else None


def _spoken_of(page: Page, verb: int) -> int | None:
    """The number that is spoken of: "spoke of 57 dead"."""
    if page.tags[verb] != "VERB" or page.forms[verb + 1 : verb + 2] != ["of"]:
        return None
    last = min(verb + _SPOKEN, page.bounds[page.sentence[verb]].last)
    return next((word for word in range(verb + 2, last) if page.tags[word] == "NUM"), None)


def _giving(page: Page, verb: int, thing: int) -> list[Frame]:
    if thing < verb and (agent := by_whom(page, verb)) is not None:
        given = page.subtree(thing, frozenset((verb,)))
        return [agent_frame(page, verb, agent, compact(given), "says")]
    head = subject(page, verb)
    if head is None or page.forms[head] in words("nouns", "no_source"):
        return []
    content = compact(trimmed(page, [word for word in page.subtree(verb) if word > verb]))
    at = (noun_phrase(page, head),)
    if thing < head:
        return []
    return [Frame(verb, cue_at(page, verb), head, at, content, "says", hearer_of(page, verb))]


def _counting(page: Page, verb: int) -> list[Frame]:
    """ "The ministry put the toll at eight": who counts is the source, the toll and its number are told."""
    number = figures_of(page, verb)[1]
    head = by_whom(page, verb) if passive(page, verb) else subject(page, verb)
    if number is None or head is None or page.forms[head] in words("nouns", "no_source"):
        return []
    if passive(page, verb):
        told_by = [kid for kid in page.children[verb] if page.relations[kid] == "nsubj"]
        told_of = (*page.subtree(told_by[0]), *range(*number)) if told_by else tuple(range(*number))
        return [agent_frame(page, verb, head, compact(sorted({*told_of})), "says")]
    content = Stretch(verb + 1, number.last)
    beside = page.forms[number.last : number.last + 1]
    headed = page.heads[number.last - 1] == number.last and page.tags[number.last] in ("NOUN", "ADJ")
    if headed or not words("nouns", "counted_people").isdisjoint(beside):
        content = Stretch(verb + 1, number.last + 1)
    old = figures_of(page, verb)[0]
    last = max(content.last, old.last if old else 0)
    content = Stretch(content.first, _past_parts(page, _past_others(page, last)))
    at, medium = noun_phrase(page, head), hearer_of(page, verb)
    return [Frame(verb, cue_at(page, verb), head, (at,), (content,), "says", medium)]


def _called_false(page: Page, verb: int, found: Falsehood) -> list[Frame]:
    """Who calls a claim false denies it; what is claimed is told."""
    head = by_whom(page, verb) if passive(page, verb) else subject(page, verb)
    content = told_as_false(page, found)
    if head is None or not content or page.forms[head] in words("nouns", "no_source"):
        return []
    at = (noun_phrase(page, head),)
    return [Frame(verb, cue_at(page, verb), head, at, content, "denies", false=found.word)]


def _past_others(page: Page, last: int) -> int:
    """The word after the further people who are counted beside those before ``last``: "11 dead and 19 wounded"."""
    end = page.bounds[page.sentence[last - 1]].last
    further = last + 2 < end and page.forms[last] in ("and", ",") and page.tags[last + 1] == "NUM"
    return last + 3 if further and page.forms[last + 2] in words("nouns", "counted_people") else last


def _opens_parts(page: Page, word: int) -> bool:
    """Whether a word begins what is said of a part of those counted before: "including", "seven of them"."""
    of_them = page.forms[word + 1 : word + 3] in (["of", "them"], ["of", "whom"])
    return page.forms[word] in words("grammar", "parts") or (of_them and page.tags[word] == "NUM")


def _past_parts(page: Page, last: int) -> int:
    """The word after the parts of a number that stands before ``last``: "17, including nine policemen", "19, seven of
    them women", "five: four dockers and the clerk"."""
    end = page.bounds[page.sentence[last - 1]].last
    listed = last < end and page.forms[last] == ":"
    if last + 1 >= end or not (listed or (page.forms[last] == "," and _opens_parts(page, last + 1))):
        return last
    noun = next((word for word in range(last + 1, end) if page.tags[word] in NOUNS), None)
    if noun is None:
        return end - 1 if page.tags[last + 1] == "NUM" and not listed else last  # "four of them in danger"
    others = [kid for kid in page.children[noun] if listed and page.relations[kid] == "conj"]
    return max(word for item in (noun, *others) for word in (item + 1, noun_phrase(page, item).last))


def _verb_frame(page: Page, verb: int, cue: Cue) -> list[Frame]:
    kids = page.children[verb]
    helpers = {page.forms[child] for child in kids if page.relations[child] in ("aux", "mark")}
    if helpers & _UNREAL and not helpers & {"have", "has", "had"}:
        return []
    if passive(page, verb):
        return passive_frames(page, verb, cue)
    head = teller(page, verb) if cue.lemma not in words("grammar", "hearing") else _heard_from(page, verb)
    if cue.citing:
        return citing_frames(page, verb, head)
    if head is None or page.forms[head] in words("nouns", "no_source"):
        return []
    if not may_tell(page, head, cue):
        return []
    content = told(page, verb, cue)
    if not content or only_mentions(page, verb):
        return []
    at = joined_phrase(page, head)
    if any(at.holds(word) for part in content for word in (part.first, part.last - 1)):
        return []
    medium = hearer_of(page, verb, cue)
    return [Frame(verb, cue_at(page, verb), head, (at,), content, cue.act, medium)]


def _heard_from(page: Page, verb: int) -> int | None:
    """Who told what somebody heard: "heard from neighbours that"; else who heard it."""
    given = (kid for kid in page.children[verb] if page.relations[kid] == "obl")
    told_by = (kid for kid in given if any(page.forms[mark] == "from" for mark in page.children[kid]))
    return next(told_by, teller(page, verb))


def _noun_frames(page: Page, noun: int) -> list[Frame]:
    """ "reports that ...", "the ministry's claim that ..."."""
    if page.tags[noun] != "NOUN" or none_told(page, noun) or answered(page, noun):
        return []
    clause = that_clause(page, noun)
    owner = issuer(page, noun)
    if (
        owner is None
        and page.relations[noun] == "obj"
        and page.forms[page.heads[noun]] in words("nouns", "giving")
    ):
        owner = subject(page, page.heads[noun])
    if clause is None:
        clause = topic(page, noun)
    if clause is None:
        return []
    case = frozenset(child for child in page.children[clause] if page.relations[child] == "case")
    content = compact(trimmed(page, page.subtree(clause, case)))
    if owner is None and page.forms[noun].rstrip("s") not in words("nouns", "unowned"):
        return []
    head = noun if owner is None else owner
    at = noun_phrase(page, head)
    if head == noun:
        at = Stretch(at.first, noun + 1)
    cue = (Stretch(noun, noun + 1),)
    if page.forms[noun] in section("manner", "falsehoods")["nouns"]:
        return [Frame(noun, cue, head, (at,), content, "denies", false=noun)]
    return [Frame(noun, cue, head, (at,), content, "says")]
