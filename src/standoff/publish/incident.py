"""An incident for people: what was found, who says so, in which words, and which reports it rests on.

Invariant: every row of its sheet is shown; words from outside are made harmless where they stand.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from standoff.errors import StandoffError
from standoff.publish.element import element, own
from standoff.publish.safety import markdown, to_json, visible
from standoff.publish.sheet import Line, Row, Sheet, Told, sheet
from standoff.records.dossier import Dossier


def render_incident(dossier: Dossier, fmt: str, *, width: int = 100) -> str:
    """The incident as ``text`` (at most ``width`` columns), ``markdown``, ``html`` or ``json``, ending in a line break.

    Raises `StandoffError` when the format is unknown.
    """
    forms: dict[str, Callable[[], str]] = {
        "text": lambda: _text(sheet(dossier), width),
        "markdown": lambda: _markdown(sheet(dossier)),
        "html": lambda: _html(sheet(dossier)),
        "json": lambda: to_json(dossier.to_json(), indent=1) + "\n",
    }
    if fmt not in forms:
        raise StandoffError(f"no such form of a brief: {fmt!r}; there are {', '.join(forms)}")
    return forms[fmt]()


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _text(made: Sheet, width: int) -> str:
    def wrapped(words: str, indent: int) -> list[str]:
        gap = " " * indent
        return textwrap.wrap(visible(words), max(width, 20), initial_indent=gap, subsequent_indent=gap + "  ")

    lines = [*wrapped(made.title, 0), *wrapped(" · ".join(made.facts), 0)]
    lines += [piece for line in made.short for piece in wrapped(_sentence(line), 2)]
    for row in made.rows:
        rule = f": {row.rule}" if row.rule else ""
        lines += ["", *wrapped(f"{row.label.upper()} – {row.status}{rule}", 0)]
        for line in row.lines:
            lines += [*wrapped(f"{line.value} – {line.rests_on}", 2), *wrapped(line.quote, 6)]
    if not made.rows and not made.besides:
        lines += ["", "Nothing was found that the reports say of it."]
    if made.besides:
        lines += ["", "ALSO TOLD"]
    for row in made.besides:
        lines += wrapped(f"{_sentence(row.label)}{_more(row)}", 2)
        for line in row.lines:
            lines += [*wrapped(f"{line.value} – {line.rests_on}", 4), *wrapped(line.quote, 8)]
    if made.events:
        lines += ["", "PARTS AND OTHERS"]
        for event in made.events:
            lines += [*wrapped(event.what, 2), *wrapped(event.quote, 6)]
    lines += ["", "REPORTS", *(piece for report in made.reports for piece in wrapped(report, 2))]
    return "\n".join(lines) + "\n"


def _markdown(made: Sheet) -> str:
    blocks = [f"# {markdown(made.title)}", " · ".join(map(markdown, made.facts))]
    if made.short:
        blocks.append("\n".join(f"- {markdown(_sentence(line))}" for line in made.short))
    for row in made.rows:
        blocks.append(f"## {markdown(row.label)} – {row.status}")
        blocks += [_items(row), *([f"*{markdown(row.rule)}*"] if row.rule else [])]
    if made.besides:
        blocks.append("## Also told")
    for row in made.besides:
        blocks += [f"### {markdown(_sentence(row.label))}{_more(row)}", _items(row)]
    if made.events:
        blocks += ["## Parts and others", "\n".join(map(_event_item, made.events))]
    blocks += ["## Reports", "\n".join(f"- {markdown(report)}" for report in made.reports)]
    return "\n\n".join(blocks) + "\n"


def _event_item(event: Told) -> str:
    return f"- {markdown(event.what)}  \n  {markdown(event.quote)}"


def _items(row: Row) -> str:
    return "\n".join(
        f"- **{markdown(line.value)}** – {markdown(line.rests_on)}  \n  {markdown(line.quote)}"
        for line in row.lines
    )


def _more(row: Row) -> str:
    """How many values are left out, for a heading."""
    return f" ({len(row.lines)} of {len(row.lines) + row.more})" if row.more else ""


def _html(made: Sheet) -> str:
    rows = (
        element(
            "section",
            element("h2", f"{row.label} – {row.status}"),
            _html_lines(row),
            *([element("p", row.rule)] if row.rule else []),
        )
        for row in made.rows
    )
    told = (
        element("section", element("h3", f"{_sentence(row.label)}{_more(row)}"), _html_lines(row))
        for row in made.besides
    )
    also = [element("h2", "Also told"), *told] if made.besides else []
    policy = own('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">')
    head = element("head", element("meta", charset="utf-8"), policy, element("title", made.title))
    reports = element("ol", *(element("li", report) for report in made.reports))
    events = element("ul", *(element("li", event.what, element("p", event.quote)) for event in made.events))
    besides = [element("h2", "Parts and others"), events] if made.events else []
    short = [element("ul", *(element("li", _sentence(line)) for line in made.short))] if made.short else []
    head_lines = element("h1", made.title), element("p", " · ".join(made.facts))
    body = element("body", *head_lines, *short, *rows, *also, *besides, element("h2", "Reports"), reports)
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _html_lines(row: Row) -> str:
    return element("ul", *(_html_line(line) for line in row.lines))


def _html_line(line: Line) -> str:
    return element("li", element("b", line.value), f" – {line.rests_on}", element("p", line.quote))
