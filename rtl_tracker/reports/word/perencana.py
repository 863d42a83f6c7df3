"""Planning: numbers headings and captions, names their bookmarks, registers pictures and lists."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count

from rtl_tracker.reports.word.bagian import Bagian
from rtl_tracker.reports.word.elemen import DaftarNomor, Elemen, Gambar, Jajar, Judul, Tabel
from rtl_tracker.reports.word.galat import DokumenGagal
from rtl_tracker.reports.word.gaya import Gaya, NamaGaya
from rtl_tracker.reports.word.kerangka import Blok, JudulTemplat, Mentah, Penanda
from rtl_tracker.reports.word.medan import penanda_buku, run
from rtl_tracker.reports.word.media import Media
from rtl_tracker.reports.word.paragraf import paragraf
from rtl_tracker.reports.word.penomoran import Penomoran
from rtl_tracker.reports.word.rencana import (
    DAFTAR,
    LOGO,
    Catatan,
    DaftarSiap,
    ElemenSiap,
    Entri,
    JenisKeterangan,
    JudulSiap,
    Keterangan,
    Langkah,
    LogoSiap,
    MentahSiap,
)
from rtl_tracker.reports.word.simpul import buang, cari, nilai, pasang_num, simpul
from rtl_tracker.reports.word.teks import Rujukan, bersihkan, lolos

Num = tuple[str, int]
_TINGKAT_DAFTAR_ISI = 3


class Perencana:
    """Walks through a document once, in the order of reading."""

    def __init__(
        self, isi: Mapping[str, Sequence[Elemen]], gaya: Gaya, penomoran: Penomoran, media: Media, id_awal: int
    ) -> None:
        self.catatan = Catatan()
        self._isi = isi
        self._gaya = gaya
        self._penomoran = penomoran
        self._media = media
        self._id = count(id_awal)
        self._num_bab: str | None = None
        self._label_bab = ""
        self._urut: Counter[tuple[str, str]] = Counter()

    def rencanakan(self, bagian: Bagian) -> list[Langkah]:
        """The steps that write one section."""
        return [langkah for butir in bagian.isi for langkah in self._butir(butir)]

    def id_berikut(self) -> int:
        """The first bookmark id that is still free."""
        return next(self._id)

    def _butir(self, butir: Blok) -> list[Langkah]:
        match butir:
            case JudulTemplat():
                return [self._judul_templat(butir)]
            case Penanda(nama=nama) if nama in DAFTAR:
                return [DaftarSiap(DAFTAR[nama])]
            case Penanda(nama=nama) if nama == LOGO:
                return [LogoSiap(butir.elemen)]
            case Penanda(nama=nama):
                return [self._elemen(elemen) for elemen in self._isi[nama]]
            case Mentah():
                return [MentahSiap(butir.elemen)]

    def _elemen(self, elemen: Elemen) -> Langkah:
        match elemen:
            case Judul():
                return self._judul(elemen)
            case DaftarNomor():
                return ElemenSiap(elemen, num_id=self._penomoran.daftar_baru(self._num_daftar()))
            case Gambar():
                self._media.daftarkan(elemen.png)
                return ElemenSiap(elemen, self._keterangan("Gambar", elemen.kunci, elemen.judul))
            case Tabel():
                for gambar in elemen.gambar:
                    self._media.daftarkan(gambar.isi)
                return ElemenSiap(elemen, self._keterangan("Tabel", elemen.kunci, elemen.judul))
            case Jajar():
                for isi in (isi for petak in elemen.petak for isi in petak.isi if isinstance(isi, Gambar)):
                    self._media.daftarkan(isi.png)
        return ElemenSiap(elemen)

    def _judul_templat(self, judul: JudulTemplat) -> Langkah:
        if not judul.tercatat:
            return MentahSiap(judul.elemen)
        ppr = cari(judul.elemen, "w:pPr")
        assert ppr is not None, "a heading has its style in w:pPr"
        num_id = nilai(ppr, "w:numPr", "w:numId")
        buang(ppr, "w:numPr")
        num, nomor = self._nomor_judul(judul.tingkat, judul.gaya, (num_id, judul.tingkat - 1) if num_id else None)
        if num:
            pasang_num(ppr, *num)
        id_penanda, nama = self._catat_judul(judul.tingkat, nomor, judul.teks)
        ppr.addnext(simpul("w:bookmarkStart", id=str(id_penanda), name=nama))
        judul.elemen.append(simpul("w:bookmarkEnd", id=str(id_penanda)))
        return MentahSiap(judul.elemen)

    def _judul(self, judul: Judul) -> JudulSiap:
        gaya = self._gaya.judul(judul.tingkat)
        num, nomor = self._nomor_judul(judul.tingkat, gaya, None)
        id_penanda, nama = self._catat_judul(judul.tingkat, nomor, judul.teks)
        return JudulSiap(paragraf(gaya, penanda_buku(id_penanda, nama, run(lolos(judul.teks))), num=num))

    def _nomor_judul(self, tingkat: int, gaya: str, langsung: Num | None) -> tuple[Num | None, str]:
        """(list to write into the paragraph, None when the style already says so; number text)."""
        bawaan = self._gaya.penomoran(gaya)
        if tingkat == 1:
            num = _bernomor(langsung or bawaan)
            self._num_bab = num[0] if num else None
        else:
            warisan = (self._num_bab, tingkat - 1) if self._num_bab and bawaan else None
            num = _bernomor(langsung or warisan)
        nomor = self._penomoran.nomor(*num) if num else ""
        if tingkat == 1:
            self._label_bab = f"{self._penomoran.label_bab(num[0])}." if num else ""
        if not num:
            return (("0", tingkat - 1) if bawaan else None), nomor
        tertulis = (self._penomoran.num_untuk(*num), num[1])
        return (None if tertulis == bawaan else tertulis), nomor

    def _catat_judul(self, tingkat: int, nomor: str, teks: str) -> tuple[int, str]:
        id_penanda = next(self._id)
        nama = f"_Toc{id_penanda:06d}"
        if tingkat <= _TINGKAT_DAFTAR_ISI:
            self.catatan.isi.append(Entri(tingkat, nomor, bersihkan(teks), nama))
        return id_penanda, nama

    def _keterangan(self, jenis: JenisKeterangan, kunci: str | None, judul: str | None) -> Keterangan | None:
        if judul is None:
            return None
        self._urut[jenis, self._label_bab] += 1
        urut = self._urut[jenis, self._label_bab]
        # The first caption of a chapter restarts the sequence by \r, which LibreOffice knows as well; \s 1 is Word's own rule.
        ulang = "\\r 1" if urut == 1 else "\\s 1" if self._label_bab else ""
        id_penanda = next(self._id)
        hasil = Keterangan(
            jenis, self._label_bab, urut, f"SEQ {jenis} \\* ARABIC {ulang}".strip(), judul, f"_Ref{id_penanda:06d}", id_penanda
        )
        self.catatan.keterangan[jenis].append(Entri(1, "", f"{hasil.label} {bersihkan(judul)}", hasil.penanda))
        if kunci is not None:
            self._catat_rujukan(kunci, hasil)
        return hasil

    def _catat_rujukan(self, kunci: str, keterangan: Keterangan) -> None:
        if kunci in self.catatan.rujukan:
            raise DokumenGagal(f"Kunci {kunci!r} dipakai oleh dua tabel atau gambar.")
        self.catatan.rujukan[kunci] = Rujukan(keterangan.penanda, keterangan.label)

    def _num_daftar(self) -> str:
        num = self._gaya.penomoran(self._gaya.id(NamaGaya.NOMOR))
        if num is None:
            raise DokumenGagal("Gaya daftar bernomor pada templat Word tidak terhubung dengan penomoran.")
        return num[0]


def _bernomor(num: Num | None) -> Num | None:
    return None if num is None or num[0] == "0" else num
