"""Running surveys and their saran as workbooks; apart from the pages, which do without the writer of Excel."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sqlalchemy.orm import Session

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.peran import Pelaku
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.unsur import NAMA_UNSUR
from rtl_tracker.formats import bulat, tanggal
from rtl_tracker.reports.buku_excel import Kolom, Lembar, Nilai, tulis_buku
from rtl_tracker.storage.pantauan_repository import list_saran_survei
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.usecases.daftar_saran import baca_saringan_saran
from rtl_tracker.usecases.pantau_instansi import BarisPantauan, SaringanPantauan, muat_pantauan_instansi

PALING_BANYAK_EXCEL = 50_000


@dataclass(frozen=True, slots=True)
class BerkasUnduh:
    """A made file, the name it is kept under, and what the record of the export says."""

    nama: str
    isi: bytes
    catatan: str


def buat_berkas_saran(
    session: Session, pelaku: Pelaku, upp_id: int, tahun: int, periode: Periode, hari: date, cari: str, unsur: str
) -> BerkasUnduh:
    """The saran that match as a workbook, the newest PALING_BANYAK_EXCEL. Raises TidakTerjangkau, AksesDitolak."""
    tempat, _, saringan = baca_saringan_saran(session, pelaku, upp_id, tahun, periode, hari, cari, unsur)
    daftar = list_saran_survei(session, tempat.survei.id or 0, saringan, 0, PALING_BANYAK_EXCEL)
    layanan = layanan_unit(session, upp_id)
    judul = f"Saran responden {tempat.upp.nama}, {NAMA_PERIODE[periode]} {tahun}"
    baris = tuple(
        (i, s.tanggal, layanan.get(s.layanan_id or 0, ""), "" if s.unsur is None else NAMA_UNSUR[s.unsur], s.teks)
        for i, s in enumerate(daftar, 1)
    )
    kolom = (Kolom("No.", 8), Kolom("Tanggal", 20), Kolom("Layanan", 32), Kolom("Tentang unsur", 32), Kolom("Saran", 90))
    pengantar = (judul, f"Keadaan pada {tanggal(hari)}; {bulat(len(baris))} saran dari jawaban yang sah.")
    nama = f"saran-{tahun}-{periode.value}.xlsx"
    return BerkasUnduh(
        nama, tulis_buku((Lembar("Saran", pengantar, kolom, baris),), judul), f"{nama}; {judul}; {len(baris)} saran"
    )


def buat_berkas_pantauan(
    session: Session, pelaku: Pelaku, tahun: int, periode: Periode | None, hari: date, saringan: SaringanPantauan
) -> BerkasUnduh:
    """The page as a workbook. Raises TidakTerjangkau, AksesDitolak."""
    h = muat_pantauan_instansi(session, pelaku, tahun, periode, hari, saringan)
    sebutan = f"{NAMA_PERIODE[periode]} {tahun}" if periode is not None else f"yang berjalan pada {tanggal(hari)}"
    judul = f"Survei {sebutan}"
    kolom = (
        Kolom(h.pengaturan.istilah_unit, 46), Kolom("Periode", 16), Kolom("Keadaan", 18), Kolom("Populasi", 12), Kolom("Jawaban sah", 12),
        Kolom("Wajib", 10), Kolom("Capaian (%)", 12), Kolom("IKM", 10), Kolom("Margin 95 %", 12), Kolom("Disisihkan", 12),
        Kolom("Disisihkan (%)", 14), Kolom("Jawaban terakhir", 20),
    )  # fmt: skip
    lembar = Lembar("Survei", (judul, f"Keadaan pada {tanggal(hari)}"), kolom, tuple(_sel(b, h.pengaturan) for b in h.baris))
    nama = f"survei-{tahun}-{periode.value if periode is not None else hari.isoformat()}.xlsx"
    menurut = ", ".join(f"{k} {v}" for k, v in saringan.argumen.items())
    return BerkasUnduh(nama, tulis_buku((lembar,), judul), f"{nama}; {menurut}" if menurut else nama)


def _sel(b: BarisPantauan, p: Pengaturan) -> tuple[Nilai, ...]:
    g = b.gambaran
    return (
        b.upp.nama, NAMA_PERIODE[b.survei.periode], b.keadaan.value.replace("_", " "), b.survei.populasi, g.n, b.wajib,
        _bulat(b.capaian), _bulat(g.ikm, p.desimal_ikm), _bulat(g.margin), g.disisihkan, _bulat(g.bagian_disisihkan), b.terakhir,
    )  # fmt: skip


def _bulat(nilai: Fraction | Decimal | None, desimal: int = 2) -> Decimal | None:
    return None if nilai is None else bulatkan(nilai, desimal)
