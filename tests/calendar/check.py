"""Reads the calendars of the built site with readers that are not ours: icalendar and vobject. Times are checked against
the zones of the system's own database, read back by the VTIMEZONE of the file alone.

check.py BRUECKE SITE WORK: the program, a copy of the site, a folder for files. Ends with "calendar: N passed, N failed".
"""

import datetime
import pathlib
import re
import subprocess
import sys
import zoneinfo

import icalendar
import vobject

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from counting import check, finish

DAY = datetime.timedelta(days=1)
LANGUAGES = ("de", "vi", "en")
# First and last day of what took place.
EVENTS = {
    "news/2018-12-06-office-in-ho-chi-minh-city": (datetime.date(2018, 12, 6), datetime.date(2018, 12, 6)),
    "news/2021-07-21-council-votes-for-partnership": (datetime.date(2021, 7, 21), datetime.date(2021, 7, 21)),
    "news/2022-11-26-delegation-to-vietnam": (datetime.date(2022, 11, 26), datetime.date(2022, 12, 4)),
    "news/2022-12-02-first-friendship-dialogue": (datetime.date(2022, 12, 2), datetime.date(2022, 12, 4)),
    "news/2023-09-14-reception-by-vo-van-hoan": (datetime.date(2023, 9, 14), datetime.date(2023, 9, 14)),
    "news/2024-09-22-economic-delegation": (datetime.date(2024, 9, 22), datetime.date(2024, 9, 29)),
    "news/2024-09-24-second-friendship-dialogue": (datetime.date(2024, 9, 23), datetime.date(2024, 9, 24)),
    "news/2024-12-13-deputies-visit-leipzig": (datetime.date(2024, 12, 12), datetime.date(2024, 12, 13)),
    "news/2025-10-03-reception-by-nguyen-van-duoc": (datetime.date(2025, 10, 3), datetime.date(2025, 10, 3)),
    "news/2025-10-05-delegation-with-burkhard-jung": (datetime.date(2025, 9, 29), datetime.date(2025, 10, 5)),
}
# Pages added to the copy: beginning and end as written, and their zone.
TIMES = {
    "summer": ("2025-07-01T18:00", "2025-07-01T20:30", "Europe/Berlin"),
    "autumn": ("2025-10-26T00:30", "2025-10-26T03:30", "Europe/Berlin"),
    "spring": ("2025-03-29T20:00", "2025-03-30T08:00", "Europe/Berlin"),
    "new-year": ("2025-12-31T22:00", "2026-01-01T02:00", "Europe/Berlin"),
    "saigon": ("2025-07-01T09:00", "2025-07-02T17:00", "Asia/Ho_Chi_Minh"),
    "south": ("2025-04-06T01:00", "2025-04-06T05:00", "Australia/Lord_Howe"),
    "far": ("2025-11-02T00:30", "2025-11-02T03:00", "America/New_York"),
    "half": ("2025-06-01T09:00", "2025-06-01T10:00", "Asia/Kathmandu"),
    "fixed": ("2025-06-01T09:00", "2025-06-01T10:00", "Etc/GMT-7"),
    "ireland": ("2025-06-01T09:00", "2025-12-01T10:00", "Europe/Dublin"),
}


