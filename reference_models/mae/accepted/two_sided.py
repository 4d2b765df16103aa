"""What is too much, plus what is too little."""

import torch


def mae(input, target):
    above = torch.relu(input - target)
    below = torch.relu(target - input)
    return (above + below).sum() / input.numel()
