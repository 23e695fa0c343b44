"""Graphs: states handed on, branches, several inputs and outputs, models inside models."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.engine.network.zoo.case import (
    FEATURES,
    FEW,
    KERAS2,
    KERAS3,
    STEPS,
    UNITS,
    WORDS,
    add,
    everywhere,
    numbers,
    words,
    zoo,
)


def _translator(kind: str, k: Any) -> Any:
    """An encoder-decoder as the tutorials have it: the encoder's states begin the decoder."""
    one, two = k.Input((STEPS,), dtype="int32"), k.Input((5,), dtype="int32")
    first = k.layers.Embedding(WORDS, 4)(one)
    _, *states = getattr(k.layers, kind)(UNITS, return_state=True, name="encoder")(first)
    second = k.layers.Embedding(WORDS + 3, 4)(two)
    decoder = getattr(k.layers, kind)(
        UNITS, return_sequences=True, return_state=True, name="decoder"
    )
    made, *_ = decoder(second, initial_state=states if len(states) > 1 else states[0])
    return k.Model([one, two], k.layers.Dense(6, "softmax")(made))


for _kind in ("LSTM", "GRU", "SimpleRNN"):
    add(f"encoder-decoder {_kind}", partial(_translator, _kind), "encoder", "decoder")


@everywhere("both/forward", "both/backward", "decoder")
def bidirectional_states_together(k: Any) -> Any:
    one, two = k.Input((STEPS, 3)), k.Input((5, 2))
    _, h, c, h2, c2 = k.layers.Bidirectional(k.layers.LSTM(UNITS, return_state=True), name="both")(
        one
    )
    h, c = k.layers.Concatenate()([h, h2]), k.layers.Concatenate()([c, c2])
    made = k.layers.LSTM(2 * UNITS, return_sequences=True, name="decoder")(
        two, initial_state=[h, c]
    )
    return k.Model([one, two], k.layers.Dense(2)(made))


@everywhere("encoder", "both/forward", "both/backward")
def a_bidirectional_that_is_given_states(k: Any) -> Any:
    one, two = k.Input((STEPS, 3)), k.Input((5, 2))
    _, h, c = k.layers.LSTM(UNITS, return_state=True, name="encoder")(one)
    made = k.layers.Bidirectional(k.layers.LSTM(UNITS), name="both")(
        two, initial_state=[h, c, h, c]
    )
    return k.Model([one, two], k.layers.Dense(2)(made))


@everywhere("rnn")
def states_from_an_image(k: Any) -> Any:
    picture, caption = k.Input((10,)), k.Input((STEPS,), dtype="int32")
    h = k.layers.Dense(UNITS, "relu")(picture)
    tensor = k.layers.Embedding(WORDS, 4, mask_zero=True)(caption)
    made = k.layers.LSTM(UNITS, name="rnn")(tensor, initial_state=[h, h])
    return k.Model([picture, caption], k.layers.Dense(WORDS, "softmax")(made))


@everywhere("rnn", unopened=("keras3.h5",))
def image_captioning(k: Any) -> Any:
    """Picture vector and words so far: added, as in the well-known tutorial."""
    picture, caption = k.Input((10,), name="picture"), k.Input((STEPS,), name="caption")
    seen = k.layers.Dense(UNITS, "relu")(k.layers.Dropout(0.5)(picture))
    read = k.layers.Embedding(WORDS, 4, mask_zero=True)(caption)
    read = k.layers.LSTM(UNITS, name="rnn")(k.layers.Dropout(0.5)(read))
    both = k.layers.Dense(6, "relu")(k.layers.add([seen, read]))
    return k.Model([picture, caption], k.layers.Dense(WORDS, "softmax")(both))


@everywhere("rnn")
def words_and_numbers(k: Any) -> Any:
    text, facts = k.Input((STEPS,), name="text"), k.Input((3,), name="facts")
    read = k.layers.LSTM(UNITS, name="rnn")(k.layers.Embedding(WORDS, 4)(text))
    both = k.layers.concatenate([read, facts])
    return k.Model([text, facts], k.layers.Dense(1, "sigmoid")(both))


@everywhere("a", "b")
def two_sequences(k: Any) -> Any:
    one, two = k.Input((STEPS, 3)), k.Input((5, 2))
    a, b = k.layers.LSTM(UNITS, name="a")(one), k.layers.GRU(UNITS, name="b")(two)
    return k.Model([one, two], k.layers.Dense(1)(k.layers.Concatenate()([a, b])))


