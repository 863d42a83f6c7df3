"""What can be typed after `rtl-tracker`. Light on purpose: nothing here loads a library."""

from argparse import ArgumentTypeError
from pathlib import Path

from rtl_tracker.domain.jenis_dokumen import JenisDokumen
from rtl_tracker.domain.pengaturan import KUNCI_PENGATURAN
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.unsur import UrutanUnsur
from rtl_tracker.perintah.pengurai import Pengurai, jenis_pengaturan, jenis_periode, jenis_port, jenis_tahun

KETERANGAN = "Menghitung IKM tiap UPP, mencatat RTL dan realisasinya, dan menyusun laporan tahunan SKM."
KODE_KELUAR = "Kode keluar: 0 selesai, 1 masukan ditolak, 2 cara pakai salah."
_BANTUAN_PENGATURAN: dict[str, str] = {
    "nama": "nama instansi, misalnya 'Pemerintah Kabupaten Bengkayang'",
    "jenis": "provinsi, kabupaten, atau kota",
    "bobot": "bobot satu unsur: 1/9, 0.111, atau 0.11",
    "pembulatan_tertimbang": "bulatkan NRR x bobot ke 2 sampai 6 desimal lebih dahulu; kosong = tidak",
    "urutan_unsur": "urutan U8 dan U9: permenpan atau kuesioner",
    "agregasi": "indeks instansi: rerata_upp, gabungan_responden, atau rerata_unsur",
    "rerata_periode": "rerata antarperiode: bertingkat, semua, atau berbobot",
    "sumber_nilai": "IKM baris rekap: tercetak atau hitung",
    "desimal_ikm": "banyak desimal IKM yang dicetak: 2 sampai 4",
    "aturan_sampel": "krejcie_morgan atau unsur_10",
    "jumlah_prioritas": "banyak unsur prioritas: 1 sampai 9",
    "tahun_tren": "banyak tahun pada tren: 2 sampai 6",
    "dasar_realisasi": "angka resmi realisasi: dilaporkan atau terverifikasi",
    "agregasi_realisasi": "realisasi instansi: rerata_upp atau gabungan",
    "format_kategori": "huruf_dahulu 'A (Sangat Baik)' atau kata_dahulu 'Sangat Baik (A)'",
    "istilah_unit": "sebutan unit pada laporan: UPP atau OPP",
    "penandatangan": "nama penanda tangan laporan",
    "jabatan_penandatangan": "jabatan penanda tangan",
    "nip_penandatangan": "NIP penanda tangan",
    "tempat": "tempat penandatanganan",
    "tanggal_laporan": "tanggal penandatanganan, misalnya '10 Januari 2022'",
    "tim": "susunan tim penyusun",
    "dasar_hukum": "satu dasar hukum; ulangi pilihan ini untuk setiap dasar hukum",
}


def buat_pengurai() -> Pengurai:
    """The parser of the whole program; `perintah` in its result names the command."""
    pengurai = Pengurai(prog="rtl-tracker", description=KETERANGAN, epilog=KODE_KELUAR)
    cabang = pengurai.add_subparsers(title="perintah", dest="perintah", metavar="PERINTAH", required=True, prog=pengurai.prog)

    def perintah(nama: str, bantuan: str) -> Pengurai:
        return cabang.add_parser(nama, help=bantuan, description=f"{bantuan[:1].upper()}{bantuan[1:]}.")

    _serve(perintah("serve", "jalankan server web"))
    perintah("worker", "jalankan pekerja antrean (penyusunan laporan dan grafik)")
    perintah("migrate", "sesuaikan skema basis data dengan versi program ini")
    _demo(perintah("demo", "isi basis data kosong dengan instansi contoh, Kabupaten Bengkayang 2021"))
    _instansi(perintah("instansi", "ubah instansi dan pengaturan satu tahun; tanpa perubahan, tampilkan isinya"))
    _templat(perintah("templat-impor", "buat buku kerja kosong dengan petunjuk, pilihan isian, dan baris contoh"))
    _impor(perintah("impor", "impor buku kerja atau folder CSV; seluruhnya tersimpan atau tidak sama sekali"))
    _ikm(perintah("ikm", "tampilkan IKM dan nilai unsur setiap UPP dan periode"))
    _realisasi(perintah("realisasi", "tampilkan persentase realisasi RTL"))
    _periksa(perintah("periksa", "periksa angka, rencana, dan naskah satu tahun, atau sebuah buku kerja tanpa menyimpannya"))
    _laporan(perintah("laporan", "susun dokumen sebagai berkas Word, PDF, atau Excel"))
    _pengguna(perintah("pengguna", "kelola akun pengguna: tambah, daftar, nonaktifkan, sandi"))
    _jejak(perintah("jejak", "periksa jejak audit: verifikasi"))
    _cadangkan(
        perintah("cadangkan", "buat satu arsip rahasia dari basis data, bukti, laporan, dan kunci, selagi server berjalan")
    )
    _pulihkan(perintah("pulihkan", "pulihkan arsip cadangan ke folder data yang kosong, setelah seluruh isinya diperiksa"))
    return pengurai


