"""Findings to take along: of a stored year as Excel, of an examined workbook as Excel or as a Word list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rtl_tracker.auditor.daftar import hitung_tingkat
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.formats import bulat, tanggal
from rtl_tracker.reports.baris_temuan import BarisTemuan
from rtl_tracker.reports.dokumen_temuan import DokumenTemuan, buat_dokumen_temuan
from rtl_tracker.reports.lembar_temuan import buat_lembar_temuan
from rtl_tracker.usecases.halaman_pemeriksaan import butir_tahun, butir_unit
from rtl_tracker.usecases.pemeriksaan import HasilPeriksa
from rtl_tracker.usecases.saringan_temuan import (
    ATURAN,
    ButirTemuan,
    Keadaan,
    Kelompok,
    SaringanTemuan,
    kelompokkan,
    saring,
    susun_butir,
    urutkan,
)
from rtl_tracker.usecases.temuan_tahun import TemuanTahun

_KEADAAN = {Keadaan.SEMUA: None, Keadaan.BELUM: "belum dijelaskan", Keadaan.SUDAH: "sudah dijelaskan"}


@dataclass(frozen=True, slots=True)
class BerkasTemuan:
    """The file and the name it is kept under; `banyak` findings are in it."""

    nama: str
    isi: bytes
    banyak: int


def excel_tahun(
    tahun: TemuanTahun, pelaku: Pelaku, saringan: SaringanTemuan, hari_ini: date, upp_id: int | None = None
) -> BerkasTemuan:
    """The findings that match, of the instansi or of one unit, explained ones too. Raises TidakTerjangkau, AksesDitolak."""
    semua = butir_tahun(tahun, pelaku) if upp_id is None else butir_unit(tahun, pelaku, upp_id)
    butir = urutkan(saring(semua, saringan), saringan.kelompok)
    judul = f"Pemeriksaan tahun {tahun.tahun}"
    pengantar = (
        judul if upp_id is None else f"{judul}, {tahun.upp[upp_id].nama}",
        f"Keadaan pada {tanggal(hari_ini)}",
        f"Saringan: {saringan_dalam_kata(saringan)}",
        jumlah_dalam_kata(hitung_tingkat(b.temuan for b in butir)),
    )
    unit = "" if upp_id is None else f"-unit-{upp_id}"
    nama = f"pemeriksaan-{tahun.tahun}{unit}-per-{hari_ini.isoformat()}.xlsx"
    return BerkasTemuan(nama, buat_lembar_temuan(pengantar, [baris_temuan(b) for b in butir]), len(butir))


def butir_berkas(hasil: HasilPeriksa) -> list[ButirTemuan]:
    """The findings of an examined workbook in words."""
    return susun_butir(hasil.temuan, {id_: r.upp.nama for id_, r in hasil.fakta.unit.items()}, {})


def excel_berkas(hasil: HasilPeriksa, sumber: str, hari_ini: date) -> BerkasTemuan:
    """The findings of an examined workbook as Excel. `sumber`: the name of the workbook."""
    butir = butir_berkas(hasil)
    isi = buat_lembar_temuan((_judul(hasil), *_pengantar(hasil, sumber, hari_ini)), [baris_temuan(b) for b in butir])
    return BerkasTemuan(f"pemeriksaan-{hasil.fakta.tahun}.xlsx", isi, len(butir))


def word_berkas(hasil: HasilPeriksa, sumber: str, hari_ini: date) -> BerkasTemuan:
    """The findings of an examined workbook as a Word list, unit by unit."""
    butir = butir_berkas(hasil)
    kelompok = tuple((k.judul, tuple(baris_temuan(b) for b in k.butir)) for k in kelompokkan(butir, Kelompok.UPP))
    isi = buat_dokumen_temuan(DokumenTemuan(_judul(hasil), _pengantar(hasil, sumber, hari_ini), hari_ini, kelompok))
    return BerkasTemuan(f"pemeriksaan-{hasil.fakta.tahun}.docx", isi, len(butir))


def jumlah_dalam_kata(jumlah: Mapping[Tingkat, int]) -> str:
    """ "62 temuan: 30 galat, 20 peringatan, 12 info."."""
    rincian = ", ".join(f"{bulat(n)} {tingkat.value}" for tingkat, n in jumlah.items())
    return f"{bulat(sum(jumlah.values()))} temuan: {rincian}."


def saringan_dalam_kata(s: SaringanTemuan) -> str:
    """The filter as the line of a file says it."""
    bagian = (
        ("tingkat", s.tingkat and s.tingkat.value),
        ("aturan", s.aturan and f"{s.aturan} {ATURAN[s.aturan].judul}"),
        ("periode", s.periode and NAMA_PERIODE[s.periode]),
        ("penjelasan", _KEADAAN[s.keadaan]),
        ("kata", s.cari),
    )
    return "; ".join(f"{nama} {nilai}" for nama, nilai in bagian if nilai) or "tidak ada"


def _judul(hasil: HasilPeriksa) -> str:
    return f"Hasil pemeriksaan laporan tahun {hasil.fakta.tahun}"


def _pengantar(hasil: HasilPeriksa, sumber: str, hari_ini: date) -> tuple[str, ...]:
    return (
        f"Buku kerja {sumber}, diperiksa pada {tanggal(hari_ini)}. Isinya tidak disimpan.",
        jumlah_dalam_kata(hasil.jumlah) if hasil.temuan else "Tidak ada temuan.",
        *(f"Catatan pembacaan: {kalimat}" for kalimat in hasil.catatan_ringkas),
    )


def baris_temuan(b: ButirTemuan) -> BarisTemuan:
    """A finding as files print it."""
    p, t = b.penjelasan, b.temuan
    return BarisTemuan(
        aturan=b.aturan,
        judul=b.judul,
        tingkat=t.tingkat.value,
        upp=b.unit,
        layanan=t.layanan or "",
        periode="" if t.periode is None else NAMA_PERIODE[t.periode],
        bidang=b.bidang,
        tercetak=b.tercetak,
        seharusnya=b.seharusnya,
        kalimat=b.kalimat,
        penjelasan="" if p is None else f"{p.alasan} ({p.oleh}, {tanggal(p.pada.astimezone().date())})",
    )
