"""Compares the JSON Schemas with the reader: check.py PROGRAM ROOT

Every page and site.yaml of the site in ROOT must be fine by the schemas. Then single values, right ones and wrong ones,
are put to both: what the program takes the schema takes, and what the schema refuses the program refuses. (The program
refuses more: it knows the site's languages, files and pages.)
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from counting import check, finish

program, root = sys.argv[1], pathlib.Path(sys.argv[2])


class Loader(yaml.SafeLoader):
    """YAML as the program reads it: a day is a text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

with tempfile.TemporaryDirectory() as folder:
    subprocess.run([program, "schema", folder], check=True)
    schemas = {name: json.loads((pathlib.Path(folder) / f"{name}.schema.json").read_text("utf-8"))
               for name in ["site", "front-matter"]}
validators = {}
for name, schema in schemas.items():
    jsonschema.Draft7Validator.check_schema(schema)
    validators[name] = jsonschema.Draft7Validator(schema)


def faults(name, value):
    return [f"{list(error.path)}: {error.message}" for error in validators[name].iter_errors(value)]


def front_matter(text):
    return yaml.load(re.match(r"---\n(.*?\n)---\n", text, re.S).group(1), Loader)


# Whatever the program has made or built is fine.
found = faults("site", yaml.load((root / "site.yaml").read_text("utf-8"), Loader))
check("site.yaml", not found, found)
pages = sorted((root / "content").rglob("*.md"))
check("pages", len(pages) > 50, len(pages))
for page in pages:
    found = faults("front-matter", front_matter(page.read_text("utf-8")))
    check(page.name, not found, found)
