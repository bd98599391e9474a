#!/usr/bin/env bash
# Everything a bare Debian or Ubuntu machine lacks: Qt's system libraries, the web server the tests start (its program
# alone, no service), strace, which makes a disk fail for them, a screen without a monitor and a window manager that
# puts title bars on it, then the Python packages into .venv/, and the windows' translations as Qt reads them.
# Safe to run again; does nothing that is done.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
    libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0
    libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 xvfb xauth
    openbox x11-utils
    apache2-bin iproute2 strace
)

installed() {
    # Debian and Ubuntu renamed some libraries (libglib2.0-0 became libglib2.0-0t64).
    local status
    status=$(dpkg-query -W -f='${Status}\n' "$1" "$1t64" 2>/dev/null || true)
    [[ $status == *"install ok installed"* ]]
}

missing=()
if command -v dpkg-query >/dev/null; then
    for name in "${packages[@]}"; do installed "$name" || missing+=("$name"); done
else
    echo "Not Debian or Ubuntu: install these by hand if the window does not start: ${packages[*]}"
fi

if ((${#missing[@]})); then
    echo "Installing system packages: ${missing[*]}"
    as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || { echo "Need root or sudo to install: ${missing[*]}" >&2; exit 1; }
        as_root=(sudo)
    fi
    apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
    "${apt[@]}" update
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null
fi

python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
    || { echo "Python 3.11 or later is needed; set PYTHON=/path/to/python3" >&2; exit 1; }
# A folder left by an interrupted set-up has no pip: begin again.
[[ -x .venv/bin/python ]] && .venv/bin/python -m pip --version >/dev/null 2>&1 || rm -rf .venv
if [[ ! -d .venv ]]; then
    echo "Creating .venv"
    "$python" -m venv .venv \
        || { echo "The venv module is missing: apt-get install python3-venv" >&2; rm -rf .venv; exit 1; }
fi
echo "Installing the Python packages of requirements.lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
echo "Packing the translations"
.venv/bin/python -m scripts.translations pack
touch .venv/.ready
echo "Ready."
