"""A text's words and word pieces, cut into rows that the encoder takes.

Invariant: the cut depends on the text alone, so the same text gives the same rows in any batch.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from standoff.errors import ModelError
from standoff.reading.cases import cases
from standoff.records.reading import Ints
from standoff.settings import settings

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

BEGIN, END, BREAK = 101, 102, 1  # [CLS], [SEP], and [unused0], which stands between paragraphs
ROW = 160  # word pieces a row at most: four or five sentences (docs/decisions/0026: longer ones gain nothing)
_ON_X = re.compile(r"\b(?:on|to|via|from|platform|network|site) X\.[ \t]+")
LONGEST = 512  # word pieces that the encoder has positions for
SENTENCE_ENDS = frozenset(".!?…") | {"..", "...", "!!", "??"}
CLOSERS = frozenset("\"'”’)]»") | {"''"}
OPENERS = frozenset('"“‘')
CLAUSE_ENDS = tuple(".!?:;\"'”’)]")
WIDEST = 100  # characters of a line in text that is cut to a width
SLACK = 8  # columns that such a line may lack, besides those that its next word would take


def model_folder() -> Path:
    """Where the shipped model lies."""
    return Path(str(files("standoff.reading") / "model"))


@cache
def tokenizer() -> Tokenizer:
    """The word splitter and word-piece table that ship with the model."""
    from tokenizers import Tokenizer

    path = model_folder() / "tokenizer.json"
    if not path.exists():
        raise ModelError(f"{path.name}: not in the package; install Standoff again")
    return Tokenizer.from_file(str(path))


@cache
def _piece_map() -> Ints:
    """Punctuation pieces inside words to the pieces that stand apart (see training/tokenizer.py), as a table."""
    table = np.arange(tokenizer().get_vocab_size(), dtype=np.int32)
    for inside, apart in json.loads((model_folder() / "pieces.json").read_text("utf-8")):
        table[inside] = apart
    return table


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """A text's words: ``offsets`` [n, 2] code points; ``ids`` [p] word pieces; ``firsts`` [n] first piece of each;
    ``cases`` [p] how the word of each piece is set (`reading/cases.py`)."""

    offsets: Ints
    ids: Ints
    firsts: Ints
    cases: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One encoder input: words ``[first, last)`` of the text, their pieces with marks, the pieces' cases, and where
    each word begins."""

    first: int
    last: int
    ids: Ints
    cases: Ints
    word_pieces: Ints
    paragraphs: Ints  # words (in the row) that begin a paragraph
    closed: Ints  # words (in the row) that a sentence ends right before, for sure
    bound: Ints  # words (in the row) that a hyphen binds to the one before


def _pieces(encoding: Encoding, text: str | None = None) -> Pieces:
    """``text`` is None where offsets are to be set, and cases found, by the caller."""
    ids = _piece_map()[np.array(encoding.ids, dtype=np.int32)] if encoding.ids else np.zeros(0, np.int32)
    if not len(ids):
        return Pieces(np.zeros((0, 2), np.int32), ids, np.zeros(0, np.int32), ids)
    words = np.array(encoding.word_ids, dtype=np.int32)
    spans = np.fromiter(chain.from_iterable(encoding.offsets), np.int32, 2 * len(ids)).reshape(-1, 2)
    firsts = np.flatnonzero(np.diff(words, prepend=-1)).astype(np.int32)
    lasts = np.append(firsts[1:], len(words)) - 1
    offsets = np.stack((spans[firsts, 0], spans[lasts, 1]), axis=1)
    return Pieces(
        offsets, ids, firsts, _of_pieces(text, offsets, firsts, len(ids)) if text else np.zeros_like(ids)
    )


def _of_pieces(text: str, offsets: Ints, firsts: Ints, count: int) -> Ints:
    """The case of each piece's word, [count]."""
    return np.repeat(cases(text, offsets), np.diff(firsts, append=count))


def split_many(texts: Sequence[str]) -> list[Pieces]:
    """Words and pieces of each text."""
    encodings = tokenizer().encode_batch(list(texts), add_special_tokens=False)
    return [_pieces(item, text) for item, text in zip(encodings, texts, strict=True)]


def split_words(sentences: Iterable[Sequence[str]]) -> list[Pieces]:
    """Pieces of sentences whose words are given; offsets are those of the words joined by single spaces."""
    made = []
    for words in sentences:
        encoding = tokenizer().encode(list(words), is_pretokenized=True, add_special_tokens=False)
        pieces = _pieces(encoding)
        if len(pieces.firsts) != len(words):  # a word without any piece (a lone control character, say)
            encoding = tokenizer().encode([w if _visible(w) else "." for w in words], is_pretokenized=True,
                                          add_special_tokens=False)  # fmt: skip
            pieces = _pieces(encoding)
        ends = np.cumsum([len(word) + 1 for word in words], dtype=np.int32) - 1
        starts = ends - np.array([len(word) for word in words], dtype=np.int32)
        offsets = np.stack((starts, ends), axis=1)
        set_as = _of_pieces(" ".join(words), offsets, pieces.firsts, len(pieces.ids))
        made.append(Pieces(offsets, pieces.ids, pieces.firsts, set_as))
    return made


