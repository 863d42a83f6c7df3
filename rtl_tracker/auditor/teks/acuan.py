"""The figures that the facts hold, by what they are: what a number in a text may stand for (spec 4, TEKS-01)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import combinations, pairwise

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.sebutan import nama_periode
from rtl_tracker.auditor.selang import dibulatkan, dipotong
from rtl_tracker.auditor.teks.nama_unit import DaftarNama
from rtl_tracker.domain.agregasi import IkmInstansi
from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.hasil import Hasil, JenisBaris
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.sampel import margin_ikm
from rtl_tracker.domain.survei import Tabulasi, gabungkan
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur


@dataclass(frozen=True, slots=True)
class Patokan:
    """One figure of the facts, exact (or as printed), and what it is."""

    nilai: Fraction
    nama: str
    utama: bool = False
    """Whether it is the figure that is meant when nothing else is said."""


def tepat_untuk(nilai: Decimal, patokan: Patokan) -> bool:
    """Whether the printed number is this figure, rounded."""
    return dibulatkan(nilai).memuat(patokan.nilai)


def terpotong_untuk(nilai: Decimal, patokan: Patokan) -> bool:
    """Whether the printed number is this figure with digits cut off."""
    return dipotong(nilai).memuat(patokan.nilai)


class Acuan:
    """Figures of all units and of the instansi, made when they are asked for.

    `sendirian`: the facts are those of one unit alone, so that neither the instansi nor a comparison of units is known.
    """

    def __init__(self, fakta: Fakta) -> None:
        self.fakta = fakta
        self.sendirian = len(fakta.rekap.upp) == 1
        self.nama = DaftarNama(tuple(r.upp for r in fakta.rekap.upp), fakta.pengaturan.nama, not self.sendirian)
        self.desimal = fakta.pengaturan.desimal_ikm

    def periode(self, upp_id: int | None) -> tuple[Periode, ...]:
        """The periods with an index, the year first."""
        ada = self.fakta.rekap.instansi if upp_id is None else self.fakta.unit[upp_id].hasil
        return tuple(p for p in reversed(Periode) if p in ada)

    def nrr(self, upp_id: int | None, periode: Periode) -> Mapping[Unsur, Fraction]:
        """Exact NRR of a unit or of the instansi; empty where none is known."""
        sumber: Hasil | IkmInstansi | None = (
            self.fakta.rekap.instansi.get(periode) if upp_id is None else self.fakta.hasil(upp_id, periode)
        )
        return {} if sumber is None else sumber.nrr

    def ikm_tampil(self, upp_id: int | None, periode: Periode) -> Fraction | None:
        """The index that is shown, exact."""
        sumber = self.fakta.rekap.instansi.get(periode) if upp_id is None else self.fakta.hasil(upp_id, periode)
        return None if sumber is None else sumber.ikm

    def ikm_cetak(self, upp_id: int | None, tahun: int, periode: Periode = Periode.TAHUNAN) -> Decimal | None:
        """The index of a year as it is printed: of this year rounded, of others from the history."""
        if tahun != self.fakta.tahun:
            riwayat = self.fakta.riwayat.get((upp_id, tahun))
            return None if riwayat is None else riwayat.ikm
        ikm = self.ikm_tampil(upp_id, periode)
        return None if ikm is None else bulatkan(ikm, self.desimal)

    def ikm(self, upp_id: int | None, periode: tuple[Periode, ...] = (), penggabungan: bool = False) -> list[Patokan]:
        """The index of this year in these periods (default: in all of them), shown, printed and recomputed."""
        daftar: list[Patokan] = []
        for p in periode or self.periode(upp_id):
            nama = f"IKM {nama_periode(p)} {self.fakta.tahun}" if p is not Periode.TAHUNAN else f"IKM tahun {self.fakta.tahun}"
            nilai = list(self._ikm_instansi(p, penggabungan) if upp_id is None else self._ikm_unit(upp_id, p))
            daftar += [
                Patokan(Fraction(x), nama, i == 0 and (p is Periode.TAHUNAN or bool(periode))) for i, x in enumerate(nilai)
            ]
        return daftar

    def _ikm_instansi(self, periode: Periode, penggabungan: bool) -> Iterator[Fraction | Decimal]:
        instansi = self.fakta.rekap.instansi.get(periode)
        if instansi is not None and instansi.ikm is not None:
            yield instansi.ikm
            if penggabungan:
                yield from (x for x in instansi.alternatif.values() if x is not None)
        tercetak = self.fakta.tercetak.get((periode, "ikm"))
        if tercetak:
            yield Decimal(tercetak)

    def _ikm_unit(self, upp_id: int, periode: Periode) -> Iterator[Fraction | Decimal]:
        r = self.fakta.unit[upp_id]
        hasil = [r.hasil[periode]] if periode in r.hasil else []
        hasil += [per[periode] for per in r.layanan.values() if periode in per]
        for h in hasil:
            yield from (x for x in (h.ikm, h.ikm_hitung, h.ikm_tercetak) if x)
        tercetak = r.cetak_rata.get(periode)
        if tercetak is not None and tercetak.ikm_tercetak:
            yield tercetak.ikm_tercetak

    def riwayat(self, upp_id: int | None, tahun: tuple[int, ...] = ()) -> list[Patokan]:
        """The printed index of earlier years (default: of all known)."""
        ada = sorted(
            (t for u, t in self.fakta.riwayat if u == upp_id and t != self.fakta.tahun and (not tahun or t in tahun)),
            reverse=True,
        )
        return [Patokan(Fraction(self.fakta.riwayat[upp_id, t].ikm), f"IKM tahun {t}", i == 0) for i, t in enumerate(ada)]

    def nilai_unsur(
        self, upp_id: int | None, periode: tuple[Periode, ...], unsur: tuple[Unsur, ...], skala: int
    ) -> list[Patokan]:
        """NRR (skala 1) or konversi (skala 25) of these unsur, also konversi of the rounded NRR."""
        daftar: list[Patokan] = []
        for p in periode or self.periode(upp_id):
            nrr = self.nrr(upp_id, p)
            for u in unsur:
                if u in nrr:
                    nama = f"{'NRR' if skala == 1 else 'nilai konversi'} {NAMA_PENDEK[u]}"
                    nama = nama if p is Periode.TAHUNAN else f"{nama} {nama_periode(p)}"
                    utama = p is Periode.TAHUNAN or bool(periode)
                    daftar.append(Patokan(nrr[u] * skala, nama, utama))
                    if skala != 1:
                        daftar.append(Patokan(Fraction(bulatkan(nrr[u], 2)) * skala, nama))
        return daftar

    def rerata_nrr(self, upp_id: int | None, periode: tuple[Periode, ...]) -> list[Patokan]:
        """The index on the scale 1-4: mean of the NRR, sum of NRR x bobot, and the shown index / 25."""
        daftar: list[Patokan] = []
        for p in periode or self.periode(upp_id):
            nrr, ikm = list(self.nrr(upp_id, p).values()), self.ikm_tampil(upp_id, p)
            if nrr:
                daftar.append(Patokan(sum(nrr, Fraction(0)) / len(nrr), "rata-rata NRR", p is Periode.TAHUNAN or bool(periode)))
                if len(nrr) == len(Unsur):
                    daftar.append(Patokan(sum(nrr, Fraction(0)) * self.fakta.pengaturan.bobot.nilai(), "jumlah NRR tertimbang"))
            if ikm is not None:
                daftar.append(Patokan(ikm / 25, "IKM pada skala 1 sampai 4"))
        return daftar

    def selisih(self, upp_id: int | None, tahun: tuple[int, ...], periode: tuple[Periode, ...]) -> list[Patokan]:
        """Differences of printed indexes: this year and the last (or between the named years), and between periods."""
        ini = self.fakta.tahun
        dikenal = sorted({t for u, t in self.fakta.riwayat if u == upp_id} | {ini})
        pasangan = [(ini - 1, ini), *pairwise(dikenal), *combinations(sorted({*tahun, ini}), 2)]
        daftar = []
        for lama, baru in dict.fromkeys(pasangan):
            sebelum, sesudah = self.ikm_cetak(upp_id, lama), self.ikm_cetak(upp_id, baru)
            if sebelum is not None and sesudah is not None:
                nama = f"selisih IKM tahun {baru} dari tahun {lama}"
                daftar.append(Patokan(Fraction(sesudah - sebelum), nama, (lama, baru) == (ini - 1, ini)))
        diukur = [p for p in Periode if self.ikm_cetak(upp_id, ini, p) is not None and p is not Periode.TAHUNAN]
        for awal, akhir in dict.fromkeys((*pairwise(diukur), *combinations(diukur, 2))):
            a, b = self.ikm_cetak(upp_id, ini, awal), self.ikm_cetak(upp_id, ini, akhir)
            if a is not None and b is not None and (not periode or {awal, akhir} & set(periode)):
                daftar.append(Patokan(Fraction(b - a), f"selisih IKM {nama_periode(akhir)} dari {nama_periode(awal)}"))
        return daftar

    @cached_property
    def dihitung(self) -> tuple[int, ...]:
        """Units that count in the index, in stored order; none where the facts hold one alone."""
        return () if self.sendirian else tuple(r.upp.id for r in self.fakta.rekap.upp if r.dihitung)

    @cached_property
    def ikm_unit(self) -> Mapping[int, Decimal]:
        """Printed annual index of the units that count."""
        hasil = {upp_id: self.ikm_cetak(upp_id, self.fakta.tahun) for upp_id in self.dihitung}
        return {upp_id: ikm for upp_id, ikm in hasil.items() if ikm is not None}

    @cached_property
    def selisih_unit(self) -> Mapping[int, Decimal]:
        """Difference of the printed annual index from last year, of every measured unit that has both."""
        hasil: dict[int, Decimal] = {}
        for r in self.fakta.rekap.upp:
            tahunan = r.tahunan
            if tahunan is None or tahunan.jenis_baris is JenisBaris.RERATA_ANAK:
                continue
            kini, lalu = (self.ikm_cetak(r.upp.id, t) for t in (self.fakta.tahun, self.fakta.tahun - 1))
            if kini is not None and lalu is not None:
                hasil[r.upp.id] = kini - lalu
        return hasil

    @cached_property
    def gabungan(self) -> Tabulasi | None:
        """All answers of the counting units pooled; None without answers."""
        dihitung = [h.tabulasi for r in self.fakta.rekap.upp if r.dihitung for h in r.terukur if h.tabulasi is not None]
        return gabungkan(dihitung) if dihitung else None

    @cached_property
    def margin(self) -> Decimal | None:
        """95 % margin of the pooled answers in index points, as the annual report prints it."""
        return None if self.gabungan is None else margin_ikm(self.gabungan, self.fakta.pengaturan.bobot)

    def kelas(self, patokan: Patokan) -> Mutu:
        """The class of a figure on 25-100."""
        return mutu(patokan.nilai)
