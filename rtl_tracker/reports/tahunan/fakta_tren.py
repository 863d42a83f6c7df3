"""Facts of the trend over the years (spec 1.8, T16)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from rtl_tracker.domain.angka import bulatkan, persen
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.tren import Tren, selisih_tercetak, tren
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta_hasil import FaktaHasil, ikm_tahun_lalu

TAHUN_TERBANYAK = 6


@dataclass(frozen=True, slots=True)
class BarisTren:
    """One UPP over the years; values as printed, None where not measured. `selisih` = this year minus last year."""

    nama: str
    nilai: tuple[Decimal | None, ...]
    selisih: Decimal | None
    mutu: Mutu | None


@dataclass(frozen=True, slots=True)
class FaktaTren:
    """Years shown, the instansi, every UPP, and the share of UPP that measured in each year.

    `kata` describes `deret_kata`, the (tahun, ikm) of the last `tahun_tren` years; None when there is nothing to compare.
    """

    tahun: tuple[int, ...]
    instansi: BarisTren
    upp: tuple[BarisTren, ...]
    kata: Tren | None
    deret_kata: tuple[tuple[int, Decimal], ...]
    naik: int
    turun: int
    tetap: int
    naik_terbesar: BarisTren | None
    turun_terbesar: BarisTren | None
    persen_mengukur: tuple[tuple[int, Decimal], ...]

    @property
    def deret(self) -> list[tuple[int, Decimal]]:
        """(tahun, ikm) of the instansi where known."""
        return [(t, x) for t, x in zip(self.tahun, self.instansi.nilai, strict=True) if x is not None]

    @property
    def ada(self) -> bool:
        """Whether there is an earlier year to compare with."""
        return len(self.tahun) > 1


def susun_fakta_tren(bahan: BahanLaporan, hasil: FaktaHasil) -> FaktaTren:
    """Series of the instansi and of every UPP, this year last."""
    ini = bahan.rekap.tahun
    tahun = _tahun(bahan)
    instansi = _baris("", None, hasil.indeks.ikm, tahun, bahan)
    upp = tuple(_baris(b.nama, b.upp_id, b.ikm, tahun, bahan) for b in hasil.rekap if not b.rerata_anak)
    awal = ini - bahan.rekap.pengaturan.tahun_tren
    deret = tuple((t, x) for t, x in zip(tahun, instansi.nilai, strict=True) if x is not None and t > awal)
    berubah = [b for b in upp if b.selisih is not None]
    return FaktaTren(
        tahun=tahun,
        instansi=instansi,
        upp=upp,
        kata=tren([x for _, x in deret], hasil.indeks.margin) if instansi.nilai[-1] is not None else None,
        deret_kata=deret,
        naik=sum(b.selisih > 0 for b in berubah if b.selisih is not None),
        turun=sum(b.selisih < 0 for b in berubah if b.selisih is not None),
        tetap=sum(b.selisih == 0 for b in berubah),
        naik_terbesar=_terbesar(berubah, 1),
        turun_terbesar=_terbesar(berubah, -1),
        persen_mengukur=_mengukur(tahun, upp),
    )


def _tahun(bahan: BahanLaporan) -> tuple[int, ...]:
    ini = bahan.rekap.tahun
    lama: set[int] = {t for _, t in bahan.riwayat if ini - TAHUN_TERBANYAK < t < ini}
    if bahan.rekap_lalu is not None and bahan.rekap_lalu.tahunan.ikm is not None:
        lama.add(ini - 1)
    return (*sorted(lama), ini)


def _baris(nama: str, upp_id: int | None, ikm: Decimal | None, tahun: tuple[int, ...], bahan: BahanLaporan) -> BarisTren:
    lama: Mapping[tuple[int | None, int], Decimal] = bahan.riwayat
    ini = bahan.rekap.tahun
    lalu = ikm_tahun_lalu(bahan, upp_id)
    nilai = tuple(ikm if t == ini else lalu if t == ini - 1 else lama.get((upp_id, t)) for t in tahun)
    return BarisTren(nama, nilai, selisih_tercetak(ikm, lalu), None if ikm is None else mutu(ikm))


def _terbesar(baris: list[BarisTren], tanda: int) -> BarisTren | None:
    cocok = [b for b in baris if b.selisih is not None and b.selisih * tanda > 0]
    return max(cocok, key=lambda b: abs(b.selisih or Decimal(0)), default=None)


def _mengukur(tahun: tuple[int, ...], upp: tuple[BarisTren, ...]) -> tuple[tuple[int, Decimal], ...]:
    return tuple(
        (sum(b.nilai[i] is not None for b in upp), bulatkan(persen(sum(b.nilai[i] is not None for b in upp), len(upp)) or 0, 2))
        for i in range(len(tahun))
    )
