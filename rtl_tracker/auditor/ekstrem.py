"""Printed extremes, priorities, repeated indexes, "+/-" and means of the history (DATA-06), repeated classes (IKM-03)."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.auditor.angka_cetak import Acuan, acuan_unit, baca_angka, bandingkan, dibulatkan_dulu, temuan_angka
from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.nilai import kelas_mungkin, salah_kelas
from rtl_tracker.auditor.sebutan import bulat, deret_unsur, kelas, koma
from rtl_tracker.auditor.selang import Selang, bernol, desimal_sederet, dibulatkan, dipotong, rerata_selang, tepat
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.angka import bulatkan, desimal_tercetak
from rtl_tracker.domain.hasil import Skala
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tercetak import AngkaTercetak
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur, UrutanUnsur, kenali_unsur, urutan_unsur

SEBUTAN = {
    "nilai_tertinggi": "Nilai tertinggi",
    "nilai_terendah": "Nilai terendah",
    "unsur_tertinggi": "Unsur tertinggi",
    "unsur_terendah": "Unsur terendah",
    "prioritas": "Unsur prioritas",
}
DESIMAL_SERI = (2, 3)
SEDIKIT_UNIT = 3
SETENGAH_SERATUS = Fraction(1, 200)
Nilai = Mapping[Unsur, Selang]


def data_06_ekstrem(fakta: Fakta) -> Iterator[Temuan]:
    """Printed highest and lowest values, their unsur, and priorities that the row does not bear out; ties included."""
    acuan = acuan_unit(fakta, SEBUTAN)
    for a in fakta.angka:
        if a.kunci not in SEBUTAN:
            continue
        milik = _acuan_instansi(fakta, a.periode) if a.upp_id is None else acuan.get((a.upp_id, a.periode))
        if milik is None or len(milik.nrr) < len(Unsur):
            continue
        if a.kunci.startswith("nilai_"):
            yield from _nilai_ekstrem(a, milik)
        else:
            yield from _unsur_ekstrem(a, milik, fakta.pengaturan.urutan_unsur)


def _acuan_instansi(fakta: Fakta, periode: Periode) -> Acuan | None:
    """The unsur of the instansi as printed; where they are not all printed, as computed."""
    tercetak = {u: x for u in Unsur if (x := baca_angka(fakta.tercetak.get((periode, u.value), ""))) is not None}
    if len(tercetak) == len(Unsur):
        skala = Fraction(1, 25) if any(x > 4 for x in tercetak.values()) else Fraction(1)
        nrr = {u: dibulatkan(x).kali(skala) for u, x in tercetak.items()}
        return Acuan(nrr, nrr, False, ())
    indeks = fakta.rekap.instansi.get(periode)
    if indeks is None:
        return None
    nrr = {u: tepat(x).lebarkan(SETENGAH_SERATUS) for u, x in indeks.nrr.items()}
    return Acuan(nrr, nrr, False, ())


def _nilai_ekstrem(a: AngkaTercetak, acuan: Acuan) -> Iterator[Temuan]:
    nilai = baca_angka(a.nilai)
    if nilai is None:
        return
    pilih = max if a.kunci == "nilai_tertinggi" else min
    skala = 25 if nilai > 4 else 1
    mungkin, longgar = (
        Selang(pilih(s.bawah for s in nrr.values()), pilih(s.atas for s in nrr.values())).kali(skala)
        for nrr in (acuan.nrr, acuan.nrr_longgar)
    )
    dulu = [dibulatkan_dulu(mungkin.kali(Fraction(1, skala)), d).kali(skala) for d in DESIMAL_SERI]
    putusan = bandingkan(nilai, [mungkin, *dulu], [longgar])
    if putusan is not None:
        tingkat, benar = putusan
        sebab = " (tampak dipotong, bukan dibulatkan)" if tingkat is Tingkat.INFO else ""
        kalimat = f"{SEBUTAN[a.kunci]} pada bagian '{a.bagian}' tercetak {koma(a.nilai)}, seharusnya {koma(benar)}{sebab}."
        yield temuan_angka("DATA-06", tingkat, a, str(benar), kalimat)


def daftar_unsur(teks: str, urutan: UrutanUnsur) -> tuple[Unsur, ...] | None:
    """The unsur of a printed list parted by ";", named or as "U4"; None when a part is not known."""
    hasil: list[Unsur] = []
    for bagian in filter(None, (b.strip() for b in teks.split(";"))):
        kode = re.match(r"(?i)u\s*([1-9])\b", bagian)
        nama = bagian[kode.end() :].strip(" .:-()") if kode else bagian
        unsur = kenali_unsur(nama) if nama else None
        if unsur is None and kode:
            unsur = urutan_unsur(urutan)[int(kode.group(1)) - 1]
        if unsur is None:
            return None
        hasil.append(unsur)
    return tuple(dict.fromkeys(hasil))


def _unsur_ekstrem(a: AngkaTercetak, acuan: Acuan, urutan: UrutanUnsur) -> Iterator[Temuan]:
    disebut = daftar_unsur(a.nilai, urutan)
    if not disebut:
        return
    tertinggi = a.kunci == "unsur_tertinggi"
    nilai = {u: Selang(-s.atas, -s.bawah) if tertinggi else s for u, s in acuan.nrr.items()}
    benar, salah = _terendah(nilai, disebut, len(disebut) if a.kunci == "prioritas" else 1)
    lupa = [u for u in benar if u not in disebut]
    if not salah and not lupa:
        return
    skala = 25 if acuan.baris is not None and acuan.baris.skala is Skala.KONVERSI else 1
    seri = any(nilai[u].tengah == nilai[lupa[0]].tengah for u in disebut) if lupa else False
    sebab = [f"{deret_unsur(salah)} bernilai {bulat(acuan.nrr[salah[0]].tengah * skala)}"] if salah else []
    if lupa:
        banding = "sama" if seri else "lebih tinggi" if tertinggi else "lebih rendah"
        sebab.append(
            f"{deret_unsur(lupa)} ({bulat(acuan.nrr[lupa[0]].tengah * skala)}) tidak disebut padahal nilainya {banding}"
        )
    kalimat = (
        f"{SEBUTAN[a.kunci]} pada bagian '{a.bagian}' tercetak {deret_unsur(disebut)}, seharusnya {deret_unsur(benar)}: "
        f"{'; '.join(sebab)}."
    )
    tingkat = Tingkat.GALAT if salah or acuan.pasti else Tingkat.INFO
    yield temuan_angka("DATA-06", tingkat, a, "; ".join(NAMA_PENDEK[u] for u in benar), kalimat)


def _terendah(nilai: Nilai, disebut: Sequence[Unsur], banyak: int) -> tuple[list[Unsur], list[Unsur]]:
    """The lowest `banyak` unsur with all that tie at the edge, and which of the named ones cannot be among them.

    One cannot when `banyak` others lie surely below it, whatever stands behind the printed digits.
    """
    tepi = sorted(s.tengah for s in nilai.values())[banyak - 1]
    benar = [u for u in Unsur if nilai[u].tengah <= tepi]
    salah = [u for u in disebut if sum(_di_bawah(x, nilai[u]) for x in nilai.values()) >= banyak]
    if not salah:
        batas = max(nilai[u].tengah for u in disebut)
        benar = [u for u in Unsur if u in disebut or nilai[u].tengah == batas or u in benar]
    return benar, salah


def _di_bawah(satu: Selang, dua: Selang) -> bool:
    return satu.atas <= dua.bawah and satu.tengah < dua.tengah


def data_06_ikm(fakta: Fakta) -> Iterator[Temuan]:
    """An index printed once more that differs from the printed index of its row, or of the instansi."""
    cetak = {(b.upp_id, b.periode): b.ikm_tercetak for b in fakta.baris if b.layanan is None and not b.kosong}
    for a in fakta.angka:
        if a.kunci != "ikm":
            continue
        nilai = baca_angka(a.nilai)
        acuan = None if nilai is None else _indeks_acuan(fakta, a, nilai, cetak)
        if nilai is None or acuan is None:
            continue
        putusan = bandingkan(nilai, [acuan], [acuan])
        if putusan is not None:
            tingkat, benar = putusan
            sebab = "tampak dipotong, bukan dibulatkan" if tingkat is Tingkat.INFO else "berbeda dari tabel hasil"
            kalimat = (
                f"IKM pada bagian '{a.bagian}' tercetak {koma(a.nilai)}, {sebab}; di sana {koma(benar)}. Samakan keduanya."
            )
            yield temuan_angka("DATA-06", tingkat, a, str(benar), kalimat)


def _indeks_acuan(
    fakta: Fakta, a: AngkaTercetak, nilai: Decimal, cetak: Mapping[tuple[int, Periode], Decimal | None]
) -> Selang | None:
    """What an index printed once more may be: the printed one as rounding left it; without one, the computed one."""
    if a.upp_id is None:
        tercetak = baca_angka(fakta.tercetak.get((a.periode, "ikm"), ""))
        indeks = fakta.rekap.instansi.get(a.periode)
        hitung = None if indeks is None else indeks.ikm
    else:
        tercetak = cetak.get((a.upp_id, a.periode))
        hasil = fakta.hasil(a.upp_id, a.periode)
        hitung = None if hasil is None else hasil.ikm
    if tercetak is not None:
        return dibulatkan(tercetak) if desimal_tercetak(tercetak) < desimal_tercetak(nilai) else tepat(tercetak)
    return None if hitung is None else tepat(hitung)


def ikm_03_angka(fakta: Fakta) -> Iterator[Temuan]:
    """A class printed once more that is the class neither of the index beside it nor of the row."""
    beside = {(a.bagian, a.upp_id, a.periode): baca_angka(a.nilai) for a in fakta.angka if a.kunci == "ikm"}
    cetak = {(b.upp_id, b.periode): b.ikm_tercetak for b in fakta.baris if b.layanan is None and not b.kosong}
    for a in fakta.angka:
        if a.kunci != "kategori" or not a.nilai.strip(" -–"):
            continue
        instansi = baca_angka(fakta.tercetak.get((a.periode, "ikm"), ""))
        baris = instansi if a.upp_id is None else cetak.get((a.upp_id, a.periode))
        indeks = [x for x in (beside.get((a.bagian, a.upp_id, a.periode)), baris) if x is not None]
        kalimat = [salah_kelas(a.nilai, x) for x in indeks]
        if kalimat and all(kalimat):
            yield temuan_angka(
                "IKM-03", Tingkat.GALAT, a, kelas(kelas_mungkin(indeks[0])[0]), f"Bagian '{a.bagian}': {kalimat[0]}"
            )


def data_06_riwayat(fakta: Fakta) -> Iterator[Temuan]:
    """Printed differences from the year before, and printed means of the years of the history."""
    selisih = [r.selisih_tercetak for r in fakta.riwayat.values() if r.selisih_tercetak is not None]
    desimal = None if bernol(selisih) else desimal_sederet(selisih)
    for (upp_id, tahun), r in fakta.riwayat.items():
        lalu = fakta.riwayat.get((upp_id, tahun - 1))
        if r.selisih_tercetak is not None and lalu is not None:
            tercetak = r.selisih_tercetak
            yield from _selisih(
                (upp_id, tahun), tercetak, desimal_tercetak(tercetak) if desimal is None else desimal, r.ikm, lalu.ikm
            )
    yield from _rata_riwayat(fakta)


def _selisih(tempat: tuple[int | None, int], tercetak: Decimal, desimal: int, kini: Decimal, lalu: Decimal) -> Iterator[Temuan]:
    """The difference of the two printed values; info where the unrounded ones explain another."""
    benar = kini - lalu
    if tercetak == bulatkan(benar, desimal):
        return
    tersembunyi = dibulatkan(kini) - dibulatkan(lalu)
    wajar = tersembunyi.beririsan(dibulatkan(tercetak, desimal)) or dipotong(abs(tercetak), desimal).memuat(abs(benar))
    wajar = wajar and (tercetak < 0) == (benar < 0)
    akhir = "; bedanya dapat berasal dari angka yang belum dibulatkan" if wajar else ""
    upp_id, tahun = tempat
    kalimat = (
        f"Selisih {tahun} dari tahun sebelumnya tercetak {koma(tercetak)}, padahal {koma(kini)} - {koma(lalu)} = "
        f"{koma(benar)}{akhir}."
    )
    tingkat = Tingkat.INFO if wajar else Tingkat.GALAT
    yield Temuan("DATA-06", tingkat, kalimat, upp_id, None, None, f"riwayat:{tahun}", str(tercetak), str(benar))


def _rata_riwayat(fakta: Fakta) -> Iterator[Temuan]:
    """Means of past years. A difference is a fault only where the history seems to hold all units of that year."""
    milik: dict[int, dict[int, Decimal]] = {}
    for (upp_id, tahun), r in fakta.riwayat.items():
        if upp_id is not None and tahun != fakta.tahun:
            milik.setdefault(tahun, {})[upp_id] = r.ikm
    periksa = {t: (fakta.riwayat[None, t].ikm, x) for t, x in sorted(milik.items()) if (None, t) in fakta.riwayat}
    dinilai = {t: (cetak, x, _wajar(cetak, list(x.values()))) for t, (cetak, x) in periksa.items() if len(x) >= SEDIKIT_UNIT}
    cocok = [x.keys() for _, x, wajar in dinilai.values() if wajar is not False]
    for tahun, (cetak, isi, wajar) in dinilai.items():
        if wajar is None:
            continue
        benar = bulatkan(Fraction(sum(isi.values(), Decimal(0))) / len(isi), max(2, desimal_tercetak(cetak)))
        tingkat, akhir = Tingkat.GALAT, ". Perbaiki angkanya"
        if wajar:
            tingkat, akhir = Tingkat.INFO, "; bedanya dapat berasal dari pembulatan"
        elif not _lengkap(fakta, isi.keys(), cocok):
            tingkat, akhir = Tingkat.INFO, ". Periksa angkanya, atau lengkapi riwayat dengan unit yang belum tercatat"
        kalimat = (
            f"Rata-rata {tahun} tercetak {koma(cetak)}, padahal rata-rata {len(isi)} unit pada riwayat {koma(benar)}{akhir}."
        )
        yield Temuan("DATA-06", tingkat, kalimat, None, None, None, f"riwayat:{tahun}", str(cetak), str(benar))


def _lengkap(fakta: Fakta, unit: Set[int], cocok: Sequence[Set[int]]) -> bool:
    """Whether the history seems to hold all units of a year.

    Some mean of another year must come out of it, either of the very same units, or of a history that also keeps units
    which have no result any more.
    """
    tanpa_hasil = any(u is not None and u in fakta.unit and fakta.unit[u].tahunan is None for u, _ in fakta.riwayat)
    return any(unit == lain for lain in cocok) or (bool(cocok) and tanpa_hasil)


def _wajar(cetak: Decimal, isi: Sequence[Decimal]) -> bool | None:
    """None when a printed mean is the mean of the printed values; else whether unrounded values or a cut-off explain it."""
    rata = rerata_selang(tepat(x) for x in isi)
    if dibulatkan(cetak).beririsan(rata):
        return None
    return dipotong(cetak).beririsan(rata) or dibulatkan(cetak).beririsan(rerata_selang(dibulatkan(x) for x in isi))
