"""The contract of the sheets as data: columns, their other names, what is required (spec 5.4). Readers and the blank
workbook are both made from it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rtl_tracker.domain.unsur import lipat

UnsurKolom = Literal["tidak", "boleh", "wajib"]
_TANDA_SELISIH = re.compile(r"\+\s*/\s*[-\u2212\u2013]|\u00b1")


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. `wajib`: the column must be there; `maks`: longest text kept, in characters (None = any length)."""

    nama: str
    keterangan: str
    lain: tuple[str, ...] = ()
    wajib: bool = False
    maks: int | None = 255


@dataclass(frozen=True)
class Skema:
    """One sheet. `kunci` is the column whose cell starts with "(contoh)" in an example row."""

    nama: str
    uraian: str
    kunci: str
    kolom: tuple[Kolom, ...]
    unsur: UnsurKolom = "tidak"
    sebelum_unsur: tuple[str, ...] = ()
    buang_pribadi: bool = False

    @cached_property
    def dikenal(self) -> dict[str, str]:
        """Folded header -> name of the column."""
        return {lipat_judul(judul): k.nama for k in self.kolom for judul in (k.nama, *k.lain)}

    @cached_property
    def menurut_nama(self) -> dict[str, Kolom]:
        """The columns by name."""
        return {k.nama: k for k in self.kolom}

    @cached_property
    def wajib(self) -> tuple[str, ...]:
        """Names of the columns that must be there (the nine unsur are told by `unsur`)."""
        return tuple(k.nama for k in self.kolom if k.wajib)


def lipat_judul(judul: str) -> str:
    """Fold a header: case, spacing, punctuation and the star of a required column do not count; "+/-" is the word selisih."""
    return lipat(_TANDA_SELISIH.sub(" selisih ", judul)).replace(" ", "")


_UPP_LAIN = (
    "OPD", "OPP", "SKPD", "unit pelayanan publik", "unit penyelenggara pelayanan", "unit penyelenggara pelayanan publik",
    "organisasi penyelenggara pelayanan", "organisasi perangkat daerah", "perangkat daerah", "unit", "unit kerja", "unit layanan",
    "unit pelayanan", "nama upp", "nama opd", "nama opp", "nama skpd", "nama unit", "nama unit kerja", "nama unit layanan",
    "nama unit pelayanan", "nama unit pelayanan publik", "nama perangkat daerah",
)  # fmt: skip
_IKM_LAIN = (
    "IKM", "nilai ikm", "SKM", "nilai skm", "indeks", "nilai indeks", "indeks kepuasan masyarakat",
    "nilai indeks kepuasan masyarakat", "ikm unit", "ikm unit pelayanan", "ikm upp", "nilai ikm konversi", "ikm konversi",
)  # fmt: skip
_MUTU_LAIN = ("kategori", "mutu", "mutu pelayanan", "mutu layanan", "kategori mutu", "predikat", "mutu dan kinerja")
_PERIODE_LAIN = ("periode survei", "periode skm", "periode pengukuran", "periode pelaksanaan")
_LAYANAN_LAIN = ("jenis layanan", "nama layanan", "jenis pelayanan", "nama pelayanan", "nama jenis layanan")

