"""Values that a word of a closed class names, whatever the model makes of them.

Motives ("ruled out robbery as a motive"), charges ("opened a case for arson"), sentences ("the 15-year sentence"),
poisons and nerve agents ("possibly ricin"), clothes ("wearing a red anorak"), what a happening is called ("described it
as an act of terrorism"), peoples whose army attacks ("the Turkish offensive"), who attackers are ("the gunmen appeared
to be soldiers").
After gold/DECISIONS.md; the words are in
``named.toml``. Invariant: a row stands where no row of its slot does, in a sentence of which the model reads something
or just misses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.chains.source_words import noun_kind
from standoff.extraction.grammar.clauses import has_case, noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrases import phrase_at
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.lexicon import section
from standoff.extraction.places.lexicon import people_words
from standoff.extraction.slots.idle import is_idle
from standoff.extraction.slots.row import Missing, Row, filled
from standoff.extraction.slots.unfitting import is_unfitting

_TOLD = frozenset(("motive", "charge", "sentence", "observation", "status"))  # of which words are but one


def with_named(page: Page, rows: Sequence[Row], missed: Sequence[Row]) -> list[Row]:
    """The rows, with values that words of closed classes name."""
    found = (each for each in _found(page) if not _is_idle(page, each))
    every = filled(page, rows, found, missed)
    further = every[len(rows) :]
    better = {row.at for row in further if row.slot in _TOLD}
    known = every[: len(rows)]
    return [*(row for row in known if row.slot not in _TOLD or row.at not in better), *further]


def _is_idle(page: Page, found: Missing) -> bool:
    return page.part_at(found.at.first) in ("title", "header") or is_idle(page, found.slot, found.at)


def _found(page: Page) -> Iterator[Missing]:
    for finder in _FINDERS:
        yield from finder(page)


def _motives(page: Page) -> Iterator[Missing]:
    """What is said to be a motive, or not to be one: "treated revenge as the motive", "ruled out theft as a motive"."""
    for noun in page.where(section("named", "motives")["nouns"]):
        above = page.heads[noun]
        mark = next((kid for kid in page.children[noun] if page.forms[kid] == "as"), None)
        if above < 0 or mark is None:
            continue
        beside = [*page.children[above], *page.children[noun]] if page.tags[above] == "VERB" else [above]
        told = (word for word in beside if page.tags[word] in NOUNS and word < noun)
        thing = next((word for word in told if page.tags[above] != "VERB" or word > above), None)
        if thing is not None:
            phrase = noun_phrase(page, thing)
            at = Stretch(phrase.first, max(thing + 1, min(phrase.last, mark)))
            yield Missing("motive", at, "what is told as a motive")


def _answers(page: Page) -> Iterator[Missing]:
    """What a deed answers, wherever the tree hangs it: "in reprisal for the arrests", "in protest over the tax"."""
    for noun in page.where(section("named", "motives")["answers"]):
        before, after = noun - 1, noun + 1
        if before < 0 or after >= len(page) or page.forms[before] != "in" or page.relations[after] != "case":
            continue
        thing = page.heads[after]
        if thing > after and page.tags[thing] in NOUNS:
            at = Stretch(before, max(thing + 1, noun_phrase(page, thing).last))
            yield Missing("motive", at, "what a deed is told to answer")


def _cases(page: Page) -> Iterator[Missing]:
    """Crimes that a case is opened for: "opened a criminal case for [arson]"."""
    table = section("named", "cases")
    for noun in page.where(table["nouns"]):
        verb = page.heads[noun] if page.relations[noun] in ("obj", "nsubj") else -1
        if verb < 0 or page.forms[verb] not in table["verbs"]:
            continue
        for crime in (*page.children[noun], *page.children[verb]):
            known = page.child(crime, "det") is not None or page.entity_labels.get(crime) in table["none"]
            if page.tags[crime] == "NOUN" and has_case(page, crime, table["before"]) and not known:
                yield Missing("charge", noun_phrase(page, crime), "a crime that a case is opened for")


def _sentences(page: Page) -> Iterator[Missing]:
    """Punishments by their length: "the 15-year sentence", "a ten-year jail term"."""
    table = section("named", "sentences")
    for noun in page.where(table["nouns"]):
        words = [*page.children[noun], *(kid for word in page.children[noun] for kid in page.children[word])]
        long = any(
            page.forms[word] in table["units"] or page.forms[word].endswith(table["ends"]) for word in words
        )
        counted = any(page.tags[word] == "NUM" or page.forms[word].endswith(table["ends"]) for word in words)
        barred = page.forms[noun] in table["of_prison"] and {page.forms[word] for word in words}.isdisjoint(
            table["prison"]
        )
        if long and counted and not barred:  # "the president's four-year term"
            yield Missing("sentence", noun_phrase(page, noun), "a punishment by its length")


def _for_life(page: Page) -> Iterator[Missing]:
    """ "Jailed [for life]", "sentenced [to life] in prison"."""
    for verb in page.where(section("named", "sentences")["jailing"]):
        if page.forms[verb + 1 : verb + 3] in (["for", "life"], ["to", "life"]):
            yield Missing("sentence", Stretch(verb + 2, verb + 3), "jailed for life")


def _to_rise(page: Page) -> Iterator[Missing]:
    """Tolls that are to change: "[the death toll was likely to climb]"."""
    table = section("named", "rising")
    for verb in page.where(table["changes"]):
        if page.forms[verb - 1] != "to" or page.forms[verb - 2] not in table["expected"]:
            continue
        tolls = (kid for kid in page.children[verb - 2] if page.relations[kid] == "nsubj")
        toll = next((kid for kid in tolls if page.forms[kid] in table["tolls"]), None)
        if toll is not None:
            yield Missing(
                "status", Stretch(noun_phrase(page, toll).first, verb + 1), "a toll that is to change"
            )


def _agents(page: Page) -> Iterator[Missing]:
    """Poisons and nerve agents, which are weapons wherever they are told of."""
    for word in page.where(section("named", "agents")["words"]):
        yield Missing("weapon", Stretch(word, word + 1), "a poison or nerve agent")


def _callings(page: Page) -> Iterator[Missing]:
    """What somebody calls a happening: "described the fire as an act of terrorism"."""
    table = section("named", "callings")
    for verb in page.where(table["verbs"]):
        for noun in page.children[verb]:
            kinds = {page.forms[noun], *(page.forms[kid] for kid in page.children[noun])}
            figure = any(
                has_case(page, kid, ("on",)) for kid in page.children[noun]
            )  # "an attack on the constitution"
            if (
                noun > verb
                and has_case(page, noun, ("as",))
                and not (figure or kinds.isdisjoint(table["kinds"]))
            ):
                yield Missing("observation", noun_phrase(page, noun), "what somebody calls it")


def _clothes(page: Page) -> Iterator[Missing]:
    """What somebody wore, whatever the tree makes of the verb: "wearing a red anorak", not "wearing a suicide vest"."""
    for verb in page.where(section("named", "clothing")["verbs"]):
        end = page.bounds[page.sentence[verb]].last
        phrase = phrase_at(tuple(page.forms), page.tags, verb + 1, end)
        if phrase is None or phrase.first != verb + 1 or page.tags[phrase.head] != "NOUN":
            continue
        if is_unfitting(page, "weapon", Stretch(phrase.first, phrase.last)):
            yield Missing("observation", Stretch(verb, phrase.last), "what somebody wore")


def _peoples(page: Page) -> Iterator[Missing]:
    """Peoples told of as those who attack: "the [Turkish] offensive"."""
    table = section("named", "offensives")
    for noun in page.where((*table["nouns"], *table["struck"])):
        by_air = page.forms[noun - 1] in table["means"]
        word = noun - 1 - by_air
        if word < 0 or (page.forms[noun] in table["struck"] and not by_air):
            continue
        beside = page.heads[word] in (noun, noun - 1) and page.relations[word] in ("amod", "compound")
        people = page.forms[word].endswith(table["peoples"]) or page.forms[word] in people_words()
        if beside and page.capital(word) and people:
            yield Missing("actor", Stretch(word, word + 1), "a people told of as attacking")


def _identities(page: Page) -> Iterator[Missing]:
    """Who those are who are known by their deed alone: "the gunmen appeared to be [soldiers]"."""
    table = section("named", "identities")
    for doers in page.where(table["doers"]):
        above = page.heads[doers]
        who = (
            above
            if above >= 0 and page.child(above, "cop") is not None
            else _beside(page, above, table["verbs"])
        )
        if who is None or page.relations[doers] != "nsubj" or page.tags[who] != "NOUN":
            continue
        if page.entity_labels.get(who) == "person" or noun_kind(page.forms[who]) is not None:
            yield Missing("actor", noun_phrase(page, who), "who those are who did it")


def _beside(page: Page, verb: int, verbs: Sequence[str]) -> int | None:
    """What somebody seems to be, on the verb of seeming or beside it."""
    if verb < 0 or page.forms[verb] not in verbs:
        return None
    under = (
        page.children[verb]
        if page.heads[verb] < 0
        else (*page.children[verb], *page.children[page.heads[verb]])
    )
    return next((word for word in under if word > verb and page.child(word, "cop") is not None), None)


_FINDERS = (
    _motives,
    _answers,
    _cases,
    _sentences,
    _for_life,
    _to_rise,
    _agents,
    _callings,
    _clothes,
    _peoples,
    _identities,
)
