"""The text of a file byte for byte: line ends are what they are."""

from pathlib import Path


def read_text(file: Path) -> str:
    return file.read_bytes().decode()


def write_text(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
