"""Indonesian number words, 0 to 9999: read where a text writes them, written where a finding proposes them."""

import re

SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_NILAI = {kata: nilai for nilai, kata in enumerate(SATUAN)}
_PENGALI = {"belas": 10, "puluh": 10, "ratus": 100, "ribu": 1000}
_KATA = "|".join(("seratus", "seribu", *reversed(SATUAN), *_PENGALI))
POLA_TERBILANG = rf"(?:{_KATA})(?:\s*(?:{_KATA}))*"
"""A run of number words, joined ones too ("tujuhbelas"); case must be ignored where it is used."""


def baca_terbilang(teks: str) -> int | None:
    """The number that these words are, "tiga puluh satu" -> 31; None when they are no number of 0 to 9999."""
    kata = re.findall(_KATA, teks.casefold())
    if "".join(kata) != "".join(teks.casefold().split()):
        return None
    kata = " ".join(kata).replace("seratus", "satu ratus").replace("seribu", "satu ribu").split()
    sisa = list(kata)
    hasil = 0
    for pengali in (1000, 100):
        nama = "ribu" if pengali == 1000 else "ratus"
        if nama in sisa:
            tempat = sisa.index(nama)
            depan = _di_bawah_seratus(sisa[:tempat])
            if depan is None or not 1 <= depan <= 9:
                return None
            hasil += depan * pengali
            sisa = sisa[tempat + 1 :]
    ekor = _di_bawah_seratus(sisa) if sisa or not kata else 0
    return None if ekor is None or not kata or (hasil and sisa == ["nol"]) else hasil + ekor


def _di_bawah_seratus(kata: list[str]) -> int | None:
    match kata:
        case [satu]:
            return _NILAI.get(satu)
        case [satu, "belas"] if satu in SATUAN[2:10]:
            return 10 + _NILAI[satu]
        case [satu, "puluh"] if satu in SATUAN[2:10]:
            return 10 * _NILAI[satu]
        case [satu, "puluh", dua] if satu in SATUAN[2:10] and dua in SATUAN[1:10]:
            return 10 * _NILAI[satu] + _NILAI[dua]
    return None


def tulis_terbilang(n: int) -> str:
    """The words of a number of 0 to 9999: 17 -> "tujuh belas"."""
    if not 0 <= n < 10_000:
        raise ValueError(f"{n} tidak ditulis dengan huruf")
    if n < 12:
        return SATUAN[n]
    if n < 20:
        return f"{SATUAN[n - 10]} belas"
    for pengali, nama, tunggal in ((1000, "ribu", "seribu"), (100, "ratus", "seratus"), (10, "puluh", "")):
        if n >= pengali:
            depan = tunggal if tunggal and n // pengali == 1 else f"{SATUAN[n // pengali]} {nama}"
            break
    return depan if n % pengali == 0 else f"{depan} {tulis_terbilang(n % pengali)}"
