"""Sentences of chapters III and IV of the recap: index, comparison, categories, T1, conclusions, recommendations."""

from collections.abc import Callable
from decimal import Decimal

from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.periode import SEMESTER
from rtl_tracker.domain.tren import arah
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.formats import angka, daftar, huruf_kapital_awal, tanggal
from rtl_tracker.reports.tahunan import narasi_hasil, narasi_tindak_lanjut
from rtl_tracker.reports.tahunan.fakta_simpulan import JenisRekomendasi, Rekomendasi
from rtl_tracker.reports.tahunan.narasi_simpulan import NAMA_DI_DEPAN_TABEL, TINDAKAN
from rtl_tracker.reports.tahunan.sebutan import (
    daftar_unsur,
    kantor_organisasi,
    kelas_dalam_kurung,
    sebut_banyak,
    sebut_ikm,
    sebut_mutu,
    sebut_nama,
)
from rtl_tracker.reports.triwulan.fakta import FaktaPeriode
from rtl_tracker.reports.triwulan.fakta_banding import FaktaBanding
from rtl_tracker.reports.triwulan.narasi_awal import kalimat_kumpul
from rtl_tracker.reports.triwulan.sebutan_periode import sebut_periode, sebut_saat


def kalimat_indeks(f: FaktaPeriode) -> str:
    """The one sentence of the index: figure, class, change."""
    i, p = f.dasar.hasil.indeks, f.pengaturan
    awal = f"IKM {p.nama} {sebut_periode(f)} sebesar **{sebut_ikm(i.ikm, p)}** dengan mutu **{sebut_mutu(i.mutu, p)}**"
    if f.banding is None:
        return f"{awal}."
    acuan = f.banding.acuan
    lalu = f"{angka(acuan.ikm, p.desimal_ikm)} pada {sebut_saat(acuan.saat)}"
    if acuan.selisih == 0:
        return f"{awal}, tetap dibandingkan dengan {lalu}."
    return f"{awal}, {arah(acuan.selisih)} {angka(abs(acuan.selisih), p.desimal_ikm)} poin dari {lalu}."


def indeks(f: FaktaPeriode) -> list[str]:
    """Section 3.1. The sentences after the first are those of the annual report."""
    return [kalimat_indeks(f), *narasi_hasil.indeks(f.dasar)[1:]]


def banding(f: FaktaPeriode, bergambar: bool) -> list[str]:
    """Section 3.2; one sentence when there is nothing to compare with."""
    b, p = f.banding, f.pengaturan
    if b is None:
        return [f"Belum ada indeks periode sebelumnya yang dapat dibandingkan dengan {sebut_periode(f)}."]
    gambar = " ⟦G_TREN⟧ menggambarkan indeks setiap periode." if bergambar else ""
    kalimat = [f"⟦BANDING⟧ membandingkan indeks instansi dengan periode sebelumnya.{gambar}", *_unit(f, b)]
    beda = [(x.unsur, x.selisih) for x in b.unsur if x.unsur is not None and x.selisih is not None]
    if beda:
        kalimat.append(f"Perubahan setiap unsur disajikan pada ⟦BANDING_UNSUR⟧. {_unsur(beda)}")
    if b.acuan.upp != f.dasar.hasil.indeks.upp_dihitung:
        kalimat.append(
            f"Jumlah {p.istilah_unit} pada kedua periode tidak sama, sehingga sebagian perubahan indeks dapat berasal dari "
            f"{p.istilah_unit} yang mengukur pada satu periode saja."
        )
    return kalimat


