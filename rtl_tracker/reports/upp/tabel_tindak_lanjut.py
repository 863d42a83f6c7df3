"""Tables of chapter III: T10, realisasi by period, effect, T12, T13."""

from collections.abc import Iterator
from dataclasses import replace

from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.tren import arah
from rtl_tracker.domain.unsur import NAMA_UNSUR
from rtl_tracker.formats import angka, bulat, selisih, tanggal
from rtl_tracker.reports.tahunan import tabel_tindak_lanjut as bersama
from rtl_tracker.reports.tahunan.tabel_dasar import tanpa_kolom_kosong
from rtl_tracker.reports.upp.fakta import FaktaUpp
from rtl_tracker.reports.upp.fakta_tindak_lanjut import BarisRealisasiUpp, BarisRencana
from rtl_tracker.reports.upp.sebutan import nama_skala, periode_tahun
from rtl_tracker.reports.word.elemen import Baris, Kolom, Tabel

HURUF_POTRET = 180
"""A plan with longer texts than this stands on a landscape page."""


def rencana_panjang(f: FaktaUpp) -> bool:
    """Whether the texts of the plan are too long for the columns of a portrait page."""
    return any(max(len(b.rtl.kegiatan), len(b.rtl.keluhan)) > HURUF_POTRET for b in f.tindak_lanjut.rencana)


def tabel_rencana(f: FaktaUpp) -> Tabel:
    """T10; several RTL of one unsur and period stand below each other."""
    kritik, kegiatan = (44, 76) if rencana_panjang(f) else (30, 34)
    kolom = (
        Kolom("No", 9, "kanan"), Kolom("Periode", 18), Kolom("Unsur", 27), Kolom(f"Nilai ({nama_skala(f)})", 16, "kanan"),
        Kolom("Kritik, saran, masukan", kritik), Kolom("Rencana Tindak Lanjut", kegiatan), Kolom("Waktu", 22), Kolom("Penanggung jawab", 26),
    )  # fmt: skip
    tabel = Tabel(kolom, (), "T10", f"Rencana tindak lanjut, tahun {f.tahun}", ukuran_pt=8)
    return tanpa_kolom_kosong(tabel, list(_baris_rencana(f)), 1)


def _baris_rencana(f: FaktaUpp) -> Iterator[Baris]:
    rencana = f.tindak_lanjut.rencana
    berperiode = len({b.rtl.periode for b in rencana}) > 1
    gabung, nomor = frozenset({0, 1, 2, 3}), 0
    for b, sebelum in zip(rencana, (None, *rencana[:-1]), strict=True):
        sambung = sebelum is not None and _kunci(sebelum) == _kunci(b)
        nomor += not sambung
        periode = NAMA_PERIODE[b.rtl.periode] if berperiode else ""
        sel = (
            str(nomor), periode, sebut_unsur_rtl(b.rtl), angka(b.nilai), b.rtl.keluhan or "-", b.rtl.kegiatan, sebut_waktu(b.rtl) or "-",
            b.rtl.penanggung_jawab or "-",
        )  # fmt: skip
        yield Baris(sel, lanjut=gabung if sambung else frozenset(), mulai=frozenset() if sambung else gabung)


def _kunci(b: BarisRencana) -> tuple[str, str]:
    return b.rtl.periode.value, sebut_unsur_rtl(b.rtl)


def sebut_unsur_rtl(rtl: Rtl) -> str:
    """Name of the unsur, else the words of the plan."""
    return NAMA_UNSUR[rtl.unsur] if rtl.unsur is not None else rtl.unsur_teks


def sebut_waktu(rtl: Rtl) -> str:
    """Time and tenggat of a plan, each where it is given."""
    return "\n".join(x for x in (rtl.waktu, tanggal(rtl.tenggat) if rtl.tenggat is not None else "") if x)


def tabel_realisasi(f: FaktaUpp) -> Tabel:
    """Realisasi in the row of every period and mean; columns without a figure fall away."""
    kolom = (
        Kolom("Periode", 35), Kolom("RTL", 16, "kanan"), Kolom("Selesai", 20, "kanan"), Kolom("Terverifikasi", 24, "kanan"),
        Kolom("Dilaporkan (%)", 28, "kanan"), Kolom("Terverifikasi (%)", 30, "kanan"),
    )  # fmt: skip
    baris = [Baris(_sel_realisasi(b)) for b in f.tindak_lanjut.per_periode]
    judul = f"Realisasi RTL periode sebelumnya, tahun {f.tahun}"
    catatan = "Baris semester dan tahunan adalah rata-rata periodenya."
    if any(b.dilaporkan is None for b in f.tindak_lanjut.per_periode):
        catatan = f"“-” berarti belum dilaporkan; tidak dihitung sebagai nol. {catatan}"
    return tanpa_kolom_kosong(Tabel(kolom, (), "REALISASI", judul, catatan=catatan), baris, 1)


def _sel_realisasi(b: BarisRealisasiUpp) -> tuple[str, ...]:
    cacah = (bulat(x) for x in (b.rtl, b.selesai, b.terverifikasi)) if b.rtl else ("", "", "")
    return NAMA_PERIODE[b.periode], *cacah, angka(b.dilaporkan), angka(b.persen_terverifikasi)


def tabel_dampak(f: FaktaUpp) -> Tabel:
    """Every unsur with RTL: its konversi when the plan was made and at the next measurement."""
    kolom = (
        Kolom("Unsur", 42), Kolom("Periode RTL", 23), Kolom("RTL", 10, "kanan"), Kolom("Selesai", 15, "kanan"), Kolom("Nilai awal", 16, "kanan"),
        Kolom("Diukur kembali", 23), Kolom("Nilai baru", 16, "kanan"), Kolom("Selisih", 15, "kanan"), Kolom("Arah", 13),
    )  # fmt: skip
    baris = [
        Baris((
            NAMA_UNSUR[b.unsur], periode_tahun(b.asal, f.tahun), bulat(b.rtl), bulat(b.selesai), angka(b.sebelum), periode_tahun(b.tujuan, f.tahun),
            angka(b.sesudah), selisih(b.selisih), arah(b.selisih),
        ))
        for b in f.tindak_lanjut.dampak
    ]  # fmt: skip
    judul = "Nilai konversi unsur yang memiliki RTL pada pengukuran berikutnya"
    return tanpa_kolom_kosong(Tabel(kolom, (), "DAMPAK", judul, ukuran_pt=8), baris, 1)


def tabel_hasil(f: FaktaUpp) -> Tabel:
    """T12 without pictures."""
    daftar = [r for _, isi in f.setahun.tindak_lanjut.hasil_tindak_lanjut for r in isi]
    return replace(bersama.tabel_hasil_tindak_lanjut(daftar), kunci="T12", judul="Hasil tindak lanjut")


def tabel_belum(f: FaktaUpp) -> Tabel:
    """T13 without the column of units."""
    tabel = bersama.tabel_belum(f.setahun)
    return tanpa_kolom_kosong(tabel, [b for b in tabel.baris if isinstance(b, Baris)], 1)
