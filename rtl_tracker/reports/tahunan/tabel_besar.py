"""T1, the big table: every measured period of every UPP, then the means (landscape)."""

from collections.abc import Sequence

from rtl_tracker.domain.pengaturan import RerataPeriode
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur, kenali_unsur
from rtl_tracker.formats import angka, bulat
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.fakta_besar import BarisBesar
from rtl_tracker.reports.tahunan.narasi_pendahuluan import KALIMAT_AGREGASI
from rtl_tracker.reports.tahunan.sebutan import sebut_ikm, sebut_mutu
from rtl_tracker.reports.tahunan.tabel_dasar import kode, nama_berinduk, tanpa_kolom_kosong, unsur_urut
from rtl_tracker.reports.word.elemen import Baris, GayaBaris, Kolom, Tabel

RERATA: dict[RerataPeriode, str] = {
    RerataPeriode.BERTINGKAT: "Rata-rata semester dari triwulannya, rata-rata tahunan dari semesternya, tanpa pembobot.",
    RerataPeriode.SEMUA: "Rata-rata dari semua periode yang diukur.",
    RerataPeriode.BERBOBOT: "Rata-rata dengan pembobot jumlah responden.",
}
UPP_TERBANYAK_RINCI = 60
UNSUR_BERNAMA = 4
HURUF_RTL_RINCI, HURUF_RTL_RINGKAS = 420, 150
_GAYA: dict[str, GayaBaris] = {"terukur": "biasa", "semester": "subtotal", "tahunan": "subtotal", "instansi": "total"}


def teks_rtl(f: FaktaTahunan, rtl: Sequence[tuple[Unsur | None, str]], batas: int | None = None) -> str:
    """The planned actions of a row; a plan too long for the table is counted with its unsur, its text stands in the appendix.

    `batas`: letters that fit into the table; None = what suits the number of units.
    """
    if batas is None:
        batas = HURUF_RTL_RINCI if len(f.hasil.rekap) <= UPP_TERBANYAK_RINCI else HURUF_RTL_RINGKAS
    if sum(len(kegiatan) for _, kegiatan in rtl) <= batas:
        return "\n".join(f"{i}. {kegiatan}" if len(rtl) > 1 else kegiatan for i, (_, kegiatan) in enumerate(rtl, start=1))
    unsur = [u for u in unsur_urut(f) if any(u is milik for milik, _ in rtl)]
    sebut = f" ({', '.join(kode(f, u) for u in unsur)})" if unsur else ""
    return f"{bulat(len(rtl))} RTL{sebut}; rincian pada lampiran tindak lanjut"


def tabel_besar(f: FaktaTahunan) -> Tabel:
    """T1: one row per measured period, then means; No and UPP merged down; last rows the instansi.

    Columns that nobody filled (method, RTL, realisasi) fall away.
    """
    p = f.pengaturan
    lebar_unsur = 8.2 if f.hasil.skala_nrr else 10.2
    kolom = (
        Kolom("No", 6.5, "kanan"), Kolom(p.istilah_unit, 22), Kolom("Periode", 15.5), *(Kolom(kode(f, u), lebar_unsur, "kanan") for u in unsur_urut(f)),
        Kolom("IKM", 10.8, "kanan"), Kolom("Kategori", 12.8), Kolom("Jumlah respon-den", 12.4, "kanan"), Kolom("Metode SKM", 12),
        Kolom("Unsur prioritas perbaikan", 20), Kolom("Rencana Tindak Lanjut", 41), Kolom("Realisasi Tindak Lanjut Periode Sebelum-nya (%)", 14.2, "kanan"),
    )  # fmt: skip
    baris = [_baris_besar(f, b, sebelum) for b, sebelum in zip(f.hasil.besar, (None, *f.hasil.besar[:-1]), strict=True)]
    catatan = f"{RERATA[p.rerata_periode]} Baris terakhir: {KALIMAT_AGREGASI[p.agregasi].format(unit=p.istilah_unit)}."
    tabel = Tabel(
        kolom, (), "T1", f"Hasil SKM per {p.istilah_unit} dan periode, tahun {f.tahun}", catatan=catatan, ukuran_pt=6.5
    )
    return tanpa_kolom_kosong(tabel, baris, 15)


def sebut_prioritas(f: FaktaTahunan, b: BarisBesar, bernama: int = UNSUR_BERNAMA) -> str:
    """The unsur the unit named (its own words where they name no unsur), else the computed lowest; codes alone above `bernama`."""
    tercetak = [teks.strip() for teks in b.prioritas_tercetak.split(";") if teks.strip()]
    unsur: list[Unsur | str] = [kenali_unsur(teks) or teks for teks in tercetak] or list(b.prioritas)
    if len(unsur) > bernama:
        return ", ".join(kode(f, u) if isinstance(u, Unsur) else u for u in unsur)
    return "; ".join(f"{kode(f, u)} {NAMA_PENDEK[u]}" if isinstance(u, Unsur) else u for u in unsur)


def _baris_besar(f: FaktaTahunan, b: BarisBesar, sebelum: BarisBesar | None) -> Baris:
    p = f.pengaturan
    urutan = {u: i for i, u in enumerate(Unsur)}
    sambung = sebelum is not None and (sebelum.no, sebelum.nama) == (b.no, b.nama)
    sel = (
        "" if b.no is None else str(b.no), nama_berinduk(b), b.periode, *(angka(b.nilai[urutan[u]]) for u in unsur_urut(f)),
        sebut_ikm(b.ikm, p), sebut_mutu(b.mutu, p), bulat(b.n), b.metode, sebut_prioritas(f, b), teks_rtl(f, b.rtl), angka(b.realisasi, kosong=""),
    )  # fmt: skip
    gaya: GayaBaris = _GAYA[b.jenis]
    gabung = frozenset({0, 1})
    return Baris(sel, gaya, lanjut=gabung if sambung else frozenset(), mulai=frozenset() if sambung else gabung)
