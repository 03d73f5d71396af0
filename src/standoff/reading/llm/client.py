"""Asks an OpenAI-compatible endpoint (``POST …/chat/completions``) and gives the words of its answer.

Invariant: a question ends within its limits of time, size and attempts, whatever the other side does. Redirects are
not followed, so the text goes to the address that the user named and nowhere else.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import httpx

from standoff.errors import InputError, ModelError
from standoff.reading.llm.cost import Cost
from standoff.reading.llm.settings import KEY, Endpoint

Json = dict[str, Any]
Read = TypeVar("Read")
_OK = 200
_AGAIN = frozenset((408, 409, 425, 429, 500, 502, 503, 504))
_HOPELESS = {
    401: f"refuses the key (set {KEY})",
    403: f"refuses the key (set {KEY})",
    404: "knows no such address or model (see --base-url and --model)",
}
_SHOWN = 200  # characters of the other side's own words in an error


class _Reply(NamedTuple):
    status: int
    wait: float  # seconds that the other side asks to be left alone
    body: bytes


class _Passing(Exception):
    """A failure that may be gone the next time. ``everywhere``: if it stays, it meets every other report too."""

    def __init__(self, reason: str, wait: float = 0.0, *, everywhere: bool = False) -> None:
        self.reason, self.wait, self.everywhere = reason, wait, everywhere
        super().__init__(reason)


class Client:
    """One endpoint, one connection kept open, and the count of what it costs."""

    def __init__(self, endpoint: Endpoint, cost: Cost) -> None:
        self._endpoint, self._cost = endpoint, cost
        headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
        if endpoint.key:
            headers["Authorization"] = f"Bearer {endpoint.key}"
        self._http = httpx.Client(headers=headers, timeout=endpoint.seconds, follow_redirects=False)

    def ask(self, name: str, messages: list[Json], schema: Json, read: Callable[[str], Read]) -> Read:
        """What ``read`` makes of the answer to a question about the report called ``name``.

        The answer is JSON of the schema if the endpoint heeds it; where ``read`` raises `ValueError` it is asked again.
        Raises `InputError` where this question failed, `ModelError` where every other would fail too.
        """
        body = _body(self._endpoint.model, messages, schema)
        begun = time.monotonic()
        try:
            return self._answer(name, body, read)
        finally:
            self._cost.seconds += time.monotonic() - begun

    def _answer(self, name: str, body: bytes, read: Callable[[str], Read]) -> Read:
        for attempt in range(1, self._endpoint.attempts):
            try:
                return self._once(name, body, read)
            except _Passing as failure:
                pause = max(failure.wait, self._endpoint.pause * 2 ** (attempt - 1))
                time.sleep(min(pause, self._endpoint.longest_pause))
            self._cost.retries += 1
        try:
            return self._once(name, body, read)
        except _Passing as failure:
            raise self._given_up(name, failure) from failure

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def _given_up(self, name: str, failure: _Passing) -> InputError | ModelError:
        asked = f"asked {self._endpoint.attempts} times"
        if failure.everywhere:
            return ModelError(f"{self._endpoint.url}: {failure.reason} ({asked}; see --base-url)")
        return InputError(name, f"{self._endpoint.url}: {failure.reason}", asked)

    def _once(self, name: str, body: bytes, read: Callable[[str], Read]) -> Read:
        begun = time.monotonic()
        self._cost.requests += 1
        try:
            reply = self._exchange(body, begun + self._endpoint.seconds)
        except httpx.ConnectError as error:
            raise _Passing(f"cannot be reached: {error}"[:_SHOWN], everywhere=True) from error
        except httpx.TimeoutException as error:
            raise self._late() from error
        except httpx.HTTPError as error:
            raise _Passing(f"the connection broke ({type(error).__name__})") from error
        except httpx.InvalidURL as error:
            raise ModelError(f"{self._endpoint.url}: is no address ({error}; see --base-url)") from error
        if reply.status != _OK:
            raise self._refusal(name, reply)
        try:
            return read(self._words(name, reply.body))
        except ValueError as error:
            raise _Passing("the answer is not the JSON that was asked for") from error

    def _exchange(self, body: bytes, deadline: float) -> _Reply:
        """One request; the whole answer must be there by the deadline, since a slow drip never times out by itself."""
        kept = bytearray()
        with self._http.stream("POST", f"{self._endpoint.url}/chat/completions", content=body) as response:
            for piece in response.iter_bytes():
                kept += piece
                if len(kept) > self._endpoint.bytes:
                    raise _Passing(f"the answer is longer than {self._endpoint.bytes} bytes")
                if time.monotonic() > deadline:
                    raise self._late()
            return _Reply(
                response.status_code, _seconds(response.headers.get("Retry-After", "")), bytes(kept)
            )

    def _late(self) -> _Passing:
        return _Passing(f"no whole answer within {self._endpoint.seconds:g} seconds")

    def _refusal(self, name: str, reply: _Reply) -> Exception:
        if reply.status in _HOPELESS:
            return ModelError(f"{self._endpoint.url}: {_HOPELESS[reply.status]}: {_message(reply)}")
        reason = f"answers {reply.status}: {_message(reply)}"
        if reply.status in _AGAIN:
            return _Passing(reason, reply.wait)
        return InputError(name, f"{self._endpoint.url}: {reason}")

    def _words(self, name: str, body: bytes) -> str:
        """What the model says in a completion."""
        try:
            data = json.loads(body)
            choice = data["choices"][0]
            message, ended = choice["message"], choice.get("finish_reason")
            words, refusal = message.get("content"), message.get("refusal")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise _Passing("the answer is no completion") from error
        self._count(data.get("usage"))
        if refusal or ended == "content_filter":
            raise InputError(name, f"the model declines to read it: {str(refusal or ended)[:_SHOWN]}")
        if ended == "length":
            raise InputError(
                name, "the model's answer was cut off", "name a model that may answer at greater length"
            )
        if not isinstance(words, str) or not words:
            raise _Passing("the answer holds no words")
        return words

    def _count(self, usage: object) -> None:
        given = usage if isinstance(usage, dict) else {}
        self._cost.prompt_tokens += _whole(given.get("prompt_tokens"))
        self._cost.answer_tokens += _whole(given.get("completion_tokens"))


def _body(model: str, messages: list[Json], schema: Json) -> bytes:
    form = {"type": "json_schema", "json_schema": {"name": "reading", "strict": True, "schema": schema}}
    data = {"model": model, "messages": messages, "temperature": 0, "response_format": form}
    return json.dumps(data).encode("ascii")  # escaped, since a text may hold what UTF-8 does not


def _message(reply: _Reply) -> str:
    """The other side's own words about a refusal, one short line."""
    try:
        words = json.loads(reply.body)["error"]["message"]
    except (ValueError, LookupError, TypeError, RecursionError):
        words = reply.body[:_SHOWN].decode("utf-8", "replace")
    return " ".join(str(words).split())[:_SHOWN] or "without a word"


def _seconds(header: str) -> float:
    """``Retry-After`` in seconds; a date, or anything else, asks for no more than the usual pause."""
    return float(header) if header.isascii() and header.isdecimal() and len(header) < 10 else 0.0


def _whole(number: object) -> int:
    return number if isinstance(number, int) and 0 <= number < 1 << 40 else 0
