"""Which stretch of a report's text is title, byline, dateline, caption, header or body.

Invariant: the parts stand in order, do not overlap, and cover every character that is not white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from standoff.ingest import captions, dateline, furniture, header, titles
from standoff.ingest.lexicon import agency
from standoff.records.report import Dateline, Part, PartKind, Span, Stamp

_WORDS = re.compile(r"\S[^\r\n]*")
_LINE = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"\r\n|\r|\n")
_HEAD = 12  # paragraphs, and lines of one; before its first sentence a text tells of itself
_TITLES = 2
_OVER = 3  # lines over a byline or a date that are head with it
_SIGNED = 400  # characters of a line that says who wrote it, when, and how long it takes to read
_LATE_DATELINE = 4  # paragraphs; some pages put a caption or a summary before the dateline


@dataclass(slots=True)
class Layout:
    """What the head of a text tells, gathered while it is read from top to bottom, and the kinds of its stretches."""

    text: str
    marked: list[tuple[PartKind, Span]] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, Stamp] = field(default_factory=dict)
    dateline: Dateline | None = None
    titled: bool = False

    def mark(self, kind: PartKind, start: int, end: int) -> None:
        """Say what a stretch is, without the white space around it."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        if words.strip():
            self.marked.append((kind, Span(start, start + len(words.strip()))))

    def left(self, span: Span) -> Span:
        """What the dateline leaves of a paragraph below it, which may begin with its marks."""
        taken = self.dateline.span.end if self.dateline else 0
        return Span(max(span.start, taken), max(span.end, taken))

    def can_be_titled(self) -> bool:
        """Whether a line may still be a title: one, and one below it."""
        return not self.titled and sum(kind == "title" for kind, _ in self.marked) < _TITLES

    def parts(self) -> tuple[Part, ...]:
        """The marked stretches, neighbouring ones of one kind joined; each caption stays apart."""
        joined: list[Part] = []
        for kind, span in sorted(self.marked, key=lambda item: item[1]):
            if joined and joined[-1].kind == kind and kind != "caption":
                joined[-1] = Part(kind, Span(joined[-1].span.start, span.end))
            else:
                joined.append(Part(kind, span))
        return tuple(joined)


def read(text: str, *, title: str | None = None, pictured: frozenset[str] = frozenset()) -> Layout:
    """The layout of a text.

    ``title``: what is known of it already, as for HTML: the text begins with it, or "" for a text without one; no
    header and no further title are looked for then. ``pictured``: paragraphs that are known to be captions.
    """
    top = header.read(text) if title is None else header.Header()
    taken: list[tuple[PartKind, Span]] = [("header", span) for span in top.spans]
    layout = Layout(text, taken, dict(top.facts), dict(top.stamps), titled=title is not None)
    paragraphs = list(_paragraphs(text, top.end))
    if title and paragraphs:
        layout.mark("title", *paragraphs.pop(0))
    while paragraphs and text[slice(*paragraphs[0])] in pictured:
        layout.mark("caption", *paragraphs.pop(0))
    body = _read_head(layout, paragraphs)
    _take_masthead(layout)
    under = dict(header.stamps_under(text, paragraphs[body:]))
    for number, span in enumerate(map(layout.left, paragraphs[body:]), body):
        if span in under:
            _keep_stamps(layout, under[span])
            layout.mark("header", *span)
            continue
        if number < body + _LATE_DATELINE and not layout.dateline and _take_dateline(layout, span):
            continue
        pictures = text[slice(*span)] in pictured or captions.is_caption(text, span)
        layout.mark("caption" if pictures else "body", *span)
    _take_furniture(layout)
    return layout


def _take_furniture(layout: Layout) -> None:
    """Take what pages put between and under the paragraphs of a text for what it is."""
    text, told = layout.text, [span for kind, span in layout.marked if kind == "body"]
    under = furniture.tail(text, told)
    layout.marked = [item for item in layout.marked if item[0] != "body"]
    for span in told:
        for kind, stretch in furniture.parted(text, Span(span.start, min(span.end, under))):
            layout.mark(kind, *stretch)
        layout.mark("header", max(span.start, under), span.end)
    lines = (
        line for kind, span in layout.marked if kind == "header" for line in _WORDS.finditer(text, *span)
    )
    owners = (furniture.owner(text, Span(*line.span())) for line in lines)
    if named := next((owner for owner in owners if owner and titles.is_masthead(owner)), None):
        layout.facts.setdefault("outlet", agency(named) or named)


