"""Import of a Buku Kerja SKM: all or nothing, the same file again changes nothing (spec 5.4)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from rtl_tracker.domain.angka import desimal_tercetak
from rtl_tracker.domain.hasil import BarisHasil, Skala
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.penyampaian import StatusPenyampaian
from rtl_tracker.domain.peran import Pelaku, pelaku_program
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.survei import tabulasikan
from rtl_tracker.domain.unsur import UrutanUnsur, lipat
from rtl_tracker.domain.upp import cari_lingkaran
from rtl_tracker.spreadsheets.baca import UppDikenal, baca_buku_kerja
from rtl_tracker.spreadsheets.buku_kerja import BarisHasil as BarisLembarHasil
from rtl_tracker.spreadsheets.buku_kerja import BarisRtl, BukuKerja
from rtl_tracker.spreadsheets.masalah import Masalah
from rtl_tracker.storage import hasil_repository as hasil_repo
from rtl_tracker.storage import respons_repository as respons_repo
from rtl_tracker.storage import rtl_repository as rtl_repo
from rtl_tracker.storage import upp_repository as upp_repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.pengaturan_repository import hapus_tercetak, simpan_pengaturan, simpan_tercetak
from rtl_tracker.storage.penyampaian_repository import list_penyampaian
from rtl_tracker.usecases.impor_tercetak import tulis_cetakan, tulis_riwayat
from rtl_tracker.usecases.penulis_impor import Penulis
from rtl_tracker.usecases.survei_jadi_hasil import tolak_ganti

PALING_DISEBUT = 20


@dataclass(frozen=True, slots=True)
class LaporanImpor:
    """What an import found and did. `diubah` counts stored rows per sheet; nothing was stored when `galat` is not empty."""

    tahun: int
    sumber: str
    masalah: tuple[Masalah, ...]
    diubah: Mapping[str, int] = field(default_factory=dict)
    disimpan: bool = False

    @property
    def galat(self) -> list[Masalah]:
        """The refusals."""
        return [m for m in self.masalah if m.tingkat == "galat"]

    @property
    def berubah(self) -> bool:
        """Whether anything stored is different now."""
        return any(self.diubah.values())


def impor_buku_kerja(
    session: Session,
    sumber: Path,
    tahun: int,
    *,
    now: datetime,
    urutan: UrutanUnsur | None = None,
    ganti: bool = False,
    cek: bool = False,
    batas_mb: int = 10,
    pelaku: Pelaku | None = None,
) -> LaporanImpor:
    """Read the workbook (or folder of CSV) and store it for `tahun`.

    The session is flushed, never committed; on any refusal it is rolled back to where it was, so that nothing is half
    stored. `ganti` replaces the year's rows of the sheets given; `cek` only checks.
    """
    pelaku = pelaku or pelaku_program()
    dikenal = [UppDikenal(u.nama, u.kode, u.singkatan) for u in upp_repo.list_upp(session)]
    baca = baca_buku_kerja(sumber, tahun, urutan, dikenal, batas_mb)
    if baca.buku is None:
        return LaporanImpor(tahun, sumber.name, baca.masalah)
    titik = session.begin_nested()
    laporan = simpan_buku(session, baca.buku, tahun, ganti)
    laporan = replace(laporan, sumber=sumber.name, masalah=(*baca.masalah, *laporan.masalah))
    if laporan.galat or cek:
        titik.rollback()
        return laporan
    if laporan.berubah:
        rtl_repo.catat_impor(session, now, tahun, sumber.name, baca.sha256, dict(laporan.diubah))
        catat_jejak(
            session, pelaku, now, JenisJejak.IMPOR, Objek.TAHUN, tahun, catatan=f"{sumber.name}: tahun {tahun}",
            rincian={"sha256": baca.sha256, **laporan.diubah},
        )  # fmt: skip
    titik.commit()
    return replace(laporan, disimpan=True)


def simpan_buku(session: Session, buku: BukuKerja, tahun: int, ganti: bool = False) -> LaporanImpor:
    """Store what a workbook says. With refusals in the answer the caller must roll back: part of it may be written."""
    penulis = Penulis(session, tahun, ganti)
    _tulis(penulis, buku)
    masalah = tuple(_ringkas(penulis.galat))
    return LaporanImpor(tahun, "", masalah, dict(penulis.diubah) if not penulis.galat else {})


def _ringkas(galat: Sequence[Masalah]) -> list[Masalah]:
    """The first refusals of every sheet, and one line that counts the rest."""
    hasil: list[Masalah] = []
    for lembar in dict.fromkeys(m.lembar for m in galat):
        milik = [m for m in galat if m.lembar == lembar]
        hasil += milik[:PALING_DISEBUT]
        if len(milik) > PALING_DISEBUT:
            kalimat = (
                f"Masih ada {len(milik) - PALING_DISEBUT} perbedaan lain dengan data yang tersimpan pada lembar '{lembar}'."
            )
            hasil.append(Masalah("galat", lembar, None, None, None, kalimat))
    return hasil


def _tulis(p: Penulis, buku: BukuKerja) -> None:
    _tulis_instansi(p, buku)
    _tulis_upp(p, buku)
    _tulis_layanan(p, buku)
    _tulis_hasil(p, buku.hasil)
    _tulis_respons(p, buku.respons)
    _tulis_rtl(p, buku.rtl)
    tulis_riwayat(p, buku.riwayat)
    tulis_cetakan(p, buku)
    if p.ganti and buku.profil:
        p.diubah["profil"] += upp_repo.hapus_profil(p.session, p.tahun, {(p.id_upp(b.upp), b.kunci) for b in buku.profil})
    for profil in buku.profil:
        p.diubah["profil"] += upp_repo.simpan_profil(p.session, p.id_upp(profil.upp), p.tahun, profil.kunci, profil.nilai)
    p.session.flush()


def _tulis_instansi(p: Penulis, buku: BukuKerja) -> None:
    pengaturan = dict(buku.instansi)
    ikm_cetak = next(
        (buku.tercetak[kode.value, "ikm"] for kode in reversed(Periode) if (kode.value, "ikm") in buku.tercetak), None
    )
    if "desimal_ikm" not in pengaturan and ikm_cetak is not None:
        pengaturan["desimal_ikm"] = str(min(max(desimal_tercetak(ikm_cetak), 2), 3))
    if pengaturan or buku.hasil or buku.respons or buku.rtl:
        # Even without settings of its own the year keeps a copy: a later change of another year must not change its report.
        p.diubah["instansi"] += simpan_pengaturan(p.session, p.tahun, pengaturan)
    cetak = {(Periode(kode), kunci): str(nilai) for (kode, kunci), nilai in buku.tercetak.items()}
    cetak |= {(Periode(kode), kunci): teks for (kode, kunci), teks in buku.tercetak_teks.items()}
    if p.ganti and "instansi" in buku.lembar:
        p.diubah["instansi"] += hapus_tercetak(p.session, p.tahun, cetak)
    p.diubah["instansi"] += simpan_tercetak(p.session, p.tahun, cetak)


def _tulis_upp(p: Penulis, buku: BukuKerja) -> None:
    for unit in buku.upp:
        isian: dict[str, object] = {
            "kode": unit.kode, "singkatan": unit.singkatan, "jenis": unit.jenis, "kelompok": unit.kelompok,
            "alamat": unit.alamat, "telepon": unit.telepon, "frekuensi": unit.frekuensi,
            "ikut_rerata": unit.ikut_rerata, "pelaksana": unit.pelaksana,
        }  # fmt: skip
        p.diubah["upp"] += upp_repo.simpan_upp(p.session, unit.nama, isian) is not None
    for unit in buku.upp:
        if unit.induk is not None:
            p.diubah["upp"] += upp_repo.setel_induk(p.session, unit.nama, unit.induk)
    _tolak_lingkaran(p, buku)
    p.upp = upp_repo.id_menurut_nama(p.session)


def _tolak_lingkaran(p: Penulis, buku: BukuKerja) -> None:
    """A circle that only shows together with the units stored before."""
    unit = {u.id: u for u in upp_repo.list_upp(p.session)}
    induk = {u.nama: unit[u.induk_id].nama if u.induk_id is not None else None for u in unit.values()}
    lingkaran = cari_lingkaran(induk)
    if lingkaran is not None:
        baris = next((b.baris for b in buku.upp if b.nama in lingkaran and b.induk is not None), None)
        kalimat = f"Induk UPP berputar dengan yang sudah tersimpan: {' → '.join(lingkaran)}. Putuskan salah satunya."
        p.galat.append(Masalah("galat", "upp", baris, "induk", None, kalimat))


def _tulis_layanan(p: Penulis, buku: BukuKerja) -> None:
    disebut = {(p.id_upp(b.upp), b.nama) for b in buku.layanan}
    disebut |= {(p.id_upp(b.upp), b.layanan) for b in buku.hasil if b.layanan is not None}
    bernama = {(str(b[0]), str(b[1])) for b in buku.respons if b[1] is not None}
    disebut |= {(p.id_upp(upp), layanan) for upp, layanan in bernama}
    p.layanan = upp_repo.id_layanan(p.session, disebut)
    for b in buku.layanan:
        id_ = p.layanan[p.id_upp(b.upp), lipat(b.nama)]
        p.diubah["layanan"] += upp_repo.simpan_layanan(p.session, id_, b.biaya, b.standar_waktu)


def _baris_domain(p: Penulis, b: BarisLembarHasil) -> BarisHasil:
    return BarisHasil(
        upp_id=p.id_upp(b.upp), periode=b.periode, layanan=b.layanan, rata=b.rata, skala=Skala(b.skala), nilai=b.nilai,
        konversi_tercetak=b.konversi_tercetak, ikm_tercetak=b.ikm_tercetak, kategori_tercetak=b.kategori_tercetak,
        jumlah_responden=b.jumlah_responden, populasi=b.populasi, metode=b.metode, pelaksana=b.pelaksana,
        unsur_prioritas=b.unsur_prioritas, realisasi_tercetak=b.realisasi_tercetak, tautan_laporan=b.tautan_laporan,
    )  # fmt: skip


def _tulis_hasil(p: Penulis, daftar: Sequence[BarisLembarHasil]) -> None:
    if not daftar:
        return
    tersimpan = hasil_repo.hasil_tersimpan(p.session, p.tahun)
    masuk: dict[hasil_repo.KunciBaris, dict[str, object]] = {}
    beda = []
    for b in daftar:
        upp_id = p.id_upp(b.upp)
        kunci = (upp_id, p.id_layanan(upp_id, b.layanan), b.periode, b.rata)
        masuk[kunci] = hasil_repo.isi_hasil(_baris_domain(p, b), kunci[1])
        lama = tersimpan.get(kunci)
        if lama is not None and any(getattr(lama, k) != nilai for k, nilai in masuk[kunci].items()):
            beda.append((b, kunci))
    if p.ganti and (beda or set(masuk) != set(tersimpan)):
        p.galat += tolak_ganti(p.session, p.tahun, (), True)
        hasil_repo.hapus_hasil(p.session, p.tahun)
        tersimpan = {}
    elif not p.ganti:
        for b, _ in beda:
            p.tolak_beda("hasil", b.baris, f"Hasil {b.upp} periode {b.periode.value}")
    baru = [isi for kunci, isi in masuk.items() if kunci not in tersimpan]
    hasil_repo.tambah_hasil(p.session, p.tahun, baru)
    p.diubah["hasil"] += len(baru)


def _tulis_respons(p: Penulis, daftar: Sequence[tuple[Any, ...]]) -> None:
    if not daftar:
        return
    kelompok: dict[tuple[int, int | None, Periode], list[tuple[Any, ...]]] = {}
    peta: dict[tuple[str, str | None, str], tuple[int, int | None, Periode]] = {}
    for b in daftar:
        kunci = peta.get(b[:3])
        if kunci is None:
            upp_id = p.id_upp(b[0])
            kunci = peta[b[:3]] = (upp_id, p.id_layanan(upp_id, b[1]), Periode(b[2]))
        kelompok.setdefault(kunci, []).append(b[3:])
    lama = respons_repo.kelompok_tersimpan(p.session, p.tahun)
    sama = {k for k in kelompok if k in lama and respons_repo.isi_kelompok(p.session, p.tahun, *k) == Counter(kelompok[k])}
    baru = set(kelompok) - sama
    ganti = p.ganti and bool(lama - sama or baru)
    if tolak := tolak_ganti(p.session, p.tahun, baru, ganti):
        p.galat += tolak
        return
    if ganti:
        hasil_repo.hapus_tabulasi(p.session, p.tahun)
        respons_repo.hapus_respons(p.session, p.tahun)
        lama, sama = set(), set()
    nama = {p.id_upp(b[0]): b[0] for b in daftar}
    for upp_id, _, periode in [k for k in kelompok if k in lama and k not in sama]:
        p.tolak_beda("respons", None, f"Jawaban responden {nama[upp_id]} periode {periode.value}")
    _simpan_kelompok(p, {k: isi for k, isi in kelompok.items() if k not in lama})


def _simpan_kelompok(p: Penulis, kelompok: Mapping[hasil_repo.KunciTabulasi, list[tuple[Any, ...]]]) -> None:
    baris = [
        (upp_id, layanan_id, p.tahun, periode.value, *b) for (upp_id, layanan_id, periode), isi in kelompok.items() for b in isi
    ]
    respons_repo.tambah_respons(p.session, baris)
    hasil_repo.simpan_tabulasi(
        p.session, p.tahun, {kunci: tabulasikan(b[8:17] for b in isi) for kunci, isi in kelompok.items()}
    )
    p.diubah["respons"] += len(baris)


def _rtl_domain(p: Penulis, b: BarisRtl) -> Rtl:
    return Rtl(
        id=0, upp_id=None if b.upp is None else p.id_upp(b.upp), tahun=p.tahun, periode=b.periode, unsur=b.unsur,
        unsur_teks=b.unsur_teks, kegiatan=b.kegiatan, keluhan=b.keluhan, indikator=b.indikator, waktu=b.waktu,
        tenggat=b.tenggat, penanggung_jawab=b.penanggung_jawab, horizon=b.horizon, stakeholder=b.stakeholder,
        status=b.status, uraian=b.uraian, hambatan=b.hambatan, alasan=b.alasan, strategi=b.strategi, bukti=b.bukti,
    )  # fmt: skip


def _tanpa_id(daftar: Iterable[Rtl]) -> Counter[tuple[Any, ...]]:
    return Counter((*(getattr(r, kolom) for kolom in rtl_repo.KOLOM_RTL), r.bukti) for r in daftar)


def _tulis_rtl(p: Penulis, daftar: Sequence[BarisRtl]) -> None:
    if not daftar:
        return
    masuk = [_rtl_domain(p, b) for b in daftar]
    lama = rtl_repo.muat_rtl(p.session, p.tahun)
    if _tanpa_id(masuk) == _tanpa_id(lama):
        return
    if p.ganti and _tolak_rtl_dikerjakan(p, lama):
        return
    if p.ganti:
        rtl_repo.hapus_rtl(p.session, p.tahun)
        lama = ()
    nama = {r.upp_id: b.upp or "instansi" for r, b in zip(masuk, daftar, strict=True)}
    kunci_lama = {(r.upp_id, r.periode) for r in lama}
    baru = [r for r in masuk if (r.upp_id, r.periode) not in kunci_lama]
    for upp_id, periode in sorted({(r.upp_id, r.periode) for r in masuk} & kunci_lama, key=str):
        sekarang = [r for r in masuk if (r.upp_id, r.periode) == (upp_id, periode)]
        dulu = [r for r in lama if (r.upp_id, r.periode) == (upp_id, periode)]
        if _tanpa_id(sekarang) != _tanpa_id(dulu):
            p.tolak_beda("rtl", None, f"RTL {nama[upp_id]} periode {periode.value}")
    rtl_repo.tambah_rtl(p.session, baru)
    p.diubah["rtl"] += len(baru)


def _tolak_rtl_dikerjakan(p: Penulis, lama: Sequence[Rtl]) -> bool:
    """A plan that was worked on in the program, or whose dossier was sent or accepted, is never replaced by a file (spec 1.9)."""
    dikirim = {
        (b.upp_id, b.periode)
        for b in list_penyampaian(p.session, p.tahun)
        if b.status in (StatusPenyampaian.DIKIRIM, StatusPenyampaian.DITERIMA)
    }
    terkunci = [r for r in lama if r.versi > 1 or (r.upp_id, r.periode) in dikirim]
    if terkunci:
        kalimat = (
            f"{len(terkunci)} RTL tahun {p.tahun} sudah dikerjakan pada aplikasi atau berkasnya sudah dikirim, sehingga tidak dapat diganti "
            "dari buku kerja. Hapus lembar 'rtl' dari buku kerja."
        )
        p.galat.append(Masalah("galat", "rtl", None, None, None, kalimat))
    return bool(terkunci)
