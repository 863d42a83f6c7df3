"""Rules of respondents: totals (DATA-01), samples (DATA-03), and printed rows against the answers behind them (DATA-06)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from rtl_tracker.auditor.angka_cetak import ribuan
from rtl_tracker.auditor.cetak_baris import cetak_baris
from rtl_tracker.auditor.fakta import BarisTerukur, Fakta
from rtl_tracker.auditor.sebutan import deret, koma, nama_periode
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.angka import bulatkan, desimal_tercetak
from rtl_tracker.domain.hasil import BarisHasil, Skala
from rtl_tracker.domain.pengaturan import AturanSampel
from rtl_tracker.domain.periode import SEMESTER, TRIWULAN_SEMESTER, Periode, semester_dari
from rtl_tracker.domain.sampel import N_CATATAN_KAKI, sampel_wajib
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur

KOLOM_N = "jumlah_responden"
NAMA_ATURAN = {AturanSampel.KREJCIE_MORGAN: "tabel Krejcie-Morgan", AturanSampel.UNSUR_10: "rumus (unsur + 1) x 10"}
BATAS_CALON = 64
Calon = tuple[int, ...]
"""Numbers of respondents that may be meant, the likeliest first; empty = not known."""


def data_01(fakta: Fakta) -> Iterator[Temuan]:
    """A printed number of respondents of a semester, a year or a whole unit that is not the sum of what it consists of."""
    terukur: dict[int, list[BarisTerukur]] = {}
    for t in fakta.terukur:
        terukur.setdefault(t.upp_id, []).append(t)
    baris: dict[int, list[BarisHasil]] = {}
    for b in fakta.baris:
        baris.setdefault(b.upp_id, []).append(b)
    for upp_id in fakta.unit:
        yield from _Unit(terukur.get(upp_id, []), baris.get(upp_id, [])).periksa()


def _jumlahkan(bagian: Iterable[Calon]) -> Calon:
    """Sums of one candidate of each part; empty when a part is not known."""
    hasil: Calon = (0,)
    for satu in bagian:
        hasil = tuple(dict.fromkeys(a + b for a in hasil for b in satu))[:BATAS_CALON]
    return hasil


class _Unit:
    """The numbers of one unit by layanan and period: of measured rows, and of printed means."""

    def __init__(self, terukur: Sequence[BarisTerukur], baris: Sequence[BarisHasil]) -> None:
        self.terukur: dict[str | None, dict[Periode, Calon]] = {}
        for t in terukur:
            self.terukur.setdefault(t.baris.layanan, {})[t.baris.periode] = _calon(t)
        rata = [b for b in baris if b.rata or b.periode not in self.terukur.get(b.layanan, {})]
        self.rata = [b for b in rata if b.jumlah_responden is not None]
        self.sendiri = [b for b in baris if b.layanan is None and b.jumlah_responden is not None]
        self.cetak = {(b.layanan, b.periode): b.jumlah_responden for b in self.rata if b.jumlah_responden is not None}
        self.layanan = dict.fromkeys(b.layanan for b in baris if b.layanan is not None)

    def periksa(self) -> Iterator[Temuan]:
        """Findings of the unit, one per printed number: against its periods, else against its layanan."""
        salah = []
        for b in self.rata:
            temuan = self._menurut_periode(b)
            if temuan is not None:
                salah.append(b)
                yield temuan
        for b in self.sendiri:
            temuan = None if b in salah else self._menurut_layanan(b)
            if temuan is not None:
                yield temuan

    def _n_periode(self, layanan: str | None) -> dict[Periode, Calon]:
        """Respondents of each measured period: of the unit the sum of its layanan where it has no row of its own."""
        milik = self.terukur.get(layanan, {})
        if layanan is not None:
            return milik
        per_layanan = [per for lay, per in self.terukur.items() if lay is not None]
        gabungan = {
            p: _jumlahkan(per[p] for per in per_layanan if p in per) for p in Periode if any(p in x for x in per_layanan)
        }
        return gabungan | milik

    def _bagian(self, layanan: str | None, periode: Periode) -> list[tuple[Calon, Calon]]:
        """Of each semester in the period that has data: respondents by measured periods, and as its mean row prints them."""
        n = self._n_periode(layanan)
        hasil: list[tuple[Calon, Calon]] = []
        for semester in SEMESTER:
            if periode not in (semester, Periode.TAHUNAN):
                continue
            asal = [semester] if semester in n else [p for p in TRIWULAN_SEMESTER[semester] if p in n]
            if asal:
                cetak = self.cetak.get((layanan, semester)) if periode is Periode.TAHUNAN else None
                hasil.append((_jumlahkan(n[p] for p in asal), () if cetak is None else (cetak,)))
        return hasil

    def _menurut_periode(self, b: BarisHasil) -> Temuan | None:
        bagian, n = self._bagian(b.layanan, b.periode), self._n_periode(b.layanan)
        dalam = [p for p in n if b.periode is Periode.TAHUNAN or p in (b.periode, *TRIWULAN_SEMESTER.get(b.periode, ()))]
        ukur, cetak = _jumlahkan(calon for calon, _ in bagian), _jumlahkan((*calon, *cetak) for calon, cetak in bagian)
        benar, tercetak = ukur or cetak, b.jumlah_responden
        boleh = {*benar, *cetak, *_jumlahkan(n[p] for p in dalam)}
        if tercetak is None or not bagian or not benar or tercetak in boleh:
            return None
        tampil = [p for p in dalam if p in SEMESTER or semester_dari(p) not in dalam]
        isi = " + ".join(f"{nama_periode(p)} {ribuan(n[p][0])}" for p in tampil if n[p])
        kalimat = (
            f"Jumlah responden {nama_periode(b.periode)} tercetak {ribuan(tercetak)}, padahal jumlah periodenya "
            f"{ribuan(benar[0])} ({isi}). Perbaiki jumlah ini, atau jumlah pada periode yang keliru."
        )
        return _temuan_n("DATA-01", Tingkat.GALAT, b, tercetak, benar[0], kalimat)

    def _menurut_layanan(self, b: BarisHasil) -> Temuan | None:
        ada = {lay: calon for lay in self.layanan if (calon := self._n_layanan(lay, b.periode)) is not None}
        tercetak, jumlah = b.jumlah_responden, _jumlahkan(ada.values())
        if tercetak is None or not ada or not jumlah or tercetak in jumlah:
            return None
        if len(ada) < len(self.layanan) and tercetak > jumlah[0]:
            return None
        kalimat = (
            f"Jumlah responden {nama_periode(b.periode)} unit ini tercetak {ribuan(tercetak)}, padahal jumlah responden "
            f"layanannya {ribuan(jumlah[0])}. Samakan keduanya."
        )
        return _temuan_n("DATA-01", Tingkat.GALAT, b, tercetak, jumlah[0], kalimat)

    def _n_layanan(self, layanan: str, periode: Periode) -> Calon | None:
        """Respondents of a layanan in a period; None when it has no row there."""
        terukur = self.terukur.get(layanan, {}).get(periode)
        if terukur is not None or (layanan, periode) not in self.cetak:
            return terukur
        return (self.cetak[layanan, periode], *_jumlahkan(calon for calon, _ in self._bagian(layanan, periode)))


def _calon(t: BarisTerukur) -> Calon:
    calon = (t.baris.jumlah_responden, None if t.tabulasi is None else t.tabulasi.n)
    if t.baris.kosong and calon == (None, None):
        return (0,)
    return tuple(dict.fromkeys(n for n in calon if n is not None))


def data_03(fakta: Fakta) -> Iterator[Temuan]:
    """Fewer than 30 respondents, or fewer than the sample that the declared rule requires; one finding per measured row."""
    aturan = fakta.pengaturan.aturan_sampel
    for t in fakta.terukur:
        b = t.baris
        n = b.jumlah_responden if t.tabulasi is None else t.tabulasi.n
        if not n:
            continue
        wajib = _wajib(b, aturan)
        if wajib is not None and n < wajib:
            populasi = f" dari {ribuan(b.populasi)} pengguna layanan" if b.populasi is not None else ""
            kalimat = (
                f"Responden {ribuan(n)} orang belum memenuhi sampel minimal {ribuan(wajib)} orang{populasi} menurut "
                f"{NAMA_ATURAN[aturan]}. Tambah responden, atau jelaskan dalam laporan."
            )
            yield _temuan_n("DATA-03", Tingkat.PERINGATAN, b, n, wajib, kalimat)
        elif n < N_CATATAN_KAKI and (wajib is None or b.populasi is None):
            kalimat = (
                f"Responden hanya {n} orang, kurang dari {N_CATATAN_KAKI}, sehingga indeksnya mudah berubah oleh beberapa "
                "jawaban saja. Tambah responden, atau beri catatan dalam laporan."
            )
            yield _temuan_n("DATA-03", Tingkat.PERINGATAN, b, n, N_CATATAN_KAKI, kalimat)


def _wajib(b: BarisHasil, aturan: AturanSampel) -> int | None:
    """The required number, never above the population. The plain rule of thumb holds for a unit, not for each layanan."""
    if aturan is AturanSampel.UNSUR_10 and b.layanan is not None and b.populasi is None:
        return None
    wajib = sampel_wajib(aturan, b.populasi)
    return wajib if wajib is None or b.populasi is None else min(wajib, b.populasi)


def data_06(fakta: Fakta) -> Iterator[Temuan]:
    """Printed numbers of respondents and values of unsur that the answers of the same row do not give."""
    for t in fakta.terukur:
        b, tabulasi = t.baris, t.tabulasi
        if tabulasi is None or not tabulasi.n:
            continue
        if b.jumlah_responden is not None and b.jumlah_responden not in (tabulasi.n, tabulasi.n_lengkap):
            kalimat = (
                f"Jumlah responden tercetak {ribuan(b.jumlah_responden)}, padahal kuesioner yang tersimpan "
                f"{ribuan(tabulasi.n)}. Samakan jumlahnya, atau lengkapi kuesioner yang belum dimasukkan."
            )
            yield _temuan_n("DATA-06", Tingkat.GALAT, b, b.jumlah_responden, tabulasi.n, kalimat)
        yield from _nilai_beda(b, tabulasi.nrr())


def _nilai_beda(b: BarisHasil, nrr: Mapping[Unsur, Fraction]) -> Iterator[Temuan]:
    """One finding for all values of a row that its answers do not give; info when they were merely cut off."""
    if b.kosong:
        return
    cetak = cetak_baris(b)
    beda = [u for u, s in cetak.nrr.items() if u in nrr and not s.memuat(nrr[u])]
    if not beda:
        return
    terpotong = all(cetak.nrr_longgar[u].memuat(nrr[u]) for u in beda)
    skala = 25 if b.skala is Skala.KONVERSI else 1
    benar = {u: bulatkan(nrr[u] * skala, max(2, desimal_tercetak(b.nilai[u]))) for u in beda}
    daftar = deret(f"{NAMA_PENDEK[u]} {koma(b.nilai[u])} (seharusnya {koma(benar[u])})" for u in beda)
    awal = "Nilai unsur tampak dipotong, bukan dibulatkan" if terpotong else "Nilai unsur tidak sesuai jawaban respondennya"
    tingkat = Tingkat.INFO if terpotong else Tingkat.GALAT
    pertama = beda[0]
    yield Temuan("DATA-06", tingkat, f"{awal}: {daftar}.", b.upp_id, b.periode, b.layanan, pertama.value,
                 str(b.nilai[pertama]), str(benar[pertama]))  # fmt: skip


def _temuan_n(aturan: str, tingkat: Tingkat, b: BarisHasil, tercetak: int, seharusnya: int, kalimat: str) -> Temuan:
    return Temuan(aturan, tingkat, kalimat, b.upp_id, b.periode, b.layanan, KOLOM_N, str(tercetak), str(seharusnya))
