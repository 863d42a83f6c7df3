"""Tables of chapter II: unsur in both orders, periods, layanan, units below, years, strengths."""

from collections.abc import Mapping
from decimal import Decimal

from rtl_tracker.domain.mutu import mutu
from rtl_tracker.domain.tren import arah, selisih_tercetak
from rtl_tracker.domain.unsur import NAMA_PENDEK, NAMA_UNSUR, Unsur
from rtl_tracker.formats import angka, bulat, selisih
from rtl_tracker.reports.tahunan import tabel_analisis
from rtl_tracker.reports.tahunan.fakta_hasil import BarisRekap, NilaiUnsur
from rtl_tracker.reports.tahunan.sebutan import sebut_ikm, sebut_mutu
from rtl_tracker.reports.tahunan.tabel_dasar import kode, nama_berinduk, tanpa_kolom_kosong, unsur_urut
from rtl_tracker.reports.upp.fakta import FaktaUpp
from rtl_tracker.reports.upp.fakta_hasil import BarisLayanan
from rtl_tracker.reports.upp.narasi_rinci import kelebihan, kelemahan
from rtl_tracker.reports.upp.sebutan import nama_skala
from rtl_tracker.reports.word.elemen import Baris, GayaBaris, Kolom, Tabel

_GAYA: dict[str, GayaBaris] = {"terukur": "biasa", "semester": "subtotal", "tahunan": "total"}


def tabel_unsur_urut(f: FaktaUpp) -> Tabel:
    """T4 in the declared order of the unsur."""
    kolom = (
        Kolom("No", 10, "kanan"), Kolom("Kode", 14, "tengah"), Kolom("Unsur", 62), Kolom("NRR", 16, "kanan"), Kolom("Konversi", 20, "kanan"),
        Kolom("Kategori", 33),
    )  # fmt: skip
    per_unsur = {n.unsur: n for n in f.setahun.hasil.unsur}
    ada = [per_unsur[u] for u in unsur_urut(f.setahun) if u in per_unsur]
    baris = tuple((str(i), *_sel_unsur(f, n)) for i, n in enumerate(ada, start=1))
    return Tabel(kolom, baris, "T4", f"Nilai per unsur, tahun {f.tahun}")


def tabel_unsur_peringkat(f: FaktaUpp) -> Tabel:
    """T4 ranked from the lowest up."""
    kolom = (
        Kolom("Peringkat", 20, "tengah"), Kolom("Kode", 14, "tengah"), Kolom("Unsur", 58), Kolom("NRR", 14, "kanan"), Kolom("Konversi", 20, "kanan"),
        Kolom("Kategori", 29),
    )  # fmt: skip
    baris = tuple((str(n.rank), *_sel_unsur(f, n)) for n in f.setahun.hasil.unsur)
    catatan = "Peringkat 1 adalah nilai terendah; unsur bernilai sama berperingkat sama."
    return Tabel(kolom, baris, "T4_PERINGKAT", f"Peringkat unsur, tahun {f.tahun}", catatan=catatan)


def _sel_unsur(f: FaktaUpp, n: NilaiUnsur) -> tuple[str, ...]:
    kelas = sebut_mutu(n.mutu, f.instansi)
    return kode(f.setahun, n.unsur), NAMA_UNSUR[n.unsur], angka(n.nrr), angka(n.konversi), kelas


def tabel_periode(f: FaktaUpp) -> Tabel:
    """Every measured period, then the means."""
    urut, tempat = unsur_urut(f.setahun), {u: i for i, u in enumerate(Unsur)}
    kolom = (Kolom("Periode", 24), *_kolom_unsur(f), *_KOLOM_AKHIR)
    baris = [
        Baris(
            (
                b.periode,
                *(angka(b.nilai[tempat[u]]) for u in urut),
                sebut_ikm(b.ikm, f.instansi),
                b.mutu.value if b.mutu else "-",
                bulat(b.n),
            ),
            _GAYA[b.jenis],
        )
        for b in f.periode
    ]
    judul = f"Nilai per periode ({nama_skala(f)}), tahun {f.tahun}"
    return tanpa_kolom_kosong(Tabel(kolom, (), "PERIODE", judul, ukuran_pt=7.5), baris, 1)


_KOLOM_AKHIR = (Kolom("IKM", 12.5, "kanan"), Kolom("Mutu", 10.5, "tengah"), Kolom("Responden", 19, "kanan"))


def _kolom_unsur(f: FaktaUpp) -> tuple[Kolom, ...]:
    lebar = 8.6 if f.setahun.hasil.skala_nrr else 10
    return tuple(Kolom(kode(f.setahun, u), lebar, "kanan") for u in unsur_urut(f.setahun))


def tabel_layanan(f: FaktaUpp) -> Tabel:
    """The annual result of every layanan."""
    kolom = (Kolom("No", 7.5, "kanan"), Kolom("Jenis layanan", 27), *_kolom_unsur(f), *_KOLOM_AKHIR)
    baris = [Baris((str(i), *_sel_layanan(f, b))) for i, b in enumerate(f.hasil.layanan, start=1)]
    judul = f"Nilai per jenis layanan ({nama_skala(f)}), tahun {f.tahun}"
    return tanpa_kolom_kosong(Tabel(kolom, (), "LAYANAN", judul, ukuran_pt=7.5), baris, 2)


def _sel_layanan(f: FaktaUpp, b: BarisLayanan) -> tuple[str, ...]:
    nilai = (angka(b.nilai.get(u)) for u in unsur_urut(f.setahun))
    ikm = "-" if b.ikm is None else sebut_ikm(b.ikm, f.instansi)
    return b.nama, *nilai, ikm, b.mutu.value if b.mutu else "-", bulat(b.n)


