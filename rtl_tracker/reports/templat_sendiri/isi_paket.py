"""What a package holds, by its own directory: its kind, its main part, its XML parts as trees, its relationships."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from rtl_tracker.reports.templat_sendiri.bagian_xml import nama_lokal, urai
from rtl_tracker.reports.templat_sendiri.galat_templat import PaketDitolak, XmlDitolak
from rtl_tracker.reports.templat_sendiri.paket_templat import DAFTAR_ISI, Paket
from rtl_tracker.reports.templat_sendiri.temuan_templat import Kelompok, Masalah, galat, kutip

_UTAMA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_BUKAN_DOCX = {
    "macroenabled": "Templat menyimpan makro (.docm atau .dotm); simpan sebagai Dokumen Word (.docx) tanpa makro, lalu unggah kembali.",
    "template.main": "Berkas ini templat Word (.dotx); simpan sebagai Dokumen Word (.docx), lalu unggah kembali.",
}
_LAIN = "Isi berkas ini bukan dokumen Word (.docx); simpan templat sebagai Dokumen Word (.docx), lalu unggah kembali."
XML_PALING_BESAR = 16_000_000
_KETAT = "Templat berformat Strict Open XML; simpan sebagai Dokumen Word (.docx) biasa, lalu unggah kembali."
_HUBUNGAN_PAKET = "_rels/.rels"
_RUANG = {
    "document": "Isi dokumen", "header": "Kepala halaman", "footer": "Kaki halaman", "footnotes": "Catatan kaki",
    "endnotes": "Catatan akhir", "comments": "Komentar", "styles": "Daftar gaya", "settings": "Setelan dokumen",
    "core": "Properti dokumen", "custom": "Properti dokumen", "app": "Properti dokumen",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hubungan:
    """One relationship: the part that has it, its kind (last word of its type, in lower case), its target as written."""

    pemilik: str
    jenis: str
    tujuan: str
    keluar: bool

    @property
    def bagian_tujuan(self) -> str:
        """Name of the part it leads to, for one that stays inside the package."""
        folder = posixpath.dirname(self.pemilik)
        return posixpath.normpath(posixpath.join("/", folder, self.tujuan)).lstrip("/")


@dataclass(frozen=True, slots=True)
class IsiPaket:
    """A Word package as trees. `utama`: name of the main part; `jenis`: content types by part, in lower case."""

    bagian: Mapping[str, bytes]
    xml: Mapping[str, Element]
    jenis: Mapping[str, str]
    utama: str
    hubungan: tuple[Hubungan, ...]

    def sebutan(self, nama: str) -> str:
        """A part as a person calls it."""
        return sebutan_bagian(nama, self.utama)


def sebutan_bagian(nama: str, utama: str = "") -> str:
    """A part as a person calls it: "Kepala halaman (header1.xml)"; the main part is "Isi dokumen"."""
    berkas = posixpath.basename(nama)
    if nama == utama:
        return _RUANG["document"]
    ruang = _RUANG.get(berkas.removesuffix(".xml").rstrip("0123456789"))
    return f"{ruang} ({berkas})" if ruang else f"Bagian {kutip(nama)}"


def baca_isi(paket: Paket) -> tuple[IsiPaket, list[Masalah]]:
    """The package and what is wrong with its XML parts. Raises PaketDitolak when it is no Word document at all."""
    xml: dict[str, Element] = {}
    sisa = XML_PALING_BESAR
    masalah: list[Masalah] = []
    jenis, bawaan = _daftar_jenis(paket)
    for nama, isi in paket.bagian.items():
        if not _berupa_xml(nama, jenis.get(nama.casefold(), "")):
            continue
        sisa -= len(isi)
        if sisa < 0:
            raise PaketDitolak(
                "Isi templat terlalu panjang; templat hanya memuat kerangka laporan, jadi hapus isi yang berlebih."
            )
        try:
            xml[nama] = urai(isi)
        except XmlDitolak as salah:
            masalah.append(galat(Kelompok.AKTIF, f"{sebutan_bagian(nama)} {salah}."))
    hubungan = tuple(_semua_hubungan(xml))
    utama = _cari_utama(hubungan, jenis)
    if utama not in xml:
        raise PaketDitolak(masalah[0].kalimat if masalah else _LAIN)
    if "purl.oclc.org" in xml[utama].tag:
        raise PaketDitolak(_KETAT)
    return IsiPaket(paket.bagian, xml, _lengkapi(paket, jenis, bawaan), utama, hubungan), masalah


def _daftar_jenis(paket: Paket) -> tuple[dict[str, str], dict[str, str]]:
    """Content types by part and by ending, all in lower case."""
    try:
        akar = urai(paket.bagian[DAFTAR_ISI])
    except XmlDitolak as salah:
        raise PaketDitolak(f"Daftar isi paket {salah}.") from salah
    jenis: dict[str, str] = {}
    bawaan: dict[str, str] = {}
    for satu in akar:
        tipe = satu.get("ContentType", "").strip().lower()
        if nama_lokal(satu.tag) == "Override":
            jenis[satu.get("PartName", "").lstrip("/").casefold()] = tipe
        else:
            bawaan[satu.get("Extension", "").casefold()] = tipe
    return jenis, bawaan


def _lengkapi(paket: Paket, jenis: Mapping[str, str], bawaan: Mapping[str, str]) -> dict[str, str]:
    return {n: jenis.get(n.casefold(), bawaan.get(n.rpartition(".")[2].casefold(), "")) for n in paket.bagian}


def _berupa_xml(nama: str, jenis: str) -> bool:
    return nama.casefold().endswith((".xml", ".rels")) or jenis.endswith(("+xml", "/xml"))


def _cari_utama(hubungan: tuple[Hubungan, ...], jenis: Mapping[str, str]) -> str:
    """Name of the main part. Raises PaketDitolak that says what the package is instead of a .docx."""
    tujuan = [h.bagian_tujuan for h in hubungan if h.pemilik == "" and h.jenis == "officedocument" and not h.keluar]
    tipe = jenis.get(tujuan[0].casefold(), "") if len(tujuan) == 1 else ""
    if tipe == _UTAMA:
        return tujuan[0]
    raise PaketDitolak(next((kalimat for kata, kalimat in _BUKAN_DOCX.items() if kata in tipe), _LAIN))


def _semua_hubungan(xml: Mapping[str, Element]) -> Iterator[Hubungan]:
    for nama, akar in xml.items():
        if not nama.casefold().endswith(".rels"):
            continue
        folder, berkas = posixpath.split(nama)
        pemilik = posixpath.join(posixpath.dirname(folder), berkas[: -len(".rels")]) if nama != _HUBUNGAN_PAKET else ""
        for satu in akar:
            tipe = satu.get("Type", "").strip().rstrip("/").rpartition("/")[2].lower()
            keluar = satu.get("TargetMode", "").strip().lower() == "external"
            yield Hubungan(pemilik, tipe, satu.get("Target", "").strip(), keluar)
