"""Sentences of chapter II: questionnaires, index, unsur, periods, layanan, units below."""

from collections.abc import Sequence
from decimal import Decimal

from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.pengaturan import AturanSampel
from rtl_tracker.domain.sampel import N_CATATAN_KAKI
from rtl_tracker.formats import angka, bulat, dengan_terbilang
from rtl_tracker.reports.tahunan import narasi_hasil as bersama
from rtl_tracker.reports.tahunan import narasi_pengumpulan
from rtl_tracker.reports.tahunan.sebutan import daftar_unsur, sebut_banyak, sebut_ikm, sebut_nama
from rtl_tracker.reports.upp.fakta import N_ANALISIS, FaktaUpp
from rtl_tracker.reports.upp.sebutan import daftar_periode, nama_skala


def kuesioner(f: FaktaUpp) -> list[str]:
    """Section 2.2: only what the data have."""
    n = f.setahun.hasil.indeks.jumlah_responden
    if f.hasil.rerata_anak:
        awal = f"{f.nama} tidak membagikan kuesioner sendiri."
        return [
            f"{awal} Jumlah responden {bulat(n)} orang adalah jumlah responden unit di bawahnya." if n is not None else awal
        ]
    tabel = " Rinciannya disajikan pada ⟦KUESIONER⟧." if f.hasil.kuesioner else ""
    if n is None:
        kalimat = [f"Jumlah kuesioner yang diolah tidak disebutkan dalam data yang disampaikan.{tabel}"]
    else:
        kalimat = [f"Kuesioner yang diolah berjumlah {dengan_terbilang(n)}, satu untuk setiap responden.{tabel}"]
    if f.profil.kuesioner:
        kalimat.append(f"Catatan unit: {'; '.join(f'{label.lower()} {teks}' for label, teks in f.profil.kuesioner)}.")
    return [*kalimat, *_sampel(f), *_bentuk_data(f)]


def _sampel(f: FaktaUpp) -> list[str]:
    """Required and obtained respondents, and whether they are few, as one paragraph; none where their number is not known."""
    kalimat = []
    for b in f.setahun.pengumpulan.responden:
        cukup = "terpenuhi" if b.memenuhi else "belum terpenuhi"
        if b.wajib is None:
            kalimat.append("Jumlah pengguna layanan tidak disampaikan, sehingga jumlah responden minimal tidak dihitung.")
        elif f.instansi.aturan_sampel is AturanSampel.KREJCIE_MORGAN:
            asal = f"Untuk {bulat(b.populasi)} pengguna layanan diperlukan {bulat(b.wajib)} responden (Krejcie dan Morgan)"
            kalimat.append(f"{asal}; jumlah itu {cukup}.")
        else:
            kalimat.append(f"Jumlah minimal {bulat(b.wajib)} responden {cukup}.")
        if b.n < N_CATATAN_KAKI:
            kalimat.append(f"Responden kurang dari {dengan_terbilang(N_CATATAN_KAKI)} orang; hasilnya dibaca dengan hati-hati.")
    return [" ".join(kalimat)] if kalimat else []


def _bentuk_data(f: FaktaUpp) -> list[str]:
    """What was handed in, where that limits what the report can show."""
    berjawaban = [p for _, p, _, _ in f.setahun.lembar]
    if f.hasil.luar_aplikasi:
        return ["Hasil disampaikan sebagai IKM tanpa nilai per unsur, sehingga uraian menurut unsur tidak dapat disajikan."]
    if not berjawaban:
        return [
            "Hasil disampaikan sebagai rekap nilai unsur, sehingga profil responden dan analisis jawaban tidak dapat disajikan."
        ]
    kalimat = []
    if len(berjawaban) < len(f.hasil.kuesioner):
        kalimat.append(
            f"Jawaban setiap responden tersedia untuk {daftar_periode(berjawaban)}; periode lain disampaikan sebagai rekap."
        )
    if f.setahun.analisis.univariat is None:
        kalimat.append(f"Sebaran jawaban tidak dianalisis karena lembar jawaban kurang dari {dengan_terbilang(N_ANALISIS)}.")
    return kalimat


def profil_responden(f: FaktaUpp) -> list[str]:
    """Section 2.1; empty without a profile."""
    kalimat = narasi_pengumpulan.profil_responden(f.setahun) if f.setahun.pengumpulan.profil else []
    if f.profil_ditahan:
        kalimat.append("Data diri yang diisi kurang dari lima responden tidak disajikan agar tidak menunjuk orang tertentu.")
    return kalimat


def indeks(f: FaktaUpp) -> list[str]:
    """Section 2.3."""
    i, hasil = f.setahun.hasil.indeks, f.hasil
    kalimat = [kalimat_indeks(f)]
    if hasil.rerata_anak:
        kalimat.append(
            "Nilai itu adalah rata-rata hasil unit di bawahnya, tanpa pembobot, dan tidak ikut dihitung dalam indeks instansi."
        )
    elif not f.upp.ikut_rerata:
        kalimat.append(f"{f.nama} tidak diikutkan dalam indeks {f.instansi.nama}.")
    if i.margin is not None:
        kalimat.append(f"Batas galatnya ± {angka(i.margin)} poin pada tingkat kepercayaan 95 persen.")
    return kalimat


