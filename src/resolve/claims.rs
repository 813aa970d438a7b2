//! What a site's pages, lists and files claim: each its address, with the line that can be mended and the time that it is
//! taken.

use std::collections::BTreeMap;
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use super::place::LaterPage;
use crate::addresses::{AddressRegistry, Claim, Owner, Window};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Locales;
use crate::model::calendar;
use crate::model::{
    Config, Document, Entry, EntryId, FeedPlan, Lang, Location, Page, PerLang, Published, SitePath, Tag, list_path,
};

pub(super) struct Claims<'a> {
    pub entries: &'a [Arc<Entry>],
    /// When each entry is public in each language.
    pub windows: &'a [PerLang<Window>],
    pub later: &'a [LaterPage],
    pub tags: &'a BTreeMap<String, Tag>,
    pub tags_index: &'a PerLang<Option<SitePath>>,
    pub pager_words: &'a PerLang<String>,
    pub media: &'a BTreeMap<String, Published>,
    pub feeds: &'a [FeedPlan],
    pub kits: &'a BTreeMap<(EntryId, Lang), SitePath>,
    pub locales: &'a Locales,
    pub config: &'a Config,
}

impl Claims<'_> {
    /// Claims all addresses; what can be moved comes after what cannot.
    pub(super) fn claim(&self, registry: &mut AddressRegistry) {
        self.of_the_site(registry);
        self.of_tags(registry);
        for (id, lang, page) in pages(self.entries) {
            let at = address_of(&page.document);
            let time = self.windows[id.0][lang];
            let owner = Owner { page: Some((id, lang)), ..Owner::at(at.clone()) };
            registry.claim(Claim { path: page.path.clone(), owner, time });
            let children = self.entries[id.0].children.as_ref().map(|children| &children[lang]);
            let further = 2..=children.map_or(1, |children| children.page_count());
            let paths = further.filter_map(|number| list_path(&page.path, &self.pager_words[lang], number));
            let event =
                calendar::appointment(&self.entries[id.0], lang).and_then(|event| calendar::of_page(event.page));
            for path in paths.chain(event).chain(self.kits.get(&(id, lang)).cloned()) {
                registry.claim(Claim { path, owner: Owner::at(at.clone()), time });
            }
        }
        for page in self.later {
            let owner = Owner { page: page.now.map(|id| (id, page.lang)), ..Owner::at(address_of(&page.document)) };
            registry.claim(Claim { path: page.path.clone(), owner, time: page.window });
        }
        for (name, file) in self.media {
            registry.claim(Claim::for_ever(file.path.clone(), Owner::named(format!("content/{name}"))));
        }
    }

    /// What every site has, and what is written down nowhere.
    fn of_the_site(&self, registry: &mut AddressRegistry) {
        let mut claim = |path: SitePath, of: &'static str| registry.claim(Claim::for_ever(path, Owner::named(of)));
        claim(SitePath::root(), "bruecke (index.html)");
        let languages = self.config.languages.iter().map(|lang| format!("{lang}/404.html"));
        let not_found = languages.chain(["404.html".to_string()]).filter_map(|name| SitePath::file(&name));
        not_found.for_each(|path| claim(path, "bruecke (404.html)"));
        let of_languages = |lang| calendar::of_language(lang, self.entries);
        let calendars: Vec<SitePath> = self.config.languages.iter().filter_map(of_languages).collect();
        let all = calendar::of_site().filter(|_| !calendars.is_empty());
        calendars.into_iter().chain(all).for_each(|path| claim(path, "bruecke (calendar.ics)"));
        let feeds = self.feeds.iter().flat_map(|plan| plan.translations.present());
        let feeds = feeds.flat_map(|(_, pages)| [&pages.atom, &pages.json]).cloned();
        feeds.for_each(|path| claim(path, "site.yaml (feeds)"));
    }

    /// Lists of tags: their addresses are messages.
    fn of_tags(&self, registry: &mut AddressRegistry) {
        let mut claim = |lang: Lang, message: &str, path: SitePath| {
            let owner =
                Owner { at: self.locales[lang].place(message), ..Owner::named(format!("locales/{lang} ({message})")) };
            registry.claim(Claim::for_ever(path, owner));
        };
        for (lang, path) in self.tags_index.present() {
            claim(lang, "tags", path.clone());
        }
        for (key, tag) in self.tags {
            for (lang, page) in tag.translations.present() {
                let paths =
                    (1..=page.page_count()).filter_map(|number| list_path(&page.path, &self.pager_words[lang], number));
                paths.for_each(|path| claim(lang, &format!("tag-{key}"), path));
            }
        }
    }

    /// Claims earlier addresses, and gives those of public pages: each with the page it leads to.
    pub(super) fn aliases(
        &self,
        registry: &mut AddressRegistry,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> BTreeMap<SitePath, (EntryId, Lang)> {
        let mut found = BTreeMap::new();
        // Where the original stands in for a translation, its earlier addresses are its own.
        for (id, lang, page) in pages(self.entries).filter(|(_, lang, page)| page.document.lang == *lang) {
            for (path, claim) in aliases_of(&page.document, self.windows[id.0][lang], diagnostics) {
                registry.claim(claim);
                found.insert(path, (id, lang));
            }
        }
        for page in self.later.iter().filter(|page| page.document.lang == page.lang) {
            for (_, claim) in aliases_of(&page.document, page.window, diagnostics) {
                registry.claim(claim);
            }
        }
        found
    }
}

