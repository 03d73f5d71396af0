"""Tags that a list or the tree belies: "more than 30 [soldiers]", "[possibly] dead", "freed a pregnant [woman]".

Pronouns are a closed class; the tree and the tags are read by two heads of the model, and where a word's place in it
leaves it one class, that stands. Invariant: no word that is listed as a pronoun gets another tag, and no tree changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.lexicon import word_set

_ARGUMENTS = frozenset(("obj", "iobj", "obl", "nmod"))


def retag_nouns(tags: list[str], forms: Sequence[str]) -> None:
    """What the reader takes for pronouns and is none becomes a noun, in place."""
    known = word_set("parties", "pronouns", "closed")
    for word, tag in enumerate(tags):
        if tag == "PRON" and forms[word] not in known and forms[word].isalpha():
            tags[word] = "NOUN"


def retag_by_tree(
    tags: list[str], forms: Sequence[str], heads: Sequence[int], relations: Sequence[str]
) -> None:
    """An adverb that is read as a noun, and a noun with an article that is read as a verb, become what they are, in
    place."""
    for word, relation in enumerate(relations):
        if relation == "advmod" and tags[word] == "NOUN" and forms[word].endswith("ly"):
            tags[word] = "ADV"
        elif relation == "det" and tags[heads[word]] == "VERB" and relations[heads[word]] in _ARGUMENTS:
            tags[heads[word]] = "NOUN"
