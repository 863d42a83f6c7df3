"""Invented content for the tests of the Word engine: nasty names, long tables, every kind of element."""

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from rtl_tracker.reports.word.dokumen import Dokumen
from rtl_tracker.reports.word.elemen import (
    Baris,
    BarisAngka,
    DaftarButir,
    DaftarNomor,
    DuaTabel,
    Elemen,
    Gambar,
    Judul,
    Kolom,
    Paragraf,
    Tabel,
)
from rtl_tracker.resources import resource

NAMA_GANAS = 'Dinas Perindustrian, Perdagangan & Koperasi <UKM> "Maju Bersama" Kabupaten Contoh Raya'
KALIMAT = (
    "Nilai indeks dihitung dari jawaban responden pada sembilan unsur pelayanan. Setiap unsur diberi bobot yang sama, lalu "
    "dijumlahkan dan dikalikan 25 sehingga hasilnya berada pada rentang 25 sampai 100. "
)
TANGGAL = datetime(2024, 1, 31, 8, 30, tzinfo=UTC)

BIDANG: Mapping[str, str] = {
    "judul_laporan": "Laporan Survei Kepuasan Masyarakat",
    "subjudul": "Hasil pengukuran dan tindak lanjut",
    "nama_instansi": "Pemerintah Kabupaten Contoh & Sekitarnya",
    "sebutan_instansi": "Kabupaten Contoh",
    "istilah_unit": "UPP",
    "tahun": "2023",
    "penyusun": "Bagian Organisasi Sekretariat Daerah",
    "tempat_tanggal": "Contoh, 31 Januari 2024",
    "jabatan_penandatangan": "Kepala Bagian Organisasi",
    "penandatangan": "Nama Pejabat, S.Sos.",
    "nip_penandatangan": "19700101 199503 1 001",
}


def png(lebar: int = 60, tinggi: int = 30, abu: int = 200) -> bytes:
    """A grey picture."""

    def potong(jenis: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))

    baris = b"\x00" + bytes([abu]) * lebar
    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    isi = zlib.compress(baris * tinggi)
    return b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", isi) + potong(b"IEND", b"")


def tabel_rekap(banyak: int, kunci: str = "rekap") -> Tabel:
    """Number, name, value, class."""
    kolom = (Kolom("No", 10, "kanan"), Kolom("UPP", 75), Kolom("IKM", 20, "kanan"), Kolom("Mutu", 45))
    baris: list[Baris | tuple[str, ...]] = [
        (str(i), NAMA_GANAS if i % 7 == 0 else f"Kecamatan Contoh {i}", "86,03", "B (Baik)") for i in range(1, banyak + 1)
    ]
    baris.append(Baris(("", "Rata-rata", "86,03", "B (Baik)"), "total"))
    return Tabel(kolom, baris, kunci, "Rekapitulasi hasil per UPP", catatan="Nilai rata-rata tidak tertimbang.")


def tabel_besar(banyak: int, kunci: str = "T1") -> Tabel:
    """Nineteen columns as in table T1, number and name merged down over the periods of an UPP."""
    kolom = (
        Kolom("No", 8, "kanan"),
        Kolom("UPP", 34),
        Kolom("Periode", 16),
        *(Kolom(f"U{i}", 9.5, "kanan") for i in range(1, 10)),
        Kolom("IKM", 12, "kanan"),
        Kolom("Kategori", 16),
        Kolom("Jumlah Responden", 15, "kanan"),
        Kolom("Metode SKM", 16),
        Kolom("Unsur Prioritas Perbaikan", 24),
        Kolom("Rencana Tindak Lanjut", 34),
        Kolom("Realisasi Tindak Lanjut Periode Sebelumnya (%)", 17, "kanan"),
    )
    kepala_atas = (("", 3), ("Nilai unsur", 9), ("", 7))
    return Tabel(kolom, tuple(_baris_besar(banyak)), kunci, "Hasil survei per UPP dan periode", kepala_atas, "Dari rekap.", 7.5)


def _baris_besar(banyak: int) -> Iterator[Baris]:
    awal, lanjut = frozenset({0, 1}), frozenset({0, 1})
    for i in range(1, banyak + 1):
        nama = NAMA_GANAS if i % 5 == 0 else f"Kecamatan Contoh {i}"
        for j, periode in enumerate(("TW1", "TW2", "TW3", "TW4")):
            sel = (
                str(i),
                nama,
                periode,
                *["3,44"] * 9,
                "86,03",
                "B (Baik)",
                "120",
                "Elektronik",
                "Waktu penyelesaian",
                "Menambah loket pada jam sibuk dan memasang papan waktu layanan",
                "75,00",
            )
            yield Baris(sel, mulai=frozenset() if j else awal, lanjut=lanjut if j else frozenset())
        rata = ("", "", "Rata-rata Tahunan", *["3,44"] * 9, "86,03", "B (Baik)", "480", "", "", "", "75,00")
        yield Baris(rata, "subtotal", lanjut)


