//! How pages are named: by their file in `content/`. Links, menus, `feeds`, `press_kits`, templates and the command line
//! all read names here, so that a name means the same page everywhere.
//!
//! | Written | Names |
//! |---|---|
//! | `/press.md`, `press.md`, `./press.md`, `/news/../press.md` | the page of the files `press.LANG.md` |
//! | `/press.de.md` | the same, in German |
//! | `/news/`, `/news/_index.md` | the section in this folder, or else the page `news` |
//! | `/news/visit/index.md` | the page in this folder |
//! | `/press`, `news/visit` | the page, or else the section in the folder of this name |
//!
//! Percent-encoding is read as in addresses. Case counts. A fragment or a query is no part of a name.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::lang::{Lang, Languages};
use super::plain_text::composed;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageRef {
    /// The page's key; of a section its folder.
    name: String,
    form: Form,
    /// The language that it names, if it does.
    pub lang: Option<Lang>,
}

/// What a name can be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    File,
    /// A section, or else a page.
    Folder,
    /// A page, or else a section.
    Either,
}

impl PageRef {
    /// Reads a name that starts from `content/`; `None` when it leads out of there.
    pub(crate) fn parse(name: &str, languages: &Languages) -> Option<Self> {
        let path = content_path(name, "")?;
        Some(Self::of_path(&path, name.ends_with('/'), languages))
    }

    /// The page that a path in `content/` names. `is_folder` says whether a slash stood at its end.
    pub(crate) fn of_path(path: &str, is_folder: bool, languages: &Languages) -> Self {
        let (stem, form) = match (path.strip_suffix(".md"), is_folder) {
            (Some(stem), _) => (stem, Form::File),
            (None, true) => return Self { name: path.to_string(), form: Form::Folder, lang: None },
            (None, false) => (path, Form::Either),
        };
        let tagged = stem.rsplit_once('.').and_then(|(stem, tag)| Some((stem, Some(languages.get(tag)?))));
        let (stem, lang) = tagged.unwrap_or((stem, None));
        let (name, form) = match stem.rsplit_once('/').unwrap_or(("", stem)) {
            (folder, "_index") => (folder, Form::Folder),
            ("", "index" | "") => ("", Form::Folder),
            (folder, "index") => (folder, form),
            _ => (stem, form),
        };
        Self { name: name.to_string(), form, lang }
    }

    /// What `get` has for the page's key.
    pub(crate) fn find<T>(&self, mut get: impl FnMut(&str) -> Option<T>) -> Option<T> {
        match self.form {
            Form::File => get(&self.name),
            Form::Folder => get(&section_key(&self.name)).or_else(|| get(&self.name)),
            Form::Either => get(&self.name).or_else(|| get(&section_key(&self.name))),
        }
    }
}

/// The key of the section in a folder: `_index` at the top.
pub(crate) fn section_key(folder: &str) -> String {
    if folder.is_empty() { "_index".into() } else { [folder, "/_index"].concat() }
}

/// Whether this is the key of a section, or of the home page.
pub(crate) fn is_section(key: &str) -> bool {
    key == "_index" || key.ends_with("/_index")
}

/// The path in `content/` that a destination names, read in a page of `folder`; a slash at its beginning stands for
/// `content/`. `None` when it leads out of there.
pub(crate) fn content_path(dest: &str, folder: &str) -> Option<String> {
    let dest = decode(dest);
    let folder = if dest.starts_with('/') { "" } else { folder };
    let mut path = String::new();
    for segment in folder.split('/').chain(dest.split('/')) {
        match segment {
            "" | "." => {}
            ".." if path.is_empty() => return None,
            ".." => path.truncate(path.rfind('/').unwrap_or(0)),
            segment => {
                path.push_str(if path.is_empty() { "" } else { "/" });
                path.push_str(segment);
            }
        }
    }
    Some(path)
}

/// Percent-decoding, in the one Unicode form that names have; what is not valid stays as it is.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    match percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text)) {
        plain if plain.is_ascii() => plain,
        decoded => composed(&decoded).into_owned().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of the page that is found where there are pages of these keys, and the language that is named.
    fn found(name: &str, keys: &[&'static str]) -> Option<(&'static str, Option<String>)> {
        let languages = Languages::new(&["de", "vi"]).unwrap();
        let page = PageRef::parse(name, &languages)?;
        let key = page.find(|name| keys.iter().copied().find(|key| *key == name))?;
        Some((key, page.lang.map(|lang| lang.to_string())))
    }

    #[test]
    fn a_page_has_one_name_in_many_forms() {
        let keys = ["_index", "about", "news/_index", "news/visit", "a b"];
        for (key, names) in [
            ("about", "/about.md about.md about /about/ ./about.md /news/../about.md //about.md /%61bout.md"),
            ("news/_index", "/news/ news news/_index /news/_index.md news/. news/visit/.."),
            ("news/visit", "/news/visit.md news/visit/ /news/visit/index.md news/visit/_index.md news/visit/index"),
            ("_index", "/ _index _index.md /index.md /news/.."),
            ("a b", "/a%20b.md"),
        ] {
            for name in names.split(' ') {
                assert_eq!(found(name, &keys), Some((key, None)), "{name}");
            }
        }
        assert_eq!(found("", &keys), Some(("_index", None)));
        assert_eq!(found("/a b.md", &keys), Some(("a b", None)));
    }

    #[test]
    fn a_name_may_hold_a_language() {
        let keys = ["_index", "about", "news/_index", "news/visit"];
        for (key, name) in [
            ("about", "/about.de.md"),
            ("about", "about.de"),
            ("news/_index", "/news/_index.de.md"),
            ("news/visit", "/news/visit/index.de.md"),
            ("_index", "/_index.de.md"),
        ] {
            assert_eq!(found(name, &keys), Some((key, Some("de".into()))), "{name}");
        }
    }

    #[test]
    fn what_names_no_page_finds_none() {
        let keys = ["_index", "about", "news/_index"];
        let names = "/About.md /about.MD /about.en.md /about.html /about.md#x /about.md?x /news.md ../about.md \
                     /news/../../about.md /about.de/ https://example.org/about.md";
        for name in names.split(' ') {
            assert_eq!(found(name, &keys), None, "{name}");
        }
    }

    #[test]
    fn a_page_and_a_section_of_one_name_are_told_apart() {
        let keys = ["news", "news/_index"];
        for (key, names) in [("news", "news /news.md news.de"), ("news/_index", "/news/ news/_index /news/_index.md")] {
            for name in names.split(' ') {
                assert_eq!(found(name, &keys).map(|(key, _)| key), Some(key), "{name}");
            }
        }
    }
}
