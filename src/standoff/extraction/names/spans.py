"""Where names stand in a report: runs of proper nouns, with what joins them.

Invariant: a name lies within its sentence; whether words are joined is told by capitals, or by the tree where there are
none.
"""

from __future__ import annotations

from standoff.extraction.chains.source_words import (
    is_calendar,
    names_body,
    names_medium,
    names_side,
    noun_kind,
)
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.lexicon import word_set
from standoff.extraction.names.parts import (
    LEAST_NAMES,
    OWNING,
    in_one_name,
    joints,
    person_words,
    title_words,
)
from standoff.extraction.places.gazetteer import find
from standoff.extraction.places.lexicon import candidates

_LEAST_LETTERS = 3  # of a body's initials
_NUMERALS = frozenset("IVXLCM")
_NUMBERED = 2  # digits of a channel's number


def name_end(page: Page, first: int) -> int:
    """The end of a name: proper nouns in a row, with "of", "for", "and" between when the tree joins them."""
    sentence_end = page.bounds[page.sentence[first]].last
    last = first + 1
    while last < sentence_end and not is_date(page, last):
        further = _further(page, first, last, sentence_end)
        if further == last:
            break
        last = further
    return _post_end(page, first, last)


def _post_end(page: Page, first: int, last: int) -> int:
    """The end of a name; of the place that somebody's office is of, where his own name comes right after: "ambassador
    to [Britain] Ana Bly"."""
    office = first > 1 and page.forms[first - 1] in ("to", "of", "in", "for")
    bodies = (
        names_body(page.forms[last - 1]) or noun_kind(page.forms[first]) is not None
    )  # "commissioner of police"
    if not office or page.forms[first - 2] not in title_words() or bodies:
        return last
    ends = (
        end
        for end in range(last - LEAST_NAMES, first, -1)
        if max(page.heads[first:end]) < end and page.forms[end] != "-"
    )
    return next((end for end in ends if candidates(" ".join(page.forms[first:end]))), last)


def _further(page: Page, first: int, last: int, end: int) -> int:
    """The end of a name with the next words of its own before ``end``; its end so far where there are none."""
    if page.forms[last] == ".":
        if ends_address(page, last + 1):
            return last + 2
        if ends_address(page, last - 1):
            return last
    if (
        (part_of_name(page, last) and not _says_platform(page, last))
        or _within_name(page, last)
        or _channel(page, last)
        or (page.tags[last] == "ADV" and page.capital(last))  # "Youth Forward"
        or _shortened(page, first, last)
    ):
        return last + 1
    joint = page.tags[last] in ("ADP", "X", "SCONJ") and page.capital(last)
    if joint and last + 1 < end and page.named(last + 1):
        return last + 2  # "Water Without Borders"
    if page.forms[last] == "-":
        return last + 2 if _hyphened(page, last) else last
    ahead = last
    while ahead < end and page.forms[ahead] in joints() and ahead - last < 2:
        ahead += 1
    if ahead == last or ahead >= end:
        return last
    proper = page.tags[ahead] == "PROPN" or (_takes_capitals(page, last, ahead) and page.capital(ahead))
    return ahead + 1 if proper and _joined(page, first, last, ahead) else last


def _shortened(page: Page, first: int, last: int) -> bool:
    """Whether a full stop belongs to a word that is cut short ("St. Oster"); after initials it ends what is told: "told
    KNT. Lint said"."""
    if page.forms[last] != "." or page.ends[last - 1] != page.starts[last] or last - first > 1:
        return False
    initials = len(page.words[first]) >= _LEAST_LETTERS and page.words[first].isupper()
    return page.shouted or not initials


def _takes_capitals(page: Page, joint: int, word: int) -> bool:
    """Whether a capital alone tells that a word after a joint is of the name: an owner's, an office's portfolio
    ("Secretary of State"), or one before another proper noun ("Office for Civil Rights")."""
    before_name = page.tags[word + 1 : word + 2] == ["PROPN"] and page.heads[word] == word + 1
    if page.forms[joint] in ("of", "for") and before_name:
        return True
    office = page.forms[joint] == "of" and page.forms[joint - 1] in title_words()
    return office or page.forms[joint] in OWNING or page.forms[joint : joint + 2] == ["of", "the"]


