"""Follow-up of the RTL born in a year: per UPP, kelompok, period and for the instansi (spec 1.9, 1.10, 2.4).

The percentages are those of `domain.realisasi`. The RTL of a unit in a year are taken together, as the annual row of the
year after does. What is missing stays missing: no RTL is not 0 %, and neither is a plan of which nothing was said.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rtl_tracker.domain.pekppp import (
    KenaikanSkor,
    KesempatanWaktu,
    bulan_berjalan,
    kenaikan_realisasi,
    kesempatan_waktu,
    skor_realisasi,
    skor_waktu,
)
from rtl_tracker.domain.pengaturan import DasarRealisasi
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.realisasi import Realisasi, RealisasiInstansi, realisasi_instansi, realisasi_rtl
from rtl_tracker.domain.rtl import Rtl, StatusRtl, terlambat
from rtl_tracker.domain.upp import Upp

PITA: tuple[tuple[int, int | None], ...] = ((1, 30), (31, 90), (91, 180), (181, None))
"""Bands of days past the tenggat, both ends included; the last one is open."""
NAMA_PITA: tuple[str, ...] = tuple(f"{awal}–{akhir} hari" if akhir else f"> {awal - 1} hari" for awal, akhir in PITA)
TERJAWAB = frozenset({StatusRtl.SELESAI, StatusRtl.TERVERIFIKASI, StatusRtl.TIDAK_DILAKSANAKAN})


def hari_lewat(rtl: Rtl, hari_ini: date) -> int:
    """Days past the tenggat; 0 when not overdue. An RTL declared not done is answered: its carried-over RTL has the new tenggat."""
    return 0 if rtl.status is StatusRtl.TIDAK_DILAKSANAKAN else terlambat(rtl, hari_ini)


@dataclass(frozen=True, slots=True)
class Cacah:
    """How many RTL there are and what became of them.

    direncanakan = dilaporkan + tidak_dilaksanakan + dikembalikan + belum. `dilaporkan` counts the verified ones too; `belum`
    are those planned, under way, or without a status. `pita`: the overdue ones by band of PITA; `terlama`: days of the oldest.
    """

    direncanakan: int = 0
    dilaporkan: int = 0
    terverifikasi: int = 0
    tidak_dilaksanakan: int = 0
    dikembalikan: int = 0
    belum: int = 0
    tanpa_bukti: int = 0
    pita: tuple[int, ...] = (0,) * len(PITA)
    terlama: int = 0
    contoh: int = 0

    @property
    def selisih(self) -> int:
        """The gap: reported as done, waiting to be verified."""
        return self.dilaporkan - self.terverifikasi

    @property
    def terlambat(self) -> int:
        """RTL past their tenggat."""
        return sum(self.pita)

    @property
    def pita_bernama(self) -> tuple[tuple[str, int], ...]:
        """The bands by name, empty ones included."""
        return tuple(zip(NAMA_PITA, self.pita, strict=True))


def cacah_rtl(rtl: Sequence[Rtl], hari_ini: date) -> Cacah:
    """Count the RTL as they stand on `hari_ini`."""
    lewat = [hari for r in rtl if (hari := hari_lewat(r, hari_ini))]
    status = [r.status for r in rtl]
    dilaporkan = [r for r in rtl if r.selesai]
    tidak, kembali = status.count(StatusRtl.TIDAK_DILAKSANAKAN), status.count(StatusRtl.DIKEMBALIKAN)
    return Cacah(
        direncanakan=len(rtl),
        dilaporkan=len(dilaporkan),
        terverifikasi=status.count(StatusRtl.TERVERIFIKASI),
        tidak_dilaksanakan=tidak,
        dikembalikan=kembali,
        belum=len(rtl) - len(dilaporkan) - tidak - kembali,
        tanpa_bukti=sum(not r.bukti for r in dilaporkan),
        pita=tuple(sum(awal <= hari and (akhir is None or hari <= akhir) for hari in lewat) for awal, akhir in PITA),
        terlama=max(lewat, default=0),
        contoh=sum(r.data_contoh for r in rtl),
    )


@dataclass(frozen=True, slots=True)
class WaktuLaporan:
    """From the report of a period (its dossier first sent) to its follow-up report (its last RTL answered).

    None = the day is not known, or has not come: `tersisa` RTL are not answered yet.
    """

    dikirim: date | None
    dijawab: date | None
    tersisa: int

    @property
    def bulan(self) -> int | None:
        """Months between the two, a begun month counted whole; None while one of them is missing."""
        return None if self.dikirim is None or self.dijawab is None else bulan_berjalan(self.dikirim, self.dijawab)

    @property
    def skor(self) -> int | None:
        """PEKPPP score 0-5; without a full follow-up report 0; None where the days are not known."""
        if self.dikirim is None:
            return None
        if self.tersisa:
            return 0
        return None if self.dijawab is None else skor_waktu(self.bulan)

    def kesempatan(self, hari_ini: date) -> KesempatanWaktu | None:
        """What can still be scored while RTL are not answered; None when nothing can, or nothing is known."""
        return None if self.dikirim is None or not self.tersisa else kesempatan_waktu(self.dikirim, hari_ini)


def waktu_laporan(rtl: Sequence[Rtl], dikirim: date | None) -> WaktuLaporan:
    """The two days of the plan of one UPP and period. An answered RTL without its moment (imported) leaves the day unknown."""
    tersisa = sum(r.status not in TERJAWAB for r in rtl)
    saat = [r.dilapor_pada.date() for r in rtl if r.dilapor_pada is not None]
    lengkap = bool(rtl) and not tersisa and len(saat) == len(rtl)
    return WaktuLaporan(dikirim, max(saat) if lengkap else None, tersisa)


@dataclass(frozen=True, slots=True)
class Rencana:
    """The plan of one UPP born from one period."""

    periode: Periode
    cacah: Cacah
    realisasi: Realisasi
    waktu: WaktuLaporan


@dataclass(frozen=True, slots=True)
class TindakLanjutUpp:
    """One UPP: all its RTL of the year, and its plan per period that has one."""

    upp: Upp
    cacah: Cacah
    realisasi: Realisasi
    rencana: tuple[Rencana, ...] = ()

    @property
    def ada_rtl(self) -> bool:
        """Whether the unit has planned anything; without a plan it has no percentage."""
        return self.cacah.direncanakan > 0

    def persen(self, dasar: DasarRealisasi) -> Fraction | None:
        """The declared percentage; None = no RTL, or none of them has a status."""
        return self.realisasi.resmi(dasar)

    def skor(self, dasar: DasarRealisasi) -> int | None:
        """PEKPPP score of the percentage: 0 without RTL; None while a plan exists but nothing was said of it."""
        persen = self.persen(dasar)
        return None if persen is None and self.ada_rtl else skor_realisasi(persen)

    def kenaikan(self, dasar: DasarRealisasi) -> KenaikanSkor | None:
        """What raises that score. RTL declared not done cannot be done any more, so they are not promised."""
        tercapai = self.cacah.terverifikasi if dasar is DasarRealisasi.TERVERIFIKASI else self.cacah.dilaporkan
        return kenaikan_realisasi(tercapai, self.cacah.direncanakan, self.cacah.direncanakan - self.cacah.tidak_dilaksanakan)

    @property
    def waktu(self) -> WaktuLaporan | None:
        """The plan with the lowest time score, an unanswered one first; None when the days of no plan are known."""
        diketahui = [(skor, r.waktu) for r in self.rencana if (skor := r.waktu.skor) is not None]
        terendah = min(diketahui, key=lambda satu: (satu[0], satu[1].tersisa == 0), default=None)
        return None if terendah is None else terendah[1]


@dataclass(frozen=True, slots=True)
class Gabungan:
    """Several UPP together. `realisasi` leaves out units that do not count in means, those without RTL and those that said nothing.

    `tanpa_rtl` are the units without RTL, `dikecualikan` those excluded from means, `belum_dilaporkan` those that said nothing.
    """

    cacah: Cacah
    realisasi: RealisasiInstansi
    tanpa_rtl: tuple[str, ...]
    belum_dilaporkan: tuple[str, ...]
    dikecualikan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TindakLanjutTahun:
    """The follow-up of a year of birth on `hari_ini`. `milik_instansi` counts the RTL of the instansi itself, apart from all UPP."""

    tahun: int
    hari_ini: date
    upp: tuple[TindakLanjutUpp, ...]
    kelompok: Mapping[str, Gabungan]
    periode: Mapping[Periode, Gabungan]
    instansi: Gabungan
    milik_instansi: Cacah


def susun_tindak_lanjut(
    tahun: int, upp: Sequence[Upp], rtl: Iterable[Rtl], dikirim: Mapping[tuple[int, Periode], date], hari_ini: date
) -> TindakLanjutTahun:
    """Compute the picture. `rtl` were born in `tahun`; `dikirim` is when the dossier of a unit and period was first sent."""
    per_upp: dict[int | None, list[Rtl]] = {}
    for satu in rtl:
        per_upp.setdefault(satu.upp_id, []).append(satu)
    milik = {u.id: per_upp.get(u.id, []) for u in upp}
    per_unit = tuple(_tindak_lanjut_upp(u, milik[u.id], dikirim, hari_ini) for u in upp)
    kelompok = {
        nama: _gabung([t for t in per_unit if t.upp.kelompok_cetak == nama], milik, hari_ini)
        for nama in dict.fromkeys(u.kelompok_cetak for u in upp)
    }
    periode = {}
    for p in Periode:
        sebagian = {id_: [r for r in daftar if r.periode is p] for id_, daftar in milik.items()}
        if any(sebagian.values()):
            di_dalam = [t for u in upp if (t := _tindak_lanjut_upp(u, sebagian[u.id], {}, hari_ini)).ada_rtl]
            periode[p] = _gabung(di_dalam, sebagian, hari_ini)
    return TindakLanjutTahun(
        tahun,
        hari_ini,
        per_unit,
        kelompok,
        periode,
        _gabung(per_unit, milik, hari_ini),
        cacah_rtl(per_upp.get(None, []), hari_ini),
    )


def _tindak_lanjut_upp(
    unit: Upp, rtl: Sequence[Rtl], dikirim: Mapping[tuple[int, Periode], date], hari_ini: date
) -> TindakLanjutUpp:
    rencana = []
    for periode in Periode:
        bagian = [r for r in rtl if r.periode is periode]
        if bagian:
            waktu = waktu_laporan(bagian, dikirim.get((unit.id, periode)))
            rencana.append(Rencana(periode, cacah_rtl(bagian, hari_ini), realisasi_rtl(bagian), waktu))
    return TindakLanjutUpp(unit, cacah_rtl(rtl, hari_ini), realisasi_rtl(rtl), tuple(rencana))


def _gabung(unit: Sequence[TindakLanjutUpp], rtl: Mapping[int, Sequence[Rtl]], hari_ini: date) -> Gabungan:
    berencana = [t for t in unit if t.ada_rtl]
    dihitung = [t for t in berencana if t.upp.ikut_rerata]
    return Gabungan(
        cacah=cacah_rtl([r for t in unit for r in rtl[t.upp.id]], hari_ini),
        realisasi=realisasi_instansi({t.upp.id: t.realisasi for t in dihitung}),
        tanpa_rtl=tuple(t.upp.nama for t in unit if not t.ada_rtl),
        belum_dilaporkan=tuple(t.upp.nama for t in dihitung if t.persen(DasarRealisasi.DILAPORKAN) is None),
        dikecualikan=tuple(t.upp.nama for t in berencana if not t.upp.ikut_rerata),
    )
