"""Names and descriptions of parties in one report: where each stands, how it is described, its fullest form.

Invariant: names are kept in text order; a name's ``text`` stands in the report at its stretch.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from standoff.extraction.frames import noun_phrase
from standoff.extraction.gazetteer import find
from standoff.extraction.lexicon import section
from standoff.extraction.page import Page, Stretch, rows
from standoff.extraction.sources import is_calendar, names_body, noun_kind, plural, singular, tidy

_JOINTS = frozenset(
    (
        "of",
        "for",
        "the",
        "and",
        "&",
        "de",
        "del",
        "la",
        "al",
        "bin",
        "ibn",
        "el",
        "von",
        "van",
        "der",
        "to",
        "on",
        "-",
        "'s",
        "’s",
        ".",
    )
)
_SKIPPED = frozenset(("of", "the", "and", "for", "&", "in", "on", "de", "la", "-", "'s", "’s"))
_OWNING = frozenset(("'s", "’s"))
_PREMODIFIERS, _ASIDE = 5, 14  # words before a name, and after its comma
_LONG = 6  # letters; shorter names that differ by one are different names
_ONE_WITH = frozenset(("flat", "appos", "fixed", "goeswith"))
_BOUND = frozenset(("(", "[", ",", "or", "–", "-", "--", "["))


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a party by name. ``described``: the words that stand with it; ``person``: ``None`` if open."""

    head: int
    at: Stretch
    text: str
    tokens: tuple[str, ...]
    described: tuple[int, ...]
    person: bool | None
    entity: str | None


class Names:
    """The names of a page, by word and by token."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.entities = _entity_labels(page)
        self.all: list[Name] = []
        self.by_token: dict[str, list[Name]] = defaultdict(list)
        self.by_word: dict[int, Name] = {}
        word = 0
        while word < len(page):
            if not is_calendar(page.forms[word]) and (page.named(word) or _capitals(page, word)):
                word = self._add(word)
            word += 1

    def _add(self, first: int) -> int:
        page = self.page
        start = page.bounds[page.sentence[first]].first
        while first > start and first - 1 not in self.by_word and _part_of_name(page, first - 1):
            first -= 1
        last = _run_end(page, first)
        name = _name(page, first, last, self.entities)
        if name is not None:
            self.all.append(name)
            for token in name.tokens:
                self.by_token[token].append(name)
            self.by_word.update(dict.fromkeys(range(first, last), name))
        return last - 1

    def person(self, name: Name) -> bool | None:
        """Whether a name is a person's, by any mention that tells; the first that does decides."""
        told = (other.person for other in self.by_token[name.tokens[-1]] if other.tokens == name.tokens)
        return next((person for person in (name.person, *told) if person is not None), None)

    def fullest(self, name: Name) -> Name:
        """The mention of the same party with more words: the nearest before, else the first after.

        A shorter name fits a longer one that ends in its words (surnames) or begins with them; capitals fit initials.
        """
        fitting = [
            other
            for token in dict.fromkeys((name.tokens[-1], name.tokens[0]))
            for other in self.by_token.get(token, [])
            if len(other.tokens) > len(name.tokens) and _contains(other, name)
        ]
        if not fitting:
            return (self._spelt_out(name) or self._respelt(name)) if len(name.tokens) == 1 else name
        before = [other for other in fitting if other.head < name.head]
        return before[-1] if before else fitting[0]

    def _spelt_out(self, name: Name) -> Name | None:
        """What a short form of capitals stands for: initials, or the name that it stands behind in brackets."""
        letters = name.tokens[0].replace(".", "").replace("-", "")
        if not 2 <= len(letters) <= 8 or not name.text.isupper():
            return None
        for other in self.all:
            if len(other.tokens) > 1 and _initials(other.tokens) == letters:
                return other
        found = (self._beside(same) for same in self.by_token[name.tokens[0]] if len(same.tokens) == 1)
        return next((other for other in found if other is not None), None)

    def _beside(self, name: Name) -> Name | None:
        # "... Agency, or NISA," and "... Agency (NISA)" with initials that skip words.
        forms, before = self.page.forms, name.at.first - 1
        while before >= 0 and forms[before] in _BOUND:
            before -= 1
        other = self.by_word.get(before)
        if other is None or before == name.at.first - 1 or len(other.tokens) < 2 or other.person:
            return None
        bracketed = forms[name.at.first - 1] in ("(", "[")
        return other if bracketed or other.tokens[0][0] == name.tokens[0][0] else None

    def _respelt(self, name: Name) -> Name:
        """The full name whose surname differs by one letter ("Equiluz" for "Eguiluz"), else the name itself."""
        token = name.tokens[0]
        if len(token) < _LONG:
            return name
        for other in self.all:
            if len(other.tokens) > 1 and other.person is not False and _one_apart(token, other.tokens[-1]):
                return other
        return name

    def descriptions(self, name: Name) -> list[int]:
        """The words that describe a party wherever it is named: by the tree, before it, or between commas after."""
        words: set[int] = set()
        for other in self.by_token[name.tokens[-1]]:
            if other.tokens == name.tokens or _contains(name, other) or _contains(other, name):
                words.update(other.described)
                words.update(_around(self.page, other))
        return sorted(words)


