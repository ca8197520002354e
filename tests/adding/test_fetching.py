"""Addresses that an editor adds: fetched politely from a real server on this machine, stored as they came."""

from __future__ import annotations

import re
import socket
import ssl
import time
from pathlib import Path

import brotli
import pytest
import urllib3

from generator.adding import Added, AlreadyThere
from generator.adding.addresses import is_public, key_of_address
from generator.adding.faults import fault_of
from generator.adding.fetching import Fetcher, Limits
from generator.errors import ContentProblem
from tests.adding.adding import added_to, files_in, only, sidecar_of, sidecar_text, the_added, the_problem
from tests.adding.server import Answer, Site, dripping, endless, no_web, packed, page
from tests.commands import dossier


def test_a_page_is_stored_as_it_came_with_address_time_and_headers(project: Path, site: Site) -> None:
    url = site.put("/world/pipeline?id=7", page(), Last_Modified="Thu, 05 Oct 2023 10:00:00 GMT")
    added = the_added(added_to(project, f"{url}#comments", allow_private=True))
    assert (project / added.file).read_bytes() == page().encode()
    sidecar = sidecar_of(project, added)
    assert sidecar.metadata.url == url
    assert (sidecar.metadata.retrieved or "").startswith("20")
    assert sidecar.stated == {"url", "retrieved"}
    assert "# last-modified: Thu, 05 Oct 2023 10:00:00 GMT" in sidecar_text(project, added)
    assert "# content-type: text/html; charset=utf-8" in sidecar_text(project, added)


