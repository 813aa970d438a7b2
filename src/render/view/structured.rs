//! What a page says of itself to programs: JSON-LD in the terms of schema.org, one graph a page.
//!
//! In: a page with its site. Out: text for `<script type="application/ld+json">`. Invariants: what is not known is left
//! out; nothing in the text can end the element it stands in; every `@id` names a node that some page of the site has.

use tera::Value;

use super::frame::{publisher_name, trail};
use super::{CardView, Subject, license};
use crate::model::date::Moment;
use crate::model::front_matter::{Citation, Event};
use crate::model::lang::Lang;
use crate::model::picture::Format;
use crate::model::site::{EntryId, Page, Target};
use crate::render::Stage;

/// A value as JSON that can stand in a `script` element. Written at once: a tree of values would be many small ones for
/// each page.
struct Json(String);

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        // A text has nothing that JSON cannot hold.
        let json = serde_json::to_string(text).unwrap_or_default();
        if !json.contains(['<', '>', '&']) {
            return Self(json);
        }
        // Outside its texts JSON has none of these, and inside them an escape is the same (RFC 8259, section 7).
        Self(json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self(value.to_string())
    }
}

impl From<usize> for Json {
    fn from(number: usize) -> Self {
        Self(number.to_string())
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        Self(number.to_string())
    }
}

impl From<Vec<Json>> for Json {
    fn from(values: Vec<Json>) -> Self {
        let mut json = String::from("[");
        for (at, Json(value)) in values.iter().enumerate() {
            json.push_str(if at > 0 { "," } else { "" });
            json.push_str(value);
        }
        json.push(']');
        Self(json)
    }
}

impl FromIterator<Json> for Json {
    fn from_iter<I: IntoIterator<Item = Json>>(values: I) -> Self {
        values.into_iter().collect::<Vec<_>>().into()
    }
}