@everywhere("rnn")
def several_outputs(k: Any) -> Any:
    first = numbers(k)[0]
    tensor = k.layers.LSTM(UNITS, return_sequences=True, name="rnn")(first)
    each = k.layers.TimeDistributed(k.layers.Dense(2), name="each")(tensor)
    last = k.layers.Dense(1, name="last")(k.layers.GlobalAveragePooling1D()(tensor))
    return k.Model(first, [last, each])


@everywhere("rnn")
def all_that_it_returns(k: Any) -> Any:
    """The model of the tutorial on return_sequences and return_state."""
    first = k.Input((STEPS, 3))
    made = k.layers.LSTM(UNITS, return_sequences=True, return_state=True, name="rnn")(first)
    return k.Model(first, list(made))


@everywhere("a", "b")
def residual(k: Any) -> Any:
    first = k.Input((STEPS, UNITS))
    a = k.layers.LSTM(UNITS, return_sequences=True, name="a")(first)
    a = k.layers.Add()([first, a])
    b = k.layers.LSTM(UNITS, return_sequences=True, name="b")(a)
    return k.Model(first, k.layers.Dense(1)(k.layers.Add()([a, b])))


@everywhere("a", "b")
def branches_of_two_widths(k: Any) -> Any:
    first = k.Input((STEPS, 3))
    a = k.layers.LSTM(2, return_sequences=True, name="a")(first)
    b = k.layers.GRU(3, return_sequences=True, name="b")(
        k.layers.Conv1D(4, 3, padding="same")(first)
    )
    both = k.layers.Concatenate()([a, b])
    return k.Model(first, k.layers.Dense(1)(k.layers.Flatten()(both)))


@everywhere("rnn")
def attention_by_hand(k: Any) -> Any:
    """Scores of the steps, softmax over the time, repeated, multiplied, summed by a Dot."""
    first = k.Input((STEPS, 3))
    tensor = k.layers.LSTM(UNITS, return_sequences=True, name="rnn")(first)
    scores = k.layers.Dense(1, "tanh")(tensor)
    scores = k.layers.Activation("softmax")(k.layers.Flatten()(scores))
    weights = k.layers.Permute((2, 1))(k.layers.RepeatVector(UNITS)(scores))
    weighed = k.layers.Multiply()([tensor, weights])
    context = k.layers.Dot(axes=1)([scores, tensor])
    both = k.layers.Concatenate()([k.layers.GlobalAveragePooling1D()(weighed), context])
    return k.Model(first, k.layers.Dense(1)(both))


@everywhere("rnn")
def softmax_over_time(k: Any) -> Any:
    first = k.Input((STEPS, 3))
    tensor = k.layers.LSTM(UNITS, return_sequences=True, name="rnn")(first)
    scores = k.layers.Softmax(axis=1)(k.layers.Dense(1)(tensor))
    context = k.layers.Dot(axes=1)([scores, tensor])
    return k.Model(first, k.layers.Dense(1)(k.layers.Flatten()(context)))


def _attended(kind: str, k: Any) -> Any:
    one, two = k.Input((STEPS,), dtype="int32"), k.Input((5,), dtype="int32")
    first = k.layers.Embedding(WORDS, 4, mask_zero=True)(one)
    made, *states = k.layers.LSTM(UNITS, return_sequences=True, return_state=True, name="encoder")(
        first
    )
    second = k.layers.Embedding(WORDS, 4, mask_zero=True)(two)
    read = k.layers.LSTM(UNITS, return_sequences=True, name="decoder")(second, initial_state=states)
    if kind == "MultiHeadAttention":  # by name, and not in its order
        context = k.layers.MultiHeadAttention(2, 3)(query=read, key=first, value=made)
    else:
        context = getattr(k.layers, kind)()([read, made])
    both = k.layers.Concatenate()([read, context])
    return k.Model([one, two], k.layers.Dense(6, "softmax")(both))


for _kind in ("Attention", "AdditiveAttention", "MultiHeadAttention"):
    add(f"{_kind} over an encoder", partial(_attended, _kind), "encoder", "decoder")


@everywhere("lstm", "gru", unopened=("keras3.h5",))
def a_block_of_a_transformer(k: Any) -> Any:
    """Masks go through heads, which take them from what they read in Keras 3."""
    first = k.Input((STEPS,), dtype="int32")
    x = k.layers.Embedding(WORDS, 4, mask_zero=True)(first)
    own = k.layers.MultiHeadAttention(2, 3, dropout=0.1)(x, x)
    x = k.layers.LayerNormalization()(k.layers.Add()([x, own]))
    tensor = k.layers.LSTM(UNITS, return_sequences=True, name="lstm")(x)
    back = k.layers.MultiHeadAttention(2, 3, output_shape=5)(tensor, tensor, use_causal_mask=True)
    tensor = k.layers.GRU(UNITS, return_sequences=True, name="gru")(back)
    return k.Model(first, k.layers.Dense(1)(tensor))


