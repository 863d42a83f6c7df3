"""A finding in a text: the finding itself, the sentence it lies in, and which letters of the Naskah are wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rtl_tracker.auditor.sebutan import deret
from rtl_tracker.auditor.teks.acuan import Acuan, Patokan
from rtl_tracker.auditor.teks.acuan_cacah import AcuanCacah
from rtl_tracker.auditor.teks.ikatan import Sasaran
from rtl_tracker.auditor.teks.pengenal import Uraian
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tercetak import Naskah
from rtl_tracker.domain.tingkat import Tingkat


@dataclass(frozen=True, slots=True)
class TemuanTeks:
    """`awal` and `akhir` bound the wrong words in Naskah.teks; `usulan` should stand there, as printed ("" = not known)."""

    temuan: Temuan
    kalimat: str
    awal: int
    akhir: int
    usulan: str = ""


@dataclass(frozen=True)
class Bacaan:
    """One Naskah taken apart: its sentences, the figures to compare with, and what its sentences speak of by default."""

    naskah: Naskah
    uraian: tuple[Uraian, ...]
    acuan: Acuan
    cacah: AcuanCacah

    def sebelum(self, u: Uraian) -> Uraian | None:
        """The sentence before."""
        tempat = self._tempat(u)
        return self.uraian[tempat - 1] if tempat else None

    def _tempat(self, u: Uraian) -> int:
        return next(i for i, satu in enumerate(self.uraian) if satu is u)

    def baku(self, u: Uraian) -> Sasaran:
        """Of whom a sentence speaks that names no unit: of the Naskah's own, or of the unit that was named last."""
        sendiri = (self.naskah.upp_id,)
        for satu in reversed(self.uraian[: self._tempat(u)]):
            if satu.unit:
                lalu = tuple(s.upp_id for s in satu.unit if s.dikenal)
                semua = tuple(dict.fromkeys((*sendiri, *lalu)))
                return Sasaran(semua, semua == sendiri, not all(s.dikenal for s in satu.unit))
        return Sasaran(sendiri)

    def menurut_periode(
        self, periode: tuple[Periode, ...], ambil: Callable[[tuple[Periode, ...]], list[Patokan]]
    ) -> list[Patokan]:
        """Figures of the named periods; where none is named those of the Naskah's own period come first, then all others."""
        if periode or self.naskah.periode is Periode.TAHUNAN:
            return ambil(periode)
        return ambil((self.naskah.periode,)) + [replace(p, utama=False) for p in ambil(())]

    def temuan(
        self,
        aturan: str,
        u: Uraian,
        rentang: tuple[int, int],
        kalimat: tuple[str, str],
        tercetak: str,
        seharusnya: str | None,
        usulan: str = "",
        tingkat: Tingkat = Tingkat.GALAT,
    ) -> TemuanTeks:
        """A finding at a place of a sentence; `kalimat` is the sentence for all and the one without names of other units."""
        awal, akhir = u.awal + rentang[0], u.awal + rentang[1]
        kiri = u.awal + len(u.teks) - len(u.teks.lstrip(" ·\n"))
        asli = self.naskah.teks[kiri : u.awal + len(u.teks)].strip()
        isi = Temuan(
            aturan,
            tingkat,
            kalimat[0],
            self.naskah.upp_id,
            self.naskah.periode,
            None,
            self.naskah.bagian,
            tercetak,
            seharusnya,
            kalimat_unit="" if kalimat[0] == kalimat[1] else kalimat[1],
        )
        return TemuanTeks(isi, asli, awal, akhir, usulan)

    def milik(self, upp_id: Sequence[int | None]) -> str:
        """ " Kecamatan Ledo" where the sentence is about another unit than the Naskah, " instansi" likewise, else ""."""
        if len(upp_id) != 1 or upp_id[0] == self.naskah.upp_id:
            return ""
        satu = upp_id[0]
        return " instansi" if satu is None else f" {self.acuan.fakta.nama(satu)}"

    def sebut(self, upp_id: Sequence[int]) -> str:
        """Names of units as a list; names hold commas, so more than two are parted by semicolons."""
        nama = [self.acuan.fakta.nama(satu) for satu in upp_id]
        return deret(nama) if len(nama) < 3 else f"{'; '.join(nama[:-1])}; dan {nama[-1]}"
