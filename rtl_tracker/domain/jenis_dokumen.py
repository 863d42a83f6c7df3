"""The documents that this program makes: what each is called, of whom it tells, in which formats (spec 3.1)."""

from dataclasses import dataclass
from enum import StrEnum

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode


class JenisDokumen(StrEnum):
    """Kind of a document; the codes are those of the command line."""

    TAHUNAN = "tahunan"
    TAHUNAN_OPP = "tahunan-opp"
    TAHUNAN_DAERAH = "tahunan-daerah"
    UPP = "upp"
    TRIWULAN = "triwulan"
    LEMBAR_IKM = "lembar-ikm"
    RTL = "rtl"
    HASIL_TL = "hasil-tl"
    PENGOLAHAN = "pengolahan"
    REKAP = "rekap"
    REALISASI = "realisasi"


class Lingkup(StrEnum):
    """Of whom a document tells."""

    INSTANSI = "instansi"
    UPP = "upp"
    KEDUANYA = "keduanya"


class BentukBerkas(StrEnum):
    """Format of a produced file, by its ending."""

    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"


_WORD = (BentukBerkas.DOCX, BentukBerkas.PDF)
_EXCEL = (BentukBerkas.XLSX,)


@dataclass(frozen=True, slots=True)
class KeteranganJenis:
    """A kind in words. `periode`: it tells of one period and asks which. `naskah`: its texts may be edited and it can be frozen."""

    nama: str
    uraian: str
    lingkup: Lingkup
    bentuk: tuple[BentukBerkas, ...]
    periode: bool = False
    naskah: bool = False


TABEL_JENIS: dict[JenisDokumen, KeteranganJenis] = {
    JenisDokumen.TAHUNAN: KeteranganJenis(
        "Laporan tahunan",
        "Laporan SKM instansi menurut urutan SE MenPANRB Nomor 12 Tahun 2023.",
        Lingkup.INSTANSI,
        _WORD,
        naskah=True,
    ),
    JenisDokumen.TAHUNAN_OPP: KeteranganJenis(
        "Laporan tahunan per layanan",
        "Laporan SKM instansi menurut urutan OPP 2025, dengan nilai setiap jenis layanan.",
        Lingkup.INSTANSI,
        _WORD,
        naskah=True,
    ),
    JenisDokumen.TAHUNAN_DAERAH: KeteranganJenis(
        "Laporan tahunan tiga bab",
        "Laporan SKM instansi menurut urutan keputusan provinsi, Bab I sampai III.",
        Lingkup.INSTANSI,
        _WORD,
        naskah=True,
    ),
    JenisDokumen.UPP: KeteranganJenis(
        "Laporan tahunan unit", "Laporan SKM satu unit dalam satu tahun.", Lingkup.UPP, _WORD, naskah=True
    ),
    JenisDokumen.TRIWULAN: KeteranganJenis(
        "Rekapitulasi periode",
        "Rekapitulasi hasil semua unit pada satu triwulan atau semester.",
        Lingkup.INSTANSI,
        _WORD,
        periode=True,
        naskah=True,
    ),
    JenisDokumen.LEMBAR_IKM: KeteranganJenis(
        "Lembar IKM", "Satu halaman untuk papan pengumuman.", Lingkup.KEDUANYA, _WORD, periode=True
    ),
    JenisDokumen.RTL: KeteranganJenis(
        "Lembar RTL", "Rencana tindak lanjut satu unit dan periode.", Lingkup.UPP, _WORD, periode=True
    ),
    JenisDokumen.HASIL_TL: KeteranganJenis(
        "Laporan hasil tindak lanjut",
        "Yang sudah dan yang belum dilaksanakan, dengan gambar bukti.",
        Lingkup.UPP,
        _WORD,
        periode=True,
    ),
    JenisDokumen.PENGOLAHAN: KeteranganJenis(
        "Pengolahan data", "Jawaban setiap responden dengan jumlah, NRR, dan IKM.", Lingkup.UPP, (*_EXCEL, *_WORD), periode=True
    ),
    JenisDokumen.REKAP: KeteranganJenis("Rekapitulasi Excel", "Tabel besar semua unit dan periode.", Lingkup.INSTANSI, _EXCEL),
    JenisDokumen.REALISASI: KeteranganJenis(
        "Realisasi tindak lanjut", "Persentase tindak lanjut setiap unit.", Lingkup.INSTANSI, (*_EXCEL, *_WORD)
    ),
}


class PermintaanKeliru(DomainError):
    """A document was asked for in a way that does not fit its kind; str() is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class PermintaanDokumen:
    """Which document: its kind, year, period (TAHUNAN where the kind tells of the whole year), and unit (None = the instansi)."""

    jenis: JenisDokumen
    tahun: int
    periode: Periode = Periode.TAHUNAN
    upp_id: int | None = None

    @property
    def kunci(self) -> str:
        """Identity of the document as text: what edited texts and frozen versions hang on."""
        return f"{self.jenis.value}:{self.tahun}:{self.periode.value}:{self.upp_id or '-'}"

    @property
    def nama(self) -> str:
        """What it is called on a page, without the unit: "Lembar RTL Triwulan I 2023"."""
        periode = "" if self.periode is Periode.TAHUNAN else f" {NAMA_PERIODE[self.periode]}"
        return f"{TABEL_JENIS[self.jenis].nama}{periode} {self.tahun}"


def periksa_permintaan(permintaan: PermintaanDokumen, bentuk: BentukBerkas | None = None) -> None:
    """Raises PermintaanKeliru when unit, period or format do not fit the kind."""
    jenis = TABEL_JENIS[permintaan.jenis]
    if jenis.lingkup is Lingkup.UPP and permintaan.upp_id is None:
        raise PermintaanKeliru(f"{jenis.nama} memerlukan nama unit.")
    if jenis.lingkup is Lingkup.INSTANSI and permintaan.upp_id is not None:
        raise PermintaanKeliru(f"{jenis.nama} memuat seluruh instansi, bukan satu unit.")
    if not jenis.periode and permintaan.periode is not Periode.TAHUNAN:
        raise PermintaanKeliru(f"{jenis.nama} memuat satu tahun penuh, tanpa pilihan periode.")
    if bentuk is not None and bentuk not in jenis.bentuk:
        pilihan = " atau ".join(f".{b.value}" for b in jenis.bentuk)
        raise PermintaanKeliru(f"{jenis.nama} dibuat sebagai {pilihan}, bukan .{bentuk.value}.")
