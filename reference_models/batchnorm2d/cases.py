"""Cases of batchnorm2d: k steps of training, evaluation, and what became of the buffers."""

import torch

from graders.authoring import (
    Draw,
    backward,
    call,
    case,
    construct,
    evaluate,
    hold,
    load,
    read,
    read_held,
    train,
)

BUFFERS = ("running_mean", "running_var", "num_batches_tracked")
LEARNED = ("bn.weight", "bn.bias")


def cases(draw: Draw):
    yield by_hand(draw)
    yield training_step(draw)
    yield evaluation(draw)

    yield running_statistics(draw)
    yield fresh_evaluation(draw)
    yield evaluation_keeps_buffers(draw)
    yield buffers_in_place(draw)
    yield buffers_are_registered(draw)
    yield no_graph_kept(draw)
    yield large_epsilon(draw)
    yield single_image(draw)
    yield single_pixels(draw)
    yield constant_images(draw)
    yield not_contiguous(draw)
    yield far_from_zero(draw)


def learned(draw: Draw, channels: int):
    """Random γ and β, as after some training."""
    return load("bn", weight=draw.normal(channels, mean=1.0, std=0.5), bias=draw.normal(channels))


def batch(draw: Draw, *shape: int):
    """Images whose mean and spread are neither 0 nor 1."""
    return draw.normal(*shape, mean=1.5, std=2.0)


def by_hand(draw: Draw):
    x = torch.tensor([[[[6, 3, 3]]]], dtype=draw.dtype)
    return case(
        "by-hand",
        construct("BatchNorm2d", 1, eps=2.0, momentum=0.5, into="bn"),
        load("bn", weight=torch.tensor([2], dtype=draw.dtype), bias=torch.tensor([1], dtype=draw.dtype)),
        call("bn", x1=x, into="y1"),
        read("bn", *BUFFERS),
        evaluate("bn"),
        call("bn", x2=x.clone(), into="y2"),
        visible=True,
        reduction=3,
    )


def training_step(draw: Draw):
    return case(
        "training-step",
        construct("BatchNorm2d", 3, into="bn"),
        learned(draw, 3),
        call("bn", x=batch(draw, 4, 3, 3, 2)),
        backward("y", wrt=("x", *LEARNED)),
        visible=True,
        reduction=24,
    )


def evaluation(draw: Draw):
    x2 = batch(draw, 3, 2, 3, 4)
    return case(
        "evaluation",
        construct("BatchNorm2d", 2, into="bn"),
        learned(draw, 2),
        call("bn", x1=batch(draw, 4, 2, 2, 3), into="y1"),
        call("bn", x2=x2, into="y2"),
        evaluate("bn"),
        call("bn", x3=x2.clone(), into="y3"),
        backward("y3", wrt=("x3", *LEARNED)),
        visible=True,
        reduction=36,
    )


def running_statistics(draw: Draw):
    return case(
        "running-statistics",
        construct("BatchNorm2d", 3, momentum=0.3, into="bn"),
        call("bn", x1=batch(draw, 4, 3, 2, 2), into="y1"),
        read("bn", *BUFFERS, at="after-1"),
        call("bn", x2=batch(draw, 2, 3, 3, 2), into="y2"),
        call("bn", x3=batch(draw, 3, 3, 1, 2), into="y3"),
        read("bn", *BUFFERS, at="after-3"),
        reduction=16,
    )


def fresh_evaluation(draw: Draw):
    """With a small epsilon the fresh layer would give its input back, and so would no layer at all."""
    return case(
        "fresh-evaluation",
        construct("BatchNorm2d", 3, eps=0.5, into="bn"),
        evaluate("bn"),
        call("bn", x=batch(draw, 2, 3, 2, 3)),
        read("bn", "weight", "bias", *BUFFERS),
    )


def evaluation_keeps_buffers(draw: Draw):
    return case(
        "evaluation-keeps-buffers",
        construct("BatchNorm2d", 2, momentum=0.2, into="bn"),
        call("bn", x1=batch(draw, 3, 2, 2, 2), into="y1"),
        evaluate("bn"),
        call("bn", x2=batch(draw, 2, 2, 2, 3), into="y2"),
        call("bn", x3=batch(draw, 4, 2, 1, 2), into="y3"),
        read("bn", *BUFFERS, at="after-evaluation"),
        train("bn"),
        call("bn", x4=batch(draw, 3, 2, 3, 2), into="y4"),
        read("bn", *BUFFERS, at="after-training-again"),
        reduction=18,
    )


