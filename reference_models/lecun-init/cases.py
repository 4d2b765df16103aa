"""Cases of lecun-init: a few thousand values each, of layers in which no two formulas give one spread."""

import math

from graders.authoring import Draw, call, case, different, distributed, equal, fails, seed

CHECKS = ("shape", "dtype", "statistics")


def cases(draw: Draw):
    def one(name, *steps, visible=False):
        return case(name, seed(draw.integers(1, 10**6)), *steps, visible=visible, checks=CHECKS)

    yield one(
        "by-hand",
        *normal((60, 100), 0.1, into="weight"),
        *uniform((50, 4, 5, 5), 0.1, into="kernels"),
        visible=True,
    )
    yield one("many-inputs", *normal((10, 310), math.sqrt(1 / 310)), visible=True)
    yield repeatable(draw)

    yield one("many-outputs", *uniform((290, 10), math.sqrt(1 / 10)))
    yield one("kernel", *normal((30, 12, 3, 3), math.sqrt(1 / (12 * 9))))
    yield one("kernel-1d", *uniform((8, 32, 7), math.sqrt(1 / (32 * 7))))
    yield one(
        "size-one",
        *normal((1, 1500), math.sqrt(1 / 1500), into="one_output"),
        *uniform((1500, 1), 1.0, into="one_input"),
    )
    yield case(
        "refused",
        fails(call("lecun_init", (5,)), "ValueError"),
        fails(call("lecun_init", (4, 3), distribution="gaussian"), "ValueError"),
    )


def normal(shape, std, into="weight"):
    """Normal weights, which are the default, and what is said of them."""
    return call("lecun_init", shape, into=into), distributed(into, mean=0, std=std)


def uniform(shape, std, into="weight"):
    """Uniform weights, and what is said of them."""
    made = call("lecun_init", shape, distribution="uniform", into=into)
    return made, distributed(into, mean=0, std=std, distribution="uniform")


def repeatable(draw: Draw):
    first = draw.integers(1, 10**6)
    return case(
        "repeatable",
        seed(first),
        call("lecun_init", (20, 30), into="first"),
        call("lecun_init", (20, 30), into="next"),
        seed(first),
        call("lecun_init", (20, 30), into="again"),
        equal("first", "again", exact=True),
        different("first", "next"),
        visible=True,
        checks=("shape", "dtype", "invariants"),
    )
