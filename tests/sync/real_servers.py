"""WebDAV servers as people run them, started by the test on this machine: WsgiDAV and Apache."""

import base64
import hashlib
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cheroot import wsgi
from cheroot.ssl.builtin import BuiltinSSLAdapter
from wsgidav.fs_dav_provider import FilesystemProvider
from wsgidav.wsgidav_app import WsgiDAVApp

from tests.sync.certificates import Certificate

USER, PASSWORD = "kader ani", "rahasia-Ä:7"


@dataclass(frozen=True)
class Server:
    """A running server: the URL of its WebDAV folder, and that folder on the disk."""

    url: str
    folder: Path


@contextmanager
def wsgidav(certificate: Certificate, folder: Path, host: str = "127.0.0.1") -> Iterator[Server]:
    """WsgiDAV behind cheroot, in a thread."""
    config = {
        "provider_mapping": {"/dav": FilesystemProvider(str(folder))},
        "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
        "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
        "logging": {"enable": False},
        "verbose": 0,
    }
    server = wsgi.Server((host, 0), WsgiDAVApp(config), numthreads=2)
    server.ssl_adapter = BuiltinSSLAdapter(str(certificate.file), str(certificate.key))
    server.prepare()
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        yield Server(f"https://{host}:{server.bind_addr[1]}/dav/", folder)
    finally:
        server.stop()
        thread.join()


_APACHE = """
ServerRoot "{folder}"
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
{user}
PidFile "{folder}/pid"
DefaultRuntimeDir "{folder}"
Mutex file:{folder} default
ErrorLog "/dev/stderr"
LogLevel notice
StartServers 1
DocumentRoot "{folder}"
DavLockDB "{folder}/locks"
SSLEngine on
SSLCertificateFile "{certificate.file}"
SSLCertificateKeyFile "{certificate.key}"
<Directory "{folder}">
    AuthType Basic
    AuthName "kiriman"
    AuthUserFile "{folder}/users"
    Require valid-user
</Directory>
<Directory "{folder}/dav">
    Dav On
</Directory>
"""
_MODULES = "mpm_event authn_core authn_file authz_core authz_user auth_basic dav dav_fs ssl"
_NOBODY = 65534


@contextmanager
def apache(certificate: Certificate) -> Iterator[Server]:
    """Apache with mod_dav, in a folder of its own that the server's user can reach."""
    folder = Path(tempfile.mkdtemp(prefix="kpm-apache-"))
    try:
        process, port = _started(certificate, folder)
        try:
            yield Server(f"https://127.0.0.1:{port}/dav/", folder / "dav")
        finally:
            process.terminate()
            process.communicate()
    finally:
        shutil.rmtree(folder)


def _started(certificate: Certificate, folder: Path) -> tuple[subprocess.Popen[str], int]:
    (folder / "dav").mkdir()
    digest = base64.b64encode(hashlib.sha1(PASSWORD.encode()).digest()).decode()
    (folder / "users").write_text(f"{USER}:{{SHA}}{digest}\n", "utf-8")
    user = ""
    if os.geteuid() == 0:
        user = f"User #{_NOBODY}\nGroup #{_NOBODY}"
        for path in (folder, folder / "dav", folder / "users"):
            os.chown(path, _NOBODY, _NOBODY)
    port = _free_port()
    modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in _MODULES.split())
    config = folder / "httpd.conf"
    config.write_text(
        modules + _APACHE.format(folder=folder, port=port, user=user, certificate=certificate), encoding="utf-8"
    )
    program = shutil.which("apache2", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    assert program, "scripts/setup.sh installs apache2-bin"
    command = [program, "-f", str(config), "-DFOREGROUND"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    said = ""
    for line in process.stderr:
        said += line
        if "resuming normal operations" in line:
            return process, port
    raise AssertionError(said)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
