"""Times that date nothing that happened: when a death was recorded or a toll rose, an account given, a picture taken,
something found, an entry of a running report written, how things stood "as of" a day, how many minutes or days lay
between, the year of a thing ("the [2015] figures"), the number of a house, a name.

The words are in ``idle.toml``. Invariant: the answer depends on the words and the tree of one sentence alone,
but for the entries of a running report.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.grammar.clauses import has_case
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.times.clocks import take_clocks
from standoff.extraction.times.passing import in_passing
from standoff.extraction.times.times import is_dayless, is_moments_off
from standoff.extraction.times.words import tokenise

_MARKS = " \t.:-–—*"
_BETWEEN = ("after", "before")
_FOUR_DIGITS = re.compile(r"\d{4}")
_ENTRY = re.compile(  # "18:42 - ...", "UPDATE 3: 1.45 p.m. - ..."
    r"^(?:update[ \d]*[:.–-][ ]*)?(?P<clock>\d{1,2}[.:]\d\d)(?:[ ]*(?P<half>[ap])\.?m\b\.?)?(?!\d)",
    re.IGNORECASE | re.MULTILINE,
)
_LEAST_ENTRIES = 3
_AS_OF = ["as", "of"]
_HAPPEN = frozenset(("event", "time"))  # kinds of what has a time of its own: "the 2016 Christmas party"
_OF_A_THING = frozenset(("nummod", "compound", "amod", "nmod"))


def is_undated(page: Page, at: Stretch) -> bool:
    """Whether a time is not that of what its sentence tells."""
    top = top_of(page, at)
    if (
        page.forms[max(0, at.first - len(_AS_OF)) : at.first] == _AS_OF
        or page.forms[slice(*at)][:2] == _AS_OF
    ):
        return True
    if page.forms[slice(*at)][:2] == ["before", "this"]:
        return True  # "the last attack [before this week]"
    if (
        _is_stamp(page, at)
        or _is_aftermath(page, at, top)
        or _is_of_telling(page, top)
        or _is_of_count(page, top)
    ):
        return True
    if (
        _is_of_career(page, top)
        or _is_span_between(page, at)
        or _is_of_picture(page, top)
        or _is_name(page, at, top)
    ):
        return True
    if _is_of_occasion(page, top) or _is_of_claim(page, top):
        return True
    return is_moments_off(page.quote(at)) or _is_of_thing(page, at.last - 1) or _is_of_finding(page, top)


def _is_of_occasion(page: Page, word: int) -> bool:
    """Whether a time is that of an occasion which is only spoken of: "a recount of [Sunday's] election"."""
    table = section("idle", "occasions")
    noun = word if page.forms[word] in table["nouns"] else page.heads[word]
    if noun < 0 or page.forms[noun] not in table["nouns"]:
        return False
    owned = noun == word or (noun > word and page.relations[word] in _OF_A_THING)
    return owned and (page.relations[noun] == "nmod" or has_case(page, noun, table["beside"]))


def _is_of_claim(page: Page, word: int) -> bool:
    """Whether a time is when somebody claimed a deed, not when it was done: "claimed responsibility on [Tuesday]"."""
    verb = page.heads[word]
    cue = verbs().get(page.forms[verb]) if verb >= 0 and page.relations[word] == "obl" else None
    part = page.child(verb, "obj") if cue is not None and cue.act == "claims" else None
    return part is not None and page.forms[part] in words("nouns", "responsibility")


def _is_of_career(page: Page, word: int) -> bool:
    """Whether a time is of what somebody has behind him, told in passing: "the mayor, elected in [2019]"."""
    verb = in_passing(page, word)
    return verb is not None and page.forms[verb] in section("idle", "aftermath")["careers"]


def _is_span_between(page: Page, at: Stretch) -> bool:
    """Whether a time only says how long after another deed of its sentence something was of which the day is told:
    "was found on Friday, [two days after] he was abducted", "on Friday, [two days after the raid]"."""
    joints = (word for word in range(at.last - 1, at.first, -1) if page.forms[word] in _BETWEEN)
    joint = next(joints, at.last - 1)
    verb = page.heads[joint]
    if page.relations[joint] == "case" and page.entity_labels.get(verb) == "event":
        return page.forms[at.first - 1] == "," and _is_time(page, at.first - 2)
    clause = page.forms[joint] in _BETWEEN and verb > joint and page.relations[verb] == "advcl"
    if not clause or page.tags[verb] != "VERB":
        return False
    main = page.heads[verb]
    return any(kid < at.first and page.entity_labels.get(kid) == "time" for kid in page.children[main])


def _is_time(page: Page, word: int) -> bool:
    """Whether a word ends a time."""
    return any(page.entity_labels.get(each) == "time" for each in (word, word - 1, page.heads[word]))


def _is_of_finding(page: Page, word: int) -> bool:
    """Whether a time is when somebody came to hold something, and not when that was: "concluded in [2004] that"."""
    verb = page.heads[word]
    finds = verb >= 0 and page.forms[verb] in section("idle", "findings")["verbs"]
    return finds and page.relations[word] == "obl" and page.child(verb, "ccomp") is not None


def _is_stamp(page: Page, at: Stretch) -> bool:
    """Whether a clock time has its line to itself, as what a running report goes on with has, or opens the line in one
    whose last entry comes first: it is when the entry was written."""
    quote, text = page.quote(at), page.text
    span = page.span(at)
    line = text[text.rfind("\n", 0, span.start) + 1 :].split("\n", 1)[0]
    if line.strip(_MARKS) == quote.strip(_MARKS):
        return "\n" in text[span.end :] and is_dayless(quote)
    entry = _ENTRY.match(line)
    return entry is not None and entry["clock"] in quote and is_dayless(quote) and _runs_backward(text)


@lru_cache(maxsize=8)
def _runs_backward(text: str) -> bool:
    """Whether the entries of a running report stand with the last one first."""
    minutes = [_minutes(entry) for entry in _ENTRY.finditer(text)]
    back = sum(one > other for one, other in pairwise(minutes))
    return len(minutes) >= _LEAST_ENTRIES and 2 * back > len(minutes)


def _minutes(entry: re.Match[str]) -> int:
    """The minutes of a day before an entry."""
    hours, minutes = (int(number) for number in re.split(r"\D", entry["clock"]))
    half = (entry["half"] or "").lower()
    return (hours % 12 + 12 * half.startswith("p") if half else hours) * 60 + minutes


def _is_of_picture(page: Page, word: int) -> bool:
    """Whether a time is when a picture was taken that shows how things were then: "satellite images from [May 3]". A
    video shows what happens."""
    table, noun = section("idle", "pictures"), page.heads[word]
    if noun >= 0 and page.relations[noun] == "acl" and page.forms[noun] in table["taken"]:
        noun = page.heads[noun]
    elif page.relations[word] != "nmod":
        return False
    return noun >= 0 and page.forms[noun] in table["stills"]


def _is_name(page: Page, at: Stretch, word: int) -> bool:
    """Whether a date is what somebody is called: "calls itself [7 July]", "the [9 June] group", "[Jan Roe, 37]"."""
    if page.entity_labels.get(word) == "person":
        return True
    verb, body = page.heads[word], at.last
    called = verb >= 0 and page.relations[word] == "xcomp" and page.forms[verb] in _naming()
    namer, *itself = page.forms[max(0, at.first - 2) : at.first] or [""]
    called = called or (namer in _naming() and not words("grammar", "selves").isdisjoint(itself))
    within = body < len(page) and verb == body and page.relations[word] in _OF_A_THING
    return called or (within and page.forms[body] in word_set("sources", "reference", "body"))


@cache
def _naming() -> frozenset[str]:
    verbs_of = (form for form, cue in verbs().items() if cue.naming)
    return words("grammar", "names").union(verbs_of)


def _is_of_thing(page: Page, word: int) -> bool:
    """Whether a number of four digits is that of a house ("at [2110] Elm Street") or the year of no happening."""
    noun = page.heads[word]
    if noun < word or page.relations[word] not in _OF_A_THING or not _FOUR_DIGITS.fullmatch(page.forms[word]):
        return False
    return page.entity_labels.get(noun) not in _HAPPEN


def _is_aftermath(page: Page, at: Stretch, word: int) -> bool:
    """Whether a time is of what comes after a deed, or long before: when a death was recorded, a body examined, someone
    born, how the hurt were then, or the minute at which someone died in a hospital. "He was pronounced dead at
    [5:40 a.m.]" tells not when he was stabbed."""
    table, verb = section("idle", "aftermath"), page.heads[word]
    if verb < 0:
        return False
    near = {page.forms[verb], *page.forms[max(0, at.first - 2) : at.first]}  # "hospitalized on Friday"
    if (
        page.forms[verb] in table["births"]
        or records_death(page, verb)
        or not near.isdisjoint(table["states"])
    ):
        return True
    beside = _beside(page, verb)
    if (
        not beside.isdisjoint(table["examinations"])
        and page.forms[verb] not in section("parties", "tolls")["killed"]
    ):
        return True
    return bool(take_clocks(tokenise(page.quote(at)))[0]) and is_of_later_death(page, at)


