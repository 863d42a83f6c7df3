"""The plan of a document written as WordprocessingML, block by block."""

from collections.abc import Iterator, Sequence

from rtl_tracker.reports.word.aliran import Aliran
from rtl_tracker.reports.word.bagian import Bagian
from rtl_tracker.reports.word.daftar import tulis_daftar
from rtl_tracker.reports.word.elemen import (
    BarisAngka,
    DaftarButir,
    DaftarNomor,
    DuaTabel,
    Elemen,
    Gambar,
    GayaParagraf,
    HalamanBaru,
    Jajar,
    Paragraf,
    Tabel,
    Tulisan,
)
from rtl_tracker.reports.word.gaya import Gaya, NamaGaya
from rtl_tracker.reports.word.gaya_tabel import baca_gaya_tabel
from rtl_tracker.reports.word.jajar import PenulisJajar
from rtl_tracker.reports.word.medan import medan, penanda_buku, run
from rtl_tracker.reports.word.media import Media
from rtl_tracker.reports.word.nomor_halaman import AWALAN_BAGIAN
from rtl_tracker.reports.word.paragraf import paragraf
from rtl_tracker.reports.word.rencana import (
    Catatan,
    DaftarSiap,
    ElemenSiap,
    JudulSiap,
    Keterangan,
    Langkah,
    LogoSiap,
    MentahSiap,
)
from rtl_tracker.reports.word.serialisasi import Serialisasi
from rtl_tracker.reports.word.tabel import PenulisTabel
from rtl_tracker.reports.word.tabel_letak import tulis_baris_angka, tulis_dua_tabel
from rtl_tracker.reports.word.teks import PenulisTeks, Sifat

_SESUDAH_TABEL = '<w:spacing w:before="200"/>'
_KETERANGAN_GAMBAR = '<w:spacing w:before="40" w:after="240"/>'
_GAMBAR_LEPAS = '<w:spacing w:after="200"/>'
_SISI_LOGO_MM = 32
_TINGGI_KETERANGAN_MM = 25
_GAYA_PARAGRAF: dict[GayaParagraf, NamaGaya] = {"isi": NamaGaya.ISI, "catatan": NamaGaya.CATATAN, "sorot": NamaGaya.SOROT}


