"""What befell people, by what their sentence says: held, freed or under arrest, and who holds them.

Invariant: a row keeps its words; rows of `liberty` slots (``events.toml``) change only to another of them, other tolls
only to what their own verbs say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from standoff.extraction.chains.cues import words
from standoff.extraction.chains.source_words import noun_kind
from standoff.extraction.chains.telling_nouns import by_whom
from standoff.extraction.grammar.clauses import does, has_case, negation, passive, subject
from standoff.extraction.grammar.lines import says
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.slots.row import Row
from standoff.extraction.slots.undergoers import is_saving
from standoff.extraction.values.numerals import find_numerals
from standoff.records import EVENT_TYPES, TOLL_SLOTS

_OF_THE = ("of", "the")
_BESIDE = 2  # words between people and "six of them": a comma, a word of what befell them
_COUNTED = ("killed", "injured", "missing")  # fates that figures and remains are told of


def with_named_fates(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows, people at another's mercy with the fate that their sentence names, where it names another one only.

    "Thirteen people were rescued" tells of the freed, though the model reads arrests, or that they are unharmed. Who is
    held is under arrest where officials hold them, captive where others do; where nobody is named to hold them, what
    the model has as what happens at all tells whether they are under arrest, and where hostages are told of, how long.
    """
    kinds = page.reading.slot_types.argmax(1).tolist() if rows else []
    made = [_mended(page, row, EVENT_TYPES[kinds[row.number]]) for row in rows]
    return [_of_them(page, row, made) for row in made]


def _of_them(page: Page, row: Row, rows: Sequence[Row]) -> Row:
    """A row that counts some of those right before it with no word of what befell them, in the slot of those: "killing
    nine, [six of them women], and injuring 20"."""
    first = row.at.first
    some = tuple(page.forms[first + 1 : first + 3]) in section("tolls", "people")["of_them"]
    if row.slot not in TOLL_SLOTS or not some or any(_says(page, row.at, slot) for slot in TOLL_SLOTS):
        return row
    before = [
        each for each in rows if each.slot in TOLL_SLOTS and each.at.last <= first <= each.at.last + _BESIDE
    ]
    return _fated(row, before[-1].slot) if before else row


def _says(page: Page, at: Stretch, slot: str) -> bool:
    """Whether words have one for a toll's fate."""
    return not word_set("parties", "tolls", slot).isdisjoint(page.forms[slice(*at)])


def suiting(page: Page, rows: Iterable[Row], slot: str) -> list[Row]:
    """Of rows, those whose event is of the type that goes with a toll."""
    fates, types = section("events", "fates"), page.reading.slot_types
    return [row for row in rows if fates.get(EVENT_TYPES[int(types[row.number].argmax())]) == slot]


def tells(page: Page, at: Stretch, slot: str) -> bool:
    """Whether the sentence of words has one for a toll's fate; "hostages" only says who they are."""
    return not _telling(slot).isdisjoint(page.line(page.sentence[at.first]).forms)


@cache
def _telling(slot: str) -> frozenset[str]:
    return word_set("parties", "tolls", slot) - word_set("events", "fates", "people")


def _mended(page: Page, row: Row, kind: str) -> Row:
    fates = section("events", "fates")
    if row.slot not in TOLL_SLOTS:
        return row
    if done := _done_to(page, row):
        return _fated(row, done)
    if _is_brought_out(page, row):
        return _fated(row, "freed")
    named = _named(page, row) if row.slot in fates["liberty"] else _undergone(page, row)
    if row.slot == "unharmed" and _is_saved(page, row.at):
        named = "freed"
    if row.slot in fates["liberty"] and named != "freed" and _is_let_out(page, row.at):
        return row._replace(slot="freed", rule="who came out alive or walked free")
    verb = _held(page, row) if named == "captive" else None
    if verb is not None:
        holder = by_whom(page, verb) if passive(page, verb) else subject(page, verb)
        official = holder is not None and noun_kind(page.forms[holder]) == "official"
        hostages = bool(page.where(fates["people"]))
        siege = hostages and _for_a_while(page, verb)
        by_police = fates.get(kind) == row.slot == "arrested" and not siege
        jailed = not hostages and _is_jailed(page, verb)
        arrest = official or (holder is None and (by_police or jailed))
        named = "arrested" if arrest else "captive"
    elif fates.get(kind) == row.slot:
        named = row.slot
    return _fated(row, named)


def _fated(row: Row, slot: str) -> Row:
    return row._replace(slot=slot, rule="what its sentence says befell them") if slot != row.slot else row


