"""Pages: the body, what the page tells of itself, and pages that mean harm; all are invented."""

from __future__ import annotations

import gzip

import pytest

from standoff.errors import EmptyInput, InputError
from standoff.ingest import Limits, load_bytes
from standoff.ingest.page_plain import is_too_large, paragraphs
from standoff.records.report import Report

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Bridge falls in Tellis - The Tellis Post</title>
<meta property="og:site_name" content="The Tellis Post">
<link rel="canonical" href="https://post.example/2031/05/04/bridge">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type":
"NewsArticle", "headline": "Bridge falls in Tellis", "author": [{"@type": "Person", "name": "By Ana Tolvay"}],
"publisher": {"name": "The Tellis Post"}, "datePublished": "2031-05-04T18:20:00+02:00",
"dateModified": "2031-05-05"}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Bridge falls in Tellis</h1>
<figure><img src="x.jpg"><figcaption>Rescuers stand on the bank of the river in Tellis on Sunday.</figcaption></figure>
<p>TELLIS, Ostrany (AP) — A bridge over the river fell on Sunday and two drivers were hurt, the town's police said in a
statement.</p><p>The mayor said that the bridge had been inspected in March, and that nothing had been found then.</p>
<p>Divers looked for a third car, which witnesses said they had seen on the bridge before it came down.</p></article>
<footer>All rights reserved by the paper.</footer></body></html>"""
BODY = "<p>A bridge over the river fell on Sunday and two drivers were hurt, the police said.</p>" * 3


def read(page: str, name: str = "page.html") -> Report:
    return load_bytes(page.encode(), name)


def quotes(report: Report, kind: str) -> list[str]:
    return [part.span.quote(report.text) for part in report.parts if part.kind == kind]


def test_a_page_gives_its_outlet_title_byline_address_and_language() -> None:
    report = read(PAGE)
    assert (report.outlet, report.title) == ("The Tellis Post", "Bridge falls in Tellis")
    assert (report.byline, report.language) == ("Ana Tolvay", "en")
    assert (report.url, report.media_type) == ("https://post.example/2031/05/04/bridge", "text/html")


def test_the_dates_of_a_page_have_value_precision_and_basis() -> None:
    report = read(PAGE)
    assert report.published is not None
    assert report.modified is not None
    assert report.published.to_json() == {
        "value": "2031-05-04T18:20:00+02:00",
        "precision": "second",
        "basis": "json-ld",
    }
    assert (report.modified.value, report.modified.precision) == ("2031-05-05", "day")


def test_title_dateline_body_and_caption_are_parts_and_menus_are_left_out() -> None:
    report = read(PAGE)
    assert quotes(report, "title") == ["Bridge falls in Tellis"]
    assert quotes(report, "dateline") == ["TELLIS, Ostrany (AP) —"]
    assert quotes(report, "caption") == ["Rescuers stand on the bank of the river in Tellis on Sunday."]
    assert quotes(report, "body")[0].startswith("A bridge over the river fell")
    assert "Sport" not in report.text
    assert "rights reserved" not in report.text


@pytest.mark.parametrize(
    ("head", "value", "basis"),
    [
        (
            '<meta property="article:published_time" content="2031-05-04T18:20Z">',
            "2031-05-04T18:20+00:00",
            "meta",
        ),
        ('<meta property="og:url" content="https://p.example/2031/05/04/bridge">', "2031-05-04", "url"),
        ('<script type="application/ld+json">{"@type": "NewsArticle"</script>', None, None),
        ('<meta name="date" content="0001-01-01T00:00:00">', None, None),
    ],
)
def test_the_date_comes_from_the_surest_place_that_has_one(
    head: str, value: str | None, basis: str | None
) -> None:
    report = read(f"<html><head>{head}</head><body><article>{BODY}</article></body></html>")
    assert (report.published and report.published.value, report.published and report.published.basis) == (
        value,
        basis,
    )


def test_an_address_that_is_no_web_address_is_not_kept() -> None:
    report = read(
        f'<html><head><meta property="og:url" content="javascript:alert(1)"></head><body>{BODY}</body></html>'
    )
    assert report.url is None


def test_a_text_file_that_holds_a_page_is_read_as_a_page() -> None:
    assert read(PAGE, "page.txt").media_type == "text/html"


def test_a_page_in_gzip_is_the_same_page() -> None:
    packed = load_bytes(gzip.compress(PAGE.encode()), "page.html.gz")
    assert (packed.text, packed.id) == (read(PAGE).text, read(PAGE).id)


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "utf-8-sig"])
def test_the_encoding_of_a_page_is_found(codec: str) -> None:
    page = PAGE.replace("utf-8", "windows-1252" if codec == "cp1252" else "utf-8").replace(
        "mayor", "café’s mayor"
    )
    assert "café’s mayor" in load_bytes(page.encode(codec), "page.html").text


def test_a_declared_encoding_that_is_none_is_not_believed() -> None:
    page = f'<html><head><meta charset="hex"></head><body>{BODY}<p>Café owners were not at home that day.</p>'
    assert "Café owners" in read(page).text


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<ul><li>", '<div x="<">', "<table><tr><td>"])
def test_a_hundred_thousand_nested_tags_give_a_report(opening: str) -> None:
    report = read("<html><body>" + opening * 100_000 + "A bridge fell on Sunday.")
    assert "A bridge fell on Sunday." in report.text


def test_a_tag_with_a_hundred_thousand_attributes_is_not_given_to_the_parser() -> None:
    page = "<html><p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">A bridge fell.</p>"
    assert is_too_large(page)
    assert read(page).text == "A bridge fell."


def test_long_scripts_do_not_make_a_page_too_large() -> None:
    assert not is_too_large("<html><script>if (a<b) c = 1; " + "x = y; " * 2000 + "</script><p>Text.</p>")


@pytest.mark.parametrize("piece", ["<a", "<", "<!--", "<script>", "&", "<p", "</", "<textarea>"])
def test_broken_markup_repeated_costs_linear_time(piece: str) -> None:
    assert len(paragraphs("<html>Text." + piece * 200_000)) <= 200_001


def test_a_reference_with_thousands_of_digits_is_left_as_it_stands() -> None:
    assert "A bridge" in read("<html><p>A bridge &#" + "9" * 10_000 + "; fell.</p>").text


def test_entities_of_a_page_are_not_expanded_and_no_file_is_read() -> None:
    doctype = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    page = f"{doctype}<html><body><p>&x; A bridge fell.</p>"
    report = read(page)
    assert "root:" not in report.text
    assert "A bridge fell." in report.text


def test_deep_json_ld_is_passed_over() -> None:
    script = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    assert "A bridge" in read(f"<html><head>{script}</head><body>{BODY}</body></html>").text


def test_a_page_without_text_is_one_clear_error() -> None:
    with pytest.raises(EmptyInput, match="has no text"):
        read("<html><head><title></title></head><body><script>var page = 1</script></body></html>")


def test_a_page_with_more_text_than_the_limit_is_one_clear_error() -> None:
    with pytest.raises(InputError, match="more than 1,000 characters"):
        load_bytes(("<html><body><p>" + "a" * 5000).encode(), "page.html", limits=Limits(text_chars=1000))


def test_what_trips_the_extractor_is_read_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("standoff.ingest.page_facts.read", trip)
    assert read(PAGE).rendition.extractor == "plain-html"


def test_what_only_xml_has_is_no_word_of_a_page_and_no_entity_of_its_own_is_expanded() -> None:
    own = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    page = (
        f"{own}<html><body><p>&f;</p><p><![CDATA[TELLIS, Ostrany (KNT) -- {BODY.strip()}]]></p></body></html>"
    )
    report = read(page)
    assert "DOCTYPE" not in report.text
    assert "CDATA" not in report.text
    assert "root:" not in report.text


def test_half_surrogates_and_nul_in_what_a_page_tells_of_itself_are_made_plain() -> None:
    script = r'{"@type": "NewsArticle", "publisher": "The \ud800 Post", "headline": "Bridge\u0000 falls"}'
    head = f'<head><script type="application/ld+json">{script}</script></head>'
    report = read(f"<html>{head}<body>{BODY}</body></html>")
    assert (report.outlet, report.title) == ("The \ufffd Post", "Bridge\ufffd falls")
