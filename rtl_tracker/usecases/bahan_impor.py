"""What an import of answers must know of a survey: its dates, its unit, the words of its questionnaires, what was imported before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.jadwal_survei import KALIMAT_TUTUP, dapat_diisi_petugas
from rtl_tracker.domain.jawaban import JenisCacah, jumlahkan_cacah
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN, Kuesioner
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.storage.impor_jawaban_repository import ImporJawaban, list_impor_jawaban
from rtl_tracker.storage.kuesioner_repository import list_kuesioner_unit
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.usecases.pantau_survei import cacah_survei
from rtl_tracker.usecases.tempat_survei import TempatSurvei, tempat_unit

UMUM, UNSUR = "umum", "unsur:"


@dataclass(frozen=True, slots=True)
class BahanImpor:
    """`tertutup`: why nothing can be imported, "" = it can; `n`: valid questionnaires now; `riwayat`: imports, newest first.

    `tanya`: folded question -> what it asks; `pilihan`: folded answer word -> value; `unit`: folded names of the unit;
    `awal`, `akhir`: first and last date that a questionnaire may bear.
    """

    tempat: TempatSurvei
    tertutup: str
    layanan: Mapping[int, str]
    tanya: Mapping[str, str]
    pilihan: Mapping[str, int]
    unit: frozenset[str]
    n: int
    riwayat: tuple[ImporJawaban, ...]
    awal: date
    akhir: date

    def sudah_diimpor(self, sha256: str) -> ImporJawaban | None:
        """The import of this very file that counts."""
        return next((i for i in self.riwayat if i.sha256 == sha256 and not i.alasan), None)


def muat_bahan_impor(session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode) -> BahanImpor:
    """Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    hari = now.astimezone().date()
    tempat = tempat_unit(session, upp_id, tahun, periode, hari)
    upp, layanan = tempat.upp, layanan_unit(session, upp_id)
    kuesioner = [KUESIONER_BAWAAN, *list_kuesioner_unit(session, layanan)]
    survei_id = tempat.survei.id
    return BahanImpor(
        tempat=tempat, tertutup="" if dapat_diisi_petugas(tempat.keadaan) else KALIMAT_TUTUP[tempat.keadaan], layanan=layanan,
        tanya=_tanya(kuesioner), pilihan=_pilihan(kuesioner),
        unit=frozenset(lipat(n).replace(" ", "") for n in (upp.nama, upp.kode, upp.singkatan) if n),
        n=jumlahkan_cacah(list(cacah_survei(session, tempat).values()))[JenisCacah.N, ""],
        riwayat=() if survei_id is None else tuple(list_impor_jawaban(session, survei_id, tahun)),
        awal=tempat.jadwal.survei_mulai, akhir=min(tempat.jadwal.survei_selesai, hari),
    )  # fmt: skip


def _tanya(kuesioner: list[Kuesioner]) -> dict[str, str]:
    hasil: dict[str, str] = {}
    for k in kuesioner:
        hasil[lipat(k.umum.tanya)] = UMUM
        hasil.update((lipat(b.tanya), f"{UNSUR}{b.unsur.value}") for b in k.butir if b.unsur is not None)
    return hasil


def _pilihan(kuesioner: list[Kuesioner]) -> dict[str, int]:
    """A word that means different values in different questions says nothing by itself."""
    arti: dict[str, set[int]] = {}
    for k in kuesioner:
        for butir in (k.umum, *k.butir):
            for nilai, kata in enumerate(butir.pilihan, 1):
                arti.setdefault(lipat(kata), set()).add(nilai)
    return {kata: next(iter(nilai)) for kata, nilai in arti.items() if len(nilai) == 1}
