"""The form of a year's settings: every choice in words, with one sentence on what it changes, its default and its source."""

from collections.abc import Mapping

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from rtl_tracker.domain.pengaturan import KUNCI_PENGATURAN, Pengaturan
from rtl_tracker.usecases.kelola_logo import BATAS_MB
from rtl_tracker.usecases.kelola_pengaturan import JENIS_INSTANSI, PengaturanTahun

KELOMPOK: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("identitas", "Identitas", ("nama", "jenis", "istilah_unit")),
    (
        "hitung", "Cara menghitung",
        ("bobot", "pembulatan_tertimbang", "urutan_unsur", "agregasi", "rerata_periode", "sumber_nilai", "desimal_ikm",
         "aturan_sampel", "jumlah_prioritas", "tahun_tren", "format_kategori"),
    ),
    ("realisasi", "Realisasi", ("dasar_realisasi", "agregasi_realisasi")),
    (
        "laporan", "Laporan",
        ("tempat", "tanggal_laporan", "penandatangan", "jabatan_penandatangan", "nip_penandatangan", "tim", "dasar_hukum"),
    ),
)  # fmt: skip
"""(anchor, heading, settings) of each group, in the order of the page."""

PILIHAN: Mapping[str, Mapping[str, str]] = {
    "bobot": {"1/9": "1/9, tanpa pembulatan", "0.111": "0,111", "0.11": "0,11"},
    "pembulatan_tertimbang": {"": "Tidak dibulatkan"} | {str(n): f"{n} desimal" for n in range(2, 7)},
    "urutan_unsur": {
        "permenpan": "PermenPANRB: U8 pengaduan",
        "kuesioner": "Kuesioner: U9 pengaduan",
    },
    "agregasi": {
        "rerata_upp": "Rata-rata IKM semua unit",
        "gabungan_responden": "Gabungan semua responden",
        "rerata_unsur": "Rata-rata setiap unsur",
    },
    "rerata_periode": {
        "bertingkat": "Bertingkat lewat semester",
        "semua": "Semua periode setara",
        "berbobot": "Menurut jumlah responden",
    },
    "sumber_nilai": {"tercetak": "IKM yang tercetak", "hitung": "Dihitung ulang dari unsur"},
    "desimal_ikm": {str(n): f"{n} desimal" for n in range(2, 5)},
    "aturan_sampel": {"krejcie_morgan": "Krejcie dan Morgan", "unsur_10": "(Jumlah unsur + 1) x 10"},
    "jumlah_prioritas": {str(n): f"{n} unsur terendah" for n in range(1, 10)},
    "tahun_tren": {str(n): f"{n} tahun" for n in range(2, 7)},
    "format_kategori": {"huruf_dahulu": "A (Sangat Baik)", "kata_dahulu": "Sangat Baik (A)"},
    "dasar_realisasi": {"dilaporkan": "Yang dilaporkan selesai", "terverifikasi": "Yang sudah diverifikasi"},
    "agregasi_realisasi": {"rerata_upp": "Rata-rata persentase unit", "gabungan": "Semua RTL digabung"},
}
"""Codes and words of the settings that are chosen from a list."""

PENJELASAN: Mapping[str, str] = {
    "nama": "Tercetak pada kepala halaman, sampul, dan kalimat laporan.",
    "jenis": "Menentukan sebutan Bagian Organisasi atau, untuk provinsi, Biro Organisasi; bawaan kabupaten.",
    "istilah_unit": "Sebutan unit pada layar dan laporan, misalnya UPP atau OPP; bawaan UPP menurut PermenPANRB 14/2017.",
    "bobot": "Pengali setiap unsur dalam IKM; bawaan 1/9 menurut PermenPANRB 14/2017, dua lainnya pembulatannya.",
    "pembulatan_tertimbang": "Membulatkan NRR x bobot setiap unsur sebelum dijumlahkan; bawaan tidak, 4 desimal dipakai SEKAMPADI.",
    "urutan_unsur": "Menentukan mana U8 dan mana U9 (pengaduan atau sarana prasarana), saat mencetak dan mengimpor; bawaan PermenPANRB 14/2017.",
    "agregasi": "Cara hasil semua unit menjadi satu IKM; ketiganya tetap dibandingkan dalam laporan. Bawaan rata-rata menurut SE MenPANRB 12/2023.",
    "rerata_periode": "Cara nilai beberapa periode menjadi nilai setahun; bawaan bertingkat: triwulan menjadi semester, semester menjadi tahun.",
    "sumber_nilai": "Nilai yang dipakai untuk baris rekap; bawaan yang tercetak, agar laporan lama tetap sama.",
    "desimal_ikm": "Hanya cetakan IKM; perhitungan dan mutu tetap memakai nilai tepat dan 2 desimal. Bawaan 2.",
    "aturan_sampel": "Menentukan responden minimal; bawaan tabel Krejcie dan Morgan (1970) dalam lampiran PermenPANRB 14/2017.",
    "jumlah_prioritas": "Banyaknya unsur terendah yang wajib ber-RTL, selain yang bermutu C atau D; bawaan 3.",
    "tahun_tren": "Banyaknya tahun terakhir pada grafik dan kalimat tren; bawaan 5.",
    "format_kategori": "Cara mutu dan kinerja ditulis di layar dan laporan; bawaan huruf di depan.",
    "dasar_realisasi": "Angka realisasi yang resmi; keduanya tetap dicetak berdampingan. Bawaan yang dilaporkan.",
    "agregasi_realisasi": "Cara persentase unit menjadi persentase instansi; cara lainnya tetap ditampilkan. Bawaan rata-rata.",
    "tempat": "Tempat penandatanganan, misalnya ibu kota kabupaten.",
    "tanggal_laporan": "Misalnya 10 Januari 2027, atau bulannya saja.",
    "penandatangan": "Nama lengkap dengan gelar, seperti akan tercetak.",
    "jabatan_penandatangan": "Misalnya Kepala Bagian Organisasi.",
    "nip_penandatangan": "Delapan belas angka, boleh berspasi; kosongkan bila bukan ASN.",
    "tim": "Satu nama atau jabatan setiap baris; tercetak sebagai susunan tim penyusun.",
    "dasar_hukum": "Satu peraturan setiap baris, menurut urutan cetak; kosongkan untuk memakai kembali daftar bawaan.",
}
"""One sentence below the label of each setting."""


