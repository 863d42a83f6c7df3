"""A load of questionnaires on the loopback: requests prepared beforehand, sent over a few connections, and what became of each."""

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import cycle
from secrets import token_hex
from urllib.parse import urlencode

from flask import Flask, session
from flask_wtf.csrf import generate_csrf

from rtl_tracker.domain.jawaban import PILIHAN_PROFIL
from rtl_tracker.usecases.isi_survei import Draf
from rtl_tracker.web.publik.draf_kue import Isian, tulis_isian

TUNGGU = 20
_AKHIR = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Kiriman:
    """One request, whole; `kunci` is the questionnaire's."""

    kunci: str
    isi: bytes


@dataclass(frozen=True, slots=True)
class Balasan:
    """What became of a request: seconds, and the status of the answer; None = the connection broke before one came."""

    kunci: str
    detik: float
    status: int | None


def siapkan(app: Flask, draf: Sequence[Draf], banyak: int) -> list[Kiriman]:
    """Finished questionnaires as the last page of the survey sends them, begun a minute ago, in turn for the units of `draf`."""
    with app.test_request_context():
        csrf = generate_csrf()
        sesi = app.session_interface.get_signing_serializer(app).dumps(dict(session))
    isi = {"jawaban": dict.fromkeys(range(9), 3), "umum": 3, "mulai": datetime.now(UTC) - timedelta(minutes=1),
           "profil": {kolom: nilai[0] for kolom, nilai in PILIHAN_PROFIL.items()}}  # fmt: skip
    hasil = []
    with app.app_context():
        for _, dasar in zip(range(banyak), cycle(draf), strict=False):
            satu = replace(dasar, kunci=token_hex(16), **isi)
            badan = urlencode({"csrf_token": csrf, "kunci": satu.kunci, "saran": "Antrean lama pada pagi hari."}).encode()
            kue = f"survei={tulis_isian(Isian(satu))}; rtl_tracker={sesi}"
            hasil.append(Kiriman(satu.kunci, susun_permintaan(f"/survei/{satu.upp_id}/isi/kirim", badan, kue)))
    return hasil


def susun_permintaan(alamat: str, badan: bytes, kue: str = "") -> bytes:
    """A POST of a form."""
    kepala = [f"POST {alamat} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/x-www-form-urlencoded",
              f"Content-Length: {len(badan)}", *([f"Cookie: {kue}"] if kue else [])]  # fmt: skip
    return "\r\n".join(kepala).encode() + _AKHIR + badan


def tembak(port: int, kiriman: Sequence[Kiriman], sambungan: int = 8) -> list[Balasan]:
    """Send everything over `sambungan` connections at once; a broken connection is a request without an answer, the next opens anew."""
    antre, kunci, hasil = iter(kiriman), threading.Lock(), []

    def ambil() -> Iterator[Kiriman]:
        while True:
            with kunci:
                satu = next(antre, None)
            if satu is None:
                return
            yield satu

    def kerja() -> None:
        soket: socket.socket | None = None
        for satu in ambil():
            mulai = time.perf_counter()
            soket, status = _kirim(port, soket, satu.isi)
            hasil.append(Balasan(satu.kunci, time.perf_counter() - mulai, status))

    utas = [threading.Thread(target=kerja) for _ in range(sambungan)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    return hasil


def _kirim(port: int, soket: socket.socket | None, isi: bytes) -> tuple[socket.socket | None, int | None]:
    """(the connection while it stays open, status)."""
    try:
        soket = soket or socket.create_connection(("127.0.0.1", port), TUNGGU)
        soket.sendall(isi)
        kepala, badan = _baca_kepala(soket)
        panjang = _nilai(kepala, b"content-length")
        while panjang is not None and len(badan) < int(panjang) and (lagi := soket.recv(65536)):
            badan += lagi
    except OSError:
        return None, None
    if not kepala:
        return None, None
    tutup = panjang is None or (_nilai(kepala, b"connection") or b"").lower() == b"close"
    if tutup:
        soket.close()
    return (None if tutup else soket), int(kepala.split(b" ", 2)[1])


def _baca_kepala(soket: socket.socket) -> tuple[bytes, bytes]:
    """(status line and headers, what already came of the body); empty when the server closed without an answer."""
    data = b""
    while _AKHIR not in data:
        lagi = soket.recv(65536)
        if not lagi:
            return b"", b""
        data += lagi
    kepala, _, badan = data.partition(_AKHIR)
    return kepala, badan


def _nilai(kepala: bytes, nama: bytes) -> bytes | None:
    for baris in kepala.split(b"\r\n")[1:]:
        kunci, _, nilai = baris.partition(b":")
        if kunci.strip().lower() == nama:
            return nilai.strip()
    return None
