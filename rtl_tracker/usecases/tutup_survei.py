"""The answers of a survey become the result of its period, in one step and back again while the dossier is open (spec 2.2)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.jawaban import Cacah, JenisCacah, Saluran, jumlahkan_cacah, menurut_kunci, tabulasi_dari_cacah
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.pantauan import Gambaran, gambaran
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.penyampaian import Penyampaian, periksa_terbuka
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.sampel import sampel_wajib
from rtl_tracker.domain.tutup_survei import KALIMAT_HALANGAN, SyaratTutup, syarat_tutup
from rtl_tracker.formats import angka, daftar, huruf_kapital_awal
from rtl_tracker.storage import cacah_repository, hasil_repository, tutup_repository
from rtl_tracker.storage.jawaban_repository import TANPA_LAYANAN, simpan_survei
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pengaturan_repository import muat_pengaturan
from rtl_tracker.storage.penyampaian_repository import muat_penyampaian, simpan_penyampaian
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.usecases.baris_tutup import baris_isian, lepaskan_baris, singkirkan_isian, tulis_baris
from rtl_tracker.usecases.kelola_penyampaian import cabut_nihil, pastikan_draf, periksa_tahun_dibuka
from rtl_tracker.usecases.pantau_survei import cacah_survei
from rtl_tracker.usecases.tempat_survei import TempatSurvei, tempat_unit

METODE = {
    Saluran.DARING: "survei elektronik",
    Saluran.KIOS: "survei elektronik",
    Saluran.KERTAS: "kuesioner kertas",
    Saluran.IMPOR: "berkas jawaban",
}


class TutupDitolak(DomainError):
    """The survey cannot become a result, or the result not a survey again; str(error) says why and what to do."""


@dataclass(frozen=True, slots=True)
class RencanaTutup:
    """What closing will do. `wajib`: required number of respondents, None when the population is not known."""

    tempat: TempatSurvei
    pengaturan: Pengaturan
    berkas: Penyampaian
    gambaran: Gambaran
    wajib: int | None
    metode: str
    syarat: SyaratTutup
    dapat_dibuka: bool

    @property
    def halangan(self) -> str:
        """Why it cannot be done; empty when it can."""
        return KALIMAT_HALANGAN[self.syarat.halangan] if self.syarat.halangan is not None else ""


def muat_rencana(session: Session, pelaku: Pelaku, upp_id: int, tahun: int, periode: Periode, hari: date) -> RencanaTutup:
    """What closing the survey of a unit within reach would do. Raises TidakTerjangkau, AksesDitolak."""
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    tempat = tempat_unit(session, upp_id, tahun, periode, hari)
    return _rencana(session, tempat, cacah_survei(session, tempat))


def _rencana(session: Session, tempat: TempatSurvei, cacah: dict[int, Cacah]) -> RencanaTutup:
    s = tempat.survei
    p, berkas = muat_pengaturan(session, s.tahun), muat_penyampaian(session, s.upp_id, s.tahun, s.periode)
    semua = jumlahkan_cacah(list(cacah.values()))
    ringkas = gambaran(semua, p, s.populasi)
    ditutup = s.ditutup is not None
    lain = not ditutup and hasil_repository.ada_jawaban(session, s.upp_id, s.tahun, s.periode)
    syarat = syarat_tutup(tempat.keadaan, berkas, ringkas.n, lain, bool(baris_isian(session, tempat)))
    return RencanaTutup(
        tempat, p, berkas, ringkas, sampel_wajib(p.aturan_sampel, s.populasi), _metode(semua), syarat,
        ditutup and berkas.status in ("belum", "draf", "dikembalikan"),
    )  # fmt: skip


def jadikan_hasil(
    session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode, *,
    lebih_awal: bool = False, ganti_isian: bool = False,
) -> int:  # fmt: skip
    """Make the valid answers the result of the period and close the survey; returns how many.

    `lebih_awal`, `ganti_isian`: what the officer has confirmed. Raises TutupDitolak, TidakTerjangkau, AksesDitolak.
    """
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    periksa_tahun_dibuka(session, tahun)
    tempat = tempat_unit(session, upp_id, tahun, periode, now.astimezone().date())
    cacah, dihitung_ulang = _cacah_benar(session, tempat)
    rencana = _rencana(session, tempat, cacah)
    _periksa(rencana, lebih_awal, ganti_isian)
    _mulai_berkas(session, pelaku, now, tempat)
    diganti = singkirkan_isian(session, tempat)
    n = _pindahkan(session, tempat, cacah)
    tulis_baris(session, tempat, rencana.metode)
    simpan_survei(session, replace(tempat.survei, ditutup=now))
    rincian = {
        "jumlah_responden": n,
        "disisihkan": rencana.gambaran.disisihkan,
        "ikm": _teks(rencana),
        "metode": rencana.metode,
    }
    if dihitung_ulang:
        rincian["cacah"] = "dihitung ulang dari jawaban yang tersimpan karena berbeda"
    if diganti:
        rincian["hasil_diganti"] = diganti
    _catat(session, pelaku, now, tempat, JenisJejak.SURVEI_DITUTUP, rincian)
    return n


def _mulai_berkas(session: Session, pelaku: Pelaku, now: datetime, tempat: TempatSurvei) -> None:
    """Begin the dossier, no longer nihil; made-up answers make it made up too."""
    berkas = pastikan_draf(session, pelaku, now, tempat.upp.id, tempat.tahun, tempat.periode)
    if berkas.nihil:
        berkas = cabut_nihil(session, pelaku, now, berkas)
    if tempat.survei.data_contoh and not berkas.data_contoh:
        simpan_penyampaian(session, replace(berkas, data_contoh=True))


def _pindahkan(session: Session, tempat: TempatSurvei, cacah: dict[int, Cacah]) -> int:
    """Copy the answers and keep their sums, which are the proven counts; returns how many."""
    n = tutup_repository.salin_jawaban(session, tempat.survei)
    tabulasi = {
        (tempat.upp.id, None if layanan == TANPA_LAYANAN else layanan, tempat.periode): t
        for layanan, satu in cacah.items()
        if (t := tabulasi_dari_cacah(satu)).n
    }
    if n != sum(t.n for t in tabulasi.values()):
        raise AssertionError("the copied answers are not the counted ones")
    hasil_repository.simpan_tabulasi(session, tempat.tahun, tabulasi)
    return n


def buka_kembali(session: Session, pelaku: Pelaku, now: datetime, upp_id: int, tahun: int, periode: Periode) -> None:
    """Take the result back and let the survey go on, while the dossier is open.

    Raises TutupDitolak, PenyampaianTerkunci, TidakTerjangkau, AksesDitolak.
    """
    periksa_kewenangan(pelaku, Izin.KELOLA_SURVEI, upp_id)
    tempat = tempat_unit(session, upp_id, tahun, periode, now.astimezone().date())
    s = tempat.survei
    if s.ditutup is None:
        raise TutupDitolak("Survei periode ini belum dijadikan hasil. Muat ulang halaman untuk melihat keadaan terakhir.")
    periksa_terbuka(muat_penyampaian(session, upp_id, tahun, periode))
    _periksa_milik_survei(session, tempat)
    tutup_repository.hapus_respons_periode(session, s)
    baris = hasil_repository.baris_hasil(session, upp_id, None, tahun, periode)
    if baris is not None:
        lepaskan_baris(session, baris)
    simpan_survei(session, replace(s, ditutup=None))
    _catat(session, pelaku, now, tempat, JenisJejak.SURVEI_DIBUKA_KEMBALI, {})


def _periksa(rencana: RencanaTutup, lebih_awal: bool, ganti_isian: bool) -> None:
    if rencana.halangan:
        raise TutupDitolak(rencana.halangan)
    if rencana.syarat.lebih_awal and not lebih_awal:
        raise TutupDitolak("Survei ini masih berjalan. Centang bahwa survei ditutup lebih awal, lalu tekan tombolnya lagi.")
    if rencana.syarat.ganti_isian and not ganti_isian:
        raise TutupDitolak(
            "Periode ini sudah memiliki hasil yang diisi langsung. Centang bahwa hasil itu diganti jawaban survei."
        )


def _cacah_benar(session: Session, tempat: TempatSurvei) -> tuple[dict[int, Cacah], bool]:
    """The counts as the stored questionnaires give them, and whether the kept ones differed (they are put right then)."""
    id_ = tempat.survei.id
    if id_ is None:
        return {}, False
    benar, tersimpan = cacah_repository.hitung_cacah(session, id_), cacah_survei(session, tempat)
    if _tanpa_nol(benar) == _tanpa_nol(tersimpan):
        return benar, False
    cacah_repository.ganti_cacah(session, id_, benar)
    return benar, True


def _tanpa_nol(cacah: dict[int, Cacah]) -> dict[int, dict[tuple[JenisCacah, str], int]]:
    bersih = {layanan: {k: n for k, n in satu.items() if n} for layanan, satu in cacah.items()}
    return {layanan: satu for layanan, satu in bersih.items() if satu}


def _periksa_milik_survei(session: Session, tempat: TempatSurvei) -> None:
    """Raises TutupDitolak when the answers behind the result are no longer those of the survey."""
    s, nama = tempat.survei, layanan_unit(session, tempat.upp.id)
    ada = {
        layanan: t
        for (_, layanan, periode), t in hasil_repository.muat_tabulasi(session, s.tahun, nama, s.upp_id).items()
        if periode is s.periode
    }
    cacah = cacah_survei(session, tempat)
    milik = {nama.get(layanan): t for layanan, satu in cacah.items() if (t := tabulasi_dari_cacah(satu)).n}
    if ada != milik or tutup_repository.hitung_respons(session, s) != sum(t.n for t in milik.values()):
        raise TutupDitolak(
            "Jawaban di balik hasil periode ini sudah diganti dari buku kerja, sehingga survei tidak dapat dibuka kembali."
        )


def _metode(cacah: Cacah) -> str:
    """How the questionnaires came in, as the result names it: "Survei elektronik dan kuesioner kertas"."""
    saluran = menurut_kunci(cacah, JenisCacah.SALURAN)
    cara = dict.fromkeys(METODE[s] for s in Saluran if s.value in saluran)
    return huruf_kapital_awal(daftar(list(cara))) if cara else ""


def _teks(rencana: RencanaTutup) -> str:
    ikm: Fraction | None = rencana.gambaran.ikm
    return angka(ikm, rencana.pengaturan.desimal_ikm, "belum ada data")


def _catat(
    session: Session, pelaku: Pelaku, now: datetime, tempat: TempatSurvei, jenis: JenisJejak, rincian: dict[str, object]
) -> None:
    catatan = f"Survei {tempat.upp.nama}, {NAMA_PERIODE[tempat.periode]} {tempat.tahun}"
    catat_jejak(
        session, pelaku, now, jenis, Objek.SURVEI, tempat.survei.id, upp_id=tempat.upp.id, catatan=catatan, rincian=rincian
    )
