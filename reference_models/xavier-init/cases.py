"""Cases of xavier-init: a few thousand values each, of layers in which no two formulas give one spread."""

import math

from graders.authoring import Draw, call, case, different, distributed, equal, fails, seed

CHECKS = ("shape", "dtype", "statistics")


def cases(draw: Draw):
    def one(name, *steps, visible=False):
        return case(name, seed(draw.integers(1, 10**6)), *steps, visible=visible, checks=CHECKS)

    yield one(
        "by-hand",
        *normal((80, 120), 0.1, into="normal"),
        *uniform((80, 120), 0.1, into="uniform"),
        visible=True,
    )
    yield one("many-inputs", *normal((10, 310), math.sqrt(2 / 320)), visible=True)
    yield repeatable(draw)

    yield one("many-outputs", *uniform((290, 10), math.sqrt(2 / 300)))
    yield one("kernel", *normal((30, 12, 3, 3), math.sqrt(2 / (42 * 9))))
    yield one("kernel-1d", *uniform((8, 32, 7), math.sqrt(2 / (40 * 7))))
    yield one(
        "gain",
        *uniform((20, 80), 3 * math.sqrt(2 / 100), into="uniform", gain=3.0),
        *normal((20, 80), 0.25 * math.sqrt(2 / 100), into="normal", gain=0.25),
    )
    yield one(
        "size-one",
        *normal((1, 1500), math.sqrt(2 / 1501), into="one_output"),
        *uniform((1500, 1), math.sqrt(2 / 1501), into="one_input"),
    )
    yield case(
        "refused",
        fails(call("xavier_init", (5,)), "ValueError"),
        fails(call("xavier_init", (4, 3), distribution="gaussian"), "ValueError"),
    )


def normal(shape, std, into="weight", **options):
    """Normal weights, and what is said of them."""
    made = call("xavier_init", shape, distribution="normal", into=into, **options)
    return made, distributed(into, mean=0, std=std)


def uniform(shape, std, into="weight", **options):
    """Uniform weights, which are the default, and what is said of them."""
    return call("xavier_init", shape, into=into, **options), distributed(
        into, mean=0, std=std, distribution="uniform"
    )


def repeatable(draw: Draw):
    first = draw.integers(1, 10**6)
    return case(
        "repeatable",
        seed(first),
        call("xavier_init", (20, 30), into="first"),
        call("xavier_init", (20, 30), into="next"),
        seed(first),
        call("xavier_init", (20, 30), into="again"),
        equal("first", "again", exact=True),
        different("first", "next"),
        visible=True,
        checks=("shape", "dtype", "invariants"),
    )
