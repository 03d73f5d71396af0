"""Who is suspected without a verb of accusing: "a man accused of it", "a warrant for two men", "they are responsible",
"named X as the organiser".

CLAIMS.md section 3: a suspect is who is blamed, suspected or sought. The same man is the target of the arrest or trial
that is told with it; the model reads the one or the other. The words are in ``named.toml``. Invariant: a row stands on
a noun for people, in a sentence of which the model reads something; who is sought is no target of the deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.chains.cues import words
from standoff.extraction.chains.source_words import names_side, noun_kind
from standoff.extraction.grammar.clauses import has_case, noun_phrase, passive, subject
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS, RELATIVE
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.names.accused import LEGAL
from standoff.extraction.slots.row import PARTIES, Row, by_sentence, nearest
from standoff.records import EVENT_TYPES

_NAMED = "who is named as the one who did it"
_CALLED, _SOUGHT, _BLAMED = "who is called accused", "who is sought", "who is said to be responsible"
_DOERS = PARTIES - {"target"}
_NEAR = 4  # words after "accused" in which it stands what of: "accused of having close links"


def with_suspected(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, with as suspects those called accused, sought by a warrant or said to be responsible."""
    if not rows:
        return []
    hunted, named = list(_named_as_sought(page)), list(_named_as(page))
    sought, named = [*_sought(page), *(at for at, _ in hunted)], [*named, *hunted]
    roles = {role.first for _, role in named}
    rows = [row for row in rows if row.slot not in _DOERS or row.at.first not in roles]
    found = [row._replace(slot="suspect", rule=_SOUGHT) if _is_one(row, sought) else row for row in rows]
    told = by_sentence(page, rows)
    further = [(at, PARTIES, _SOUGHT) for at in sought]
    further += [(at, _DOERS, _CALLED) for at in _called(page)]
    further += [(at, PARTIES, _BLAMED) for at in (*_responsible(page), *_fallen_on(page))]
    further += [(at, PARTIES, _NAMED) for at, _ in named]
    for at, slots, rule in further:
        line = page.sentence[at.first]
        near = told.get(line) or (told.get(line - 1) if rule == _BLAMED else None)
        if near and not any(row.slot in slots and row.at.meets(at) for row in found):
            beside = nearest(_of_deeds(page, near), Stretch(at.last, at.last + 1))
            found.append(beside._replace(slot="suspect", at=at, rule=rule))
    return found


def is_called_accused(page: Page, word: int) -> bool:
    """Whether words right after a noun call him accused of a deed: "[a man] accused of arson", not of links."""
    return any(True for _ in accusations(page, word))


def accusations(page: Page, word: int) -> Iterator[int]:
    """The words right after a noun that call him accused of a deed, which hangs on them."""
    table = section("named", "suspicion")
    for kid in page.children[word]:
        called = (
            kid > word and page.relations[kid] in ("acl", "amod") and page.forms[kid] in table["participles"]
        )
        if called and not any(form in table["belonging"] for form in page.forms[kid + 1 : kid + 1 + _NEAR]):
            yield kid


def is_tried(page: Page, suspect: Row, target: Row) -> bool:
    """Whether one is the suspect of a deed, and the other the target of the arrest or trial that is told with it."""
    both = suspect.slot == "suspect" and target.slot == "target"
    return both and is_called_accused(page, top_of(page, suspect.at))


def _of_deeds(page: Page, rows: Sequence[Row]) -> Sequence[Row]:
    """Of rows those that the model has in the deed itself, and not in an arrest or trial for it; all where none is."""
    kinds = page.reading.slot_types.argmax(1)
    return [row for row in rows if EVENT_TYPES[kinds[row.number]] not in LEGAL] or rows


def _is_one(row: Row, sought: Sequence[Stretch]) -> bool:
    return row.slot in ("target", "actor") and any(at.meets(row.at) for at in sought)


def _called(page: Page) -> Iterator[Stretch]:
    """Whom words right after them call accused."""
    for participle in page.where(section("named", "suspicion")["participles"]):
        whom = page.heads[participle]
        if whom >= 0 and is_party(page, whom) and is_called_accused(page, whom):
            yield noun_phrase(page, whom)
        elif (who := _after_opening(page, participle)) is not None and is_party(page, who):
            yield noun_phrase(page, who)