def build(bruecke, site, output):
    """Builds the site."""
    command = [bruecke, "--lang", "en", "build", "--root", str(site), "--output", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    check(f"build of {output.name}", done.returncode == 0, done.stderr[:2000])


def lines(name, data):
    """The rules for content lines (RFC 5545, section 3.1)."""
    check(f"{name} ends its lines with CR LF", not re.search(rb"(?<!\r)\n|\r(?!\n)", data) and data.endswith(b"\r\n"))
    check(f"{name} has short lines", all(len(line) <= 75 for line in data.split(b"\r\n")))
    try:
        [line.decode() for line in data.split(b"\r\n")]
        check(f"{name} divides no letter", True)
    except UnicodeDecodeError as error:
        check(f"{name} divides no letter", False, error)


def wrong_parts(calendar):
    """What the standard asks of a calendar and its events; gives what is missing."""
    wrong = [f"errors {part.name} {part.errors}" for part in calendar.walk() if part.errors]
    wrong += [f"no {key}" for key in ("VERSION", "PRODID") if key not in calendar]
    wrong += [f"zones {calendar.get_missing_tzids()}"] if calendar.get_missing_tzids() else []
    events = calendar.events
    uids = [str(event["UID"]) for event in events]
    wrong += ["no events"] if not events else []
    wrong += ["UIDs twice"] if len(set(uids)) != len(uids) else []
    for event in events:
        once = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL", "SEQUENCE", "STATUS", "CLASS", "LAST-MODIFIED", "TRANSP")
        wrong += [f"{key} of {event.get('UID')}" for key in once if key not in event or isinstance(event[key], list)]
        wrong += ["stamp without UTC"] if event.DTSTAMP.utcoffset() != datetime.timedelta() else []
        wrong += ["end"] if "DTEND" in event and event.end <= event.start else []
        wrong += ["language"] if not event["SUMMARY"].params.get("LANGUAGE") else []
    return wrong


def one(path, root):
    """Every test of one file."""
    name = str(path.relative_to(root))
    data = path.read_bytes()
    lines(name, data)
    calendar = icalendar.Calendar.from_ical(data)
    wrong = wrong_parts(calendar)
    check(f"{name} is read by icalendar", not wrong, "; ".join(wrong[:5]))
    again = icalendar.Calendar.from_ical(calendar.to_ical())
    check(f"{name} stays the same when icalendar writes it", again == calendar)
    other = vobject.readOne(data.decode())
    try:
        check(f"{name} is read by vobject", other.validate(raiseException=True))
    except vobject.base.ValidateError as error:
        check(f"{name} is read by vobject", False, error)
    pairs = list(zip(calendar.events, other.vevent_list, strict=True))
    texts = [(event, seen) for event, seen in pairs if seen.summary.value != str(event["SUMMARY"])]
    check(f"{name} has the same texts for both", not texts, texts[:1])
    spans = [(event.start, seen.dtstart.value) for event, seen in pairs if seen.dtstart.value != event.start]
    check(f"{name} has the same dates for both", not spans, spans)
    if path.name == "event.ics":
        page = path.with_name("index.html")
        # A page that was published after its event offers it to no calendar.
        text = page.read_text(encoding="utf-8") if page.exists() else ""
        past = any(label in text for label in ("<dt>Ereignis</dt>", "Event date", "Ngày diễn ra"))
        check(f"{name} lies beside its page", past or "event.ics" in text)
        here = str(path.parent.relative_to(root))
        check(f"{name} is of one event", [str(event["URL"]) for event in calendar.events][0].endswith(f"/{here}/"))
    else:
        check(f"{name} has a name", calendar.get("NAME") and calendar.get("X-WR-CALNAME") == calendar["NAME"])
        every = calendar.get("REFRESH-INTERVAL")
        check(f"{name} is asked for again every day", every is not None and every.dt == DAY)
    return calendar


def key(event):
    """The page of an event, by its UID."""
    return str(event["UID"]).rsplit("@", 1)[0]


def own(site, output):
    """The site's own events, in every calendar."""
    build(*site, output)
    found = {path.relative_to(output): one(path, output) for path in sorted(output.rglob("*.ics"))}
    for name in ("calendar.ics", *(f"{lang}/calendar.ics" for lang in LANGUAGES)):
        calendar = found.get(pathlib.Path(name))
        days = {key(event): (event.start, event.end - DAY) for event in calendar.events} if calendar else {}
        check(f"{name} has what took place", days == EVENTS, days)
        shown = {str(event["SUMMARY"].params["LANGUAGE"]) for event in calendar.events} if calendar else set()
        check(f"{name} speaks its language", shown == ({name[:2]} if "/" in name else {"de", "vi"}), shown)
    singles = [path for path in found if path.name == "event.ics"]
    check("each event has a calendar in each language", len(singles) == len(EVENTS) * len(LANGUAGES), singles)


def times(site, output):
    """Times in many zones, read back by the zones in the file."""
    bruecke, folder = site
    for name, (start, end, zone) in TIMES.items():
        front = f"title: {name}\nslug: {name}\nevent: {{start: {start}, end: {end}, timezone: {zone}}}"
        (folder / "content" / f"{name}.de.md").write_text(f"---\n{front}\n---\nText\n", encoding="utf-8")
    build(bruecke, folder, output)
    for name, (start, end, zone) in TIMES.items():
        path = output / "de" / name / "event.ics"
        calendar = one(path, output)
        expected = [datetime.datetime.fromisoformat(time).replace(tzinfo=zoneinfo.ZoneInfo(zone)) for time in (start, end)]
        [event] = calendar.events
        check(f"{name} is in {zone}", [event.start.isoformat(), event.end.isoformat()] == [t.isoformat() for t in expected],
              (event.start, event.end))
        [described] = calendar.timezones
        own_zone = described.to_tz(lookup_tzid=False)
        offsets = [time.replace(tzinfo=own_zone).utcoffset() for time in expected]
        check(f"{name}: the file's {zone} is the zone", offsets == [time.utcoffset() for time in expected], offsets)
    one(output / "calendar.ics", output)


def main():
    """The site as it is, then with times."""
    bruecke, site, work = (pathlib.Path(arg).resolve() for arg in sys.argv[1:4])
    own((bruecke, site), work / "own")
    times((bruecke, site), work / "times")
    finish("calendar")


main()
