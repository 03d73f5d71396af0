"""Whom a word of harm befell: the nouns that the tree gives each use of it, as objects, subjects, owners or bearers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from standoff.extraction.chains.cues import verbs
from standoff.extraction.chains.source_words import noun_kind
from standoff.extraction.grammar.clauses import has_case, passive
from standoff.extraction.grammar.lines import says
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tags import NOMINALS
from standoff.extraction.lexicon import section
from standoff.extraction.slots.toll_words import toll_uses

_ASIDE = 24  # words of a participle and what hangs on it, between a subject and its verb
_NO_PEOPLE = ("object", "place", "abstract", "substance", "organization")
_PEOPLE = ("official", "party", "witness", "relative", "journalist")  # kinds of nouns for people


def _done_to(page: Page, verb: int) -> Iterator[int]:
    """Whom a verb of doing befell: its object, the subject of its passive, the noun that its participle follows."""
    things = [kid for kid in page.children[verb] if page.relations[kid] == "obj"]
    if things:
        yield next((thing for thing in things if thing > verb), things[0])
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
        uses = {use for use, _ in toll_uses().get(page.forms[head], ())}
        if uses & {"does", "hits"} and _follows_noun(page, head):
            yield page.heads[head]
        elif (
            uses & {"does", "hits"}
            and passive(page, head)
            and (page.tags[verb - 1] != "NUM" or own == verb - 1)
        ):
            yield from _subjects(page, head) if own is None else [own]  # "a man was killed and a boy wounded"


def _struck(page: Page, verb: int) -> Iterator[int]:
    """Whom a hit befell: as `_patients`, and the object where a limb is hit or people are counted of whom the model
    reads nothing: "shot [a burglar] in the leg", "shot [two students]"."""
    thing, limbs = page.child(verb, "obj"), section("parties", "nouns")["limbs"]
    if thing is None:
        yield from _patients(page, verb)
    elif page.child(thing, "nummod") is not None and thing > verb and _is_person(page, thing):
        yield from () if any(row.at.holds(thing) for row in page.read_slots) else (thing,)
    elif any(page.forms[kid] in limbs for kid in (*page.children[verb], *page.children[thing])):
        yield thing


def _just_before(page: Page, verb: int) -> int | None:
    """Whom the words between "and" and a verb's helpers tell of, wherever the tree hangs them: "two men were hurt by
    stones and [four boys] were held"."""
    if page.heads[verb - 1] == verb and page.child(verb - 1, "nummod") is not None:
        return verb - 1  # "two men were killed and [seven others] injured"
    joint, helpers = page.child(verb, "cc"), [kid for kid in page.children[verb] if page.tags[kid] == "AUX"]
    noun = min(helpers, default=0) - 1
    told = joint is not None and joint < noun and page.tags[noun] in NOMINALS
    return noun if told and page.child(noun, "nummod") is not None else None


def _follows_noun(page: Page, verb: int) -> bool:
    """Whether a verb is a participle after the noun that it befell: "the men killed", not "the men who killed"."""
    whole = any(page.tags[kid] == "AUX" for kid in page.children[verb])  # "news that six [had been freed]"
    bare = page.child(verb, "nsubj", "obj", "mark") is None and not whole
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
    elif page.forms[own] == "who" and page.forms[own - 1] == "," and page.tags[own - 2] in NOMINALS:
        own -= 2  # ", who", wherever the tree hangs the clause
    yield own


def _subject_shared(page: Page, verb: int) -> int | None:
    """The subject that a joined verb shares; not who only says in between what it is joined to: "two are missing, [he]
    said, and feared dead"."""
    clause = page.child(verb, "ccomp")
    between = clause is not None and clause < verb and page.forms[verb] in verbs()
    return None if between else page.child(verb, "nsubj")


def _of_participle(page: Page, verb: int) -> int | None:
    """The subject that a tree gives to the participle between it and its verb: "[a boy] shot on Friday has died"."""
    uses, perfect = toll_uses(), any(page.tags[kid] == "AUX" for kid in page.children[verb])
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
        yield from named_as(page, word)
    elif page.child(word, "nummod") is not None:
        yield word
    elif _is_wished(page, word) or (
        relation == "amod" and page.tags[head] == "NOUN" and _is_safe_thing(page, word)
    ):
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


def _is_safe_thing(page: Page, word: int) -> bool:
    """Whether what is called safe is no people: "in a [safe] manner"."""
    return page.forms[word] in section("tolls", "wished")["states"] and not _is_person(page, page.heads[word])


def named_as(page: Page, word: int) -> Iterator[int]:
    """Who "the dead" are said to be: "the dead were nine Danes", "the dead included two Turks"."""
    head = page.heads[word]
    if page.child(head, "cop") is not None:
        yield from [head] if page.tags[head] in NOMINALS else ()
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
    """Whom somebody holds or loses, where they are counted and are people: no meeting, no match; nor whom a film caught
    on camera."""
    by = None if passive(page, verb) else page.child(verb, "nsubj")
    shown = by is not None and noun_kind(page.forms[by]) == "imagery"
    for noun in () if shown else _done_to(page, verb):
        number = page.child(noun, "nummod")
        if page.tags[noun] == "NUM":
            number = noun  # "14 were released"
        some = tuple(page.forms[noun + 1 : noun + 3]) in section("tolls", "people")["of_them"]
        others = page.tags[noun] == "NUM" and (
            page.relations[verb] == "conj" or some
        )  # "two died and six were held"
        people = others or _is_person(page, noun) or page.entity_labels.get(number or noun) == "person"
        people = people or (page.entity_labels.get(noun) not in _NO_PEOPLE and _is_held_by(page, verb))
        if number is not None and people:
            yield noun


