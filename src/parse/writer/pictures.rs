//! Pictures in Markdown: each with its credit, one that is a paragraph by itself as the theme's figure.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Events, HtmlWriter};
use crate::diagnostic::Code;
use crate::model::{Arg, Call, Slot, escaped};

/// The shortcode that shows a picture with its credit: a picture that is a paragraph by itself is shown by it.
const FIGURE: &str = "figure";

impl HtmlWriter<'_, '_> {
    /// Whether a paragraph is one picture with a credit, and the theme has a figure for it.
    pub(super) fn is_figure(&self, paragraph: &Events<'_>) -> bool {
        let [(Event::Start(Tag::Image { title, .. }), _), .., (Event::End(TagEnd::Image), _)] = paragraph else {
            return false;
        };
        let pictures = paragraph.iter().filter(|(event, _)| *event == Event::End(TagEnd::Image)).count();
        pictures == 1 && !title.trim().is_empty() && self.has_figure()
    }

    /// Whether the theme's figure can be given what a picture in Markdown has.
    fn has_figure(&self) -> bool {
        let Some(figure) = self.page.rules.components.get(FIGURE) else { return false };
        let given = ["src", "alt", "credit"];
        let enough = figure.parameters.iter().all(|(name, own)| !own.required || given.contains(&name.as_str()));
        enough && given.iter().all(|name| figure.parameters.contains_key(*name))
    }

    /// Writes the picture that a link of the page leads to; in Markdown its credit stands where titles do.
    pub(super) fn image(&mut self, link: usize, credit: &str, span: Range<usize>, inner: &Events<'_>) {
        let alt = self.calls.plain(inner);
        if alt.trim().is_empty() {
            self.page.diagnostics.push(self.page.at(Code::MissingAlt, span.clone()));
        }
        if credit.is_empty() && self.page.rules.config.credits {
            let found = self.page.at(Code::MissingCredit, span.clone()).with("form", "markdown");
            self.page.diagnostics.push(found);
        }
        let alt = self.page.set(&alt);
        let place = self.out.html.len();
        if self.alone {
            let credit = Arg::Text(credit.to_string());
            let args = [("src", Arg::Link(link)), ("alt", Arg::Text(alt)), ("credit", credit)];
            let args = args.map(|(name, arg)| (name.to_string(), arg)).into();
            self.out.slots.push((place, Slot::Call(Box::new(Call { name: FIGURE.into(), args, body: None, span }))));
        } else {
            self.out.slots.push((place, Slot::Picture(link, alt)));
            if !credit.is_empty() {
                let credit = escaped(&self.page.set(credit));
                self.out.html.push_str(&format!(" <small class=\"credit\">({credit})</small>"));
            }
        }
        self.typographer.skip();
    }
}
