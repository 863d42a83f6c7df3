"""A generated instansi in the form of the Buku Kerja SKM: the same parameters give the same files.

Made to be nasty on purpose: UPT under dinas, several layanan, long RTL texts, names with & < " and eighty letters, a unit
without result, one that is nihil, one with a single respondent, and two units that are equal in everything.
"""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

UNSUR = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarpras")
PERIODE = ("TW1", "TW2", "TW3", "TW4")
STATUS = ("selesai", "terverifikasi", "berjalan", "tidak_dilaksanakan", "dikembalikan")
KATA = (
    "menyusun", "petugas", "layanan", "loket", "pemohon", "berkas", "jadwal", "pengumuman", "antrean", "standar", "waktu", "ruang", "tunggu",
    "pelatihan", "evaluasi", "bulanan", "laporan", "masyarakat", "kanal", "daring", "papan", "informasi", "persyaratan", "pengaduan",
)  # fmt: skip
SARAN = (
    "Waktu antrean terlalu lama",
    "Persyaratan kurang jelas",
    "Tambahkan kursi di ruang tunggu",
    "Terima kasih",
    "Petugas ramah",
)
Baris = list[object]


@dataclass(frozen=True)
class Ukuran:
    """Size of the instansi. `respons` = questionnaires of one UPP in the year, spread over its triwulan and layanan."""

    upp: int = 100
    triwulan: int = 4
    respons: int = 400
    tahun: int = 2024
    benih: int = 7


def nama_upp(nomor: int) -> str:
    """Name of the unit; a few are as hard as real ones can be."""
    sulit = {
        2: 'UPT <Pasar> & "Terminal" Kecamatan Barat',
        3: "Dinas " + "Pemberdayaan Masyarakat dan Desa, Pengendalian Penduduk, dan Keluarga Berencana"[:74],
        4: "UPT Pengelolaan_Sampah_Terpadu_Reduce_Reuse_Recycle_Wilayah_Utara_dan_Sekitarnya"[:80],
    }
    jenis = ("Dinas", "Badan", "Kecamatan", "Puskesmas")[nomor % 4]
    return sulit.get(nomor, f"{jenis} Wilayah {nomor:03d}")


def lembar_upp(ukuran: Ukuran) -> Iterator[Baris]:
    """Sheet upp: every fifth unit has three UPT below it."""
    yield ["nama", "kode", "jenis", "kelompok", "induk", "frekuensi", "pelaksana"]
    for nomor in range(1, ukuran.upp + 1):
        induk = nama_upp(nomor - nomor % 5) if nomor % 5 in (1, 2, 3) and nomor > 5 else ""
        kelompok = ("Dinas", "Badan", "Kecamatan", "Puskesmas")[nomor % 4]
        yield [nama_upp(nomor), f"U{nomor:03d}", kelompok, kelompok, induk, "triwulan", "Mandiri"]


def lembar_respons(ukuran: Ukuran) -> Iterator[Baris]:
    """Sheet respons: unit 7 has nobody (nihil by its row), 8 is missing, 9 has one respondent, 11 equals 12."""
    kepala = [
        "upp",
        "layanan",
        "periode",
        "nomor_responden",
        "usia",
        "jenis_kelamin",
        "pendidikan",
        "pekerjaan",
        *UNSUR,
        "saran",
    ]
    yield kepala
    for nomor in range(1, ukuran.upp + 1):
        if nomor in (7, 8):
            continue
        acak = random.Random(f"{ukuran.benih}-{12 if nomor == 11 else nomor}")
        banyak = 1 if nomor == 9 else ukuran.respons
        yield from (_responden(nomor, i, acak, ukuran) for i in range(1, banyak + 1))


def _responden(nomor: int, urut: int, acak: random.Random, ukuran: Ukuran) -> Baris:
    mirip = 12 if nomor == 11 else nomor
    dasar = 0.45 + mirip % 10 / 20
    jawaban: list[object] = [_jawaban(acak, dasar - (0.25 if u == 2 else 0)) for u in range(9)]
    profil = (
        acak.randint(16, 70), acak.choice("LP"), acak.choice(("SD", "SMP", "SMA", "D3", "S1", "S2")),
        acak.choice(("PNS", "Swasta", "Wiraswasta", "Pelajar", "Petani")),
    )  # fmt: skip
    layanan = f"Layanan {acak.randint(1, 1 + mirip % 3)}"
    saran = acak.choice(SARAN) if urut % 40 == 0 else ""
    return [nama_upp(nomor), layanan, PERIODE[urut % ukuran.triwulan], urut, *profil, *jawaban, saran]


def _jawaban(acak: random.Random, dasar: float) -> object:
    x = acak.random()
    return "" if x > 0.99 else 4 if x < dasar * 0.6 else 3 if x < dasar + 0.4 else 2 if x < 0.95 else 1


