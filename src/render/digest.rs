//! Values → a number that is another one when they are others (XXH3, 64 bits), for builds that follow one another.

use tera::Value;
use xxhash_rust::xxh3::Xxh3Default;

/// What was added so far.
#[derive(Default)]
pub struct Digest(Xxh3Default);

impl Digest {
    /// Adds a text, of which the end is told.
    pub fn text(&mut self, text: &str) {
        self.0.update(text.as_bytes());
        // No text has this byte (UTF-8).
        self.0.update(&[0xFF]);
    }

    /// Adds a number.
    pub fn number(&mut self, number: u64) {
        self.0.update(&number.to_le_bytes());
    }

    /// Adds a value with all that is in it; the order of a map is no part of it.
    pub fn value(&mut self, value: Option<&Value>) {
        let Some(value) = value else { return self.0.update(&[0]) };
        if let Some(text) = value.as_str() {
            self.0.update(&[if value.is_safe() { 1 } else { 2 }]);
            self.text(text);
        } else if let Some(all) = value.as_array() {
            self.0.update(&[3]);
            self.number(all.len() as u64);
            all.iter().for_each(|value| self.value(Some(value)));
        } else if let Some(map) = value.as_map() {
            self.0.update(&[4]);
            let entry = |(name, value): (&tera::value::Key<'_>, &Value)| {
                let mut own = Self::default();
                match name.as_str() {
                    Some(name) => own.text(name),
                    None => own.text(&name.to_string()),
                }
                own.value(Some(value));
                own.finish()
            };
            self.number(map.iter().map(entry).fold(map.len() as u64, u64::wrapping_add));
        } else if let Some(bytes) = value.as_bytes() {
            self.0.update(&[5]);
            self.number(bytes.len() as u64);
            self.0.update(bytes);
        } else {
            // Numbers, booleans, nothing: short, and each kind is written in its own way.
            self.0.update(&[6]);
            self.text(value.name());
            self.text(&value.to_string());
        }
    }

    /// The number.
    pub fn finish(&self) -> u64 {
        self.0.digest()
    }
}

#[cfg(test)]
mod tests {
    use tera::Value;

    use super::Digest;

    fn digest(value: impl serde::Serialize) -> u64 {
        let mut digest = Digest::default();
        digest.value(Some(&Value::from_serializable(&value)));
        digest.finish()
    }

    #[test]
    fn values_are_told_apart() {
        let safe = {
            let mut digest = Digest::default();
            digest.value(Some(&Value::safe_string("a")));
            digest.finish()
        };
        let all = [
            digest("a"),
            safe,
            digest(["a"]),
            digest(["a", ""]),
            digest([["a"]]),
            digest(["aa"]),
            digest([("a", "b")]),
            digest(std::collections::BTreeMap::from([("a", "b")])),
            digest(std::collections::BTreeMap::from([("b", "a")])),
            digest(std::collections::BTreeMap::from([("a", "b"), ("c", "d")])),
            digest(std::collections::BTreeMap::from([("a", "d"), ("c", "b")])),
            digest(1),
            digest(1.5),
            digest(-1),
            digest("1"),
            digest(true),
            digest("true"),
            digest(None::<u8>),
        ];
        let different: std::collections::BTreeSet<u64> = all.into_iter().collect();
        assert_eq!(different.len(), all.len());
        let map = |names: [&'static str; 3]| digest(std::collections::HashMap::from(names.map(|name| (name, name))));
        assert_eq!(map(["a", "b", "c"]), map(["c", "b", "a"]));
    }
}
