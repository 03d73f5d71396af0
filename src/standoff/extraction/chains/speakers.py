"""The sources of each telling, resolved and described: who speaks, and through which medium.

Invariant: links are asked in text order, so that "it said" finds who spoke before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from standoff.extraction.chains.anonymity import is_anonymous
from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.chains.frames import is_plea
from standoff.extraction.chains.hearers import is_gathered
from standoff.extraction.chains.link import Link
from standoff.extraction.chains.shared_heads import sharing
from standoff.extraction.chains.source_kinds import kind_of
from standoff.extraction.chains.source_words import (
    MEDIA,
    any_office,
    listed,
    names_army,
    names_somebody,
    noun_kind,
)
from standoff.extraction.chains.sources import IMPLICIT, describe
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.noun_forms import lower_words, tidy
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, compact
from standoff.extraction.names.coreference import Parties
from standoff.extraction.names.definite import is_definite, reference_nouns
from standoff.extraction.names.nouns import head_noun
from standoff.extraction.names.parts import OWNING, person_words
from standoff.extraction.names.party import Party, description_of, kind_of_party, name_of
from standoff.extraction.names.sorts import called, is_medium
from standoff.extraction.names.source_phrases import included, joined, named_in
from standoff.extraction.places.gazetteer import find
from standoff.records import Source, Span
from standoff.records.claims import Kind

_SPEAKER = frozenset(("i", "we"))
_SELF = _SPEAKER | {"me", "us", "you", "'s", "’s"}  # the last two as in "let's say"
_MINE = frozenset(("my", "our"))
_OWN = _MINE | {"its"}
_ITS = frozenset(("its", "their"))
_SIDES: tuple[Kind, ...] = ("official", "party")
_TELLING: tuple[Kind, ...] = ("document", "imagery", "social", *MEDIA)


def sources_of(page: Page, parties: Parties, link: Link) -> list[Source]:
    """The sources of one link: one, or several joined by "and".

    None when the speaker of the words around speaks of himself ("I think"), or the outlet of what it said before, or
    where a mark or a day was read as one.
    """
    if link.own:
        return []
    if link.head is None:
        return [as_written(page, link)]
    if page.forms[link.head] in _SELF:
        return []
    spans = tuple(page.span(part) for part in link.source)
    head = named_in(page, parties.names, link.source, link.head)
    heads = joined(page, parties.names, head, link.source) if head == link.head else [head]
    heads += [word for word in included(page, parties.names, link.source) if word not in heads]
    told_as = head != link.head or (called(page, head) in MEDIA and not page.named(head))
    role = page.quote(noun_phrase(page, link.head)) if told_as else ""
    tells = (link.told or _gives_name(page, link.verb)) and not _hears(page, link.verb)
    asked = parties.speaks if tells else parties.resolve
    sources = [_source(page, parties, asked(word), word, spans, role) for word in heads]
    sources = [source for source in sources if names_somebody(source.name)]
    if len(sources) == 1:
        sources = [_as_witness(page, link, _by_own(page, parties, link, source)) for source in sources]
    if len(sources) == 1 and (words := sharing(page, link.head)) is not None:
        sources = [_sharer(page, sources[0], word, link.head) for word in words]
    return [_as_side(source) for source in sources] if _takes_sides(page, link.head, link.verb) else sources


def _sharer(page: Page, source: Source, word: int, head: int) -> Source:
    """One of the sources that share a noun: "rebel sources"."""
    name = f"{page.words[word] if page.capital(word) else page.forms[word]} {page.forms[head]}"
    return describe(name, proper=False, anonymous=source.identification == "anonymous", spans=source.spans)


def _by_own(page: Page, parties: Parties, link: Link, source: Source) -> Source:
    """The source, where nothing tells its kind of the kind that those tell whom it calls its own: a mother by "my
    son", a state by "its gunners"."""
    if source.kind != "unknown" or source.identification != "named" or link.head is None:
        return source
    for word in (word for part in link.content for word in range(*part)):
        noun = page.heads[word]
        if page.forms[word] not in _OWN or page.relations[word] != "nmod" or noun <= word:
            continue
        kind = noun_kind(page.forms[noun])
        kin = page.forms[word] in _MINE and page.quoted[word] >= 0
        if (kin and kind == "relative") or (not kin and kind in _SIDES and _means(parties, word, source)):
            return replace(source, kind=kind)
    return source


