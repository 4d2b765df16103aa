import torch


def masked_softmax(scores, mask):
    table = scores.reshape(-1, scores.shape[-1])
    allowed = mask.expand(scores.shape).reshape(table.shape)
    rows = []
    for row, here in zip(table, allowed):
        places = torch.nonzero(here).flatten()
        weights = torch.zeros_like(row)
        if len(places) > 0:
            shares = (row[places] - row[places].max()).exp()
            weights = weights.index_add(0, places, shares / shares.sum())
        rows.append(weights)
    return torch.stack(rows).reshape(scores.shape) if rows else scores.clone()
