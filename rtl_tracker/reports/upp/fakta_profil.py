"""Facts of the profile of the unit: who it is, its staff, its services, its team, who signs (sheet `profil` and master data)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rtl_tracker.domain.angka import bulatkan, desimal_tercetak, persen
from rtl_tracker.domain.profil import baca_pendidikan
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.domain.upp import Upp
from rtl_tracker.formats import angka, bulat, huruf_kapital_awal
from rtl_tracker.reports.upp.bahan import LayananUpp

PEGAWAI, KUESIONER, TIM = "pegawai", "kuesioner", "tim"
NAMA_PENANDATANGAN, JABATAN, NIP = "penandatangan", "jabatan penandatangan", "nip penandatangan"
_BERSATUAN = re.compile(r"\((?P<satuan>[^()]*)\)\s*$")
_UTUH, _PECAHAN = re.compile(r"\d{1,12}"), re.compile(r"\d{1,9}[.,]\d{1,2}")
RINGKAS = 3
LAYANAN_DISEBUT = 8


@dataclass(frozen=True, slots=True)
class BarisPegawai:
    """Staff of one level of education: number and per cent of all of them."""

    pendidikan: str
    jumlah: int
    persen: Decimal


@dataclass(frozen=True, slots=True)
class FaktaProfil:
    """`umum`: (label, text) of the table of the profile. `kuesioner`: what the sheet says of questionnaires handed out and back.

    `tim`: (task, name). The signatory is the unit's own where the sheet names one, else empty.
    """

    umum: tuple[tuple[str, str], ...]
    pegawai: tuple[BarisPegawai, ...]
    layanan: tuple[LayananUpp, ...]
    kuesioner: tuple[tuple[str, str], ...]
    tim: tuple[tuple[str, str], ...]
    penandatangan: str
    jabatan: str
    nip: str

    @property
    def ringkas(self) -> bool:
        """Whether so little is known that a sentence holds it; the first line of `umum` is the name."""
        return len(self.umum) <= RINGKAS

    @property
    def jumlah_pegawai(self) -> int:
        """All staff of the table."""
        return sum(b.jumlah for b in self.pegawai)


def susun_fakta_profil(
    upp: Upp, induk: Upp | None, anak: int, profil: Iterable[tuple[str, str]], layanan: tuple[LayananUpp, ...]
) -> FaktaProfil:
    """The profile from master data and the lines of the sheet; lines without a text count for nothing."""
    terisi = [(kunci.strip(), nilai.strip()) for kunci, nilai in profil if nilai.strip()]
    tanda = {lipat(kunci): nilai for kunci, nilai in terisi}
    pegawai = [baris for kunci, nilai in terisi if (baris := _pendidikan(kunci, nilai)) is not None]
    lain = [(k, n) for k, n in terisi if lipat(k) not in (NAMA_PENANDATANGAN, JABATAN, NIP) and _pendidikan(k, n) is None]
    return FaktaProfil(
        umum=(
            *_data_induk(upp, induk, anak, layanan),
            *(cetak_baris(k, n) for k, n in lain if _awal(k) not in (KUESIONER, TIM)),
        ),
        pegawai=_pegawai(pegawai),
        layanan=tuple(satu for satu in layanan if satu.biaya or satu.standar_waktu),
        kuesioner=tuple(cetak_baris(k, n) for k, n in lain if _awal(k) == KUESIONER),
        tim=tuple((huruf_kapital_awal(_tanpa_awal(k) or "anggota"), n) for k, n in lain if _awal(k) == TIM),
        penandatangan=tanda.get(NAMA_PENANDATANGAN, ""),
        jabatan=tanda.get(JABATAN, ""),
        nip=tanda.get(NIP, ""),
    )


def cetak_baris(kunci: str, nilai: str) -> tuple[str, str]:
    """A line of the profile as printed: ("luas wilayah (km2)", "167.04") -> ("Luas wilayah (km²)", "167,04").

    Only plain numbers whose key names a measure are written anew; "2.349" is left alone, for it reads the same either way.
    """
    label = huruf_kapital_awal(re.sub(r"\b(k?m)([23])\b", lambda t: t[1] + ("²" if t[2] == "2" else "³"), kunci))
    if not _BERSATUAN.search(kunci):
        return label, nilai
    if _UTUH.fullmatch(nilai):
        return label, bulat(int(nilai))
    if _PECAHAN.fullmatch(nilai):
        pecahan = Decimal(nilai.replace(",", "."))
        return label, angka(pecahan, desimal_tercetak(pecahan))
    return label, nilai


def _data_induk(upp: Upp, induk: Upp | None, anak: int, layanan: tuple[LayananUpp, ...]) -> list[tuple[str, str]]:
    kelompok = upp.kelompok if upp.kelompok != upp.jenis else ""
    nama_layanan = "; ".join(satu.nama for satu in layanan) if len(layanan) <= LAYANAN_DISEBUT else bulat(len(layanan))
    isi = (
        ("Nama unit", upp.nama), ("Jenis", upp.jenis), ("Kelompok", kelompok), ("Unit induk", induk.nama if induk else ""),
        ("Jumlah unit di bawahnya", bulat(anak) if anak else ""), ("Alamat", upp.alamat), ("Telepon", upp.telepon),
        ("Jenis layanan", nama_layanan),
    )  # fmt: skip
    return [(label, teks) for label, teks in isi if teks]


def _awal(kunci: str) -> str:
    return lipat(kunci).partition(" ")[0]


def _tanpa_awal(kunci: str) -> str:
    return kunci.strip().partition(" ")[2].strip(" :-")


def _pendidikan(kunci: str, nilai: str) -> tuple[str, int] | None:
    """("S1", 5) of "pegawai S1"; None for staff told by anything but education, which must not be added up with it."""
    tingkat, jumlah = _tanpa_awal(kunci), nilai.replace(".", "")
    if _awal(kunci) != PEGAWAI or baca_pendidikan(tingkat) is None or not (jumlah.isascii() and jumlah.isdigit()):
        return None
    return tingkat, int(jumlah)


def _pegawai(baris: list[tuple[str, int]]) -> tuple[BarisPegawai, ...]:
    jumlah = sum(n for _, n in baris)
    return tuple(BarisPegawai(tingkat, n, bulatkan(persen(n, jumlah) or 0, 2)) for tingkat, n in baris if n)
