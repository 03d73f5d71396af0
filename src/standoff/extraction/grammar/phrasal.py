"""Particles of phrasal verbs that the tree takes for prepositions: "burned [down] the mill".

Invariant: only a listed verb with its particle right behind it, and no object yet, gets what the particle was taken to
stand before for its object.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.lexicon import word_set


def return_particles(forms: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hangs the particles of phrasal verbs on these, in place."""
    verbs = word_set("parties", "phrasal", "verbs")
    for particle in range(1, len(forms)):
        verb, thing = particle - 1, heads[particle]
        if relations[particle] != "case" or thing < particle or forms[verb] not in verbs:
            continue
        if f"{forms[verb]} {forms[particle]}" not in word_set("parties", "phrasal", "words"):
            continue
        if heads[thing] == verb and relations[thing] in ("obl", "obj"):
            heads[particle], relations[particle], relations[thing] = verb, "compound", "obj"
