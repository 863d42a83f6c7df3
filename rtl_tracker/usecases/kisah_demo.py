"""The follow-up of the demo, told through the same acts that its users will do: every state is reached as it would be in life."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from rtl_tracker.demo.bukti_contoh import foto_contoh, pdf_contoh
from rtl_tracker.demo.rtl_contoh import BERBUKTI, SEBAB_KEMBALI, rtl_tahun_ini, rtl_tahun_lalu
from rtl_tracker.domain.alur_rtl import AlasanTidak
from rtl_tracker.domain.peran import Pelaku, Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapTahun, RekapUpp
from rtl_tracker.domain.rtl import Rtl, StatusRtl, unsur_wajib_rtl
from rtl_tracker.storage import penyampaian_repository, rtl_repository
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.usecases import kelola_penyampaian as berkas
from rtl_tracker.usecases.kelola_bukti import Kiriman
from rtl_tracker.usecases.kelola_rtl import ISI_RENCANA, IsianRtl, tambah_rtl
from rtl_tracker.usecases.lapor_dengan_bukti import IsianLaporan, lapor
from rtl_tracker.usecases.lapor_realisasi import IsianKemajuan, catat_kemajuan, nyatakan_tidak
from rtl_tracker.usecases.verifikasi_realisasi import kembalikan, verifikasi

BATAS_MB = 10
LAPOR_LALU = datetime(2021, 10, 4, 2, 0, tzinfo=UTC)
SUSUN_INI = datetime(2022, 1, 5, 2, 0, tzinfo=UTC)
LAPOR_INI = datetime(2022, 5, 9, 2, 0, tzinfo=UTC)
CATATAN_KIRIM = "Hasil dan RTL sudah dibahas dalam rapat unit (data contoh)."
ALASAN_KEMBALI = "Penanggung jawab dan tenggat belum sesuai dengan rencana kerja unit (data contoh). Mohon diperbaiki."
ALASAN_NIHIL = "Layanan tidak beroperasi selama pembangunan kantor (data contoh)."
# The last units of the list stay at these steps; all before them are accepted.
DRAF, DIKEMBALIKAN, DIKIRIM = 2, 3, 5


@dataclass(frozen=True, slots=True)
class Pemeran:
    """Who acts in the demo: the accounts, and for every unit whoever works there."""

    organisasi: Pelaku
    inspektur: Pelaku
    operator: Pelaku

    def unit(self, r: RekapUpp) -> Pelaku:
        """The operator of a unit; only one of them has an account."""
        if r.upp.id == self.operator.upp_id:
            return self.operator
        return Pelaku(None, f"Operator {r.upp.nama}", Peran.OPERATOR_UPP, r.upp.id, frozenset({r.upp.id}))


def ceritakan(session: Session, gudang: GudangBukti, rekap: RekapTahun, pemeran: Pemeran, acak: random.Random) -> int:
    """RTL of two years in every state with their bukti, dossiers in every state; returns the number of RTL."""
    belum_melapor = acak.choice(rekap.upp).upp.id
    lalu = {
        r.upp.id: _tahun_lalu(session, gudang, pemeran, r, rekap.tahun - 1, acak, r.upp.id != belum_melapor) for r in rekap.upp
    }
    for r in rekap.upp:
        _susun_tahun_ini(session, pemeran, r, rekap, lalu[r.upp.id], acak)
    for nomor, r in enumerate(reversed(rekap.upp), start=1):
        _jalankan_berkas(session, pemeran, r, rekap.tahun, nomor)
    _realisasi_tahun_ini(session, gudang, pemeran, rekap, acak)
    _tahun_depan(session, pemeran, rekap)
    _tandai_contoh(session)
    return len(rtl_repository.list_rtl(session, tahun=rekap.tahun)) + sum(map(len, lalu.values()))


def _tahun_lalu(
    session: Session, gudang: GudangBukti, pemeran: Pemeran, r: RekapUpp, tahun: int, acak: random.Random, melapor: bool
) -> Sequence[Rtl]:
    """Plans as a workbook would bring them, and then what became of each."""
    tujuan = rtl_tahun_lalu(r.upp.id, tahun, acak, melapor=melapor)
    awal = [
        replace(t, status=t.status and StatusRtl.DIRENCANAKAN, uraian="", hambatan="", alasan="", strategi="", bukti=())
        for t in tujuan
    ]
    for id_, t in zip(rtl_repository.tambah_rtl(session, awal), tujuan, strict=True):
        if t.status is not None:
            kapan = LAPOR_LALU + timedelta(days=acak.randint(0, 60))
            _capai(session, gudang, pemeran, pemeran.unit(r), replace(t, id=id_), kapan, acak)
    return tujuan


def _capai(
    session: Session, gudang: GudangBukti, pemeran: Pemeran, operator: Pelaku, t: Rtl, kapan: datetime, acak: random.Random
) -> None:
    """Lead the stored plan to the state of `t` by the acts of the program."""
    if t.status in BERBUKTI:
        tautan = [Kiriman(tautan=alamat, keterangan="Dokumentasi kegiatan (data contoh)") for alamat in t.bukti]
        _lapor_selesai(session, gudang, operator, t, kapan, tautan)
        _periksa(session, pemeran, t, kapan + timedelta(days=9), acak)
    elif t.status is StatusRtl.BERJALAN:
        catat_kemajuan(session, operator, kapan, t.id, IsianKemajuan("", t.hambatan, 1))
    elif t.status is StatusRtl.TIDAK_DILAKSANAKAN and t.tenggat is not None:
        nyatakan_tidak(session, operator, kapan, t.id, AlasanTidak(t.alasan, t.strategi, t.tenggat, t.penanggung_jawab), 1)


def _lapor_selesai(
    session: Session, gudang: GudangBukti, operator: Pelaku, t: Rtl, kapan: datetime, kiriman: Sequence[Kiriman]
) -> None:
    """Report a plan as done."""
    versi = _versi(session, t.id)
    lapor(session, operator, kapan, gudang, t.id, IsianLaporan(t.uraian, t.hambatan, versi, True, kiriman), BATAS_MB)


def _periksa(session: Session, pemeran: Pemeran, t: Rtl, kapan: datetime, acak: random.Random) -> None:
    versi = _versi(session, t.id)
    if t.status is StatusRtl.TERVERIFIKASI:
        verifikasi(session, pemeran.inspektur, kapan, t.id, versi)
    elif t.status is StatusRtl.DIKEMBALIKAN:
        kembalikan(session, pemeran.inspektur, kapan, t.id, versi, t.alasan or acak.choice(SEBAB_KEMBALI))


def _susun_tahun_ini(
    session: Session, pemeran: Pemeran, r: RekapUpp, rekap: RekapTahun, lalu: Sequence[Rtl], acak: random.Random
) -> None:
    """One RTL for every owed unsur that nothing was carried over to."""
    wajib = unsur_wajib_rtl(r.tahunan.nrr, rekap.pengaturan.jumlah_prioritas) if r.tahunan is not None else ()
    for t in rtl_tahun_ini(r.upp.id, rekap.tahun, wajib, lalu, acak):
        isian = IsianRtl(**{k: getattr(t, k) for k in ISI_RENCANA}, data_contoh=True)
        tambah_rtl(session, pemeran.unit(r), SUSUN_INI, r.upp.id, rekap.tahun, Periode.TAHUNAN, isian)


def _jalankan_berkas(session: Session, pemeran: Pemeran, r: RekapUpp, tahun: int, nomor: int) -> None:
    """Dossiers at every step; `nomor` counts from the end of the list."""
    if nomor <= DRAF:
        return
    tempat = (r.upp.id, tahun, Periode.TAHUNAN)
    kapan = SUSUN_INI + timedelta(days=nomor * 2 // 3)
    terkirim = berkas.kirim(session, pemeran.unit(r), kapan, *tempat, CATATAN_KIRIM)
    assert terkirim.id is not None
    if nomor <= DIKEMBALIKAN:
        berkas.kembalikan(session, pemeran.organisasi, kapan + timedelta(days=1), terkirim.id, ALASAN_KEMBALI)
    elif nomor > DIKIRIM:
        berkas.terima(session, pemeran.organisasi, kapan + timedelta(days=2), terkirim.id)


def _realisasi_tahun_ini(
    session: Session, gudang: GudangBukti, pemeran: Pemeran, rekap: RekapTahun, acak: random.Random
) -> None:
    """Of the accepted plans some are under way, some are done with a picture and a PDF, a few of these are verified."""
    for r in rekap.upp[: len(rekap.upp) - DIKIRIM]:
        rencana = rtl_repository.list_rtl(session, upp_id=[r.upp.id], tahun=rekap.tahun)
        for urut, t in enumerate(rencana[:2]):
            kapan = LAPOR_INI + timedelta(days=acak.randint(0, 30))
            if urut == 0:
                kalimat = f"Kegiatan telah dilaksanakan: {t.kegiatan[:1].lower()}{t.kegiatan[1:]} (data contoh)."
                _lapor_selesai(session, gudang, pemeran.unit(r), replace(t, uraian=kalimat), kapan, _berkas_contoh(r, t))
                if acak.random() < 0.3:
                    verifikasi(session, pemeran.inspektur, kapan + timedelta(days=5), t.id, _versi(session, t.id))
            else:
                catat_kemajuan(
                    session, pemeran.unit(r), kapan, t.id, IsianKemajuan("Persiapan berjalan (data contoh).", "", t.versi)
                )


def _berkas_contoh(r: RekapUpp, t: Rtl) -> list[Kiriman]:
    foto = foto_contoh(r.upp.nama[:40], f"foto kegiatan RTL nomor {t.id}")
    pdf = pdf_contoh("Berita Acara Kegiatan", (r.upp.nama, f"RTL nomor {t.id} tahun {t.tahun}"))
    tanggal = LAPOR_INI.date()
    return [
        Kiriman("foto-kegiatan.jpg", foto, keterangan="Foto kegiatan (data contoh)", berlaku=tanggal),
        Kiriman("berita-acara.pdf", pdf, keterangan="Berita acara (data contoh)", berlaku=tanggal),
    ]


def _tahun_depan(session: Session, pemeran: Pemeran, rekap: RekapTahun) -> None:
    """The year after is open; one unit says nihil."""
    r = rekap.upp[-1]
    tempat = (r.upp.id, rekap.tahun + 1, Periode.TAHUNAN)
    berkas.nyatakan_nihil(session, pemeran.unit(r), datetime(2023, 1, 9, 2, 0, tzinfo=UTC), *tempat, ALASAN_NIHIL)
    berkas.kirim(session, pemeran.unit(r), datetime(2023, 1, 10, 2, 0, tzinfo=UTC), *tempat, "")


def _tandai_contoh(session: Session) -> None:
    for satu in penyampaian_repository.list_penyampaian(session):
        penyampaian_repository.simpan_penyampaian(session, replace(satu, data_contoh=True))


def _versi(session: Session, rtl_id: int) -> int:
    rtl = rtl_repository.rtl_menurut_id(session, rtl_id)
    assert rtl is not None
    return rtl.versi