with tempfile.TemporaryDirectory() as folder:
    subprocess.run([program, "init", folder], check=True, stdout=subprocess.DEVNULL)
    for kind in ["release", "event", "page"]:
        made = [program, "new", kind, f"New {kind}", "--root", folder, "--translations", "vi,en"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    for page in sorted(pathlib.Path(folder, "content").rglob("*.md")):
        found = faults("front-matter", front_matter(page.read_text("utf-8")))
        check(f"new {page.name}", not found, found)
    found = faults("site", yaml.load(pathlib.Path(folder, "site.yaml").read_text("utf-8"), Loader))
    check("new site.yaml", not found, found)

RIGHT, WRONG = True, False
# Values of single keys in front matter. The program alone may refuse what is right by itself: those stand nowhere here.
FRONT = [
    ("title", "A", RIGHT), ("title", 2026, RIGHT), ("title", "", WRONG), ("title", " ", WRONG), ("title", None, WRONG),
    ("title", ["A"], WRONG), ("title", True, WRONG),
    ("description", None, RIGHT), ("description", {"de": "A"}, WRONG),
    ("date", "2026-11-24", RIGHT), ("date", "24.11.2026", WRONG), ("date", "2026-11", WRONG), ("date", 2026, WRONG),
    ("updated", "2026-11-24", RIGHT), ("updated", "2026-11-24T10:00", WRONG),
    ("slug", "ein-titel", RIGHT), ("slug", "über", RIGHT), ("slug", "2026", RIGHT), ("slug", "a/b", WRONG),
    ("slug", "A", WRONG), ("slug", "a b", WRONG),
    ("aliases", ["/a/", "/b/c/"], RIGHT), ("aliases", "/a/", WRONG), ("aliases", [], RIGHT), ("aliases", [None], WRONG),
    ("tags", [], RIGHT), ("tags", "economy", WRONG), ("tags", [{}], WRONG),
    ("weight", 3, RIGHT), ("weight", -3, RIGHT), ("weight", "3", WRONG), ("weight", 1.5, WRONG),
    ("draft", False, RIGHT), ("draft", "yes", WRONG), ("draft", 1, WRONG),
    ("publish", "2026-01-02T10:00", RIGHT), ("publish", "2026-01-02", RIGHT), ("publish", "2026-01-02T10:00:30Z", RIGHT),
    ("publish", "2026-01-02T10:00+01:00", RIGHT), ("publish", "2026-01-02T10:00+01:00[Europe/Berlin]", RIGHT),
    ("publish", "2026-01-02 10:00", RIGHT), ("publish", "tomorrow", WRONG), ("publish", 20260102, WRONG),
    ("expires", "2030-01-02T10:00", RIGHT), ("expires", "2030", WRONG),
    ("authors", ["A", 1], RIGHT), ("authors", "A", WRONG),
    ("image", {"src": "a.gif", "alt": "A", "credit": "B"}, RIGHT), ("image", "a.gif", WRONG),
    ("image", {"src": "a.gif", "alt": "A", "credit": "B", "source": "C"}, WRONG),
    ("image", {"src": "a.gif", "decorative": True, "credit": "B", "caption": "C"}, RIGHT),
    ("image", {"src": "a.gif", "decorative": "no", "credit": "B"}, WRONG),
    ("event", {"start": "2026-01-02", "end": "2026-01-03", "place": "A"}, RIGHT),
    ("event", {"start": "2026-01-02T10:00", "timezone": "Asia/Ho_Chi_Minh"}, RIGHT),
    ("event", {"start": "soon"}, WRONG), ("event", {"begin": "2026-01-02"}, WRONG), ("event", [], WRONG),
    ("attachments", [{"src": "a.gif", "title": "A"}], RIGHT), ("attachments", [{"src": "a.gif"}], WRONG),
    ("attachments", {"src": "a.gif", "title": "A"}, WRONG),
    ("sources", [{"publisher": "A", "date": "2026-11", "url": "https://example.org/", "lang": "de", "title": "B"}], RIGHT),
    ("sources", [{"publisher": "A", "date": 2026}], RIGHT), ("sources", [{"title": "A"}], WRONG),
    ("sources", [{"publisher": "A", "date": "11/2026"}], WRONG), ("sources", [{"publisher": "A", "url": "example"}], WRONG),
    ("contacts", [{"name": "A", "role": "B", "phone": "+49 1", "email": "a@example.org"}], RIGHT),
    ("contacts", [{"role": "B"}], WRONG), ("contacts", [{"name": "A", "fax": "1"}], WRONG),
    ("corrections", [{"date": "2026-11-24", "note": "A"}], RIGHT), ("corrections", [{"note": "A"}], WRONG),
    ("corrections", [{"date": "2026-11-24"}], WRONG),
    ("withdrawn", {"date": "2026-11-24", "reason": "A"}, RIGHT), ("withdrawn", {}, RIGHT), ("withdrawn", True, WRONG),
    ("translation", {"revision": "75c8babd7b0f"}, WRONG), ("translation", {"from": "en", "revision": "x"}, WRONG),
    ("translation", "en", WRONG),
    ("extra", {"a": [1, {"b": None}]}, RIGHT), ("extra", 3, RIGHT),
    ("template", "page.html", RIGHT), ("template", [], WRONG),
    ("sort_by", "alphabet", WRONG), ("paginate_by", 0, WRONG), ("paginate_by", "10", WRONG), ("missing", "skip", WRONG),
    ("titel", "A", WRONG),
]
SECTION = [
    ("sort_by", "date", RIGHT), ("sort_by", "weight", RIGHT), ("sort_by", "title", RIGHT), ("sort_by", "Date", WRONG),
    ("paginate_by", 5, RIGHT), ("paginate_by", 0, WRONG),
    ("missing", "omit", RIGHT), ("missing", "fallback", RIGHT), ("missing", "hide", WRONG),
]
SITE = [
    ("base_url", "https://example.org/a/", RIGHT), ("base_url", "example.org", WRONG), ("base_url", None, WRONG),
    ("languages", ["en"], RIGHT), ("languages", "en", WRONG), ("languages", [], WRONG), ("languages", None, WRONG),
    ("theme", "leipzig", RIGHT), ("theme", ["leipzig"], WRONG),
    ("title", "site-title", RIGHT), ("title", {}, WRONG), ("timezone", "Asia/Ho_Chi_Minh", RIGHT), ("timezone", 7.5, WRONG),
    ("markdown", {"raw_html": True, "credits": False}, RIGHT), ("markdown", {"raw_html": "trusted"}, RIGHT), ("markdown", {"raw_html": "x"}, WRONG),
    ("allowed_files", ["html"], RIGHT), ("allowed_files", "html", WRONG), ("markdown", {"html": True}, WRONG), ("markdown", True, WRONG),
    ("newest", 3, RIGHT), ("newest", "3", WRONG), ("max_file_size", 0, RIGHT), ("max_file_size", "5 MB", WRONG),
    ("license", "CC BY 4.0", RIGHT), ("license", [], WRONG),
    ("missing", "omit", RIGHT), ("missing", "none", WRONG),
    ("outdated_notice", False, RIGHT), ("outdated_notice", "no", WRONG), ("index", False, RIGHT), ("index", 0, WRONG),
    ("cards", False, RIGHT), ("cards", "no", WRONG),
    ("menus", {"main": [{"page": "/_index.md"}, {"tags": True}, {"url": "https://example.org/"}]}, RIGHT),
    ("menus", {"main": [{"page": "/_index.md", "title": "A"}]}, WRONG), ("menus", [], WRONG),
    ("menus", {"main": [{"url": "example.org"}]}, WRONG),
    ("feeds", False, RIGHT), ("feeds", True, RIGHT), ("feeds", {"items": 5, "tags": True}, RIGHT),
    ("feeds", {"tags": [], "sections": [], "id": "example.org,2026"}, RIGHT), ("feeds", {"count": 5}, WRONG),
    ("feeds", {"items": "5"}, WRONG), ("feeds", "no", WRONG),
    ("press_kits", [], RIGHT), ("press_kits", "/_index.md", WRONG),
    ("publisher", {"name": {"de": "A", "en": "B"}, "postal_code": 12345, "privacy": {"email": "a@example.org"}}, RIGHT),
    ("publisher", {"name": None}, RIGHT), ("publisher", {"fax": "1"}, WRONG), ("publisher", {"privacy": {"fax": "1"}}, WRONG),
    ("publisher", {"press": {"name": "A", "phone": "115", "email": "a@example.org", "material": "B"}}, RIGHT),
    ("publisher", {"name": ["A"]}, WRONG), ("publisher", "A", WRONG),
    ("features", [], RIGHT), ("features", "editors", WRONG), ("features", ["editors"], WRONG), ("features", True, WRONG),
    ("editor", {"host": "github", "repository": "city/site"}, RIGHT),
    ("editor", {"host": "github", "repository": "city/site", "branch": "main", "login": "https://login.example.org"}, RIGHT),
    ("editor", {"host": "gitlab", "repository": "a/b/c", "url": "https://git.example.org/", "application": 12}, RIGHT),
    ("editor", {"host": "gitea", "repository": "city/site", "application": "12ab"}, RIGHT),
    ("editor", {"host": "svn", "repository": "city/site"}, WRONG), ("editor", {"host": "gitea"}, WRONG),
    ("editor", {"repository": "city/site"}, WRONG), ("editor", {"host": "gitea", "repository": []}, WRONG),
    ("editor", {"host": "gitea", "repository": "city/site", "url": "git.example.org"}, WRONG),
    ("editor", {"host": "gitea", "repository": "city/site", "token": "a"}, WRONG), ("editor", "github", WRONG),
    ("publischer", {}, WRONG),
]

GIF = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")


def judged(site, page, is_section):
    """Whether the program takes them: a site with one page more than its home page."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        content = folder / "content"
        (content / "s").mkdir(parents=True)
        (folder / "locales" / "en").mkdir(parents=True)
        (folder / "locales" / "en" / "site.ftl").write_text("site-title = Site\n")
        (folder / "site.yaml").write_text(json.dumps(site, ensure_ascii=False), "utf-8")
        (content / "_index.en.md").write_text("---\ntitle: Home\n---\n")
        (content / "s" / "a.gif").write_bytes(GIF)
        name = "_index" if is_section else "a"
        front = json.dumps(page, ensure_ascii=False)
        (content / "s" / f"{name}.en.md").write_text(f"---\n{front}\n---\n", "utf-8")
        run = subprocess.run([program, "check", "--format", "json", "--root", str(folder)], capture_output=True, text=True)
        said = json.loads(run.stdout)
        return [found["code"] for found in said["diagnostics"] if found["severity"] == "error"]


SMALL = {"base_url": "https://example.org/", "languages": ["en"], "cards": False}
PAGE = {"title": "A"}
for name, cases, is_section in [("front-matter", FRONT, False), ("front-matter", SECTION, True), ("site", SITE, False)]:
    for key, value, right in cases:
        start = SMALL if name == "site" else PAGE
        whole = {**start, key: value}
        errors = judged(whole, PAGE, False) if name == "site" else judged(SMALL, whole, is_section)
        case = f"{key}: {json.dumps(value, ensure_ascii=False)}"
        check(f"{case} by the program", (not errors) == right, errors)
        found = faults(name, whole)
        check(f"{case} by the schema", (not found) == right, found)

# Every key has a case.
for name, cases in [("front-matter", FRONT + SECTION), ("site", SITE)]:
    without = set(schemas[name]["properties"]) - {key for key, _, right in cases if right} - {"translation"}
    check(f"cases of {name}", not without, without)

finish("schemas")
