"""Tables of chapter IV and of the appendices on follow-up and proof."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur
from rtl_tracker.formats import angka, bulat, tanggal
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan
from rtl_tracker.reports.tahunan.fakta_tindak_lanjut import sebutan_periode
from rtl_tracker.reports.tahunan.tabel_dasar import kode, tanpa_kolom_kosong, unsur_urut
from rtl_tracker.reports.word.elemen import Baris, Kolom, Tabel

SEBUTAN_STATUS: dict[StatusRtl | None, str] = {
    None: "-",
    StatusRtl.DIRENCANAKAN: "direncanakan",
    StatusRtl.BERJALAN: "berjalan",
    StatusRtl.SELESAI: "selesai (dilaporkan)",
    StatusRtl.TERVERIFIKASI: "selesai (terverifikasi)",
    StatusRtl.DIKEMBALIKAN: "dikembalikan",
    StatusRtl.TIDAK_DILAKSANAKAN: "tidak dilaksanakan",
}


def _unsur(rtl: Rtl) -> str:
    return NAMA_UNSUR[rtl.unsur] if rtl.unsur is not None else rtl.unsur_teks


def _waktu(rtl: Rtl) -> str:
    if rtl.tenggat is None:
        return rtl.waktu
    return f"{rtl.waktu}\n{tanggal(rtl.tenggat)}" if rtl.waktu else tanggal(rtl.tenggat)


def tabel_prioritas(f: FaktaTahunan) -> Tabel:
    """How many UPP have each unsur as a priority."""
    t, unit = f.tindak_lanjut, f.pengaturan.istilah_unit
    kolom = (Kolom("No", 10, "kanan"), Kolom("Unsur", 90), Kolom(f"Menjadi prioritas pada ({unit})", 40, "kanan"))
    baris = tuple((str(i), NAMA_UNSUR[u], bulat(n)) for i, (u, n) in enumerate(t.kali_prioritas, start=1))
    return Tabel(kolom, baris, "PRIORITAS", f"Unsur prioritas perbaikan {unit}, tahun {f.tahun}")


def tabel_rtl_instansi(f: FaktaTahunan) -> Tabel:
    """T11: all nine unsur ascending; several RTL of an unsur stand below each other."""
    kolom = (
        Kolom("No", 9, "kanan"), Kolom("Unsur", 30), Kolom("NRR", 12, "kanan"), Kolom("Kondisi umum", 36), Kolom("Tindak lanjut", 42),
        Kolom("Waktu", 22), Kolom("Penanggung jawab", 26),
    )  # fmt: skip
    return Tabel(kolom, tuple(_baris_instansi(f)), "T11", f"Rencana tindak lanjut instansi, tahun {f.tahun}", ukuran_pt=8.5)


def _baris_instansi(f: FaktaTahunan) -> Iterator[Baris]:
    milik: dict[Unsur | None, list[Rtl]] = {}
    for satu in f.tindak_lanjut.rtl_instansi:
        milik.setdefault(satu.unsur, []).append(satu)
    gabung = frozenset({0, 1, 2})
    nomor = 0
    for n in f.hasil.unsur:
        nomor += 1
        untuk_unsur: list[Rtl | None] = [*milik.get(n.unsur, [])]
        for i, rtl in enumerate(untuk_unsur or [None]):
            isi = (
                ("-", "belum ada", "", "")
                if rtl is None
                else (rtl.keluhan or "-", rtl.kegiatan, _waktu(rtl), rtl.penanggung_jawab)
            )
            sel = (str(nomor), NAMA_UNSUR[n.unsur], angka(n.nrr), *isi)
            yield Baris(sel, mulai=frozenset() if i else gabung, lanjut=gabung if i else frozenset())
    for lain in milik.get(None, []):
        nomor += 1
        yield Baris((str(nomor), lain.unsur_teks, "-", lain.keluhan or "-", lain.kegiatan, _waktu(lain), lain.penanggung_jawab))


def tabel_rtl_unsur(f: FaktaTahunan) -> Tabel:
    """RTL of the UPP counted by unsur."""
    t = f.tindak_lanjut
    per_unsur = dict(t.per_unsur)
    kolom = (Kolom("Kode", 14, "tengah"), Kolom("Unsur", 90), Kolom("Jumlah RTL", 30, "kanan"))
    baris = [Baris((kode(f, u), NAMA_UNSUR[u], bulat(per_unsur.get(u, 0)))) for u in unsur_urut(f)]
    if t.tanpa_unsur:
        baris.append(Baris(("-", "Belum menunjuk satu unsur", bulat(t.tanpa_unsur))))
    baris.append(Baris(("", "Jumlah", bulat(sum(per_unsur.values()) + t.tanpa_unsur)), "total"))
    return Tabel(kolom, tuple(baris), "RTL_UNSUR", f"Jumlah RTL {f.pengaturan.istilah_unit} menurut unsur, tahun {f.tahun}")


def tabel_realisasi(f: FaktaTahunan) -> Tabel:
    """Realisasi of the previous period per UPP; columns without any figure fall away."""
    r, unit = f.tindak_lanjut.realisasi, f.pengaturan.istilah_unit
    kolom = (
        Kolom("No", 7.5, "kanan"), Kolom(unit, 29.5), Kolom("RTL", 9, "kanan"), Kolom("selesai", 13, "kanan"), Kolom("terverifikasi", 19.4, "kanan"),
        Kolom("I", 12, "kanan"), Kolom("II", 12, "kanan"), Kolom("dilaporkan", 17.8, "kanan"),
        Kolom("terverifikasi", 19.4, "kanan"), Kolom("Skor PEKPPP", 15, "kanan"),
    )  # fmt: skip
    kepala = (("", 1), ("", 1), ("Jumlah", 3), ("Semester (%)", 2), ("Setahun (%)", 2), ("", 1))
    baris = [
        Baris((
            str(i), b.nama, *(bulat(x) if r.rtl else "" for x in (b.rtl, b.selesai, b.terverifikasi)),
            *(angka(x, kosong="-" if r.per_semester else "") for x in b.per_semester),
            angka(b.dilaporkan, kosong="belum"), angka(b.persen_terverifikasi, kosong=""), bulat(b.skor),
        ))
        for i, b in enumerate(r.baris, start=1)
    ]  # fmt: skip
    baris.append(
        Baris((
            "", "Jumlah dan rata-rata instansi" if r.rtl else "Rata-rata instansi",
            *(bulat(x) if r.rtl else "" for x in (r.rtl, r.selesai, r.jumlah_terverifikasi)), *(angka(x, kosong="") for x in _rata_semester(f)),
            angka(r.dilaporkan), angka(r.terverifikasi, kosong=""), "",
        ), "total")
    )  # fmt: skip
    judul = f"Realisasi RTL periode sebelumnya per {unit}, tahun {f.tahun}"
    tabel = Tabel(kolom, (), "REALISASI", judul, kepala_atas=kepala, catatan=_catatan_realisasi(f), ukuran_pt=8)
    return tanpa_kolom_kosong(tabel, baris)


def _rata_semester(f: FaktaTahunan) -> tuple[Decimal | None, Decimal | None]:
    per_semester = {periode: nilai for periode, nilai, _ in f.tindak_lanjut.realisasi.per_semester}
    return per_semester.get(Periode.S1), per_semester.get(Periode.S2)


def _catatan_realisasi(f: FaktaTahunan) -> str:
    """What the marks below the table mean; a mark that does not stand in it is not explained."""
    r = f.tindak_lanjut.realisasi
    butir = (
        ("“belum” berarti belum melaporkan; tidak dihitung sebagai nol.", r.belum_dilaporkan),
        (
            "“-” berarti tidak ada laporan pada semester itu; tidak dihitung sebagai nol.",
            r.per_semester and any(None in b.per_semester for b in r.baris),
        ),
        ("Skor menurut PEKPPP F-01.", True),
        ("Kolom jumlah pada baris terakhir adalah jumlah, kolom persentase adalah rata-rata.", r.rtl),
        ("Persentase menurut laporan unit; rincian RTL dan buktinya tidak disampaikan.", not r.rtl),
    )
    return " ".join(teks for teks, berlaku in butir if berlaku)


def tabel_belum(f: FaktaTahunan) -> Tabel:
    """T13 with the unit and the reason."""
    kolom = (
        Kolom("No", 9, "kanan"), Kolom(f.pengaturan.istilah_unit, 30), Kolom("RTL", 40), Kolom("Status dan alasan", 34), Kolom("Strategi penyelesaian", 34),
        Kolom("Target waktu", 22), Kolom("Penanggung jawab", 24), Kolom("Stakeholder terkait", 22),
    )  # fmt: skip
    baris = [
        Baris(
            (
                str(i),
                nama,
                rtl.kegiatan,
                _alasan(rtl),
                rtl.strategi or "-",
                _waktu(rtl) or "-",
                rtl.penanggung_jawab or "-",
                rtl.stakeholder or "-",
            )
        )
        for i, (nama, rtl) in enumerate(f.tindak_lanjut.belum, start=1)
    ]
    tabel = Tabel(kolom, (), "T13", "RTL yang belum selesai dan strategi penyelesaiannya", ukuran_pt=8)
    return tanpa_kolom_kosong(tabel, baris, 3)


def _alasan(rtl: Rtl) -> str:
    sebab = rtl.alasan or rtl.hambatan
    return f"{SEBUTAN_STATUS[rtl.status]}: {sebab}" if sebab else SEBUTAN_STATUS[rtl.status]


def tabel_dampak(f: FaktaTahunan) -> Tabel:
    """Effect of RTL by unsur: how many pairs rose, stayed, fell."""
    kolom = (Kolom("Unsur", 80), *(Kolom(j, 20, "kanan") for j in ("Naik", "Tetap", "Turun", "Jumlah")))
    d = f.tindak_lanjut.dampak
    baris = [
        Baris((NAMA_UNSUR[b.unsur], bulat(b.naik), bulat(b.tetap), bulat(b.turun), bulat(b.naik + b.tetap + b.turun)))
        for b in d
    ]
    jumlah = (sum(b.naik for b in d), sum(b.tetap for b in d), sum(b.turun for b in d))
    baris.append(Baris(("Jumlah", *(bulat(x) for x in jumlah), bulat(sum(jumlah))), "total"))
    return Tabel(kolom, tuple(baris), "DAMPAK", "Perubahan nilai unsur yang memiliki RTL pada pengukuran berikutnya")


def tabel_hasil_tindak_lanjut(daftar: Sequence[Rtl]) -> Tabel:
    """T12 of one UPP: RTL numbered by unsur, whether done, what was done, proof, obstacles."""
    kolom = (
        Kolom("No", 11, "kanan"), Kolom("Periode", 20), Kolom("Unsur", 26), Kolom("Rencana Tindak Lanjut", 42), Kolom("Status", 23), Kolom("Uraian", 32),
        Kolom("Dokumentasi", 30), Kolom("Tantangan/hambatan", 28),
    )  # fmt: skip
    baris = [
        Baris(
            (
                nomor,
                sebutan_periode(r),
                _unsur(r),
                r.kegiatan,
                SEBUTAN_STATUS[r.status],
                r.uraian or "-",
                "\n".join(r.bukti) or "-",
                r.hambatan or "-",
            )
        )
        for nomor, r in _bernomor(daftar)
    ]
    return tanpa_kolom_kosong(Tabel(kolom, (), ukuran_pt=8), baris, 3)


def _bernomor(daftar: Sequence[Rtl]) -> Iterator[tuple[str, Rtl]]:
    """(1.1, RTL), (1.2, RTL), (2.1, RTL) ...: first the unsur, then its RTL, in the order in which they appear."""
    urutan: dict[str, int] = {}
    cacah: dict[str, int] = {}
    for r in sorted(daftar, key=lambda r: [_unsur(x) for x in daftar].index(_unsur(r))):
        nama = _unsur(r)
        nomor = urutan.setdefault(nama, len(urutan) + 1)
        cacah[nama] = cacah.get(nama, 0) + 1
        yield f"{nomor}.{cacah[nama]}", r


def tabel_rencana(daftar: Sequence[Rtl]) -> Tabel:
    """RTL of one UPP as planned this year; columns that nobody filled fall away."""
    kolom = (
        Kolom("No", 11, "kanan"), Kolom("Periode", 22), Kolom("Unsur", 30), Kolom("Keluhan/masukan", 32), Kolom("Rencana Tindak Lanjut", 52),
        Kolom("Waktu", 24), Kolom("Penanggung jawab", 26), Kolom("Status", 22),
    )  # fmt: skip
    baris = [
        Baris(
            (
                nomor,
                sebutan_periode(r),
                _unsur(r),
                r.keluhan or "-",
                r.kegiatan,
                _waktu(r) or "-",
                r.penanggung_jawab or "-",
                SEBUTAN_STATUS[r.status],
            )
        )
        for nomor, r in _bernomor(daftar)
    ]
    return tanpa_kolom_kosong(Tabel(kolom, (), ukuran_pt=8), baris, 3)


def tabel_bukti(f: FaktaTahunan) -> Tabel:
    """T15; the same address under several units is said below the table."""
    kolom = (Kolom("No", 10, "kanan"), Kolom(f.pengaturan.istilah_unit, 64), Kolom("Periode", 26), Kolom("Tautan laporan", 62))
    baris = tuple((str(i), *isi) for i, isi in enumerate(f.tautan, start=1))
    unit: dict[str, set[str]] = {}
    for nama, _, tautan in f.tautan:
        unit.setdefault(tautan, set()).add(nama)
    sama = [(t, len(n)) for t, n in unit.items() if len(n) > 1]
    catatan = "; ".join(f"{t} dipakai bersama oleh {bulat(n)} {f.pengaturan.istilah_unit}" for t, n in sama)
    return Tabel(
        kolom,
        baris,
        "T15",
        f"Bukti dukung laporan per {f.pengaturan.istilah_unit}",
        catatan=f"{catatan}." if catatan else None,
        ukuran_pt=8.5,
    )
