"""Variants of questions on the neuron and the perceptron."""
