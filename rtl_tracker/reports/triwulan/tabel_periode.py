"""Tables that only the recap has: comparison, T4 in the order of unsur, units by class; and T1 with every induk named."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import NAMA_UNSUR
from rtl_tracker.formats import angka, bulat, selisih, tanggal
from rtl_tracker.reports.tahunan import tabel_tindak_lanjut as tt
from rtl_tracker.reports.tahunan.fakta_hasil import BarisRekap
from rtl_tracker.reports.tahunan.sebutan import sebut_ikm, sebut_mutu
from rtl_tracker.reports.tahunan.tabel_besar import tabel_besar
from rtl_tracker.reports.tahunan.tabel_dasar import kode, nama_berinduk, tanpa_kolom_kosong, unsur_urut
from rtl_tracker.reports.triwulan.fakta import FaktaPeriode
from rtl_tracker.reports.triwulan.fakta_banding import FaktaBanding
from rtl_tracker.reports.triwulan.narasi_awal import AGREGASI, SEMESTER_DARI
from rtl_tracker.reports.triwulan.sebutan_periode import pada_periode, sebut_periode, sebut_saat
from rtl_tracker.reports.word.elemen import Baris, Kolom, Tabel

PERSEN = ("dilaporkan", "terverifikasi")
LEBAR_PERSEN = 24.0
SKOR = "Skor menurut PEKPPP F-01."


def tabel_banding(f: FaktaPeriode, b: FaktaBanding) -> Tabel:
    """The index of this period and of the earlier ones it is compared with."""
    p, i = f.pengaturan, f.dasar.hasil.indeks
    kolom = (
        Kolom("Periode", 44), Kolom("IKM", 18, "kanan"), Kolom("Mutu", 32), Kolom(f"{p.istilah_unit} dihitung", 20, "kanan"),
        Kolom("Responden", 21, "kanan"), Kolom("Perubahan", 20, "kanan"),
    )  # fmt: skip
    kini = (sebut_periode(f), sebut_ikm(i.ikm, p), sebut_mutu(i.mutu, p), bulat(i.upp_dihitung), bulat(i.jumlah_responden), "")
    baris = [
        Baris((sebut_saat(x.saat), angka(x.ikm, p.desimal_ikm), sebut_mutu(x.mutu, p), bulat(x.upp), bulat(x.n), selisih(x.selisih, p.desimal_ikm)))
        for x in b.pembanding
    ]  # fmt: skip
    catatan = f"Perubahan adalah nilai {sebut_periode(f)} dikurangi nilai periode pada baris itu."
    return Tabel(
        kolom,
        (Baris(kini, "subtotal"), *baris),
        "BANDING",
        "IKM instansi dan periode sebelumnya",
        catatan=catatan,
        ukuran_pt=8.5,
    )


def tabel_banding_unsur(f: FaktaPeriode, b: FaktaBanding) -> Tabel:
    """Konversi of every unsur then and now."""
    kolom = (
        Kolom("Kode", 14, "tengah"), Kolom("Unsur", 60), Kolom(sebut_saat(b.acuan.saat), 27, "kanan"),
        Kolom(sebut_periode(f), 27, "kanan"), Kolom("Perubahan", 24, "kanan"),
    )  # fmt: skip
    baris = tuple(
        (kode(f.dasar, x.unsur), NAMA_UNSUR[x.unsur], angka(x.lalu), angka(x.kini), selisih(x.selisih))
        for x in b.unsur
        if x.unsur is not None
    )
    return Tabel(kolom, baris, "BANDING_UNSUR", "Perubahan nilai konversi unsur instansi", ukuran_pt=8.5)


def tabel_banding_unit(f: FaktaPeriode, b: FaktaBanding) -> Tabel:
    """IKM of every unit then and now, in the order of the units."""
    p = f.pengaturan
    kolom = (
        Kolom("No", 9, "kanan"), Kolom(p.istilah_unit, 76), Kolom(sebut_saat(b.acuan.saat), 24, "kanan"),
        Kolom(sebut_periode(f), 24, "kanan"), Kolom("Perubahan", 22, "kanan"),
    )  # fmt: skip
    baris = tuple(
        (str(no), x.nama, angka(x.lalu, p.desimal_ikm), angka(x.kini, p.desimal_ikm), selisih(x.selisih, p.desimal_ikm))
        for no, x in enumerate(b.unit, start=1)
    )
    catatan = f"“-” berarti tidak ada hasil pada {sebut_saat(b.acuan.saat)}."
    ada_kosong = any(x.lalu is None for x in b.unit)
    judul = f"Perubahan IKM per {p.istilah_unit}"
    return Tabel(kolom, baris, "BANDING_UNIT", judul, catatan=catatan if ada_kosong else None, ukuran_pt=8.5)


def tabel_unsur_urut(f: FaktaPeriode) -> Tabel:
    """T4 in the declared order of unsur."""
    kolom = (
        Kolom("No", 10, "kanan"), Kolom("Unsur", 75), Kolom("NRR", 18, "kanan"), Kolom("Konversi", 22, "kanan"), Kolom("Kategori", 30),
    )  # fmt: skip
    nilai = {n.unsur: n for n in f.dasar.hasil.unsur}
    baris = tuple(
        (str(no), NAMA_UNSUR[u], angka(nilai[u].nrr), angka(nilai[u].konversi), sebut_mutu(nilai[u].mutu, f.pengaturan))
        for no, u in enumerate(unsur_urut(f.dasar), start=1)
        if u in nilai
    )
    return Tabel(kolom, baris, "T4_URUT", f"Nilai unsur menurut urutannya, {sebut_periode(f)}", ukuran_pt=8.5)


def tabel_daftar_mutu(f: FaktaPeriode) -> Tabel:
    """The units of every class, best class and highest index first (T8)."""
    kolom = (Kolom("Kategori", 32), Kolom("No", 11, "kanan"), Kolom(f.pengaturan.istilah_unit, 82), Kolom("IKM", 20, "kanan"))
    judul = f"{f.pengaturan.istilah_unit} menurut mutu, {sebut_periode(f)}"
    return Tabel(kolom, tuple(_baris_mutu(f)), "T8_DAFTAR", judul, ukuran_pt=8.5)


def _baris_mutu(f: FaktaPeriode) -> Iterator[Baris]:
    for mutu, kelompok in groupby(f.dasar.hasil.peringkat_upp(), key=lambda b: b.mutu):
        unit = list(kelompok)
        nama = f"{sebut_mutu(mutu, f.pengaturan)}\n{bulat(len(unit))} {f.pengaturan.istilah_unit}"
        for i, b in enumerate(unit, start=1):
            sel = (nama if i == 1 else "", str(i), b.nama, sebut_ikm(b.ikm, f.pengaturan))
            awal = frozenset({0})
            yield Baris(sel, mulai=awal if i == 1 else frozenset(), lanjut=frozenset() if i == 1 else awal)


def tabel_hasil_periode(f: FaktaPeriode) -> Tabel:
    """T1 of the period. An induk without a result of its own heads its units by name."""
    p = f.pengaturan
    tabel = pada_periode(tabel_besar(f.dasar), f)
    semester = (
        f"Rata-rata semester: {SEMESTER_DARI[p.rerata_periode]}. "
        if any(b.jenis == "semester" for b in f.dasar.hasil.besar)
        else ""
    )
    catatan = f"{semester}Baris terakhir: {AGREGASI[p.agregasi].format(unit=p.istilah_unit)}."
    return replace(tabel, baris=tuple(_dengan_induk(f, tabel)), catatan=catatan)


def _dengan_induk(f: FaktaPeriode, tabel: Tabel) -> Iterator[Baris]:
    ada = {b.no for b in f.dasar.hasil.besar}
    menunggu = [b for b in f.dasar.hasil.rekap if b.no not in ada]
    for isi, baris in zip(f.dasar.hasil.besar, tabel.baris, strict=True):
        while menunggu and (isi.no is None or menunggu[0].no < isi.no):
            yield _baris_induk(menunggu.pop(0), len(tabel.kolom))
        assert isinstance(baris, Baris)
        yield baris


def _baris_induk(b: BarisRekap, lebar: int) -> Baris:
    return Baris((str(b.no), nama_berinduk(b), "tanpa hasil sendiri", *[""] * (lebar - 3)), "induk")


def tabel_realisasi_periode(f: FaktaPeriode) -> Tabel:
    """Realisasi per unit; its percentages are those of the period. The PEKPPP score is one of the year and has no place here."""
    tabel = pada_periode(tt.tabel_realisasi(f.dasar), f)
    kepala = tuple((judul.replace("Setahun (%)", "Realisasi (%)"), n) for judul, n in tabel.kepala_atas or ())
    kolom = tuple(replace(k, lebar_mm=max(k.lebar_mm, LEBAR_PERSEN)) if k.judul in PERSEN else k for k in tabel.kolom)
    catatan = " ".join((tabel.catatan or "").replace(SKOR, "").split())
    baris = [replace(b, sel=(*b.sel[:-1], "")) for b in tabel.baris if isinstance(b, Baris)]
    return tanpa_kolom_kosong(replace(tabel, kolom=kolom, kepala_atas=kepala or None, catatan=catatan or None), baris)


def tabel_rencana_periode(f: FaktaPeriode) -> Tabel:
    """The RTL born in the period, whole, by unit; columns that nobody filled fall away."""
    unit = f.pengaturan.istilah_unit
    kolom = (
        Kolom("No", 10, "kanan"), Kolom(unit, 38), Kolom("Unsur", 32), Kolom("Keluhan/masukan", 40), Kolom("Rencana Tindak Lanjut", 78),
        Kolom("Waktu", 26), Kolom("Penanggung jawab", 34),
    )  # fmt: skip
    baris = [
        baris
        for no, (nama, daftar) in enumerate(f.dasar.tindak_lanjut.rtl_upp, start=1)
        for baris in _baris_rtl(no, nama, daftar)
    ]
    judul = f"Rencana tindak lanjut per {unit}, {sebut_periode(f)}"
    return tanpa_kolom_kosong(Tabel(kolom, (), "RTL_RINCI", judul, ukuran_pt=8), baris)


def _baris_rtl(no: int, nama: str, daftar: Sequence[Rtl]) -> Iterator[Baris]:
    gabung: frozenset[int] = frozenset({0, 1})
    for i, r in enumerate(daftar):
        unsur = NAMA_UNSUR[r.unsur] if r.unsur is not None else r.unsur_teks
        waktu = r.waktu if r.tenggat is None else tanggal(r.tenggat)
        sel = (str(no), nama, unsur or "-", r.keluhan, r.kegiatan, waktu, r.penanggung_jawab)
        yield Baris(sel, mulai=frozenset() if i else gabung, lanjut=gabung if i else frozenset())
