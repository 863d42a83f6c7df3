"""The result of a period entered by hand: typed texts become one row, or sentences per field (spec 2.4, 5.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.hasil import BarisHasil, Skala
from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.penyampaian import PenyampaianTerkunci
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.spreadsheets.lembar_hasil import RENTANG
from rtl_tracker.spreadsheets.sel import NilaiSalah, baca_desimal, baca_hitungan, satu_baris
from rtl_tracker.storage import hasil_repository as repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.tables import HasilTabel
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.usecases.kelola_penyampaian import batalkan_nihil, cabut_nihil, pastikan_draf, periksa_tahun_dibuka
from rtl_tracker.usecases.perubahan import periksa_versi

PANJANG_LABEL = 255
_SEBUTAN = {Skala.NRR: "1 sampai 4", Skala.KONVERSI: "25 sampai 100"}


class IsianSalah(DomainError):
    """Typed texts cannot be stored; `salah` holds a sentence per field."""

    def __init__(self, salah: Mapping[str, str]) -> None:
        """`salah`: sentence by field name."""
        super().__init__("Isian belum dapat disimpan. Perbaiki bagian yang ditandai.")
        self.salah = dict(salah)


@dataclass(frozen=True, slots=True)
class IsianHasil:
    """What was typed. `nilai` holds a text per unsur key; `layanan_id` None = the whole unit; `versi` 0 = a new row."""

    skala: Skala = Skala.NRR
    nilai: Mapping[str, str] = field(default_factory=dict)
    jumlah_responden: str = ""
    populasi: str = ""
    metode: str = ""
    pelaksana: str = ""
    tautan_laporan: str = ""
    layanan_id: int | None = None
    versi: int = 0


def muat_isian(session: Session, upp_id: int, tahun: int, periode: Periode, layanan_id: int | None) -> IsianHasil:
    """The stored row as texts for the form; an empty form where nothing is stored."""
    ada = repo.baris_hasil(session, upp_id, layanan_id, tahun, periode)
    if ada is None:
        return IsianHasil(layanan_id=layanan_id)
    return IsianHasil(
        skala=ada.skala, nilai={k: teks.replace(".", ",") for k, teks in ada.nilai.items()},
        jumlah_responden=_teks(ada.jumlah_responden), populasi=_teks(ada.populasi), metode=ada.metode, pelaksana=ada.pelaksana,
        tautan_laporan=ada.tautan_laporan, layanan_id=layanan_id, versi=ada.versi,
    )  # fmt: skip


def simpan_hasil(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, isian: IsianHasil
) -> None:
    """Store the typed result; the dossier is begun or stays open.

    Raises IsianSalah (per field), PenyampaianTerkunci, BerubahLebihDahulu, TidakTerjangkau for a layanan of another unit.
    """
    periksa_kewenangan(pelaku, Izin.ISI_HASIL, upp_id)
    periksa_tahun_dibuka(session, tahun)
    if isian.layanan_id is not None and isian.layanan_id not in layanan_unit(session, upp_id):
        raise TidakTerjangkau("Layanan ini tidak ada pada unit tersebut.")
    berkas = pastikan_draf(session, pelaku, now, upp_id, tahun, periode)
    if repo.ada_jawaban(session, upp_id, tahun, periode):
        raise PenyampaianTerkunci("Periode ini sudah memiliki jawaban responden; hasilnya dihitung dari jawaban itu.")
    ada = repo.baris_hasil(session, upp_id, isian.layanan_id, tahun, periode)
    if ada is not None or isian.versi:
        periksa_versi(session, Objek.HASIL, ada.id if ada else 0, isian.versi, ada.versi if ada else 0)
    baris = baca_isian(isian, upp_id, periode)
    if berkas.nihil and ada is not None:
        cabut_nihil(session, pelaku, now, berkas)
    elif berkas.nihil:
        batalkan_nihil(session, pelaku, now, upp_id, tahun, periode)
    lama = _ringkas(ada)
    simpan = repo.simpan_baris_hasil(session, tahun, repo.isi_hasil(baris, isian.layanan_id), ada)
    _catat(session, pelaku, now, simpan, lama)


def baca_isian(isian: IsianHasil, upp_id: int, periode: Periode) -> BarisHasil:
    """The typed texts as a row; all nine unsur and the number of respondents are owed. Raises IsianSalah."""
    salah: dict[str, str] = {}
    nilai = {u: angka for u in Unsur if (angka := _nilai_unsur(isian, u, salah)) is not None}
    n = _hitungan("jumlah_responden", isian.jumlah_responden, salah)
    populasi = _hitungan("populasi", isian.populasi, salah)
    if n is None and "jumlah_responden" not in salah:
        salah["jumlah_responden"] = "Jumlah responden wajib diisi."
    elif n == 0:
        salah["jumlah_responden"] = "Tanpa responden tidak ada hasil. Nyatakan nihil bila memang tidak ada layanan."
    if n and populasi is not None and populasi < n:
        salah["populasi"] = "Populasi lebih kecil daripada jumlah responden. Periksa keduanya."
    if isian.tautan_laporan.strip() and not isian.tautan_laporan.strip().lower().startswith(("http://", "https://")):
        salah["tautan_laporan"] = "Tautan harus diawali http:// atau https://."
    if salah:
        raise IsianSalah(salah)
    return BarisHasil(
        upp_id=upp_id, periode=periode, skala=isian.skala, nilai=nilai, jumlah_responden=n, populasi=populasi,
        metode=satu_baris(isian.metode)[:PANJANG_LABEL], pelaksana=satu_baris(isian.pelaksana)[:PANJANG_LABEL],
        tautan_laporan=isian.tautan_laporan.strip(),
    )  # fmt: skip


def _nilai_unsur(isian: IsianHasil, unsur: Unsur, salah: dict[str, str]) -> Decimal | None:
    try:
        nilai = baca_desimal(isian.nilai.get(unsur.value, ""))
    except NilaiSalah as galat:
        salah[unsur.value] = str(galat)
        return None
    bawah, atas = RENTANG["nrr" if isian.skala is Skala.NRR else "konversi"]
    if nilai is None:
        salah[unsur.value] = "Nilai unsur ini belum diisi."
    elif not bawah <= nilai <= atas:
        salah[unsur.value] = f"Nilai harus {_SEBUTAN[isian.skala]} pada skala yang dipilih."
    return nilai


def _hitungan(nama: str, teks: str, salah: dict[str, str]) -> int | None:
    try:
        nilai = baca_hitungan(teks)
    except NilaiSalah as galat:
        salah[nama] = str(galat)
        return None
    if nilai is not None and nilai < 0:
        salah[nama] = "Bilangan tidak boleh negatif."
    return nilai


def _teks(n: int | None) -> str:
    return "" if n is None else str(n)


def _ringkas(baris: HasilTabel | None) -> dict[str, object]:
    """What an event keeps of a row: sums of a survey, never an answer."""
    if baris is None:
        return {}
    return {**baris.nilai, "jumlah_responden": baris.jumlah_responden, "populasi": baris.populasi, "skala": baris.skala.value}


def _catat(session: Session, pelaku: Pelaku, now: datetime, baris: HasilTabel, lama: Mapping[str, object]) -> None:
    baru = _ringkas(baris)
    rincian = {k: [lama.get(k), n] for k, n in baru.items() if lama.get(k) != n}
    catatan = f"Hasil {baris.periode.value} {baris.tahun} diisi langsung"
    catat_jejak(
        session,
        pelaku,
        now,
        JenisJejak.HASIL_DIISI,
        Objek.HASIL,
        baris.id,
        upp_id=baris.upp_id,
        catatan=catatan,
        rincian=rincian,
    )
