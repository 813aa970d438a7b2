//! Social cards: the picture that networks show beside a link to a page, before it is drawn.
//!
//! Invariant: a card's name holds a hash of all that its picture depends on, since networks keep pictures by address.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ids::EntryId;
use super::lang::Lang;
use super::url::SitePath;

/// Width and height of every card in pixels, as networks want them.
pub(crate) const SIZE: (u32, u32) = (1200, 630);

/// Counts up when the same drawing gives other bytes.
const VERSION: &str = "card 1";

/// The fonts of cards, by their names in the theme.
pub(crate) type Fonts = BTreeMap<String, Arc<[u8]>>;

#[derive(Clone, Debug)]
pub(crate) struct Card {
    pub path: SitePath,
    /// The hash of all that its picture depends on.
    pub key: String,
    pub svg: Arc<str>,
    pub title: String,
}

pub(crate) type Cards = BTreeMap<(EntryId, Lang), Card>;

/// The hash of the fonts, which all cards share.
pub(crate) fn fingerprint(fonts: &Fonts) -> blake3::Hash {
    let mut hash = blake3::Hasher::new();
    for bytes in fonts.values() {
        hash.update(&(bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    hash.finalize()
}

impl Card {
    /// The card of the page at `page`; `None` when its path cannot be made.
    pub(crate) fn new(page: &SitePath, title: String, svg: String, fonts: &blake3::Hash) -> Option<Self> {
        let mut hash = blake3::Hasher::new();
        hash.update(VERSION.as_bytes()).update(fonts.as_bytes()).update(svg.as_bytes());
        let key = hash.finalize().to_hex().to_string();
        let path = SitePath::file(&format!("{}card.{}.png", page.as_str(), &key[..8]))?;
        Some(Self { path, key, svg: svg.into(), title })
    }
}
