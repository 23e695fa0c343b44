"""Which function turns which operator into layers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from engine.network.formats.onnx.graph import Graph
from engine.network.formats.onnx.nodes import (
    activation,
    convolution,
    dense,
    merging,
    normalisation,
    recurrent,
    shaping,
)
from engine.network.formats.onnx.proto import Node
from engine.network.formats.onnx.values import Operand

Handler = Callable[[Graph, Node], Sequence[Operand]]

AFTER_ANYTHING = (
    "RNN",
    "LSTM",
    "GRU",
    "MatMul",
    "Gemm",
    "Add",
    "Softmax",
    "LogSoftmax",
    "Dropout",
    *activation.PLAIN,
)
"""What can be told from itself alone, whatever stands before it."""

MOVES = (
    "Identity",
    "Cast",
    "Shape",
    "Transpose",
    "Squeeze",
    "Unsqueeze",
    "Reshape",
    "Flatten",
    "Slice",
    "Split",
    "Expand",
    "Gather",
)
"""What only moves axes about, and is no layer behind one that cannot be replayed."""

NODES: Mapping[str, Handler] = {
    **dict.fromkeys(recurrent.KINDS, recurrent.recurrent),
    "MatMul": dense.matmul,
    "Gemm": dense.gemm,
    "OneHot": dense.one_hot,
    "Gather": shaping.gather,
    "Identity": shaping.same,
    "Cast": shaping.cast,
    "Shape": shaping.shape,
    "Transpose": shaping.transpose,
    "Squeeze": shaping.squeeze,
    "Unsqueeze": shaping.unsqueeze,
    "Reshape": shaping.reshape,
    "Flatten": shaping.flatten,
    "Slice": shaping.slice_,
    "Split": shaping.split_,
    "Expand": shaping.expand,
    **dict.fromkeys(
        (*activation.PLAIN, "LeakyRelu", "ThresholdedRelu", "Elu", "Celu", "Selu", "Swish",
         "HardSigmoid"),
        activation.activation,
    ),
    "Gelu": activation.gelu,
    "Softmax": activation.over_an_axis("softmax", "Softmax"),
    "LogSoftmax": activation.over_an_axis("log_softmax", "ops.LogSoftmax"),
    "Clip": activation.clip,
    "PRelu": activation.prelu,
    "Dropout": activation.dropout,
    "ReduceMean": activation.reduced("GlobalAveragePooling1D", "ops.Mean"),
    "ReduceMax": activation.reduced("GlobalMaxPooling1D", "ops.Max"),
    "ReduceSum": activation.reduced("", "ops.Sum"),
    "GlobalAveragePool": activation.global_pooling("GlobalAveragePooling1D"),
    "GlobalMaxPool": activation.global_pooling("GlobalMaxPooling1D"),
    **dict.fromkeys(merging.LAYERS, merging.elementwise),
    "Concat": merging.concat,
    "Conv": convolution.conv,
    "MaxPool": convolution.pooling("MaxPooling1D"),
    "AveragePool": convolution.pooling("AveragePooling1D"),
    "BatchNormalization": normalisation.batch,
    "LayerNormalization": normalisation.layer,
}  # fmt: skip
"""By operator; those of other domains are written with theirs and have none."""
