//! Lines to put into a text file of the site; what stands there stays as it is.

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The file, from the site's folder; it may not exist yet.
    pub path: String,
    pub insertions: Vec<Insertion>,
    pub added: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// The line, counted from 1, after which they go; 0 is the beginning.
    pub after: usize,
    pub lines: Vec<String>,
}

impl Edit {
    pub fn new(path: String) -> Self {
        Self { path, insertions: Vec::new(), added: Vec::new() }
    }

    /// Adds a message; lines for the same place stand together.
    pub fn add(&mut self, name: &str, insertion: Insertion) {
        self.added.push(name.to_string());
        match self.insertions.iter_mut().find(|there| there.after == insertion.after) {
            Some(there) => there.lines.extend(insertion.lines),
            None => self.insertions.push(insertion),
        }
        self.insertions.sort_by_key(|insertion| insertion.after);
    }

    /// The text with the lines put in, with the line ends that it has.
    pub fn apply(&self, text: &str) -> String {
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut out = String::with_capacity(text.len() + 256);
        let mut insertions = self.insertions.iter().peekable();
        let mut put = |out: &mut String, line: usize, last: bool| {
            while let Some(insertion) = insertions.next_if(|next| last || next.after <= line) {
                if !out.is_empty() && !out.ends_with('\n') {
                    out.push_str(end);
                }
                insertion.lines.iter().for_each(|line| out.extend([line.as_str(), end]));
            }
        };
        put(&mut out, 0, false);
        for (index, line) in text.split_inclusive('\n').enumerate() {
            out.push_str(line);
            put(&mut out, index + 1, false);
        }
        put(&mut out, usize::MAX, true);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit, Insertion};

    #[test]
    fn what_was_there_stays_and_lines_end_as_they_did() {
        let mut edit = Edit::new("a.ftl".into());
        edit.add("x", Insertion { after: 1, lines: vec!["# x = X".into(), String::new()] });
        edit.add("y", Insertion { after: 2, lines: vec!["# y = Y".into()] });
        assert_eq!(edit.apply("a = A\r\nb = B"), "a = A\r\n# x = X\r\n\r\nb = B\r\n# y = Y\r\n");
        assert_eq!(edit.apply(""), "# x = X\n\n# y = Y\n");
    }
}
