"""Names of parties in one report, to be found by word and by token, and the fullest form of each.

Invariant: names are kept in text order; the fullest form of a name is another mention of the same report.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from standoff.extraction.chains.source_kinds import is_newsroom
from standoff.extraction.chains.source_words import governs, names_body, names_side, noun_kind
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrases import HYPHENS
from standoff.extraction.grammar.tags import NOUNS, RELATIVE, VERBS
from standoff.extraction.lexicon import word_set
from standoff.extraction.names.lands import of_another_land
from standoff.extraction.names.parts import Name, called_body, make_name, person_words, title_words
from standoff.extraction.names.spans import (
    begins_name,
    ends_address,
    is_date,
    name_end,
    opens_name,
    part_of_name,
    with_particles,
)
from standoff.extraction.places.gazetteer import find

# These open clauses that tell what others did: "Ana Bly, whom [ministers] blame,".
_OF_OTHERS = RELATIVE - {"who"}
_PREMODIFIERS, _ASIDE = 5, 14  # words before a name, and after its comma
_LONG = 6  # letters; shorter names that differ by one are different names
_LEAST_OWN = 3  # letters of a person's initials ("JFK")
_NO_DESCRIPTION = frozenset(
    ("CCONJ", "SCONJ", "ADP", "ADV", "PRON")
)  # what these open goes on with the sentence
_WITH = frozenset(("of", "from", "at", "with"))
_ADDRESS_MARKS = frozenset((".", "-", "_"))
_BOUND = frozenset(("(", "[", ",", "or", "–", "-", "--"))


class Names:
    """The names of a page, by word and by token."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.all: list[Name] = []
        self.by_token: dict[str, list[Name]] = defaultdict(list)
        self.by_word: dict[int, Name] = {}
        self._persons: dict[tuple[str, ...], bool] = {}
        self._bodies: set[tuple[str, ...]] = set()
        self._describing: dict[tuple[tuple[str, ...], bool | None, str | None], list[int]] = {}
        after = 0
        addresses = [
            word for word in page.where(word_set("sources", "grammar", "domains")) if ends_address(page, word)
        ]
        for word in sorted({*page.set_apart, *addresses}):
            begins = begins_name(page, word) or word in addresses
            if word >= after and begins and not is_date(page, word):
                after = self._add(word) + 1

    def _add(self, first: int) -> int:
        page = self.page
        start = page.bounds[page.sentence[first]].first
        while first > start and first - 1 not in self.by_word and part_of_name(page, first - 1):
            first -= 1
        if opens_name(page, first):
            first -= 1
        first = with_particles(page, first, start)
        last = name_end(page, first)
        address = ends_address(page, last - 1)
        while first > start and (_is_glued(page, first) or (address and _is_tight(page, first))):
            first -= 1  # "4Watch", "161.ru", "vale-news.net"
        name = make_name(page, first, last)
        if name is not None:
            self.all.append(name)
            if called_body(page, name.at, name.head):
                self._bodies.add(name.tokens)
            if name.person is not None:
                self._persons.setdefault(name.tokens, name.person)
            for token in name.tokens:
                self.by_token[token].append(name)
            self.by_word.update(dict.fromkeys(range(first, last), name))
        return last - 1

    def person(self, name: Name) -> bool | None:
        """Whether a name is a person's, by any mention that tells: one that calls it a body, else the first. A land or
        a capital is nobody whose other names the report does not give."""
        if name.tokens in self._bodies or (name.person and self._is_seat(name)):
            return False
        return self._persons.get(name.tokens) if name.person is None else name.person

    def _is_seat(self, name: Name) -> bool:
        """Whether a name is by itself that of a land or a capital, with no title or other name beside it anywhere."""
        alone = len(name.tokens) == 1 and not name.described and governs(name.tokens[0])
        return alone and all(len(other.tokens) == 1 for other in self.by_token[name.tokens[0]])

    def fullest(self, name: Name) -> Name:
        """The mention of the same party with more words: the nearest before, else the first after.

        A shorter name fits a longer one that ends in its words (surnames) or begins with them; capitals fit initials.
        A person's name is told in full first: two words or more do not stand for a longer name that comes later and
        ends in another surname.
        """
        fitting = [
            other
            for token in dict.fromkeys((name.tokens[-1], name.tokens[0]))
            for other in self.by_token.get(token, [])
            if len(other.tokens) > len(name.tokens)
            and _contains(other, name)
            and not _namesake(name, other)
            and not _is_cited(self.page, other)
            and (name.person is True or not of_another_land(self.page, name, other))
        ]
        if not fitting:
            return self._of_one_word(name) if len(name.tokens) == 1 else name
        before = [other for other in fitting if other.head < name.head]
        longer = before[-1] if before else fitting[0]
        return self._since(longer, name) or longer

    def _of_one_word(self, name: Name) -> Name:
        """The mention that a name of one word is short for: a body's, what capitals stand for, a full name that it is
        misspelt from; else itself."""
        return self._body_short_for(name) or self._spelt_out(name) or self._respelt(name)

    def _body_short_for(self, name: Name) -> Name | None:
        """The one body before that "the" and a word of its name mean: its head, or its first word cut short ("the
        Met")."""
        page, first = self.page, name.at.first
        if page.forms[first - 1 : first] != ["the"] or name.entity == "place" or page.shouted:
            return None
        before = (other for other in self.all if other.head < name.head and len(other.tokens) > 1)
        bodies = [o for o in before if self.person(o) is False and _short_for_body(page, name.tokens[0], o)]
        return bodies[-1] if len({self.fullest(body).tokens for body in bodies}) == 1 else None

    def _since(self, longer: Name, name: Name) -> Name | None:
        """The last mention of the words of a name between a longer one and it that is told to be of another land."""
        between = (
            other
            for other in reversed(self.by_token[name.tokens[-1]])
            if longer.head < other.head < name.head and other.tokens == name.tokens
        )
        apart = (other for other in between if of_another_land(self.page, other, longer))
        return next((other for other in apart if not of_another_land(self.page, name, other)), None)

    def _spelt_out(self, name: Name) -> Name | None:
        """What a short form of capitals stands for: initials, or the name that it stands behind in brackets."""
        letters = name.tokens[0].replace(".", "").replace("-", "")
        if not 2 <= len(letters) <= 8 or not name.text.isupper() or is_newsroom(name.text):
            return None
        if letters in self._by_initials:
            return self._by_initials[letters]
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
        alike = self._by_surname_letter.get(token[0], ())
        return next((other for other in alike if _one_apart(token, other.tokens[-1])), name)

    @cached_property
    def _by_initials(self) -> dict[str, Name]:
        """The first name of several words for each run of initials, which a person's two are not: "AP" is not "Ana
        Pell"."""
        found: dict[str, Name] = {}
        for name in self.all:
            letters = _initials(name.tokens)
            if len(name.tokens) > 1 and (len(letters) >= _LEAST_OWN or name.person is not True):
                found.setdefault(letters, name)
        return found

    @cached_property
    def _by_surname_letter(self) -> dict[str, list[Name]]:
        """The names of several words that may be people's, by the first letter of the last."""
        found: dict[str, list[Name]] = defaultdict(list)
        for name in self.all:
            if len(name.tokens) > 1 and name.person is not False:
                found[name.tokens[-1][0]].append(name)
        return found

    def descriptions(self, name: Name) -> list[int]:
        """The words that describe a party wherever it is named: by the tree, before it, or between commas after."""
        party = name.tokens, name.person, name.entity
        if party not in self._describing:
            words: set[int] = set()
            for other in self.by_token[name.tokens[-1]]:
                if self.page.part_at(other.head) == "dateline":
                    continue  # "KERRIN (Northwind)" tells nothing of Northwind
                if other.tokens == name.tokens or _contains(name, other) or _contains(other, name):
                    words.update(other.described, _around(self.page, other.at), self._body_of(other))
            self._describing[party] = sorted(words)
        return self._describing[party]

    def _body_of(self, name: Name) -> range:
        """The words of the body that a person is said to be of: "Ana Bly of Harbour Hospital"."""
        page, at = self.page, name.at.last
        if name.person is False or at >= len(page) or page.forms[at] not in _WITH:
            return range(0)
        noun = next((word for word in page.children[name.head] if word > at), None)
        if noun is not None and (page.entity_labels.get(noun) == "organization" or _ends_body(page, noun)):
            return range(*noun_phrase(page, noun))
        first = at + 2 if page.forms[at + 1 : at + 2] == ["the"] else at + 1
        body = self.by_word.get(first)
        return range(*body.at) if body is not None and names_body(body.tokens[-1]) else range(0)


