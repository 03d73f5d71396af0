"""The report's text in HTML, with the words of every point underlined.

Invariant: the segments, joined, are the text: overlapping spans are split at every boundary, so that no words stand
twice and none are lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from standoff.publish.element import Html, element, joined
from standoff.records import Report, Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the numbers of the points it carries; ``ending`` are those whose mark follows it."""

    span: Span
    points: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()


def segments(length: int, spans: Mapping[int, Sequence[Span]], cuts: Sequence[int] = ()) -> Iterator[Segment]:
    """The text of ``length`` split at every end of a span and at ``cuts``, in order.

    A point's number ends its first span: there its mark stands, once.
    """
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    marks: dict[int, list[int]] = {}
    for point, found in spans.items():
        for place, span in enumerate(found):
            starts.setdefault(span.start, []).append(point)
            ends.setdefault(span.end, []).append(point)
            if place == 0:
                marks.setdefault(span.end, []).append(point)
    bounds = sorted({0, length, *starts, *ends, *(cut for cut in cuts if 0 <= cut <= length)})
    open_points: list[int] = []
    for start, end in pairwise(bounds):
        for point in ends.get(start, ()):
            open_points.remove(point)
        open_points += starts.get(start, ())
        yield Segment(Span(start, end), tuple(sorted(set(open_points))), tuple(sorted(marks.get(end, ()))))


def text_html(
    report: Report, spans: Mapping[int, Sequence[Span]], styles: Mapping[int, str], name: str
) -> Html:
    """The text as paragraphs, one for each part of the report; ``name`` begins every id in it."""
    parts = sorted(report.parts, key=lambda part: part.span)
    cuts = [bound for part in parts for bound in part.span]
    blocks: list[tuple[str, list[Html]]] = []
    kinds = iter([(part.span, part.kind) for part in parts])
    current = next(kinds, None)
    for segment in segments(len(report.text), spans, cuts):
        while current and current[0].end <= segment.span.start:
            current = next(kinds, None)
        kind = current[1] if current and current[0].holds(segment.span) else ""
        if (
            not blocks
            or blocks[-1][0] != kind
            or (current and kind and segment.span.start == current[0].start)
        ):
            blocks.append((kind, []))
        blocks[-1][1].append(_segment(report, segment, styles, name))
    shown = [
        element("p", *items, class_=f"part {kind}".strip())
        for kind, items in blocks
        if "".join(items).strip()
    ]
    return joined(shown)


def _segment(report: Report, segment: Segment, styles: Mapping[int, str], name: str) -> Html:
    words: str = segment.span.quote(report.text)
    if segment.points:
        points = " ".join(map(str, segment.points))
        classes = " ".join(dict.fromkeys(["words", *(styles[point] for point in segment.points)]))
        target = f"#{name}-p{(segment.ending or segment.points)[-1]}"
        words = element("a", words, class_=classes, href=target, tabindex=-1, data_p=points)
    return joined([words, *_marks(segment, name)])


def _marks(segment: Segment, name: str) -> Iterator[Html]:
    """The numbers that lead from the words to their points, and are where a point leads to."""
    if segment.ending:
        links = (
            element(
                "a", str(point), id=f"{name}-w{point}", href=f"#{name}-p{point}", data_p=point,
                aria_label=f"point {point}",
            )
            for point in segment.ending
        )  # fmt: skip
        yield element("sup", *links)
