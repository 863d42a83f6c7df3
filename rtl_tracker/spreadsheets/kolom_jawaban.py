"""What the columns of a file of answers are, guessed by their headers and by what stands in them. Columns of a person are told apart."""

import re
from collections.abc import Mapping, Sequence

from rtl_tracker.domain.jawaban import PILIHAN_PROFIL
from rtl_tracker.domain.unsur import Unsur, UrutanUnsur, kenali_unsur, lipat, urutan_unsur
from rtl_tracker.spreadsheets.kepala import KATA_PRIBADI, KodeUnsur, uraikan_unsur
from rtl_tracker.spreadsheets.sel import Sel, kosong, teks_tampil
from rtl_tracker.spreadsheets.skema import SKEMA, lipat_judul

TIDAK_DIPAKAI, UMUM, SARAN, TANGGAL, LAYANAN, UNIT, PERIODE = "", "umum", "saran", "tanggal", "layanan", "unit", "periode"
UNSUR, KODE = "unsur:", "kode:"
SASARAN_TUNGGAL = (UMUM, SARAN, TANGGAL, LAYANAN, UNIT, PERIODE, *PILIHAN_PROFIL)
"""What only one column of a file can be."""
BUKAN_TUNGGAL = (*(f"{UNSUR}{u.value}" for u in Unsur), f"{KODE}8", f"{KODE}9")
PRIBADI = "pribadi"
CONTOH, BARIS_CONTOH, JAWABAN_MAKS = 3, 400, 12
_PRIBADI = KATA_PRIBADI | {"name", "phone", "address", "kk", "kontak", "contact", "mobile", "username", "identitas", "kode pos"}
_ISI_PRIBADI = re.compile(r"[^@\s]+@[^@\s]+\.[a-zA-Z]{2,}|(?:\+?62|0)8[0-9 .-]{7,14}|[0-9]{16}|[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
_KODE = re.compile(r"(u|unsur|q|p|pertanyaan|soal|butir|indikator|)\s?([1-9])")
_KUNCI = {
    UMUM: {"keseluruhan", "umum"}, TANGGAL: {"timestamp", "tanggal", "tgl", "date", "submitted"}, "usia": {"usia", "umur", "age"},
    "jenis_kelamin": {"kelamin", "gender"}, "pendidikan": {"pendidikan"}, "pekerjaan": {"pekerjaan", "profesi"},
    "disabilitas": {"disabilitas", "difabel"}, SARAN: {"saran", "kritik", "masukan", "komentar", "harapan", "keluhan"},
}  # fmt: skip
_FRASA = {"start time": TANGGAL, "completion time": TANGGAL, "waktu pengisian": TANGGAL, "waktu kirim": TANGGAL}
_UNSUR_LAIN = {
    Unsur.KOMPETENSI: {"kemampuan", "keahlian", "keterampilan", "kecakapan"}, Unsur.PERILAKU: {"kesopanan", "keramahan"},
    Unsur.SARPRAS: {"fasilitas"}, Unsur.PENGADUAN: {"keluhan"}, Unsur.WAKTU: {"cepat", "lama"},
}  # fmt: skip
_SKEMA_KE = {"upp": UNIT, "penilaian_umum": UMUM, "nomor_responden": TIDAK_DIPAKAI}


def tebak_kolom(judul: Sequence[str], baris: Sequence[Sequence[Sel]], tanya: Mapping[str, str]) -> list[str]:
    """What every column most likely is; PRIBADI for one of a person. `tanya`: folded questions of the own questionnaires -> what they ask."""
    isi = [[teks_tampil(s) for s in kolom if not kosong(s)] for kolom in _kolom(judul, baris[:BARIS_CONTOH])]
    berurut = {int(c[2]) for j in judul if (c := _KODE.fullmatch(lipat(j)))} == set(range(1, 10))
    tebakan = [_tebak(j, satu, tanya, berurut) for j, satu in zip(judul, isi, strict=True)]
    sudah: set[str] = set()
    for i, satu in enumerate(tebakan):
        if satu in SASARAN_TUNGGAL and satu in sudah:
            tebakan[i] = TIDAK_DIPAKAI
        sudah.add(satu)
    return tebakan


def contoh_isi(baris: Sequence[Sequence[Sel]], posisi: int) -> tuple[str, ...]:
    """The first different values of a column."""
    contoh: dict[str, None] = {}
    for satu in baris[:BARIS_CONTOH]:
        if not kosong(satu[posisi]):
            contoh[teks_tampil(satu[posisi])] = None
        if len(contoh) == CONTOH:
            break
    return tuple(contoh)


def dikenal(judul: str) -> bool:
    """Whether a header says by itself what its column is: so the row of headers is found."""
    return bool(_tepat(judul, {}) or uraikan_unsur(judul) or _kata_kunci(judul) or _nama_unsur(judul) or _orang(judul))


def _kolom(judul: Sequence[str], baris: Sequence[Sequence[Sel]]) -> list[tuple[Sel, ...]]:
    return list(zip(*baris, strict=True)) if baris else [() for _ in judul]


def _tebak(judul: str, isi: Sequence[str], tanya: Mapping[str, str], berurut: bool) -> str:
    berjawaban = len(set(isi)) <= JAWABAN_MAKS and not _isi_orang(isi)
    tepat = _tepat(judul, tanya)
    if tepat is not None:
        return PRIBADI if _isi_orang(isi) else tepat
    if berjawaban and (unsur := _unsur(judul, berurut)):
        return unsur
    if _orang(judul) or _isi_orang(isi):
        return PRIBADI
    kunci = _kata_kunci(judul)
    return TIDAK_DIPAKAI if kunci == UMUM and not berjawaban else kunci


def _tepat(judul: str, tanya: Mapping[str, str]) -> str | None:
    """A header of our own workbook, or a question of an own questionnaire, with or without its number."""
    kunci = lipat(judul)
    for calon in (kunci, kunci.lstrip("0123456789 ")):
        if calon in tanya:
            return tanya[calon]
    nama = SKEMA["respons"].dikenal.get(lipat_judul(judul))
    return None if nama is None else _SKEMA_KE.get(nama, nama)


def _unsur(judul: str, berurut: bool) -> str:
    dikenali = uraikan_unsur(judul) or _nama_unsur(judul)
    if isinstance(dikenali, Unsur):
        return f"{UNSUR}{dikenali.value}"
    cocok = _KODE.fullmatch(lipat(judul))
    if dikenali is None and not (cocok and berurut):
        return TIDAK_DIPAKAI
    nomor = dikenali.nomor if isinstance(dikenali, KodeUnsur) else int(cocok[2]) if cocok else 0
    if nomor >= 8:
        return f"{KODE}{nomor}"
    return f"{UNSUR}{urutan_unsur(UrutanUnsur.PERMENPAN)[nomor - 1].value}"


def _nama_unsur(judul: str) -> Unsur | None:
    unsur = kenali_unsur(judul)
    if unsur is not None:
        return unsur
    kata = set(lipat(judul).split())
    cocok = [u for u, kunci in _UNSUR_LAIN.items() if kata & kunci]
    return cocok[0] if len(cocok) == 1 and kata.isdisjoint(_KUNCI[SARAN] - {"keluhan"}) else None


def _kata_kunci(judul: str) -> str:
    terlipat = lipat(judul)
    kata = set(terlipat.split())
    if terlipat in _FRASA:
        return _FRASA[terlipat]
    if kata & {"layanan", "pelayanan"} and kata & {"jenis", "nama", "diterima", "keperluan"}:
        return LAYANAN
    return next((sasaran for sasaran, kunci in _KUNCI.items() if kata & kunci), TIDAK_DIPAKAI)


def _orang(judul: str) -> bool:
    return not _PRIBADI.isdisjoint(lipat(judul).split())


def _isi_orang(isi: Sequence[str]) -> bool:
    """Whether the values themselves are addresses of mail, telephones, NIK, or addresses of computers."""
    return bool(isi) and 2 * sum(_ISI_PRIBADI.fullmatch(satu.strip()) is not None for satu in isi) >= len(isi)