def _as_witness(page: Page, link: Link, source: Source) -> Source:
    """The source, a witness where nothing tells its kind and it says that it saw or heard a thing: "I saw three
    men"."""
    told = (word for part in link.content for word in range(*part))
    open_kind = source.kind == "unknown" and source.identification != "bare"
    return replace(source, kind="witness") if open_kind and any(_perceives(page, w) for w in told) else source


def _perceives(page: Page, verb: int) -> bool:
    """Whether a verb in quotation marks says that who is quoted saw or heard a thing, and not what tells of one."""
    if page.quoted[verb] < 0 or page.forms[verb] not in listed("identification", "perceiving"):
        return False
    who, thing, doing = page.child(verb, "nsubj"), page.child(verb, "obj"), page.child(verb, "ccomp")
    if thing is None and doing is not None and page.forms[doing].endswith("ing"):
        thing = page.child(doing, "nsubj")  # "saw two men running"
    if who is None or page.forms[who] not in _SPEAKER or thing is None:
        return False
    return head_noun(page, thing) not in words("nouns", "telling") and called(page, thing) not in _TELLING


def _means(parties: Parties, word: int, source: Source) -> bool:
    """Whether a pronoun stands for a source, or for nobody else that is known."""
    meant = parties.resolve(word)
    return meant.head == word or meant.text == source.name


def _hears(page: Page, verb: int) -> bool:
    """Whether who stands for the source was told, and did not speak: "the court heard"."""
    cue = verbs().get(page.forms[verb])
    return cue is not None and cue.lemma in words("grammar", "hearing")


def _gives_name(page: Page, verb: int) -> bool:
    """Whether somebody speaks though what he calls a thing is no claim of it: "X called the trial a sham"."""
    cue = verbs().get(page.forms[verb])
    return cue is not None and cue.naming and page.child(verb, "xcomp", "ccomp") is not None


def _takes_sides(page: Page, head: int, verb: int) -> bool:
    """Whether who speaks pleads, or claims the act that is told of."""
    return head in _claiming(page) or is_plea(page, verb)


@once
def _claiming(page: Page) -> frozenset[int]:
    """The words that the model reads as who claims an act."""
    claimants = (row.at for row in page.read_slots if row.label == "claimant")
    return frozenset(word for at in claimants for word in range(*at))


def _as_side(source: Source) -> Source:
    army = source.kind == "official" and source.identification == "named" and names_army(source.name)
    return replace(source, kind="party") if army or source.kind in ("unknown", "organisation") else source


def as_written(page: Page, link: Link) -> Source:
    """The source by its own words, unresolved; implicit when it has none."""
    if not link.source:
        told = (word for part in link.cue for word in range(*part))
        said = " ".join(page.quote(part) for part in compact([w for w in told if not _says_when(page, w)]))
        return replace(IMPLICIT, name=tidy(said) or IMPLICIT.name)
    spans = tuple(page.span(part) for part in link.source)
    return describe(tidy(page.quote(link.source[0])), proper=False, spans=spans)


def _says_when(page: Page, word: int) -> bool:
    """Whether a word of a cue tells when or how often it was told: "it [later] emerged"."""
    return page.tags[word] == "ADV" and page.relations[word] == "advmod" and word < page.heads[word]


def medium_of(page: Page, parties: Parties, link: Link) -> Source | None:
    """The medium that something was told to: "told Reuters", not "told reporters" or "told the court"."""
    if link.medium is None:
        return None
    party = parties.resolve(link.medium)
    source = _source(page, parties, party, link.medium, (page.span(noun_phrase(page, link.medium)),))
    if is_gathered(page, page.heads[link.medium]):
        return source
    return _as_medium(parties, party, source, told=_is_object(page, link.medium, link.verb))


def _is_object(page: Page, medium: int, verb: int) -> bool:
    """Whether something was told a medium outright, by this verb or by one that it is joined to."""
    return page.heads[medium] == verb or page.relations[medium] == "iobj"


