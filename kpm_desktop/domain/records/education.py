"""Classes and counselling for parents (docs/records.md)."""

from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from kpm_desktop.domain.records.base import Record
from kpm_desktop.domain.records.vocabulary import (
    choice,
    count,
    past_day,
    references,
    text,
    village,
)


class EducationSession(Record, frozen=True, kw_only=True):
    """Edukasi pola asuh: one session and who came."""

    KIND: ClassVar[str] = "education_session"

    village_code: Annotated[str, village()]
    session_date: Annotated[date, past_day()]
    topic: Annotated[
        str,
        choice(
            "parenting",
            "nutrition",
            "breastfeeding",
            "complementary_feeding",
            "hygiene",
            "immunization",
            "pregnancy",
            "other",
        ),
    ]
    method: Annotated[str, choice("class", "home", "posyandu")] | None = None
    facilitator: Annotated[str, text(120)] | None = None
    women_count: Annotated[int, count(0, 1000)] | None = None
    men_count: Annotated[int, count(0, 1000)] | None = None
    person_ids: Annotated[list[UUID], references("person")] | None = None
