//! A builder for small sites that reads like a sentence: `SiteTest::new().page("a.de.md", "…").build()`.

pub mod rust;
pub mod sitemap;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use bruecke::diagnostic::{Code, Diagnostic};
use bruecke::pipeline::{Request, build, documents};

/// A GIF of 10 by 20 pixels.
pub const PICTURE: &[u8] = include_bytes!("picture.gif");

/// A small site in a folder that goes away.
pub struct SiteTest {
    folder: tempfile::TempDir,
    at: &'static str,
    drafts: bool,
}

/// What a build made.
pub struct Site {
    /// Files by path.
    pub files: BTreeMap<String, String>,
    /// Messages.
    pub diagnostics: Vec<Diagnostic>,
}

/// A theme small enough to read, with everything tests look at.
const BASE: &str = r##"<!doctype html>
<html lang="{{ lang.tag }}"><head><title>{{ page.title }} · {{ site.title }}</title>
<link rel="canonical" href="{{ page.canonical }}">
{% for alternate in alternates %}<link rel="alternate" hreflang="{{ alternate.hreflang }}" href="{{ alternate.href }}">
{% endfor %}</head><body>
<nav id="languages">{% for l in languages %}<a hreflang="{{ l.tag }}" href="{{ l.url }}" data-translated="{{ l.translated }}">{{ l.name }}</a>{% endfor %}</nav>
<nav id="breadcrumbs">{% for c in breadcrumbs %}<a href="{{ c.url }}">{{ c.title }}</a>{% endfor %}</nav>
{% for name, menu in menus %}<nav id="menu-{{ name }}">{% for m in menu %}<a href="{{ m.url }}"{% if m.current %} aria-current="page"{% endif %}>{{ m.label }}</a>{% endfor %}</nav>{% endfor %}
<h1>{{ page.title }}</h1>
{% if page.date %}<time datetime="{{ page.date.iso }}">{{ page.date.long }}</time>{% endif %}
{% if page.event %}<p id="event">{{ page.event.range }}</p>{% endif %}
<ul id="toc">{% for h in page.toc %}<li><a href="#{{ h.id }}">{{ h.title }}</a>{% for c in h.children %}<a href="#{{ c.id }}">{{ c.title }}</a>{% endfor %}</li>{% endfor %}</ul>
<ul id="tags">{% for tag in page.tags %}<li><a href="{{ tag.url }}">{{ tag.name }}</a></li>{% endfor %}{% for tag in tags %}<li><a href="{{ tag.url }}">{{ tag.name }} ({{ tag.count }})</a></li>{% endfor %}</ul>
<main>{{ page.html }}</main>
{% if list %}<ol id="list">{% for item in list.items %}<li><a href="{{ item.url }}">{{ item.title }}</a></li>{% endfor %}</ol>
{% if list.pager %}<nav id="pager">{% for p in list.pager.links %}<a href="{{ p.url }}">{{ p.page }}</a>{% endfor %}</nav>{% endif %}{% endif %}
{% if page.prev %}<a id="prev" href="{{ page.prev.url }}">{{ page.prev.title }}</a>{% endif %}
{% if page.next %}<a id="next" href="{{ page.next.url }}">{{ page.next.title }}</a>{% endif %}
</body></html>
"##;

const SHORTCODES: &str = r#"{% component quotation(source: string = "", lang: string = "") {"shortcode": true, "body": true, "text": ["source"], "language": "lang"} %}<blockquote{% if lang %} lang="{{ lang }}"{% endif %}>{{ body }}<footer>{{ source }}</footer></blockquote>{% endcomponent quotation %}
{% component figure(src: string, alt: string, credit: string) {"shortcode": true, "files": ["src"]} %}<figure><img src="{{ src }}" alt="{{ alt }}"><small>{{ credit }}</small></figure>{% endcomponent figure %}
{% component foreign(lang: string, text: string) {"shortcode": true, "inline": true, "text": ["text"], "language": "lang"} %}<span lang="{{ lang }}">{{ text }}</span>{% endcomponent foreign %}
"#;

