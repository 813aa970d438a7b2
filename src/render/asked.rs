//! Which fields of `page` a theme's templates use: what none of them names is not made.
//!
//! In: a theme's templates. Invariant: rather too many than too few. Where a template hands the page on as a whole, prints
//! it, or looks a field up by a name that is not written there, all fields are asked for.

use rustc_hash::FxHashSet;

use super::calls;

/// The fields that are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    fields: FxHashSet<String>,
    whole: bool,
}

impl Asked {
    /// What templates ask for.
    pub fn by<'t>(templates: impl IntoIterator<Item = &'t str>) -> Self {
        let mut asked = Self::default();
        for text in templates {
            calls::code(text).for_each(|range| asked.code(&text[range]));
        }
        asked
    }

    /// The value of a field, where any template asks for it.
    pub fn then<T: Default>(&self, field: &str, make: impl FnOnce() -> T) -> T {
        if self.whole || self.fields.contains(field) { make() } else { T::default() }
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
                        "__tera_context" => self.whole = true,
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
            Some(field) => _ = self.fields.insert(field.to_string()),
            None => self.whole = true,
        }
    }
}

fn in_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The name that a text begins with.
fn name(text: &str) -> &str {
    &text[..text.bytes().position(|byte| !in_name(byte)).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::Asked;

    fn asked(text: &str) -> String {
        let asked = Asked::by([text]);
        let fields = ["date", "html", "structured", "toc"];
        let fields = fields.map(|field| asked.then(field, || format!("{field} ")));
        fields.concat().trim_end().to_string()
    }

    #[test]
    fn fields_that_a_template_names_are_asked_for() {
        assert_eq!(asked("page.toc {# {{ page.toc }} #} {{ \"page.toc\" }} {{ other.page.toc }}"), "");
        assert_eq!(asked("{{ page.html }}{% if page?.toc and not page . date %}x{% endif %}"), "date html toc");
        assert_eq!(
            asked("{% component x(@page, page=1) %}{{ page(path=\"a\").toc }}{{ page.html | f(page=2) }}"),
            "html"
        );
        assert_eq!(asked("{{ my_page }}{{ pages.toc }}{{ t(key='page', n=page.toc) }}"), "toc");
    }

    #[test]
    fn a_page_as_a_whole_asks_for_all() {
        let all = "date html structured toc";
        for text in [
            "{{ page }}",
            "{{ page | json_encode }}",
            "{{ page[field] }}",
            "{% for name, value in page %}{% endfor %}",
            "{{ <card page={page} /> }}",
            "{{ f(page=page) }}",
            "{{ {...page} }}",
            "{{ page?[field] }}",
            "{% if page == x %}",
            "{{ __tera_context }}",
        ] {
            assert_eq!(asked(text), all, "{text}");
        }
    }
}
