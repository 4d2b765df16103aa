"""``python -m graders.gpu_proof``: proves what cannot be tested without a graphics card.

Needs PyTorch with CUDA, NumPy, and nothing else that this repository does not hold.
"""
