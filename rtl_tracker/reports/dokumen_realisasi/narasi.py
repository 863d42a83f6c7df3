"""Sentences of the follow-up document; every figure comes from the facts."""

from rtl_tracker.domain.pekppp import SUMBER
from rtl_tracker.domain.pengaturan import AgregasiRealisasi, DasarRealisasi
from rtl_tracker.formats import bulat, persen, tanggal
from rtl_tracker.reports.dokumen_realisasi.fakta import FaktaRealisasiTahun
from rtl_tracker.reports.rancangan import BentukTeks, BlokTeks
from rtl_tracker.reports.tahunan.sebutan import awal_banyak, sebut_banyak, sebut_nama

NAMA_DASAR = {DasarRealisasi.DILAPORKAN: "dilaporkan", DasarRealisasi.TERVERIFIKASI: "terverifikasi"}
NAMA_CARA = {AgregasiRealisasi.RERATA_UPP: "rata-rata unit", AgregasiRealisasi.GABUNGAN: "gabungan seluruh RTL"}
PALING_BANYAK_BARIS = 100
DATA_CONTOH = "Angka dan daftar pada dokumen ini memuat **data contoh** yang dibuat untuk peragaan."


def narasi_realisasi(f: FaktaRealisasiTahun) -> tuple[BlokTeks, ...]:
    """Every block that has something to say."""
    return tuple(
        blok
        for blok in (
            _blok("instansi", "Realisasi Instansi", (*_angka(f), *_keadaan(f))),
            _blok("bagian", judul_bagian(f), _bagian(f)),
            _blok("cara", "Cara Menghitung", _cara(f), "nomor"),
            _blok("unit", f"Realisasi per {f.pengaturan.istilah_unit}", _unit(f)),
            _blok("tidak", "RTL yang Tidak Dilaksanakan", _tidak(f)),
            _blok("menunggu", "RTL yang Menunggu Verifikasi", _menunggu(f)),
        )
        if blok.teks
    )


def _blok(nama: str, judul: str, teks: tuple[str, ...], bentuk: BentukTeks = "paragraf") -> BlokTeks:
    return BlokTeks(nama, judul, teks, bentuk)


def _angka(f: FaktaRealisasiTahun) -> tuple[str, ...]:
    """The official figure, and the items it stands on."""
    p, istilah = f.pengaturan, f.pengaturan.istilah_unit
    jumlah = f"{istilah} merencanakan {sebut_banyak(f.cacah.direncanakan, 'RTL')} dari hasil survei tahun {f.tahun}."
    if f.resmi is None:
        return (f"{jumlah} Realisasinya belum dilaporkan, sehingga persentase instansi belum dapat dihitung.",)
    resmi = (
        f"Realisasi RTL tahun {f.tahun} sebesar {persen(f.resmi)} menurut angka resmi, yaitu yang {NAMA_DASAR[p.dasar_realisasi]} "
        f"({NAMA_CARA[p.agregasi_realisasi]}, {sebut_banyak(f.dihitung, istilah)} dihitung)."
    )
    dari = (
        f"Dari {bulat(f.rtl)} RTL yang dihitung, {bulat(f.selesai)} dilaporkan selesai ({persen(f.persen.gabungan_dilaporkan)}) "
        f"dan {bulat(f.terverifikasi)} terverifikasi ({persen(f.persen.gabungan_terverifikasi)})."
    )
    return (f"{resmi} {jumlah} {dari}",)


def _keadaan(f: FaktaRealisasiTahun) -> tuple[str, ...]:
    """What hinders: what waits, what is overdue and on which day that is judged, units without figures, and RTL that count apart."""
    istilah, c, milik = f.pengaturan.istilah_unit, f.cacah, f.milik_instansi
    butir = [f"{awal_banyak(c.selisih, 'RTL')} dilaporkan selesai dan menunggu verifikasi."] if c.selisih else []
    butir.append(_terlambat(f))
    for kata, nama, akhir in (
        ("belum melaporkan realisasi", f.belum_dilaporkan, " Yang belum melapor tidak dihitung sebagai nol."),
        ("belum memiliki RTL", f.tanpa_rtl, ""),
        ("tidak dihitung dalam rata-rata", f.dikecualikan, ""),
    ):
        if nama:
            butir.append(f"{istilah} yang {kata}: {sebut_nama(nama)}.{akhir}")
    if milik.direncanakan:
        sendiri = (
            f"RTL milik instansi sendiri berjumlah {bulat(milik.direncanakan)}, {bulat(milik.dilaporkan)} dilaporkan selesai"
        )
        butir.append(f"{sendiri}; RTL ini tidak masuk persentase {istilah}.")
    return (*butir, DATA_CONTOH) if f.data_contoh else tuple(butir)


