"""The zipped package of a workbook: which parts it has, and a part's bytes.

What belongs here: taking a part out of bytes that are already in memory, in one step. What does not: whether a package
is safe to read (`guards`) and what its parts say (`formats`, `biff12`).
"""

import struct
import zipfile
import zlib
from io import BytesIO

_SMALL = 1_000_000  # bytes of a part that is kept unpacked


class Package:
    """A package's parts by name, as its directory lists them. Raises BadZipFile where that can't be read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._zip = zipfile.ZipFile(BytesIO(data))
        self.parts = self._zip.NameToInfo
        self._unpacked: dict[str, bytes] = {}  # small parts, which are checked first and asked for formats later

    def read(self, name: str, most: int | None = None) -> bytes:
        """The bytes of a part, or the first `most` of them; never more than the directory announces.

        Raises KeyError, BadZipFile, zlib.error.
        """
        if name in self._unpacked:
            return self._unpacked[name][:most]
        part = self.parts[name]
        if part.compress_type != zipfile.ZIP_DEFLATED or part.flag_bits & 1:
            return self._zip.read(part)[:most]
        head = part.header_offset
        if self._data[head : head + 4] != b"PK\x03\x04":
            raise zipfile.BadZipFile(f"no part begins where {name} should")
        start = head + 30 + sum(struct.unpack_from("<HH", self._data, head + 26))
        packed = self._data[start : start + part.compress_size]
        whole = most is None or part.file_size <= most
        text = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, max(part.file_size if whole else most or 0, 1))
        if whole and zlib.crc32(text) != part.CRC:
            raise zipfile.BadZipFile(f"{name} is not what it was when it was packed")
        if whole and part.file_size <= _SMALL:
            self._unpacked[name] = text
        return text
