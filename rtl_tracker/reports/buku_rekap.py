"""The big recap of a year as an Excel workbook: units, periods and layanan, unsur, years, the instansi (spec 3.6; T1, T3, T16, T17)."""

from collections.abc import Iterator, Sequence

from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.hasil import Hasil, JenisBaris
from rtl_tracker.domain.ikm import konversi, prioritas
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.rekap import RekapUpp
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur, kode_unsur, urutan_unsur
from rtl_tracker.domain.upp import urut_menurut_induk
from rtl_tracker.reports.buku_excel import Kolom, Lembar, Nilai, tulis_buku
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta_hasil import BarisRekap, FaktaHasil, susun_fakta_hasil
from rtl_tracker.reports.tahunan.fakta_tren import BarisTren, FaktaTren, susun_fakta_tren
from rtl_tracker.reports.tahunan.narasi_pendahuluan import NAMA_AGREGASI
from rtl_tracker.reports.tahunan.sebutan import sebut_mutu

BELUM_ADA, RERATA_ANAK = "belum ada data", "rata-rata unit di bawahnya"
_MASUK = "    "


def buat_buku_rekap(bahan: BahanLaporan) -> bytes:
    """The workbook as bytes of an .xlsx file. Figures are numbers, rounded as the report prints them."""
    p, hasil = bahan.rekap.pengaturan, susun_fakta_hasil(bahan)
    pengantar = _pengantar(bahan)
    lembar = [
        Lembar("Rekap", pengantar, _kolom_rekap(p), [_baris_rekap(b, p) for b in hasil.rekap]),
        Lembar("Per periode", pengantar, _kolom_periode(p), list(_baris_periode(bahan))),
        Lembar("Unsur", pengantar, _kolom_unsur(hasil, p), list(_baris_unsur(hasil, p))),
        _antartahun(susun_fakta_tren(bahan, hasil), pengantar, p),
        Lembar(
            "Instansi",
            pengantar,
            (Kolom("Uraian", 50), Kolom("Nilai", 14), Kolom("Keterangan", 44)),
            list(_baris_instansi(hasil, p)),
        ),
    ]
    return tulis_buku(lembar, pengantar[0])


def _pengantar(bahan: BahanLaporan) -> tuple[str, ...]:
    """The title block: what, whose, under which rules."""
    p = bahan.rekap.pengaturan
    aturan = NAMA_AGREGASI[p.agregasi].format(unit=p.istilah_unit).lower()
    return (
        f"Rekapitulasi SKM tahun {bahan.rekap.tahun}",
        p.nama or "Nama instansi belum diisi",
        f"Bobot {p.bobot.value.replace('.', ',')} untuk setiap unsur; indeks instansi: {aturan}. Nilai dibulatkan satu kali, setengah ke atas.",
        *(("Memuat data contoh.",) if bahan.data_contoh else ()),
    )


def _kolom_rekap(p: Pengaturan) -> tuple[Kolom, ...]:
    return (
        Kolom("No", 6), Kolom(p.istilah_unit, 46), Kolom("Kelompok", 22), Kolom("Nilai SKM"), Kolom("Mutu", 18), Kolom("Jumlah responden"),
        Kolom("Unsur terendah", 34), Kolom("Nilai terendah"), Kolom("Unsur tertinggi", 34), Kolom("Nilai tertinggi"), Kolom("RTL", 10),
        Kolom("Pelaksana", 16), Kolom("Keterangan", 28),
    )  # fmt: skip


def _baris_rekap(b: BarisRekap, p: Pengaturan) -> tuple[Nilai, ...]:
    nilai = BELUM_ADA if b.ikm is None else b.ikm
    mutu_cetak = sebut_mutu(b.mutu, p) if b.mutu else ""
    return (
        b.no, _MASUK * b.kedalaman + b.nama, b.kelompok, nilai, mutu_cetak, b.n, _sebut(b.terendah), b.nilai_terendah,
        _sebut(b.tertinggi), b.nilai_tertinggi, "ada" if b.ada_rtl else "belum", b.pelaksana or "", _keterangan(b),
    )  # fmt: skip