/// Puts a package of the editor into a site's `node_modules`: the shape of the real one, and next to nothing in it.
pub fn editor_package(root: &Path) {
    let package = "@sveltia/cms";
    for (name, text) in [
        (format!("{package}/package.json"), "{\"version\": \"0.221.1\"}"),
        (format!("{package}/LICENSE.txt"), "MIT"),
        (format!("{package}/npm/index.js"), "const n=o.current?.validities[t.locale][t.keyPath]"),
        (format!("{package}/npm/index.js.map"), "{}"),
        (format!("{package}/npm/assets/text.woff2"), "font"),
        (format!("{package}/locales/de.json"), "{\"save\": \"Speichern\"}"),
        ("immutable/dist/immutable.es.js".into(), "export const isMap = 1;"),
        ("immutable/LICENSE".into(), "MIT"),
        ("turndown/lib/turndown.browser.es.js".into(), "export default 1;"),
    ] {
        let path = root.join("node_modules").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

fn theme_messages(lang: &str) -> &'static str {
    match lang {
        "de" => {
            "language-name = Deutsch\ntags = Themen\n# = same\nfeed-title = { $site }: Meldungen\n# = same\nfeed-title-of = { $site }: { $name }\npager-slug = seite\ndate-long = { $day }. { $month } { $year }\ndate-short = { $day }. { $month-number }.\ndate-month = { $month } { $year }\ndate-year = { $year }\ndate-range-month = { $start-day }.–{ $end-day }. { $month } { $year }\ndate-range-year = { $start-day }. { $start-month } – { $end-day }. { $end-month } { $year }\ndate-range = { $start-day }. { $start-month } { $start-year } – { $end-day }. { $end-month } { $end-year }\nfile-size-bytes = { $size } B\nfile-size-kb = { $size } kB\nfile-size-mb = { $size } MB\n"
        }
        "vi" => {
            "language-name = Tiếng Việt\ntags = Chủ đề\n# = same\nfeed-title = { $site }: Tin tức\n# = same\nfeed-title-of = { $site }: { $name }\npager-slug = trang\ndate-long = ngày { $day } tháng { $month-number } năm { $year }\ndate-short = { $day }/{ $month-number }\ndate-month = tháng { $month-number } năm { $year }\ndate-year = { $year }\ndate-range-month = từ ngày { $start-day } đến ngày { $end-day } tháng { $month-number } năm { $year }\ndate-range-year = từ ngày { $start-day } tháng { $start-month-number } đến ngày { $end-day } tháng { $end-month-number } năm { $year }\ndate-range = từ ngày { $start-day } tháng { $start-month-number } năm { $start-year } đến ngày { $end-day } tháng { $end-month-number } năm { $end-year }\nfile-size-bytes = { $size } B\nfile-size-kb = { $size } kB\nfile-size-mb = { $size } MB\n"
        }
        _ => {
            "language-name = English\ntags = Topics\n# = same\nfeed-title = { $site }: News\n# = same\nfeed-title-of = { $site }: { $name }\npager-slug = page\ndate-long = { $day } { $month } { $year }\ndate-short = { $day } { $month }\ndate-month = { $month } { $year }\ndate-year = { $year }\ndate-range-month = { $start-day }–{ $end-day } { $month } { $year }\ndate-range-year = { $start-day } { $start-month } – { $end-day } { $end-month } { $year }\ndate-range = { $start-day } { $start-month } { $start-year } – { $end-day } { $end-month } { $end-year }\nfile-size-bytes = { $size } B\nfile-size-kb = { $size } kB\nfile-size-mb = { $size } MB\n"
        }
    }
}

impl SiteTest {
    /// A site in German, Vietnamese and English with a home page in each and a plain theme.
    pub fn new() -> Self {
        Self::in_languages(&["de", "vi", "en"])
    }

    /// The same in other languages.
    pub fn in_languages(languages: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let site = Self { folder, at: "2026-11-24T12:00:00Z", drafts: false };
        let list = languages.join(", ");
        let mut site = site
            .file(
                "site.yaml",
                &format!("base_url: https://example.org/\nlanguages: [{list}]\ntheme: plain\nmissing: omit\n"),
            )
            .file("themes/plain/theme.yaml", "name: plain\n")
            .file("themes/plain/templates/shortcodes.html", SHORTCODES)
            .file(
                "themes/plain/templates/root.html",
                "{% for c in choice %}<a lang=\"{{ c.tag }}\" href=\"{{ c.url }}\">{{ c.name }}</a>{% endfor %}",
            )
            .file(
                "themes/plain/templates/alias.html",
                "<link rel=\"canonical\" href=\"{{ canonical }}\"><a href=\"{{ url }}\">{{ title }}</a>",
            );
        for template in ["page", "home", "section", "tag", "tags"] {
            site = site.file(&format!("themes/plain/templates/{template}.html"), BASE);
        }
        for lang in languages {
            site = site
                .file(&format!("themes/plain/locales/{lang}/theme.ftl"), theme_messages(lang))
                .file(&format!("locales/{lang}/site.ftl"), "# = same\nsite-title = Site\n")
                .page(&format!("_index.{lang}.md"), "title: Home", "");
        }
        site
    }

    /// Writes a file of the site.
    pub fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    /// Writes a file of any kind.
    pub fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        self
    }

    /// Adds lines to a file of the site.
    pub fn append(self, path: &str, text: &str) -> Self {
        let old = std::fs::read_to_string(self.path().join(path)).unwrap_or_default();
        self.file(path, &(old + text))
    }

    /// Removes a file.
    pub fn without(self, path: &str) -> Self {
        std::fs::remove_file(self.path().join(path)).unwrap();
        self
    }

    /// Writes a page.
    pub fn page(self, path: &str, front: &str, body: &str) -> Self {
        self.file(&format!("content/{path}"), &format!("---\n{front}\n---\n{body}"))
    }

    /// The instant of the build.
    pub fn at(mut self, at: &'static str) -> Self {
        self.at = at;
        self
    }

    /// With drafts.
    pub fn drafts(mut self) -> Self {
        self.drafts = true;
        self
    }

    /// The site's folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Builds in memory. Cards are left empty: to draw them takes longer than all the rest.
    pub fn build(&self) -> Site {
        let request = Request {
            root: self.path(),
            base_url: None,
            drafts: self.drafts,
            embargoed: false,
            at: self.at.parse().expect("a time"),
        };
        let built = build(&request);
        let files = built.value.iter().flat_map(|built| &built.outputs).map(|output| {
            let name = output.path.output_file();
            let bytes =
                if name.contains("/card.") { Default::default() } else { output.content.read().expect("readable") };
            (name, String::from_utf8_lossy(&bytes).into_owned())
        });
        // Texts are read again when somebody asks for them; the folder may be gone by then.
        built.diagnostics.iter().filter_map(|found| found.at.as_ref()).for_each(|at| _ = at.source.text());
        Site { files: files.collect(), diagnostics: built.diagnostics }
    }

    /// The revision of a page's text, as translations note it.
    pub fn revision(&self, key: &str) -> String {
        let documents = documents(self.path()).value.expect("pages without mistakes");
        let group = documents.groups.iter().find(|group| group.key == key).expect("the page");
        group.documents[group.original].as_ref().unwrap().revision().to_string()
    }

    /// Runs the real program in the site's folder.
    pub fn run(&self, args: &[&str]) -> Output {
        program().args(args).args(["--root", self.path().to_str().unwrap()]).output().expect("the program runs")
    }
}

