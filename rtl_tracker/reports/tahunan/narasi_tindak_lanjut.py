"""Sentences of chapter IV: priorities, RTL, realisasi, what was not done, effect."""

from decimal import Decimal

from rtl_tracker.domain.pengaturan import DasarRealisasi
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.formats import bulat, daftar, dengan_terbilang, persen, tanggal
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.sebutan import awal_banyak, daftar_unsur, nama_unsur, sebut_banyak, sebut_nama

DATA_CONTOH = "Data RTL dan realisasi pada laporan ini memuat **data contoh** yang dibuat untuk peragaan; data itu tidak berasal dari laporan resmi."


def prioritas(f: FaktaTahunan) -> list[str]:
    """Section 4.1."""
    t = f.tindak_lanjut
    if not t.prioritas:
        return ["Unsur prioritas tidak dapat ditentukan karena nilai per unsur tidak tersedia."]
    seri = (
        " Unsur dengan nilai yang sama pada batas urutan disebut semuanya."
        if len(t.prioritas) > f.pengaturan.jumlah_prioritas
        else ""
    )
    kalimat = [f"Unsur prioritas instansi, dari nilai terendah, adalah {daftar_unsur(t.prioritas)}.{seri}"]
    if t.kali_prioritas:
        puncak = [u for u, n in t.kali_prioritas if n == t.kali_prioritas[0][1]]
        kalimat.append(
            f"Unsur yang paling sering menjadi prioritas {f.pengaturan.istilah_unit} adalah {daftar_unsur(puncak)}, "
            f"pada {dengan_terbilang(t.kali_prioritas[0][1])} dari {t.upp_berprioritas} {f.pengaturan.istilah_unit} (⟦PRIORITAS⟧)."
        )
    return kalimat


def rtl(f: FaktaTahunan) -> list[str]:
    """Section 4.2."""
    t, unit = f.tindak_lanjut, f.pengaturan.istilah_unit
    kalimat = []
    if t.rtl_instansi:
        kalimat.append(
            "RTL tingkat instansi disajikan pada ⟦T11⟧ bersama nilai kesembilan unsur, diurutkan dari yang terendah."
        )
    jumlah = sum(len(daftar_rtl) for _, daftar_rtl in t.rtl_upp)
    if not jumlah:
        kalimat.append(f"RTL per {unit} tidak tersedia dalam data yang disampaikan.")
        return kalimat
    kalimat.append(
        f"{awal_banyak(len(t.rtl_upp), unit)} menyusun {bulat(jumlah)} RTL. Jumlahnya menurut unsur disajikan pada ⟦RTL_UNSUR⟧."
    )
    if t.wajib:
        kalimat.append(
            f"Unsur yang wajib ditindaklanjuti, yaitu unsur bermutu C atau D dan {dengan_terbilang(f.pengaturan.jumlah_prioritas)} unsur terendah setiap {unit}, "
            f"berjumlah {bulat(t.wajib)}; {'seluruhnya' if t.terisi == t.wajib else f'{bulat(t.terisi)} di antaranya'} memiliki RTL."
        )
    if t.tanpa_rtl:
        kalimat.append(f"{unit} yang belum menyusun RTL: {sebut_nama(t.tanpa_rtl)}.")
    kurang = [
        f"{'seluruh RTL' if n == jumlah else sebut_banyak(n, 'RTL')} {kata}"
        for n, kata in (
            (t.tanpa_unsur, "belum menunjuk satu unsur"),
            (t.tanpa_tenggat, "tidak menyebut waktu pelaksanaan"),
            (t.tanpa_penanggung_jawab, "tidak menyebut penanggung jawab"),
        )
        if n
    ]
    if kurang:
        kalimat.append(f"Rencana yang belum lengkap: {daftar(kurang)}.")
    return kalimat


def _sebut_persen(nilai: Decimal | None) -> str:
    return persen(nilai, kosong="belum ada data")


def kalimat_realisasi(f: FaktaTahunan) -> str:
    """The one sentence of realisasi: items where they are known, else the mean of the printed percentages."""
    r, unit = f.tindak_lanjut.realisasi, f.pengaturan.istilah_unit
    if r.dilaporkan is None:
        return "Realisasi RTL periode sebelumnya belum dilaporkan."
    if r.rtl:
        return (
            f"Dari {bulat(r.rtl)} RTL periode sebelumnya, {bulat(r.selesai)} dilaporkan selesai dan {bulat(r.jumlah_terverifikasi)} terverifikasi. "
            f"Rata-rata realisasi {sebut_banyak(r.upp_dihitung, unit)} adalah {_sebut_persen(r.dilaporkan)} (dilaporkan) dan {_sebut_persen(r.terverifikasi)} (terverifikasi)."
        )
    return f"Rata-rata realisasi RTL periode sebelumnya yang dilaporkan {sebut_banyak(r.upp_dihitung, unit)} adalah {_sebut_persen(r.dilaporkan)}. Tidak ada realisasi yang terverifikasi."


