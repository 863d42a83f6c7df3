"""The running surveys of the whole instansi on one page: a fixed number of queries, however many units and answers there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from sqlalchemy.orm import Session

from rtl_tracker.domain.angka import persen
from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.jadwal_survei import KeadaanSurvei, Survei, keadaan_survei, periode_pada
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.pantauan import Gambaran, gambaran
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.penyampaian import Penyampaian, terbuka
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.sampel import sampel_wajib
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage.jawaban_repository import list_survei
from rtl_tracker.storage.pantauan_repository import cacah_ringkas, hari_terakhir
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_dibuka, tahun_tersedia
from rtl_tracker.storage.penyampaian_repository import list_penyampaian, muat_kalender
from rtl_tracker.storage.upp_repository import list_upp


class UrutanPantauan(StrEnum):
    """Order of the units on the page."""

    SUSUNAN = "susunan"
    CAPAIAN = "capaian"
    JAWABAN = "jawaban"
    IKM = "ikm"
    DISISIHKAN = "disisihkan"


@dataclass(frozen=True, slots=True)
class SaringanPantauan:
    """What is asked for; empty values filter nothing. `keadaan` is a KeadaanSurvei."""

    cari: str = ""
    keadaan: str = ""
    urut: UrutanPantauan = UrutanPantauan.SUSUNAN

    @property
    def argumen(self) -> dict[str, str]:
        """The filter as the arguments of an address."""
        semua = {"cari": self.cari, "keadaan": self.keadaan, "urut": "" if self.urut == "susunan" else self.urut.value}
        return {nama: nilai for nama, nilai in semua.items() if nilai}


@dataclass(frozen=True, slots=True)
class BarisPantauan:
    """One unit: its survey, its picture, what is required of it (None = population unknown), the last day with an answer."""

    upp: Upp
    survei: Survei
    jadwal: Jadwal
    keadaan: KeadaanSurvei
    gambaran: Gambaran
    wajib: int | None
    terakhir: date | None

    @property
    def capaian(self) -> Fraction | None:
        """Per cent of the required number; None when nothing is required."""
        return persen(self.gambaran.n, self.wajib) if self.wajib else None


@dataclass(frozen=True, slots=True)
class PantauanInstansi:
    """The page. `periode` None = each unit by its own frequency, what the calendar surveys today; `seluruh`: rows before the filter."""

    tahun: int
    periode: Periode | None
    hari: date
    dibuka: bool
    tahun_tersedia: tuple[int, ...]
    pengaturan: Pengaturan
    saringan: SaringanPantauan
    baris: tuple[BarisPantauan, ...]
    seluruh: int

    @property
    def n(self) -> int:
        """Valid questionnaires of the rows together."""
        return sum(b.gambaran.n for b in self.baris)

    @property
    def disisihkan(self) -> int:
        """Those set aside."""
        return sum(b.gambaran.disisihkan for b in self.baris)

    @property
    def bagian_disisihkan(self) -> Fraction | None:
        """Per cent of all that came in; None without any."""
        return persen(self.disisihkan, self.n + self.disisihkan)

    @property
    def tercapai(self) -> int:
        """Units that have their required number."""
        return sum(1 for b in self.baris if b.wajib is not None and b.gambaran.n >= b.wajib)

    @property
    def berjawaban(self) -> int:
        """Units with an answer."""
        return sum(1 for b in self.baris if b.gambaran.n)


def baca_saringan(cari: str, keadaan: str, urut: str) -> SaringanPantauan:
    """The filter that an address asks for; what it does not know filters nothing."""
    return SaringanPantauan(
        " ".join(cari.split())[:100],
        keadaan if keadaan in list(KeadaanSurvei) else "",
        UrutanPantauan(urut) if urut in list(UrutanPantauan) else UrutanPantauan.SUSUNAN,
    )


def muat_pantauan_instansi(
    session: Session, pelaku: Pelaku, tahun: int, periode: Periode | None, hari: date, saringan: SaringanPantauan
) -> PantauanInstansi:
    """The surveys of all units in a period, or on this day. Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.LIHAT_HASIL, None)
    p, kalender = muat_pengaturan(session, tahun), muat_kalender(session, tahun)
    unit = list_upp(session)
    semua = {(s.upp_id, s.periode): s for s in list_survei(session, tahun, periode)}
    dipilih = _dipilih(unit, semua, kalender, periode, hari)
    ids = [s.id for s in dipilih.values() if s.id is not None]
    cacah, terakhir = cacah_ringkas(session, ids), hari_terakhir(session, ids)
    berkas = {(b.upp_id, b.periode): b for b in list_penyampaian(session, tahun)}
    baris = []
    for upp in unit:
        if (s := dipilih.get(upp.id)) is None:
            continue
        jadwal = kalender[s.periode]
        b = berkas.get((upp.id, s.periode), Penyampaian(upp.id, tahun, s.periode))
        keadaan = keadaan_survei(s, jadwal, terbuka(b) and not b.nihil, hari)
        g = gambaran(cacah.get(s.id or 0, {}), p, s.populasi)
        baris.append(
            BarisPantauan(upp, s, jadwal, keadaan, g, sampel_wajib(p.aturan_sampel, s.populasi), terakhir.get(s.id or 0))
        )
    return PantauanInstansi(
        tahun, periode, hari, tahun_dibuka(session, tahun), tuple(tahun_tersedia(session)), p, saringan,
        tuple(_saring(baris, saringan)), len(baris),
    )  # fmt: skip


def _dipilih(
    unit: Sequence[Upp], semua: Mapping[tuple[int, Periode], Survei], kalender: Mapping[Periode, Jadwal], periode: Periode | None,
    hari: date,
) -> dict[int, Survei]:  # fmt: skip
    """Of a period: the units that owe it and those that have kept anything of it. Of a day: what the calendar surveys, by frequency."""
    hasil = {}
    for upp in unit:
        milik = periode if periode is not None else periode_pada(kalender, upp.periode_wajib, hari)
        if milik is not None and (milik in upp.periode_wajib or (upp.id, milik) in semua):
            hasil[upp.id] = semua.get((upp.id, milik), Survei(upp.id, kalender[milik].survei_mulai.year, milik))
    return hasil


def _saring(baris: Sequence[BarisPantauan], s: SaringanPantauan) -> list[BarisPantauan]:
    cari = lipat(s.cari)
    cocok = [b for b in baris if cari in lipat(b.upp.nama) and s.keadaan in ("", b.keadaan.value)]
    if s.urut is UrutanPantauan.CAPAIAN:
        cocok.sort(key=lambda b: (b.capaian is None, b.capaian or 0))
    elif s.urut is UrutanPantauan.JAWABAN:
        cocok.sort(key=lambda b: -b.gambaran.n)
    elif s.urut is UrutanPantauan.IKM:
        cocok.sort(key=lambda b: (b.gambaran.ikm is None, b.gambaran.ikm or 0))
    elif s.urut is UrutanPantauan.DISISIHKAN:
        cocok.sort(key=lambda b: -(b.gambaran.bagian_disisihkan or 0))
    return cocok
