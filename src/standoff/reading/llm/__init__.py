"""A reader over an OpenAI-compatible endpoint (the extra ``standoff[llm]``).

Invariant: nothing of an answer reaches a record but choices from fixed lists and places in the report's own text;
what is not found there word for word is dropped and counted. No network is touched until a report is read.
"""

from standoff.reading.llm.cost import Cost
from standoff.reading.llm.reader import LlmReader
from standoff.reading.llm.settings import Endpoint

__all__ = ["Cost", "Endpoint", "LlmReader"]
