//! A page of the site as somebody sees it: on its own page, in a feed, in a press kit, on a social card.

use std::sync::Arc;

use tera::Context;

use super::body::fill;
use super::context::RenderContext;
use super::input::SitePage;
use super::view::frame::{FrameInput, frame};
use super::view::page::PageView;
use super::view::place::Place;
use super::view::versions::alternates;
use crate::diagnostic::Diagnostic;
use crate::model::Alternate;

/// What a template sees, and the parts that are still to be added to it.
pub(super) struct Scene<'a> {
    pub context: Context,
    pub alternates: Arc<[Alternate]>,
    /// `page`, not yet part of the context.
    pub page: PageView<'a>,
}

/// What surrounds a page, and its versions for search engines.
pub(super) fn framed(context: RenderContext<'_>, around: &FrameInput<'_>) -> (Context, Arc<[Alternate]>) {
    let alternates = alternates(context.input, around.lang, around.path, &around.versions);
    let mut values = frame(context.input, around);
    values.insert("alternates", &*alternates);
    (values, alternates)
}

impl<'a> Scene<'a> {
    pub(super) fn of(context: RenderContext<'a>, shown: SitePage<'a>, around: &FrameInput<'_>) -> Self {
        let (values, alternates) = framed(context, around);
        Self { context: values, alternates, page: PageView::of(context.input, shown, &around.base) }
    }

    /// The page's text as somebody reads it at `place`.
    pub(super) fn text(
        &self,
        context: RenderContext<'_>,
        shown: SitePage<'_>,
        place: Place<'_>,
    ) -> Result<String, Vec<Diagnostic>> {
        fill(context, shown.page, place, &self.implicits(context, shown))
    }

    /// What shortcodes may ask for: copies of all that the template sees, so there is nothing where a text, like most, calls
    /// none. What they say stands in the text, so it is said in the text's language.
    fn implicits(&self, context: RenderContext<'_>, shown: SitePage<'_>) -> Context {
        let document = &shown.page.document;
        if !document.body.calls() {
            return Context::new();
        }
        let mut implicits = self.context.clone();
        implicits.insert_value("lang", context.input.views.language(document.lang).1.clone());
        implicits.insert("page", &self.page);
        implicits
    }
}
