"""Follow-up percentages of the RTL born in a year: the instansi with all its UPP, and one UPP (spec 2.4 Inspektur, 1.9, 1.10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import TidakTerjangkau, menjangkau, periksa_izin, periksa_kewenangan
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.tindak_lanjut import Rencana, TindakLanjutTahun, TindakLanjutUpp, hari_lewat, susun_tindak_lanjut
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.kenaikan_skor import Skor, susun_skor
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan
from rtl_tracker.storage.penyampaian_repository import list_penyampaian
from rtl_tracker.storage.rtl_repository import list_rtl, muat_rtl, tahun_rtl
from rtl_tracker.storage.upp_repository import list_upp, upp_menurut_id
from rtl_tracker.usecases.bahan_halaman import TahunTidakAda, tahun_berdata
from rtl_tracker.usecases.publikasi_unit import PublikasiUnit, publikasi_per_unit
from rtl_tracker.usecases.saringan_persentase import SaringanPersentase, saring


@dataclass(frozen=True, slots=True)
class BarisPersentase:
    """One row of the table of UPP."""

    unit: TindakLanjutUpp
    skor: Skor
    publikasi: PublikasiUnit


@dataclass(frozen=True, slots=True)
class BarisRtl:
    """One RTL with the days it is past its tenggat."""

    rtl: Rtl
    lewat: int


@dataclass(frozen=True, slots=True)
class Persentase:
    """The year as the page shows it. `gambaran` is of the whole year, `baris` what the filter leaves; `tersedia` newest first."""

    tahun: int
    tersedia: tuple[int, ...]
    pengaturan: Pengaturan
    gambaran: TindakLanjutTahun
    baris: tuple[BarisPersentase, ...]
    saringan: SaringanPersentase
    milik_instansi: tuple[BarisRtl, ...]

    @property
    def ada_rtl(self) -> bool:
        """Whether anything was planned in the year."""
        return self.gambaran.instansi.cacah.direncanakan > 0 or bool(self.milik_instansi)

    @property
    def resmi(self) -> Fraction | None:
        """The official percentage of the instansi."""
        p = self.pengaturan
        return self.gambaran.instansi.realisasi.resmi(p.dasar_realisasi, p.agregasi_realisasi)

    @property
    def jumlah_persen(self) -> tuple[Fraction, Fraction]:
        """The exact sums that the means divide: of the reported and of the verified percentages."""
        r = self.gambaran.instansi.realisasi
        return (r.dilaporkan or Fraction(0)) * r.upp_dihitung, (r.terverifikasi or Fraction(0)) * r.upp_dihitung


@dataclass(frozen=True, slots=True)
class PersentaseUnit:
    """One unit's year: its figures and its RTL by the period they were born in. `tersedia`: its years with RTL, newest first."""

    tahun: int
    tersedia: tuple[int, ...]
    hari_ini: date
    pengaturan: Pengaturan
    unit: TindakLanjutUpp
    skor: Skor
    publikasi: PublikasiUnit
    rencana: tuple[tuple[Rencana, tuple[BarisRtl, ...]], ...]


@dataclass(frozen=True, slots=True)
class BahanTindakLanjut:
    """What is stored about a year, as far as the reach of the account goes. `tersedia`: years with RTL, newest first; `dikirim`: first day of sending by unit and period; `publikasi` by unit."""

    tahun: int
    tersedia: tuple[int, ...]
    pengaturan: Pengaturan
    upp: tuple[Upp, ...]
    rtl: tuple[Rtl, ...]
    dikirim: dict[tuple[int, Periode], date]
    publikasi: dict[int, PublikasiUnit]


def tahun_ber_rtl(session: Session) -> tuple[int, ...]:
    """The years in which RTL were born, newest first."""
    return tuple(tahun_rtl(session))


def periksa_tahun(session: Session, tahun: int) -> tuple[int, ...]:
    """The years that have RTL, newest first. Raises TahunTidakAda for a year of which nothing at all is stored."""
    tersedia = tahun_ber_rtl(session)
    if tahun not in tersedia and tahun not in tahun_berdata(session):
        raise TahunTidakAda(f"Belum ada data tahun {tahun}.")
    return tersedia


