"""Tolls that the tree shows: whom a word of harm befell, with their number ("two men were killed", "killing six").

The model learns tolls from few examples; words of harm and their arguments are plain grammar. Invariant: a stretch
holds the whole phrase of those it befell, and the word itself where it stands for one phrase alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from standoff.extraction.chains.cues import verbs
from standoff.extraction.chains.sources import noun_kind
from standoff.extraction.grammar.clauses import noun_phrase, passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import load, section
from standoff.extraction.slots.casualties import has_case, is_either, is_natural
from standoff.extraction.slots.nobody_held import nobody_held
from standoff.extraction.slots.shares import shares
from standoff.extraction.values.figures import figure_of
from standoff.extraction.values.numerals import find_numerals
from standoff.extraction.values.own_fates import own_fate
from standoff.extraction.values.revisions import Revision, old_alone, revisions
from standoff.extraction.values.rolls import Found, fellows, no_people
from standoff.extraction.values.spreads import spread
from standoff.records import TOLL_SLOTS

_LONGEST = 14  # words; a longer phrase is most often a wrong tree
_ASIDE = 24  # words of a participle and what hangs on it, between a subject and its verb
_BOUND = 4  # words of a number before the one that a phrase begins with: "as many as"
_NEAR = 4  # words between a phrase and its word of harm that are shown with them
_NAMES = ("NOUN", "PROPN", "NUM", "PRON")
_SHARED = ("state", "of")  # uses of words for those of whom a share is told
_PEOPLE = ("official", "party", "witness", "relative", "journalist")  # kinds of nouns for people


@cache
def _uses() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Word to its uses, each with the slot that it fills."""
    found: dict[str, list[tuple[str, str]]] = {}
    for slot in TOLL_SLOTS:
        for use, words in load("tolls").get(slot, {}).items():
            for word in words:
                found.setdefault(word, []).append((use, slot))
    table = section("tolls", "suffers")
    for word in (*table["verbs"], *table["treated"]):
        found.setdefault(word, []).append(("suffers", ""))
    return {word: tuple(uses) for word, uses in found.items()}


@cache
def _shared() -> Mapping[str, str]:
    """Words for those of whom a share may be told, each with the slot of their fate."""
    return {
        word: next(slot for use, slot in uses if use in _SHARED)
        for word, uses in _uses().items()
        if any(use in _SHARED for use, _ in uses)
    }


def find_tolls(page: Page) -> list[Found]:
    """Slot and stretch of every toll that the tree shows, in text order."""
    found: set[Found] = set()
    uses, things = _uses(), no_people(page) - {*page.where(section("tolls", "people")["selves"])}
    for word in page.where(uses):
        for use, slot in uses[page.forms[word]]:
            if use == "under" or not _unreal(page, word):
                people = [noun for noun in _FINDERS[use](page, word) if noun not in things - {word}]
                fate = _slot(page, use, slot, word)
                fate = "killed" if use == "hits" and fate == "injured" and _read_dead(page, people) else fate
                found.update(_stretches(page, fate, word, people))
    found.update(list(_victims(page, found)))
    found.update(list(fellows(page, found)))
    found.update(list(shares(page, _shared())))
    found.update(list(spread(page, found)))
    made = [each for each in revisions(page) if each.slot]
    found = {(slot, old_alone(made, slot, at)) for slot, at in found}
    found.update(list(_revised(made, found)))
    found.update(list(nobody_held(page)))
    found = {(slot, figure_of(page, at) or at) for slot, at in found}
    return sorted(found, key=lambda item: (item[1], item[0]))


def _revised(made: Iterable[Revision], found: Iterable[Found]) -> Iterator[Found]:
    """The figures of tolls that are put in place of others, old and new: "lowered the toll to 12 from 15"."""
    known = [at for _, at in found]
    for each in made:
        for at in (each.old, each.new):
            if not any(at.meets(other) for other in known):
                yield each.slot, at


