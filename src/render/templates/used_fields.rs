//! Which fields of `page` a theme's templates use, as far as these are dear to make: what none of them names is left out.
//!
//! Invariant: rather too many than too few. Where a template hands the page on as a whole, prints it, or looks a field up by
//! a name that is not written there, all fields count as used.

use super::calls;

/// The fields that are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UsedFields {
    pub structured: bool,
    pub toc: bool,
}

impl UsedFields {
    const ALL: Self = Self { structured: true, toc: true };

    /// What templates use.
    pub fn of<'t>(templates: impl IntoIterator<Item = &'t str>) -> Self {
        let mut used = Self::default();
        for text in templates {
            calls::code(text).for_each(|range| used.code(&text[range]));
        }
        used
    }

    fn code(&mut self, code: &str) {
        let mut at = 0;
        while let Some(byte) = code.as_bytes().get(at) {
            match byte {
                b'"' | b'\'' | b'`' => at = calls::literal(code, at).end + 1,
                byte if in_name(*byte) => {
                    let end = at + name(&code[at..]).len();
                    match &code[at..end] {
                        "page" => self.page(code[..at].trim_end(), code[end..].trim_start()),
                        // Tera's name for everything that a template sees.
                        "__tera_context" => *self = Self::ALL,
                        _ => {}
                    }
                    at = end;
                }
                _ => at += 1,
            }
        }
    }

    /// What the name `page` means between what stands before and after it.
    fn page(&mut self, before: &str, after: &str) {
        // A field of something else, and what a component takes from where it is called.
        let other = before.ends_with('@') || (before.ends_with('.') && !before.ends_with("..."));
        // A function, and the name of an argument.
        let named = after.starts_with('(') || (after.starts_with('=') && !after.starts_with("=="));
        if other || named {
            return;
        }
        let field = after.strip_prefix("?.").or(after.strip_prefix('.')).map(|rest| name(rest.trim_start()));
        match field {
            Some("structured") => self.structured = true,
            Some("toc") => self.toc = true,
            Some(_) => {}
            None => *self = Self::ALL,
        }
    }
}

fn in_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn name(text: &str) -> &str {
    &text[..text.bytes().position(|byte| !in_name(byte)).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::UsedFields;

    const NONE: UsedFields = UsedFields { structured: false, toc: false };
    const TOC: UsedFields = UsedFields { structured: false, toc: true };

    #[test]
    fn fields_that_a_template_names_are_used() {
        let used = |text: &str| UsedFields::of([text]);
        assert_eq!(used("page.toc {# {{ page.toc }} #} {{ \"page.toc\" }} {{ other.page.toc }}"), NONE);
        assert_eq!(used("{{ page.html }}{% if page?.toc and not page . date %}x{% endif %}"), TOC);
        assert_eq!(used("{% component x(@page, page=1) %}{{ page(path=\"a\").toc }}{{ page.html | f(page=2) }}"), NONE);
        assert_eq!(used("{{ my_page }}{{ pages.toc }}{{ t(key='page', n=page.toc) }}"), TOC);
        assert_eq!(used("{{ page.structured }}"), UsedFields { structured: true, toc: false });
    }

    #[test]
    fn a_page_as_a_whole_uses_all() {
        let texts = "{{ page }}§{{ page | json_encode }}§{{ page[field] }}§{% for name, value in page %}{% endfor %}§\
                     {{ <card page={page} /> }}§{{ f(page=page) }}§{{ {...page} }}§{{ page?[field] }}§\
                     {% if page == x %}§{{ __tera_context }}";
        for text in texts.split('§') {
            assert_eq!(UsedFields::of([text]), UsedFields::ALL, "{text}");
        }
    }
}
