"""Number by number: the window is clipped at the edge of the image, so no padding is needed."""

import torch


def spans(length, window, step, pad):
    """Where each window begins and ends within the image."""
    count = (length + 2 * pad - window) // step + 1
    return [(max(k * step - pad, 0), min(k * step - pad + window, length)) for k in range(count)]


def places(x, kernel_size, stride, padding):
    (kh, kw), (ph, pw) = pair(kernel_size), pair(padding)
    sh, sw = (kh, kw) if stride is None else pair(stride)
    return spans(x.shape[2], kh, sh, ph), spans(x.shape[3], kw, sw, pw)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    rows, columns = places(x, kernel_size, stride, padding)
    y = torch.empty(x.shape[0], x.shape[1], len(rows), len(columns), dtype=x.dtype)
    for i, (top, bottom) in enumerate(rows):
        for j, (left, right) in enumerate(columns):
            y[:, :, i, j] = x[:, :, top:bottom, left:right].amax(dim=(2, 3))
    return y


def max_pool2d_backward(dout, x, kernel_size, stride=None, padding=0):
    rows, columns = places(x, kernel_size, stride, padding)
    pixels, grads = x.tolist(), dout.tolist()
    dx = torch.zeros(x.shape, dtype=torch.float64)
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            image = pixels[n][c]
            for i, (top, bottom) in enumerate(rows):
                for j, (left, right) in enumerate(columns):
                    best = (top, left)
                    for r in range(top, bottom):
                        for q in range(left, right):
                            if image[r][q] > image[best[0]][best[1]]:
                                best = (r, q)
                    dx[n, c, best[0], best[1]] += grads[n][c][i][j]
    return dx.to(x.dtype)


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
