"""The PEKPPP scores of a unit and, in sentences, what raises them; nothing is promised that cannot be reached any more."""

from dataclasses import dataclass
from datetime import date

from rtl_tracker.domain.pekppp import KenaikanSkor
from rtl_tracker.domain.pengaturan import DasarRealisasi
from rtl_tracker.domain.tindak_lanjut import TindakLanjutUpp, WaktuLaporan
from rtl_tracker.formats import bulat, tanggal

SKOR_TERTINGGI = 5


@dataclass(frozen=True, slots=True)
class Skor:
    """The scores of a unit (None = cannot be told), each with what raises it."""

    realisasi: int | None
    waktu: int | None
    menaikkan_realisasi: str
    menaikkan_waktu: str


def susun_skor(unit: TindakLanjutUpp, dasar: DasarRealisasi, hari_ini: date) -> Skor:
    """The scores under the declared basis. A unit without RTL owes no follow-up report."""
    waktu = unit.waktu
    return Skor(
        realisasi=unit.skor(dasar),
        waktu=None if waktu is None else waktu.skor,
        menaikkan_realisasi=kalimat_realisasi(unit, dasar),
        menaikkan_waktu=kalimat_waktu(waktu, hari_ini) if unit.ada_rtl else "",
    )


def kalimat_realisasi(unit: TindakLanjutUpp, dasar: DasarRealisasi) -> str:
    """How the score of the percentage rises."""
    cacah, skor = unit.cacah, unit.skor(dasar)
    if not unit.ada_rtl:
        return "Susun RTL dari hasil survei; tanpa RTL skornya 0."
    if skor is None:
        return f"Laporkan keadaan {bulat(cacah.direncanakan)} RTL; selama belum ada laporan, skornya tidak dapat ditetapkan."
    if skor == SKOR_TERTINGGI:
        return "Skor sudah tertinggi."
    naik = unit.kenaikan(dasar)
    if naik is None:
        tidak = f"{bulat(cacah.tidak_dilaksanakan)} dari {bulat(cacah.direncanakan)} RTL dinyatakan tidak dilaksanakan"
        return f"Skor {skor} tidak dapat naik lagi, karena {tidak}."
    if dasar is DasarRealisasi.TERVERIFIKASI:
        return _kalimat_verifikasi(naik, cacah.selisih)
    return f"Selesaikan {bulat(naik.tambahan)} RTL lagi {_tujuan(naik)}."


def _kalimat_verifikasi(naik: KenaikanSkor, menunggu: int) -> str:
    """Those that wait are verified first; only what is still lacking has to be done."""
    if naik.tambahan <= menunggu:
        return f"Mintakan verifikasi {bulat(naik.tambahan)} RTL yang sudah selesai {_tujuan(naik)}."
    kurang = f"{bulat(naik.tambahan - menunggu)} RTL lagi sampai terverifikasi {_tujuan(naik)}."
    if not menunggu:
        return f"Selesaikan {kurang}"
    return f"Mintakan verifikasi {bulat(menunggu)} RTL yang sudah selesai, dan selesaikan {kurang}"


def _tujuan(naik: KenaikanSkor) -> str:
    mencapai = "" if naik.ambang.startswith("mencapai") else "mencapai "
    return f"({bulat(naik.tercapai)} dari {bulat(naik.rtl)}) untuk {naik.ambang} dan {mencapai}skor {naik.skor}"


def kalimat_waktu(waktu: WaktuLaporan | None, hari_ini: date) -> str:
    """How long the follow-up report took, or until when one that is still owed scores."""
    if waktu is None or waktu.dikirim is None:
        return "Tanggal laporan atau tanggal tindak lanjutnya tidak diketahui, sehingga skor waktu tidak dapat ditetapkan."
    laporan = f"Laporan {tanggal(waktu.dikirim)}"
    if waktu.dijawab is not None:
        return f"{laporan}, seluruh RTL dijawab {tanggal(waktu.dijawab)}: {bulat(waktu.bulan)} bulan."
    masih = waktu.kesempatan(hari_ini)
    if masih is None:
        return f"{laporan}; batas 12 bulan sudah lewat, sehingga skor waktu tetap 0."
    sisa = f"jawab {bulat(waktu.tersisa)} RTL yang tersisa paling lambat {tanggal(masih.batas)}"
    return f"{laporan}; {sisa} untuk mencapai skor waktu {masih.skor}."
