"""The public pages of published results: read without an account, from frozen figures alone (spec 2.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from sqlalchemy.orm import Session

from rtl_tracker.domain.angka import desimal_tercetak
from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.publikasi import (
    AngkaTerbit,
    IsiPublikasi,
    Sebab,
    isi_dari_json,
    kunci_ringkas,
    panjang_batang,
)
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.reports.lembar_ikm.kalimat import sebut_periode, sebut_rentang
from rtl_tracker.storage import publikasi_repository as repo
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan, tahun_tersedia
from rtl_tracker.storage.penyampaian_repository import muat_kalender
from rtl_tracker.storage.publikasi_repository import Publikasi as Publikasi
from rtl_tracker.storage.upp_repository import list_upp, upp_menurut_id

TAHUN_TREN, PANJANG_NAMA = 5, 80
TINGGI_SEMATAN, TINGGI_BARIS, HURUF_BARIS = 215, 22, 26
TIDAK_ADA = "Alamat ini tidak ada, atau datanya tidak tersimpan. Periksa kembali alamatnya."


@dataclass(frozen=True, slots=True)
class TitikTren:
    """One published year of the same period."""

    tahun: int
    ikm: Decimal
    mutu: Mutu

    @property
    def panjang(self) -> int:
        """Length of its bar, 0-1000, on the scale 25-100."""
        return panjang_batang(self.ikm)


@dataclass(frozen=True, slots=True)
class TahunTerbit:
    """One year on the first page: its newest publication that holds, and the index of the instansi in it."""

    publikasi: Publikasi
    sebutan: str
    ikm: Decimal | None
    mutu: Mutu | None

    @property
    def desimal(self) -> int:
        """Of the index as it was published."""
        return 2 if self.ikm is None else desimal_tercetak(self.ikm)


@dataclass(frozen=True, slots=True)
class Penantian:
    """Nothing is published of a year, or of one period of it: whose results are waited for, by their name ("Semester I 2023").

    `mulai`: the day from which they may be expected, None = in preparation. `upp_id`, `nama`: of one unit, else None and "".
    """

    instansi: str
    tahun: int
    sebutan: str
    mulai: date | None
    upp_id: int | None = None
    nama: str = ""


@dataclass(frozen=True, slots=True)
class HalamanTerbitan:
    """One publication as the public sees it, for the instansi (`upp_id` None) or one unit.

    `isi` None = withdrawn. `angka` None = the unit is not in it, for the reason `sebab`. `terbaru`: of the same period; `pilihan`: the
    newest publication of every period of the year.
    """

    publikasi: Publikasi
    terbaru: Publikasi
    pilihan: tuple[Publikasi, ...]
    upp_id: int | None
    nama: str
    isi: IsiPublikasi | None
    angka: AngkaTerbit | None
    sebab: Sebab | None
    tren: tuple[TitikTren, ...]

    @property
    def sebutan(self) -> str:
        """ "Semester I 2023"."""
        return sebut_periode(self.publikasi.periode, self.publikasi.tahun)

    @property
    def rentang(self) -> str:
        """First and last day of the survey."""
        return "" if self.isi is None else sebut_rentang(self.isi.mulai, self.isi.selesai)

    def berkas_lembar(self, folder: Path) -> Path | None:
        """The sheet of these figures in the folder of reports: PDF, or Word where there was no LibreOffice."""
        tempat = folder / self.publikasi.berkas
        nama = (f"{kunci_ringkas(self.upp_id)}.{akhir}" for akhir in ("pdf", "docx"))
        return next((tempat / n for n in nama if self.angka is not None and (tempat / n).is_file()), None)

    def nama_unduhan(self, akhir: str) -> str:
        """What the sheet is called where it is saved."""
        p = self.publikasi
        siapa = "instansi" if self.upp_id is None else "-".join(lipat(self.nama).split())[:PANJANG_NAMA]
        return f"lembar-ikm-{p.periode.value.lower()}-{p.tahun}-{siapa}{akhir}"

    @property
    def tinggi_sematan(self) -> int:
        """Points that the page for other sites needs at a width of 320: a line more for every piece of a long name."""
        return TINGGI_SEMATAN + TINGGI_BARIS * -(-len(self.nama) // HURUF_BARIS)

    @property
    def digantikan(self) -> bool:
        """Whether there is a newer number of this period."""
        return self.publikasi.nomor != self.terbaru.nomor


def sidik_kepala(kepala: Sequence[Publikasi], *lain: str) -> str:
    """What every public page depends on, as one hash; `lain`: what else the page depends on."""
    isi = [f"{p.id}:{p.sidik_isi}:{p.ditarik}:{p.alasan}" for p in kepala]
    return sha256("\n".join([*isi, *lain]).encode()).hexdigest()[:32]


def muat_kepala(session: Session) -> tuple[Publikasi, ...]:
    """Every publication without its figures, newest first: one query."""
    return tuple(repo.list_publikasi(session))


def tahun_terbit(kepala: Sequence[Publikasi]) -> tuple[TahunTerbit, ...]:
    """The years with a publication that holds, newest first."""
    hasil: dict[int, TahunTerbit] = {}
    for p in _berlaku(kepala):
        if not p.ditarik and p.tahun not in hasil:
            teks = p.ringkas.get(kunci_ringkas(None))
            ikm = None if teks is None else Decimal(teks)
            hasil[p.tahun] = TahunTerbit(p, sebut_periode(p.periode, p.tahun), ikm, None if ikm is None else mutu(ikm))
    return tuple(hasil.values())


def muat_halaman(
    session: Session, kepala: Sequence[Publikasi], tahun: int, upp_id: int | None, periode: Periode | None, nomor: int | None
) -> HalamanTerbitan | None:
    """The publication that was asked for, else the newest of the year's last period; None = nothing is published.

    Raises TidakTerjangkau for a year, number or unit that does not exist.
    """
    pilihan = [p for p in _berlaku(kepala) if p.tahun == tahun]
    dipilih = _dipilih(kepala, pilihan, tahun, upp_id, periode, nomor)
    if dipilih is None:
        if nomor is not None or tahun not in tahun_tersedia(session):
            raise TidakTerjangkau(TIDAK_ADA)
        _nama_unit(session, upp_id)
        return None
    isi = isi_dari_json(repo.muat_isi(session, [dipilih.id])[dipilih.id])
    angka = isi.angka(upp_id)
    tanpa = next((t for t in isi.tanpa if t.upp_id == upp_id), None)
    if angka is not None:
        nama = angka.nama
    elif tanpa is not None:
        nama = tanpa.nama
    else:
        nama = _nama_unit(session, upp_id) or isi.instansi
    return HalamanTerbitan(
        publikasi=dipilih,
        terbaru=next(p for p in pilihan if p.periode is dipilih.periode),
        pilihan=tuple(pilihan),
        upp_id=upp_id,
        nama=nama,
        isi=None if dipilih.ditarik else isi,
        angka=None if dipilih.ditarik else angka,
        sebab=None if angka is not None else tanpa.sebab if tanpa is not None else Sebab.BELUM_ADA_HASIL,
        tren=_tren(kepala, dipilih, upp_id),
    )


def muat_penantian(
    session: Session, hari_ini: date, tahun: int | None = None, periode: Periode | None = None, upp_id: int | None = None
) -> Penantian:
    """Whose results are waited for: those of `tahun`, else of the newest opened year up to today's."""
    tersedia = [t for t in tahun_tersedia(session) if t <= hari_ini.year]
    dinanti = tahun if tahun is not None else next(iter(tersedia), hari_ini.year)
    kalender = muat_kalender(session, dinanti)
    wajib = {p for u in list_upp(session) for p in u.periode_wajib} or {Periode.TAHUNAN}
    nanti = sorted(kalender[p].kirim_batas for p in ([periode] if periode else wajib) if kalender[p].kirim_batas >= hari_ini)
    return Penantian(
        instansi=muat_pengaturan(session, dinanti).nama,
        tahun=dinanti,
        sebutan=sebut_periode(periode or Periode.TAHUNAN, dinanti),
        mulai=nanti[0] if nanti else None,
        upp_id=upp_id,
        nama=_nama_unit(session, upp_id),
    )


