//! The page that says how the site is: what is wrong, what is coming, what changed last, and every page in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::current::Shown;
use super::live::{self, Script};
use crate::model::url::encode;
use crate::model::{Change, Lang, PageStatus, State as Translation, Visibility, escaped};
use crate::pipeline::Counts;
use crate::report::{self, Messages, text};

pub(super) const PATH: &str = "/__bruecke/";

const NEWEST: usize = 10;

pub(super) fn page(messages: &Messages, shown: &Shown, version: String) -> Vec<u8> {
    let rows = shown.built.as_ref().map(|built| built.overview()).unwrap_or_default();
    let page = Page { messages, shown, rows };
    let mut body = String::from("<div data-bruecke-own>");
    page.languages(&mut body);
    page.problems(&mut body);
    page.schedule(&mut body);
    page.last(&mut body);
    page.all(&mut body);
    body.push_str("</div>");
    live::page(messages.lang, &messages.get("status-title"), &body, &Script { version, badge: None })
}

struct Page<'a> {
    messages: &'a Messages,
    shown: &'a Shown,
    /// Every page with where it stands.
    rows: Vec<PageStatus>,
}

impl Page<'_> {
    fn text(&self, key: &str) -> String {
        escaped(&self.messages.get(key))
    }

    fn counts(&self) -> &[Counts] {
        self.shown.built.as_ref().map_or(&[], |built| &built.languages)
    }

    fn langs(&self) -> Vec<Lang> {
        self.counts().iter().map(|counts| counts.lang).collect()
    }

    /// The heading of a section; writing to a text cannot fail.
    fn heading(&self, key: &str, out: &mut String) {
        _ = write!(out, "\n<h2>{}</h2>\n", self.text(key));
    }

    fn link(&self, row: &PageStatus) -> String {
        let href = encode(&format!("{}{}", self.shown.base_path(), row.path.as_str()));
        format!("<a href=\"{href}\" lang=\"{}\">{}</a>", row.lang, escaped(&row.title))
    }

    fn languages(&self, out: &mut String) {
        let head = ["language", "pages", "outdated", "missing", "draft", "embargo"];
        let cells = head.map(|name| {
            let class = if name == "language" { "" } else { " class=\"number\"" };
            format!("<th scope=\"col\"{class}>{}</th>", self.text(&format!("status-{name}")))
        });
        _ = write!(
            out,
            "<div class=\"scroll\" tabindex=\"0\"><table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>",
            self.text("status-languages"),
            cells.concat()
        );
        for counts in self.counts() {
            let own = || self.rows.iter().filter(|row| row.lang == counts.lang);
            let outdated = own().filter(|row| row.state == Translation::Outdated).count();
            let drafts = own().filter(|row| row.visibility == Visibility::Draft).count();
            let embargoed = own().filter(|row| matches!(row.visibility, Visibility::Embargoed(_))).count();
            let numbers = [counts.pages, outdated, counts.missing, drafts, embargoed];
            let numbers = numbers.map(|number| format!("<td class=\"number\">{number}</td>"));
            _ = write!(out, "<tr><th scope=\"row\">{}</th>{}</tr>", counts.lang, numbers.concat());
        }
        out.push_str("</tbody></table></div>");
    }

    fn problems(&self, out: &mut String) {
        self.heading("status-problems", out);
        match self.shown.diagnostics.is_empty() {
            true => _ = write!(out, "<p>{}</p>", self.text("status-no-problems")),
            false => out.push_str(&report::html(self.messages, &self.shown.diagnostics)),
        }
    }

    fn schedule(&self, out: &mut String) {
        self.heading("status-schedule", out);
        let all: Vec<&Change> = self.shown.built.iter().flat_map(|built| built.schedule()).collect();
        if all.is_empty() {
            _ = write!(out, "<p>{}</p>", self.text("schedule-none"));
            return;
        }
        out.push_str("<ul>");
        for change in all {
            let kind = self.text(if change.publishes { "schedule-publish" } else { "schedule-expire" });
            let row = |lang: &Lang| self.rows.iter().find(|row| row.key == change.key && row.lang == *lang);
            let links: Vec<String> = change.langs.iter().filter_map(row).map(|row| self.link(row)).collect();
            let pages = if links.is_empty() { escaped(&change.key) } else { links.join(" · ") };
            let time = live::time(self.shown, change.at);
            _ = write!(out, "<li><time datetime=\"{}\">{time}</time> {kind}: {pages}</li>", change.at);
        }
        out.push_str("</ul>");
    }

    /// What the last save changed, then the newest by their own dates.
    fn last(&self, out: &mut String) {
        self.heading("status-last", out);
        let saved: BTreeSet<&str> = self.shown.last.iter().filter_map(|file| file.strip_suffix("index.html")).collect();
        let saved: Vec<&PageStatus> =
            self.rows.iter().filter(|row| saved.contains(row.path.as_str())).take(NEWEST).collect();
        if !saved.is_empty() {
            let all: Vec<String> = saved.into_iter().map(|row| self.link(row)).collect();
            _ = write!(out, "<p>{} {}</p>", self.text("status-saved"), all.join(" · "));
        }
        let mut dated: Vec<(&PageStatus, jiff::civil::Date)> = self
            .rows
            .iter()
            .filter_map(|row| Some((row, row.changed?)))
            .filter(|(row, _)| row.state != Translation::Missing)
            .collect();
        dated.sort_by_key(|(_, day)| std::cmp::Reverse(*day));
        out.push_str("<ul>");
        for (row, day) in dated.into_iter().take(NEWEST) {
            _ = write!(
                out,
                "<li><time datetime=\"{day}\">{day}</time> {} <code>{}</code></li>",
                self.link(row),
                row.lang
            );
        }
        out.push_str("</ul>");
    }

    fn all(&self, out: &mut String) {
        self.heading("status-all", out);
        let langs = self.langs();
        let head: String = langs.iter().map(|lang| format!("<th scope=\"col\">{lang}</th>")).collect();
        _ = write!(
            out,
            "<div class=\"scroll\" tabindex=\"0\"><table><caption>{}</caption><thead><tr><th scope=\"col\">{}</th>{head}</tr></thead><tbody>",
            self.text("status-all-caption"),
            self.text("status-page")
        );
        let mut by_key: BTreeMap<&str, BTreeMap<Lang, &PageStatus>> = BTreeMap::new();
        for row in &self.rows {
            by_key.entry(&row.key).or_default().insert(row.lang, row);
        }
        for (key, rows) in by_key {
            let cells: String = langs.iter().map(|lang| self.cell(rows.get(lang).copied())).collect();
            _ = write!(out, "<tr><th scope=\"row\"><code>{}</code></th>{cells}</tr>", escaped(key));
        }
        out.push_str("</tbody></table></div>");
    }

    fn cell(&self, row: Option<&PageStatus>) -> String {
        let state = |class: &str, text: &str| format!("<span class=\"state {class}\">{text}</span>");
        let name = row.map_or(Translation::Missing, |row| row.state).name();
        let mut cell = row.map_or(String::new(), |row| self.link(row));
        cell.push_str(&state(name, &self.text(&format!("state-{name}"))));
        match row.map(|row| row.visibility) {
            Some(Visibility::Draft) => cell.push_str(&state("draft", &self.text("badge-draft"))),
            Some(Visibility::Embargoed(until)) => {
                let text = self.messages.format("badge-embargo", &[text("time", live::time(self.shown, until))]);
                cell.push_str(&state("embargo", &escaped(&text)));
            }
            Some(Visibility::Public) | None => {}
        }
        format!("<td>{cell}</td>")
    }
}