def _victims(page: Page, found: Iterable[Found]) -> Iterator[Found]:
    """ "The seven victims" were killed where the report so far tells of killed and of no injured people; else "victims"
    tells no fate."""
    known = [*found, *((row.label, row.at) for row in page.read_slots)]
    victims = section("tolls", "people")["victims"]
    for word in page.where(victims):
        further = any(page.forms[kid] in section("tolls", "people")["further"] for kid in page.children[word])
        if page.child(word, "det") is None or further:
            continue
        told = {slot for slot, at in known if at.first < word and slot in ("killed", "injured")}
        line = page.line(page.sentence[word]).forms
        other = any(use != "oneself" for beside in line for use, _ in _uses().get(beside, ()))
        if told == {"killed"} and not other:
            counted = page.child(word, "nummod") is not None
            people = [word] if counted else _named_as(page, word) if page.relations[word] == "nsubj" else ()
            yield from _stretches(page, "killed", word, people)


def _slot(page: Page, use: str, slot: str, word: int) -> str:
    """The slot of a use: a hit that is called fatal killed; who was not hurt is unharmed; "" when there is none."""
    if any(page.forms[child] in section("tolls", "unreal")["negations"] for child in page.children[word]):
        return "unharmed" if slot == "injured" or use == "spares" else ""
    if use == "spares":
        return ""
    if slot == "injured" and _fatal(page, word, "words" if use in ("hits", "oneself") else "adverbs"):
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
    return any(page.forms[other] in words and page.tags[other - 1] != "NUM" for other in beside)


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


def _unreal(page: Page, word: int) -> bool:
    """Whether a verb only tells of what is wished, feared or asked: "to kill", "could kill", not "may have killed"."""
    if is_natural(page, word) or is_either(page, Stretch(word, word + 1)):
        return True
    if page.forms[word - 1] in section("tolls", "unreal")["tried"]:
        return True  # "attempted murder"
    helpers = [page.forms[child] for child in page.children[word] if page.tags[child] in ("AUX", "PART")]
    unreal = any(form in section("tolls", "unreal")["words"] for form in helpers)
    return unreal and "have" not in helpers


def _stretches(page: Page, slot: str, word: int, nouns: Iterable[int]) -> Iterator[Found]:
    """A toll for each phrase of a list; a phrase alone is shown with the word."""
    for noun in nouns if slot else ():
        listed = [(slot, noun_phrase(page, noun)), *_others(page, noun, slot)]
        for fate, at in listed:
            shown = _with_bound(page, at)
            if len(listed) == 1 and _near(shown, word):
                shown = Stretch(min(shown.first, word), max(shown.last, word + 1))
            if shown.last - shown.first <= _LONGEST:
                yield fate, shown


def _others(page: Page, noun: int, slot: str) -> Iterator[Found]:
    """The other items of a list that a noun opens, each with its fate."""
    for item in page.children[noun]:
        if _joined(page, item):
            at = noun_phrase(page, item)
            if fate := own_fate(page, at, slot):
                yield fate, at


def _with_bound(page: Page, phrase: Stretch) -> Stretch:
    """A phrase with all of the number that it begins in: "as many as | five people", wherever the tree hangs that."""
    sentence = page.bounds[page.sentence[phrase.first]]
    line, first = page.line(page.sentence[phrase.first]).words, phrase.first - sentence.first
    for numeral in find_numerals(line, max(0, first - _BOUND), min(len(line), first + 2)):
        if numeral.first < first <= numeral.core:
            return Stretch(numeral.first + sentence.first, phrase.last)
    return phrase


def _near(phrase: Stretch, word: int) -> bool:
    return phrase.first - _NEAR <= word < phrase.last + _NEAR


def _joined(page: Page, word: int) -> bool:
    denied = any(page.forms[kid] == "not" for kid in page.children[word])  # "one man, not two"
    return page.relations[word] == "conj" and page.tags[word] in _NAMES and not denied


def _undergoers(page: Page, verb: int) -> Iterator[int]:
    """Whom a verb of doing befell: its object, the subject of its passive, the noun that its participle follows."""
    thing = page.child(verb, "obj")
    if thing is not None:
        yield thing
    else:
        yield from _patients(page, verb)


def _selves(page: Page, verb: int) -> Iterator[int]:
    """Who hit himself."""
    thing = page.child(verb, "obj")
    if thing is not None and page.forms[thing] in section("tolls", "people")["selves"]:
        yield thing


