"""Charts of the annual report, from the facts. The same charts are shown on the web."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.unsur import NAMA_PENDEK, NAMA_UNSUR, Unsur, kode_unsur, urutan_unsur
from rtl_tracker.reports import grafik
from rtl_tracker.reports.grafik import Grafik
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan


@dataclass(frozen=True, slots=True)
class DaftarGrafik:
    """The charts by the place they stand in; an empty tuple where the facts have nothing to draw."""

    tren_kecil: tuple[Grafik, ...]
    tren: tuple[Grafik, ...]
    peringkat: tuple[Grafik, ...]
    mutu_kelompok: tuple[Grafik, ...]
    unsur: tuple[Grafik, ...]
    peta_panas: tuple[Grafik, ...]
    sebaran: tuple[Grafik, ...]
    korelasi: tuple[Grafik, ...]
    terendah: tuple[Grafik, ...]
    realisasi: tuple[Grafik, ...]

    def semua(self) -> list[Grafik]:
        """Every chart once, in the order of the report."""
        return [
            *self.tren_kecil, *self.peringkat, *self.mutu_kelompok, *self.unsur, *self.terendah, *self.peta_panas,
            *self.tren, *self.sebaran, *self.korelasi, *self.realisasi,
        ]  # fmt: skip


def susun_grafik(f: FaktaTahunan) -> DaftarGrafik:
    """All charts for which there are facts. Nothing is drawn yet."""
    urut = f.hasil.peringkat_upp()
    deret = [(str(tahun), nilai) for tahun, nilai in f.tren.deret]
    return DaftarGrafik(
        tren_kecil=(grafik.tren("IKM", deret, kecil=True),) if len(deret) > 1 else (),
        tren=(grafik.tren("IKM", deret),) if len(deret) > 1 else (),
        peringkat=tuple(
            grafik.peringkat_upp([(b.nama, b.ikm, b.mutu.value) for b in urut if b.ikm is not None and b.mutu is not None])
        )
        if len(urut) > 1
        else (),
        mutu_kelompok=_mutu_kelompok(f),
        unsur=_unsur(f),
        peta_panas=_peta_panas(f),
        sebaran=_sebaran(f),
        korelasi=_korelasi(f),
        terendah=_terendah(f),
        realisasi=_realisasi(f),
    )


def cacah_mutu_kelompok(f: FaktaTahunan) -> list[tuple[str, tuple[int, int, int, int]]]:
    """(kelompok, number of counted UPP in A, B, C, D), in the order of the recap."""
    hitung: dict[str, list[int]] = {}
    for b in f.hasil.rekap:
        if b.dihitung and b.mutu is not None:
            hitung.setdefault(b.kelompok, [0, 0, 0, 0])[list(Mutu).index(b.mutu)] += 1
    return [(kelompok, (x[0], x[1], x[2], x[3])) for kelompok, x in hitung.items()]


def _mutu_kelompok(f: FaktaTahunan) -> tuple[Grafik, ...]:
    baris = cacah_mutu_kelompok(f)
    return (grafik.mutu_per_kelompok(baris),) if len(baris) > 1 else ()


def _unsur(f: FaktaTahunan) -> tuple[Grafik, ...]:
    urutan = f.pengaturan.urutan_unsur
    baris = [(kode_unsur(n.unsur, urutan), NAMA_UNSUR[n.unsur], n.konversi, n.mutu.value) for n in f.hasil.unsur]
    return (grafik.nilai_unsur(baris),) if baris else ()


def _label_unsur(f: FaktaTahunan) -> list[str]:
    return [f"{kode_unsur(u, f.pengaturan.urutan_unsur)} {NAMA_PENDEK[u]}" for u in urutan_unsur(f.pengaturan.urutan_unsur)]


def _peta_panas(f: FaktaTahunan) -> tuple[Grafik, ...]:
    baris: list[tuple[str, Sequence[Decimal | None]]] = [
        (b.nama, [b.konversi.get(u) for u in urutan_unsur(f.pengaturan.urutan_unsur)]) for b in f.hasil.rekap if b.konversi
    ]
    return tuple(grafik.peta_panas(_label_unsur(f), baris)) if len(baris) > 1 else ()


def _sebaran(f: FaktaTahunan) -> tuple[Grafik, ...]:
    if f.analisis.univariat is None:
        return ()
    per_unsur = {s.unsur: s.banyak for s in f.analisis.univariat.sebaran}
    urut = urutan_unsur(f.pengaturan.urutan_unsur)
    return (grafik.sebaran_jawaban([(label, per_unsur[u]) for label, u in zip(_label_unsur(f), urut, strict=True)]),)


def _korelasi(f: FaktaTahunan) -> tuple[Grafik, ...]:
    if f.analisis.bivariat is None:
        return ()
    rho: dict[frozenset[Unsur], Decimal] = {frozenset(p[:2]): p[2] for p in f.analisis.bivariat.pasangan}
    urut = urutan_unsur(f.pengaturan.urutan_unsur)
    nilai = [[Decimal(1) if a is b else rho.get(frozenset((a, b))) for b in urut] for a in urut]
    return (grafik.korelasi(_label_unsur(f), nilai),)


def _terendah(f: FaktaTahunan) -> tuple[Grafik, ...]:
    baris = [(NAMA_UNSUR[n.unsur], n.upp_terendah) for n in f.hasil.unsur if n.upp_terendah]
    return (grafik.unsur_terendah(baris),) if baris and f.hasil.indeks.upp_dihitung > 1 else ()


def _realisasi(f: FaktaTahunan) -> tuple[Grafik, ...]:
    """Mean realisasi per kelompok; nothing when no UPP reported."""
    kelompok: dict[str, list[tuple[Decimal | None, Decimal | None]]] = {}
    for b in f.tindak_lanjut.realisasi.baris:
        kelompok.setdefault(b.kelompok, []).append((b.dilaporkan, b.persen_terverifikasi))
    baris = [(nama, _rata([x[0] for x in isi]), _rata([x[1] for x in isi])) for nama, isi in kelompok.items()]
    return tuple(grafik.realisasi(baris)) if any(dilaporkan is not None for _, dilaporkan, _ in baris) else ()


def _rata(nilai: Sequence[Decimal | None]) -> Decimal | None:
    ada = [x for x in nilai if x is not None]
    return sum(ada, Decimal(0)) / len(ada) if ada else None