def _tahun(p: Pengurai) -> None:
    p.pilihan.add_argument("--tahun", type=jenis_tahun, required=True, metavar="TAHUN", help="tahun data, misalnya 2023")


def _json(p: Pengurai) -> None:
    p.pilihan.add_argument("--json", action="store_true", help="cetak satu dokumen JSON pada keluaran standar")


def _serve(p: Pengurai) -> None:
    p.pilihan.add_argument("--host", default="127.0.0.1", metavar="ALAMAT", help="alamat yang didengarkan (bawaan: 127.0.0.1)")
    p.pilihan.add_argument("--port", type=jenis_port, default=8000, metavar="PORT", help="nomor port (bawaan: 8000)")


def _demo(p: Pengurai) -> None:
    p.pilihan.add_argument("--bila-kosong", action="store_true", help="tidak melakukan apa pun bila basis data sudah berisi")
    p.pilihan.add_argument("--laporan", action="store_true", help="susun juga laporan tahunannya bila berkasnya belum ada")


def _instansi(p: Pengurai) -> None:
    _tahun(p)
    for kunci in KUNCI_PENGATURAN:
        nama, bantuan = f"--{kunci.replace('_', '-')}", _BANTUAN_PENGATURAN[kunci]
        aksi = "append" if kunci == "dasar_hukum" else "store"
        p.pilihan.add_argument(nama, dest=kunci, type=jenis_pengaturan(kunci), action=aksi, metavar="NILAI", help=bantuan)
    _json(p)


def _templat(p: Pengurai) -> None:
    p.pilihan.add_argument("--keluar", type=Path, required=True, metavar="BERKAS", help="berkas .xlsx yang dibuat")
    p.pilihan.add_argument("--timpa", action="store_true", help="timpa berkas yang sudah ada")


def _impor(p: Pengurai) -> None:
    p.argumen.add_argument(
        "sumber", type=Path, metavar="SUMBER", help="buku kerja .xlsx, atau folder CSV yang bernama lembarnya"
    )
    _tahun(p)
    _urutan(p)
    p.pilihan.add_argument("--ganti", action="store_true", help="ganti baris tahun itu pada lembar yang diberikan")
    p.pilihan.add_argument("--cek", action="store_true", help="periksa saja; tidak ada yang disimpan")
    _json(p)


def _urutan(p: Pengurai) -> None:
    p.pilihan.add_argument(
        "--urutan-unsur", choices=[u.value for u in UrutanUnsur], help="urutan U8 dan U9 bila kolom hanya bernama U1 sampai U9"
    )


def _periksa(p: Pengurai) -> None:
    p.pilihan.add_argument("--tahun", type=jenis_tahun, metavar="TAHUN", help="tahun data; dengan --berkas boleh dikosongkan")
    p.pilihan.add_argument(
        "--berkas", type=Path, metavar="BERKAS", help="buku kerja .xlsx atau folder CSV; tidak ada yang disimpan"
    )
    _urutan(p)
    _json(p)


def _ikm(p: Pengurai) -> None:
    _tahun(p)
    p.pilihan.add_argument("--periode", type=jenis_periode, metavar="PERIODE", help="hanya periode ini: TW1, S2, TAHUNAN, ...")
    p.pilihan.add_argument("--upp", metavar="NAMA", help="hanya UPP ini: nama, kode, atau singkatannya")
    _json(p)


