"""Who has not reported, reported late, or had nothing to report (LAPOR-01)."""

from collections.abc import Iterator
from dataclasses import dataclass

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.sebutan import deret, nama_periode
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.kalender import susun_kalender
from rtl_tracker.domain.papan import BahanPapan, KodeSel, Kunci, Sel, hasil_per_periode, susun_papan
from rtl_tracker.domain.periode import PERIODE_WAJIB, SEMESTER, TRIWULAN_SEMESTER, Frekuensi, Periode, semester_dari
from rtl_tracker.domain.rekap import RekapUpp
from rtl_tracker.domain.tingkat import Tingkat

BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
         "Desember")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Bahan:
    """The board's material of the year, and the units that must report: not excluded, no parent that only shows children."""

    papan: BahanPapan
    wajib: tuple[RekapUpp, ...]


def lapor_01(fakta: Fakta) -> Iterator[Temuan]:
    """Late, missing and nihil, by the dossiers; without any dossier, units and periods of the recap without a result."""
    bahan = _bahan(fakta)
    if fakta.penyampaian:
        yield from _dari_papan(fakta, bahan)
    else:
        for r in bahan.wajib:
            yield from _dari_rekap(fakta, bahan.papan, r)


def _bahan(fakta: Fakta) -> _Bahan:
    upp = tuple(r.upp for r in fakta.rekap.upp)
    papan = BahanPapan(
        tahun=fakta.tahun,
        upp=upp,
        kalender=susun_kalender(fakta.tahun, fakta.kalender),
        penyampaian={(p.upp_id, p.periode): p for p in fakta.penyampaian},
        hasil=hasil_per_periode(fakta.baris, {(upp_id, periode) for upp_id, _, periode in fakta.tabulasi}),
        rtl={(r.upp_id, r.periode) for r in fakta.rtl if r.upp_id is not None},
    )
    induk = {u.induk_id for u in upp}
    bersurvei = {upp_id for upp_id, _ in (*papan.hasil, *papan.penyampaian)}
    ada = [r for r in fakta.rekap.upp if r.upp.ikut_rerata and (r.upp.id in bersurvei or r.upp.id not in induk)]
    return _Bahan(papan, tuple(ada))


def _dari_papan(fakta: Fakta, bahan: _Bahan) -> Iterator[Temuan]:
    wajib = {r.upp.id for r in bahan.wajib}
    for baris in susun_papan(bahan.papan, fakta.tanggal):
        for sel in baris.sel.values() if baris.upp.id in wajib else ():
            kalimat = _kalimat_sel(sel, bahan.papan, (baris.upp.id, sel.periode))
            if kalimat:
                yield Temuan("LAPOR-01", Tingkat.INFO, kalimat, baris.upp.id, sel.periode)


def _kalimat_sel(sel: Sel, papan: BahanPapan, kunci: Kunci) -> str:
    """What a cell of the board has to say; "" when it is in order or not due yet."""
    sebutan, batas = nama_periode(sel.periode), f"{sel.batas.day} {BULAN[sel.batas.month - 1]} {sel.batas.year}"
    if sel.nihil:
        berkas = papan.penyampaian.get(kunci)
        alasan = f" Alasan: {berkas.alasan_nihil}" if berkas is not None and berkas.alasan_nihil else ""
        return f"{sebutan} dilaporkan nihil: tidak ada layanan atau responden.{alasan}"
    if sel.lewat_batas:
        keadaan = {KodeSel.BELUM: "belum dikirim", KodeSel.DRAF: "masih berupa draf"}.get(
            sel.kode, "dikembalikan dan belum dikirim ulang"
        )
        return f"Berkas {sebutan} {keadaan}, terlambat {sel.hari_terlambat} hari dari batas {batas}. Kirim berkasnya."
    if sel.hari_terlambat and sel.kode in (KodeSel.DIKIRIM, KodeSel.DITERIMA):
        return f"Berkas {sebutan} dikirim terlambat {sel.hari_terlambat} hari dari batas {batas}."
    return ""


def _dari_rekap(fakta: Fakta, papan: BahanPapan, r: RekapUpp) -> Iterator[Temuan]:
    """One finding for a unit that reported nothing or nihil throughout; else one for each gap and each nihil period."""
    milik = {p: nihil for (upp_id, p), nihil in papan.hasil.items() if upp_id == r.upp.id}
    if milik and all(milik.values()):
        daftar = deret(nama_periode(p) for p in Periode if p in milik)
        kalimat = f"Unit ini melaporkan nihil ({daftar}): tidak ada responden, sehingga tidak ikut dihitung dalam indeks."
        yield Temuan("LAPOR-01", Tingkat.INFO, kalimat, r.upp.id)
        return
    selesai = [p for p in Periode if papan.kalender[p].survei_selesai <= fakta.tanggal]
    if not milik:
        terutang = [p for p in r.upp.periode_wajib if p in selesai]
        if terutang:
            isi = "" if r.upp.frekuensi in (None, Frekuensi.TAHUNAN) else f" ({deret(nama_periode(p) for p in terutang)})"
            kalimat = (
                f"Unit ini belum melaporkan hasil SKM tahun {fakta.tahun}{isi}. Mintakan laporannya, atau jelaskan sebabnya."
            )
            yield Temuan("LAPOR-01", Tingkat.INFO, kalimat, r.upp.id)
        return
    for periode, nihil in milik.items():
        if nihil:
            kalimat = f"{nama_periode(periode)} dilaporkan nihil: tidak ada responden."
            yield Temuan("LAPOR-01", Tingkat.INFO, kalimat, r.upp.id, periode)
    for periode in _celah(r, milik):
        if periode in selesai:
            kalimat = (
                f"Hasil {nama_periode(periode)} tidak ada, padahal unit ini melaporkan periode lain pada tahun {fakta.tahun}. "
                "Lengkapi hasilnya, atau jelaskan sebabnya."
            )
            yield Temuan("LAPOR-01", Tingkat.INFO, kalimat, r.upp.id, periode)


def _celah(r: RekapUpp, milik: dict[Periode, bool]) -> list[Periode]:
    """Periods that the unit owes by its frequency, or by what it measured in the rest of the year, and has no result of.

    A semester answers for its triwulan, triwulan for their semester, a measured year for all, and any part for an owed year.
    """
    if Periode.TAHUNAN in milik or r.upp.frekuensi is Frekuensi.TAHUNAN:
        return []
    if r.upp.frekuensi is not None:
        wajib = PERIODE_WAJIB[r.upp.frekuensi]
        return [p for p in wajib if p not in milik and not _terjawab(p, milik)]
    celah: list[Periode] = []
    for semester in SEMESTER:
        triwulan = TRIWULAN_SEMESTER[semester]
        ada = [p for p in triwulan if p in milik]
        if semester in milik or len(ada) == len(triwulan):
            continue
        celah += [p for p in triwulan if p not in milik] if ada else [semester]
    return celah


def _terjawab(periode: Periode, milik: dict[Periode, bool]) -> bool:
    """Whether a period is answered by the semester it lies in, or by one of its triwulan."""
    return semester_dari(periode) in milik or any(p in milik for p in TRIWULAN_SEMESTER.get(periode, ()))
