"""The page Pemeriksaan: of the whole instansi, and of one unit with the units below it (spec 4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rtl_tracker.auditor.daftar import DAFTAR_ATURAN, hitung_tingkat
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.izin import TidakTerjangkau, periksa_kewenangan
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.upp import Upp
from rtl_tracker.usecases.saringan_temuan import (
    ATURAN,
    ButirTemuan,
    Keadaan,
    KelompokTemuan,
    SaringanTemuan,
    kelompokkan,
    saring,
    susun_butir,
    urutkan,
)
from rtl_tracker.usecases.temuan_tahun import TemuanTahun

PER_HALAMAN = 50
DIJELASKAN_TERBANYAK = 50


@dataclass(frozen=True, slots=True)
class JumlahTingkat:
    """How many findings of one weight still wait for an explanation, and how many have one."""

    tingkat: Tingkat
    belum: int
    dijelaskan: int


@dataclass(frozen=True, slots=True)
class HalamanPemeriksaan:
    """What the page shows. `upp` None = the whole instansi. `jumlah` counts everything, `cocok` what the filter leaves.

    `kelompok` are the findings of this page that wait; `dijelaskan` explained ones, of `banyak_dijelaskan` that match.
    `beberapa_unit`: the findings are not all of one unit, so that its name can be searched for.
    """

    tahun: TemuanTahun
    upp: Upp | None
    saringan: SaringanTemuan
    jumlah: tuple[JumlahTingkat, ...]
    seluruhnya: int
    beberapa_unit: bool
    cocok: int
    kelompok: tuple[KelompokTemuan, ...]
    dijelaskan: tuple[ButirTemuan, ...]
    banyak_dijelaskan: int
    halaman: int
    banyak_halaman: int
    pilihan_aturan: tuple[tuple[str, str], ...]
    pilihan_periode: tuple[Periode, ...]
    banyak_aturan: int = len(DAFTAR_ATURAN)

    @property
    def pengaturan(self) -> Pengaturan:
        """The settings of the year."""
        return self.tahun.pengaturan


def butir_tahun(tahun: TemuanTahun, pelaku: Pelaku) -> list[ButirTemuan]:
    """All findings of the year in words. Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.LIHAT_PENYAMPAIAN, None)
    return susun_butir(tahun.temuan, _nama(tahun.upp), tahun.penjelasan)


def butir_unit(tahun: TemuanTahun, pelaku: Pelaku, upp_id: int) -> list[ButirTemuan]:
    """The findings of a unit and of those below it; no other unit is named. Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.LIHAT_PENYAMPAIAN, upp_id)
    return susun_butir(tahun.milik_unit(upp_id), _nama(tahun.upp), tahun.penjelasan, untuk_unit=True)


def satu_temuan(tahun: TemuanTahun, pelaku: Pelaku, upp_id: int | None, kunci: str) -> ButirTemuan | None:
    """One finding of a unit (None = of the instansi); None where it is no more. Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.LIHAT_PENYAMPAIAN, upp_id)
    temuan = tahun.cari(upp_id, kunci)
    if temuan is None:
        return None
    return susun_butir([temuan], _nama(tahun.upp), tahun.penjelasan, untuk_unit=not pelaku.seluruh_instansi)[0]


def susun_halaman(
    tahun: TemuanTahun, pelaku: Pelaku, saringan: SaringanTemuan, halaman: int = 1, upp_id: int | None = None
) -> HalamanPemeriksaan:
    """A page of findings; one beyond the last is the last. Raises TidakTerjangkau, AksesDitolak."""
    semua = butir_tahun(tahun, pelaku) if upp_id is None else butir_unit(tahun, pelaku, upp_id)
    if upp_id is not None and upp_id not in tahun.upp:
        raise TidakTerjangkau("Unit ini tidak ada. Periksa kembali alamatnya.")
    cocok = urutkan(saring(semua, saringan), saringan.kelompok)
    sudah = [b for b in cocok if b.penjelasan is not None]
    utama = sudah if saringan.keadaan is Keadaan.SUDAH else [b for b in cocok if b.penjelasan is None]
    banyak_halaman = max(-(-len(utama) // PER_HALAMAN), 1)
    halaman = min(max(halaman, 1), banyak_halaman)
    potong = utama[(halaman - 1) * PER_HALAMAN : halaman * PER_HALAMAN]
    hanya_sudah = saringan.keadaan is Keadaan.SUDAH
    return HalamanPemeriksaan(
        tahun=tahun,
        upp=None if upp_id is None else tahun.upp[upp_id],
        saringan=saringan,
        jumlah=_jumlah(semua),
        seluruhnya=len(semua),
        beberapa_unit=len({b.temuan.upp_id for b in semua}) > 1,
        cocok=len(cocok),
        kelompok=() if hanya_sudah else kelompokkan(potong, saringan.kelompok, utama),
        dijelaskan=tuple(potong if hanya_sudah else sudah[:DIJELASKAN_TERBANYAK]),
        banyak_dijelaskan=len(sudah),
        halaman=halaman,
        banyak_halaman=banyak_halaman,
        pilihan_aturan=_pilihan_aturan(semua),
        pilihan_periode=_pilihan_periode(b.temuan for b in semua),
    )


def _nama(upp: Mapping[int, Upp]) -> dict[int, str]:
    return {id_: u.nama for id_, u in upp.items()}


def _jumlah(semua: Sequence[ButirTemuan]) -> tuple[JumlahTingkat, ...]:
    seluruhnya = hitung_tingkat(b.temuan for b in semua)
    sudah = hitung_tingkat(b.temuan for b in semua if b.penjelasan is not None)
    return tuple(JumlahTingkat(t, seluruhnya[t] - sudah[t], sudah[t]) for t in Tingkat)


def _pilihan_aturan(semua: Sequence[ButirTemuan]) -> tuple[tuple[str, str], ...]:
    """The rules that found something, in their order."""
    ada = {b.aturan for b in semua}
    return tuple((a.id, a.judul) for a in ATURAN.values() if a.id in ada)


def _pilihan_periode(semua: Iterable[Temuan]) -> tuple[Periode, ...]:
    ada = {t.periode for t in semua}
    return tuple(p for p in Periode if p in ada)