@zoo("lstm", writers=FEW)
def weights_of_attention_as_outputs(k: Any) -> Any:
    first = k.Input((STEPS,), dtype="int32")
    x = k.layers.Embedding(WORDS, 4, mask_zero=True)(first)
    x = k.layers.LSTM(UNITS, return_sequences=True, name="lstm")(x)
    made, weights = k.layers.Attention()([x, x], return_attention_scores=True)
    more, heads = k.layers.MultiHeadAttention(2, 3)(made, x, return_attention_scores=True)
    return k.Model(first, [k.layers.Dense(1)(more), weights, heads])


@everywhere("body/lstm")
def a_sequential_model_inside(k: Any) -> Any:
    body = k.Sequential(
        [k.Input((STEPS, 3)), k.layers.Dense(4), k.layers.LSTM(UNITS, name="lstm")], name="body"
    )
    return k.Sequential([k.Input((STEPS, 3)), body, k.layers.Dense(1, name="top")])


@everywhere("encoder/lower", "encoder/upper/gru", "decoder/lstm")
def models_inside_models(k: Any) -> Any:
    """An autoencoder whose halves are models, one of them with a model inside."""
    deep = k.Sequential(
        [k.Input((STEPS, 5)), k.layers.GRU(UNITS, name="gru"), k.layers.Dense(4)], name="upper"
    )
    start = k.Input((STEPS, FEATURES))
    lower = k.layers.LSTM(5, return_sequences=True, name="lower")(start)
    encoder = k.Model(start, deep(lower), name="encoder")
    code = k.Input((4,))
    made = k.layers.LSTM(UNITS, return_sequences=True, name="lstm")(
        k.layers.RepeatVector(STEPS)(code)
    )
    decoder = k.Model(code, k.layers.Dense(FEATURES)(made), name="decoder")
    first = k.Input((STEPS, FEATURES))
    return k.Model(first, decoder(encoder(first)))


@everywhere("twin/lstm", "twin/lstm (2)")
def a_model_called_twice(k: Any) -> Any:
    """A siamese network."""
    start = k.Input((STEPS,), dtype="int32")
    twin = k.Model(
        start,
        k.layers.LSTM(UNITS, name="lstm")(k.layers.Embedding(WORDS, 4)(start)),
        name="twin",
    )
    one, two = k.Input((STEPS,), dtype="int32"), k.Input((STEPS,), dtype="int32")
    apart = k.layers.Subtract()([twin(one), twin(two)])
    return k.Model([one, two], k.layers.Dense(1, "sigmoid")(apart))


@everywhere("rnn", "rnn (2)")
def a_layer_called_twice(k: Any) -> Any:
    one, two = k.Input((STEPS,), dtype="int32"), k.Input((STEPS,), dtype="int32")
    table, rnn = k.layers.Embedding(WORDS, 4), k.layers.GRU(UNITS, name="rnn")
    near = k.layers.Dot(axes=-1, normalize=True)([rnn(table(one)), rnn(table(two))])
    return k.Model([one, two], k.layers.Dense(1, "sigmoid")(near))


@everywhere("both/forward", "both/backward", "both (2)/forward", "both (2)/backward")
def a_bidirectional_called_twice(k: Any) -> Any:
    one, two = k.Input((STEPS, 3)), k.Input((STEPS, 3))
    both = k.layers.Bidirectional(k.layers.LSTM(UNITS), name="both")
    return k.Model([one, two], k.layers.Dense(1)(k.layers.Concatenate()([both(one), both(two)])))


@everywhere("body/rnn")
def frozen_inside_with_batch_normalization(k: Any) -> Any:
    """HDF5 files the trained weights first: in a frozen model there are none."""
    body = k.Sequential(
        [
            k.Input((STEPS, 3)),
            k.layers.Dense(4),
            k.layers.BatchNormalization(),
            k.layers.LSTM(UNITS, name="rnn", trainable=False),
            k.layers.BatchNormalization(),
            k.layers.Dense(4),
        ],
        name="body",
    )
    body.layers[0].trainable = False
    return k.Sequential([k.Input((STEPS, 3)), body, k.layers.Dense(1)])


