//! Calendars: what stands in them, and what does not. `tests/calendar/check.py` has other programs read them.

use crate::support::{self, Site, SiteTest};

/// The lines of a calendar, unfolded.
fn lines(site: &Site, path: &str) -> Vec<String> {
    let text = site.html(path);
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{path}: line ends");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{path}: a line is too long");
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_string).collect()
}

/// The values of a property, with its parameters.
fn values(lines: &[String], name: &str) -> Vec<String> {
    let rest = |line: &String| line.strip_prefix(name).filter(|rest| rest.starts_with([';', ':'])).map(str::to_string);
    lines.iter().filter_map(rest).collect()
}

fn has(lines: &[String], line: &str) {
    assert!(lines.iter().any(|other| other == line), "no {line} in {lines:#?}");
}

/// One page with an event and its lines.
fn event(front: &str) -> Vec<String> {
    let site = SiteTest::new().page("a.de.md", &format!("title: A\n{front}"), "").build();
    lines(&site, "/de/a/event.ics")
}

#[test]
fn whole_days_end_on_the_day_after() {
    let several = event("event: {start: 2024-09-22, end: 2024-09-29}");
    has(&several, "DTSTART;VALUE=DATE:20240922");
    has(&several, "DTEND;VALUE=DATE:20240930");
    has(&several, "TRANSP:TRANSPARENT");
    let one = event("event: {start: 2024-12-31}");
    has(&one, "DTEND;VALUE=DATE:20250101");
    // A day has no hour, so an hour at one end alone says too little.
    let mixed = event("event: {start: 2024-09-22T10:00, end: 2024-09-23}");
    has(&mixed, "DTSTART;VALUE=DATE:20240922");
    has(&mixed, "DTEND;VALUE=DATE:20240924");
}

#[test]
fn times_stand_in_the_zone_of_the_event() {
    let site = |event: &str| {
        let site = SiteTest::new().append("site.yaml", "timezone: Europe/Berlin\n");
        lines(&site.page("a.de.md", &format!("title: A\nevent: {event}"), "").build(), "/de/a/event.ics")
    };
    let berlin = site("{start: 2024-10-26T22:00, end: 2024-10-27T04:00}");
    has(&berlin, "DTSTART;TZID=Europe/Berlin:20241026T220000");
    has(&berlin, "DTEND;TZID=Europe/Berlin:20241027T040000");
    has(&berlin, "TRANSP:OPAQUE");
    let saigon = site("{start: 2024-09-23T09:00, end: 2024-09-23T04:30Z, timezone: Asia/Ho_Chi_Minh}");
    has(&saigon, "DTSTART;TZID=Asia/Ho_Chi_Minh:20240923T090000");
    has(&saigon, "DTEND;TZID=Asia/Ho_Chi_Minh:20240923T113000");
    let no_end = site("{start: 2024-09-23T09:00}");
    assert!(values(&no_end, "DTEND").is_empty());
    let utc = site("{start: 2024-09-23T09:00, timezone: UTC}");
    has(&utc, "DTSTART:20240923T090000Z");
    assert!(!utc.contains(&"BEGIN:VTIMEZONE".to_string()));
}

#[test]
fn a_zone_is_described_for_the_years_of_its_events() {
    let zone = |event: &str| {
        let all = self::event(event);
        let ends = |line: &str| all.iter().position(|other| other == line).unwrap();
        all[ends("BEGIN:VTIMEZONE")..=ends("END:VTIMEZONE")].join("\n")
    };
    let berlin = "event: {start: 2024-06-01T10:00, end: 2025-06-01T10:00, timezone: Europe/Berlin}";
    let expected = "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\n\
        BEGIN:STANDARD\nDTSTART:20231029T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:CET\n\
        RDATE:20241027T030000,20251026T030000\nEND:STANDARD\n\
        BEGIN:DAYLIGHT\nDTSTART:20240331T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nTZNAME:CEST\n\
        RDATE:20250330T020000\nEND:DAYLIGHT\nEND:VTIMEZONE";
    assert_eq!(zone(berlin), expected);
    // Unchanged since 1975.
    let saigon = "event: {start: 2024-06-01T10:00, timezone: Asia/Ho_Chi_Minh}";
    let expected = "BEGIN:VTIMEZONE\nTZID:Asia/Ho_Chi_Minh\n\
        BEGIN:STANDARD\nDTSTART:19750613T000000\nTZOFFSETFROM:+0800\nTZOFFSETTO:+0700\nTZNAME:+07\nEND:STANDARD\n\
        END:VTIMEZONE";
    assert_eq!(zone(saigon), expected);
}

#[test]
fn translations_inherit_the_zone_and_times_are_meant_in_it() {
    let site = SiteTest::new()
        .page("a.vi.md", "title: A\nevent: {start: 2024-09-23T09:00, timezone: Asia/Ho_Chi_Minh, place: Huế}", "")
        .page("a.de.md", "title: A\nevent: {end: 2024-09-23T12:00}\ntranslation: {from: vi}", "")
        .build();
    let german = lines(&site, "/de/a/event.ics");
    has(&german, "DTSTART;TZID=Asia/Ho_Chi_Minh:20240923T090000");
    has(&german, "DTEND;TZID=Asia/Ho_Chi_Minh:20240923T120000");
    has(&german, "SUMMARY;LANGUAGE=de:A");
    has(&german, "LOCATION;LANGUAGE=vi:Huế");
}

