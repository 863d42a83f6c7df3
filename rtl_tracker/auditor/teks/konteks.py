"""What keeps a number, a class or a trend word from being a statement of fact: suppositions, aims, ranges, thresholds."""

import re

from rtl_tracker.auditor.teks.ikatan import klausa
from rtl_tracker.auditor.teks.pengenal import Angka, Uraian

_NIAT = re.compile(
    r"\b(?:akan|(?:di|men)?target(?:kan|nya)?|diharapkan|mengharapkan|harapan(?:nya)?|berharap|"
    r"(?:di)?proyeksi(?:kan)?|diperkirakan|menuju|agar|supaya|guna|berpotensi|"
    r"(?:dapat|bisa|mampu|untuk|ingin|perlu|harus|upaya)\s+(?:\w+\s+){0,2}?(?:mencapai|menjadi|meraih|naik|"
    r"meningkat|memperoleh|masuk|berada|tercapai)|"
    r"(?:di|me)(?:tingkat|naik)kan\s+(?:\w+\s+)?(?:menjadi|ke|hingga|sampai)|sasaran|"
    r"(?:dengan|melalui)\s+(?:adanya\s+|upaya\s+)?(?:(?:memper|per)baik\w+|peningkatan|meningkatkan|"
    r"ditingkatkannya|diperbaikinya|membaiknya|naiknya)\b[^.;]*?"
    r"\b(?:menjadi|mencapai|meraih|naik|masuk|tercapai))\b",
    re.IGNORECASE,
)
_ANDAI = re.compile(
    r"\b(?:bila|jika|apabila|kalau|seandainya|andaikan|andai|dengan asumsi)\b(?!\s+(?:di)?(?:banding|lihat|"
    r"gabung|tinjau|rinci|urut|hitung))"
    r"[^.]*?\b(?:naik|meningkat|ditingkatkan|dinaikkan|diperbaiki|mencapai|menjadi|mampu|turun|dapat|tercapai|bertambah)\b",
    re.IGNORECASE,
)
_SUDAH = re.compile(
    r"\b(?:telah|sudah|tercapai|terealisasi|realisasi(?:nya)?|capaian(?:nya)?|ternyata|terlampaui|melampaui)\b", re.IGNORECASE
)
_BARU_NANTI = re.compile(
    r"[\s\W]*(?:\w+\W+){0,2}?(?:baru|belum|tidak|dapat|bisa|akan|mungkin)\s+(?:akan\s+|dapat\s+|"
    r"bisa\s+)?(?:tercapai|dicapai|diraih|terwujud)\b",
    re.IGNORECASE,
)
_AMBANG = re.compile(
    r"\b(?:kurang dari|lebih dari|di bawah|di atas|minimal|minimum|maksimal|maksimum|paling (?:sedikit|"
    r"banyak)|sekurang-kurangnya|sekitar|kurang lebih|"
    r"hampir|kisaran|batas|interval|rentang|skala|antara|mendekati|ambang|jawaban|pertanyaan|kepercayaan|"
    r"signifikansi|ke|nilai persepsi)"
    r"(?:\s+(?:nilai|angka|sebesar|sebanyak|NRR|IKM|indeks|target|adalah|rata-rata|bawah|atas))*\s*[(:]?\s*$",
    re.IGNORECASE,
)
_RENTANG = r"\s*(?:-|–|—|s\.?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*"
_INDEKS_LAIN = re.compile(
    r"\b(?i:S?AKIP|IPP|IPAK|SPAK|IPKP|SPBE|IPM|LPPD|WTP|PEKPPP|Adipura|akreditasi|reformasi birokrasi|"
    r"Ombudsman|korupsi|zona integritas|pembangunan manusia|inovasi daerah|"
    r"opini|penghargaan|indeks pelayanan publik|nilai kepatuhan|kabupaten layak)\b|"
    r"\b[Ii]ndeks\s+(?!Kepuasan|Masyarakat|Tahun|Semester|Triwulan|Survei|Pemerintah|Kabupaten|Kota|Instansi|Unit)[A-Z][a-z]+"
)
_DEFINISI = re.compile(
    r"\binterval\b|\bnilai persepsi\b|\bdigolongkan menurut\b|\bapabila nilai(?:nya)? (?:antara|berada)\b", re.IGNORECASE
)
_SATUAN_LAIN = re.compile(
    r"\s*(?:\([\w ]+\)\s*)?(?:juta|ribu|miliar|milyar|km|ha|hektar\w*|m2|m²|meter|jam|menit|detik|hari|minggu|"
    r"bulan|tahun(?!\s+(?:yang\s+)?(?:lalu|sebelumnya|ini|\d{4}))|kali|jiwa|kg|ton|liter|rupiah|derajat|°|"
    r"desimal|angka|"
    r"lantai|ruang\w*|kursi|loket|unit (?:komputer|kendaraan|printer|AC)|buah|lembar kerja|pertanyaan|"
    r"pasangan|pengukuran|saran|unsur|indikator|pegawai|petugas|ASN|PNS|desa|"
    r"layanan|jenis|SKPD lain|dokumen|kegiatan|program|triwulan|semester|periode|pilihan|variabel|aspek|"
    r"kelompok|golongan|halaman)\b",
    re.IGNORECASE,
)


def berandai(u: Uraian, tempat: int) -> bool:
    """Whether a place of the sentence speaks of what is wished, planned or supposed, not of what is."""
    if _BARU_NANTI.match(u.teks, _akhir_kelompok(u.teks, tempat)):
        return True
    andai = _ANDAI.search(u.teks[:tempat])
    if andai is not None:
        return True
    awal = klausa(u, tempat)[0]
    niat = list(_NIAT.finditer(u.teks, awal, tempat))
    return bool(niat) and _SUDAH.search(u.teks, niat[-1].end(), tempat) is None


def _akhir_kelompok(teks: str, tempat: int) -> int:
    """Behind the word at a place, with what stands in brackets after it."""
    kata = re.compile(r"[\w,.]+(?:\s+Baik)?(?:\s*\([^()]*\))?", re.IGNORECASE).match(teks, tempat)
    return kata.end() if kata else tempat


def bukan_nilai(u: Uraian, angka: Angka) -> bool:
    """Whether a number is a threshold, the end of a range, or counts something else."""
    depan, belakang = u.teks[: angka.awal], u.teks[angka.selesai :]
    return bool(
        _AMBANG.search(depan[-60:])
        or re.search(rf"\d{_RENTANG}$", depan)
        or re.match(rf"{_RENTANG}\d", belakang)
        or (re.search(r"\bantara\s[^.;]*\d\s+dan\s+$", depan[-40:], re.IGNORECASE))
        or _SATUAN_LAIN.match(belakang)
    )


def definisi(u: Uraian) -> bool:
    """Whether the sentence only explains the classes."""
    return _DEFINISI.search(u.teks) is not None


def indeks_lain(u: Uraian) -> bool:
    """Whether the sentence speaks of another score than that of the survey: SAKIP, reformasi birokrasi, kepatuhan."""
    return _INDEKS_LAIN.search(u.teks) is not None
