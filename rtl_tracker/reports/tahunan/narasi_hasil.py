"""Sentences of chapter III: index, recap, unsur, trend, analysis, saran."""

from decimal import Decimal

from rtl_tracker.domain.mutu import Mutu, kinerja
from rtl_tracker.domain.tren import arah
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.formats import angka, bulat, daftar, dengan_terbilang, persen
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.fakta_analisis import FaktaBivariat, FaktaUnivariat
from rtl_tracker.reports.tahunan.fakta_hasil import BarisRekap, NilaiUnsur
from rtl_tracker.reports.tahunan.sebutan import (
    awal_banyak,
    daftar_unsur,
    kelas_dalam_kurung,
    nama_unsur,
    sebut_banyak,
    sebut_ikm,
    sebut_mutu,
    sebut_nama,
    sebut_unsur,
)

PALING_DISEBUT = 8


def kalimat_indeks(f: FaktaTahunan) -> str:
    """The one sentence of the index: figure, class, change."""
    i, p = f.hasil.indeks, f.pengaturan
    if i.ikm is None:
        return f"IKM {p.nama} tahun {f.tahun} belum dapat dihitung karena belum ada data."
    kalimat = f"IKM {p.nama} tahun {f.tahun} sebesar **{sebut_ikm(i.ikm, p)}** dengan mutu **{sebut_mutu(i.mutu, p)}**"
    if i.selisih is None or i.ikm_lalu is None:
        return f"{kalimat}."
    lalu = f"{angka(i.ikm_lalu, p.desimal_ikm)} pada tahun {f.tahun - 1}"
    if i.selisih == 0:
        return f"{kalimat}, tetap dibandingkan dengan {lalu}."
    return f"{kalimat}, {arah(i.selisih)} {angka(abs(i.selisih), p.desimal_ikm)} poin dari {lalu}."


def indeks(f: FaktaTahunan) -> list[str]:
    """Section 3.1."""
    i, p = f.hasil.indeks, f.pengaturan
    kalimat = [kalimat_indeks(f)]
    if i.ikm is None:
        return kalimat
    responden = f" dan {bulat(i.jumlah_responden)} responden" if i.jumlah_responden is not None else ""
    kalimat.append(
        f"Indeks ini berasal dari {sebut_banyak(i.upp_dihitung, p.istilah_unit)}{responden}. ⟦AGREGASI⟧ membandingkan tiga cara penggabungan; cara yang ditetapkan disebut pertama."
    )
    if i.margin is not None:
        kalimat.append(
            f"Dengan tingkat kepercayaan 95 persen, batas galat indeks gabungan jawaban responden adalah ± {angka(i.margin)} poin."
        )
    if any(nilai is None for nilai in i.alternatif.values()):
        kalimat.append("Cara penggabungan yang tidak dapat dihitung dari data yang tersedia ditandai dengan “-”.")
    return kalimat


def rekap(f: FaktaTahunan) -> list[str]:
    """Section 3.2: classes, best and lowest UPP."""
    urut, p = f.hasil.peringkat_upp(), f.pengaturan
    if not urut:
        return [f"Belum ada {p.istilah_unit} yang memiliki hasil pada tahun {f.tahun}."]
    cacah = [(m, sum(b.mutu is m for b in urut)) for m in Mutu]
    sebut = [f"{sebut_banyak(n, p.istilah_unit)} bermutu {sebut_mutu(m, p)}" for m, n in cacah if n]
    kalimat = [
        f"Sebanyak {daftar(sebut)}. Nilai setiap {p.istilah_unit} disajikan pada ⟦T3⟧ dan jumlahnya menurut kelompok pada ⟦T8⟧."
    ]
    if len(urut) > 1:
        kalimat.append(
            f"IKM tertinggi diperoleh {_sebut_upp(urut, urut[0], f)} dan IKM terendah diperoleh {_sebut_upp(urut, urut[-1], f)}."
        )
    if f.simpulan.di_bawah_b:
        butir = [f"{b.nama} ({sebut_ikm(b.ikm, p)}; {kelas_dalam_kurung(b.mutu)})" for b in f.simpulan.di_bawah_b]
        kalimat.append(f"{p.istilah_unit} dengan mutu di bawah B: {sebut_nama(butir)}.")
    if any(b.rerata_anak for b in f.hasil.rekap):
        kalimat.append(
            f"{p.istilah_unit} induk tanpa survei sendiri menampilkan rata-rata unit di bawahnya dan tidak ikut dihitung dalam indeks instansi."
        )
    if any(b.luar_aplikasi for b in f.hasil.rekap):
        kalimat.append("Nilai tanpa rincian unsur ikut dalam rata-rata IKM dan tidak ikut dalam rata-rata unsur.")
    return kalimat