def _keterangan(b: BarisRekap) -> str:
    if b.rerata_anak:
        return RERATA_ANAK
    if b.luar_aplikasi:
        return "nilai dari luar aplikasi"
    return "" if b.dihitung or b.ikm is None else "tidak ikut dalam indeks"


def _sebut(unsur: Sequence[Unsur]) -> str:
    return "; ".join(NAMA_UNSUR[u] for u in unsur)


def _kolom_periode(p: Pengaturan) -> tuple[Kolom, ...]:
    kode = [kode_unsur(u, p.urutan_unsur) for u in urutan_unsur(p.urutan_unsur)]
    return (
        Kolom("No", 6), Kolom(p.istilah_unit, 46), Kolom("Induk", 34), Kolom("Kelompok", 20), Kolom("Jenis layanan", 34), Kolom("Periode", 24),
        *(Kolom(f"{k} NRR", 9) for k in kode), *(Kolom(f"{k} konversi", 11) for k in kode), Kolom("IKM", 10), Kolom("IKM tercetak", 12),
        Kolom("Mutu", 18), Kolom("Jumlah responden"), Kolom("Metode", 20), Kolom("Unsur prioritas", 44), Kolom("Jumlah RTL", 10),
        Kolom("Realisasi periode sebelumnya (%)", 16),
    )  # fmt: skip


def _baris_periode(bahan: BahanLaporan) -> Iterator[tuple[Nilai, ...]]:
    """Every unit with its layanan, measured periods and means, in the order of the report."""
    per_id = {r.upp.id: r for r in bahan.rekap.upp}
    for no, (kedalaman, unit) in enumerate(urut_menurut_induk([r.upp for r in bahan.rekap.upp]), start=1):
        r = per_id[unit.id]
        induk = per_id[unit.induk_id].upp.nama if unit.induk_id in per_id else ""
        awal = (no, _MASUK * kedalaman + unit.nama, induk, unit.kelompok_cetak)
        for layanan, hasil in r.layanan.items():
            for periode in (x for x in Periode if x in hasil):
                yield (*awal, layanan, *_isi_hasil(hasil[periode], r, bahan, layanan))
        for periode in (x for x in Periode if x in r.hasil):
            yield (*awal, "", *_isi_hasil(r.hasil[periode], r, bahan, ""))


def _isi_hasil(h: Hasil, r: RekapUpp, bahan: BahanLaporan, layanan: str) -> tuple[Nilai, ...]:
    p = bahan.rekap.pengaturan
    urut = urutan_unsur(p.urutan_unsur)
    realisasi = None if layanan else r.realisasi.get(h.periode)
    persen = realisasi.resmi(p.dasar_realisasi) if realisasi is not None else None
    return (
        NAMA_PERIODE[h.periode] if h.jenis_baris is JenisBaris.TERUKUR else f"Rata-rata {NAMA_PERIODE[h.periode]}",
        *(bulatkan_bila_ada(h.nrr.get(u), 2) for u in urut),
        *(bulatkan(konversi(h.nrr[u]), 2) if u in h.nrr else None for u in urut),
        BELUM_ADA if h.ikm is None else bulatkan(h.ikm, p.desimal_ikm),
        h.ikm_tercetak,
        "" if h.ikm is None else sebut_mutu(mutu(h.ikm), p),
        h.n,
        h.metode,
        h.unsur_prioritas or (_sebut(prioritas(h.nrr, p.jumlah_prioritas)) if h.nrr else ""),
        None if layanan else sum(x.upp_id == r.upp.id and x.periode is h.periode for x in bahan.rtl),
        bulatkan_bila_ada(persen, 2),
    )


def _kolom_unsur(hasil: FaktaHasil, p: Pengaturan) -> tuple[Kolom, ...]:
    skala = "NRR" if hasil.skala_nrr else "konversi"
    return (
        Kolom("No", 6), Kolom(p.istilah_unit, 46),
        *(Kolom(f"{kode_unsur(u, p.urutan_unsur)} {NAMA_UNSUR[u]} ({skala})", 15) for u in urutan_unsur(p.urutan_unsur)),
        Kolom("Tertinggi", 11), Kolom("Unsur tertinggi", 34), Kolom("Terendah", 11), Kolom("Unsur terendah", 34),
    )  # fmt: skip


