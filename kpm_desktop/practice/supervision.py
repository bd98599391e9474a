"""What a supervisor writes: trainings, the eight aksi konvergensi, and a remark on a household."""

from datetime import date
from uuid import UUID

from kpm_desktop.practice.homes import Day
from kpm_desktop.practice.naming import village_words
from kpm_desktop.practice.plan import Plan
from kpm_desktop.practice.saves import Diary, Save

ACTIONS = range(1, 9)


def district_saves(plan: Plan) -> list[Save]:
    """Trainings and aksi konvergensi of the first kecamatan."""
    wish, region = plan.wish, plan.regions[0]
    diary = Diary(wish.seed, region, "supervisor")
    for at, (title, organiser, action) in enumerate(village_words().trainings):
        chance = wish.chance("training", at)
        day = chance.day(wish.start, wish.end)
        diary.new(
            day,
            "training",
            f"t{at}",
            region_code=region,
            training_date=day,
            title=title,
            organiser=organiser,
            convergence_action=action,
            attendees_kpm=sum(len(village.cadres) for village in plan.villages),
            attendees_tpk=chance.between(2, 9),
            attendees_pkk=chance.between(1, 6),
        )
    for year in sorted({int(month[:4]) for month in wish.all_months}):
        _write_actions(diary, plan, year)
    return diary.in_order()


def _write_actions(diary: Diary, plan: Plan, year: int) -> None:
    """Begun at the start of the year, most of them done one after the other."""
    wish, region = plan.wish, plan.regions[0]
    begun = max(wish.start, date(year, 1, 10))
    for action in ACTIONS:
        key = {"region_code": region, "year": year, "action": action}
        record = diary.new(min(begun, wish.end), "convergence_action", **key, progress="in_progress")
        done = begun + (action * 40 + wish.chance("action", year, action).between(0, 20)) * Day
        if done <= min(wish.end, date(year, 12, 31)):
            diary.change(done, "convergence_action", record, progress="done", done_on=done)


def comment_saves(plan: Plan, village: str, household: UUID) -> list[Save]:
    """An open remark on a household, for its cadre to answer."""
    diary = Diary(plan.wish.seed, village, "supervisor")
    diary.new(
        plan.wish.end,
        "comment",
        "c0",
        about_kind="household",
        about_id=household,
        about_field="family_card_no",
        text=village_words().comment,
        progress="open",
    )
    return diary.in_order()
