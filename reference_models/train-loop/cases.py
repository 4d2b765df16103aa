"""Cases of train-loop: models, optimizers and schedulers are PyTorch's own."""

import torch

from graders.authoring import Draw, call, case, construct, evaluate, instance, load, parameters_of, read


def cases(draw: Draw):
    yield by_hand(draw)
    yield schedule(draw)

    yield classifier(draw)
    yield training_mode(draw)
    yield even_batches(draw)
    yield one_batch(draw)
    yield single_examples(draw)
    yield without_graph(draw)


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


ACTORS = (instance("net"), instance("optimizer"), instance("loss_fn"))


def fit(x, y, scheduler=None, **options):
    return call("train_loop", *ACTORS, x=x, y=y, scheduler=scheduler, **options, into="losses")


def by_hand(draw: Draw):
    def given(*values):
        return torch.tensor(values, dtype=draw.dtype).reshape(-1, 1)

    return case(
        "by-hand",
        construct("torch.nn.Linear", 1, 1, into="net"),
        load("net", weight=given(1), bias=given(0)[0]),
        sgd(0.25),
        loss("MSELoss"),
        fit(given(1, 2, 2), given(3, 4, 5), batch_size=2, epochs=1),
        *look("net", 1),
        visible=True,
    )


def schedule(draw: Draw):
    """Each epoch has a learning rate of its own: half of the one before."""
    return case(
        "schedule",
        *linear(draw, 3, 2),
        sgd(0.4),
        construct("torch.optim.lr_scheduler.ExponentialLR", instance("optimizer"), gamma=0.5, into="halving"),
        loss("MSELoss"),
        fit(draw.normal(5, 3), draw.normal(5, 2, mean=3.0), instance("halving"), batch_size=2, epochs=3),
        *look("net", 3),
        visible=True,
        reduction=20,
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
        fit(draw.normal(7, 3), draw.integer_tensor(7, low=0, high=4), batch_size=3, epochs=2),
        *look("first", 2),
        *look("last", 2),
        reduction=20,
    )


def training_mode(draw: Draw):
    """Batch normalization tells the modes apart, and how often it was called."""
    return case(
        "training-mode",
        construct("torch.nn.BatchNorm1d", 3, into="norm"),
        *linear(draw, 3, 2, into="last"),
        construct("torch.nn.Sequential", norm=instance("norm"), last=instance("last"), into="net"),
        sgd(0.1),
        loss("MSELoss"),
        evaluate("net"),
        fit(draw.normal(8, 3, mean=2.0, std=3.0), draw.normal(8, 2), batch_size=3, epochs=2),
        *look("last", 2),
        read("norm", "running_mean", "num_batches_tracked"),
        reduction=30,
    )


def even_batches(draw: Draw):
    return case(
        "even-batches",
        *linear(draw, 2, 1),
        construct("torch.optim.Adam", params=parameters_of("net"), lr=0.1, into="optimizer"),
        loss("SmoothL1Loss"),
        fit(draw.uniform(6, 2, low=0.5, high=2.0), draw.normal(6, 1, mean=9.0), batch_size=2, epochs=2),
        *look("net", 2),
        reduction=12,
    )


def one_batch(draw: Draw):
    return case(
        "one-batch",
        *linear(draw, 3, 1),
        sgd(0.1),
        loss("MSELoss"),
        fit(draw.normal(4, 3), draw.normal(4, 1, mean=4.0), batch_size=10, epochs=3),
        *look("net", 3),
        reduction=12,
    )


def single_examples(draw: Draw):
    return case(
        "single-examples",
        *linear(draw, 2, 2),
        sgd(0.1),
        loss("MSELoss"),
        fit(draw.normal(4, 2), draw.normal(4, 2, mean=4.0), batch_size=1, epochs=2),
        *look("net", 2),
        reduction=16,
    )


def without_graph(draw: Draw):
    """Losses that keep their graphs keep every batch in memory."""
    return case(
        "without-graph",
        *linear(draw, 2, 1),
        sgd(0.1),
        loss("MSELoss"),
        construct("train_loop", *ACTORS, x=draw.normal(3, 2), y=draw.normal(3, 1), into="losses"),
        construct("losses.requires_grad.__bool__", into="answer"),
        call("torch.tensor", answer=instance("answer"), into="losses_require_grad"),
        *look("net", 1),
        reduction=6,
    )