def lembar_hasil(ukuran: Ukuran) -> Iterator[Baris]:
    """Sheet hasil: the nihil unit, and populations for every third one."""
    yield ["upp", "periode", "jumlah_responden", "populasi", "ikm_tercetak", "metode", "tautan_laporan"]
    yield [nama_upp(7), "TW1", 0, 0, "0,00", "", ""]
    for nomor in range(1, ukuran.upp + 1):
        if nomor not in (7, 8, 9):
            for periode in PERIODE[: ukuran.triwulan]:
                populasi = 900 if nomor % 3 == 0 else ""
                yield [
                    nama_upp(nomor),
                    periode,
                    ukuran.respons // ukuran.triwulan,
                    populasi,
                    "",
                    "Daring",
                    f"https://contoh.example/{nomor}",
                ]


def lembar_rtl(ukuran: Ukuran, *, berstatus: bool) -> Iterator[Baris]:
    """Sheet rtl: long texts; the year before carries outcomes."""
    yield [
        "upp",
        "periode",
        "unsur",
        "kegiatan",
        "keluhan",
        "indikator",
        "waktu",
        "penanggung_jawab",
        "status",
        "uraian",
        "alasan",
        "strategi",
        "bukti",
    ]
    for nomor in range(1, ukuran.upp + 1):
        acak = random.Random(f"rtl-{ukuran.benih}-{nomor}-{berstatus}")
        for periode in ("TAHUNAN",) if berstatus else PERIODE[: ukuran.triwulan]:
            for unsur in acak.sample(UNSUR, 3):
                status = acak.choice(STATUS) if berstatus else "direncanakan"
                alasan = (_kalimat(acak, 8), _kalimat(acak, 10)) if status == "tidak_dilaksanakan" else ("", "")
                bukti = f"https://contoh.example/bukti/{nomor}" if status in ("selesai", "terverifikasi") else ""
                yield [
                    nama_upp(nomor), periode, unsur, _kalimat(acak, acak.choice((8, 20, 60))), _kalimat(acak, 6), _kalimat(acak, 5),
                    "Triwulan II", "Kepala Seksi Pelayanan", status, _kalimat(acak, 12) if bukti else "", *alasan, bukti,
                ]  # fmt: skip


def _kalimat(acak: random.Random, kata: int) -> str:
    return " ".join(acak.choices(KATA, k=kata)).capitalize()


def lembar_riwayat(ukuran: Ukuran) -> Iterator[Baris]:
    """Sheet riwayat: five earlier years, with gaps."""
    yield ["upp", "tahun", "ikm"]
    for mundur in range(1, 6):
        yield ["", ukuran.tahun - mundur, f"{84 - mundur * 0.7:.2f}"]
        for nomor in range(1, ukuran.upp + 1):
            if (nomor + mundur) % 4:
                yield [nama_upp(nomor), ukuran.tahun - mundur, f"{70 + (nomor * 7 + mundur * 3) % 25 + 0.25:.2f}"]


def lembar_instansi(ukuran: Ukuran) -> Iterator[Baris]:
    """Sheet instansi."""
    yield ["kunci", "nilai"]
    isi = {
        "nama": "Pemerintah Kabupaten Contoh", "jenis": "kabupaten", "tahun": ukuran.tahun, "bobot": "1/9", "agregasi": "rerata_upp",
        "urutan_unsur": "permenpan", "tempat": "Kota Contoh", "tanggal_laporan": f"10 Januari {ukuran.tahun + 1}",
        "jabatan_penandatangan": "Sekretaris Daerah", "penandatangan": "Nama Pejabat Contoh", "nip_penandatangan": "19700101 199501 1 001",
    }  # fmt: skip
    yield from ([kunci, nilai] for kunci, nilai in isi.items())


def tulis_folder(tujuan: Path, ukuran: Ukuran, *, tahun_lalu: bool = False) -> Path:
    """Write the year as a folder of CSV; `tahun_lalu` writes the RTL of the year before with their outcomes instead."""
    tujuan.mkdir(parents=True, exist_ok=True)
    lembar = {"upp": lembar_upp(ukuran), "rtl": lembar_rtl(ukuran, berstatus=tahun_lalu)}
    if not tahun_lalu:
        lembar |= {
            "instansi": lembar_instansi(ukuran), "respons": lembar_respons(ukuran), "hasil": lembar_hasil(ukuran), "riwayat": lembar_riwayat(ukuran),
        }  # fmt: skip
    for nama, baris in lembar.items():
        with (tujuan / f"{nama}.csv").open("w", encoding="utf-8", newline="") as berkas:
            csv.writer(berkas, lineterminator="\n").writerows(baris)
    return tujuan
