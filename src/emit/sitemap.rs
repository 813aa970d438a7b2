//! sitemap.xml (sitemaps.org 0.9) with the versions of each page as `xhtml:link`.
//!
//! In: the pages that search engines may list. Out: `sitemap.xml`; when there is too much for one file, an index of that
//! name and `sitemap-1.xml`, `sitemap-2.xml` … beside it; no pages, no file, since the schema asks for one. Invariant: the
//! order is that of the pages' addresses.

use rayon::prelude::*;

use super::text;
use crate::model::{Listed, Output};
use crate::xml::Writer;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// How much one sitemap may hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub pages: usize,
    pub bytes: usize,
}

/// The limits of the standard.
pub(crate) const LIMITS: Limits = Limits { pages: 50_000, bytes: 50 * 1024 * 1024 };

pub(crate) fn sitemap(pages: &[Listed], base_url: &str, limits: Limits) -> Vec<Output> {
    let mut pages: Vec<&Listed> = pages.iter().collect();
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    // Side by side, but never all at once: those of a large site are larger than everything else here.
    let urls = pages.chunks(CHUNK).flat_map(|pages| {
        let urls: Vec<_> = pages.par_iter().map(|page| (*page, url(page, base_url))).collect();
        urls
    });
    let mut sets = split(urls, pages.len(), limits);
    if sets.len() < 2 {
        return sets.pop().and_then(|set| text("sitemap.xml", set.document())).into_iter().collect();
    }
    let mut index = Writer::new(DECLARATION, 1024);
    index.open("sitemapindex", &[("xmlns", SCHEMA)]);
    index.end_line();
    let mut outputs = Vec::with_capacity(sets.len() + 1);
    for (number, set) in sets.into_iter().enumerate() {
        let name = format!("sitemap-{}.xml", number + 1);
        index.open("sitemap", &[]);
        index.text("loc", &[], &format!("{base_url}{name}"));
        lastmod(&mut index, set.changed);
        index.close("sitemap");
        index.end_line();
        outputs.extend(text(&name, set.document()));
    }
    index.close("sitemapindex");
    index.end_line();
    outputs.extend(text("sitemap.xml", index.finish()));
    outputs
}

/// How many pages are written before they are put into their files, and the next into their memory.
const CHUNK: usize = 128;

struct Set {
    /// Its text but for the end.
    text: String,
    count: usize,
    changed: Option<jiff::civil::Date>,
}

impl Set {
    fn new(capacity: usize) -> Self {
        let mut xml = Writer::new(DECLARATION, capacity);
        xml.open("urlset", &[("xmlns", SCHEMA), ("xmlns:xhtml", XHTML)]);
        xml.end_line();
        Self { text: xml.finish(), count: 0, changed: None }
    }

    fn document(mut self) -> String {
        self.text.push_str(END);
        self.text
    }
}

const END: &str = "</urlset>\n";

fn split<'p>(urls: impl Iterator<Item = (&'p Listed, String)>, mut left: usize, limits: Limits) -> Vec<Set> {
    let mut sets: Vec<Set> = Vec::new();
    for (page, url) in urls {
        let fits = |set: &&mut Set| set.count < limits.pages && set.text.len() + url.len() + END.len() <= limits.bytes;
        if sets.last_mut().filter(fits).is_none() {
            // Addresses are about as long as each other.
            sets.push(Set::new(limits.bytes.min((url.len() + 16) * left.min(limits.pages) + 1024)));
        }
        left -= 1;
        if let Some(set) = sets.last_mut() {
            set.text.push_str(&url);
            set.count += 1;
            set.changed = set.changed.max(page.changed);
        }
    }
    sets
}

fn url(page: &Listed, base_url: &str) -> String {
    let alternates = page.alternates.iter().map(|alternate| 64 + alternate.href.len()).sum::<usize>();
    let mut xml = Writer::new("", 96 + base_url.len() + page.path.as_str().len() + alternates);
    xml.open("url", &[]);
    xml.end_line();
    xml.text("loc", &[], &page.path.absolute(base_url));
    xml.end_line();
    if page.changed.is_some() {
        lastmod(&mut xml, page.changed);
        xml.end_line();
    }
    for alternate in &*page.alternates {
        let (hreflang, href) = (alternate.hreflang.as_str(), &*alternate.href);
        xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", hreflang), ("href", href)]);
        xml.end_line();
    }
    xml.close("url");
    xml.end_line();
    xml.finish()
}

/// A W3C date, which is the form front matter has.
fn lastmod(xml: &mut Writer, changed: Option<jiff::civil::Date>) {
    if let Some(day) = changed {
        xml.text("lastmod", &[], &day.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::{LIMITS, Limits, sitemap};
    use crate::model::{Listed, SitePath};

    fn pages(count: usize) -> Vec<Listed> {
        let path = |number: usize| SitePath::page(&["de", &format!("p{number:05}")]).unwrap();
        let page = |number| Listed { path: path(number), changed: None, alternates: [].into() };
        (0..count).rev().map(page).collect()
    }

    fn files(pages: &[Listed], limits: Limits) -> Vec<(String, String)> {
        let outputs = sitemap(pages, "https://example.org/a&b/", limits);
        let read = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        outputs.iter().map(|file| (file.path.as_str().to_string(), read(&file.content.read().unwrap()))).collect()
    }

    #[test]
    fn too_many_pages_are_split_under_an_index() {
        let mut seven = pages(7);
        seven[0].changed = Some(jiff::civil::date(2024, 9, 22));
        let files = files(&seven, Limits { pages: 3, ..LIMITS });
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
        let urls: Vec<usize> = files.iter().map(|(_, text)| text.matches("<url>").count()).collect();
        assert_eq!(urls, [3, 3, 1, 0]);
        assert!(files[0].1.contains("<loc>https://example.org/a&amp;b/de/p00000/</loc>"), "{}", files[0].1);
        let last =
            "<sitemap><loc>https://example.org/a&amp;b/sitemap-3.xml</loc><lastmod>2024-09-22</lastmod></sitemap>";
        assert!(files[3].1.contains(last), "{}", files[3].1);
        assert_eq!(files[3].1.matches("<sitemap>").count(), 3);
    }

    #[test]
    fn no_file_is_larger_than_it_may_be() {
        let files = files(&pages(20), Limits { bytes: 600, ..LIMITS });
        assert!(files.len() > 3);
        assert!(files.iter().filter(|(name, _)| name != "sitemap.xml").all(|(_, text)| text.len() <= 600));
        assert_eq!(files.iter().map(|(_, text)| text.matches("<url>").count()).sum::<usize>(), 20);
    }

    #[test]
    fn what_fits_the_standard_s_limits_is_one_file() {
        assert_eq!(files(&pages(LIMITS.pages), LIMITS).len(), 1);
        assert_eq!(files(&pages(LIMITS.pages + 1), LIMITS).len(), 3);
    }
}
