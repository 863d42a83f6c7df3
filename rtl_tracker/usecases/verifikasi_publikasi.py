"""Do published figures, their sheets and the register of media still stand as the audit trail recorded them (spec 2.5)."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.publikasi import isi_dari_json, sidik_isi
from rtl_tracker.storage import publikasi_repository as repo
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.storage.jejak_repository import SaringanJejak, ambil_jejak
from rtl_tracker.storage.media_repository import berkas_media_menurut_hash, media_menurut_id
from rtl_tracker.usecases.berkas_pekerjaan import kumpulan_rusak
from rtl_tracker.usecases.terbitkan_hasil import rincian_jejak, sebut_publikasi


def publikasi_rusak(session: Session, folder: Path) -> tuple[str, ...]:
    """A sentence for every publication that was removed or altered, that nobody published, or whose sheets are not what they were.

    `folder`: the folder of reports.
    """
    return tuple(_rusak(session, folder))


def media_rusak(session: Session, gudang: GudangBukti) -> tuple[str, ...]:
    """A sentence for every entry that was removed or altered, and for every file that is missing or not what was uploaded."""
    berkas = berkas_media_menurut_hash(session)
    hilang = [
        f"Berkas catatan media nomor {', '.join(map(str, sorted(berkas[satu])))} hilang atau berubah (SHA-256 {satu})."
        for satu in gudang.periksa_semua(berkas)
    ]
    return (*hilang, *_media_berubah(session))


def _rusak(session: Session, folder: Path) -> Iterator[str]:
    ada = {p.id: (p, sidik) for p, sidik in repo.list_sidik_lembar(session)}
    tercatat = {
        c.objek_id: c for c in ambil_jejak(session, SaringanJejak(objek=Objek.PUBLIKASI, jenis=(JenisJejak.HASIL_DITERBITKAN,)))
    }
    ditarik = {
        c.objek_id: c for c in ambil_jejak(session, SaringanJejak(objek=Objek.PUBLIKASI, jenis=(JenisJejak.PUBLIKASI_DITARIK,)))
    }
    for id_, catatan in sorted(tercatat.items(), key=lambda x: x[1].nomor):
        if id_ not in ada:
            yield f"{catatan.catatan} dihapus sejak diterbitkan (catatan {catatan.nomor})."
    for id_, (p, sidik) in ada.items():
        c = tercatat.get(id_)
        nama = sebut_publikasi(p)
        isi = repo.muat_isi(session, [id_])[id_]
        if c is None:
            yield f"{nama} tidak pernah dicatat sebagai penerbitan."
        elif (
            sidik_isi(isi) != p.sidik_isi
            or isi_dari_json(isi).ringkas != p.ringkas
            or not _sama(c.rincian, rincian_jejak(p, sidik))
        ):
            yield f"{nama} diubah sejak diterbitkan (catatan {c.nomor})."
        if p.ditarik != (id_ in ditarik) or (p.ditarik and p.alasan != ditarik[id_].rincian.get("alasan")):
            yield f"{nama} kini {'ditarik' if p.ditarik else 'berlaku'}, padahal tidak demikian menurut jejak."
        if kumpulan_rusak(folder / p.berkas, sidik):
            yield f"Lembar IKM {nama} hilang atau berubah."


def _sama(tercatat: object, kini: dict[str, object]) -> bool:
    """Whether the record tells of this very publication."""
    return isinstance(tercatat, dict) and all(tercatat.get(k) == v for k, v in kini.items())


def _media_berubah(session: Session) -> Iterator[str]:
    """Entries that are not what their event recorded: file, medium's day, or whether they hold."""
    batal = {c.rincian.get("media_id") for c in ambil_jejak(session, SaringanJejak(jenis=(JenisJejak.MEDIA_DIBATALKAN,)))}
    for c in ambil_jejak(session, SaringanJejak(jenis=(JenisJejak.MEDIA_DICATAT,))):
        id_ = c.rincian.get("media_id")
        kini = media_menurut_id(session, id_) if isinstance(id_, int) else None
        if kini is None:
            yield f"Catatan media nomor {id_} dihapus sejak dicatat (catatan {c.nomor})."
        elif (
            (kini.tautan or kini.nama_berkas) != c.catatan
            or kini.sha256 != c.rincian.get("sha256", "")
            or kini.tanggal.isoformat() != c.rincian.get("tanggal")
            or kini.dibatalkan != (id_ in batal)
        ):
            yield f"Catatan media nomor {id_} diubah di luar program (catatan {c.nomor})."
