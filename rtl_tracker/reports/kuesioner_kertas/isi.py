"""The body of the paper questionnaire, from the title to the room for saran."""

from collections.abc import Iterator

from rtl_tracker.domain.jawaban import PILIHAN_PROFIL
from rtl_tracker.domain.kuesioner import Butir
from rtl_tracker.reports.kuesioner_kertas.blok import (
    TENGAH,
    baris,
    bingkai,
    dxa,
    kotak,
    paragraf,
    pilihan_sebaris,
    sel,
    tabel,
    tulisan,
)
from rtl_tracker.reports.kuesioner_kertas.model import KATA_PROFIL, NAMA_PROFIL, KuesionerKertas

LEBAR_ISI = dxa(178)
LEBAR_LABEL = dxa(47)
SISI_KUNCI, LEBAR_KATA = dxa(10), dxa(34.5)
SISI_TANGGAL, TINGGI_TANGGAL = dxa(6.5), 7.5
LAYANAN_BERKOTAK = 8
"""As many layanan are offered in boxes; more of them get a line to write on."""
TINGGI_SARAN, TINGGI_KUNCI = 70.0, 10.0
TEBAL = "<w:b/>"
_TITIK = "." * 80
_LEKAT = "<w:keepNext/>"
PERSETUJUAN = (
    "Survei ini sukarela dan tanpa nama, dan tidak memengaruhi layanan yang Anda terima. Yang dicatat hanya jawaban Anda, tanggalnya, "
    "dan data umum yang Anda pilih sendiri; semuanya dipakai untuk memperbaiki layanan dan hanya diumumkan sebagai angka gabungan. "
    "Dengan mengisi kuesioner ini Anda menyetujuinya."
)
CARA = "Cara mengisi: beri tanda silang (X) pada satu kotak untuk setiap pertanyaan."
TANPA_PENGENAL = "Mohon tidak menulis nama, NIK, nomor telepon, atau alamat."
PENUTUP = "Terima kasih. Masukkan kuesioner ini ke kotak survei, atau serahkan kepada petugas."


def susun_isi(k: KuesionerKertas) -> Iterator[str]:
    """The blocks in their order."""
    if k.instansi:
        yield paragraf(tulisan(k.instansi), "KertasInstansi")
    yield paragraf(tulisan("Kuesioner Survei Kepuasan Masyarakat"), "KertasJudul")
    yield tabel((LEBAR_LABEL, LEBAR_ISI - LEBAR_LABEL), _identitas(k))
    yield paragraf("", "KertasSela")
    yield _tanggal()
    yield paragraf(tulisan(PERSETUJUAN), "KertasIsi")
    yield paragraf(tulisan(CARA, TEBAL), "KertasPetunjuk")
    yield _judul("A. Data Anda (boleh dikosongkan)")
    profil = [(NAMA_PROFIL[kolom], pilihan_sebaris([_kata(n) for n in nilai])) for kolom, nilai in PILIHAN_PROFIL.items()]
    yield tabel((LEBAR_LABEL, LEBAR_ISI - LEBAR_LABEL), [_pasangan(label, _isi(isi)) for label, isi in profil])
    yield _judul("B. Penilaian umum")
    yield _tanya(None, k.kuesioner.umum)
    yield _judul("C. Penilaian setiap bagian layanan")
    for nomor, butir in enumerate(k.kuesioner.butir, start=1):
        yield _tanya(nomor, butir)
    yield from _saran()


def _identitas(k: KuesionerKertas) -> Iterator[str]:
    yield _pasangan(k.istilah_unit, _isi(tulisan(k.unit, TEBAL)))
    if len(k.layanan) == 1:
        yield _pasangan("Layanan", _isi(tulisan(k.layanan[0], TEBAL)))
    elif len(k.layanan) > LAYANAN_BERKOTAK:
        yield _pasangan("Layanan yang diterima", _isi(tulisan(_TITIK)))
    elif k.layanan:
        pilihan = (f"{kotak(str(nomor))}{tulisan(f' {nama}')}" for nomor, nama in enumerate(k.layanan, start=1))
        yield _pasangan("Layanan yang diterima", "".join(map(_isi, pilihan)))
    yield _pasangan("Periode", _isi(tulisan(k.periode)))


def _tanggal() -> str:
    """Eight boxes for day, month and year."""
    sel_ = [sel(paragraf(tulisan("Tanggal diisi"), "KertasLabel"), LEBAR_LABEL, TENGAH)]
    kolom = [LEBAR_LABEL]
    for huruf in "HH/BB/TTTT":
        garis = huruf == "/"
        sel_.append(sel(paragraf(tulisan("/" if garis else ""), "KertasKunci"), SISI_TANGGAL, TENGAH if garis else bingkai()))
        kolom.append(SISI_TANGGAL)
    return tabel(kolom, [baris(sel_, TINGGI_TANGGAL)])


def _pasangan(label: str, isi: str) -> str:
    return baris((sel(paragraf(tulisan(label), "KertasLabel"), LEBAR_LABEL), sel(isi, LEBAR_ISI - LEBAR_LABEL)))


def _isi(isi: str) -> str:
    return paragraf(isi, "KertasPilihan")


def _judul(teks: str) -> str:
    return paragraf(tulisan(teks), "KertasBagian")


def _tanya(nomor: int | None, butir: Butir) -> str:
    """A question and the row of its four answers, never apart; a paragraph between keeps one table from the next."""
    depan = "" if nomor is None else f"{nomor}.  "
    tanya = paragraf(tulisan(f"{depan}{butir.tanya}"), "KertasTanya")
    jawab = "".join(
        sel(paragraf(tulisan(str(kunci)), "KertasKunci"), SISI_KUNCI, bingkai())
        + sel(paragraf(tulisan(kata), "KertasKata"), LEBAR_KATA, TENGAH)
        for kunci, kata in enumerate(butir.pilihan, start=1)
    )
    return tanya + tabel((SISI_KUNCI, LEBAR_KATA) * 4, [baris((jawab,), TINGGI_KUNCI)])


def _saran() -> Iterator[str]:
    yield _judul("D. Saran, masukan, atau keluhan (boleh dikosongkan)")
    yield paragraf(tulisan(TANPA_PENGENAL), "KertasPetunjuk", _LEKAT)
    yield tabel((LEBAR_ISI,), [baris((sel(paragraf("", "KertasKata", _LEKAT), LEBAR_ISI, bingkai()),), TINGGI_SARAN)])
    yield paragraf(tulisan(PENUTUP), "KertasPenutup")


def _kata(nilai: str) -> str:
    return KATA_PROFIL.get(nilai, nilai[:1].upper() + nilai[1:])
