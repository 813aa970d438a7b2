//! How translations read: as a table, as data, as a web page; what has changed, and where values come from.

use std::fmt::Write as _;

use serde_json::json;

use super::Talk;
use crate::model::html::escape;
use crate::model::lang::Lang;
use crate::model::translation::State;
use crate::translations::changes::Piece;
use crate::translations::explain::{Origin, Row};
use crate::translations::rows::{Cell, Since};

/// A state in words.
fn state(talk: &Talk, state: State) -> String {
    talk.say(&format!("state-{}", state.name()), &[])
}

/// A cell in words: the state, and for an outdated one since when and how much.
fn words(talk: &Talk, cell: &Cell) -> String {
    let name = state(talk, cell.state);
    let Some(since) = &cell.since else { return name };
    let mut args = vec![("words", since.amount.words.to_string()), ("percent", since.amount.percent.to_string())];
    match &since.day {
        Some(day) => args.push(("day", day.clone())),
        None => args.push(("day", "none".into())),
    }
    format!("{name} ({})", talk.say("outdated-since", &args))
}

/// Rows of texts: the page, then a cell for each language that any cell has.
fn grid(talk: &Talk, cells: &[Cell], languages: &[Lang]) -> (Vec<Lang>, Vec<(String, Vec<String>)>) {
    let shown: Vec<Lang> =
        languages.iter().copied().filter(|lang| cells.iter().any(|cell| cell.lang == *lang)).collect();
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for cell in cells {
        if rows.last().is_none_or(|(page, _)| *page != cell.page) {
            rows.push((cell.page.clone(), vec![String::new(); shown.len()]));
        }
        if let (Some((_, row)), Some(at)) = (rows.last_mut(), shown.iter().position(|lang| *lang == cell.lang)) {
            row[at] = words(talk, cell);
        }
    }
    (shown, rows)
}

/// A line a language: how many pages are in which state.
fn totals(talk: &Talk, cells: &[Cell], languages: &[Lang]) -> Vec<(Lang, String)> {
    let line = |lang: &Lang| {
        let of = |state: State| cells.iter().filter(|cell| cell.lang == *lang && cell.state == state).count();
        let counts = State::ALL.iter().map(|state| (*state, of(*state))).filter(|(_, count)| *count > 0);
        let counts: Vec<String> = counts.map(|(s, count)| format!("{count} {}", state(talk, s))).collect();
        (*lang, counts.join(", "))
    };
    languages.iter().filter(|lang| cells.iter().any(|cell| cell.lang == **lang)).map(line).collect()
}

/// Columns as wide as their widest cell, then the totals.
pub fn human(talk: &Talk, cells: &[Cell], languages: &[Lang]) -> String {
    let (shown, rows) = grid(talk, cells, languages);
    let mut out = String::new();
    if rows.is_empty() {
        return talk.say("translations-none", &[]) + "\n";
    }
    let head: Vec<String> = shown.iter().map(|lang| lang.to_string()).collect();
    let title = talk.say("translations-page", &[]);
    let wide = |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| text.chars().count()).max().unwrap_or(0);
    let first = wide(&mut rows.iter().map(|(page, _)| page).chain([&title]));
    let widths: Vec<usize> =
        (0..head.len()).map(|at| wide(&mut rows.iter().map(|(_, row)| &row[at]).chain([&head[at]]))).collect();
    for (page, row) in std::iter::once((&title, &head)).chain(rows.iter().map(|(page, row)| (page, row))) {
        let mut line = format!("{page:first$}");
        row.iter().zip(&widths).for_each(|(text, width)| _ = write!(line, "  {text:width$}"));
        _ = writeln!(out, "{}", line.trim_end());
    }
    out.push('\n');
    totals(talk, cells, languages).iter().for_each(|(lang, line)| _ = writeln!(out, "{lang}: {line}"));
    out
}

