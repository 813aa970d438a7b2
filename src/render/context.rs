//! What each page is rendered with.

use std::sync::Arc;

use tera::Tera;

use super::input::RenderInput;
use super::templates::Theme;

/// The input, the theme, and the theme's templates in an engine that knows the input.
#[derive(Clone, Copy)]
pub(super) struct RenderContext<'a> {
    pub input: &'a Arc<RenderInput>,
    pub theme: &'a Theme,
    pub tera: &'a Tera,
}
