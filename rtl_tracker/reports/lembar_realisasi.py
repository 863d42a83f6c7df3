"""The follow-up of a year as an Excel workbook: the instansi, per UPP, kelompok and period, and every single RTL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.pekppp import skor_media
from rtl_tracker.domain.pengaturan import AgregasiRealisasi, DasarRealisasi, Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.tindak_lanjut import NAMA_PITA, Cacah, Gabungan, TindakLanjutTahun, TindakLanjutUpp, hari_lewat
from rtl_tracker.domain.unsur import NAMA_UNSUR
from rtl_tracker.formats import bulat, tanggal
from rtl_tracker.reports.buku_excel import Kolom, Lembar, Nilai, Tautan, tulis_buku
from rtl_tracker.reports.kenaikan_skor import Skor

NAMA_DASAR = {DasarRealisasi.DILAPORKAN: "dilaporkan", DasarRealisasi.TERVERIFIKASI: "terverifikasi"}
CONTOH = "data contoh"
BELUM_ADA, BELUM_DILAPORKAN = "belum ada RTL", "belum dilaporkan"

_CACAH = (
    "Direncanakan", "Dilaporkan selesai", "Terverifikasi", "Menunggu verifikasi", "Dikembalikan", "Tidak dilaksanakan", "Belum selesai",
    "Selesai tanpa bukti", *(f"Terlambat {pita}" for pita in NAMA_PITA), "Terlama (hari)",
)  # fmt: skip
_RTL = (
    Kolom("No. RTL", 10), Kolom("Unit", 36), Kolom("Kelompok", 20), Kolom("Periode", 14), Kolom("Unsur", 26), Kolom("Rencana", 48),
    Kolom("Indikator", 30), Kolom("Penanggung jawab", 24), Kolom("Waktu"), Kolom("Tenggat", 18), Kolom("Keadaan", 18),
    Kolom("Hari lewat tenggat"), Kolom("Dilaporkan pada", 18), Kolom("Diverifikasi pada", 18), Kolom("Pemverifikasi", 24),
    Kolom("Uraian atau alasan", 48), Kolom("Catatan pengembalian", 36), Kolom("Banyak bukti"), Kolom("Bukti", 60), Kolom("Catatan"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BahanRealisasi:
    """What the workbook is made from. `skor` by unit; `alamat`: the page of an RTL, where its bukti are, by its id.

    `media`: kinds of media in which the result was made public, by unit; a unit without any may be left out.
    """

    pengaturan: Pengaturan
    gambaran: TindakLanjutTahun
    skor: Mapping[int, Skor]
    rtl: tuple[Rtl, ...]
    alamat: Mapping[int, str]
    media: Mapping[int, int] = field(default_factory=dict)


def buat_lembar_realisasi(bahan: BahanRealisasi) -> bytes:
    """The workbook as bytes of an .xlsx file."""
    g, istilah = bahan.gambaran, bahan.pengaturan.istilah_unit
    per_kelompok = [(nama, bagian) for nama, bagian in g.kelompok.items()]
    per_periode = [(NAMA_PERIODE[p], bagian) for p, bagian in g.periode.items()]
    pengantar = _pengantar(bahan)
    return tulis_buku(
        [
            Lembar("Instansi", pengantar, (Kolom("Uraian", 46), Kolom("Nilai", 18), Kolom("Keterangan", 90)), _instansi(bahan)),
            Lembar("Per UPP", pengantar, _kolom_upp(istilah), [_baris_upp(t, bahan) for t in g.upp]),
            Lembar("Per kelompok", pengantar, _kolom_gabungan("Kelompok", istilah), _baris_gabungan(per_kelompok)),
            Lembar("Per periode", pengantar, _kolom_gabungan("Periode", istilah), _baris_gabungan(per_periode)),
            Lembar("RTL", pengantar, _RTL, _baris_rtl(bahan)),
        ],
        pengantar[0],
    )


def _pengantar(bahan: BahanRealisasi) -> tuple[str, ...]:
    """The title block: what, whose, when, on which basis; and a warning where some of it is made up."""
    g, p = bahan.gambaran, bahan.pengaturan
    cara = "rata-rata unit" if p.agregasi_realisasi is AgregasiRealisasi.RERATA_UPP else "gabungan seluruh RTL"
    contoh = g.instansi.cacah.contoh + g.milik_instansi.contoh
    return (
        f"Persentase tindak lanjut RTL tahun {g.tahun}",
        p.nama or "Nama instansi belum diisi",
        f"Keadaan pada {tanggal(g.hari_ini)}",
        f"Angka resmi: realisasi yang {NAMA_DASAR[p.dasar_realisasi]}, {cara}. Persentase dibulatkan dua desimal, setengah ke atas.",
        *((f"Memuat {CONTOH}: {bulat(contoh)} RTL.",) if contoh else ()),
    )


def _persen(nilai: Fraction | None, cacah: Cacah) -> str | Decimal:
    """A percentage as a number; without one, why: no RTL is not 0, and neither is a plan of which nothing was said."""
    if nilai is not None:
        return bulatkan(nilai)
    return BELUM_DILAPORKAN if cacah.direncanakan else BELUM_ADA


def _cacah(c: Cacah) -> tuple[Nilai, ...]:
    """The columns of _CACAH."""
    return (c.direncanakan, c.dilaporkan, c.terverifikasi, c.selisih, c.dikembalikan, c.tidak_dilaksanakan, c.belum, c.tanpa_bukti,
            *c.pita, c.terlama)  # fmt: skip


def _contoh(c: Cacah) -> str | None:
    return CONTOH if c.contoh else None


def _instansi(bahan: BahanRealisasi) -> list[tuple[Nilai, ...]]:
    g, p = bahan.gambaran.instansi, bahan.pengaturan
    r = g.realisasi
    persen: list[tuple[str, Fraction | None, str]] = [
        ("Realisasi resmi (%)", r.resmi(p.dasar_realisasi, p.agregasi_realisasi), "Menurut dasar dan cara yang ditetapkan"),
        ("Dilaporkan, rata-rata unit (%)", r.dilaporkan, f"{bulat(r.upp_dihitung)} unit dihitung"),
        ("Dilaporkan, gabungan RTL (%)", r.gabungan_dilaporkan, f"{bulat(r.selesai)} dari {bulat(r.rtl)} RTL"),
        ("Terverifikasi, rata-rata unit (%)", r.terverifikasi, f"{bulat(r.upp_dihitung)} unit dihitung"),
        (
            "Terverifikasi, gabungan RTL (%)",
            r.gabungan_terverifikasi,
            f"{bulat(r.jumlah_terverifikasi)} dari {bulat(r.rtl)} RTL",
        ),
    ]
    unit = (
        ("Unit belum dilaporkan", g.belum_dilaporkan),
        ("Unit belum ada RTL", g.tanpa_rtl),
        ("Unit tidak dihitung dalam rata-rata", g.dikecualikan),
    )
    sendiri = bahan.gambaran.milik_instansi
    return [
        *((uraian, _persen(nilai, g.cacah), keterangan) for uraian, nilai, keterangan in persen),
        *((uraian, nilai, None) for uraian, nilai in zip(_CACAH, _cacah(g.cacah), strict=True)),
        *((uraian, len(nama), "; ".join(nama)) for uraian, nama in unit),
        (
            "RTL instansi sendiri",
            sendiri.direncanakan,
            f"{bulat(sendiri.dilaporkan)} dilaporkan selesai; tidak masuk persentase unit",
        ),
    ]


def _kolom_upp(istilah: str) -> tuple[Kolom, ...]:
    return (
        Kolom(istilah, 46), Kolom("Kelompok", 20), Kolom("Dilaporkan (%)"), Kolom("Terverifikasi (%)"), *map(Kolom, _CACAH),
        Kolom("Skor PEKPPP realisasi"), Kolom("Yang menaikkan skor realisasi", 60), Kolom("Skor PEKPPP waktu"),
        Kolom("Keterangan skor waktu", 60), Kolom("Jenis media publikasi"), Kolom("Skor PEKPPP publikasi"), Kolom("Catatan", 24),
    )  # fmt: skip


def _baris_upp(t: TindakLanjutUpp, bahan: BahanRealisasi) -> tuple[Nilai, ...]:
    skor, c, media = bahan.skor[t.upp.id], t.cacah, bahan.media.get(t.upp.id, 0)
    catatan = "; ".join(
        teks for teks, ada in ((CONTOH, c.contoh), ("tidak dihitung dalam rata-rata", not t.upp.ikut_rerata)) if ada
    )
    dilaporkan, terverifikasi = (_persen(t.persen(dasar), c) for dasar in DasarRealisasi)
    return (
        t.upp.nama, t.upp.kelompok_cetak, dilaporkan, terverifikasi, *_cacah(c), _skor(skor.realisasi), skor.menaikkan_realisasi,
        _skor(skor.waktu), skor.menaikkan_waktu or None, media, skor_media(media), catatan or None,
    )  # fmt: skip


def _skor(skor: int | None) -> str | int:
    return "tidak diketahui" if skor is None else skor


def _kolom_gabungan(judul: str, istilah: str) -> tuple[Kolom, ...]:
    return (
        Kolom(judul, 30), Kolom(f"{istilah} dihitung"), Kolom("Dilaporkan, rata-rata (%)"), Kolom("Dilaporkan, gabungan (%)"),
        Kolom("Terverifikasi, rata-rata (%)"), Kolom("Terverifikasi, gabungan (%)"), *map(Kolom, _CACAH), Kolom("Catatan"),
    )  # fmt: skip


def _baris_gabungan(bagian: list[tuple[str, Gabungan]]) -> list[tuple[Nilai, ...]]:
    return [
        (
            nama, g.realisasi.upp_dihitung, _persen(g.realisasi.dilaporkan, g.cacah), _persen(g.realisasi.gabungan_dilaporkan, g.cacah),
            _persen(g.realisasi.terverifikasi, g.cacah), _persen(g.realisasi.gabungan_terverifikasi, g.cacah), *_cacah(g.cacah),
            _contoh(g.cacah),
        )
        for nama, g in bagian
    ]  # fmt: skip


def _baris_rtl(bahan: BahanRealisasi) -> list[tuple[Nilai, ...]]:
    unit = {t.upp.id: t.upp for t in bahan.gambaran.upp}
    baris: list[tuple[Nilai, ...]] = []
    for r in bahan.rtl:
        upp = None if r.upp_id is None else unit[r.upp_id]
        baris.append((
            Tautan(r.id, bahan.alamat[r.id]), upp.nama if upp else "Instansi", upp.kelompok_cetak if upp else None, NAMA_PERIODE[r.periode],
            NAMA_UNSUR[r.unsur] if r.unsur else r.unsur_teks, r.kegiatan, r.indikator, r.penanggung_jawab, r.waktu, r.tenggat,
            r.status.value.replace("_", " ") if r.status else "belum berstatus", hari_lewat(r, bahan.gambaran.hari_ini),
            _hari(r.dilapor_pada), _hari(r.diverifikasi_pada), r.pemverifikasi, r.uraian or r.alasan, r.catatan_pengembalian,
            len(r.bukti), "\n".join(r.bukti), CONTOH if r.data_contoh else None,
        ))  # fmt: skip
    return baris


def _hari(saat: datetime | None) -> Nilai:
    """The day of a moment on the clock of this computer."""
    return None if saat is None else saat.astimezone().date()
