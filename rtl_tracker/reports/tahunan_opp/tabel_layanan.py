"""T2: table T1 with the jenis layanan and, in every row, NRR above konversi (landscape)."""

from collections.abc import Iterator
from itertools import groupby

from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.formats import angka, bulat
from rtl_tracker.reports.tahunan.narasi_pendahuluan import KALIMAT_AGREGASI
from rtl_tracker.reports.tahunan.sebutan import sebut_ikm, sebut_mutu
from rtl_tracker.reports.tahunan.tabel_besar import HURUF_RTL_RINGKAS, RERATA, sebut_prioritas, teks_rtl
from rtl_tracker.reports.tahunan.tabel_dasar import INDENTASI, kode, nama_berinduk, pilih_kolom, unsur_urut
from rtl_tracker.reports.tahunan_opp.fakta import FaktaOpp
from rtl_tracker.reports.tahunan_opp.fakta_layanan import BarisLayanan
from rtl_tracker.reports.word.elemen import Baris, GayaBaris, Kolom, Tabel

SEMUA_LAYANAN = "Semua layanan"
BARIS_SEKALI_NAMA = 12
"""A unit with more lines than these has its name again at every period, so that no page is without it."""
LAYANAN, METODE, RENCANA, REALISASI = 3, 16, 18, 19
_GAYA: dict[str, GayaBaris] = {"terukur": "biasa", "semester": "subtotal", "tahunan": "subtotal", "instansi": "total"}


def tabel_layanan(f: FaktaOpp) -> Tabel:
    """T2. Columns that nobody filled (layanan, method, RTL, realisasi) fall away; the rows are made while the file is written."""
    p = f.pengaturan
    jenis = ", periode, dan jenis layanan" if f.layanan.unit else " dan periode"
    tabel = Tabel(
        _kolom(f),
        (),
        "T2",
        f"Hasil SKM per {p.istilah_unit}{jenis}, tahun {f.dasar.tahun}",
        kepala_atas=(*[("", 1)] * 4, ("NRR (atas) dan nilai konversi (bawah)", 9), *[("", 1)] * 7),
        catatan=_catatan(f),
        ukuran_pt=6.5,
    )
    return pilih_kolom(tabel, _baris_tabel(f), _terisi(f))


def _kolom(f: FaktaOpp) -> tuple[Kolom, ...]:
    unit, ikm = f.pengaturan.istilah_unit, 10.2 + 1.4 * (f.pengaturan.desimal_ikm - 2)
    rencana = 26 if f.layanan.unit else 44
    return (
        Kolom("No", 6.5, "kanan"), Kolom(unit, 19.5), Kolom("Periode", 16.5), Kolom("Jenis layanan", 19),
        *(Kolom(kode(f.dasar, u), 10.2, "kanan") for u in unsur_urut(f.dasar)),
        Kolom("IKM", ikm, "kanan"), Kolom("Kategori", 14.8), Kolom("Jumlah respon-den", 12.2, "kanan"), Kolom("Metode SKM", 12.6),
        Kolom("Unsur prioritas perbaikan", 15), Kolom("Rencana Tindak Lanjut", rencana), Kolom("Realisasi Tindak Lanjut Periode Sebelumnya (%)", 18.4, "kanan"),
    )  # fmt: skip


def _terisi(f: FaktaOpp) -> list[int]:
    """The columns that say something, known from the facts before any row is made."""
    baris = f.layanan.baris
    ada = {
        LAYANAN: f.layanan.unit > 0,
        METODE: any(b.dasar.metode for b in baris),
        RENCANA: any(b.dasar.rtl for b in baris),
        REALISASI: any(b.dasar.realisasi is not None for b in baris),
    }
    return [i for i in range(REALISASI + 1) if ada.get(i, True)]


def _catatan(f: FaktaOpp) -> str:
    p = f.pengaturan
    kalimat = [RERATA[p.rerata_periode]]
    if any(b.gabungan for b in f.layanan.baris):
        kalimat.append(
            f"“{SEMUA_LAYANAN}” adalah nilai {p.istilah_unit}: dari gabungan jawaban semua layanannya; bila hanya rekap yang "
            "disampaikan, nilai yang disampaikan atau rata-rata layanannya."
        )
    kalimat.append(f"Baris terakhir: {KALIMAT_AGREGASI[p.agregasi].format(unit=p.istilah_unit)}.")
    return " ".join(kalimat)


def _baris_tabel(f: FaktaOpp) -> Iterator[Baris]:
    for _, milik in groupby(f.layanan.baris, key=lambda b: (b.dasar.no, b.dasar.nama)):
        unit = list(milik)
        berulang = len(unit) > BARIS_SEKALI_NAMA
        for i, b in enumerate(unit):
            baru = i == 0 or not b.terinci
            yield _satu_baris(f, b, nama=i == 0 or (berulang and baru), periode=baru)


def _satu_baris(f: FaktaOpp, b: BarisLayanan, *, nama: bool, periode: bool) -> Baris:
    """`nama` and `periode`: whether those columns begin anew here, or go on from the row above. Means are set off, those of layanan not."""
    p, d = f.pengaturan, b.dasar
    layanan = SEMUA_LAYANAN if b.gabungan else f"{INDENTASI * b.terinci}{b.layanan}"
    sel = (
        "" if d.no is None else str(d.no), nama_berinduk(d), d.periode, layanan, *_unsur(f, b),
        sebut_ikm(d.ikm, p), sebut_mutu(d.mutu, p), bulat(d.n), d.metode, sebut_prioritas(f.dasar, d, bernama=0), teks_rtl(f.dasar, d.rtl, HURUF_RTL_RINGKAS if f.layanan.unit else None),
        angka(d.realisasi, kosong=""),
    )  # fmt: skip
    mulai = frozenset([0, 1] * nama + [2] * periode)
    return Baris(sel, "biasa" if b.terinci else _GAYA[d.jenis], lanjut=frozenset((0, 1, 2)) - mulai, mulai=mulai)


def _unsur(f: FaktaOpp, b: BarisLayanan) -> Iterator[str]:
    letak = {u: i for i, u in enumerate(Unsur)}
    for u in unsur_urut(f.dasar):
        nrr, konversi = b.dasar.nilai[letak[u]], b.konversi[letak[u]]
        yield "-" if nrr is None else f"{angka(nrr)}\n{angka(konversi)}"