#[test]
fn a_zone_that_is_none_and_an_end_before_the_beginning_are_errors() {
    let codes = |event: &str| SiteTest::new().page("a.de.md", &format!("title: A\nevent: {event}"), "").build().codes();
    assert!(codes("{start: 2024-09-23, timezone: Europe/Leipzig}").contains(&"bad-timezone"));
    assert!(codes("{start: 2024-09-23T10:00, end: 2024-09-23T09:00}").contains(&"event-order"));
    assert!(!codes("{start: 2024-09-23T10:00, end: 2024-09-23}").contains(&"event-order"));
    // Nine in Berlin is after ten in Saigon.
    let mixed = "{start: 2024-09-23T10:00, end: 2024-09-23T09:00+02:00, timezone: Asia/Ho_Chi_Minh}";
    assert!(!codes(mixed).contains(&"event-order"));
}

#[test]
fn an_event_keeps_its_name_whatever_changes() {
    let uid = |front: &str| values(&lines(&one(front), "/calendar.ics"), "UID");
    fn one(front: &str) -> Site {
        SiteTest::new().page("news/a.de.md", front, "").page("news/_index.de.md", "title: News", "").build()
    }
    let before = uid("title: A\nevent: {start: 2024-09-22}");
    assert_eq!(before, [":news/a@example.org"]);
    assert_eq!(uid("title: B\nslug: c\ndate: 2024-01-01\nevent: {start: 2025-09-22, place: D}"), before);
}

#[test]
fn all_languages_tell_of_the_same_event_in_the_same_state() {
    let site = SiteTest::new()
        .page("a.de.md", "title: A\nupdated: 2024-09-23\nevent: {start: 2024-09-22}", "")
        .page("a.en.md", "title: A\nupdated: 2024-09-01\ntranslation: {from: de}", "")
        .build();
    let (german, english) = (lines(&site, "/de/a/event.ics"), lines(&site, "/en/a/event.ics"));
    for name in ["UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND"] {
        assert_eq!(values(&german, name), values(&english, name), "{name}");
    }
}

#[test]
fn the_sequence_grows_with_updated_and_with_nothing_else() {
    let sequence = |front: &str| values(&event(front), "SEQUENCE")[0][1..].parse::<i64>().unwrap();
    let first = sequence("date: 2024-09-01\nevent: {start: 2024-09-22}");
    let updated = sequence("date: 2024-09-01\nupdated: 2024-09-10\nevent: {start: 2024-09-22}");
    let later = sequence("date: 2024-09-01\nupdated: 2024-09-11\nevent: {start: 2024-09-22}");
    let moved = sequence("date: 2024-09-11\nupdated: 2024-09-11\nevent: {start: 2025-09-22}");
    assert_eq!((first, later - updated, moved - later), (0, 1, 0));
    assert!(updated > 0);
}

#[test]
fn the_stamp_is_from_the_front_matter() {
    let stamp = |front: &str| values(&event(front), "DTSTAMP").concat();
    assert_eq!(stamp("event: {start: 2024-09-22}"), ":20240922T000000Z");
    assert_eq!(stamp("date: 2024-09-01\nevent: {start: 2024-09-22}"), ":20240901T000000Z");
    assert_eq!(stamp("date: 2024-09-01\nupdated: 2024-09-02\nevent: {start: 2024-09-22}"), ":20240902T000000Z");
}

#[test]
fn vietnamese_is_folded_between_letters_and_marks_of_the_format_are_escaped() {
    let title =
        "Đoàn kinh tế, thương mại; Đối thoại Hữu nghị \\ Thành phố Hồ Chí Minh lần thứ hai năm 2024 tại Việt Nam";
    let site = SiteTest::new()
        .page("a.vi.md", &format!("title: '{title}'\ndescription: \"Một\\nhai\"\nevent: {{start: 2024-09-22}}"), "")
        .build();
    let text = site.html("/vi/calendar.ics");
    assert!(!text.contains('\u{FFFD}') && text.contains("\r\n "));
    let lines = lines(&site, "/vi/calendar.ics");
    let escaped = title.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
    has(&lines, &format!("SUMMARY;LANGUAGE=vi:{escaped}"));
    has(&lines, "DESCRIPTION;LANGUAGE=vi:Một\\nhai");
}

