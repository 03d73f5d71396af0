"""Any bytes give a report or one clear error; files, folders and standard input one after another."""

from __future__ import annotations

import errno
import gzip
import io
import os
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.errors import EmptyInput, InputError
from standoff.ingest import Given, Limits, load, load_bytes, read_inputs
from standoff.records.report import Report

TEXT = b"A bridge fell on Sunday.\n"
PIECES = st.sampled_from(
    [
        *(
            b"\n",
            b"\n\n",
            b"\r\n",
            b" ",
            b"outlet: X\n",
            b"date 2031-05-04 ",
            b"By Ana Tolvay\n",
            b"[TEXT] ",
            b": ",
        ),
        *(
            b"TELLIS, Ostrany (AP) -- ",
            b"Posted: June 1, 2031 9:44 PM ",
            b"(AP Photo)\n",
            b"A bridge fell.",
            b"FILE - ",
        ),
        *(b"<p>", b"</div>", b"<html>", b"<article>", b"<script>", b"&amp;", b"<!--", b"Bridge falls"),
        *(b"\xff", b"\xe9", b"\x1f\x8b", b"\xef\xbb\xbf", b"\xff\xfe", "“café”".encode()),
    ]
)


def kept_promises(report: Report) -> bool:
    """Parts in order, none over another, and nothing but white space between them; spans within the text."""
    at = 0
    for part in report.parts:
        if part.span.start < at or part.span.end > len(report.text) or part.span.start >= part.span.end:
            return False
        if report.text[at : part.span.start].strip():
            return False
        at = part.span.end
    dateline = report.dateline
    return not report.text[at:].strip() and (dateline is None or dateline.span.end <= len(report.text))


@settings(max_examples=60)
@given(
    st.binary(max_size=300) | st.lists(PIECES, max_size=25).map(b"".join),
    st.sampled_from(["a.txt", "a.html", "a"]),
)
def test_any_bytes_give_a_report_whose_parts_cover_it_or_one_error(data: bytes, name: str) -> None:
    try:
        report = load_bytes(data, name)
    except InputError as error:
        told = (error.name, bool(error.reason))
        assert told == (name, True)
        return
    assert kept_promises(report)
    assert report == load_bytes(data, name)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=300))
def test_a_plain_text_is_its_own_rendition(text: str) -> None:
    try:
        report = load_bytes(text.encode(), "a.txt")
    except InputError:
        return
    assert report.media_type == "text/html" or report.text == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"%PDF-1.7 something", "is a PDF document, not text"),
        (b"\x89PNG\r\n\x1a\n....", "is a picture, not text"),
        (b"PK\x03\x04....", "is a ZIP archive or office document, not text"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "is an archive of web pages (WARC, MHTML), not text"),
        (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n",
            "is an archive of web pages (WARC, MHTML), not text",
        ),
        (b"abc\0def", "is binary (it holds NUL bytes), not text"),
        (b"\x01\x02\x03\x04" * 50, "is not readable text in any encoding"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "is XML data, not a report"),
        (b"... --- ...", "holds no letter or digit"),
        (gzip.compress(TEXT)[:-4], "is gzip that breaks off"),
        (gzip.compress(b"a" * 5000), "is larger than 0.000976562 MiB"),
        (b"a" * 5000, "is larger than 0.000976562 MiB"),
    ],
)
def test_what_cannot_be_read_is_one_error_with_name_reason_and_way_out(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        load_bytes(data, "a.txt", limits=Limits(raw_bytes=1024))
    assert (caught.value.name, caught.value.reason) == ("a.txt", reason)
    assert caught.value.hint


def test_a_small_gzip_file_cannot_fill_the_memory() -> None:
    with pytest.raises(InputError, match="larger than 32 MiB"):
        load_bytes(gzip.compress(bytes(80 << 20)), "a.txt.gz")


def test_gzip_of_very_many_members_is_one_error() -> None:
    some = gzip.compress(b"A bridge ") + gzip.compress(b"") + gzip.compress(b"fell on Sunday.\n")
    assert load_bytes(some).text.encode() == TEXT
    with pytest.raises(InputError, match="more than 1,000 members"):
        load_bytes(gzip.compress(b"") * 5000 + some)


@pytest.mark.parametrize(
    "data",
    [
        b"A bridge" + b" " * 20_000 + b"fell.",
        (b"A bridge" + b" " * 300 + b"\n") * 50,
        b"<!-- a -->" * 400 + b"<p>A bridge fell.",
        b"<html>" + b"<!DOCTYPE html [" * 20_000 + b"<p>A bridge fell.</p>",
    ],
    ids=["spaces", "lines of spaces", "comments", "subsets"],
)
def test_what_is_repeated_costs_linear_time(data: bytes) -> None:
    begun = time.process_time()
    load_bytes(data)
    assert time.process_time() - begun < 5


def test_fifty_megabytes_of_one_word_are_one_error(tmp_path: Path) -> None:
    place = tmp_path / "word.txt"
    place.write_bytes(b"a" * 50_000_000)
    with pytest.raises(InputError, match="split it into its articles"):
        load(place)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (
            "The café on the quay – shut since May – is open".encode("cp1252"),
            "The café on the quay – shut since May – is open",
        ),
        ("\ufeffcafé".encode(), "café"),
        ("“café” on Sunday".encode("utf-16"), "“café” on Sunday"),
        ("A café on Sunday".encode("utf-16-le"), "A café on Sunday"),
        ("café, naïve, résumé ".encode() + b"\xff!", "café, naïve, résumé \ufffd!"),
        ("Взрыв произошёл в воскресенье утром на станции.".encode("cp1251"), None),
    ],
)
def test_the_encoding_of_a_text_is_found(data: bytes, text: str | None) -> None:
    found = load_bytes(data, "a.txt").text
    assert found == text if text is not None else "воскресенье" in found


