"""The plan of a period: RTL written, changed, removed while the dossier is open (spec 1.9, 2.2)."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.penyampaian import PenyampaianTerkunci
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Horizon, Rtl, StatusRtl
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur
from rtl_tracker.storage import bukti_repository
from rtl_tracker.storage import rtl_repository as repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.usecases.isi_hasil import IsianSalah
from rtl_tracker.usecases.kelola_penyampaian import pastikan_draf, periksa_tahun_dibuka
from rtl_tracker.usecases.perubahan import perbedaan, periksa_versi

ISI_RENCANA: tuple[str, ...] = (
    "unsur", "keluhan", "kegiatan", "indikator", "waktu", "tenggat", "penanggung_jawab", "horizon", "stakeholder",
)  # fmt: skip
BULAN_PENDEK, BULAN_MENENGAH = 12, 24


@dataclass(frozen=True, slots=True)
class IsianRtl:
    """A plan as typed; `versi` 0 = a new one. Without a horizon it follows from the tenggat. `data_contoh`: made up for the demo."""

    unsur: Unsur
    kegiatan: str
    keluhan: str = ""
    indikator: str = ""
    waktu: str = ""
    tenggat: date | None = None
    penanggung_jawab: str = ""
    horizon: Horizon | None = None
    stakeholder: str = ""
    versi: int = 0
    data_contoh: bool = False


def ambil_rtl(session: Session, pelaku: Pelaku, izin: Izin, rtl_id: int) -> Rtl:
    """The RTL, for somebody who may do `izin` with it. Raises TidakTerjangkau, AksesDitolak."""
    rtl = repo.rtl_menurut_id(session, rtl_id)
    if rtl is None:
        raise TidakTerjangkau("RTL ini tidak ada.")
    periksa_kewenangan(pelaku, izin, rtl.upp_id)
    return rtl


def tambah_rtl(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, isian: IsianRtl
) -> int:
    """Write a new RTL into the open dossier of the period; returns its id. Raises IsianSalah, PenyampaianTerkunci."""
    periksa_kewenangan(pelaku, Izin.TULIS_RTL, upp_id)
    periksa_tahun_dibuka(session, tahun)
    berkas = pastikan_draf(session, pelaku, now, upp_id, tahun, periode)
    if berkas.nihil:
        raise PenyampaianTerkunci("Periode ini dinyatakan nihil. Batalkan nihil lebih dahulu untuk menulis RTL.")
    _periksa(isian, now)
    rtl = Rtl(
        id=0, upp_id=upp_id, tahun=tahun, periode=periode, unsur=isian.unsur, unsur_teks=NAMA_UNSUR[isian.unsur], kegiatan="",
        status=StatusRtl.DIRENCANAKAN, data_contoh=isian.data_contoh,
    )  # fmt: skip
    rtl = _isi(rtl, isian, now)
    (rtl_id,) = repo.tambah_rtl(session, [rtl])
    _catat(session, pelaku, now, JenisJejak.RTL_DITAMBAH, replace(rtl, id=rtl_id), ke=StatusRtl.DIRENCANAKAN.value)
    return rtl_id


def ubah_rtl(session: Session, pelaku: Pelaku, now: datetime, rtl_id: int, isian: IsianRtl) -> Rtl:
    """Change the words of a plan that is open and not reported on. Raises IsianSalah, PenyampaianTerkunci, BerubahLebihDahulu."""
    lama = ambil_rtl(session, pelaku, Izin.TULIS_RTL, rtl_id)
    _pastikan_terbuka(session, pelaku, now, lama)
    periksa_versi(session, Objek.RTL, rtl_id, isian.versi, lama.versi)
    _periksa(isian, now)
    baru = _isi(lama, isian, now)
    beda = perbedaan(lama, baru, ISI_RENCANA)
    if not beda:
        return lama
    baru = repo.simpan_rtl(session, baru)
    catat_jejak(session, pelaku, now, JenisJejak.RTL_DIUBAH, Objek.RTL, rtl_id, upp_id=lama.upp_id, rincian=beda)
    return baru


def hapus_rtl(session: Session, pelaku: Pelaku, now: datetime, rtl_id: int, versi: int) -> Rtl:
    """Remove a plan that is open and not reported on. What was carried over from an earlier period stays.

    Raises PenyampaianTerkunci, BerubahLebihDahulu.
    """
    rtl = ambil_rtl(session, pelaku, Izin.TULIS_RTL, rtl_id)
    _pastikan_terbuka(session, pelaku, now, rtl)
    if rtl.asal_id is not None:
        raise PenyampaianTerkunci(
            "RTL ini lanjutan dari periode sebelumnya, sehingga tidak dapat dihapus; laksanakan atau beri alasannya."
        )
    if bukti_repository.list_bukti(session, [rtl_id]).get(rtl_id):
        raise PenyampaianTerkunci("RTL ini sudah berbukti, sehingga tidak dapat dihapus. Ubah saja rencananya.")
    periksa_versi(session, Objek.RTL, rtl_id, versi, rtl.versi)
    _catat(session, pelaku, now, JenisJejak.RTL_DIHAPUS, rtl, dari=rtl.status.value if rtl.status else "")
    repo.hapus_satu_rtl(session, rtl_id)
    return rtl


def horizon_dari(tenggat: date | None, now: datetime) -> Horizon | None:
    """Length of an action from now to its tenggat: under 12 months, 12-24, over 24; None without a tenggat."""
    if tenggat is None:
        return None
    bulan = (tenggat.year - now.year) * 12 + tenggat.month - now.month
    if bulan < BULAN_PENDEK:
        return Horizon.PENDEK
    return Horizon.MENENGAH if bulan <= BULAN_MENENGAH else Horizon.PANJANG


def rencana_terbuka(rtl: Rtl) -> bool:
    """Whether nothing was reported on the plan yet: an imported one may be, although its dossier was never begun."""
    return rtl.status in (None, StatusRtl.DIRENCANAKAN)


def _pastikan_terbuka(session: Session, pelaku: Pelaku, now: datetime, rtl: Rtl) -> None:
    if rtl.upp_id is None:
        raise PenyampaianTerkunci("RTL instansi diubah melalui buku kerja.")
    if not rencana_terbuka(rtl):
        raise PenyampaianTerkunci("RTL ini sudah dilaporkan, sehingga rencananya tidak dapat diubah atau dihapus lagi.")
    pastikan_draf(session, pelaku, now, rtl.upp_id, rtl.tahun, rtl.periode)


def _periksa(isian: IsianRtl, now: datetime) -> None:
    salah = {}
    if len(isian.kegiatan.strip()) < 10:
        salah["kegiatan"] = "Tuliskan kegiatan yang akan dilakukan dengan jelas (paling sedikit 10 huruf)."
    if isian.tenggat is not None and isian.tenggat < date(now.year - 5, 1, 1):
        salah["tenggat"] = "Tenggat terlalu jauh di masa lalu. Periksa tahunnya."
    if salah:
        raise IsianSalah(salah)


def _isi(rtl: Rtl, isian: IsianRtl, now: datetime) -> Rtl:
    teks = {
        k: getattr(isian, k).strip() for k in ("kegiatan", "keluhan", "indikator", "waktu", "penanggung_jawab", "stakeholder")
    }
    horizon = isian.horizon or horizon_dari(isian.tenggat, now)
    return replace(rtl, unsur=isian.unsur, unsur_teks=NAMA_UNSUR[isian.unsur], tenggat=isian.tenggat, horizon=horizon, **teks)


def _catat(
    session: Session, pelaku: Pelaku, now: datetime, jenis: JenisJejak, rtl: Rtl, *, dari: str = "", ke: str = ""
) -> None:
    """An event that holds the whole plan: what was promised can be read from the trail alone."""
    kosong = Rtl(0, rtl.upp_id, rtl.tahun, rtl.periode, None, "", "")
    lama, baru = (rtl, kosong) if jenis is JenisJejak.RTL_DIHAPUS else (kosong, rtl)
    catat_jejak(
        session, pelaku, now, jenis, Objek.RTL, rtl.id, upp_id=rtl.upp_id, dari=dari, ke=ke,
        rincian=perbedaan(lama, baru, ISI_RENCANA),
    )  # fmt: skip
