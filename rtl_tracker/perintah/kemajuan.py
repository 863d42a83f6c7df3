"""A progress bar on standard error, drawn only when somebody is looking."""

import shutil
import sys
from types import TracebackType
from typing import Self

LEBAR_BILAH = 24


class BilahKemajuan:
    """Called with a step and a per cent; while standard error is no terminal it says nothing."""

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self._tampak = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __call__(self, langkah: str, persen: int) -> None:
        """Draw the bar over the last one."""
        if self._tampak:
            isi = LEBAR_BILAH * persen // 100
            teks = f"[{'#' * isi}{'.' * (LEBAR_BILAH - isi)}] {persen:3d} % {langkah}"
            self._gambar(teks[: shutil.get_terminal_size().columns - 1])

    def __exit__(self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None) -> None:
        """Leave an empty line behind, so that the next message stands alone."""
        if self._tampak:
            self._gambar("")

    def _gambar(self, teks: str) -> None:
        sys.stderr.write(f"\r\033[K{teks}")
        sys.stderr.flush()
