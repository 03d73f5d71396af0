"""``standoff incidents``, ``changes`` and ``sources``: what many stored reports come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from standoff.cli import stream
from standoff.cli.desk import Lines, ListFormat, json_lines
from standoff.cli.moments import is_moment
from standoff.cli.reading import Output, form_of
from standoff.cli.stored import DEFAULT, Database, stored

if TYPE_CHECKING:
    from standoff.records.incidents import Incident, Spot
    from standoff.weighing.changes import Change


class SourcesFormat(StrEnum):
    """The forms of the sources of an incident."""

    text = "text"
    svg = "svg"
    json = "json"


_NEAR = 50.0  # kilometres
Code = Annotated[str, typer.Argument(metavar="CODE", help="The code of an incident, or its beginning.")]


def incidents(
    ctx: typer.Context,
    db: Database = DEFAULT,
    near: Annotated[str | None, typer.Option("--near", metavar="PLACE", help="Only near this place.")] = None,
    km: Annotated[
        float | None, typer.Option("--km", min=0.0, help="How near, in kilometres; 50 by default (--near).")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="DATE", help="Only with a report of this day or later.", callback=is_moment
        ),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only of this type (attack, protest, …).")
    ] = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only with values in dispute.")] = False,
    form: Lines = ListFormat.text,
) -> None:
    """List incidents, the latest first: code, dates, reports, type, title.

    \b
    Examples:
      standoff incidents --db news.db
      standoff incidents --near Nairobi --km 30 --since 2031-03-01 --disputed
    """
    from standoff.casework import Wanted

    if km is not None and near is None:
        raise typer.BadParameter("goes with --near", param_hint="--km")
    kind = kind and kind.replace("-", "_")
    spot = _spot(near) if near else None
    wanted = Wanted(spot, _NEAR if km is None else km, since, kind, disputed)
    shown = json_lines if form is ListFormat.jsonl else _incident_lines
    with stored(db) as desk:
        found = desk.cases.incidents(wanted)
        first = next(found, None)
        if first is not None:
            stream.write(shown(chain([first], found)))
            return
    if kind:
        _check_type(kind)
    add = f"holds no report (add some with: standoff add PATH --db {db})"
    ctx.obj.tell(LookupError(f"{db}: {add if wanted == Wanted() else 'no incident fits (ask for less)'}"))
    raise typer.Exit(1)


def _check_type(kind: str) -> None:
    """Raises for what no type is called. Asked only where no incident is of it, since users have types of their own."""
    from standoff.records import EVENT_TYPES

    if kind not in EVENT_TYPES:
        raise typer.BadParameter(
            f"{kind!r} is no type: there are {', '.join(EVENT_TYPES)}", param_hint="--type"
        )


def changes(
    ctx: typer.Context,
    code: Code,
    since: Annotated[
        str,
        typer.Option("--since", metavar="MOMENT", help="A day or moment, ISO 8601.", callback=is_moment),
    ],
    db: Database = DEFAULT,
    form: Lines = ListFormat.text,
) -> None:
    """List what changed in an incident after a moment: values, origins, disputes, denials, revisions.

    Exits with 1 when nothing did.

    \b
    Example:
      standoff changes k3w9fd --since 2016-07-02T12:00
    """
    shown = _change_objects if form is ListFormat.jsonl else _change_lines
    with stored(db) as desk:
        found = desk.cases.changes(code, since)
    if not found:
        ctx.obj.tell(LookupError(f"{code}: nothing changed after {since} (give an earlier moment)"))
        raise typer.Exit(1)
    stream.write(shown(found))


def sources(
    code: Code,
    db: Database = DEFAULT,
    form: Annotated[
        SourcesFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="A tree of lines, a picture, or JSON; by default as --output ends, or text.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
) -> None:
    """Show who cites whom in an incident, and who has whose text.

    \b
    Examples:
      standoff sources k3w9fd
      standoff sources k3w9fd --output sources.svg
    """
    from standoff.publish.citations import citation_picture, citation_tree
    from standoff.publish.safety import to_json

    with stored(db) as desk:
        trees = desk.cases.sources(code)
    made = {
        SourcesFormat.text: lambda: citation_tree(trees),
        SourcesFormat.svg: lambda: citation_picture(trees),
        SourcesFormat.json: lambda: to_json([tree.to_json() for tree in trees], indent=1) + "\n",
    }
    stream.write([made[form_of(form, output, SourcesFormat.text)]()], output)


def _spot(name: str) -> Spot:
    from standoff.errors import NotFound
    from standoff.extraction.places.places import context, locate
    from standoff.records.incidents import Spot

    place = locate(name, context([name]))
    if place.latitude is None or place.longitude is None:
        raise NotFound(f"{name}: no such place in the gazetteer (give a larger town near it)")
    return Spot(place.latitude, place.longitude, place.radius_km or 0.0)


def _incident_lines(items: Iterable[Incident]) -> Iterator[str]:
    room = stream.width() if stream.on_terminal() else None
    for item in items:
        days = "–".join(item.days) or "(no date)"
        line = (
            f"{item.code}  {days:<21}  {len(item.reports):>4}  {item.type:<14}  {stream.one_line(item.title)}"
        )
        yield f"{line[:room]}\n"


def _change_lines(items: Iterable[Change]) -> Iterator[str]:
    from standoff.publish.changes import label, text

    for item in items:
        yield f"{item.kind:<14}  {stream.one_line(label(item))}: {stream.one_line(text(item))}\n"


def _change_objects(items: Iterable[Change]) -> Iterator[str]:
    from standoff.publish.changes import changes_json
    from standoff.publish.safety import to_json

    return (f"{to_json(changes_json(item))}\n" for item in items)
