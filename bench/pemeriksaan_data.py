"""Bengkayang 2021 as a folder of CSV with everything its report printed; and the same with every figure computed anew."""

import csv
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from rtl_tracker.domain.angka import Angka, bulatkan
from rtl_tracker.domain.mutu import kelas_mutu
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur, UrutanUnsur, urutan_unsur

ASAL = Path(__file__).parents[2] / "shared" / "data" / "bengkayang_2021"
TAHUN = 2021
BOBOT = Fraction(111, 1000)
URUTAN = urutan_unsur(UrutanUnsur.KUESIONER)
APA_ADANYA = ("instansi", "respons", "rtl", "profil")
HITUNGAN_PEGAWAI = ("pns", "cpns", "jumlah")
Baris = Sequence[object]

_PER_UNSUR = (("ha_u", "2.3 hasil analisis", ""), ("lamp_jumlah_u", "lampiran", "jumlah:"), ("lamp_nrr_u", "lampiran", ""),
              ("lamp_nrrt_u", "lampiran", "tertimbang:"))  # fmt: skip
_EKSTREM = ("nilai_tertinggi", "nilai_terendah", "unsur_tertinggi", "unsur_terendah")
_ANGKA_UPP: tuple[tuple[str, str, str], ...] = (
    *((f"{kolom}{i}", bagian, f"{awalan}{u.value}") for kolom, bagian, awalan in _PER_UNSUR for i, u in enumerate(URUTAN, 1)),
    *((f"ha_{k}", "2.3 hasil analisis", k) for k in _EKSTREM),
    ("lamp_nrrt_total", "lampiran", "tertimbang"), ("lamp_ikm", "lampiran", "ikm"),
    ("lamp_ikm_baris", "lampiran, baris IKM", "ikm"), ("lamp_mutu", "lampiran, baris IKM", "kategori"),
    ("rekap_ikm", "rekap ringkasan", "ikm"), ("rekap_mutu", "rekap ringkasan", "kategori"),
    *((f"rekap_{k}", "rekap ringkasan", k) for k in _EKSTREM),
    ("rekap22_ikm", "rekap 2.2", "ikm"), ("rekap22_mutu", "rekap 2.2", "kategori"),
    *((f"rekap_{k}", "rekap 2.2", k) for k in _EKSTREM),
    ("narasi_ikm", "narasi 2.2", "ikm"), ("narasi_mutu", "narasi 2.2", "kategori"),
    *((f"narasi_{k}", "narasi 2.2", k) for k in _EKSTREM),
    ("narasi_unsur_saran", "narasi 2.2", "prioritas"),
    ("simpulan_ikm", "simpulan 3.1", "ikm"), ("simpulan_mutu", "simpulan 3.1", "kategori"),
    *((f"simpulan_{k}", "simpulan 3.1", k) for k in _EKSTREM[2:]),
)  # fmt: skip
"""(column of published.csv, section, key). The extremes of the recap stand twice: the table is printed again in 2.2."""
_ANGKA_INSTANSI: dict[tuple[str, str], str] = {
    ("rekapitulasi_ringkasan", "jumlah_ikm"): "jumlah_ikm", ("rekapitulasi_ringkasan", "rata_ikm"): "ikm",
    ("rekapitulasi_2.2", "jumlah_ikm"): "jumlah_ikm", ("rekapitulasi_2.2", "rata_ikm"): "ikm",
    ("analisis_2.3", "rata_nrr"): "", ("analisis_2.3_daftar", "rata_nrr"): "", ("analisis_2.3_peringkat", "rata_nrr"): "",
    ("naskah", "ikm"): "ikm", ("naskah", "mutu"): "kategori",
}  # fmt: skip
"""(section, figure) of instansi.csv -> key; "" = the unsur named there."""


def bengkayang(folder: Path, benar: bool, asal: Path = ASAL) -> Path:
    """Write the folder of CSV: as printed, or (`benar`) with every figure computed anew from the answers and the counts."""
    folder.mkdir(parents=True, exist_ok=True)
    sumber = _Sumber(asal)
    for nama in APA_ADANYA:
        shutil.copyfile(asal / "buku_kerja" / f"{nama}.csv", folder / f"{nama}.csv")
    lembar: dict[str, Iterable[Baris]] = {
        "upp": _upp(sumber), "hasil": _hasil(sumber, benar), "riwayat": _riwayat(sumber, benar),
        "tercetak": _tercetak(sumber, benar), "rincian": _rincian(sumber, benar), "naskah": _naskah(sumber, benar),
    }  # fmt: skip
    for nama, baris in lembar.items():
        with (folder / f"{nama}.csv").open("w", encoding="utf-8", newline="") as berkas:
            csv.writer(berkas, lineterminator="\n").writerows(baris)
    return folder


