"""Sentences of the foreword and of chapters I and II of the recap."""

from rtl_tracker.domain.pengaturan import AgregasiInstansi, AturanSampel, Bobot, RerataPeriode
from rtl_tracker.domain.periode import SEMESTER
from rtl_tracker.formats import bulat, daftar, tanggal
from rtl_tracker.reports.tahunan import narasi_pengumpulan
from rtl_tracker.reports.tahunan.sebutan import awal_banyak, kantor_organisasi, sebut_banyak, sebut_nama
from rtl_tracker.reports.triwulan.fakta import FaktaPeriode
from rtl_tracker.reports.triwulan.sebutan_periode import sebut_periode

AGREGASI: dict[AgregasiInstansi, str] = {
    AgregasiInstansi.RERATA_UPP: "rata-rata IKM {unit} yang memiliki hasil pada periode itu, tanpa pembobot",
    AgregasiInstansi.GABUNGAN_RESPONDEN: "IKM dari gabungan jawaban semua responden pada periode itu",
    AgregasiInstansi.RERATA_UNSUR: "IKM yang dihitung dari rata-rata setiap unsur antar-{unit} pada periode itu",
}
SEMESTER_DARI: dict[RerataPeriode, str] = {
    RerataPeriode.BERTINGKAT: "rata-rata triwulan yang diukur, tanpa pembobot",
    RerataPeriode.SEMUA: "rata-rata triwulan yang diukur, tanpa pembobot",
    RerataPeriode.BERBOBOT: "rata-rata triwulan yang diukur, dengan pembobot jumlah responden",
}


def kata_pengantar(f: FaktaPeriode) -> list[str]:
    """The foreword."""
    p = f.pengaturan
    return [
        f"Rekapitulasi ini memuat hasil Survei Kepuasan Masyarakat (SKM) {sebut_periode(f)} dari "
        f"{sebut_banyak(f.dasar.pengumpulan.menyampaikan, p.istilah_unit)} di lingkungan {p.nama}.",
        "Halaman pertama adalah lembar publikasi Indeks Kepuasan Masyarakat (IKM). Bab berikutnya memuat pengumpulan data, hasil "
        "menurut unit dan unsur, perbandingan dengan periode sebelumnya, serta rencana perbaikannya.",
        "Terima kasih kami sampaikan kepada masyarakat yang telah menjawab survei dan kepada petugas yang mengumpulkan jawabannya.",
    ]


def latar_belakang(f: FaktaPeriode) -> list[str]:
    """Section 1.1."""
    p = f.pengaturan
    return [
        f"SKM menilai pelayanan publik dari pengalaman penerima layanan. Pengukuran dalam setahun dibagi menjadi beberapa periode "
        f"agar {p.istilah_unit} mengetahui unsur yang lemah sebelum tahun berakhir.",
        f"Rekapitulasi {sebut_periode(f)} menggabungkan hasil {p.istilah_unit} pada periode itu menjadi satu indeks instansi, "
        "membandingkannya dengan periode sebelumnya, dan mencatat Rencana Tindak Lanjut (RTL) yang lahir dari hasil tersebut.",
        "Nilai setahun dan analisis antartahun disajikan dalam laporan tahunan.",
    ]


def metode(f: FaktaPeriode) -> list[str]:
    """Section 1.3: the rules in force, from the settings."""
    p = f.pengaturan
    bobot = "1/9" if p.bobot is Bobot.SEPERSEMBILAN else p.bobot.value.replace(".", ",")
    sampel = "100 orang" if p.aturan_sampel is AturanSampel.UNSUR_10 else "rumus Krejcie dan Morgan"
    kalimat = [
        "Responden menilai sembilan unsur (⟦UNSUR⟧) dengan jawaban 1 sampai 4. Nilai rata-rata (NRR) suatu unsur adalah jumlah nilai "
        f"jawaban dibagi banyaknya jawaban yang terisi; **IKM = 25 × jumlah (NRR × bobot)** dengan bobot {bobot} untuk setiap unsur.",
        f"IKM {p.nama} pada suatu periode adalah {AGREGASI[p.agregasi].format(unit=p.istilah_unit)}.",
    ]
    if f.periode in SEMESTER:
        kalimat.append(
            f"Nilai semester {p.istilah_unit} yang mengukur per triwulan adalah {SEMESTER_DARI[p.rerata_periode]}. "
            "Hasil yang diukur langsung untuk satu semester dipakai apa adanya."
        )
    kalimat.append(f"Jumlah responden minimal ditentukan dengan {sampel}.")
    kalimat.append(
        "Nilai dibulatkan satu kali pada akhir perhitungan, setengah ke atas, lalu digolongkan menurut ⟦KELAS⟧ dalam dua desimal."
    )
    return kalimat


def jadwal(f: FaktaPeriode) -> list[str]:
    """Section 1.4."""
    j = f.jadwal
    return [
        f"Survei {sebut_periode(f)} berlangsung dari {tanggal(j.survei_mulai)} sampai {tanggal(j.survei_selesai)}. "
        f"Hasil dan RTL disampaikan paling lambat {tanggal(j.kirim_batas)}.",
        f"{kantor_organisasi(f.pengaturan)} memeriksa hasil setiap {f.pengaturan.istilah_unit} dan menggabungkannya menjadi rekapitulasi ini.",
    ]


def penyampaian(f: FaktaPeriode) -> list[str]:
    """Section 2.1: who sent in. The sentences after the first are those of the annual report."""
    k, unit = f.dasar.pengumpulan, f.pengaturan.istilah_unit
    siapa = f"wajib atau memilih mengukur pada {sebut_periode(f)}"
    if k.menyampaikan == k.wajib:
        awal = f"Seluruh {unit} yang {siapa}, yaitu {sebut_banyak(k.wajib, unit)}, menyampaikan hasil."
    else:
        awal = f"Dari {sebut_banyak(k.wajib, unit)} yang {siapa}, {sebut_banyak(k.menyampaikan, unit)} menyampaikan hasil."
    kalimat = [awal, *narasi_pengumpulan.penyampaian(f.dasar)[1:]]
    if f.bebas:
        kalimat.append(
            f"{awal_banyak(len(f.bebas), unit)} lain tidak berkewajiban mengukur pada periode ini: {sebut_nama(f.bebas)}."
        )
    return kalimat


def kalimat_kumpul(f: FaktaPeriode) -> str:
    """The one sentence of chapter II."""
    k = f.dasar.pengumpulan
    bagian = [f"{bulat(k.menyampaikan)} dari {bulat(k.wajib)} {f.pengaturan.istilah_unit} menyampaikan hasil"]
    if k.responden:
        bagian.append(f"jumlah responden {bulat(k.jumlah_responden)} orang")
    return f"Pada {sebut_periode(f)}, {daftar(bagian)}."