def test_the_program_says_its_name_and_asks_for_the_rules_first(project: Path, site: Site) -> None:
    (project / "sources" / "dossier.yml").write_text("title: D\ncontact: desk@outlet.example\n", encoding="utf-8")
    added_to(project, site.put("/a", page()), allow_private=True)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]
    assert all(agent.startswith("briefing-dossier/") and "desk@outlet.example" in agent for _, agent in site.asked)


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /private/\n", False),
        ("User-agent: briefing-dossier\nDisallow: /\n", False),
        ("User-agent: *\nDisallow: /\nAllow: /private/*.html$\n", True),
        ("User-agent: other\nDisallow: /\n", True),
    ],
)
def test_robots_txt_is_honoured(project: Path, site: Site, rules: str, allowed: bool) -> None:
    site.put("/robots.txt", rules, Content_Type="text/plain")
    outcomes = added_to(project, site.put("/private/a.html", page()), allow_private=True)
    assert isinstance(only(outcomes), Added) == allowed
    if not allowed:
        assert "robots.txt asks" in the_problem(outcomes)
        assert [path for path, _ in site.asked] == ["/robots.txt"]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_rules_that_cannot_be_read_forbid(project: Path, site: Site, status: int) -> None:
    site.put("/robots.txt", "later", status)
    outcomes = added_to(project, site.put("/a", page()), site.put("/b", page()), allow_private=True)
    assert all("robots.txt cannot be read" in str(outcome) for outcome in outcomes)
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_rules_are_asked_again_where_a_redirect_leads(project: Path, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /closed\n", Content_Type="text/plain")
    site.put("/closed", page())
    problem = the_problem(added_to(project, site.put("/open", "", 302, Location="/closed"), allow_private=True))
    assert "robots.txt asks" in problem
    assert "/closed" not in [path for path, _ in site.asked]


def test_rules_that_a_site_keeps_elsewhere_are_honoured(project: Path, site: Site) -> None:
    site.put("/robots.txt", "", 301, Location="/rules/robots.txt")
    site.put("/rules/robots.txt", "User-agent: *\nDisallow: /a\n", Content_Type="text/plain")
    assert "robots.txt asks" in the_problem(added_to(project, site.put("/a", page()), allow_private=True))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/rules/robots.txt"]


def test_rules_that_redirect_in_a_circle_are_none(project: Path, site: Site) -> None:
    site.put("/robots.txt", "", 302, Location="/robots.txt")
    the_added(added_to(project, site.put("/a", page()), allow_private=True))


def test_the_pause_between_two_pages_that_the_rules_ask_for_is_kept(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.4\n", Content_Type="text/plain")
    fetcher = Fetcher(allow_private=True, limits=Limits(pause_seconds=0))
    fetcher.fetch(site.put("/a", page()))
    begun = time.monotonic()
    fetcher.fetch(site.put("/b", page()))
    assert time.monotonic() - begun >= 0.35


def test_a_redirect_is_followed_and_said(project: Path, site: Site) -> None:
    target = site.put("/new", page())
    added = the_added(added_to(project, site.put("/old", "", 301, Location="/new"), allow_private=True))
    assert sidecar_of(project, added).metadata.url == target
    assert f"asked for as {site.url}/old" in sidecar_text(project, added)


def canonical(url: str) -> str:
    """A page that states its own address."""
    return page(head=f'<link rel="canonical" href="{url}">')


def test_the_address_that_a_page_states_is_its_own(project: Path, site: Site) -> None:
    own = f"{site.url}/world/pipeline-agreed"
    site.put("/world/pipeline-agreed", canonical(own))
    asked = site.put("/amp/4711?session=8", canonical(own) + "<!-- small -->")
    added = the_added(added_to(project, asked, allow_private=True))
    sidecar = sidecar_of(project, added)
    assert sidecar.metadata.url == own
    assert sidecar.retrieved_from == asked
    assert "# the page's own address, link rel=canonical; sure" in sidecar_text(project, added)
    fetched = len(site.asked)
    for known in (own, asked):
        assert isinstance(only(added_to(project, known, allow_private=True)), AlreadyThere)
    assert len(site.asked) == fetched
    other = site.put("/print/4711", canonical(own) + "<!-- paper -->")
    assert "the same address" in str(only(added_to(project, other, allow_private=True)))


@pytest.mark.parametrize("stated", ["/de/", "/news", "/news/2024", "https://elsewhere.example/a-pipeline"])
def test_a_page_that_states_an_address_of_something_else_keeps_the_one_asked_for(
    project: Path, site: Site, stated: str
) -> None:
    own = stated if "//" in stated else site.url + stated
    asked = site.put("/news/2024/a-pipeline", canonical(own))
    added = the_added(added_to(project, asked, allow_private=True))
    assert sidecar_of(project, added).metadata.url == asked
    assert f"# the file says url: {own} (link rel=canonical)" in sidecar_text(project, added)


def test_redirects_end(project: Path, site: Site) -> None:
    site.put("/b", "", 302, Location="/a")
    circle = site.put("/a", "", 302, Location="/b")
    for number in range(20):
        site.put(f"/{number}", "", 302, Location=f"/{number + 1}")
    assert "redirects in a circle" in the_problem(added_to(project, circle, allow_private=True))
    assert "more than 5 times" in the_problem(added_to(project, f"{site.url}/0", allow_private=True))


def test_no_machine_of_ones_own_network_is_asked_unless_allowed(project: Path, site: Site) -> None:
    url = site.put("/a", page())
    port = url.split(":")[2].split("/")[0]
    hosts = ("localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0x7f.1")
    others = ("http://10.0.0.1/", "http://169.254.169.254/latest/")
    for address in (url, *(f"http://{host}:{port}/a" for host in hosts), *others):
        assert "--allow-private" in the_problem(added_to(project, address)), address
    assert site.asked == []


def test_a_redirect_to_a_private_machine_is_not_followed(
    project: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first machine is taken for a public one; the one that it leads to is what it is."""
    real = is_public
    monkeypatch.setattr("generator.adding.addresses.is_public", lambda a: str(a) == "127.0.0.1" or real(a))
    for target in ("http://127.0.0.2/x", "http://[::1]/x", "http://192.168.1.1/admin"):
        problem = the_problem(added_to(project, site.put("/a", "", 302, Location=target)))
        assert "its own network" in problem
        assert target in problem
    assert "only http and https" in the_problem(added_to(project, site.put("/f", "", 302, Location="file:///etc/x")))
    assert files_in(project) == []


def test_a_name_is_connected_to_where_it_was_looked_up(
    project: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that leads elsewhere at the second look (DNS rebinding) is refused: each look is checked and used."""
    answers = iter(["93.184.216.34", "127.0.0.1"])

    def look_up(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), 80))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert "leads to 127.0.0.1" in the_problem(added_to(project, "http://rebinding.example/a"))
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:7f00:1::", False),
    ],
)
def test_addresses_of_the_open_internet(address: str, public: bool) -> None:
    import ipaddress

    assert is_public(ipaddress.ip_address(address)) == public


