"""Writes docs/records.md from the declarations: what every record holds, in which unit, within which limits."""

import sys
from collections.abc import Iterator
from pathlib import Path

from kpm_desktop.domain.records.catalogue import DICTIONARY, Field, fields

PAGE = Path(__file__).resolve().parent.parent / "docs" / "records.md"

OPENING = """# The record dictionary

Made from `kpm_desktop/domain/records/` by `scripts/record_dictionary.py`; a test keeps the two alike. Change the
declaration, then run the script.

- `id` is a UUID: version 7 for a new record, or, where a key is named below, `uuid5(uuid5(NAMESPACE_DNS,
  "kpm-desktop.record." + kind), key)`, the key's fields joined with `|`, a name trimmed, single-spaced and lower-case.
- Dates are `YYYY-MM-DD`, months `YYYY-MM`, and no other spelling is one; they lie between 1900 and 2100. Mass is whole
  grams, length whole millimetres, haemoglobin whole g/L, money whole rupiah, position whole microdegrees: there
  is no floating-point number in a record.
- yes/no is true, false or empty; empty means "not asked". In CSV `1`, `0`, empty; a list is separated by `;`.
- `*` marks a required field. "not after today" holds at entry and in `kpm load`, never for what arrives in a bundle. A
  choice or field this program does not know is kept and sent on.
- A record is what it is in its region: (region, kind, id). The same id in another village is another record, and only
  `moved_from_id` names somebody elsewhere. In CSV a cell that a spreadsheet would run has an apostrophe before it.
- Rules between fields and between records stand in the code beside the kind (`check`) and in `domain/entry/`.
- What people call a kind, field or choice stands in `resources/text/{id,en}/records.json`.
"""


def page() -> str:
    """The whole page."""
    return OPENING + "".join(line + "\n" for kind in DICTIONARY for line in _section(kind))


def _section(kind: str) -> Iterator[str]:
    record = DICTIONARY[kind]
    yield from ("", f"## {kind}", "", (record.__doc__ or "").splitlines()[0])
    if record.KEY:
        yield f"Derived id, key `{'|'.join(record.KEY)}`."
    yield from ("", "| field | is | limits |", "| --- | --- | --- |")
    for field in fields(kind).values():
        star = "*" if field.required else ""
        yield f"| `{field.name}`{star} | {_form(field)} | {_limits(field)} |"


def _form(field: Field) -> str:
    spec = field.spec
    forms = {"yes_no": "yes/no", "measure": f"whole {spec.unit}", "count": "whole number", "choices": "list of choices"}
    if spec.form in ("reference", "references"):
        unnamed = "any record" if field.name.startswith("about") else "the same kind"
        return f"{'ids' if field.is_list else 'id'} of {' or '.join(spec.refers_to) or unnamed}"
    return forms.get(spec.form, spec.form)


def _limits(field: Field) -> str:
    spec = field.spec
    found = [", ".join(f"`{choice}`" for choice in spec.choices)] if spec.choices else []
    if spec.form in ("count", "measure"):
        found.append(f"{spec.low} to {spec.high}")
    elif spec.form == "text":
        found.append(f"at most {spec.high} characters")
    elif spec.form == "digits":
        found.append(f"{spec.low} digits" if spec.low == spec.high else f"{spec.low} or {spec.high} digits")
    if spec.past_only:
        found.append("not after today")
    if spec.foreign:
        found.append("may belong to another village")
    return "; ".join(found) or "–"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
