"""Names of one source are one under several spellings, and different people stay different."""

from __future__ import annotations

import pytest

from standoff.weighing.names import name_id, same_name, same_person, shown_name


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tass", "TASS"), ("Reuters news agency", "Reuters"), ("ISIS", "the Islamic State group"),
     ("Associated Press", "AP"), ("Red Heron Front", "RHF"), ("Daily Star", "The Daily Star"),
     ("Islamic State of Iraq and the Levant group (ISIL", "ISIS"),
     ("Ostrany Bureau of Mines", "the Ostrany Bureau Mines"),
     ("Army of National Liberation [ELN]", "ELN")],
)  # fmt: skip
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Naeem Ashfaq Vane", "Nayeem Ashfaq Vane", True), ("Vane", "Mirko Vane", True), ("M. Vane", "Mirko Vane", True),
     ("Mirko Odo Vane", "Mirko Vane", True), ("M. O. Vane", "Mirko Vane", True), ("Ada Vane", "Mirko Vane", False),
     ("Ada Odo Vane", "Mirko Vane", False), ("Mirko Vane", "Mirko Lint", False)],
)  # fmt: skip
def test_people_are_one_by_surname_and_given_names_that_fit(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same_person(other, one) is same


def test_a_name_is_itself_whatever_its_case() -> None:
    assert name_id("The KOLAN News Agency") == name_id("Kolan")


def test_what_only_introduces_a_name_is_none_of_it() -> None:
    told = "a little-known group calling itself the Red Heron"
    assert same_name(told, "Red Heron")
    assert shown_name(told) == "Red Heron"
