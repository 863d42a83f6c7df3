"""Ringkasan Eksekutif: one page, nothing on it that is not in the body (spec 3.5)."""

from collections.abc import Mapping, Sequence

from rtl_tracker.domain.pengaturan import DasarRealisasi
from rtl_tracker.formats import bulat, persen
from rtl_tracker.reports.tahunan import narasi_hasil, narasi_simpulan, narasi_tindak_lanjut
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.fakta_hasil import BarisRekap
from rtl_tracker.reports.tahunan.gambar import DaftarGrafik
from rtl_tracker.reports.tahunan.sebutan import sebut_ikm
from rtl_tracker.reports.word.elemen import BarisAngka, DaftarNomor, DuaTabel, Elemen, Gambar, Kolom, Paragraf, Tabel

PALING_BARIS = 4


def ringkasan(f: FaktaTahunan, g: DaftarGrafik, png: Mapping[str, bytes]) -> list[Elemen]:
    """The elements of the summary page."""
    elemen: list[Elemen] = [Paragraf(narasi_hasil.kalimat_indeks(f), "sorot"), _empat_angka(f)]
    if f.simpulan.terbaik:
        kiri = _tabel("Tertinggi", f.simpulan.terbaik, f)
        elemen.append(DuaTabel(kiri, _tabel("Terendah", f.simpulan.terbawah, f)))
    if f.hasil.unsur:
        elemen.append(Paragraf(f"{narasi_hasil.kalimat_terendah(f)} {narasi_hasil.kalimat_tertinggi(f)}"))
    elemen += [Gambar(png[x.sidik()], x.lebar_mm, x.alt) for x in g.tren_kecil]
    rekomendasi = narasi_simpulan.rekomendasi_ringkas(f)
    if rekomendasi:
        elemen += [Paragraf("**Rekomendasi utama**"), DaftarNomor(rekomendasi)]
    if f.tindak_lanjut.data_contoh:
        elemen.append(Paragraf(narasi_tindak_lanjut.DATA_CONTOH, "catatan"))
    return elemen


def _empat_angka(f: FaktaTahunan) -> BarisAngka:
    k, unit = f.pengumpulan, f.pengaturan.istilah_unit
    return BarisAngka(
        (
            (f"{bulat(k.menyampaikan)} / {bulat(k.wajib)}", f"{unit} menyampaikan hasil / wajib"),
            (bulat(k.jumlah_responden), "responden"),
            _angka_realisasi(f),
            (bulat(len(f.simpulan.di_bawah_b)), f"{unit} bermutu di bawah B"),
        )
    )


def _angka_realisasi(f: FaktaTahunan) -> tuple[str, str]:
    """The declared figure large, the other one in its label."""
    r = f.tindak_lanjut.realisasi
    if r.dilaporkan is None:
        return "–", "realisasi RTL belum dilaporkan"
    if f.pengaturan.dasar_realisasi is DasarRealisasi.TERVERIFIKASI:
        return persen(r.terverifikasi, kosong="–"), f"realisasi RTL terverifikasi; dilaporkan {persen(r.dilaporkan)}"
    terverifikasi = f"terverifikasi {persen(r.terverifikasi)}" if r.terverifikasi is not None else "tanpa verifikasi"
    return persen(r.dilaporkan), f"realisasi RTL dilaporkan; {terverifikasi}"


def _tabel(judul: str, baris: Sequence[BarisRekap], f: FaktaTahunan) -> Tabel:
    """Up to four rows; more ties than that are counted in a last row."""
    isi = [(b.nama, sebut_ikm(b.ikm, f.pengaturan), b.mutu.value if b.mutu else "-") for b in baris[:PALING_BARIS]]
    if len(baris) > PALING_BARIS:
        isi.append((f"dan {bulat(len(baris) - PALING_BARIS)} lainnya dengan nilai sama", "", ""))
    kolom = (Kolom(f.pengaturan.istilah_unit, 46), Kolom("IKM", 16, "kanan"), Kolom("Mutu", 12, "tengah"))
    return Tabel(kolom, tuple(isi), judul=judul, ukuran_pt=8.5)