def _paragraphs(text: str, start: int) -> Iterator[Span]:
    """Stretches without a blank line in them, white space around them left out."""
    first = last = -1
    for line in _WORDS.finditer(text, start):
        if first >= 0 and len(_BREAK.findall(text, last, line.start())) > 1:
            yield Span(first, last)
            first = -1
        first = line.start() if first < 0 else first
        last = line.start() + len(line[0].rstrip())
    if first >= 0:
        yield Span(first, last)


def _read_head(layout: Layout, paragraphs: list[Span]) -> int:
    """Mark the paragraphs before the body; gives how many they are. What is left of the last is put back as body."""
    for number, span in enumerate(paragraphs[:_HEAD]):
        rest = _peel(layout, span, more=number + 1 < len(paragraphs))
        if rest is None:
            continue
        if not _take_dateline(layout, rest) and not _take_inline(layout, rest, first=number == 0):
            paragraphs[number] = rest
            return number
        return number + 1
    return min(_HEAD, len(paragraphs))


def _take_masthead(layout: Layout) -> None:
    """Take a first title that names who publishes, over a date and a further title, for what it is."""
    (first, name), *below = layout.marked[:3] or [("body", Span(0, 0))]
    words = " ".join(layout.text[slice(*name)].split())
    if first == "title" and [kind for kind, _ in below] == ["header", "title"] and titles.is_masthead(words):
        layout.marked[0] = ("header", name)
        layout.facts.setdefault("outlet", words)
        layout.facts["title"] = " ".join(layout.text[slice(*below[1][1])].split())


def _peel(layout: Layout, span: Span, *, more: bool) -> Span | None:
    """Mark the lines of a paragraph that are head, from the top; gives what is left of it, ``None`` for nothing."""
    text = layout.text
    for _ in range(_HEAD):
        if captions.is_caption(text, span):
            layout.mark("caption", *span)
            return None
        end = _LINE.match(text, span.start, span.end).end()  # type: ignore[union-attr]  # it matches nothing at least
        filed = dateline.find(text, span.start) and not _byline(text, Span(span.start, end))
        if dateline.credit(text, span.start):
            return span
        if filed and not _stands_over_head(text, span):
            return span
        if not _take_line(layout, Span(span.start, end), span.end, more):
            return span
        if not (following := _WORDS.search(text, end, span.end)):
            return None
        span = Span(following.start(), span.end)
    return span


def _take_line(layout: Layout, line: Span, paragraph_end: int, more: bool) -> bool:
    """Mark one line if it is a date, a byline or a title."""
    text = layout.text
    if stamps := header.is_stamp_line(text, line):
        _keep_stamps(layout, stamps)
        layout.mark("header", *line)
    elif found := _byline(text, line):
        byline, end, stamps = found
        layout.facts.setdefault("byline", byline)
        layout.mark("byline", line.start, end)
        layout.mark("header", end, line.end)
        _keep_stamps(layout, stamps)
    elif "title" in layout.facts and (stamps := header.signed_on(text, line) or header.issued_on(text, line)):
        _keep_stamps(layout, stamps)
        _keep_outlet(layout, line)
        layout.mark("header", *line)
    elif furniture.is_furniture(text, line):
        layout.mark("header", *line)
    elif layout.can_be_titled() and titles.is_title(
        text, line, paragraph_end, more=more, first="title" not in layout.facts
    ):
        _take_title(layout, line)
    elif _stands_over_head(text, Span(line.start, paragraph_end)):
        if layout.can_be_titled() and "title" not in layout.facts:
            _take_title(layout, line)
        else:
            _keep_outlet(layout, line)
            layout.mark("header", *line)
    else:
        return False
    return True


def _stands_over_head(text: str, span: Span) -> bool:
    """Whether the first line of a stretch, and each between, is short and no sentence, and one of the next few says who
    wrote it or when: what stands over a line of the head is head itself."""
    lines = [Span(line.start(), line.end()) for line in islice(_WORDS.finditer(text, *span), _OVER + 1)]
    for number, line in enumerate(lines):
        if number and (
            _byline(text, line)
            or header.is_stamp_line(text, line)
            or header.signed_on(text, line)
            or header.issued_on(text, line)
        ):
            return True
        if titles.is_sentence(text, line):
            return False
    return False