/// The real program, in English.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bruecke"));
    command.env_remove("SOURCE_DATE_EPOCH").env("LC_ALL", "en_GB.UTF-8").env("NO_COLOR", "1");
    command
}

/// Runs the program as somebody without rights, whoever runs the tests: root may read and write everything.
pub fn as_nobody(args: &[&str]) -> Output {
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    if !root {
        return program().args(args).output().expect("the program runs");
    }
    // Where the tests are built nobody else may look.
    let folder = tempfile::Builder::new().permissions(open_to_all()).tempdir().unwrap();
    let copy = folder.path().join("bruecke");
    std::fs::copy(env!("CARGO_BIN_EXE_bruecke"), &copy).unwrap();
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(copy).args(args);
    command.env_remove("SOURCE_DATE_EPOCH").env("LC_ALL", "en_GB.UTF-8").env("NO_COLOR", "1");
    command.output().expect("setpriv is there")
}

fn open_to_all() -> std::fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(0o755)
}

/// The project's own folder, where the real site is.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of these parts of the project's own site, with the pictures and cards that were made of it before.
pub fn copy_of_the_site(parts: &[&str]) -> tempfile::TempDir {
    static MADE: LazyLock<()> = LazyLock::new(|| {
        let at = "2026-11-24T12:00:00Z".parse().unwrap();
        let request = Request { root: &project(), base_url: None, drafts: false, embargoed: false, at };
        let built = build(&request).value.expect("a site without mistakes");
        built.outputs.iter().for_each(|output| _ = output.content.read().unwrap());
    });
    LazyLock::force(&MADE);
    let folder = tempfile::tempdir().unwrap();
    parts.iter().for_each(|part| copy(&project().join(part), &folder.path().join(part)));
    for made in std::fs::read_dir(project().join(CACHE)).unwrap().flatten().filter(|entry| entry.path().is_dir()) {
        copy(&made.path(), &folder.path().join(CACHE).join(made.file_name()));
    }
    folder
}

