"""Variants of questions on LeNet, AlexNet, VGG and ResNet."""
