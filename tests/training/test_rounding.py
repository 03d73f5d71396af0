"""Weights rounded so that processors agree, and so that what a product gives changes least."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from standoff.reading.words import model_folder
from training.rounding import Floats, fits, pairs, plain_weights, products, round_weights

RANDOM = np.random.default_rng(7)


@pytest.fixture(scope="module")
def shipped() -> onnx.GraphProto:
    return onnx.load(str(model_folder() / "model.onnx")).graph


def test_no_neighbours_of_the_shipped_weights_go_beyond_16_bits(shipped: onnx.GraphProto) -> None:
    held = {item.name: numpy_helper.to_array(item) for item in shipped.initializer}
    names = {product.weights for product in products(shipped)}
    assert len(names) > 30
    for name in sorted(names):
        assert 255 * pairs(held[name].astype(np.float64)).max() < 2**15, name


def test_products_are_found_with_what_goes_into_them(shipped: onnx.GraphProto) -> None:
    made = {output for node in shipped.node for output in node.output} | {item.name for item in shipped.input}
    assert all(product.inputs in made for product in products(shipped))
    assert plain_weights(shipped).keys() == {product.weights for product in products(shipped)}


@pytest.mark.parametrize(
    ("weights", "most"),
    [
        ([3.0, 4.0], 7.0),  # of one sign: added up
        ([-3.0, -4.0], 7.0),
        ([3.0, -4.0], 4.0),  # of two: the greater
        ([1.0, 0.0, 2.0], 2.0),  # the last has no neighbour
        ([0.0, 0.0], 0.0),
    ],
)
def test_neighbours(weights: list[float], most: float) -> None:
    assert pairs(np.array(weights)[:, None]).max() == most


def correlated(inputs: int) -> Floats:
    """Inputs that go together in a few ways, as those of a network do."""
    ways = RANDOM.normal(size=(inputs // 4, inputs))
    return RANDOM.normal(size=(2_000, inputs // 4)) @ ways + 0.1 * RANDOM.normal(size=(2_000, inputs))


def test_what_a_product_gives_changes_less_than_by_rounding_to_the_nearest() -> None:
    weights, x = RANDOM.normal(size=(48, 20)), correlated(48)
    made, scale = round_weights(weights, x.T @ x)
    nearest = np.round(weights / fits(weights)) * fits(weights)
    apart = [np.abs(x @ (other - weights)).mean() for other in (made * scale, nearest)]
    assert apart[0] < 0.7 * apart[1]
    assert pairs(made.astype(np.float64)).max() <= 128


def test_weights_that_are_nought_and_inputs_that_never_come() -> None:
    weights = np.array([[0.0, 1.0], [0.0, -0.5], [0.0, 0.25]])
    made, scale = round_weights(weights, np.zeros((3, 3)))
    assert np.allclose(made * scale, weights, atol=0.005)
