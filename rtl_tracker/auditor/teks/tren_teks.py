"""TEKS-03: a trend word that contradicts the series of printed indexes (spec 1.8)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from rtl_tracker.auditor.sebutan import koma
from rtl_tracker.auditor.teks.deret_teks import KONSISTEN, Deret, dari_menjadi, deret_kalimat, margin_indeks
from rtl_tracker.auditor.teks.ikatan import Sasaran, di, klausa, sasaran
from rtl_tracker.auditor.teks.konteks import berandai, indeks_lain
from rtl_tracker.auditor.teks.pengenal import Uraian
from rtl_tracker.auditor.teks.temuan_teks import Bacaan, TemuanTeks
from rtl_tracker.domain.tren import TOLERANSI_TETAP, Tren, arah, tren

_ALAMI = r"(?:mengalami|terjadi|menunjukkan|mencatat(?:kan)?|terdapat|ada|adanya|memperlihatkan)\s+(?:\w+\s+){0,2}?"
_KATA = re.compile(
    r"\b(?:(?P<fluktuasi>(?:ber)?fluktuasi|fluktuatif|naik(?:\s*-\s*|\s+dan\s+|\s+)turun)|"
    rf"(?P<naik>naik|meningkat|membaik)|(?P<turun>turun|menurun|merosot|memburuk)|"
    rf"{_ALAMI}(?:(?P<naik2>peningkatan|kenaikan)|(?P<turun2>penurunan))|"
    r"tren(?:nya)?\s+(?:yang\s+)?(?:(?P<naik3>positif)|(?P<turun3>negatif))|"
    r"(?P<tetap>relatif\s+(?:tetap|stabil|sama)|stabil|tidak\s+(?:mengalami\s+)?(?:berubah|perubahan)|"
    r"tetap(?=\s*(?:sama\b|stabil\b|dibanding|[,.:;(]|$))))\b",
    re.IGNORECASE,
)
_INDEKS = re.compile(
    r"\b(?:IKM(?:-?nya)?|indeks(?:nya)?|nilai(?:nya)?|SKM|capaian(?:nya)?|skor(?:nya)?|"
    r"kepuasan(?:\s+masyarakat)?|hasil survei|kinerja pelayanan|mutu pelayanan|kualitas pelayanan)\b",
    re.IGNORECASE,
)
_LAIN = re.compile(
    r"\b(?:responden|realisasi|anggaran|unsur|jumlah|tarif|biaya|pangkat|pengunjung|kunjungan|pemohon|"
    r"permohonan|partisipasi|RTL|aduan|pengaduan|persentase|nilai unsur|NRR|jawaban|saran|"
    r"pendapatan|angka|kasus|pengguna|populasi|kualitas|kompetensi|layanan daring|waktu|pemahaman|kesadaran|"
    r"pasangan|UPP|OPD|OPP)\b",
    re.IGNORECASE,
)
_TETAP_LAIN = re.compile(
    r"\s+(?:kelas|pangkat|jabatan|status|mutu|kategori|predikat|peringkat|golongan|ke\s+(?:kategori|mutu|"
    r"kelas|peringkat)|tangan|derajat)\b",
    re.IGNORECASE,
)
_INGKAR = re.compile(r"\b(?:tidak|belum|bukan|tanpa|jangan|ikut)\s+(?:pernah\s+)?$", re.IGNORECASE)
_DI_UNIT = re.compile(
    r"(?:\s+(?:nilai|tingkat|IKM|indeks|SKM|kepuasan|masyarakat|pengguna|layanan|sebesar|poin|tajam|"
    r"signifikan)|[\s\d,]+)*\s+(?:di|pada|oleh|dialami)\s+(?:oleh\s+)?",
    re.IGNORECASE,
)
_LAWAN = {
    "naik": "turun",
    "turun": "naik",
    "meningkat": "menurun",
    "menurun": "meningkat",
    "membaik": "menurun",
    "merosot": "meningkat",
    "memburuk": "meningkat",
    "peningkatan": "penurunan",
    "kenaikan": "penurunan",
    "penurunan": "kenaikan",
    "positif": "negatif",
    "negatif": "positif",
}


def periksa_tren(b: Bacaan) -> Iterator[TemuanTeks]:
    """Findings of TEKS-03 in one Naskah."""
    for u in b.uraian:
        semua = [c for c in _KATA.finditer(u.teks) if not _INGKAR.search(u.teks[: c.start()])]
        for cocok in semua:
            kelompok = cocok.lastgroup or ""
            awal, akhir = cocok.span(kelompok)
            if not _tentang_indeks(u, cocok.start(), akhir) or berandai(u, akhir) or indeks_lain(u):
                continue
            batas = klausa(u, awal)
            banyak = sum(batas[0] <= c.start() < batas[1] for c in semua) > 1
            yield from _satu(b, u, (awal, akhir), kelompok.rstrip("23"), banyak)


def _tentang_indeks(u: Uraian, awal: int, akhir: int) -> bool:
    """Whether it is the index that rises or falls here, and the word is a statement."""
    depan, belakang = u.teks[klausa(u, awal)[0] : awal], u.teks[akhir:]
    if _INGKAR.search(depan) or _TETAP_LAIN.match(belakang) or re.match(r"\s+\d+\s*(?:UPP|unit|unsur)", belakang):
        return False
    if re.match(r"\s+(?:nilai\s+|tingkat\s+)?(?:IKM|indeks|SKM|kepuasan)\b", belakang, re.IGNORECASE):
        return True
    if re.match(
        r"\s+(?:kualitas|kompetensi|kapasitas|sarana|SDM|pelayanan|jumlah|kinerja|unsur|realisasi|responden|partisipasi)\b",
        belakang,
        re.IGNORECASE,
    ):
        return False
    indeks = list(_INDEKS.finditer(depan))
    tempat = indeks[-1].end() if indeks else None
    unit = [s for s in u.unit if s.akhir <= awal]
    if tempat is None:
        bergerak = re.match(
            r"(?:\s+(?:tipis|sedikit|tajam|signifikan|drastis|cukup \w+|"
            r"secara \w+))?(?:\s*(?:sebesar\s+)?\d[\d,.]*\s*po?in|\s*(?:sebesar\s+)?\d+,\d+\s+(?:di)?banding|"
            r"\s*(?:di)?banding|\s+dari\s+(?:tahun|\d))",
            belakang,
            re.IGNORECASE,
        )
        return bool(bergerak and (unit or _INDEKS.search(u.teks[:awal]))) and not _LAIN.search(_tanpa_waktu(u, depan, awal))
    antara = _tanpa_waktu(u, depan, awal)[tempat:]
    kata = indeks[-1].group().casefold()
    if kata.startswith("nilai") and re.match(r"\s+(?:unsur|NRR|rata-rata unsur)", antara, re.IGNORECASE):
        return False
    unsur = any(s.kuat and s.awal >= awal - len(depan) + tempat and s.akhir <= awal for s in u.unsur)
    return not unsur and not _LAIN.search(antara)


def _tanpa_waktu(u: Uraian, depan: str, awal: int) -> str:
    """The words before a trend word with years blanked; names of units are blanked already."""
    geser = awal - len(depan)
    for s in u.waktu:
        if geser <= s.awal and s.akhir <= awal:
            depan = depan[: s.awal - geser] + " " * (s.akhir - s.awal) + depan[s.akhir - geser :]
    return depan


def _siapa(b: Bacaan, u: Uraian, rentang: tuple[int, int]) -> Sasaran:
    """Whose index moves: also of the unit named behind it ("penurunan kepuasan masyarakat di Kecamatan X")."""
    berikut = next((s for s in u.unit if s.awal >= rentang[1]), None)
    if berikut is not None and berikut.dikenal and _DI_UNIT.fullmatch(u.teks, rentang[1], berikut.awal):
        return Sasaran((berikut.upp_id,))
    return sasaran(u, di(*rentang), b.baku(u))


def _satu(b: Bacaan, u: Uraian, rentang: tuple[int, int], jenis: str, banyak: bool) -> Iterator[TemuanTeks]:
    siapa = _siapa(b, u, rentang)
    if siapa.asing:
        return
    langsung = dari_menjadi(u, rentang)
    pilihan: list[tuple[Deret, Decimal | None]] = []
    for upp_id in siapa.upp:
        for deret in [langsung] if langsung else deret_kalimat(b, u, rentang, upp_id, jenis, banyak):
            if len(deret.nilai) > 1 and not (jenis == "fluktuasi" and len(deret.nilai) < 3):
                pilihan.append((deret, margin_indeks(b, upp_id)))
    konsisten = KONSISTEN.search(u.teks[max(0, rentang[0] - 30) : rentang[1] + 40]) is not None
    if not pilihan or any(_cocok(deret, margin, jenis, konsisten) for deret, margin in pilihan):
        return
    deret, margin = pilihan[0]
    kata = u.teks[slice(*rentang)]
    benar, usulan = _benar(deret, margin, kata)
    kalimat = f"Tertulis {kata.lower()}, padahal IKM{{milik}} {deret.sebut()} {benar}. Perbaiki kata ini."
    milik = b.milik(siapa.upp)
    yield b.temuan("TEKS-03", u, rentang, (kalimat.format(milik=milik), kalimat.format(milik="")), kata, benar, usulan)


def _cocok(deret: Deret, margin: Decimal | None, jenis: str, konsisten: bool) -> bool:
    """Whether the word fits the series, with or without its margin of error."""
    nilai = deret.nilai
    kata = {tren(nilai), tren(nilai, margin)}
    if jenis == "tetap":
        beda = abs(nilai[-1] - nilai[0])
        return Tren.TETAP in kata or (len(nilai) == 2 and (beda < TOLERANSI_TETAP or (margin is not None and beda <= margin)))
    if jenis == "fluktuasi":
        return Tren.BERFLUKTUASI in kata
    beda = nilai[-1] - nilai[0]
    if len(nilai) == 2 or (deret.ujung and not konsisten):
        return beda > 0 if jenis == "naik" else beda < 0
    return (Tren.MENINGKAT if jenis == "naik" else Tren.MENURUN) in kata


def _benar(deret: Deret, margin: Decimal | None, kata: str) -> tuple[str, str]:
    """(what the series does, the word that should stand there)."""
    beda = deret.nilai[-1] - deret.nilai[0]
    if len(deret.nilai) == 2:
        lawan = _LAWAN.get(kata.lower(), arah(beda))
        naik = kata.lower() in ("naik", "meningkat", "membaik", "peningkatan", "kenaikan", "positif")
        usulan = "tetap" if beda == 0 else lawan if (beda < 0) == naik else arah(beda)
        return (f"{arah(beda)} {koma(abs(beda))} poin" if beda else "tetap"), usulan
    benar = tren(deret.nilai, margin) or Tren.TETAP
    return benar.value, benar.value
