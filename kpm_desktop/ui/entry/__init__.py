"""How one gets in: the first run, unlocking, and the way back in when the password is lost."""