def _one_apart(a: str, b: str) -> bool:
    """Whether two words differ by one letter changed, put in or left out."""
    if a == b or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[at + 1 :] == b[at + 1 :] or a[at:] == b[at + 1 :] or a[at + 1 :] == b[at:]


def _around(page: Page, name: Name) -> list[int]:
    """Nouns right before a name, and the words between commas right after it."""
    first, last = name.at
    start = page.bounds[page.sentence[first]].first
    end = min(page.bounds[page.sentence[first]].last, last + _ASIDE)
    before: list[int] = []
    while first > start and len(before) < _PREMODIFIERS and page.tags[first - 1] in ("NOUN", "ADJ", "PROPN"):
        first -= 1
        before.append(first)
    after: list[int] = []
    if last < end and page.forms[last] == ",":
        clause = page.forms[last + 1] == "who"
        for word in range(last + 1, end):
            tag = page.tags[word]
            if (tag == "PUNCT" and page.forms[word] != "-") or (tag in ("VERB", "AUX") and not clause):
                break
            if not clause or tag in ("NOUN", "PROPN"):
                after.append(word)
    return before + after


def _entity_labels(page: Page) -> dict[int, str]:
    """For each word, the label of the smallest entity that is about it, not about what it only modifies.

    In "Grain Office spokesman Juan Doe" the office is no person.
    """
    labels: dict[int, str] = {}
    for row in sorted(rows(page.reading.entities), key=lambda row: row.at.first - row.at.last):
        for word in range(*row.at):
            if _heads(page, word, row.at):
                labels[word] = row.label
            else:
                labels.pop(word, None)
    return labels


def _heads(page: Page, word: int, at: Stretch) -> bool:
    """Whether a word is the head of a stretch, or one with it as a name's parts are."""
    for _ in range(at.last - at.first):
        above = page.heads[word]
        if not at.holds(above):
            return True
        if page.relations[word] not in _ONE_WITH and not (
            page.tags[word] == page.tags[above] == "PROPN" and abs(above - word) == 1
        ):
            return False
        word = above
    return False


def _run_end(page: Page, first: int) -> int:
    """The end of a name: proper nouns in a row, with "of", "for", "and" between when the tree joins them."""
    sentence_end = page.bounds[page.sentence[first]].last
    last = first + 1
    while last < sentence_end and not is_calendar(page.forms[last]):
        if (
            _part_of_name(page, last)
            or _within_name(page, last)
            or (page.forms[last] == "." and page.ends[last - 1] == page.starts[last] and last - first == 1)
        ):
            last += 1
            continue
        if page.forms[last] == "-":
            if not _hyphened(page, last):
                break
            last += 2
            continue
        ahead = last
        while ahead < sentence_end and page.forms[ahead] in _JOINTS and ahead - last < 2:
            ahead += 1
        if (
            ahead == last
            or ahead >= sentence_end
            or not (page.tags[ahead] == "PROPN" or (page.forms[last] in _OWNING and page.capital(ahead)))
            or not _joined(page, first, last, ahead)
        ):
            break
        last = ahead + 1
    return last