def is_date(page: Page, word: int) -> bool:
    """Whether a word is a day or a month that no outlet has in its name: "Sunday", not "the Sunday Courier", "Ostrany
    Today"."""
    if not is_calendar(page.forms[word]):
        return False
    if page.forms[word] == "today":
        return not page.capital(word)
    ahead = word + 1
    outlet = ahead < len(page) and page.capital(ahead) and names_medium(page.forms[ahead])
    return not outlet or page.sentence[ahead] != page.sentence[word]


def begins_name(page: Page, word: int) -> bool:
    """Whether a word is a proper noun, or two words with capitals begin here after one without: "Ostrany's Central
    Grain Office"."""
    if page.named(word):
        return not _only_office(page, word) and not says_means(page, word)
    if _acronym(page, word):
        return True
    if not page.capital(word) or word + 1 >= len(page) or not page.capital(word + 1):
        return False
    return page.tags[word] in ("ADJ", "NOUN") and page.forms[word - 1] == page.words[word - 1]


def opens_name(page: Page, first: int) -> bool:
    """Whether the word before a name is of it too though it opens a sentence, as the tree tells of an adjective that it
    takes for part of a compound: "[Human] Rights Bureau said", not "[Brave] Ana Bly said"; or of a place that is called
    so: "[New] Delhi". Where capitals tell nothing, an adjective that bodies' names begin with: "[RED] CROSS"."""
    word = first - 1
    if word < 0 or page.sentence[word] != page.sentence[first]:
        return False
    if page.shouted:
        return page.forms[word] in word_set("sources", "grammar", "openers") and _within_name(page, word)
    if word != page.bounds[page.sentence[first]].first:
        return False
    if (
        page.tags[word] == "ADJ"
        and page.heads[word] == first
        and find(f"{page.forms[word]} {page.forms[first]}")
    ):
        return True
    joined = page.relations[word] == "compound" and page.heads[word] >= first
    return joined and page.tags[word] == "ADJ" and page.words[word][0].isupper()


def with_particles(page: Page, first: int, start: int) -> int:
    """Where a name begins with the small words before it that are of it, at ``start`` or later: "[al-]Sharaa", "[bin]
    Kadir", "[de la] Cruz"; without a hyphen the tree has to join them."""
    while (word := first - 1) >= start:
        hyphened = page.forms[word] == "-" and word > start and _is_tight(page, word)
        word -= hyphened
        joined = hyphened or page.tags[word] == "PROPN"
        if page.words[word] not in word_set("sources", "grammar", "particles") or not joined:
            break
        first = word
    return first


def ends_address(page: Page, word: int) -> bool:
    """Whether a word is the last part of a web address: "161.[ru]"."""
    if not 1 < word < len(page) or page.forms[word] not in word_set("sources", "grammar", "domains"):
        return False
    return page.forms[word - 1] == "." and _is_tight(page, word - 1) and page.forms[word - 2].isalnum()


def _is_tight(page: Page, mark: int) -> bool:
    """Whether a mark stands between two words without spaces."""
    return (
        page.ends[mark - 1] == page.starts[mark]
        and page.ends[mark : mark + 1] == page.starts[mark + 1 : mark + 2]
    )


def _within_name(page: Page, word: int) -> bool:
    """Whether a word before a proper noun is one with it by the tree, where capitals cannot tell."""
    if not page.shouted or page.tags[word] not in ("ADJ", "NOUN") or word + 1 >= len(page):
        return False
    above = page.heads[word]
    return page.tags[word + 1] == "PROPN" and word < above <= word + 3 and page.tags[above] == "PROPN"


def part_of_name(page: Page, word: int) -> bool:
    """A proper noun, or a word beside one that only its capital joins to it ("New", "Security")."""
    if is_calendar(page.forms[word]):
        return not is_date(page, word)
    return page.named(word) or (page.tags[word] in ("ADJ", "NOUN", "VERB") and page.capital(word))


def _acronym(page: Page, word: int) -> bool:
    """Whether a word is all capitals, whatever the tree takes it for: "KNT", not "XIV"."""
    letters = page.words[word]
    return (
        page.capital(word)
        and len(letters) >= _LEAST_LETTERS
        and letters.isalpha()
        and letters.isupper()
        and not set(letters) <= _NUMERALS
    )


@once
def _has_small(page: Page, form: str) -> bool:
    """Whether a word stands in small letters somewhere."""
    return any(page.words[word].islower() for word in page.by_form[form])


