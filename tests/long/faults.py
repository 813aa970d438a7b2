#!/usr/bin/env python3
"""Faults for real, on copies of the project's own site: builds that are killed, that meet, whose disk is full, whose files go.

    tests/long/faults.py target/release/bruecke [kills|pairs|full|readonly|vanishing|cache|inject]… [--times N]

Run as root: tmpfs is mounted, and strace makes single system calls fail. Short versions of most are in tests/it.
"""

import argparse, hashlib, html.parser, os, random, re, shutil, signal, subprocess, sys, tempfile, threading, time
from pathlib import Path
from urllib.parse import unquote, urlsplit

PROJECT = Path(__file__).resolve().parents[2]
AT = ["--at", "2026-11-24T12:00:00Z"]
RANDOM = random.Random(20261124)


class Links(html.parser.HTMLParser):
    """What a page shows and leads to."""

    def __init__(self):
        super().__init__()
        self.links = []

    def handle_starttag(self, tag, attributes):
        self.links += [value for name, value in attributes if name in ("href", "src") and value]


class Site:
    """A site in two states that differ in every page, in addresses, pictures and removals."""

    def __init__(self, folder):
        self.root = folder / "site"
        self.root.mkdir(parents=True)
        for part in ["content", "locales", "themes", "site.yaml"]:
            source = PROJECT / part
            (shutil.copytree if source.is_dir() else shutil.copy)(source, self.root / part)
        if (PROJECT / ".bruecke").exists():
            shutil.copytree(PROJECT / ".bruecke", self.root / ".bruecke")
        self.public = folder / "public"
        self.base = self.root / "themes/leipzig/templates/base.html"
        self.plain = self.base.read_text()
        self.section = self.root / "content/attempts"

    def become(self, state):
        self.base.write_text(self.plain.replace("</body>", f"<!-- state {state} --></body>"))
        shutil.rmtree(self.section, ignore_errors=True)
        self.section.mkdir()
        (self.section / "_index.en.md").write_text("---\ntitle: Attempts\n---\n")
        for number in range(10):
            slug = f"slug: {state}-{number}\n" if number < 5 else ""
            (self.section / f"{state if number < 8 else 'same'}{number}.en.md").write_text(
                f"---\ntitle: Attempt {number}\n{slug}---\nState {state} [table]({state}.csv).\n")
        (self.section / f"{state}.csv").write_text(f"{state}\n" * 1000)

    def command(self, program, *arguments, output=None):
        return [program, "build", "--root", self.root, "-o", output or self.public, *AT, *arguments]

    def build(self, program, *arguments, output=None, **options):
        return subprocess.run(self.command(program, *arguments, output=output), capture_output=True, text=True, **options)


