"""A file of answers from anywhere: opened under the house's guards, its table found, columns of a person left behind at the door."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

from rtl_tracker.domain.unsur import lipat
from rtl_tracker.spreadsheets.csv_folder import baca_csv
from rtl_tracker.spreadsheets.kisi import Kisi
from rtl_tracker.spreadsheets.kolom_jawaban import PRIBADI, dikenal, tebak_kolom
from rtl_tracker.spreadsheets.masalah import BerkasDitolak, Catatan
from rtl_tracker.spreadsheets.rujukan import kunci_nama
from rtl_tracker.spreadsheets.sel import NilaiSalah, Sel, SelBermasalah, kosong, satu_baris
from rtl_tracker.spreadsheets.xlsx import baca_setiap_lembar

LEMBAR_MAKS, BARIS_MAKS, KOLOM_MAKS, BARIS_KEPALA = 8, 200_000, 300, 20
KALIMAT_TANPA_TABEL = "Berkas ini tidak berisi tabel jawaban: satu baris kepala dan paling sedikit satu baris di bawahnya."
_BARIS_KEDUA = re.compile(r"(?i)(open-ended )?response|jawaban|tanggapan|respons")


@dataclass(frozen=True, slots=True)
class LembarJawaban:
    """One table of answers. `pribadi`: headers of the columns that were left behind; `baris` below the header, numbered as in the file.

    `tebakan`: what each column most likely is.
    """

    nama: str
    judul: tuple[str, ...]
    tebakan: tuple[str, ...]
    pribadi: tuple[str, ...]
    nomor_kepala: int
    nomor: Sequence[int]
    baris: Sequence[Sequence[Sel]]

    @property
    def tanda(self) -> str:
        """Hash of the headers: files of one look share it."""
        return sha256("\x1f".join(map(lipat, self.judul)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class BerkasJawaban:
    """An opened file. `lembar`: its table; `catatan`: what the user should know of how it was read."""

    nama: str
    sha256: str
    lembar: LembarJawaban
    catatan: tuple[str, ...] = ()


def buka_berkas(nama: str, isi: bytes, batas_mb: int, tanya: Mapping[str, str]) -> BerkasJawaban:
    """Open a workbook or a CSV file. `tanya`: folded questions of the own questionnaires -> what they ask.

    Of several sheets the one named `respons` is taken, else the one with most rows. Raises BerkasDitolak.
    """
    if len(isi) > batas_mb * 1024 * 1024:
        raise BerkasDitolak(f"Ukurannya melebihi batas {batas_mb} MB.")
    if not isi:
        raise BerkasDitolak("Berkas ini kosong.")
    catatan = Catatan()
    kisi = _pilih(_kisi(nama, isi, catatan))
    keterangan = tuple(m.kalimat for m in catatan.daftar())
    return BerkasJawaban(nama, sha256(isi).hexdigest(), _susun(kisi, tanya), keterangan)


def ke_json(berkas: BerkasJawaban) -> bytes:
    """An opened file as it is kept between the steps: without the columns of a person."""
    lembar = berkas.lembar
    isi = {nama: getattr(lembar, nama) for nama in ("nama", "judul", "tebakan", "pribadi", "nomor_kepala")}
    isi |= {"nomor": list(lembar.nomor), "baris": list(lembar.baris)}
    utuh = {"nama": berkas.nama, "sha256": berkas.sha256, "catatan": berkas.catatan, "lembar": isi}
    return json.dumps(utuh, ensure_ascii=False, default=_tulis, separators=(",", ":")).encode()


def dari_json(isi: bytes) -> BerkasJawaban:
    """The kept file."""
    utuh = json.loads(isi, object_hook=_baca)
    lembar = utuh["lembar"]
    tupel = {nama: tuple(lembar[nama]) for nama in ("judul", "tebakan", "pribadi")}
    jadi = LembarJawaban(
        lembar["nama"], nomor_kepala=lembar["nomor_kepala"], nomor=lembar["nomor"], baris=lembar["baris"], **tupel
    )
    return BerkasJawaban(utuh["nama"], utuh["sha256"], jadi, tuple(utuh["catatan"]))


def _kisi(nama: str, isi: bytes, catatan: Catatan) -> list[Kisi]:
    if nama.casefold().endswith((".csv", ".txt", ".tsv")) and not isi.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        if isi.count(b"\n") > BARIS_MAKS * 2:
            raise BerkasDitolak(_kalimat_besar())
        return [replace(baca_csv("respons", isi, catatan), nama="berkas CSV")]
    return list(baca_setiap_lembar(isi, LEMBAR_MAKS).values())


def _pilih(semua: Sequence[Kisi]) -> Kisi:
    berisi = [k for k in semua if len(k.baris) > 1]
    if not berisi:
        raise BerkasDitolak(KALIMAT_TANPA_TABEL)
    sendiri = next((k for k in berisi if kunci_nama(k.nama) == "respons"), None)
    kisi = sendiri or max(berisi, key=lambda k: len(k.baris))
    if len(kisi.baris) > BARIS_MAKS:
        raise BerkasDitolak(_kalimat_besar())
    if len(kisi.baris[0]) > KOLOM_MAKS:
        raise BerkasDitolak(f"Lembar ini mempunyai lebih dari {KOLOM_MAKS} kolom. Sisakan kolom jawaban saja.")
    return kisi


def _susun(kisi: Kisi, tanya: Mapping[str, str]) -> LembarJawaban:
    letak = _cari_kepala(kisi)
    semua = [_judul(sel) for sel in kisi.baris[letak]]
    mulai = letak + 1
    if mulai < len(kisi.baris) and _baris_kedua(kisi.baris[mulai]):
        mulai += 1
    baris = kisi.baris[mulai:]
    dipakai = [i for i, judul in enumerate(semua) if judul or any(not kosong(b[i]) for b in baris)]
    if not baris or not dipakai:
        raise BerkasDitolak(KALIMAT_TANPA_TABEL)
    judul = [semua[i] or f"Kolom {i + 1}" for i in dipakai]
    tebakan = tebak_kolom(judul, [[b[i] for i in dipakai] for b in baris[:500]], tanya)
    tinggal = [n for n, satu in enumerate(tebakan) if satu != PRIBADI]
    letak_tinggal = [dipakai[n] for n in tinggal]
    return LembarJawaban(
        kisi.nama, tuple(judul[n] for n in tinggal), tuple(tebakan[n] for n in tinggal),
        tuple(judul[n] for n, satu in enumerate(tebakan) if satu == PRIBADI), kisi.nomor[letak],
        list(kisi.nomor[mulai:]), [[b[i] for i in letak_tinggal] for b in baris],
    )  # fmt: skip


def _cari_kepala(kisi: Kisi) -> int:
    """The first of the upper rows in which most cells say what they are; where none does, the first with most cells."""
    calon = [[_judul(sel) for sel in satu] for satu in kisi.baris[:BARIS_KEPALA]]
    skor = [(sum(dikenal(j) for j in satu if j), sum(bool(j) for j in satu)) for satu in calon]
    terkenal = max(n for n, _ in skor)
    if terkenal >= 2:
        return next(i for i, (n, _) in enumerate(skor) if n == terkenal)
    return max(range(len(skor)), key=lambda i: skor[i][1])


def _baris_kedua(baris: Sequence[Sel]) -> bool:
    """Whether the row below the headers only says "Response", as some platforms write it."""
    isi = [_judul(sel) for sel in baris if not kosong(sel)]
    return bool(isi) and all(_BARIS_KEDUA.fullmatch(satu) for satu in isi)


def _judul(sel: Sel) -> str:
    try:
        return satu_baris(sel)
    except NilaiSalah:
        return ""


def _kalimat_besar() -> str:
    return f"Berkas ini memuat lebih dari {BARIS_MAKS} baris. Bagilah menjadi beberapa berkas."


def _tulis(sel: Any) -> Any:
    if isinstance(sel, datetime):
        return {"w": sel.isoformat()}
    if isinstance(sel, date):
        return {"t": sel.isoformat()}
    if isinstance(sel, SelBermasalah):
        return {"g": [sel.tampilan, sel.kalimat]}
    if isinstance(sel, time | timedelta):
        return str(sel)
    raise TypeError(type(sel).__name__)


def _baca(isi: dict[str, Any]) -> Any:
    if len(isi) == 1:
        if "w" in isi:
            return datetime.fromisoformat(isi["w"])
        if "t" in isi:
            return date.fromisoformat(isi["t"])
        if "g" in isi:
            return SelBermasalah(*isi["g"])
    return isi
