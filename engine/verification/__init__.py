"""Proof that a replay is what Keras computes.  TensorFlow runs only in this process."""
