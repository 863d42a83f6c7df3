"""What a number in a sentence stands for, by the words around it; one whose kind is not recognised is left alone."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import partial

from rtl_tracker.auditor.teks.acuan import Patokan
from rtl_tracker.auditor.teks.cacah_unit import benda
from rtl_tracker.auditor.teks.ikatan import (
    Saat,
    deret_angka,
    klausa,
    langsung,
    maju,
    milik_unsur,
    saat,
    sasaran,
    terikat,
    unsur_terikat,
)
from rtl_tracker.auditor.teks.jenis_cacah import Calon, calon_cacah, calon_persen
from rtl_tracker.auditor.teks.konteks import berandai, bukan_nilai, definisi, indeks_lain
from rtl_tracker.auditor.teks.pengenal import Angka, SebutUnsur, Uraian
from rtl_tracker.auditor.teks.temuan_teks import Bacaan
from rtl_tracker.domain.angka import desimal_tercetak
from rtl_tracker.domain.ikm import batas_rendah_tinggi
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur

_KATA_IKM = re.compile(
    r"\b(?:IKM|indeks(?:nya)?(?:\s+kepuasan(?:\s+masyarakat)?)?|nilai\s+(?:SKM|survei|akhir|kepuasan)|SKM|"
    r"skor|capaian|(?:ber)?mutu|kategori|kinerja)\b",
    re.IGNORECASE,
)
_KATA_NRR = re.compile(r"\b(?:NRR|nilai rata-rata|rata-rata(?:\s+nilai)?(?:\s+unsur)?|rerata)\b", re.IGNORECASE)
_LANGSUNG_IKM = re.compile(
    r"\b(?:IKM|indeks(?:nya)?(?:\s+kepuasan(?:\s+masyarakat)?)?(?:\s*\(IKM\))?|nilai\s+SKM)(?:\s+(?:tahun|·+|"
    r"sebesar|adalah|mencapai|yaitu|senilai|nilai|dengan|ini))*\s*[:=]?\s*$",
    re.IGNORECASE,
)
_GERAK = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|kenaikan|penurunan|peningkatan|selisih|bertambah|"
    r"berkurang)(?:nya)?(?:\s+(?:sebesar|sebanyak|sejumlah|senilai|hanya|terbesar|tertinggi|adalah|yaitu|"
    r"nilai|IKM|"
    r"indeks|cukup|signifikan|sekitar|yakni))*\s*[(:]?\s*$",
    re.IGNORECASE,
)
_PEROLEHAN = re.compile(
    r"\b(?:memperoleh|mendapat(?:kan)?|meraih|mencapai|mencatat(?:kan)?)\s+(?:nilai\s+)?(?:sebesar\s+)?$", re.IGNORECASE
)
_JENIS = re.compile(
    r"\b(kecamatan|dinas|badan|kelurahan|desa|puskesmas|UPTD?|bagian|biro|sekretariat|rumah sakit)\b(?!\s+[A-Z·])"
)
_GOLONGAN = re.compile(r"\s+(?:digolongkan|tergolong|masuk golongan|termasuk golongan)\s+(rendah|tinggi)\b", re.IGNORECASE)


def kenali(b: Bacaan, u: Uraian, angka: Angka) -> Calon | None:
    """The figures that this number may stand for; None where its kind is not recognised."""
    golongan = _GOLONGAN.match(u.teks, angka.selesai)
    if golongan is not None:
        return _batas_golongan(b, golongan.group(1).casefold())
    if bukan_nilai(u, angka) or definisi(u) or indeks_lain(u) or berandai(u, angka.awal):
        return None
    if angka.persen:
        return calon_persen(b, u, angka)
    if angka.bulat and benda(b, u, angka) is not None:
        return calon_cacah(b, u, angka)
    if re.match(r"\s*po?int?\b", u.teks[angka.selesai :], re.IGNORECASE) or _GERAK.search(u.teks[: angka.awal]) or angka.tanda:
        return _selisih(b, u, angka)
    if angka.bulat and (cacah := calon_cacah(b, u, angka)) is not None:
        return cacah
    return _nilai(b, u, angka)


def _batas_golongan(b: Bacaan, golongan: str) -> Calon | None:
    """Mean minus or plus one standard deviation of the nine NRR, as far as the instansi is spoken of."""
    batas = batas_rendah_tinggi(b.acuan.nrr(b.naskah.upp_id, Periode.TAHUNAN))
    if batas is None:
        return None
    return Calon(
        [Patokan(Fraction(batas[2] if golongan == "rendah" else batas[3]), f"batas golongan {golongan}", True)],
        (b.naskah.upp_id,),
    )


def _selisih(b: Bacaan, u: Uraian, angka: Angka) -> Calon | None:
    """Differences of indexes; the margin of error behind "±"."""
    awal, akhir = klausa(u, angka.awal)
    sekitar = u.teks[awal:akhir]
    if angka.tanda == "±" or re.search(r"\b(?:galat|margin|kesalahan)\b", sekitar, re.IGNORECASE):
        return (
            None if b.acuan.margin is None else Calon([Patokan(Fraction(b.acuan.margin), "batas galat indeks", True)], (None,))
        )
    if re.search(
        r"\b(?:kurang|butuh|membutuhkan|perlu|responden|UPP|unit|RTL|realisasi|persen)\b",
        u.teks[awal : angka.awal][-40:],
        re.IGNORECASE,
    ) or not angka.teks.count(","):
        return None
    if unsur_terikat(u, angka) and not u.unit and not re.search(r"\b(?:IKM|indeks)\b", sekitar, re.IGNORECASE):
        return None
    siapa, waktu = sasaran(u, angka, b.baku(u)), saat(u, angka, b.acuan.fakta.tahun)
    if siapa.asing:
        return None
    if (
        re.search(r"\b(?:tertinggi|terendah|terbaik)\b[^.]*\b(?:tertinggi|terendah|terburuk)\b", sekitar, re.IGNORECASE)
        and b.acuan.ikm_unit
    ):
        nilai = list(b.acuan.ikm_unit.values())
        return Calon([Patokan(Fraction(max(nilai) - min(nilai)), "selisih IKM tertinggi dan terendah", True)], (None,))
    if not u.unit and re.search(r"\b(?:terbesar|paling)\b", sekitar, re.IGNORECASE) and b.acuan.selisih_unit:
        nilai = list(b.acuan.selisih_unit.values())
        return Calon([Patokan(Fraction(x), "perubahan terbesar", True) for x in (max(nilai), min(nilai))], (None,), mutlak=True)
    daftar = [p for upp_id in siapa.upp for p in b.acuan.selisih(upp_id, waktu.tahun, waktu.periode)]
    if len(siapa.upp) > 1 and len(u.unit) > 1:
        return None
    return Calon(daftar, siapa.upp, mutlak=not angka.tanda) if daftar else None


def _nilai(b: Bacaan, u: Uraian, angka: Angka) -> Calon | None:
    """A value on 1-4 or 25-100: of an unsur, of a unit, of the instansi."""
    tertulis_ikm = _LANGSUNG_IKM.search(u.teks[: angka.awal]) is not None
    nilai = _pembacaan(angka)
    if not desimal_tercetak(nilai) and not tertulis_ikm:
        return None
    siapa, waktu = sasaran(u, angka, b.baku(u)), saat(u, angka, b.acuan.fakta.tahun)
    if siapa.asing:
        return None
    unsur = unsur_terikat(u, angka)
    awal = klausa(u, angka.awal)[0]
    depan = u.teks[awal : angka.awal] if _kata(u.teks[awal : angka.awal]) else u.teks[: angka.awal]
    if unsur and not tertulis_ikm and milik_unsur(u, unsur[-1], angka.awal):
        return _nilai_unsur(b, u, angka, nilai, (siapa.upp, waktu, unsur))
    if (1 <= nilai <= 4 and not tertulis_ikm) or re.search(r"\b(?:simpangan|deviasi)\b[^,.;]*$", depan, re.IGNORECASE):
        return _rerata(b, depan, siapa.upp, waktu) if _KATA_NRR.search(depan) or _KATA_IKM.search(depan) else None
    if not tertulis_ikm and not (_dikenal_indeks(b, u, angka, depan) and 20 <= nilai <= 101):
        return None
    return _indeks(b, u, angka, (siapa.upp, waktu))


def _pembacaan(angka: Angka) -> Decimal:
    """An index is never in the thousands: "89.847" has a decimal point there."""
    return angka.lain if angka.lain is not None and angka.lain <= 100 else angka.nilai


def _kata(teks: str) -> bool:
    return bool(_KATA_IKM.search(teks) or _KATA_NRR.search(teks) or re.search(r"\bnilai\b|\bkonversi\b", teks, re.IGNORECASE))


def _dikenal_indeks(b: Bacaan, u: Uraian, angka: Angka, depan: str) -> bool:
    """Whether the words around call for an index: IKM, mutu, or the value of a named unit."""
    if _KATA_IKM.search(depan) or _KATA_IKM.match(u.teks[angka.selesai :].lstrip(" (;,")):
        return True
    if u.unit and re.search(
        r"\b(?:naik|turun|meningkat|menurun|kenaikan|penurunan|peningkatan)\b[^.;]*\b(?:menjadi|dari|ke)\s*$",
        depan,
        re.IGNORECASE,
    ):
        return not re.search(r"\b(?:jumlah|responden|realisasi|anggaran|pengaduan|kunjungan)\b", depan, re.IGNORECASE)
    sendiri = b.naskah.upp_id is not None and re.search(r"\bnilai\s*$", depan, re.IGNORECASE)
    if (u.unit or sendiri) and _PEROLEHAN.search(depan):
        return True
    if re.search(r"\b(?:UPP|OPD|OPP|unit)\s+(?:terbaik|tertinggi|terendah)\W*$", depan, re.IGNORECASE):
        return True
    if not u.unit and not re.search(r"\bSKM\b|\bsurvei\b", u.teks, re.IGNORECASE):
        return False
    terdekat = terikat(u, angka, u.unit)
    tepat = bool(terdekat) and re.fullmatch(
        r"[\s(:=]*(?:dengan |memperoleh |mendapat(?:kan)? |sebesar |nilai |meraih )*[\s(:]*",
        u.teks[terdekat[-1].akhir : angka.awal],
    )
    berkelas = any(0 <= k.awal - angka.selesai < 40 for k in u.kelas)
    return bool(tepat) or berkelas or re.search(r"\b(?:nilai|tertinggi|terendah|rata-rata)\b", depan, re.IGNORECASE) is not None


def _nilai_unsur(
    b: Bacaan, u: Uraian, angka: Angka, nilai: Decimal, ikatan: tuple[tuple[int | None, ...], Saat, list[SebutUnsur]]
) -> Calon | None:
    upp, waktu, sebut = ikatan
    if any(t != b.acuan.fakta.tahun for t in waktu.tahun):
        return None
    if not (1 <= nilai <= 4 or 20 <= nilai <= 100) and not langsung(u, sebut[-1], angka):
        return None
    if re.search(r"\bdan unsur\b|\bkorelasi\b|\bhubungan\b", u.teks[: angka.awal], re.IGNORECASE) and re.search(
        r"\bhubungan\b|\bkorelasi\b", u.teks, re.IGNORECASE
    ):
        return None
    unsur = tuple(dict.fromkeys(s.unsur for s in sebut))
    skala = 1 if nilai < 20 else 25
    daftar: list[Patokan] = []
    for upp_id in upp:
        daftar += b.menurut_periode(waktu.periode, partial(b.acuan.nilai_unsur, upp_id, unsur=unsur, skala=skala))
    if waktu.pangkal and len(b.acuan.periode(upp[0] if upp else None)) < 2:
        return None
    return Calon(daftar, upp) if daftar else None


def _rerata(b: Bacaan, depan: str, upp: tuple[int | None, ...], waktu: Saat) -> Calon | None:
    """NRR without an unsur: the extreme one, or the mean of all."""
    if any(t != b.acuan.fakta.tahun for t in waktu.tahun) or re.search(r"korelasi", depan, re.IGNORECASE):
        return None
    daftar: list[Patokan] = []
    for upp_id in upp:
        if re.search(r"\b(?:simpangan baku|standar deviasi|deviasi standar)\W+(?:\w+\W+)?$", depan, re.IGNORECASE):
            batas = batas_rendah_tinggi(b.acuan.nrr(upp_id, Periode.TAHUNAN))
            daftar += [] if batas is None else [Patokan(Fraction(batas[1]), "simpangan baku NRR", True)]
            continue
        ekstrem = re.search(r"\b(?:terendah|tertinggi|terkecil|terbesar)\b", depan, re.IGNORECASE)
        if ekstrem:
            daftar += b.acuan.nilai_unsur(upp_id, waktu.periode, tuple(Unsur), 1)
        daftar += b.acuan.rerata_nrr(upp_id, waktu.periode)
    return Calon(daftar, upp) if daftar else None


def _indeks(b: Bacaan, u: Uraian, angka: Angka, ikatan: tuple[tuple[int | None, ...], Saat]) -> Calon | None:
    """The index of this year or of the named one; extremes of all units where none is named."""
    upp, waktu = ikatan
    ini = b.acuan.fakta.tahun
    lain = tuple(t for t in waktu.tahun if t != ini)
    gabung = re.search(r"gabung|pembobot|rata-rata (?:setiap )?unsur|rumus|tertimbang", u.teks, re.IGNORECASE) is not None
    daftar: list[Patokan] = []
    for upp_id in upp:
        if lain:
            daftar += b.acuan.riwayat(upp_id, lain)
        if not lain or ini in waktu.tahun:
            daftar += b.menurut_periode(waktu.periode, partial(b.acuan.ikm, upp_id, penggabungan=gabung))
        if waktu.pangkal and not lain:
            daftar = [*b.acuan.riwayat(upp_id), *b.acuan.ikm(upp_id)]
    kelompok = _sejenis(b, u, angka)
    if kelompok is not None and None in upp and not lain:
        return Calon(kelompok, upp) if kelompok else None
    if len(deret_angka(u, angka)) > 2 and maju(u, angka.selesai, [w for w in u.waktu if w.tahun]) is None:
        daftar += [p for upp_id in upp for p in (*b.acuan.riwayat(upp_id), *b.acuan.ikm(upp_id))]
    ekstrem = re.search(r"\b(?:tertinggi|terendah|terbaik|terbesar|terkecil|berkisar)\b", u.teks, re.IGNORECASE)
    if (
        None in upp
        and ekstrem
        and not lain
        and not any(s.akhir <= angka.awal and s.upp_id is not None for s in u.unit)
        and b.acuan.ikm_unit
    ):
        nilai = sorted(b.acuan.ikm_unit.values())
        awal, akhir = klausa(u, angka.awal)
        rendah = re.search(r"\b(?:terendah|terkecil)\b", u.teks[awal:akhir], re.IGNORECASE)
        tepi = (nilai[0], nilai[-1]) if rendah else (nilai[-1], nilai[0])
        daftar = [
            *(
                Patokan(Fraction(x), f"IKM {kata} antarunit", True)
                for x, kata in zip(tepi, _urutan_kata(bool(rendah)), strict=True)
            ),
            *daftar,
        ]
    return Calon(daftar, upp) if daftar else None


def _sejenis(b: Bacaan, u: Uraian, angka: Angka) -> list[Patokan] | None:
    """Mean and extremes of the units of one kind ("rata-rata IKM delapan kecamatan"); None where no kind is named."""
    cocok = _JENIS.findall(u.teks[klausa(u, angka.awal)[0] : angka.awal])
    if not cocok:
        return None
    jenis = cocok[-1].casefold()
    nilai = [
        ikm
        for i in b.acuan.dihitung
        if b.acuan.fakta.unit[i].upp.jenis.casefold() == jenis and (ikm := b.acuan.ikm_tampil(i, Periode.TAHUNAN)) is not None
    ]
    if not nilai:
        return []
    isi = ((sum(nilai, Fraction(0)) / len(nilai), "rata-rata IKM"), (max(nilai), "IKM tertinggi"), (min(nilai), "IKM terendah"))
    return [Patokan(x, f"{nama} {jenis}", i == 0) for i, (x, nama) in enumerate(isi)]


def _urutan_kata(rendah: bool) -> tuple[str, str]:
    return ("terendah", "tertinggi") if rendah else ("tertinggi", "terendah")
