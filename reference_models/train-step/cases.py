"""Cases of train-step: models and optimizers are PyTorch's own."""

import torch

from graders.authoring import Draw, call, case, construct, evaluate, instance, load, parameters_of, read


def cases(draw: Draw):
    yield by_hand(draw)
    yield classifier(draw)

    yield old_gradients(draw)
    yield training_mode(draw)
    yield order_of_arguments(draw)
    yield without_graph(draw)
    yield another_optimizer(draw)


def linear(draw: Draw, inputs, outputs, into="net"):
    """A linear layer whose weights are drawn."""
    return [
        construct("torch.nn.Linear", inputs, outputs, into=into),
        load(into, weight=draw.normal(outputs, inputs), bias=draw.normal(outputs)),
    ]


def sgd(lr):
    return construct("torch.optim.SGD", params=parameters_of("net"), lr=lr, into="optimizer")


def loss(kind):
    return construct(f"torch.nn.{kind}", into="loss_fn")


def look(name, at):
    """What has become of a linear layer."""
    return [
        call(f"{name}.weight.detach", into=f"{name}_weight_{at}"),
        call(f"{name}.bias.detach", into=f"{name}_bias_{at}"),
    ]


def step(number, x, y):
    """One call on a batch of its own."""
    return call("train_step", *ACTORS, **{f"x{number}": x, f"y{number}": y}, into=f"loss_{number}")


ACTORS = (instance("net"), instance("optimizer"), instance("loss_fn"))


def by_hand(draw: Draw):
    def given(*values):
        return torch.tensor(values, dtype=draw.dtype).reshape(-1, 1)

    return case(
        "by-hand",
        construct("torch.nn.Linear", 1, 1, into="net"),
        load("net", weight=given(1), bias=given(0)[0]),
        sgd(0.25),
        loss("MSELoss"),
        step(1, given(1, 2), given(3, 4)),
        *look("net", 1),
        step(2, given(1, 2), given(3, 4)),
        *look("net", 2),
        visible=True,
    )


def classifier(draw: Draw):
    return case(
        "classifier",
        *linear(draw, 3, 5, into="first"),
        construct("torch.nn.Tanh", into="between"),
        *linear(draw, 5, 4, into="last"),
        construct(
            "torch.nn.Sequential",
            first=instance("first"),
            between=instance("between"),
            last=instance("last"),
            into="net",
        ),
        sgd(0.5),
        loss("CrossEntropyLoss"),
        step(1, draw.normal(6, 3), draw.integer_tensor(6, low=0, high=4)),
        step(2, draw.normal(6, 3), draw.integer_tensor(6, low=0, high=4)),
        *look("first", 2),
        *look("last", 2),
        visible=True,
        reduction=6,
    )


def old_gradients(draw: Draw):
    """Somebody looked at a gradient before: it must not count."""
    return case(
        "old-gradients",
        *linear(draw, 3, 2),
        sgd(0.4),
        loss("MSELoss"),
        construct("net.weight.backward", old=draw.extreme(2, 3, size=4.0), into="_"),
        step(1, draw.normal(5, 3), draw.normal(5, 2)),
        *look("net", 1),
        reduction=10,
    )


def training_mode(draw: Draw):
    """Batch normalization tells the modes apart, and how often it was called."""
    return case(
        "training-mode",
        construct("torch.nn.BatchNorm1d", 3, into="norm"),
        *linear(draw, 3, 2, into="last"),
        construct("torch.nn.Sequential", norm=instance("norm"), last=instance("last"), into="net"),
        sgd(0.3),
        loss("MSELoss"),
        step(1, draw.normal(6, 3, mean=2.0, std=3.0), draw.normal(6, 2)),
        evaluate("net"),
        step(2, draw.normal(6, 3, mean=4.0, std=2.0), draw.normal(6, 2)),
        *look("last", 2),
        read("norm", "running_mean", "num_batches_tracked"),
        reduction=12,
    )


def order_of_arguments(draw: Draw):
    return case(
        "order-of-arguments",
        *linear(draw, 4, 1),
        sgd(0.1),
        loss("PoissonNLLLoss"),
        step(1, draw.uniform(5, 4, high=0.5), draw.uniform(5, 1, low=2.0, high=4.0)),
        *look("net", 1),
        reduction=5,
    )


def without_graph(draw: Draw):
    """A loss that keeps its graph keeps the whole batch in memory."""
    return case(
        "without-graph",
        *linear(draw, 2, 2),
        sgd(0.2),
        loss("MSELoss"),
        construct("train_step", *ACTORS, x=draw.normal(3, 2), y=draw.normal(3, 2), into="loss"),
        construct("loss.requires_grad.__bool__", into="answer"),
        call("torch.tensor", answer=instance("answer"), into="loss_requires_grad"),
        *look("net", 1),
        reduction=6,
    )


def another_optimizer(draw: Draw):
    return case(
        "another-optimizer",
        *linear(draw, 3, 2),
        construct("torch.optim.Adam", params=parameters_of("net"), lr=0.1, into="optimizer"),
        loss("SmoothL1Loss"),
        step(1, draw.uniform(4, 3, low=0.5, high=2.0), draw.normal(4, 2, mean=9.0)),
        step(2, draw.uniform(4, 3, low=0.5, high=2.0), draw.normal(4, 2, mean=9.0)),
        *look("net", 2),
        reduction=8,
    )
