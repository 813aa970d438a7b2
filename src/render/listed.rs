//! Which pages search engines may list, with what they are told of them.
//!
//! In: a job. Out: [`Listed`]. Invariant: the versions are those that the page's own head names.

use jiff::civil::Date;

use super::jobs::Job;
use super::{Stage, versions};
use crate::model::lang::Lang;
use crate::model::listing::Listed;
use crate::model::site::{EntryId, Page};

/// What search engines are told; `None` for what they should not list: a page that stands in for a missing translation,
/// a draft, an old address, a page for lost addresses, a site that is not to be listed.
pub fn listed(stage: &Stage, job: &Job) -> Option<Listed> {
    let (site, path) = (&stage.site, job.path(stage));
    if !site.config.index {
        return None;
    }
    let (lang, versions, changed) = match job {
        Job::Root => (site.config.languages.first(), versions::of_home(stage), None),
        Job::Page(id, lang, number) => {
            let page = site.own_page(*id, *lang).filter(|page| !page.meta.draft)?;
            (*lang, versions::of_page(stage, *id, *number), section_changed(stage, *id, *lang, page))
        }
        Job::Tag(key, lang, number) => {
            let tag = versions::tag_page(stage, key, *lang)?;
            (*lang, versions::of_tag(stage, key, *number), newest(stage, &tag.pages, *lang))
        }
        Job::Tags(lang) => {
            let tags = site.tags.values().filter_map(|tag| tag.translations[*lang].as_ref());
            (*lang, versions::of_tags(stage), tags.filter_map(|tag| newest(stage, &tag.pages, *lang)).max())
        }
        Job::Alias(..) | Job::NotFound(_) => return None,
    };
    let alternates = versions::alternates(stage, lang, &path, &versions);
    Some(Listed { path, changed, alternates })
}

/// A page changes when its file does, a list also when one of its pages does.
fn section_changed(stage: &Stage, id: EntryId, lang: Lang, page: &Page) -> Option<Date> {
    let shown = match &stage.site.entry(id).children {
        None => None,
        Some(_) if stage.site.home() == Some(id) => newest(stage, &stage.site.newest[lang], lang),
        Some(children) => newest(stage, &children[lang].pages, lang),
    };
    past(stage, page.changed()).max(shown)
}

/// The newest change of pages as a list in `lang` shows them.
fn newest(stage: &Stage, pages: &[EntryId], lang: Lang) -> Option<Date> {
    let site = &stage.site;
    let shown = pages.iter().filter_map(|id| site.page(*id, lang).or_else(|| site.page(*id, site.entry(*id).original)));
    shown.filter_map(|page| past(stage, page.changed())).max()
}

/// A release may bear the date of an event to come; nothing has changed on a day that is still ahead.
fn past(stage: &Stage, day: Option<Date>) -> Option<Date> {
    day.filter(|day| *day <= stage.today)
}