def _as_medium(parties: Parties, party: Party, source: Source, *, told: bool) -> Source | None:
    """A body that people tell things to, and that is no office, is taken for a medium; so is a name of nobody knows
    what, where it is ``told`` outright ("told Northwind"): a place hears nothing, and a land's is its government's."""
    tail = lower_words(" ".join((source.name, *source.described)))[-2:]
    is_agency = tail[-1:] == ["agency"] and (party.proper or tail[0] == "news")
    if source.kind in MEDIA and not is_agency:
        return source
    name = name_of(parties.names, party)
    if is_agency:
        return replace(source, kind="agency")
    if name is None or parties.names.person(name) is True:
        return None
    lost = told and name.entity == "place" and not find(name.text)  # no place that is known
    body = name.entity == "organization" or (told and name.entity is None)
    if not lost and not (body and source.kind in ("unknown", "organisation")):
        return None
    by_name = kind_of(source.name, proper=True) == "organisation"
    return source if by_name else replace(source, kind="media")


def _source(
    page: Page, parties: Parties, party: Party, word: int, spans: tuple[Span, ...], role: str = ""
) -> Source:
    """A party, told of by a word, as the source of a link; ``role`` is what the link's phrase calls it before its
    name."""
    party = party if party.proper else _as_agency(party)
    source = describe(
        party.text,
        proper=party.proper,
        description=role or description_of(parties.names, party),
        entity=party.entity,
        anonymous=not party.proper and is_anonymous(page, word, party.head),
        spans=spans,
        article=party.article,
    )
    return _of_body(page, parties, party, source)


def _as_agency(party: Party) -> Party:
    """The party by its name, where that is a known agency's in small letters: "dpa", "the news agency dpa"."""
    words = party.text.split() or [""]
    for name, *rest in (words, [words[-1], *words[:-1]]):
        called_so = kind_of(" ".join(rest), proper=False) in MEDIA if rest else not party.article
        if called_so and kind_of(name, proper=True) == "agency":
            return replace(party, text=name, proper=True, article="")
    return party


def _of_body(page: Page, parties: Parties, party: Party, source: Source) -> Source:
    """The source, of its body's kind where it holds an office that bodies of every sort have: "its director", "RWF
    leader Ana Bly", "the group's spokesman"; whom a medium has is a journalist: "KNT's Ana Bly"."""
    if _of_medium(page, parties, party, source.kind):
        return replace(source, kind="journalist")
    if source.kind not in ("unknown", "official", "organisation"):
        return source
    words = party.described if party.proper else tuple(range(*noun_phrase(page, party.head)))
    if not any(any_office(page.forms[word]) for word in words):
        return source
    for word in words:
        name = parties.names.by_word.get(word)
        own = page.forms[word] in _ITS or _points_to_body(page, word)
        if own or (name is not None and party.proper and name.head != party.head):
            kind = kind_of_party(parties.names, parties.resolve(word if own or name is None else name.head))
            if kind == "party" or (own and kind == "organisation"):
                return replace(source, kind=kind)
    body = parties.body_before(party.head) if _only_speaks(page, words) else None
    return source if body is None else replace(source, kind=kind_of_party(parties.names, body))


def _only_speaks(page: Page, words: Sequence[int]) -> bool:
    """Whether words say no more than that somebody speaks for others: "a spokesman"."""
    said = [page.forms[word] for word in words if page.tags[word] != "DET"]
    return len(said) == 1 and said[0] in person_words("spokes")


def _points_to_body(page: Page, word: int) -> bool:
    """Whether a word means a body that was named: "the group"."""
    return page.forms[word] in reference_nouns("body") and is_definite(page, word)


def _of_medium(page: Page, parties: Parties, party: Party, kind: Kind) -> bool:
    """Whether nothing but the medium before somebody tells who that is: "KNT's Ana Bly", "KNT's team"."""
    name = name_of(parties.names, party)
    if name is None or not party.proper:
        owned = kind == "unknown" and noun_phrase(page, party.head).last == party.head + 1
        marks = (word for word in range(*noun_phrase(page, party.head)) if page.forms[word] in OWNING)
        mark = next(marks, None) if owned else None
    else:
        person = parties.names.person(name) is not False
        mark = name.at.first - 1 if person and page.forms[name.at.first - 1] in OWNING else None
    owner = parties.names.by_word.get(mark - 1) if mark else None
    return owner is not None and is_medium(owner)
