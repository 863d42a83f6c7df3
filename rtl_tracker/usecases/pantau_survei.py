"""The live dashboard of one unit's survey. Everything comes from the kept counts: it costs the same for ten answers as for a million."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.jawaban import PILIHAN_PROFIL, Cacah, JenisCacah, Saluran, jumlahkan_cacah, menurut_kunci
from rtl_tracker.domain.pantauan import (
    Gambaran,
    Perkiraan,
    UnsurTerpantau,
    deret_hari,
    gambaran,
    per_hari,
    perkirakan,
    unsur_terpantau,
)
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.profil import AMBANG_SEL
from rtl_tracker.domain.profil_terlindung import SelProfil, lindungi
from rtl_tracker.storage.jawaban_repository import TANPA_LAYANAN, muat_cacah
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_tersedia
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.usecases.tempat_survei import TempatSurvei, tempat_unit

NAMA_PROFIL = {
    "jenis_kelamin": "Jenis kelamin", "usia": "Usia", "pendidikan": "Pendidikan terakhir", "pekerjaan": "Pekerjaan",
    "disabilitas": "Penyandang disabilitas",
}  # fmt: skip
TIDAK_DIISI = "Tidak diisi"


@dataclass(frozen=True, slots=True)
class LayananTerpantau:
    """One layanan: its picture; None where fewer than five valid questionnaires are there, which are not broken down."""

    nama: str
    n: int
    disisihkan: int
    gambaran: Gambaran | None


@dataclass(frozen=True, slots=True)
class ProfilTerpantau:
    """One question about the respondents; `sel` None = it cannot be broken down without telling of fewer than five people."""

    kolom: str
    judul: str
    sel: tuple[SelProfil, ...] | None


@dataclass(frozen=True, slots=True)
class PantauanUnit:
    """Everything the dashboard shows. `unsur`, `umum`, `profil` are empty while fewer than five have answered; `dibuka`: the year was opened."""

    tempat: TempatSurvei
    pengaturan: Pengaturan
    hari: date
    dibuka: bool
    gambaran: Gambaran
    perkiraan: Perkiraan
    harian: tuple[tuple[date, int], ...]
    saluran: tuple[tuple[Saluran, int], ...]
    unsur: tuple[UnsurTerpantau, ...]
    umum: tuple[tuple[int, int], ...]
    layanan: tuple[LayananTerpantau, ...]
    profil: tuple[ProfilTerpantau, ...]

    @property
    def cukup(self) -> bool:
        """Whether enough have answered to break the result down."""
        return self.gambaran.n >= AMBANG_SEL


def muat_pantauan(session: Session, pelaku: Pelaku, upp_id: int, tahun: int, periode: Periode, hari: date) -> PantauanUnit:
    """The dashboard of a unit within reach. Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.LIHAT_HASIL, upp_id)
    tempat = tempat_unit(session, upp_id, tahun, periode, hari)
    p = muat_pengaturan(session, tahun)
    per_layanan = cacah_survei(session, tempat)
    cacah, populasi = jumlahkan_cacah(list(per_layanan.values())), tempat.survei.populasi
    ringkas, harian = gambaran(cacah, p, populasi), per_hari(cacah)
    rinci = ringkas.n >= AMBANG_SEL
    saluran = menurut_kunci(cacah, JenisCacah.SALURAN)
    umum = menurut_kunci(cacah, JenisCacah.UMUM)
    return PantauanUnit(
        tempat=tempat, pengaturan=p, hari=hari, dibuka=tahun in tahun_tersedia(session), gambaran=ringkas,
        perkiraan=perkirakan(ringkas.n, populasi, harian, tempat.jadwal, p, hari),
        harian=deret_hari(harian, tempat.jadwal, hari),
        saluran=tuple((s, saluran.get(s.value, 0)) for s in Saluran),
        unsur=unsur_terpantau(ringkas.tabulasi, p.jumlah_prioritas) if rinci else (),
        umum=tuple((i, umum.get(str(i), 0)) for i in (4, 3, 2, 1)) if rinci and umum else (),
        layanan=_layanan(per_layanan, layanan_unit(session, upp_id), p),
        profil=_profil(cacah, ringkas.n) if rinci else (),
    )  # fmt: skip


def cacah_survei(session: Session, tempat: TempatSurvei) -> dict[int, Cacah]:
    """The kept counts of a survey by layanan; none of one that was not begun."""
    id_ = tempat.survei.id
    return {} if id_ is None else muat_cacah(session, [id_]).get(id_, {})


def _layanan(per_layanan: dict[int, Cacah], nama: dict[int, str], p: Pengaturan) -> tuple[LayananTerpantau, ...]:
    """In the order of the unit; nothing for a unit without layanan."""
    if not nama:
        return ()
    baris = []
    for id_, sebutan in (*nama.items(), (TANPA_LAYANAN, "Tidak menyebut layanan")):
        if id_ == TANPA_LAYANAN and id_ not in per_layanan:
            continue
        satu = gambaran(per_layanan.get(id_, {}), p, None)
        baris.append(LayananTerpantau(sebutan, satu.n, satu.disisihkan, satu if satu.n >= AMBANG_SEL else None))
    return tuple(baris)


def _profil(cacah: Cacah, n: int) -> tuple[ProfilTerpantau, ...]:
    """Every question about the respondents; who did not answer is a group too, so that the groups are everybody."""
    hasil = []
    for kolom, pilihan in PILIHAN_PROFIL.items():
        terisi = menurut_kunci(cacah, JenisCacah(kolom))
        sel = {nilai: terisi.get(nilai, 0) for nilai in pilihan}
        sel[TIDAK_DIISI] = n - sum(sel.values())
        hasil.append(ProfilTerpantau(kolom, NAMA_PROFIL[kolom], lindungi(sel)))
    return tuple(hasil)
