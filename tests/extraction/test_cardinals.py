"""Words in lower case, made once."""

from standoff.extraction.cardinals import Spelt, lowered


def test_spelt_words_keep_their_lower_case() -> None:
    words = ("Guards", "’s", "SIX")
    spelt = Spelt(words)
    assert lowered(spelt) == lowered(words) == lowered(list(words)) == ("guards", "'s", "six")
    assert lowered(spelt) is lowered(spelt)
    assert spelt == words
