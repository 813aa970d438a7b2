//! Names that some disks cannot hold, and names of our own.

/// The longest name of a file or folder that common file systems hold, in bytes of UTF-8.
pub(super) const LONGEST: usize = 255;

/// Whether a name is one that the program gives to social cards, with a hash of what they show: `card.1a2b3c4d.png`.
pub(super) fn is_card(name: &str) -> bool {
    let hash = name.strip_prefix("card.").and_then(|name| name.strip_suffix(".png"));
    hash.is_some_and(|hash| hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Whether Windows cannot hold a name: devices of DOS, whatever their ending; characters with a meaning of their own; a dot
/// or a blank at the end ("Naming Files, Paths, and Namespaces", Microsoft).
pub(super) fn is_refused_by_windows(name: &str) -> bool {
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    let is_port = || {
        let kind = stem.get(..3).filter(|kind| ["com", "lpt"].iter().any(|port| kind.eq_ignore_ascii_case(port)));
        kind.is_some() && matches!(&stem[3..], "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
    };
    let is_device = DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device)) || is_port();
    is_device || name.ends_with(['.', ' ']) || name.contains(['<', '>', ':', '"', '|', '?', '*'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_has_names_of_its_own() {
        for refused in ["con", "CON", "con.html", "nul", "com1", "lpt9.txt", "com¹", "a.", "a ", "a:b", "what?"] {
            assert!(is_refused_by_windows(refused), "{refused}");
        }
        for fine in ["cono", "com", "com0", "com10", "icon", "con-người", "a.b", "lpt"] {
            assert!(!is_refused_by_windows(fine), "{fine}");
        }
    }
}
