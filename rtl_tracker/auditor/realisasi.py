"""Rules of what became of plans: reported without proof (RTL-04), and percentages that no count or mean gives (RTL-05)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.kata_rencana import kutip
from rtl_tracker.auditor.rencana import RINCI, menurut_unit
from rtl_tracker.auditor.rerata import Cetakan, Putusan, putuskan
from rtl_tracker.auditor.sebutan import deret, koma, nama_periode
from rtl_tracker.auditor.selang import Selang, dibulatkan, dipotong, rerata_selang, tepat
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.angka import bulatkan, desimal_tercetak
from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.pengaturan import AgregasiRealisasi
from rtl_tracker.domain.periode import SEMESTER, Periode, semester_dari
from rtl_tracker.domain.rekap import RekapUpp
from rtl_tracker.domain.rtl import Rtl, berstatus
from rtl_tracker.domain.tingkat import Tingkat

BIDANG = "realisasi_tercetak"
PENUH = 100
LAZIM = 6
KOSONG_DIHITUNG = {f"sel yang kosong dihitung {isi} %": isi for isi in (PENUH, 0)}
PerPeriode = Mapping[Periode, Selang | None]


def rtl_04(fakta: Fakta) -> Iterator[Temuan]:
    """Reported as done without bukti, all done and nothing verified, and 100 % printed where no plan has a status."""
    for upp_id, milik in menurut_unit((*fakta.rtl_lalu, *fakta.rtl)).items():
        yield from _tanpa_bukti(upp_id, [r for r in milik if r.selesai and not r.bukti])
    for daftar in (fakta.rtl_lalu, fakta.rtl):
        yield from _belum_diverifikasi(daftar)
    yield from _tanpa_catatan(fakta)


def _tanpa_bukti(upp_id: int | None, daftar: Sequence[Rtl]) -> Iterator[Temuan]:
    if len(daftar) > RINCI:
        kalimat = (
            f"{len(daftar)} RTL dinyatakan selesai tanpa bukti, misalnya {kutip(daftar[0].kegiatan)}. Lampirkan bukti setiap "
            "RTL, atau "
            "kembalikan statusnya."
        )
        yield Temuan("RTL-04", Tingkat.PERINGATAN, kalimat, upp_id, bidang="bukti", tercetak=f"{len(daftar)} RTL tanpa bukti")
        return
    for r in daftar:
        kalimat = (
            f"RTL {kutip(r.kegiatan)} ({nama_periode(r.periode, r.tahun)}) dinyatakan selesai tanpa bukti. Lampirkan buktinya, "
            "atau "
            "kembalikan statusnya."
        )
        yield Temuan("RTL-04", Tingkat.PERINGATAN, kalimat, upp_id, r.periode, bidang="bukti", rtl_id=r.id)


def _belum_diverifikasi(rtl: Sequence[Rtl]) -> Iterator[Temuan]:
    """Units whose plan of a year is reported done to the last while nobody verified any; one finding when all units are so."""
    milik = {upp_id: daftar for upp_id, daftar in menurut_unit(rtl).items() if berstatus(daftar)}
    penuh = {u: d for u, d in milik.items() if all(r.selesai for r in d) and not any(r.terverifikasi for r in d)}
    if len(penuh) == len(milik) > 1:
        penuh = {None: [r for daftar in penuh.values() for r in daftar]}
    for upp_id, daftar in penuh.items():
        kalimat = (
            f"Realisasi RTL {daftar[0].tahun} dilaporkan 100 % ({len(daftar)} RTL), tetapi belum satu pun diverifikasi. "
            "Mintalah "
            "verifikasi sebelum angka ini dicetak."
        )
        yield Temuan("RTL-04", Tingkat.PERINGATAN, kalimat, upp_id, bidang="status",
                     tercetak=f"{len(daftar)} RTL {daftar[0].tahun} selesai", seharusnya="terverifikasi")  # fmt: skip


def _tanpa_catatan(fakta: Fakta) -> Iterator[Temuan]:
    """Once for the instansi; of a unit examined alone, for the unit."""
    bercatatan = {r.upp_id for r in berstatus((*fakta.rtl_lalu, *fakta.rtl))}
    penuh = dict.fromkeys(b.upp_id for b in fakta.baris if b.realisasi_tercetak == PENUH and b.upp_id not in bercatatan)
    if penuh:
        sendiri = next(iter(fakta.unit)) if len(fakta.unit) == 1 else None
        awal = "" if sendiri is not None else f" pada {len(penuh)} unit"
        kalimat = (
            f"Realisasi 100 % tercetak{awal}, tetapi tidak ada catatan RTL yang mendasarinya (tidak satu pun RTL berstatus). "
            "Isi status "
            "dan bukti RTL agar angka itu dapat diperiksa."
        )
        yield Temuan("RTL-04", Tingkat.INFO, kalimat, sendiri, bidang=BIDANG, tercetak="100", seharusnya=None)


def rtl_05(fakta: Fakta) -> Iterator[Temuan]:
    """Printed realisasi % out of range, out of reach of the number of RTL, or not the mean it is printed as."""
    for b in fakta.baris:
        if b.realisasi_tercetak is not None and not _wajar(b.realisasi_tercetak):
            yield _di_luar_rentang(b.upp_id, b.periode, b.layanan, str(b.realisasi_tercetak))
    terukur = _menurut_unit_terukur(fakta)
    lalu, kini = menurut_unit(fakta.rtl_lalu), menurut_unit(fakta.rtl)
    for upp_id, r in fakta.unit.items():
        if not r.layanan:
            yield from _tak_terjangkau(r, terukur.get(upp_id, []), (lalu.get(upp_id, []), kini.get(upp_id, [])))
        yield from _rerata_unit(r, _per_periode(terukur.get(upp_id, [])))
    yield from _instansi(fakta, {u: _per_periode(terukur.get(u, [])) for u in fakta.unit})


def _wajar(persen: Decimal) -> bool:
    return 0 <= persen <= PENUH


def _di_luar_rentang(upp_id: int | None, periode: Periode, layanan: str | None, tercetak: str) -> Temuan:
    kalimat = (
        f"Realisasi tercetak {koma(tercetak)} % di luar rentang 0 sampai 100 %. Periksa letak koma dan jumlah RTL yang selesai."
    )
    return Temuan("RTL-05", Tingkat.GALAT, kalimat, upp_id, periode, layanan, BIDANG, tercetak)


def _menurut_unit_terukur(fakta: Fakta) -> dict[int, list[BarisHasil]]:
    """Measured rows with data by unit."""
    hasil: dict[int, list[BarisHasil]] = {}
    for t in fakta.terukur:
        if not t.baris.kosong or t.tabulasi is not None:
            hasil.setdefault(t.upp_id, []).append(t.baris)
    return hasil


def _selang(persen: Decimal | None) -> Selang | None:
    """What may stand behind a printed percentage; of counts this small 0 and 100 are exact. None where none is printed."""
    if persen is None or not _wajar(persen):
        return None
    return tepat(persen) if persen in (0, PENUH) else dibulatkan(persen)


def _per_periode(baris: Iterable[BarisHasil]) -> dict[Periode, Selang | None]:
    """Printed realisasi of the measured periods: of the unit's own row, else the mean of its layanan; None = blank."""
    sendiri: dict[Periode, Selang | None] = {}
    layanan: dict[Periode, list[Selang | None]] = {}
    for b in baris:
        if b.layanan is None:
            sendiri[b.periode] = _selang(b.realisasi_tercetak)
        else:
            layanan.setdefault(b.periode, []).append(_selang(b.realisasi_tercetak))
    return {p: _rerata(semua) for p, semua in layanan.items()} | sendiri


