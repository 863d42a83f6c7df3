"""Where a finding is mended: the places that the account may open, the nearest first."""

from dataclasses import dataclass
from enum import Enum

from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.izin import boleh
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.usecases.temuan_tahun import TemuanTahun

NAMA_UNIT, LAPORAN = "DATA-07", "LAPOR-"
BOBOT = "IKM-02"
_NILAI = ("IKM-", "DATA-", "LINK-")


class JenisTujuan(Enum):
    """Kinds of places; `TANPA_HALAMAN` is mended outside the pages, and a note says where."""

    RTL = "rtl"
    HASIL = "hasil"
    BERKAS = "berkas"
    HALAMAN_UPP = "halaman_upp"
    UNIT = "unit"
    DATA_UNIT = "data_unit"
    BOBOT = "bobot"
    KALENDER = "kalender"
    TINDAK_LANJUT = "tindak_lanjut"
    IKM = "ikm"
    TANPA_HALAMAN = "tanpa_halaman"


@dataclass(frozen=True, slots=True)
class Tujuan:
    """One place, with what its address needs."""

    jenis: JenisTujuan
    upp_id: int | None = None
    periode: Periode | None = None
    rtl_id: int | None = None


def tujuan_temuan(t: Temuan, tahun: TemuanTahun, pelaku: Pelaku) -> tuple[Tujuan, ...]:
    """The places of one finding. The unit of the finding is within reach of the account."""
    if t.rtl_id is not None:
        return (Tujuan(JenisTujuan.RTL, rtl_id=t.rtl_id),)
    khusus = _khusus(t, pelaku)
    if t.upp_id is None:
        return khusus or _milik_instansi(t)
    return (*khusus, *_milik_unit(t, t.upp_id, tahun, pelaku))


def _khusus(t: Temuan, pelaku: Pelaku) -> tuple[Tujuan, ...]:
    """Pages of Bagian Organisasi that a rule leads to beside the unit's own."""
    if not pelaku.seluruh_instansi:
        return ()
    if t.aturan == BOBOT:
        return (Tujuan(JenisTujuan.BOBOT),)
    if not boleh(pelaku, Izin.KELOLA_DATA_INDUK):
        return ()
    if t.aturan == NAMA_UNIT:
        return (Tujuan(JenisTujuan.DATA_UNIT, t.upp_id),)
    return (Tujuan(JenisTujuan.KALENDER),) if t.aturan.startswith(LAPORAN) else ()


def _milik_instansi(t: Temuan) -> tuple[Tujuan, ...]:
    if t.aturan.startswith("RTL-"):
        return (Tujuan(JenisTujuan.TINDAK_LANJUT),)
    return (Tujuan(JenisTujuan.IKM), Tujuan(JenisTujuan.TANPA_HALAMAN))


def _milik_unit(t: Temuan, upp_id: int, tahun: TemuanTahun, pelaku: Pelaku) -> tuple[Tujuan, ...]:
    """The form where there is one, then the dossier; a printed mean has neither and is shown on the page of the unit's results."""
    if t.periode is None:
        return (Tujuan(JenisTujuan.UNIT, upp_id),)
    tempat = (upp_id, t.periode)
    if tempat not in tahun.berkas and not t.aturan.startswith(LAPORAN):
        return (Tujuan(JenisTujuan.HALAMAN_UPP, upp_id),)
    hasil = t.aturan.startswith(_NILAI) and t.layanan is None and tempat in tahun.dapat_diisi and boleh(pelaku, Izin.ISI_HASIL)
    berkas = Tujuan(JenisTujuan.BERKAS, upp_id, t.periode)
    return (Tujuan(JenisTujuan.HASIL, upp_id, t.periode), berkas) if hasil else (berkas,)