def _is_jailed(page: Page, verb: int) -> bool:
    """Whether a verb says that people are held where the law holds them: "held in the county jail", "without bond"."""
    jails = section("events", "fates")["jails"]
    things = (kid for kid in page.children[verb] if kid > verb and page.relations[kid] == "obl")
    return any(page.forms[word] in jails for thing in things for word in page.subtree(thing))


def _for_a_while(page: Page, verb: int) -> bool:
    """Whether a verb is told with how long it went on: "had been held for ten hours"."""
    periods = words("grammar", "periods")
    return any(page.forms[kid] in periods and has_case(page, kid, ("for",)) for kid in page.children[verb])


def _is_saved(page: Page, at: Stretch) -> bool:
    """Whether the sentence of some people says that they were rescued, and not that they are unharmed."""
    saved = word_set("events", "fates", "saved")
    return not tells(page, at, "unharmed") and not saved.isdisjoint(page.line(page.sentence[at.first]).forms)


def _is_brought_out(page: Page, row: Row) -> bool:
    """Whether a verb of bringing people out saves those of a row, of whom nothing says that they came to harm."""
    if row.slot not in ("injured", "killed", "missing", "captive", "unharmed") or tells(
        page, row.at, row.slot
    ):
        return False
    verb = does(page, top_of(page, row.at))
    if verb < 0 or not passive(page, verb) or negation(page, verb) is not None:
        return False
    return is_saving(page, verb) or (
        row.slot != "captive" and page.forms[verb] in section("events", "fates")["saved"]
    )


def _is_let_out(page: Page, at: Stretch) -> bool:
    """Whether the sentence of some captives says that they walked free or came out alive, and that none are held."""
    told = says(page.line(page.sentence[at.first]).forms, section("events", "fates")["let_out"])
    return told and not any(tells(page, at, slot) for slot in ("captive", "arrested"))


def _named(page: Page, row: Row) -> str:
    """The fate that alone the sentence has words for, not in a name ("Release Watch"); else the row's own."""
    fates, words = section("events", "fates"), section("parties", "tolls")
    told = (word for word in range(*page.bounds[page.sentence[row.at.first]]) if not page.named(word))
    forms = {page.forms[word] for word in told}.difference(fates["people"])
    named = [slot for slot in fates["liberty"] if not forms.isdisjoint(words[slot])]
    return str(named[0]) if len(named) == 1 else row.slot


def _done_to(page: Page, row: Row) -> str:
    """What alone was done to people with a passive verb whose subject they are, whatever else their sentence has words
    for ("two of the men detained on Sunday were [released]"); "" where it names no such fate."""
    fates = section("events", "fates")
    verb = does(page, top_of(page, row.at)) if row.slot in fates["liberty"] else -1
    if (
        verb < 0
        or page.forms[verb] in fates["custody"]
        or not passive(page, verb)
        or negation(page, verb) is not None
    ):
        return ""
    words = section("parties", "tolls")
    named = [slot for slot in fates["liberty"] if page.forms[verb] in words[slot]]
    return str(named[0]) if len(named) == 1 else ""


def _undergone(page: Page, row: Row) -> str:
    """The fate that the row's own passive verbs alone name, where it has one of another: "one was captured alive"."""
    words = section("parties", "tolls")
    if row.slot not in words:
        return row.slot
    if row.slot in ("injured", "unharmed") and _is_spared(page, row.at):
        return "unharmed"
    if row.slot == "missing" and _gets_away(page, row.at):
        return "unharmed"
    if not word_set("parties", "tolls", row.slot).isdisjoint(page.forms[slice(*row.at)]):
        return row.slot
    if row.slot in ("killed", "injured") and _gets_away(page, row.at):
        return "unharmed"
    if (said := _said(page, row)) is not None:
        return said
    if row.slot == "killed" and _is_hit(page, row.at):
        return "injured"
    if (joined := _as_listed(page, row)) is not None:
        return joined
    if (share := _share_of(page, row)) is not None:
        return share
    verbs = (word for word in range(*row.at) if page.relations[word] != "acl" and passive(page, word))
    forms = {page.forms[verb] for verb in verbs if negation(page, verb) is None}
    named = [slot for slot in words if not word_set("parties", "tolls", slot).isdisjoint(forms)]
    return named[0] if len(named) == 1 else row.slot