def tree(folder):
    """The hash of each file of a folder; hidden ones that are not part of the output aside."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def names(public):
    return {str(path.relative_to(public)) for path in public.rglob("*") if path.is_file()}


def broken(public, known=None):
    """Half-written files and links that lead nowhere. Of pages that were not there before, `known`, links may lead to others that are
    still to come: nobody gets to them yet."""
    found = []
    for path in public.rglob("*"):
        name = str(path.relative_to(public))
        if path.is_dir():
            continue
        if name.startswith(".bruecke-") and name != ".bruecke-manifest":
            found.append(f"{name}: unfinished")
        if path.suffix != ".html":
            continue
        text = path.read_text()
        if not text.rstrip().endswith("</html>"):
            found.append(f"{name}: half")
        if known is not None and name not in known:
            continue
        parser = Links()
        parser.feed(text)
        for link in parser.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path or name.endswith("404.html"):
                continue
            to = Path(os.path.normpath(path.parent / unquote(parts.path)))
            if not (to.is_file() or (to / "index.html").is_file()):
                found.append(f"{name}: {link} leads nowhere")
    return found


def report(name, times, problems, note=""):
    print(f"{name}: {times} times, {len(problems)} problems{note and ', ' + note}")
    for problem in problems[:20]:
        print(f"  {problem}")
    return not problems


def kills(program, folder, times):
    """Kills a build at random moments, most of them while it writes, and follows all links after each."""
    site = Site(folder)
    references = {}
    for state in "ab":
        site.become(state)
        assert site.build(program).returncode == 0
        references[state] = tree(site.public)
    site.become("a")
    site.build(program)
    begun = time.time()
    site.become("b")
    site.build(program)
    whole = time.time() - begun
    problems, meanwhile, finished = [], 0, 0
    for turn in range(times):
        state = "ab"[turn % 2]
        site.become(state)
        known = names(site.public)
        child = subprocess.Popen(site.command(program), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * RANDOM.uniform(0.3, 1.05))
        child.send_signal(signal.SIGKILL)
        finished += child.wait() == 0
        meanwhile += "\n- " in (site.public / ".bruecke-manifest").read_text()
        # Pages that are being removed may lead to each other: no page that stays leads to them any more.
        stays = references[state]
        going = lambda problem: problem.split(":")[0] not in stays and problem.endswith("/ leads nowhere")
        problems += [f"kill {turn}: {problem}" for problem in broken(site.public, known) if not going(problem)]
        if turn % 10 == 9:
            done = site.build(program)
            if done.returncode or tree(site.public) != references[state]:
                problems.append(f"kill {turn}: not mended: {done.stderr[:300]}")
            left = [path.name for path in folder.iterdir() if path.name.startswith(".public")]
            problems += [f"kill {turn}: {name} is left" for name in left]
    return report("kills", times, problems, f"{meanwhile} while files were put in place, {finished} too late")


def pairs(program, folder, times):
    """Two builds with different content into one folder at the same time: the result is that of one of them."""
    sites = [Site(folder / name) for name in "ab"]
    public, results = folder / "public", []
    for site, state in zip(sites, "ab"):
        site.become(state)
        assert site.build(program, output=public).returncode == 0
        results.append(tree(public))
    problems, waited = [], 0
    for turn in range(times):
        children = []
        for site in sites if turn % 2 else sites[::-1]:
            command = site.command(program, output=public)
            children.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True))
            time.sleep(RANDOM.uniform(0, 0.02))
        for child in children:
            _, said = child.communicate()
            waited += "waiting until" in said
            if child.returncode:
                problems.append(f"pair {turn}: {said[:300]}")
        if tree(public) not in results:
            problems.append(f"pair {turn}: a mix")
    return report("pairs", times, problems, f"{waited} builds waited")


def full(program, folder, _):
    """A disk that is too small, at first and later: the old site stays, and the message says how much is needed."""
    site, problems, times = Site(folder), [], 0
    for size in ["200k", "1m", "2m", "4m"]:
        times += 1
        disk = folder / f"disk-{size}"
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], check=True)
        try:
            site.become("a")
            done = site.build(program, output=disk / "public")
            if done.returncode != 1 or not re.search(r"\d MB", done.stderr) or (disk / "public").exists():
                problems.append(f"{size}: {done.returncode} {done.stderr[-300:]}")
            if list(disk.iterdir()):
                problems.append(f"{size}: left {list(disk.iterdir())}")
        finally:
            subprocess.run(["umount", disk])
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk], check=True)
    try:
        assert site.build(program, output=disk / "public").returncode == 0
        before = tree(disk / "public")
        free = shutil.disk_usage(disk).free
        (disk / "ballast").write_bytes(b"x" * (free - 300_000))
        site.become("b")
        done = site.build(program, output=disk / "public")
        if done.returncode != 1 or not re.search(r"\d MB", done.stderr) or tree(disk / "public") != before:
            problems.append(f"later: {done.returncode} {done.stderr[-300:]}")
        (disk / "ballast").unlink()
        if site.build(program, output=disk / "public").returncode or broken(disk / "public"):
            problems.append("later: not mended")
        print(f"  message: {done.stderr.strip().splitlines()[-1]}")
    finally:
        subprocess.run(["umount", disk])
    return report("full disk", times + 1, problems)


def readonly(program, folder, _):
    """Folders that may only be read: the output's parent, the output, the site."""
    site, problems = Site(folder), []
    site.become("a")
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", disk], check=True)
    try:
        assert site.build(program, output=disk / "public").returncode == 0
        before = tree(disk / "public")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        site.become("b")
        done = site.build(program, output=disk / "public")
        if done.returncode != 1 or "read-only" not in done.stderr or tree(disk / "public") != before:
            problems.append(f"output: {done.returncode} {done.stderr[-300:]}")
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        # The site itself on a disk that nobody writes to.
        shutil.copytree(site.root, disk / "site")
        shutil.rmtree(disk / "site/.bruecke", ignore_errors=True)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        done = subprocess.run([program, "build", "--root", disk / "site", "-o", folder / "elsewhere", *AT], capture_output=True, text=True)
        if done.returncode or broken(folder / "elsewhere"):
            problems.append(f"site: {done.returncode} {done.stderr[-300:]}")
    finally:
        subprocess.run(["mount", "-o", "remount,rw", disk])
        subprocess.run(["umount", disk])
    # A parent that nobody may write to: files wait in the folder itself.
    parent = folder / "parent"
    public = parent / "public"
    public.mkdir(parents=True)
    for path in [folder, parent, public, *site.root.rglob("*"), site.root]:
        path.chmod(0o777 if path.is_dir() else 0o666)
    for path in folder.parents:
        if str(path).startswith(tempfile.gettempdir() + "/"):
            path.chmod(0o755)
    parent.chmod(0o555)
    copy = folder / "bruecke"
    shutil.copy(program, copy)
    copy.chmod(0o755)
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    for state in "ab":
        site.become(state)
        for path in site.section.rglob("*"):
            path.chmod(0o666)
        site.section.chmod(0o777)
        done = subprocess.run([*nobody, copy, "build", "--root", site.root, "-o", public, *AT], capture_output=True, text=True)
        if done.returncode or broken(public):
            problems.append(f"parent, {state}: {done.returncode} {done.stderr[-300:]} {broken(public)[:3]}")
    return report("read-only", 4, problems)


