"""Import of a workbook by a unit: only its own rows of one period, all or nothing (spec 2.4)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.rtl import StatusRtl
from rtl_tracker.domain.unsur import UrutanUnsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.spreadsheets.baca import HasilBaca, UppDikenal, baca_buku_kerja
from rtl_tracker.spreadsheets.buku_kerja import BarisRtl, BukuKerja
from rtl_tracker.spreadsheets.masalah import PANJANG_NILAI, Masalah
from rtl_tracker.storage import hasil_repository, respons_repository
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan
from rtl_tracker.storage.tables import HasilTabel
from rtl_tracker.storage.upp_repository import upp_menurut_id
from rtl_tracker.usecases.impor_buku_kerja import LaporanImpor, simpan_buku
from rtl_tracker.usecases.kelola_penyampaian import batalkan_nihil, periksa_tahun_dibuka
from rtl_tracker.usecases.survei_jadi_hasil import tolak_periode

LEMBAR_UNIT = ("layanan", "hasil", "respons", "rtl")
_PILIH_GANTI = "Isi yang tersimpan berbeda. Pilih 'Ganti hasil dan jawaban periode ini', atau hapus barisnya dari buku kerja."
TAK_DIKENAL = "tambahkan UPP ini ke lembar upp"
SUDAH_ADA = {
    "hasil": _PILIH_GANTI,
    "respons": _PILIH_GANTI,
    "rtl": "RTL periode ini sudah tersimpan dengan isi yang berbeda. Ubah RTL-nya pada halaman periode ini, lalu hapus lembar 'rtl'.",
}


Kunci = tuple[int | None, bool]


@dataclass(frozen=True, slots=True)
class _Potret:
    """Results and answers of a period as they stand: rows by (layanan_id, rata) with their versions, answers by layanan_id."""

    hasil: dict[Kunci, dict[str, Any]]
    versi: dict[Kunci, int]
    respons: dict[int | None, Counter[tuple[Any, ...]]]


def impor_unit(
    session: Session,
    pelaku: Pelaku,
    now: datetime,
    upp_id: int,
    tahun: int,
    periode: Periode,
    berkas: Path,
    *,
    nama_berkas: str,
    ganti: bool,
    batas_mb: int,
) -> LaporanImpor:
    """Store the unit's rows of one period from a workbook; `ganti` replaces the results and answers stored for it.

    Rows of other units or periods and realisasi are refused, sheets of master data are left unread with a notice. The order of
    U8/U9 is the one of the year. What is stored takes the place of "nihil". On any refusal nothing is stored. Raises
    PenyampaianTerkunci when the dossier is not open.
    """
    periksa_kewenangan(pelaku, Izin.ISI_HASIL, upp_id)
    periksa_tahun_dibuka(session, tahun)
    titik = session.begin_nested()
    lama = _potret(session, upp_id, tahun, periode)
    batalkan_nihil(session, pelaku, now, upp_id, tahun, periode)
    laporan = replace(_simpan(session, berkas, upp_id, tahun, periode, ganti, batas_mb), sumber=nama_berkas)
    baru = _potret(session, upp_id, tahun, periode)
    if (lama.hasil, lama.respons) == (baru.hasil, baru.respons):
        laporan = replace(laporan, diubah={k: n for k, n in laporan.diubah.items() if k not in ("hasil", "respons")})
    if laporan.galat or not laporan.berubah:
        titik.rollback()
        return laporan
    catatan = f"{nama_berkas}: {NAMA_PERIODE[periode]} {tahun}"
    catat_jejak(
        session, pelaku, now, JenisJejak.IMPOR, Objek.UPP, upp_id, upp_id=upp_id, catatan=catatan, rincian=laporan.diubah
    )
    for baris in hasil_repository.list_baris_hasil(session, upp_id, tahun, periode):
        _lanjutkan_versi(session, pelaku, now, baris, lama, catatan)
    titik.commit()
    return replace(laporan, disimpan=True)


def _lanjutkan_versi(session: Session, pelaku: Pelaku, now: datetime, baris: HasilTabel, lama: _Potret, catatan: str) -> None:
    """A row that was written anew counts on from its old version and has its event: who typed meanwhile is told by whom."""
    kunci = (baris.layanan_id, baris.rata)
    baris.versi = lama.versi.get(kunci, 0)
    if lama.hasil.get(kunci) != _isi(baris):
        baris.versi += 1
        catat_jejak(session, pelaku, now, JenisJejak.HASIL_DIISI, Objek.HASIL, baris.id, upp_id=baris.upp_id, catatan=catatan)


def _potret(session: Session, upp_id: int, tahun: int, periode: Periode) -> _Potret:
    baris = {(b.layanan_id, b.rata): b for b in hasil_repository.list_baris_hasil(session, upp_id, tahun, periode)}
    layanan = [lay for u, lay, p in respons_repository.kelompok_tersimpan(session, tahun) if (u, p) == (upp_id, periode)]
    return _Potret(
        hasil={kunci: _isi(b) for kunci, b in baris.items()},
        versi={kunci: b.versi for kunci, b in baris.items()},
        respons={lay: respons_repository.isi_kelompok(session, tahun, upp_id, lay, periode) for lay in layanan},
    )


def _isi(baris: HasilTabel) -> dict[str, Any]:
    return {kolom.key: getattr(baris, kolom.key) for kolom in HasilTabel.__table__.columns if kolom.key not in ("id", "versi")}


def _simpan(
    session: Session, berkas: Path, upp_id: int, tahun: int, periode: Periode, ganti: bool, batas_mb: int
) -> LaporanImpor:
    """Read the workbook and write the unit's part of it; the caller rolls back when anything was refused."""
    unit = upp_menurut_id(session, upp_id)
    assert unit is not None
    buku, masalah = _sisakan(_baca(session, berkas, unit, tahun, batas_mb), unit, periode)
    if buku is None:
        return LaporanImpor(tahun, "", masalah)
    if (buku.hasil or buku.respons) and (tolak := tolak_periode(session, upp_id, tahun, periode)):
        return LaporanImpor(tahun, "", (*masalah, *tolak))
    if ganti and (buku.hasil or buku.respons):
        hasil_repository.hapus_hasil_periode(session, upp_id, tahun, periode)
    laporan = simpan_buku(session, buku, tahun)
    beda = (replace(m, kalimat=SUDAH_ADA.get(m.lembar, m.kalimat)) for m in laporan.masalah)
    return replace(laporan, masalah=(*masalah, *beda))