def _is_held_by(page: Page, verb: int) -> bool:
    """Whether "by" tells what people hold somebody: "ten divers held by smugglers"."""
    by = (kid for kid in page.children[verb] if kid > verb and has_case(page, kid, ("by",)))
    return any(_is_person(page, kid) or noun_kind(page.forms[kid]) == "party" for kid in by)


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
    if _ends_in(page, verb, "words"):
        yield from _done_to(page, verb)


def _walked(page: Page, verb: int) -> Iterator[int]:
    """Who walks free or comes out alive, in a report that tells of captives."""
    if _ends_in(page, verb, "states"):
        yield from _subjects(page, verb)


def _saved(page: Page, verb: int) -> Iterator[int]:
    """Whom a verb of bringing out saves, where they are counted or survivors."""
    if is_saving(page, verb):
        yield from (noun for noun in _done_to(page, verb) if _is_counted(page, noun))


def is_saving(page: Page, verb: int) -> bool:
    """Whether a verb of bringing people out saves them: "winched from the roof", "brought to the surface alive"."""
    table, (first, last) = section("tolls", "saving"), page.bounds[page.sentence[verb]]
    if ("saves", "freed") not in toll_uses().get(page.forms[verb], ()):
        return False
    if not {*page.forms[first:last]}.isdisjoint(table["spoilt"]):
        return False
    return page.forms[verb] in table["verbs"] or says(page.forms[first:last], table["to"])


def _is_counted(page: Page, noun: int) -> bool:
    """Whether people have a number, or "all" or "both" before them."""
    counts = page.tags[noun] == "NUM" or page.child(noun, "nummod") is not None
    return counts or any(page.forms[kid] in ("all", "both") for kid in page.children[noun])


def _fled(page: Page, verb: int) -> Iterator[int]:
    """Those who leave their homes, where they are counted: "[3,000 people] fled their homes"."""
    table = section("tolls", "fleeing")
    left = (
        kid
        for kid in page.children[verb]
        if page.relations[kid] in ("obj", "obl") and page.forms[kid] in table["homes"]
    )
    if any(page.forms[mark] in table["owners"] for kid in left for mark in page.children[kid]):
        yield from (
            noun for noun in _subjects(page, verb) if page.child(noun, "nummod", "advmod") is not None
        )


def _ends_in(page: Page, verb: int, key: str) -> bool:
    """Whether a verb in a report of captives is followed by a word that sets them free."""
    ends = section("tolls", "letting")[key]
    after = any(page.forms[kid] in ends and kid > verb for kid in page.children[verb])
    return after and bool(page.where(section("parties", "tolls")["captive"]))


def _taken(page: Page, verb: int) -> Iterator[int]:
    """Whom somebody takes away or hostage."""
    beside = {page.forms[kid] for kid in page.children[verb]}
    if not beside.isdisjoint(section("tolls", "taking")["words"]):
        yield from (noun for noun in _done_to(page, verb) if _is_person(page, noun))


def _under(page: Page, noun: int) -> Iterator[int]:
    """Who is under rubble or its like: the subject, or the counted people that it is told of."""
    over = page.heads[noun]
    near = (*page.children[noun], *([over] if over >= 0 and page.tags[over] == "ADP" else ()))
    marks = [word for word in near if page.forms[word] in section("tolls", "buried")["under"]]
    if not marks:
        return
    below = next((word for word in (noun, *marks) if page.child(word, "cop", "aux") is not None), None)
    above = page.heads[noun]
    if below is not None:
        owns = (page.child(word, "nsubj", "nmod") for word in (below, *marks))
        own = next((kid for kid in owns if kid is not None), noun)
        yield from [own] if own < noun else []
    elif above >= 0 and page.forms[above] in section("tolls", "buried")["lying"]:
        yield from _subjects(page, above)
    elif above >= 0:
        yield from _done_to(page, above) if page.tags[above] in ("VERB", "ADJ") else [above]


_FINDERS: Mapping[str, Callable[[Page, int], Iterator[int]]] = {
    "does": _done_to,
    "hits": _struck,
    "oneself": _selves,
    "befalls": _subjects,
    "state": _bearers,
    "of": _of,
    "suffers": _subjects,
    "holds": _held,
    "loses": _held,
    "lacks": _spared,
    "spares": _done_to,
    "lets": _let_go,
    "walks": _walked,
    "saves": _saved,
    "flees": _fled,
    "takes": _taken,
    "under": _under,
}


def undergoers(page: Page, word: int, use: str) -> Iterator[int]:
    """Whom a word befell in one of its uses (`toll_uses`)."""
    return _FINDERS[use](page, word)
