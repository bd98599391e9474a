"""The command line `kpm`: one module per group of commands, each loaded only when it is asked for."""

from kpm_desktop.cli.main import main

__all__ = ["main"]