def _visible(word: str) -> bool:
    return bool(tokenizer().encode([word], is_pretokenized=True, add_special_tokens=False).ids)


def _breaks(text: str) -> list[int]:
    """The line breaks that end a paragraph: all, but in hard-wrapped text only those at blank or indented lines."""
    ends = [found.start() for found in re.finditer("\n", text)]
    lines = text.split("\n")
    joined = [i for i in range(len(ends)) if lines[i].strip() and lines[i + 1].strip()]
    if len(joined) < 3 or not _is_wrapped(lines, joined):
        return ends
    within = {i for i in joined if not lines[i + 1].startswith("  ")}
    return [end for i, end in enumerate(ends) if i not in within]


def _is_wrapped(lines: Sequence[str], joined: Sequence[int]) -> bool:
    """Whether lines with another right below them (``joined``) were cut to a width: half of them at least end within a
    sentence where the next word would hardly have fitted, and they go on in lower case. Headlines do neither."""
    width = max(map(len, lines))
    running = [
        i
        for i in joined
        if not lines[i].rstrip().endswith(CLAUSE_ENDS)
        and len(lines[i].rstrip()) + len(lines[i + 1].split()[0]) >= width - SLACK
    ]
    if width > WIDEST or 2 * len(running) < len(joined):
        return False
    return "".join(lines).isupper() or any(lines[i + 1].lstrip()[0].islower() for i in running)


def paragraph_starts(text: str, offsets: Ints) -> list[int]:
    """Words that begin a paragraph; the first one does."""
    if not len(offsets):
        return []
    breaks = np.array(_breaks(text), dtype=np.int32)
    lines = np.searchsorted(breaks, offsets[:, 0])
    return [int(i) for i in np.flatnonzero(np.diff(lines, prepend=-1))]


def _cut_long(text: str, pieces: Pieces, first: int, last: int, limit: int) -> list[int]:
    """Where to cut words ``[first, last)`` so that no stretch has over ``limit`` pieces: after sentence ends if any."""
    cuts = [first]
    sizes = np.append(pieces.firsts[first + 1 : last], pieces.firsts[last] if last < len(pieces.firsts) else
                      len(pieces.ids))  # fmt: skip
    begin, good = int(pieces.firsts[first]), first
    for word in range(first, last):
        end = int(sizes[word - first])
        if end - begin > limit and word > cuts[-1]:
            cuts.append(good if good > cuts[-1] else word)
            begin = int(pieces.firsts[cuts[-1]])
        quote = text[pieces.offsets[word, 0] : pieces.offsets[word, 1]]
        before = text[pieces.offsets[word - 1, 0] : pieces.offsets[word - 1, 1]] if word > first else ""
        if quote in SENTENCE_ENDS or (quote in CLOSERS and before in SENTENCE_ENDS):
            good = word + 1
    return cuts


def rows(text: str, pieces: Pieces, limit: int = ROW, apart: frozenset[int] = frozenset()) -> list[Row]:
    """The text as encoder rows of at most ``limit`` pieces: whole paragraphs packed, long ones cut at sentence ends.

    A row, and with it a paragraph, begins at each word of ``apart``, too.
    """
    count = len(pieces.firsts)
    if not count:
        return []
    room = limit - 2
    starts = sorted({*paragraph_starts(text, pieces.offsets), *(word for word in apart if word < count)})
    ends = np.append(pieces.firsts, len(pieces.ids))
    units: list[tuple[int, int]] = []
    for first, last in pairwise([*starts, count]):
        whole = int(ends[last] - ends[first]) <= room
        cuts = [first] if whole else _cut_long(text, pieces, first, last, room)
        units += pairwise([*cuts, last])
    packed: list[list[tuple[int, int]]] = []
    size = room + 1
    for first, last in units:
        added = int(ends[last] - ends[first]) + 1
        if size + added > room or first in apart:
            packed.append([])
            size = 0
        packed[-1].append((first, last))
        size += added
    told = _Told(set(starts), _after_closed(text, pieces), _after_hyphens(pieces))
    return [_row(pieces, ends, group, told, limit) for group in packed]


class _Told(NamedTuple):
    """Words of a text: that begin a paragraph, that a sentence ends right before, that a hyphen binds to the one
    before."""

    starts: set[int]
    closed: Ints
    bound: Ints


def _after_hyphens(pieces: Pieces) -> Ints:
    """Words right behind a hyphen right behind a word: "north-[west]"."""
    hyphen, starts, ends = tokenizer().token_to_id("-"), pieces.offsets[:, 0], pieces.offsets[:, 1]
    tight = ends[:-1] == starts[1:]
    found = np.flatnonzero((pieces.ids[pieces.firsts][1:-1] == hyphen) & tight[:-1] & tight[1:])
    return (found + 2).astype(np.int32)