const CACHE: &str = ".bruecke/cache";

/// Copies a file or a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
        let below = entry.path().strip_prefix(from).unwrap();
        let to = if below.as_os_str().is_empty() { to.to_path_buf() } else { to.join(below) };
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(to).unwrap();
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

impl Site {
    /// A page's HTML; the build must have been without errors.
    pub fn html(&self, path: &str) -> &str {
        let path = path.trim_start_matches('/');
        let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_string() };
        match self.files.get(&name) {
            Some(html) => html,
            None => panic!("no {name}; there are {:#?}; {:#?}", self.files.keys(), self.codes()),
        }
    }

    /// Whether a page or file is there.
    pub fn has(&self, path: &str) -> bool {
        let path = path.trim_start_matches('/');
        self.files.contains_key(path) || self.files.contains_key(&format!("{path}index.html"))
    }

    /// The body of a page.
    pub fn main(&self, path: &str) -> &str {
        let html = self.html(path);
        let start = html.find("<main>").expect("a body") + 6;
        html[start..html.find("</main>").expect("its end")].trim()
    }

    /// The codes of all messages.
    pub fn codes(&self) -> Vec<&'static str> {
        self.diagnostics.iter().map(|diagnostic| diagnostic.code.id()).collect()
    }

    /// Where a message with this code points: file, line and column.
    pub fn place(&self, code: Code) -> Option<(String, usize, usize)> {
        let at = self.diagnostics.iter().find(|diagnostic| diagnostic.code == code)?.at.as_ref()?;
        let (line, column) = at.source.line_column(at.span.start);
        Some((at.source.path.clone(), line, column))
    }
}

/// The names of the publisher's fields, as the program lists those that are not filled in.
pub fn publisher_fields() -> BTreeSet<String> {
    let built = SiteTest::new().build();
    let unset = built.diagnostics.iter().find(|found| found.code == Code::PublisherUnset).expect("a message");
    let fields = unset.args.iter().find(|(name, _)| *name == "fields").expect("the fields").1.to_string();
    fields.split(", ").map(|field| field.trim_start_matches("publisher.").to_string()).collect()
}

/// The keys that a reader takes from YAML.
pub fn keys(source: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(project().join(source)).unwrap();
    let calls =
        ["take(\"", "require(\"", "optional(r, &mut f, \"", "required(r, &mut f, \"", "section_key(r, &mut f, \""];
    let found =
        calls.iter().flat_map(|call| text.match_indices(call).map(|(at, _)| at + call.len()).collect::<Vec<_>>());
    found.map(|at| text[at..].split('"').next().unwrap().to_string()).collect()
}