def _rerata(nilai: Iterable[Selang | None], isi: int | None = None) -> Selang | None:
    """Mean; blanks are left out, or count as `isi`."""
    ada = [tepat(isi) if s is None and isi is not None else s for s in nilai]
    terisi = [s for s in ada if s is not None]
    return rerata_selang(terisi) if terisi else None


def _tak_terjangkau(r: RekapUpp, baris: Sequence[BarisHasil], rtl: tuple[list[Rtl], list[Rtl]]) -> Iterator[Temuan]:
    """The row of a period reports the RTL of the unit's previous measured period; the first one those of the year before."""
    urutan = [h.periode for h in r.terukur]
    for b in baris:
        persen = b.realisasi_tercetak
        if persen is None or not _wajar(persen) or b.periode not in urutan:
            continue
        i = urutan.index(b.periode)
        calon = _calon_tahun_lalu(rtl[0]) if i == 0 else [[x for x in rtl[1] if _lahir_di(x.periode, urutan[i - 1])]]
        if not all(calon) or any(_terjangkau(persen, daftar) for daftar in calon):
            continue
        yield _temuan_tak_terjangkau(b, persen, calon[0])


def _temuan_tak_terjangkau(b: BarisHasil, persen: Decimal, asal: Sequence[Rtl]) -> Temuan:
    mungkin = [bulatkan(Fraction(PENUH * k, len(asal))) for k in range(len(asal) + 1)]
    terdekat = min(mungkin, key=lambda m: abs(m - persen))
    semua = len(mungkin) <= LAZIM
    sebut = deret((f"{_ringkas(m)} %" for m in (mungkin if semua else [terdekat])), "atau")
    kalimat = (
        f"Realisasi tercetak {koma(persen)} % tidak mungkin diperoleh dari {len(asal)} RTL "
        f"{nama_periode(asal[0].periode, asal[0].tahun)}: yang {'mungkin' if semua else 'terdekat'} {sebut}. Periksa jumlah "
        "RTL dan yang "
        "selesai."
    )
    return Temuan("RTL-05", Tingkat.GALAT, kalimat, b.upp_id, b.periode, None, BIDANG, str(persen), str(terdekat))


