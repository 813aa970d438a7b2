"""Reads what `translations export` writes with a reader that is not ours: the Translate Toolkit, and lxml for the rules of
the standard. Fills in every translation with it, and has `translations import` take the file back.

check.py BRUECKE SITE WORK: the program, a copy of the site, a folder for files. Ends with "exchange: N passed, N failed".
"""

import copy
import pathlib
import re
import subprocess
import sys

from lxml import etree
from translate.storage import po, xliff2

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from counting import check, finish

CORE = "urn:oasis:names:tc:xliff:document:2.0"
NMTOKEN = re.compile(r"[\w.:-]+")


def run(bruecke, *args):
    """Runs the program in English."""
    command = [bruecke, "--lang", "en", "translations", *args]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def names(elements):
    """Names of elements of the core, in order; what is of other namespaces may stand anywhere."""
    return [etree.QName(element).localname for element in elements if etree.QName(element).namespace == CORE]


def rules(root):
    """The rules of XLIFF 2.0 (OASIS Standard, 5 August 2014), core, that matter here; gives what is broken."""
    tag = lambda name: f"{{{CORE}}}{name}"
    wrong = []
    if root.tag != tag("xliff") or root.get("version") != "2.0" or not root.get("srcLang") or not root.get("trgLang"):
        wrong.append("root")
    files = list(root)
    if len({file.get("id") for file in files}) != len(files) or names(files) != ["file"] * len(files):
        wrong.append("files")
    for element in root.iter():
        for key in ("id", "dataRef", "dataRefStart", "dataRefEnd"):
            if element.get(key) is not None and not NMTOKEN.fullmatch(element.get(key)):
                wrong.append(f"{key} {element.get(key)}")
    for file in files:
        units = list(file.iter(tag("unit")))
        if not units or len({unit.get("id") for unit in units}) != len(units):
            wrong.append(f"units of {file.get('id')}")
        if not re.fullmatch(r"(notes )?(unit |group )+", " ".join(names(file)) + " "):
            wrong.append(f"order in {file.get('id')}")
        for unit in units:
            wrong.extend(f"{unit.get('id')}: {what}" for what in unit_rules(unit, tag))
    return wrong


def unit_rules(unit, tag):
    """The same for a unit."""
    if not re.fullmatch(r"(notes )?(originalData )?(segment |ignorable )+", " ".join(names(unit)) + " "):
        yield "order"
    data = [entry.get("id") for entry in unit.iter(tag("data"))]
    if len(set(data)) != len(data):
        yield "data"
    for segment in unit.iter(tag("segment")):
        if segment.get("state", "initial") not in ("initial", "translated", "reviewed", "final"):
            yield "state"
        if names(segment) not in (["source"], ["source", "target"]):
            yield "segment"
        source, *target = segment
        ids = [code.get("id") for code in source.iter() if code is not source]
        if len(set(ids)) != len(ids):
            yield "ids"
        if target and sorted(code.get("id") for code in target[0].iter() if code is not target[0]) != sorted(ids):
            yield "codes of the target"
        for code in segment.iter(tag("pc"), tag("ph")):
            if code.get("type") not in ("fmt", "ui", "quote", "link", "image", "other"):
                yield "type"
            if any(code.get(key) not in [None, *data] for key in ("dataRef", "dataRefStart", "dataRefEnd")):
                yield "reference"


def fill_xliff(path):
    """Translates every unit by its source, with the toolkit where it is words alone; gives how many there are."""
    store = xliff2.Xliff2File.parsefile(str(path))
    units = [unit for unit in store.units if unit.istranslatable()]
    for unit in units:
        source = unit.xmlelement.find(f"{{{CORE}}}source")
        if len(source):
            old = unit.xmlelement.find(f"{{{CORE}}}target")
            if old is not None:
                unit.xmlelement.remove(old)
            target = copy.deepcopy(source)
            target.tag = f"{{{CORE}}}target"
            unit.xmlelement.append(target)
        else:
            unit.target = unit.source
        unit.marktranslated()
    store.savefile(str(path))
    return len(units)


def fill_po(path):
    """The same for PO."""
    store = po.pofile.parsefile(str(path))
    units = [unit for unit in store.units if not unit.isheader()]
    for unit in units:
        unit.target = unit.source
        unit.markfuzzy(False)
    store.savefile(str(path))
    return len(units)


def one(bruecke, site, path):
    """Every test of one exported file."""
    name = path.name
    if path.suffix == ".xlf":
        root = etree.parse(str(path)).getroot()
        wrong = rules(root)
        check(f"{name} keeps the rules of XLIFF 2.0", not wrong, "; ".join(wrong[:5]))
        store = xliff2.Xliff2File.parsefile(str(path))
        segments = len(root.findall(f".//{{{CORE}}}segment"))
        check(f"{name} is read whole", len(store.units) == segments > 0, f"{len(store.units)} of {segments}")
        languages = (store.sourcelanguage, store.targetlanguage)
        check(f"{name} names its languages", "-".join(languages) == path.stem, languages)
        check(f"{name} has words in every unit", all(unit.source.strip() for unit in store.units))
        count = fill_xliff(path)
    else:
        store = po.pofile.parsefile(str(path))
        units = [unit for unit in store.units if not unit.isheader()]
        contexts = {unit.getcontext() for unit in units}
        check(f"{name} is read whole", len(contexts) == len(units) > 0, f"{len(contexts)} of {len(units)}")
        check(f"{name} has notes and places", all(unit.getnotes("developer") and unit.getlocations() for unit in units))
        check(f"{name} names its language", store.gettargetlanguage() == path.stem.split("-")[1])
        count = fill_po(path)
    done = run(bruecke, "import", str(path), "--root", str(site))
    check(f"{name} comes back with {count} texts", done.returncode == 0 and " written" in done.stdout, done.stderr[:2000])


def main():
    """All files of all targets."""
    bruecke, site, work = (pathlib.Path(arg).resolve() for arg in sys.argv[1:4])
    for target in ("vi", "en"):
        for kind, ending in (("xliff", "xlf"), ("po", "po")):
            states = "missing,outdated,unmarked,current"
            done = run(bruecke, "export", "--language", target, "--state", states, "--file-format", kind,
                       "--root", str(site), "--output", str(work))
            check(f"export to {target} as {kind}", done.returncode == 0, done.stderr)
            for path in sorted(work.glob(f"*-{target}.{ending}")):
                one(bruecke, site, path)
    finish("exchange")


main()
