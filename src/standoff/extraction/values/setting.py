"""A value set as its report sets it: "80m", "304(ii)", where the reader cuts a word into several.

Invariant: only blanks are changed, and only those of words that stand in the quote in their order.
"""

from __future__ import annotations

_STRAIGHT = frozenset("\"'")  # open or close, as the blank beside them tells


def as_set(text: str, quote: str) -> str:
    """A value's text without the blanks that its quote (white space made single) has not; a straight quotation mark has
    its blank on the side where the quote has it. A text whose words are not in the quote comes back as it is."""
    if quote in text or text in quote:
        return text
    letters, found = _letters(text)
    quoted, standing = _letters(quote)
    first = quoted.find(letters)
    if not letters or first < 0 or quoted.find(letters, first + 1) >= 0:
        return text
    return "".join(
        _blank(at, letters, found, standing[first : first + len(letters)]) + letter
        for at, letter in enumerate(letters)
    )


def _letters(text: str) -> tuple[str, list[bool]]:
    """The characters but for the blanks, and of each whether a blank stands before it."""
    blank, letters, before = False, [], []
    for character in text:
        if character == " ":
            blank = True
        else:
            letters.append(character)
            before.append(blank)
            blank = False
    return "".join(letters), before


def _blank(at: int, letters: str, found: list[bool], standing: list[bool]) -> str:
    """The blank before a letter: there where both the value and the quote have it."""
    if at == 0:
        return ""
    mark = next((beside for beside in (at - 1, at) if letters[beside] in _STRAIGHT), None)
    if mark is not None and 0 < mark < len(letters) - 1 and standing[mark] != standing[mark + 1]:
        return " " if standing[at] else ""
    return " " if found[at] and standing[at] else ""
