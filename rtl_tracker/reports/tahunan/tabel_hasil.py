"""Tables of chapter III: index, recap, unsur, matrix."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from rtl_tracker.domain.mutu import Mutu, kinerja
from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.domain.unsur import NAMA_PENDEK, NAMA_UNSUR, Unsur
from rtl_tracker.formats import angka, bulat, selisih
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.gambar import cacah_mutu_kelompok
from rtl_tracker.reports.tahunan.narasi_pendahuluan import KALIMAT_AGREGASI, NAMA_AGREGASI
from rtl_tracker.reports.tahunan.sebutan import sebut_ikm, sebut_mutu
from rtl_tracker.reports.tahunan.tabel_dasar import kode, nama_berinduk, tanpa_kolom_kosong, unsur_urut
from rtl_tracker.reports.word.elemen import Baris, Kolom, Tabel


def tabel_agregasi(f: FaktaTahunan) -> Tabel:
    """The three aggregations with their difference, the declared one first."""
    i, p = f.hasil.indeks, f.pengaturan
    urut = sorted(i.alternatif.items(), key=lambda x: x[0] is not p.agregasi)
    kolom = (Kolom("Cara penggabungan", 80), Kolom("IKM", 24, "kanan"), Kolom("Selisih", 24, "kanan"), Kolom("Keterangan", 34))
    baris = tuple(
        Baris((NAMA_AGREGASI[a].format(unit=p.istilah_unit), angka(nilai, p.desimal_ikm),
               "" if a is p.agregasi or nilai is None or i.ikm is None else selisih(nilai - i.ikm, p.desimal_ikm),
               "ditetapkan" if a is p.agregasi else "pembanding"))
        for a, nilai in urut
    )  # fmt: skip
    return Tabel(kolom, baris, "AGREGASI", "IKM instansi menurut tiga cara penggabungan")


def tabel_periode(f: FaktaTahunan) -> Tabel | None:
    """The index of the instansi per period, when there is more than the year."""
    if len(f.hasil.indeks.per_periode) < 2:
        return None
    kolom = (Kolom("Periode", 60), Kolom("IKM", 24, "kanan"), Kolom(f"{f.pengaturan.istilah_unit} dihitung", 30, "kanan"))
    baris = tuple((NAMA_PERIODE[p], angka(x, f.pengaturan.desimal_ikm), bulat(n)) for p, x, n in f.hasil.indeks.per_periode)
    return Tabel(kolom, baris, "PERIODE", "IKM instansi menurut periode")


def _ekstrem(
    f: FaktaTahunan, nilai: Decimal | None, unsur: Sequence[Unsur], sebutan: Callable[[Unsur], str] = NAMA_PENDEK.__getitem__
) -> str:
    return "-" if nilai is None else f"{angka(nilai)} ({', '.join(sebutan(u) for u in unsur_urut(f) if u in unsur)})"


def tabel_rekap(f: FaktaTahunan) -> Tabel:
    """T3, units under their induk; last row the mean."""
    p = f.pengaturan
    kolom = (
        Kolom("No", 9, "kanan"), Kolom(p.istilah_unit, 37), Kolom("Nilai SKM", 14.5, "kanan"), Kolom("Mutu", 12, "tengah"),
        Kolom("Unsur terendah", 26), Kolom("Unsur tertinggi", 26), Kolom("RTL", 12.5, "tengah"), Kolom("Pelaksana", 18),
    )  # fmt: skip
    baris = [
        Baris((
            str(b.no), nama_berinduk(b) + ("¹" if b.rerata_anak else "²" if b.luar_aplikasi else ""), sebut_ikm(b.ikm, p),
            b.mutu.value if b.mutu else "-", _ekstrem(f, b.nilai_terendah, b.terendah), _ekstrem(f, b.nilai_tertinggi, b.tertinggi),
            "ada" if b.ada_rtl else "belum", b.pelaksana or "-",
        ))
        for b in f.hasil.rekap
    ]  # fmt: skip
    i = f.hasil.indeks
    baris.append(Baris(("", f"{p.nama}", sebut_ikm(i.ikm, p), i.mutu.value if i.mutu else "-", "", "", "", ""), "total"))
    catatan = [
        "Huruf mutu: A Sangat Baik, B Baik, C Kurang Baik, D Tidak Baik. RTL: “ada” berarti sudah disusun, “belum” berarti belum disusun.",
        f"Baris terakhir: {KALIMAT_AGREGASI[p.agregasi].format(unit=p.istilah_unit)}.",
        "¹ Rata-rata unit di bawahnya; tidak dihitung dalam indeks." if any(b.rerata_anak for b in f.hasil.rekap) else "",
        "² Nilai dari luar aplikasi tanpa rincian unsur." if any(b.luar_aplikasi for b in f.hasil.rekap) else "",
    ]
    judul = f"Rekapitulasi nilai SKM per {p.istilah_unit}, tahun {f.tahun}"
    return tanpa_kolom_kosong(Tabel(kolom, (), "T3", judul, catatan=" ".join(x for x in catatan if x), ukuran_pt=8), baris, 3)


def tabel_mutu_kelompok(f: FaktaTahunan) -> Tabel:
    """T8."""
    kolom = (
        Kolom("Kelompok", 31),
        *(Kolom(f"{m.value} ({kinerja(m)})", 27, "kanan") for m in Mutu),
        Kolom("Jumlah", 16, "kanan"),
    )
    cacah = cacah_mutu_kelompok(f)
    baris = [Baris((nama, *(bulat(n) for n in x), bulat(sum(x)))) for nama, x in cacah]
    baris.append(
        Baris(
            ("Jumlah", *(bulat(sum(x[i] for _, x in cacah)) for i in range(4)), bulat(sum(sum(x) for _, x in cacah))), "total"
        )
    )
    judul = f"Jumlah {f.pengaturan.istilah_unit} menurut mutu dan kelompok, tahun {f.tahun}"
    return Tabel(kolom, tuple(baris), "T8", judul, ukuran_pt=8.5)


def tabel_nilai_unsur(f: FaktaTahunan) -> Tabel:
    """T4, ranked from the lowest, with how many UPP have the unsur as their lowest."""
    kolom = (
        Kolom("Peringkat", 18, "tengah"), Kolom("Kode", 12, "tengah"), Kolom("Unsur", 50), Kolom("NRR", 11, "kanan"),
        Kolom("Konversi", 17, "kanan"), Kolom("Kategori", 28), Kolom(f"Terendah pada ({f.pengaturan.istilah_unit})", 19, "kanan"),
    )  # fmt: skip
    baris = tuple(
        (
            str(n.rank),
            kode(f, n.unsur),
            NAMA_UNSUR[n.unsur],
            angka(n.nrr),
            angka(n.konversi),
            sebut_mutu(n.mutu, f.pengaturan),
            bulat(n.upp_terendah),
        )
        for n in f.hasil.unsur
    )
    catatan = "Peringkat 1 adalah nilai terendah; nilai yang sama berbagi peringkat."
    return Tabel(kolom, baris, "T4", f"Nilai sembilan unsur, tahun {f.tahun}", catatan=catatan, ukuran_pt=8.5)


def tabel_matriks(f: FaktaTahunan) -> Tabel:
    """T17: every UPP by unsur, extremes with all ties, sums and means below."""
    urut, dengan_kode = unsur_urut(f), partial(kode, f)
    kolom = (
        Kolom("No", 9, "kanan"), Kolom(f.pengaturan.istilah_unit, 60), *(Kolom(kode(f, u), 14, "kanan") for u in urut),
        Kolom("Tertinggi", 26), Kolom("Terendah", 26),
    )  # fmt: skip
    baris = [
        Baris((str(b.no), nama_berinduk(b), *(angka(b.nilai.get(u)) for u in urut), _ekstrem(f, b.nilai_tertinggi, b.tertinggi, dengan_kode), _ekstrem(f, b.nilai_terendah, b.terendah, dengan_kode)))
        for b in f.hasil.rekap
        if b.nilai
    ]  # fmt: skip
    for label, isi in (("Jumlah", f.hasil.jumlah_matriks), ("Rata-rata", f.hasil.rerata_matriks)):
        baris.append(Baris(("", label, *(angka(isi.get(u)) for u in urut), "", ""), "total"))
    skala = "NRR" if f.hasil.skala_nrr else "nilai konversi"
    judul = f"Matriks {skala} sembilan unsur per {f.pengaturan.istilah_unit}, tahun {f.tahun}"
    return Tabel(
        kolom, tuple(baris), "T17", judul, catatan="Jumlah dan rata-rata dari nilai tercetak unit yang dihitung.", ukuran_pt=8
    )


def tabel_kategori_a(f: FaktaTahunan) -> Tabel:
    """The units in category A, best first, in two blocks side by side (T8)."""
    unit = [b for b in f.hasil.peringkat_upp() if b.mutu is Mutu.A]
    tengah = -(-len(unit) // 2)
    kolom = (Kolom("No", 9, "kanan"), Kolom(f.pengaturan.istilah_unit, 52), Kolom("IKM", 16, "kanan"))
    sel = [(str(i), b.nama, sebut_ikm(b.ikm, f.pengaturan)) for i, b in enumerate(unit, start=1)]
    kanan = [*sel[tengah:], *[("", "", "")] * (2 * tengah - len(sel))]
    baris = tuple(kiri + lain for kiri, lain in zip(sel[:tengah], kanan, strict=True))
    return Tabel(
        kolom * 2, baris, "T8A", f"{f.pengaturan.istilah_unit} bermutu A (Sangat Baik), tahun {f.tahun}", ukuran_pt=8.5
    )