def _after_closed(text: str, pieces: Pieces) -> Ints:
    """Words with a large letter before which a sentence ends for sure: with a full stop and a mark that closes what it
    stands in (``." The``), with a stop behind a word that no stop shortens (``nightfall. Investigators``) or before one
    that no name begins with (". The", but "Rep. Bly" and "1. The" may go on), or with a platform that is called by a
    letter, which looks like an initial ("posted on X. The")."""
    starts, ends = pieces.offsets[:, 0], pieces.offsets[:, 1]
    firsts, known = pieces.ids[pieces.firsts], _closing()
    alone = np.diff(pieces.firsts, append=len(pieces.ids)) == 1
    before, mark, word = firsts[:-2], firsts[1:-1], firsts[2:]
    apart = (ends[:-2] == starts[1:-1]) & (ends[1:-1] < starts[2:])
    closed = (before == known.full) & known.closers[mark]
    stopped = np.flatnonzero(apart & known.stops[mark])
    plain = np.zeros(len(mark), np.bool_)
    plain[stopped] = [_is_plain(text[first:last]) for first, last in pieces.offsets[stopped].tolist()]
    opened = known.stops[mark] & known.openers[word] & alone[2:] & ~known.figures[before]
    places = [match.end() for match in _ON_X.finditer(text)]
    after = np.searchsorted(starts, places)
    words = {
        *(np.flatnonzero(apart & (closed | opened | plain)) + 2).tolist(),
        *after[after < len(starts)].tolist(),
    }
    return np.array(sorted(word for word in words if _is_large(text, starts[word])), np.int32)


def _is_plain(word: str) -> bool:
    """Whether a stop behind a word ends a sentence: no abbreviation, initial or number of a paragraph, but a word in
    small letters, a weekday, a month or a year."""
    told = settings("records", "sentences")
    if word.islower():
        return len(word) > 2 and word.isalpha() and word not in told["shortened"]
    return word.lower() in told["days"] or (len(word) == 4 and word.isdigit())


def _is_large(text: str, start: int) -> bool:
    """Whether a large letter stands there, or behind a mark that opens a quotation."""
    opened = text[start] in OPENERS and start + 1 < len(text)
    return text[start + opened].isupper()


class _Closing(NamedTuple):
    """The word piece of a full stop, and of every word piece: whether it is a mark that ends a sentence, one that
    closes, a word that begins one and no name, a figure."""

    full: int
    stops: NDArray[np.bool_]
    closers: NDArray[np.bool_]
    openers: NDArray[np.bool_]
    figures: NDArray[np.bool_]


@cache
def _closing() -> _Closing:
    vocabulary = tokenizer().get_vocab()

    def those(holds: Callable[[str], bool]) -> NDArray[np.bool_]:
        found = np.zeros(len(vocabulary), np.bool_)
        found[[number for piece, number in vocabulary.items() if holds(piece)]] = True
        return found

    return _Closing(
        vocabulary.get(".", 0),
        those(frozenset(".?!").__contains__),
        those(CLOSERS.__contains__),
        those(frozenset(settings("records", "sentences")["openers"]).__contains__),
        those(str.isdigit),
    )


def whole_row(pieces: Pieces) -> Row:
    """All words as one row, however long; beyond what the encoder takes, the last piece stands for the rest."""
    ids = np.concatenate(([BEGIN], pieces.ids[: LONGEST - 2], [END])).astype(np.int32)
    set_as = np.pad(pieces.cases[: LONGEST - 2], 1)
    places = np.minimum(pieces.firsts + 1, LONGEST - 2).astype(np.int32)
    return Row(0, len(places), ids, set_as, places, np.zeros(1, np.int32), *[np.zeros(0, np.int32)] * 2)


def _row(pieces: Pieces, ends: Ints, units: list[tuple[int, int]], told: _Told, limit: int) -> Row:
    ids: list[Ints] = [np.array([BEGIN], np.int32)]
    set_as: list[Ints] = [np.zeros(1, np.int32)]
    places: list[Ints] = []
    size = 1
    for first, last in units:
        if places and first in told.starts:
            ids.append(np.array([BREAK], np.int32))
            set_as.append(np.zeros(1, np.int32))
            size += 1
        ids.append(pieces.ids[ends[first] : ends[last]])
        set_as.append(pieces.cases[ends[first] : ends[last]])
        places.append(pieces.firsts[first:last] - pieces.firsts[first] + size)
        size += int(ends[last] - ends[first])
    first, last = units[0][0], units[-1][1]
    row = np.concatenate([*ids, np.array([END], np.int32)])
    marked = np.concatenate([*set_as, np.zeros(1, np.int32)])
    words = np.concatenate(places).astype(np.int32)
    if len(row) > limit:  # one word of more pieces than a row holds: its first pieces speak for it
        row = np.append(row[: limit - 1], np.int32(END)).astype(np.int32)
        marked = marked[:limit]
    begins = np.array([word - first for unit, _ in units if (word := unit) in told.starts], np.int32)
    closed, bound = (some[(some >= first) & (some < last)] - first for some in (told.closed, told.bound))
    return Row(first, last, row, marked, words, begins, closed, bound)