def _is_glued(page: Page, word: int) -> bool:
    """Whether a number, or what an address has before its end, stands right before a word of a name."""
    if page.ends[word - 1] != page.starts[word]:
        return False
    return page.forms[word - 1].isdigit() or ends_address(page, word) or ends_address(page, word + 1)


def _is_tight(page: Page, word: int) -> bool:
    """Whether a word or a mark of an address stands right before a word of it."""
    form = page.forms[word - 1]
    return page.ends[word - 1] == page.starts[word] and (form.isalnum() or form in _ADDRESS_MARKS)


def _ends_body(page: Page, noun: int) -> bool:
    """Whether a name that ends in a word is a body's by its last two words: "the Red Cross"."""
    return names_body(" ".join(page.forms[noun - 1 : noun + 1]))


def _namesake(name: Name, longer: Name) -> bool:
    """Whether a longer name is of another person: it comes after a name of two words or more and ends in another."""
    later = longer.at.first > name.at.first and longer.tokens[-1] != name.tokens[-1]
    return later and len(name.tokens) > 1 and longer.person is True


def _is_cited(page: Page, name: Name) -> bool:
    """Whether a name is all that stands within quotation marks, of words that somebody shows or shouts: a shirt that
    read "Honest Tamm"."""
    number = page.quoted[name.head]
    if number < 0:
        return False
    at = page.quotations[number]
    rest = (*range(at.first, name.at.first), *range(name.at.last, at.last))
    return all(page.tags[word] == "PUNCT" for word in rest)


