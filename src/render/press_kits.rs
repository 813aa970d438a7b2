//! Press kits: a release as a text file, its pictures with their captions, its attachments.
//!
//! In: the pages that have one. Out: archives that are still to be made. The texts are the theme's, `press-kit.txt` and
//! `press-captions.txt`. Invariant: a kit holds nothing that its page does not show or offer.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use tera::Context;

use super::context::RenderContext;
use super::input::{RenderInput, SitePage};
use super::scene::Scene;
use super::view::frame::FrameInput;
use super::view::place::{Place, href};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Archive, Content, EntryId, Lang, Output, Target, slugify};
use crate::text::{self, Purpose};

/// The text of a release, and that of its pictures.
const TEXT: &str = "press-kit.txt";
const CAPTIONS: &str = "press-captions.txt";

pub(super) type PressKits = BTreeMap<(EntryId, Lang), Arc<Archive>>;

/// What the texts see beside the page: `kit`.
#[derive(Debug, Serialize)]
struct KitContent {
    text: String,
    pictures: Vec<KitPicture>,
    attachments: Vec<KitFile>,
}

#[derive(Debug, Serialize)]
struct KitPicture {
    file: String,
    /// What stands under it on the page, credit included where it stands in the text.
    caption: Option<String>,
    alt: Option<String>,
    /// Whose picture it is, where the front matter says so.
    credit: Option<String>,
}

#[derive(Debug, Serialize)]
struct KitFile {
    file: String,
    title: String,
}

