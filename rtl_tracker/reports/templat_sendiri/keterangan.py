"""The fields of every Word template in words, for the guide and for trials: name, meaning, example."""

from rtl_tracker.domain.jenis_dokumen import JenisDokumen
from rtl_tracker.formats import huruf_kapital_awal
from rtl_tracker.reports.templat_sendiri.acuan import acuan_jenis

_KETERANGAN: dict[str, tuple[str, str]] = {
    "judul_laporan": ("Judul dokumen", "Laporan Pelaksanaan Survei Kepuasan Masyarakat"),
    "subjudul": ("Baris di bawah judul", "Hasil survei, rencana tindak lanjut, dan realisasinya"),
    "nama_instansi": ("Nama instansi", "Pemerintah Kabupaten Contoh"),
    "sebutan_instansi": ("Nama instansi di dalam kalimat dan judul", "Kabupaten Contoh"),
    "tahun": ("Tahun laporan", "2023"),
    "istilah_unit": ("Sebutan unit pelayanan", "UPP"),
    "penyusun": ("Bagian yang menyusun dokumen", "Bagian Organisasi Sekretariat Daerah"),
    "tempat_tanggal": ("Tempat dan tanggal penandatanganan", "Contoh, 31 Januari 2024"),
    "jabatan_penandatangan": ("Jabatan penanda tangan", "Kepala Bagian Organisasi"),
    "penandatangan": ("Nama penanda tangan", "Nama Pejabat, S.Sos."),
    "nip_penandatangan": ("NIP penanda tangan", "19700101 199503 1 001"),
    "nama_unit": ("Nama unit pelayanan", "Kecamatan Contoh"),
    "alamat_unit": ("Alamat unit pelayanan", "Jalan Contoh Nomor 1"),
    "judul_lembar": ("Judul lembar dengan periodenya", "Rencana Tindak Lanjut Triwulan I Tahun 2023"),
    "judul_bagian": ("Judul bagian rincian", "Realisasi per Unit"),
}
_CONTOH = "Contoh isian"


def keterangan_bidang(jenis: JenisDokumen) -> tuple[tuple[str, str, str], ...]:
    """(name, meaning, example) of every field of the kind's template, in the order of the shipped one."""
    return tuple((nama, *arti_bidang(nama)) for nama in acuan_jenis(jenis).bidang)


def arti_bidang(nama: str) -> tuple[str, str]:
    """(meaning, example) of one field; a name that is not described yet is its own meaning."""
    return _KETERANGAN.get(nama, (huruf_kapital_awal(nama.replace("_", " ")), _CONTOH))
