"""docs/records.md is what the declarations say."""

from scripts import record_dictionary


def test_the_page_is_fresh() -> None:
    assert record_dictionary.PAGE.read_text(encoding="utf-8") == record_dictionary.page()
