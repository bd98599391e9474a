"""The parts every page is put together from. Each takes a `Look` first; each says its accessible name itself."""
