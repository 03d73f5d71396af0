"""The invented report keeps the invariants of the records that it stands for."""

import numpy as np

import made


def test_every_word_of_the_invented_reading_slices_to_its_form() -> None:
    reading = made.reading()
    forms = [item.rsplit("/", 3)[0] for line in made.TREES.splitlines() for item in line.split()]
    found = [reading.report.text[start:end] for start, end in reading.words.offsets]
    assert found == forms


def test_every_head_of_the_invented_reading_stays_in_its_sentence() -> None:
    words = made.reading().words
    for first, last in words.sentences:
        heads = words.heads[first:last]
        assert np.all((heads == -1) | ((heads >= first) & (heads < last)))
        assert np.count_nonzero(heads == -1) == 1


def test_every_claim_of_the_invented_reading_has_its_event_and_attribution() -> None:
    reading = made.reading()
    events = {event.id for event in reading.events}
    links = {link.id for link in reading.attributions} | {None}
    assert all(claim.event in events and claim.attribution in links for claim in reading.claims)


def test_slots_of_the_invented_reading_cover_the_claims_words() -> None:
    reading = made.reading()
    covered = {reading.span(int(first), int(last)) for first, last in reading.slots.bounds}
    assert covered == {claim.evidence[0] for claim in reading.claims}