def tabel_anak(f: FaktaUpp) -> Tabel:
    """The units below, in the order of the tree; the last row is the unit itself where it shows their mean."""
    kolom = (
        Kolom("No", 9, "kanan"), Kolom("Unit", 46), Kolom("Responden", 22, "kanan"), Kolom("IKM", 16, "kanan"), Kolom("Mutu", 12, "tengah"),
        Kolom("Unsur terendah", 26), Kolom("Unsur tertinggi", 26),
    )  # fmt: skip
    baris = [Baris((str(b.no), *_sel_anak(f, b))) for b in f.hasil.anak]
    i = f.setahun.hasil.indeks
    if f.hasil.rerata_anak:
        baris.append(
            Baris(
                (
                    "",
                    "Rata-rata unit langsung di bawahnya",
                    bulat(i.jumlah_responden),
                    sebut_ikm(i.ikm, f.instansi),
                    i.mutu.value if i.mutu else "-",
                    "",
                    "",
                ),
                "total",
            )
        )
    judul = f"Hasil unit di bawah {f.nama}, tahun {f.tahun}"
    return tanpa_kolom_kosong(Tabel(kolom, (), "ANAK", judul, ukuran_pt=8.5), baris, 2)


def _sel_anak(f: FaktaUpp, b: BarisRekap) -> tuple[str, ...]:
    ikm = "-" if b.ikm is None else sebut_ikm(b.ikm, f.instansi)
    if b.nilai and b.terendah == b.tertinggi:
        rendah = tinggi = "semua sama"
    else:
        rendah, tinggi = (", ".join(NAMA_PENDEK[u] for u in unsur) or "-" for unsur in (b.terendah, b.tertinggi))
    return nama_berinduk(b), bulat(b.n), ikm, b.mutu.value if b.mutu else "-", rendah, tinggi


def tabel_riwayat(f: FaktaUpp) -> Tabel:
    """The index of the unit over the years, each with its change from the year before it."""
    kolom = (
        Kolom("Tahun", 30),
        Kolom("IKM", 34, "kanan"),
        Kolom("Mutu", 45, "tengah"),
        Kolom("+/- dari tahun sebelumnya", 46, "kanan"),
    )
    t = f.setahun.tren
    nilai: Mapping[int, Decimal | None] = dict(zip(t.tahun, t.instansi.nilai, strict=True))
    baris = tuple(
        (str(tahun), angka(x, f.instansi.desimal_ikm), "-" if x is None else sebut_mutu(mutu(x), f.instansi),
         selisih(selisih_tercetak(x, nilai.get(tahun - 1)), f.instansi.desimal_ikm))
        for tahun, x in nilai.items()
    )  # fmt: skip
    return Tabel(kolom, baris, "RIWAYAT", f"IKM {f.nama} antartahun", catatan="“-” berarti tidak diukur atau tidak tersedia.")


def tabel_banding(f: FaktaUpp) -> Tabel:
    """Konversi of every unsur in the year before and in this one."""
    kolom = (
        Kolom("Kode", 14, "tengah"), Kolom("Unsur", 66), Kolom(str(f.tahun - 1), 20, "kanan"), Kolom(str(f.tahun), 20, "kanan"), Kolom("Selisih", 18, "kanan"),
        Kolom("Arah", 17),
    )  # fmt: skip
    per_unsur = {b.unsur: b for b in f.hasil.banding}
    ada = [per_unsur[u] for u in unsur_urut(f.setahun) if u in per_unsur]
    baris = tuple(
        (kode(f.setahun, b.unsur), NAMA_UNSUR[b.unsur], angka(b.lalu), angka(b.kini), selisih(b.selisih), arah(b.selisih))
        for b in ada
    )
    return Tabel(kolom, baris, "BANDING", f"Nilai konversi per unsur, tahun {f.tahun - 1} dan {f.tahun}")


def tabel_kekuatan(f: FaktaUpp) -> Tabel | None:
    """Every unsur of which there is something to say, from the lowest up; None when there is none."""
    kolom = (Kolom("Unsur", 40), Kolom("Konversi", 17, "kanan"), Kolom("Kelebihan", 49), Kolom("Kelemahan", 49))
    sel = ((k, kelebihan(f, k), kelemahan(f, k)) for k in f.kekuatan)
    baris = tuple(
        (NAMA_UNSUR[k.nilai.unsur], angka(k.nilai.konversi), plus or "-", kurang or "-")
        for k, plus, kurang in sel
        if plus or kurang
    )
    if not baris:
        return None
    judul = f"Kelebihan dan kelemahan per unsur, tahun {f.tahun}"
    return Tabel(kolom, baris, "KEKUATAN", judul, catatan=_catatan_kekuatan(f, len(baris)), ukuran_pt=8.5)


def _catatan_kekuatan(f: FaktaUpp, dimuat: int) -> str | None:
    golongan = (
        "Golongan tinggi dan rendah: NRR di luar rata-rata ± simpangan baku."
        if f.setahun.analisis.univariat is not None
        else ""
    )
    lain = "Unsur yang tidak menonjol tidak dimuat." if dimuat < len(f.kekuatan) else ""
    return " ".join(x for x in (golongan, lain) if x) or None


def tabel_saran(f: FaktaUpp) -> Tabel | None:
    """Saran by unsur, without the column of units."""
    tabel = tabel_analisis.tabel_saran(f.setahun)
    return None if tabel is None else tanpa_kolom_kosong(tabel, [b for b in tabel.baris if isinstance(b, Baris)])