def realisasi(f: FaktaTahunan) -> list[str]:
    """Section 4.3."""
    r, p = f.tindak_lanjut.realisasi, f.pengaturan
    kalimat = [kalimat_realisasi(f)]
    if r.dilaporkan is None:
        return kalimat
    kalimat.append(
        f"Rincian per {p.istilah_unit} disajikan pada ⟦REALISASI⟧ dan rata-ratanya menurut kelompok pada ⟦G_REALISASI⟧."
    )
    if r.per_semester:
        bagian = [
            f"{NAMA_PERIODE[periode]} {persen(nilai)} dari {bulat(n)} {p.istilah_unit}" for periode, nilai, n in r.per_semester
        ]
        kalimat.append(f"Rata-rata menurut semester: {daftar(bagian)}.")
        kalimat += _belum_semester(f)
    if r.gabungan_dilaporkan is not None:
        kalimat.append(
            f"Bila semua RTL digabung tanpa membedakan {p.istilah_unit}, realisasinya {persen(r.gabungan_dilaporkan)} (dilaporkan) dan {persen(r.gabungan_terverifikasi)} (terverifikasi)."
        )
    dasar = "yang dilaporkan" if p.dasar_realisasi is DasarRealisasi.DILAPORKAN else "yang terverifikasi"
    kalimat.append(f"Angka resmi laporan ini adalah realisasi {dasar}.")
    if r.belum_dilaporkan:
        kalimat.append(
            f"{p.istilah_unit} yang belum melaporkan realisasi: {sebut_nama(r.belum_dilaporkan)}. {p.istilah_unit} tanpa laporan realisasi tidak dihitung sebagai nol."
        )
    if r.seratus_tanpa_verifikasi:
        kalimat.append(
            f"Realisasi 100 % tanpa satu pun yang terverifikasi terdapat pada {sebut_nama(r.seratus_tanpa_verifikasi)}."
        )
    return kalimat


def _belum_semester(f: FaktaTahunan) -> list[str]:
    """Units that reported one semester and not the other; a blank is named, never counted as zero."""
    r = f.tindak_lanjut.realisasi
    kalimat = []
    for i, periode in enumerate((Periode.S1, Periode.S2)):
        nama = [b.nama for b in r.baris if b.dilaporkan is not None and b.per_semester[i] is None]
        if nama and any(p is periode for p, _, _ in r.per_semester):
            kalimat.append(f"Realisasi {NAMA_PERIODE[periode]} belum dilaporkan oleh {sebut_nama(nama)}.")
    return kalimat


def rtl_belum(f: FaktaTahunan) -> list[str]:
    """Section 4.4; empty when every known outcome is done."""
    t = f.tindak_lanjut
    if not t.belum:
        return []
    unit = sorted({nama for nama, _ in t.belum})
    kalimat = [
        f"{awal_banyak(len(t.belum), 'RTL')} dari {sebut_banyak(len(unit), f.pengaturan.istilah_unit)} belum selesai. "
        "Alasan, strategi penyelesaian, dan target waktunya disajikan pada ⟦T13⟧."
    ]
    if t.lewat_tenggat:
        kalimat.append(f"{awal_banyak(t.lewat_tenggat, 'RTL')} sudah melewati tenggat pada tanggal {tanggal(f.tanggal)}.")
    if t.realisasi.rtl - t.realisasi.selesai > len(t.belum):
        kalimat.append(
            f"RTL tahun {f.tahun} yang masih direncanakan atau berjalan tidak termasuk di dalamnya; rinciannya terdapat pada Lampiran Laporan Hasil Tindak Lanjut."
        )
    return kalimat


def dampak(f: FaktaTahunan) -> list[str]:
    """Section 4.5; empty when nothing can be compared."""
    d = f.tindak_lanjut.dampak
    if not d:
        return []
    naik, tetap, turun = sum(b.naik for b in d), sum(b.tetap for b in d), sum(b.turun for b in d)
    jumlah = naik + tetap + turun
    terbaik = max(d, key=lambda b: (b.naik, -b.turun))
    return [
        f"Dampak dilihat dari {bulat(jumlah)} pasangan {f.pengaturan.istilah_unit} dan unsur yang memiliki RTL dan diukur kembali pada periode berikutnya: "
        f"{bulat(naik)} naik, {bulat(tetap)} tetap, dan {bulat(turun)} turun (⟦DAMPAK⟧).",
        f"Kenaikan terbanyak terdapat pada unsur {nama_unsur(terbaik.unsur)} ({bulat(terbaik.naik)} naik dan {bulat(terbaik.turun)} turun)."
        if terbaik.naik
        else "Tidak ada unsur ber-RTL yang naik pada pengukuran berikutnya.",
        "Perubahan nilai tidak selalu disebabkan oleh RTL; perbandingan ini menunjukkan arah, bukan sebab.",
    ]