def test_a_given_date_that_is_none_is_one_error() -> None:
    with pytest.raises(InputError, match="give the date as"):
        load_bytes(TEXT, "a.txt", given=Given(published="soon"))


def test_a_missing_file_is_one_error_that_names_it() -> None:
    with pytest.raises(InputError, match=r"no/such\.txt: cannot be read: No such file"):
        load("no/such.txt")


def test_data_files_are_no_reports(tmp_path: Path) -> None:
    place = tmp_path / "a.json"
    place.write_text("{}x")
    with pytest.raises(InputError, match="is JSON data"):
        load(place)


def test_a_folder_is_read_in_order_of_names_and_one_bad_file_does_not_stop_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).write_bytes(name.encode() + TEXT)
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / ".hidden.txt").write_bytes(TEXT)
    (tmp_path / "aa.txt").write_bytes(b"\0\1")
    (tmp_path / "ab.txt").symlink_to(tmp_path / "gone")
    found = [(Path(item.name).name, type(item)) for item in read_inputs([tmp_path, "no/such.txt"])]
    assert found == [
        ("a.txt", Report),
        ("aa.txt", InputError),
        ("ab.txt", InputError),
        ("b.txt", Report),
        ("c.txt", Report),
        ("such.txt", InputError),
    ]


def test_a_path_that_nobody_can_look_at_is_one_error_and_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    bad, good = read_inputs(["x" * 300, tmp_path / "a.txt"])
    assert isinstance(bad, InputError)
    assert bad.reason == "cannot be read: File name too long"
    assert isinstance(good, Report)


def test_what_cannot_be_looked_at_in_a_folder_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path, **_: object) -> os.stat_result:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    (tmp_path / "a.txt").write_bytes(TEXT)
    monkeypatch.setattr(Path, "stat", closed)  # the super-user may look at anything
    assert [type(item) for item in read_inputs([tmp_path, tmp_path / "a.txt"])] == [Report, Report]


def test_data_files_of_a_folder_are_passed_over_packed_or_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT))
    for name in ("readings.jsonl", "readings.jsonl.gz", "Table.CSV.GZ"):
        (tmp_path / name).write_bytes(gzip.compress(b"{}"))
    (report,) = read_inputs([tmp_path])
    assert isinstance(report, Report)


def test_an_empty_folder_is_one_error(tmp_path: Path) -> None:
    assert [type(item) for item in read_inputs([tmp_path])] == [EmptyInput]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT)))
    (report,) = read_inputs(["-"])
    assert isinstance(report, Report)
    assert (report.name, report.text) == ("-", TEXT.decode())


def test_a_file_called_dash_in_a_folder_is_no_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "-").write_bytes(TEXT)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", None)
    (report,) = read_inputs(["."])
    assert isinstance(report, Report)
    assert (report.name, report.text) == ("./-", TEXT.decode())


class _Broken(io.RawIOBase):
    def read(self, size: int = -1) -> bytes:
        raise OSError(errno.EBADF, "Bad file descriptor")


@pytest.mark.parametrize(
    ("stdin", "reason"),
    [
        (None, "standard input is closed"),
        (SimpleNamespace(buffer=_Broken()), "cannot be read: Bad file descriptor"),
    ],
)
def test_standard_input_that_cannot_be_read_is_one_error_and_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stdin: object, reason: str
) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    monkeypatch.setattr("sys.stdin", stdin)
    bad, good = read_inputs(["-", tmp_path / "a.txt"])
    assert isinstance(bad, InputError)
    assert bad.reason == reason
    assert isinstance(good, Report)