def _one_apart(a: str, b: str) -> bool:
    """Whether two words differ by one letter changed, put in or left out."""
    if a == b or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[at + 1 :] == b[at + 1 :] or a[at:] == b[at + 1 :] or a[at + 1 :] == b[at:]


def _around(page: Page, at: Stretch) -> list[int]:
    """Nouns right before a name, and the words between commas right after it."""
    first, last = at
    start = page.bounds[page.sentence[first]].first
    end = min(page.bounds[page.sentence[first]].last, last + _ASIDE)
    before: list[int] = []
    if first - 1 > start and page.words[first - 1] == "The":
        first -= 1  # "local paper The Harbour"
    while first > start and len(before) < _PREMODIFIERS and _premodifies(page, first - 1):
        first -= 1
        before.append(first)
    after: list[int] = []
    if last + 1 < end and _opens_description(page, last):
        clause = page.forms[last + 1] == "who"
        for word in range(last + 1, end):
            tag = page.tags[word]
            if (tag == "PUNCT" and page.forms[word] != "-") or (tag in VERBS and not clause):
                if tag != "PUNCT" and any(_is_subject_of(page, noun, word) for noun in after):
                    after = []  # "according to Ana Bly, [two clerks] were killed"
                break
            if not clause or (tag in NOUNS and _says_who(page.forms[word])):
                after.append(word)
    return before + after


def _is_subject_of(page: Page, noun: int, verb: int) -> bool:
    """Whether a noun is the subject of a verb, or of the verb that it stands before as an auxiliary."""
    over = verb if page.tags[verb] == "VERB" else max(verb, page.heads[verb])
    return page.relations[noun] == "nsubj" and page.heads[noun] in (verb, over)


def _says_who(noun: str) -> bool:
    """Whether a noun in a clause on a name may say what the named one is: "who leads the union", not "who denied
    wrongdoing"."""
    return (
        noun_kind(noun) is not None
        or noun in title_words()
        or noun in word_set("sources", "reference", "body")
    )


def _opens_description(page: Page, mark: int) -> bool:
    """Whether a mark behind a name opens words that say who that is: a comma before no clause of others, no word of
    where ("Ana Bly, at the press centre,") and nothing that goes on with the sentence, or a bracket before a lawmaker's
    party and seat ("Ana Bly (R-Orla)")."""
    after = page.forms[mark + 1]
    if page.forms[mark] == "(":
        return after in person_words("seats") and page.forms[mark + 2 : mark + 3] == ["-"]
    other = page.tags[mark + 1] in _NO_DESCRIPTION and after not in {"who", *_WITH} - {"at"}
    return page.forms[mark] == "," and after not in _OF_OTHERS and not other


def _premodifies(page: Page, word: int) -> bool:
    """Whether a word may describe the name after it; so does the hyphen within one: "state-run"."""
    within = page.forms[word] in HYPHENS and page.ends[word - 1] == page.starts[word] and word > 0
    return within or page.tags[word] in ("NOUN", "ADJ", "PROPN")


def _contains(longer: Name, shorter: Name) -> bool:
    if (longer.person is False and shorter.person) or (longer.person and shorter.person is False):
        return False
    if shorter.entity == "place" and longer.entity != "place" and longer.person is not True:
        return False  # "Dalmora" is not short for "Radio Dalmora"
    if longer.text.casefold().endswith(f" of {shorter.text.casefold()}"):
        return False  # nor for "Lions of Dalmora"
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


def _short_for_body(page: Page, word: str, body: Name) -> bool:
    """Whether a word is the head of a body's name, or a clipped form of the first word that says not what it is."""
    if word == page.forms[body.head]:
        return True
    whole = body.tokens[0]
    clipped = len(word) >= _LEAST_OWN and whole.startswith(word) and len(whole) - len(word) >= _LEAST_OWN
    return clipped and not (names_body(word) or names_side(word) or noun_kind(word))


def _initials(tokens: tuple[str, ...]) -> str:
    return "".join(token[0] for token in tokens if token[0].isalnum())
