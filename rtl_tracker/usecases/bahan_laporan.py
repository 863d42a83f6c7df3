"""Load what the report and the pages of a year are made from."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import susun_rekap
from rtl_tracker.reports.tahunan.bahan import BahanLaporan, Lembar
from rtl_tracker.storage import respons_repository as respons
from rtl_tracker.storage.data_tahun import muat_data_tahun
from rtl_tracker.storage.hasil_repository import muat_riwayat
from rtl_tracker.storage.penyampaian_repository import list_penyampaian, muat_kalender
from rtl_tracker.usecases.hitung_hasil import rekap_bila_ada

KOLOM_PROFIL = ("jenis_kelamin", "usia", "pendidikan", "pekerjaan")


def bahan_tanpa_jawaban(session: Session, tahun: int) -> BahanLaporan:
    """The year from kept counts, in a fixed number of queries; no answer is read.

    What is overdue is judged on 31 December of the year, so that a report does not change with the day it is made.
    """
    data = muat_data_tahun(session, tahun)
    return BahanLaporan(
        rekap=susun_rekap(data),
        rekap_lalu=rekap_bila_ada(session, tahun - 1, data.rtl_lalu),
        rtl=data.rtl,
        rtl_lalu=data.rtl_lalu,
        riwayat={kunci: baris.ikm for kunci, baris in muat_riwayat(session).items()},
        tanggal=date(tahun, 12, 31),
        data_contoh=any(r.data_contoh for r in (*data.rtl, *data.rtl_lalu)),
        penyampaian=tuple(list_penyampaian(session, tahun)),
        kalender=muat_kalender(session, tahun),
    )


def bahan_lengkap(session: Session, tahun: int) -> BahanLaporan:
    """The year with everything that only single answers tell: patterns, profile, saran, questionnaires."""
    bahan = bahan_tanpa_jawaban(session, tahun)
    return replace(
        bahan,
        pola=tuple(respons.pola_jawaban(session, tahun)),
        profil_responden={kolom: respons.hitung_profil(session, tahun, kolom) for kolom in KOLOM_PROFIL},
        saran=tuple(respons.list_saran(session, tahun)),
        lembar=_lembar(session, tahun, [r.upp.id for r in bahan.rekap.upp]),
    )


def _lembar(session: Session, tahun: int, urutan: list[int]) -> dict[tuple[int, Periode], tuple[Lembar, ...]]:
    """Questionnaires by (UPP, period), units in the order of the recap and periods in the order of the year."""
    kelompok: dict[tuple[int, Periode], list[Lembar]] = {}
    for upp_id, periode, (nomor, *jawaban) in respons.jawaban_per_upp(session, tahun):
        daftar = kelompok.setdefault((upp_id, periode), [])
        daftar.append((nomor or str(len(daftar) + 1), tuple(jawaban)))
    tempat = {upp_id: i for i, upp_id in enumerate(urutan)}
    kunci = sorted(kelompok, key=lambda k: (tempat[k[0]], list(Periode).index(k[1])))
    return {k: tuple(kelompok[k]) for k in kunci}
