"""The page: complete in itself, every word escaped, a claim and its words linked both ways."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import made
from publish import casebook
from publish.strategies import readings
from standoff.publish import render_brief
from standoff.publish.brief import make_brief
from standoff.publish.html_text import segments
from standoff.publish.safety import visible
from standoff.records import Reading, Span

OURS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "nav", "article", "section", "div", "h1", "h2",
    "h3", "h4", "p", "br", "strong", "b", "a", "sup", "small", "q", "mark", "span", "ol", "li", "table", "thead",
    "tbody", "tr", "th", "td", "script",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "title", "rel", "role", "scope", "dir",
    "aria-label", "aria-labelledby", "data-p", "data-head", "tabindex",
}  # fmt: skip


class Page(HTMLParser):
    """A page taken apart: tags, ids, links, attributes, and the words within elements of a class."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.pieces: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes |= set(found)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        if tag not in ("meta", "br"):
            self.open.append(f"{tag}.{found.get('class', '')}")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().startswith(f"{tag}.")

    def handle_data(self, data: str) -> None:
        self.pieces.append((" ".join(self.open), data))

    def report_text(self) -> str:
        """The words of the report's text without the numbers of points."""
        within = (words for where, words in self.pieces if "words-of-report" in where and "sup." not in where)
        return "".join(within)


def page(*read: Reading) -> str:
    return "".join(render_brief(read, "html"))


@settings(max_examples=20)
@given(read=st.lists(readings(), min_size=1, max_size=2))
def test_a_page_of_any_readings_holds_only_our_elements_and_sound_links(read: list[Reading]) -> None:
    found = Page(page(*read))
    assert set(found.tags) <= OURS
    assert found.attributes <= ATTRIBUTES
    assert not found.open
    assert found.tags.count("script") == found.tags.count("style") == 1
    assert len(found.ids) == len(set(found.ids))
    inner = {link[1:] for link in found.links if link.startswith("#")}
    assert inner <= set(found.ids)
    assert all(link.startswith(("#", "https://example.org/")) for link in found.links)


@settings(max_examples=20)
@given(read=readings())
def test_the_text_of_a_page_is_the_reports_text(read: Reading) -> None:
    text = visible(read.report.text, breaks=True)
    assert "".join(Page(page(read)).report_text().split()) == "".join(text.split())


@settings(max_examples=50)
@given(
    st.integers(0, 40),
    st.lists(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=3), max_size=6),
)
def test_segments_are_the_text_once_and_carry_each_points_own_words(
    length: int, raw: list[list[tuple[int, int]]]
) -> None:
    spans = {
        point: [Span(start, min(start + size, length)) for start, size in found if start < length]
        for point, found in enumerate(raw)
    }
    made_of = list(segments(length, spans))
    assert [segment.span.start for segment in made_of] == [0, *(segment.span.end for segment in made_of)][:-1]
    assert sum(segment.span.end - segment.span.start for segment in made_of) == length
    for point, found in spans.items():
        covered = {at for span in found for at in range(*span)}
        assert {
            at for segment in made_of if point in segment.points for at in range(*segment.span)
        } == covered
        assert sum(point in segment.ending for segment in made_of) == bool(found)
    assert all(one.span.end == other.span.start for one, other in pairwise(made_of))


def test_every_claim_links_to_its_words_and_the_words_back_to_it() -> None:
    read = casebook.reading("siege")
    found = Page(page(read))
    rows = sum(len(event.rows) for event in make_brief(read).events) + 1  # one saying fits no point
    for number in range(1, rows + 1):
        assert {f"r1-p{number}", f"r1-w{number}"} <= set(found.ids)
        assert {f"#r1-p{number}", f"#r1-w{number}"} <= set(found.links)


def test_the_policy_allows_just_the_style_and_script_of_the_page() -> None:
    text = page(made.reading())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert inside
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_nothing_on_the_page_is_loaded_from_elsewhere() -> None:
    text = page(made.reading(), casebook.reading("siege"))
    assert not re.search(r"\bsrc=|@import|url\(|<link|<img|<iframe|fetch\(|XMLHttp", text)


def test_a_page_of_many_reports_begins_with_an_index_and_a_page_of_one_does_not() -> None:
    many = page(made.reading(), casebook.reading("siege"))
    assert many.index("<nav") < many.index("<article")
    assert 'href="#r2"' in many
    assert "<nav" not in page(made.reading())


def test_a_script_address_is_shown_as_words() -> None:
    read = made.reading()
    text = page(replace(read, report=replace(read.report, url="javascript:alert(1)")))
    assert "javascript:alert(1)" in text
    assert 'href="javascript' not in text


def _luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_ink_has_enough_contrast_on_every_ground(scheme: str) -> None:
    """WCAG 2.2, success criterion 1.4.3: 4.5 to 1."""
    roots = re.findall(r":root \{(.*?)\}", page(made.reading()), re.DOTALL)
    colors = dict(re.findall(r"--([a-z]+): (#[0-9a-f]+)", roots[0 if scheme == "light" else 1]))
    inks = [name for name in colors if name not in ("ground", "sheet", "line", "lit", "held", "mark")]
    for ink in inks:
        grounds = ("ground", "sheet", "lit", "held", *(["mark"] if ink == "ink" else []))
        for ground in grounds:
            light, dark = sorted((_luminance(colors[ink]), _luminance(colors[ground])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.mark.skipif(not CHROMIUM and os.environ.get("CI") != "true", reason="Chromium is not installed")
def test_a_browser_runs_our_script_and_refuses_nothing_of_the_page(tmp_path: Path) -> None:
    file = tmp_path / "brief.html"
    file.write_text(page(made.reading(), casebook.reading("siege")), encoding="utf-8")
    assert CHROMIUM, "CI needs Chromium for this test"
    ran = subprocess.run(
        [
            CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr", "--dump-dom", file.as_uri(),
        ],
        capture_output=True, text=True, timeout=90, check=True,
    )  # fmt: skip
    assert '<html lang="en" class="live">' in ran.stdout
    assert "CONSOLE" not in ran.stderr