def _berlaku(kepala: Sequence[Publikasi]) -> list[Publikasi]:
    """The newest number of every year and period, in the order of `kepala`."""
    terbaru: dict[tuple[int, Periode], Publikasi] = {}
    for p in kepala:
        terbaru.setdefault((p.tahun, p.periode), p)
    return list(terbaru.values())


def _dipilih(
    kepala: Sequence[Publikasi],
    pilihan: Sequence[Publikasi],
    tahun: int,
    upp_id: int | None,
    periode: Periode | None,
    nomor: int | None,
) -> Publikasi | None:
    """A withdrawn one comes last, one that the unit is not in before it."""
    if periode is not None:
        semua = [p for p in kepala if p.tahun == tahun and p.periode is periode]
        return next((p for p in semua if nomor is None or p.nomor == nomor), None)
    kunci = kunci_ringkas(upp_id)
    return min(pilihan, key=lambda p: (p.ditarik, kunci not in p.ringkas), default=None)


def _tren(kepala: Sequence[Publikasi], dipilih: Publikasi, upp_id: int | None) -> tuple[TitikTren, ...]:
    """The same period of the published years up to this one, oldest first; nothing while there is only one."""
    kunci = kunci_ringkas(upp_id)
    sama = [p for p in _berlaku(kepala) if p.periode is dipilih.periode and p.tahun < dipilih.tahun and not p.ditarik]
    ada = [p for p in [dipilih, *sama] if kunci in p.ringkas][:TAHUN_TREN]
    if len(ada) < 2 or ada[0] is not dipilih or dipilih.ditarik:
        return ()
    return tuple(TitikTren(p.tahun, x, mutu(x)) for p in reversed(ada) for x in [Decimal(p.ringkas[kunci])])


def _nama_unit(session: Session, upp_id: int | None) -> str:
    """The name of a unit that no publication knows. Raises TidakTerjangkau when it does not exist."""
    if upp_id is None:
        return ""
    unit = upp_menurut_id(session, upp_id)
    if unit is None:
        raise TidakTerjangkau(TIDAK_ADA)
    return unit.nama
