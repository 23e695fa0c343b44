"""The lecture's own lines of Keras for a lesson, with this app's values put in; they run as they
stand."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from engine.tasks import adding, dates, one_to_many, tagger
from engine.training.recipes import RECIPES

_DATA = """\
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras
from tensorflow.keras.datasets import imdb
from tensorflow.keras.preprocessing.sequence import pad_sequences

(train_input, train_target), (test_input, test_target) = imdb.load_data(num_words=$num_words)
train_input, val_input, train_target, val_target = train_test_split(
    train_input, train_target, test_size=$test_size, random_state=$split_seed)
"""

_LAYER = """\
import numpy as np
from tensorflow import keras

model = keras.Sequential([
    keras.layers.Input((None,)),
    keras.layers.Embedding($num_words, $embedding),
    keras.layers.$cell($units),
    keras.layers.Dense(1, activation='sigmoid')])
layer = model.layers[1]
"""

_TEMPLATES = {
    "activations": """\
import numpy as np
from tensorflow import keras

x = np.linspace(-6, 6, 13).astype('float32')
for name in ('sigmoid', 'tanh', 'relu'):
    print(name, np.round(keras.activations.get(name)(x), 3))
""",
    "static": """\
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential()
model.add(layers.Input(($length,)))
model.add(layers.Embedding($num_words, $embedding))
model.add(layers.Conv1D(8, 3, activation='relu'))  # eight filters over three words
model.add(layers.GlobalMaxPooling1D())  # the strongest place of each
model.add(layers.Dense(1, activation='sigmoid'))
model.summary()

bag = keras.Sequential(model.layers[:1])
bag.add(layers.GlobalAveragePooling1D())
review = np.random.randint(4, $num_words, (1, $length))
shuffled = np.random.permutation(review[0])[None]
for network in (model, bag):
    change = np.abs(network(review) - network(shuffled))
    print(change.max())  # a mean knows no order
""",
    "memory": """\
import numpy as np
from tensorflow import keras

