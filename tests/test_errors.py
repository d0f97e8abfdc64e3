"""Failures a person can cause, each with the exit code that the documentation promises."""

import pytest

from vaultnet import errors

CODES = [
    (errors.NothingFound, 1, "nothing-found"),
    (errors.UsageError, 2, "usage"),
    (errors.SettingsError, 2, "settings"),
    (errors.TemplateError, 2, "template"),
    (errors.AmbiguousName, 4, "ambiguous"),
    (errors.NoVault, 5, "no-vault"),
    (errors.NotWritten, 6, "not-written"),
    (errors.AlreadyWatched, 6, "already-watched"),
    (errors.CannotWrite, 7, "cannot-write"),
]


@pytest.mark.parametrize(("kind", "exit_code", "code"), CODES)
def test_exit_codes(kind: type[errors.VaultnetError], exit_code: int, code: str) -> None:
    assert (kind.exit_code, kind.code) == (exit_code, code)
    assert issubclass(kind, errors.VaultnetError)


def test_every_failure_is_in_the_table() -> None:
    defined = {
        value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, errors.VaultnetError)
    }
    assert defined == {kind for kind, _, _ in CODES} | {errors.VaultnetError}


def test_codes_are_unique() -> None:
    assert len({code for _, _, code in CODES}) == len(CODES)


def test_what_an_error_carries() -> None:
    error = errors.SettingsError("agenda.peple is no setting", path="vaultnet.toml", line=3)
    assert str(error) == error.message == "agenda.peple is no setting"
    assert (error.path, error.line, error.candidates) == ("vaultnet.toml", 3, ())
    assert errors.NoVault("none").path is None


def test_an_ambiguous_name_lists_whom_it_may_mean() -> None:
    error = errors.AmbiguousName("Ada", candidates=("a.md", "b.md"))
    assert (error.message, error.name) == ('"Ada" fits more than one note; say which:', "Ada")
    assert error.candidates == ("a.md", "b.md")
