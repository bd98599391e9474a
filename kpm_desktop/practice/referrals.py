"""Referrals and what became of them; a person with one open is not referred again for the same reason."""

from datetime import date

from kpm_desktop.practice.homes import Day, Home
from kpm_desktop.practice.naming import village_words

REFERRED_AGAIN_DAYS = 180


def refer(home: Home, who: str, day: date, reason: str) -> None:
    """Sends somebody on, and saves some weeks later what came of it, nearly always."""
    key = f"{who} {reason}"
    before = home.referred.get(key)
    if before is not None and (day - before).days < REFERRED_AGAIN_DAYS:
        return
    home.referred[key] = day
    chance, words = home.chance("referral", key, day), village_words()
    record = home.diary.new(
        day,
        "referral",
        f"r{home.family.no}-{key}",
        person_id=home.people[who].id,
        referral_date=day,
        reason=reason,
        referred_to=chance.pick(words.risk_places),
        due_date=day + 14 * Day,
        progress="open",
    )
    answered = day + chance.between(7, 40) * Day
    if chance.yes(0.96) and home.is_here(answered):
        progress = "done" if chance.yes(0.88) else "refused"
        result = words.referral_results[progress]
        home.diary.change(answered, "referral", record, progress=progress, result=result, result_date=answered)
