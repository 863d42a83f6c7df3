"""The registry: every rule with its id, its title and why it is there; running them is one call (spec 4)."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rtl_tracker.auditor import (
    angka_cetak,
    data,
    ekstrem,
    jumlah_instansi,
    lapor,
    mirip,
    nama_upp,
    nilai,
    realisasi,
    rencana,
    rerata,
    rincian,
    riwayat,
    tautan,
    teks,
)
from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tingkat import Tingkat


@dataclass(frozen=True, slots=True)
class Aturan:
    """One rule: stable id, title on screen, explanation for the officer, and the functions that speak for it."""

    id: str
    judul: str
    penjelasan: str
    fungsi: tuple[Callable[[Fakta], Iterable[Temuan]], ...]

    def periksa(self, fakta: Fakta) -> Iterator[Temuan]:
        """All findings of this rule."""
        return itertools.chain.from_iterable(satu(fakta) for satu in self.fungsi)


DAFTAR_ATURAN: tuple[Aturan, ...] = (
    Aturan("IKM-01", "IKM tidak sesuai nilai unsur",
           "IKM dihitung ulang dari kesembilan nilai unsur dengan ketiga bobot yang lazim; angka di belakang pembulatan diperhitungkan.",
           (nilai.ikm_01,)),
    Aturan("IKM-02", "Bobot berbeda dari bobot instansi",
           "IKM tercetak hanya cocok dengan bobot lain. Nilai antarunit baru dapat dibandingkan bila bobotnya satu.", (nilai.ikm_02,)),
    Aturan("IKM-03", "Kategori tidak sesuai IKM", "Mutu ditentukan oleh IKM menurut PermenPANRB 14/2017.",
           (nilai.ikm_03, ekstrem.ikm_03_angka)),
    Aturan("IKM-04", "Konversi bukan 25 x NRR", "Nilai konversi unsur selalu 25 kali nilai rata-ratanya.", (nilai.ikm_04,)),
    Aturan("IKM-05", "Nilai unsur mustahil untuk jumlah respondennya",
           "Rata-rata jawaban 1 sampai 4 dari n orang selalu kelipatan 1/n.", (nilai.ikm_05,)),
    Aturan("IKM-06", "Rata-rata semester atau tahun tidak sesuai periodenya",
           "Baris semester dan tahunan dihitung ulang dari periode yang diukur, menurut ketiga cara merata-rata.", (rerata.ikm_06,)),
    Aturan("IKM-07", "Angka instansi tidak sesuai unit-unitnya",
           "Angka instansi dihitung ulang menurut ketiga cara menggabungkan unit.", (rerata.ikm_07,)),
    Aturan("IKM-08", "Angka di luar rentang atau bukan angka",
           "Tanpa responden tidak ada indeks; IKM selalu antara 25 dan 100.", (nilai.ikm_08,)),
    Aturan("DATA-01", "Jumlah responden atau jumlah lain tidak sesuai bagiannya",
           "Responden setahun adalah jumlah responden periode-periodenya; jumlah sebuah tabel adalah jumlah barisnya.",
           (data.data_01, jumlah_instansi.data_01_instansi)),
    Aturan("DATA-02", "Dua hasil sama persis", "Dua survei yang berbeda hampir tidak mungkin memberi sembilan nilai yang sama.",
           (mirip.data_02,)),
    Aturan("DATA-03", "Responden terlalu sedikit", "Di bawah 30 orang indeks mudah berubah; kebutuhan sampel mengikuti pengaturan.",
           (data.data_03,)),
    Aturan("DATA-04", "Pengaduan dan sarana prasarana tampak tertukar",
           "Urutan U8 dan U9 berbeda antara peraturan dan kuesioner yang banyak dipakai.", (mirip.data_04,)),
    Aturan("DATA-05", "Lonjakan nilai atau jawaban yang seragam",
           "Lompatan lebih dari 5 poin, semua jawaban sama, atau lebih dari separuh kuesioner berjawaban lurus perlu dijelaskan.",
           (mirip.data_05,)),
    Aturan("DATA-06", "Rincian, persentase, atau angka yang dicetak ulang tidak cocok",
           "Angka yang sama di tempat lain harus sama; bagian harus berjumlah seluruhnya; persentase adalah bagian dibagi seluruhnya.",
           (data.data_06, rincian.data_06_rincian, angka_cetak.data_06_angka, ekstrem.data_06_ekstrem, ekstrem.data_06_ikm,
            ekstrem.data_06_riwayat, riwayat.data_06_mutu_kosong)),
    Aturan("DATA-07", "Nama unit tidak seragam", "Satu unit harus bernama sama di semua bagian dan hanya ada satu kali.",
           (nama_upp.data_07,)),
    Aturan("RTL-01", "Unsur terendah tanpa RTL, atau prioritas bukan yang terendah",
           "RTL wajib untuk unsur bermutu C atau D dan untuk unsur-unsur terendah.", (rencana.rtl_01,)),
    Aturan("RTL-02", "RTL tanpa tenggat atau penanggung jawab", "Tanpa keduanya pelaksanaan RTL tidak dapat ditagih.",
           (rencana.rtl_02,)),
    Aturan("RTL-03", "RTL sama dengan unit atau periode lain", "Rencana yang disalin jarang menjawab masalah unit sendiri.",
           (rencana.rtl_03,)),
    Aturan("RTL-04", "Realisasi tanpa bukti atau tanpa verifikasi", "Realisasi baru dapat dipercaya bila ada bukti yang sudah dilihat pihak lain.",
           (realisasi.rtl_04,)),
    Aturan("RTL-05", "Persentase realisasi mustahil atau salah dirata-rata",
           "Persentase realisasi adalah banyak RTL selesai dibagi banyak RTL.", (realisasi.rtl_05,)),
    Aturan("RTL-06", "RTL tanpa keluaran yang terukur", "Kegiatan seperti monitoring dan evaluasi saja tidak menghasilkan sesuatu yang dapat diperiksa.",
           (rencana.rtl_06,)),
    Aturan("RTL-07", "RTL lewat tenggat", "Dihitung sejak 30, 90, dan 180 hari sesudah tenggat.", (rencana.rtl_07,)),
    Aturan("LINK-01", "Tautan kosong, bersama, dipendekkan, atau tertutup",
           "Setiap unit mencantumkan alamat laporannya sendiri yang dapat dibuka siapa pun.", (tautan.link_01,)),
    Aturan("TEKS-01", "Angka dalam naskah berbeda dari datanya", "Setiap angka dalam kalimat dibandingkan dengan angka yang disebutnya.",
           (teks.teks_01,)),
    Aturan("TEKS-02", "Mutu, peringkat, atau unsur dalam naskah keliru", "Unsur yang bernilai sama harus disebut semuanya.",
           (teks.teks_02,)),
    Aturan("TEKS-03", "Kata tren bertentangan dengan datanya", "Naik, turun, dan tetap dibandingkan dengan deret nilainya.",
           (teks.teks_03,)),
    Aturan("TEKS-04", "Janji yang tidak dapat tercapai", "Menaikkan satu unsur ke nilai tertinggi pun menaikkan IKM paling banyak sebesar bobotnya.",
           (teks.teks_04,)),
    Aturan("LAPOR-01", "Berkas terlambat, belum ada, atau nihil", "Keterlambatan dicantumkan sebagai fakta, bukan sebagai nilai nol.",
           (lapor.lapor_01,)),
)  # fmt: skip
URUTAN_TINGKAT = {tingkat: i for i, tingkat in enumerate(Tingkat)}


def periksa(fakta: Fakta) -> list[Temuan]:
    """All findings: of the instansi first, then by unit in stored order; within them by period, weight and rule."""
    urutan = {upp_id: i for i, upp_id in enumerate(fakta.unit, start=1)}
    semua = [temuan for aturan in DAFTAR_ATURAN for temuan in aturan.periksa(fakta)]

    def kunci(t: Temuan) -> tuple[int, int, int, str, str]:
        periode = -1 if t.periode is None else list(Periode).index(t.periode)
        return (urutan.get(t.upp_id or 0, 0), periode, URUTAN_TINGKAT[t.tingkat], t.aturan, t.layanan or "")

    return sorted(semua, key=kunci)


def hitung_tingkat(temuan: Iterable[Temuan]) -> dict[Tingkat, int]:
    """How many findings of each weight."""
    hasil = dict.fromkeys(Tingkat, 0)
    for satu in temuan:
        hasil[satu.tingkat] += 1
    return hasil