def gambar_rekap(mutu: bool, peringkat: bool, unit: str) -> list[str]:
    """Where the charts of section 3.2 stand; the flags say which of them are drawn."""
    return _rujukan((mutu, "⟦G_MUTU⟧ menggambarkan jumlah itu"), (peringkat, f"⟦G_PERINGKAT⟧ mengurutkan {unit} menurut IKM"))


def gambar_unsur(terendah: bool, peta: bool, unit: str) -> list[str]:
    """Where the charts of section 3.3 stand; the flags say which of them are drawn."""
    return _rujukan(
        (terendah, f"⟦G_TERENDAH⟧ memuat jumlah {unit} menurut unsur terendah"),
        (peta, f"⟦G_PETA⟧ {'nilai' if terendah else 'memuat nilai'} setiap {unit}"),
    )


def _rujukan(*bagian: tuple[bool, str]) -> list[str]:
    ada = [teks for digambar, teks in bagian if digambar]
    return [f"{' dan '.join(ada)}."] if ada else []


def _sebut_upp(urut: list[BarisRekap], acuan: BarisRekap, f: FaktaTahunan) -> str:
    senilai = [b.nama for b in urut if b.ikm == acuan.ikm]
    return f"{sebut_nama(senilai)} ({sebut_ikm(acuan.ikm, f.pengaturan)}; {kelas_dalam_kurung(acuan.mutu)})"


def kategori_a(f: FaktaTahunan) -> str | None:
    """The units in category A (T8): named when they are few, else in a table of their own."""
    nama = [b.nama for b in f.hasil.peringkat_upp() if b.mutu is Mutu.A]
    if not nama:
        return None
    if len(nama) > PALING_DISEBUT:
        return f"{awal_banyak(len(nama), f.pengaturan.istilah_unit)} bermutu A (Sangat Baik) disajikan pada ⟦T8A⟧."
    return f"{f.pengaturan.istilah_unit} bermutu A (Sangat Baik), dari nilai tertinggi: {sebut_nama(nama, len(nama))}."


def _nilai(f: FaktaTahunan, unsur: Unsur) -> NilaiUnsur:
    return next(n for n in f.hasil.unsur if n.unsur is unsur)


def kalimat_terendah(f: FaktaTahunan) -> str:
    """The lowest unsur with all ties, and how often it is the lowest of a UPP."""
    unit = f.pengaturan.istilah_unit
    if len(f.hasil.terendah) > 1:
        n = _nilai(f, f.hasil.terendah[0])
        return f"Unsur terendah adalah {daftar_unsur(f.hasil.terendah)}, dengan nilai sama (NRR {angka(n.nrr)}; konversi {angka(n.konversi)}; {kelas_dalam_kurung(n.mutu)})."
    n = _nilai(f, f.hasil.terendah[0])
    kalimat = f"Unsur terendah adalah {sebut_unsur(n)}."
    if f.hasil.indeks.upp_dihitung > 1 and n.upp_terendah:
        kalimat += f" Unsur ini menjadi yang terendah, sendiri atau bersama unsur lain, pada {dengan_terbilang(n.upp_terendah)} dari {f.hasil.indeks.upp_dihitung} {unit}."
    return kalimat


def kalimat_tertinggi(f: FaktaTahunan) -> str:
    """The highest unsur with all ties."""
    if len(f.hasil.tertinggi) > 1:
        n = _nilai(f, f.hasil.tertinggi[0])
        return f"Unsur tertinggi adalah {daftar_unsur(f.hasil.tertinggi)}, dengan nilai sama (NRR {angka(n.nrr)}; konversi {angka(n.konversi)}; {kelas_dalam_kurung(n.mutu)})."
    return f"Unsur tertinggi adalah {sebut_unsur(_nilai(f, f.hasil.tertinggi[0]))}."


