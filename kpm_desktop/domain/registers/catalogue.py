"""The list of registers, in the order in which pages and `kpm` name them."""

from kpm_desktop.domain.registers.education import EDUCATION_SESSIONS
from kpm_desktop.domain.registers.obstacle import OBSTACLES
from kpm_desktop.domain.registers.referral import REFERRALS
from kpm_desktop.domain.registers.register import Register
from kpm_desktop.domain.registers.sponsorship import SPONSORSHIPS
from kpm_desktop.domain.registers.training import TRAININGS

REGISTERS: dict[str, Register] = {
    register.kind: register for register in (EDUCATION_SESSIONS, SPONSORSHIPS, OBSTACLES, REFERRALS, TRAININGS)
}
