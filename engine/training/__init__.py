"""Training the lecture's models, in a process of its own, and following any training.

`RunRecorder` is the Keras callback for people's own ``model.fit``::

    from engine.training import RunRecorder

    model.fit(..., callbacks=[RunRecorder("runs/my-lstm")])

Importing it imports neither Keras nor TensorFlow.
"""

from engine.training.recorder import RunRecorder

__all__ = ["RunRecorder"]
