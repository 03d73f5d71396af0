"""Words of time expressions, each as one letter, so that the grammar is regular expressions over letters.

Invariant: a phrase of ``n`` tokens gives a string of exactly ``n`` letters; `OTHER` stands for every other word.
The letters and their words are in ``data/times.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from standoff.extraction.lexicon import load, section

OTHER = "."
_PIECE = re.compile(
    r"\d{4}-\d\d-\d\d|\d{4}/\d{1,2}/\d{1,2}\b|\d{4}\.\d{1,2}\.\d{1,2}\b"
    r"|\d{1,2}/\d{1,2}/\d{4}\b|\d{1,2}\.\d{1,2}\.\d{4}\b"
    r"|\d{1,2}[:.]\d\d(?!\d)|\d+\.\d+(?!\.?\d)|\d+(?:st|nd|rd|th)\b|'?\d{2,4}s\b|\d+|o'clock|[^\W\d_]+|[^\w\s]"
)
_HALF_DAY = re.compile(r"(?:(?<=\d)\s*|(?<=[a-z])\s+(?=[ap]\.))([ap])\s?\.?\s?m\b\.?")
_SPACED_CLOCK = re.compile(r"\b(\d{1,2}):\s+(\d\d)\b")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_NUMERIC = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})([./])(\d{1,2})\2(\d{1,2})")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)([ap]m)?")
_GLUED_HOUR = re.compile(r"(\d{1,2})([ap]m)")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(\d{4}|'\d\d)s")
_MODIFIED = re.compile(r"(early|mid|late)-([a-z]+)")
_YEARS = re.compile(r"(\d{4})[-–](\d{4}|\d\d)")
_PART_BEHIND = re.compile(r"wHP|[Tl]P")  # "5.30 in the morning"
_HALVES = frozenset({"am", "pm"})
_NO_HOURS = frozenset({"a", "an", "couple", "dozen"})
_MONTHS = 12
_TENS = 20  # the least number that others are joined to by a hyphen


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its letter, the word itself, and its number (a month, weekday, count, year …) or 0."""

    letter: str
    text: str
    number: int = 0


@lru_cache(maxsize=256)
def tokenise(phrase: str) -> tuple[Token, ...]:
    """The tokens of a phrase as it stands in a text, at most as many as ``thresholds.longest_phrase``."""
    text = phrase.casefold().replace("’", "'").replace("‘", "'")
    text = _compounds().sub(_in_figures, text)
    text = _holiday_names().sub(lambda found: _as_one_word(found[0]), text)
    text = _SPACED_CLOCK.sub(r"\1:\2", _HALF_DAY.sub(r" \1m", text))
    pieces = _PIECE.findall(text[:2000])[: int(load("times")["thresholds"]["longest_phrase"])]
    return _settle([classify(piece) for piece in pieces if piece != "."])


def tokens_of(words: Sequence[str]) -> tuple[Token, ...]:
    """The tokens of running words, one each."""
    return _settle([classify(word) for word in words])


def letters(tokens: Iterable[Token]) -> str:
    """The letters of tokens, which the grammar is written in."""
    return "".join([token.letter for token in tokens])


@cache
def holidays() -> Mapping[str, str]:
    """The names of holidays, by the one word that each becomes: "newyearseve"."""
    return {_as_one_word(name): name for name in load("times")["holidays"]}


def _as_one_word(name: str) -> str:
    return re.sub(r"[\W\d]", "", name)