def buffers_in_place(draw: Draw):
    return case(
        "buffers-in-place",
        construct("BatchNorm2d", 2, into="bn"),
        hold("bn", "running_mean", "running_var"),
        call("bn", x1=batch(draw, 3, 2, 2, 2), into="y1"),
        call("bn", x2=batch(draw, 2, 2, 3, 1), into="y2"),
        read("bn", "running_mean", "running_var"),
        read_held("bn", "running_mean", "running_var"),
        reduction=12,
    )


def buffers_are_registered(draw: Draw):
    """get_buffer finds registered buffers only: they alone are saved and move to another device."""
    return case(
        "buffers-registered",
        construct("BatchNorm2d", 2, into="bn"),
        call("bn", x=batch(draw, 3, 2, 2, 2)),
        call("bn.get_buffer", "running_mean", into="saved_running_mean"),
        call("bn.get_buffer", "running_var", into="saved_running_var"),
        call("bn.get_buffer", "num_batches_tracked", into="saved_num_batches_tracked"),
        checks=("shape", "values", "purity"),
        reduction=12,
    )


def no_graph_kept(draw: Draw):
    """What was learned from x1 is a number to y2: no gradient may lead from y2 back to x1."""
    return case(
        "no-graph-kept",
        construct("BatchNorm2d", 2, momentum=0.4, into="bn"),
        call("bn", x1=batch(draw, 2, 2, 2, 2), into="y1"),
        evaluate("bn"),
        call("bn", x2=batch(draw, 3, 2, 1, 2), into="y2"),
        backward("y2", wrt=("x2", "x1")),
        reduction=8,
    )


def large_epsilon(draw: Draw):
    return case(
        "large-epsilon",
        construct("BatchNorm2d", 2, eps=0.7, momentum=0.25, into="bn"),
        learned(draw, 2),
        call("bn", x1=batch(draw, 3, 2, 2, 3), into="y1"),
        backward("y1", wrt=("x1", *LEARNED)),
        read("bn", *BUFFERS),
        evaluate("bn"),
        call("bn", x2=batch(draw, 2, 2, 3, 2), into="y2"),
        reduction=18,
    )


def single_image(draw: Draw):
    return case(
        "single-image",
        construct("BatchNorm2d", 3, momentum=0.6, into="bn"),
        learned(draw, 3),
        call("bn", x=batch(draw, 1, 3, 4, 3)),
        backward("y", wrt=("x", *LEARNED)),
        read("bn", *BUFFERS),
        reduction=12,
    )


def single_pixels(draw: Draw):
    return case(
        "single-pixels",
        construct("BatchNorm2d", 4, into="bn"),
        learned(draw, 4),
        call("bn", x=batch(draw, 5, 4, 1, 1)),
        backward("y", wrt=("x", *LEARNED)),
        read("bn", *BUFFERS),
        reduction=5,
    )


def constant_images(draw: Draw):
    """The variance is exactly 0: small whole numbers add up without rounding."""
    levels = draw.integer_tensor(1, 3, 1, 1, low=-4, high=5).to(draw.dtype)
    return case(
        "constant-images",
        construct("BatchNorm2d", 3, into="bn"),
        learned(draw, 3),
        call("bn", x=levels.expand(2, 3, 2, 4)),
        read("bn", *BUFFERS),
        reduction=16,
    )


def not_contiguous(draw: Draw):
    return case(
        "not-contiguous",
        construct("BatchNorm2d", 3, momentum=0.9, into="bn"),
        learned(draw, 3),
        call("bn", x=batch(draw, 2, 4, 3, 3).permute(0, 3, 1, 2)),
        backward("y", wrt=("x", *LEARNED)),
        read("bn", *BUFFERS),
        reduction=24,
    )


def far_from_zero(draw: Draw):
    """The mean is thousands of times the spread: E[x²] − E[x]² has no correct digit left in float32."""
    return case(
        "far-from-zero",
        construct("BatchNorm2d", 4, into="bn"),
        call("bn", x=draw.normal(4, 4, 2, 2, mean=4000.0)),
        reduction=16,
    )
