"""Listings as servers write them, and as nobody should."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpm_desktop.sync import naming
from kpm_desktop.sync.bundle import bundle_name
from kpm_desktop.sync.multistatus import Entry, NotMultistatus, bundles, entries, is_place
from tests.sync.faulty_server import multistatus

NAME = "kpm-01234567-7.kpmsync"
PATH = "/remote.php/dav/files/ani%40desa.id/kiriman%20juli/"

NEXTCLOUD = f"""<?xml version="1.0"?>
<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:oc="http://owncloud.org/ns">
 <d:response>
  <d:href>{PATH.replace("%40", "@")}</d:href>
  <d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop>
   <d:status>HTTP/1.1 200 OK</d:status></d:propstat>
 </d:response>
 <d:response>
  <d:href>
   {PATH}{NAME}
  </d:href>
  <d:propstat><d:prop><d:resourcetype/></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>
 </d:response>
</d:multistatus>"""
APACHE = f"""<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">
<D:response xmlns:lp1="DAV:" xmlns:lp2="http://apache.org/dav/props/"><D:href>{PATH}</D:href><D:propstat><D:prop>
<lp1:resourcetype><D:collection/></lp1:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>
</D:response><D:response><D:href>{PATH}{NAME}</D:href><D:propstat><D:prop>
<lp1:resourcetype xmlns:lp1="DAV:"/></D:prop></D:propstat>
</D:response></D:multistatus>"""
BARE = f"""<multistatus xmlns="DAV:"><response><href>http://inside:8080{PATH}</href><propstat><prop><resourcetype>
<collection/></resourcetype></prop></propstat></response><response><href>{NAME}</href></response></multistatus>"""


@pytest.mark.parametrize("text", [NEXTCLOUD, APACHE, BARE], ids=["nextcloud", "apache", "bare"])
def test_servers_write_the_same_thing_in_their_own_ways(text: str) -> None:
    found = list(entries([text.encode()]))
    assert [is_place(entry, PATH) for entry in found] == [True, False]
    assert list(bundles(found, PATH)) == [NAME]


@pytest.mark.parametrize(
    ("href", "path"),
    [
        (f"/dav/{NAME}", "/dav/"),
        (f"https://server:8443/dav/{NAME}", "/dav/"),
        (f"//server/dav/{NAME}", "/dav/"),
        (f"./{NAME}", "/dav/"),
        (NAME, "/dav/"),
        (f"/{NAME}", "/"),
        (f"/DAV/{NAME}", "/dav/"),
        (f"/dav/{NAME.replace('-', '%2D')}", "/dav/"),
        (f"/de%CC%81sa/{NAME}", "/d%C3%A9sa/"),
        (f"/dav/./{NAME}", "/dav/"),
    ],
)
def test_a_name_is_found_however_it_is_written(href: str, path: str) -> None:
    assert list(bundles([Entry(href, folder=False)], path)) == [NAME]


@pytest.mark.parametrize(
    "href", [f"/{NAME}", f"/dav/a/{NAME}", f"/dav/../{NAME}", f"../{NAME}", f"%2e%2e/{NAME}", f"//[/{NAME}"]
)
def test_what_lies_elsewhere_is_not_found(href: str) -> None:
    assert list(bundles([Entry(href, folder=False)], "/dav/")) == []
    assert not is_place(Entry(href, folder=True), "/dav/")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<",
        "<html><body/></html>",
        "<multistatus/>",
        "<multistatus xmlns='DAV'/>",
        "<multistatus xmlns='DAV:'>",
        "<multistatus xmlns='DAV:'></multistatus>x",
        "<!DOCTYPE multistatus><multistatus xmlns='DAV:'/>",
        "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><multistatus xmlns='DAV:'/>",
        "<multistatus xmlns='DAV:'>&x;</multistatus>",
        "<multistatus xmlns='DAV:'>" + "<a>" * 100 + "</a>" * 100 + "</multistatus>",
    ],
)
def test_what_is_no_listing(text: str) -> None:
    with pytest.raises(NotMultistatus):
        list(entries([text.encode()]))


def test_no_entry_is_held_for_a_monstrous_name_nor_for_none() -> None:
    assert list(entries([multistatus("", "  ")])) == []
    assert list(entries([multistatus("/dav/" + "x" * 100_000)])) == []


def test_a_bundle_is_called_as_its_device_calls_it() -> None:
    name = bundle_name("0123456789abcdef" * 4, 7)
    assert [naming.is_bundle(namesake) for namesake in naming.namesakes(name)] == [True] * (naming.MAX_NAMESAKES + 1)
    assert not naming.is_bundle(f"{name}.part")


@given(st.binary() | st.text().map(lambda text: multistatus(text)) | st.text().map(str.encode))
def test_any_bytes_are_a_listing_or_none(data: bytes) -> None:
    try:
        found = list(entries([data]))
    except NotMultistatus:
        return
    assert all(naming.is_bundle(name) for name in bundles(found, "/dav/"))


@given(
    st.lists(st.text().map(lambda text: f"/dav/{text}") | st.just(f"/dav/{NAME}") | st.text()),
    st.sampled_from(["/", "/dav/"]),
)
def test_any_href_gives_a_bundles_name_or_nothing(hrefs: list[str], path: str) -> None:
    found = [Entry(href, folder=False) for href in hrefs]
    assert all(naming.is_bundle(name) for name in bundles(found, path))


@given(st.sampled_from([NEXTCLOUD, APACHE, BARE]), st.lists(st.integers(0, 1200)))
def test_a_listing_may_come_in_any_pieces(text: str, cuts: list[int]) -> None:
    data = text.encode()
    ends = [0, *sorted(cuts), len(data)]
    pieces = [data[start:end] for start, end in itertools.pairwise(ends)]
    assert list(bundles(entries(pieces), PATH)) == [NAME]
