"""``standoff add``, ``reports``, ``show`` and ``search``: reports in a database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from standoff.cli import stream
from standoff.cli.readers import BaseUrl, Model, OntologyFile, Reader, ReaderKind, chosen
from standoff.cli.reading import Format, Output, write_briefs
from standoff.cli.stored import DEFAULT, Database, stored
from standoff.cli.undated import Published, given

if TYPE_CHECKING:
    from standoff.records import Span
    from standoff.store import Hit, Summary


class ListFormat(StrEnum):
    """The forms of a list: lines for people, or one JSON object a line."""

    text = "text"
    jsonl = "jsonl"


class Listed(Protocol):
    """What a list has a line of."""

    def to_json(self) -> dict[str, Any]: ...


Lines = Annotated[
    ListFormat, typer.Option("--format", "-f", help="Lines for people, or one JSON object a line.")
]


def add(
    ctx: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Reports, folders of reports, or - for standard input."),
    ],
    db: Database = DEFAULT,
    reader: Reader = ReaderKind.shipped,
    model: Model = None,
    base_url: BaseUrl = None,
    ontology: OntologyFile = None,
    published: Published = None,
) -> None:
    """Read reports and store them with their claims. Adding a report twice changes nothing.

    Each report is stored in one step: after Ctrl-C, or when the power fails, the same command goes on where it was.

    \b
    Examples:
      standoff add report.txt
      standoff add reports/ more/*.html --db news.db
      standoff add pasted.txt --published 2031-05-14
    """
    from standoff.cli.progress import progress
    from standoff.desk import open_desk

    mishaps: stream.Mishaps = ctx.obj
    done: Counter[str] = Counter()
    with (
        chosen(reader, model, base_url, ontology) as room,
        open_desk(db, read_many=room.read_many) as desk,
        progress("Adding", paths) as step,
    ):
        mishaps.on_interrupt = "interrupted (what was added is kept; the same command goes on from there)"
        for outcome in desk.add(paths, given(published)):
            step()
            done[outcome.state] += 1
            if outcome.error:
                mishaps.tell(outcome.error)
    typer.echo(f"{done['added']} added, {done['known']} there already, {done['failed']} failed", err=True)
    raise typer.Exit(mishaps.exit_code)


def reports(db: Database = DEFAULT, form: Lines = ListFormat.text) -> None:
    """List the stored reports by date: id, date, number of claims, outlet, title.

    \b
    Examples:
      standoff reports --db news.db
      standoff reports --format jsonl | head
    """
    shown = json_lines if form is ListFormat.jsonl else _report_lines
    with stored(db) as desk:
        stream.write(shown(desk.reports()))


def show(
    report_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a report, or its beginning.")],
    db: Database = DEFAULT,
    form: Format = None,
    output: Output = None,
) -> None:
    """Print the brief of a stored report.

    \b
    Examples:
      standoff show 552c --db news.db
      standoff show 552c89640a54dd5b --format html --output brief.html
    """
    with stored(db) as desk:
        write_briefs(iter([desk.report(report_id)]), form, output)


def search(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS…", help='Words, begin*, or "a phrase"; all must be found.')
    ],
    db: Database = DEFAULT,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="Most reports to show.")] = 20,
    form: Lines = ListFormat.text,
) -> None:
    """Find reports by words of their text and of their claims, best first. Exits with 1 when nothing is found.

    \b
    Examples:
      standoff search hostages --db news.db
      standoff search 'detention cent*' '"law enforcement"'
    """
    asked = " ".join(words)
    if not asked.strip():
        raise typer.BadParameter("a search needs words", param_hint="WORDS…")
    with stored(db) as desk:
        hits = desk.search(asked, limit)
    if not hits:
        ctx.obj.tell(LookupError(f"{asked}: nothing found (try fewer words, or the beginning of one: word*)"))
        raise typer.Exit(1)
    stream.write(json_lines(hits) if form is ListFormat.jsonl else _hit_lines(hits))


def json_lines(items: Iterable[Listed]) -> Iterator[str]:
    """One JSON object a line."""
    from standoff.publish.safety import to_json

    return (f"{to_json(item.to_json())}\n" for item in items)


def _report_lines(summaries: Iterator[Summary]) -> Iterator[str]:
    room = stream.width() if stream.on_terminal() else None
    return (f"{_report_line(summary)[:room]}\n" for summary in summaries)


def _report_line(summary: Summary) -> str:
    outlet = stream.one_line(summary.outlet or "(outlet unknown)")
    title = stream.one_line(summary.title or summary.name or "(no title)")
    published = stream.one_line(summary.published or "(no date)")[:10]
    return f"{summary.id}  {published:<10}  {summary.claims:>4}  {outlet}  {title}"


def _hit_lines(hits: list[Hit]) -> Iterator[str]:
    from standoff.publish.wording import found

    color = stream.color()
    for hit in hits:
        yield f"{_report_line(hit.report)}\n"
        if hit.snippet:
            yield f"    {_marked(hit.snippet.text, hit.snippet.marks, color)}\n"
        for claim in hit.claims:
            quote = _marked(claim.quote.text, claim.quote.marks, color)
            yield f"    {claim.id} {stream.one_line(found(claim))} – “{quote}”\n"


def _marked(text: str, marks: tuple[Span, ...], color: bool) -> str:
    before, after = ("\x1b[1;4m", "\x1b[0m") if color else ("«", "»")
    shown, last = "", 0
    for mark in marks:
        shown += f"{_kept(text[last : mark.start])}{before}{_kept(mark.quote(text))}{after}"
        last = mark.end
    return shown + _kept(text[last:])


def _kept(words: str) -> str:
    from standoff.publish.safety import visible

    return visible(words)
