//! Languages: a `Lang` exists only through the site's list, so it always indexes a [`PerLang`] safely.

use std::fmt;
use std::ops::{Index, IndexMut};

use tinystr::TinyAsciiStr;

/// One language of the site: its BCP 47 tag and its place in `languages` of `site.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang {
    index: u8,
    tag: TinyAsciiStr<16>,
}

impl Lang {
    /// The BCP 47 tag as written in `site.yaml`, such as `de` or `pt-BR`.
    pub fn tag(&self) -> &str {
        self.tag.as_str()
    }

    /// The primary language subtag: `pt` of `pt-BR`.
    pub fn primary(&self) -> &str {
        primary(self.tag())
    }

    fn index(self) -> usize {
        usize::from(self.index)
    }
}

/// The primary subtag of a BCP 47 tag: `pt` of `pt-BR`.
pub(crate) fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// The site's languages in the order of `site.yaml`; the first is the site's source language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages(Vec<Lang>);

impl Languages {
    /// Makes the list from tags; `None` when it is empty, a tag is longer than 16 bytes, or there are over 200.
    pub fn new<S: AsRef<str>>(tags: &[S]) -> Option<Self> {
        if tags.is_empty() || tags.len() > 200 {
            return None;
        }
        let lang = |(index, tag): (usize, &S)| {
            let tag = TinyAsciiStr::try_from_str(tag.as_ref()).ok()?;
            Some(Lang { index: index as u8, tag })
        };
        tags.iter().enumerate().map(lang).collect::<Option<Vec<_>>>().map(Self)
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = Lang> + DoubleEndedIterator + '_ {
        self.0.iter().copied()
    }

    /// The language with this tag, if the site has it.
    pub fn get(&self, tag: &str) -> Option<Lang> {
        self.iter().find(|lang| lang.tag() == tag)
    }

    /// The site's source language.
    pub fn first(&self) -> Lang {
        self.0[0]
    }

    /// A total map over the languages.
    pub fn map<T>(&self, mut f: impl FnMut(Lang) -> T) -> PerLang<T> {
        PerLang(self.iter().map(|lang| (lang, f(lang))).collect())
    }
}

impl fmt::Display for Languages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.iter().map(Lang::tag).collect::<Vec<_>>().join(", "))
    }
}

/// A total map over the site's languages: a missing translation is a value in it, not a failed lookup.
#[derive(Clone, Debug)]
pub struct PerLang<T>(Vec<(Lang, T)>);

impl<T> PerLang<T> {
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.0.iter().map(|(lang, value)| (*lang, value))
    }
}

impl<T> PerLang<Option<T>> {
    /// The languages that have one, each with it.
    pub fn present(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.iter().filter_map(|(lang, value)| Some((lang, value.as_ref()?)))
    }
}

impl<T> Index<Lang> for PerLang<T> {
    type Output = T;
    fn index(&self, lang: Lang) -> &T {
        &self.0[lang.index()].1
    }
}

impl<T> IndexMut<Lang> for PerLang<T> {
    fn index_mut(&mut self, lang: Lang) -> &mut T {
        &mut self.0[lang.index()].1
    }
}
