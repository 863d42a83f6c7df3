"""Tables of trend, answers and saran (sections 3.5 to 3.7)."""

from collections.abc import Iterator

from rtl_tracker.domain.tren import arah
from rtl_tracker.domain.unsur import NAMA_PENDEK, NAMA_UNSUR
from rtl_tracker.formats import angka, bulat, selisih
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.fakta_tren import BarisTren
from rtl_tracker.reports.tahunan.tabel_dasar import kode, unsur_urut
from rtl_tracker.reports.word.elemen import Baris, Kolom, Tabel


def tabel_tren(f: FaktaTahunan) -> Tabel:
    """T16: the instansi first, then every UPP; last row the share that measured."""
    p = f.pengaturan
    kolom = (
        Kolom("No", 8, "kanan"), Kolom(p.istilah_unit, 31), *(Kolom(str(t), 12, "kanan") for t in f.tren.tahun),
        Kolom("+/-", 13, "kanan"), Kolom("Mutu", 11, "tengah"), Kolom("Keterangan", 20),
    )  # fmt: skip
    baris = [
        Baris((str(no) if no else "", nama, *(angka(x, p.desimal_ikm) for x in b.nilai), selisih(b.selisih, p.desimal_ikm), b.mutu.value if b.mutu else "-",
               _keterangan_tren(f, b)), "biasa" if no else "induk")
        for no, (nama, b) in enumerate([(p.nama, f.tren.instansi), *((b.nama, b) for b in f.tren.upp)])
    ]  # fmt: skip
    baris.append(
        Baris(("", f"{p.istilah_unit} yang mengukur", *(bulat(n) for n, _ in f.tren.persen_mengukur), "", "", ""), "subtotal")
    )
    baris.append(
        Baris(
            ("", f"{p.istilah_unit} yang mengukur (%)", *(angka(x) for _, x in f.tren.persen_mengukur), "", "", ""), "subtotal"
        )
    )
    catatan = f"+/- adalah selisih nilai tercetak tahun {f.tahun} dan {f.tahun - 1}; “-” berarti tidak diukur atau tidak tersedia. Persentase {p.istilah_unit} yang mengukur dihitung dari {p.istilah_unit} yang tercatat tahun {f.tahun}."
    judul = f"IKM antartahun per {p.istilah_unit}, {f.tren.tahun[0]}–{f.tahun}"
    return Tabel(kolom, tuple(baris), "T16", judul, catatan=catatan, ukuran_pt=8)


def _keterangan_tren(f: FaktaTahunan, b: BarisTren) -> str:
    """The change in a word, or why there is none."""
    if b.nilai[-1] is None:
        return f"tanpa hasil {f.tahun}"
    if b.selisih is None:
        return "data pertama" if not any(x is not None for x in b.nilai[:-1]) else f"tanpa hasil {f.tahun - 1}"
    return arah(b.selisih)


def tabel_sebaran(f: FaktaTahunan) -> Tabel | None:
    """Counts and per cent of the answers 1-4 per unsur."""
    if f.analisis.univariat is None:
        return None
    kolom = (
        Kolom("Unsur", 34), *(Kolom(judul, w, "kanan") for _ in range(4) for judul, w in (("n", 12), ("%", 13))), Kolom("Kosong", 17, "kanan"),
    )  # fmt: skip
    kepala = (("", 1), ("1 tidak baik", 2), ("2 kurang baik", 2), ("3 baik", 2), ("4 sangat baik", 2), ("", 1))
    per_unsur = {s.unsur: s for s in f.analisis.univariat.sebaran}
    baris = tuple(
        (f"{kode(f, u)} {NAMA_PENDEK[u]}",
         *(x for b, q in zip(per_unsur[u].banyak, per_unsur[u].persen, strict=True) for x in (bulat(b), angka(q))), bulat(per_unsur[u].kosong))
        for u in unsur_urut(f)
    )  # fmt: skip
    return Tabel(
        kolom,
        baris,
        "SEBARAN",
        "Sebaran jawaban per unsur",
        kepala_atas=kepala,
        catatan="Persentase dari jawaban yang terisi.",
        ukuran_pt=8.5,
    )


SARAN_PER_UNSUR = 10


def tabel_saran(f: FaktaTahunan) -> Tabel | None:
    """Saran grouped by unsur; a long group shows its first ones and counts the rest."""
    if f.analisis.saran is None:
        return None
    kolom = (Kolom("Unsur", 38), Kolom("Saran", 84), Kolom(f.pengaturan.istilah_unit, 40))
    return Tabel(kolom, tuple(_baris_saran(f)), "SARAN", f"Saran responden menurut unsur, tahun {f.tahun}", ukuran_pt=8.5)


def _baris_saran(f: FaktaTahunan) -> Iterator[Baris]:
    for unsur, isi in f.analisis.saran.per_unsur if f.analisis.saran else ():
        nama = f"{NAMA_UNSUR[unsur] if unsur else 'Umum'} ({bulat(len(isi))})"
        for i, (upp, teks) in enumerate(isi[:SARAN_PER_UNSUR]):
            yield Baris(
                (nama if not i else "", teks, upp),
                mulai=frozenset() if i else frozenset({0}),
                lanjut=frozenset({0}) if i else frozenset(),
            )
        if len(isi) > SARAN_PER_UNSUR:
            yield Baris(("", f"dan {bulat(len(isi) - SARAN_PER_UNSUR)} saran lain", ""), lanjut=frozenset({0}))
