//! What a page says of itself to programs: JSON-LD in the terms of schema.org, one graph a page.
//!
//! In: a page with its site. Out: text for `<script type="application/ld+json">`. Invariants: what is not known is left
//! out; nothing in the text can end the element it stands in; every `@id` names a node that some page of the site has.

use serde_json::{Value, json};

use super::details::CardView;
use super::frame::{FrameInput, trail};
use super::license;
use crate::model::{Citation, Correction, Event, Format, Lang, Moment, Page, Target};
use crate::render::input::{RenderInput, SitePage};
use crate::render::view_cache::publisher_name;

/// A page of the site and where it stands.
struct About<'a> {
    input: &'a RenderInput,
    shown: SitePage<'a>,
    url: String,
    /// Its social card, which stands in for a picture.
    card: Option<&'a CardView>,
}

/// What there is to say of a page of the site; nothing of one that stands in for a missing translation.
pub(crate) fn graph(
    input: &RenderInput,
    frame: &FrameInput<'_>,
    shown: SitePage<'_>,
    card: Option<&CardView>,
) -> Option<tera::Value> {
    let page = input.site.own_page(shown.id, shown.lang)?;
    let url = page.path.absolute(&input.site.config.base_url);
    let about = About { input, shown, url, card };
    let mut nodes = Vec::new();
    // Further pages of a list are no articles of their own.
    if *frame.path == page.path {
        nodes.extend(about.website());
        nodes.extend(about.article());
        nodes.extend(about.event());
    }
    nodes.extend(trail_node(input, frame, &page.document.front.title));
    text(nodes)
}

/// The way to a page that the program makes.
pub(crate) fn breadcrumbs(input: &RenderInput, frame: &FrameInput<'_>, title: &str) -> Option<tera::Value> {
    text(trail_node(input, frame, title).into_iter().collect())
}

fn text(nodes: Vec<Value>) -> Option<tera::Value> {
    if nodes.is_empty() {
        return None;
    }
    let json = known(json!({ "@context": "https://schema.org", "@graph": nodes })).to_string();
    // Outside its texts JSON has none of these, and inside them an escape is the same (RFC 8259, section 7).
    let json = json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    Some(tera::Value::safe_string(&json))
}

/// Without properties that are null, and lists that are empty.
fn known(value: Value) -> Value {
    match value {
        Value::Array(values) => values.into_iter().map(known).collect(),
        Value::Object(mut fields) => {
            fields.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
            fields.into_iter().map(|(key, value)| (key, known(value))).collect()
        }
        value => value,
    }
}

/// From the home page to the page itself.
fn trail_node(input: &RenderInput, frame: &FrameInput<'_>, title: &str) -> Option<Value> {
    let base_url = &input.site.config.base_url;
    let above = trail(input, frame);
    if above.is_empty() {
        return None;
    }
    let own = (title.to_string(), frame.path.absolute(base_url));
    let all = above.into_iter().map(|crumb| (crumb.title, crumb.path.absolute(base_url))).chain([own]);
    let item = |(at, (name, item)): (usize, (String, String))| json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": item });
    let items: Vec<Value> = all.enumerate().map(item).collect();
    let id = format!("{}#breadcrumbs", frame.path.absolute(base_url));
    Some(json!({ "@type": "BreadcrumbList", "@id": id, "itemListElement": items }))
}

fn reference(id: String) -> Value {
    json!({ "@id": id })
}

