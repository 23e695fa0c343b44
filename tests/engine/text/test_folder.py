"""The user's folders of text files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.errors import Cancelled, TextError
from engine.progress import finish
from engine.text.sources.folder import FolderSource


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_labels_are_folders(tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    write(folder / "train" / "pos" / "1.txt", "nice")
    write(folder / "train" / "neg" / "1.txt", "\ufeffdull")
    write(folder / "train" / "neg" / "deeper" / "2.TXT", "worse")
    write(folder / "plain.txt", "so so")
    write(folder / "notes.md", "not a review")
    write(folder / "empty.txt", "")
    corpus = finish(FolderSource(folder).prepare())
    assert corpus.title == "reviews"
    assert [(corpus.text(n), corpus.labels[n]) for n in range(len(corpus))] == [
        ("so so", -1),
        ("dull", 0),
        ("worse", 0),
        ("nice", 1),
    ]


def test_a_changed_folder_is_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    write(folder / "1.txt", "nice")
    assert len(finish(FolderSource(folder).prepare())) == 1
    write(folder / "2.txt", "dull")
    assert len(finish(FolderSource(folder).prepare())) == 2


def test_no_files(tmp_path: Path) -> None:
    with pytest.raises(TextError, match=r"no \.txt file with a word"):
        FolderSource(tmp_path)
    write(tmp_path / "a.txt", "...")
    with pytest.raises(TextError, match=r"no \.txt file with a word"):
        finish(FolderSource(tmp_path).prepare())


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(TextError, match="No such file"):
        FolderSource(tmp_path / "none")
    write(tmp_path / "a.txt", "nice")
    with pytest.raises(TextError, match="Not a directory"):
        FolderSource(tmp_path / "a.txt")


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "neg" / "a.txt", "dull")
    write(tmp_path / "pos" / "a.txt", "nice")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "pos":
            raise PermissionError(13, os.strerror(13))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(TextError, match=r"pos cannot be read: Permission denied\. Check"):
        FolderSource(tmp_path)


def test_a_file_vanishes(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "nice")
    source = FolderSource(tmp_path)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(TextError, match=r"a\.txt cannot be read"):
        finish(source.prepare())


def test_wrong_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("나쁜".encode("cp949"))
    with pytest.raises(TextError, match=r"a\.txt is not written in UTF-8"):
        finish(FolderSource(tmp_path).prepare())


def test_cancel(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "nice")
    with pytest.raises(Cancelled):
        finish(FolderSource(tmp_path).prepare(lambda: True))


def test_a_folder_that_is_not_there_has_no_permissions(tmp_path: Path) -> None:
    with pytest.raises(TextError) as refused:
        FolderSource(tmp_path / "nowhere")
    assert str(refused.value).endswith("nowhere cannot be read: No such file or directory.")
