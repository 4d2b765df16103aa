"""The backward pass of a 2-D convolution: every product of the forward pass, walked through once more."""

import torch
import torch.nn.functional as F
from torch import Tensor


def conv2d_backward(
    dout: Tensor,
    x: Tensor,
    weight: Tensor,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
) -> tuple[Tensor, Tensor, Tensor]:
    """Gradients of the loss for images, kernels and bias, from the gradient for the output."""
    stride_h, stride_w = pair(stride)
    padding_h, padding_w = pair(padding)
    images, channels, height, width = x.shape
    kernels, kernel_channels, kernel_h, kernel_w = weight.shape
    out_h = (height + 2 * padding_h - kernel_h) // stride_h + 1
    out_w = (width + 2 * padding_w - kernel_w) // stride_w + 1
    if kernel_channels != channels or dout.shape != (images, kernels, out_h, out_w) or not dout.numel():
        raise ValueError("dout, x and weight do not belong to one convolution")
    if min(stride_h, stride_w) < 1 or min(padding_h, padding_w) < 0:
        raise ValueError("a stride is at least 1 and a padding at least 0")

    padded = F.pad(x, (padding_w, padding_w, padding_h, padding_h))
    grad_padded = torch.zeros_like(padded)
    grad_weight = torch.zeros_like(weight)

    # In the forward pass a tap meets one strided slice of the padded image. Backward, the same slice
    # tells the tap its gradient, and receives its own through the tap. Slices of two taps may overlap.
    for u in range(kernel_h):
        for v in range(kernel_w):
            rows = slice(u, u + (out_h - 1) * stride_h + 1, stride_h)
            columns = slice(v, v + (out_w - 1) * stride_w + 1, stride_w)
            grad_weight[:, :, u, v] = torch.einsum("noij,ncij->oc", dout, padded[:, :, rows, columns])
            grad_padded[:, :, rows, columns] += torch.einsum("noij,oc->ncij", dout, weight[:, :, u, v])

    # The zeros around the image are no variables: what arrived there is dropped.
    grad_x = grad_padded[:, :, padding_h : padding_h + height, padding_w : padding_w + width]
    return grad_x.contiguous(), grad_weight, dout.sum(dim=(0, 2, 3))


def pair(value: int | tuple[int, int]) -> tuple[int, int]:
    """One number means the same in both directions."""
    return (value, value) if isinstance(value, int) else (value[0], value[1])