def _unit(f: FaktaPeriode, b: FaktaBanding) -> list[str]:
    p, acuan = f.pengaturan, sebut_saat(b.acuan.saat)
    bagian = [
        f"{sebut_banyak(n, p.istilah_unit)} {kata}"
        for kata, n in (("naik", b.banyak(1)), ("turun", b.banyak(-1)), ("tetap", b.banyak(0)))
        if n
    ]
    if not bagian:
        return [f"Tidak ada {p.istilah_unit} yang mengukur pada {acuan} dan {sebut_periode(f)}."]
    kalimat = [f"Dibandingkan dengan {acuan}, IKM {daftar(bagian)} (⟦BANDING_UNIT⟧)."]
    for tanda, kata in ((1, "Kenaikan"), (-1, "Penurunan")):
        terjauh = b.terjauh(tanda)
        if terjauh:
            poin = angka(abs(terjauh[0].selisih or 0), p.desimal_ikm)
            kalimat.append(f"{kata} terbesar terjadi pada {sebut_nama([x.nama for x in terjauh])} ({poin} poin).")
    return kalimat


def _unsur(beda: list[tuple[Unsur, Decimal]]) -> str:
    """How many unsur rose and fell; which moved most, all ties."""
    cacah = (("naik", sum(x > 0 for _, x in beda)), ("turun", sum(x < 0 for _, x in beda)))
    bagian = [f"{sebut_banyak(n, 'unsur')} {kata}" for kata, n in cacah if n]
    if not bagian:
        return "Nilai semua unsur tetap."
    terjauh = max(abs(x) for _, x in beda)
    puncak = [(u, x) for u, x in beda if abs(x) == terjauh]
    nama = f"{daftar_unsur([u for u, _ in puncak])} ({arah(puncak[0][1])} {angka(terjauh)} poin konversi)"
    if len({x > 0 for _, x in puncak}) > 1:
        nama = f"{daftar_unsur([u for u, _ in puncak])} ({angka(terjauh)} poin konversi)"
    return f"Sebanyak {daftar(bagian)}; perubahan terbesar terdapat pada unsur {nama}."


def kategori(f: FaktaPeriode, bergambar: bool) -> list[str]:
    """Section 3.3: how many units in each class, the highest and the lowest."""
    p, urut = f.pengaturan, f.dasar.hasil.peringkat_upp()
    cacah = [(m, sum(b.mutu is m for b in urut)) for m in Mutu]
    sebut = [f"{sebut_banyak(n, p.istilah_unit)} bermutu {sebut_mutu(m, p)}" for m, n in cacah if n]
    gambar = " dan ⟦G_MUTU⟧" if bergambar else ""
    kalimat = [
        f"Sebanyak {daftar(sebut)}. Jumlah menurut kelompok disajikan pada ⟦T8⟧{gambar}; ⟦T8_DAFTAR⟧ menyebut {p.istilah_unit} setiap mutu."
    ]
    if len(urut) > 1:
        kalimat.append(
            f"IKM tertinggi {sebut_ikm(urut[0].ikm, p)} ({kelas_dalam_kurung(urut[0].mutu)}) dan terendah {sebut_ikm(urut[-1].ikm, p)} ({kelas_dalam_kurung(urut[-1].mutu)})."
        )
    return kalimat


def unsur(f: FaktaPeriode) -> list[str]:
    """Section 3.4: T4 in both forms."""
    if not f.dasar.hasil.unsur:
        return narasi_hasil.unsur(f.dasar)
    return ["⟦T4_URUT⟧ memuat nilai menurut urutan unsur.", *narasi_hasil.unsur(f.dasar), *narasi_hasil.nilai_per_upp(f.dasar)]


def tabel_besar(f: FaktaPeriode) -> list[str]:
    """Section 3.5: how to read T1."""
    h = f.dasar.hasil
    skala = "NRR (1–4)" if h.skala_nrr else "nilai konversi (25–100)"
    bersemester = f.periode in SEMESTER and any(b.jenis == "semester" for b in h.besar)
    isi = "setiap periode yang diukur; triwulan diikuti rata-rata semesternya" if bersemester else "hasil setiap unit"
    induk = " Unit di bawah induknya ditandai garis di depan nama." if any(b.kedalaman for b in h.besar) else ""
    return [f"⟦T1⟧ memuat {isi}.{induk} Nilai unsur dicetak sebagai {skala}; kode U1 sampai U9 mengikuti ⟦UNSUR⟧."]


