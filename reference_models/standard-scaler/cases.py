"""Cases of standard-scaler: fitted on one table, applied to others."""

import torch

from graders.authoring import Draw, call, case, construct


def table(draw: Draw, *shape: int, dtype=None):
    """Columns with a mean and a spread of their own, neither 0 nor 1."""
    columns = torch.arange(shape[1]).to(torch.float64)
    values = draw.normal(*shape, dtype="float64") * (2 + columns) + 5 - 4 * columns
    return values.to(getattr(torch, dtype) if dtype else draw.dtype)


def fitted(x, number=""):
    return call("scaler.fit", into=(f"mean{number}", f"std{number}"), **{f"x{number}": x})


def cases(draw: Draw):
    yield by_hand(draw)
    yield training_and_test(draw)
    yield there_and_back(draw)

    yield constant_feature(draw)
    yield one_row(draw)
    yield fitted_again(draw)
    yield far_from_zero(draw)
    yield float64(draw)


def by_hand(draw: Draw):
    training = torch.tensor([[1, 4], [5, 4]], dtype=draw.dtype)
    test = torch.tensor([[7, 6]], dtype=draw.dtype)
    return case(
        "by-hand",
        construct("StandardScaler", into="scaler"),
        fitted(training),
        call("scaler.transform", x_again=training.clone(), into="z"),
        call("scaler.transform", test=test, into="z_test"),
        call("scaler.inverse_transform", scaled=torch.tensor([[2, 2]], dtype=draw.dtype), into="back"),
        visible=True,
        reduction=2,
    )


def training_and_test(draw: Draw):
    training = table(draw, 6, 3)
    return case(
        "training-and-test",
        construct("StandardScaler", into="scaler"),
        fitted(training),
        call("scaler.transform", x_again=training.clone(), into="z"),
        call("scaler.transform", test=table(draw, 4, 3), into="z_test"),
        visible=True,
        reduction=6,
    )


def there_and_back(draw: Draw):
    return case(
        "there-and-back",
        construct("StandardScaler", into="scaler"),
        fitted(table(draw, 5, 2)),
        call("scaler.inverse_transform", scaled=draw.normal(3, 2), into="back"),
        visible=True,
        reduction=5,
    )


def constant_feature(draw: Draw):
    """The middle column is one whole number throughout; on the test rows it is not."""
    training, test = table(draw, 4, 3), table(draw, 2, 3)
    training[:, 1] = draw.integers(2, 9)
    return case(
        "constant-feature",
        construct("StandardScaler", into="scaler"),
        fitted(training),
        call("scaler.transform", x_again=training.clone(), into="z"),
        call("scaler.transform", test=test, into="z_test"),
        reduction=4,
    )


def one_row(draw: Draw):
    """Fitted on a single row every feature is constant; and a table of test rows may be empty."""
    return case(
        "one-row",
        construct("StandardScaler", into="scaler"),
        fitted(draw.integer_tensor(1, 3, low=2, high=20).to(draw.dtype)),
        call("scaler.transform", test=table(draw, 2, 3), into="z_test"),
        call("scaler.transform", none=table(draw, 0, 3), into="z_none"),
    )


def fitted_again(draw: Draw):
    return case(
        "fitted-again",
        construct("StandardScaler", into="scaler"),
        fitted(table(draw, 5, 2), 1),
        fitted(3 * table(draw, 4, 2) + 20, 2),
        call("scaler.transform", test=table(draw, 3, 2), into="z_test"),
        reduction=5,
    )


def far_from_zero(draw: Draw):
    """The mean is thousands of times the spread: squares of such numbers have no digits left for it."""
    training = draw.normal(8, 4, mean=20000.0, std=3.0)
    return case(
        "far-from-zero",
        construct("StandardScaler", into="scaler"),
        fitted(training),
        call("scaler.transform", x_again=training.clone(), into="z"),
        reduction=8,
    )


def float64(draw: Draw):
    training = table(draw, 5, 3, dtype="float64")
    return case(
        "float64",
        construct("StandardScaler", into="scaler"),
        fitted(training),
        call("scaler.transform", x_again=training.clone(), into="z"),
        call("scaler.inverse_transform", scaled=draw.normal(2, 3, dtype="float64"), into="back"),
        reduction=5,
    )
