"""Charts of the web pages: the same charts as in the report, drawn as SVG by the job queue and kept by their hash."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from rtl_tracker.domain.unsur import NAMA_UNSUR, kode_unsur
from rtl_tracker.files import write_whole
from rtl_tracker.reports.grafik import Grafik, nilai_unsur, tren
from rtl_tracker.reports.grafik.simpanan import versi_gaya
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.gambar import DaftarGrafik, susun_grafik
from rtl_tracker.usecases.halaman_upp import HalamanUpp

PIKSEL_PER_MM = 96 / 25.4
_KUNCI = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Gambar:
    """One chart of a page: its caption, and the chart itself (not drawn)."""

    judul: str
    grafik: Grafik

    @property
    def nama(self) -> str:
        """Name in the address of the picture."""
        return self.grafik.nama

    @property
    def alt(self) -> str:
        """Words for those who cannot see it."""
        return self.grafik.alt

    @property
    def lebar(self) -> int:
        """Natural width in CSS pixels."""
        return round(self.grafik.lebar_mm * PIKSEL_PER_MM)

    @property
    def tinggi(self) -> int:
        """Natural height in CSS pixels."""
        return round(self.grafik.tinggi_mm * PIKSEL_PER_MM)

    @property
    def kunci(self) -> str:
        """Hash of the data and of the drawing code: equal keys, equal pictures."""
        return hashlib.sha256(f"web {versi_gaya()} {self.grafik.sidik()}".encode()).hexdigest()


_JUDUL: tuple[tuple[Callable[[DaftarGrafik], tuple[Grafik, ...]], str], ...] = (
    (lambda d: d.tren, "IKM instansi dari tahun ke tahun"),
    (lambda d: d.unsur, "Nilai konversi sembilan unsur"),
    (lambda d: d.peringkat, "IKM per UPP"),
    (lambda d: d.mutu_kelompok, "Mutu pelayanan per kelompok UPP"),
    (lambda d: d.terendah, "Unsur yang paling sering menjadi terendah"),
    (lambda d: d.peta_panas, "Nilai setiap UPP dan unsur"),
    (lambda d: d.realisasi, "Realisasi rencana tindak lanjut"),
)


def gambar_beranda(fakta: FaktaTahunan) -> tuple[Gambar, ...]:
    """The charts of the instansi, in the order of the page; only those for which there are facts."""
    daftar = susun_grafik(fakta)
    return tuple(Gambar(judul, g) for ambil, judul in _JUDUL for g in ambil(daftar))


def gambar_upp(halaman: HalamanUpp) -> tuple[Gambar, ...]:
    """The charts of one UPP: its nine unsur, and its index over the years when there is more than one."""
    urutan = halaman.pengaturan.urutan_unsur
    unsur = [(kode_unsur(n.unsur, urutan), NAMA_UNSUR[n.unsur], n.konversi, n.mutu.value) for n in halaman.unsur]
    deret = [(str(tahun), nilai) for tahun, nilai in halaman.deret]
    gambar = [Gambar("Nilai konversi sembilan unsur", nilai_unsur(unsur))] if unsur else []
    if len(halaman.deret) > 1:
        gambar.append(Gambar("IKM dari tahun ke tahun", tren("IKM", deret)))
    return tuple(gambar)


def cari_gambar(gambar: Iterable[Gambar], nama: str) -> Gambar | None:
    """The chart of this name."""
    return next((g for g in gambar if g.nama == nama), None)


def kunci_sah(kunci: str) -> bool:
    """Whether a text from outside has the form of a key (and may be used in a file name)."""
    return _KUNCI.fullmatch(kunci) is not None


def berkas_gambar(folder: Path, kunci: str) -> Path:
    """Where the picture of this key is kept."""
    return folder / "web" / f"{kunci}.svg"


def lukis_gambar(grafik: Grafik, folder: Path, kunci: str) -> None:
    """Draw the picture and keep it under its key, unless it is there. Loads matplotlib: for the job queue only."""
    tujuan = berkas_gambar(folder, kunci)
    if not tujuan.exists():
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        write_whole(tujuan, grafik.svg())
