"""What an import is given: whole files, maps of large ones, and only the heads of many small ones."""

import zipfile
from pathlib import Path

import pytest

from vaultnet.errors import UsageError
from vaultnet.storage.import_source import read_sources

MESSAGES = ("cur/*", "*/cur/*")


def test_a_mailbox_is_mapped_and_cut_as_bytes_are(tmp_path: Path) -> None:
    file = tmp_path / "all.mbox"
    file.write_bytes(b"From the start")
    (source,) = read_sources([str(file)], members=("*.mbox",), is_mapped=True)
    assert type(source.data).__name__ == "mmap"
    assert (source.name, source.data[:4], source.data.find(b"start"), len(source.data)) == ("all.mbox", b"From", 9, 14)


def test_an_empty_file_is_no_map(tmp_path: Path) -> None:
    (tmp_path / "all.mbox").write_bytes(b"")
    (source,) = read_sources([str(tmp_path / "all.mbox")], is_mapped=True)
    assert source.data == b""


def test_of_a_message_in_a_folder_only_the_head_is_read(tmp_path: Path) -> None:
    for name, size in (
        ("cur/1:2,S", 400_000),
        ("Work/cur/2:2,", 10),
        ("tmp/3", 10),
        ("curious", 10),
        ("a.MBOX", 400_000),
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x" * size)
    found = read_sources([str(tmp_path)], members=("*.mbox", *MESSAGES), heads=MESSAGES)
    assert [(source.name, len(source.data)) for source in found] == [
        ("Work/cur/2:2,", 10), ("a.MBOX", 400_000), ("cur/1:2,S", 256 * 1024),
    ]  # fmt: skip
    with pytest.raises(UsageError, match="holds none of"):
        read_sources([str(tmp_path / "tmp")], members=MESSAGES)


def test_s3_an_archive_that_unpacks_to_far_more_than_it_is(tmp_path: Path) -> None:
    """Twenty kilobytes that would fill the memory: refused before they do. What packs as text does is read."""
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("all.csv", bytes(17 * 2**20))
    assert (tmp_path / "bomb.zip").stat().st_size < 20_000
    with pytest.raises(UsageError, match=r"all\.csv unpacks to more than 16 MiB"):
        read_sources([str(tmp_path / "bomb.zip")], members=("*.csv",))
    with zipfile.ZipFile(tmp_path / "good.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("all.csv", bytes(2**20))
    (source,) = read_sources([str(tmp_path / "good.zip")], members=("*.csv",))
    assert len(source.data) == 2**20