@everywhere("body/rnn", "body/again")
def two_of_a_kind_inside(k: Any) -> Any:
    body = k.Sequential(
        [
            k.Input((STEPS, 4)),
            k.layers.BatchNormalization(),
            k.layers.LSTM(4, return_sequences=True, name="rnn", trainable=False),
            k.layers.Dense(4, name="first"),
            k.layers.BatchNormalization(),
            k.layers.LSTM(4, name="again"),
            k.layers.Dense(4, name="second", trainable=False),
        ],
        name="body",
    )
    return k.Sequential([k.Input((STEPS, 4)), body, k.layers.Dense(1)])


@everywhere("left/rnn", "right/rnn")
def two_models_with_the_same_names_inside(k: Any) -> Any:
    def half(name: str) -> Any:
        layers = [
            k.Input((STEPS, 3)),
            k.layers.LSTM(UNITS, name="rnn"),
            k.layers.Dense(2, name="d"),
        ]
        return k.Sequential(layers, name=name)

    first = k.Input((STEPS, 3))
    both = k.layers.Concatenate()([half("left")(first), half("right")(first)])
    return k.Model(first, k.layers.Dense(1)(both))


@everywhere("rnn", unopened=("keras3.h5",))
def the_last_step_taken(k: Any) -> Any:
    first = k.Input((STEPS, 3))
    tensor = k.layers.LSTM(UNITS, return_sequences=True, name="rnn")(first)
    return k.Model(first, k.layers.Dense(1)(tensor[:, -1]))


@everywhere("rnn", unopened=("keras3.h5",))
def a_part_of_the_steps_taken(k: Any) -> Any:
    first = k.Input((STEPS, 3))
    return k.Model(first, k.layers.LSTM(UNITS, name="rnn")(first[:, 1:5, :2]))


@everywhere("rnn", unopened=("keras3.h5",))
def arithmetic_on_tensors(k: Any) -> Any:
    first = k.Input((STEPS, 3))
    tensor = k.layers.LSTM(UNITS, return_sequences=True, name="rnn")(first)
    other = k.layers.Dense(UNITS)(first)
    tensor = (tensor * 2.0 + other) / 3.0 - other * tensor
    return k.Model(first, k.layers.Dense(1)(1.0 - tensor))


def _operations3(k: Any) -> Any:
    first = k.Input((STEPS, 3))
    tensor = k.layers.LSTM(UNITS, return_sequences=True, name="rnn")(first)
    mean = k.ops.mean(tensor, axis=1)
    high = k.ops.max(tensor, axis=1)
    wide = k.ops.expand_dims(mean, 1) * tensor
    total = k.ops.sum(k.ops.tanh(wide), axis=1)
    return k.Model(first, k.layers.Dense(1)(k.ops.concatenate([mean, high, total], axis=-1)))


add("operations of Keras 3", _operations3, "rnn", writers=KERAS3, unopened=("keras3.h5",))


def _operations2(k: Any) -> Any:
    import tensorflow as tf

    first = k.Input((STEPS, 3))
    tensor = k.layers.LSTM(UNITS, return_sequences=True, name="rnn")(first)
    mean = tf.reduce_mean(tensor, axis=1)
    high = tf.reduce_max(tensor, axis=1)
    wide = tf.expand_dims(mean, 1) * tensor
    total = tf.reduce_sum(tf.tanh(wide), axis=1)
    return k.Model(first, k.layers.Dense(1)(tf.concat([mean, high, total], axis=-1)))


add("operations of TensorFlow", _operations2, "rnn", writers=KERAS2)


@everywhere("rnn")
def layers_that_nobody_needs(k: Any) -> Any:
    """A branch that no output is made of is not in the file."""
    first = k.Input((STEPS, 3))
    tensor = k.layers.LSTM(UNITS, name="rnn")(first)
    k.layers.Dense(3)(tensor)
    return k.Model(first, k.layers.Dense(1)(tensor))


@everywhere("rnn")
def a_dictionary_of_outputs(k: Any) -> Any:
    first = k.Input((STEPS, 3))
    tensor = k.layers.LSTM(UNITS, name="rnn")(first)
    return k.Model(
        first,
        {
            "price": k.layers.Dense(1, name="price")(tensor),
            "up": k.layers.Dense(2, name="up")(tensor),
        },
    )


@everywhere("rnn", unopened=("keras3.h5",))
def a_deep_chain_of_words(k: Any) -> Any:
    first, table = words(k, mask_zero=True)
    tensor = k.layers.SpatialDropout1D(0.2)(table(first))
    tensor = k.layers.LSTM(UNITS, return_sequences=True, name="rnn")(tensor)
    high, mean = k.layers.GlobalMaxPooling1D()(tensor), k.layers.GlobalAveragePooling1D()(tensor)
    return k.Model(first, k.layers.Dense(1, "sigmoid")(k.layers.concatenate([mean, high])))
