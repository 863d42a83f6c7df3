"""A text as sentences; marks of layout and numbers that are no figures are blanked, so that every position still fits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BULAN = "Januari|Februari|Pebruari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Nopember|Desember"
_PENGISI = "·"
_BUKAN_ANGKA = tuple(
    re.compile(pola, re.IGNORECASE)
    for pola in (
        r"https?://\S+|www\.\S+|\S+@\S+",
        r"Rp\.?\s*[\d.,]*\d(?:\s*(?:ribu|juta|miliar|milyar|triliun))?",
        r"(?<![\d.,])\d[\d.,]*\s*(?:ribu|juta|miliar|milyar|triliun)(?:\s+rupiah)?\b|(?<![\d.,])\d[\d.,]*\s+rupiah\b",
        r"(?:\(0\d{2,4}\)|\+62|(?<![\d.,])0\d{2,4})[ -]*\d[\d -]{4,}\d",
        r"(?<![\d.,])\d{8}\s\d{6}\s\d\s\d{3}\b|(?<![\d.,])\d{8,}\b",
        r"\b(?:nomor|nomer|no)\b\.?\s*:?\s*[\w./-]*\d[\w./-]*(?<![.])(?:\s+tahun\s+\d{4})?",
        r"(?<![\d.,])\d{1,3}\s*/\s*\d{4}\b|(?<![\w.,])\d+/[A-Z][\w./-]*",
        r"\b(?:permen\w*|kepmen\w*|keputusan|perda|perbup|perwali|perwako|pergub|perpres|keppres|pp|uu|se|"
        r"peraturan|undang-undang|edaran)"
        r"\b[^.;\n\d]{0,90}?\d{1,3}\s+tahun\s+\d{4}",
        rf"(?<![\d.,])\d{{1,2}}(?:\s*(?:-|–|s\.?\s?d\.?|sampai(?: dengan)?|"
        rf"hingga)\s*\d{{1,2}})?\s+(?:{_BULAN})\b(?:\s+\d{{4}})?",
        rf"\b(?:{_BULAN})\s+\d{{4}}\b",
        r"(?<![\d.,])\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b",
        r"\b(?:pukul|jam)\s+\d{1,2}(?:[.:]\d{2})?|(?<![\d.,])\d{1,2}[.:]\d{2}\s*(?:WIB|WITA|WIT)\b",
        r"\b(?:pasal|ayat|bab|sub\s?bab|tabel|gambar|grafik|diagram|bagan|lampiran|halaman|hal\.|hlm\.|butir|"
        r"formulir|pertanyaan|nomor urut)"
        r"\s*\(?\d+(?:[.\-]\d+)*(?![\d,])\)?",
        r"(?<![\w,.])(?:[\d.,]+\s*[×*]\s*)+(?=[\w(])|[×*]\s*\d[\d.,]*|(?<![\w.,/])\d/\d(?![\d,./])",
        r"\b\d+(?:[.,]\d+)?\s+x\s+(?=[A-Z(])",
        r"\bbobot\b[^.;\n\d]{0,25}\d[\d.,/]*\d",
    )
)
_BUTIR = re.compile(r"(?m)(?:^|(?<=[\n;:]))[ \t]*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-•–*▪])[ \t]+(?=\S)")
_BUTIR_SEBARIS = re.compile(r"(?<=[:;,] )\d{1,2}\.\s(?=[A-Z])|(?<=[:;,.] )\d{1,2}\)\s(?=\w)|(?<=[a-z]\. )\d{1,2}\.\s(?=[A-Z])")
_SINGKATAN = re.compile(
    r"(?:\b(?:no|jl|jln|kec|kab|kel|dr|drs|hal|hlm|tgl|th|dll|dsb|dst|st|sdr|yth|s\.d|a\.n|[a-z]))\.$", re.IGNORECASE
)
_AKHIR = re.compile(r"[.!?](?:[\"”’')\]]*)(?=\s+[\"“(]*(?:[A-Z0-9·⟦]|$)|\s*$)|\n+")


@dataclass(frozen=True, slots=True)
class Kalimat:
    """One sentence (or item of a list): `teks` is the cleaned text, `awal` its place in the whole text."""

    teks: str
    awal: int


def bersihkan(teks: str) -> str:
    """The text with the same length: bold marks, references, dates, laws, money, telephone and list numbers are blanked."""
    bersih = teks.translate({0xA0: " ", 0x2009: " ", 0x202F: " ", 0x2011: "-", 0x2212: "-", 0x0D: " ", 0x09: " "})
    bersih = re.sub(r"\*\*", "  ", bersih)
    bersih = re.sub(r"⟦[^⟧]*⟧", _kosongkan, bersih)
    bersih = _BUTIR.sub(_kosongkan, bersih)
    for pola in _BUKAN_ANGKA:
        bersih = pola.sub(_kosongkan, bersih)
    return _BUTIR_SEBARIS.sub(_di_luar_kurung, bersih)


def pisahkan_kalimat(bersih: str) -> Iterator[Kalimat]:
    """The sentences of a cleaned text. A line that ends with a colon, a semicolon or a comma goes on in the next one."""
    awal = 0
    for akhir in _AKHIR.finditer(bersih):
        potong = bersih[awal : akhir.end()]
        if akhir.group().startswith("\n"):
            sebelum = bersih[awal : akhir.start()].rstrip(" ·")
            if sebelum.endswith((":", ";", ",")) or re.match(r"[ ·]*[a-z]", bersih[akhir.end() : akhir.end() + 8]):
                continue
        elif _SINGKATAN.search(bersih[awal : akhir.start() + 1][-8:]):
            continue
        if potong.strip(" ·\n"):
            yield Kalimat(potong, awal)
        awal = akhir.end()
    if bersih[awal:].strip(" ·\n"):
        yield Kalimat(bersih[awal:], awal)


def _kosongkan(cocok: re.Match[str]) -> str:
    """Filler of the same length; line feeds stay."""
    return re.sub(r"[^\n]", _PENGISI, cocok.group())


def _di_luar_kurung(cocok: re.Match[str]) -> str:
    sebelum = cocok.string[max(0, cocok.start() - 200) : cocok.start()]
    return cocok.group() if sebelum.count("(") > sebelum.count(")") else _kosongkan(cocok)
