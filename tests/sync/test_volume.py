"""Which disks can be taken out, as the list of mounts tells it."""

from pathlib import Path

import pytest

from kpm_desktop.sync import volume

MOUNTS = r"""22 1 253:0 / / rw,relatime - ext4 /dev/vda1 rw
30 22 8:1 / /media/sari/KADER rw - vfat /dev/sda1 rw
31 22 8:2 / /media/sari/STIK\040IBU\040SARI rw - vfat /dev/sdb1 rw
32 22 8:3 / /run/media/sari/EXFAT rw - exfat /dev/sdc1 rw
33 22 8:4 / /mnt/stik rw - vfat /dev/sdd1 rw
34 22 8:5 / /mnt/machine/deep/below rw - ext4 /dev/sde1 rw
35 22 8:6 / /home rw - ext4 /dev/sdf1 rw
36 22 8:7 / /mediateka/x rw - ext4 /dev/sdg1 rw
"""


def test_sticks_are_those_that_desktops_attach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mountinfo").write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(volume, "_MOUNTS", tmp_path / "mountinfo")
    found = ["/media/sari/KADER", "/media/sari/STIK IBU SARI", "/run/media/sari/EXFAT", "/mnt/stik"]
    assert [str(each) for each in volume.removable()] == found
