"""The register: households, people, pregnancies, and whose they are."""