/// A table as GitHub and wikis read it.
pub fn markdown(talk: &Talk, cells: &[Cell], languages: &[Lang]) -> String {
    let (shown, rows) = grid(talk, cells, languages);
    let mut out = format!("| {} |", talk.say("translations-page", &[]));
    shown.iter().for_each(|lang| _ = write!(out, " {lang} |"));
    out.push_str("\n|---|");
    shown.iter().for_each(|_| out.push_str("---|"));
    out.push('\n');
    for (page, row) in rows {
        _ = write!(out, "| {page} |");
        row.iter().for_each(|text| _ = write!(out, " {text} |"));
        out.push('\n');
    }
    out
}

/// A line a cell, with a header (RFC 4180); states by their English names, so that programs agree in every language.
pub fn csv(cells: &[Cell]) -> String {
    let mut out = String::from("page,lang,state,from,file,since,words,percent\r\n");
    for cell in cells {
        let since = cell.since.as_ref();
        let fields = [
            cell.page.clone(),
            cell.lang.to_string(),
            cell.state.name().into(),
            cell.from.map(|lang| lang.to_string()).unwrap_or_default(),
            cell.file.clone(),
            since.and_then(|since| since.day.clone()).unwrap_or_default(),
            since.map(|since| since.amount.words.to_string()).unwrap_or_default(),
            since.map(|since| since.amount.percent.to_string()).unwrap_or_default(),
        ];
        let quoted = fields.iter().map(|field| match field.contains([',', '"', '\n', '\r']) {
            true => format!("\"{}\"", field.replace('"', "\"\"")),
            false => field.clone(),
        });
        out.push_str(&quoted.collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    }
    out
}

/// One JSON object: every cell, and totals a language.
pub fn json(cells: &[Cell], languages: &[Lang]) -> String {
    let one = |cell: &Cell| {
        json!({
            "page": cell.page,
            "lang": cell.lang.tag(),
            "state": cell.state.name(),
            "from": cell.from.map(|lang| lang.to_string()),
            "file": cell.file,
            "noted": cell.noted.map(|revision| revision.to_string()),
            "now": cell.now.map(|revision| revision.to_string()),
            "since": cell.since.as_ref().and_then(|since| since.day.clone()),
            "words": cell.since.as_ref().map(|since| since.amount.words),
            "percent": cell.since.as_ref().map(|since| since.amount.percent),
        })
    };
    let mut totals = serde_json::Map::new();
    for lang in languages {
        let of = |state: State| cells.iter().filter(|cell| cell.lang == *lang && cell.state == state).count();
        let counts = State::ALL.iter().map(|state| (state.name().to_string(), json!(of(*state))));
        totals.insert(lang.to_string(), counts.collect::<serde_json::Map<_, _>>().into());
    }
    json!({ "translations": cells.iter().map(one).collect::<Vec<_>>(), "totals": totals }).to_string() + "\n"
}

/// What has changed in a source: each part with its words, those that went in `[-…-]` and the new ones in `{+…+}`.
pub fn diff(talk: &Talk, cell: &Cell, since: &Since) -> String {
    let mut out = format!("{}: {}\n", cell.file, words_of(talk, since));
    for part in &since.changed {
        _ = write!(out, "\n{}:\n", part.name);
        let mut text = String::new();
        for piece in &part.pieces {
            let (open, words, close) = match piece {
                Piece::Equal(words) => ("", shortened(words), ""),
                Piece::Removed(words) => ("[-", words.clone(), "-]"),
                Piece::Added(words) => ("{+", words.clone(), "+}"),
            };
            if !text.is_empty() && !text.ends_with('\n') && !words.starts_with('\n') {
                text.push(' ');
            }
            _ = write!(text, "{open}{words}{close}");
        }
        text.trim_matches('\n').lines().for_each(|line| _ = writeln!(out, "{}", format!("  {line}").trim_end()));
    }
    out
}

fn words_of(talk: &Talk, since: &Since) -> String {
    let day = since.day.clone().unwrap_or_else(|| "none".into());
    let amount = [("words", since.amount.words.to_string()), ("percent", since.amount.percent.to_string())];
    talk.say("outdated-since", &[amount[0].clone(), amount[1].clone(), ("day", day)])
}

/// Of a long run of words that stayed, its beginning and its end.
fn shortened(words: &str) -> String {
    const KEPT: usize = 12;
    let all: Vec<&str> = words.split(' ').collect();
    if all.len() <= 2 * KEPT + 3 {
        return words.to_string();
    }
    format!("{} … {}", all[..KEPT].join(" "), all[all.len() - KEPT..].join(" "))
}

/// Where each value comes from; keys that neither file has are left out.
pub fn explanation(talk: &Talk, rows: &[Row]) -> String {
    let shown: Vec<&Row> = rows.iter().filter(|row| row.origin != Origin::Unset).collect();
    let width = shown.iter().map(|row| row.key.len()).max().unwrap_or(0);
    let mut out = String::new();
    for row in shown {
        let place = row.at.as_ref().map_or(String::new(), |at| {
            let (line, _) = at.source.line_column(at.span.start);
            format!("{}:{line}", at.source.path)
        });
        let origin = match row.origin {
            Origin::Own => "origin-own",
            Origin::Inherited => "origin-inherited",
            Origin::Untranslated | Origin::Unset => "origin-untranslated",
        };
        let value = row.value.as_deref().unwrap_or_default();
        let value =
            if value.chars().count() > 60 { value.chars().take(59).collect::<String>() + "…" } else { value.into() };
        _ = writeln!(out, "{:width$}  {}", row.key, talk.say(origin, &[("place", place)]));
        if !value.is_empty() {
            _ = writeln!(out, "{:width$}  {value}", "");
        }
    }
    out
}

/// The table as a web page that stands alone: one file, no script, no request, readable on paper and by screen readers.
pub fn page(talk: &Talk, cells: &[Cell], languages: &[Lang]) -> String {
    let (shown, rows) = grid(talk, cells, languages);
    let text = |text: &str| {
        let mut out = String::new();
        escape(text, &mut out);
        out
    };
    let title = text(&talk.say("report-title", &[]));
    let mut body = String::new();
    for (lang, line) in totals(talk, cells, languages) {
        _ = writeln!(body, "<li><strong>{lang}</strong>: {}</li>", text(&line));
    }
    let mut table = format!("<tr><th scope=\"col\">{}</th>", text(&talk.say("translations-page", &[])));
    shown.iter().for_each(|lang| _ = write!(table, "<th scope=\"col\">{lang}</th>"));
    table.push_str("</tr>\n</thead>\n<tbody>\n");
    for (page, row) in &rows {
        _ = write!(table, "<tr><th scope=\"row\">{}</th>", text(page));
        for (lang, words) in shown.iter().zip(row) {
            let cell = cells.iter().find(|cell| cell.page == *page && cell.lang == *lang);
            let class = cell.map_or("", |cell| cell.state.name());
            let file = cell.map_or("", |cell| cell.file.as_str());
            _ = write!(table, "<td class=\"{class}\" title=\"{}\">{}</td>", text(file), text(words));
        }
        table.push_str("</tr>\n");
    }
    let lang = talk.lang;
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<ul>\n{body}</ul>\n\
         <table>\n<thead>\n{table}</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )
}

const STYLE: &str = ":root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 2rem; max-width: 75rem }
table { border-collapse: collapse; width: 100% }
th, td { padding: .4rem .8rem .4rem 0; border-bottom: 1px solid; text-align: start; vertical-align: top; overflow-wrap: anywhere }
tbody th { font-weight: normal }
.outdated, .missing { font-weight: bold }
.outdated::before, .missing::before { content: \"\\25CF\" / \"\"; margin-inline-end: .4em }
";
