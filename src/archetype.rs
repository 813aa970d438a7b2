//! An archetype and what is known of a new page → the page's file.
//!
//! An archetype is a page with placeholders, `archetypes/KIND.LANG.md` or `archetypes/KIND.md` in a theme. Four are filled:
//! `{{ title }}`, `{{ date }}`, `{{ slug }}`, `{{ lang }}`; whatever else stands between braces stays, so that shortcodes
//! do. Its key `path` says where the page goes below `content/`, and is not in the page: `news/{{ date }}-{{ slug }}/` is
//! a folder of the page's own, `about/{{ slug }}` a file.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::{Lang, Location, PageSource, SourceText, slugify};
use crate::parse::split;
use crate::yaml::{Reader, line_scalar};

/// The archetypes of a theme and of those it extends.
pub struct Archetypes {
    files: BTreeMap<String, Arc<SourceText>>,
}

#[derive(Clone, Copy, Debug)]
pub struct Values<'a> {
    pub title: &'a str,
    pub lang: Lang,
    pub date: Date,
}

impl Archetypes {
    /// Those of `themes`, nearest first: the nearest theme's wins.
    pub fn new<'t>(themes: impl DoubleEndedIterator<Item = &'t BTreeMap<String, Arc<SourceText>>>) -> Self {
        let all = themes.rev().flatten();
        Self { files: all.map(|(name, source)| (name.clone(), source.clone())).collect() }
    }

    pub fn kinds(&self) -> BTreeSet<&str> {
        self.files.keys().filter_map(|name| name.split('.').next()).collect()
    }

    /// The archetype in the page's language, else the one for all, else one in another language.
    fn find(&self, kind: &str, lang: Lang) -> Option<&Arc<SourceText>> {
        let named = [format!("{kind}.{lang}.md"), format!("{kind}.md")];
        let other = self.files.iter().find(|(name, _)| name.split('.').next() == Some(kind)).map(|(_, source)| source);
        named.iter().find_map(|name| self.files.get(name)).or(other)
    }

    /// The page; nothing where there is no such kind. Mistakes are the archetype's.
    pub fn page(&self, kind: &str, values: Values<'_>) -> Checked<Option<PageSource>> {
        let Some(archetype) = self.find(kind, values.lang) else { return Checked::clean(None) };
        match fill(archetype, values) {
            Ok(page) => Checked::clean(Some(page)),
            Err(diagnostics) => Checked { value: None, diagnostics },
        }
    }
}

fn fill(archetype: &Arc<SourceText>, values: Values<'_>) -> Result<PageSource, Vec<Diagnostic>> {
    let mistake = |code: Code, at: usize| Diagnostic::at(code, Location { source: archetype.clone(), span: at..at });
    let (yaml, body) = split(archetype.text()).map_err(|(code, at)| vec![mistake(code, at)])?;
    let placeholders = Placeholders::new(values);
    let front: Vec<String> = archetype.text()[yaml].lines().map(|line| placeholders.in_front(line)).collect();
    let text =
        format!("---\n{}\n---\n{}", front.join("\n"), placeholders.fill(&archetype.text()[body], str::to_string));
    // Messages about what stands in it name the archetype: the page is not there yet.
    let filled = Arc::new(SourceText::new(archetype.path.clone(), text));
    let (yaml, _) = split(filled.text()).map_err(|(code, at)| vec![mistake(code, at)])?;
    let mut reader = Reader::new(filled.clone(), yaml.start);
    let fields = reader.parse(&filled.text()[yaml]);
    let entry = fields.as_ref().and_then(|fields| fields.find("path"));
    let entry = entry.map(|(key, item)| key.span.start..item.span().end);
    let path = fields.and_then(|mut fields| fields.require("path", &mut reader)).and_then(|item| reader.text(item));
    let Some((path, entry)) = path.zip(entry) else { return Err(reader.diagnostics) };
    let stem = match path.value.trim_start_matches('/') {
        folder if folder.ends_with('/') => format!("{folder}index"),
        file => file.to_string(),
    };
    let sound = |name: &str| !matches!(name, "" | "." | "..") && !name.contains(['\\', '.', ':']);
    if !stem.split('/').all(sound) {
        let at = Location { source: filled.clone(), span: path.span };
        return Err(vec![Diagnostic::at(Code::BadSlug, at).with("value", path.value)]);
    }
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", &stem));
    let source = SourceText::new(format!("content/{stem}.{}.md", values.lang), without(filled.text(), entry));
    let key = PageSource::key(folder, name);
    Ok(PageSource { key, folder: folder.to_string(), lang: values.lang, source: Arc::new(source) })
}

/// The text without the lines of an entry, and without the comments right above it.
fn without(text: &str, entry: Range<usize>) -> String {
    let mut begin = text[..entry.start].rfind('\n').map_or(0, |at| at + 1);
    // The place of a value in several lines may reach over its last line's end.
    let last = text[..entry.end].trim_end().len();
    let end = text[last..].find('\n').map_or(text.len(), |length| last + length + 1);
    while let Some(above) = text[..begin].strip_suffix('\n') {
        let start = above.rfind('\n').map_or(0, |at| at + 1);
        if !above[start..].starts_with('#') {
            break;
        }
        begin = start;
    }
    [&text[..begin], &text[end..]].concat()
}

/// Names of placeholders, and what goes into them.
struct Placeholders([(&'static str, String); 4]);

impl Placeholders {
    fn new(values: Values<'_>) -> Self {
        let title = values.title.trim();
        Self([
            ("{{ title }}", title.to_string()),
            ("{{ date }}", values.date.to_string()),
            ("{{ slug }}", slugify(title, values.lang.tag())),
            ("{{ lang }}", values.lang.to_string()),
        ])
    }

    fn fill(&self, text: &str, written: impl Fn(&str) -> String) -> String {
        self.0.iter().fold(text.to_string(), |text, (placeholder, value)| text.replace(placeholder, &written(value)))
    }

    /// A line of front matter: a placeholder alone becomes a YAML text of its own; in a longer value,
    /// what would end a text in quotation marks is escaped.
    fn in_front(&self, line: &str) -> String {
        let whole = self.0.iter().find_map(|(placeholder, value)| Some((line.strip_suffix(placeholder)?, value)));
        match whole.filter(|(before, _)| before.ends_with(": ") && !before.starts_with('#')) {
            Some((before, value)) => format!("{before}{}", line_scalar(value)),
            None => self.fill(line, |value| value.replace('\\', "\\\\").replace('"', "\\\"")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Languages;

    #[test]
    fn a_path_in_several_lines_is_taken_out_whole() {
        for path in ["\"news/\\\n  a\"", ">-\n  news/a", "news/a # here", "|-\n  news/a\n"] {
            let text = format!("---\ntitle: A\n# Where.\npath: {path}\ntags: [b]\n---\nText\n");
            let archetype = Arc::new(SourceText::new("archetypes/a.md", text));
            let lang = Languages::new(&["de"]).unwrap().first();
            let page = fill(&archetype, Values { title: "A", lang, date: Date::constant(2026, 1, 1) }).unwrap();
            assert_eq!(page.key, "news/a", "{path}");
            assert_eq!(page.source.text().replace("\n\n", "\n"), "---\ntitle: A\ntags: [b]\n---\nText\n", "{path}");
        }
    }
}