def kalimat_andaian(f: FaktaTahunan) -> str | None:
    """What raising the lowest unsur alone would give; a class is promised only when it is reached."""
    a, i = f.hasil.andaian, f.hasil.indeks
    if a is None or i.ikm is None or i.mutu is None or i.mutu is Mutu.A:
        return None
    awal = (
        f"Bila unsur {nama_unsur(a.unsur)} naik menjadi 4,00 dan unsur lain tetap, IKM menjadi {sebut_ikm(a.ikm, f.pengaturan)}"
    )
    if a.mutu is i.mutu:
        sasaran = list(Mutu)[list(Mutu).index(i.mutu) - 1]
        return f"{awal}; mutu {sasaran.value} ({kinerja(sasaran)}) baru tercapai bila unsur lain ikut naik."
    return f"{awal} dengan mutu {sebut_mutu(a.mutu, f.pengaturan)}."


def unsur(f: FaktaTahunan) -> list[str]:
    """Section 3.3."""
    if not f.hasil.unsur:
        return ["Nilai per unsur tidak tersedia dalam data yang disampaikan."]
    rendah = [n for n in f.hasil.unsur if n.mutu in (Mutu.C, Mutu.D)]
    kalimat = [
        f"Nilai sembilan unsur instansi disajikan pada ⟦T4⟧ dan ⟦G_UNSUR⟧, diurutkan dari yang terendah. {kalimat_terendah(f)} {kalimat_tertinggi(f)}"
    ]
    if rendah:
        kalimat.append(f"Unsur dengan mutu di bawah B: {daftar_unsur([n.unsur for n in rendah])}.")
    else:
        kalimat.append("Tidak ada unsur instansi dengan mutu di bawah B.")
    andaian = kalimat_andaian(f)
    return [*kalimat, andaian] if andaian else kalimat


def nilai_per_upp(f: FaktaTahunan) -> list[str]:
    """Close of section 3.3: where the values of every unit stand."""
    return [f"Nilai setiap {f.pengaturan.istilah_unit} pada kesembilan unsur disajikan pada ⟦T17⟧."] if f.hasil.unsur else []


def tabel_besar(f: FaktaTahunan) -> list[str]:
    """Section 3.4: how to read T1."""
    skala = "NRR (1–4)" if f.hasil.skala_nrr else "nilai konversi (25–100)"
    baris = "⟦T1⟧ memuat setiap periode yang diukur, diikuti rata-rata semester dan tahunan."
    if all(b.jenis in ("terukur", "instansi") for b in f.hasil.besar):
        baris = "⟦T1⟧ memuat setiap periode yang diukur dan rata-rata instansi."
    return [f"{baris} Nilai unsur dicetak sebagai {skala}; kode U1 sampai U9 mengikuti ⟦UNSUR⟧."]


def tren(f: FaktaTahunan) -> list[str]:
    """Section 3.5; empty when there is only one year."""
    t, p = f.tren, f.pengaturan
    if not t.ada:
        return []
    kalimat = []
    if t.kata is not None:
        angka_deret = daftar([f"{angka(x, p.desimal_ikm)} ({tahun})" for tahun, x in t.deret_kata])
        kalimat.append(f"IKM {p.nama} {t.kata.value}: {angka_deret} (⟦G_TREN⟧).")
    if t.naik + t.turun + t.tetap:
        bagian = [
            f"IKM {sebut_banyak(n, p.istilah_unit)} {kata}"
            for n, kata in ((t.naik, "naik"), (t.turun, "turun"), (t.tetap, "tetap"))
            if n
        ]
        kalimat.append(f"Dibandingkan dengan tahun {f.tahun - 1}, {daftar(bagian)} (⟦T16⟧).")
    else:
        kalimat.append(
            f"Nilai antartahun disajikan pada ⟦T16⟧; belum ada {p.istilah_unit} yang nilainya tersedia pada dua tahun terakhir."
        )
    if t.naik_terbesar is not None:
        kalimat.append(
            f"Kenaikan terbesar terjadi pada {t.naik_terbesar.nama} ({angka(t.naik_terbesar.selisih, p.desimal_ikm)} poin)."
        )
    if t.turun_terbesar is not None and t.turun_terbesar.selisih is not None:
        kalimat.append(
            f"Penurunan terbesar terjadi pada {t.turun_terbesar.nama} ({angka(abs(t.turun_terbesar.selisih), p.desimal_ikm)} poin)."
        )
    return kalimat


