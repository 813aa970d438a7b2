//! Press kits: a release as a text file, its pictures with their captions, its attachments.
//!
//! In: the pages that have one. Out: archives that are still to be made. The texts are the theme's, `press-kit.txt` and
//! `press-captions.txt`. Invariant: a kit holds nothing that its page does not show or offer.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use tera::Tera;

use super::body::{Filler, Place, href};
use super::view::{self, Subject};
use super::{Stage, Theme, jobs};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::archive::Archive;
use crate::model::lang::Lang;
use crate::model::output::{Content, Output};
use crate::model::site::{EntryId, Page, Target};
use crate::model::slug::slugify;
use crate::text::{self, Purpose};

/// The text of a release, and that of its pictures.
const TEXT: &str = "press-kit.txt";
const CAPTIONS: &str = "press-captions.txt";

/// The kits, by page and language.
pub type Kits = BTreeMap<(EntryId, Lang), Arc<Archive>>;

/// What the texts see beside the page: `kit`.
#[derive(Debug, Serialize)]
struct KitContent {
    /// The body as plain text.
    text: String,
    /// The pictures, the page's own first.
    pictures: Vec<KitPicture>,
    /// The attachments.
    attachments: Vec<KitFile>,
}

/// A picture in a kit.
#[derive(Debug, Serialize)]
struct KitPicture {
    /// Its name in the kit.
    file: String,
    /// What stands under it on the page, credit included where it stands in the text.
    caption: Option<String>,
    /// Text alternative.
    alt: Option<String>,
    /// Whose picture it is, where the front matter says so.
    credit: Option<String>,
}

/// An attachment in a kit.
#[derive(Debug, Serialize)]
struct KitFile {
    /// Its name in the kit.
    file: String,
    /// Its title.
    title: String,
}

