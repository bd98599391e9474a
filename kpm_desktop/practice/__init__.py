"""What one learns with: villages made up from a seed, and the profiles of the people who work there.

`plan`, `families`, `bodies` and the modules that turn lives into records are pure: a seed and months in, saves out.
Only `write` and `demo` touch a profile, and only through the commands everybody uses.
"""