impl About<'_> {
    fn publisher(&self) -> Option<Value> {
        let base_url = &self.input.site.config.base_url;
        let name = publisher_name(&self.input.site, self.shown.lang)?;
        let id = format!("{base_url}#publisher");
        Some(json!({ "@type": "Organization", "@id": id, "name": name, "url": base_url }))
    }

    fn website(&self) -> Option<Value> {
        let name = self.input.locales[self.shown.lang].text(&self.input.site.config.title.value);
        (self.input.site.home() == Some(self.shown.id)).then(|| {
            json!({
                "@type": "WebSite",
                "@id": format!("{}#website", self.url),
                "name": name,
                "url": self.url,
                "inLanguage": self.shown.lang.tag(),
                "description": self.shown.page.document.front.description,
                "publisher": self.publisher(),
            })
        })
    }

    /// The id of the page's article in a language; `None` where it is none.
    fn article_id(&self, lang: Lang) -> Option<String> {
        let page = self.input.site.own_page(self.shown.id, lang)?;
        let dated = page.meta.date.is_some() && self.input.site.entry(self.shown.id).children.is_none();
        dated.then(|| format!("{}#article", page.path.absolute(&self.input.site.config.base_url)))
    }

    fn article(&self) -> Option<Value> {
        let (front, meta) = (&self.shown.page.document.front, &self.shown.page.meta);
        let (source, translations) = self.translations();
        Some(json!({
            "@type": "NewsArticle",
            "@id": self.article_id(self.shown.lang)?,
            "headline": front.title,
            "description": front.description,
            "datePublished": meta.date,
            "dateModified": self.shown.page.modified(),
            "inLanguage": self.shown.lang.tag(),
            "url": self.url,
            "mainEntityOfPage": self.url,
            "image": self.image(),
            "author": self.author(),
            "publisher": self.publisher(),
            "isAccessibleForFree": true,
            "license": self.input.site.config.license.as_deref().and_then(license::address),
            "citation": meta.sources.iter().map(citation).collect::<Vec<_>>(),
            "correction": self.corrections(),
            "about": self.event_dates().map(|_| reference(self.event_id())),
            "translationOfWork": source,
            "workTranslation": translations,
        }))
    }

    /// Both ways: the source names its translations, each of them names its source.
    fn translations(&self) -> (Option<Value>, Vec<Value>) {
        let site = &self.input.site;
        let from = |page: &Page| page.document.front.translation.as_ref().map(|translation| translation.from.value);
        let source = from(self.shown.page).and_then(|lang| self.article_id(lang)).map(reference);
        let others = site.config.languages.iter().filter(|lang| {
            let other = site.own_page(self.shown.id, *lang);
            other.is_some_and(|other| from(other) == Some(self.shown.lang))
        });
        (source, others.filter_map(|lang| self.article_id(lang)).map(reference).collect())
    }

    /// The page's picture, else its card; of a drawing the card.
    fn image(&self) -> Option<Value> {
        // Search engines take no drawings.
        let drawn = self.picture_is_drawn();
        let picture = || self.picture();
        let card = || {
            let CardView { absolute, width, height, alt } = self.card?;
            Some(json!({
                "@type": "ImageObject", "url": absolute, "caption": alt, "width": width, "height": height,
            }))
        };
        if drawn { card().or_else(picture) } else { picture().or_else(card) }
    }

    fn picture_is_drawn(&self) -> bool {
        let Some(Target::Picture(name)) = &self.shown.page.image else { return false };
        self.input.pictures.get(name).is_some_and(|picture| picture.format == Format::Svg)
    }

    fn picture(&self) -> Option<Value> {
        let (Target::Picture(name), image) = (self.shown.page.image.as_ref()?, self.shown.page.meta.image.as_ref()?)
        else {
            return None;
        };
        let widest = self.input.pictures.get(name)?.widest();
        let caption = image.caption.as_deref().or(image.alt.as_deref()).filter(|text| !text.is_empty());
        Some(json!({
            "@type": "ImageObject",
            "url": widest.path().absolute(&self.input.site.config.base_url),
            "caption": caption,
            "creditText": image.credit,
            "width": widest.size.map(|(width, _)| width),
            "height": widest.size.map(|(_, height)| height),
        }))
    }

    /// Those who are named; else the office that publishes.
    fn author(&self) -> Option<Value> {
        match self.shown.page.meta.authors.as_slice() {
            [] => self.publisher(),
            authors => Some(authors.iter().map(|name| json!({ "@type": "Person", "name": name })).collect()),
        }
    }

    fn corrections(&self) -> Vec<Value> {
        let corrections = self.shown.page.document.front.corrections.iter();
        let node = |Correction { date, note }: &Correction| json!({ "@type": "CorrectionComment", "text": note, "datePublished": date });
        corrections.map(node).collect()
    }

    fn event_id(&self) -> String {
        format!("{}#event", self.url)
    }

    fn event_dates(&self) -> Option<(&Event, &Moment)> {
        let event = self.shown.page.meta.event.as_ref()?;
        Some((event, event.start.as_ref()?))
    }

    fn event(&self) -> Option<Value> {
        let (event, start) = self.event_dates()?;
        let front = &self.shown.page.document.front;
        Some(json!({
            "@type": "Event",
            "@id": self.event_id(),
            "name": front.title,
            "description": front.description,
            "startDate": start.iso(),
            "endDate": event.end.as_ref().map(Moment::iso),
            "location": event.place.as_ref().map(|place| json!({ "@type": "Place", "name": place })),
            "inLanguage": self.shown.lang.tag(),
            "url": self.url,
            "image": self.image(),
            "organizer": self.publisher(),
        }))
    }
}

fn citation(source: &Citation) -> Value {
    json!({
        "@type": "CreativeWork",
        "name": source.title,
        "publisher": { "@type": "Organization", "name": source.publisher },
        "datePublished": source.date.map(|date| date.iso()),
        "url": source.url,
        "inLanguage": source.lang,
    })
}
