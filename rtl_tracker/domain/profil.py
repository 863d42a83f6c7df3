"""Respondent profile: the bands of spec 1.11. Nothing that names a person is ever kept."""

from enum import StrEnum

from rtl_tracker.domain.unsur import lipat


class JenisKelamin(StrEnum):
    """Sex of a respondent."""

    LAKI_LAKI = "Laki-laki"
    PEREMPUAN = "Perempuan"


class Usia(StrEnum):
    """Age band in years."""

    SAMPAI_18 = "≤ 18"
    U19_25 = "19-25"
    U26_35 = "26-35"
    U36_45 = "36-45"
    U46_55 = "46-55"
    MULAI_56 = "≥ 56"


class Pendidikan(StrEnum):
    """Highest education."""

    TIDAK_SEKOLAH = "Tidak sekolah"
    SD = "SD"
    SMP = "SMP"
    SMA = "SMA"
    D1_D3 = "D1-D3"
    D4_S1 = "D4-S1"
    S2_S3 = "S2-S3"


class Pekerjaan(StrEnum):
    """Occupation."""

    ASN = "ASN"
    TNI_POLRI = "TNI/POLRI"
    SWASTA = "Pegawai swasta"
    WIRAUSAHA = "Wirausaha"
    PELAJAR = "Pelajar/Mahasiswa"
    LAINNYA = "Lainnya"


AMBANG_SEL = 5
_ALIAS_KELAMIN = {"l": JenisKelamin.LAKI_LAKI, "lk": JenisKelamin.LAKI_LAKI, "pria": JenisKelamin.LAKI_LAKI,
                  "laki laki": JenisKelamin.LAKI_LAKI, "laki": JenisKelamin.LAKI_LAKI, "p": JenisKelamin.PEREMPUAN,
                  "pr": JenisKelamin.PEREMPUAN, "wanita": JenisKelamin.PEREMPUAN, "perempuan": JenisKelamin.PEREMPUAN}  # fmt: skip
_ALIAS_PENDIDIKAN = {
    "tidak sekolah": Pendidikan.TIDAK_SEKOLAH, "tidak tamat sd": Pendidikan.TIDAK_SEKOLAH, "sd": Pendidikan.SD,
    "sd mi": Pendidikan.SD, "smp": Pendidikan.SMP, "sltp": Pendidikan.SMP, "smp mts": Pendidikan.SMP,
    "sma": Pendidikan.SMA, "smk": Pendidikan.SMA, "slta": Pendidikan.SMA, "sma smk": Pendidikan.SMA, "ma": Pendidikan.SMA,
    "d1": Pendidikan.D1_D3, "d2": Pendidikan.D1_D3, "d3": Pendidikan.D1_D3, "d1 d3": Pendidikan.D1_D3, "diii": Pendidikan.D1_D3,
    "diploma": Pendidikan.D1_D3, "d4": Pendidikan.D4_S1, "s1": Pendidikan.D4_S1, "d4 s1": Pendidikan.D4_S1,
    "sarjana": Pendidikan.D4_S1, "s2": Pendidikan.S2_S3, "s3": Pendidikan.S2_S3, "s2 s3": Pendidikan.S2_S3,
    "pascasarjana": Pendidikan.S2_S3,
}  # fmt: skip
_ALIAS_PEKERJAAN = {
    "asn": Pekerjaan.ASN, "pns": Pekerjaan.ASN, "pppk": Pekerjaan.ASN, "tni": Pekerjaan.TNI_POLRI,
    "polri": Pekerjaan.TNI_POLRI, "tni polri": Pekerjaan.TNI_POLRI, "swasta": Pekerjaan.SWASTA,
    "pegawai swasta": Pekerjaan.SWASTA, "karyawan swasta": Pekerjaan.SWASTA, "wirausaha": Pekerjaan.WIRAUSAHA,
    "wiraswasta": Pekerjaan.WIRAUSAHA, "usahawan": Pekerjaan.WIRAUSAHA, "pelajar": Pekerjaan.PELAJAR,
    "mahasiswa": Pekerjaan.PELAJAR, "pelajar mahasiswa": Pekerjaan.PELAJAR,
}  # fmt: skip


def usia_dari_angka(tahun: int) -> Usia:
    """Band of an age in years."""
    for batas, pita in ((18, Usia.SAMPAI_18), (25, Usia.U19_25), (35, Usia.U26_35), (45, Usia.U36_45), (55, Usia.U46_55)):
        if tahun <= batas:
            return pita
    return Usia.MULAI_56


def baca_usia(teks: str) -> Usia | None:
    """Band of "37", "37 tahun" or "36-45"; None when it cannot be read."""
    kata = lipat(teks).removesuffix(" tahun").split()
    if len(kata) == 1 and kata[0].isdecimal():
        angka = int(kata[0])
        if "<" in teks or "≤" in teks:
            return usia_dari_angka(min(angka, 18))
        return usia_dari_angka(max(angka, 56)) if ">" in teks or "≥" in teks else usia_dari_angka(angka)
    return next((pita for pita in Usia if lipat(pita.value).split() == kata), None)


def baca_jenis_kelamin(teks: str) -> JenisKelamin | None:
    """Sex from "L", "Pria", "Perempuan" ...; None when it cannot be read."""
    return _ALIAS_KELAMIN.get(lipat(teks))


def baca_pendidikan(teks: str) -> Pendidikan | None:
    """Education from "S-1", "SLTA" ...; None when it cannot be read."""
    kata = lipat(teks)
    return _ALIAS_PENDIDIKAN.get(kata) or _ALIAS_PENDIDIKAN.get(kata.replace(" ", ""))


def baca_pekerjaan(teks: str) -> Pekerjaan:
    """Occupation; what is not one of the named ones is "Lainnya"."""
    return _ALIAS_PEKERJAAN.get(lipat(teks), Pekerjaan.LAINNYA)
