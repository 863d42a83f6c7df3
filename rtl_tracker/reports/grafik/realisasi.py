"""Realisasi of RTL: what the UPP reported beside what was verified."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rtl_tracker.formats import Nilai, angka, persen
from rtl_tracker.reports.grafik import gaya
from rtl_tracker.reports.grafik.gaya import ISIAN_DILAPORKAN, ISIAN_TERVERIFIKASI
from rtl_tracker.reports.grafik.kalimat import bagian_ke, ekstrem, sebut
from rtl_tracker.reports.grafik.model import Grafik, bagi_rata, nama_bagian
from rtl_tracker.reports.grafik.tata import LEBAR_HALAMAN, TataBaris

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from rtl_tracker.reports.grafik.kanvas import Kanvas

Baris = tuple[str, Nilai | None, Nilai | None]
TATA = TataBaris(kiri=64, kanan=14, atas=2, bawah=16, baris=7.4, baris_rapat=7)
PALING_BARIS = 27
SETENGAH = 0.2
TEBAL = 0.36
BELUM_DILAPORKAN = "belum dilaporkan"
BELUM_DIVERIFIKASI = "belum diverifikasi"


def realisasi(baris: Sequence[Baris]) -> list[Grafik]:
    """Pairs of bars of (kelompok or UPP, dilaporkan %, terverifikasi %) in the given order, at most 27 rows a picture.

    None is "belum dilaporkan" (or "belum diverifikasi" when only that one is missing), never zero; a real 0 is a bar of
    no length. No rows, no picture.
    """
    if not baris:
        return []
    bagian, tata = bagi_rata(baris, PALING_BARIS), TATA.untuk([satu[0] for satu in baris])
    return [
        Grafik(nama_bagian("realisasi", ke, len(bagian)), _alt(isi, bagian_ke(ke, len(bagian))), LEBAR_HALAMAN,
               tata.tinggi(len(isi)), _lukis, (isi, tata))
        for ke, isi in enumerate(bagian, start=1)
    ]  # fmt: skip


def _alt(isi: Sequence[Baris], bagian: str) -> str:
    kalimat = [f"Grafik batang realisasi rencana tindak lanjut, dilaporkan dan terverifikasi{bagian}."]
    for kolom, kata in ((1, "Dilaporkan"), (2, "Terverifikasi")):
        ada = [(satu[0], nilai) for satu in isi if isinstance(nilai := satu[kolom], Nilai)]
        if ada:
            kalimat.append(f"{kata}: {ekstrem(ada, persen)}.")
    tanpa = [nama for nama, dilaporkan, _ in isi if dilaporkan is None]
    if tanpa:
        kalimat.append(f"Belum dilaporkan: {sebut(tanpa)}.")
    return " ".join(kalimat)


def _lukis(kanvas: Kanvas, isi: tuple[Baris, ...], tata: TataBaris) -> None:
    from rtl_tracker.reports.grafik.kanvas import skala_datar

    axes = kanvas.baris([nama for nama, _, _ in isi], tata)
    skala_datar(axes, 0, 100, range(0, 101, 20), kisi=True)
    for y, (_, dilaporkan, terverifikasi) in enumerate(isi):
        _pasangan(axes, y, dilaporkan, terverifikasi)
    kanvas.teks(tata.kiri, kanvas.tinggi - 8.5, "Realisasi rencana tindak lanjut (%)", warna=gaya.TINTA_LEMAH)
    kanvas.legenda(tata.kiri, kanvas.tinggi - 3, [(ISIAN_DILAPORKAN, "dilaporkan"), (ISIAN_TERVERIFIKASI, "terverifikasi")])


def _pasangan(axes: Axes, y: float, dilaporkan: Nilai | None, terverifikasi: Nilai | None) -> None:
    from rtl_tracker.reports.grafik.kanvas import batang, di_ujung

    if dilaporkan is None and terverifikasi is None:
        di_ujung(axes, 0, y, BELUM_DILAPORKAN, gaya.UKURAN_RAPAT, gaya.TINTA_LEMAH)
        return
    for posisi, nilai, isian, kata in ((y - SETENGAH, dilaporkan, ISIAN_DILAPORKAN, BELUM_DILAPORKAN),
                                       (y + SETENGAH, terverifikasi, ISIAN_TERVERIFIKASI, BELUM_DIVERIFIKASI)):  # fmt: skip
        if nilai is None:
            di_ujung(axes, 0, posisi, kata, gaya.UKURAN_RAPAT, gaya.TINTA_LEMAH)
        else:
            batang(axes, posisi, 0, float(nilai), isian, TEBAL)
            di_ujung(axes, float(nilai), posisi, angka(nilai), gaya.UKURAN_RAPAT)
