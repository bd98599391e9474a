"""Every reader under bytes nobody foresaw: guided by what of the program they reach, where `atheris` has a wheel."""