steps = 20  # two numbers of a row are marked: their sum is the answer
rows = np.random.random((2000, steps, 2)).round(2)
rows[:, :, 1] = 0
for row in rows:
    row[np.random.randint(0, steps // 2), 1] = 1
    row[np.random.randint(steps // 2, steps), 1] = 1
sums = (rows[:, :, 0] * rows[:, :, 1]).sum(axis=1)
print('keeping nothing:', np.mean((sums - 1) ** 2))  # about 1/6
for cell in (keras.layers.SimpleRNN, keras.layers.LSTM, keras.layers.GRU):
    # The models of this lesson learned for up to 25 epochs.
    model = keras.Sequential([
        keras.layers.Input((steps, 2)), cell($memory_units), keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.003, clipnorm=1.0), loss='mse')
    model.fit(rows, sums, batch_size=64, epochs=2, validation_split=0.2, verbose=0)
    print(cell.__name__, model.evaluate(rows[-400:], sums[-400:], verbose=0))
""",
    "rnn": _LAYER.replace("$cell", "SimpleRNN")
    + "print(layer.count_params())  # the same for every number of steps\n"
    "for steps in (10, $length):\n"
    "    print(steps, model(np.ones((1, steps), 'int32')).shape, layer.count_params())\n",
    "step": _LAYER.replace("$cell", "SimpleRNN") + "W_x, W_h, b = layer.get_weights()\n"
    "x = np.random.normal(size=$embedding)\n"
    "h = np.zeros($units)\n"
    "h = np.tanh(x @ W_x + h @ W_h + b)\nprint(h)\n",
    "lstm": _LAYER.replace("$cell", "LSTM") + "W, U, b = layer.get_weights()\n"
    "sigmoid = lambda z: 1 / (1 + np.exp(-z))\n"
    "x = np.random.normal(size=$embedding)\n"
    "h = c = np.zeros($units)\n"
    "i, f, g, o = np.split(x @ W + h @ U + b, 4)\n"
    "c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)\n"
    "h = sigmoid(o) * np.tanh(c)\nprint(c, h)\n",
    "gru": _LAYER.replace("$cell", "GRU")
    + "model.summary()\nW, U, b = layer.get_weights()\nprint(W.shape, U.shape, b.shape)\n",
    "one_to_one": """\
import numpy as np
from tensorflow import keras

model = keras.Sequential()
model.add(keras.layers.Input((1,)))
model.add(keras.layers.Embedding($num_words, 8))
model.add(keras.layers.Flatten())
model.add(keras.layers.Dense(8, activation='relu'))
model.add(keras.layers.Dense(1, activation='sigmoid'))
model.summary()
print(model.predict(np.array([[87]]), verbose=0).shape)  # one word, one answer
""",
    "one_to_many": """\
import numpy as np
from tensorflow import keras

model = keras.Sequential()
model.add(keras.layers.Input((1,)))
model.add(keras.layers.RepeatVector($steps))
model.add(keras.layers.GRU($wave_units, return_sequences=True))
model.add(keras.layers.Dense(1))
model.summary()
print(model.predict(np.array([[0.5]]), verbose=0).shape)  # one value, $steps answers
""",
    "many_to_one": """\
import numpy as np
from tensorflow import keras

model = keras.Sequential()
model.add(keras.layers.Input(($length,)))
model.add(keras.layers.Embedding($num_words, $embedding))
model.add(keras.layers.LSTM($units))  # return_sequences=False: the last state alone
model.add(keras.layers.Dense(1, activation='sigmoid'))
model.summary()
print(model.predict(np.ones((1, $length)), verbose=0).shape)  # $length words, one answer
""",
    "many_to_many": """\
import numpy as np
from tensorflow import keras

model = keras.Sequential()
model.add(keras.layers.Input(($length,)))
model.add(keras.layers.Embedding($num_words, $embedding))
model.add(keras.layers.LSTM($tag_units, return_sequences=True))
model.add(keras.layers.Dense($tags, activation='softmax'))
model.summary()
print(model.predict(np.ones((1, $length)), verbose=0).shape)  # $length words, $length answers
""",
    "after_the_whole": """\
import numpy as np
from tensorflow import keras

read = keras.Input(($date_length,))
letters = keras.layers.Embedding($date_ids, 16, mask_zero=True)(read)
_, state = keras.layers.GRU($date_units, return_state=True)(letters)

written = keras.Input(($written,))  # what it has written so far, the start mark first
before = keras.layers.Embedding($written_ids, 16)(written)
steps = keras.layers.GRU($date_units, return_sequences=True)(before, initial_state=state)
answers = keras.layers.Dense($written_ids, activation='softmax')(steps)
model = keras.Model([read, written], answers)
model.summary()

date, so_far = np.ones((1, $date_length)), np.zeros((1, $written))
for place in range($written - 1):  # each answer is the next input
    so_far[0, place + 1] = model.predict([date, so_far], verbose=0)[0, place].argmax()
print(so_far)
""",
    "vanishing": """\
import tensorflow as tf
from tensorflow import keras

keras.utils.set_random_seed(42)
x = tf.random.normal((1, $length, $embedding))
for layer in (keras.layers.SimpleRNN($units), keras.layers.LSTM($units), keras.layers.GRU($units)):
    with tf.GradientTape() as tape:
        tape.watch(x)
        h = layer(x)
    norms = tf.norm(tape.gradient(h, x)[0], axis=1).numpy()
    print(layer.name, 'left after 20 steps:', norms[-21] / norms[-1])
""",
    "data": _DATA
    + """\
print(train_input.shape, val_input.shape)
lengths = np.array([len(x) for x in train_input])
print(np.mean(lengths), np.median(lengths))
train_seq = pad_sequences(train_input, maxlen=$length)
print(train_seq.shape)
print(train_seq[0])
print(train_input[0][-10:])
one_hot = keras.utils.to_categorical(train_seq[:1], num_classes=$num_words)
print(one_hot[0][0][:12], np.sum(one_hot[0][0]))
""",
    "model": """\
from tensorflow import keras

model = keras.Sequential()
model.add(keras.layers.Input(($length, $num_words)))
model.add(keras.layers.SimpleRNN($units))
model.add(keras.layers.Dense(1, activation='sigmoid'))
model.summary()

model2 = keras.Sequential()
model2.add(keras.layers.Input(($length,)))
model2.add(keras.layers.Embedding($num_words, $embedding))
model2.add(keras.layers.SimpleRNN($units))
model2.add(keras.layers.Dense(1, activation='sigmoid'))
model2.summary()
""",
    "training": _DATA
    + """\
train_seq = pad_sequences(train_input, maxlen=$length)
val_seq = pad_sequences(val_input, maxlen=$length)
model = keras.Sequential()
model.add(keras.layers.Input(($length,)))
model.add(keras.layers.Embedding($num_words, $embedding))
model.add(keras.layers.SimpleRNN($units))
model.add(keras.layers.Dense(1, activation='sigmoid'))
rmsprop = keras.optimizers.RMSprop(learning_rate=$learning_rate)
model.compile(optimizer=rmsprop, loss='binary_crossentropy', metrics=['accuracy'])
checkpoint_cb = keras.callbacks.ModelCheckpoint('best-simplernn-model.keras')
early_stopping_cb = keras.callbacks.EarlyStopping(
    patience=$patience, restore_best_weights=True)
history = model.fit(train_seq, train_target, epochs=$epochs, batch_size=$batch,
                    validation_data=(val_seq, val_target),
                    callbacks=[checkpoint_cb, early_stopping_cb])
""",
}

_OF_TASKS = {
    "memory_units": adding.TASK.variants[0].units,
    "steps": one_to_many.STEPS,
    "wave_units": one_to_many.TASK.variants[0].units,
    "tag_units": tagger.TASK.variants[0].units,
    "tags": len(tagger.TAGS),
    "date_units": dates.TASK.variants[0].units,
    "date_length": dates.LENGTH,
    "date_ids": len(dates.READS) + 1,
    "written": dates.WRITTEN,
    "written_ids": len(dates.WRITES),
}

CODE: Mapping[str, str] = {
    name: Template(text).substitute(RECIPES["simple_rnn"].as_dict(), **_OF_TASKS)
    for name, text in _TEMPLATES.items()
}
"""By the name behind ``@code``."""