/// A thing, whose unknown properties are left out.
struct Node(Vec<(&'static str, Json)>);

impl Node {
    fn new(kind: &'static str) -> Self {
        Self(vec![("@type", kind.into())])
    }

    fn set(mut self, key: &'static str, value: impl Into<Json>) -> Self {
        self.0.push((key, value.into()));
        self
    }

    fn maybe(self, key: &'static str, value: Option<impl Into<Json>>) -> Self {
        match value {
            Some(value) => self.set(key, value),
            None => self,
        }
    }

    /// A list that is left out when it is empty.
    fn list(self, key: &'static str, values: Vec<Json>) -> Self {
        if values.is_empty() { self } else { self.set(key, values) }
    }

    /// By the properties' names, which hold nothing to be escaped.
    fn json(mut self) -> Json {
        self.0.sort_unstable_by_key(|(key, _)| *key);
        let mut json = String::with_capacity(self.0.iter().map(|(key, Json(value))| key.len() + value.len() + 4).sum());
        for (at, (key, Json(value))) in self.0.iter().enumerate() {
            json.push_str(if at > 0 { ",\"" } else { "{\"" });
            json.push_str(key);
            json.push_str("\":");
            json.push_str(value);
        }
        json.push('}');
        Json(json)
    }
}

/// A page of the site and where it stands.
struct About<'a> {
    stage: &'a Stage,
    id: EntryId,
    page: &'a Page,
    lang: Lang,
    /// Its address, absolute.
    url: String,
    /// Its social card, which stands in for a picture.
    card: Option<&'a CardView>,
}

/// What there is to say of a page of the site; nothing of one that stands in for a missing translation.
pub fn graph(stage: &Stage, subject: &Subject<'_>, id: EntryId, card: Option<&CardView>) -> Option<Value> {
    let page = stage.site.own_page(id, subject.lang)?;
    let url = page.path.absolute(&stage.site.config.base_url);
    let about = About { stage, id, page, lang: subject.lang, url, card };
    let mut nodes = Vec::new();
    // Further pages of a list are no articles of their own.
    if *subject.path == page.path {
        nodes.extend(about.website());
        nodes.extend(about.article());
        nodes.extend(about.event());
    }
    nodes.extend(trail_node(stage, subject, &page.document.front.title));
    text(nodes)
}

/// The way to a page that the program makes.
pub fn breadcrumbs(stage: &Stage, subject: &Subject<'_>, title: &str) -> Option<Value> {
    text(trail_node(stage, subject, title).into_iter().collect())
}

fn text(nodes: Vec<Json>) -> Option<Value> {
    if nodes.is_empty() {
        return None;
    }
    let Json(json) = Node(vec![("@context", "https://schema.org".into()), ("@graph", nodes.into())]).json();
    Some(Value::safe_string(&json))
}

/// From the home page to the page itself.
fn trail_node(stage: &Stage, subject: &Subject<'_>, title: &str) -> Option<Json> {
    let base_url = &stage.site.config.base_url;
    let above = trail(stage, subject);
    if above.is_empty() {
        return None;
    }
    let own = (title.to_string(), subject.path.absolute(base_url));
    let all = above.into_iter().map(|crumb| (crumb.title, crumb.path.absolute(base_url))).chain([own]);
    let item = |(at, (name, item)): (usize, (String, String))| {
        Node::new("ListItem").set("position", at + 1).set("name", name).set("item", item).json()
    };
    let items: Vec<Json> = all.enumerate().map(item).collect();
    let id = format!("{}#breadcrumbs", subject.path.absolute(base_url));
    Some(Node::new("BreadcrumbList").set("@id", id).set("itemListElement", items).json())
}

fn reference(id: String) -> Json {
    Node(vec![("@id", id.into())]).json()
}

impl About<'_> {
    fn publisher(&self) -> Option<Json> {
        let base_url = &self.stage.site.config.base_url;
        let name = publisher_name(self.stage, self.lang)?;
        let node = Node::new("Organization").set("@id", format!("{base_url}#publisher")).set("name", name);
        Some(node.set("url", base_url.as_str()).json())
    }

    fn website(&self) -> Option<Json> {
        let home = self.stage.site.home() == Some(self.id);
        let name = self.stage.locales[self.lang].text(&self.stage.site.config.title.value);
        let node = || Node::new("WebSite").set("@id", format!("{}#website", self.url)).set("name", name);
        let node = home.then(node)?.set("url", self.url.as_str()).set("inLanguage", self.lang.tag());
        let node = node.maybe("description", self.page.document.front.description.as_deref());
        Some(node.maybe("publisher", self.publisher()).json())
    }

    /// The id of the page's article in a language; `None` where it is none.
    fn article_id(&self, lang: Lang) -> Option<String> {
        let page = self.stage.site.own_page(self.id, lang)?;
        let dated = page.meta.date.is_some() && self.stage.site.entry(self.id).children.is_none();
        dated.then(|| format!("{}#article", page.path.absolute(&self.stage.site.config.base_url)))
    }

    fn article(&self) -> Option<Json> {
        let (front, meta) = (&self.page.document.front, &self.page.meta);
        let node = Node::new("NewsArticle")
            .set("@id", self.article_id(self.lang)?)
            .set("headline", front.title.as_str())
            .maybe("description", front.description.as_deref())
            .maybe("datePublished", meta.date.map(|day| day.to_string()))
            .maybe("dateModified", self.page.modified().map(|day| day.to_string()))
            .set("inLanguage", self.lang.tag())
            .set("url", self.url.as_str())
            .set("mainEntityOfPage", self.url.as_str())
            .maybe("image", self.image())
            .maybe("author", self.author())
            .maybe("publisher", self.publisher())
            .set("isAccessibleForFree", true)
            .maybe("license", self.stage.site.config.license.as_deref().and_then(license::address))
            .list("citation", meta.sources.iter().map(citation).collect())
            .list("correction", self.corrections())
            .maybe("about", self.event_dates().map(|_| reference(self.event_id())));
        Some(self.translations(node).json())
    }

    /// Both ways: the source names its translations, each of them names its source.
    fn translations(&self, node: Node) -> Node {
        let site = &self.stage.site;
        let from = |page: &Page| page.document.front.translation.as_ref().map(|translation| translation.from.value);
        let source = from(self.page).and_then(|lang| self.article_id(lang)).map(reference);
        let others = site.config.languages.iter().filter(|lang| {
            let other = site.own_page(self.id, *lang);
            other.is_some_and(|other| from(other) == Some(self.lang))
        });
        let others = others.filter_map(|lang| self.article_id(lang)).map(reference).collect();
        node.maybe("translationOfWork", source).list("workTranslation", others)
    }

    /// The page's picture, else its card; of a drawing the card.
    fn image(&self) -> Option<Json> {
        // Search engines take no drawings.
        let drawn = self.picture_is_drawn();
        let picture = || self.picture();
        let card = || {
            let card = self.card?;
            let node = Node::new("ImageObject").set("url", card.absolute.as_str()).set("caption", card.alt.as_str());
            Some(node.set("width", card.width).set("height", card.height).json())
        };
        if drawn { card().or_else(picture) } else { picture().or_else(card) }
    }

    fn picture_is_drawn(&self) -> bool {
        let Some(Target::Picture(name)) = &self.page.image else { return false };
        self.stage.pictures.get(name).is_some_and(|picture| picture.format == Format::Svg)
    }

    fn picture(&self) -> Option<Json> {
        let (Target::Picture(name), image) = (self.page.image.as_ref()?, self.page.meta.image.as_ref()?) else {
            return None;
        };
        let widest = self.stage.pictures.get(name)?.widest();
        let node = Node::new("ImageObject")
            .set("url", widest.path().absolute(&self.stage.site.config.base_url))
            .maybe("caption", image.caption.as_deref().or(image.alt.as_deref()).filter(|text| !text.is_empty()))
            .maybe("creditText", image.credit.as_deref())
            .maybe("width", widest.size.map(|(width, _)| width))
            .maybe("height", widest.size.map(|(_, height)| height));
        Some(node.json())
    }

    /// Those who are named; else the office that publishes.
    fn author(&self) -> Option<Json> {
        let person = |name: &String| Node::new("Person").set("name", name.as_str()).json();
        match self.page.meta.authors.as_slice() {
            [] => self.publisher(),
            authors => Some(authors.iter().map(person).collect()),
        }
    }

    fn corrections(&self) -> Vec<Json> {
        let corrections = self.page.document.front.corrections.iter();
        let node = corrections.map(|correction| {
            let node = Node::new("CorrectionComment").set("text", correction.note.as_str());
            node.set("datePublished", correction.date.to_string()).json()
        });
        node.collect()
    }

    fn event_id(&self) -> String {
        format!("{}#event", self.url)
    }

    /// The event, if it has a beginning.
    fn event_dates(&self) -> Option<(&Event, &Moment)> {
        let event = self.page.meta.event.as_ref()?;
        Some((event, event.start.as_ref()?))
    }

    fn event(&self) -> Option<Json> {
        let (event, start) = self.event_dates()?;
        let front = &self.page.document.front;
        let place = |place: &String| Node::new("Place").set("name", place.as_str()).json();
        let node = Node::new("Event")
            .set("@id", self.event_id())
            .set("name", front.title.as_str())
            .maybe("description", front.description.as_deref())
            .set("startDate", start.iso())
            .maybe("endDate", event.end.as_ref().map(Moment::iso))
            .maybe("location", event.place.as_ref().map(place))
            .set("inLanguage", self.lang.tag())
            .set("url", self.url.as_str())
            .maybe("image", self.image())
            .maybe("organizer", self.publisher());
        Some(node.json())
    }
}

fn citation(source: &Citation) -> Json {
    Node::new("CreativeWork")
        .maybe("name", source.title.as_deref())
        .set("publisher", Node::new("Organization").set("name", source.publisher.as_str()).json())
        .maybe("datePublished", source.date.map(|date| date.iso()))
        .maybe("url", source.url.as_deref())
        .maybe("inLanguage", source.lang.as_deref())
        .json()
}
