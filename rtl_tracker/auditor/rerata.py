"""Printed means: semester and annual rows of a unit (IKM-06), and the row of the instansi (IKM-07)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.auditor.cetak_baris import cetak_baris, hitung_selang
from rtl_tracker.auditor.fakta import BarisTerukur, Fakta
from rtl_tracker.auditor.sebutan import deret, koma
from rtl_tracker.auditor.selang import Selang, dibulatkan, dipotong
from rtl_tracker.auditor.selang_hasil import (
    Bidang,
    Pilih,
    SelangHasil,
    apa_adanya,
    lebar,
    rerata_polos,
    rerata_semester,
    rerata_tahunan,
    selang_baris,
    selang_terukur,
)
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.angka import bulatkan, desimal_tercetak
from rtl_tracker.domain.hasil import BarisHasil, Skala
from rtl_tracker.domain.pengaturan import AgregasiInstansi, Pengaturan, RerataPeriode
from rtl_tracker.domain.periode import NAMA_PERIODE, SEMESTER, Periode
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur

SEBUTAN_RERATA = {
    RerataPeriode.BERTINGKAT: "rata-rata bertingkat (triwulan, semester, tahun)",
    RerataPeriode.SEMUA: "rata-rata semua periode",
    RerataPeriode.BERBOBOT: "rata-rata berbobot jumlah responden",
}
SEBUTAN_AGREGASI = {
    AgregasiInstansi.RERATA_UPP: "rata-rata IKM unit",
    AgregasiInstansi.GABUNGAN_RESPONDEN: "gabungan seluruh responden",
    AgregasiInstansi.RERATA_UNSUR: "rumus atas rata-rata tiap unsur",
}
DEKAT = Fraction(1, 100)
BANYAK_UNIT = 20


@dataclass(frozen=True, slots=True)
class Cetakan:
    """One printed mean: the text as printed, its factor to the NRR scale, and what may stand behind it."""

    nilai: Decimal
    skala: Fraction = Fraction(1)
    desimal: int | None = None

    @property
    def bulat(self) -> Selang:
        """True values if it was rounded."""
        return dibulatkan(self.nilai, self.desimal).kali(self.skala)

    @property
    def potong(self) -> Selang:
        """True values if it was cut off."""
        return dipotong(self.nilai, self.desimal).kali(self.skala)

    def seperti(self, nilai: Fraction) -> Decimal:
        """A computed value printed in the same way."""
        return bulatkan(nilai / self.skala, max(2, desimal_tercetak(self.nilai)))


@dataclass(frozen=True, slots=True)
class Putusan:
    """What explains a printed mean. `aturan`: another rule that does, in words; `terpotong`: only if it was cut off."""

    tingkat: Tingkat
    benar: Decimal
    aturan: str = ""
    terpotong: bool = False


def putuskan(cetak: Cetakan, resmi: Sequence[Selang | None], lain: Mapping[str, Sequence[Selang | None]]) -> Putusan | None:
    """None when the declared rule explains the print; `resmi` and `lain` give the intervals of each rule, the likeliest first."""
    calon = [s for s in resmi if s is not None]
    if not calon or any(s.beririsan(cetak.bulat) for s in calon):
        return None
    terpotong = next((s for s in calon if s.beririsan(cetak.potong)), None)
    if terpotong is not None:
        return Putusan(Tingkat.INFO, cetak.seperti(terpotong.tengah), terpotong=True)
    benar = cetak.seperti(calon[0].tengah)
    for sebutan, selang in lain.items():
        if any(s is not None and s.beririsan(cetak.bulat) for s in selang):
            return Putusan(Tingkat.PERINGATAN, benar, sebutan)
    return Putusan(Tingkat.GALAT, benar)


def ikm_06(fakta: Fakta) -> Iterator[Temuan]:
    """A semester or annual row that is not the mean of its periods; the rule that fits is named. The unsur of a row in one finding."""
    terukur: dict[int, list[BarisTerukur]] = {}
    for t in fakta.terukur:
        terukur.setdefault(t.upp_id, []).append(t)
    for upp_id, rata in fakta.rata_tercetak.items():
        unit = _Unit(terukur.get(upp_id, []), rata, fakta.pengaturan)
        for periode, baris in rata.items():
            putusan = {b: p for b, c in _cetakan(baris).items() if (p := _putusan_baris(fakta, unit, periode, b, c))}
            ikm = putusan.pop("ikm", None)
            if ikm is not None:
                yield _temuan_ikm(fakta, baris, ikm)
            if putusan:
                yield _temuan_unsur(fakta, baris, putusan)


class _Unit:
    """The measured periods of one unit and its printed semester means, as intervals of either kind."""

    def __init__(self, terukur: Sequence[BarisTerukur], rata: Mapping[Periode, BarisHasil], pengaturan: Pengaturan) -> None:
        self.menurut: dict[Pilih, dict[Periode, SelangHasil]] = {
            p: selang_terukur(terukur, p, pengaturan) for p in (apa_adanya, lebar)
        }
        self.semester = {s: selang_baris(rata[s], apa_adanya) for s in SEMESTER if s in rata}

    def selang(self, periode: Periode, aturan: RerataPeriode, bidang: Bidang) -> list[Selang | None]:
        """The mean under a rule: from the digits as they stand, from printed semesters, from all that may stand behind the digits."""
        hasil: list[SelangHasil | None] = []
        if periode is Periode.TAHUNAN:
            hasil = [rerata_tahunan(self.menurut[apa_adanya], aturan)]
            if aturan is RerataPeriode.BERTINGKAT:
                hasil.append(rerata_tahunan(self.menurut[apa_adanya], aturan, self.semester))
            hasil.append(rerata_tahunan(self.menurut[lebar], aturan))
        else:
            hasil = [rerata_semester(self.menurut[p], periode, aturan) for p in (apa_adanya, lebar)]
        return [None if h is None else h.nilai.get(bidang) for h in hasil]


def _cetakan(baris: BarisHasil) -> dict[Bidang, Cetakan]:
    """The printed figures of a mean row. Its unsur lost their zeros together, or not at all."""
    skala = Fraction(1, 25) if baris.skala is Skala.KONVERSI else Fraction(1)
    hasil: dict[Bidang, Cetakan] = {u: Cetakan(x, skala) for u, x in baris.nilai.items()}
    if baris.ikm_tercetak is not None and not baris.kosong:
        hasil["ikm"] = Cetakan(baris.ikm_tercetak)
    return hasil


def _putusan_baris(fakta: Fakta, unit: _Unit, periode: Periode, bidang: Bidang, cetak: Cetakan) -> Putusan | None:
    declared = fakta.pengaturan.rerata_periode
    lain = {SEBUTAN_RERATA[a]: unit.selang(periode, a, bidang) for a in RerataPeriode if a is not declared}
    return putuskan(cetak, unit.selang(periode, declared, bidang), lain)


def _dari_unsur(fakta: Fakta, baris: BarisHasil) -> bool:
    """Whether the IKM of a mean row is the formula over its own unsur under the bobot of the instansi."""
    cetak = cetak_baris(baris)
    if not cetak.lengkap or cetak.ikm is None:
        return False
    return hitung_selang(cetak.nrr_longgar, fakta.pengaturan.bobot, fakta.pengaturan.pembulatan_tertimbang).beririsan(cetak.ikm)


def _temuan_ikm(fakta: Fakta, baris: BarisHasil, p: Putusan) -> Temuan:
    tercetak = baris.ikm_tercetak
    assert tercetak is not None
    tingkat, sebab = p.tingkat, _sebab(p, SEBUTAN_RERATA[fakta.pengaturan.rerata_periode])
    if p.tingkat is Tingkat.GALAT and _dari_unsur(fakta, baris):
        tingkat, sebab = Tingkat.PERINGATAN, "melainkan hasil rumus atas rata-rata unsur pada baris itu"
    kalimat = (
        f"IKM {NAMA_PERIODE[baris.periode]} tercetak {koma(tercetak)} bukan rata-rata periode-periodenya ({koma(p.benar)}), {sebab}."
        if not p.terpotong
        else f"IKM {NAMA_PERIODE[baris.periode]} tercetak {koma(tercetak)} tampak dipotong; dibulatkan menjadi {koma(p.benar)}."
    )
    return Temuan(
        "IKM-06", tingkat, kalimat, baris.upp_id, baris.periode, baris.layanan, "ikm_tercetak", str(tercetak), str(p.benar)
    )


def _temuan_unsur(fakta: Fakta, baris: BarisHasil, putusan: Mapping[Bidang, Putusan]) -> Temuan:
    """One finding for all unsur of the row, as heavy as the heaviest of them."""
    semua = {u: p for u, p in putusan.items() if isinstance(u, Unsur)}
    tingkat = next(t for t in Tingkat if any(p.tingkat is t for p in semua.values()))
    daftar = deret(f"{NAMA_PENDEK[u]} {koma(baris.nilai[u])} (seharusnya {koma(p.benar)})" for u, p in semua.items())
    pertama = next(u for u, p in semua.items() if p.tingkat is tingkat)
    akhir = _sebab(semua[pertama], SEBUTAN_RERATA[fakta.pengaturan.rerata_periode])
    if semua[pertama].terpotong:
        kalimat = f"Rata-rata unsur {NAMA_PERIODE[baris.periode]} tampak dipotong, bukan dibulatkan: {daftar}."
    else:
        kalimat = f"Nilai unsur {NAMA_PERIODE[baris.periode]} bukan rata-rata periode-periodenya, {akhir}: {daftar}."
    return Temuan("IKM-06", tingkat, kalimat, baris.upp_id, baris.periode, baris.layanan, pertama.value,
                  str(baris.nilai[pertama]), str(semua[pertama].benar))  # fmt: skip


def _sebab(p: Putusan, resmi: str) -> str:
    return f"melainkan {p.aturan}; aturan yang berlaku {resmi}" if p.aturan else "menurut aturan mana pun"


def ikm_07(fakta: Fakta) -> Iterator[Temuan]:
    """A printed figure of the instansi that its declared aggregation does not give; the one that fits is named."""
    per_unit = _Instansi(fakta)
    for (periode, kunci), teks in fakta.tercetak.items():
        bidang: Bidang | None = "ikm" if kunci == "ikm" else next((u for u in Unsur if u.value == kunci), None)
        if bidang is None or periode not in fakta.rekap.instansi:
            continue
        nilai = Decimal(teks)
        skala = Fraction(1, 25) if bidang != "ikm" and nilai > 4 else Fraction(1)
        cetak = Cetakan(nilai, skala)
        resmi = fakta.pengaturan.agregasi
        lain = {SEBUTAN_AGREGASI[a]: per_unit.selang(periode, a, bidang) for a in AgregasiInstansi if a is not resmi}
        dasar = per_unit.selang(periode, resmi, bidang)
        p = putuskan(cetak, dasar, lain) or (_terpotong(cetak, dasar) if bidang == "ikm" and per_unit.banyak else None)
        if p is None:
            continue
        sebutan = "IKM instansi" if bidang == "ikm" else f"Nilai {NAMA_PENDEK[bidang]} instansi"
        if p.terpotong:
            akhir = f"tampak dipotong, bukan dibulatkan; seharusnya {koma(p.benar)}"
        elif p.aturan:
            akhir = f"adalah {p.aturan}, sedangkan aturan yang berlaku {SEBUTAN_AGREGASI[resmi]} memberi {koma(p.benar)}"
        else:
            akhir = f"tidak diperoleh dengan cara mana pun; {SEBUTAN_AGREGASI[resmi]} memberi {koma(p.benar)}"
        kalimat = f"{sebutan} {NAMA_PERIODE[periode]} tercetak {koma(teks)} {akhir}."
        bidang_kolom = "ikm_tercetak" if bidang == "ikm" else bidang.value
        yield Temuan("IKM-07", p.tingkat, kalimat, None, periode, None, bidang_kolom, teks, str(p.benar))


def _terpotong(cetak: Cetakan, dasar: Sequence[Selang | None]) -> Putusan | None:
    """A printed mean of many that is the mean of the printed digits, cut off: they say so, though rounding unknown digits might too."""
    for selang in dasar:
        if selang is None:
            continue
        benar = bulatkan(selang.tengah, desimal_tercetak(cetak.nilai))
        if benar == cetak.nilai:
            return None
        if cetak.potong.memuat(selang.tengah):
            return Putusan(Tingkat.INFO, benar, terpotong=True)
    return None


class _Instansi:
    """The counting units of each period as intervals: derived from their measured periods, and as their mean rows are printed."""

    def __init__(self, fakta: Fakta) -> None:
        self.fakta = fakta
        terukur: dict[int, list[BarisTerukur]] = {}
        for t in fakta.terukur:
            terukur.setdefault(t.upp_id, []).append(t)
        self.dihitung = [r for r in fakta.rekap.upp if r.dihitung]
        self.banyak = len(self.dihitung) >= BANYAK_UNIT
        self.turunan: dict[Pilih, dict[int, dict[Periode, SelangHasil]]] = {
            pilih: {r.upp.id: selang_terukur(terukur.get(r.upp.id, []), pilih, fakta.pengaturan) for r in self.dihitung}
            for pilih in (apa_adanya, lebar)
        }

    def selang(self, periode: Periode, agregasi: AgregasiInstansi, bidang: Bidang) -> list[Selang | None]:
        """The figure of the instansi under an aggregation, the likeliest basis first."""
        if agregasi is AgregasiInstansi.GABUNGAN_RESPONDEN:
            nilai = self.fakta.rekap.instansi[periode].alternatif[agregasi] if bidang == "ikm" else None
            return [None if nilai is None else Selang(nilai, nilai).lebarkan(DEKAT)]
        dasar = [
            [s for r in self.dihitung if (s := self._unit(r.upp.id, periode, pilih, tercetak)) is not None]
            for pilih, tercetak in ((apa_adanya, False), (apa_adanya, True), (lebar, False))
        ]
        return [self._gabung(d, agregasi, bidang) for d in dasar]

    def _gabung(self, daftar: Sequence[SelangHasil], agregasi: AgregasiInstansi, bidang: Bidang) -> Selang | None:
        berindeks = [s for s in daftar if "ikm" in s.nilai]
        if not berindeks:
            return None
        rata = rerata_polos(berindeks).nilai
        if bidang != "ikm" or agregasi is AgregasiInstansi.RERATA_UPP:
            return rata.get(bidang)
        unsur = {u: rata[u] for u in Unsur if u in rata}
        pengaturan = self.fakta.pengaturan
        return hitung_selang(unsur, pengaturan.bobot, pengaturan.pembulatan_tertimbang) if len(unsur) == len(Unsur) else None

    def _unit(self, upp_id: int, periode: Periode, pilih: Pilih, tercetak: bool) -> SelangHasil | None:
        terukur = self.turunan[pilih][upp_id]
        cetak = self.fakta.rata_tercetak.get(upp_id, {})
        if tercetak and periode in cetak:
            return selang_baris(cetak[periode], apa_adanya)
        if periode in terukur:
            return terukur[periode]
        aturan = self.fakta.pengaturan.rerata_periode
        return rerata_tahunan(terukur, aturan) if periode is Periode.TAHUNAN else rerata_semester(terukur, periode, aturan)