def _daftar(kunci: str, judul: str) -> SelectField:
    """Nothing sent is what the form showed; the use case refuses what is no choice."""
    return SelectField(judul, choices=[SelectChoice(k, kata) for k, kata in PILIHAN[kunci].items()], validate_choice=False)


class FormPengaturan(FlaskForm):
    """All settings of a year. Texts are checked by the use case, which says what is wrong with them."""

    versi = HiddenField()
    nama = StringField("Nama instansi")
    jenis = SelectField("Jenis instansi", validate_choice=False)
    istilah_unit = StringField("Istilah untuk unit")
    bobot = _daftar("bobot", "Bobot satu unsur")
    pembulatan_tertimbang = _daftar("pembulatan_tertimbang", "Pembulatan NRR tertimbang")
    urutan_unsur = _daftar("urutan_unsur", "Urutan unsur ke-8 dan ke-9")
    agregasi = _daftar("agregasi", "IKM instansi")
    rerata_periode = _daftar("rerata_periode", "Rata-rata antarperiode")
    sumber_nilai = _daftar("sumber_nilai", "Nilai baris rekap")
    desimal_ikm = _daftar("desimal_ikm", "Desimal IKM")
    aturan_sampel = _daftar("aturan_sampel", "Aturan jumlah sampel")
    jumlah_prioritas = _daftar("jumlah_prioritas", "Unsur prioritas")
    tahun_tren = _daftar("tahun_tren", "Tahun pada tren")
    format_kategori = _daftar("format_kategori", "Penulisan kategori")
    dasar_realisasi = _daftar("dasar_realisasi", "Realisasi yang resmi")
    agregasi_realisasi = _daftar("agregasi_realisasi", "Realisasi instansi")
    tempat = StringField("Tempat")
    tanggal_laporan = StringField("Tanggal laporan")
    penandatangan = StringField("Penanda tangan")
    jabatan_penandatangan = StringField("Jabatan penanda tangan")
    nip_penandatangan = StringField("NIP penanda tangan", render_kw={"inputmode": "numeric"})
    tim = TextAreaField("Tim penyusun", render_kw={"rows": 4})
    dasar_hukum = TextAreaField("Dasar hukum", render_kw={"rows": 8})


class FormBukaTahun(FlaskForm):
    """The year to open."""

    buka = StringField("Tahun yang dibuka", render_kw={"inputmode": "numeric", "autocomplete": "off"})


class FormLogo(FlaskForm):
    """A picture. `versi`: the SHA-256 of the logo that the page shows, empty without one."""

    versi = HiddenField(id="versi-logo")
    logo = FileField(
        "Berkas logo",
        render_kw={
            "accept": ".png,.jpg,.jpeg",
            "data-batas": str(BATAS_MB * 1_000_000),
            "data-batas-sebutan": f"{BATAS_MB} MB",
        },
    )


def siapkan_pilihan(form: FormPengaturan, p: Pengaturan) -> None:
    """The kinds of instansi; a stored one keeps its spelling, and is offered even when it is none of them."""
    pilihan = {p.jenis if p.jenis.casefold() == jenis else jenis: jenis.capitalize() for jenis in JENIS_INSTANSI}
    if p.jenis not in pilihan:
        pilihan[p.jenis] = p.jenis or "Belum dipilih"
    form.jenis.choices = [SelectChoice(kode, kata) for kode, kata in pilihan.items()]


def isi_pengaturan(form: FormPengaturan, isi: PengaturanTahun) -> None:
    """Put the settings that hold into the form."""
    form.versi.data = str(isi.versi)
    for kunci in KUNCI_PENGATURAN:
        form[kunci].data = teks_pengaturan(getattr(isi.pengaturan, kunci))


def isian_pengaturan(form: FormPengaturan) -> dict[str, str]:
    """What was typed or chosen; a field that was not sent is left out."""
    return {kunci: form[kunci].data or "" for kunci in KUNCI_PENGATURAN if form[kunci].raw_data}


def teks_pengaturan(nilai: object) -> str:
    """A setting as its form holds it."""
    if isinstance(nilai, tuple):
        return "\n".join(nilai)
    return "" if nilai is None else str(nilai)


def kata_pengaturan(kunci: str, nilai: object) -> str:
    """A setting in the words of its form, on one line."""
    teks = teks_pengaturan(nilai)
    return PILIHAN[kunci].get(teks, teks) if kunci in PILIHAN else "; ".join(teks.splitlines())
