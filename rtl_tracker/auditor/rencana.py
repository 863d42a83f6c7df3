"""Rules of plans: owed and chosen unsur, missing fields, copies, empty actions, what is overdue (RTL-01 to -03, -06, -07)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from rtl_tracker.auditor.fakta import BarisTerukur, Fakta
from rtl_tracker.auditor.kata_rencana import kelompok_serupa, kutip, sebut_unsur, tanpa_keluaran
from rtl_tracker.auditor.sebutan import bulat, deret, deret_unsur, nama_periode
from rtl_tracker.auditor.selang import Selang, tepat
from rtl_tracker.auditor.selang_hasil import lebar, selang_terukur
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.hasil import Hasil, Sumber
from rtl_tracker.domain.ikm import konversi, peringkat, prioritas
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.periode import Periode, semester_dari
from rtl_tracker.domain.rtl import Rtl, StatusRtl, terlambat, unsur_wajib_rtl
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur

RINCI = 5
AMBANG_TERLAMBAT = (180, 90, 30)
BELUM_TUNTAS = frozenset({StatusRtl.DIRENCANAKAN, StatusRtl.BERJALAN, StatusRtl.DIKEMBALIKAN})
ISIAN = {"tenggat": "tenggat atau waktu pelaksanaan", "penanggung_jawab": "penanggung jawab"}
BERMUTU_RENDAH = (Mutu.C, Mutu.D)
SEUJUNG = Fraction(1, 10**9)
URUTAN_PERIODE = {periode: i for i, periode in enumerate(Periode)}
SelangUnsur = Mapping[Unsur, Selang]


def rtl_01(fakta: Fakta) -> Iterator[Temuan]:
    """Owed unsur without an RTL, chosen priorities that are not the lowest, and RTL that name no single unsur."""
    yield from _unsur_tanpa_rtl(fakta)
    for t in fakta.terukur:
        yield from _salah_prioritas(fakta, t)
    for rata in fakta.rata_tercetak.values():
        for b in rata.values():
            yield from _salah_prioritas(fakta, BarisTerukur(b.upp_id, b, None))
    for upp_id, daftar in menurut_unit(r for r in fakta.rtl if r.unsur is None).items():
        yield from _rtl_tanpa_unsur(upp_id, daftar)


def menurut_unit(rtl: Iterable[Rtl]) -> dict[int | None, list[Rtl]]:
    """RTL by unit; None = of the instansi itself."""
    hasil: dict[int | None, list[Rtl]] = {}
    for satu in rtl:
        hasil.setdefault(satu.upp_id, []).append(satu)
    return hasil


def _lebih_rendah(a: Selang, b: Selang) -> bool:
    """Whether a is lower than b whatever stands behind the digits: rounding never turns an order round."""
    return a.atas <= b.bawah and a.tengah < b.tengah


def _pasti_wajib(selang: SelangUnsur, unsur: Unsur, jumlah: int) -> bool:
    """Whether an unsur is surely among the lowest `jumlah`, or surely classed C or D."""
    sendiri = selang[unsur]
    atas = sendiri.atas if sendiri.atas == sendiri.bawah else sendiri.atas - SEUJUNG
    if mutu(konversi(atas)) in BERMUTU_RENDAH:
        return True
    return sum(s.bawah < sendiri.atas for u, s in selang.items() if u is not unsur) < jumlah


def _mungkin_wajib(selang: SelangUnsur, unsur: Unsur, jumlah: int) -> bool:
    """Whether an unsur may be among the lowest `jumlah`, ties included, or may be classed C or D."""
    if mutu(konversi(selang[unsur].bawah)) in BERMUTU_RENDAH:
        return True
    return sum(_lebih_rendah(s, selang[unsur]) for s in selang.values()) < jumlah


def _unsur_tanpa_rtl(fakta: Fakta) -> Iterator[Temuan]:
    milik = menurut_unit(fakta.rtl)
    if not any(upp_id is not None for upp_id in milik):
        return
    terukur: dict[int, list[BarisTerukur]] = {}
    for t in fakta.terukur:
        terukur.setdefault(t.upp_id, []).append(t)
    jumlah = fakta.pengaturan.jumlah_prioritas
    for r in fakta.rekap.upp:
        per_periode = selang_terukur(terukur.get(r.upp.id, []), lebar, fakta.pengaturan)
        for h in r.terukur:
            cetak = per_periode.get(h.periode)
            selang = {u: s for u, s in cetak.nilai.items() if isinstance(u, Unsur)} if cetak is not None else {}
            if h.sumber is Sumber.JAWABAN or selang.keys() != h.nrr.keys():
                selang = {u: tepat(x) for u, x in h.nrr.items()}
            sekitar = [x for x in milik.get(r.upp.id, []) if _seperiode(x.periode, h.periode)]
            ber_rtl = {u for x in sekitar for u in ((x.unsur,) if x.unsur else sebut_unsur(x.unsur_teks))}
            wajib = unsur_wajib_rtl(h.nrr, jumlah) if len(set(h.nrr.values())) > 1 else ()
            kurang = [u for u in wajib if u not in ber_rtl and _pasti_wajib(selang, u, jumlah)]
            if kurang:
                yield _temuan_kurang(h, kurang, sekitar)


def _seperiode(rencana: Periode, hasil: Periode) -> bool:
    """Whether a plan may answer a result: of the same period, or of one that holds the other."""
    if Periode.TAHUNAN in (rencana, hasil):
        return True
    return rencana is hasil or semester_dari(hasil) is rencana or semester_dari(rencana) is hasil


def _temuan_kurang(h: Hasil, kurang: Sequence[Unsur], sekitar: Sequence[Rtl]) -> Temuan:
    rendah = any(mutu(konversi(h.nrr[u])) in BERMUTU_RENDAH for u in kurang)
    kalimat = (
        f"Unsur {deret(_bernilai(u, h.nrr) for u in kurang)} termasuk yang terendah{' atau bermutu C/D' if rendah else ''}, "
        "sehingga "
        f"wajib memiliki RTL, tetapi "
    )
    if sekitar:
        kalimat += f"RTL {nama_periode(h.periode)} belum menyebutnya. Tambahkan RTL untuk unsur itu."
    else:
        kalimat += f"{nama_periode(h.periode)} belum memiliki RTL sama sekali. Susun RTL untuk unsur itu."
    tanpa = sum(x.unsur is None for x in sekitar)
    if tanpa:
        kalimat += f" Ada {tanpa} RTL yang belum menunjuk satu unsur; bila RTL itu yang dimaksud, pilih unsurnya."
    nama = "; ".join(NAMA_PENDEK[u] for u in kurang)
    return Temuan(
        "RTL-01", Tingkat.PERINGATAN, kalimat, h.upp_id, h.periode, None, kurang[0].value, "belum ada RTL", f"RTL untuk {nama}"
    )


def _bernilai(unsur: Unsur, nrr: Mapping[Unsur, Fraction]) -> str:
    """ "Waktu (86,20)"."""
    return f"{NAMA_PENDEK[unsur]} ({bulat(konversi(nrr[unsur]))})"


def _salah_prioritas(fakta: Fakta, t: BarisTerukur) -> Iterator[Temuan]:
    """One finding for a row that chose unsur which cannot be the lowest; who chooses more than owed takes the next lowest."""
    b = t.baris
    pilihan = sebut_unsur(b.unsur_prioritas)
    cetak = t.cetak
    if not pilihan or not cetak.lengkap:
        return
    jumlah = fakta.pengaturan.jumlah_prioritas
    nrr = {u: s.tengah for u, s in cetak.nrr.items()}
    benar = prioritas(nrr, jumlah)
    salah = _tidak_terendah(cetak.nrr_lebar, pilihan, jumlah)
    if len(pilihan) == len(Unsur) > len(benar):
        kalimat = (
            "Kesembilan unsur dicantumkan sebagai prioritas, sehingga tidak ada yang diutamakan. "
            f"Cantumkan yang terendah saja: {deret(_bernilai(u, nrr) for u in benar)}."
        )
    elif salah:
        peringkatnya = {u: rank for rank, u in peringkat(nrr)}
        sebut = deret(f"{_bernilai(u, nrr)} yang berada di urutan {peringkatnya[u]} dari bawah" for u in salah)
        kalimat = (
            f"Unsur prioritas tercetak memuat {sebut}, padahal unsur terendah adalah "
            f"{deret(_bernilai(u, nrr) for u in benar)}. Perbaiki unsur prioritas, atau periksa nilai unsurnya."
        )
        if not _tidak_terendah(_tertukar(cetak.nrr_lebar), pilihan, jumlah):
            kalimat += " Pilihan itu sesuai bila nilai Pengaduan dan Sarpras tertukar (U8 dan U9); periksa urutan kolomnya."
    else:
        return
    yield Temuan("RTL-01", Tingkat.PERINGATAN, kalimat, b.upp_id, b.periode, b.layanan, "unsur_prioritas",
                 b.unsur_prioritas, "; ".join(NAMA_PENDEK[u] for u in benar))  # fmt: skip


def _tidak_terendah(selang: SelangUnsur, pilihan: Sequence[Unsur], jumlah: int) -> list[Unsur]:
    paling = max(jumlah, len(pilihan))
    return [u for u in pilihan if not _mungkin_wajib(selang, u, paling)]


def _tertukar(selang: SelangUnsur) -> SelangUnsur:
    """The same with the values of pengaduan and sarpras exchanged."""
    return {**selang, Unsur.PENGADUAN: selang[Unsur.SARPRAS], Unsur.SARPRAS: selang[Unsur.PENGADUAN]}


def _rtl_tanpa_unsur(upp_id: int | None, daftar: Sequence[Rtl]) -> Iterator[Temuan]:
    """RTL whose words name no single unsur: each, or all of a unit in one when there are many."""
    if len(daftar) > RINCI:
        kalimat = (
            f"{len(daftar)} RTL belum menunjuk satu unsur, misalnya {kutip(daftar[0].kegiatan)}. "
            "Pilih satu dari sembilan unsur untuk masing-masing RTL."
        )
        yield Temuan("RTL-01", Tingkat.PERINGATAN, kalimat, upp_id, bidang="unsur", tercetak=f"{len(daftar)} RTL")
        return
    for r in daftar:
        disebut = sebut_unsur(r.unsur_teks)
        if len(disebut) > 1:
            kalimat = (
                f"RTL {kutip(r.kegiatan)} menyebut lebih dari satu unsur ({deret_unsur(disebut)}). Buat satu RTL untuk setiap "
                "unsur."
            )
        elif r.unsur_teks:
            kalimat = (
                f"RTL {kutip(r.kegiatan)} menyebut {kutip(r.unsur_teks)}, yang bukan nama unsur. Pilih satu dari sembilan "
                "unsur."
            )
        else:
            kalimat = f"RTL {kutip(r.kegiatan)} belum menunjuk unsur yang diperbaiki. Pilih satu dari sembilan unsur."
        yield Temuan("RTL-01", Tingkat.PERINGATAN, kalimat, upp_id, r.periode, None, "unsur", r.unsur_teks or None, None, r.id)


def rtl_02(fakta: Fakta) -> Iterator[Temuan]:
    """RTL without tenggat or penanggung jawab: one finding where a whole year or unit has none, else one per RTL."""
    kurang = {r.id: _isian_kosong(r) for r in fakta.rtl}
    milik = menurut_unit(fakta.rtl)
    seinstansi = _selalu_kosong(fakta.rtl, kurang) if len(milik) > 1 else ()
    if seinstansi:
        kalimat = (
            f"Tidak satu pun dari {len(fakta.rtl)} RTL tahun {fakta.tahun} mencantumkan {_sebut_isian(seinstansi)}; sumbernya "
            "tampak tidak "
            "memuat kolom itu. Lengkapi agar pelaksanaannya dapat ditagih."
        )
        yield Temuan("RTL-02", Tingkat.PERINGATAN, kalimat, bidang=seinstansi[0], tercetak=f"{len(fakta.rtl)} RTL kosong")
    for upp_id, daftar in milik.items():
        seunit = _selain(_selalu_kosong(daftar, kurang), seinstansi)
        if seunit:
            kalimat = (
                f"Semua RTL ({len(daftar)}) belum mencantumkan {_sebut_isian(seunit)}. Lengkapi agar pelaksanaannya dapat "
                "ditagih."
            )
            yield Temuan("RTL-02", Tingkat.PERINGATAN, kalimat, upp_id, bidang=seunit[0], tercetak=f"{len(daftar)} RTL kosong")
        for r in daftar:
            sisa = _selain(kurang[r.id], (*seinstansi, *seunit))
            if sisa:
                kalimat = f"RTL {kutip(r.kegiatan)} belum mencantumkan {_sebut_isian(sisa)}. Isi kolom itu."
                yield Temuan("RTL-02", Tingkat.PERINGATAN, kalimat, upp_id, r.periode, bidang=sisa[0], rtl_id=r.id)


def _isian_kosong(r: Rtl) -> tuple[str, ...]:
    ada = {"tenggat": r.tenggat is not None or bool(r.waktu.strip()), "penanggung_jawab": bool(r.penanggung_jawab.strip())}
    return tuple(isian for isian in ISIAN if not ada[isian])


def _selalu_kosong(daftar: Sequence[Rtl], kurang: Mapping[int, Sequence[str]]) -> tuple[str, ...]:
    """The fields that none of several RTL has."""
    return tuple(i for i in ISIAN if len(daftar) > 1 and all(i in kurang[r.id] for r in daftar))


def _selain(isian: Sequence[str], sudah: Sequence[str]) -> tuple[str, ...]:
    return tuple(i for i in isian if i not in sudah)


def _sebut_isian(isian: Sequence[str]) -> str:
    return deret((ISIAN[i] for i in isian), "maupun" if len(isian) > 1 else "dan")


def rtl_03(fakta: Fakta) -> Iterator[Temuan]:
    """Wording of another unit's RTL (one finding per group and unit), or of the unit's own earlier plan (one per period)."""
    semua = [*fakta.rtl_lalu, *fakta.rtl]
    kelompok: dict[int, list[Rtl]] = {}
    for r, nomor in zip(semua, kelompok_serupa([r.kegiatan for r in semua]), strict=True):
        if nomor is not None:
            kelompok.setdefault(nomor, []).append(r)
    diulang: dict[tuple[int | None, Periode], list[tuple[Rtl, Rtl]]] = {}
    for anggota in kelompok.values():
        yield from _milik_unit_lain(fakta, [r for r in anggota if r.tahun == fakta.tahun])
        for upp_id, milik in menurut_unit(anggota).items():
            for r, asal in _pengulangan(milik, fakta.tahun):
                diulang.setdefault((upp_id, r.periode), []).append((r, asal))
    seluruh = Counter((r.upp_id, r.periode) for r in fakta.rtl)
    for (upp_id, periode), pasangan in diulang.items():
        yield _temuan_diulang(upp_id, periode, pasangan, seluruh[upp_id, periode])


def _pengulangan(milik: Sequence[Rtl], tahun: int) -> Iterator[tuple[Rtl, Rtl]]:
    """RTL of the year with the last one before of like words, of one unit; what was carried over is meant to be the same."""
    for r in milik:
        sebelum = [x for x in milik if _saat(x) < _saat(r)] if r.tahun == tahun and r.asal_id is None else []
        if sebelum:
            yield r, max(sebelum, key=_saat)


def _milik_unit_lain(fakta: Fakta, tahun_ini: Sequence[Rtl]) -> Iterator[Temuan]:
    """The findings of one group of like texts."""
    unit = list(dict.fromkeys(r.upp_id for r in tahun_ini if r.upp_id is not None))
    for upp_id, milik in menurut_unit(r for r in tahun_ini if r.upp_id is not None and r.asal_id is None).items():
        lain = [u for u in unit if u != upp_id]
        if not lain:
            continue
        r, contoh = milik[-1], fakta.nama(lain[0])
        dengan = f"{len(lain)} unit lain"
        kalimat, kalimat_unit = (
            f"Kegiatan {kutip(r.kegiatan)} sama atau hampir sama dengan RTL {siapa}. Sesuaikan dengan masalah unit ini sendiri."
            for siapa in (f"{dengan} (misalnya {contoh})" if len(lain) > 1 else contoh, dengan)
        )
        yield Temuan("RTL-03", Tingkat.INFO, kalimat, upp_id, r.periode, bidang="kegiatan", tercetak=r.kegiatan, rtl_id=r.id,
                     kalimat_unit=kalimat_unit)  # fmt: skip


def _temuan_diulang(upp_id: int | None, periode: Periode, pasangan: Sequence[tuple[Rtl, Rtl]], seluruh: int) -> Temuan:
    r, asal = pasangan[0]
    lama = nama_periode(asal.periode, asal.tahun)
    akhir = "Jelaskan mengapa diulang, atau sesuaikan dengan hasil periode ini."
    if len(pasangan) == 1:
        kalimat = f"Kegiatan {kutip(r.kegiatan)} sama atau hampir sama dengan RTL {lama}. {akhir}"
        return Temuan("RTL-03", Tingkat.INFO, kalimat, upp_id, periode, None, "kegiatan", f"sama dengan {lama}", None, r.id)
    banyak = f"{len(pasangan)} dari {seluruh} RTL"
    kalimat = (
        f"{banyak} {nama_periode(periode)} sama atau hampir sama dengan RTL periode sebelumnya, misalnya {kutip(r.kegiatan)} "
        "dengan RTL "
        f"{lama}. {akhir}"
    )
    return Temuan("RTL-03", Tingkat.INFO, kalimat, upp_id, periode, None, "kegiatan", f"{banyak} diulang")


def _saat(r: Rtl) -> tuple[int, int]:
    return (r.tahun, URUTAN_PERIODE[r.periode])


def rtl_06(fakta: Fakta) -> Iterator[Temuan]:
    """An action that names no output, where no indikator says what comes of it either."""
    for r in fakta.rtl:
        if not r.indikator.strip() and tanpa_keluaran(r.kegiatan):
            kalimat = (
                f"Kegiatan {kutip(r.kegiatan)} belum menyebut keluaran yang dapat diukur. Tuliskan apa yang dihasilkan dan "
                "berapa banyak, "
                "atau isi indikator keluarannya."
            )
            yield Temuan(
                "RTL-06", Tingkat.INFO, kalimat, r.upp_id, r.periode, bidang="kegiatan", tercetak=r.kegiatan, rtl_id=r.id
            )


def rtl_07(fakta: Fakta) -> Iterator[Temuan]:
    """RTL that are more than 30, 90 or 180 days past their tenggat and known to be unfinished."""
    for r in (*fakta.rtl_lalu, *fakta.rtl):
        hari = terlambat(r, fakta.tanggal) if r.status in BELUM_TUNTAS else 0
        ambang = next((a for a in AMBANG_TERLAMBAT if hari > a), None)
        if ambang is None or r.tenggat is None:
            continue
        kalimat = (
            f"RTL {kutip(r.kegiatan)} ({nama_periode(r.periode, r.tahun)}) terlambat {hari} hari dari tenggatnya (lebih dari "
            f"{ambang} hari). "
            "Laporkan realisasinya, atau nyatakan tidak dilaksanakan dengan alasan dan tenggat baru."
        )
        tercetak = f"{r.tenggat.isoformat()} (lewat > {ambang} hari)"
        yield Temuan("RTL-07", Tingkat.PERINGATAN, kalimat, r.upp_id, r.periode, None, "tenggat", tercetak, None, r.id)
