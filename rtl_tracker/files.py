"""Files that appear whole or not at all."""

import os
from pathlib import Path
from uuid import uuid4


def write_whole(target: Path, content: bytes) -> None:
    """Write beside the target, flush to the disk, rename: after a power cut there is the old file or the new one.

    The folder must exist. A process killed in between leaves at most a hidden "*.sementara" that nobody reads.
    Raises OSError.
    """
    beside = target.with_name(f".{uuid4().hex}.sementara")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