def _keep_outlet(layout: Layout, line: Span) -> None:
    """Who publishes, where that stands in a line of the head: "PTI | Tellis | Jul 2, 2031", "The Meridian"."""
    for piece in re.split(r"\s*[|,/·•]\s*", layout.text[slice(*line)].strip()):
        if titles.is_masthead(piece):
            layout.facts.setdefault("outlet", agency(piece) or piece)


def _byline(text: str, line: Span) -> tuple[str, int, list[tuple[Span, str, Stamp | None]]] | None:
    """Who wrote it, where that ends in the line, and the dates behind it ("By Ana Tolvay | June 2, 2023 4:15 p.m.")."""
    if line.end - line.start > _SIGNED:
        return None
    stamps = header.stamps_in(text, *line)
    end = furniture.aside(text, line)
    if stamps and header.is_stamp_line(text, Span(stamps[0][0].start, line.end)):
        end = line.start + len(text[line.start : stamps[0][0].start].rstrip(" \t,|·•–—-"))
    elif titles.is_sentence(text, Span(end, line.end)):
        return None  # the text has run into the line
    byline = titles.byline(text, Span(line.start, end))
    return (byline, end, stamps) if byline else None


def _take_title(layout: Layout, line: Span) -> None:
    """Mark a title, and the date that some pages put behind it on the same line."""
    stamps = [item for item in header.stamps_in(layout.text, *line) if item[1] != "bare"]
    if stamps and line.start < stamps[0][0].start:
        _keep_stamps(layout, stamps)
        layout.mark("header", stamps[0][0].start, line.end)
        line = Span(line.start, stamps[0][0].start)
    _keep_stamps(layout, header.issued_on(layout.text, line))
    layout.facts.setdefault("title", " ".join(layout.text[slice(*line)].split()))
    layout.mark("title", *line)


def _keep_stamps(layout: Layout, stamps: list[tuple[Span, str, Stamp | None]]) -> None:
    for _, name, stamp in stamps:
        if stamp:
            layout.stamps.setdefault("published" if name == "bare" else name, stamp)


def _take_dateline(layout: Layout, span: Span) -> bool:
    """Mark a paragraph that begins with a dateline, as dateline and body."""
    found = dateline.find(layout.text, span.start)
    if credited := dateline.credit(layout.text, span.start):
        named, stretch = credited
        layout.facts.setdefault("outlet", named)
        layout.mark("header", *stretch)
        layout.mark("body", stretch.end, span.end)
        return True
    if not found or found.span.start > span.end:
        return False
    layout.dateline = found.dateline
    if found.published:
        layout.stamps.setdefault("published", found.published)
    layout.mark("dateline", *found.span)
    layout.mark("body", found.span.end, span.end)
    return True


def _take_inline(layout: Layout, span: Span, *, first: bool) -> bool:
    """Mark a first paragraph whose title or date runs into its first sentence without a line break."""
    head = (
        titles.run_in(layout.text, span, title_known="title" in layout.facts)
        if first and not layout.titled
        else None
    )
    if head is None:
        return False
    if head.titles:
        layout.facts.setdefault("title", " ".join(layout.text[slice(*head.titles[0])].split()))
    for title in head.titles:
        layout.mark("title", *title)
    for stretch in head.stamps:
        layout.mark("header", *stretch[0])
    _keep_stamps(layout, head.stamps)
    rest = Span(head.end, span.end)
    if not _take_dateline(layout, rest):
        layout.mark("body", *rest)
    return True


def outlet(layout: Layout) -> str | None:
    """Who published it, where the text plainly tells: header, byline, dateline's agency, or picture credit."""
    if named := layout.facts.get("outlet"):
        return named
    if byline := layout.facts.get("byline"):
        for piece in re.split(r"[,|\n]| for | of ", byline):
            if named := agency(piece):
                return named
    if layout.dateline and layout.dateline.agency:
        return layout.dateline.agency
    pictured = (span for kind, span in layout.marked if kind == "caption")
    return next(filter(None, (captions.agency_of(layout.text, span) for span in pictured)), None)
