"""Fields and conditions in the text of a template: `{{ nama }}` and `{%p if nama %}` ... `{%p endif %}`, and nothing else."""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from rtl_tracker.reports.templat_sendiri.bagian_xml import W, turunan
from rtl_tracker.reports.templat_sendiri.isi_paket import IsiPaket
from rtl_tracker.reports.templat_sendiri.teks_templat import BarisTeks
from rtl_tracker.reports.templat_sendiri.temuan_templat import PANJANG_KUTIPAN, Kelompok, Masalah, galat, kutip

BIDANG = re.compile(r"\{\{\s*([A-Za-z_]\w*)\s*\}\}")
_BILA = re.compile(r"\{%p\s+if\s+([A-Za-z_]\w*)\s*%\}")
_AKHIR = re.compile(r"\{%p\s+endif\s*%\}")
# No class of letters here holds a brace, so that a text of a million braces is read once and not a million times.
_TANDA = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}")
_SISA = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_PEMBUKA = re.compile(r"\{[{%#]")
_BOLEH = "tulis hanya {{ nama }}, atau {%p if nama %} dan {%p endif %} pada paragraf tersendiri"
_LARANGAN = (
    ("|", "memakai saringan"),
    ("(", "memanggil fungsi"),
    ("[", "mengambil bagian dari bidang"),
    (".", "mengambil bagian dari bidang"),
)


def nama_bila(teks: str) -> list[str]:
    """Names that conditions of a paragraph ask for."""
    return _BILA.findall(teks)


def periksa_perintah(isi: IsiPaket, baris: Iterable[BarisTeks]) -> Iterator[Masalah]:
    """Every tag, filter, call or attribute that is not allowed, by name and place; conditions without their end."""
    terbuka: list[BarisTeks] = []
    for b in baris:
        yield from _periksa_baris(b)
        teks = b.teks.strip()
        if terbuka and terbuka[-1].bagian != b.bagian:
            yield from _tak_tertutup(terbuka)
            terbuka = []
        if _BILA.fullmatch(teks):
            terbuka.append(b)
        elif _AKHIR.fullmatch(teks):
            if not terbuka:
                yield _salah(b, "{%p endif %} ini tidak mempunyai {%p if ... %}; hapus atau lengkapi pasangannya")
            else:
                terbuka.pop()
    yield from _tak_tertutup(terbuka)
    yield from _di_luar_teks(isi)


def periksa_bidang(baris: Iterable[BarisTeks], dikenal: Collection[str]) -> Iterator[Masalah]:
    """Fields that the kind of document does not have, with the nearest one that it has."""
    for b in baris:
        for nama in (*BIDANG.findall(b.teks), *nama_bila(b.teks)):
            if nama not in dikenal:
                dekat = get_close_matches(nama[:PANJANG_KUTIPAN], sorted(dikenal), n=2, cutoff=0.6)
                saran = f"mungkin maksudnya {' atau '.join(f'{{{{ {d} }}}}' for d in dekat)}" if dekat else _pilihan(dikenal)
                yield galat(Kelompok.BIDANG, f"{b.tempat}: bidang '{kutip(nama, 40)}' tidak dikenal; {saran}.")


def _pilihan(dikenal: Collection[str]) -> str:
    return f"pilih salah satu: {', '.join(sorted(dikenal))}"


def _tak_tertutup(terbuka: Iterable[BarisTeks]) -> Iterator[Masalah]:
    for b in terbuka:
        yield _salah(b, "syarat ini tidak ditutup; tambahkan paragraf {%p endif %} sesudah bagian yang bersyarat")


def _periksa_baris(b: BarisTeks) -> Iterator[Masalah]:
    bersyarat = _BILA.fullmatch(b.teks.strip()) or _AKHIR.fullmatch(b.teks.strip())
    for tanda in _TANDA.findall(b.teks):
        if not BIDANG.fullmatch(tanda) and not bersyarat:
            yield _salah(b, f"{_sebab(tanda)}; {_BOLEH}")
    if _SISA.search(_TANDA.sub("", b.teks)):
        yield _salah(b, "tanda kurung kurawal tidak berpasangan; tulis nama bidang di antara {{ dan }} dalam satu paragraf")


def _sebab(tanda: str) -> str:
    dalam = kutip(tanda, 40)
    if tanda.startswith("{#"):
        return f"komentar {dalam} tidak diperbolehkan"
    if tanda.startswith("{%"):
        if _BILA.fullmatch(tanda) or _AKHIR.fullmatch(tanda):
            return f"perintah {dalam} berbagi paragraf dengan teks lain"
        kata = re.search(r"[A-Za-z]{2,}\w*", tanda)
        return f"perintah '{kata[0] if kata else dalam}' tidak diperbolehkan ({dalam})"
    cara = next((kalimat for huruf, kalimat in _LARANGAN if huruf in tanda), "bukan sebuah nama bidang")
    return f"{dalam} {cara}, yang tidak diperbolehkan"


def _salah(b: BarisTeks, kalimat: str) -> Masalah:
    return galat(Kelompok.PERINTAH, f"{b.tempat}: {kalimat}.")


def _di_luar_teks(isi: IsiPaket) -> Iterator[Masalah]:
    """Marks that an officer cannot have typed: in attributes, in properties, in what is no text of a paragraph."""
    for nama, akar in isi.xml.items():
        for elemen, atas in turunan(akar):
            teks = elemen.tag == f"{W}t" and any(satu.tag == f"{W}p" for satu in atas)
            lain = [*elemen.attrib.values(), elemen.tail or "", "" if teks else elemen.text or ""]
            for satu in lain:
                if _PEMBUKA.search(satu):
                    yield galat(
                        Kelompok.PERINTAH,
                        f"{isi.sebutan(nama)} memuat {kutip(satu, 40)} di luar teks paragraf; hapus dari properti atau setelannya.",
                    )
