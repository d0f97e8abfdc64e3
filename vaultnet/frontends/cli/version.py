"""The version, from the installed package's own metadata."""


def version() -> str:
    from importlib.metadata import version as installed

    return installed("vaultnet")