#[test]
fn the_organizer_is_the_publisher_if_it_can_be_written_to() {
    let front = "title: A\nevent: {start: 2024-09-22}";
    let with = |publisher: &str| {
        let site = SiteTest::new().append("site.yaml", publisher).page("a.de.md", front, "").build();
        values(&lines(&site, "/de/a/event.ics"), "ORGANIZER").concat()
    };
    assert_eq!(with("publisher: {name: Stadt}\n"), "");
    let publisher = "publisher: {name: {de: 'Amt \"A\"', en: Office}, email: amt@example.org}\n";
    assert_eq!(with(publisher), ";CN=\"Amt ^'A^'\":mailto:amt@example.org");
}

#[test]
fn the_calendar_of_all_has_each_event_once_in_the_language_it_was_written_in() {
    let site = SiteTest::new()
        .page("late.de.md", "title: Spät\nevent: {start: 2025-01-01}", "")
        .page("late.en.md", "title: Late\ntranslation: {from: de}", "")
        .page("early.vi.md", "title: Sớm\nevent: {start: 2024-01-01}", "")
        .page("early.de.md", "title: Früh\ntranslation: {from: vi}", "")
        .page("none.de.md", "title: Ohne", "")
        .build();
    let titles = |path: &str| values(&lines(&site, path), "SUMMARY");
    assert_eq!(titles("/calendar.ics"), [";LANGUAGE=vi:Sớm", ";LANGUAGE=de:Spät"]);
    assert_eq!(titles("/de/calendar.ics"), [";LANGUAGE=de:Früh", ";LANGUAGE=de:Spät"]);
    assert_eq!(titles("/vi/calendar.ics"), [";LANGUAGE=vi:Sớm"]);
    let all = lines(&site, "/en/calendar.ics");
    for line in ["NAME:Site", "X-WR-CALNAME:Site", "REFRESH-INTERVAL;VALUE=DURATION:P1D", "VERSION:2.0"] {
        has(&all, line);
    }
    assert!(!site.has("/de/none/event.ics"));
}

#[test]
fn what_is_not_public_or_not_translated_is_in_no_calendar() {
    let site = SiteTest::new()
        .file("site.yaml", "base_url: https://example.org/\nlanguages: [de, vi, en]\ntheme: plain\nmissing: fallback\n")
        .page("a.de.md", "title: A\nevent: {start: 2024-01-01}", "")
        .page("b.de.md", "title: Geheim\nevent: {start: 2024-01-01}\npublish: 2027-01-01", "")
        .page("c.de.md", "title: Geheim\nevent: {start: 2024-01-01}\ndraft: true", "")
        .append("themes/plain/templates/page.html", "<i>{{ page.event.calendar }}</i><b>{{ site.calendar }}</b>")
        .build();
    let calendars: Vec<_> = site.files.keys().filter(|path| path.ends_with(".ics")).collect();
    assert_eq!(calendars, ["calendar.ics", "de/a/event.ics", "de/calendar.ics"]);
    assert!(!site.html("/calendar.ics").contains("Geheim"));
    assert!(site.html("/de/a/").contains("<i>../../de/a/event.ics</i><b>../../de/calendar.ics</b>"));
    // The original stands in: its calendar does, too.
    assert!(site.html("/en/a/").contains("<i>../../de/a/event.ics</i><b></b>"), "{}", site.html("/en/a/"));
}

#[test]
fn nothing_else_may_take_the_address_of_a_calendar() {
    let page = "title: A\nevent: {start: 2024-01-01}";
    let site = SiteTest::new().page("a.de.md", page, "").page("b.de.md", "title: B\nslug: calendar.ics", "").build();
    assert!(site.codes().contains(&"same-address"), "{:?}", site.codes());
    let without = SiteTest::new().page("b.de.md", "title: B\nslug: calendar.ics", "").build();
    assert!(!without.codes().contains(&"same-address"), "{:?}", without.codes());
}

#[test]
fn the_site_s_own_events_are_in_its_calendars() {
    let request = bruecke::pipeline::Request {
        root: &support::project(),
        base_url: None,
        drafts: false,
        embargoed: false,
        at: "2026-11-24T12:00:00Z".parse().unwrap(),
    };
    // The first days of what the releases tell of, and the days after the last ones.
    const FIRST: [&str; 10] = [
        "20181206", "20210721", "20221126", "20221202", "20230914", "20240922", "20240923", "20241212", "20250929",
        "20251003",
    ];
    const AFTER: [&str; 10] = [
        "20181207", "20210722", "20221205", "20221205", "20230915", "20240930", "20240925", "20241214", "20251006",
        "20251004",
    ];
    let built = bruecke::pipeline::build(&request).value.unwrap();
    for path in ["calendar.ics", "de/calendar.ics", "vi/calendar.ics", "en/calendar.ics"] {
        let file = built.outputs.iter().find(|output| output.path.as_str() == path).expect(path);
        let text = String::from_utf8(file.content.read().unwrap().into_owned()).unwrap();
        let days = |name: &str| -> Vec<String> {
            text.split("\r\n").filter_map(|line| line.strip_prefix(name)).map(str::to_string).collect()
        };
        assert_eq!(days("DTSTART;VALUE=DATE:"), FIRST, "{path}");
        assert_eq!(days("DTEND;VALUE=DATE:"), AFTER, "{path}");
    }
}