def muat_bahan(session: Session, pelaku: Pelaku, tahun: int) -> BahanTindakLanjut:
    """Load the year by a fixed number of statements; units out of reach stay unread. Raises AksesDitolak, TahunTidakAda."""
    periksa_izin(pelaku, Izin.LIHAT_PERSENTASE)
    tersedia = periksa_tahun(session, tahun)
    jangkauan = pelaku.jangkauan
    upp = tuple(u for u in list_upp(session) if menjangkau(pelaku, u.id))
    return BahanTindakLanjut(
        tahun=tahun,
        tersedia=tersedia,
        pengaturan=muat_pengaturan(session, tahun),
        upp=upp,
        rtl=muat_rtl(session, tahun) if jangkauan is None else tuple(list_rtl(session, tahun=tahun, upp_id=jangkauan)),
        dikirim=_dikirim(session, tahun, jangkauan),
        publikasi=publikasi_per_unit(session, tahun, [u.id for u in upp]),
    )


def muat_persentase(session: Session, pelaku: Pelaku, tahun: int, hari_ini: date, saringan: SaringanPersentase) -> Persentase:
    """The follow-up of the RTL born in `tahun` as it stands on `hari_ini`. Raises AksesDitolak, TahunTidakAda."""
    bahan = muat_bahan(session, pelaku, tahun)
    gambaran = susun_gambaran(bahan, hari_ini)
    unit = gambaran.upp
    if saringan.periode is not None:
        unit = susun_gambaran(bahan, hari_ini, saringan.periode).upp
    return Persentase(
        tahun=tahun,
        tersedia=bahan.tersedia,
        pengaturan=bahan.pengaturan,
        gambaran=gambaran,
        baris=tuple(
            BarisPersentase(t, susun_skor(t, bahan.pengaturan.dasar_realisasi, hari_ini), bahan.publikasi[t.upp.id])
            for t in saring(unit, saringan)
        ),
        saringan=saringan,
        milik_instansi=_baris_rtl((r for r in bahan.rtl if r.upp_id is None), hari_ini),
    )


def muat_persentase_unit(session: Session, pelaku: Pelaku, tahun: int, upp_id: int, hari_ini: date) -> PersentaseUnit:
    """The follow-up of one unit, nothing of another one. Raises TidakTerjangkau, AksesDitolak, TahunTidakAda."""
    periksa_kewenangan(pelaku, Izin.LIHAT_PENYAMPAIAN, upp_id)
    periksa_tahun(session, tahun)
    upp = upp_menurut_id(session, upp_id)
    if upp is None:
        raise TidakTerjangkau("Unit ini tidak ada. Periksa kembali alamatnya.")
    semua = list_rtl(session, upp_id=[upp_id])
    rtl = [r for r in semua if r.tahun == tahun]
    pengaturan = muat_pengaturan(session, tahun)
    (unit,) = susun_tindak_lanjut(tahun, [upp], rtl, _dikirim(session, tahun, [upp_id]), hari_ini).upp
    return PersentaseUnit(
        tahun=tahun,
        tersedia=tuple(sorted({r.tahun for r in semua}, reverse=True)),
        hari_ini=hari_ini,
        pengaturan=pengaturan,
        unit=unit,
        skor=susun_skor(unit, pengaturan.dasar_realisasi, hari_ini),
        publikasi=publikasi_per_unit(session, tahun, [upp_id])[upp_id],
        rencana=tuple((p, _baris_rtl((r for r in rtl if r.periode is p.periode), hari_ini)) for p in unit.rencana),
    )


def susun_gambaran(bahan: BahanTindakLanjut, hari_ini: date, periode: Periode | None = None) -> TindakLanjutTahun:
    """The computed year; of the RTL of one period only where it is given."""
    rtl: Sequence[Rtl] = bahan.rtl if periode is None else [r for r in bahan.rtl if r.periode is periode]
    return susun_tindak_lanjut(bahan.tahun, bahan.upp, rtl, bahan.dikirim, hari_ini)


def _baris_rtl(rtl: Iterable[Rtl], hari_ini: date) -> tuple[BarisRtl, ...]:
    return tuple(BarisRtl(r, hari_lewat(r, hari_ini)) for r in rtl)


def _dikirim(session: Session, tahun: int, upp_id: Iterable[int] | None) -> dict[tuple[int, Periode], date]:
    return {
        (p.upp_id, p.periode): p.pertama_dikirim.date()
        for p in list_penyampaian(session, tahun, upp_id)
        if p.pertama_dikirim is not None
    }
