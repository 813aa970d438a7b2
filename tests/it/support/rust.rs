//! The program's own sources as the house rules read them: tokens without comments, texts and tests; whole `use` trees;
//! functions. It understands as much of Rust as this program uses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::project;

/// A word or a sign, and its line.
#[derive(Clone, Debug)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

/// A function that is no test.
#[derive(Debug)]
pub struct Function {
    pub name: String,
    pub lines: usize,
    /// Without `self`; a tuple counts as its members.
    pub parameters: usize,
}

/// A file below `src`.
#[derive(Debug)]
pub struct File {
    /// `render/view/page.rs`.
    pub path: String,
    /// `["render", "view", "page"]`.
    pub module: Vec<String>,
    pub text: String,
    /// Without those of tests.
    pub tokens: Vec<Token>,
    /// Lines without those of tests.
    pub lines: usize,
    /// What `use` brings in: the name here, and the path as written.
    uses: Vec<(String, Vec<String>)>,
}

/// All files below `src` that are not only for tests, by path.
pub struct Sources {
    pub files: Vec<File>,
    by_module: BTreeMap<Vec<String>, usize>,
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        match entry.path() {
            path if path.is_dir() => rust_files(&path, found),
            path if path.extension().is_some_and(|extension| extension == "rs") => found.push(path),
            _ => {}
        }
    }
}

impl Sources {
    pub fn read() -> Self {
        let src = project().join("src");
        let mut paths = Vec::new();
        rust_files(&src, &mut paths);
        let mut only_tests = BTreeSet::new();
        let mut files: Vec<File> = paths
            .iter()
            .map(|path| {
                let name = path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
                File::read(name, std::fs::read_to_string(path).unwrap(), &mut only_tests)
            })
            .collect();
        files.retain(|file| !(0..=file.module.len()).any(|end| only_tests.contains(&file.module[..end])));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let by_module = files.iter().enumerate().map(|(at, file)| (file.module.clone(), at)).collect();
        Self { files, by_module }
    }

    /// Every module that a file names, by its own absolute path as written: `crate` and `super` resolved, but not what
    /// a module hands on from another.
    pub fn named(&self, file: &File) -> BTreeSet<Vec<String>> {
        file.paths().into_iter().filter_map(|path| self.absolute(file, &path)).collect()
    }

    /// Every file that a file depends on, through what modules hand on, too.
    pub fn dependencies(&self, file: &File) -> BTreeSet<&str> {
        let found = self.named(file).into_iter().filter_map(|path| self.home(&path, 0));
        found.map(|at| self.files[at].path.as_str()).filter(|path| *path != file.path).collect()
    }

    fn absolute(&self, file: &File, path: &[String]) -> Option<Vec<String>> {
        let mut base = file.module.clone();
        let mut rest = path;
        match path[0].as_str() {
            "crate" => base.clear(),
            "self" => {}
            "super" => {
                while rest[0] == "super" {
                    base.pop();
                    rest = &rest[1..];
                    if rest.is_empty() {
                        return Some(base);
                    }
                }
                return Some([&base[..], rest].concat());
            }
            first => {
                let child = [&base[..], &[first.to_string()]].concat();
                if self.by_module.contains_key(&child) {
                    return Some([&base[..], rest].concat());
                }
                let (_, whole) = file.uses.iter().find(|(name, whole)| name == first && whole[0] != *first)?;
                return Some([&self.absolute(file, whole)?[..], &rest[1..]].concat());
            }
        }
        Some([&base[..], &rest[1..]].concat())
    }

    /// The file where what a path names is defined.
    fn home(&self, path: &[String], depth: usize) -> Option<usize> {
        let mut at = *self.by_module.get(&Vec::new())?;
        for (index, segment) in path.iter().enumerate() {
            if let Some(child) = self.by_module.get(&path[..=index]) {
                at = *child;
                continue;
            }
            let file = &self.files[at];
            let handed = file.uses.iter().find(|(name, _)| name == segment);
            if let Some((_, whole)) = handed
                && depth < 8
                && let Some(absolute) = self.absolute(file, whole)
            {
                return self.home(&[&absolute[..], &path[index + 1..]].concat(), depth + 1);
            }
            break;
        }
        Some(at)
    }
}

