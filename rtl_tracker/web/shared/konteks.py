"""What a view needs from its surroundings, handed over once by the app factory."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Protocol

from flask import Flask, current_app

from rtl_tracker.config import Settings
from rtl_tracker.domain.pesanan import Pesanan
from rtl_tracker.usecases.gambar_halaman import Gambar

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rtl_tracker.usecases.kelola_bukti import GudangBukti
    from rtl_tracker.web.shared.simpanan_halaman import SimpananHalaman

KUNCI = "rtl_tracker"
PENUNGGU_GRAFIK = 6


class AntreanWeb(Protocol):
    """The part of the job queue that web pages use."""

    def pesan(self, pesanan: Pesanan, oleh: int | None = None) -> str:
        """Ask for a document; returns the id of the work."""

    def lukis_gambar(self, gambar: Gambar, tunggu: float) -> bool:
        """Have a chart drawn and wait for it (seconds)."""

    def tata_pdf(self, kunci: str, docx: bytes, tunggu: float) -> bool:
        """Have a Word file laid out as PDF and wait for it (seconds)."""


@dataclass(frozen=True)
class Konteks:
    """Settings, database sessions (for reading, for writing alone, for adding beside others), the version of the data, the queue, kept pages, files of bukti.

    `penunggu` limits how many requests may wait for a chart or a PDF.
    """

    settings: Settings
    baca: Callable[[], AbstractContextManager[Session]]
    tulis: Callable[[], AbstractContextManager[Session]]
    tulis_bersama: Callable[[], AbstractContextManager[Session]]
    versi: Callable[..., str]
    antrean: AntreanWeb
    simpanan: SimpananHalaman
    gudang: GudangBukti
    penunggu: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(PENUNGGU_GRAFIK))


def pasang_konteks(app: Flask, konteks: Konteks) -> None:
    """Attach the context to the app."""
    app.extensions[KUNCI] = konteks


def konteks() -> Konteks:
    """The context of the app that serves this request."""
    hasil: Konteks = current_app.extensions[KUNCI]
    return hasil