class PenulisBadan:
    """Writes sections one after the other."""

    def __init__(self, catatan: Catatan, gaya: Gaya, media: Media, serialisasi: Serialisasi, logo: bytes | None) -> None:
        self._catatan = catatan
        self._gaya = gaya
        self._gaya_tabel = baca_gaya_tabel(gaya)
        self._media = media
        self._serialisasi = serialisasi
        self._logo = logo
        self._teks = PenulisTeks(catatan.rujukan)
        self._aliran = Aliran()

    def tulis(self, rencana: Sequence[tuple[Bagian, Sequence[Langkah]]], id_awal: int) -> Iterator[str]:
        """Everything between `<w:body>` and `</w:body>`; `id_awal` is the first free bookmark id."""
        for i, (bagian, langkah) in enumerate(rencana):
            if bagian.nomor:
                nama = f"{AWALAN_BAGIAN}{i}{bagian.nomor.bentuk}{bagian.nomor.mulai}"
                self._aliran.mulai_bagian(penanda_buku(id_awal + i, nama, ""))
            for satu in langkah:
                yield from self._langkah(satu, bagian)
            sectpr = self._serialisasi.xml(bagian.sectpr)
            if i < len(rencana) - 1:
                yield from self._aliran.akhiri_bagian(sectpr)
            else:
                yield from self._aliran.habis()
                yield sectpr

    def _langkah(self, langkah: Langkah, bagian: Bagian) -> Iterator[str]:
        match langkah:
            case ElemenSiap(elemen=HalamanBaru()):
                self._aliran.halaman_baru()
            case ElemenSiap():
                for blok in self._elemen(langkah, bagian):
                    yield from self._aliran.blok(blok)
            case JudulSiap(xml=xml):
                yield from self._aliran.blok(xml)
            case DaftarSiap(jenis=jenis):
                for blok in tulis_daftar(jenis, self._catatan.daftar(jenis), self._gaya):
                    yield from self._aliran.blok(blok)
            case LogoSiap(paragraf=p):
                yield from self._aliran.blok(self._serialisasi.dengan_isi(p, self._lukis_logo()))
            case MentahSiap(blok=elemen):
                yield from self._aliran.blok(self._serialisasi.xml(elemen))

    def _elemen(self, siap: ElemenSiap, bagian: Bagian) -> Iterator[str]:
        elemen = siap.elemen
        match elemen:
            case Tabel():
                yield from self._tabel(elemen, siap.keterangan, bagian)
            case Gambar():
                yield from self._gambar(elemen, siap.keterangan, bagian)
            case DuaTabel():
                yield from tulis_dua_tabel(elemen, self._gaya_tabel, self._teks, bagian.lebar_mm, bagian.tinggi_mm)
            case BarisAngka():
                angka, label = self._gaya.id(NamaGaya.ANGKA_BESAR), self._gaya.id(NamaGaya.LABEL_ANGKA)
                yield tulis_baris_angka(elemen, angka, label, self._gaya_tabel, self._teks, bagian.lebar_mm)
            case Jajar():
                yield PenulisJajar(self._gaya, self._gaya_tabel, self._teks, self._media, self._logo).tulis(elemen)
            case _:
                yield from self._tulisan(elemen, siap.num_id)

    def _tulisan(self, elemen: Elemen, num_id: str | None) -> Iterator[str]:
        spasi = _SESUDAH_TABEL if self._aliran.sesudah_tabel else ""
        match elemen:
            case Tulisan(teks=teks, gaya=gaya):
                yield paragraf(self._gaya.id_bernama(gaya), self._teks.runs(teks), sifat=spasi)
            case Paragraf(teks=teks, gaya="catatan"):
                yield paragraf(self._gaya.id(NamaGaya.CATATAN), self._teks.runs(teks), lekat=elemen.lekat)
            case Paragraf(teks=teks):
                gaya = self._gaya.id(_GAYA_PARAGRAF[elemen.gaya])
                yield paragraf(gaya, self._teks.runs(teks), lekat=elemen.lekat, sifat=spasi)
            case DaftarButir(butir=butir):
                for i, teks in enumerate(butir):
                    yield paragraf(self._gaya.id(NamaGaya.BUTIR), self._teks.runs(teks), sifat="" if i else spasi)
            case DaftarNomor(butir=butir):
                gaya = self._gaya.id(NamaGaya.NOMOR)
                for i, teks in enumerate(butir):
                    yield paragraf(gaya, self._teks.runs(teks), num=(str(num_id), 0), sifat="" if i else spasi)

    def _tabel(self, tabel: Tabel, keterangan: Keterangan | None, bagian: Bagian) -> Iterator[str]:
        if keterangan:
            yield self._keterangan(keterangan, lekat=True)
        yield from PenulisTabel(tabel, self._gaya_tabel, self._teks, bagian.lebar_mm, bagian.tinggi_mm, self._media).tulis()
        if tabel.catatan:
            yield paragraf(self._gaya.id(NamaGaya.CATATAN), self._teks.runs(tabel.catatan))

    def _gambar(self, gambar: Gambar, keterangan: Keterangan | None, bagian: Bagian) -> Iterator[str]:
        tinggi = bagian.tinggi_mm - _TINGGI_KETERANGAN_MM
        lukisan = self._media.lukis(gambar.png, gambar.alt, min(gambar.lebar_mm, bagian.lebar_mm), tinggi)
        lekat = keterangan is not None
        yield paragraf(self._gaya.id(NamaGaya.GAMBAR), lukisan, lekat=lekat, sifat="" if lekat else _GAMBAR_LEPAS)
        if keterangan:
            yield self._keterangan(keterangan, lekat=False)

    def _keterangan(self, keterangan: Keterangan, lekat: bool) -> str:
        rpr = Sifat(tebal=True).rpr()
        nomor = medan(keterangan.perintah, run(str(keterangan.urut), rpr), rpr)
        label = penanda_buku(
            keterangan.id_penanda, keterangan.penanda, run(f"{keterangan.jenis} {keterangan.awalan}", rpr) + nomor
        )
        return paragraf(
            self._gaya.id(NamaGaya.KETERANGAN),
            label + self._teks.runs(f" {keterangan.teks}"),
            lekat=lekat,
            sifat="" if lekat else _KETERANGAN_GAMBAR,
        )

    def _lukis_logo(self) -> str:
        return self._media.lukis(self._logo, "Logo instansi", _SISI_LOGO_MM, _SISI_LOGO_MM) if self._logo else ""
