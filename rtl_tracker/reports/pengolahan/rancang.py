"""The processing of answers as a Word document: a letterhead, the index, and T14 for every period (spec 3.1, 3.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from rtl_tracker.domain.angka import bulatkan_bila_ada
from rtl_tracker.domain.mutu import kinerja, mutu
from rtl_tracker.domain.pengaturan import Bobot
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.unsur import kode_unsur, urutan_unsur
from rtl_tracker.formats import angka, bulat
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import TANPA_NAMA, masa
from rtl_tracker.reports.pengolahan.fakta import BarisRingkasan, FaktaPengolahan
from rtl_tracker.reports.rancangan import BlokTeks, Png, Rancangan, Teks, paragraf
from rtl_tracker.reports.tahunan.sebutan import sebut_banyak, sebut_ikm
from rtl_tracker.reports.tahunan.tabel_dasar import LEBAR_POTRET
from rtl_tracker.reports.tahunan.tabel_pengolahan import elemen_pengolahan
from rtl_tracker.reports.word.elemen import Baris, BarisAngka, Elemen, Judul, Kolom, Paragraf, Tabel


def rancang_pengolahan(f: FaktaPengolahan, alamat: str, nama_berkas: str) -> Rancangan:
    """Texts and elements; `alamat` of the unit stands in the letterhead."""
    judul = f"Pengolahan Data SKM {f.nama_unit}"
    waktu = "" if f.diminta is Periode.TAHUNAN else f" {NAMA_PERIODE[f.diminta]}"

    def isi(teks: Teks, png: Png) -> Mapping[str, Sequence[Elemen]]:
        return {
            "pembuka": [*_angka(f), *paragraf(teks.get("pembuka", ()))],
            "ringkasan": [_ringkasan(f)] if len(f.ringkasan) > 1 else [],
            "pengolahan": _tabel(f),
            "cara": [Paragraf(satu, "catatan") for satu in teks.get("cara", ())],
        }

    return Rancangan(
        nama_berkas=nama_berkas,
        judul=f"{judul}{waktu} Tahun {f.tahun}",
        penulis=f.nama_unit,
        tanggal=datetime(f.tahun + 1, 1, 1),
        templat="pengolahan.docx",
        bidang_templat={
            "nama_instansi": f.pengaturan.nama or TANPA_NAMA,
            "nama_unit": f.nama_unit,
            "alamat_unit": alamat,
            "judul_laporan": f"{judul}{waktu}",
            "judul_lembar": f"Pengolahan Data Survei Kepuasan Masyarakat{waktu} Tahun {f.tahun}",
            "tahun": str(f.tahun),
        },
        blok=(BlokTeks("pembuka", "Pembuka", (_pembuka(f),)), BlokTeks("cara", "Cara menghitung", (_cara(f),))),
        bidang=(),
        grafik=(),
        isi=isi,
        fakta=f,
    )


def _pembuka(f: FaktaPengolahan) -> str:
    periode = "" if len(f.periode) < 2 else f" pada {sebut_banyak(len(f.periode), 'periode')}"
    return f"Dokumen ini memuat jawaban {sebut_banyak(f.responden, 'responden')}{periode}."


def _cara(f: FaktaPengolahan) -> str:
    p = f.pengaturan
    bobot = "1/9" if p.bobot is Bobot.SEPERSEMBILAN else p.bobot.value.replace(".", ",")
    dulu = f" yang dibulatkan {bulat(p.pembulatan_tertimbang)} desimal" if p.pembulatan_tertimbang is not None else ""
    return (
        "Setiap baris adalah satu kuesioner tanpa nama; sel kosong berarti tidak dijawab. NRR adalah jumlah nilai dibagi jawaban yang terisi. NRR tertimbang adalah NRR dikalikan bobot "
        f"{bobot}. IKM adalah 25 kali jumlah NRR tertimbang{dulu}, dibulatkan {bulat(p.desimal_ikm)} desimal, setengah ke atas."
    )


def _angka(f: FaktaPengolahan) -> list[Elemen]:
    """The index of the period that was asked for, its class, and how many answered; nothing without an index."""
    hasil = f.ringkasan[-1].hasil if f.ringkasan else None
    if hasil is None or hasil.ikm is None:
        return []
    p, n = f.pengaturan, bulat(hasil.n)
    ikm = sebut_ikm(bulatkan_bila_ada(hasil.ikm, p.desimal_ikm), p)
    kelas = mutu(hasil.ikm)
    return [BarisAngka(((ikm, f"IKM {masa(f.tahun, f.diminta)}"), (kelas.value, f"mutu ({kinerja(kelas)})"), (n, "responden")))]


def _ringkasan(f: FaktaPengolahan) -> Tabel:
    """The periods and their means; NRR with two decimals."""
    p, urut = f.pengaturan, urutan_unsur(f.pengaturan.urutan_unsur)
    kolom = (
        Kolom("Periode", 35), Kolom("Responden", 22, "kanan"), *(Kolom(kode_unsur(u, p.urutan_unsur), 10, "kanan") for u in urut),
        Kolom("IKM", 16, "kanan"), Kolom("Mutu", 13, "tengah"),
    )  # fmt: skip
    catatan = "Nilai unsur adalah NRR. Rata-rata dihitung dari nilai yang belum dibulatkan."
    return _selebar(Tabel(kolom, tuple(_baris(b, f) for b in f.ringkasan), catatan=catatan, ukuran_pt=8))


def _baris(b: BarisRingkasan, f: FaktaPengolahan) -> Baris:
    h, p = b.hasil, f.pengaturan
    nama = f"Rata-rata {NAMA_PERIODE[b.periode]}" if b.rerata else NAMA_PERIODE[b.periode]
    tanda = "" if b.lembar is not None or b.rerata else " (rekap)"
    unsur = (angka(h.nrr.get(u)) for u in urutan_unsur(p.urutan_unsur))
    ikm = angka(h.ikm, p.desimal_ikm)
    return Baris(
        (f"{nama}{tanda}", bulat(h.n), *unsur, ikm, "-" if h.ikm is None else mutu(h.ikm).value),
        "subtotal" if b.rerata else "biasa",
    )


def _tabel(f: FaktaPengolahan) -> list[Elemen]:
    """T14 of every period, under its name where it does not stand in the title already."""
    elemen: list[Elemen] = []
    for satu in f.periode:
        if satu.periode is not f.diminta:
            elemen.append(Judul(3, f"{NAMA_PERIODE[satu.periode]} ({bulat(satu.tabulasi.n)} responden)"))
        tabel = elemen_pengolahan(satu.lembar, satu.tabulasi, f.pengaturan)
        elemen += [_selebar(e) if isinstance(e, Tabel) else e for e in tabel]
    return elemen


def _selebar(tabel: Tabel) -> Tabel:
    """The table as wide as the text, all columns in proportion: tables of figures below each other have the same edges."""
    kali = LEBAR_POTRET / sum(k.lebar_mm for k in tabel.kolom)
    return replace(tabel, kolom=tuple(replace(k, lebar_mm=k.lebar_mm * kali) for k in tabel.kolom))
