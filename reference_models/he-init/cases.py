"""Cases of he-init: a few thousand values each, of layers in which no two formulas give one spread."""

import math

from graders.authoring import Draw, call, case, different, distributed, equal, fails, seed

CHECKS = ("shape", "dtype", "statistics")


def cases(draw: Draw):
    def one(name, *steps, visible=False):
        return case(name, seed(draw.integers(1, 10**6)), *steps, visible=visible, checks=CHECKS)

    yield one(
        "by-hand",
        *normal((50, 200), 0.1, into="for_forward"),
        *normal((50, 200), 0.2, into="for_backward", mode="fan_out"),
        *uniform((60, 160), 0.1, into="for_leaky_relu", negative_slope=0.5),
        visible=True,
    )
    yield one("many-inputs", *normal((10, 310), math.sqrt(2 / 310)), visible=True)
    yield repeatable(draw)

    yield one("many-outputs", *uniform((290, 10), math.sqrt(2 / 10)))
    yield one("kernel", *normal((30, 12, 3, 3), math.sqrt(2 / (12 * 9))))
    yield one("kernel-1d", *uniform((8, 32, 7), math.sqrt(2 / (8 * 7)), mode="fan_out"))
    yield one("steep-slope", *normal((20, 100), math.sqrt(2 / (10 * 100)), negative_slope=3.0))
    yield one(
        "size-one",
        *normal((1, 1500), math.sqrt(2 / 1500), into="one_output"),
        *uniform((1500, 1), math.sqrt(2), into="one_input"),
    )
    yield case(
        "refused",
        fails(call("he_init", (5,)), "ValueError"),
        fails(call("he_init", (4, 3), mode="fan_both"), "ValueError"),
        fails(call("he_init", (4, 3), distribution="gaussian"), "ValueError"),
    )


def normal(shape, std, into="weight", **options):
    """Normal weights, which are the default, and what is said of them."""
    return call("he_init", shape, into=into, **options), distributed(into, mean=0, std=std)


def uniform(shape, std, into="weight", **options):
    """Uniform weights, and what is said of them."""
    made = call("he_init", shape, distribution="uniform", into=into, **options)
    return made, distributed(into, mean=0, std=std, distribution="uniform")


def repeatable(draw: Draw):
    first = draw.integers(1, 10**6)
    return case(
        "repeatable",
        seed(first),
        call("he_init", (20, 30), into="first"),
        call("he_init", (20, 30), into="next"),
        seed(first),
        call("he_init", (20, 30), into="again"),
        equal("first", "again", exact=True),
        different("first", "next"),
        visible=True,
        checks=("shape", "dtype", "invariants"),
    )