def is_of_later_death(page: Page, at: Stretch) -> bool:
    """Whether a time is when someone died in a hospital or of wounds, which may be days after he was hurt."""
    table, verb = section("idle", "aftermath"), page.heads[top_of(page, at)]
    if verb < 0 or page.forms[verb] not in table["dies"]:
        return False
    beside = _beside(page, verb)
    where = {*beside, page.forms[page.heads[verb]]} if page.relations[verb] == "acl" else beside
    return not where.isdisjoint(table["hospitals"]) or not beside.isdisjoint(table["wounds"])


def records_death(page: Page, verb: int) -> bool:
    """Whether somebody is pronounced dead."""
    table = section("idle", "aftermath")
    return page.forms[verb] in table["records"] and not _beside(page, verb).isdisjoint(table["dead"])


def _beside(page: Page, verb: int) -> set[str]:
    """The forms of a verb and of what hangs on it."""
    return {page.forms[each] for each in (verb, *page.children[verb])}


def _is_of_count(page: Page, word: int) -> bool:
    """Whether a time is when a toll stood at a number or came to another: "the toll rose to 23 on [Tuesday]"."""
    while page.tags[word] != "VERB" and page.relations[word] != "nmod" and page.heads[word] >= 0:
        word = page.heads[word]  # "Sunday's landslide" is of Sunday, whenever its toll rose
    counted = page.child(word, "nsubj") if page.tags[word] == "VERB" else None
    return counted is not None and page.forms[counted] in section("idle", "aftermath")["counts"]


def _is_of_telling(page: Page, word: int) -> bool:
    """Whether a time is that of an account: "in a report in [February], it said that"."""
    nouns, first = section("cues", "nouns"), min((word, *page.children[word]))
    noun = page.heads[word] if page.relations[word] == "nmod" else first - 1
    if noun < 0 or page.sentence[noun] != page.sentence[word]:
        return False
    cases = {page.forms[kid] for kid in page.children[noun] if page.relations[kid] == "case" and kid < noun}
    return page.forms[noun] in (*nouns["telling"], *nouns["issued"]) and not cases.isdisjoint(("in", "to"))
