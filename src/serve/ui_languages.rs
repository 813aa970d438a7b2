//! The language in which a reader of the preview gets messages.

use crate::report::Messages;

/// The program's messages in each of its languages.
pub(super) struct UiLanguages {
    pub(super) own: std::sync::Arc<Messages>,
    others: Vec<Messages>,
    /// Whether the user has chosen, so that readers are not asked.
    chosen: bool,
}

impl UiLanguages {
    pub(super) fn new(own: std::sync::Arc<Messages>, chosen: bool) -> Self {
        let others = Messages::languages().filter_map(Messages::find).collect();
        Self { own, others, chosen }
    }

    /// The messages that a browser wants (RFC 9110, 12.5.4), by the order in which it names languages.
    pub(super) fn wanted(&self, accept_language: Option<&str>) -> &Messages {
        let wanted = accept_language.filter(|_| !self.chosen).unwrap_or_default().split(',');
        let mut primary = wanted.map(|range| range.split([';', '-']).next().unwrap_or_default().trim());
        let found = primary.find_map(|tag| self.others.iter().find(|messages| messages.lang.eq_ignore_ascii_case(tag)));
        found.unwrap_or(&self.own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_get_their_own_language() {
        let own = || std::sync::Arc::new(Messages::find("en").unwrap());
        let languages = UiLanguages::new(own(), false);
        let cases = [("vi,en;q=0.5", "vi"), ("fr, de-DE;q=0.8", "de"), ("fr", "en"), ("", "en"), ("*", "en")];
        for (wanted, found) in cases {
            assert_eq!(languages.wanted(Some(wanted)).lang, found, "{wanted}");
        }
        assert_eq!(UiLanguages::new(own(), true).wanted(Some("vi")).lang, "en");
    }
}
