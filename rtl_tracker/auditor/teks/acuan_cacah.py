"""Counts that a text may state: respondents, units by what became of them, RTL and the percentages of realisasi."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property

from rtl_tracker.auditor.sebutan import nama_periode
from rtl_tracker.auditor.teks.acuan import Acuan, Patokan
from rtl_tracker.domain.angka import persen
from rtl_tracker.domain.hasil import Hasil
from rtl_tracker.domain.ikm import prioritas, terendah, tertinggi
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.penyampaian import hari_terlambat
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.realisasi import Realisasi
from rtl_tracker.domain.rekap import RekapUpp
from rtl_tracker.domain.rtl import Rtl, StatusRtl, terlambat, unsur_wajib_rtl
from rtl_tracker.domain.sampel import N_CATATAN_KAKI
from rtl_tracker.domain.unsur import Unsur, kenali_unsur

_AKHIR = {StatusRtl.SELESAI, StatusRtl.TERVERIFIKASI, StatusRtl.DIKEMBALIKAN, StatusRtl.TIDAK_DILAKSANAKAN}


class AcuanCacah:
    """Counts of one year, made when they are asked for; keys are what the count says."""

    def __init__(self, acuan: Acuan) -> None:
        self.acuan = acuan
        self.fakta = acuan.fakta
        self._rtl: dict[int | None, Mapping[str, tuple[int, ...]]] = {}

    def responden(self, upp_id: int | None, periode: tuple[Periode, ...]) -> list[Patokan]:
        """Respondents of a unit or of all, in these periods (default: in all)."""
        daftar: list[Patokan] = []
        for p in periode or (Periode.TAHUNAN, *(p for p in self.acuan.periode(upp_id) if p is not Periode.TAHUNAN)):
            utama = p is Periode.TAHUNAN or bool(periode)
            nama = "jumlah responden" if p is Periode.TAHUNAN else f"jumlah responden {nama_periode(p)}"
            daftar += [Patokan(Fraction(n), nama, utama) for n in dict.fromkeys(self._responden(upp_id, p)) if n is not None]
        return daftar

    def _responden(self, upp_id: int | None, periode: Periode) -> Iterable[int | None]:
        if upp_id is None:
            instansi = self.fakta.rekap.instansi.get(periode)
            yield None if instansi is None else instansi.jumlah_responden
            if periode is Periode.TAHUNAN:
                yield sum(r.tahunan.n for r in self.unit if r.tahunan is not None and r.tahunan.n)
            return
        r = self.fakta.unit[upp_id]
        yield r.hasil[periode].n if periode in r.hasil else None
        yield from (per[periode].n for per in r.layanan.values() if periode in per)

    @cached_property
    def unit(self) -> tuple[RekapUpp, ...]:
        """Units that owe a measurement: a parent that only shows the mean of its children owes none."""
        induk = {r.upp.induk_id for r in self.fakta.rekap.upp}
        return tuple(r for r in self.fakta.rekap.upp if r.terukur or r.cetak_rata or r.upp.id not in induk)

    @cached_property
    def _hasil_dihitung(self) -> tuple[Hasil, ...]:
        return tuple(h for r in self.fakta.rekap.upp if r.dihitung and (h := r.tahunan) is not None)

    @cached_property
    def upp(self) -> Mapping[str, int]:
        """Counts of units by what they have in common; "kelas:A", "terendah:waktu", "naik" ..."""
        hasil = Counter({"semua": len(self.fakta.rekap.upp), "wajib": len(self.unit), "dihitung": len(self._hasil_dihitung)})
        for r in self.unit:
            hasil["nihil" if r.nihil else "menyampaikan" if _berhasil(r) else "tidak"] += 1
            hasil["kecil"] += bool(r.tahunan and r.tahunan.n and r.tahunan.n < N_CATATAN_KAKI)
            hasil["terlambat"] += r.upp.id in self._terlambat
            hasil[f"jenis:{r.upp.jenis.casefold()}"] += bool(r.upp.jenis)
            hasil[f"pelaksana:{r.upp.pelaksana.strip().casefold()}"] += bool(r.upp.pelaksana and r.terukur)
        hasil.update(f"kelas:{mutu(ikm)}" for ikm in self.acuan.ikm_unit.values())
        hasil.update("naik" if x > 0 else "turun" if x < 0 else "tetap" for x in self.acuan.selisih_unit.values())
        for h in self._hasil_dihitung:
            hasil.update(f"terendah:{u}" for u in terendah(h.nrr))
            hasil.update(f"tertinggi:{u}" for u in tertinggi(h.nrr))
        hasil.update(f"prioritas:{u}" for r in self.fakta.rekap.upp for u in self._prioritas(r))
        hasil["berprioritas"] = sum(bool(r.terukur) for r in self.fakta.rekap.upp)
        hasil["ber_rtl"] = len({r.upp_id for r in self.fakta.rtl if r.upp_id is not None})
        hasil["belum_selesai"] = len({r.upp_id for r in self._belum})
        tahunan = self.fakta.rekap.realisasi[Periode.TAHUNAN]
        hasil["realisasi"], hasil["belum_realisasi"] = tahunan.upp_dihitung, len(tahunan.belum_dilaporkan)
        berencana = {r.upp_id for r in self.fakta.rtl}
        hasil["tanpa_rtl"] = sum(bool(h.nrr) and h.upp_id not in berencana for h in self._hasil_dihitung)
        return hasil

    def kelas(self, pilih: Iterable[Mutu]) -> int:
        """How many units have one of these classes."""
        return sum(self.upp.get(f"kelas:{m}", 0) for m in pilih)

    @cached_property
    def _terlambat(self) -> set[int]:
        kalender = self.fakta.kalender
        return {
            b.upp_id
            for b in self.fakta.penyampaian
            if b.pertama_dikirim is not None
            and b.periode in kalender
            and hari_terlambat(b, kalender[b.periode].kirim_batas, b.pertama_dikirim.date())
        }

    def _prioritas(self, r: RekapUpp) -> set[Unsur]:
        """Priorities of all measured periods of a unit: as printed, else the lowest."""
        hasil: set[Unsur] = set()
        for h in r.terukur:
            tercetak = prioritas_tercetak(h)
            hasil |= tercetak or set(prioritas(h.nrr, self.fakta.pengaturan.jumlah_prioritas) if h.nrr else ())
        return hasil

    @cached_property
    def _terlaksana(self) -> tuple[Rtl, ...]:
        """RTL whose outcome belongs to the report of this year."""
        lalu = [r for r in self.fakta.rtl_lalu if r.status is not None]
        return (*lalu, *(r for r in self.fakta.rtl if r.status in _AKHIR))

    @cached_property
    def _belum(self) -> tuple[Rtl, ...]:
        return tuple(r for r in self._terlaksana if r.upp_id is not None and not r.selesai)

    def rtl(self, upp_id: int | None) -> Mapping[str, tuple[int, ...]]:
        """Counts of RTL by what is said of them; of one unit, or of all."""
        if upp_id not in self._rtl:
            self._rtl[upp_id] = self._hitung_rtl(upp_id)
        return self._rtl[upp_id]

    def _hitung_rtl(self, upp_id: int | None) -> Mapping[str, tuple[int, ...]]:
        """The counts of `rtl`."""

        def milik(daftar: Iterable[Rtl]) -> list[Rtl]:
            return [r for r in daftar if (r.upp_id is not None if upp_id is None else r.upp_id == upp_id)]

        ini, lalu, belum = milik(self.fakta.rtl), milik(self.fakta.rtl_lalu), milik(self._belum)
        r = self._realisasi_rtl(upp_id)
        selesai, sah = sum(x.selesai for x in ini), sum(x.terverifikasi for x in ini)
        hari = (date(self.fakta.tahun, 12, 31), self.fakta.tanggal)
        terlaksana = self._terlaksana if upp_id is None else milik(self._terlaksana)
        wajib, terisi = self._kewajiban(upp_id)
        return {
            "jumlah": (len(ini), len(lalu), r[0], sum(x.upp_id is None for x in self.fakta.rtl)),
            "lalu": (r[0], len(lalu)),
            "selesai": (r[1], selesai, sum(x.selesai for x in lalu), r[1] + selesai),
            "terverifikasi": (r[2], sah, sum(x.terverifikasi for x in lalu)),
            "belum_terverifikasi": (r[1] - r[2], selesai - sah),
            "belum": (len(belum), r[0] - r[1], len(ini) - selesai),
            "lewat": tuple(sum(terlambat(x, satu) > 0 for x in terlaksana) for satu in hari),
            "tanpa_unsur": (sum(x.unsur is None for x in ini),),
            "tanpa_tenggat": (sum(x.tenggat is None and not x.waktu for x in ini),),
            "tanpa_penanggung_jawab": (sum(not x.penanggung_jawab for x in ini),),
            "wajib": (wajib,),
            "terisi": (terisi,),
            **{f"unsur:{u}": (sum(x.unsur is u for x in ini), sum(x.unsur is u for x in lalu)) for u in Unsur},
        }

    def _realisasi_rtl(self, upp_id: int | None) -> tuple[int, int, int]:
        """(RTL, done, verified) behind the annual percentage."""
        if upp_id is None:
            i = self.fakta.rekap.realisasi[Periode.TAHUNAN]
            return i.rtl, i.selesai, i.jumlah_terverifikasi
        r = self.fakta.unit[upp_id].realisasi.get(Periode.TAHUNAN, Realisasi())
        return r.rtl, r.selesai, r.terverifikasi

    def _kewajiban(self, upp_id: int | None) -> tuple[int, int]:
        """Unsur that owe an RTL, and those of them that have one."""
        punya: dict[int | None, set[Unsur | None]] = {}
        for r in self.fakta.rtl:
            punya.setdefault(r.upp_id, set()).add(r.unsur)
        wajib = terisi = 0
        for h in self._hasil_dihitung:
            if h.nrr and upp_id in (None, h.upp_id):
                harus = unsur_wajib_rtl(h.nrr, self.fakta.pengaturan.jumlah_prioritas)
                wajib, terisi = wajib + len(harus), terisi + sum(u in punya.get(h.upp_id, ()) for u in harus)
        return wajib, terisi

    def realisasi(self, upp_id: int | None, periode: tuple[Periode, ...]) -> Mapping[str, list[Patokan]]:
        """Percentages of realisasi by "dilaporkan" and "terverifikasi"."""
        hasil: dict[str, list[Patokan]] = {"dilaporkan": [], "terverifikasi": []}
        sumber = self.fakta.rekap.realisasi if upp_id is None else self.fakta.unit[upp_id].realisasi
        for p in periode or sorted(sumber, key=lambda x: x is not Periode.TAHUNAN):
            satu = sumber.get(p)
            if satu is None:
                continue
            if isinstance(satu, Realisasi):
                nilai = {"dilaporkan": [satu.dilaporkan, satu.tercetak], "terverifikasi": [satu.persen_terverifikasi]}
            else:
                nilai = {"dilaporkan": [satu.dilaporkan, satu.gabungan_dilaporkan],
                         "terverifikasi": [satu.terverifikasi, satu.gabungan_terverifikasi]}  # fmt: skip
            for kunci, isi in nilai.items():
                nama = f"realisasi RTL yang {kunci}" + ("" if p is Periode.TAHUNAN else f" {nama_periode(p)}")
                hasil[kunci] += [Patokan(x, nama, p is Periode.TAHUNAN) for x in isi if x is not None]
        if upp_id is None and (tercetak := self.fakta.tercetak.get((Periode.TAHUNAN, "realisasi"))):
            hasil["dilaporkan"].append(Patokan(Fraction(tercetak), "realisasi RTL tercetak"))
        return hasil

    def bagian_responden(self, upp_id: int) -> Fraction | None:
        """Share of a unit in all respondents, in per cent."""
        semua = [r.tahunan.n for r in self.unit if r.tahunan is not None and r.tahunan.n]
        tahunan = self.fakta.unit[upp_id].tahunan
        return persen(tahunan.n, sum(semua)) if tahunan is not None and tahunan.n else None

    def bagian_jawaban(self, unsur: Unsur, jawaban: Iterable[int]) -> Fraction | None:
        """Share of these answers (1-4) among all answers to an unsur, in per cent; None without answers."""
        gabungan = self.acuan.gabungan
        if gabungan is None:
            return None
        hitungan = gabungan.hitungan.get(unsur, (0, 0, 0, 0))
        return persen(sum(hitungan[j - 1] for j in jawaban), sum(hitungan))


def prioritas_tercetak(hasil: Hasil) -> set[Unsur]:
    """The unsur that a source named as priorities of a result."""
    return {u for bagian in hasil.unsur_prioritas.split(";") if (u := kenali_unsur(bagian)) is not None}


def _berhasil(r: RekapUpp) -> bool:
    return r.tahunan is not None and (r.tahunan.ikm is not None or bool(r.tahunan.nrr))