/// What a page's address is made of: its slug, or else its title.
pub(super) fn address_of(document: &Document) -> Location {
    let slug = document.front.slug.as_ref();
    let slug = slug.map(|slug| Location { source: document.source.clone(), span: slug.span.clone() });
    slug.unwrap_or_else(|| document.title_location())
}

/// Every page in every language that has it.
fn pages(entries: &[Arc<Entry>]) -> impl Iterator<Item = (EntryId, Lang, &Page)> {
    let entries = entries.iter().enumerate();
    entries
        .flat_map(|(index, entry)| entry.translations.present().map(move |(lang, page)| (EntryId(index), lang, page)))
}

/// The earlier addresses that a page's file names.
fn aliases_of(document: &Document, time: Window, diagnostics: &mut Vec<Diagnostic>) -> Vec<(SitePath, Claim)> {
    let mut found = Vec::new();
    for alias in &document.front.aliases {
        let at = Location { source: document.source.clone(), span: alias.span.clone() };
        match alias_path(&alias.value) {
            Ok(path) => found.push((path.clone(), Claim { path, owner: Owner::at(at), time })),
            Err(reason) => {
                let bad = Diagnostic::at(Code::BadAlias, at).with("value", &alias.value);
                diagnostics.push(bad.with("reason", reason));
            }
        }
    }
    found
}

/// An earlier address as the path from the site's root that it is, written as in a browser's address bar or plainly; a page
/// with an ending (`/old.html`) is a file. Else the reason why it is none.
fn alias_path(value: &str) -> Result<SitePath, &'static str> {
    let scheme = value.split_once(':').map(|(scheme, _)| scheme);
    if scheme.is_some_and(|scheme| !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())) {
        return Err("scheme");
    }
    for (reason, is_so) in
        [("host", value.starts_with("//")), ("fragment", value.contains('#')), ("query", value.contains('?'))]
    {
        if is_so {
            return Err(reason);
        }
    }
    let parts: Vec<&str> = value.split('/').filter(|part| !part.is_empty()).collect();
    let parts: Option<Vec<String>> =
        parts.into_iter().map(|part| Some(percent_decode_str(part).decode_utf8().ok()?.into_owned())).collect();
    let parts = parts.ok_or("part")?;
    let is_file = !value.ends_with('/')
        && parts
            .last()
            .and_then(|last| last.rsplit_once('.'))
            .is_some_and(|(_, ending)| ["html", "htm", "xhtml"].iter().any(|known| ending.eq_ignore_ascii_case(known)));
    match (parts.is_empty(), is_file) {
        (true, _) => Ok(SitePath::root()),
        // Checked part by part: one that holds a slash is none.
        (_, true) => SitePath::page(&parts).and_then(|_| SitePath::file(&parts.join("/"))).ok_or("part"),
        (_, false) => SitePath::page(&parts).ok_or("part"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_a_path() {
        let path = |value: &str| alias_path(value).map(|path| path.to_string());
        for (value, wanted) in [
            ("/de/alt/", "/de/alt/"),
            ("de/alt", "/de/alt/"),
            ("/de/gr%C3%BC%20n/", "/de/grü n/"),
            ("/alt.html", "/alt.html"),
            ("/alt.html/", "/alt.html/"),
            ("/a.PDF", "/a.PDF/"),
            ("/", "/"),
            ("//", "host"),
            ("https://example.org/x", "scheme"),
            ("mailto:x", "scheme"),
            ("//host/x", "host"),
            ("/a?b=c", "query"),
            ("/a#b", "fragment"),
            ("/a/%2e%2e/b", "part"),
            ("/a%2Fb", "part"),
            ("/%FF", "part"),
            ("/a%00", "part"),
            ("/../x", "part"),
            ("/a\\b", "part"),
        ] {
            assert_eq!(path(value).unwrap_or_else(str::to_string), wanted, "{value}");
        }
    }
}