def _gets_away(page: Page, at: Stretch) -> bool:
    """Whether people are the subject of a verb of getting away alive ("the driver, Jan Ott, survived"), or are found
    alive."""
    alive = section("events", "fates")["alive"]
    who = top_of(page, at)
    while page.heads[who] >= 0 and (
        page.relations[who] in ("appos", "acl", "conj") or page.relations[page.heads[who]] == "acl"
    ):
        who = page.heads[who]  # "the driver, identified as Jan Ott", "a woman and two children"
    verb = does(page, who)
    done = (
        page.child(verb, "xcomp")
        if verb >= 0 and page.forms[verb] in section("events", "fates")["managing"]
        else verb
    )
    away = done is not None and done >= 0 and page.forms[done] in alive
    return (away or _is_found_alive(page, at)) and negation(page, verb) is None


def _is_found_alive(page: Page, at: Stretch) -> bool:
    """Whether people are told to have been found, and to be well: "three who had been missing turned up alive"."""
    table, who = section("events", "found"), top_of(page, at)
    verb = does(page, who)
    well = verb >= 0 and any(page.forms[kid] in table["alive"] for kid in page.children[verb])
    return well and page.forms[verb] in table["verbs"]


def _said(page: Page, row: Row) -> str | None:
    """The fate that alone the words of a row name as nouns ("nine bodies"), or, of a bare figure, its sentence: "the
    number of dead could reach 20,000"."""
    words = section("parties", "tolls")
    nouns = {page.forms[word] for word in range(*row.at) if page.tags[word] == "NOUN"}
    forms = nouns or set(page.line(page.sentence[row.at.first]).forms)
    named = [slot for slot in words if not word_set("parties", "tolls", slot).isdisjoint(forms)]
    return named[0] if len(named) == 1 and named[0] in _COUNTED else None


def _is_spared(page: Page, at: Stretch) -> bool:
    """Whether all words of injury in a stretch are denied: "was not hurt"."""
    words = section("parties", "tolls")["injured"]
    hurt = [word for word in range(*at) if page.forms[word] in words and page.tags[word] in ("VERB", "ADJ")]
    return bool(hurt) and all(negation(page, word) is not None for word in hurt)


def _is_hit(page: Page, at: Stretch) -> bool:
    """Whether a stretch tells of shots or stabs at a number of people, or of those shot or stabbed, and nothing in
    its sentence tells that they killed."""
    forms, words = page.line(page.sentence[at.first]).forms, page.words[slice(*at)]
    if not any((numeral.low or 0) > 1 for numeral in find_numerals(words, 0, len(words))):
        return False
    deadly = {*section("parties", "tolls")["killed"], *section("tolls", "fatal")["words"]}
    deadly |= set(section("tolls", "fatal")["nouns"])
    struck = section("tolls", "injured")["oneself"]
    verb = does(page, top_of(page, at))
    done = (page.forms[verb],) if verb >= 0 and passive(page, verb) else ()
    return deadly.isdisjoint(forms) and not {*page.forms[slice(*at)], *done}.isdisjoint(struck)


def _as_listed(page: Page, row: Row) -> str | None:
    """The only fate of its sentence, of a bare number that is joined to another: "five were killed at the station and
    [two] at the market"."""
    top = row.at.first
    joined = page.relations[top] == "conj" and page.tags[top] == page.tags[page.heads[top]] == "NUM"
    if row.slot not in ("killed", "injured") or row.at.last - row.at.first > 1 or not joined:
        return None
    words, hurt = section("parties", "tolls"), section("tolls", "hospital")
    forms = {*page.line(page.sentence[top]).forms}
    told = [slot for slot in words if not forms.isdisjoint(words[slot])]
    unhurt = forms.isdisjoint(hurt["hurt"]) and forms.isdisjoint(hurt["places"])
    return told[0] if told in (["killed"], ["injured"]) and unhurt else None


def _share_of(page: Page, row: Row) -> str | None:
    """The fate of those of whom a row counts some: "of the wounded, 23 are pupils"."""
    words, begin = section("parties", "tolls"), page.bounds[page.sentence[row.at.first]].first
    whole = [
        page.forms[at] for at in range(begin + 2, row.at.first) if tuple(page.forms[at - 2 : at]) == _OF_THE
    ]
    return next((slot for slot in words for form in whole if form in words[slot]), None)


def _held(page: Page, row: Row) -> int | None:
    """The verb of holding of which these people are the object: "are holding six men", "six men had been held"."""
    custody = section("events", "fates")["custody"]
    for verb in range(*page.bounds[page.sentence[row.at.first]]):
        if page.forms[verb] in custody:
            whom = page.child(verb, "obj")
            if whom is None and passive(page, verb) and page.relations[verb] != "acl":
                whom = subject(page, verb)
            if whom is not None and row.at.holds(whom):
                return verb
    return None
