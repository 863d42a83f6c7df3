"""Made-up RTL of the demo instansi: fixed seed, every state, marked data_contoh. No figure of it is real."""

import random
from collections.abc import Sequence
from datetime import date

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Horizon, Rtl, StatusRtl
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur

BENIH = 2021
KEGIATAN: dict[Unsur, tuple[str, str]] = {
    Unsur.PERSYARATAN: ("Memasang daftar persyaratan setiap layanan di ruang tunggu", "Mengunggah formulir persyaratan ke laman unit"),
    Unsur.PROSEDUR: ("Memasang bagan alur layanan di dekat loket", "Menggabungkan dua meja pemeriksaan berkas menjadi satu"),
    Unsur.WAKTU: ("Menetapkan batas waktu penyelesaian setiap layanan", "Membuka loket tambahan pada jam sibuk"),
    Unsur.BIAYA: ("Memasang papan biaya layanan", "Mengumumkan layanan yang tidak dipungut biaya"),
    Unsur.PRODUK: ("Memeriksa hasil layanan sebelum diserahkan", "Memperbarui standar pelayanan"),
    Unsur.KOMPETENSI: ("Melatih petugas loket tentang standar pelayanan", "Menyusun panduan kerja petugas baru"),
    Unsur.PERILAKU: ("Menetapkan kode perilaku petugas loket", "Mengadakan pengarahan layanan setiap awal bulan"),
    Unsur.PENGADUAN: ("Menyediakan kotak dan nomor pengaduan", "Menjawab setiap pengaduan paling lama lima hari kerja"),
    Unsur.SARPRAS: ("Menambah kursi di ruang tunggu", "Memperbaiki penyejuk ruang layanan"),
}
KELUHAN: dict[Unsur, str] = {
    Unsur.PERSYARATAN: "Pemohon bolak-balik karena persyaratan belum jelas",
    Unsur.PROSEDUR: "Alur layanan membingungkan",
    Unsur.WAKTU: "Penyelesaian lebih lama daripada yang dijanjikan",
    Unsur.BIAYA: "Biaya layanan tidak diumumkan",
    Unsur.PRODUK: "Hasil layanan perlu dikoreksi",
    Unsur.KOMPETENSI: "Petugas belum dapat menjawab pertanyaan",
    Unsur.PERILAKU: "Petugas kurang ramah",
    Unsur.PENGADUAN: "Pengaduan tidak dijawab",
    Unsur.SARPRAS: "Ruang tunggu sempit",
}
STATUS_LALU = (
    StatusRtl.TERVERIFIKASI, StatusRtl.TERVERIFIKASI, StatusRtl.TERVERIFIKASI, StatusRtl.SELESAI, StatusRtl.SELESAI,
    StatusRtl.BERJALAN, StatusRtl.DIKEMBALIKAN, StatusRtl.TIDAK_DILAKSANAKAN,
)  # fmt: skip


def rtl_tahun_lalu(upp_id: int, tahun: int, acak: random.Random) -> list[Rtl]:
    """Two to four RTL of the year before, with their outcomes."""
    unsur = acak.sample(list(Unsur), acak.randint(2, 4))
    return [_rtl(upp_id, tahun, u, acak, acak.choice(STATUS_LALU), date(tahun + 1, 6, 30)) for u in unsur]


def rtl_tahun_ini(upp_id: int, tahun: int, wajib: Sequence[Unsur], acak: random.Random) -> list[Rtl]:
    """One RTL for every owed unsur, planned or under way."""
    status = (StatusRtl.DIRENCANAKAN, StatusRtl.BERJALAN)
    return [_rtl(upp_id, tahun, u, acak, acak.choice(status), date(tahun + 1, 9, 30)) for u in wajib]


def _rtl(upp_id: int, tahun: int, unsur: Unsur, acak: random.Random, status: StatusRtl, tenggat: date) -> Rtl:
    selesai = status in (StatusRtl.SELESAI, StatusRtl.TERVERIFIKASI, StatusRtl.DIKEMBALIKAN)
    gagal = status is StatusRtl.TIDAK_DILAKSANAKAN
    nomor = acak.randint(100, 999)
    return Rtl(
        id=0, upp_id=upp_id, tahun=tahun, periode=Periode.TAHUNAN, unsur=unsur, unsur_teks=NAMA_UNSUR[unsur],
        kegiatan=acak.choice(KEGIATAN[unsur]), keluhan=KELUHAN[unsur], indikator="Kegiatan terlaksana dan terdokumentasi",
        tenggat=tenggat, penanggung_jawab="Kepala seksi pelayanan", horizon=Horizon.PENDEK, stakeholder="Bagian Organisasi", status=status,
        uraian="Kegiatan dilaksanakan sesuai rencana dan didokumentasikan" if selesai else "",
        hambatan="Bukti belum memperlihatkan kegiatan" if status is StatusRtl.DIKEMBALIKAN else "",
        alasan="Anggaran dialihkan pada perubahan APBD" if gagal else "",
        strategi="Diusulkan kembali pada anggaran tahun berikutnya" if gagal else "",
        bukti=(f"https://contoh.example/bukti/{upp_id}-{unsur.value}-{nomor}",) if selesai else (), data_contoh=True,
    )  # fmt: skip
