"""dlquiz: practice questions and graded deep-learning code, in Hindi and English."""
