"""*Kegiatan*: classes, foster parents, obstacles and referrals, a tab for each register."""