def _terlambat(f: FaktaRealisasiTahun) -> str:
    c = f.cacah
    awal = f"{awal_banyak(c.terlambat, 'RTL')} melewati tenggat" if c.terlambat else "Tidak ada RTL yang melewati tenggat"
    akhir = f" Yang terlama lewat {sebut_banyak(c.terlama, 'hari')}." if c.terlambat else ""
    return f"{awal} pada {tanggal(f.hari_ini)}. Keterlambatan dinilai pada hari itu, status RTL menurut catatan saat dokumen disusun.{akhir}"


def judul_bagian(f: FaktaRealisasiTahun) -> str:
    """Heading of the tables of kelompok and periods, naming those of which there are several."""
    return f"Realisasi per {' dan '.join(nama for _, nama in _bagian_ada(f)) or 'Kelompok'}"


def _bagian_ada(f: FaktaRealisasiTahun) -> list[tuple[str, str]]:
    calon = (("⟦KELOMPOK⟧", "Kelompok", f.kelompok), ("⟦PERIODE⟧", "Periode", f.periode))
    return [(kunci, nama) for kunci, nama, bagian in calon if len(bagian) > 1]


def _bagian(f: FaktaRealisasiTahun) -> tuple[str, ...]:
    tabel = " dan ".join(kunci for kunci, _ in _bagian_ada(f))
    return (f"Persentase pada {tabel} adalah {NAMA_CARA[f.pengaturan.agregasi_realisasi]}.",) if tabel else ()


def _cara(f: FaktaRealisasiTahun) -> tuple[str, ...]:
    return (
        "Persentase realisasi adalah RTL selesai dibagi RTL direncanakan. RTL dilaporkan selesai oleh unitnya; RTL terverifikasi bila "
        "Inspektorat atau Bagian Organisasi membenarkannya.",
        "Rata-rata unit memberi bobot sama kepada setiap unit; gabungan menghitung seluruh RTL tanpa membedakan unit.",
        "RTL yang dinyatakan tidak dilaksanakan tetap dihitung sebagai RTL yang direncanakan, tetapi tidak lagi terlambat: "
        "tenggatnya beralih ke RTL lanjutannya.",
        f"Skor realisasi dan skor waktu menurut {SUMBER}, skala 0 sampai 5. Skor waktu diketahui bila tanggal pengiriman laporan "
        "dan tanggal jawaban RTL tercatat.",
        "Persentase dibulatkan satu kali, dua desimal, setengah ke atas.",
    )


def _unit(f: FaktaRealisasiTahun) -> tuple[str, ...]:
    seratus = [b.nama for b in f.unit if b.dilaporkan == 100 and not b.cacah.terverifikasi]
    kalimat = [f"⟦UNIT⟧ memuat jumlah RTL, persentase, keterlambatan, dan skor setiap {f.pengaturan.istilah_unit}."]
    if seratus:
        kalimat.append(f"Realisasi 100 % tanpa satu pun yang terverifikasi terdapat pada {sebut_nama(seratus)}.")
    return (" ".join(kalimat),)


def _tidak(f: FaktaRealisasiTahun) -> tuple[str, ...]:
    if not f.tidak:
        return ()
    unit = len({satu.unit for satu in f.tidak})
    kalimat = f"{awal_banyak(len(f.tidak), 'RTL')} dari {sebut_banyak(unit, f.pengaturan.istilah_unit)} dinyatakan tidak dilaksanakan."
    return (f"{kalimat} Alasan, strategi, dan target waktu barunya disajikan pada ⟦TIDAK⟧.{_sisa(len(f.tidak))}",)


def _menunggu(f: FaktaRealisasiTahun) -> tuple[str, ...]:
    if not f.menunggu:
        return ()
    return (
        f"{awal_banyak(len(f.menunggu), 'RTL')} dilaporkan selesai dan belum diverifikasi; yang paling lama menunggu disebut lebih dahulu "
        f"(⟦MENUNGGU⟧).{_sisa(len(f.menunggu))}",
    )


def _sisa(banyak: int) -> str:
    lebih = banyak - PALING_BANYAK_BARIS
    return (
        f" Tabel memuat {bulat(PALING_BANYAK_BARIS)} RTL; {bulat(lebih)} lainnya terdapat pada berkas Excel."
        if lebih > 0
        else ""
    )
