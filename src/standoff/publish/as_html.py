"""Briefs as one HTML page that is complete in itself: style and script inside, nothing loaded, nothing run but ours.

Invariant: every word from a report goes through `element`, which escapes it; the page's policy allows no script, style,
image or form but the ones whose hash it names. Without script all links still lead from a point to its words and back.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from standoff.publish.brief import Brief, EventPoints, Row, Saying
from standoff.publish.element import Html, element, joined, own
from standoff.publish.html_text import text_html
from standoff.publish.labels import labels
from standoff.publish.quoting import Quote
from standoff.publish.wording import place_note

# Only these are made into links; every other address of a report is shown as words.
_WEB = re.compile(r"https?://[^\s\"'<>\\]+", re.ASCII)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")


def html_briefs(briefs: Iterable[Brief]) -> Iterator[str]:
    """The page in pieces. All briefs are made first, since the page begins with an index of them."""
    made = list(briefs)
    title = made[0].title if len(made) == 1 else f"Brief of {len(made)} reports"
    yield "<!DOCTYPE html>\n" + '<html lang="en">\n' + _head(title) + "\n<body>\n"
    if len(made) != 1:
        yield element("header", element("h1", title), _index(made), class_="page") + "\n"
    yield "<main>\n"
    for number, brief in enumerate(made, 1):
        yield _article(brief, f"r{number}", "h1" if len(made) == 1 else "h2") + "\n"
    yield "</main>\n" + element("script", _ours("brief.js")) + "\n</body>\n</html>\n"


@cache
def _ours(name: str) -> Html:
    return own((files("standoff.publish") / "data" / name).read_text(encoding="utf-8"))


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def _head(title: str) -> Html:
    style, script = _ours("brief.css"), _ours("brief.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        own(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", style),
    )


def _index(briefs: Iterable[Brief]) -> Html:
    items = (
        element(
            "li",
            element("a", brief.title, href=f"#r{number}"),
            element("p", " · ".join(brief.facts), class_="facts"),
            *(element("p", line) for line in (brief.summary[0].lines if brief.summary else ())),
        )
        for number, brief in enumerate(briefs, 1)
    )
    return element("nav", element("ol", *items), aria_label="Reports", class_="index")


def _article(brief: Brief, name: str, heading: str) -> Html:
    numbers = _Numbers(brief, name)
    below = "h3" if heading == "h2" else "h2"
    points = element("div", *_points(brief, numbers, below), class_="points")
    language = brief.report.language or ""
    text = element(
        "section",
        element(below, "The report’s text", id=f"{name}-text"),
        element(
            "div",
            text_html(brief.report, numbers.spans, numbers.styles, name),
            lang=language if _LANGUAGE.fullmatch(language) else "",
            dir="auto",
            class_="words-of-report",
        ),
        class_="text",
        aria_labelledby=f"{name}-text",
    )
    top = element("header", *_top(brief, name, heading))
    return element(
        "article", top, element("div", points, text, class_="pair"), id=name, aria_labelledby=f"{name}-t"
    )


class _Numbers:
    """The points of a brief, numbered: rows, then what fits no point; their spans and styles by number."""

    def __init__(self, brief: Brief, name: str) -> None:
        self.name = name
        rows = [row for event in brief.events for row in event.rows]
        self.of = {id(item): number for number, item in enumerate([*rows, *brief.sayings], 1)}
        self.spans = {self.of[id(row)]: row.quote.spans for row in rows}
        self.spans |= {self.of[id(saying)]: saying.quote.spans for saying in brief.sayings}
        self.styles = {self.of[id(row)]: _style(row) for row in rows}
        self.styles |= {self.of[id(saying)]: "said" for saying in brief.sayings}

    def link(self, item: Row | Saying) -> Html:
        """The quote as a link to its words in the text."""
        number = self.of[id(item)]
        words = _quote(item.quote)
        if not item.quote.spans:
            return words
        tip = f"point {number}: show in the text"
        return element("a", words, element("sup", str(number)), href=f"#{self.name}-w{number}", title=tip)


def _style(row: Row) -> str:
    return "denied" if row.claim.polarity == "denied" else f"is-{row.claim.certainty}"


def _top(brief: Brief, name: str, heading: str) -> Iterator[Html]:
    yield element(heading, brief.title, id=f"{name}-t")
    facts: list[str] = [" · ".join(brief.facts)]
    url = brief.report.url
    if url:
        facts += [
            " · ",
            element("a", url, href=url, rel="noreferrer noopener") if _WEB.fullmatch(url) else url,
        ]
    yield element("p", *facts, class_="facts")
    for happening in brief.summary:
        first, *more = happening.lines
        yield element(
            "p", element("strong", first), *(item for line in more for item in (element("br"), line))
        )
    if not brief.events:
        yield element("p", "No point of any event was found in this report.")


def _points(brief: Brief, numbers: _Numbers, heading: str) -> Iterator[Html]:
    below = f"h{int(heading[1]) + 1}"
    for standing, label in labels().words["standings"].items():
        events = brief.standing(standing)
        if events:
            tables = (
                item for event in events for item in (element(below, event.heading), _event(event, numbers))
            )
            yield element("section", element(heading, label), *tables, class_=standing)
    if brief.sayings:
        title = "Said, but fitting no point above"
        yield element("section", element(heading, title), _said(brief, numbers, title))
    yield element("section", element(heading, "Sources"), _voices(brief))


def _event(event: EventPoints, numbers: _Numbers) -> Html:
    heads = ("Point", "Value", "Who says so", "How firmly", "Exact words")
    bodies = []
    for group in event.groups:
        rows = (_row(row, numbers, heads) for row in group.rows)
        bodies.append(element("tbody", *rows, role="rowgroup", aria_label=group.label))
    return _table(heads, bodies, event.heading, "wide")


def _row(row: Row, numbers: _Numbers, heads: tuple[str, ...]) -> Html:
    number = numbers.of[id(row)]
    note = place_note(row.claim.value)
    value = joined([element("b", row.value), *([" ", element("small", note)] if note else [])])
    firm = joined(
        element("span", part, class_=f"firm {_style(row)}" if not place else "firm")
        for place, part in enumerate(row.firmness)
    )
    cells = (
        _cell(head, cell)
        for head, cell in zip(heads[1:], (value, row.who, firm, numbers.link(row)), strict=True)
    )
    label = element("th", row.label, role="rowheader", scope="row")
    again = "again" if row.again else None
    return element(
        "tr", label, *cells, id=f"{numbers.name}-p{number}", class_=again, data_p=number, role="row"
    )


def _said(brief: Brief, numbers: _Numbers, title: str) -> Html:
    heads = ("Who", "How", "Exact words")
    rows = []
    for saying in brief.sayings:
        number = numbers.of[id(saying)]
        cells = (_cell(heads[1], saying.act), _cell(heads[2], numbers.link(saying)))
        who = element("th", saying.who, role="rowheader", scope="row")
        rows.append(element("tr", who, *cells, id=f"{numbers.name}-p{number}", data_p=number, role="row"))
    return _table(heads, [element("tbody", *rows, role="rowgroup")], title)


def _voices(brief: Brief) -> Html:
    heads = ("Source", "Identified", "Kind", "Called in the report", "Claims")
    rows = []
    for voice in brief.voices:
        cells = (voice.identification, voice.kind, ", ".join(voice.described), str(voice.claims))
        shown = (_cell(head, cell) for head, cell in zip(heads[1:], cells, strict=True))
        rows.append(
            element("tr", element("th", voice.name, role="rowheader", scope="row"), *shown, role="row")
        )
    return _table(heads, [element("tbody", *rows, role="rowgroup")], "Sources")


def _cell(head: str, content: str) -> Html:
    return element("td", content, role="cell", data_head=head, class_=None if content else "empty")


def _table(heads: Iterable[str], bodies: Iterable[Html], label: str, style: str | None = None) -> Html:
    names = (element("th", head, role="columnheader", scope="col") for head in heads)
    top = element("thead", element("tr", *names, role="row"), role="rowgroup")
    return element("table", top, *bodies, role="table", aria_label=label, class_=style)


def _quote(quote: Quote) -> Html:
    pieces = (element("mark", piece.text) if piece.marked else piece.text for piece in quote.pieces)
    return element("q", *pieces)
