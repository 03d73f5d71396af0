"""Words from outside are only ever words."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from publish.strategies import any_text
from standoff.publish import safety
from standoff.publish.element import element


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("bell\x07 null\x00", "bell␇ null␀"),
        ("\x9b31m", "<U+009B>31m"),
        ("abc\u202ecod.exe", "abc<U+202E>cod.exe"),
        ("two\nlines\tand\r\nmore", "two lines and more"),
        ("half \ud83d only", "half \ufffd only"),
        ("none \ufffe \uffff \ufdd0 \U0010ffff", "none <U+FFFE> <U+FFFF> <U+FDD0> <U+10FFFF>"),
        ("नमस्ते\u200d 🚒 é", "नमस्ते\u200d 🚒 é"),
    ],
)
def test_controls_and_direction_marks_become_visible(text: str, shown: str) -> None:
    assert safety.visible(text) == shown


@given(any_text)
def test_any_words_in_markdown_come_out_as_the_same_words(text: str) -> None:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for line, kind in (
        (safety.markdown(text), "inline"),
        (f"| {safety.markdown(text)} | x |\n| --- | --- |", "table"),
    ):
        tokens = parser.parse(line)
        inline = next((token for token in tokens if token.type == "inline"), None)
        words = "".join(child.content for child in (inline.children or [])) if inline else ""
        assert words.strip() == safety.visible(text).strip()
        assert not inline or {child.type for child in inline.children or []} <= {"text", "text_special"}
        assert kind == "inline" or tokens[0].type == "table_open"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://evil.example", "https\\://evil.example"),
        ("see HTTP://evil.example", "see HTTP\\://evil.example"),
        ("www.evil.example", "www\\.evil.example"),
        ("write to desk@evil.example", "write to desk\\@evil.example"),
    ],
)
def test_bare_addresses_do_not_become_links_in_markdown(text: str, shown: str) -> None:
    assert safety.markdown(text) == shown


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.words += data


@given(any_text, any_text)
def test_any_words_in_html_come_out_as_the_same_words(text: str, title: str) -> None:
    reader = _Reader()
    reader.feed(element("p", text, title=title))
    reader.close()
    assert reader.tags == [("p", [("title", safety.visible(title, breaks=True))])]
    assert reader.words == safety.visible(text, breaks=True)


@given(
    st.recursive(
        any_text | st.none() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(any_text, inner)
    )
)
def test_json_reads_back_as_it_was_and_is_one_line(data: object) -> None:
    line = safety.to_json(data)
    assert json.loads(line) == json.loads(json.dumps(data))
    assert len(f"{line}\n".splitlines()) == 1
    line.encode("utf-8")
