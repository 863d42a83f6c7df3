"""The annual report as elements by marker: which sentence, table and chart stands where (spec 3.2)."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.formats import bulat
from rtl_tracker.reports.grafik import Grafik
from rtl_tracker.reports.rancangan import Png, Teks, daftar_nomor, paragraf
from rtl_tracker.reports.tahunan import (
    narasi_hasil,
    narasi_tindak_lanjut,
)
from rtl_tracker.reports.tahunan import tabel_analisis as ta
from rtl_tracker.reports.tahunan import tabel_hasil as th
from rtl_tracker.reports.tahunan import tabel_pengumpulan as tp
from rtl_tracker.reports.tahunan import tabel_tindak_lanjut as tt
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.gambar import DaftarGrafik
from rtl_tracker.reports.tahunan.ringkasan import ringkasan
from rtl_tracker.reports.tahunan.tabel_besar import tabel_besar
from rtl_tracker.reports.tahunan.tabel_dasar import LEBAR_LANSKAP, LEBAR_POTRET, selebar_halaman
from rtl_tracker.reports.tahunan.tabel_pengolahan import elemen_pengolahan
from rtl_tracker.reports.word.elemen import DaftarButir, DaftarNomor, Elemen, Gambar, Judul, Paragraf, Tabel

LANSKAP = ("tabel_besar", "rtl_belum", "lampiran_matriks", "lampiran_tindak_lanjut")


def susun_isi(f: FaktaTahunan, g: DaftarGrafik, teks: Teks, png: Png) -> dict[str, list[Elemen]]:
    """Elements by marker name. `teks`: the texts in force by block; `png`: rendered charts by the hash of the chart."""
    t = Naskah(teks)
    sendiri = {"tabel_besar": isi_besar(f, t), "analisis": [*isi_univariat(f, g, t, png), *isi_bivariat(g, t, png)]}
    return selebar_kertas(isi_umum(f, g, t, png) | sendiri)


def isi_umum(f: FaktaTahunan, g: DaftarGrafik, t: "Naskah", png: Png) -> dict[str, list[Elemen]]:
    """What every order of the annual report has. The big table and the analysis are left to the order."""
    return {
        **_bab_satu(f, t),
        **_bab_dua(f, t),
        **_hasil_utama(f, g, t, png),
        **_hasil_rinci(f, g, t, png),
        **_bab_empat(f, g, t, png),
        "ringkasan": ringkasan(f, g, png),
        "kesimpulan": t.nomor("kesimpulan"),
        "rekomendasi": t.nomor("rekomendasi"),
        **_lampiran(f),
    }


def selebar_kertas(isi: Mapping[str, Sequence[Elemen]]) -> dict[str, list[Elemen]]:
    """The elements with every table as wide as the page of its marker, upright or landscape (`LANSKAP`)."""
    return {nama: [_selebar(e, nama) for e in elemen] for nama, elemen in isi.items()}


def _selebar(elemen: Elemen, nama: str) -> Elemen:
    if not isinstance(elemen, Tabel):
        return elemen
    return selebar_halaman(elemen, LEBAR_LANSKAP if nama in LANSKAP else LEBAR_POTRET)


class Naskah:
    """The texts in force, as elements."""

    def __init__(self, teks: Teks) -> None:
        self._teks = teks

    def paragraf(self, nama: str) -> list[Elemen]:
        """The block as paragraphs; nothing when it is missing."""
        return paragraf(self._teks.get(nama, ()))

    def nomor(self, nama: str) -> list[Elemen]:
        """The block as a numbered list; nothing when it is missing."""
        return daftar_nomor(self._teks.get(nama, ()))


def _gambar(grafik: Sequence[Grafik], png: Png, judul: str, kunci: str | None = None) -> list[Elemen]:
    """One captioned picture per chart; parts of a long one are numbered in their captions."""
    if len(grafik) == 1:
        return [Gambar(png[grafik[0].sidik()], grafik[0].lebar_mm, grafik[0].alt, kunci, judul)]
    return [
        Gambar(png[g.sidik()], g.lebar_mm, g.alt, kunci if i == 1 else None, f"{judul} (bagian {i} dari {len(grafik)})")
        for i, g in enumerate(grafik, start=1)
    ]


def _ada(*tabel: Tabel | None) -> list[Elemen]:
    return [t for t in tabel if t is not None]


def _bab_satu(f: FaktaTahunan, t: Naskah) -> dict[str, list[Elemen]]:
    return {
        "kata_pengantar": t.paragraf("kata_pengantar"),
        "latar_belakang": t.paragraf("latar_belakang"),
        "dasar_pelaksanaan": [
            Paragraf("Survei dan laporan ini dilaksanakan berdasarkan peraturan berikut."), DaftarNomor(f.pengaturan.dasar_hukum),
        ],
        "maksud_tujuan": [*t.paragraf("maksud"), *t.nomor("tujuan")],
        "metode": [*t.paragraf("metode"), tp.tabel_unsur(f), tp.tabel_kelas(f)],
        "jadwal_tim": [
            *t.paragraf("jadwal_tim"),
            *_tim(f),
        ],
    }  # fmt: skip


def _tim(f: FaktaTahunan) -> list[Elemen]:
    tim = tuple(baris.strip() for baris in f.pengaturan.tim.splitlines() if baris.strip())
    return [Paragraf("Tim penyusun laporan:"), DaftarButir(tim)] if tim else []


def _bab_dua(f: FaktaTahunan, t: Naskah) -> dict[str, list[Elemen]]:
    k = f.pengumpulan
    return {
        "penyampaian": [*t.paragraf("penyampaian"), *([tp.tabel_penyampaian(f)] if k.kelompok else [])],
        "responden": [*t.paragraf("responden"), *([tp.tabel_responden(f)] if k.responden else [])],
        "profil_responden": [*t.paragraf("profil_responden"), *([tp.tabel_profil(f)] if k.profil else [])],
        "cara_pengumpulan": [
            *t.paragraf("cara_pengumpulan"), *([tp.tabel_metode(f)] if len(k.metode) > 1 else []),
        ],
    }  # fmt: skip


def _hasil_utama(f: FaktaTahunan, g: DaftarGrafik, t: Naskah, png: Png) -> dict[str, list[Elemen]]:
    """Sections 3.1 to 3.3."""
    h, unit = f.hasil, f.pengaturan.istilah_unit
    kategori_a = narasi_hasil.kategori_a(f)
    ada = bool(h.peringkat_upp())
    return {
        "indeks": [
            *t.paragraf("indeks"),
            *(_ada(th.tabel_agregasi(f), th.tabel_periode(f)) if h.indeks.ikm is not None else []),
        ],
        "rekap": [
            *t.paragraf("rekap"),
            *paragraf(narasi_hasil.gambar_rekap(bool(g.mutu_kelompok), bool(g.peringkat), unit)),
            *([th.tabel_rekap(f), th.tabel_mutu_kelompok(f)] if ada else []),
            *([Paragraf(kategori_a)] if kategori_a else []),
            *([th.tabel_kategori_a(f)] if kategori_a and "⟦T8A⟧" in kategori_a else []),
            *_gambar(g.mutu_kelompok, png, f"Jumlah {unit} menurut mutu dan kelompok", "G_MUTU"),
            *_gambar(g.peringkat, png, f"Peringkat {unit} menurut IKM", "G_PERINGKAT"),
        ],
        "unsur": [
            *t.paragraf("unsur"),
            *paragraf(narasi_hasil.gambar_unsur(bool(g.terendah), bool(g.peta_panas), unit)),
            *([th.tabel_nilai_unsur(f)] if h.unsur else []),
            *_gambar(g.unsur, png, "Nilai konversi sembilan unsur", "G_UNSUR"),
            *_gambar(g.terendah, png, f"Jumlah {unit} menurut unsur terendah", "G_TERENDAH"),
            *_gambar(g.peta_panas, png, f"Peta nilai konversi unsur per {unit}", "G_PETA"),
            *paragraf(narasi_hasil.nilai_per_upp(f)),
        ],
    }


def _hasil_rinci(f: FaktaTahunan, g: DaftarGrafik, t: Naskah, png: Png) -> dict[str, list[Elemen]]:
    """Sections 3.5 and 3.7."""
    return {
        "tren": [
            *t.paragraf("tren"),
            *(_gambar(g.tren, png, f"IKM {f.pengaturan.nama} antartahun", "G_TREN") if f.tren.ada else []),
            *([ta.tabel_tren(f)] if f.tren.ada else []),
        ],
        "saran": [*t.paragraf("saran"), *_ada(ta.tabel_saran(f))],
    }


def isi_besar(f: FaktaTahunan, t: Naskah) -> list[Elemen]:
    """Section 3.4: T1."""
    return [*t.paragraf("tabel_besar"), tabel_besar(f)] if f.hasil.besar else []


def isi_univariat(f: FaktaTahunan, g: DaftarGrafik, t: Naskah, png: Png) -> list[Elemen]:
    """Section 3.6, distribution of the answers."""
    return [
        *t.paragraf("univariat"),
        *_ada(ta.tabel_sebaran(f)),
        *_gambar(g.sebaran, png, "Sebaran jawaban per unsur", "G_SEBARAN"),
    ]


def isi_bivariat(g: DaftarGrafik, t: Naskah, png: Png) -> list[Elemen]:
    """Section 3.6, rank correlation between unsur."""
    return [*t.paragraf("bivariat"), *_gambar(g.korelasi, png, "Korelasi peringkat antarunsur", "G_KORELASI")]


def _bab_empat(f: FaktaTahunan, g: DaftarGrafik, t: Naskah, png: Png) -> dict[str, list[Elemen]]:
    tl = f.tindak_lanjut
    contoh: list[Elemen] = [Paragraf(narasi_tindak_lanjut.DATA_CONTOH, "catatan")] if tl.data_contoh else []
    ada_realisasi = tl.realisasi.dilaporkan is not None
    return {
        "prioritas": [
            *t.paragraf("prioritas"), *([tt.tabel_prioritas(f)] if tl.kali_prioritas else []),
        ],
        "rtl": [
            *contoh, *t.paragraf("rtl"),
            *([tt.tabel_rtl_instansi(f)] if tl.rtl_instansi else []), *([tt.tabel_rtl_unsur(f)] if tl.rtl_upp else []),
        ],
        "realisasi": [
            *contoh, *t.paragraf("realisasi"),
            *_gambar(g.realisasi, png, "Rata-rata realisasi RTL menurut kelompok", "G_REALISASI"),
            *([tt.tabel_realisasi(f)] if ada_realisasi else []),
        ],
        "rtl_belum": [*t.paragraf("rtl_belum"), *([tt.tabel_belum(f)] if tl.belum else [])],
        "dampak": [*t.paragraf("dampak"), *([tt.tabel_dampak(f)] if tl.dampak else [])],
    }  # fmt: skip


def _lampiran(f: FaktaTahunan) -> dict[str, list[Elemen]]:
    t = f.tindak_lanjut
    contoh: list[Elemen] = [Paragraf(narasi_tindak_lanjut.DATA_CONTOH, "catatan")] if t.data_contoh else []
    tindak = _tindak_lanjut_per_upp(f)
    return {
        "lampiran_matriks": [th.tabel_matriks(f)] if f.hasil.unsur else [],
        "lampiran_pengolahan": _pengolahan(f),
        "lampiran_tindak_lanjut": [*contoh, *tindak] if tindak else [],
        "lampiran_bukti": [tt.tabel_bukti(f)] if f.tautan else [],
    }


def _tindak_lanjut_per_upp(f: FaktaTahunan) -> list[Elemen]:
    """One heading per UPP; below it what became of the earlier RTL, then this year's plan."""
    hasil, rencana = dict(f.tindak_lanjut.hasil_tindak_lanjut), dict(f.tindak_lanjut.rtl_upp)
    elemen: list[Elemen] = []
    for nama in [b.nama for b in f.hasil.rekap if b.nama in hasil or b.nama in rencana]:
        elemen.append(Judul(2, nama))
        if nama in hasil:
            elemen += [Judul(4, "Hasil tindak lanjut"), tt.tabel_hasil_tindak_lanjut(hasil[nama])]
        if nama in rencana:
            elemen += [Judul(4, f"Rencana tindak lanjut {f.tahun}"), tt.tabel_rencana(rencana[nama])]
    return elemen


def _pengolahan(f: FaktaTahunan) -> list[Elemen]:
    """One heading per UPP, one table per period below it."""
    elemen: list[Elemen] = []
    for nama, kelompok in groupby(f.lembar, key=lambda x: x[0]):
        elemen.append(Judul(2, nama))
        bagian = list(kelompok)
        for _, periode, tabulasi, lembar in bagian:
            if len(bagian) > 1 or periode is not Periode.TAHUNAN:
                elemen.append(Judul(4, f"{NAMA_PERIODE[periode]} ({bulat(len(lembar))} responden)"))
            elemen += elemen_pengolahan(lembar, tabulasi, f.pengaturan)
    return elemen
