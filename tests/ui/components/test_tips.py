"""A name is shown as it was typed where the pointer rests, never as markup."""

import pytest

from kpm_desktop.ui.components.labels import tip


@pytest.mark.parametrize("name", ["Siti", "Ibu & Anak"])
def test_what_is_no_markup_stays_as_it_is(name: str) -> None:
    assert tip(name) == name


def test_markup_is_shown_and_not_followed() -> None:
    assert tip('<b>Siti</b><img src="x">') == "<qt>&lt;b&gt;Siti&lt;/b&gt;&lt;img src=&quot;x&quot;&gt;</qt>"