def _after_opening(page: Page, participle: int) -> int | None:
    """Whom a participle that opens the sentence calls accused: "Accused of arson by X, [the firm] denied it"."""
    opens = participle == page.bounds[page.sentence[participle]].first and page.heads[participle] > participle
    if not opens or page.forms[participle + 1] not in ("by", "of") or page.relations[participle] != "advcl":
        return None
    return page.child(page.heads[participle], "nsubj")


def _sought(page: Page) -> Iterator[Stretch]:
    """The people whom a warrant is for, each: "a warrant against [him] and [her]", "a warrant to arrest [a man]"."""
    for warrant in page.where(section("named", "suspicion")["warrants"]):
        for whom in _after(page, warrant):
            for each in (whom, *(kid for kid in page.children[whom] if page.relations[kid] == "conj")):
                if is_party(page, each):
                    yield noun_phrase(page, each)


def _named_as_sought(page: Page) -> Iterator[tuple[Stretch, Stretch]]:
    """Whom somebody is looking for, by the name that is given, and by whom he looks for: "named [the man they are
    hunting] as [Jan Roe]"."""
    seeking = section("named", "suspicion")["seeking"]
    for verb in page.where(words("grammar", "identifying")):
        whom = page.child(verb, "obj")
        if whom is None or not any(page.forms[kid] in seeking for kid in page.children[whom]):
            continue
        told = page.subtree(whom)
        for name in (kid for kid in page.children[verb] if has_case(page, kid, ("as",))):
            if is_party(page, name):
                yield noun_phrase(page, name), Stretch(told[0], told[-1] + 1)


def _after(page: Page, warrant: int) -> Iterator[int]:
    """Whom a warrant is for, be it under the warrant or the verb before ("issued a warrant for")."""
    table, over = section("named", "suspicion"), page.heads[warrant]
    issued = page.children[over] if over >= 0 and page.relations[warrant] == "obj" else []
    for kid in (*page.children[warrant], *issued):
        arrested = page.child(kid, "obj") if page.forms[kid] in table["arrests"] else None
        if arrested is not None:
            yield arrested
        elif (
            kid > warrant and page.relations[kid] in ("nmod", "obl") and has_case(page, kid, table["before"])
        ):
            yield kid


def _named_as(page: Page) -> Iterator[tuple[Stretch, Stretch]]:
    """Who is named as one who did it, and as what: "named [X] as [the organiser]", which is no other suspect."""
    for role in page.where(section("named", "suspicion")["roles"]):
        over = page.heads[role] if has_case(page, role, ("as",)) else -1
        whom, verb = (over, page.heads[over]) if over >= 0 and page.relations[over] == "obj" else (None, over)
        if verb < 0 or page.forms[verb] not in words("grammar", "identifying"):
            continue
        if whom is None:
            whom = subject(page, verb) if passive(page, verb) else page.child(verb, "obj")
        if whom is not None and is_party(page, whom):
            yield noun_phrase(page, whom), noun_phrase(page, role)


def _fallen_on(page: Page) -> Iterator[Stretch]:
    """Whom suspicion or blame falls on: "suspicion fell on [the Vale Front]"."""
    table = section("named", "suspicion")
    for thing in page.where(table["falling_things"]):
        verb = page.heads[thing]
        if verb < 0 or page.relations[thing] != "nsubj" or page.forms[verb] not in table["falling"]:
            continue
        whom = (kid for kid in page.children[verb] if kid > verb and has_case(page, kid, ("on", "upon")))
        yield from (
            noun_phrase(page, kid) for kid in whom if is_party(page, kid) or names_side(page.forms[kid])
        )


def _responsible(page: Page) -> Iterator[Stretch]:
    """Who is said to be responsible for something."""
    for word in page.where(section("named", "suspicion")["responsible"]):
        who = page.child(word, "nsubj")
        answers = any(has_case(page, kid, ("for",)) for kid in page.children[word])
        if who is None or page.child(word, "cop") is None or not answers:
            continue
        if page.forms[who] in RELATIVE and page.relations[word] == "acl":
            who = page.heads[word]
        if is_party(page, who):
            yield noun_phrase(page, who)


def is_party(page: Page, word: int) -> bool:
    """Whether a word is a noun for people or a body."""
    people = page.entity_labels.get(word) in ("person", "organization")
    return page.tags[word] in NOUNS and (people or noun_kind(page.forms[word]) is not None)
