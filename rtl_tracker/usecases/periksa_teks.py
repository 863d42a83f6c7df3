"""An edited text beside the figures of a year: each sentence that contradicts them, with what should stand there (spec 4, TEKS)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.teks import periksa_naskah
from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tercetak import Naskah
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_tersedia
from rtl_tracker.storage.upp_repository import list_upp
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda
from rtl_tracker.usecases.fakta_pemeriksaan import muat_fakta

BAGIAN = "naskah"


@dataclass(frozen=True, slots=True)
class SorotanTeks:
    """One finding in a sentence: the words before, the wrong words, the words after; what should stand there ("" = not known)."""

    sebelum: str
    salah: str
    sesudah: str
    aturan: str
    tingkat: Tingkat
    kalimat: str
    usulan: str


@dataclass(frozen=True, slots=True)
class PilihanNaskah:
    """What the form of the page offers: years, units, and the name of the instansi."""

    tahun: int
    tersedia: tuple[int, ...]
    nama_instansi: str
    upp: tuple[Upp, ...]


def muat_pilihan(session: Session, pelaku: Pelaku, tahun: int) -> PilihanNaskah:
    """Raises AksesDitolak, TahunTidakAda."""
    periksa_kewenangan(pelaku, Izin.LIHAT_HASIL, None)
    tersedia = tuple(tahun_tersedia(session))
    if tahun not in tersedia:
        raise TahunTidakAda(f"Belum ada data tahun {tahun}.")
    return PilihanNaskah(tahun, tersedia, muat_pengaturan(session, tahun).nama, list_upp(session))


def periksa_teks(
    session: Session, pelaku: Pelaku, tahun: int, teks: str, upp_id: int | None, periode: Periode, tanggal: date
) -> list[SorotanTeks]:
    """All findings in the order of the text, which is not stored. `upp_id`: of whom it speaks where it names nobody."""
    muat_pilihan(session, pelaku, tahun)
    return sorot(teks, upp_id, periode, muat_fakta(session, tahun, tanggal))


def sorot(teks: str, upp_id: int | None, periode: Periode, fakta: Fakta) -> list[SorotanTeks]:
    """All findings in a text against the facts of its year, in the order of the text."""
    # A form sends line ends as CR LF; positions are counted in what the rules see.
    naskah = Naskah(BAGIAN, upp_id, periode, teks.replace("\r\n", "\n"))
    return [
        SorotanTeks(
            *_potong(naskah.teks, t.kalimat, t.awal, t.akhir), t.temuan.aturan, t.temuan.tingkat, t.temuan.kalimat, t.usulan
        )
        for t in periksa_naskah(naskah, fakta)
    ]


def _potong(teks: str, kalimat: str, awal: int, akhir: int) -> tuple[str, str, str]:
    """The sentence parted around the wrong words."""
    mulai = teks.rfind(kalimat, 0, akhir + len(kalimat))
    if mulai < 0 or not mulai <= awal <= akhir <= mulai + len(kalimat):
        return "", teks[awal:akhir], ""
    return teks[mulai:awal], teks[awal:akhir], teks[akhir : mulai + len(kalimat)]
