"""Training the lecture's models, in a process of its own: see `engine.training.command`."""