def _ringkas(persen: Decimal) -> str:
    """With a decimal comma and without zeros at the end: 33,33 and 100."""
    return koma(persen).rstrip("0").rstrip(",")


def _lahir_di(rencana: Periode, diukur: Periode) -> bool:
    return rencana is diukur or semester_dari(rencana) is diukur


def _calon_tahun_lalu(lalu: Sequence[Rtl]) -> list[list[Rtl]]:
    """The RTL of the year before: those of its last period, or all of them."""
    terakhir = next((p for p in reversed(Periode) if any(x.periode is p for x in lalu)), None)
    return [[x for x in lalu if x.periode is terakhir], list(lalu)]


def _terjangkau(persen: Decimal, rtl: Sequence[Rtl]) -> bool:
    """Whether some count of done RTL, activities or unsur gives the percentage, rounded or cut off."""
    pembagi = {
        len(rtl),
        sum(x.asal_id is None for x in rtl),
        len({x.unsur for x in rtl}),
        len({x.unsur_teks.casefold() for x in rtl}),
        len({x.kegiatan.casefold() for x in rtl}),
    } - {0}
    pecahan = {Fraction(PENUH * k, n) for n in pembagi for k in range(n + 1)} | _rerata_per_unsur(rtl)
    return any(selang.memuat(p) for selang in (dibulatkan(persen), dipotong(persen)) for p in pecahan)


def _rerata_per_unsur(rtl: Sequence[Rtl]) -> set[Fraction]:
    """Every mean over the unsur of the share of their RTL that were done."""
    kelompok: dict[str, int] = {}
    for x in rtl:
        kunci = x.unsur or x.unsur_teks
        kelompok[kunci] = kelompok.get(kunci, 0) + 1
    jumlah = {Fraction(0)}
    for n in kelompok.values():
        jumlah = {lama + Fraction(k, n) for lama in jumlah for k in range(n + 1)}
    return {PENUH * x / len(kelompok) for x in jumlah}


def _rerata_unit(r: RekapUpp, terukur: PerPeriode) -> Iterator[Temuan]:
    cetak = {p: _selang(b.realisasi_tercetak) for p, b in r.cetak_rata.items()}
    for periode, b in r.cetak_rata.items():
        if b.realisasi_tercetak is None or not _wajar(b.realisasi_tercetak):
            continue
        resmi = [_unit(terukur, cetak, periode), _unit(terukur, {}, periode)]
        if periode is Periode.TAHUNAN:
            resmi.append(_rerata(terukur.values()))
        lain = {sebut: [_unit(terukur, cetak, periode, isi)] for sebut, isi in KOSONG_DIHITUNG.items()}
        p = _putuskan(b.realisasi_tercetak, resmi, lain)
        if p is not None:
            yield _temuan_rerata(p, b.realisasi_tercetak, r.upp.id, periode, "periodenya")


def _putuskan(persen: Decimal, resmi: Sequence[Selang | None], lain: Mapping[str, Sequence[Selang | None]]) -> Putusan | None:
    """The verdict on a printed mean; what another rule gives may also have been cut off."""
    ekor = Fraction(1, 2 * 10 ** desimal_tercetak(persen))
    longgar = {sebut: [None if s is None else Selang(s.bawah - ekor, s.atas) for s in semua] for sebut, semua in lain.items()}
    cetak = Cetakan(persen)
    p = putuskan(cetak, resmi, longgar)
    if p is None or not p.terpotong:
        return p
    asal = next(s for s in resmi if s is not None and s.beririsan(cetak.potong))
    return replace(p, benar=cetak.seperti(asal.tengah))


