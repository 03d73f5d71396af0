"""Report to reading: the model's one pass over a text, held as arrays."""

from standoff.reading.card import model_card
from standoff.reading.many import read_many
from standoff.reading.reader import ModelReader, Reader, parse_words

__all__ = ["ModelReader", "Reader", "model_card", "parse_words", "read_many"]
