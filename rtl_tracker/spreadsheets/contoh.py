"""What the blank workbook says: the example row of every sheet, the keys of `instansi`, and the page of instructions."""

from rtl_tracker.spreadsheets.baris import AWALAN_CONTOH

_NAMA = "Dinas Kependudukan dan Pencatatan Sipil"
_UPP = f"{AWALAN_CONTOH} {_NAMA}"

CONTOH: dict[str, dict[str, str | int | float]] = {
    "instansi": {"kunci": f"{AWALAN_CONTOH} nama", "nilai": "Pemerintah Kabupaten Contoh"},
    "upp": {
        "nama": _UPP, "kode": "2.12", "singkatan": "Disdukcapil", "jenis": "Dinas", "alamat": "Jalan Merdeka Nomor 1",
        "telepon": "(0561) 123456", "frekuensi": "semester", "ikut_rerata": "ya", "pelaksana": "Mandiri",
    },
    "layanan": {"upp": _UPP, "nama": "KTP elektronik", "biaya": "Gratis", "standar_waktu": "1 hari kerja"},
    "respons": {
        "upp": _UPP, "nomor_responden": 1, "layanan": "KTP elektronik", "periode": "S1", "tanggal": "15/03/2025",
        "usia": "26-35", "jenis_kelamin": "Perempuan", "pendidikan": "SMA", "pekerjaan": "Wirausaha", "disabilitas": "tidak",
        "penilaian_umum": 3, "persyaratan": 3, "prosedur": 3, "waktu": 2, "biaya": 4, "produk": 3, "kompetensi": 4,
        "perilaku": 4, "pengaduan": 3, "sarpras": 3, "saran": "Tambah loket pada jam sibuk.",
    },
    "hasil": {
        "upp": _UPP, "periode": "S1", "skala": "nrr", "persyaratan": 3.16, "prosedur": 3.48, "waktu": 3, "biaya": 3.96,
        "produk": 3.2, "kompetensi": 3.44, "perilaku": 3.16, "pengaduan": 3.76, "sarpras": 3.84, "ikm_tercetak": 86.03,
        "kategori_tercetak": "B (Baik)", "jumlah_responden": 150, "populasi": 2349, "metode": "SKM Online",
        "pelaksana": "Mandiri", "unsur_prioritas": "Waktu; Persyaratan; Perilaku", "realisasi_tercetak": 87.5,
        "tautan_laporan": "https://contoh.go.id/laporan-skm",
    },
    "rtl": {
        "upp": _UPP, "periode": "S1", "unsur": "Waktu penyelesaian", "kegiatan": "Membuka dua loket tambahan",
        "keluhan": "Antrean panjang pada awal bulan", "indikator": "Dua loket beroperasi", "waktu": "Triwulan III 2025",
        "tenggat": "30/09/2025", "penanggung_jawab": "Kepala Bidang Pelayanan", "horizon": "pendek", "status": "berjalan",
        "uraian": "Satu loket telah dibuka", "bukti": "https://contoh.go.id/foto-loket",
    },
    "riwayat": {"upp": _UPP, "tahun": 2024, "ikm": 84.2, "mutu_tercetak": "B (Baik)", "selisih_tercetak": -1.1},
    "profil": {"upp": _UPP, "kunci": "penduduk (jiwa)", "nilai": "34723"},
    "tercetak": {
        "bagian": f"{AWALAN_CONTOH} rekap", "upp": _NAMA, "periode": "S1", "kunci": "unsur_terendah",
        "nilai": "Waktu; Persyaratan",
    },
    "rincian": {
        "upp": _UPP, "periode": "S1", "tabel": "Responden menurut pendidikan", "rincian": "SMA", "jumlah": 60,
        "persen_tercetak": 40,
    },
    "naskah": {
        "bagian": f"{AWALAN_CONTOH} simpulan", "upp": _NAMA, "periode": "S1", "teks": "IKM sebesar 86,03 dengan mutu B (Baik).",
    },
}  # fmt: skip

