//! How translations read: as a table, as data, as a web page; what has changed, and where values come from.

use std::fmt::Write as _;

use serde_json::json;

use super::{Messages, count, text};
use crate::model::{Lang, State, escaped};
use crate::translations::changes::Piece;
use crate::translations::explain::{Origin, Row};
use crate::translations::rows::{Cell, Since};

fn state(messages: &Messages, state: State) -> String {
    messages.get(&format!("state-{}", state.name()))
}

/// A cell in words: the state, and for an outdated one since when and how much.
fn words(messages: &Messages, cell: &Cell) -> String {
    let name = state(messages, cell.state);
    let Some(since) = &cell.since else { return name };
    format!("{name} ({})", outdated_since(messages, since))
}

/// A row of heads and a row a page: the page, then a cell for each language that any cell has.
fn table(messages: &Messages, cells: &[Cell], languages: &[Lang]) -> (Vec<Lang>, Vec<Vec<String>>) {
    let shown: Vec<Lang> =
        languages.iter().copied().filter(|lang| cells.iter().any(|cell| cell.lang == *lang)).collect();
    let row = |page: &[Cell]| {
        let find = |lang: &Lang| page.iter().find(|cell| cell.lang == *lang);
        let cells = shown.iter().map(|lang| find(lang).map_or(String::new(), |cell| words(messages, cell)));
        page.iter().take(1).map(|cell| cell.page.clone()).chain(cells).collect()
    };
    let heads = std::iter::once(messages.get("translations-page")).chain(shown.iter().map(|lang| lang.to_string()));
    let rows = cells.chunk_by(|a, b| a.page == b.page).map(row);
    let table = std::iter::once(heads.collect()).chain(rows).collect();
    (shown, table)
}

/// A line a language: how many pages are in which state.
fn totals(messages: &Messages, cells: &[Cell], languages: &[Lang]) -> Vec<(Lang, String)> {
    let line = |lang: &Lang| {
        let of = |state: State| cells.iter().filter(|cell| cell.lang == *lang && cell.state == state).count();
        let counts = State::ALL.iter().map(|state| (*state, of(*state))).filter(|(_, count)| *count > 0);
        let counts: Vec<String> = counts.map(|(s, count)| format!("{count} {}", state(messages, s))).collect();
        (*lang, counts.join(", "))
    };
    languages.iter().filter(|lang| cells.iter().any(|cell| cell.lang == **lang)).map(line).collect()
}

/// Columns as wide as their widest cell, then the totals.
pub(crate) fn human(messages: &Messages, cells: &[Cell], languages: &[Lang]) -> String {
    if cells.is_empty() {
        return messages.get("translations-none") + "\n";
    }
    let (_, table) = table(messages, cells, languages);
    let width = |column: usize| table.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..table[0].len()).map(width).collect();
    let mut out = String::new();
    for row in &table {
        let padded = row.iter().zip(&widths).map(|(text, width)| format!("{text:width$}"));
        _ = writeln!(out, "{}", padded.collect::<Vec<_>>().join("  ").trim_end());
    }
    out.push('\n');
    totals(messages, cells, languages).iter().for_each(|(lang, line)| _ = writeln!(out, "{lang}: {line}"));
    out
}

/// A table as GitHub and wikis read it.
pub(crate) fn markdown(messages: &Messages, cells: &[Cell], languages: &[Lang]) -> String {
    let (_, table) = table(messages, cells, languages);
    // A name may hold what divides cells, or begins something else.
    let cell = |text: &String| {
        let special = |c: char| matches!(c, '\\' | '|' | '<' | '`' | '[' | '*' | '_' | '&');
        text.chars().flat_map(|c| special(c).then_some('\\').into_iter().chain([c])).collect::<String>()
    };
    let row = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(" | ");
    let mut lines: Vec<String> = table.iter().map(|cells| format!("| {} |\n", row(cells))).collect();
    lines.insert(1, format!("|{}\n", "---|".repeat(table[0].len())));
    lines.concat()
}

/// A line a cell, with a header (RFC 4180); states by their English names, so that programs agree in every language.
pub(crate) fn csv(cells: &[Cell]) -> String {
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
        // Spreadsheets take what begins like this for a formula (OWASP, "CSV Injection"); with an apostrophe it is a text.
        let harmless = |field: &String| match field.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            true => format!("'{field}"),
            false => field.clone(),
        };
        let quoted = fields.iter().map(harmless).map(|field| match field.contains([',', ';', '"', '\'', '\n', '\r']) {
            true => format!("\"{}\"", field.replace('"', "\"\"")),
            false => field,
        });
        out.push_str(&quoted.collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    }
    out
}

/// One JSON object: every cell, and totals a language.
pub(crate) fn json(cells: &[Cell], languages: &[Lang]) -> String {
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
pub(crate) fn diff(messages: &Messages, cell: &Cell, since: &Since) -> String {
    let mut out = format!("{}: {}\n", cell.file, outdated_since(messages, since));
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

fn outdated_since(messages: &Messages, since: &Since) -> String {
    let (amount, day) = (&since.amount, since.day.as_deref().unwrap_or("none"));
    let args = [count("words", amount.words), text("percent", amount.percent), text("day", day)];
    messages.format("outdated-since", &args)
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
pub(crate) fn explanation(messages: &Messages, rows: &[Row]) -> String {
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
        _ = writeln!(out, "{:width$}  {}", row.key, messages.format(origin, &[text("place", place)]));
        if !value.is_empty() {
            _ = writeln!(out, "{:width$}  {value}", "");
        }
    }
    out
}

/// The table as a web page that stands alone: one file, no script, no request, readable on paper and by screen readers.
pub(crate) fn page(messages: &Messages, cells: &[Cell], languages: &[Lang]) -> String {
    let (shown, rows) = table(messages, cells, languages);
    let title = escaped(&messages.get("report-title"));
    let mut body = String::new();
    for (lang, line) in totals(messages, cells, languages) {
        _ = writeln!(body, "<li><strong>{lang}</strong>: {}</li>", escaped(&line));
    }
    let heads = rows[0].iter().map(|head| format!("<th scope=\"col\">{}</th>", escaped(head)));
    let mut table = format!("<tr>{}</tr>\n</thead>\n<tbody>\n", heads.collect::<String>());
    for (page, row) in cells.chunk_by(|a, b| a.page == b.page).zip(&rows[1..]) {
        _ = write!(table, "<tr><th scope=\"row\">{}</th>", escaped(&row[0]));
        for (lang, words) in shown.iter().zip(&row[1..]) {
            let cell = page.iter().find(|cell| cell.lang == *lang);
            let (class, file) = cell.map_or(("", ""), |cell| (cell.state.name(), cell.file.as_str()));
            _ = write!(table, "<td class=\"{class}\" title=\"{}\">{}</td>", escaped(file), escaped(words));
        }
        table.push_str("</tr>\n");
    }
    let lang = messages.lang;
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
