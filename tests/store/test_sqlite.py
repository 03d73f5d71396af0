"""What is particular to a database in a file: rights, locks, damage, older and newer forms, and being killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import made
from many import digest
from standoff.errors import StoreError
from standoff.store import incident_tables, open_store, schema

ADDER = Path(__file__).with_name("adder.py")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def filled(file: Path) -> Path:
    store = open_store(str(file))
    store.add(made.reading())
    store.close()
    return file


def refusal(file: Path | str, *, create: bool = True, wait: float = 0.1) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(str(file), create=create, wait=wait)
    message = str(caught.value)
    assert message.startswith(str(file)), message
    assert "\n" not in message
    assert message.endswith(")"), f"no way out: {message}"
    return message


def test_a_path_and_an_address_name_the_same_file(file: Path) -> None:
    filled(file)
    store = open_store(f"sqlite:///{file}", create=False)
    assert len(list(store.reports())) == 1
    store.close()


def test_a_name_with_marks_that_addresses_use_is_a_plain_name(tmp_path: Path) -> None:
    odd = tmp_path / "a?mode=ro#b%20c.db"
    filled(odd)
    assert odd.is_file()


def test_a_name_that_is_no_text_is_a_plain_name(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9.db")
    filled(odd)
    assert odd.is_file()


@pytest.mark.parametrize("url", ["postgresql://host/news", "sqlite:/news.db://", "mysql://x"])
def test_another_kind_of_database_is_refused(url: str) -> None:
    assert "only SQLite" in refusal(url)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "folder does not exist" in refusal(tmp_path / "none" / "news.db")


def test_a_path_under_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    refusal(tmp_path / "file" / "news.db")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "a\ud800b"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(tmp_path / name))


def test_asking_a_database_that_is_not_there_makes_none(file: Path) -> None:
    assert "no such database" in refusal(file, create=False)
    assert not file.exists()


def test_asking_an_empty_file_says_that_it_holds_no_reports(file: Path) -> None:
    file.touch()
    assert "holds no reports" in refusal(file, create=False)


def test_a_file_that_is_no_database_is_left_as_it_is(file: Path) -> None:
    file.write_text("not a database at all\n" * 200)
    before = file.read_bytes()
    assert "is not a database" in refusal(file)
    assert file.read_bytes() == before


def test_another_programs_database_is_left_as_it_is(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()
    before = file.read_bytes()
    assert "another program" in refusal(file)
    assert file.read_bytes() == before


def test_a_newer_form_is_refused(file: Path) -> None:
    connection = sqlite3.connect(filled(file))
    connection.execute("INSERT INTO schema_version VALUES (?, 'later')", (len(schema.STEPS) + 1,))
    connection.commit()
    connection.close()
    assert "newer Standoff" in refusal(file)
    assert "upgrade Standoff" in refusal(file, create=False)


def test_an_older_form_is_brought_up_to_date_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(file)
    steps = (
        *schema.STEPS,
        lambda connection: connection.exec_driver_sql("ALTER TABLE reports ADD COLUMN later TEXT"),
    )
    monkeypatch.setattr(schema, "STEPS", steps)
    for _ in range(2):
        store = open_store(str(file))
        assert len(list(store.reports())) == 1
        store.close()


def test_a_step_that_fails_leaves_the_older_form(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(connection: object) -> None:
        connection.exec_driver_sql("CREATE TABLE half (x)")  # type: ignore[attr-defined]
        connection.exec_driver_sql("NO SUCH WORD")  # type: ignore[attr-defined]

    filled(file)
    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", (*schema.STEPS, broken))
        with pytest.raises(StoreError, match="refused"):
            open_store(str(file))
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
    assert connection.execute("SELECT max(version) FROM schema_version").fetchone() == (len(schema.STEPS),)
    connection.close()


def test_a_database_of_the_first_form_is_read_and_its_reports_are_compared_later(file: Path) -> None:
    filled(file)
    connection = sqlite3.connect(file)
    for table in incident_tables.metadata.tables:
        connection.execute(f"DROP TABLE {table}")
    connection.execute("DELETE FROM schema_version WHERE version > 1")
    connection.commit()
    connection.close()
    store = open_store(str(file), create=False)
    assert len(list(store.reports())) == 1
    assert store.incidents.unlinked() == [summary.id for summary in store.reports()]
    store.close()


def test_single_names_of_the_second_form_become_pairs(file: Path) -> None:
    store = open_store(str(file))
    made = digest("a", "Ada Lint of Ostrany", day=740_000)
    store.incidents.relate(made, [], [])
    store.close()
    connection = sqlite3.connect(file)
    wanted = connection.execute("SELECT key FROM digest_keys WHERE kind = 'name'").fetchall()
    connection.execute("DELETE FROM digest_keys WHERE kind = 'name'")
    connection.execute("INSERT INTO digest_keys VALUES ('name', 'lint', 740000, 'a')")
    connection.execute("DELETE FROM schema_version WHERE version > 2")
    connection.commit()
    connection.close()
    open_store(str(file)).close()
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT key FROM digest_keys WHERE kind = 'name'").fetchall() == wanted
    assert ("lint ostrany",) in wanted
    connection.close()


def with_half_a_pair(file: Path) -> Path:
    """A database of the third form, in which a title holds what no text does."""
    store = open_store(str(file))
    store.incidents.relate(digest("a", "Fire in Tellis", title="caf?"), [], [])
    store.incidents.relate(digest("b", "Flood in Kerrin", title="Flood"), [], [])
    store.close()
    connection = sqlite3.connect(file)
    connection.execute(r"""UPDATE digests SET record = replace(record, 'caf?', 'caf\ud83d\u0000')""")
    connection.execute("DELETE FROM schema_version WHERE version > 3")
    connection.commit()
    connection.close()
    return file


def test_half_a_surrogate_pair_in_a_record_of_the_third_form_is_mended(file: Path) -> None:
    for _ in range(2):
        store = open_store(str(with_half_a_pair(file) if not file.exists() else file))
        assert [card.title for card in store.incidents.cards(["a", "b"])] == ["caf\ufffd\ufffd", "Flood"]
        store.close()


def test_half_a_surrogate_pair_that_may_only_be_read_is_told_with_a_way_out(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_half_a_pair(file)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    store = open_store(str(file), create=False)
    with pytest.raises(StoreError, match="may be written, which mends it"):
        store.incidents.cards(["a", "b"])
    store.close()


def test_an_older_form_that_may_only_be_read_is_still_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(file)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, lambda connection: None))
    store = open_store(str(file), create=False)
    assert len(list(store.reports())) == 1
    store.close()


def test_a_damaged_database_says_so(file: Path) -> None:
    data = bytearray(filled(file).read_bytes())
    data[2048:] = os.urandom(len(data) - 2048)
    file.write_bytes(data)
    with pytest.raises(StoreError, match=r"damaged|not a database"):
        list(open_store(str(file), create=False).reports())


def test_another_writer_is_waited_for_and_then_named(file: Path) -> None:
    writer = sqlite3.connect(filled(file), isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert "written by another process" in refusal(file)
    reader = open_store(str(file), create=False)
    assert len(list(reader.reports())) == 1, "readers are never kept out"
    reader.close()
    writer.execute("ROLLBACK")
    writer.close()
    open_store(str(file)).close()


def test_a_database_that_may_only_be_read_can_be_asked_but_not_filled(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(file)
    file.chmod(0o444)
    # The super-user may write anything, so the question is answered for them.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    store = open_store(str(file), create=False)
    assert len(list(store.reports())) == 1
    assert len(store.search("guards")) == 1
    with pytest.raises(StoreError, match="may not be written"):
        store.add(made.bare_reading("more"))
    store.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="the super-user may write anything")
def test_a_folder_without_write_permission_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    refusal(folder / "news.db")


def test_two_who_make_the_same_database_at_once_both_succeed(file: Path) -> None:
    makers = [subprocess.Popen([sys.executable, ADDER, file, str(start), "20"]) for start in (0, 10)]
    assert [maker.wait(60) for maker in makers] == [0, 0]
    store = open_store(str(file), create=False)
    assert len(list(store.reports())) == 30
    store.close()


@pytest.mark.parametrize("moment", [1, 7])
def test_a_kill_in_the_middle_of_a_batch_loses_and_halves_nothing(file: Path, moment: int) -> None:
    told = _kill_after(file, moment)
    connection = sqlite3.connect(file)
    stored = {row[0] for row in connection.execute("SELECT id FROM reports")}
    assert told <= stored, "a report that was said to be stored is stored"
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO report_words (report_words) VALUES ('integrity-check')")
    connection.execute("INSERT INTO claim_words (claim_words) VALUES ('integrity-check')")
    assert {row[0] for row in connection.execute("SELECT report FROM renditions")} == stored
    assert {row[0] for row in connection.execute("SELECT report FROM readings")} == stored
    claims = connection.execute("SELECT count(*) FROM claims GROUP BY report").fetchall()
    assert claims == [(11,)] * len(stored)
    connection.close()
    assert subprocess.run([sys.executable, ADDER, file, "0", "40"], check=False, timeout=60).returncode == 0
    store = open_store(str(file), create=False)
    assert len(list(store.reports())) == 40
    assert made.same(store.reading(f"{5:016x}"), made.numbered(5))
    store.close()


def _kill_after(file: Path, lines: int) -> set[str]:
    adder = subprocess.Popen([sys.executable, ADDER, file, "0", "100000"], stdout=subprocess.PIPE, text=True)
    assert adder.stdout is not None
    told = {adder.stdout.readline().strip() for _ in range(lines)}
    adder.send_signal(signal.SIGKILL)
    rest = adder.stdout.read().splitlines(keepends=True)
    adder.stdout.close()
    assert adder.wait(10) == -signal.SIGKILL
    return told | {line.strip() for line in rest if line.endswith("\n")}