KUNCI_INSTANSI: tuple[tuple[str, str], ...] = (
    ("nama", "Nama resmi, misalnya Pemerintah Kabupaten Contoh."),
    ("jenis", "provinsi, kabupaten, atau kota."),
    ("tahun", "Tahun data ini; dicocokkan dengan tahun yang diimpor."),
    ("bobot", "Bobot satu unsur: 1/9, 0.111, atau 0.11."),
    ("urutan_unsur", "permenpan: U8 pengaduan, U9 sarana prasarana; kuesioner: U8 sarana prasarana, U9 pengaduan."),
    ("agregasi", "Cara menghitung IKM instansi dari IKM UPP."),
    ("rerata_periode", "Cara merata-ratakan periode menjadi semester dan tahun."),
    ("sumber_nilai", "IKM yang dipakai untuk baris rekap: tercetak atau hitung."),
    ("istilah_unit", "Sebutan unit dalam laporan, misalnya UPP atau OPP."),
    ("penandatangan", "Nama pejabat penanda tangan laporan."),
    ("jabatan_penandatangan", "Jabatan penanda tangan."),
    ("nip_penandatangan", "NIP penanda tangan."),
    ("tempat", "Tempat penandatanganan."),
    ("tanggal_laporan", "Tanggal laporan."),
    ("ikm_tercetak", "IKM instansi yang tercetak pada laporan; tambahkan :S1 atau :S2 untuk semester."),
    ("kategori_tercetak", "Mutu yang tercetak."),
    ("realisasi_tercetak", "Realisasi tindak lanjut yang tercetak (%)."),
    ("jumlah_responden_tercetak", "Jumlah responden instansi yang tercetak; tambahkan :S1 atau :S2 untuk semester."),
)

PETUNJUK: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Buku Kerja SKM", (
        "Buku kerja ini memuat data Survei Kepuasan Masyarakat satu instansi untuk satu tahun. Isi lembar yang diperlukan saja; "
        "lembar yang dibiarkan kosong tidak mengubah apa pun.",
        "Satu kesalahan saja membuat seluruh impor dibatalkan. Semua kesalahan ditampilkan sekaligus dengan nama lembar, nomor "
        "baris, dan kolomnya.",
    )),
    ("Cara mengisi", (
        "Judul kolom bertanda * wajib ada. Arahkan penunjuk ke judul kolom untuk membaca penjelasannya.",
        f"Baris contoh diawali {AWALAN_CONTOH} dan tidak ikut dibaca. Boleh dihapus.",
        "Jangan menggabungkan sel (merge). Isi nama UPP pada setiap baris.",
        "Angka boleh memakai koma atau titik desimal: 86,03 sama dengan 86.03. Persen boleh ditulis 100, 100%, atau 100 %.",
        "Tanggal ditulis 31/12/2025, 2025-12-31, atau 31 Desember 2025.",
        "Sel kosong berarti tidak ada data, bukan nol.",
        "Bila memakai rumus, simpan berkas dengan Excel atau LibreOffice agar nilainya terhitung.",
    )),
    ("Nama UPP", (
        "Nama UPP di setiap lembar harus sama dengan nama, kode, atau singkatan di lembar upp atau yang sudah tersimpan. Huruf "
        "besar, spasi, dan tanda baca tidak dibedakan. Nama yang tidak dikenal ditolak dan nama terdekat ditawarkan.",
    )),
    ("Unsur U8 dan U9", (
        "Peraturan menempatkan pengaduan sebagai U8 dan sarana prasarana sebagai U9; banyak kuesioner memakai urutan sebaliknya. "
        "Karena itu kolom unsur sebaiknya dikepalai nama unsurnya. Bila memakai U1 sampai U9, isilah urutan_unsur pada lembar "
        "instansi.",
    )),
    ("Periode", (
        "Periode ditulis TW1 sampai TW4, S1, S2, atau TAHUNAN. Baris RATA_S1, RATA_S2, atau TAHUNAN di samping periode yang "
        "diukur dianggap rata-rata yang tercetak: disimpan untuk pemeriksaan, tidak ikut dihitung.",
    )),
    ("Angka yang tercetak di bagian lain", (
        "Lembar tercetak, rincian, dan naskah boleh dibiarkan kosong. Isinya tidak mengubah hasil; pemeriksaan membandingkannya "
        "dengan hasil dan menunjukkan yang tidak cocok.",
    )),
    ("Data pribadi", (
        "Nama, NIK, nomor telepon, dan surel responden tidak disimpan. Kolom semacam itu dibuang saat impor.",
    )),
)  # fmt: skip
