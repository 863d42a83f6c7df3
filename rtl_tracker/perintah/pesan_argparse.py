"""The messages of argparse in Bahasa Indonesia. What the table does not know becomes a sentence of our own, never English."""

import re

_TABEL: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", "argumen wajib belum diisi: {0}"),
    (r"unrecognized arguments: (.+)", "argumen atau pilihan tidak dikenal: {0}"),
    (r"one of the arguments (.+) is required", "isi salah satu dari {0}"),
    (r"argument (.+?): expected .*argument.*", "{0} memerlukan nilai"),
    (r"argument (.+?): ignored explicit argument (.+)", "{0} tidak menerima nilai {1}"),
    (r"argument (.+?): not allowed with argument (.+)", "{0} tidak dapat dipakai bersama {1}"),
    (
        r"argument (.+?): invalid choice: (.+?)(?:, maybe you meant .+?\?)? \(choose from (.+)\)",
        "{1} bukan {0} yang ada; pilihannya: {2}",
    ),
    (r"argument (.+?): invalid \S+ value: (.+)", "nilai {1} tidak sah untuk {0}"),
    (r"argument (.+?): (.+)", "{0}: {1}"),
)
_TAK_DIKENAL = "perintah tidak dapat dibaca"


def terjemahkan(pesan: str) -> str:
    """The Indonesian sentence (without its full stop) for a message of argparse; sentences of our own types pass as they are."""
    for pola, kalimat in _TABEL:
        temu = re.fullmatch(pola, pesan, re.DOTALL)
        if temu is not None:
            bagian = [*temu.groups()]
            if "pilihannya" in kalimat:
                bagian[2] = bagian[2].replace("'", "")
            return kalimat.format(*bagian).removesuffix(".")
    return _TAK_DIKENAL
