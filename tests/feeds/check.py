"""Reads the feeds of a built site with readers that are not ours: feedparser, lxml with the grammar of RFC 4287, and
jsonschema with a schema of JSON Feed 1.1.

check.py BASE_URL PUBLIC: the address the site was built for, and its folder. Ends with "feeds: N passed, M failed".
"""

import json
import pathlib
import re
import sys
import urllib.parse

import feedparser
import jsonschema
from lxml import etree, html

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from counting import check, finish

ATOM = "{http://www.w3.org/2005/Atom}"
HERE = pathlib.Path(__file__).parent
TAG_URI = re.compile(r"tag:[\w.-]+(@[\w.-]+)?,\d{4}(-\d\d(-\d\d)?)?:[\w.~%/?-]+", re.ASCII)


def target(url, base, public):
    """The file that an address of the site leads to; None for another site's."""
    address, _ = urllib.parse.urldefrag(url)
    if not address.startswith(base):
        return None
    path = public / urllib.parse.unquote(address[len(base):])
    return path / "index.html" if address.endswith("/") else path


def addresses(text):
    """Every address in a piece of HTML."""
    fragment = html.fragment_fromstring(text, create_parent="div")
    return [url for _, _, url, _ in fragment.iterlinks()]


def wrong_addresses(text, base, public):
    """Addresses that are not absolute, lead to no file of the site, or to no place in the page."""
    for url in addresses(text):
        scheme = urllib.parse.urlsplit(url).scheme
        if scheme not in ("http", "https", "mailto", "tel"):
            yield f"{url} is not absolute"
        path = target(url, base, public)
        if path is not None and not path.is_file():
            yield f"{url} leads nowhere"
        elif path is not None and path.suffix == ".html" and urllib.parse.urlsplit(url).fragment:
            name = urllib.parse.unquote(urllib.parse.urlsplit(url).fragment)
            if not html.parse(str(path)).xpath("//*[@id=$name]", name=name):
                yield f"{url} leads to no place in the page"


def rules(feed):
    """What RFC 4287 says beyond its grammar, in its Schematron rules and its words."""
    entries = feed.findall(f"{ATOM}entry")
    if feed.find(f"{ATOM}author") is None and not all(entry.find(f"{ATOM}author") is not None for entry in entries):
        yield "no author (4.1.1)"
    for element in [feed, *entries]:
        links = element.findall(f"{ATOM}link")
        alternates = [(link.get("type"), link.get("hreflang")) for link in links if link.get("rel") == "alternate"]
        if len(set(alternates)) != len(alternates):
            yield "alternates that are the same (4.1.1, 4.1.2)"
    if [link.get("rel") for link in feed.findall(f"{ATOM}link")].count("self") != 1:
        yield "no link to itself (4.1.1)"
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(ids)) != len(ids):
        yield "an entry twice (4.1.1)"
    for identifier in [feed.findtext(f"{ATOM}id"), *ids]:
        if not TAG_URI.fullmatch(identifier):
            yield f"{identifier} is no tag URI (RFC 4151)"


def one_atom(path, base, public, grammar):
    """Every test of an Atom file; gives what feedparser read."""
    name = str(path.relative_to(public))
    document = etree.parse(str(path))
    check(f"{name} keeps the grammar of RFC 4287", grammar.validate(document), grammar.error_log)
    wrong = list(rules(document.getroot()))
    check(f"{name} keeps the rules of RFC 4287", not wrong, "; ".join(wrong))
    read = feedparser.parse(path.read_bytes())
    check(f"{name} is read by feedparser as Atom 1.0", not read.bozo and read.version == "atom10", read.get("bozo_exception"))
    lang = path.relative_to(public).parts[0]
    check(f"{name} names its language", read.feed.language == lang, read.feed.get("language"))
    links = {(link.rel, link.get("type")): link.href for link in read.feed.links if link.get("hreflang") == lang}
    check(f"{name} knows where it is", target(links["self", "application/atom+xml"], base, public) == path, links)
    for link in read.feed.links:
        file = target(link.href, base, public)
        there = file is not None and file.is_file()
        check(f"{name} leads to {link.href}", there)
        if there and link.rel == "alternate" and link.type == "application/atom+xml":
            other = feedparser.parse(file.read_bytes())
            back = [back.href for back in other.feed.links if back.get("hreflang") == lang]
            check(f"{name} and {link.href} lead to each other", links["self", link.type] in back, back)
            check(f"{link.href} is in {link.hreflang}", other.feed.language == link.hreflang)
    newest = max(entry.updated_parsed for entry in read.entries)
    check(f"{name} is as new as its newest entry", read.feed.updated_parsed == newest)
    for entry in read.entries:
        page = target(entry.link, base, public)
        check(f"{entry.link} is a page", page is not None and page.is_file())
        check(f"{entry.link} is updated after it is published", entry.updated_parsed >= entry.published_parsed)
        content = document.xpath("//a:entry[a:id=$id]/a:content", id=entry.id, namespaces={"a": ATOM[1:-1]})
        wrong = list(wrong_addresses(content[0].text, base, public))
        check(f"{name}, {entry.id}: all addresses are absolute and lead somewhere", not wrong, "; ".join(wrong))
    return document


def one_json(path, base, public, schema, atom):
    """Every test of a JSON Feed, beside the same feed in Atom."""
    name = str(path.relative_to(public))
    feed = json.loads(path.read_bytes())
    wrong = [f"{error.json_path}: {error.message}" for error in schema.iter_errors(feed)]
    check(f"{name} keeps the schema of JSON Feed 1.1", not wrong, "; ".join(wrong))
    check(f"{name} knows where it is", target(feed["feed_url"], base, public) == path, feed["feed_url"])
    entries = atom.getroot().findall(f"{ATOM}entry")
    pairs = [(entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}content")) for entry in entries]
    check(f"{name} says what the Atom file says", [(item["id"], item["content_html"]) for item in feed["items"]] == pairs)


def discovery(public):
    """Feeds that pages name are there; gives those that are named."""
    named = set()
    for page in sorted(public.rglob("index.html")):
        for link in html.parse(str(page)).xpath("//link[@rel='alternate'][@type]"):
            file = (page.parent / urllib.parse.unquote(link.get("href"))).resolve()
            named.add(file)
            if not file.is_file() or not link.get("title"):
                check(f"{page.relative_to(public)} names a feed", False, link.get("href"))
    return named


def main():
    """All feeds of the site."""
    base, public = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    grammar = etree.RelaxNG(etree.parse(str(HERE / "atom.rng")))
    schema = json.loads((HERE / "jsonfeed.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    schema = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    broken = etree.fromstring("<feed xmlns='http://www.w3.org/2005/Atom'><title/><updated>2026</updated></feed>")
    check("the grammar finds mistakes", not grammar.validate(broken))
    check("the schema finds mistakes", list(schema.iter_errors({"version": "1", "items": [{"id": 1}]})) != [])
    files = sorted(public.rglob("feed.xml"))
    check("there are feeds", files)
    for path in files:
        document = one_atom(path, base, public, grammar)
        one_json(path.with_suffix(".json"), base, public, schema, document)
    named = discovery(public)
    every = set(files) | {path.with_suffix(".json") for path in files}
    check("every feed is named by a page, and none that is not there", named == every, named ^ every)
    finish("feeds")


main()
