"""Words in lower case, made once."""

from standoff.extraction.values.cardinals import Spelt, lowered


def test_spelt_words_keep_their_lower_case() -> None:
    words = ("Guards", "’s", "SIX")
    spelt = Spelt(words)
    assert lowered(spelt) == lowered(words) == lowered(list(words)) == ("guards", "'s", "six")
    assert lowered(spelt) is lowered(spelt)
    assert spelt == words


def test_words_whose_lower_case_is_known_are_not_lowered_again() -> None:
    lower = ("guards", "six")
    spelt = Spelt.of(("Guards", "SIX"), lower)
    assert lowered(spelt) is lower
    assert spelt == ("Guards", "SIX")