INSTANSI = Skema(
    "instansi",
    "Pengaturan instansi untuk satu tahun dan angka yang tercetak pada laporan tahun itu; satu kunci per baris.",
    "kunci",
    (
        Kolom("kunci", "Nama pengaturan atau angka tercetak, misalnya nama, bobot, urutan_unsur, ikm_tercetak, ikm_tercetak:S1.",
              ("pengaturan", "item"), wajib=True),
        Kolom("nilai", "Isi pengaturan. Tulis bobot sebagai 1/9, 0,111, atau 0,11.", ("isi",), wajib=True, maks=None),
    ),
)  # fmt: skip
UPP = Skema(
    "upp",
    "Daftar UPP. Nama di lembar lain harus sama dengan nama, kode, atau singkatan di sini.",
    "nama",
    (
        Kolom("nama", "Nama resmi UPP.", ("upp", *_UPP_LAIN), wajib=True),
        Kolom("kode", "Kode unit bila ada.", ("kode upp", "kode unit", "kode opd"), maks=64),
        Kolom("singkatan", "Nama singkat, misalnya Disdukcapil.", ("akronim", "nama singkat", "singkatan upp"), maks=64),
        Kolom("jenis", "Dinas, Badan, Kecamatan, UPTD, Puskesmas, dan seterusnya.", ("jenis upp", "jenis unit"), maks=64),
        Kolom("kelompok", "Kelompok dalam laporan; bila kosong dipakai jenis.", ("kelompok upp",), maks=128),
        Kolom("induk", "Nama atau kode UPP induk; kosong bila tidak berinduk.", ("upp induk", "induk upp", "unit induk")),
        Kolom("alamat", "Alamat kantor.", ("alamat kantor",), maks=None),
        Kolom("telepon", "Nomor telepon kantor.", ("telp", "no telepon", "nomor telepon", "no telp", "telepon kantor"), maks=128),
        Kolom("frekuensi", "Seberapa sering survei dilakukan: triwulan, semester, atau tahunan.",
              ("frekuensi survei", "frekuensi skm")),
        Kolom("ikut_rerata", "ya atau tidak: apakah UPP ikut dalam rata-rata instansi. Kosong berarti ya.",
              ("ikut rata-rata", "ikut dihitung", "masuk rerata")),
        Kolom("pelaksana", "Pelaksana survei, misalnya Mandiri.", ("pelaksana survei", "pelaksana skm"), maks=128),
    ),
)  # fmt: skip
LAYANAN = Skema(
    "layanan",
    "Jenis layanan tiap UPP. Bila sebuah UPP mempunyai daftar di sini, nama layanan di lembar lain harus berasal dari daftar ini.",
    "upp",
    (
        Kolom("upp", "Nama, kode, atau singkatan UPP.", _UPP_LAIN, wajib=True),
        Kolom("nama", "Nama jenis layanan.", ("layanan", *_LAYANAN_LAIN), wajib=True),
        Kolom("biaya", "Biaya menurut standar pelayanan.", ("tarif", "biaya/tarif", "biaya pelayanan")),
        Kolom("standar_waktu", "Waktu menurut standar pelayanan.", ("standar waktu pelayanan", "waktu", "waktu pelayanan",
                                                                       "jangka waktu")),
    ),
)  # fmt: skip
HASIL = Skema(
    "hasil",
    "Hasil SKM per UPP dan periode sebagaimana direkap atau dicetak: nilai sembilan unsur, IKM, dan jumlah responden.",
    "upp",
    (
        Kolom("upp", "Nama, kode, atau singkatan UPP.", _UPP_LAIN, wajib=True),
        Kolom("layanan", "Jenis layanan bila hasil dibedakan per layanan; kosong untuk seluruh UPP.", _LAYANAN_LAIN),
        Kolom("periode", "TW1 sampai TW4, S1, S2, TAHUNAN; RATA_S1 atau RATA_S2 untuk rata-rata yang tercetak.",
              _PERIODE_LAIN, wajib=True),
        Kolom("skala", "nrr (1-4) atau konversi (25-100); bila kosong ditentukan dari nilainya.", ("skala nilai", "jenis nilai")),
        Kolom("ikm_tercetak", "IKM yang tercetak pada laporan, 0 sampai 100.", _IKM_LAIN),
        Kolom("kategori_tercetak", "Mutu yang tercetak, misalnya A (Sangat Baik).", _MUTU_LAIN, maks=128),
        Kolom("jumlah_responden", "Banyaknya responden (orang).",
              ("responden", "n", "jml responden", "jumlah sampel", "sampel", "total responden", "banyak responden")),
        Kolom("populasi", "Banyaknya pengguna layanan pada periode itu (orang).",
              ("jumlah populasi", "pengguna layanan", "jumlah pengguna layanan")),
        Kolom("metode", "Cara survei, misalnya SKM Online atau tatap muka.",
              ("metode survei", "metode skm", "metode pengumpulan data", "teknik survei")),
        Kolom("pelaksana", "Pelaksana survei.", ("pelaksana survei", "pelaksana skm")),
        Kolom("unsur_prioritas", "Unsur prioritas perbaikan sebagaimana tercetak.",
              ("prioritas", "prioritas perbaikan", "unsur prioritas perbaikan"), maks=None),
        Kolom("realisasi_tercetak", "Realisasi tindak lanjut periode sebelumnya (%), 0 sampai 100.",
              ("realisasi", "realisasi persen", "realisasi rtl", "realisasi tindak lanjut", "persentase realisasi",
               "realisasi tindak lanjut periode sebelumnya")),
        Kolom("tautan_laporan", "Alamat laporan UPP, diawali http:// atau https://.",
              ("tautan", "link", "url", "link laporan", "bukti dukung", "tautan bukti dukung", "link bukti dukung"), maks=None),
    ),
    unsur="boleh",
    sebelum_unsur=("upp", "layanan", "periode", "skala"),
)  # fmt: skip
RESPONS = Skema(
    "respons",
    "Jawaban responden satu per satu, 1 sampai 4. Nama, NIK, telepon, dan surel responden tidak disimpan.",
    "upp",
    (
        Kolom("upp", "Nama, kode, atau singkatan UPP.", _UPP_LAIN, wajib=True),
        Kolom("nomor_responden", "Nomor urut kuesioner.",
              ("nomor", "no", "no responden", "responden", "nomor kuesioner", "no kuesioner", "id responden"), maks=64),
        Kolom("layanan", "Jenis layanan yang dinilai.", _LAYANAN_LAIN),
        Kolom("periode", "TW1 sampai TW4, S1, S2, atau TAHUNAN; boleh kosong bila tanggal diisi.", _PERIODE_LAIN),
        Kolom("tanggal", "Tanggal pengisian, misalnya 31/12/2023.",
              ("tgl", "tanggal survei", "tgl survei", "tanggal pengisian", "tanggal isi", "timestamp", "stempel waktu",
               "cap waktu")),
        Kolom("usia", "Umur dalam tahun atau kelompok umur, misalnya 36-45.",
              ("umur", "kelompok usia", "kelompok umur", "rentang usia", "rentang umur")),
        Kolom("jenis_kelamin", "L atau P.", ("jk", "kelamin", "gender", "l/p")),
        Kolom("pendidikan", "Pendidikan terakhir.", ("pendidikan terakhir", "tingkat pendidikan")),
        Kolom("pekerjaan", "Pekerjaan.", ("pekerjaan utama", "profesi")),
        Kolom("disabilitas", "ya atau tidak.", ("penyandang disabilitas", "status disabilitas", "difabel")),
        Kolom("penilaian_umum", "Penilaian umum 1 sampai 4; tidak ikut dalam IKM.",
              ("penilaian keseluruhan", "kepuasan umum", "penilaian secara umum")),
        Kolom("saran", "Saran responden.",
              ("saran dan masukan", "saran masukan", "kritik dan saran", "kritik saran", "masukan", "komentar",
               "saran perbaikan"), maks=None),
    ),
    unsur="wajib",
    sebelum_unsur=("upp", "nomor_responden", "layanan", "periode", "tanggal", "usia", "jenis_kelamin", "pendidikan",
                   "pekerjaan", "disabilitas", "penilaian_umum"),
    buang_pribadi=True,
)  # fmt: skip
RTL = Skema(
    "rtl",
    "Rencana Tindak Lanjut, satu kegiatan per baris. UPP kosong berarti RTL milik instansi.",
    "upp",
    (
        Kolom("upp", "Nama, kode, atau singkatan UPP; kosong untuk RTL instansi.", _UPP_LAIN, wajib=True),
        Kolom("periode", "Periode hasil yang melahirkan RTL: TW1 sampai TW4, S1, S2, atau TAHUNAN.", _PERIODE_LAIN, wajib=True),
        Kolom("unsur", "Satu unsur yang diperbaiki.",
              ("nama unsur", "unsur pelayanan", "unsur prioritas", "prioritas unsur", "unsur skm"), wajib=True),
        Kolom("kegiatan", "Satu tindakan yang direncanakan.",
              ("tindak lanjut", "rencana tindak lanjut", "rtl", "program kegiatan", "program/kegiatan", "rencana aksi",
               "kegiatan tindak lanjut"), wajib=True, maks=None),
        Kolom("keluhan", "Apa yang disampaikan responden.",
              ("masukan", "keluhan/masukan", "permasalahan", "masalah", "kondisi umum"), maks=None),
        Kolom("indikator", "Indikator keluaran.", ("indikator keluaran", "keluaran", "output", "indikator keberhasilan"), maks=None),
        Kolom("waktu", "Waktu pelaksanaan, misalnya Triwulan IV 2023.", ("waktu pelaksanaan", "jadwal", "target waktu")),
        Kolom("tenggat", "Tanggal batas akhir, misalnya 31/12/2023.",
              ("batas waktu", "target selesai", "tanggal target", "tanggal tenggat")),
        Kolom("penanggung_jawab", "Jabatan atau unit yang bertanggung jawab.", ("pj", "penanggungjawab", "pelaksana")),
        Kolom("horizon", "pendek (< 12 bulan), menengah (12-24), atau panjang (> 24).", ("jangka", "jangka waktu")),
        Kolom("stakeholder", "Pihak lain yang terlibat.", ("pemangku kepentingan", "pihak terkait"), maks=None),
        Kolom("status", "Keadaan RTL; kosong bila belum diketahui.", ("status rtl", "status realisasi", "status tindak lanjut")),
        Kolom("uraian", "Apa yang telah dilakukan.",
              ("uraian realisasi", "realisasi", "uraian tindak lanjut", "keterangan realisasi"), maks=None),
        Kolom("hambatan", "Hambatan.", ("kendala",), maks=None),
        Kolom("alasan", "Alasan tidak dilaksanakan.", ("alasan tidak dilaksanakan",), maks=None),
        Kolom("strategi", "Strategi selanjutnya.", ("strategi tindak lanjut", "solusi"), maks=None),
        Kolom("bukti", "Tautan bukti, satu per baris di dalam sel, diawali http:// atau https://.",
              ("tautan bukti", "link bukti", "bukti dukung", "eviden"), maks=None),
    ),
)  # fmt: skip
RIWAYAT = Skema(
    "riwayat",
    "IKM tahun-tahun sebelumnya sebagaimana tercetak. UPP kosong berarti IKM instansi.",
    "upp",
    (
        Kolom("upp", "Nama, kode, atau singkatan UPP; kosong untuk instansi.", _UPP_LAIN),
        Kolom("tahun", "Tahun, misalnya 2020.", wajib=True),
        Kolom("ikm", "IKM tahun itu, 0 sampai 100.", ("ikm tercetak", *_IKM_LAIN[1:]), wajib=True),
        Kolom("mutu_tercetak", "Mutu yang tercetak.", ("kategori tercetak", *_MUTU_LAIN), maks=128),
        Kolom("selisih_tercetak", "Selisih dari tahun sebelumnya sebagaimana tercetak, misalnya 2,23 atau -1,10.",
              ("+/-", "selisih", "naik/turun", "perubahan", "+/- dari tahun lalu", "selisih dari tahun lalu",
               "selisih ikm", "kenaikan/penurunan")),
    ),
)  # fmt: skip
PROFIL = Skema(
    "profil",
    "Keterangan profil UPP yang dicetak dalam laporan (luas wilayah, penduduk, pegawai menurut pendidikan, dan lain-lain).",
    "upp",
    (
        Kolom("upp", "Nama, kode, atau singkatan UPP.", _UPP_LAIN, wajib=True),
        Kolom("kunci", "Nama keterangan, misalnya penduduk (jiwa).", ("item", "uraian", "keterangan"), wajib=True),
        Kolom("nilai", "Isi keterangan sebagaimana dicetak.", ("isi",), maks=None),
    ),
)
_UPP_ATAU_INSTANSI = Kolom("upp", "Nama, kode, atau singkatan UPP; kosong untuk instansi.", _UPP_LAIN)
_PERIODE_ATAU_TAHUN = Kolom("periode", "TW1 sampai TW4, S1, S2, atau TAHUNAN; kosong berarti TAHUNAN.", _PERIODE_LAIN)
_BAGIAN = Kolom("bagian", "Bagian laporan tempatnya tercetak, misalnya rekap, simpulan, atau lampiran.",
                ("bagian laporan", "tempat", "tempat tercetak", "letak"), wajib=True, maks=128)  # fmt: skip
