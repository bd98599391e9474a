"""Regions by Kemendagri code: desa within kecamatan within kabupaten within province, compared by whole parts."""

import re

from kpm_desktop.domain.records.vocabulary import REGION_CODE, VILLAGE_CODE

_REGION = re.compile(REGION_CODE)
_VILLAGE = re.compile(VILLAGE_CODE)


def is_region(code: str) -> bool:
    """Whether a code is well-formed, at any level."""
    return _REGION.match(code) is not None


def is_village(code: str) -> bool:
    """Whether a code is a well-formed one of a desa or kelurahan."""
    return _VILLAGE.match(code) is not None