def _baris_unsur(hasil: FaktaHasil, p: Pengaturan) -> Iterator[tuple[Nilai, ...]]:
    """T17 with its sums and means; a parent that shows the mean of its children is in neither."""
    urut = urutan_unsur(p.urutan_unsur)
    for b in hasil.rekap:
        if b.nilai:
            isi = (b.nilai.get(u) for u in urut)
            yield (
                b.no,
                _MASUK * b.kedalaman + b.nama,
                *isi,
                b.nilai_tertinggi,
                _sebut(b.tertinggi),
                b.nilai_terendah,
                _sebut(b.terendah),
            )
    for nama, nilai in (("Jumlah", hasil.jumlah_matriks), ("Rata-rata", hasil.rerata_matriks)):
        if nilai:
            yield (None, nama, *(nilai.get(u) for u in urut), None, "", None, "")


def _antartahun(f: FaktaTren, pengantar: tuple[str, ...], p: Pengaturan) -> Lembar:
    kolom = (
        Kolom("No", 6),
        Kolom(p.istilah_unit, 46),
        *(Kolom(str(t), 12) for t in f.tahun),
        Kolom("+/- dari tahun lalu", 12),
        Kolom("Mutu", 18),
    )
    baris = [_baris_tren(None, p.nama, f.instansi, p), *(_baris_tren(i, b.nama, b, p) for i, b in enumerate(f.upp, start=1))]
    mengukur: tuple[Nilai, ...] = (None, "Unit yang mengukur (%)", *(x for _, x in f.persen_mengukur), None, "")
    return Lembar("Antartahun", pengantar, kolom, [*baris, mengukur])


def _baris_tren(no: int | None, nama: str, b: BarisTren, p: Pengaturan) -> tuple[Nilai, ...]:
    return (no, nama, *(x if x is not None else "-" for x in b.nilai), b.selisih, sebut_mutu(b.mutu, p) if b.mutu else "")


def _baris_instansi(hasil: FaktaHasil, p: Pengaturan) -> Iterator[tuple[Nilai, ...]]:
    """Index under every aggregation, per period, nine unsur."""
    i = hasil.indeks
    yield ("IKM instansi", i.ikm if i.ikm is not None else BELUM_ADA, _mutu(i.mutu, p))
    for aturan, nilai in i.alternatif.items():
        keterangan = "cara yang ditetapkan" if aturan is p.agregasi else ""
        yield (NAMA_AGREGASI[aturan].format(unit=p.istilah_unit), nilai if nilai is not None else "-", keterangan)
    for periode, nilai_periode, banyak in i.per_periode:
        yield (f"IKM {NAMA_PERIODE[periode]}", nilai_periode, f"{banyak} {p.istilah_unit}")
    for keterangan, angka in (("Jumlah responden", i.jumlah_responden), (f"{p.istilah_unit} yang dihitung", i.upp_dihitung)):
        yield (keterangan, angka, "")
    for nama, selisih in (
        ("IKM tahun sebelumnya", i.ikm_lalu),
        ("Selisih dari tahun sebelumnya", i.selisih),
        ("Batas galat (95 persen)", i.margin),
    ):
        if selisih is not None:
            yield (nama, selisih, "")
    for n in sorted(hasil.unsur, key=lambda x: urutan_unsur(p.urutan_unsur).index(x.unsur)):
        sebutan = f"{kode_unsur(n.unsur, p.urutan_unsur)} {NAMA_UNSUR[n.unsur]}"
        yield (f"{sebutan}, NRR", n.nrr, f"peringkat {n.rank} dari yang terendah")
        yield (f"{sebutan}, konversi", n.konversi, _mutu(n.mutu, p))


def _mutu(huruf: Mutu | None, p: Pengaturan) -> str:
    return sebut_mutu(huruf, p) if huruf is not None else ""