def _unit(terukur: PerPeriode, cetak: PerPeriode, periode: Periode, isi: int | None = None) -> Selang | None:
    """Realisasi of a unit in a period from its measured ones; `cetak`: printed semester means to be taken first."""
    if periode in terukur:
        return terukur[periode]
    if periode is Periode.TAHUNAN:
        semester = [cetak.get(s) or _unit(terukur, cetak, s, isi) for s in SEMESTER]
        diukur = [s for s, selang in zip(SEMESTER, semester, strict=True) if selang or _bagian(terukur, s)]
        return _rerata((semester[SEMESTER.index(s)] for s in diukur), isi)
    return _rerata(_bagian(terukur, periode), isi)


def _bagian(terukur: PerPeriode, semester: Periode) -> list[Selang | None]:
    return [s for p, s in terukur.items() if semester_dari(p) is semester]


def _instansi(fakta: Fakta, terukur: Mapping[int, PerPeriode]) -> Iterator[Temuan]:
    """The printed realisasi of the instansi: mean of the units that count, blanks left out, or pooled if that is declared."""
    for (periode, kunci), teks in fakta.tercetak.items():
        if kunci != "realisasi" or periode not in fakta.rekap.instansi:
            continue
        persen = Decimal(teks)
        if not _wajar(persen):
            yield _di_luar_rentang(None, periode, None, teks)
            continue
        dihitung = [r for r in fakta.rekap.upp if r.dihitung and periode in r.hasil]
        tercetak, dihitung_ulang = (
            [_sebagai(r, terukur[r.upp.id], periode, cetak) for r in dihitung] for cetak in (True, False)
        )
        resmi = [_rerata(tercetak), _rerata(dihitung_ulang)]
        lain = {sebut: [_rerata(tercetak, isi)] for sebut, isi in KOSONG_DIHITUNG.items()}
        atas = fakta.rekap.realisasi[periode].resmi(fakta.pengaturan.dasar_realisasi, fakta.pengaturan.agregasi_realisasi)
        dari_rtl = None if atas is None else tepat(atas)
        if fakta.pengaturan.agregasi_realisasi is AgregasiRealisasi.GABUNGAN and dari_rtl is not None:
            lain, resmi = {"unit dirata-rata tanpa memandang jumlah RTL": list(resmi), **lain}, [dari_rtl]
        else:
            resmi.append(dari_rtl)
        if periode is Periode.TAHUNAN:
            semester = [fakta.tercetak.get((s, "realisasi")) for s in SEMESTER]
            if all(semester):
                lain["angka kedua semester instansi yang dirata-rata"] = [_rerata(_selang(Decimal(s)) for s in semester if s)]
        p = _putuskan(persen, resmi, lain)
        if p is not None:
            kosong = sum(s is None for s in tercetak)
            yield _temuan_rerata(p, persen, None, periode, f"{len(dihitung) - kosong} unit yang melaporkan", kosong)


def _sebagai(r: RekapUpp, terukur: PerPeriode, periode: Periode, cetak: bool) -> Selang | None:
    """What a unit prints for a period, or what follows from its measured periods."""
    rata = {p: _selang(b.realisasi_tercetak) for p, b in r.cetak_rata.items()}
    if cetak and periode not in terukur and rata.get(periode) is not None:
        return rata[periode]
    return _unit(terukur, rata if cetak else {}, periode)


def _temuan_rerata(p: Putusan, persen: Decimal, upp_id: int | None, periode: Periode, dari: str, kosong: int = 0) -> Temuan:
    benar = f"{koma(p.benar)} %"
    if p.terpotong:
        akhir = f"tampak dipotong, bukan dibulatkan; seharusnya {benar}"
    elif p.aturan:
        banyak = f" ({kosong} unit)" if kosong and p.aturan in KOSONG_DIHITUNG else ""
        akhir = f"hanya cocok bila {p.aturan}{banyak}; rata-rata {dari} {benar}. Yang belum dilaporkan tidak ikut dirata-rata"
    else:
        akhir = f"bukan rata-rata {dari}, yaitu {benar}. Perbaiki angkanya, atau periksa realisasi yang dirata-rata"
    kalimat = f"Realisasi {nama_periode(periode)} tercetak {koma(persen)} % {akhir}."
    return Temuan("RTL-05", p.tingkat, kalimat, upp_id, periode, None, BIDANG, str(persen), str(p.benar))
