"""The user's CSV and TSV files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.errors import TextError
from engine.progress import finish
from engine.text.cache import PreparedCorpus
from engine.text.encoding import Encoding
from engine.text.labels import LABEL_PAIRS, read_label
from engine.text.sources import table
from engine.text.sources.table import TableSource, guess


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.csv"


def opened(
    path: Path, text: str | int | None = None, label: str | int | None = None
) -> PreparedCorpus:
    return finish(TableSource(path, text, label).prepare())


def test_a_table(path: Path) -> None:
    path.write_text('id,text,label\n1,"Good, ""very"" good\nindeed",1\n2,bad,0\n\n3,so so,\n')
    corpus = opened(path)
    assert corpus.title == "mine.csv"
    assert [corpus.text(n) for n in range(3)] == ['Good, "very" good\nindeed', "bad", "so so"]
    assert corpus.labels.tolist() == [1, 0, -1]
    review = corpus.review(1, Encoding(length=3))
    assert review.steps == ("", "<start>", "bad")
    assert review.label == 0 and review.number == 1
    assert corpus.review(2).label is None


@pytest.mark.parametrize("column", ["body", 1, "1"])
def test_columns_by_name_or_place(path: Path, column: str | int) -> None:
    path.write_text("grade;body\npos;nice\nneg;dull\n")
    corpus = opened(path, column, "grade")
    assert [corpus.text(n) for n in range(2)] == ["nice", "dull"]
    assert corpus.labels.tolist() == [1, 0]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "text,label\ngood; yes,1\n"),
        ("a.csv", "text;label\ngood, yes;1\n"),
        ("a.csv", "text\tlabel\ngood, yes\t1\n"),
        ("a.csv", "text|label\ngood, yes|1\n"),
        ("a.tsv", "text\tlabel\ngood, yes\t1\n"),
        ("a.csv", "\ufefftext,label\r\ngood; yes,1\r\n"),
        ("a.csv", '"text","label"\n"good, yes",1\n'),
    ],
)
def test_delimiters(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    corpus = opened(tmp_path / name)
    assert corpus.text(0).replace(";", ",") == "good, yes"
    assert corpus.labels.tolist() == [1]


def test_korean(path: Path) -> None:
    path.write_text("번호,리뷰,라벨\n1,good 영화,긍정\n2,나쁜 영화,부정\n", encoding="utf-8")
    corpus = opened(path)
    assert corpus.labels.tolist() == [1, 0]
    assert corpus.review(0, Encoding(length=None)).steps == ("<start>", "good", "영화")
    assert corpus.search("영화").tolist() == [0, 1]


def test_without_a_header(path: Path) -> None:
    path.write_text("nice,1\ndull,0\n")
    corpus = finish(TableSource(path, 0, 1, header=False).prepare())
    assert corpus.labels.tolist() == [1, 0]
    assert corpus.text(0) == "nice"


def test_a_lone_column(path: Path) -> None:
    path.write_text("whatever\nnice\n")
    assert opened(path).text(0) == "nice"


def test_guess() -> None:
    assert guess(["id", "Review", "Sentiment"]) == (1, 2)
    assert guess(["문장", "평가"]) == (0, 1)
    assert guess(["only"]) == (0, None)
    assert guess(["a", "b"]) == (None, None)


def test_a_guessed_label_must_make_sense(path: Path) -> None:
    path.write_text("text,label\nnice,5\ndull,1\n")
    assert opened(path).labels.tolist() == [-1, -1]
    with pytest.raises(TextError, match=r"Row 1 of mine.csv has the label '5'\. Labels are"):
        opened(path, "text", "label")


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (("good", "bad", "Good"), [1, 0, 1]),
        (("no", "YES", ""), [0, 1, -1]),
        (("TRUE", "FALSE", "true"), [1, 0, 1]),
        (("나쁨", "좋음", "중립"), [0, 1, -1]),
        (("-1", "1", "-1"), [0, 1, 0]),
    ],
)
@pytest.mark.parametrize("column", [None, "label"])
def test_two_words_that_stand_alone(
    path: Path, words: tuple[str, ...], labels: list[int], column: str | None
) -> None:
    path.write_text("text,label\n" + "".join(f"nice,{word}\n" for word in words))
    corpus = opened(path, "text", column)
    assert corpus.labels.tolist() == labels
    (note,) = corpus.notes
    positive = words[labels.index(1)].lower()
    assert str(note).startswith(
        f"In the column “label” of mine.csv “{positive}” is read as positive"
    )


def test_other_labels_beside_them_are_as_they_were(path: Path) -> None:
    path.write_text("text,label\nnice,1\nnice,0\nnice,-1\n")
    assert opened(path).labels.tolist() == [1, 0, -1] and opened(path).notes == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("spam", "ham"), "“spam”, “ham”"),
        (("1", "2"), "“2”"),
        (("good", "bad", "awful"), "“good”, “bad”, “awful”"),
        (tuple("3456789"), "“3”, “4”, “5”, “6”, “7”…"),
    ],
)
def test_labels_without_meaning_are_named(path: Path, words: tuple[str, ...], found: str) -> None:
    path.write_text("text,label\n" + "".join(f"nice,{word}\n" for word in words))
    corpus = opened(path)
    assert set(corpus.labels.tolist()) == {-1}
    (note,) = corpus.notes
    assert str(note) == (
        f"The column “label” of mine.csv is not read as labels: it has {found}. Labels are {LABEL_PAIRS}."
    )


def test_no_label_column(path: Path) -> None:
    path.write_text("text,label\nnice,1\n")
    assert opened(path, "text", "").labels.tolist() == [-1]


def test_a_strange_label_far_down(path: Path) -> None:
    path.write_text("text,label\n" + "nice,1\n" * table._TRIED + "odd,7\n")
    assert opened(path).labels[-1] == -1


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("1", 1),
        (" POS ", 1),
        ("Positive", 1),
        ("긍정", 1),
        ("0", 0),
        ("neg", 0),
        ("negative", 0),
        ("부정", 0),
        ("", -1),
        ("neutral", -1),
        ("2", None),
        ("yes", None),
    ],
)
def test_labels(written: str, label: int | None) -> None:
    assert read_label(written) == label


@pytest.mark.parametrize("column", ["txt", 3, -1, "3", "٣"])
def test_a_wrong_column(path: Path, column: str | int) -> None:
    path.write_text("id,text,label\n1,nice,1\n")
    with pytest.raises(TextError, match=rf"no column {column}\. Its columns are: id, text, label"):
        TableSource(path, column)
    with pytest.raises(TextError, match=r"Its columns are: id, text, label"):
        TableSource(path, "text", column)


def test_no_column_can_be_guessed(path: Path) -> None:
    path.write_text("a,b\n1,2\n")
    with pytest.raises(TextError, match=r"Which column of mine\.csv .* are: a, b\."):
        TableSource(path)


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff"])
def test_an_empty_file(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TextError, match="is empty"):
        TableSource(path)


def test_no_rows(path: Path) -> None:
    path.write_text("text,label\n")
    with pytest.raises(TextError, match="no row of data"):
        TableSource(path)


def test_rows_without_words(path: Path) -> None:
    path.write_text("id,text\n1,\n2,...\n3\n")
    with pytest.raises(TextError, match="no row of data"):
        opened(path)


@pytest.mark.parametrize(
    ("content", "encoding", "last"),
    [
        ("text,label\n나쁜 영화,1\n".encode("cp949"), "CP949", "나쁜 영화"),
        ("text\tlabel\n나쁜 영화\t1\n".encode("utf-16"), "UTF-16", "나쁜 영화"),
        ("text,label\n나쁜 영화,1\n".encode("utf-16-le"), "UTF-16-LE", "나쁜 영화"),
        ("text,label\na bad film,1\n".encode("utf-16-be"), "UTF-16-BE", "a bad film"),
        (b"text,label\n" + b"nice,1\n" * 50000 + b"caf\xe9,1\n", "CP1252", "café"),
    ],
)
def test_other_encodings(path: Path, content: bytes, encoding: str, last: str) -> None:
    path.write_bytes(content)
    for _ in range(2):  # made, and from the cache
        corpus = opened(path)
        assert corpus.text(len(corpus) - 1) == last
        assert corpus.labels[-1] == 1
        said = f"mine.csv is not written in UTF-8: it is read as {encoding}."
        assert [str(note) for note in corpus.notes] == [said]


@pytest.mark.parametrize(
    "content", [b"text\n\xff\0\n", b"\xff\xfe" + "text\na\n".encode("utf-16-le") + b"1"]
)
def test_wrong_encoding(path: Path, content: bytes, own_cache: Path) -> None:
    path.write_bytes(content)
    with pytest.raises(TextError, match=r"not written in UTF-8\. Save it as"):
        opened(path)
    assert not own_cache.exists() or list((own_cache / "reviews").iterdir()) == []


def test_a_missing_file(path: Path) -> None:
    with pytest.raises(TextError, match="No such file"):
        TableSource(path)


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(TextError, match=r"cannot be read: Is a directory"):
        TableSource(tmp_path)


def test_no_permission(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text("text\nnice\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(TextError, match="Permission denied"):
        TableSource(path)


def test_strange_characters(path: Path) -> None:
    path.write_text("text\na\0b 👍 \u202eשלום \x1b\n", encoding="utf-8")
    assert "👍" in opened(path).text(0)


def test_a_very_long_field(path: Path) -> None:
    path.write_text("text\n" + "word " * 200_000 + "\n")
    assert opened(path).lengths.tolist() == [200_001]


def test_an_open_quote(path: Path) -> None:
    path.write_text('text,label\n"never closed,1\nnice,0\n')
    assert len(opened(path, "text")) == 1


def test_a_changed_file_is_read_again(path: Path) -> None:
    path.write_text("text\nnice\n")
    assert opened(path).text(0) == "nice"
    path.write_text("text\nsomething else\n")
    assert opened(path).text(0) == "something else"


def test_another_column_is_another_corpus(path: Path) -> None:
    path.write_text("text,other\nnice,dull\n")
    assert opened(path, "text").text(0) == "nice"
    assert opened(path, "other").text(0) == "dull"
    assert opened(path, "text").text(0) == "nice"
