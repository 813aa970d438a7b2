//! Two versions of a page → the style sheets that were exchanged, where nothing else was: those can be put in place without
//! loading the page again.

/// The old and the new addresses of style sheets; `None` where the pages differ in more than these.
pub(super) fn swapped(old: &str, new: &str) -> Option<Vec<(String, String)>> {
    let (old, new) = (pieces(old), pieces(new));
    let alike = old.len() == new.len()
        && old.iter().zip(&new).all(|(old, new)| old.before == new.before && stem(old.sheet) == stem(new.sheet));
    let pairs = old.iter().zip(&new).filter(|(old, new)| old.sheet != new.sheet);
    alike.then(|| pairs.map(|(old, new)| (old.sheet.to_string(), new.sheet.to_string())).collect())
}

/// A piece of a page: some text, and the address of a style sheet after it.
struct Piece<'p> {
    before: &'p str,
    sheet: &'p str,
}

fn pieces(mut page: &str) -> Vec<Piece<'_>> {
    const END: &str = ".css\"";
    let mut pieces = Vec::new();
    while let Some(end) = page.find(END).map(|at| at + END.len() - 1) {
        let begin = page[..end].rfind('"').map_or(0, |at| at + 1);
        pieces.push(Piece { before: &page[..begin], sheet: &page[begin..end] });
        page = &page[end..];
    }
    pieces.push(Piece { before: page, sheet: "" });
    pieces
}

/// An address without the hash that assets have in their names.
fn stem(sheet: &str) -> &str {
    let stem = sheet.strip_suffix(".css").and_then(|rest| rest.rsplit_once('.'));
    stem.filter(|(_, hash)| hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .map_or(sheet, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::swapped;

    #[test]
    fn only_style_sheets_are_swapped() {
        let page = |sheet: &str, text: &str| format!("<link rel=\"stylesheet\" href=\"../assets/{sheet}\"><p>{text}");
        let (old, new) = (page("style.0a1b2c3d.css", "x"), page("style.deadbeef.css", "x"));
        let pair = ("../assets/style.0a1b2c3d.css".to_string(), "../assets/style.deadbeef.css".to_string());
        assert_eq!(swapped(&old, &new), Some(vec![pair]));
        assert_eq!(swapped(&old, &old), Some(Vec::new()));
        assert_eq!(swapped(&old, &page("style.deadbeef.css", "y")), None);
        assert_eq!(swapped(&old, &page("other.deadbeef.css", "x")), None);
        assert_eq!(swapped(&old, "x"), None);
    }
}
