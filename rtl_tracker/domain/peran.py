"""Roles and what they may do: one table (spec 2.1). Who may (here) and in which state (alur_*) are two questions."""

from dataclasses import dataclass
from enum import StrEnum


class Peran(StrEnum):
    """Role of an account; the codes are stable."""

    OPERATOR_UPP = "operator_upp"
    ORGANISASI = "organisasi"
    INSPEKTUR = "inspektur"
    PIMPINAN = "pimpinan"


class Izin(StrEnum):
    """One thing an account may be allowed to do."""

    LIHAT_HASIL = "lihat_hasil"
    LIHAT_PENYAMPAIAN = "lihat_penyampaian"
    ISI_HASIL = "isi_hasil"
    KELOLA_SURVEI = "kelola_survei"
    TULIS_RTL = "tulis_rtl"
    LAPOR_REALISASI = "lapor_realisasi"
    KIRIM_PENYAMPAIAN = "kirim_penyampaian"
    JELASKAN_TEMUAN = "jelaskan_temuan"
    PERIKSA_PENYAMPAIAN = "periksa_penyampaian"
    VERIFIKASI_REALISASI = "verifikasi_realisasi"
    CATAT_PEMERIKSAAN = "catat_pemeriksaan"
    LIHAT_PAPAN = "lihat_papan"
    LIHAT_PERSENTASE = "lihat_persentase"
    LIHAT_JEJAK = "lihat_jejak"
    SUSUN_LAPORAN = "susun_laporan"
    SUNTING_NASKAH = "sunting_naskah"
    KELOLA_PENGGUNA = "kelola_pengguna"
    KELOLA_DATA_INDUK = "kelola_data_induk"
    UBAH_KUESIONER = "ubah_kuesioner"
    TERBITKAN_HASIL = "terbitkan_hasil"


@dataclass(frozen=True, slots=True)
class KeteranganPeran:
    """A role in words and its permissions. `beruang`: accounts of this role belong to one unit (None = may or may not)."""

    nama: str
    uraian: str
    izin: frozenset[Izin]
    beruang: bool | None


_MELIHAT = frozenset({Izin.LIHAT_HASIL, Izin.LIHAT_PENYAMPAIAN, Izin.LIHAT_PERSENTASE})
TABEL_PERAN: dict[Peran, KeteranganPeran] = {
    Peran.OPERATOR_UPP: KeteranganPeran(
        "Operator UPP",
        "Menjalankan survei serta mengisi hasil SKM, RTL, dan realisasi dengan bukti untuk unitnya dan unit di bawahnya.",
        frozenset(
            {
                Izin.LIHAT_HASIL,
                Izin.LIHAT_PENYAMPAIAN,
                Izin.ISI_HASIL,
                Izin.KELOLA_SURVEI,
                Izin.TULIS_RTL,
                Izin.LAPOR_REALISASI,
                Izin.KIRIM_PENYAMPAIAN,
                Izin.JELASKAN_TEMUAN,
                Izin.SUNTING_NASKAH,
            }
        ),
        True,
    ),
    Peran.ORGANISASI: KeteranganPeran(
        "Bagian Organisasi",
        "Mengelola seluruh UPP: data induk, pengguna, pemeriksaan berkas, verifikasi realisasi, dan laporan.",
        frozenset(Izin),
        False,
    ),
    Peran.INSPEKTUR: KeteranganPeran(
        "Inspektorat",
        "Membaca seluruh data, memverifikasi atau mengembalikan realisasi, dan mencatat hasil pemeriksaan.",
        _MELIHAT | {Izin.VERIFIKASI_REALISASI, Izin.CATAT_PEMERIKSAAN, Izin.LIHAT_PAPAN, Izin.LIHAT_JEJAK},
        False,
    ),
    Peran.PIMPINAN: KeteranganPeran(
        "Pimpinan",
        "Membaca hasil, tindak lanjut, dan laporan: unitnya sendiri, atau seluruh instansi.",
        _MELIHAT,
        None,
    ),
}


@dataclass(frozen=True, slots=True)
class Pelaku:
    """Who acts. `jangkauan`: ids of the units within reach, None = all. `peran` None = the program itself (command line)."""

    id: int | None
    nama: str
    peran: Peran | None
    upp_id: int | None = None
    jangkauan: frozenset[int] | None = None
    alamat: str = ""

    @property
    def seluruh_instansi(self) -> bool:
        """Whether nothing of the instansi is out of reach."""
        return self.jangkauan is None


def pelaku_program(nama: str = "baris perintah") -> Pelaku:
    """The actor of commands and jobs: trusted, reaches everything."""
    return Pelaku(id=None, nama=nama, peran=None)
