"""Errors go from one process to another as they are."""

import pickle

from standoff.errors import EmptyInput, InputError


def test_an_error_of_an_input_comes_out_of_another_process_as_it_went_in() -> None:
    for kind in (InputError, EmptyInput):
        error = pickle.loads(pickle.dumps(kind("a.txt", "is empty", "give another")))  # noqa: S301
        assert type(error) is kind
        assert (error.name, error.reason, error.hint) == ("a.txt", "is empty", "give another")
        assert str(error) == "a.txt: is empty (give another)"