def _baca(session: Session, berkas: Path, unit: Upp, tahun: int, batas_mb: int) -> HasilBaca:
    """Only the unit's own name is known to the reader, so that no other unit's name is ever offered."""
    urutan: UrutanUnsur = muat_pengaturan(session, tahun).urutan_unsur
    baca = baca_buku_kerja(berkas, tahun, urutan, [UppDikenal(unit.nama, unit.kode, unit.singkatan)], batas_mb)
    kalimat = f"Baris ini bukan milik {unit.nama}. Hapus barisnya, atau serahkan berkasnya kepada Bagian Organisasi."
    return replace(baca, masalah=tuple(replace(m, kalimat=kalimat) if TAK_DIKENAL in m.kalimat else m for m in baca.masalah))


def _sisakan(baca: HasilBaca, unit: Upp, periode: Periode) -> tuple[BukuKerja | None, tuple[Masalah, ...]]:
    """The unit's part of the workbook, or None with the refusals."""
    if baca.buku is None:
        return None, baca.masalah
    buku = baca.buku
    masalah = [*baca.masalah, *_asing(buku, unit.nama, periode), *_realisasi(buku.rtl)]
    lain = [nama for nama in buku.lembar if nama not in LEMBAR_UNIT]
    if lain:
        masalah.append(_info(f"Lembar {', '.join(lain)} tidak dibaca di sini; data induk dikelola Bagian Organisasi."))
    if not (buku.hasil or buku.respons or buku.rtl):
        masalah.append(Masalah("galat", "berkas", None, None, None, "Buku kerja tidak memuat baris hasil, respons, atau RTL."))
    if any(m.tingkat == "galat" for m in masalah):
        return None, tuple(masalah)
    bersih = replace(
        buku, instansi={}, tercetak={}, tercetak_teks={}, upp=[], riwayat=[], profil=[],
        lembar=tuple(n for n in buku.lembar if n in LEMBAR_UNIT),
    )  # fmt: skip
    return bersih, tuple(masalah)


def _asing(buku: BukuKerja, nama: str, periode: Periode) -> list[Masalah]:
    """Rows that are not this unit's, or not of this period. A sheet `upp` makes any name known to the reader, so all are asked."""
    masalah = []
    baris = [
        *(("layanan", b.baris, b.upp, periode) for b in buku.layanan),
        *(("hasil", b.baris, b.upp, b.periode) for b in buku.hasil),
        *(("rtl", b.baris, b.upp or "", b.periode) for b in buku.rtl),
    ]
    for lembar, nomor, upp, p in baris:
        if upp != nama:
            masalah.append(Masalah("galat", lembar, nomor, "upp", upp, f"Baris ini bukan milik {nama}. Hapus barisnya."))
        elif p is not periode:
            kalimat = f"Baris ini untuk periode {p.value}, sedangkan yang diisi periode {periode.value}. Hapus atau perbaiki barisnya."
            masalah.append(Masalah("galat", lembar, nomor, "periode", p.value, kalimat))
    salah = sum(1 for b in buku.respons if b[0] != nama or b[2] != periode.value)
    if salah:
        kalimat = f"{salah} jawaban responden bukan milik {nama} periode {periode.value}. Hapus barisnya dari lembar respons."
        masalah.append(Masalah("galat", "respons", None, None, None, kalimat))
    return masalah


def _realisasi(daftar: Sequence[BarisRtl]) -> list[Masalah]:
    """A workbook brings plans only: what became of them goes the way of acceptance, bukti and verification (spec 2.2)."""
    masalah = []
    for b in daftar:
        isi = {"status": b.status if b.status is not StatusRtl.DIRENCANAKAN else None, "uraian": b.uraian, "hambatan": b.hambatan,
               "alasan": b.alasan, "strategi": b.strategi, "bukti": "; ".join(b.bukti)}  # fmt: skip
        kolom = next((k for k, nilai in isi.items() if nilai), None)
        if kolom is not None:
            kalimat = (
                "Realisasi tidak diimpor di sini. Kosongkan kolomnya, lalu laporkan pada halaman RTL setelah berkas diterima."
            )
            masalah.append(Masalah("galat", "rtl", b.baris, kolom, str(isi[kolom])[:PANJANG_NILAI], kalimat))
    return masalah


def _info(kalimat: str) -> Masalah:
    return Masalah("info", "berkas", None, None, None, kalimat)
