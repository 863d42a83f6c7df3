"""Sentences of the foreword and of chapter I. Chosen from facts and settings; no number is made here."""

from rtl_tracker.domain.pengaturan import AgregasiInstansi, AturanSampel, Bobot, RerataPeriode, SumberNilai
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.formats import daftar
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.sebutan import kantor_organisasi, sebut_banyak

KALIMAT_AGREGASI: dict[AgregasiInstansi, str] = {
    AgregasiInstansi.RERATA_UPP: "rata-rata IKM tahunan semua {unit} yang mengukur, tanpa pembobot (SE MenPANRB Nomor 12 Tahun 2023)",
    AgregasiInstansi.GABUNGAN_RESPONDEN: "IKM dari gabungan jawaban semua responden, sehingga {unit} dengan responden lebih banyak berbobot lebih besar",
    AgregasiInstansi.RERATA_UNSUR: "IKM yang dihitung dari rata-rata setiap unsur antar-{unit}",
}
NAMA_AGREGASI: dict[AgregasiInstansi, str] = {
    AgregasiInstansi.RERATA_UPP: "Rata-rata IKM {unit}",
    AgregasiInstansi.GABUNGAN_RESPONDEN: "Gabungan jawaban responden",
    AgregasiInstansi.RERATA_UNSUR: "Rata-rata unsur, lalu rumus IKM",
}


def kata_pengantar(f: FaktaTahunan) -> list[str]:
    """The foreword."""
    p = f.pengaturan
    return [
        f"Laporan ini memuat hasil Survei Kepuasan Masyarakat (SKM) tahun {f.tahun} pada "
        f"{sebut_banyak(f.pengumpulan.menyampaikan, p.istilah_unit)} di lingkungan {p.nama}, beserta tindak lanjutnya.",
        "Penilaian masyarakat dinyatakan sebagai Indeks Kepuasan Masyarakat (IKM) dan dirinci menurut sembilan unsur pelayanan. "
        "Unsur yang lemah menjadi dasar Rencana Tindak Lanjut (RTL). Bab IV memperlihatkan rencana yang disusun, "
        "rencana yang sudah dilaksanakan, dan rencana yang belum.",
        "Terima kasih kami sampaikan kepada masyarakat yang telah menjawab survei dan kepada petugas yang mengumpulkan jawabannya. "
        "Saran untuk perbaikan laporan ini kami terima dengan terbuka.",
    ]


def latar_belakang(f: FaktaTahunan) -> list[str]:
    """Section 1.1."""
    p = f.pengaturan
    return [
        "Undang-Undang Nomor 25 Tahun 2009 mewajibkan penyelenggara pelayanan publik menilai kinerjanya secara berkala. "
        "Survei Kepuasan Masyarakat adalah cara penilaian yang melibatkan penerima layanan: mereka menilai sembilan unsur pelayanan, "
        "dan penilaian itu diringkas menjadi satu indeks antara 25 dan 100.",
        f"Pada tahun {f.tahun}, {sebut_banyak(f.pengumpulan.wajib, p.istilah_unit)} di lingkungan {p.nama} wajib mengukur kepuasan "
        "masyarakat paling sedikit satu kali dalam setahun. Laporan ini menggabungkan hasilnya agar dapat dibandingkan "
        f"antar-{p.istilah_unit} dan antartahun.",
        "Indeks tidak memperbaiki layanan dengan sendirinya. Karena itu setiap unsur yang rendah dipasangkan dengan RTL, "
        "dan realisasi RTL periode sebelumnya dilaporkan bersama hasil survei.",
    ]  # fmt: skip


def maksud(f: FaktaTahunan) -> str:
    """Opening of section 1.3."""
    return (
        f"Laporan ini dimaksudkan sebagai dasar pengambilan keputusan perbaikan pelayanan publik di lingkungan {f.pengaturan.nama}. "
        "Tujuannya sebagai berikut."
    )


def tujuan(f: FaktaTahunan) -> tuple[str, ...]:
    """The aims of section 1.3."""
    unit = f.pengaturan.istilah_unit
    return (
        f"Menyajikan IKM setiap {unit} dan IKM instansi tahun {f.tahun}.",
        f"Menunjukkan unsur pelayanan yang kuat dan yang lemah pada setiap {unit}.",
        "Menunjukkan perubahan dari tahun ke tahun.",
        "Menyajikan RTL dan realisasinya, termasuk RTL yang belum dilaksanakan beserta alasannya.",
        f"Memberikan rekomendasi yang menyebut {unit}, unsur, dan batas waktunya.",
    )


