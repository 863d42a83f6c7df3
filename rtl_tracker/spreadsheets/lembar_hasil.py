"""Sheet `hasil`: one row of results per UPP, layanan and period, digits as given."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.spreadsheets.baris import PembacaBaris, Tabel
from rtl_tracker.spreadsheets.buku_kerja import BarisHasil, SkalaTeks
from rtl_tracker.spreadsheets.sel import NilaiSalah, baca_desimal
from rtl_tracker.spreadsheets.tautan import baca_tautan

RENTANG: dict[SkalaTeks, tuple[Decimal, Decimal]] = {
    "nrr": (Decimal(1), Decimal(4)),
    "konversi": (Decimal(25), Decimal(100)),
}
SKALA: dict[str, SkalaTeks] = {
    **dict.fromkeys(("nrr", "1 4", "nilai rata rata"), "nrr"),
    **dict.fromkeys(("konversi", "25 100", "nilai konversi", "0 100"), "konversi"),
}
_SEBUTAN: dict[SkalaTeks, str] = {"nrr": "1 sampai 4 (NRR)", "konversi": "25 sampai 100 (konversi)"}


@dataclass(frozen=True, slots=True)
class _NilaiUnsur:
    """The unsur of one row: on one scale, and on the other where both are printed."""

    skala: SkalaTeks
    nilai: dict[Unsur, Decimal]
    konversi: dict[Unsur, Decimal]


def baca_hasil(tabel: Tabel, berjawaban: Collection[tuple[str, str]] = ()) -> list[BarisHasil]:
    """The rows; `berjawaban` are the (upp, periode) whose answers stand in the same workbook.

    Refused besides what single cells refuse: mixed scales in one row, two rows for the same UPP, layanan and period.
    """
    hasil = []
    pertama: dict[object, int] = {}
    for baris in tabel:
        isi = _baca_satu(baris)
        _ingatkan_kosong(baris, isi, berjawaban)
        if not baris.gagal:
            _tolak_ganda(baris, isi, pertama)
        if not baris.gagal:
            hasil.append(isi)
    _ingatkan_pecahan(tabel, hasil)
    return hasil


def _ingatkan_pecahan(tabel: Tabel, hasil: list[BarisHasil]) -> None:
    """A whole column between 0 and 1 is most often a share that lost its per cent format."""
    realisasi = [satu.realisasi_tercetak for satu in hasil if satu.realisasi_tercetak is not None]
    if not any(0 < nilai < 1 for nilai in realisasi) or any(nilai > 1 for nilai in realisasi):
        return
    kalimat = "Semua realisasi bernilai 0 sampai 1 dan dibaca sebagai persen. Bila maksudnya bagian dari seluruhnya, kalikan 100 (0,875 menjadi 87,5)."
    tabel.konteks.catatan.peringatan(tabel.skema.nama, None, "realisasi_tercetak", None, kalimat)


def _ingatkan_kosong(baris: PembacaBaris, isi: BarisHasil, berjawaban: Collection[tuple[str, str]]) -> None:
    """A row that says nothing, and nobody's answers beside it: most often a slip."""
    if baris.gagal or isi.nilai or isi.ikm_tercetak or isi.jumlah_responden == 0 or (isi.upp, isi.periode.value) in berjawaban:
        return
    kalimat = "Baris ini tidak memuat nilai unsur maupun IKM. Tanpa jawaban responden, periode ini tercatat belum ada data."
    baris.ingatkan(None, kalimat)


def _baca_satu(baris: PembacaBaris) -> BarisHasil:
    upp = baris.upp()
    periode, rata = baris.periode(boleh_rata=True)
    n, populasi = baris.hitungan("jumlah_responden"), baris.hitungan("populasi")
    ikm = baris.desimal("ikm_tercetak")
    unsur = _baca_unsur(baris, n, ikm)
    if n is not None and populasi is not None and populasi < n:
        baris.ingatkan("populasi", f"Populasi ({populasi}) lebih kecil daripada jumlah responden ({n}). Periksa keduanya.")
    tautan = baca_tautan(baris, "tautan_laporan")
    return BarisHasil(
        baris=baris.nomor,
        upp=upp or "",
        layanan=baris.layanan(upp),
        periode=periode,
        rata=rata,
        skala=unsur.skala,
        nilai=unsur.nilai,
        konversi_tercetak=unsur.konversi,
        ikm_tercetak=ikm,
        kategori_tercetak=baris.label("kategori_tercetak") or None,
        jumlah_responden=n,
        populasi=populasi,
        metode=baris.label("metode"),
        pelaksana=baris.label("pelaksana"),
        unsur_prioritas=baris.teks("unsur_prioritas"),
        realisasi_tercetak=baris.desimal("realisasi_tercetak"),
        tautan_laporan=tautan[0] if tautan else "",
    )


