"""The running surveys of the whole instansi on one page: a fixed number of queries, however many units and answers there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from sqlalchemy.orm import Session

from rtl_tracker.domain.angka import bulatkan, persen
from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.jadwal_survei import KeadaanSurvei, Survei, keadaan_survei, periode_pada
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.pantauan import Gambaran, gambaran
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.penyampaian import Penyampaian, terbuka
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.sampel import sampel_wajib
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.domain.upp import Upp
from rtl_tracker.formats import tanggal
from rtl_tracker.reports.buku_excel import Kolom, Lembar, Nilai, tulis_buku
from rtl_tracker.storage.jawaban_repository import list_survei
from rtl_tracker.storage.pantauan_repository import cacah_ringkas, hari_terakhir
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_dibuka, tahun_tersedia
from rtl_tracker.storage.penyampaian_repository import list_penyampaian, muat_kalender
from rtl_tracker.storage.upp_repository import list_upp
from rtl_tracker.usecases.daftar_saran import BerkasUnduh


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