def _capitals(page: Page, word: int) -> bool:
    """Whether two words with capitals begin here after one without: "Ostrany's Central Grain Office"."""
    if word + 1 >= len(page) or not (page.capital(word) and page.capital(word + 1)):
        return False
    return page.tags[word] in ("ADJ", "NOUN") and page.forms[word - 1] == page.word(word - 1)


def _within_name(page: Page, word: int) -> bool:
    """Whether a word between two proper nouns is one with them by the tree, where capitals cannot tell."""
    if not page.shouted or page.tags[word] not in ("ADJ", "NOUN") or word + 1 >= len(page):
        return False
    above = page.heads[word]
    return page.tags[word + 1] == "PROPN" and word < above <= word + 3 and page.tags[above] == "PROPN"


def _part_of_name(page: Page, word: int) -> bool:
    """A proper noun, or a word beside one that only its capital joins to it ("New", "Security")."""
    if is_calendar(page.forms[word]):
        return False
    return page.named(word) or (page.tags[word] in ("ADJ", "NOUN", "VERB") and page.capital(word))


def _hyphened(page: Page, at: int) -> bool:
    """Whether a hyphen stands between two words of a name without a space: "Sun-Times", not "HOUSTON- Juan"."""
    close = (
        page.ends[at - 1] == page.starts[at] and at + 1 < len(page) and page.ends[at] == page.starts[at + 1]
    )
    return close and _part_of_name(page, at + 1)


def _proper_end(page: Page, first: int) -> int:
    """The word after words of a name in a row."""
    return next((word for word in range(first, len(page)) if not _part_of_name(page, word)), len(page))


def _joined(page: Page, first: int, last: int, ahead: int) -> bool:
    joints = page.forms[last:ahead]
    if joints[0] == "of" and page.forms[last - 1] in _person("titles"):
        return True
    if joints[0] in _OWNING:
        office = page.forms[last - 1] in _person("titles") or noun_kind(page.forms[last - 1]) == "official"
        return office and page.capital(ahead) and names_body(page.forms[_proper_end(page, ahead) - 1])
    if joints[0] in ("to", "on"):
        return False
    inside = range(first, last)
    if joints[0] in ("and", "&"):
        # "Intelligence and Security Agency" is one name, "Malawi and Mozambique" two: in the first the tree goes right.
        return any(page.heads[word] >= ahead and page.tags[page.heads[word]] == "PROPN" for word in inside)
    above, top = page.heads[ahead], ahead
    while above > last:
        top, above = above, page.heads[above]
    return above in inside and page.relations[top] in ("nmod", "flat", "compound", "appos")


def _name(page: Page, first: int, last: int, entities: dict[int, str]) -> Name | None:
    inside = range(first, last)
    head = next((word for word in inside if page.heads[word] not in inside), first)
    start = first + _titles(page, first, last)
    tokens = tuple(form for form in page.forms[start:last] if form not in _SKIPPED and form not in (".", ","))
    if not tokens or all(token.rstrip(".") in _before_names() for token in tokens):
        return None  # "the District Attorney" is a role
    entity = entities.get(head)
    text = tidy(page.quote(Stretch(start, last)))
    kind = noun_kind(tokens[-1])
    person = True if entity == "person" or start > first else None
    if entity not in (None, "person") or (
        kind in ("official", "media", "organisation") and entity is None and start == first
    ):
        person = False
    described = tuple(range(first, start)) + _described(page, head, first, last)
    after = _nouns_after(page, last)
    if page.forms[after - 1] in _bodies() and after > last:
        # "the Red Heron group", "the NWA news agency"
        person, described = False, (*described, *range(last, after))
    if person is None and any(page.forms[word].rstrip(".") in _person("titles") for word in described):
        person = True
    return Name(head, Stretch(start, last), text, tokens, described, person, entity)


