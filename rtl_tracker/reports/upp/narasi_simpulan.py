"""Sentences of chapter IV: conclusions, and recommendations with who, what, unsur and date."""

from collections.abc import Callable

from rtl_tracker.formats import angka, bulat, dengan_terbilang, tanggal
from rtl_tracker.reports.tahunan import narasi_hasil as bersama
from rtl_tracker.reports.tahunan.fakta_simpulan import JenisRekomendasi
from rtl_tracker.reports.tahunan.narasi_simpulan import TINDAKAN
from rtl_tracker.reports.tahunan.sebutan import daftar_unsur, sebut_banyak
from rtl_tracker.reports.upp import narasi_hasil, narasi_tindak_lanjut
from rtl_tracker.reports.upp.fakta import FaktaUpp
from rtl_tracker.reports.upp.fakta_simpulan import RekomendasiUpp
from rtl_tracker.reports.upp.sebutan import daftar_periode

UNSUR_DISEBUT = 4  # the table behind the sentence names every one
TANPA_REKOMENDASI = "Belum ada rekomendasi dari data yang tersedia."


def kesimpulan(f: FaktaUpp) -> tuple[str, ...]:
    """Section 4.1, numbered."""
    butir = [narasi_hasil.kalimat_indeks(f)]
    n, h = f.setahun.hasil.indeks.jumlah_responden, f.setahun.hasil
    if n is not None:
        butir.append(f"Hasil itu berasal dari {dengan_terbilang(n)} responden.")
    if h.unsur and len(h.terendah) < len(h.unsur):
        butir.append(f"{bersama.kalimat_terendah(f.setahun)} {bersama.kalimat_tertinggi(f.setahun)}")
    t = f.setahun.tren
    if t.kata is not None:
        butir.append(f"IKM {f.nama} pada tahun {t.deret_kata[0][0]} sampai {f.tahun} {t.kata.value}.")
    if f.tindak_lanjut.rencana:
        butir.append(f"Perbaikan direncanakan melalui {sebut_banyak(len(f.tindak_lanjut.rencana), 'RTL')}.")
    return (*butir, narasi_tindak_lanjut.kalimat_realisasi(f))


def rekomendasi(f: FaktaUpp) -> tuple[str, ...]:
    """Section 4.2, in the order of the facts."""
    return tuple(_KALIMAT[r.jenis](f, r) for r in f.rekomendasi) or (TANPA_REKOMENDASI,)


def _perbaiki_unsur(f: FaktaUpp, r: RekomendasiUpp) -> str:
    unsur = f"unsur {daftar_unsur(r.unsur)}, NRR {angka(r.nilai)}"
    return f"{f.nama} {TINDAKAN[r.unsur[0]]}, paling lambat {tanggal(r.batas)} ({unsur})."


def _susun_rtl(f: FaktaUpp, r: RekomendasiUpp) -> str:
    return f"{f.nama} menyusun RTL untuk unsur {daftar_unsur(r.unsur)} paling lambat {tanggal(r.batas)}."


def _tuntaskan_rtl(f: FaktaUpp, r: RekomendasiUpp) -> str:
    return f"{f.nama} menuntaskan {sebut_banyak(r.jumlah, 'RTL')} yang belum selesai (⟦T13⟧) paling lambat {tanggal(r.batas)}."


def _laporkan_realisasi(f: FaktaUpp, r: RekomendasiUpp) -> str:
    rtl = f"{sebut_banyak(r.jumlah, 'RTL')} tahun {r.tahun_rtl}"
    batas = f"paling lambat {tanggal(r.batas)}"
    if r.tahun_rtl != f.tahun:
        return f"{f.nama} melaporkan realisasi {rtl} beserta buktinya {batas}."
    unsur = f" untuk unsur {daftar_unsur(r.unsur)}" if 0 < len(r.unsur) <= UNSUR_DISEBUT else ""
    return f"{f.nama} melaksanakan {rtl}{unsur} (⟦T10⟧) dan melaporkan realisasinya beserta bukti {batas}."


def _sampaikan_hasil(f: FaktaUpp, r: RekomendasiUpp) -> str:
    periode = f"hasil {daftar_periode(r.periode)}" if r.periode else ""
    rincian = "nilai kesembilan unsur" if r.unsur else ""
    return f"{f.nama} menyampaikan {' serta '.join(x for x in (periode, rincian) if x)} paling lambat {tanggal(r.batas)}."


def _cukupkan_sampel(f: FaktaUpp, r: RekomendasiUpp) -> str:
    return f"{f.nama} memperoleh sedikitnya {bulat(r.jumlah)} responden pada survei tahun {f.tahun + 1}, paling lambat {tanggal(r.batas)}."


_KALIMAT: dict[JenisRekomendasi, Callable[[FaktaUpp, RekomendasiUpp], str]] = {
    JenisRekomendasi.PERBAIKI_UNSUR: _perbaiki_unsur,
    JenisRekomendasi.SUSUN_RTL: _susun_rtl,
    JenisRekomendasi.TUNTASKAN_RTL: _tuntaskan_rtl,
    JenisRekomendasi.LAPORKAN_REALISASI: _laporkan_realisasi,
    JenisRekomendasi.SAMPAIKAN_HASIL: _sampaikan_hasil,
    JenisRekomendasi.CUKUPKAN_SAMPEL: _cukupkan_sampel,
}
