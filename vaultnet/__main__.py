"""`python -m vaultnet`: the command line, where no entry point is installed."""

from vaultnet.frontends.cli.door import main

if __name__ == "__main__":
    main()