def _nouns_after(page: Page, last: int) -> int:
    """The word after the common nouns that follow a name at once."""
    while last < len(page) and page.tags[last] == "NOUN" and page.sentence[last] == page.sentence[last - 1]:
        last += 1
    return last


def _titles(page: Page, first: int, last: int) -> int:
    """How many leading words are no part of a person's name: all up to the last title, when a name is left."""
    cut = 0
    for at in range(first, last - 1):
        if page.forms[at].rstrip(".") in _before_names():
            cut = at + 1 - first
            if page.forms[at + 1] == ".":
                cut += 1
            elif page.forms[at + 1] == "of":
                cut = _past_portfolio(page, at + 1, last) - first
    if first + cut == last - 1 and names_body(page.forms[last - 1]):
        return 0  # "Justice Department", "King County"
    if any(
        page.forms[word] in _JOINTS - {"-", "."} for word in range(first + cut, min(last, first + cut + 1))
    ):
        return 0
    return cut if first + cut < last else 0


def _past_portfolio(page: Page, of: int, last: int) -> int:
    """The word after "of State", "of Public Health" and the like."""
    at = of + 1
    while at < last and page.forms[at] in _person("portfolios") | _SKIPPED:
        at += 1
    return at


def _described(page: Page, head: int, first: int, last: int) -> tuple[int, ...]:
    """Words around a name that describe it: nouns before it, an apposition after or around it."""
    found: list[int] = []
    for child in page.children[head]:
        relation = page.relations[child]
        if relation == "appos" or (relation in ("compound", "amod", "flat", "nmod") and child < first):
            at = noun_phrase(page, child)
            found += [
                word for word in range(at.first, min(at.last, at.first + 12)) if not first <= word < last
            ]
    above = page.heads[head]
    if above >= 0 and page.relations[head] in ("appos", "flat") and page.tags[above] in ("NOUN", "PROPN"):
        at = noun_phrase(page, above)
        found += [word for word in range(max(at.first, at.last - 12), at.last) if not first <= word < last]
    return tuple(sorted(set(found)))


def _contains(longer: Name, shorter: Name) -> bool:
    if (longer.person is False and shorter.person) or (longer.person and shorter.person is False):
        return False
    count = len(shorter.tokens)
    if longer.tokens[-count:] == shorter.tokens:
        return True
    if longer.tokens[:count] != shorter.tokens:
        return False
    # "Northwind" is "Northwind Agency"; but "France" is not "France Telecom".
    body = longer.person is False and noun_kind(longer.tokens[-1]) in (
        "agency",
        "media",
        "organisation",
        "official",
    )
    return longer.person is True or (
        body and shorter.entity != "place" and not find(" ".join(shorter.tokens))
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(section("sources", "reference")["body"])


def title_words() -> frozenset[str]:
    """Titles and offices that stand before names, without stops."""
    return _person("titles")


@cache
def _before_names() -> frozenset[str]:
    return _person("titles") | _person("qualifiers")


@cache
def _person(key: str) -> frozenset[str]:
    return frozenset(section("sources", "person")[key])


def _initials(tokens: tuple[str, ...]) -> str:
    return "".join(token[0] for token in tokens if token[0].isalnum())


def gender(page: Page, words: tuple[int, ...]) -> str | None:
    """ "f" or "m" when one of the words tells."""
    forms = {page.forms[word].rstrip(".") for word in words}
    female, male = forms & _person("female"), forms & _person("male")
    if bool(female) == bool(male):
        return None
    return "f" if female else "m"


def is_plural(page: Page, head: int) -> bool:
    """Whether the noun phrase on a head stands for several: a plural noun, or joined by "and"."""
    if page.tags[head] != "PROPN" and plural(page.forms[head]):
        return True
    return any(page.relations[child] == "conj" for child in page.children[head])


def head_noun(page: Page, head: int) -> str:
    """The head's noun in the singular."""
    return singular(page.forms[head])