def _tolak_ganda(baris: PembacaBaris, isi: BarisHasil, pertama: dict[object, int]) -> None:
    kunci = (isi.upp, isi.layanan, isi.periode, isi.rata)
    sebelum = pertama.setdefault(kunci, baris.nomor)
    if sebelum != baris.nomor:
        sebutan = f"{isi.upp}{f', layanan {isi.layanan}' if isi.layanan else ''}, periode {isi.periode.value}"
        baris.tolak("periode", f"Baris {sebelum} dan baris {baris.nomor} memuat hal yang sama: {sebutan}. Sisakan satu.")


def _baca_unsur(baris: PembacaBaris, n: int | None, ikm: Decimal | None) -> _NilaiUnsur:
    """The values and their scale. A row without data (n = 0, IKM 0; or zeros throughout and no n) has none."""
    kepala = baris.tabel.kepala
    nilai, konversi = _baca_kolom(baris, kepala.unsur), _baca_kolom(baris, kepala.konversi)
    disebut = baris.pilihan("skala", SKALA, "nrr, konversi")
    terisi = any(nilai.values()) or any(konversi.values())
    if not n and not ikm and (n == 0 or not terisi):
        if terisi:
            baris.ingatkan(
                "jumlah_responden", "Jumlah responden 0 dan IKM 0, tetapi nilai unsur terisi; nilai unsur tidak dibaca."
            )
        return _NilaiUnsur("nrr", {}, {})
    if konversi and not nilai:
        return _NilaiUnsur("konversi", _dalam_rentang(baris, konversi, kepala.konversi, "konversi"), {})
    if konversi:
        nrr = _dalam_rentang(baris, nilai, kepala.unsur, "nrr")
        return _NilaiUnsur("nrr", nrr, _dalam_rentang(baris, konversi, kepala.konversi, "konversi"))
    skala = disebut or _temukan_skala(baris, nilai)
    return _NilaiUnsur(skala, _dalam_rentang(baris, nilai, kepala.unsur, skala) if disebut else nilai, {})


def _baca_kolom(baris: PembacaBaris, letak: dict[Unsur, int]) -> dict[Unsur, Decimal]:
    hasil = {}
    for unsur, posisi in letak.items():
        try:
            nilai = baca_desimal(baris.sel[posisi])
        except NilaiSalah as salah:
            baris.tolak(None, str(salah), posisi)
            continue
        if nilai is not None:
            hasil[unsur] = nilai
    return hasil


def _skala_dari(nilai: Decimal) -> SkalaTeks | None:
    return next((skala for skala, (bawah, atas) in RENTANG.items() if bawah <= nilai <= atas), None)


def _temukan_skala(baris: PembacaBaris, nilai: dict[Unsur, Decimal]) -> SkalaTeks:
    """The one scale all values fit; values that fit none, or two scales in one row, are refused."""
    letak = baris.tabel.kepala.unsur
    ditemukan: dict[SkalaTeks, list[Unsur]] = {}
    for unsur, angka in nilai.items():
        skala = _skala_dari(angka)
        if skala is None:
            pilihan = " atau ".join(_SEBUTAN.values())
            baris.tolak(None, f"Nilai unsur {unsur.value} di luar rentang. Nilai unsur harus {pilihan}.", letak[unsur])
        else:
            ditemukan.setdefault(skala, []).append(unsur)
    if len(ditemukan) > 1:
        uraian = "; ".join(f"{skala}: {', '.join(unsur)}" for skala, unsur in ditemukan.items())
        sedikit = min(ditemukan.values(), key=len)[0]
        baris.tolak(None, f"Skala nilai unsur bercampur dalam satu baris ({uraian}). Pakai satu skala.", letak[sedikit])
    return next(iter(ditemukan), "nrr")


def _dalam_rentang(
    baris: PembacaBaris, nilai: dict[Unsur, Decimal], letak: dict[Unsur, int], skala: SkalaTeks
) -> dict[Unsur, Decimal]:
    """Refuse each value that is not on `skala`."""
    bawah, atas = RENTANG[skala]
    for unsur, angka in nilai.items():
        if not bawah <= angka <= atas:
            kalimat = f"Nilai unsur {unsur.value} harus {_SEBUTAN[skala]} karena baris ini berskala {skala}."
            baris.tolak(None, kalimat, letak[unsur])
    return nilai
