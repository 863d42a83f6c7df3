"""Log-in names, passwords, and how long whoever fails must wait (spec 2.1).

No rule about kinds of letters: length and what is not common protect better. A failure is forgotten after a while, so that
an address shared by a whole office is not held back for ever by its few daily slips.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from rtl_tracker.domain.errors import DomainError

SANDI_PALING_PENDEK, SANDI_PALING_PANJANG = 12, 200
NAMA_MASUK = re.compile(r"[a-z0-9._-]{3,64}")
TUNDA_AWAL, TUNDA_PALING_LAMA = timedelta(minutes=1), timedelta(hours=1)
LIPAT_PALING_BANYAK = 6
AWALAN_IPV6 = 64
UMUM = frozenset(
    {
        "123456789012", "1234567890123", "12345678901234", "123456789123", "1234567890ab", "111122223333", "112233445566",
        "abcdefghijkl", "abcd12345678", "abc123456789", "a12345678901", "qwertyuiop12", "qwertyuiop123", "qwerty123456",
        "qwertyuiopas", "qwertyuiop[]", "1q2w3e4r5t6y", "1qaz2wsx3edc", "asdfghjkl123", "asdfghjkl;'\\", "zxcvbnm12345",
        "password1234", "password12345", "password123456", "passwordpassword", "p@ssw0rd1234", "administrator",
        "administrator1", "admin1234567", "adminadminadmin", "admin12345678", "iloveyou1234", "welcome12345", "letmein12345",
        "sandi1234567", "sandi12345678", "katasandi123", "katasandi1234", "rahasia12345", "rahasia123456", "rahasiarahasia",
        "bismillah123", "bismillah1234", "bismillahirrahmanirrahim", "alhamdulillah", "alhamdulillah123", "assalamualaikum",
        "indonesia123", "indonesia1234", "indonesia1945", "indonesiaraya", "indonesiaku123", "merdeka17845", "merdeka171945",
        "sayangku1234", "sayangku12345", "akucintakamu", "pemerintah123", "kabupaten123", "bagianorganisasi", "organisasi123",
        "inspektorat123", "operatorupp123", "operator1234", "survei123456", "semangat1234", "garuda123456", "pancasila123",
    }
)  # fmt: skip


class SandiDitolak(DomainError):
    """The wished password breaks a rule."""


class NamaMasukDitolak(DomainError):
    """The wished log-in name breaks the rule."""


@dataclass(frozen=True, slots=True)
class BatasGagal:
    """What failures cost: so many are free, and one is forgotten after each `lupa_tiap`."""

    bebas: int
    lupa_tiap: timedelta


BATAS_AKUN = BatasGagal(4, timedelta(hours=1))
BATAS_ALAMAT = BatasGagal(20, timedelta(minutes=10))


def bakukan_sandi(sandi: str) -> str:
    """One form for a password however a keyboard composes its letters (NFKC)."""
    return unicodedata.normalize("NFKC", sandi)


def periksa_sandi(sandi: str, nama_masuk: str) -> None:
    """Raises SandiDitolak with the first rule that the wished password breaks."""
    baku = bakukan_sandi(sandi)
    kecil = baku.casefold()
    if len(baku) < SANDI_PALING_PENDEK:
        raise SandiDitolak(
            f"Sandi paling sedikit {SANDI_PALING_PENDEK} huruf, angka, atau tanda. Rangkaian beberapa kata sudah baik."
        )
    if len(baku) > SANDI_PALING_PANJANG:
        raise SandiDitolak(f"Sandi paling banyak {SANDI_PALING_PANJANG} huruf. Pilih yang lebih pendek.")
    if len(set(kecil)) == 1:
        raise SandiDitolak("Sandi terdiri atas satu huruf yang diulang. Pilih yang lain.")
    if kecil == nama_masuk.casefold():
        raise SandiDitolak("Sandi sama dengan nama masuk. Pilih yang lain.")
    if kecil in UMUM:
        raise SandiDitolak("Sandi ini terlalu umum dan mudah ditebak. Pilih yang lain.")


def baca_nama_masuk(teks: str) -> str:
    """A log-in name as it is stored: blanks around it cut, lower case. Raises NamaMasukDitolak."""
    nama = teks.strip().lower()
    if not NAMA_MASUK.fullmatch(nama):
        raise NamaMasukDitolak(
            "Nama masuk terdiri atas 3 sampai 64 huruf a-z, angka, titik, garis bawah, atau tanda hubung, tanpa spasi; "
            "misalnya budi.santoso."
        )
    return nama


def tunda(gagal: int, bebas: int) -> timedelta:
    """How long the next try must wait after `gagal` failures: nothing while they are free, then 1 minute, doubled up to 1 hour."""
    if gagal <= bebas:
        return timedelta(0)
    return min(TUNDA_PALING_LAMA, TUNDA_AWAL * (1 << min(gagal - bebas - 1, LIPAT_PALING_BANYAK)))


def masih_dihitung(gagal: int, berlalu: timedelta, batas: BatasGagal) -> int:
    """How many of the failures still count when the last one is `berlalu` ago."""
    return max(0, gagal - max(0, berlalu // batas.lupa_tiap))


def jaringan(alamat: str) -> str:
    """What counts as one address: an IPv4 address; of IPv6 the /64, because one household holds all of it."""
    try:
        ip = ip_address(alamat.partition("%")[0])
    except ValueError:
        return "tidak dikenal"
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            return str(ip.ipv4_mapped)
        return str(ip_network((ip, AWALAN_IPV6), strict=False))
    return str(ip)
