"""Sentences of chapter V and of the summary page: conclusions, and recommendations with who, what, unsur and date."""

from collections.abc import Callable

from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.formats import angka, bulat, dengan_terbilang, huruf_kapital_awal, tanggal
from rtl_tracker.reports.tahunan import narasi_hasil, narasi_tindak_lanjut
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.fakta_simpulan import JenisRekomendasi, Rekomendasi
from rtl_tracker.reports.tahunan.sebutan import daftar_unsur, kantor_organisasi, sebut_banyak, sebut_nama

NAMA_DI_DEPAN_TABEL = 4  # the table behind the sentence names every unit

TINDAKAN: dict[Unsur, str] = {
    Unsur.PERSYARATAN: "memasang daftar persyaratan setiap jenis layanan di ruang layanan dan kanal daring",
    Unsur.PROSEDUR: "menyederhanakan alur layanan dan memasang bagan alurnya di ruang layanan",
    Unsur.WAKTU: "menetapkan waktu penyelesaian setiap jenis layanan, mengumumkannya, dan mencatat waktu nyata setiap permohonan",
    Unsur.BIAYA: "mengumumkan biaya setiap jenis layanan, termasuk layanan yang tidak dipungut biaya",
    Unsur.PRODUK: "mencocokkan hasil layanan dengan standar pelayanan dan mengumumkan standar itu",
    Unsur.KOMPETENSI: "melatih petugas layanan sesuai kebutuhan jabatan dan mencatat hasil pelatihannya",
    Unsur.PERILAKU: "menetapkan kode perilaku petugas layanan dan menilai penerapannya setiap bulan",
    Unsur.PENGADUAN: "menunjuk petugas pengaduan, menetapkan batas waktu jawaban, dan mencatat setiap pengaduan",
    Unsur.SARPRAS: "memperbaiki sarana layanan menurut daftar kebutuhan yang disusun bersama pengguna layanan",
}


def kesimpulan(f: FaktaTahunan) -> tuple[str, ...]:
    """Section 5.1, numbered: each from one chapter."""
    butir = [narasi_hasil.kalimat_indeks(f)]
    k, p = f.pengumpulan, f.pengaturan
    butir.append(
        f"Sebanyak {dengan_terbilang(k.menyampaikan)} dari {bulat(k.wajib)} {p.istilah_unit} yang wajib mengukur menyampaikan hasil, dengan {bulat(k.jumlah_responden)} responden."
    )
    if f.hasil.unsur:
        butir.append(f"{narasi_hasil.kalimat_terendah(f)} {narasi_hasil.kalimat_tertinggi(f)}")
    butir += narasi_hasil.rekap(f)[1:2] if len(f.hasil.peringkat_upp()) > 1 else []
    if f.tren.kata is not None:
        butir.append(f"IKM instansi pada tahun {f.tren.deret_kata[0][0]} sampai {f.tahun} {f.tren.kata.value}.")
    butir.append(narasi_tindak_lanjut.kalimat_realisasi(f))
    return tuple(butir)


def rekomendasi(f: FaktaTahunan) -> tuple[str, ...]:
    """Section 5.2, in the order of the facts."""
    return tuple(_KALIMAT[r.jenis](f, r) for r in f.simpulan.rekomendasi)


def _perbaiki_upp(f: FaktaTahunan, r: Rekomendasi) -> str:
    skala = "NRR" if f.hasil.skala_nrr else "konversi"
    unsur = f"unsur {daftar_unsur(r.unsur)}, {skala} {angka(r.nilai)}"
    return f"{r.upp[0]} {TINDAKAN[r.unsur[0]]}, paling lambat {tanggal(r.batas)} ({unsur})."


def _perbaiki_unsur(f: FaktaTahunan, r: Rekomendasi) -> str:
    unit = f.pengaturan.istilah_unit
    siapa = f"{sebut_banyak(r.jumlah, unit)} yang unsur terendahnya" if r.jumlah else f"seluruh {unit} pada unsur"
    return (
        f"{kantor_organisasi(f.pengaturan)} mendampingi {siapa} {daftar_unsur(r.unsur)} (NRR instansi {angka(r.nilai)}) "
        f"untuk {TINDAKAN[r.unsur[0]]}, paling lambat {tanggal(r.batas)}."
    )


def _sampaikan_hasil(f: FaktaTahunan, r: Rekomendasi) -> str:
    return f"{sebut_nama(r.upp)} menyampaikan hasil SKM tahun {f.tahun} paling lambat {tanggal(r.batas)}."


def _susun_rtl(f: FaktaTahunan, r: Rekomendasi) -> str:
    return f"{sebut_nama(r.upp)} menyusun RTL untuk unsur yang wajib ditindaklanjuti paling lambat {tanggal(r.batas)}."


def _tuntaskan_rtl(f: FaktaTahunan, r: Rekomendasi) -> str:
    return f"{sebut_nama(r.upp, NAMA_DI_DEPAN_TABEL)} menuntaskan {sebut_banyak(r.jumlah, 'RTL')} yang belum selesai (⟦T13⟧) paling lambat {tanggal(r.batas)}."


def _laporkan_realisasi(f: FaktaTahunan, r: Rekomendasi) -> str:
    return f"{sebut_nama(r.upp)} melaporkan realisasi RTL beserta buktinya paling lambat {tanggal(r.batas)}."


def _verifikasi(f: FaktaTahunan, r: Rekomendasi) -> str:
    return f"Inspektorat memverifikasi {sebut_banyak(r.jumlah, 'RTL')} yang dilaporkan selesai dan belum terverifikasi paling lambat {tanggal(r.batas)}."


def _cukupkan_sampel(f: FaktaTahunan, r: Rekomendasi) -> str:
    return f"{sebut_nama(r.upp)} memenuhi jumlah responden minimal pada survei tahun {f.tahun + 1}, paling lambat {tanggal(r.batas)}."


_KALIMAT: dict[JenisRekomendasi, Callable[[FaktaTahunan, Rekomendasi], str]] = {
    JenisRekomendasi.PERBAIKI_UPP: _perbaiki_upp,
    JenisRekomendasi.PERBAIKI_UNSUR: _perbaiki_unsur,
    JenisRekomendasi.SAMPAIKAN_HASIL: _sampaikan_hasil,
    JenisRekomendasi.SUSUN_RTL: _susun_rtl,
    JenisRekomendasi.TUNTASKAN_RTL: _tuntaskan_rtl,
    JenisRekomendasi.LAPORKAN_REALISASI: _laporkan_realisasi,
    JenisRekomendasi.VERIFIKASI: _verifikasi,
    JenisRekomendasi.CUKUPKAN_SAMPEL: _cukupkan_sampel,
}


def rekomendasi_ringkas(f: FaktaTahunan) -> tuple[str, ...]:
    """The three recommendations of the summary page: one per kind first, in the order of chapter V."""
    dipilih: list[Rekomendasi] = []
    for r in f.simpulan.rekomendasi:
        if r.jenis not in {d.jenis for d in dipilih}:
            dipilih.append(r)
    sisa = [r for r in f.simpulan.rekomendasi if r not in dipilih]
    return tuple(huruf_kapital_awal(_KALIMAT[r.jenis](f, r)) for r in (dipilih + sisa)[:3])