def _patients(page: Page, verb: int) -> Iterator[int]:
    """The subject of a passive, the noun that a participle follows; shared with the passive that it is joined to."""
    if _follows_noun(page, verb):
        yield page.heads[verb]
    elif passive(page, verb):
        yield from _subjects(page, verb)
    elif page.tags[verb] in ("ADJ", "VERB") and page.relations[verb] == "conj":
        head, own = page.heads[verb], page.child(verb, "nsubj")
        own = _just_before(page, verb) if own is None else own
        uses = {use for use, _ in _uses().get(page.forms[head], ())}
        if uses & {"does", "hits"} and _follows_noun(page, head):
            yield page.heads[head]
        elif uses & {"does", "hits"} and passive(page, head) and page.tags[verb - 1] != "NUM":
            yield from _subjects(page, head) if own is None else [own]  # "a man was killed and a boy wounded"


def _struck(page: Page, verb: int) -> Iterator[int]:
    """Whom a hit befell: as `_patients`, and the object where a limb is hit: "shot [a burglar] in the leg"."""
    thing, limbs = page.child(verb, "obj"), section("parties", "nouns")["limbs"]
    if thing is None:
        yield from _patients(page, verb)
    elif any(page.forms[kid] in limbs for kid in (*page.children[verb], *page.children[thing])):
        yield thing


def _just_before(page: Page, verb: int) -> int | None:
    """Whom the words between "and" and a verb's helpers tell of, wherever the tree hangs them: "two men were hurt by
    stones and [four boys] were held"."""
    if page.heads[verb - 1] == verb and page.child(verb - 1, "nummod") is not None:
        return verb - 1  # "two men were killed and [seven others] injured"
    joint, helpers = page.child(verb, "cc"), [kid for kid in page.children[verb] if page.tags[kid] == "AUX"]
    noun = min(helpers, default=0) - 1
    told = joint is not None and joint < noun and page.tags[noun] in _NAMES
    return noun if told and page.child(noun, "nummod") is not None else None


def _follows_noun(page: Page, verb: int) -> bool:
    """Whether a verb is a participle after the noun that it befell: "the men killed", not "the men who killed"."""
    bare = page.child(verb, "nsubj", "obj") is None
    return page.relations[verb] == "acl" and bare and not page.forms[verb].endswith("ing")


def _subjects(page: Page, verb: int) -> Iterator[int]:
    subjects = [kid for kid in page.children[verb] if page.relations[kid] == "nsubj" and kid < verb]
    before = [kid for kid in subjects if page.forms[kid] != "each"] or subjects  # "two men were each hit"
    own = before[-1] if before else page.child(verb, "nsubj")
    if own is None and page.relations[verb] == "conj":
        counted = page.tags[verb - 1] == "NUM"  # "ten men were killed and 20 injured"
        own = None if counted else _just_before(page, verb) or _subject_shared(page, page.heads[verb])
    own = _of_participle(page, verb) if own is None else own
    if own is None:
        return
    if page.forms[own] in ("who", "that", "which") and page.relations[verb] == "acl":
        own = page.heads[verb]
    yield own


def _subject_shared(page: Page, verb: int) -> int | None:
    """The subject that a joined verb shares; not who only says in between what it is joined to: "two are missing, [he]
    said, and feared dead"."""
    clause = page.child(verb, "ccomp")
    between = clause is not None and clause < verb and page.forms[verb] in verbs()
    return None if between else page.child(verb, "nsubj")


def _of_participle(page: Page, verb: int) -> int | None:
    """The subject that a tree gives to the participle between it and its verb: "[a boy] shot on Friday has died"."""
    uses, perfect = _uses(), any(page.tags[kid] == "AUX" for kid in page.children[verb])
    begin = max(page.bounds[page.sentence[verb]].first, verb - _ASIDE)
    for word in range(begin, verb if perfect else begin):
        hit = any(use in ("does", "hits") for use, _ in uses.get(page.forms[word], ()))
        beside = page.heads[word] == verb or page.heads[word] == page.heads[verb] >= 0
        plain = all(page.tags[kid] != "AUX" and page.relations[kid] != "obj" for kid in page.children[word])
        if hit and beside and plain and page.relations[word] != "conj":
            return page.child(word, "nsubj")
    return None


def _bearers(page: Page, word: int) -> Iterator[int]:
    """Who is in a state: who is so, is found or left so, the noun beside it, or the number that counts "two dead"."""
    relation, head = page.relations[word], page.heads[word]
    if page.child(word, "det") is not None and relation == "nsubj":
        yield from _named_as(page, word)
    elif page.child(word, "nummod") is not None:
        yield word
    elif _is_wished(page, word):
        return
    elif relation == "xcomp":
        thing = page.child(head, "obj")
        yield from [thing] if thing is not None else _subjects(page, head)
    elif (relation == "amod" or _follows_noun(page, word)) and page.tags[head] == "NOUN":
        yield from [head] if page.child(head, "nummod", "det") is not None else ()
    elif page.child(word, "cop") is not None or page.tags[word] == "ADJ":
        yield from _subjects(page, word)