def test_what_is_too_large_is_not_stored(project: Path, site: Site) -> None:
    site.pages["/endless"] = Answer(send=endless)
    bomb = brotli.compress(bytes(10_000_000), quality=1)
    for url in (site.put("/a", b"x" * 300_000), site.put("/b", packed("x" * 3_000_000), Content_Encoding="gzip"),
                site.put("/c", bomb, Content_Encoding="br"), f"{site.url}/endless"):  # fmt: skip
        assert "is larger than 195 KB" in the_problem(added_to(project, url, allow_private=True))
    assert files_in(project) == []


def test_a_slow_site_is_given_up(project: Path, site: Site) -> None:
    site.pages["/drip"] = Answer(send=dripping)
    site.pages["/silent"] = Answer(send=lambda _: time.sleep(2))
    limits = Limits(seconds=0.4, pause_seconds=0)
    for path in ("/drip", "/silent"):
        before = time.monotonic()
        problem = the_problem(added_to(project, site.url + path, allow_private=True, limits=limits))
        assert "did not finish its answer within 0.4 seconds" in problem
        assert time.monotonic() - before < 5


def test_what_goes_wrong_on_the_way_is_said_in_words_with_machine_and_remedy(project: Path, site: Site) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    site.put("/half", page(), Content_Length="100000")
    site.put("/damaged", "abc", Content_Encoding="gzip")
    site.pages["/other"] = Answer(send=no_web)
    for url, fact, remedy in (
        (f"http://127.0.0.1:{port}/a", f"127.0.0.1, port {port}, refuses the connection", "check the address"),
        (f"{site.url}/half", "breaks off before its answer is complete", "try again later"),
        (f"{site.url}/damaged", "cannot be unpacked", "try again later"),
        (f"{site.url}/other", "not as web servers do", "check the address"),
        (site.url.replace("http:", "https:") + "/a", "does not answer as https is spoken", "http:// may be meant"),
        ("http://no-such-name.invalid/a", 'the name "no-such-name.invalid"', "the network"),
    ):
        problem = the_problem(added_to(project, url, allow_private=True))
        assert problem.startswith(f"{url}: ")
        assert fact in problem
        assert remedy in problem.splitlines()[1]
        assert not re.search(r"Connection\(|[a-z](?:Error|Exception)|Errno|urllib", problem), problem


def test_a_certificate_that_proves_nothing_is_said_in_words() -> None:
    refused = ssl.SSLCertVerificationError(1, "certificate verify failed")
    refused.verify_message = "certificate has expired"
    fact, remedy = fault_of(urllib3.exceptions.SSLError(refused), "https://outlet.example/a")
    assert fact == "the site does not show that it is outlet.example (certificate has expired)"
    assert "save the page" in remedy


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "image/png", "image/png"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "text/html", "picture"),
        (b"", "text/html", "empty"),
        (b"{}", "application/javascript", "javascript"),
    ],
)
def test_what_is_no_article_is_said(project: Path, site: Site, content: bytes, kind: str, said: str) -> None:
    url = site.put("/a", content, Content_Type=kind)
    assert said in the_problem(added_to(project, url, allow_private=True))


@pytest.mark.parametrize("kind", ["application/octet-stream", "text/plain", "application/pdf"])
def test_a_wrong_content_type_does_not_matter(project: Path, site: Site, kind: str) -> None:
    added = the_added(added_to(project, site.put("/a.pdf", page(), Content_Type=kind), allow_private=True))
    assert added.file.endswith(".html")


