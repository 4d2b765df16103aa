"""Your sigmoid and its derivative. Everything below the docstrings is yours to replace."""

import torch


def sigmoid(x: torch.Tensor) -> torch.Tensor:
    """The sigmoid of each number.

    x:  any shape, float32 or float64

    Returns a new tensor with the shape and dtype of x; x stays as it was. There is nothing to raise.
    """
    raise NotImplementedError("sigmoid is not written yet")


def sigmoid_backward(dout: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    """The gradient of the loss for x.

    dout:  the gradient of the loss for sigmoid(x), with the shape and dtype of x
    x:     what sigmoid was given

    Returns a new tensor with the shape and dtype of x. The inputs stay as they were.
    """
    raise NotImplementedError("sigmoid_backward is not written yet")
