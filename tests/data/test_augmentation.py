"""Deformed images: the formula by SciPy's filters, and the shapes that are refused."""

import numpy as np
import pytest
from scipy import ndimage

from noron.core.errors import DataError, SettingError
from noron.data.augmentation import Deform, gaussian, interpolated, smoothed

SHAPES = [(5, 7), (28, 28), (12, 2)]
NO_TURN = {"rotation": 0, "scale": 0, "shear": 0, "shift": 0}


@pytest.fixture
def rng():
    return np.random.default_rng(5)


@pytest.mark.parametrize("shape", SHAPES)
def test_pixels_are_interpolated_as_scipy_does(shape, rng):
    images = rng.random((6, *shape))
    places = np.indices(shape) + rng.normal(0, 3, (6, 2, *shape))
    expected = [
        ndimage.map_coordinates(image, place, order=1, mode="nearest")
        for image, place in zip(images, places, strict=True)
    ]
    np.testing.assert_allclose(interpolated(images, places), expected, atol=1e-12)


@pytest.mark.parametrize(("sigma", "step"), [(0.7, 1), (2.0, 2), (5.5, 5)])
def test_bending_is_smoothed_noise(sigma, step):
    """A Gaussian filter of one bright pixel, made brighter for the noise between the drawn ones."""
    G = gaussian(31, sigma) / 2**12
    assert G.shape == (31, 30 // step + 1)
    bright = np.zeros((31, 31))
    bright[20, 10] = step
    expected = ndimage.gaussian_filter(bright, sigma, mode="constant", truncate=30)
    np.testing.assert_allclose(np.outer(G[:, 20 // step], G[:, 10 // step]), expected, atol=2e-4)


def test_bends_are_of_the_stated_size():
    """As large and as smooth as noise of each pixel would be, at each place alike."""
    bends = Deform(alpha=3.0, sigma=4.0)
    drawn = bends.draw(4000, 41, 40, np.random.default_rng(1))
    field = drawn.strength * smoothed(drawn.noise, drawn.down, drawn.across)[:, :, 18:23, 17:23]
    np.testing.assert_allclose(
        field.std(axis=(0, 1)), 3 / np.sqrt(3) / (2 * np.sqrt(np.pi) * 4), rtol=0.04
    )
    assert abs(field.mean()) < 0.005
    alike = np.corrcoef(field[:, :, 0, 0].ravel(), field[:, :, 4, 0].ravel())[0, 1]
    assert alike == pytest.approx(np.exp(-(4**2) / (4 * 4**2)), abs=0.03)


@pytest.mark.parametrize("sigma", [0.1, 0.9, 4, 100])
def test_smoothing_is_exact_in_any_order(sigma, rng):
    """So the kernel, and any BLAS, comes to the same bits: the sums are of whole, small numbers."""
    down, across = gaussian(300, sigma), gaussian(9, sigma)
    noise = rng.choice(np.array([0, 255], np.uint8), (1, 2, down.shape[1], across.shape[1]))
    bends = smoothed(noise, down, across)
    u = 2 * noise.astype(np.float64) - 255
    expected = np.rint((down.astype(np.float64) @ u) / 2**9) @ across.T.astype(np.float64)
    np.testing.assert_array_equal(bends, expected)
    assert np.abs(down).sum(axis=1).max() * 255 < 2**24
    assert np.abs(down).sum(axis=1).max() * 255 / 2**9 * np.abs(across).sum(axis=1).max() < 2**24


def test_an_image_is_turned_about_its_centre_and_shifted(rng):
    image = ndimage.gaussian_filter(rng.random((1, 21, 21)), (0, 2, 2))

    class Most:
        """Gives the largest random numbers."""

        def uniform(self, low, high, shape):
            return np.full(shape, high)

    turned = Deform(rotation=30, scale=0, shear=0, shift=0, alpha=0)
    result = turned.forward(image.reshape(1, -1), Most()).reshape(21, 21)
    expected = ndimage.rotate(image[0], -30, reshape=False, order=1, mode="nearest")
    np.testing.assert_allclose(result, expected, atol=1e-9)
    shifted = Deform(**NO_TURN | {"shift": 2}, alpha=0)
    result = shifted.forward(image.reshape(1, -1), Most()).reshape(21, 21)
    np.testing.assert_array_equal(result[:-2, :-2], image[0, 2:, 2:])
    larger = Deform(**NO_TURN | {"scale": 0.5}, alpha=0)
    result = larger.forward(image.reshape(1, -1), Most()).reshape(21, 21)
    np.testing.assert_array_equal(result[10, 6:15:2], image[0, 10, 4:17:3])
    sheared = Deform(**NO_TURN | {"shear": 1}, alpha=0)
    result = sheared.forward(image.reshape(1, -1), Most()).reshape(21, 21)
    np.testing.assert_array_equal(result[10, :11], image[0].diagonal()[:11])


def test_zero_changes_nothing_and_each_image_has_its_own_numbers(rng):
    x = np.tile(rng.random(64, dtype=np.float32), (3, 1))
    same = Deform(**NO_TURN, alpha=0).forward(x, rng)
    np.testing.assert_array_equal(same, x)
    for part in (Deform(alpha=0), Deform(**NO_TURN), Deform()):
        changed = part.forward(x, rng)
        assert changed.dtype == x.dtype
        assert len(np.unique(np.vstack([changed, x]), axis=0)) == 4
        assert x.min() <= changed.min() <= changed.max() <= x.max()


@pytest.mark.parametrize(
    ("given", "n_inputs", "shape"),
    [({}, 784, (28, 28)), ({}, 64, (8, 8)), ({"height": 2}, 6, (2, 3)), ({"width": 2}, 6, (3, 2)),
     ({"height": 5, "width": 9}, 45, (5, 9))],
)  # fmt: skip
def test_shapes_of_images(given, n_inputs, shape):
    assert Deform(**given).check(n_inputs) == f"images of {shape[0]} x {shape[1]} pixels"
    assert Deform(**given).shape(n_inputs) == shape


@pytest.mark.parametrize(
    ("given", "n_inputs", "words"),
    [({}, 2, "square"), ({}, 4, "8 x 8"), ({}, 783, "783"), ({"height": 28}, 783, "28 x any"),
     ({"height": 28, "width": 27}, 784, "28 x 27"), ({"width": 8}, 8, "any x 8"),
     ({"height": 2}, 1, "2 x any"), ({"height": 8}, 8, "8 x any")],
)  # fmt: skip
def test_other_rows_are_refused_with_the_shape_that_is_wanted(given, n_inputs, words):
    with pytest.raises(DataError, match=words):
        Deform(**given).check(n_inputs)


@pytest.mark.parametrize(
    "given",
    [{"rotation": -1}, {"scale": 1}, {"shear": np.inf}, {"shift": np.nan}, {"alpha": "34"},
     {"sigma": 0}, {"sigma": 101}, {"alpha": 1e7}, {"height": 1}, {"width": 2.5}],
)  # fmt: skip
def test_settings_out_of_range_are_refused(given):
    with pytest.raises(SettingError, match=next(iter(given))):
        Deform(**given)