def kesimpulan(f: FaktaPeriode) -> tuple[str, ...]:
    """Section 4.1, numbered."""
    d = f.dasar
    butir = [kalimat_indeks(f), kalimat_kumpul(f)]
    if d.hasil.unsur:
        butir.append(f"{narasi_hasil.kalimat_terendah(d)} {narasi_hasil.kalimat_tertinggi(d)}")
    if d.simpulan.di_bawah_b:
        nama = sebut_nama([f"{b.nama} ({sebut_ikm(b.ikm, f.pengaturan)})" for b in d.simpulan.di_bawah_b])
        butir.append(f"{f.pengaturan.istilah_unit} dengan mutu di bawah B: {nama}.")
    else:
        butir.append(f"Tidak ada {f.pengaturan.istilah_unit} dengan mutu di bawah B.")
    return (*butir, narasi_tindak_lanjut.kalimat_realisasi(d))


def rekomendasi(f: FaktaPeriode) -> tuple[str, ...]:
    """Section 4.2: who, does what, for which unsur, by when."""
    return tuple(huruf_kapital_awal(_KALIMAT[r.jenis](f, r)) for r in f.dasar.simpulan.rekomendasi)


def _perbaiki_unsur(f: FaktaPeriode, r: Rekomendasi) -> str:
    unit = f.pengaturan.istilah_unit
    siapa = f"{sebut_banyak(r.jumlah, unit)} yang unsur terendahnya" if r.jumlah else f"{unit} pada unsur"
    return (
        f"{kantor_organisasi(f.pengaturan)} mendampingi {siapa} {daftar_unsur(r.unsur)} (NRR instansi {angka(r.nilai)}) "
        f"untuk {TINDAKAN[r.unsur[0]]}, paling lambat {tanggal(r.batas)}."
    )


def _perbaiki_upp(f: FaktaPeriode, r: Rekomendasi) -> str:
    skala = "NRR" if f.dasar.hasil.skala_nrr else "konversi"
    return f"{r.upp[0]} {TINDAKAN[r.unsur[0]]}, paling lambat {tanggal(r.batas)} (unsur {daftar_unsur(r.unsur)}, {skala} {angka(r.nilai)})."


_KALIMAT: dict[JenisRekomendasi, Callable[[FaktaPeriode, Rekomendasi], str]] = {
    JenisRekomendasi.PERBAIKI_UNSUR: _perbaiki_unsur,
    JenisRekomendasi.PERBAIKI_UPP: _perbaiki_upp,
    JenisRekomendasi.SAMPAIKAN_HASIL: lambda f, r: (
        f"{sebut_nama(r.upp)} menyampaikan hasil SKM {sebut_periode(f)} paling lambat {tanggal(r.batas)}."
    ),
    JenisRekomendasi.SUSUN_RTL: lambda f, r: (
        f"{sebut_nama(r.upp)} menyusun RTL untuk unsur yang wajib ditindaklanjuti paling lambat {tanggal(r.batas)}."
    ),
    JenisRekomendasi.TUNTASKAN_RTL: lambda f, r: (
        f"{sebut_nama(r.upp, NAMA_DI_DEPAN_TABEL)} menuntaskan {sebut_banyak(r.jumlah, 'RTL')} periode sebelumnya yang belum selesai (⟦REALISASI⟧) paling lambat {tanggal(r.batas)}."
    ),
    JenisRekomendasi.LAPORKAN_REALISASI: lambda f, r: (
        f"{sebut_nama(r.upp)} melaporkan realisasi RTL periode sebelumnya beserta buktinya paling lambat {tanggal(r.batas)}."
    ),
    JenisRekomendasi.VERIFIKASI: lambda f, r: (
        f"Inspektorat memverifikasi {sebut_banyak(r.jumlah, 'RTL')} yang dilaporkan selesai dan belum terverifikasi paling lambat {tanggal(r.batas)}."
    ),
    JenisRekomendasi.CUKUPKAN_SAMPEL: lambda f, r: (
        f"{sebut_nama(r.upp)} memenuhi jumlah responden minimal pada survei periode berikutnya, paling lambat {tanggal(r.batas)}."
    ),
}
