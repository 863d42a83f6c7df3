"""The page of documents: what can be made of a year and period, what was made last, what is frozen."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.jenis_dokumen import (
    TABEL_JENIS,
    BentukBerkas,
    JenisDokumen,
    KeteranganJenis,
    Lingkup,
    PermintaanDokumen,
)
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage.hasil_repository import periode_berhasil
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_tersedia
from rtl_tracker.storage.upp_repository import list_upp
from rtl_tracker.storage.versi_repository import VersiLaporan, list_versi_tahun
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.pekerjaan_dokumen import Pekerjaan, list_terakhir


@dataclass(frozen=True, slots=True)
class BarisDokumen:
    """One kind of document of the chosen period; what was last made of it, by order, and its newest frozen version.

    `halangan` says why it cannot be made of this period.
    """

    keterangan: KeteranganJenis
    permintaan: PermintaanDokumen
    kerja: tuple[tuple[Pesanan, Pekerjaan | None], ...]
    versi: VersiLaporan | None
    halangan: str = ""


@dataclass(frozen=True, slots=True)
class HalamanDokumen:
    """What the page shows. `upp` None = documents of the instansi; `paket`: documents of every unit at once."""

    tahun: int
    tersedia: tuple[int, ...]
    periode: Periode
    pilihan: tuple[Periode, ...]
    nama_instansi: str
    upp: Upp | None
    dokumen: tuple[BarisDokumen, ...]
    paket: tuple[BarisDokumen, ...]


def muat_halaman_dokumen(
    session: Session, pelaku: Pelaku, tahun: int, periode: Periode | None, upp_id: int | None
) -> HalamanDokumen:
    """The page of a year and period (None = the whole year). Raises TidakTerjangkau, AksesDitolak, TahunTidakAda."""
    periksa_kewenangan(pelaku, Izin.LIHAT_HASIL, upp_id)
    tersedia = tuple(tahun_tersedia(session))
    if tahun not in tersedia:
        raise TahunTidakAda(f"Belum ada data tahun {tahun}.")
    unit = {u.id: u for u in list_upp(session)}
    if upp_id is not None and upp_id not in unit:
        raise TidakTerjangkau("Unit ini tidak ada. Periksa kembali alamatnya.")
    pilihan = _pilihan(session, tahun, upp_id)
    dipilih = periode if periode in pilihan else Periode.TAHUNAN
    terakhir, versi = list_terakhir(session, tahun, upp_id), list_versi_tahun(session, tahun)
    return HalamanDokumen(
        tahun=tahun,
        tersedia=tersedia,
        periode=dipilih,
        pilihan=pilihan,
        nama_instansi=muat_pengaturan(session, tahun).nama,
        upp=None if upp_id is None else unit[upp_id],
        dokumen=tuple(_baris(j, tahun, dipilih, upp_id, terakhir, versi) for j in jenis_milik(upp_id)),
        paket=tuple(_paket(j, tahun, dipilih, terakhir) for j in jenis_milik(0)) if upp_id is None else (),
    )


def jenis_milik(upp_id: int | None) -> list[JenisDokumen]:
    """The kinds that the instansi (None) or a unit has, in the order of the table."""
    bukan = Lingkup.UPP if upp_id is None else Lingkup.INSTANSI
    return [jenis for jenis, isi in TABEL_JENIS.items() if isi.lingkup is not bukan]


def _pilihan(session: Session, tahun: int, upp_id: int | None) -> tuple[Periode, ...]:
    ada = periode_berhasil(session, tahun, upp_id)
    return (Periode.TAHUNAN, *(p for p in Periode if p in ada and p is not Periode.TAHUNAN))


def _baris(
    jenis: JenisDokumen,
    tahun: int,
    periode: Periode,
    upp_id: int | None,
    terakhir: Mapping[str, Pekerjaan],
    versi: Mapping[str, VersiLaporan],
) -> BarisDokumen:
    isi = TABEL_JENIS[jenis]
    p = PermintaanDokumen(jenis, tahun, periode if isi.periode else Periode.TAHUNAN, upp_id)
    return BarisDokumen(isi, p, _kerja(JenisKerja.DOKUMEN, p, terakhir), versi.get(p.kunci), _halangan(p))


def _paket(jenis: JenisDokumen, tahun: int, periode: Periode, terakhir: Mapping[str, Pekerjaan]) -> BarisDokumen:
    isi = TABEL_JENIS[jenis]
    p = PermintaanDokumen(jenis, tahun, periode if isi.periode else Periode.TAHUNAN)
    return BarisDokumen(isi, p, _kerja(JenisKerja.PAKET, p, terakhir), None)


def _kerja(
    kerja: JenisKerja, p: PermintaanDokumen, terakhir: Mapping[str, Pekerjaan]
) -> tuple[tuple[Pesanan, Pekerjaan | None], ...]:
    bentuk = TABEL_JENIS[p.jenis].bentuk
    pilihan = [excel for excel, ada in ((False, BentukBerkas.DOCX in bentuk), (True, BentukBerkas.XLSX in bentuk)) if ada]
    pesanan = [Pesanan(kerja, p, excel=excel) for excel in pilihan]
    return tuple((satu, terakhir.get(satu.kunci)) for satu in pesanan)


def _halangan(p: PermintaanDokumen) -> str:
    if p.jenis is JenisDokumen.TRIWULAN and p.periode is Periode.TAHUNAN:
        return "Pilih triwulan atau semester di atas untuk menyusun rekapitulasi ini."
    return ""