def vanishing(program, folder, times):
    """Files that come and go while a build reads them: it fails or not, but never with a bug, and never half."""
    site, problems, failed = Site(folder), [], 0
    site.become("a")
    assert site.build(program).returncode == 0
    for turn in range(times):
        state = "ab"[turn % 2]
        site.become(state)
        stop = threading.Event()

        def vanish():
            while not stop.is_set():
                files = [path for path in site.section.iterdir()] + [site.root / "content/_index.de.md"]
                path = RANDOM.choice(files)
                try:
                    text = path.read_bytes()
                    path.unlink()
                    time.sleep(RANDOM.uniform(0, 0.003))
                    path.write_bytes(text)
                except OSError:
                    pass

        thread = threading.Thread(target=vanish)
        thread.start()
        done = site.build(program)
        stop.set()
        thread.join()
        failed += done.returncode
        if done.returncode not in (0, 1) or "internal" in done.stderr or "panicked" in done.stderr:
            problems.append(f"{turn}: {done.returncode} {done.stderr[-300:]}")
        problems += [f"{turn}: {problem}" for problem in broken(site.public)]
    return report("vanishing files", times, problems, f"{failed} builds said so")


def cache(program, folder, times):
    """A cache that is damaged in any way, or of an older program: the output is the same."""
    site, problems = Site(folder), []
    site.become("a")
    assert site.build(program).returncode == 0
    reference = tree(site.public)
    for turn in range(times):
        files = [path for path in (site.root / ".bruecke").rglob("*") if path.is_file() and path.name != ".gitignore"]
        for path in RANDOM.sample(files, max(1, len(files) // 4)):
            old = path.read_bytes()
            at = RANDOM.randrange(len(old) + 1)
            damages = [b"", old[:at], old[:at] + bytes(len(old) - at), old + b"more", RANDOM.randbytes(100)]
            path.write_bytes(RANDOM.choice(damages))
        if turn % 2:
            shutil.rmtree(site.public)
        done = site.build(program, "--verify")
        if done.returncode or tree(site.public) != reference:
            problems.append(f"{turn}: {done.returncode} {done.stderr[-300:]}")
    return report("damaged caches", times, problems)


CALLS = {"write": "ENOSPC", "rename": "EIO", "mkdir": "EACCES", "unlink": "EIO", "fsync": "EIO", "rmdir": "EIO",
         "flock": "EINTR", "openat": "EMFILE", "ftruncate": "EIO", "read": "EIO"}


def inject(program, folder, times):
    """Each system call that touches the disk fails once: the old site, or the new, and the next build mends the rest."""
    site, problems, count, failed = Site(folder), [], 0, 0
    references = {}
    for state in "ab":
        site.become(state)
        assert site.build(program).returncode == 0
        references[state] = tree(site.public)
    environment = {**os.environ, "RAYON_NUM_THREADS": "1"}
    for call, error in CALLS.items():
        number, step = 1, 1
        while True:
            state = "ab"[count % 2]
            site.become(state)
            known, stays = names(site.public), references[state]
            going = lambda problem: problem.split(":")[0] not in stays and problem.endswith("/ leads nowhere")
            log = folder / "strace.log"
            spell = f"inject={call}:error={error}:when={number}"
            command = ["strace", "-f", "-o", log, "-e", f"trace={call}", "-e", spell, *site.command(program, "--verify")]
            done = subprocess.run(command, capture_output=True, text=True, env=environment)
            if "INJECTED" not in log.read_text():
                break
            count += 1
            failed += done.returncode != 0
            where = f"{call} {number}"
            # Whatever cannot even be started was not ours.
            if done.returncode not in (0, 1, 127) or "panicked" in done.stderr:
                problems.append(f"{where}: {done.returncode} {done.stderr[-300:]}")
            problems += [f"{where}: {problem}" for problem in broken(site.public, known) if "unfinished" not in problem and not going(problem)]
            mended = site.build(program, "--verify")
            if mended.returncode or tree(site.public) != references[state]:
                problems.append(f"{where}: not mended: {mended.stderr[-300:]}")
            # Of calls that there are many of, all early ones and then every few.
            step = 1 if number < times else step + max(1, number // times)
            number += step
    return report("system calls that fail", count, problems, f"{failed} builds ended with an error")


def main():
    parts = {f.__name__: f for f in [kills, pairs, full, readonly, vanishing, cache, inject]}
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program", type=Path)
    arguments.add_argument("parts", nargs="*", choices=[*parts, []], default=[])
    arguments.add_argument("--times", type=int, default=300)
    given = arguments.parse_args()
    fine = True
    for name in given.parts or parts:
        with tempfile.TemporaryDirectory() as folder:
            fine &= parts[name](given.program.resolve(), Path(folder), given.times)
    sys.exit(0 if fine else 1)


main()