@cache
def _holiday_names() -> re.Pattern[str]:
    """Holidays of several words in a phrase in lower case."""
    listed = sorted((name for name in load("times")["holidays"] if " " in name), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b")


@cache
def _compounds() -> re.Pattern[str]:
    """Numbers of two words: "twenty-five", "thirty-first"."""
    cardinals, ordinals = section("numbers", "cardinals"), load("times")["ordinals"]
    tens = "|".join(word for word, number in cardinals.items() if number >= _TENS and not number % 10)
    ones = "|".join(word for word, number in (*cardinals.items(), *ordinals.items()) if 0 < number < 10)
    return re.compile(rf"\b({tens})[-‐‑–]({ones})\b")


def _in_figures(found: re.Match[str]) -> str:
    """A number of two words as figures: "25", "31th"."""
    cardinals, tens, ones = section("numbers", "cardinals"), found[1], found[2]
    if ones in cardinals:
        return str(cardinals[tens] + cardinals[ones])
    return f"{cardinals[tens] + load('times')['ordinals'][ones]}th"


@cache
def lexicon() -> dict[str, tuple[str, int]]:
    """Letter and number of every listed word."""
    table = load("times")
    listed: dict[str, tuple[str, int]] = {}
    for letter, words in table["classes"].items():
        listed |= dict.fromkeys(words.split(), (letter, 0))
    listed |= dict.fromkeys(table["local_zones"]["words"], ("u", 0))
    for name, letter in table["letters"].items():
        for word, value in table[name].items():
            listed[word] = (letter, value if isinstance(value, int) else 0)
    listed |= {word: ("n", value) for word, value in section("numbers", "cardinals").items()}
    listed |= {word: ("r", value) for word, value in table["ordinals"].items()}
    listed |= dict.fromkeys(holidays(), ("L", 0))
    return listed | dict.fromkeys(_HALVES, ("a", 0))


@cache
def _year_bounds() -> tuple[int, int]:
    limits = load("times")["thresholds"]
    return limits["first_year"], limits["last_year"]


@lru_cache(maxsize=1 << 14)
def classify(word: str) -> Token:
    """The token of one word by itself."""
    text = word.casefold().replace("’", "'")
    if not text[:1].isalpha():
        return _number(text)
    found = (
        lexicon().get(text) or lexicon().get(text.replace(".", "")) or lexicon().get(text.removesuffix("'s"))
    )
    if found:
        return Token(found[0], text.replace(".", ""), found[1])
    modified = _MODIFIED.fullmatch(text)
    inner = lexicon().get(modified[2]) if modified else None
    return Token(inner[0], text, inner[1]) if inner and inner[0] in "MVQ" else Token(OTHER, text)


def _number(text: str) -> Token:
    """The token of a word that does not begin with a letter."""
    if not text[-1:].isalnum() and text[:1].isdigit():
        text = text.rstrip(".")
    if text in lexicon():
        return Token(lexicon()[text][0], text, lexicon()[text][1])
    if text.isascii() and text.isdigit():
        return _digits(text)
    if day := text if _ISO.fullmatch(text) else _day_of(text):
        return Token("I", day)
    if (
        (clock := _CLOCK.fullmatch(text.replace(".m", "m").rstrip(".")))
        and int(clock[1]) < 25
        and int(clock[2]) < 60
    ):
        return Token("c", clock[0], int(clock[1]) * 60 + int(clock[2]))
    if (hour := _GLUED_HOUR.fullmatch(text.replace(".", ""))) and 0 < int(hour[1]) < 13:
        return Token("c", hour[0], int(hour[1]) * 60)
    if ordinal := _ORDINAL.fullmatch(text):
        return Token("r", text, int(ordinal[1]))
    if decade := _DECADE.fullmatch(text):
        return Token("D", text, int(decade[1].replace("'", "19")))
    if years := _YEARS.fullmatch(text):
        return Token("y", text, int(years[1]))
    return Token(OTHER, text)


def _day_of(text: str) -> str | None:
    """The ISO date of "14.03.2026", "14/03/2026", "3/14/2026", "2026/3/14"; ``None`` where strokes leave open which is
    the month."""
    if ordered := _YEAR_FIRST.fullmatch(text):
        return f"{ordered[1]}-{int(ordered[3]):02}-{int(ordered[4]):02}"
    numeric = _NUMERIC.fullmatch(text)
    if numeric is None:
        return None
    first, last = int(numeric[1]), int(numeric[3])
    on, number = (last, first) if numeric[2] == "/" and last > _MONTHS else (first, last)
    told = number <= _MONTHS and (numeric[2] == "." or on > _MONTHS or on == number)
    return f"{numeric[4]}-{number:02}-{on:02}" if told else None


def _digits(text: str) -> Token:
    if len(text) > 4:
        return Token(OTHER, text)
    value, (first, last) = int(text), _year_bounds()
    if len(text) == 4:
        if first <= value <= last:
            return Token("y", text, value)
        return Token("k" if value < 2400 and value % 100 < 60 else OTHER, text, value)
    if 1 <= value <= 31 and len(text) < 3:
        return Token("d", text, value)
    return Token("x" if len(text) == 2 else OTHER, text, value)


def _settle(tokens: list[Token]) -> tuple[Token, ...]:
    """Decide by the neighbours: "am" is a half of the day only after a number, "5.30" a clock only before a half or a
    part of the day."""
    for at, token in enumerate(tokens):
        if (token.letter == "a" and not _after_number(tokens, at)) or (
            token.letter == "c" and _decimal(token) and not _before_half(tokens, at)
        ):
            tokens[at] = Token(OTHER, token.text)
    return tuple(tokens)


def _decimal(token: Token) -> bool:
    return "." in token.text and not token.text.endswith("m")


def is_hour(token: Token) -> bool:
    """Whether a token may be an hour of a half day: "3", "seven"; not "a", "couple"."""
    return token.letter in "dn" and 0 < token.number < 13 and token.text not in _NO_HOURS


def _after_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token stands behind an hour; the "ten" of "six ten p.m." is none."""
    before = letters(tokens[max(0, at - 2) : at])
    return before[-1:] in ("c", "d", "k") or (at > 0 and is_hour(tokens[at - 1]) and before != "nn")


def _before_half(tokens: Sequence[Token], at: int) -> bool:
    """Whether a half or a part of the day stands behind a token."""
    after = tokens[at + 1 : at + 4]
    half = bool(after) and after[0].text in _HALVES
    return half or _PART_BEHIND.match(letters(after)) is not None
