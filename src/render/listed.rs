//! Which pages search engines may list, with what they are told of them.
//!
//! In: a job, and the versions that its page's own head names. Out: [`Listed`].

use std::sync::Arc;

use jiff::civil::Date;

use super::jobs::Job;
use super::shared::Listing;
use super::{Stage, versions};
use crate::model::lang::Lang;
use crate::model::listing::{Alternate, Listed};
use crate::model::site::{EntryId, Page};
use crate::model::url::SitePath;

/// What search engines are told; `None` for what they should not list: a page that stands in for a missing translation,
/// a draft, an old address, a page for lost addresses, a site that is not to be listed.
pub fn listed(stage: &Stage, job: &Job, path: &SitePath, alternates: Arc<[Alternate]>) -> Option<Listed> {
    let site = &stage.site;
    if !site.config.index {
        return None;
    }
    let changed = match job {
        Job::Root => None,
        Job::Page(id, lang, _) => {
            let page = site.own_page(*id, *lang).filter(|page| !page.meta.draft)?;
            section_changed(stage, *id, *lang, page)
        }
        Job::Tag(key, lang, _) => tag_changed(stage, key, *lang),
        Job::Tags(lang) => site.tags.keys().filter_map(|key| tag_changed(stage, key, *lang)).max(),
        Job::Alias(..) | Job::NotFound(_) => return None,
    };
    Some(Listed { path: path.clone(), changed, alternates })
}

/// A page changes when its file does, a list also when one of its pages does.
fn section_changed(stage: &Stage, id: EntryId, lang: Lang, page: &Page) -> Option<Date> {
    let shown = match &stage.site.entry(id).children {
        None => None,
        Some(_) if stage.site.home() == Some(id) => newest(stage, &stage.site.newest[lang], lang),
        Some(children) => {
            let newest = || newest(stage, &children[lang].pages, lang);
            stage.shared.changed(lang, &Listing::Section(id), newest)
        }
    };
    past(stage, page.changed()).max(shown)
}

fn tag_changed(stage: &Stage, key: &str, lang: Lang) -> Option<Date> {
    let tag = versions::tag_page(stage, key, lang)?;
    stage.shared.changed(lang, &Listing::Tag(key.to_string()), || newest(stage, &tag.pages, lang))
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