def _only_office(page: Page, word: int) -> bool:
    """Whether a word has its capital from the sentence's start, and says what the noun after it is for: "Defence
    ministry officials"."""
    if word != page.bounds[page.sentence[word]].first or page.shouted or page.words[word].isupper():
        return False
    form, ahead = page.forms[word], word + 1
    common = _has_small(page, form) or form in person_words("portfolios") or noun_kind(form) is not None
    noun = ahead < len(page) and page.tags[ahead] in NOUNS
    return common and noun and (page.words[ahead].islower() or says_means(page, ahead))


def _says_platform(page: Page, word: int) -> bool:
    return noun_kind(page.forms[word]) == "social" and says_means(page, word)


def says_means(page: Page, word: int) -> bool:
    """Whether a word with a capital only says by what means a medium reaches people: "a TV channel", "the Lamp Telegram
    channel", not "TV Ostrany"."""
    kind, ahead = noun_kind(page.forms[word]), word + 1
    within = ahead < len(page) and page.sentence[ahead] == page.sentence[word]
    if kind == "social":
        return within and noun_kind(page.forms[ahead]) == "media" and not page.capital(ahead)
    short = kind == "media" and page.words[word].isupper() and not page.shouted
    return short and not (within and part_of_name(page, ahead))


def _channel(page: Page, word: int) -> bool:
    """Whether a word is the number of a medium or a body: "Ostrany 24 television", "Channel 7", what the tree joins
    to a name ("Project 99"); in words it has a capital and counts nothing after it ("Radio One")."""
    form, ahead = page.forms[word], word + 1
    if page.tags[word] == "NUM" and page.capital(word) and form.isalpha():
        return page.heads[word] < word or page.relations[word] != "nummod"
    if not form.isdigit() or len(form) > _NUMBERED or ahead >= len(page):
        return False
    if page.relations[word] == "flat" and page.heads[word] == word - 1 and page.tags[word - 1] == "PROPN":
        return True
    if noun_kind(page.forms[word - 1]) == "media" and page.relations[word] != "nummod":
        return True
    return noun_kind(page.forms[ahead]) == "media" and page.tags[ahead] in NOUNS


def _hyphened(page: Page, at: int) -> bool:
    """Whether a hyphen without spaces joins two words of a name: "Sun-Times", "Wai-keung", not "HOUSTON- Juan"."""
    return _is_tight(page, at) and (part_of_name(page, at + 1) or page.tags[at + 1] == "PROPN")


def _proper_end(page: Page, first: int) -> int:
    """The word after words of a name in a row."""
    return next((word for word in range(first, len(page)) if not part_of_name(page, word)), len(page))


def _joined(page: Page, first: int, last: int, ahead: int) -> bool:
    joints = page.forms[last:ahead]
    if joints[0] == "of" and page.forms[last - 1] in title_words():
        return True
    if joints[0] in OWNING:
        return page.capital(ahead) and _owns(page, last - 1, page.forms[_proper_end(page, ahead) - 1])
    if joints[0] in ("to", "on") or (joints[0] == "of" and _names_person(page, first, last)):
        return False
    inside = range(first, last)
    if joints[0] in ("and", "&"):
        # "Intelligence and Security Agency" is one name, "Malawi and Mozambique" two: in the first the tree goes right,
        # and "Ministry of Defence and Security" the model reads as one.
        right = any(page.heads[word] >= ahead and page.tags[page.heads[word]] == "PROPN" for word in inside)
        return right or ("of" in page.forms[first:last] and in_one_name(page, first, ahead))
    above, top = page.heads[ahead], ahead
    while above > last:
        top, above = above, page.heads[above]
    return above in inside and page.relations[top] in ("nmod", "flat", "compound", "appos")


def _names_person(page: Page, first: int, last: int) -> bool:
    """Whether words are somebody's whole name, which "of" does not go on: "Ana Bly of the Ostranian navy", not "Joan of
    Arc"."""
    own = [word for word in range(first, last) if page.forms[word].rstrip(".") not in title_words()]
    return len(own) > 1 and any(page.entity_labels.get(word) == "person" for word in own)


def _owns(page: Page, owner: int, body: str) -> bool:
    """Whether what follows an owner is a body of that name, by its last word or, for those whom bodies are named of, by
    capitals that no sentence's start gives: "the Prosecutor's Office", "the Teachers' Forum"."""
    form = page.forms[owner]
    if form in person_words("members") and part_of_name(page, owner):
        opens = owner == page.bounds[page.sentence[owner]].first
        return not opens or names_body(body) or names_side(body)
    office = form in title_words() or noun_kind(form) == "official"
    return office and names_body(body)
