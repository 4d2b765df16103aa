"""Cases of minmax-scale: whole pixels in, and feature maps of very different ranges out."""

import torch

from graders.authoring import Draw, call, case


def scaled(name, x, visible=False, layouts=(), **options):
    return case(name, call("minmax_scale", x=x, **options), visible=visible, layouts=layouts)


def cases(draw: Draw):
    normal, uniform = draw.normal, draw.uniform
    features = torch.tensor([[[[-2, 0], [1, 3]]]], dtype=draw.dtype)
    yield scaled("by-hand", features, visible=True)
    pixels = torch.tensor([[[[0, 51, 153, 255]]]], dtype=torch.uint8)
    yield case("by-hand-pixels", call("pixels_to_unit", x=pixels), visible=True)

    # Each channel of each image has a range of its own, none of them at 0 or 1.
    scale = torch.tensor([[1, 10, 100], [4, 40, 400]], dtype=draw.dtype).reshape(2, 3, 1, 1)
    yield scaled("channels", uniform(2, 3, 4, 5, low=-1.0, high=2.0) * scale, visible=True)
    # No pixel of these is white.
    yield case("pixels", call("pixels_to_unit", x=draw.integer_tensor(2, 3, 4, 5, high=200, dtype="uint8")))

    level = draw.constant(2, 1, 3, 4, vary=2, whole=9)
    yield scaled("constant-channel", torch.cat([normal(2, 1, 3, 4), level, normal(2, 1, 3, 4)], dim=1))
    yield scaled("one-pixel", normal(2, 3, 1, 1), low=2.0, high=5.0)
    yield scaled("other-range", normal(2, 2, 3, 4), low=-1.0, high=1.0)
    yield scaled("narrow-range", uniform(1, 2, 4, 3, high=1e-6))
    yield scaled("not-contiguous", normal(2, 3, 4, 5), layouts=("permuted", "strided", "offset"))
    yield scaled("float64", normal(2, 2, 3, 4, dtype="float64"))
