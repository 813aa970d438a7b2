//! The glossary: names that a city has agreed on, and the forms its pages do not use.
//!
//! In: terms with comments such as `# never: Saigon, Ho Chi Minh Stadt` and `# but: Saigon Times`. Out: where a text has
//! such a form. Invariant: nothing is found inside a word, inside an agreed name, or inside a name listed after `but`.

use std::ops::Range;

use super::catalog::Catalog;

/// One language's agreed names.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    never: Vec<Form>,
    /// Names in which nothing is wrong.
    safe: Vec<String>,
}

/// A form that pages do not use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    pub text: String,
    pub agreed: String,
}

/// Forms of a glossary that a text may hold.
pub(crate) type Candidates<'g> = Vec<&'g Form>;

impl Glossary {
    pub fn new(catalog: &Catalog) -> Self {
        let mut glossary = Self::default();
        for entry in catalog.values().filter(|entry| entry.is_term()) {
            let agreed = entry.value.as_ref().map(|shape| shape.plain().trim().to_string()).unwrap_or_default();
            let forms = entry.listed("never").filter(|form| *form != agreed);
            glossary.never.extend(forms.map(|form| Form { text: form.into(), agreed: agreed.clone() }));
            glossary.safe.extend(entry.listed("but").map(str::to_string));
            glossary.safe.extend((!agreed.is_empty()).then_some(agreed));
        }
        glossary
    }

    /// The forms whose first word occurs anywhere in a file: for most files none, which ends the search.
    pub fn candidates(&self, file: &str) -> Candidates<'_> {
        let first = |form: &&Form| file.contains(form.text.split(char::is_whitespace).next().unwrap_or_default());
        self.never.iter().filter(first).collect()
    }

    /// Where a running text has one of the forms; of two that overlap, the longer one counts.
    pub fn find<'g>(&self, text: &str, candidates: &[&'g Form]) -> Vec<(Range<usize>, &'g Form)> {
        let mut hits: Vec<(Range<usize>, &'g Form)> = Vec::new();
        for form in candidates {
            hits.extend(words(text, &form.text).map(|range| (range, *form)));
        }
        if hits.is_empty() {
            return hits;
        }
        let safe: Vec<Range<usize>> = self.safe.iter().flat_map(|name| words(text, name)).collect();
        let within = |hit: &Range<usize>, name: &Range<usize>| name.start < hit.end && hit.start < name.end;
        hits.retain(|(hit, _)| !safe.iter().any(|name| within(hit, name) && name.len() >= hit.len()));
        hits.sort_by_key(|(hit, _)| (hit.start, std::cmp::Reverse(hit.end)));
        let mut end = 0;
        hits.retain(|(hit, _)| {
            let free = hit.start >= end;
            end = if free { hit.end } else { end };
            free
        });
        hits
    }
}

/// Where `name` stands in a text as whole words.
fn words<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(name).map(|(at, name)| at..at + name.len()).filter(|range| {
        let before = text[..range.start].chars().next_back();
        let after = text[range.end..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::{Form, Glossary};

    fn found(text: &str) -> Vec<String> {
        let form = |text: &str| Form { text: text.into(), agreed: "Ho-Chi-Minh-Stadt".into() };
        let never = ["Saigon", "Ho Chi Minh", "Ho Chi Minh Stadt"].map(form).to_vec();
        let glossary = Glossary { never, safe: vec!["Saigon Times".into(), "Ho-Chi-Minh-Stadt".into()] };
        let candidates = glossary.candidates(text);
        glossary.find(text, &candidates).into_iter().map(|(range, _)| text[range].to_string()).collect()
    }

    #[test]
    fn whole_words_are_found_and_the_longest_form_counts() {
        assert_eq!(found("In Saigon, Ho Chi Minh Stadt"), ["Saigon", "Ho Chi Minh Stadt"]);
        assert_eq!(found("Saigon-Reise"), ["Saigon"]);
    }

    #[test]
    fn nothing_is_found_in_words_and_names() {
        for fine in ["Saigoner", "saigon", "The Saigon Times", "Ho-Chi-Minh-Stadt", "SSaigon"] {
            assert!(found(fine).is_empty(), "{fine}");
        }
    }
}
