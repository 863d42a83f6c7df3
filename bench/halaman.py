"""Pages of a generated instansi over HTTP, against the form for the own password: same layout, log-in and menu, but no data.

The real server on the loopback, one process. "first" comes after a change, when what was kept of the year is made anew; "kept"
is every later look. Each page alternates with the empty one of the same account, so that both meet the same noise.
"""

import http.client
import re
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from sqlalchemy import Engine
from waitress import create_server

from bench.pembangkit_rtl import SANDI, Orang, UkuranRtl, isi_instansi_rtl
from bench.ukur import baris, cepat
from rtl_tracker.app import create_app
from rtl_tracker.config import read_settings
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.rtl import StatusRtl
from rtl_tracker.storage.migrasi import migrasikan
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.rtl_repository import list_rtl
from rtl_tracker.storage.session import buat_engine, pabrik_session, session_tulis
from tests.web.hitung_query import hitung_query

KOSONG = "/sandi"
OPERATOR, ORGANISASI, INSPEKTUR = Peran.OPERATOR_UPP, Peran.ORGANISASI, Peran.INSPEKTUR


class Peramban:
    """One account over one connection that stays open."""

    def __init__(self, port: int, nama_masuk: str) -> None:
        """Log in by the form."""
        self._sambungan = http.client.HTTPConnection("127.0.0.1", port)
        self._kue = ""
        csrf = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.minta("GET", "/masuk"))
        isian = {"csrf_token": csrf[1] if csrf else "", "nama_masuk": nama_masuk, "sandi": SANDI}
        self.minta("POST", "/masuk", urlencode(isian), 303)

    def minta(self, metode: str, alamat: str, isi: str | None = None, status: int = 200) -> str:
        """The answer; any other status is an error."""
        kepala = {"Cookie": self._kue, "Content-Type": "application/x-www-form-urlencoded"}
        self._sambungan.request(metode, alamat, isi, kepala)
        jawaban = self._sambungan.getresponse()
        teks = jawaban.read().decode()
        if jawaban.status != status:
            raise RuntimeError(f"{alamat}: {jawaban.status}")
        self._kue = (jawaban.getheader("Set-Cookie") or self._kue).split(";")[0]
        return teks

    def detik(self, alamat: str) -> float:
        """Seconds of one look."""
        mulai = time.perf_counter()
        self.minta("GET", alamat)
        return time.perf_counter() - mulai


@dataclass(frozen=True)
class Terukur:
    """Median seconds of a page and of the empty one beside it, and the statements of one look."""

    detik: float
    kosong: float
    query: int

    def __str__(self) -> str:
        return f"{self.detik * 1000:6.1f} ms = {self.detik / self.kosong:5.1f}x, {self.query:2d} queries"


def ukur(peramban: Peramban, alamat: str, ulang: int, sebelum: Callable[[], None]) -> Terukur:
    """`sebelum` is done before every look and not measured."""
    halaman, kosong = [], []
    for _ in range(ulang):
        kosong.append(peramban.detik(KOSONG))
        sebelum()
        with hitung_query() as query:
            halaman.append(peramban.detik(alamat))
    return Terukur(statistics.median(halaman), statistics.median(kosong), len(query))


@contextmanager
def melayani(folder: Path, engine: Engine):
    """The application on a free port of the loopback."""
    settings = read_settings({"RTL_DATA_DIR": str(folder), "RTL_DATABASE_URL": str(engine.url), "RTL_SECRET_KEY": "ukur"})
    server = create_server(create_app(settings), host="127.0.0.1", port=0, threads=4)
    utas = threading.Thread(target=server.run, daemon=True)
    utas.start()
    try:
        yield int(server.effective_port)
    finally:
        server.task_dispatcher.shutdown()
        server.close()


def alamat_halaman(engine: Engine, orang: Orang, tahun: int) -> list[tuple[str, Peran, str]]:
    """(name, who looks, address) of the pages."""
    unit = orang.akun[OPERATOR].upp_id
    with pabrik_session(engine)() as session:
        semua = list_rtl(session, upp_id=[unit], tahun=tahun)
        selesai = list_rtl(session, status=[StatusRtl.SELESAI], tahun=tahun)[-1]
    satu = next((r for r in semua if r.bukti), semua[0])
    return [
        ("front page: recap of the year", ORGANISASI, f"/tahun/{tahun}"),
        ("page of one UPP", ORGANISASI, f"/tahun/{tahun}/upp/{unit}"),
        ("papan status", ORGANISASI, f"/tahun/{tahun}/papan"),
        ("pengingat", ORGANISASI, f"/tahun/{tahun}/papan/pengingat"),
        ("persentase of all UPP", INSPEKTUR, f"/tahun/{tahun}/tindak-lanjut"),
        ("persentase of one UPP", INSPEKTUR, f"/tahun/{tahun}/tindak-lanjut/{unit}"),
        ("antrean verifikasi", INSPEKTUR, "/antrean"),
        ("one item of the antrean", INSPEKTUR, f"/antrean/{selesai.id}"),
        ("data unit", ORGANISASI, "/data-unit"),
        ("pengguna", ORGANISASI, "/pengguna"),
        ("jejak", INSPEKTUR, "/jejak"),
        ("jejak, page 300", INSPEKTUR, "/jejak?halaman=300"),
        ("jejak, words looked for", INSPEKTUR, "/jejak?cari=unit+9"),
        ("jejak, words that stand nowhere", INSPEKTUR, "/jejak?cari=tidak+ada+ini"),
        ("kalender", ORGANISASI, f"/tahun/{tahun}/kalender"),
        ("unit page of the operator", OPERATOR, f"/unit/{unit}"),
        ("realisasi of the unit", OPERATOR, f"/unit/{unit}/realisasi"),
        ("dossier of a triwulan", OPERATOR, f"/unit/{unit}/{tahun}/{satu.periode.value}"),
        ("one RTL with bukti", OPERATOR, f"/rtl/{satu.id}"),
    ]


def main() -> None:
    """Run all."""
    ukuran = UkuranRtl(upp=20, tahun=(2023, 2024), jejak=3000) if cepat() else UkuranRtl()
    tahun, ulang = ukuran.tahun[-1], 3 if cepat() else 9
    with tempfile.TemporaryDirectory() as nama:
        engine = buat_engine(f"sqlite:///{Path(nama) / 'instansi.db'}")
        migrasikan(engine)
        orang = isi_instansi_rtl(engine, ukuran)
        nomor = iter(range(1_000_000))

        def ubah() -> None:
            with session_tulis(engine) as session:
                simpan_pengaturan(session, tahun, {"tempat": f"Kota Contoh {next(nomor)}"})

        with melayani(Path(nama), engine) as port:
            peramban = {peran: Peramban(port, peran.value) for peran in (OPERATOR, ORGANISASI, INSPEKTUR)}
            for satu in peramban.values():
                satu.detik(KOSONG)
            baris(f"{ukuran.upp} UPP x 4 triwulan x {ukuran.rtl} RTL x {len(ukuran.tahun)} years", f"{ukuran.jejak} jejak")
            for judul, peran, alamat in alamat_halaman(engine, orang, tahun):
                peramban[peran].detik(alamat)
                pertama = ukur(peramban[peran], alamat, ulang, ubah)
                tersimpan = ukur(peramban[peran], alamat, ulang, lambda: None)
                kosong = f"empty {tersimpan.kosong * 1000:.1f} ms"
                baris(judul, f"first {pertama}", f"kept {tersimpan}", kosong)


if __name__ == "__main__":
    main()