impl File {
    fn read(path: String, text: String, only_tests: &mut BTreeSet<Vec<String>>) -> Self {
        let mut module: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_string).collect();
        match module.last().map(String::as_str) {
            Some("mod") => _ = module.pop(),
            Some("lib") if module.len() == 1 => module.clear(),
            _ => {}
        }
        let (tokens, test_lines, test_modules) = without_tests(tokens(&text));
        only_tests.extend(test_modules.into_iter().map(|name| [&module[..], &[name]].concat()));
        let lines = text.lines().count() - test_lines;
        let uses = uses(&tokens);
        Self { path, module, text, tokens, lines, uses }
    }

    /// The room: the first folder or file below `src`.
    pub fn room(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    /// The folder, without a slash at its end; empty for `src` itself.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The paths in `use` trees, and those that stand in the code.
    fn paths(&self) -> Vec<Vec<String>> {
        let mut found: Vec<Vec<String>> = self.uses.iter().map(|(_, path)| path.clone()).collect();
        let mut at = 0;
        while at < self.tokens.len() {
            if self.is(at, "use") {
                at += self.tokens[at..].iter().position(|token| token.text == ";").unwrap_or(1);
            }
            let mut path = Vec::new();
            while is_name(&self.tokens[at].text) {
                path.push(self.tokens[at].text.clone());
                if !self.is(at + 1, "::") || !self.tokens.get(at + 2).is_some_and(|token| is_name(&token.text)) {
                    break;
                }
                at += 2;
            }
            if path.len() > 1 {
                found.push(path);
            }
            at += 1;
        }
        found
    }

    fn is(&self, at: usize, text: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text == text)
    }

    pub fn functions(&self) -> Vec<Function> {
        let named = |at: &usize| self.is(*at, "fn") && self.tokens.get(at + 1).is_some_and(|t| is_name(&t.text));
        (0..self.tokens.len()).filter(named).map(|at| self.function(at)).collect()
    }

    fn function(&self, at: usize) -> Function {
        let tokens = &self.tokens;
        let mut open = at + 2;
        if self.is(open, "<") {
            open = closing(tokens, open) + 1;
        }
        let close = closing(tokens, open);
        let mut end = close + 1;
        while !self.is(end, ";") && !self.is(end, "{") {
            end = if self.is(end, "(") || self.is(end, "[") { closing(tokens, end) + 1 } else { end + 1 };
        }
        if self.is(end, "{") {
            end = closing(tokens, end);
        }
        Function {
            name: tokens[at + 1].text.clone(),
            lines: tokens[end].line - tokens[at].line + 1,
            parameters: members(&tokens[open + 1..close]).into_iter().map(weight).sum(),
        }
    }

    /// How many items are public; fields and variants are none.
    pub fn public_items(&self) -> usize {
        let kinds = ["fn", "struct", "enum", "trait", "const", "static", "type", "mod", "use", "async"];
        self.tokens.windows(2).filter(|pair| pair[0].text == "pub" && kinds.contains(&pair[1].text.as_str())).count()
    }

    /// The names of the types defined here.
    pub fn types(&self) -> Vec<&str> {
        let words = self.tokens.windows(2);
        let found = words.filter(|pair| ["struct", "enum", "trait", "union"].contains(&pair[0].text.as_str()));
        found.map(|pair| pair[1].text.as_str()).collect()
    }
}

/// How many parameters one is: a tuple is as many as its members, and `self` is none.
fn weight(parameter: &[Token]) -> usize {
    let Some(colon) = parameter.iter().position(|token| token.text == ":") else { return 0 };
    let mut kind = &parameter[colon + 1..];
    while kind.first().is_some_and(|t| ["&", "mut"].contains(&t.text.as_str()) || t.text.starts_with('\'')) {
        kind = &kind[1..];
    }
    match kind.first() {
        Some(token) if token.text == "(" => members(&kind[1..closing(kind, 0)]).len(),
        _ => 1,
    }
}

