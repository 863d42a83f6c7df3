"""Made-up documents for the trial of a template: everything filled, everything empty, and data as nasty as people type it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from PIL import Image

from rtl_tracker.reports.templat_sendiri.keterangan import arti_bidang
from rtl_tracker.reports.word.dokumen import Dokumen
from rtl_tracker.reports.word.elemen import (
    Baris,
    BarisAngka,
    DaftarButir,
    DaftarNomor,
    DuaTabel,
    Elemen,
    Gambar,
    HalamanBaru,
    Judul,
    Kolom,
    Paragraf,
    Tabel,
)

BARIS_BANYAK = 400
GANAS = (
    'Dinas Perindustrian, Perdagangan & Koperasi <UKM> "Maju Bersama" d\'Kabupaten Contoh Raya',
    "Panjang" * 40,
    "{{ nama_instansi }} {% for i in range(9) %}x{% endfor %} {# tidak ada #} }} %}",
    "Sebelum [[metode]] dan [[lanskap]] sesudah",
    "Kendali\x00\x07\x0b\x1f\ufffe\ud800 dan\ttab\r\nbaris",
    "مديرية الخدمات العامة \u202eterbalik\u202c",
    "Puas 😀👩‍👩‍👧‍👦 é ḗ 漢字",
    "</w:t></w:r></w:p><w:p/>]]> &amp; &#0; %s %(a)s",
)
_KECIL = (Kolom("UPP", 50), Kolom("IKM", 18, "kanan"))
_BIASA = (Kolom("No", 10, "kanan"), Kolom("UPP", 75), Kolom("IKM", 20, "kanan"), Kolom("Mutu", 45, "tengah"))
_LEBAR = (
    Kolom("UPP", 34),
    *(Kolom(f"U{i}", 9.5, "kanan") for i in range(1, 10)),
    *(Kolom(f"Uraian {i}", 20) for i in range(7)),
)
"""As many columns as the widest table of the reports."""
_JUDUL, _PENULIS, _TANGGAL = "Percobaan templat", "Percobaan", datetime(2024, 1, 2)
_KALIMAT = (
    "Nilai indeks dihitung dari jawaban responden pada sembilan unsur pelayanan, lalu dibandingkan dengan tahun sebelumnya. "
)


def dokumen_coba(bidang: Iterable[str], penanda: Mapping[str, bool]) -> Iterator[tuple[str, Dokumen]]:
    """(what the data are called in a sentence, the document) of each of the three trials; empty = one dash in the whole document.

    `penanda`: whether a wide table belongs at the marker, by its name.
    """
    nama = list(bidang)
    lengkap = {satu: arti_bidang(satu)[1] for satu in nama}
    yield "data lengkap", _dokumen(lengkap, _isi(penanda, (_KALIMAT,)), _png(300, 300))
    yield "data kosong", _dokumen(dict.fromkeys(nama, ""), {satu: (Paragraf("–"),) for satu in list(penanda)[:1]}, None)
    ganas = {satu: GANAS[i % len(GANAS)] for i, satu in enumerate(nama)}
    yield "data yang sulit (nama panjang, tanda baca, huruf lain)", _dokumen(ganas, _isi(penanda, GANAS), _png(40, 900))


def _dokumen(bidang: Mapping[str, str], isi: Mapping[str, Sequence[Elemen]], logo: bytes | None) -> Dokumen:
    return Dokumen(Path(), bidang, isi, _JUDUL, _PENULIS, _TANGGAL, logo)


def _isi(penanda: Mapping[str, bool], teks: Sequence[str]) -> dict[str, Sequence[Elemen]]:
    """Something of every kind at every marker, one long table at the first."""
    return {nama: tuple(_elemen(i, nama, lebar, teks)) for i, (nama, lebar) in enumerate(penanda.items())}


def _elemen(nomor: int, nama: str, lebar: bool, teks: Sequence[str]) -> Iterator[Elemen]:
    satu = teks[nomor % len(teks)]
    kunci = f"COBA_{nomor}"
    judul = f"[[{nama}]] {satu}"
    yield Paragraf(f"{satu} Lihat ⟦{kunci}⟧ dan ⟦{kunci}_G⟧.")
    yield BarisAngka((("86,03", satu[:40]), ("83,33 %", "dilaporkan")))
    yield Judul(2 + nomor % 3, satu[:120])
    yield DaftarButir(tuple(teks))
    yield DaftarNomor((satu, _KALIMAT))
    yield _tabel(_LEBAR if lebar else _BIASA, 4 if nomor else BARIS_BANYAK, teks, kunci, judul)
    yield Gambar(_png(60 + nomor, 40), 120, satu, f"{kunci}_G", satu)
    if nomor % 5 == 0:
        yield HalamanBaru()
        yield DuaTabel(_tabel(_KECIL, 3, teks, None, judul), _tabel(_KECIL, 3, teks, None, satu))
    yield Paragraf(satu, "sorot" if nomor % 2 else "catatan")


def _tabel(kolom: tuple[Kolom, ...], banyak: int, teks: Sequence[str], kunci: str | None, judul: str) -> Tabel:
    sel = (*teks, "86,03", "B (Baik)")
    biasa = [tuple(sel[(i + j) % len(sel)] for j in range(len(kolom))) for i in range(banyak)]
    total = Baris(("Rata-rata", *("86,03" for _ in kolom[1:])), "total")
    return Tabel(kolom, (*biasa, total), kunci, judul, catatan=judul, ukuran_pt=7.5 if len(kolom) > len(_BIASA) else 9)


def _png(lebar: int, tinggi: int) -> bytes:
    tujuan = BytesIO()
    Image.new("L", (lebar, tinggi), 200).save(tujuan, "PNG")
    return tujuan.getvalue()
