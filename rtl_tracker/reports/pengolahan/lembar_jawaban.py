"""The sheet of one period: an answer a cell, and below them the formulas from the sums to the index (spec 3.3 T14, 3.6)."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from openpyxl.utils import get_column_letter

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.ikm import batas_rendah_tinggi, golongan, konversi
from rtl_tracker.domain.pengaturan import Bobot, Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.domain.survei import Nilai as NilaiJawaban
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur, kode_unsur, urutan_unsur
from rtl_tracker.formats import angka, bulat
from rtl_tracker.reports.buku_excel import FORMAT_BULAT, Kaki, Kolom, Lembar, Nilai, Rumus
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import TANPA_NAMA, masa
from rtl_tracker.reports.pengolahan.fakta import FaktaPengolahan, LembarPeriode, tertimbang
from rtl_tracker.reports.pengolahan.rumus import (
    FORMAT_PENUH,
    FORMAT_RINCI,
    TAMBAHAN_TERTIMBANG,
    TabelKelas,
    aturan,
    bila_ada,
    bulat_setengah_naik,
    format_desimal,
    indeks,
)

_HITUNGAN = (
    "Jumlah nilai",
    "Jawaban terisi",
    "NRR",
    "Bobot",
    "NRR tertimbang",
    "Nilai konversi",
    "Mutu unsur",
    "Golongan unsur",
)
_JUMLAH, _TERISI, _NRR, _BOBOT, _TERTIMBANG, _KONVERSI, _MUTU, _GOLONGAN = range(len(_HITUNGAN))
_UJUNG = get_column_letter(1 + len(Unsur))
TOLERANSI_GOLONGAN = "1E-9"


@dataclass(frozen=True, slots=True)
class Letak:
    """Where things stand on the sheet of a period: `awal` and `akhir` are the rows of the first and last answer."""

    awal: int
    akhir: int

    def hitungan(self, ke: int) -> int:
        """Row of a line of sums."""
        return self.akhir + 2 + ke

    def rentang(self, ke: int) -> str:
        """The nine cells of a line of sums."""
        return f"B{self.hitungan(ke)}:{_UJUNG}{self.hitungan(ke)}"

    def blok(self, ke: int = 0) -> int:
        """Row of a line of the block of the index: respondents, total, unrounded index, index, class, mean, SD, bounds."""
        return self.hitungan(len(_HITUNGAN)) + 1 + ke

    @property
    def nrr(self) -> int:
        """Row of the NRR."""
        return self.hitungan(_NRR)

    @property
    def indeks_penuh(self) -> str:
        """Cell of the unrounded index."""
        return f"B{self.blok(2)}"


def letak_lembar(f: FaktaPengolahan, satu: LembarPeriode) -> Letak:
    """Where things stand on the sheet of a period."""
    awal = _kosong(f, satu).baris_pertama
    return Letak(awal, awal + len(satu.lembar) - 1)


def susun_lembar_jawaban(f: FaktaPengolahan, satu: LembarPeriode) -> Lembar:
    """The sheet of one period; blank answers stay blank cells."""
    letak, urut = letak_lembar(f, satu), urutan_unsur(f.pengaturan.urutan_unsur)
    tempat = [list(Unsur).index(u) for u in urut]
    kosong = _kosong(f, satu)
    return Lembar(
        kosong.nama,
        kosong.pengantar,
        kosong.kolom,
        [(_nomor(nomor), *(_isi(isi[i]) for i in tempat)) for nomor, isi in satu.lembar],
        (Kaki(), *_hitungan(f.pengaturan, satu, letak), Kaki(), *_blok(f.pengaturan, satu, letak)),
    )


def kolom_unsur(p: Pengaturan) -> tuple[Kolom, ...]:
    """Heads of the nine unsur in the declared order."""
    return tuple(
        Kolom(f"{kode_unsur(u, p.urutan_unsur)} {NAMA_PENDEK[u]}", 13, tengah=True) for u in urutan_unsur(p.urutan_unsur)
    )


def _kosong(f: FaktaPengolahan, satu: LembarPeriode) -> Lembar:
    """The sheet before its rows."""
    lain = (
        f"IKM unit pada rekapitulasi {angka(satu.ikm_rekap, f.pengaturan.desimal_ikm)}: sebagian hasil disampaikan sebagai rekap tanpa "
        "jawaban, sehingga tidak sama dengan lembar ini."
    )
    pengantar = (
        f"Pengolahan data SKM {f.nama_unit} {masa(f.tahun, satu.periode)}",
        f"{f.pengaturan.nama or TANPA_NAMA}; {bulat(satu.tabulasi.n)} responden",
        *aturan(f.pengaturan),
        *((lain,) if satu.ikm_rekap is not None else ()),
    )
    return Lembar(
        NAMA_PERIODE[satu.periode], pengantar, (Kolom("No. responden", 23, tengah=True), *kolom_unsur(f.pengaturan)), ()
    )


def _isi(nilai: NilaiJawaban | None) -> int | Decimal | None:
    """An answer; the mean of several questions as a decimal of 28 digits, more than any spreadsheet keeps."""
    return Decimal(nilai.numerator) / nilai.denominator if isinstance(nilai, Fraction) else nilai


def _nomor(nomor: str) -> str | int:
    """A number where it is one; leading zeros stay."""
    return int(nomor) if nomor.isascii() and nomor.isdigit() and str(int(nomor)) == nomor else nomor


def _hitungan(p: Pengaturan, satu: LembarPeriode, letak: Letak) -> list[Kaki]:
    """Lines of sums over the nine columns."""
    t = satu.tabulasi
    nrr, kelas, desimal = t.nrr(), TabelKelas(letak.blok(1), p), p.pembulatan_tertimbang
    konv = {u: Fraction(bulatkan(konversi(x))) for u, x in nrr.items()}
    gol = golongan(nrr)
    isi: dict[int, Callable[[str, Unsur], Rumus | Decimal]] = {
        _JUMLAH: lambda k, u: Rumus(f"SUM({k}{letak.awal}:{k}{letak.akhir})", t.jumlah_unsur(u), FORMAT_RINCI if t.pecahan else FORMAT_BULAT),
        _TERISI: lambda k, u: Rumus(f"COUNT({k}{letak.awal}:{k}{letak.akhir})", t.n_unsur(u), FORMAT_BULAT),
        _NRR: lambda k, u: Rumus(_nrr(k, letak), bila_ada(nrr.get(u)), FORMAT_RINCI),
        _BOBOT: lambda k, u: Rumus("1/9", p.bobot.nilai(), FORMAT_RINCI) if p.bobot is Bobot.SEPERSEMBILAN else Decimal(p.bobot.value),
        _TERTIMBANG: lambda k, u: Rumus(
            _bila_nrr(k, letak, _kali(k, letak, desimal)), tertimbang(nrr[u], p) if u in nrr else "", format_desimal(desimal or 4)
        ),
        _KONVERSI: lambda k, u: Rumus(_bila_nrr(k, letak, bulat_setengah_naik(f"25*{k}{letak.nrr}", 2)), bila_ada(konv.get(u))),
        _MUTU: lambda k, u: kelas.huruf(f"{k}{letak.hitungan(_KONVERSI)}", konv.get(u)),
        _GOLONGAN: lambda k, u: Rumus(_rumus_golongan(k, letak), gol.get(u, "")),
    }  # fmt: skip
    urut = [(get_column_letter(ke), u) for ke, u in enumerate(urutan_unsur(p.urutan_unsur), start=2)]
    return [Kaki((nama, *(isi[ke](k, u) for k, u in urut)), berwarna=True) for ke, nama in enumerate(_HITUNGAN)]


def _nrr(k: str, letak: Letak) -> str:
    terisi = f"{k}{letak.hitungan(_TERISI)}"
    return f'IF({terisi}=0,"",{k}{letak.hitungan(_JUMLAH)}/{terisi})'


def _kali(k: str, letak: Letak, desimal: int | None) -> str:
    kali = f"{k}{letak.nrr}*{k}{letak.hitungan(_BOBOT)}"
    return kali if desimal is None else bulat_setengah_naik(kali, desimal, TAMBAHAN_TERTIMBANG)


def _bila_nrr(k: str, letak: Letak, rumus: str) -> str:
    return f'IF({k}{letak.nrr}="","",{rumus})'


def _rumus_golongan(k: str, letak: Letak) -> str:
    """Low or high in the Bengkayang manner; nine equal NRR are neither, whatever binary numbers make of their mean."""
    nrr, bawah, atas = f"{k}{letak.nrr}", f"$B${letak.blok(7)}", f"$B${letak.blok(8)}"
    tinggi = f'IF({nrr}>{atas}+{TOLERANSI_GOLONGAN},"tinggi","")'
    return f'IF(OR({nrr}="",{bawah}=""),"",IF({nrr}<{bawah}-{TOLERANSI_GOLONGAN},"rendah",{tinggi}))'


def _blok(p: Pengaturan, satu: LembarPeriode, letak: Letak) -> list[Kaki]:
    """The index with the classes beside it, and the spread of the NRR."""
    nrr, ikm = satu.tabulasi.nrr(), satu.ikm
    total, penuh = f"B{letak.blok(1)}", letak.indeks_penuh
    kelas = TabelKelas(letak.blok(1), p)
    rentang = letak.rentang(_TERTIMBANG)
    nilai: tuple[tuple[str, Nilai], ...] = (
        ("Jumlah responden", Rumus(f"ROWS(A{letak.awal}:A{letak.akhir})", satu.tabulasi.n, FORMAT_BULAT)),
        ("Jumlah NRR tertimbang", Rumus(f'IF(COUNT({rentang})<{len(Unsur)},"",SUM({rentang}))',
                                        "" if ikm is None else ikm / 25, format_desimal(p.pembulatan_tertimbang or 4))),
        ("IKM belum dibulatkan", Rumus(f'IF({total}="","",25*{total})', bila_ada(ikm), FORMAT_PENUH)),
        ("IKM", indeks(penuh, ikm, p)),
        ("Mutu", kelas.mutu(penuh, ikm)),
        *zip(("Rata-rata NRR", "Simpangan baku NRR", "Batas rendah", "Batas tinggi"), _sebaran(nrr, letak), strict=True),
    )  # fmt: skip
    return kelas.kaki(dict(enumerate(nilai)))


def _sebaran(nrr: dict[Unsur, Fraction], letak: Letak) -> list[Rumus]:
    """Mean, sample SD and the two bounds of the nine NRR; nothing for fewer than two of them."""
    batas = batas_rendah_tinggi(nrr)
    nilai: tuple[Fraction | str, ...] = ("",) * 4 if batas is None else tuple(Fraction(x) for x in batas)
    rentang, tengah, baku = letak.rentang(_NRR), f"B{letak.blok(5)}", f"B{letak.blok(6)}"
    rumus = (f"AVERAGE({rentang})", f"STDEV({rentang})", f"{tengah}-{baku}", f"{tengah}+{baku}")
    return [Rumus(f'IF(COUNT({rentang})<2,"",{satu})', hasil, FORMAT_RINCI) for satu, hasil in zip(rumus, nilai, strict=True)]