TERCETAK = Skema(
    "tercetak",
    "Angka yang dicetak ulang di bagian lain laporan (rekap, simpulan, lampiran), satu angka per baris; untuk pemeriksaan.",
    "bagian",
    (
        _BAGIAN,
        _UPP_ATAU_INSTANSI,
        _PERIODE_ATAU_TAHUN,
        Kolom("kunci", "Angka apa yang tercetak: ikm, kategori, n, nama unsur (NRR), konversi:waktu, jumlah:waktu (jumlah "
                       "jawaban), tertimbang:waktu, tertimbang (jumlahnya), nilai_tertinggi, nilai_terendah, unsur_tertinggi, "
                       "unsur_terendah, prioritas; untuk instansi juga jumlah_upp dan jumlah_ikm. Unsur boleh ditulis U1-U9.",
              ("angka", "jenis angka", "nama angka", "item"), wajib=True, maks=128),
        Kolom("nilai", "Sebagaimana tercetak. Beberapa unsur dipisahkan titik koma. Tulis - bila tempatnya ada tetapi kosong.",
              ("isi", "nilai tercetak", "angka tercetak"), wajib=True),
    ),
)  # fmt: skip
RINCIAN = Skema(
    "rincian",
    "Tabel rincian sebagaimana tercetak (misalnya responden menurut pendidikan), satu sel per baris; untuk pemeriksaan.",
    "upp",
    (
        _UPP_ATAU_INSTANSI,
        _PERIODE_ATAU_TAHUN,
        Kolom("tabel", "Judul atau nomor tabel, misalnya Responden menurut pendidikan.", ("judul tabel", "nama tabel"),
              wajib=True, maks=128),
        Kolom("rincian", "Judul barisnya, misalnya SMA; baris jumlah ditulis Jumlah.",
              ("label", "uraian", "baris", "judul baris"), wajib=True, maks=128),
        Kolom("kolom", "Judul kolomnya, misalnya PNS; kosong untuk jumlah baris itu sendiri.", ("judul kolom",), maks=64),
        Kolom("jumlah", "Banyaknya.", ("banyak", "banyaknya", "cacah", "frekuensi")),
        Kolom("persen_tercetak", "Persentase yang tercetak, 0 sampai 100.", ("persen", "persentase")),
    ),
)  # fmt: skip
NASKAH = Skema(
    "naskah",
    "Kalimat laporan yang hendak diperiksa angkanya, satu kalimat atau paragraf per baris.",
    "bagian",
    (
        _BAGIAN,
        _UPP_ATAU_INSTANSI,
        _PERIODE_ATAU_TAHUN,
        Kolom("teks", "Kalimat atau paragraf sebagaimana tercetak.", ("kalimat", "paragraf", "isi"), wajib=True, maks=10_000),
    ),
)

SKEMA: dict[str, Skema] = {
    s.nama: s for s in (INSTANSI, UPP, LAYANAN, RESPONS, HASIL, RTL, RIWAYAT, PROFIL, TERCETAK, RINCIAN, NASKAH)
}
LEMBAR_BANTU = frozenset({"petunjuk", "daftar"})
