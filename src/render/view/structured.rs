//! What a page says of itself to programs: JSON-LD in the terms of schema.org, one graph a page.
//!
//! In: a page with its site. Out: text for `<script type="application/ld+json">`. Invariants: what is not known is left
//! out; nothing in the text can end the element it stands in; every `@id` names a node that some page of the site has.

use serde_json::{Map, Value};

use super::details::CardView;
use super::frame::{FrameInput, trail};
use super::license;
use crate::model::{Citation, Event, Format, Lang, Moment, Page, Target};
use crate::render::input::{RenderInput, SitePage};
use crate::render::view_cache::publisher_name;

/// A thing, whose unknown properties are left out; by their names.
struct Node(Map<String, Value>);

impl Node {
    fn new(kind: &'static str) -> Self {
        Self(Map::new()).set("@type", kind)
    }

    fn set(mut self, key: &'static str, value: impl Into<Value>) -> Self {
        self.0.insert(key.to_string(), value.into());
        self
    }

    fn maybe(self, key: &'static str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.set(key, value),
            None => self,
        }
    }

    /// A list that is left out when it is empty.
    fn list(self, key: &'static str, values: Vec<Value>) -> Self {
        if values.is_empty() { self } else { self.set(key, values) }
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Object(node.0)
    }
}

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

fn text(nodes: Vec<Node>) -> Option<tera::Value> {
    if nodes.is_empty() {
        return None;
    }
    let nodes: Vec<Value> = nodes.into_iter().map(Value::from).collect();
    let json = Value::from(Node(Map::new()).set("@context", "https://schema.org").set("@graph", nodes)).to_string();
    // Outside its texts JSON has none of these, and inside them an escape is the same (RFC 8259, section 7).
    let json = json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    Some(tera::Value::safe_string(&json))
}

/// From the home page to the page itself.
fn trail_node(input: &RenderInput, frame: &FrameInput<'_>, title: &str) -> Option<Node> {
    let base_url = &input.site.config.base_url;
    let above = trail(input, frame);
    if above.is_empty() {
        return None;
    }
    let own = (title.to_string(), frame.path.absolute(base_url));
    let all = above.into_iter().map(|crumb| (crumb.title, crumb.path.absolute(base_url))).chain([own]);
    let item = |(at, (name, item)): (usize, (String, String))| {
        Node::new("ListItem").set("position", at + 1).set("name", name).set("item", item).into()
    };
    let items: Vec<Value> = all.enumerate().map(item).collect();
    let id = format!("{}#breadcrumbs", frame.path.absolute(base_url));
    Some(Node::new("BreadcrumbList").set("@id", id).set("itemListElement", items))
}

fn reference(id: String) -> Value {
    Node(Map::new()).set("@id", id).into()
}