def univariat(u: FaktaUnivariat | None) -> list[str]:
    """Section 3.6, distribution of the answers."""
    if u is None:
        return [
            "Analisis sebaran dan hubungan antarunsur memerlukan jawaban setiap responden. Data yang disampaikan hanya berupa rekap, sehingga analisis itu tidak disajikan."
        ]
    buruk = max(u.sebaran, key=lambda s: s.persen_buruk)
    baik = max(u.sebaran, key=lambda s: s.persen[3])
    kalimat = [
        f"Sebaran {bulat(u.n)} lembar jawaban disajikan pada ⟦SEBARAN⟧ dan ⟦G_SEBARAN⟧. Bagian jawaban 1 dan 2 terbesar terdapat pada unsur {nama_unsur(buruk.unsur)} "
        f"({persen(buruk.persen_buruk)}); bagian jawaban 4 terbesar pada unsur {nama_unsur(baik.unsur)} ({persen(baik.persen[3])}).",
        f"Rata-rata sembilan NRR adalah {angka(u.rerata)} dengan simpangan baku {angka(u.simpangan, 3)}. Unsur dengan NRR di bawah {angka(u.batas_bawah)} "
        f"digolongkan rendah dan di atas {angka(u.batas_atas)} digolongkan tinggi.",
    ]
    kalimat.append(
        f"Golongan rendah: {daftar_unsur(u.rendah) if u.rendah else 'tidak ada'}. Golongan tinggi: {daftar_unsur(u.tinggi) if u.tinggi else 'tidak ada'}."
    )
    return kalimat


def bivariat(b: FaktaBivariat | None) -> list[str]:
    """Section 3.6, rank correlation between unsur."""
    if b is None:
        return []
    kuat, lemah = b.pasangan[0], b.pasangan[-1]
    kalimat = [
        f"Hubungan antarunsur diukur dengan korelasi peringkat Spearman pada {bulat(b.n)} lembar jawaban (⟦G_KORELASI⟧). Hubungan terkuat terdapat antara "
        f"{_pasangan(kuat)}; hubungan terlemah antara {_pasangan(lemah)}.",
        "Korelasi menunjukkan unsur yang dinilai serupa oleh responden yang sama; korelasi tidak menunjukkan sebab.",
    ]
    if b.tidak_terhitung:
        kalimat.append(
            f"Korelasi {sebut_banyak(b.tidak_terhitung, 'pasangan')} unsur tidak dapat dihitung karena salah satu unsurnya selalu dijawab sama."
        )
    return kalimat


def _pasangan(pasangan: tuple[Unsur, Unsur, Decimal]) -> str:
    a, b, rho = pasangan
    return f"unsur {nama_unsur(a)} dan unsur {nama_unsur(b)} ({angka(rho)})"


def saran(f: FaktaTahunan) -> list[str]:
    """Section 3.7."""
    s = f.analisis.saran
    if s is None:
        return []
    bernama = [(u, len(isi)) for u, isi in s.per_unsur if u is not None]
    kalimat = [
        f"Responden menyampaikan {bulat(s.jumlah)} saran. Saran dikelompokkan menurut unsur yang disebut di dalamnya atau unsur terendah pada lembar jawabannya (⟦SARAN⟧)."
    ]
    if bernama:
        puncak = max(n for _, n in bernama)
        kalimat.append(
            f"Saran terbanyak menyangkut unsur {daftar_unsur([u for u, n in bernama if n == puncak])} ({bulat(puncak)} saran)."
        )
    return kalimat
