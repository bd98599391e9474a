"""The open transaction that is handed from a command down to every query."""

from sqlalchemy import Connection as Transaction

__all__ = ["Transaction"]
