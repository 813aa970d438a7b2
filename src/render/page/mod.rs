//! One page of the output: prepared, rendered, and handed to whoever takes pages as they are made.

mod output_page;
mod page_file;
mod page_text;
mod prepared_page;
mod sitemap_entry;

use std::sync::Arc;

use bytes::Bytes;

pub(super) use output_page::OutputPage;
pub(super) use sitemap_entry::ListDates;

use super::context::RenderContext;
use super::input::SitePage;
use super::press_kits::PressKits;
use super::view::details::{PressKitView, press_kit};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Alternate, Cards, Content, Output, PageText, Sink};
use crate::panics;
use output_page::PageKind;
use page_file::{MOST_MEGABYTES, PageFile};
use page_text::page_text;
use prepared_page::{Preparation, PreparedPage};

/// How much longer than its text a page is, or so, in bytes.
const FRAME: usize = 8 * 1024;

#[derive(Clone, Copy)]
pub(super) struct PageRenderer<'a> {
    pub context: RenderContext<'a>,
    pub cards: &'a Cards,
    pub kits: &'a PressKits,
    pub sink: Option<&'a dyn Sink>,
}

pub(super) struct RenderedPage {
    /// The file, unless the sink took it.
    pub output: Option<Output>,
    pub text: Option<Arc<PageText>>,
    pub alternates: Arc<[Alternate]>,
}

impl PageRenderer<'_> {
    pub(super) fn render(self, page: &OutputPage<'_>) -> Result<RenderedPage, Vec<Diagnostic>> {
        panics::catch(&page.name(), || self.render_page(page)).unwrap_or_else(|panicked| Err(vec![panicked.into()]))
    }

    fn render_page(self, page: &OutputPage<'_>) -> Result<RenderedPage, Vec<Diagnostic>> {
        let Self { context: RenderContext { input, theme, tera }, cards, .. } = self;
        let preparation = Preparation { context: self.context, cards };
        let PreparedPage { template, mut context, body, alternates } = preparation.prepare(page)?;
        let first = match page.kind {
            PageKind::Page { shown, number: 1 } => Some(shown),
            _ => None,
        };
        context.insert("kit", &first.and_then(|shown| self.press_kit(shown)));
        let mut file = PageFile::new(body.len() + FRAME);
        if let Err(error) = tera.render_to(&template, &context, &mut file) {
            let found = theme.diagnostic(&error, &template, &page.name());
            let full = Diagnostic::new(Code::OverLimit).with("reason", "page").with("most", MOST_MEGABYTES);
            return Err(vec![if file.is_full { Diagnostic { at: found.at, ..full } } else { found }]);
        }
        let text = first.and_then(|shown| page_text(input, shown, &body)).map(Arc::new);
        let output = Output { path: page.path.clone(), content: Content::Bytes(Bytes::from(file.html)) };
        Ok(RenderedPage { output: output.unless_taken(self.sink), text, alternates })
    }

    fn press_kit(self, shown: SitePage<'_>) -> Option<PressKitView> {
        press_kit(self.context.input, shown, self.kits.get(&(shown.id, shown.lang))?)
    }
}