@pytest.mark.parametrize("status", [404, 410, 403, 500, 429])
def test_a_refusal_is_said_with_its_number(project: Path, site: Site, status: int) -> None:
    assert f"answers {status}" in the_problem(added_to(project, site.put("/a", page(), status), allow_private=True))


@pytest.mark.parametrize(
    ("body", "coding"), [(packed(page()), "gzip"), (brotli.compress(page().encode()), "br")], ids=["gzip", "brotli"]
)
def test_a_compressed_page_is_unpacked(project: Path, site: Site, body: bytes, coding: str) -> None:
    added = the_added(added_to(project, site.put("/a", body, Content_Encoding=coding), allow_private=True))
    assert (project / added.file).read_text(encoding="utf-8") == page()


def test_a_password_in_an_address_is_neither_sent_nor_shown(project: Path, site: Site) -> None:
    problem = the_problem(added_to(project, site.url.replace("://", "://anna:word@") + "/a", allow_private=True))
    assert "password" in problem
    assert "word@" not in problem
    assert site.asked == []


def test_an_address_that_the_project_has_is_not_fetched_again(project: Path, site: Site) -> None:
    url = site.put("/a", page())
    added = the_added(added_to(project, url, allow_private=True))
    asked = len(site.asked)
    again = only(added_to(project, f"{url}?utm_source=letter", allow_private=True))
    assert isinstance(again, AlreadyThere)
    assert Path(again.file).stem == added.id
    assert len(site.asked) == asked


def test_the_outlet_is_taken_from_the_address_where_the_page_names_none(project: Path, tmp_path: Path) -> None:
    """The address is stated in the page itself, as a saved page states it."""
    vocabulary = project / "sources" / "vocabulary"
    vocabulary.mkdir()
    (vocabulary / "publishers.yml").write_text("- id: post\n  name: The Post\n  hosts: [post.example]\n", "utf-8")
    records = tmp_path / "records.json"
    records.write_text('[{"title": "x", "URL": "https://www.post.example/a", "file": "a.html"}]', encoding="utf-8")
    (tmp_path / "a.html").write_text(page(), encoding="utf-8")
    added = the_added(added_to(project, tmp_path / "a.html", bibliographies=(records,)))
    assert sidecar_of(project, added).metadata.publisher == "The Post"
    assert "publisher: post" in sidecar_text(project, added)
    assert added.id.startswith("undated-the-post-")


def test_two_spellings_of_one_address() -> None:
    one = key_of_address("https://www.outlet.example/a/?utm_source=x&id=1#top")
    assert one == key_of_address("http://Outlet.example/a?id=1")
    assert one != key_of_address("http://outlet.example/a?id=2")


def test_several_addresses_one_of_them_bad(project: Path, site: Site) -> None:
    good, bad = site.put("/a", page()), f"{site.url}/nothing"
    first, second = added_to(project, bad, good, allow_private=True)
    assert isinstance(first, ContentProblem)
    assert isinstance(second, Added)


def test_the_command_fetches_only_where_it_may(project: Path, site: Site) -> None:
    url = site.put("/a", page())
    refused = dossier(project, "add", url)
    assert refused.returncode == 1
    assert "say --allow-private" in refused.stderr
    ran = dossier(project, "add", url, "--allow-private")
    assert ran.returncode == 0, ran.stderr
    assert len(files_in(project)) == 2


def test_outlet_behind_the_title_yields_to_the_one_that_the_project_describes(project: Path, tmp_path: Path) -> None:
    vocabulary = project / "sources" / "vocabulary"
    vocabulary.mkdir()
    (vocabulary / "publishers.yml").write_text("- id: post\n  name: The Post\n  hosts: [post.example]\n", "utf-8")
    records = tmp_path / "records.json"
    records.write_text('[{"title": "x", "URL": "https://www.post.example/a", "file": "a.html"}]', encoding="utf-8")
    titled = page().replace("</title>", " | Post Online</title>")
    (tmp_path / "a.html").write_text(titled, encoding="utf-8")
    added = the_added(added_to(project, tmp_path / "a.html", bibliographies=(records,)))
    assert sidecar_of(project, added).metadata.publisher == "The Post"
