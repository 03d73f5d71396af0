"""The lines of a case are read exactly, or refused with a message that says which line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases.notation import Case, CaseError, Link, read_area, read_cases

TEXT = 'text = "Orsk Radio, citing guards, said two men held two cooks."\n'


def case(tmp_path: Path, claims: str = "", never: str = "", more: str = "") -> Case:
    file = tmp_path / "made.toml"
    every = "[every]\npublished = 2024-05-15\n\n[held]\n"
    file.write_text(f"{every}{TEXT}{more}claims = '''\n{claims}\n'''\nnever = '''\n{never}\n'''\n")
    (made,) = read_area(file)
    return made


def test_a_line_tells_slot_value_words_chain_and_notes(tmp_path: Path) -> None:
    made = case(
        tmp_path, 'captive 2 cooks "two cooks" by Orsk Radio (named media) > guards; e1, probable, act:may'
    )
    (claim,) = made.claims
    assert (claim.slot, claim.value) == ("captive", "2 cooks")
    assert claim.at
    assert claim.at.quote(made.report.text) == "two cooks"
    assert claim.chain == (Link("Orsk Radio", ("named", "media")), Link("guards"))
    assert claim.notes == ("e1", "probable", "act:may")


def test_brackets_tell_which_of_the_same_words_is_meant(tmp_path: Path) -> None:
    made = case(tmp_path, 'captive 2 "held [two] cooks"')
    at = made.claims[0].at
    assert at
    assert made.report.text[: at.end].endswith("men held two")


def test_a_claim_without_a_chain_is_the_outlets_own_and_a_ban_without_one_is_of_any_chain(
    tmp_path: Path,
) -> None:
    made = case(tmp_path, 'actor "two men"', "killed\nany")
    assert made.claims[0].chain == ()
    assert [(ban.slot, ban.at, ban.chain) for ban in made.never] == [
        ("killed", None, None),
        (None, None, None),
    ]


@pytest.mark.parametrize(
    ("claims", "more", "message"),
    [
        ("captive 2", "", "not a claim: captive 2"),
        ('held 2 "two cooks"', "", "unknown slot"),
        ('captive a few "two cooks"', "", "not a value of that slot"),
        ('time Friday "two cooks"', "", "not a value of that slot"),
        ('captive 2 "two"', "", "does not stand once"),
        ('captive 2 "three cooks"', "", "does not stand once"),
        ('captive 2 "two cooks" by Orsk Radio (loud)', "", "not a source: Orsk Radio"),
        ('captive 2 "two cooks"; surely', "", "unknown note: surely"),
        ("", "", "neither claims nor never"),
        ('captive 2 "two cooks"', "expect = 1\n", "unknown keys: expect"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, claims: str, more: str, message: str) -> None:
    with pytest.raises(CaseError, match=f"held: .*{message}"):
        case(tmp_path, claims, more=more)


def test_a_construction_has_one_case(tmp_path: Path) -> None:
    for area in ("chains", "values"):
        held = f"[held]\npublished = 2024-05-15\n{TEXT}never = 'killed'\n"
        (tmp_path / f"{area}.toml").write_text(held)
    with pytest.raises(CaseError, match="held stands twice"):
        read_cases(tmp_path)
