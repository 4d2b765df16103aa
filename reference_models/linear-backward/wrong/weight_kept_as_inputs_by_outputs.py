"""The formulas of a layer whose weight is (I, O)."""


def linear_backward(dout, x, weight):
    o, i = weight.shape
    dout_rows = dout.reshape(-1, o)
    x_rows = x.reshape(-1, i)
    dx = (dout_rows @ weight.T).reshape(x.shape)
    dweight = x_rows.T @ dout_rows
    dbias = dout_rows.sum(dim=0)
    return dx, dweight, dbias