/// What commas part, but for those in brackets.
fn members(tokens: &[Token]) -> Vec<&[Token]> {
    let (mut found, mut start, mut at) = (Vec::new(), 0, 0);
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            "(" | "[" | "{" | "<" => at = closing(tokens, at),
            "," => {
                found.push(&tokens[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    if start < tokens.len() {
        found.push(&tokens[start..]);
    }
    found
}

/// Where the bracket at a place is closed.
fn closing(tokens: &[Token], open: usize) -> usize {
    let (opens, closes) = match tokens[open].text.as_str() {
        "(" => ("(", ")"),
        "[" => ("[", "]"),
        "{" => ("{", "}"),
        _ => ("<", ">"),
    };
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.text == opens {
            depth += 1;
        } else if token.text == closes {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    tokens.len() - 1
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Words, numbers and signs; a text is `""`, and comments are nothing.
fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1);
    while at < bytes.len() {
        let rest = &text[at..];
        let (length, kept) = match bytes[at] {
            b if b.is_ascii_whitespace() => (1, None),
            _ if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), None),
            _ if rest.starts_with("/*") => (rest.find("*/").map_or(rest.len(), |end| end + 2), None),
            b'"' => (quoted(rest), Some("\"\"")),
            b'b' if rest.starts_with("b\"") => (1 + quoted(&rest[1..]), Some("\"\"")),
            b'r' | b'b' if raw(rest).is_some() => (raw(rest).unwrap_or(1), Some("\"\"")),
            b'\'' => match character(rest) {
                Some(length) => (length, Some("\"\"")),
                None => (1 + word(&rest[1..]), Some(&rest[..1 + word(&rest[1..])])),
            },
            b if b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80 => (word(rest), Some(&rest[..word(rest)])),
            _ if rest.starts_with("::") || rest.starts_with("->") || rest.starts_with("=>") => (2, Some(&rest[..2])),
            _ => (1, Some(&rest[..1])),
        };
        found.extend(kept.map(|text| Token { text: text.to_string(), line }));
        line += bytes[at..at + length].iter().filter(|byte| **byte == b'\n').count();
        at += length;
    }
    found
}

fn word(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())
}

/// How long a text in quotation marks is.
fn quoted(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(bytes.len())
}

/// How long a raw text is, if one begins here.
fn raw(text: &str) -> Option<usize> {
    let start = text.strip_prefix('b').unwrap_or(text).strip_prefix('r')?;
    let hashes = start.len() - start.trim_start_matches('#').len();
    let inner = start[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(text.len() - inner.len() + inner.find(&end)? + end.len())
}

/// How long a character in quotation marks is; `None` for a lifetime.
fn character(text: &str) -> Option<usize> {
    let inner = &text[1..];
    let length = match inner.strip_prefix('\\') {
        Some(escaped) => 1 + escaped.chars().next()?.len_utf8(),
        None => inner.chars().next()?.len_utf8(),
    };
    let end = if inner.starts_with("\\u") || inner.starts_with("\\x") { inner.find('\'')? } else { length };
    inner[end..].starts_with('\'').then_some(end + 2)
}

/// Leaves out what `#[cfg(test)]` stands before; also how many lines that is, and the modules it names.
fn without_tests(tokens: Vec<Token>) -> (Vec<Token>, usize, Vec<String>) {
    let marks = |at: usize| {
        let words = ["#", "[", "cfg", "(", "test", ")", "]"];
        tokens[at..].len() > words.len() && words.iter().zip(&tokens[at..]).all(|(word, token)| *word == token.text)
    };
    let (mut kept, mut lines, mut modules, mut at) = (Vec::new(), 0, Vec::new(), 0);
    while at < tokens.len() {
        if !marks(at) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let mut end = at + 7;
        if tokens[end].text == "mod" && tokens[end + 2].text == ";" {
            modules.push(tokens[end + 1].text.clone());
        }
        let to_semicolon = ["use", "const", "static", "let"].contains(&tokens[end].text.as_str());
        while tokens[end].text != ";" {
            if ["(", "[", "{"].contains(&tokens[end].text.as_str()) {
                let braces = tokens[end].text == "{";
                end = closing(&tokens, end);
                if braces && !to_semicolon {
                    break;
                }
            }
            end += 1;
        }
        lines += tokens[end].line - tokens[at].line + 1;
        at = end + 1;
    }
    (kept, lines, modules)
}

/// Every name that `use` brings in, with its path.
fn uses(tokens: &[Token]) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.text == "use" {
            let end = tokens[at..].iter().position(|token| token.text == ";").map_or(tokens.len(), |end| at + end);
            tree(&tokens[at + 1..end], &[], &mut found);
        }
    }
    found
}

/// One tree: `a::b`, `a::{b, c::d}`, `a as b`, `a::*`, `a::{self, b}`.
fn tree(tokens: &[Token], before: &[String], found: &mut Vec<(String, Vec<String>)>) {
    let mut path = before.to_vec();
    let mut alias = None;
    let mut at = 0;
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            "{" => {
                for member in members(&tokens[at + 1..closing(tokens, at)]) {
                    tree(member, &path, found);
                }
                return;
            }
            "as" => alias = tokens.get(at + 1).map(|token| token.text.clone()),
            "::" | "*" => {}
            "self" if !path.is_empty() => {}
            name if alias.is_none() => path.push(name.to_string()),
            _ => {}
        }
        at += 1;
    }
    if let Some(last) = path.last() {
        found.push((alias.unwrap_or_else(|| last.clone()), path));
    }
}
