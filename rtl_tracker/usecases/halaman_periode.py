"""The page of a dossier: result with ranks, what is owed, the plan per unsur from the lowest up, what may be done now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.hasil import Hasil
from rtl_tracker.domain.ikm import konversi, peringkat
from rtl_tracker.domain.izin import boleh, periksa_kewenangan
from rtl_tracker.domain.jejak import Catatan, Objek
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.kelengkapan import Kekurangan, ada_galat, ada_peringatan
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.penyampaian import Penyampaian, TindakanPenyampaian, dapat, hari_terlambat, terbuka
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, unsur_wajib_rtl
from rtl_tracker.domain.survei import Nilai
from rtl_tracker.domain.unsur import Unsur, urutan_unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage.jejak_repository import jejak_objek
from rtl_tracker.storage.pengaturan_repository import tahun_tersedia
from rtl_tracker.storage.penyampaian_repository import muat_kalender, muat_penyampaian
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.usecases.data_unit import DataUnit, muat_unit
from rtl_tracker.usecases.kelola_penyampaian import kekurangan
from rtl_tracker.usecases.survei_unit import SurveiSingkat, survei_periode


@dataclass(frozen=True, slots=True)
class BarisUnsur:
    """One unsur: rank from the lowest (ties share it), NRR and konversi as printed, class, number of answers, its RTL."""

    unsur: Unsur
    rank: int | None
    nrr: Decimal | None
    konversi: Decimal | None
    mutu: Mutu | None
    jumlah: Nilai | None
    n: int | None
    wajib: bool
    rtl: tuple[Rtl, ...]


@dataclass(frozen=True, slots=True)
class Kewenangan:
    """Which buttons are drawn: the same questions that refuse."""

    isi: bool
    kirim: bool
    terima: bool
    kembalikan: bool
    terima_langsung: bool


@dataclass(frozen=True, slots=True)
class HalamanPeriode:
    """Everything the page of a dossier shows. `layanan`: name by id, for the forms; `hari`: days late; `dibuka`: whether the year was opened."""

    tahun: int
    periode: Periode
    pengaturan: Pengaturan
    upp: Upp
    berkas: Penyampaian
    jadwal: Jadwal
    hari: int
    hasil: Hasil | None
    ikm: Decimal | None
    mutu: Mutu | None
    unsur: tuple[BarisUnsur, ...]
    rtl_lain: tuple[Rtl, ...]
    kurang: tuple[Kekurangan, ...]
    layanan: dict[int, str]
    riwayat: tuple[Catatan, ...]
    dibuka: bool
    boleh: Kewenangan
    survei: SurveiSingkat | None

    @property
    def perlu_catatan(self) -> bool:
        """Whether sending needs a note."""
        return ada_peringatan(self.kurang)

    @property
    def terhalang(self) -> bool:
        """Whether something blocks sending."""
        return ada_galat(self.kurang)

    @property
    def data_contoh(self) -> bool:
        """Whether something on the page is made up."""
        return self.berkas.data_contoh or any(r.data_contoh for b in self.unsur for r in b.rtl)


def muat_halaman_periode(
    session: Session, pelaku: Pelaku, upp_id: int, tahun: int, periode: Periode, hari_ini: date
) -> HalamanPeriode:
    """The dossier page of a unit that is within reach. Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.LIHAT_PENYAMPAIAN, upp_id)
    dibuka = tahun in tahun_tersedia(session)
    unit = muat_unit(session, tahun, upp_id)
    berkas = muat_penyampaian(session, upp_id, tahun, periode)
    jadwal = muat_kalender(session, tahun)[periode]
    hasil, rtl = unit.hasil(periode), unit.rtl_periode(periode)
    ikm = bulatkan_bila_ada(hasil.ikm, unit.pengaturan.desimal_ikm) if hasil is not None else None
    return HalamanPeriode(
        tahun=tahun, periode=periode, pengaturan=unit.pengaturan, upp=unit.upp, berkas=berkas, jadwal=jadwal,
        hari=hari_terlambat(berkas, jadwal.kirim_batas, hari_ini), hasil=hasil, ikm=ikm, mutu=None if ikm is None else mutu(ikm),
        unsur=_unsur(unit, hasil, rtl), rtl_lain=tuple(r for r in rtl if r.unsur is None), kurang=tuple(kekurangan(session, unit, berkas, hari_ini)) if terbuka(berkas) else (),
        layanan=layanan_unit(session, upp_id),
        riwayat=tuple(jejak_objek(session, Objek.PENYAMPAIAN, berkas.id)) if berkas.id is not None else (),
        dibuka=dibuka,
        boleh=_kewenangan(pelaku, berkas, dibuka),
        survei=survei_periode(session, berkas, jadwal, hari_ini, dibuka),
    )  # fmt: skip


def _unsur(unit: DataUnit, hasil: Hasil | None, rtl: Sequence[Rtl]) -> tuple[BarisUnsur, ...]:
    """From the lowest up; in the declared order while there is no result."""
    nrr = hasil.nrr if hasil is not None else {}
    wajib = unsur_wajib_rtl(nrr, unit.pengaturan.jumlah_prioritas) if nrr else ()
    berurut: list[tuple[int | None, Unsur]] = list(peringkat(nrr))
    berurut += [(None, u) for u in urutan_unsur(unit.pengaturan.urutan_unsur) if u not in nrr]
    tabulasi = hasil.tabulasi if hasil is not None else None
    return tuple(
        BarisUnsur(
            unsur=u,
            rank=rank,
            nrr=bulatkan(nrr[u], 2) if u in nrr else None,
            konversi=bulatkan(konversi(nrr[u]), 2) if u in nrr else None,
            mutu=mutu(konversi(nrr[u])) if u in nrr else None,
            jumlah=tabulasi.jumlah_unsur(u) if tabulasi is not None else None,
            n=tabulasi.n_unsur(u) if tabulasi is not None else None,
            wajib=u in wajib,
            rtl=tuple(r for r in rtl if r.unsur is u),
        )
        for rank, u in berurut
    )


def _kewenangan(pelaku: Pelaku, berkas: Penyampaian, dibuka: bool) -> Kewenangan:
    periksa = boleh(pelaku, Izin.PERIKSA_PENYAMPAIAN)
    return Kewenangan(
        isi=boleh(pelaku, Izin.ISI_HASIL) and terbuka(berkas) and dibuka,
        kirim=boleh(pelaku, Izin.KIRIM_PENYAMPAIAN) and terbuka(berkas) and dibuka,
        terima=periksa and dapat(TindakanPenyampaian.TERIMA, berkas),
        kembalikan=periksa and dapat(TindakanPenyampaian.KEMBALIKAN, berkas),
        terima_langsung=periksa and dapat(TindakanPenyampaian.TERIMA_LANGSUNG, berkas),
    )