def tabel_arsir(banyak: int, kunci: str | None = "T17") -> Tabel:
    """A matrix whose low values are shaded."""
    kolom = (Kolom("No", 8, "kanan"), Kolom("UPP", 50), *(Kolom(f"U{i}", 10.5, "kanan") for i in range(1, 10)))
    nilai = ("3,44", "2,10", "2,96", "3,90")
    baris = [(str(i), f"UPP {i}", *(nilai[(i + j) % 4] for j in range(9))) for i in range(1, banyak + 1)]
    warna = {"2,10": "1F3864", "2,96": "9DB2D6", "3,44": "DCE4F1"}
    judul = "Nilai unsur per UPP" if kunci else None
    return Tabel(kolom, baris, kunci, judul, arsir=lambda i, teks: warna.get(teks) if i > 1 else None)


def isi_lengkap(banyak: int = 40, lampiran: int = 3) -> dict[str, Sequence[Elemen]]:
    """Something at every marker."""
    kecil = (Kolom("UPP", 50), Kolom("IKM", 20, "kanan"))
    tinggi = (("Kecamatan A", "95,10"), ("Kecamatan B", "94,20"), (NAMA_GANAS, "93,00"))
    terbaik = Tabel(kecil, tinggi, judul="Tiga UPP terbaik")
    terendah = Tabel(kecil, (("Kecamatan X", "70,10"), ("Kecamatan Y", "71,20")), judul="Tiga UPP terendah")
    biasa = (Paragraf(KALIMAT * 3), Paragraf(KALIMAT * 2))
    pengolahan: list[Elemen] = []
    for i in range(1, lampiran + 1):
        pengolahan += [Judul(2, f"Kecamatan Contoh {i}"), Paragraf(KALIMAT), _tabel_pengolahan(banyak, i)]
    return {
        "kata_pengantar": (Paragraf(KALIMAT * 4), Paragraf(KALIMAT * 3)),
        "ringkasan": (
            Paragraf("IKM Kabupaten Contoh tahun 2023 sebesar 86,03 dengan mutu B (Baik), naik 1,40 poin.", "sorot"),
            BarisAngka((("40/42", "UPP melapor"), ("2.349", "responden"), ("83,33 %", "dilaporkan"), ("3", "di bawah B"))),
            Paragraf("Rincian pada ⟦rekap⟧ dan ⟦G1⟧."),
            DuaTabel(terbaik, terendah),
            Gambar(png(900, 300), 150, "Grafik garis IKM lima tahun"),
            DaftarNomor(("Kecamatan Y menyusun papan waktu layanan.", "Dinas X menambah loket.", "Dinas Z melatih petugas.")),
        ),
        "latar_belakang": biasa,
        "dasar_pelaksanaan": (Paragraf("Dasar hukum:"), DaftarNomor(("UU Pelayanan Publik;", "PermenPANRB 14/2017."))),
        "maksud_tujuan": (DaftarButir(("Mengetahui **kinerja** pelayanan.", KALIMAT)),),
        "metode": (*biasa, Judul(3, "Rumus"), Paragraf("IKM = 25 × jumlah (NRR × bobot)"), Judul(3, "Pembulatan"), *biasa),
        "jadwal_tim": biasa,
        "penyampaian": (*biasa, tabel_rekap(5, "T7")),
        "responden": biasa,
        "profil_responden": (Gambar(png(800, 400, 150), 140, "Diagram batang", "G1", "Responden menurut usia"), *biasa),
        "cara_pengumpulan": biasa,
        "indeks": (Paragraf("Lihat ⟦rekap⟧, ⟦T1⟧ dan **⟦T17⟧**."), *biasa),
        "rekap": (tabel_rekap(banyak), Paragraf("Tabel di atas memuat semua UPP.")),
        "unsur": (tabel_arsir(12), Gambar(png(700, 500), 120, "Peta panas", "G2", "Peta panas unsur"), *biasa),
        "tabel_besar": (tabel_besar(banyak // 2),),
        "tren": biasa,
        "analisis": (*biasa, Judul(3, "Univariat"), *biasa, Judul(4, "Rincian"), *biasa),
        "saran": biasa,
        "prioritas": biasa,
        "rtl": biasa,
        "realisasi": biasa,
        "rtl_belum": biasa,
        "dampak": biasa,
        "kesimpulan": (DaftarNomor(("Pertama.", "Kedua.")),),
        "rekomendasi": (DaftarNomor(("Pertama lagi.", "Kedua lagi.")),),
        "lampiran_matriks": (tabel_arsir(banyak, "LA"),),
        "lampiran_pengolahan": tuple(pengolahan),
        "lampiran_tindak_lanjut": biasa,
        "lampiran_bukti": (Paragraf("Tautan laporan."),),
    }


def _tabel_pengolahan(banyak: int, i: int) -> Tabel:
    kolom = (Kolom("No", 14, "kanan"), *(Kolom(f"U{j}", 15, "kanan") for j in range(1, 10)))
    baris = ((str(n), *["3"] * 9) for n in range(1, banyak + 1))
    return Tabel(kolom, baris, f"P{i}", f"Jawaban responden Kecamatan Contoh {i}", ukuran_pt=8)


def dokumen(isi: Mapping[str, Sequence[Elemen]], *, logo: bytes | None = None, **bidang: str) -> Dokumen:
    """A document from the shipped template."""
    return Dokumen(
        resource("docx_templates") / "tahunan.docx",
        {**BIDANG, **bidang},
        isi,
        "Laporan & <SKM> 2023",
        "Bagian Organisasi",
        TANGGAL,
        logo,
    )
