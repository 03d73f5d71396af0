"""The lexicon loader: read once, frozen, clear about what is wrong."""

from __future__ import annotations

import pytest

from standoff.errors import ModelError
from standoff.extraction.lexicon import load, parse, section


def test_a_lexicon_is_read_once() -> None:
    assert load("numbers") is load("numbers")


def test_tables_cannot_be_changed() -> None:
    table = parse("[a]\nb = [1, 2]\n", "sample")
    with pytest.raises(TypeError):
        table["a"]["b"] = 3
    assert table["a"]["b"] == (1, 2)


def test_a_missing_lexicon_is_named() -> None:
    with pytest.raises(ModelError, match="nowhere.toml"):
        load("nowhere")


@pytest.mark.parametrize("name", ["../numbers", "NUMBERS", "", "a/b", "numbers.toml"])
def test_a_name_that_is_no_plain_name_is_refused(name: str) -> None:
    with pytest.raises(ModelError, match="lower-case"):
        load(name)


def test_damaged_toml_names_the_lexicon() -> None:
    with pytest.raises(ModelError, match="sample.toml is damaged"):
        parse("a = ", "sample")


def test_a_missing_entry_is_named() -> None:
    with pytest.raises(ModelError, match="no entry 'absent'"):
        section("numbers", "absent")