def metode(f: FaktaTahunan) -> list[str]:
    """Section 1.4: the rules in force, from the settings."""
    p = f.pengaturan
    kalimat = [
        "Setiap responden menilai sembilan unsur (⟦UNSUR⟧) dengan jawaban 1 (tidak baik), 2 (kurang baik), 3 (baik), atau "
        "4 (sangat baik). Jawaban yang kosong tidak dihitung sebagai nol: jawaban itu tidak ikut dalam jumlah maupun pembagi.",
        "Nilai rata-rata (NRR) suatu unsur adalah jumlah nilai jawaban dibagi banyaknya jawaban yang terisi. "
        f"IKM dihitung dengan rumus **IKM = 25 × jumlah (NRR × bobot)** dengan bobot {_bobot(p.bobot)} untuk setiap unsur. "
        "Nilai konversi suatu unsur adalah 25 × NRR.",
        _pembulatan(f),
    ]
    if any(periode is not Periode.TAHUNAN for periode in f.periode_terukur):
        kalimat.append(_rerata_periode(p.rerata_periode))
    kalimat.append(f"IKM {p.nama} adalah {KALIMAT_AGREGASI[p.agregasi].format(unit=p.istilah_unit)}.")
    kalimat.append(_sampel(p.aturan_sampel))
    kalimat.append(
        "IKM dan nilai konversi digolongkan menurut ⟦KELAS⟧. Setiap nilai dibulatkan menjadi dua desimal sebelum digolongkan."
    )
    return kalimat


def _bobot(bobot: Bobot) -> str:
    return "1/9" if bobot is Bobot.SEPERSEMBILAN else bobot.value.replace(".", ",")


def _pembulatan(f: FaktaTahunan) -> str:
    p = f.pengaturan
    awal = "Perhitungan memakai nilai penuh dan dibulatkan satu kali pada akhir, setengah ke atas."
    if p.pembulatan_tertimbang is not None:
        awal = f"NRR tertimbang dibulatkan menjadi {p.pembulatan_tertimbang} desimal sebelum dijumlahkan; hasil akhir dibulatkan setengah ke atas."
    if p.sumber_nilai is SumberNilai.TERCETAK:
        return f"{awal} Bila jawaban responden tersedia, IKM dihitung dari jawaban; bila hanya rekap yang disampaikan, IKM yang tercetak pada rekap dipakai."
    return f"{awal} Bila hanya rekap yang disampaikan, IKM dihitung ulang dari nilai unsur pada rekap."


def _rerata_periode(aturan: RerataPeriode) -> str:
    if aturan is RerataPeriode.SEMUA:
        return "Nilai tahunan adalah rata-rata semua periode yang diukur. Jumlah responden dijumlahkan."
    if aturan is RerataPeriode.BERBOBOT:
        return "Nilai semester dan tahunan adalah rata-rata periode yang diukur dengan pembobot jumlah responden."
    return (
        "Nilai semester adalah rata-rata nilai triwulannya dan nilai tahunan adalah rata-rata nilai semesternya, tanpa pembobot. "
        "Periode yang diukur langsung dipakai apa adanya. Jumlah responden dijumlahkan."
    )


def _sampel(aturan: AturanSampel) -> str:
    if aturan is AturanSampel.UNSUR_10:
        return "Jumlah responden minimal adalah (jumlah unsur + 1) × 10 = 100 orang."
    return (
        "Jumlah responden minimal dihitung dengan rumus Krejcie dan Morgan menurut jumlah pengguna layanan pada periode itu. "
        "Bila jumlah pengguna layanan kurang dari 10, semua pengguna menjadi responden."
    )


def jadwal_tim(f: FaktaTahunan) -> list[str]:
    """Section 1.5: what was measured when, and by whom."""
    kalimat = []
    if f.periode_terukur:
        periode = daftar([NAMA_PERIODE[p].lower() if p is Periode.TAHUNAN else NAMA_PERIODE[p] for p in f.periode_terukur])
        kalimat.append(f"Hasil survei tahun {f.tahun} disampaikan untuk periode {periode}.")
    for nama, jumlah in f.pengumpulan.pelaksana:
        kalimat.append(f"Survei dilaksanakan secara {nama.lower()} oleh {sebut_banyak(jumlah, f.pengaturan.istilah_unit)}.")
    kalimat.append(
        f"{kantor_organisasi(f.pengaturan)} memeriksa hasil setiap {f.pengaturan.istilah_unit} dan menggabungkannya menjadi laporan ini."
    )
    return kalimat
