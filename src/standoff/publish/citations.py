"""Who cites whom, as a tree of lines and as a picture (SVG).

Invariant: names from outside are made harmless; the picture holds no script and loads nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.publish.element import Html, element, joined
from standoff.publish.safety import visible
from standoff.weighing.citations import Cited
from standoff.weighing.explain import count

_ROW, _COLUMN, _MARGIN = 26, 300, 16  # pixels
_LONGEST = 38  # characters of a name that fit a column


def citation_tree(roots: Sequence[Cited]) -> str:
    """One line a source, indented below who cites it."""
    return "".join(f"{line}\n" for root in roots for line in _lines(root, "", ""))


def _lines(cited: Cited, lead: str, below: str) -> Iterator[str]:
    note = f" [{visible(cited.note)}]" if cited.note else ""
    claims = f" – {count(cited.claims, 'claim')}" if cited.claims else ""
    yield f"{lead}{visible(cited.name)}{note}{claims}"
    sources = cited.sources()
    for place, source in enumerate(sources, 1):
        last = place == len(sources)
        yield from _lines(source, f"{below}{'└─ ' if last else '├─ '}", f"{below}{'   ' if last else '│  '}")


def citation_picture(roots: Sequence[Cited]) -> str:
    """The same as an SVG picture: outlets at the left, who they have it from to the right."""
    placed: list[tuple[Cited, int, int, int | None]] = []
    for root in roots:
        _place(root, 0, None, placed)
    depth = max((column for _, column, _, _ in placed), default=0)
    width, height = (depth + 1) * _COLUMN + 2 * _MARGIN, len(placed) * _ROW + 2 * _MARGIN
    lines = [_edge(placed, item) for item in placed if item[3] is not None]
    words = [_words(*item[:3]) for item in placed]
    picture = element("svg", *lines, *words, xmlns="http://www.w3.org/2000/svg", width=width, height=height,
                      viewBox=f"0 0 {width} {height}", font_family="sans-serif", font_size=13)  # fmt: skip
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{picture}\n'


def _place(
    cited: Cited, column: int, parent: int | None, placed: list[tuple[Cited, int, int, int | None]]
) -> None:
    row = len(placed)
    placed.append((cited, column, row, parent))
    for source in cited.sources():
        _place(source, column + 1, row, placed)


def _edge(
    placed: Sequence[tuple[Cited, int, int, int | None]], item: tuple[Cited, int, int, int | None]
) -> Html:
    _, column, row, parent = item
    start_x, start_y = _at(placed[parent or 0][1], parent or 0)
    end_x, end_y = _at(column, row)
    path = f"M {start_x + 6} {start_y + 6} V {end_y - 4} H {end_x - 4}"
    return element("path", d=path, fill="none", stroke="#888")


def _at(column: int, row: int) -> tuple[int, int]:
    return _MARGIN + column * _COLUMN, _MARGIN + row * _ROW + 14


def _words(cited: Cited, column: int, row: int) -> Html:
    x, y = _at(column, row)
    name = visible(cited.name)
    shown = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
    claims = f" ({cited.claims})" if cited.claims else ""
    return element("text", joined([shown, claims]), element("title", f"{name}, {cited.note}"), x=x, y=y)