def _realisasi(p: Pengurai) -> None:
    _tahun(p)
    _json(p)


def _laporan(p: Pengurai) -> None:
    p.argumen.add_argument("jenis", type=_jenis_laporan, metavar="JENIS", help=f"jenis dokumen: {', '.join(JenisDokumen)}")
    _tahun(p)
    p.pilihan.add_argument(
        "--periode", type=jenis_periode, metavar="PERIODE", help="periode dokumen: TW1, S2, ... (bawaan: setahun)"
    )
    p.pilihan.add_argument("--upp", metavar="NAMA", help="unit yang dimuat: nama, kode, atau singkatannya")
    p.pilihan.add_argument(
        "--keluar",
        type=Path,
        required=True,
        metavar="BERKAS",
        help="berkas .docx, .pdf, atau .xlsx yang dibuat; .zip = semua unit",
    )


def _pengguna(p: Pengurai) -> None:
    cabang = p.add_subparsers(title="tindakan", dest="tindakan", metavar="TINDAKAN", required=True, prog=p.prog)
    for nama, bantuan in (
        ("tambah", "tambahkan akun dan cetak sandi sekali pakainya; juga untuk akun yang pertama"),
        ("daftar", "tampilkan semua akun"),
        ("nonaktifkan", "nonaktifkan akun dan akhiri semua sesi masuknya"),
        ("sandi", "buat sandi sekali pakai yang baru untuk satu akun"),
    ):
        tindakan = cabang.add_parser(nama, help=bantuan, description=f"{bantuan[:1].upper()}{bantuan[1:]}.")
        if nama != "daftar":
            tindakan.argumen.add_argument("nama_masuk", metavar="NAMA_MASUK", help="nama masuk, misalnya budi.santoso")
        if nama == "tambah":
            _pengguna_baru(tindakan)
        _json(tindakan)


def _pengguna_baru(p: Pengurai) -> None:
    pilihan_peran = [peran.value for peran in Peran]
    p.pilihan.add_argument("--nama", required=True, metavar="NAMA", help="nama lengkap, misalnya 'Budi Santoso'")
    p.pilihan.add_argument("--peran", required=True, choices=pilihan_peran, metavar="PERAN", help=", ".join(pilihan_peran))
    p.pilihan.add_argument("--upp", metavar="NAMA", help="unit dari operator_upp (wajib) atau pimpinan: nama, kode, singkatan")


def _jejak(p: Pengurai) -> None:
    cabang = p.add_subparsers(title="tindakan", dest="tindakan", metavar="TINDAKAN", required=True, prog=p.prog)
    bantuan = "periksa bahwa tidak ada catatan jejak yang diubah atau dihapus, dan status sesuai dengan catatannya"
    tindakan = cabang.add_parser("verifikasi", help=bantuan, description=f"{bantuan[:1].upper()}{bantuan[1:]}.")
    tindakan.pilihan.add_argument(
        "--kepala",
        type=_jenis_kepala,
        metavar="KEPALA",
        help="kepala yang dicatat dahulu; harus masih menjadi bagian dari rantai",
    )
    _json(tindakan)


def _cadangkan(p: Pengurai) -> None:
    bantuan = "arsip yang dibuat, di luar folder data; memuat kunci rahasia, hanya dapat dibaca pemiliknya"
    p.argumen.add_argument("arsip", type=Path, metavar="PATH", help=bantuan)
    p.pilihan.add_argument("--timpa", action="store_true", help="timpa arsip yang sudah ada")
    _json(p)


def _pulihkan(p: Pengurai) -> None:
    p.argumen.add_argument("arsip", type=Path, metavar="PATH", help="arsip buatan 'cadangkan'")
    _json(p)


def _jenis_kepala(teks: str) -> str:
    kepala = teks.strip().lower()
    if len(kepala) != 64 or not set(kepala) <= set("0123456789abcdef"):
        raise ArgumentTypeError(
            f"'{teks}' bukan kepala jejak; salin seluruh 64 huruf dan angka yang dicetak 'jejak verifikasi'"
        )
    return kepala


def _jenis_laporan(teks: str) -> str:
    if teks not in list(JenisDokumen):
        raise ArgumentTypeError(f"jenis dokumen '{teks}' tidak ada; yang ada: {', '.join(JenisDokumen)}")
    return teks
