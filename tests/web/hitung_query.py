"""Counts what is asked of any database while a block runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event


@contextmanager
def hitung_query() -> Iterator[list[str]]:
    """The statements of the block, in their order; the list fills while it runs."""
    perintah: list[str] = []

    def catat(_k: object, _c: object, teks: str, *_lain: object) -> None:
        perintah.append(teks)

    event.listen(Engine, "before_cursor_execute", catat)
    try:
        yield perintah
    finally:
        event.remove(Engine, "before_cursor_execute", catat)
