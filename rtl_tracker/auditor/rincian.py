"""Printed breakdowns (DATA-06): columns against their totals, rows against their columns, percentages against counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.auditor.angka_cetak import ribuan
from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.sebutan import deret, koma
from rtl_tracker.auditor.selang import dibulatkan, dipotong
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.angka import bulatkan, desimal_tercetak
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tercetak import Rincian
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import lipat

SERATUS = Decimal(100)
TABEL_RESPONDEN = "responden"


def data_06_rincian(fakta: Fakta) -> Iterator[Temuan]:
    """Faults of each printed breakdown; one finding per cell that cannot stand."""
    kelompok: dict[tuple[str, int | None, Periode], list[Rincian]] = {}
    for r in fakta.rincian:
        kelompok.setdefault((r.tabel, r.upp_id, r.periode), []).append(r)
    for isi in kelompok.values():
        tabel = _Tabel(isi)
        yield from tabel.baris_salah()
        yield from tabel.kolom_salah()
        yield from tabel.persen_salah()
        yield from _bandingkan_n(fakta, tabel)


@dataclass(frozen=True, slots=True)
class _Baris:
    """One row: its own count, the counts of its columns ("PNS"), and the percentage beside it."""

    label: str
    sendiri: int | None
    kolom: dict[str, int | None]
    persen: Decimal | None

    @property
    def jumlah_kolom(self) -> int | None:
        """Sum of the columns; None when there are none or one is blank."""
        isi = [x for x in self.kolom.values() if x is not None]
        return sum(isi) if isi and len(isi) == len(self.kolom) else None


class _Tabel:
    """One breakdown of a unit. `terbagi`: its columns are parts of the row's own count, as most of its rows show."""

    def __init__(self, isi: Sequence[Rincian]) -> None:
        self.contoh = isi[0]
        semua = self._baris([r for r in isi if not r.total])
        self.baris = semua
        total = self._baris([r for r in isi if r.total])
        self.total = total[0] if total else None
        dapat = [b for b in (*semua, *total) if b.sendiri is not None and b.jumlah_kolom is not None]
        self.terbagi = 2 * sum(b.sendiri == b.jumlah_kolom for b in dapat) > len(dapat)
        self.tercetak = _jumlah([b.sendiri for b in semua])
        self.benar = _jumlah([self._benar(b) for b in semua])

    @staticmethod
    def _baris(isi: Sequence[Rincian]) -> list[_Baris]:
        hasil = []
        for label in dict.fromkeys(r.label for r in isi):
            sel = [r for r in isi if r.label == label]
            hasil.append(
                _Baris(
                    label,
                    next((r.jumlah for r in sel if not r.kolom), None),
                    {r.kolom: r.jumlah for r in sel if r.kolom},
                    next((r.persen_tercetak for r in sel if r.persen_tercetak is not None), None),
                )
            )
        return hasil

    def _benar(self, b: _Baris) -> int | None:
        """The count of a row: of its columns where they are its parts, else its own."""
        return b.jumlah_kolom if b.jumlah_kolom is not None and (self.terbagi or b.sendiri is None) else b.sendiri

    def baris_salah(self) -> Iterator[Temuan]:
        """Rows whose columns do not add up to their own count."""
        for b in self.baris:
            if self.terbagi and b.sendiri is not None and b.jumlah_kolom not in (None, b.sendiri):
                isi = " + ".join(f"{nama} {x}" for nama, x in b.kolom.items())
                kalimat = (
                    f"Baris {b.label} pada tabel '{self.contoh.tabel}' berjumlah {ribuan(b.sendiri)}, padahal kolom-kolomnya "
                    f"{ribuan(b.jumlah_kolom or 0)} ({isi})."
                )
                yield self._temuan(Tingkat.GALAT, b.label, str(b.sendiri), str(b.jumlah_kolom), kalimat)

    def kolom_salah(self) -> Iterator[Temuan]:
        """Columns whose rows do not add up to the printed total; else the row of totals against its own columns."""
        total = self.total
        if total is None:
            return
        salah = False
        for nama in ("", *total.kolom):
            tercetak = total.sendiri if not nama else total.kolom[nama]
            isi = [b.sendiri if not nama else b.kolom.get(nama) for b in self.baris]
            jumlah = sum(x or 0 for x in isi)
            boleh = {jumlah, self.benar} if not nama else {jumlah}
            if tercetak is None or tercetak in boleh or (None in isi and jumlah < tercetak):
                continue
            salah = True
            benar = self.benar if not nama and self.benar is not None else jumlah
            kalimat = (
                f"{f'Jumlah kolom {nama}' if nama else 'Angka jumlah'} pada tabel '{self.contoh.tabel}' tercetak "
                f"{ribuan(tercetak)}, padahal baris-barisnya berjumlah {ribuan(benar)}."
            )
            yield self._temuan(Tingkat.GALAT, f"{total.label}:{nama}".rstrip(":"), str(tercetak), str(benar), kalimat)
        if not salah and self.terbagi and total.sendiri is not None and total.jumlah_kolom not in (None, total.sendiri):
            kalimat = (
                f"Baris {total.label} pada tabel '{self.contoh.tabel}' tercetak {ribuan(total.sendiri)}, padahal jumlah "
                f"kolom-kolomnya {ribuan(total.jumlah_kolom or 0)}."
            )
            yield self._temuan(Tingkat.GALAT, total.label, str(total.sendiri), str(total.jumlah_kolom), kalimat)

    def persen_salah(self) -> Iterator[Temuan]:
        """Percentages that are not count / total; those that were cut off, or bent to make 100, are told as info."""
        dasar = self._dasar()
        if not dasar:
            return
        salah = False
        disesuaikan = self._disesuaikan(dasar[0])
        for b in self.baris:
            banyak, p = self._benar(b), b.persen
            cacah = {x for x in (b.sendiri, banyak) if x is not None}
            mungkin = [Fraction(100 * x, n) for x in cacah for n in dasar]
            if banyak is None or p is None or any(dibulatkan(p).memuat(x) for x in mungkin):
                continue
            salah = True
            pas = Fraction(100 * banyak, dasar[0])
            benar = bulatkan(pas, desimal_tercetak(p))
            tingkat, sebab = Tingkat.GALAT, ""
            if any(dipotong(p).memuat(x) for x in mungkin):
                tingkat, sebab = Tingkat.INFO, "; angkanya tampak dipotong, bukan dibulatkan"
            elif disesuaikan and abs(pas - Fraction(p)) < Fraction(1, 10 ** desimal_tercetak(p)):
                tingkat, sebab = Tingkat.INFO, "; angkanya tampak disesuaikan agar kolomnya berjumlah 100"
            kalimat = (
                f"Persentase {b.label} pada tabel '{self.contoh.tabel}' tercetak {koma(p)} %, padahal {ribuan(banyak)} dari "
                f"{ribuan(dasar[0])} adalah {koma(benar)} %{sebab}."
            )
            yield self._temuan(tingkat, f"{b.label}:persen", str(p), str(benar), kalimat)
        yield from self._tanpa_persen(dasar[0])
        yield from self._jumlah_persen(salah)

    def _tanpa_persen(self, dasar: int) -> Iterator[Temuan]:
        """Rows with people but no percentage, where most of the others have one."""
        berisi = [(b, n) for b in self.baris if (n := self._benar(b))]
        kosong = [(b, n) for b, n in berisi if b.persen is None]
        if 2 * len(kosong) >= len(berisi):
            return
        desimal = max(desimal_tercetak(b.persen) for b, _ in berisi if b.persen is not None)
        for b, n in kosong:
            benar = bulatkan(Fraction(100 * n, dasar), desimal)
            kalimat = (
                f"Persentase {b.label} pada tabel '{self.contoh.tabel}' tidak dicetak, padahal {ribuan(n)} dari "
                f"{ribuan(dasar)} adalah {koma(benar)} %."
            )
            yield self._temuan(Tingkat.INFO, f"{b.label}:persen", "-", str(benar), kalimat)

    def _dasar(self) -> list[int]:
        """What a percentage may be of: the sum of the rows, or the printed total."""
        calon = [self.benar, self.tercetak, None if self.total is None else self.total.sendiri]
        return list(dict.fromkeys(x for x in calon if x))

    def _disesuaikan(self, dasar: int) -> bool:
        """Whether the printed percentages make 100 where rounded ones would not."""
        isi = [(b.persen, self._benar(b)) for b in self.baris if b.persen is not None]
        rapi = [bulatkan(Fraction(100 * n, dasar), desimal_tercetak(p)) for p, n in isi if p is not None and n is not None]
        return sum((p for p, _ in isi if p is not None), Decimal(0)) == SERATUS and sum(rapi, Decimal(0)) != SERATUS

    def _jumlah_persen(self, salah: bool) -> Iterator[Temuan]:
        """The printed total of the percentages: what rounding each explains is left alone unless some of them are wrong."""
        tercetak = None if self.total is None else self.total.persen
        isi = [b.persen for b in self.baris if b.persen is not None]
        if self.total is None or tercetak is None or len(isi) < len(self.baris):
            return
        jumlah = sum(isi, Decimal(0))
        ruang = sum((Fraction(1, 2 * 10 ** desimal_tercetak(p)) for p in (*isi, tercetak) if p), Fraction(0))
        if jumlah == tercetak or (not salah and abs(Fraction(jumlah - tercetak)) <= ruang):
            return
        tingkat = Tingkat.INFO if tercetak == SERATUS and salah else Tingkat.GALAT
        kalimat = (
            f"Jumlah persentase pada tabel '{self.contoh.tabel}' tercetak {koma(tercetak)}, padahal angka-angka di atasnya "
            f"berjumlah {koma(jumlah)}."
        )
        yield self._temuan(tingkat, f"{self.total.label}:persen", str(tercetak), str(jumlah), kalimat)

    def _temuan(self, tingkat: Tingkat, tempat: str, tercetak: str, seharusnya: str, kalimat: str) -> Temuan:
        r = self.contoh
        bidang = f"{r.tabel}:{tempat}"
        return Temuan("DATA-06", tingkat, kalimat, r.upp_id, r.periode, None, bidang, tercetak, seharusnya)

    def beda_dari(self, n: Sequence[int]) -> Temuan | None:
        """The finding when a breakdown of respondents does not add up to their number; fewer may have left it blank."""
        if self.tercetak is None or not n or self.benar in n or self.tercetak in n:
            return None
        jumlah = self.benar if self.benar is not None else self.tercetak
        kurang = jumlah < n[0]
        akhir = "Tambahkan baris 'tidak mengisi', atau periksa jumlahnya." if kurang else "Periksa jumlah tiap baris."
        kalimat = (
            f"Rincian responden pada tabel '{self.contoh.tabel}' berjumlah {ribuan(jumlah)}, padahal respondennya "
            f"{deret((ribuan(x) for x in n), 'atau')}. {akhir}"
        )
        tingkat = Tingkat.PERINGATAN if kurang else Tingkat.GALAT
        return self._temuan(tingkat, "n", str(jumlah), str(n[0]), kalimat)


def _jumlah(isi: Sequence[int | None]) -> int | None:
    """Sum of the counts; None when one is missing."""
    ada = [x for x in isi if x is not None]
    return sum(ada) if ada and len(ada) == len(isi) else None


def _bandingkan_n(fakta: Fakta, tabel: _Tabel) -> Iterator[Temuan]:
    """A breakdown whose title speaks of respondents, against the number of respondents of the same unit and period."""
    r = tabel.contoh
    if TABEL_RESPONDEN not in lipat(r.tabel).split():
        return
    if r.upp_id is None:
        indeks = fakta.rekap.instansi.get(r.periode)
        n = {None if indeks is None else indeks.jumlah_responden}
    else:
        hasil = fakta.hasil(r.upp_id, r.periode)
        n = {None if hasil is None else hasil.n}
        n |= {b.jumlah_responden for b in fakta.baris if (b.upp_id, b.periode, b.layanan) == (r.upp_id, r.periode, None)}
    temuan = tabel.beda_dari([x for x in n if x])
    if temuan is not None:
        yield temuan