/// The kits of the pages that `wanted` picks.
pub(super) fn press_kits(
    context: RenderContext<'_>,
    wanted: impl Fn(EntryId) -> bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> PressKits {
    let RenderContext { input, theme, .. } = context;
    let all = input.site.kits.keys().filter(|(id, _)| wanted(*id));
    let wanted: Vec<SitePage<'_>> = all.filter_map(|(id, lang)| input.page(*id, *lang)).collect();
    if let Some(lacking) = [TEXT, CAPTIONS].into_iter().find(|name| !wanted.is_empty() && !theme.has(name)) {
        let unknown = Diagnostic::new(Code::UnknownTemplate).with("template", lacking);
        diagnostics.push(unknown.nearest(lacking, theme.templates.keys().map(String::as_str)));
        return PressKits::new();
    }
    let made: Vec<_> = wanted.par_iter().map(|shown| press_kit(context, *shown)).collect();
    let mut kits = PressKits::new();
    for (shown, made) in wanted.iter().zip(made) {
        match made {
            Ok(archive) => _ = kits.insert((shown.id, shown.lang), Arc::new(archive)),
            Err(found) => diagnostics.extend(found),
        }
    }
    kits
}

pub(super) fn outputs(input: &RenderInput, kits: &PressKits) -> Vec<Output> {
    let output = |(key, archive): (&(EntryId, Lang), &Arc<Archive>)| {
        let path = input.site.kits.get(key)?.clone();
        Some(Output { path, content: Content::Zip(archive.clone()) })
    };
    kits.iter().filter_map(output).collect()
}

/// The bytes of a media file as they go into a kit: the picture in full size, the file as it is.
fn full_size(input: &RenderInput, target: &Target) -> Option<(String, Content)> {
    let (Target::Media(name, _) | Target::Picture(name)) = target else { return None };
    let file = name.rsplit('/').next().unwrap_or(name).to_string();
    match input.pictures.get(name) {
        Some(picture) => Some((file, picture.full.clone())),
        None => Some((file, Content::of(&input.site.media.get(name)?.file))),
    }
}

fn press_kit(context: RenderContext<'_>, shown: SitePage<'_>) -> Result<Archive, Vec<Diagnostic>> {
    let (input, SitePage { lang, page, .. }) = (context.input, shown);
    let base = input.base_path(&input.site.config.base_url);
    let section = input.site.entry(shown.id).section;
    let around = FrameInput { section, ..FrameInput::alone(input, lang, &page.path, &base) };
    let scene = Scene::of(context, shown, &around);
    let place = Place { root: base.prefix(), here: "" };
    let html = scene.text(context, shown, place)?;
    // The texts' names come first: a picture of the same name gets another.
    let slug = page.path.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let captions = slugify(&input.locale(lang).text("press-kit-captions"), lang.tag());
    let mut files = Files::default();
    let text_name = files.names.add(&format!("{slug}.txt"), Content::Static(b""));
    let captions_name = files.names.add(&format!("{captions}.txt"), Content::Static(b""));
    let text = text::print(&text::blocks(&html, lang.tag(), Purpose::Print));
    let pictures = pictures(input, shown, &html, &mut files);
    let has_pictures = !pictures.is_empty();
    let kit = KitContent { text, pictures, attachments: attachments(input, shown, &mut files) };
    let mut values = scene.context;
    values.insert("page", &scene.page);
    values.insert("kit", &kit);
    let mut archive = Archive::new(page.meta.date.unwrap_or(jiff::civil::Date::MIN));
    archive.add(&text_name, printed(context, TEXT, &values, shown)?);
    if has_pictures {
        archive.add(&captions_name, printed(context, CAPTIONS, &values, shown)?);
    }
    files.contents.into_iter().for_each(|(name, content)| _ = archive.add(&name, content));
    Ok(archive)
}

fn printed(
    context: RenderContext<'_>,
    template: &str,
    values: &Context,
    shown: SitePage<'_>,
) -> Result<Content, Vec<Diagnostic>> {
    let text = context.tera.render(template, values);
    let source = &shown.page.document.source.path;
    let text = text.map_err(|error| vec![context.theme.diagnostic(&error, template, source)])?;
    Ok(Content::Bytes(as_file(&text).into_bytes().into()))
}

/// The files of a kit, whose names are different from each other.
#[derive(Default)]
struct Files {
    names: Archive,
    contents: Vec<(String, Content)>,
}

impl Files {
    /// Adds a media file, if it can be had; gives the name it got.
    fn add(&mut self, input: &RenderInput, target: &Target) -> Option<String> {
        let (name, content) = full_size(input, target)?;
        let name = self.names.add(&name, Content::Static(b""));
        self.contents.push((name.clone(), content));
        Some(name)
    }
}

/// The page's picture and those its text shows, each once. What is said of them is what the page says.
fn pictures(input: &RenderInput, shown: SitePage<'_>, html: &str, files: &mut Files) -> Vec<KitPicture> {
    let (page, in_text) = (shown.page, text::pictures(html));
    let place = Place { root: &input.site.config.base_url, here: "" };
    let meta = page.meta.image.as_ref();
    let own = page.image.iter().map(|target| {
        let caption = meta.and_then(|image| image.caption.clone());
        let alt = meta.and_then(|image| image.alt.clone());
        (target, caption, alt, meta.and_then(|image| image.credit.clone()))
    });
    let inside = page.targets.iter().filter_map(|target| {
        let src = href(input, place, target);
        let picture = in_text.iter().find(|picture| picture.src == src)?;
        Some((target, picture.caption.clone(), Some(picture.alt.clone()), None))
    });
    let mut seen: Vec<&Target> = Vec::new();
    let mut pictures = Vec::new();
    for (target, caption, alt, credit) in own.chain(inside) {
        if seen.contains(&target) {
            continue;
        }
        let Some(file) = files.add(input, target) else { continue };
        seen.push(target);
        pictures.push(KitPicture { file, caption, alt: alt.filter(|alt| !alt.is_empty()), credit });
    }
    pictures
}

fn attachments(input: &RenderInput, shown: SitePage<'_>, files: &mut Files) -> Vec<KitFile> {
    let own = shown.page.meta.attachments.iter().zip(&shown.page.attachments);
    own.filter_map(|(attachment, target)| {
        Some(KitFile { file: files.add(input, target)?, title: attachment.title.clone() })
    })
    .collect()
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
