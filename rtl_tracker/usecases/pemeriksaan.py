"""The findings of a year or of a workbook, as they are shown and as JSON (spec 4, 5.3)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from rtl_tracker.auditor.daftar import hitung_tingkat, periksa
from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import UrutanUnsur
from rtl_tracker.spreadsheets.masalah import BerkasDitolak, Catatan
from rtl_tracker.spreadsheets.sumber import buka_sumber
from rtl_tracker.spreadsheets.tahun_sumber import tahun_sumber
from rtl_tracker.usecases.fakta_pemeriksaan import BerkasTidakTerbaca, fakta_berkas, muat_fakta
from rtl_tracker.usecases.hasil_tersimpan import rekap_berisi


@dataclass(frozen=True)
class HasilPeriksa:
    """Findings of one year with the facts they were found in; `catatan`: notices of the reader of a workbook."""

    fakta: Fakta
    temuan: tuple[Temuan, ...]
    catatan: tuple[str, ...] = ()

    @property
    def jumlah(self) -> dict[Tingkat, int]:
        """How many findings of each weight."""
        return hitung_tingkat(self.temuan)

    @property
    def catatan_ringkas(self) -> tuple[str, ...]:
        """The notices, each once; with how often it was given."""
        return tuple(f"{kalimat} ({n} kali)" if n > 1 else kalimat for kalimat, n in Counter(self.catatan).items())

    def nama_upp(self, temuan: Temuan) -> str | None:
        """The unit of a finding; None = the instansi."""
        return None if temuan.upp_id is None else self.fakta.nama(temuan.upp_id)


def periksa_tahun(session: Session, tahun: int, tanggal: date) -> HasilPeriksa:
    """Everything found in a stored year, judged on a day. Raises HasilTidakAda when the year has no result."""
    rekap_berisi(session, tahun)
    fakta = muat_fakta(session, tahun, tanggal)
    return HasilPeriksa(fakta, tuple(periksa(fakta)))


def periksa_berkas(
    sumber: Path, tahun: int | None, tanggal: date, urutan: UrutanUnsur | None = None, batas_mb: int = 10
) -> HasilPeriksa:
    """Everything found in a workbook or folder of CSV; nothing is stored.

    Without `tahun` the file must say its year. What is overdue is judged on the last day of its year, or today if that is sooner.
    Raises BerkasTidakTerbaca.
    """
    dipakai = tahun or tahun_sumber(sumber, batas_mb)
    if dipakai is None:
        raise BerkasTidakTerbaca(_sebab_tanpa_tahun(sumber, batas_mb))
    fakta, baca = fakta_berkas(sumber, dipakai, min(tanggal, date(dipakai, 12, 31)), urutan, batas_mb)
    catatan = tuple(m.kalimat for m in baca.masalah if m.tingkat != "galat")
    return HasilPeriksa(fakta, tuple(periksa(fakta)), catatan)


def _sebab_tanpa_tahun(sumber: Path, batas_mb: int) -> str:
    """Why nothing names the year: the source cannot be opened, or it does not say it."""
    try:
        buka_sumber(sumber, batas_mb, Catatan())
    except BerkasDitolak as salah:
        return str(salah)
    return "Tahun berkas ini tidak diketahui. Sebutkan tahunnya, atau isi kunci 'tahun' pada lembar instansi."


def json_periksa(hasil: HasilPeriksa) -> dict[str, Any]:
    """The document of `rtl-tracker periksa --json`."""
    return {
        "tahun": hasil.fakta.tahun,
        "jumlah": {tingkat.value: n for tingkat, n in hasil.jumlah.items()},
        "temuan": [_json_temuan(t, hasil.nama_upp(t)) for t in hasil.temuan],
    }


def _json_temuan(t: Temuan, upp: str | None) -> dict[str, Any]:
    return {
        "aturan": t.aturan,
        "tingkat": t.tingkat.value,
        "upp": upp,
        "layanan": t.layanan,
        "periode": None if t.periode is None else t.periode.value,
        "bidang": t.bidang or None,
        "tercetak": t.tercetak,
        "seharusnya": t.seharusnya,
        "kalimat": t.kalimat,
    }


def pilih_tingkat(temuan: Sequence[Temuan], tingkat: Tingkat) -> list[Temuan]:
    """The findings of one weight."""
    return [t for t in temuan if t.tingkat is tingkat]
