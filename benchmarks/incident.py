"""The bundled reports as one incident, for the docs: ``python -m benchmarks.incident --out docs/incident.md``.

Stores the reports of a folder (``--data``; those that ship by default), and writes the brief of the incident that most
of them tell of, what changed after the first day (``--since``), and who cites whom.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import standoff
from standoff.casework import Wanted
from standoff.publish import changes
from standoff.publish.citations import citation_tree
from standoff.publish.incident import render_incident

REPORTS = Path(standoff.__file__).parent / "demo" / "reports"
INTRODUCTION = """\
<!-- Made by `make incident`; not written by hand. -->

What Standoff makes of the reports that ship with it (invented, as are all places and names in them), as it stands
today, mistakes included: `standoff add`, then `brief`, `changes` and `sources`.
"""


def page(folder: Path, since: str) -> str:
    """The page, in Markdown."""
    with standoff.open("sqlite://") as desk:
        for _ in desk.add([folder]):
            pass
        code = max(desk.cases.incidents(Wanted()), key=lambda each: (len(each.reports), each.code)).code
        brief = render_incident(desk.cases.dossier(code), "markdown")
        changed = "\n".join(
            f"{change.kind:<14}  {changes.label(change)}: {changes.text(change)}"
            for change in desk.cases.changes(code, since)
        )
        tree = citation_tree(desk.cases.sources(code))
    blocks = (
        f"## Changed since {since}\n\n```\n{changed}\n```",
        f"## Who cites whom\n\n```\n{tree.rstrip()}\n```",
    )
    return "\n\n".join((INTRODUCTION.rstrip(), brief.rstrip(), *blocks)) + "\n"


def main() -> None:
    """Writes the page."""
    made = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    made.add_argument("--data", type=Path, default=REPORTS, help="a folder of reports")
    made.add_argument("--since", default="2023-11-14", help="a day or moment, ISO 8601")
    made.add_argument("--out", type=Path, required=True)
    args = made.parse_args()
    args.out.write_text(page(args.data, args.since), encoding="utf-8")


if __name__ == "__main__":
    main()
