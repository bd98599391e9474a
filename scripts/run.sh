#!/usr/bin/env bash
# `make run`: the program where there is a display; where there is none, the main job through its windows, offscreen.
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    exec .venv/bin/kpm-desktop "$@"
fi
echo "Tidak ada layar (DISPLAY dan WAYLAND_DISPLAY kosong): jendelanya dijalankan tanpa layar, pada desa latihan."
exec .venv/bin/python -m scripts.journey
