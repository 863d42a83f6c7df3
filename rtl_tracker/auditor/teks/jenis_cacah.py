"""Counts and percentages in a sentence: respondents, units, RTL, realisasi, shares (TEKS-01)."""

import re
from dataclasses import dataclass
from functools import partial

from rtl_tracker.auditor.teks.acuan import Patokan
from rtl_tracker.auditor.teks.cacah_unit import benda, calon_rtl, calon_unit
from rtl_tracker.auditor.teks.ikatan import Saat, klausa, saat, sasaran, unsur_terikat
from rtl_tracker.auditor.teks.pengenal import Angka, Uraian
from rtl_tracker.auditor.teks.temuan_teks import Bacaan
from rtl_tracker.domain.periode import Periode

_RESPONDEN = re.compile(
    r"\s+(?:orang\s+)?responden\b|\s+orang\b|\s+(?:lembar\s+)?(?:kuesioner|jawaban|kuisioner)\b|\s+lembar jawaban\b",
    re.IGNORECASE,
)
_RESPONDEN_DEPAN = re.compile(
    r"\bresponden(?:nya)?(?:\s+(?:seluruhnya|keseluruhan|yang|adalah|sebanyak|berjumlah|sejumlah|sebesar|"
    r"mencapai|yaitu|terkumpul|diperoleh|tahun|·+|survei|SKM|dalam|ini))*\s*[:=(]?\s*$",
    re.IGNORECASE,
)
_REALISASI_LAIN = re.compile(
    r"\b(?:anggaran|APBD|naik|turun|meningkat|menurun|fisik|keuangan|serapan|target\w*|kehadiran)\b", re.IGNORECASE
)
_SETIAP = re.compile(r"\b(?:setiap|tiap|per)\s+(?:UPP|unit|OPD|OPP|perangkat)", re.IGNORECASE)
_MASING = re.compile(
    r"\bmasing-masing(?:\s+(?:UPP|unit|OPD))?(?:\s+(?:sebanyak|memiliki|dengan|berjumlah|sejumlah))?\s*$", re.IGNORECASE
)
_DEMOGRAFI = re.compile(
    r"\b(?:laki-laki|perempuan|pria|wanita|usia|umur|pendidikan|pekerjaan|SD|SMP|SMA|SLTA|diploma|sarjana|PNS|"
    r"ASN|TNI|POLRI|swasta|wirausaha|pelajar|mahasiswa|petani|disabilitas|difabel|"
    r"jenis kelamin|pemohon|pengunjung|pelanggan|pasien|pegawai|minimal|disebar\w*|"
    r"dibagikan|ditargetkan|target|populasi|penduduk|"
    r"pengguna layanan|krejcie|wajib|kembali|sampel minimal)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Calon:
    """What a number may be: all figures of its kind, whose they are; no rounding explains a count (`cacah`)."""

    patokan: list[Patokan]
    upp: tuple[int | None, ...] = ()
    cacah: bool = False
    mutlak: bool = False
    """Whether only the size counts: "turun 6,43 poin"."""


def calon_cacah(b: Bacaan, u: Uraian, angka: Angka) -> Calon | None:
    """Counts of units, RTL or respondents."""
    waktu = saat(u, angka, b.acuan.fakta.tahun)
    if any(t != b.acuan.fakta.tahun for t in waktu.tahun) and not re.search(
        r"banding|\b(?:naik|turun|tetap)\b", u.teks, re.IGNORECASE
    ):
        return None
    nama = benda(b, u, angka)
    if nama is not None and nama[0] == "unit" and b.acuan.sendirian:
        return None
    if nama is not None and nama[0] == "unit":
        calon = calon_unit(b, u, angka, nama[1])
        return Calon(calon, (None,), True) if calon else None
    siapa = sasaran(u, angka, b.baku(u))
    if siapa.asing or not siapa.upp:
        return None
    if nama is not None:
        daftar = [p for upp_id in _pemilik_rtl(b, u, siapa.upp) for p in calon_rtl(b, u, angka, nama[1], upp_id)]
        return Calon(daftar, siapa.upp, True) if daftar else None
    return _responden(b, u, angka, siapa.upp, waktu)


def _pemilik_rtl(b: Bacaan, u: Uraian, upp: tuple[int | None, ...]) -> tuple[int | None, ...]:
    """Several units together, or some of them, have the RTL of all."""
    return (None,) if len(u.unit) > 1 else (*upp, *(() if None in upp or b.naskah.upp_id is not None else (None,)))


def _responden(b: Bacaan, u: Uraian, angka: Angka, upp: tuple[int | None, ...], waktu: Saat) -> Calon | None:
    if not _menyebut_responden(u, angka):
        return None
    awal, akhir = klausa(u, angka.awal)
    sekitar = u.teks[awal:akhir]
    semua_unit = [p for i in b.acuan.dihitung for p in b.cacah.responden(i, (Periode.TAHUNAN,))[:1]]
    total = re.search(r"\b(?:total|seluruhnya|keseluruhan)\b[^,;\d]*$", u.teks[: angka.awal], re.IGNORECASE)
    if (total is None and _SETIAP.search(_dekat(u, angka))) or _MASING.search(u.teks[: angka.awal]):
        bernama = [s.upp_id for s in u.unit if s.upp_id is not None]
        semua = [p for i in bernama for p in b.cacah.responden(i, (Periode.TAHUNAN,))[:1]] or semua_unit
        return Calon(semua[:1], (None,), True) if len({p.nilai for p in semua}) == 1 else None
    daftar = [p for upp_id in upp for p in b.menurut_periode(waktu.periode, partial(b.cacah.responden, upp_id))]
    if (
        upp == (None,)
        and semua_unit
        and re.search(r"\b(?:terbanyak|tersedikit|terbesar|terkecil|paling)\b", sekitar, re.IGNORECASE)
    ):
        nilai = [p.nilai for p in semua_unit]
        daftar = [
            Patokan(max(nilai), "jumlah responden terbanyak", True),
            Patokan(min(nilai), "jumlah responden paling sedikit", True),
            *daftar,
        ]
    return Calon(daftar, upp, True) if daftar else None


def _menyebut_responden(u: Uraian, angka: Angka) -> bool:
    """Whether a number counts respondents or questionnaires, and not some of them."""
    belakang = _RESPONDEN.match(u.teks, angka.selesai)
    dekat = _dekat(u, angka)
    if _DEMOGRAFI.search(dekat) or re.search(r"\bkorelasi\b", u.teks, re.IGNORECASE):
        return False
    if belakang is None:
        return _RESPONDEN_DEPAN.search(u.teks[: angka.awal]) is not None
    if re.search(r"kuesioner|kuisioner|jawaban", belakang.group(), re.IGNORECASE):
        return re.search(r"\b(?:kosong|rusak|tidak|salah)\b", dekat, re.IGNORECASE) is None
    awal, akhir = klausa(u, angka.awal)
    total = re.search(r"\b(?:total|seluruhnya|keseluruhan)\b", dekat, re.IGNORECASE)
    return "responden" in (u.teks[awal:akhir] if total else dekat).casefold()


def _dekat(u: Uraian, angka: Angka) -> str:
    """The words right around a number, up to the next comma or number."""
    kiri = re.split(r",\s|;|\d", u.teks[: angka.awal])[-1]
    return kiri + u.teks[angka.awal : angka.selesai] + re.split(r",\s|;|\d|\(", u.teks[angka.selesai :], maxsplit=1)[0]


def calon_persen(b: Bacaan, u: Uraian, angka: Angka) -> Calon | None:
    """Percentages of realisasi, the share of a unit in the respondents, the share of an answer."""
    if angka.nilai > 100 and not re.search("realisasi", u.teks, re.IGNORECASE):
        return None
    siapa = sasaran(u, angka, b.baku(u))
    waktu = saat(u, angka, b.acuan.fakta.tahun)
    if siapa.asing or any(t not in (b.acuan.fakta.tahun, b.acuan.fakta.tahun - 1) for t in waktu.tahun):
        return None
    jawaban = list(re.finditer(r"\bjawaban\s+([1-4])(?:\s+dan\s+([1-4]))?", u.teks[: angka.awal], re.IGNORECASE))
    unsur = unsur_terikat(u, angka)
    if jawaban and unsur and None in siapa.upp:
        bagian = b.cacah.bagian_jawaban(unsur[-1].unsur, [int(x) for x in jawaban[-1].groups() if x])
        return None if bagian is None else Calon([Patokan(bagian, "bagian jawaban itu", True)], (None,))
    awal, akhir = klausa(u, angka.awal)
    if _tentang_realisasi(b, u):
        if _REALISASI_LAIN.search(u.teks[awal:akhir]):
            return None
        return _realisasi(b, u, angka, siapa.upp, waktu.periode)
    if re.search(r"\bresponden\b", u.teks[:akhir], re.IGNORECASE) and not _DEMOGRAFI.search(u.teks) and u.unit:
        milik = [x for x in siapa.upp if x is not None]
        daftar = [
            Patokan(x, "bagian dari seluruh responden", True) for i in milik if (x := b.cacah.bagian_responden(i)) is not None
        ]
        return Calon(daftar, siapa.upp) if daftar else None
    return None


def _tentang_realisasi(b: Bacaan, u: Uraian) -> bool:
    """Whether a percentage is the realisasi of RTL: the plan is named in the sentence, in the one before, or by the section."""
    sebelum = b.sebelum(u)
    sekitar = f"{sebelum.teks if sebelum is not None else ''} {u.teks} {b.naskah.bagian.replace('_', ' ')}"
    if re.search(r"\b(?:tindak lanjut|RTL)\b", u.teks, re.IGNORECASE):
        return True
    return re.search(r"realisasi", f"{u.teks} {b.naskah.bagian}", re.IGNORECASE) is not None and bool(
        re.search(r"\b(?:tindak lanjut|RTL)\b|^\s*Rata-rata (?:menurut|realisasi)", sekitar, re.IGNORECASE)
    )


def _realisasi(b: Bacaan, u: Uraian, angka: Angka, upp: tuple[int | None, ...], periode: tuple[Periode, ...]) -> Calon | None:
    jenis = re.match(
        r"\s*\(?\s*(?:yang\s+)?(?:telah\s+|sudah\s+)?(dilaporkan|terverifikasi|diverifikasi)",
        u.teks[angka.selesai :],
        re.IGNORECASE,
    )
    kata = "" if jenis is None else "terverifikasi" if "verif" in jenis.group(1).casefold() else "dilaporkan"
    daftar: list[Patokan] = []
    for upp_id in upp:
        menurut = b.cacah.realisasi(upp_id, periode)
        daftar += menurut[kata] if kata else [*menurut["dilaporkan"], *menurut["terverifikasi"]]
    return Calon(daftar, upp) if daftar else None
