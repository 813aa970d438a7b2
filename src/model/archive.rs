//! Files in one file (ZIP), uncompressed: pictures and PDF files are compressed already, and so the archive's size is known
//! before it is made, and its bytes are the same on every machine.

use std::io::{self, Cursor, Write};

use jiff::civil::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::output::Content;

/// What stands before each file, in the directory for each file, and at the end, names not counted (PKWARE's APPNOTE,
/// sections 4.3.7, 4.3.12 and 4.3.16).
const LOCAL: u64 = 30;
const CENTRAL: u64 = 46;
const END: u64 = 22;

/// An archive that is still to be made.
#[derive(Debug)]
pub struct Archive {
    day: Date,
    files: Vec<(String, Content)>,
}

impl Archive {
    /// An archive of files by name, all of one day.
    pub fn new(day: Date) -> Self {
        Self { day, files: Vec::new() }
    }

    /// Adds a file and gives the name it got: one that no other file has, whatever the case, and that is no path.
    pub fn add(&mut self, name: &str, content: Content) -> String {
        let name = self.free_name(name);
        self.files.push((name.clone(), content));
        name
    }

    fn free_name(&self, wanted: &str) -> String {
        let plain = |c: char| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            c if c.is_control() => '-',
            c => c,
        };
        let name: String = wanted.trim_start_matches('.').chars().map(plain).collect();
        let (stem, kind) = name.rsplit_once('.').map_or((name.as_str(), String::new()), |(s, k)| (s, format!(".{k}")));
        let stem = if stem.is_empty() { "file" } else { stem };
        let names = (1..).map(|number| match number {
            1 => format!("{stem}{kind}"),
            _ => format!("{stem}-{number}{kind}"),
        });
        let taken = |name: &String| self.files.iter().any(|(other, _)| other.to_lowercase() == name.to_lowercase());
        names.into_iter().find(|name| !taken(name)).unwrap_or(name)
    }

    /// How many bytes it has.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn size(&self) -> io::Result<u64> {
        let sizes =
            self.files.iter().map(|(name, content)| Ok(LOCAL + CENTRAL + 2 * name.len() as u64 + content.size()?));
        sizes.sum::<io::Result<u64>>().map(|sum| sum + END)
    }

    /// The bytes.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn pack(&self) -> io::Result<Vec<u8>> {
        let day = u16::try_from(self.day.year()).ok();
        let (month, date) = (self.day.month().unsigned_abs(), self.day.day().unsigned_abs());
        // The format knows no day before 1980.
        let day =
            day.and_then(|year| DateTime::from_date_and_time(year, month, date, 0, 0, 0).ok()).unwrap_or_default();
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(day)
            .system(System::Unix)
            .unix_permissions(0o644);
        let mut files: Vec<_> = self.files.iter().collect();
        files.sort_by(|a, b| a.0.cmp(&b.0));
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            zip.start_file(name.as_str(), options).map_err(io::Error::other)?;
            zip.write_all(&content.read()?)?;
        }
        Ok(zip.finish().map_err(io::Error::other)?.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unlike_and_no_paths_and_the_size_is_known() {
        let mut archive = Archive::new(jiff::civil::date(1975, 4, 30));
        let names = ["a.jpg", "A.jpg", "../b.txt", "", "Größe.pdf", "a.jpg"];
        let given = names.map(|name| archive.add(name, Content::Static(b"12345")));
        assert_eq!(given, ["a.jpg", "A-2.jpg", "-b.txt", "file", "Größe.pdf", "a-3.jpg"]);
        let bytes = archive.pack().expect("made");
        assert_eq!(archive.size().expect("known"), bytes.len() as u64);
        assert_eq!(archive.pack().expect("made"), bytes);
    }
}
