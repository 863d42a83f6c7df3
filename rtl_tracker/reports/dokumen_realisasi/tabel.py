"""Tables of the follow-up document."""

from collections.abc import Sequence
from decimal import Decimal

from rtl_tracker.domain.tindak_lanjut import NAMA_PITA, Cacah
from rtl_tracker.formats import angka, bulat, huruf_kapital_awal, persen, tanggal
from rtl_tracker.reports.dokumen_realisasi.fakta import BarisGabungan, BarisUnit, FaktaRealisasiTahun, RtlUnit
from rtl_tracker.reports.dokumen_realisasi.narasi import NAMA_CARA, PALING_BANYAK_BARIS
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import CONTOH, ringkas, sebut_unsur_rtl, sebut_waktu
from rtl_tracker.reports.tahunan.tabel_dasar import INDENTASI, LEBAR_LANSKAP, selebar_halaman
from rtl_tracker.reports.word.elemen import Baris, Kolom, Tabel

BELUM, TIDAK_ADA = "belum", "-"
PANJANG_RENCANA = 160


def tabel_instansi(f: FaktaRealisasiTahun) -> Tabel:
    """Reported and verified, each as the mean over units and pooled; the declared aggregation first."""
    kolom = (Kolom("Cara", 75), Kolom("Dilaporkan", 40, "kanan"), Kolom("Terverifikasi", 40, "kanan"))
    resmi = f.pengaturan.agregasi_realisasi
    baris = tuple(
        (f"{huruf_kapital_awal(NAMA_CARA[cara])}{' (resmi)' if cara is resmi else ''}", *map(persen, f.persen.menurut(cara)))
        for cara in sorted(NAMA_CARA, key=lambda cara: cara is not resmi)
    )
    return selebar_halaman(Tabel(kolom, baris, "INSTANSI", f"Realisasi instansi, RTL tahun {f.tahun}"))


def tabel_gabungan(f: FaktaRealisasiTahun, judul: str, kunci: str, baris: Sequence[BarisGabungan]) -> Tabel:
    """Kelompok or periods under the declared aggregation."""
    kolom = (
        Kolom(judul, 36), Kolom(f"{f.pengaturan.istilah_unit} dihitung", 19, "kanan"), Kolom("rencana", 18, "kanan"),
        Kolom("dilaporkan", 20, "kanan"), Kolom("terverifikasi", 22, "kanan"), Kolom("dilaporkan", 20, "kanan"),
        Kolom("terverifikasi", 22, "kanan"),
    )  # fmt: skip
    isi = tuple(_baris_gabungan(f, b) for b in baris)
    kepala = (("", 1), ("", 1), ("Jumlah RTL", 3), ("Persentase (%)", 2))
    tabel = Tabel(kolom, isi, kunci, f"Realisasi menurut {judul.lower()}, RTL tahun {f.tahun}", kepala, ukuran_pt=8.5)
    return selebar_halaman(tabel)


def _baris_gabungan(f: FaktaRealisasiTahun, b: BarisGabungan) -> tuple[str, ...]:
    dilaporkan, terverifikasi = b.persen.menurut(f.pengaturan.agregasi_realisasi)
    return (b.nama, bulat(b.dihitung), *_jumlah(b.cacah, dilaporkan)[:3], *_persen(b.cacah, dilaporkan, terverifikasi))


def tabel_unit(f: FaktaRealisasiTahun) -> Tabel:
    """Every unit on a landscape page: counts, percentages, overdue by band, PEKPPP scores."""
    pita = tuple(Kolom(nama.removesuffix(" hari"), 14, "kanan") for nama in NAMA_PITA)
    kolom = (
        Kolom("No", 9, "kanan"), Kolom(f.pengaturan.istilah_unit, 62), Kolom("rencana", 17, "kanan"),
        Kolom("dilaporkan", 19, "kanan"), Kolom("terverifikasi", 21, "kanan"), Kolom("menunggu", 19, "kanan"),
        Kolom("dilaporkan", 19, "kanan"), Kolom("terverifikasi", 21, "kanan"), *pita, Kolom("realisasi", 17, "kanan"),
        Kolom("waktu", 14, "kanan"),
    )  # fmt: skip
    kepala = (
        ("", 1),
        ("", 1),
        ("Jumlah RTL", 4),
        ("Persentase (%)", 2),
        ("Lewat tenggat (hari)", len(pita)),
        ("Skor PEKPPP", 2),
    )
    baris = [Baris(_baris_unit(i, b)) for i, b in enumerate(f.unit, start=1)]
    judul = f"Realisasi per {f.pengaturan.istilah_unit}, RTL tahun {f.tahun}"
    tabel = Tabel(kolom, (*baris, _baris_jumlah(f)), "UNIT", judul, kepala, _catatan_unit(f), 8)
    return selebar_halaman(tabel, LEBAR_LANSKAP)


