"""T14: the answers of every respondent of one UPP and period, with the sums below (appendix)."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from operator import itemgetter

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.ikm import batas_rendah_tinggi, golongan, ikm_dari_unsur
from rtl_tracker.domain.mutu import mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.survei import Tabulasi
from rtl_tracker.domain.unsur import Unsur, kode_unsur, urutan_unsur
from rtl_tracker.formats import angka, bulat
from rtl_tracker.formats import jumlah as cetak_jumlah
from rtl_tracker.reports.tahunan.bahan import Lembar
from rtl_tracker.reports.tahunan.sebutan import daftar_unsur, sebut_ikm, sebut_mutu
from rtl_tracker.reports.word.elemen import Baris, Elemen, Kolom, Tabel

SATU_BLOK = 30


def _kolom(p: Pengaturan, awal: str, lebar: float) -> tuple[Kolom, ...]:
    return (
        Kolom(awal, 12, "kanan"),
        *(Kolom(kode_unsur(u, p.urutan_unsur), lebar, "kanan") for u in urutan_unsur(p.urutan_unsur)),
    )


def elemen_pengolahan(lembar: Sequence[Lembar], tabulasi: Tabulasi, p: Pengaturan) -> list[Elemen]:
    """The questionnaires (two columns of them when there are many), the sums, and the index with its bounds."""
    return [_tabel_jawaban(lembar, p), _ringkasan(tabulasi, p)]


def _tabel_jawaban(lembar: Sequence[Lembar], p: Pengaturan) -> Tabel:
    if len(lembar) <= SATU_BLOK:
        return Tabel(_kolom(p, "No", 14), _baris(lembar, p), ukuran_pt=8)
    tengah = -(-len(lembar) // 2)
    kosong = ("",) * (len(Unsur) + 1)
    kiri, kanan = _baris(lembar[:tengah], p), _baris(lembar[tengah:], p)
    baris = (k + next(kanan, kosong) for k in kiri)
    return Tabel(_kolom(p, "No", 7.4) + _kolom(p, "No", 7.4), baris, ukuran_pt=7.5)


def _baris(lembar: Sequence[Lembar], p: Pengaturan) -> Iterator[tuple[str, ...]]:
    ambil = itemgetter(*(list(Unsur).index(u) for u in urutan_unsur(p.urutan_unsur)))
    for nomor, isi in lembar:
        yield (nomor, *(cetak_jumlah(nilai, "") for nilai in ambil(isi)))


def _ringkasan(t: Tabulasi, p: Pengaturan) -> Tabel:
    nrr, urut = t.nrr(), urutan_unsur(p.urutan_unsur)
    jumlah, terisi = {u: t.jumlah_unsur(u) for u in Unsur}, {u: t.n_unsur(u) for u in Unsur}
    bobot = p.bobot.nilai()
    tertimbang = {u: x * bobot for u, x in nrr.items()}
    kolom = (Kolom("", 30), *(Kolom(kode_unsur(u, p.urutan_unsur), 12, "kanan") for u in urut), Kolom("Jumlah", 18, "kanan"))
    baris = (
        Baris(("Jumlah nilai", *(cetak_jumlah(jumlah[u]) for u in urut), cetak_jumlah(sum(jumlah.values())))),
        Baris(("Jawaban terisi", *(bulat(terisi[u]) for u in urut), bulat(sum(terisi.values())))),
        Baris(("NRR", *(angka(nrr.get(u)) for u in urut), angka(sum(nrr.values()) if nrr else None))),
        Baris(
            (
                "NRR tertimbang",
                *(angka(tertimbang.get(u), 3) for u in urut),
                angka(sum(tertimbang.values()) if nrr else None, 3),
            ),
            "total",
        ),
    )
    return Tabel(kolom, baris, catatan=_kalimat(t.n, nrr, p), ukuran_pt=8)


def _kalimat(n: int, nrr: Mapping[Unsur, Fraction], p: Pengaturan) -> str:
    ikm = ikm_dari_unsur(nrr, p.bobot, p.pembulatan_tertimbang)
    if ikm is None:
        return f"Responden {bulat(n)}. IKM tidak dihitung karena ada unsur tanpa jawaban."
    cetak = bulatkan(ikm, p.desimal_ikm)
    kalimat = f"Responden {bulat(n)}. **IKM {sebut_ikm(cetak, p)}, mutu {sebut_mutu(mutu(cetak), p)}.**"
    batas = batas_rendah_tinggi(nrr)
    if batas is None:
        return kalimat
    tengah, simpangan, bawah, atas = batas
    milik = golongan(nrr)
    kelompok = [(kata, [u for u in Unsur if milik.get(u) == kata.lower()]) for kata in ("Rendah", "Tinggi")]
    sebutan = "".join(f" {kata}: {daftar_unsur(u)}." for kata, u in kelompok if u)
    return (
        f"{kalimat} Rata-rata NRR {angka(tengah)}, simpangan baku {angka(simpangan, 3)}; "
        f"batas rendah {angka(bawah)} dan batas tinggi {angka(atas)}.{sebutan}"
    )
