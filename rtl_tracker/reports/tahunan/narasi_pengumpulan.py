"""Sentences of chapter II."""

from rtl_tracker.domain.pengaturan import AturanSampel
from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.domain.sampel import N_CATATAN_KAKI
from rtl_tracker.formats import bulat, daftar, persen, terbilang
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.sebutan import TERBANYAK_DISEBUT, awal_banyak, sebut_banyak, sebut_nama


def penyampaian(f: FaktaTahunan) -> list[str]:
    """Section 2.1: who handed in. "Seluruh" is only written when the count says so."""
    k, unit = f.pengumpulan, f.pengaturan.istilah_unit
    if k.menyampaikan == k.wajib:
        kalimat = [
            f"Seluruh {unit} yang wajib mengukur, yaitu {sebut_banyak(k.wajib, unit)}, menyampaikan hasil SKM tahun {f.tahun}."
        ]
    else:
        kalimat = [
            f"Dari {sebut_banyak(k.wajib, unit)} yang wajib mengukur, {sebut_banyak(k.menyampaikan, unit)} menyampaikan hasil SKM tahun {f.tahun}."
        ]
    kalimat += _ketepatan(f)
    if k.nihil:
        kalimat.append(f"{awal_banyak(len(k.nihil), unit)} menyatakan nihil karena tidak ada responden: {sebut_nama(k.nihil)}.")
    if k.tidak:
        kalimat.append(f"{unit} berikut belum menyampaikan hasil: {sebut_nama(k.tidak, 20)}.")
    kalimat.append("Rincian menurut kelompok disajikan pada ⟦T7⟧.")
    if k.belum_lengkap:
        butir = [f"{nama} ({daftar([NAMA_PERIODE[p] for p in periode])})" for nama, periode in k.belum_lengkap]
        kalimat.append(f"Periode berikut belum disampaikan: {sebut_nama(butir, 12)}.")
    return kalimat


def _ketepatan(f: FaktaTahunan) -> list[str]:
    """In time or late, of those whose day of sending is known."""
    k, unit = f.pengumpulan, f.pengaturan.istilah_unit
    if not k.bertanggal:
        return []
    if not k.terlambat:
        return [
            f"Semua berkas dari {sebut_banyak(k.bertanggal, unit)} yang tanggal pengirimannya tercatat dikirim tepat waktu."
        ]
    butir = [f"{nama} ({bulat(hari)} hari)" for nama, hari in k.terlambat]
    return [f"{awal_banyak(len(k.terlambat), unit)} mengirim berkas melewati batas waktu: {sebut_nama(butir, 12)}."]


def responden(f: FaktaTahunan) -> list[str]:
    """Section 2.2: respondents obtained and required."""
    k, unit = f.pengumpulan, f.pengaturan.istilah_unit
    if not k.responden:
        return ["Jumlah responden tidak tersedia dalam data yang disampaikan."]
    terbanyak = k.responden[0]
    kalimat = [
        f"Jumlah responden seluruhnya {bulat(k.jumlah_responden)} orang dari {sebut_banyak(len(k.responden), unit)}. "
        f"{_terbanyak(f)} Rinciannya pada ⟦T6⟧."
    ]
    diketahui = [b for b in k.responden if b.wajib is not None]
    if diketahui:
        cukup = sum(b.memenuhi is True for b in diketahui)
        aturan = "100 responden" if k.aturan_sampel is AturanSampel.UNSUR_10 else "jumlah minimal menurut Krejcie dan Morgan"
        kalimat.append(
            f"Dari {sebut_banyak(len(diketahui), unit)} yang jumlah minimalnya dapat dihitung, {sebut_banyak(cukup, unit) if cukup else 'tidak satu pun'} memenuhi {aturan}."
        )
    else:
        kalimat.append("Jumlah pengguna layanan tidak disampaikan, sehingga jumlah responden minimal tidak dapat dihitung.")
    if k.kecil:
        kalimat.append(
            f"{awal_banyak(len(k.kecil), unit)} memiliki responden kurang dari {N_CATATAN_KAKI} ({terbilang(N_CATATAN_KAKI)}) orang{_sebut_kecil(k.kecil, terbanyak.n)}; "
            f"nilainya dibaca dengan hati-hati."
        )
    if k.tanpa_jumlah:
        kalimat.append(f"Jumlah responden tidak disampaikan oleh {sebut_nama(k.tanpa_jumlah)}.")
    return kalimat


def _terbanyak(f: FaktaTahunan) -> str:
    k = f.pengumpulan
    teratas = [b for b in k.responden if b.n == k.responden[0].n]
    if len(teratas) == len(k.responden) and len(teratas) > 1:
        return f"Setiap {f.pengaturan.istilah_unit} memiliki {bulat(teratas[0].n)} responden."
    if len(teratas) > TERBANYAK_DISEBUT:
        return f"Jumlah terbanyak, {bulat(teratas[0].n)} orang ({persen(teratas[0].persen)}), dimiliki {sebut_banyak(len(teratas), f.pengaturan.istilah_unit)}."
    return f"Responden terbanyak berasal dari {sebut_nama([b.nama for b in teratas])} ({'masing-masing ' if len(teratas) > 1 else ''}{bulat(teratas[0].n)} orang atau {persen(teratas[0].persen)})."


def _sebut_kecil(kecil: tuple[str, ...], terbanyak: int) -> str:
    return "" if terbanyak < N_CATATAN_KAKI else f", yaitu {sebut_nama(kecil)}"


def profil_responden(f: FaktaTahunan) -> list[str]:
    """Section 2.3: the largest group of every indicator, or that there is no profile."""
    if not f.pengumpulan.profil:
        return ["Data jenis kelamin, usia, pendidikan, dan pekerjaan responden tidak tersedia dalam data yang disampaikan."]
    kalimat = [
        "Profil responden yang mengisi data diri disajikan pada ⟦T5⟧. Persentase dihitung dari jawaban yang terisi pada setiap indikator."
    ]
    for indikator in dict.fromkeys(b.indikator for b in f.pengumpulan.profil):
        baris = [b for b in f.pengumpulan.profil if b.indikator == indikator]
        puncak = [b for b in baris if b.jumlah == max(x.jumlah for x in baris)]
        nama = daftar([b.data for b in puncak])
        kalimat.append(
            f"Menurut {_indikator(indikator)}, kelompok terbesar adalah {nama}, {bulat(puncak[0].jumlah)} orang ({persen(puncak[0].persen)})."
        )
    return kalimat


def _indikator(judul: str) -> str:
    """ "usia" from the table's "Usia (tahun)"."""
    return judul.partition(" (")[0].lower()


def cara_pengumpulan(f: FaktaTahunan) -> list[str]:
    """Section 2.4: the methods named by the units, by measured period."""
    if not f.pengumpulan.metode:
        return ["Cara pengumpulan jawaban tidak disebutkan dalam data yang disampaikan."]
    jumlah = sum(banyak for _, banyak in f.pengumpulan.metode)
    if len(f.pengumpulan.metode) == 1:
        return [
            f"Jawaban dikumpulkan dengan cara {f.pengumpulan.metode[0][0].lower()} pada semua pengukuran yang menyebutkan caranya."
        ]
    return [f"Cara pengumpulan jawaban pada {bulat(jumlah)} pengukuran yang menyebutkan caranya disajikan pada ⟦METODE⟧."]
