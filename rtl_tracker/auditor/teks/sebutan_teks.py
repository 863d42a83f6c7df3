"""TEKS-02: a class, a rank or an unsur in a role that the data do not give, ties included (spec 1.4, 1.7)."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.auditor.sebutan import deret_unsur
from rtl_tracker.auditor.teks.acuan_cacah import prioritas_tercetak
from rtl_tracker.auditor.teks.ikatan import di, klausa, maju, sasaran
from rtl_tracker.auditor.teks.kelas_teks import periksa_kelas
from rtl_tracker.auditor.teks.pengenal import SebutUnsur, Uraian
from rtl_tracker.auditor.teks.peran import Peran, cari_peran
from rtl_tracker.auditor.teks.temuan_teks import Bacaan, TemuanTeks
from rtl_tracker.auditor.teks.urutan import K, Nilai, pada_urutan, teratas
from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.ikm import golongan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur


def periksa_sebutan(b: Bacaan) -> Iterator[TemuanTeks]:
    """Findings of TEKS-02 in one Naskah."""
    yield from periksa_kelas(b)
    for u in b.uraian:
        yield from _golongan(b, u)
        for peran in cari_peran(u):
            if any(w.tahun not in (None, b.acuan.fakta.tahun) for w in u.waktu if _seklausa(u, peran, w.awal)):
                continue
            yield from _unsur(b, u, peran) if peran.tentang_unsur else _unit(b, u, peran)


def _golongan(b: Bacaan, u: Uraian) -> Iterator[TemuanTeks]:
    """ "Golongan rendah: ..." must name exactly the unsur below mean - 1 SD (high: above mean + 1 SD)."""
    for cocok in re.finditer(r"\bgolongan\s+(rendah|tinggi)\s*(?::|adalah|yaitu)", u.teks, re.IGNORECASE):
        nrr = b.acuan.nrr(b.naskah.upp_id, Periode.TAHUNAN)
        sebut = [s for s in u.unsur if s.awal >= cocok.end()]
        if len(nrr) < 2 or not sebut:
            continue
        harus = {x for x, kelompok in golongan(nrr).items() if kelompok == cocok.group(1).casefold()}
        disebut = {s.unsur for s in sebut}
        if disebut != harus:
            benar = deret_unsur(x for x in Unsur if x in harus) or "tidak ada"
            kalimat = f"Unsur golongan {cocok.group(1).lower()} menurut data: {benar}."
            rentang = (sebut[0].awal, sebut[-1].akhir)
            yield b.temuan(
                "TEKS-02",
                u,
                rentang,
                (kalimat, kalimat),
                deret_unsur(x for x in Unsur if x in disebut),
                benar,
                _nama([x for x in Unsur if x in harus]) if harus else benar,
            )


def _seklausa(u: Uraian, peran: Peran, tempat: int) -> bool:
    awal, akhir = klausa(u, peran.awal)
    return awal <= tempat < akhir


def _periode(b: Bacaan, u: Uraian, peran: Peran) -> tuple[Periode, ...]:
    bernama = tuple(w.periode for w in u.waktu if w.periode is not None and _seklausa(u, peran, w.awal))
    return bernama or tuple(dict.fromkeys((b.naskah.periode, Periode.TAHUNAN)))


def _terbatas(disebut: set[K], nilai: Nilai[K], peran: Peran, prioritas: int) -> bool:
    """Whether naming exactly these is right."""
    if peran.urutan is not None:
        return disebut <= pada_urutan(nilai, peran.rendah, peran.urutan)
    if peran.sebagian:
        return disebut <= teratas(nilai, peran.rendah, peran.jumlah or max(prioritas, len(disebut)))
    if peran.jumlah:
        return disebut == teratas(nilai, peran.rendah, peran.jumlah)
    boleh = {len(disebut), prioritas if peran.prioritas else 1}
    return any(disebut == teratas(nilai, peran.rendah, n) for n in boleh)


def _unsur(b: Bacaan, u: Uraian, peran: Peran) -> Iterator[TemuanTeks]:
    sebut = [s for s in peran.sebut if isinstance(s, SebutUnsur)]
    disebut = {s.unsur for s in sebut}
    banyak = b.acuan.fakta.pengaturan.jumlah_prioritas
    if peran.sering:
        yield from _tersering(b, u, peran, sebut)
        return
    ikut = maju(u, sebut[-1].akhir, u.unit)
    siapa = sasaran(u, di(ikut.akhir, ikut.akhir) if ikut is not None else di(sebut[0].awal, sebut[0].awal), b.baku(u))
    if siapa.asing:
        return
    semua = [(upp_id, p) for upp_id in siapa.upp for p in _periode(b, u, peran)]
    nilai = [(upp_id, nrr) for upp_id, p in semua if (nrr := b.acuan.nrr(upp_id, p))]
    if not nilai or any(_benar(b, (upp_id, nrr), peran, disebut, banyak) for upp_id, nrr in nilai):
        return
    harus = _harus(nilai[0][1], peran, len(disebut), banyak)
    salah = next((s for s in sebut if s.unsur not in harus), None)
    kurang = [x for x in Unsur if x in harus and x not in disebut]
    rentang = (sebut[0].awal, sebut[-1].akhir) if salah is None or peran.prioritas else (salah.awal, salah.akhir)
    usulan = [x for x in Unsur if x in harus] if salah is None or len(sebut) == 1 or not kurang else kurang[:1]
    kalimat = _kalimat_unsur(peran, harus, salah, kurang)
    milik = b.milik(siapa.upp)
    yield b.temuan(
        "TEKS-02",
        u,
        rentang,
        (kalimat.format(milik=milik), kalimat.format(milik="")),
        deret_unsur(x for x in Unsur if x in disebut),
        deret_unsur(x for x in Unsur if x in harus),
        _nama(usulan),
    )


def _nama(unsur: list[Unsur]) -> str:
    nama = [NAMA_UNSUR[x][0].lower() + NAMA_UNSUR[x][1:] for x in unsur]
    return nama[0] if len(nama) == 1 else f"{'; '.join(nama[:-1])}; dan {nama[-1]}"


def _kata(peran: Peran) -> str:
    if peran.urutan is not None:
        return f"urutan ke-{peran.urutan}{' dari bawah' if peran.rendah else ''}"
    return "prioritas" if peran.prioritas else "terendah" if peran.rendah else "tertinggi"


def _kalimat_unsur(peran: Peran, harus: set[Unsur], salah: SebutUnsur | None, kurang: list[Unsur]) -> str:
    benar = deret_unsur(x for x in Unsur if x in harus)
    if salah is None and kurang:
        alasan = "nilainya sama" if not peran.jumlah else "jumlahnya belum lengkap atau nilainya sama"
        return f"Unsur {_kata(peran)}{{milik}} menurut data adalah {benar}; {deret_unsur(kurang)} belum disebut ({alasan})."
    nama = f"{deret_unsur([salah.unsur])} " if salah is not None else ""
    return f"{nama}disebut sebagai unsur {_kata(peran)}{{milik}}, padahal menurut data {benar}. Perbaiki nama unsurnya."


def _benar(
    b: Bacaan, milik: tuple[int | None, Mapping[Unsur, Fraction]], peran: Peran, disebut: set[Unsur], banyak: int
) -> bool:
    """Whether the unsur are right by exact values, by printed ones, or as a source printed the priorities."""
    upp_id, nrr = milik
    dicetak = {x: bulatkan(n, 2) for x, n in nrr.items()}
    konversi = {x: bulatkan(25 * n, 2) for x, n in nrr.items()}
    if any(_terbatas(disebut, x, peran, banyak) for x in (nrr, dicetak, konversi)):
        return True
    if not peran.prioritas or upp_id is None:
        return False
    return any(
        disebut == prioritas_tercetak(h) or (peran.sebagian and disebut <= prioritas_tercetak(h))
        for h in b.acuan.fakta.unit[upp_id].terukur
    )


def _harus(nrr: Mapping[Unsur, Fraction], peran: Peran, banyak_disebut: int, prioritas: int) -> set[Unsur]:
    if peran.urutan is not None:
        return pada_urutan(nrr, peran.rendah, peran.urutan)
    return teratas(nrr, peran.rendah, peran.jumlah or (prioritas if peran.prioritas else banyak_disebut))


def _tersering(b: Bacaan, u: Uraian, peran: Peran, sebut: list[SebutUnsur]) -> Iterator[TemuanTeks]:
    """ "Unsur yang paling sering menjadi prioritas UPP adalah ..."."""
    if b.naskah.upp_id is not None or not re.search(r"paling", peran.benda, re.IGNORECASE):
        return
    kunci = "prioritas" if peran.prioritas else "terendah" if peran.rendah else "tertinggi"
    kali = {x: b.cacah.upp.get(f"{kunci}:{x}", 0) for x in Unsur}
    harus = {x for x, n in kali.items() if n == max(kali.values())}
    disebut = {s.unsur for s in sebut}
    if (
        max(kali.values())
        and disebut != harus
        and disebut != teratas({x: Fraction(n) for x, n in kali.items()}, False, len(disebut))
    ):
        benar = deret_unsur(x for x in Unsur if x in harus)
        kalimat = f"Unsur yang paling sering {kunci} menurut data adalah {benar}."
        yield b.temuan(
            "TEKS-02", u, (sebut[0].awal, sebut[-1].akhir), (kalimat, kalimat), deret_unsur(disebut), benar, _nama(list(harus))
        )


def _unit(b: Bacaan, u: Uraian, peran: Peran) -> Iterator[TemuanTeks]:
    """Units named as the best, the lowest, or at a rank."""
    if peran.prioritas or peran.sering or peran.sebagian or any(s.kuat and _seklausa(u, peran, s.awal) for s in u.unsur):
        return
    sebut = [s for s in peran.sebut if not isinstance(s, SebutUnsur)]
    disebut = {s.upp_id for s in sebut if s.upp_id is not None and s.dikenal}
    semua = b.acuan.ikm_unit
    bernama = [w.periode for w in u.waktu if w.periode is not None and _seklausa(u, peran, w.awal)]
    if bernama:
        ikm = {i: b.acuan.ikm_cetak(i, b.acuan.fakta.tahun, bernama[0]) for i in b.acuan.dihitung}
        semua = {i: x for i, x in ikm.items() if x is not None}
    nilai = _sejenis(b, semua, peran.benda)
    if len(disebut) != len(sebut) or not disebut <= set(nilai) or len(nilai) < 2:
        return
    if _terbatas(disebut, nilai, peran, 1):
        return
    if peran.urutan is not None:
        harus = pada_urutan(nilai, peran.rendah, peran.urutan)
    else:
        harus = teratas(nilai, peran.rendah, peran.jumlah or len(disebut))
    salah = next((s for s in sebut if s.upp_id not in harus), None)
    rentang = (sebut[0].awal, sebut[-1].akhir) if salah is None else (salah.awal, salah.akhir)
    benar = b.sebut([i for i in nilai if i in harus])
    kurang = [i for i in nilai if i in harus and i not in disebut]
    umum = f"Unit yang disebut di sini menurut data bukan {_kata(peran)}."
    kalimat = f"Unit dengan IKM {_kata(peran)} menurut data adalah {benar or 'tidak ada'}. Perbaiki nama unitnya."
    usulan = b.sebut(kurang[:1]) if salah is not None and kurang else benar
    yield b.temuan("TEKS-02", u, rentang, (kalimat, umum), b.sebut([i for i in nilai if i in disebut]), benar, usulan)


def _sejenis(b: Bacaan, nilai: Mapping[int, Decimal], benda: str) -> dict[int, Decimal]:
    """Only the units of the kind that the sentence speaks of: "kecamatan dengan IKM tertinggi"."""
    jenis = {b.acuan.fakta.unit[i].upp.jenis.casefold() for i in nilai} - {""}
    pilih = [j for j in jenis if re.search(rf"\b{re.escape(j)}\b", benda.casefold())]
    return {i: x for i, x in nilai.items() if not pilih or b.acuan.fakta.unit[i].upp.jenis.casefold() in pilih}