/// The kits of the pages that `wanted` picks.
pub fn kits(
    stage: &Arc<Stage>,
    theme: &Theme,
    tera: &Tera,
    wanted: impl Fn(EntryId) -> bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Kits {
    let wanted: Vec<(EntryId, Lang)> = stage.site.kits.keys().copied().filter(|(id, _)| wanted(*id)).collect();
    if let Some(lacking) = [TEXT, CAPTIONS].into_iter().find(|name| !wanted.is_empty() && !theme.has(name)) {
        let unknown = Diagnostic::new(Code::UnknownTemplate).with("template", lacking);
        diagnostics.push(unknown.nearest(lacking, theme.templates.keys().map(String::as_str)));
        return Kits::new();
    }
    let made: Vec<_> = wanted.par_iter().map(|key| kit(stage, theme, tera, *key)).collect();
    let mut kits = Kits::new();
    for (key, made) in wanted.into_iter().zip(made) {
        match made {
            Ok(archive) => _ = kits.insert(key, Arc::new(archive)),
            Err(found) => diagnostics.extend(found),
        }
    }
    kits
}

/// The kits as files.
pub fn outputs(stage: &Stage, kits: &Kits) -> Vec<Output> {
    let output = |(key, archive): (&(EntryId, Lang), &Arc<Archive>)| {
        let path = stage.site.kits.get(key)?.clone();
        Some(Output { path, content: Content::Packed(archive.clone()) })
    };
    kits.iter().filter_map(output).collect()
}

/// The bytes of a media file as they go into a kit: the picture in full size, the file as it is.
fn full_size(stage: &Stage, target: &Target) -> Option<(String, Content)> {
    let (Target::Media(name, _) | Target::Picture(name)) = target else { return None };
    let file = name.rsplit('/').next().unwrap_or(name).to_string();
    match stage.pictures.get(name) {
        Some(picture) => Some((file, picture.full.clone())),
        None => Some((file, Content::of(&stage.site.media.get(name)?.file))),
    }
}

fn kit(
    stage: &Arc<Stage>,
    theme: &Theme,
    tera: &Tera,
    (id, lang): (EntryId, Lang),
) -> Result<Archive, Vec<Diagnostic>> {
    let Some(page) = stage.site.page(id, lang) else { return Err(Vec::new()) };
    let root = stage.site.config.base_url.as_str();
    let place = Place { root, here: "" };
    let versions = stage.site.config.languages.map(|_| None);
    let (section, root) = (stage.site.entry(id).section, stage.shared.root(root));
    let subject = Subject { lang, path: &page.path, root: root.clone(), versions, section, parent: None, of: None };
    let (mut sight, _) = jobs::with_frame(stage, &subject);
    let Some(own) = view::page_view(stage, id, lang, &root) else { return Err(Vec::new()) };
    let implicits = jobs::implicits(stage, &sight, &own, page);
    let mut filler = Filler::new(stage, theme, tera, (page, place), &implicits);
    let html = filler.fill(&page.document.body);
    if !filler.diagnostics.is_empty() {
        return Err(filler.diagnostics);
    }
    let mut archive = Archive::new(page.meta.date.unwrap_or(jiff::civil::Date::MIN));
    let mut content = Vec::new();
    // The texts' names come first: a picture of the same name gets another.
    let slug = page.path.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let captions_name = slugify(&stage.locales[lang].text("press-kit-captions"), lang.tag());
    let mut files = Archive::new(jiff::civil::Date::MIN);
    let text_name = files.add(&format!("{slug}.txt"), Content::Static(b""));
    let captions_name = files.add(&format!("{captions_name}.txt"), Content::Static(b""));
    let pictures = pictures(stage, (page, place), &html, (&mut files, &mut content));
    let attachments = attachments(stage, page, (&mut files, &mut content));
    sight.insert("page", &own);
    let text = text::print(&text::blocks(&html, lang.tag(), Purpose::Print));
    sight.insert("kit", &KitContent { text, pictures, attachments });
    let mut print = |template: &str, name: &str| {
        let text = tera.render(template, sight.context());
        let text = text.map_err(|error| vec![theme.diagnostic(&error, template, &page.document.source.path)])?;
        archive.add(name, Content::Bytes(as_file(&text).into_bytes().into()));
        Ok::<(), Vec<Diagnostic>>(())
    };
    print(TEXT, &text_name)?;
    if content.iter().any(|(_, _, is_picture)| *is_picture) {
        print(CAPTIONS, &captions_name)?;
    }
    for (name, bytes, _) in content {
        archive.add(&name, bytes);
    }
    Ok(archive)
}

type Files<'f> = (&'f mut Archive, &'f mut Vec<(String, Content, bool)>);

/// The page's picture and those its text shows, each once. What is said of them is what the page says.
fn pictures(
    stage: &Stage,
    (page, place): (&Page, Place<'_>),
    html: &str,
    (names, files): Files<'_>,
) -> Vec<KitPicture> {
    let shown = text::pictures(html);
    let meta = page.meta.image.as_ref();
    let mut seen: Vec<&Target> = Vec::new();
    let mut pictures = Vec::new();
    let own = page.image.iter().map(|target| {
        let caption = meta.and_then(|image| image.caption.clone());
        let alt = meta.and_then(|image| image.alt.clone());
        (target, caption, alt, meta.and_then(|image| image.credit.clone()))
    });
    let inside = page.targets.iter().filter_map(|target| {
        let src = href(stage, place, target);
        let picture = shown.iter().find(|picture| picture.src == src)?;
        Some((target, picture.caption.clone(), Some(picture.alt.clone()), None))
    });
    for (target, caption, alt, credit) in own.chain(inside) {
        let Some((name, content)) = full_size(stage, target).filter(|_| !seen.contains(&target)) else { continue };
        seen.push(target);
        let file = names.add(&name, Content::Static(b""));
        files.push((file.clone(), content, true));
        pictures.push(KitPicture { file, caption, alt: alt.filter(|alt| !alt.is_empty()), credit });
    }
    pictures
}

fn attachments(stage: &Stage, page: &Page, (names, files): Files<'_>) -> Vec<KitFile> {
    let mut kept = Vec::new();
    for (attachment, target) in page.meta.attachments.iter().zip(&page.attachments) {
        let Some((name, content)) = full_size(stage, target) else { continue };
        let file = names.add(&name, Content::Static(b""));
        files.push((file.clone(), content, false));
        kept.push(KitFile { file, title: attachment.title.clone() });
    }
    kept
}

/// With a byte order mark and Windows line ends: without the mark, Word takes a text file for one of an older encoding and
/// shows Vietnamese as rubbish; every other program knows both. A line `---` or `===` gets as long as the one before. Templates may leave as many empty lines as they like.
fn as_file(text: &str) -> String {
    let mut out = String::from("\u{FEFF}");
    let mut empty = 1;
    let mut before = 0;
    for line in text.trim().lines().map(str::trim_end) {
        let line = match line {
            "===" | "---" => line[..1].repeat(before),
            line => line.to_string(),
        };
        before = line.chars().count().min(72);
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            out.push_str(&line);
            out.push_str("\r\n");
        }
    }
    out
}