impl About<'_> {
    fn publisher(&self) -> Option<Node> {
        let base_url = &self.input.site.config.base_url;
        let name = publisher_name(&self.input.site, self.shown.lang)?;
        let node = Node::new("Organization").set("@id", format!("{base_url}#publisher")).set("name", name);
        Some(node.set("url", base_url.as_str()))
    }

    fn website(&self) -> Option<Node> {
        let home = self.input.site.home() == Some(self.shown.id);
        let name = self.input.locales[self.shown.lang].text(&self.input.site.config.title.value);
        let node = || Node::new("WebSite").set("@id", format!("{}#website", self.url)).set("name", name);
        let node = home.then(node)?.set("url", self.url.as_str()).set("inLanguage", self.shown.lang.tag());
        let node = node.maybe("description", self.shown.page.document.front.description.as_deref());
        Some(node.maybe("publisher", self.publisher()))
    }

    /// The id of the page's article in a language; `None` where it is none.
    fn article_id(&self, lang: Lang) -> Option<String> {
        let page = self.input.site.own_page(self.shown.id, lang)?;
        let dated = page.meta.date.is_some() && self.input.site.entry(self.shown.id).children.is_none();
        dated.then(|| format!("{}#article", page.path.absolute(&self.input.site.config.base_url)))
    }

    fn article(&self) -> Option<Node> {
        let (front, meta) = (&self.shown.page.document.front, &self.shown.page.meta);
        let node = Node::new("NewsArticle")
            .set("@id", self.article_id(self.shown.lang)?)
            .set("headline", front.title.as_str())
            .maybe("description", front.description.as_deref())
            .maybe("datePublished", meta.date.map(|day| day.to_string()))
            .maybe("dateModified", self.shown.page.modified().map(|day| day.to_string()))
            .set("inLanguage", self.shown.lang.tag())
            .set("url", self.url.as_str())
            .set("mainEntityOfPage", self.url.as_str())
            .maybe("image", self.image())
            .maybe("author", self.author())
            .maybe("publisher", self.publisher())
            .set("isAccessibleForFree", true)
            .maybe("license", self.input.site.config.license.as_deref().and_then(license::address))
            .list("citation", meta.sources.iter().map(citation).collect())
            .list("correction", self.corrections())
            .maybe("about", self.event_dates().map(|_| reference(self.event_id())));
        Some(self.translations(node))
    }

    /// Both ways: the source names its translations, each of them names its source.
    fn translations(&self, node: Node) -> Node {
        let site = &self.input.site;
        let from = |page: &Page| page.document.front.translation.as_ref().map(|translation| translation.from.value);
        let source = from(self.shown.page).and_then(|lang| self.article_id(lang)).map(reference);
        let others = site.config.languages.iter().filter(|lang| {
            let other = site.own_page(self.shown.id, *lang);
            other.is_some_and(|other| from(other) == Some(self.shown.lang))
        });
        let others = others.filter_map(|lang| self.article_id(lang)).map(reference).collect();
        node.maybe("translationOfWork", source).list("workTranslation", others)
    }

    /// The page's picture, else its card; of a drawing the card.
    fn image(&self) -> Option<Node> {
        // Search engines take no drawings.
        let drawn = self.picture_is_drawn();
        let picture = || self.picture();
        let card = || {
            let card = self.card?;
            let node = Node::new("ImageObject").set("url", card.absolute.as_str()).set("caption", card.alt.as_str());
            Some(node.set("width", card.width).set("height", card.height))
        };
        if drawn { card().or_else(picture) } else { picture().or_else(card) }
    }

    fn picture_is_drawn(&self) -> bool {
        let Some(Target::Picture(name)) = &self.shown.page.image else { return false };
        self.input.pictures.get(name).is_some_and(|picture| picture.format == Format::Svg)
    }

    fn picture(&self) -> Option<Node> {
        let (Target::Picture(name), image) = (self.shown.page.image.as_ref()?, self.shown.page.meta.image.as_ref()?)
        else {
            return None;
        };
        let widest = self.input.pictures.get(name)?.widest();
        let node = Node::new("ImageObject")
            .set("url", widest.path().absolute(&self.input.site.config.base_url))
            .maybe("caption", image.caption.as_deref().or(image.alt.as_deref()).filter(|text| !text.is_empty()))
            .maybe("creditText", image.credit.as_deref())
            .maybe("width", widest.size.map(|(width, _)| width))
            .maybe("height", widest.size.map(|(_, height)| height));
        Some(node)
    }

    /// Those who are named; else the office that publishes.
    fn author(&self) -> Option<Value> {
        let person = |name: &String| Node::new("Person").set("name", name.as_str()).into();
        match self.shown.page.meta.authors.as_slice() {
            [] => self.publisher().map(Value::from),
            authors => Some(authors.iter().map(person).collect::<Vec<Value>>().into()),
        }
    }

    fn corrections(&self) -> Vec<Value> {
        let corrections = self.shown.page.document.front.corrections.iter();
        let node = corrections.map(|correction| {
            let node = Node::new("CorrectionComment").set("text", correction.note.as_str());
            node.set("datePublished", correction.date.to_string()).into()
        });
        node.collect()
    }

    fn event_id(&self) -> String {
        format!("{}#event", self.url)
    }

    fn event_dates(&self) -> Option<(&Event, &Moment)> {
        let event = self.shown.page.meta.event.as_ref()?;
        Some((event, event.start.as_ref()?))
    }

    fn event(&self) -> Option<Node> {
        let (event, start) = self.event_dates()?;
        let front = &self.shown.page.document.front;
        let place = |place: &String| Node::new("Place").set("name", place.as_str());
        let node = Node::new("Event")
            .set("@id", self.event_id())
            .set("name", front.title.as_str())
            .maybe("description", front.description.as_deref())
            .set("startDate", start.iso())
            .maybe("endDate", event.end.as_ref().map(Moment::iso))
            .maybe("location", event.place.as_ref().map(place))
            .set("inLanguage", self.shown.lang.tag())
            .set("url", self.url.as_str())
            .maybe("image", self.image())
            .maybe("organizer", self.publisher());
        Some(node)
    }
}

fn citation(source: &Citation) -> Value {
    Node::new("CreativeWork")
        .maybe("name", source.title.as_deref())
        .set("publisher", Node::new("Organization").set("name", source.publisher.as_str()))
        .maybe("datePublished", source.date.map(|date| date.iso()))
        .maybe("url", source.url.as_deref())
        .maybe("inLanguage", source.lang.as_deref())
        .into()
}