def _is_wished(page: Page, word: int) -> bool:
    """Whether somebody only feels or is kept in a state: "felt safe"."""
    table = section("tolls", "wished")
    above = page.heads[word]
    return page.forms[word] in table["states"] and above >= 0 and page.forms[above] in table["verbs"]


def _named_as(page: Page, word: int) -> Iterator[int]:
    """Who "the dead" are said to be: "the dead were nine Danes", "the dead included two Turks"."""
    head = page.heads[word]
    if page.child(head, "cop") is not None:
        yield from [head] if page.tags[head] in _NAMES else ()
    elif page.forms[head] in section("tolls", "people")["contain"]:
        thing = page.child(head, "obj")
        yield from [thing] if thing is not None else ()


def _of(page: Page, noun: int) -> Iterator[int]:
    """Whom a death is the death of: the "of" or owner of the noun; the noun itself where it is counted."""
    owner = page.child(noun, "nmod")
    if page.child(noun, "nummod") is not None:
        yield noun
    elif owner is not None and (page.forms[owner] != "toll") and _owns(page, owner):
        yield owner


def _owns(page: Page, owner: int) -> bool:
    marks = [page.forms[child] for child in page.children[owner] if page.relations[child] == "case"]
    return marks in (["of"], ["'s"], ["’s"], ["'"]) or page.tags[owner] == "PRON"


def _held(page: Page, verb: int) -> Iterator[int]:
    """Whom somebody holds or loses, where they are counted and are people: no meeting, no match."""
    for noun in _undergoers(page, verb):
        number = page.child(noun, "nummod")
        if number is not None and (_is_person(page, noun) or page.entity_labels.get(number) == "person"):
            yield noun


def _is_person(page: Page, noun: int) -> bool:
    """Whether the model has a noun as people, or the lexicon where the model has nothing."""
    kind = page.entity_labels.get(noun)
    return kind == "person" or (kind is None and noun_kind(page.forms[noun]) in _PEOPLE)


def _spared(page: Page, noun: int) -> Iterator[int]:
    """Who got away "without injury"."""
    if has_case(page, noun, ("without",)) and page.heads[noun] >= 0:
        yield from _subjects(page, page.heads[noun])


def _let_go(page: Page, verb: int) -> Iterator[int]:
    """Whom somebody lets go or sets free, in a report that tells of captives: employers let people go too."""
    captives, ends = page.where(section("parties", "tolls")["captive"]), section("tolls", "letting")["words"]
    if captives and any(page.forms[kid] in ends and kid > verb for kid in page.children[verb]):
        yield from _undergoers(page, verb)


def _taken(page: Page, verb: int) -> Iterator[int]:
    """Whom somebody takes away or hostage."""
    beside = {page.forms[kid] for kid in page.children[verb]}
    if not beside.isdisjoint(section("tolls", "taking")["words"]):
        yield from (noun for noun in _undergoers(page, verb) if _is_person(page, noun))


def _under(page: Page, noun: int) -> Iterator[int]:
    """Who is under rubble or its like: the subject, or the counted people that it is told of."""
    marks = [kid for kid in page.children[noun] if page.forms[kid] in section("tolls", "buried")["under"]]
    if not marks:
        return
    below = next((word for word in (noun, *marks) if page.child(word, "cop") is not None), None)
    if below is not None:
        own = page.child(below, "nsubj", "nmod")
        yield from [own] if own is not None and own < noun else []
    elif (above := page.heads[noun]) >= 0:
        yield from _undergoers(page, above) if page.tags[above] in ("VERB", "ADJ") else [above]


_FINDERS: Mapping[str, Callable[[Page, int], Iterator[int]]] = {
    "does": _undergoers,
    "hits": _struck,
    "oneself": _selves,
    "befalls": _subjects,
    "state": _bearers,
    "of": _of,
    "suffers": _subjects,
    "holds": _held,
    "loses": _held,
    "lacks": _spared,
    "spares": _undergoers,
    "lets": _let_go,
    "takes": _taken,
    "under": _under,
}
