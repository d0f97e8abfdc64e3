"""Changes as values, and how a dry run shows them."""

from vaultnet.text.change import FileChange, FileRemoval, render_diff


def test_what_is_a_change() -> None:
    assert FileChange("Ada.md", "a", "b", "why").is_change
    assert not FileChange("Ada.md", "a", "a", "why").is_change
    assert FileChange("Ada.md", None, "", "new").is_change


def test_diff() -> None:
    change = FileChange("People/Ada.md", "one\ntwo\nthree\n", "one\n2\nthree\n", "count")
    assert render_diff(change) == "--- a/People/Ada.md\n+++ b/People/Ada.md\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n"


def test_diff_of_a_new_file_without_a_last_line_end() -> None:
    change = FileChange("Ada.md", None, "one", "new")
    assert render_diff(change) == "--- /dev/null\n+++ b/Ada.md\n@@ -0,0 +1 @@\n+one\n\\ No newline at end of file\n"


def test_only_a_newline_ends_a_line() -> None:
    change = FileChange("Ada.md", "a\u2028b\r\n", "a\u2028c\r\n", "x")
    assert "-a\u2028b\r\n+a\u2028c\r\n" in render_diff(change)


def test_no_change_has_no_diff() -> None:
    assert render_diff(FileChange("Ada.md", "a", "a", "x")) == ""


def test_diff_of_a_note_that_is_to_be_gone() -> None:
    change = FileRemoval("Ada.md", "one\n", "merge")
    assert change.is_change
    assert render_diff(change) == "--- a/Ada.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n"
