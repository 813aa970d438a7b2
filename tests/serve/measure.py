"""How soon `serve` shows an edit, measured as a browser sees it: python3 tests/serve/measure.py BRUECKE [ARTICLES]

Writes a site of so many articles in three languages (1,000 unless told), serves it, and edits a page's text, a title, a
message and the base template, twenty times each; then a text a thousand times more, for the memory. The clock runs from
the rename that puts a file in place to the event that tells the open page. Not one of the tests: a figure of time is of
its machine. Linux only: the memory is read from /proc.
"""

import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

PROJECT = pathlib.Path(__file__).resolve().parents[2]
LANGUAGES = ["de", "vi", "en"]
PAGE = "/de/news/article-3/"


def site(root, articles):
    """Articles of 700 words with headings, lists and links, in a section."""

    def put(name, text):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    put("site.yaml", f"base_url: https://example.org/\nlanguages: [{', '.join(LANGUAGES)}]\ntheme: leipzig\ncards: false\n")
    shutil.copytree(PROJECT / "themes/leipzig", root / "themes/leipzig")
    words = "Die Stadt Leipzig und Việt Nam pflegen seit vielen Jahren eine Partnerschaft von Menschen und Schulen".split()
    for lang in LANGUAGES:
        source = "" if lang == "de" else "translation: {from: de}\n"
        put(f"locales/{lang}/site.ftl", "# = same\nsite-title = Measured\n")
        put(f"content/_index.{lang}.md", f"---\ntitle: Home\n{source}---\n")
        put(f"content/news/_index.{lang}.md", f"---\ntitle: News\n{source}---\n")
        for at in range(articles):
            date = f"date: {2000 + at % 25}-{1 + at % 12:02}-{1 + at % 28:02}\n" if lang == "de" else ""
            front = f"title: Article {at}\ndescription: What article {at} is about.\n{date}{source}"
            parts = [" ".join(words[(at + i + j) % len(words)] for j in range(50)) + "." for i in range(14)]
            body = "\n\n".join(f"## Part {i}\n\n{part} [Other](/news/a{(at * 7 + i) % articles}.md)" for i, part in enumerate(parts))
            put(f"content/news/a{at}.{lang}.md", f"---\n{front}---\n{body}\n")


class Server:
    def __init__(self, program, root):
        begin = time.perf_counter()
        command = [program, "serve", "--port", "0", "--lang", "en", "--root", root]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = next(line for line in self.process.stdout if "http://" in line)
        self.started = time.perf_counter() - begin
        self.port = int(re.search(r":(\d+)/", line)[1])

    def lines(self):
        """Whatever it printed must be read, or it waits."""
        os.set_blocking(self.process.stdout.fileno(), False)
        try:
            while self.process.stdout.read(65536):
                pass
        except (OSError, TypeError):
            pass

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


class Browser:
    """A page that is open: it listens, and loads itself again when told."""

    def __init__(self, port, path):
        self.port, self.path = port, path
        self.load()

    def load(self):
        with urllib.request.urlopen(f"http://localhost:{self.port}{self.path}") as answer:
            version = re.search(rb'data-version="([^"]*)"', answer.read())[1].decode()
        self.socket = socket.create_connection(("127.0.0.1", self.port))
        query = f"page={self.path.replace('/', '%2F')}&version={version}"
        self.socket.sendall(f"GET /__bruecke/events?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        self.stream = self.socket.makefile("rb")
        assert self.event() == "fine"

    def event(self):
        for line in self.stream:
            if line.startswith(b"event:"):
                return line[6:].strip().decode()
        raise RuntimeError("the stream ended")

    def reloaded(self):
        while (event := self.event()) != "reload":
            assert event == "fine", event
        told = time.perf_counter()
        self.socket.close()
        self.load()
        return told


def save(path, text):
    beside = path.with_name(".beside")
    beside.write_text(text, encoding="utf-8")
    begin = time.perf_counter()
    beside.rename(path)
    return begin


def edits(server, browser, name, path, change, count=20, pause=1.5):
    original = path.read_text(encoding="utf-8")
    times = []
    for number in range(count):
        begin = save(path, change(original, number))
        times.append((browser.reloaded() - begin) * 1000)
        server.lines()
        # The rest of the site is made after the page that somebody looks at.
        time.sleep(pause)
    print(f"{name}: median of {count}: {statistics.median(times):.0f} ms, {min(times):.0f} to {max(times):.0f}; "
          f"memory {server.memory():.0f} MB", flush=True)
    save(path, original)
    browser.reloaded()
    time.sleep(pause)


def main():
    program, articles = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        site(root, articles)
        server = Server(program, root)
        try:
            print(f"start with {articles} × {len(LANGUAGES)} articles: {server.started:.2f} s; memory {server.memory():.0f} MB")
            # What was written a moment ago has to be read again; nobody edits that soon.
            time.sleep(3)
            browser = Browser(server.port, PAGE)
            text = lambda original, number: f"{original}\nLine {number}.\n"
            page = root / "content/news/a3.de.md"
            edits(server, browser, "text", page, text, pause=0.3)
            edits(server, browser, "title", page, lambda original, number: original.replace("title: ", f"title: {number} ", 1).replace("title", "slug: article-3\ntitle", 1))
            edits(server, browser, "message", root / "locales/de/site.ftl", lambda original, number: original.replace("Measured", f"Measured {number}"))
            base = root / "themes/leipzig/templates/base.html"
            edits(server, browser, "base template", base, lambda original, number: original.replace("</body>", f"<!-- {number} --></body>"))
            time.sleep(3)
            edits(server, browser, "text", page, text, count=100, pause=0.02)
            before = server.memory()
            edits(server, browser, "text", page, text, count=1000, pause=0.02)
            print(f"memory after 1,000 edits: {server.memory() / before - 1:+.1%}")
        finally:
            server.process.kill()


main()
