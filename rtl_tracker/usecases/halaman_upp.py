"""The page of one UPP: its periods as measured and as means, what was printed, its unsur, layanan, units below and RTL."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.hasil import BarisHasil, Hasil, JenisBaris, Sumber
from rtl_tracker.domain.ikm import konversi, peringkat, prioritas
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.realisasi import Realisasi
from rtl_tracker.domain.rekap import RekapUpp
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import Upp, anak_langsung
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta_hasil import ikm_tahun_lalu
from rtl_tracker.usecases.bahan_halaman import BahanHalaman


class UppTidakAda(DomainError):
    """A page of a UPP was asked for that does not exist."""


@dataclass(frozen=True, slots=True)
class BarisPeriode:
    """One measured period or mean, figures as printed. `ikm_hitung` is only given where it differs from what was printed."""

    periode: Periode
    jenis: JenisBaris
    layanan: str | None
    unsur: Mapping[Unsur, tuple[Decimal, Decimal]]
    ikm: Decimal | None
    mutu: Mutu | None
    n: int | None
    metode: str
    prioritas: tuple[Unsur, ...]
    prioritas_tercetak: str
    realisasi: Decimal | None
    tercetak: Decimal | None
    kategori_tercetak: str | None
    ikm_hitung: Decimal | None
    luar_aplikasi: bool

    @property
    def selisih_tercetak(self) -> Decimal | None:
        """Printed minus recomputed index, where they differ."""
        return None if self.tercetak is None or self.ikm_hitung is None else self.tercetak - self.ikm_hitung


@dataclass(frozen=True, slots=True)
class UnsurUpp:
    """One unsur of the annual result: NRR and konversi as printed, class, rank from the lowest (ties share it)."""

    unsur: Unsur
    nrr: Decimal
    konversi: Decimal
    mutu: Mutu
    rank: int


@dataclass(frozen=True, slots=True)
class HalamanUpp:
    """Everything the page of one UPP shows. `deret`: (tahun, IKM as printed, None = not measured), without a year left out."""

    tahun: int
    tahun_tersedia: tuple[int, ...]
    pengaturan: Pengaturan
    upp: Upp
    induk: Upp | None
    anak: tuple[Upp, ...]
    nihil: bool
    dihitung: bool
    periode: tuple[BarisPeriode, ...]
    layanan: tuple[BarisPeriode, ...]
    unsur: tuple[UnsurUpp, ...]
    prioritas: tuple[Unsur, ...]
    rtl: tuple[Rtl, ...]
    rtl_lalu: tuple[Rtl, ...]
    deret: tuple[tuple[int, Decimal | None], ...]
    data_contoh: bool

    @property
    def berbeda(self) -> list[BarisPeriode]:
        """The rows whose printed index differs from the recomputed one."""
        return [b for b in self.periode if b.selisih_tercetak is not None]

    @property
    def tahunan(self) -> BarisPeriode | None:
        """The annual row; None when nothing was measured."""
        return next((b for b in self.periode if b.periode is Periode.TAHUNAN), None)


def susun_halaman_upp(halaman: BahanHalaman, upp_id: int) -> HalamanUpp:
    """The page of one UPP of the loaded year. Raises UppTidakAda."""
    bahan = halaman.bahan
    r = next((r for r in bahan.rekap.upp if r.upp.id == upp_id), None)
    if r is None:
        raise UppTidakAda(f"UPP nomor {upp_id} tidak ada.")
    pengaturan, unit = bahan.rekap.pengaturan, [x.upp for x in bahan.rekap.upp]
    nrr = r.tahunan.nrr if r.tahunan is not None else {}
    rtl = tuple(x for x in bahan.rtl if x.upp_id == r.upp.id)
    rtl_lalu = tuple(x for x in bahan.rtl_lalu if x.upp_id == r.upp.id)
    return HalamanUpp(
        tahun=bahan.rekap.tahun,
        tahun_tersedia=halaman.tersedia,
        pengaturan=pengaturan,
        upp=r.upp,
        induk=next((u for u in unit if u.id == r.upp.induk_id), None),
        anak=tuple(anak_langsung(unit, r.upp.id)),
        nihil=r.nihil,
        dihitung=r.dihitung,
        periode=_urut(_baris(h, r.cetak_rata.get(h.periode), r.realisasi.get(h.periode), pengaturan) for h in r.hasil.values()),
        layanan=tuple(
            b for _, per in sorted(r.layanan.items()) for b in _urut(_baris(h, None, None, pengaturan) for h in per.values())
        ),
        unsur=_unsur(nrr),
        prioritas=prioritas(nrr, pengaturan.jumlah_prioritas) if nrr else (),
        rtl=rtl,
        rtl_lalu=rtl_lalu,
        deret=_deret(bahan, r),
        data_contoh=any(x.data_contoh for x in (*rtl, *rtl_lalu)),
    )


def _urut(baris: Iterable[BarisPeriode]) -> tuple[BarisPeriode, ...]:
    return tuple(sorted(baris, key=lambda b: list(Periode).index(b.periode)))


def _baris(h: Hasil, cetak: BarisHasil | None, realisasi: Realisasi | None, pengaturan: Pengaturan) -> BarisPeriode:
    ikm = bulatkan_bila_ada(h.ikm, pengaturan.desimal_ikm)
    tercetak = h.ikm_tercetak if h.ikm_tercetak is not None else cetak.ikm_tercetak if cetak is not None else None
    hitung = bulatkan_bila_ada(h.ikm_hitung, pengaturan.desimal_ikm)
    return BarisPeriode(
        periode=h.periode,
        jenis=h.jenis_baris,
        layanan=h.layanan,
        unsur={u: (bulatkan(x, 2), bulatkan(konversi(x), 2)) for u, x in h.nrr.items()},
        ikm=ikm,
        mutu=None if ikm is None else mutu(ikm),
        n=h.n,
        metode=h.metode,
        prioritas=prioritas(h.nrr, pengaturan.jumlah_prioritas) if h.nrr else (),
        prioritas_tercetak="; ".join(bagian.strip() for bagian in h.unsur_prioritas.split(";") if bagian.strip()),
        realisasi=bulatkan_bila_ada(realisasi.resmi(pengaturan.dasar_realisasi), 2) if realisasi is not None else None,
        tercetak=tercetak,
        kategori_tercetak=h.kategori_tercetak or (cetak.kategori_tercetak if cetak is not None else None),
        ikm_hitung=hitung if tercetak is not None and hitung is not None and tercetak != hitung else None,
        luar_aplikasi=h.sumber is Sumber.LUAR and h.ikm is not None,
    )


def _unsur(nrr: Mapping[Unsur, Fraction]) -> tuple[UnsurUpp, ...]:
    return tuple(
        UnsurUpp(u, bulatkan(nrr[u], 2), bulatkan(konversi(nrr[u]), 2), mutu(konversi(nrr[u])), rank)
        for rank, u in peringkat(nrr)
    )


def _deret(bahan: BahanLaporan, r: RekapUpp) -> tuple[tuple[int, Decimal | None], ...]:
    """Printed indices of the last `tahun_tren` years, from the first known to the last known one."""
    ini, pengaturan = bahan.rekap.tahun, bahan.rekap.pengaturan
    lama = {
        t: n for (upp_id, t), n in bahan.riwayat.items() if upp_id == r.upp.id and ini - pengaturan.tahun_tren < t < ini - 1
    }
    lalu = ikm_tahun_lalu(bahan, r.upp.id)
    if lalu is not None:
        lama[ini - 1] = lalu
    kini = bulatkan_bila_ada(r.tahunan.ikm, pengaturan.desimal_ikm) if r.tahunan is not None else None
    if kini is not None:
        lama[ini] = kini
    return tuple((t, lama.get(t)) for t in range(min(lama), max(lama) + 1)) if lama else ()
