"""Facts of the follow-up of a year: the instansi, each unit, kelompok and period, what was not done, what waits to be verified."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rtl_tracker.domain.angka import bulatkan_bila_ada
from rtl_tracker.domain.pengaturan import AgregasiRealisasi, DasarRealisasi, Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.tindak_lanjut import Cacah, Gabungan, TindakLanjutTahun, TindakLanjutUpp
from rtl_tracker.domain.upp import urut_menurut_induk


@dataclass(frozen=True, slots=True)
class BahanDokumenRealisasi:
    """What the document is made from: the computed year, its RTL, and the RTL carried over, by the one they come from."""

    pengaturan: Pengaturan
    gambaran: TindakLanjutTahun
    rtl: tuple[Rtl, ...]
    lanjutan: Mapping[int, Rtl]


@dataclass(frozen=True, slots=True)
class Persen:
    """Percentages with 2 decimals: mean over units, and all RTL pooled. None = nothing was reported."""

    dilaporkan: Decimal | None
    terverifikasi: Decimal | None
    gabungan_dilaporkan: Decimal | None
    gabungan_terverifikasi: Decimal | None

    def menurut(self, agregasi: AgregasiRealisasi) -> tuple[Decimal | None, Decimal | None]:
        """(reported, verified) under the declared aggregation."""
        if agregasi is AgregasiRealisasi.GABUNGAN:
            return self.gabungan_dilaporkan, self.gabungan_terverifikasi
        return self.dilaporkan, self.terverifikasi


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One unit, `kedalaman` steps below the topmost. `skor_realisasi` and `skor_waktu` 0-5; None = cannot be told."""

    nama: str
    kedalaman: int
    kelompok: str
    cacah: Cacah
    dilaporkan: Decimal | None
    terverifikasi: Decimal | None
    skor_realisasi: int | None
    skor_waktu: int | None
    dihitung: bool


@dataclass(frozen=True, slots=True)
class BarisGabungan:
    """A kelompok or a period: counts, percentages, and how many units the means are of."""

    nama: str
    cacah: Cacah
    persen: Persen
    dihitung: int


@dataclass(frozen=True, slots=True)
class RtlUnit:
    """An RTL with the name of its unit, what it was carried over to, and the day on which it was reported."""

    unit: str
    rtl: Rtl
    lanjutan: Rtl | None
    dilapor: date | None


@dataclass(frozen=True, slots=True)
class FaktaRealisasiTahun:
    """The document. `resmi` follows the declared basis and aggregation; `rtl` / `selesai` / `terverifikasi` are those behind the means."""

    pengaturan: Pengaturan
    tahun: int
    hari_ini: date
    resmi: Decimal | None
    persen: Persen
    dihitung: int
    rtl: int
    selesai: int
    terverifikasi: int
    cacah: Cacah
    unit: tuple[BarisUnit, ...]
    kelompok: tuple[BarisGabungan, ...]
    periode: tuple[BarisGabungan, ...]
    tidak: tuple[RtlUnit, ...]
    menunggu: tuple[RtlUnit, ...]
    tanpa_rtl: tuple[str, ...]
    belum_dilaporkan: tuple[str, ...]
    dikecualikan: tuple[str, ...]
    milik_instansi: Cacah

    @property
    def data_contoh(self) -> bool:
        """Whether some of the RTL are made up."""
        return self.cacah.contoh + self.milik_instansi.contoh > 0


def susun_fakta(bahan: BahanDokumenRealisasi) -> FaktaRealisasiTahun:
    """The facts of the document."""
    g, p = bahan.gambaran, bahan.pengaturan
    r = g.instansi.realisasi
    return FaktaRealisasiTahun(
        pengaturan=p,
        tahun=g.tahun,
        hari_ini=g.hari_ini,
        resmi=bulatkan_bila_ada(r.resmi(p.dasar_realisasi, p.agregasi_realisasi)),
        persen=_persen(g.instansi),
        dihitung=r.upp_dihitung,
        rtl=r.rtl,
        selesai=r.selesai,
        terverifikasi=r.jumlah_terverifikasi,
        cacah=g.instansi.cacah,
        unit=_unit(g, p),
        kelompok=_gabungan(g.kelompok.items()),
        periode=_gabungan((NAMA_PERIODE[periode], bagian) for periode, bagian in g.periode.items()),
        tidak=_berstatus(bahan, StatusRtl.TIDAK_DILAKSANAKAN),
        menunggu=_berstatus(bahan, StatusRtl.SELESAI),
        tanpa_rtl=g.instansi.tanpa_rtl,
        belum_dilaporkan=g.instansi.belum_dilaporkan,
        dikecualikan=g.instansi.dikecualikan,
        milik_instansi=g.milik_instansi,
    )


def _persen(g: Gabungan) -> Persen:
    r = g.realisasi
    return Persen(*(
        bulatkan_bila_ada(x)
        for x in (r.dilaporkan, r.terverifikasi, r.gabungan_dilaporkan, r.gabungan_terverifikasi)
    ))  # fmt: skip


def _unit(g: TindakLanjutTahun, p: Pengaturan) -> tuple[BarisUnit, ...]:
    """Every unit, those under an induk directly below it."""
    per_id = {t.upp.id: t for t in g.upp}
    return tuple(_baris_unit(per_id[u.id], kedalaman, p) for kedalaman, u in urut_menurut_induk([t.upp for t in g.upp]))


def _baris_unit(t: TindakLanjutUpp, kedalaman: int, p: Pengaturan) -> BarisUnit:
    return BarisUnit(
        nama=t.upp.nama,
        kedalaman=kedalaman,
        kelompok=t.upp.kelompok_cetak,
        cacah=t.cacah,
        dilaporkan=bulatkan_bila_ada(t.persen(DasarRealisasi.DILAPORKAN)),
        terverifikasi=bulatkan_bila_ada(t.persen(DasarRealisasi.TERVERIFIKASI)),
        skor_realisasi=t.skor(p.dasar_realisasi),
        skor_waktu=None if t.waktu is None else t.waktu.skor,
        dihitung=t.upp.ikut_rerata,
    )


def _gabungan(bagian: Iterable[tuple[str, Gabungan]]) -> tuple[BarisGabungan, ...]:
    return tuple(BarisGabungan(nama, g.cacah, _persen(g), g.realisasi.upp_dihitung) for nama, g in bagian)


def _berstatus(bahan: BahanDokumenRealisasi, status: StatusRtl) -> tuple[RtlUnit, ...]:
    """RTL of units in a state, the longest reported first; of the same day in the order of the units."""
    tempat = {t.upp.id: (i, t.upp.nama) for i, t in enumerate(bahan.gambaran.upp)}
    pilih = [
        (tempat[r.upp_id], r, None if r.dilapor_pada is None else r.dilapor_pada.astimezone().date())
        for r in bahan.rtl
        if r.upp_id in tempat and r.status is status
    ]
    urut = sorted(pilih, key=lambda satu: (satu[2] or date.max, satu[0][0], satu[1].id))
    return tuple(RtlUnit(nama, rtl, bahan.lanjutan.get(rtl.id), hari) for (_, nama), rtl, hari in urut)
