"""Sentences made from the facts of every unit are silent; with one figure, class, unsur or direction changed they are found."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

import pytest

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.teks import PemeriksaTeks
from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.ikm import terendah, tertinggi
from rtl_tracker.domain.mutu import Mutu, kinerja, mutu
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.tercetak import Naskah
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur
from rtl_tracker.usecases.fakta_pemeriksaan import fakta_berkas
from tests.conftest import DATA

KUMPULAN = {"bengkayang_2021": 2021, "pontianak_2023": 2023}
UNIT = (
    "IKM {nama} tahun {tahun} sebesar {ikm} dengan mutu {huruf} ({kata}).",
    "{nama} memperoleh nilai IKM {ikm} dan berada pada kategori {kata}.",
    "{nama} memperoleh IKM {ikm} ({kata}) dari {n} responden.",
    "Indeks kepuasan masyarakat pada {nama} mencapai {ikm}, termasuk kategori {kata}.",
    "Nilai SKM {nama}: {ikm} (mutu {huruf}).",
    "Jumlah responden {nama} sebanyak {n} orang.",
    "Unsur terendah {nama} adalah {rendah} dengan NRR {nrr_rendah}.",
    "Pada {nama}, unsur dengan nilai tertinggi adalah {tinggi} ({nrr_tinggi}) dan terendah {rendah} ({nrr_rendah}).",
    "Nilai konversi unsur {rendah} pada {nama} sebesar {konversi_rendah}.",
    "Mutu pelayanan {nama} adalah {huruf} dengan kinerja {kata}.",
)  # fmt: skip
SENDIRI = (
    "Nilai IKM tahun {tahun} adalah {ikm} sehingga kinerja unit pelayanan berada pada kategori {kata}.",
    "Survei diikuti {n} responden dan menghasilkan indeks {ikm}.",
    "Unsur dengan nilai terendah yaitu {rendah}, sebesar {nrr_rendah}.",
    "Mutu pelayanan: {huruf}; kategori: {kata}.",
    "Unsur {tinggi} memperoleh nilai tertinggi.",
)  # fmt: skip
RIWAYAT = (
    "IKM {nama} {arah} dari {lalu} pada tahun {tahun_lalu} menjadi {ikm} pada tahun {tahun}.",
    "Dibandingkan tahun sebelumnya, IKM {nama} {arah} sebesar {selisih} poin.",
    "{nama} memperoleh IKM {ikm}, {arah} {selisih} poin dibandingkan tahun {tahun_lalu} ({lalu}).",
)  # fmt: skip
PERIODE = (
    "IKM {nama} pada {periode} sebesar {ikm} dengan kategori {kata}.",
    "Pada {periode} {nama} memperoleh {ikm} dari {n} responden.",
)  # fmt: skip


def koma(nilai, desimal=2) -> str:
    return str(bulatkan(nilai, desimal)).replace(".", ",")


def nama_unsur(unsur) -> str:
    nama = [NAMA_UNSUR[u][0].lower() + NAMA_UNSUR[u][1:] for u in unsur]
    return nama[0] if len(nama) == 1 else f"{'; '.join(nama[:-1])}; dan {nama[-1]}"


def isi_hasil(f: Fakta, upp_id: int, periode: Periode) -> dict[str, str]:
    """Everything the sentences of a unit need, printed."""
    h, desimal = f.unit[upp_id].hasil[periode], f.pengaturan.desimal_ikm
    rendah, tinggi = terendah(h.nrr), tertinggi(h.nrr)
    return {
        "nama": f.nama(upp_id), "tahun": str(f.tahun), "tahun_lalu": str(f.tahun - 1), "ikm": koma(h.ikm, desimal), "huruf": mutu(h.ikm).value,
        "kata": kinerja(mutu(h.ikm)), "n": f"{h.n:,}".replace(",", "."), "rendah": nama_unsur(rendah), "tinggi": nama_unsur(tinggi),
        "nrr_rendah": koma(h.nrr[rendah[0]]), "nrr_tinggi": koma(h.nrr[tinggi[0]]), "konversi_rendah": koma(25 * h.nrr[rendah[0]]),
        "periode": NAMA_PERIODE[periode],
    }  # fmt: skip


def kalimat(f: Fakta) -> Iterator[tuple[int | None, str, dict[str, str]]]:
    """(unit of the Naskah, template, its values)."""
    for r in f.rekap.upp:
        isi = isi_hasil(f, r.upp.id, Periode.TAHUNAN)
        yield from ((None, pola, isi) for pola in UNIT)
        yield from ((r.upp.id, pola, isi) for pola in (*UNIT[:2], *SENDIRI))
        riwayat = f.riwayat.get((r.upp.id, f.tahun - 1))
        if riwayat is not None:
            kini = bulatkan(r.hasil[Periode.TAHUNAN].ikm, f.pengaturan.desimal_ikm)
            beda = kini - riwayat.ikm
            isi = {**isi, "lalu": koma(riwayat.ikm), "selisih": koma(abs(beda)), "arah": "naik" if beda > 0 else "turun"}
            yield from ((milik, pola, isi) for pola in RIWAYAT for milik in (None, r.upp.id))
        for periode in r.hasil:
            if periode is not Periode.TAHUNAN:
                yield from ((None, pola, isi_hasil(f, r.upp.id, periode)) for pola in PERIODE)


def ubah(kunci: str, nilai: str) -> str | None:
    """Another value of the same kind."""
    if kunci in ("ikm", "nrr_rendah", "nrr_tinggi", "konversi_rendah", "lalu", "selisih"):
        tempat = len(nilai) - 1 if len(nilai) % 2 else nilai.index(",") - 1
        return nilai[:tempat] + str((int(nilai[tempat]) + 4) % 10) + nilai[tempat + 1 :]
    if kunci == "n":
        return nilai[:-1] + str((int(nilai[-1]) + 3) % 10)
    if kunci == "huruf":
        return "ABCD"[("ABCD".index(nilai) + 1) % 4]
    if kunci == "kata":
        lain = [kinerja(m) for m in Mutu]
        return lain[(lain.index(nilai) + 1) % 4]
    if kunci == "arah":
        return {"naik": "turun", "turun": "naik"}[nilai]
    if kunci in ("rendah", "tinggi"):
        return next(n for u in Unsur if (n := nama_unsur([u])) not in nilai)
    return None


@pytest.mark.parametrize("folder", KUMPULAN)
def test_one_change_in_a_sentence_made_from_the_facts_is_found(folder):
    f, _ = fakta_berkas(DATA / folder, KUMPULAN[folder], date(KUMPULAN[folder], 12, 31))
    pemeriksa = PemeriksaTeks(f)
    alarm, semua, luput = [], Counter(), defaultdict(list)
    for milik, pola, isi in kalimat(f):
        benar = pola.format(**isi)
        alarm += [(benar, t.temuan.kalimat) for t in pemeriksa.periksa(Naskah("uji", milik, Periode.TAHUNAN, benar))]
        for kunci in isi:
            baru = ubah(kunci, isi[kunci]) if f"{{{kunci}}}" in pola else None
            if baru is not None and baru != isi[kunci]:
                salah = pola.format(**{**isi, kunci: baru})
                semua[kunci] += 1
                if not pemeriksa.periksa(Naskah("uji", milik, Periode.TAHUNAN, salah)):
                    luput[kunci].append(salah)
    assert alarm == []
    assert sum(semua.values()) > 800
    assert sum(map(len, luput.values())) <= 0.02 * sum(semua.values()), luput
