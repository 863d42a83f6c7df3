"""Small plans and proofs made by hand for the documents of follow-up."""

from datetime import UTC, date, datetime
from fractions import Fraction

from rtl_tracker.domain.bukti import Bukti, JenisBukti, TipeBerkas
from rtl_tracker.domain.hasil import Hasil, JenisBaris, Sumber
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.rancangan import Rancangan, susun_teks
from rtl_tracker.reports.word.elemen import Baris, Tabel

TAHUN = 2021
SULIT = 'Dinas "Kelautan" & <Perikanan>'
PENGATURAN = Pengaturan(nama="Pemerintah Kabupaten Uji & Coba")
UPP = Upp(1, SULIT, kelompok="Dinas", alamat="Jalan <Merdeka> 1")
LAPOR = datetime(2021, 9, 1, 3, tzinfo=UTC)
S = StatusRtl


def rtl(id_: int, unsur: Unsur | None = Unsur.WAKTU, status: S | None = None, **lain) -> Rtl:
    """A plan of the unit; its action carries its id."""
    periode = lain.pop("periode", Periode.TAHUNAN)
    kegiatan = lain.pop("kegiatan", f"Kegiatan {id_}")
    return Rtl(id_, lain.pop("upp_id", 1), lain.pop("tahun", TAHUN), periode, unsur, "", kegiatan, status=status, **lain)


def hasil(nilai: dict[Unsur, Fraction], periode: Periode = Periode.TAHUNAN, ikm: Fraction | None = None, n: int = 25) -> Hasil:
    """A measured result."""
    return Hasil(1, periode, JenisBaris.TERUKUR, Sumber.REKAP, nilai, ikm, n=n)


def foto(id_: int, rtl_id: int, **lain) -> Bukti:
    """A picture as bukti, its hash made of its id."""
    return Bukti(
        id_, rtl_id, JenisBukti.BERKAS, sha256=f"{id_:064x}", nama_berkas=f"foto-{id_}.jpg", tipe=TipeBerkas.JPG, **lain
    )


def tautan(id_: int, rtl_id: int, **lain) -> Bukti:
    """A link as bukti."""
    return Bukti(id_, rtl_id, JenisBukti.TAUTAN, tautan=f"https://contoh.go.id/{id_}", **lain)


def elemen(rancangan: Rancangan, penanda: str) -> list:
    """What stands at a marker with the automatic texts; charts as empty pictures."""
    png = {g.sidik(): b"" for g in rancangan.grafik}
    return list(rancangan.isi(susun_teks(rancangan.blok, {}), png)[penanda])


def tabel(rancangan: Rancangan, penanda: str) -> list[tuple[str, ...]]:
    """The rows of the table at a marker."""
    (satu,) = [e for e in elemen(rancangan, penanda) if isinstance(e, Tabel)]
    return [b.sel if isinstance(b, Baris) else b for b in satu.baris]


def teks(rancangan: Rancangan, nama: str) -> str:
    """The automatic text of a block."""
    return "\n".join(next((b.teks for b in rancangan.blok if b.nama == nama), ()))


TENGGAT = date(2022, 6, 30)