@dataclass(frozen=True)
class _Hitungan:
    """What the answers of one unit give."""

    jumlah: Mapping[Unsur, int]
    n: int

    @cached_property
    def nrr(self) -> dict[Unsur, Fraction]:
        return {u: Fraction(self.jumlah[u], self.n) for u in URUTAN}

    @property
    def ikm(self) -> Decimal:
        return bulatkan(25 * BOBOT * sum(self.nrr.values()))

    def ekstrem(self, kunci: str) -> tuple[Fraction, list[Unsur]]:
        """The highest or lowest value and all unsur that have it."""
        nilai = (max if kunci.endswith("tertinggi") else min)(self.nrr.values())
        return nilai, [u for u in URUTAN if self.nrr[u] == nilai]

    def angka(self, kunci: str) -> str:
        """What must stand under a key of the sheet tercetak."""
        awalan, _, unsur = kunci.rpartition(":")
        if kunci == "ikm":
            return str(self.ikm)
        if kunci == "kategori":
            return _mutu(self.ikm)
        if kunci == "tertimbang":
            return str(bulatkan(BOBOT * sum(self.nrr.values())))
        if kunci.startswith("nilai_"):
            return str(bulatkan(self.ekstrem(kunci)[0]))
        if kunci.startswith("unsur_") or kunci == "prioritas":
            return ";".join(u.value for u in self.ekstrem(kunci)[1])
        if awalan == "jumlah":
            return str(self.jumlah[Unsur(unsur)])
        return str(bulatkan(self.nrr[Unsur(unsur)] * (BOBOT if awalan else 1)))


class _Sumber:
    """The tables of the data set, and what follows from the answers."""

    def __init__(self, asal: Path) -> None:
        self.upp, self.hasil = (_baca(asal / "buku_kerja" / f"{nama}.csv") for nama in ("upp", "hasil"))
        self.cetakan, self.riwayat, self.instansi, self.pegawai = (
            _baca(asal / f"{nama}.csv") for nama in ("published", "history", "instansi", "staff")
        )
        jumlah: dict[str, Counter[Unsur]] = defaultdict(Counter)
        n: Counter[str] = Counter()
        for b in _baca(asal / "responses.csv"):
            jumlah[b["upp"]] += Counter({u: int(b[f"u{i}"]) for i, u in enumerate(URUTAN, 1)})
            n[b["upp"]] += 1
        self.hitungan = {upp: _Hitungan(isi, n[upp]) for upp, isi in jumlah.items()}

    def angka_instansi(self, kunci: str) -> str:
        """What must stand under a key of the sheet tercetak for the instansi: sums and means over the units."""
        ikm = [h.ikm for h in self.hitungan.values()]
        rata = bulatkan(Fraction(sum(ikm)) / len(ikm))
        lain = {"jumlah_upp": str(len(ikm)), "jumlah_ikm": str(sum(ikm)), "ikm": str(rata), "kategori": _mutu(rata)}
        if kunci in lain:
            return lain[kunci]
        return str(bulatkan(sum(h.nrr[Unsur(kunci)] for h in self.hitungan.values()) / Fraction(len(ikm))))


def _baca(berkas: Path) -> list[dict[str, str]]:
    with berkas.open(encoding="utf-8", newline="") as isi:
        return list(csv.DictReader(isi))


def _mutu(ikm: Angka) -> str:
    return kelas_mutu(ikm).kinerja.upper()


def _upp(s: _Sumber) -> Iterator[Baris]:
    """The 17 units, and those that only the history names: they count in no mean."""
    yield [*s.upp[0], "ikut_rerata"]
    for b in s.upp:
        yield [*b.values(), "ya"]
    for b in s.riwayat:
        if not b["upp_2021"]:
            yield [b["upp"], *[""] * (len(s.upp[0]) - 1), "tidak"]


def _hasil(s: _Sumber, benar: bool) -> Iterator[Baris]:
    yield list(s.hasil[0])
    for b in s.hasil:
        h = s.hitungan[b["upp"]]
        baru = {u.value: h.angka(u.value) for u in URUTAN} | {
            "ikm_tercetak": h.angka("ikm"), "kategori_tercetak": h.angka("kategori"), "jumlah_responden": str(h.n),
        }  # fmt: skip
        yield list((b | baru if benar else b).values())


def _riwayat(s: _Sumber, benar: bool) -> Iterator[Baris]:
    """All years of the multi-year table; its last year carries the class and the difference. Then its row of means."""
    yield ["upp", "tahun", "ikm", "mutu_tercetak", "selisih_tercetak"]
    per_tahun: dict[int, list[Decimal]] = defaultdict(list)
    for b in s.riwayat:
        ikm = {t: Decimal(b[f"ikm_{t}"]) for t in range(2016, TAHUN + 1) if b[f"ikm_{t}"]}
        for tahun, nilai in ikm.items():
            per_tahun[tahun].append(nilai)
            mutu, selisih = (b["mutu_tercetak"], b["selisih_tercetak"]) if tahun == TAHUN else ("", "")
            if benar and tahun == TAHUN:
                mutu, selisih = _mutu(nilai), str(nilai - ikm[TAHUN - 1]) if selisih else ""
            yield [b["upp_2021"] or b["upp"], tahun, nilai, mutu, selisih]
    cetak = {(b["metrik"], b["kunci"]): b["nilai"] for b in s.instansi if b["bagian"] == "riwayat"}
    rata = {t: bulatkan(Fraction(sum(x)) / len(x)) if benar else Decimal(cetak["nilai_rata_rata", str(t)])
            for t, x in sorted(per_tahun.items())}  # fmt: skip
    for tahun, nilai in rata.items():
        mutu, selisih = (cetak["mutu", str(TAHUN)], cetak["selisih", str(TAHUN)]) if tahun == TAHUN else ("", "")
        if benar and tahun == TAHUN:
            mutu, selisih = _mutu(nilai), str(nilai - rata[TAHUN - 1])
        yield ["", tahun, nilai, mutu, selisih]