def _baris_unit(nomor: int, b: BarisUnit) -> tuple[str, ...]:
    nama = f"{INDENTASI * b.kedalaman}{b.nama}{'' if b.dihitung else ' *'}"
    skor = (bulat(x) for x in (b.skor_realisasi, b.skor_waktu))
    persentase = _persen(b.cacah, b.dilaporkan, b.terverifikasi)
    return (str(nomor), nama, *_jumlah(b.cacah, b.dilaporkan), *persentase, *map(bulat, b.cacah.pita), *skor)


def _baris_jumlah(f: FaktaRealisasiTahun) -> Baris:
    """Sums of the counts, the instansi's own percentages under the declared aggregation."""
    cara = f.pengaturan.agregasi_realisasi
    dilaporkan, terverifikasi = f.persen.menurut(cara)
    persentase = _persen(f.cacah, dilaporkan, terverifikasi)
    nama = f"Jumlah; persentase {NAMA_CARA[cara]}"
    return Baris(("", nama, *_jumlah(f.cacah, dilaporkan), *persentase, *map(bulat, f.cacah.pita), "", ""), "total")


def _jumlah(c: Cacah, dilaporkan: Decimal | None) -> tuple[str, ...]:
    """Planned, reported, verified, waiting; where nothing was said only the first is known."""
    isi = (c.dilaporkan, c.terverifikasi, c.selisih)
    return (bulat(c.direncanakan), *(TIDAK_ADA if dilaporkan is None else bulat(n) for n in isi))


def _persen(c: Cacah, *nilai: Decimal | None) -> tuple[str, ...]:
    """Percentages; without one, whether a plan is silent or missing."""
    return tuple(angka(satu, kosong=BELUM if c.direncanakan else TIDAK_ADA) for satu in nilai)


def _catatan_unit(f: FaktaRealisasiTahun) -> str:
    """What the marks in the table mean; a mark that does not stand in it is not explained."""
    diam = any(b.dilaporkan is None and b.cacah.direncanakan for b in f.unit)
    kosong = any(None in (b.dilaporkan, b.skor_realisasi, b.skor_waktu) for b in f.unit)
    butir = (
        ("“belum” berarti realisasi belum dilaporkan; tidak dihitung sebagai nol.", diam),
        ("“-” berarti tidak ada atau belum dapat ditetapkan.", kosong),
        ("* tidak dihitung dalam rata-rata.", any(not b.dihitung for b in f.unit)),
        ("Menunggu: dilaporkan selesai, belum diverifikasi.", True),
    )
    return " ".join(teks for teks, berlaku in butir if berlaku)


def tabel_tidak(f: FaktaRealisasiTahun) -> Tabel:
    """What was declared not done: why, how it will be done, until when, by whom."""
    kolom = (
        Kolom("No", 9, "kanan"), Kolom(f.pengaturan.istilah_unit, 42), Kolom("RTL", 58), Kolom("Alasan", 48), Kolom("Strategi", 48),
        Kolom("Target waktu", 27), Kolom("Penanggung jawab", 30),
    )  # fmt: skip
    baris = tuple(
        (str(i), satu.unit, _rencana(satu), satu.rtl.alasan or "-", satu.rtl.strategi or "-", *_target(satu))
        for i, satu in enumerate(f.tidak[:PALING_BANYAK_BARIS], start=1)
    )
    judul = "RTL yang tidak dilaksanakan, alasan dan strateginya"
    return selebar_halaman(Tabel(kolom, baris, "TIDAK", judul, ukuran_pt=8), LEBAR_LANSKAP)


def _target(satu: RtlUnit) -> tuple[str, str]:
    """Time and penanggung jawab of the successor, where there is one."""
    akhir = satu.lanjutan or satu.rtl
    return sebut_waktu(akhir) or "-", akhir.penanggung_jawab or "-"


def tabel_menunggu(f: FaktaRealisasiTahun) -> Tabel:
    """What is reported as done and not verified yet, the longest waiting first."""
    kolom = (
        Kolom("No", 9, "kanan"), Kolom(f.pengaturan.istilah_unit, 58), Kolom("Unsur", 44), Kolom("RTL", 92),
        Kolom("Dilaporkan pada", 35), Kolom("Bukti", 24, "kanan"),
    )  # fmt: skip
    baris = tuple(
        (
            str(i), satu.unit, sebut_unsur_rtl(satu.rtl), _rencana(satu), "-" if satu.dilapor is None else tanggal(satu.dilapor),
            bulat(len(satu.rtl.bukti)),
        )
        for i, satu in enumerate(f.menunggu[:PALING_BANYAK_BARIS], start=1)
    )  # fmt: skip
    return selebar_halaman(Tabel(kolom, baris, "MENUNGGU", "RTL yang menunggu verifikasi", ukuran_pt=8), LEBAR_LANSKAP)


def _rencana(satu: RtlUnit) -> str:
    """The planned action, short: the whole text is in the Excel file."""
    kegiatan = ringkas(satu.rtl.kegiatan, PANJANG_RENCANA)
    return f"{kegiatan} {CONTOH}" if satu.rtl.data_contoh else kegiatan
