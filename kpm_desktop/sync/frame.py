"""The compressed part of a bundle: lines into one zstd frame and out, never beyond the declared size."""

from collections.abc import Iterator, Sequence

import zstandard

from kpm_desktop.domain.errors import refused
from kpm_desktop.domain.strict import MAX_LINE

LEVEL = 3
MAX_WINDOW = 8 * 1024 * 1024
#: A repeated byte inflates 4 bytes to 128 KiB at most, so one step never makes more than 4 MiB.
STEP = 128
#: Lines are cut from what one step made piece by piece: of nothing but newlines there would be millions at once.
SLICE = 256 * 1024

_MAGIC = b"\x28\xb5\x2f\xfd"
_PLAIN_DESCRIPTOR = 0x04  # checksum, no content size, no dictionary, a window byte
_SIZED_DESCRIPTOR = 0xC4  # the same with an 8-byte content size


class FrameWriter:
    """Compresses lines as they come; holds only what is compressed."""

    def __init__(self) -> None:
        self._compressor = zstandard.ZstdCompressor(level=LEVEL, write_checksum=True).compressobj()
        self._frame = bytearray()
        self.raw_size = 0

    def write(self, lines: Sequence[bytes]) -> None:
        """Appends lines, each without its newline."""
        if lines:
            text = b"\n".join(lines) + b"\n"
            self.raw_size += len(text)
            self._frame += self._compressor.compress(text)

    def finish(self) -> bytes:
        """The whole frame, its content size in its header."""
        self._frame += self._compressor.flush()
        if zstandard.get_frame_parameters(self._frame).content_size == self.raw_size:
            return bytes(self._frame)
        return _with_content_size(bytes(self._frame), self.raw_size)


def _with_content_size(frame: bytes, size: int) -> bytes:
    """Puts the size, known only at the end, into the frame's header (RFC 8878, 3.1.1.1)."""
    assert frame[:5] == _MAGIC + bytes([_PLAIN_DESCRIPTOR])
    return _MAGIC + bytes([_SIZED_DESCRIPTOR]) + frame[5:6] + size.to_bytes(8, "little") + frame[6:]


def check_frame(frame: memoryview, size: int) -> None:
    """Refuses a frame whose header lacks this content size or a checksum, or has a window over 8 MiB."""
    try:
        says = zstandard.get_frame_parameters(frame)
    except zstandard.ZstdError:
        raise refused("bundle.damaged") from None
    usual = bytes(frame[:4]) == _MAGIC and says.has_checksum and says.dict_id == 0
    if not usual or says.content_size != size or says.window_size > MAX_WINDOW:
        raise refused("bundle.damaged")


def read_lines(frame: memoryview, size: int) -> Iterator[list[bytes]]:
    """The frame's lines without their newlines, some at a time.

    Refuses a frame that is damaged, swells beyond its declared size or does not reach it, holds a line over
    256 KiB or does not end with a newline.
    """
    rest = b""
    for chunk in _inflate(frame, size):
        for start in range(0, len(chunk), SLICE):
            *lines, rest = (rest + chunk[start : start + SLICE]).split(b"\n")
            if max(map(len, lines), default=0) > MAX_LINE or len(rest) > MAX_LINE:
                raise refused("bundle.too_large")
            yield lines
    if rest:
        raise refused("bundle.damaged")


def _inflate(frame: memoryview, size: int) -> Iterator[bytes]:
    reader = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW).decompressobj()
    done = 0
    for start in range(0, len(frame), STEP):
        if reader.eof:
            raise refused("bundle.damaged")
        try:
            chunk = reader.decompress(frame[start : start + STEP])
        except zstandard.ZstdError:
            raise refused("bundle.damaged") from None
        done += len(chunk)
        if done > size:
            raise refused("bundle.swells")
        if chunk:
            yield chunk
    if not reader.eof or reader.unused_data or done != size:
        raise refused("bundle.damaged")