def _tercetak(s: _Sumber, benar: bool) -> Iterator[Baris]:
    """Figures of the units, then of the instansi. A total that was left empty is "-"; what nobody printed has no row."""
    yield ["bagian", "upp", "kunci", "nilai"]
    for b in s.cetakan:
        for kolom, bagian, kunci in _ANGKA_UPP:
            nilai = b[kolom] or ("-" if kunci == "tertimbang" else "")
            if nilai:
                yield [bagian, b["upp"], kunci, s.hitungan[b["upp"]].angka(kunci) if benar else nilai]
    for b in s.instansi:
        kunci = _kunci_instansi(b)
        if kunci is not None:
            yield [b["bagian"], "", kunci, s.angka_instansi(kunci) if benar else b["nilai"]]


def _kunci_instansi(b: Mapping[str, str]) -> str | None:
    if b["label"] == "UPP yang menyampaikan" or (b["metrik"], b["kunci"]) == ("jumlah_opd", str(TAHUN)):
        return "jumlah_upp"
    kunci = _ANGKA_INSTANSI.get((b["bagian"], b["metrik"]))
    return URUTAN[int(b["kunci"][1]) - 1].value if kunci == "" else kunci


def _rincian(s: _Sumber, benar: bool) -> Iterator[Baris]:
    """Staff by education: the tables, and the percentages of the paragraphs below them beside the counts of the table."""
    yield ["upp", "tabel", "rincian", "kolom", "jumlah", "persen_tercetak"]
    for upp, isi in _menurut_upp(s.pegawai).items():
        cacah = _cacah(isi)
        seluruh = cacah["Jumlah"]["jumlah"]
        for b in isi:
            label, banyak = b["pendidikan"], cacah[b["pendidikan"]]
            tampil = {k: str(banyak[k]) if benar else b[k] for k in HITUNGAN_PEGAWAI}
            bagian = str(bulatkan(Fraction(100 * banyak["jumlah"], seluruh), 0))
            yield [upp, b["tabel"], label, "PNS", tampil["pns"], ""]
            yield [upp, b["tabel"], label, "CPNS", tampil["cpns"], ""]
            yield [upp, b["tabel"], label, "", tampil["jumlah"], bagian if benar else b["persen_tercetak"]]
            narasi = b["persen_narasi"]
            if benar:
                narasi = bagian if banyak["jumlah"] and label != "Jumlah" else ""
            yield [upp, f"{b['tabel']} paragraf", label, "", banyak["jumlah"], narasi]


def _menurut_upp(daftar: Iterable[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    hasil: dict[str, list[dict[str, str]]] = {}
    for b in daftar:
        hasil.setdefault(b["upp"], []).append(b)
    return hasil


def _cacah(isi: Iterable[Mapping[str, str]]) -> dict[str, dict[str, int]]:
    """Counts of a table as they must be: rows from their columns, totals from the rows."""
    hasil = {b["pendidikan"]: {k: int(b[k]) for k in ("pns", "cpns")} for b in isi if b["pendidikan"] != "Jumlah"}
    hasil["Jumlah"] = {k: sum(x[k] for x in hasil.values()) for k in ("pns", "cpns")}
    return {label: {**x, "jumlah": x["pns"] + x["cpns"]} for label, x in hasil.items()}


def _naskah(s: _Sumber, benar: bool) -> Iterator[Baris]:
    """What list 2.2 promises of the unsur that it advises to raise, in other words; the corrected list tells the facts only."""
    yield ["bagian", "upp", "teks"]
    for b in s.cetakan:
        h = s.hitungan[b["upp"]]
        if benar:
            nilai = str(bulatkan(h.ekstrem("nilai_terendah")[0])).replace(".", ",")
            kelas = kelas_mutu(h.ikm).kinerja
            teks = f"IKM sebesar {str(h.ikm).replace('.', ',')} termasuk kategori {kelas}; nilai unsur terendah {nilai}."
            yield ["narasi 2.2", b["upp"], teks]
        elif b["narasi_unsur_saran"]:
            unsur = NAMA_PENDEK[URUTAN[int(b["narasi_unsur_saran"][1]) - 1]]
            yield ["narasi 2.2", b["upp"], f"Dengan meningkatkan unsur {unsur}, mutu pelayanan dapat mencapai Sangat Baik."]
