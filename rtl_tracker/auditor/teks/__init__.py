"""Edited texts against the facts: numbers, classes, ranks, trend words and promises in sentences (TEKS-01 to -04)."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.teks.acuan import Acuan
from rtl_tracker.auditor.teks.acuan_cacah import AcuanCacah
from rtl_tracker.auditor.teks.angka import periksa_angka
from rtl_tracker.auditor.teks.janji import periksa_janji
from rtl_tracker.auditor.teks.kalimat import bersihkan, pisahkan_kalimat
from rtl_tracker.auditor.teks.pengenal import uraikan
from rtl_tracker.auditor.teks.sebutan_teks import periksa_sebutan
from rtl_tracker.auditor.teks.temuan_teks import Bacaan, TemuanTeks
from rtl_tracker.auditor.teks.tren_teks import periksa_tren
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.tercetak import Naskah

__all__ = ["PemeriksaTeks", "TemuanTeks", "periksa_naskah", "teks_01", "teks_02", "teks_03", "teks_04"]
_ATURAN: dict[str, Callable[[Bacaan], Iterator[TemuanTeks]]] = {
    "TEKS-01": periksa_angka,
    "TEKS-02": periksa_sebutan,
    "TEKS-03": periksa_tren,
    "TEKS-04": periksa_janji,
}


class PemeriksaTeks:
    """Checks many texts against the same facts; what is compared with is worked out once."""

    def __init__(self, fakta: Fakta) -> None:
        self._acuan = Acuan(fakta)
        self._cacah = AcuanCacah(self._acuan)

    def periksa(self, naskah: Naskah) -> list[TemuanTeks]:
        """All findings in the order of the text. What the right name in a role would mend as well is no finding of its own."""
        if naskah.upp_id is None and self._acuan.sendirian:
            return []
        temuan = self._semua(naskah)
        gejala: set[TemuanTeks] = set()
        for nama in (t for t in temuan if t.temuan.aturan == "TEKS-02" and t.usulan):
            lain = [t for t in temuan if t is not nama and t.kalimat == nama.kalimat]
            if lain and nama not in gejala:
                gejala |= self._ikut_beres(naskah, nama, lain)
        return [t for t in temuan if t not in gejala]

    def menurut(self, naskah: Naskah, aturan: str) -> list[TemuanTeks]:
        """The findings of one rule; the others are only asked where it speaks."""
        if not any(_ATURAN[aturan](self._baca(naskah))):
            return []
        return [t for t in self.periksa(naskah) if t.temuan.aturan == aturan]

    def _semua(self, naskah: Naskah) -> list[TemuanTeks]:
        bacaan = self._baca(naskah)
        return sorted((t for aturan in _ATURAN.values() for t in aturan(bacaan)), key=lambda t: (t.awal, t.temuan.aturan))

    def _baca(self, naskah: Naskah) -> Bacaan:
        fakta = self._acuan.fakta
        kalimat = pisahkan_kalimat(bersihkan(naskah.teks))
        urutan = fakta.pengaturan.urutan_unsur
        return Bacaan(
            naskah, tuple(uraikan(k, self._acuan.nama, urutan, fakta.tahun) for k in kalimat), self._acuan, self._cacah
        )

    def _ikut_beres(self, naskah: Naskah, nama: TemuanTeks, lain: list[TemuanTeks]) -> set[TemuanTeks]:
        """The findings that are gone once the proposal of this one stands in the text, where it is not made worse."""
        teks = naskah.teks[: nama.awal] + nama.usulan + naskah.teks[nama.akhir :]
        sisa = {(t.temuan.aturan, t.temuan.tercetak, t.temuan.seharusnya) for t in self._semua(replace(naskah, teks=teks))}
        beres = {t for t in lain if (t.temuan.aturan, t.temuan.tercetak, t.temuan.seharusnya) not in sisa}
        kunci = {(t.temuan.aturan, t.temuan.tercetak, t.temuan.seharusnya) for t in self._semua(naskah)}
        return beres if sisa <= kunci else set()


def periksa_naskah(naskah: Naskah, fakta: Fakta) -> list[TemuanTeks]:
    """All findings in one text, in its order. For many texts PemeriksaTeks is quicker."""
    return PemeriksaTeks(fakta).periksa(naskah)


def teks_01(fakta: Fakta) -> Iterator[Temuan]:
    """A number in a text that is not the figure it stands for; one that was cut off instead of rounded is told as info."""
    yield from _semua(fakta, "TEKS-01")


def teks_02(fakta: Fakta) -> Iterator[Temuan]:
    """A class, a rank or an unsur in a role that the data do not give, ties included."""
    yield from _semua(fakta, "TEKS-02")


def teks_03(fakta: Fakta) -> Iterator[Temuan]:
    """A trend word that contradicts the series."""
    yield from _semua(fakta, "TEKS-03")


def teks_04(fakta: Fakta) -> Iterator[Temuan]:
    """A promise that the best case does not reach."""
    yield from _semua(fakta, "TEKS-04")


def _semua(fakta: Fakta, aturan: str) -> Iterator[Temuan]:
    if fakta.naskah:
        pemeriksa = PemeriksaTeks(fakta)
        for naskah in fakta.naskah:
            yield from (t.temuan for t in pemeriksa.menurut(naskah, aturan))
