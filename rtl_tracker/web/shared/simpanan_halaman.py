"""Computed pages are kept while the data stay the same: a hundred UPP are computed once, not at every look."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.request_session import request_session, request_versi

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

T = TypeVar("T")
PALING_BANYAK = 48


class SimpananHalaman:
    """Values by key, each with the version of the data it was made from; the longest unused ones are dropped.

    One thread computes at a time: the others find the value ready instead of computing it again.
    """

    def __init__(self, paling_banyak: int = PALING_BANYAK) -> None:
        """`paling_banyak` values are kept."""
        self._paling_banyak = paling_banyak
        self._isi: OrderedDict[Hashable, tuple[str, Any]] = OrderedDict()
        self._kunci = RLock()

    def ambil(self, kunci: Hashable, versi: str, buat: Callable[[], T]) -> T:
        """The kept value of this version, else a new one. What `buat` raises is raised and nothing is kept."""
        with self._kunci:
            if kunci in self._isi and self._isi[kunci][0] == versi:
                self._isi.move_to_end(kunci)
                ada: T = self._isi[kunci][1]
                return ada
            nilai = buat()
            self._isi[kunci] = (versi, nilai)
            self._isi.move_to_end(kunci)
            while len(self._isi) > self._paling_banyak:
                self._isi.popitem(last=False)
            return nilai


def dari_simpanan(kunci: Hashable, buat: Callable[[Session], T]) -> T:
    """The kept value for the data that this request sees, else what `buat` makes of them."""
    return konteks().simpanan.ambil(kunci, request_versi(), lambda: buat(request_session()))