def kalimat_indeks(f: FaktaUpp) -> str:
    """The one sentence of the index."""
    if f.setahun.hasil.indeks.ikm is None:
        return f"IKM {f.nama} tahun {f.tahun} belum dapat dihitung karena baru {bulat(f.hasil.jumlah_unsur)} dari sembilan unsur yang bernilai."
    return bersama.kalimat_indeks(f.setahun)


def unsur(f: FaktaUpp) -> list[str]:
    """Section 2.4; empty without values of unsur."""
    h = f.setahun.hasil
    if not h.unsur:
        return []
    rendah = [n.unsur for n in h.unsur if n.mutu in (Mutu.C, Mutu.D)]
    kalimat = [
        "⟦T4⟧ memuat nilai menurut urutan unsur; ⟦T4_PERINGKAT⟧ dan ⟦G_UNSUR⟧ mengurutkannya menurut nilai.",
        f"Semua unsur bernilai sama, yaitu {nama_skala(f)} {angka(h.unsur[0].nrr if h.skala_nrr else h.unsur[0].konversi)}."
        if len(h.terendah) == len(h.unsur) > 1
        else f"{bersama.kalimat_terendah(f.setahun)} {bersama.kalimat_tertinggi(f.setahun)}",
        f"Unsur bermutu di bawah B: {daftar_unsur(rendah)}." if rendah else "Semua unsur bermutu B atau lebih baik.",
    ]
    andaian = bersama.kalimat_andaian(f.setahun)
    return [*kalimat, andaian] if andaian else kalimat


def periode(f: FaktaUpp) -> list[str]:
    """Section 2.5; empty when there is one period only."""
    if not f.periode:
        return []
    terukur = [(b.periode, b.ikm) for b in f.periode if b.jenis == "terukur" and b.ikm is not None]
    kalimat = [f"Nilai unsur pada ⟦PERIODE⟧ dicetak sebagai {nama_skala(f)}; kode unsur mengikuti ⟦UNSUR⟧."]
    ekstrem = _ekstrem(f, terukur)
    return [*kalimat, f"IKM {ekstrem}."] if ekstrem else kalimat


def gambar_periode(ada: bool) -> list[str]:
    """Where the chart of section 2.5 stands, if it is drawn."""
    return ["Perjalanan IKM dalam setahun digambarkan pada ⟦G_PERIODE⟧."] if ada else []


def layanan(f: FaktaUpp) -> list[str]:
    """Section 2.6; empty without layanan."""
    if not f.hasil.layanan:
        return []
    bernilai = [(b.nama, b.ikm) for b in f.hasil.layanan if b.ikm is not None]
    kalimat = [f"Hasil {sebut_banyak(len(f.hasil.layanan), 'jenis layanan')} disajikan pada ⟦LAYANAN⟧."]
    ekstrem = _ekstrem(f, bernilai)
    if ekstrem:
        kalimat.append(f"IKM {ekstrem}.")
    kosong = [b.nama for b in f.hasil.layanan if b.ikm is None and not b.nilai]
    if kosong:
        kalimat.append(f"Layanan yang belum memiliki data: {sebut_nama(kosong)}.")
    return kalimat


def anak(f: FaktaUpp) -> list[str]:
    """Section 2.7; empty without units below."""
    if not f.hasil.anak:
        return []
    bernilai = [(b.nama, b.ikm) for b in f.hasil.anak if b.ikm is not None]
    kalimat = [f"{f.nama} membawahi {sebut_banyak(len(f.hasil.anak), 'unit')}; hasilnya disajikan pada ⟦ANAK⟧."]
    ekstrem = _ekstrem(f, bernilai)
    if ekstrem:
        kalimat.append(f"IKM {ekstrem}.")
    tanpa = [b.nama for b in f.hasil.anak if b.ikm is None]
    if tanpa:
        kalimat.append(f"Unit yang belum memiliki hasil: {sebut_nama(tanpa)}.")
    return kalimat


def _ekstrem(f: FaktaUpp, nilai: Sequence[tuple[str, Decimal]]) -> str:
    """ "tertinggi pada Semester II (91,55) dan terendah pada Semester I (87,82)", all ties named; empty for fewer than two."""
    if len(nilai) < 2:
        return ""
    atas, bawah = max(x for _, x in nilai), min(x for _, x in nilai)
    if atas == bawah:
        return f"semuanya {sebut_ikm(atas, f.instansi)}"
    sebut = [sebut_nama([nama for nama, x in nilai if x == batas]) for batas in (atas, bawah)]
    return f"tertinggi pada {sebut[0]} ({sebut_ikm(atas, f.instansi)}) dan terendah pada {sebut[1]} ({sebut_ikm(bawah, f.instansi)})"
