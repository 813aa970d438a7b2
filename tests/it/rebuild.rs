//! Builds that follow one another: the same files and messages as a fresh build, whatever was edited. Where only texts were,
//! no other page is touched.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bruecke::diagnostic::{Checked, Diagnostic};
use bruecke::pipeline::{self, Built, Changed, Memory, Output, PageText, Priority, Rebuild, Request, SitePath, Work};
use proptest::prelude::*;

use crate::support::{self, SiteTest};

/// A site with all that pages have to do with each other.
fn site() -> SiteTest {
    let page = "<!doctype html><title>{{ page.title }}</title>{% include \"head.html\" %}<h1>{{ page.title }}</h1>\
        {{ t(key=\"note\", count=3) }} {% if page.image %}{{ picture(src=page.image.src, alt=\"x\") }}{% endif %}\
        {{ page.html }}{% if list %}{% for item in list.items %}<a href=\"{{ item.url }}\">{{ item.title }}</a>{% endfor %}{% endif %}";
    let mut site = SiteTest::new()
        .file("themes/plain/templates/page.html", page)
        .file("themes/plain/templates/head.html", "<link rel=\"stylesheet\" href=\"{{ asset(path=\"style.css\") }}\">")
        .file(
            "themes/plain/templates/search.html",
            "{% for s in sections(first=2) %}{{ s.title }}{% endfor %}{{ page.html }}",
        )
        .file("themes/plain/assets/style.css", "p { color: #123456 }")
        .append("site.yaml", "feeds: {id: \"example.org,2024:\", sections: [news]}\n")
        .bytes("content/news/bild.gif", support::PICTURE)
        .page("search.de.md", "title: Suche\nslug: suche\ntemplate: search.html", "");
    for (lang, tag) in [("de", "Fluss"), ("vi", "Sông"), ("en", "River")] {
        site = site
            .append(&format!("locales/{lang}/site.ftl"), &format!("note = {tag} {{ $count }}\ntag-fluss = {tag}\n"))
            .page(&format!("news/_index.{lang}.md"), "title: News", "");
    }
    site.page(
        "news/a.de.md",
        "title: A\ndate: 2024-09-22\ntags: [fluss]\nimage: {src: bild.gif, alt: Ein Bild, credit: Wir}",
        "Ein [Text](b.md#mehr).",
    )
    .page("news/a.en.md", "title: A\nimage: {alt: A picture}\ntranslation: {from: de}", "A text.")
    .page("news/b.de.md", "title: B\ndate: 2024-09-23\naliases: [/alt/]", "## Mehr\n\n![Ein Bild](bild.gif \"© Wir\")")
    .page("news/c.de.md", "title: C\ndraft: true", "Geheim.")
    .page("news/d.de.md", "title: D\npublish: 2030-01-01", "Später.")
}

fn request(root: &Path) -> Request<'_> {
    Request { root, base_url: None, drafts: false, embargoed: false, at: "2026-11-24T12:00:00Z".parse().unwrap() }
}

/// Builds that follow one another, as somebody sees them who keeps what they make.
struct Following {
    memory: Memory,
    files: BTreeMap<String, Vec<u8>>,
    texts: BTreeMap<SitePath, Arc<PageText>>,
    /// What there is to say of the site, and where its pages stand.
    rest: String,
}

type Files = BTreeMap<String, Vec<u8>>;

fn bytes(outputs: &[Output]) -> Files {
    outputs.iter().map(|file| (file.path.output_file(), file.content.read().unwrap().into_owned())).collect()
}

fn rest(built: &Built) -> String {
    format!("{:?} {:?} {}", built.languages, built.next(), built.base_path())
}

fn messages(diagnostics: &[Diagnostic]) -> Vec<String> {
    let message = |found: &Diagnostic| {
        // What is shown of the file: a build that no other follows keeps no more of it than that.
        let at = found.at.as_ref().map(|at| {
            let place = at.source.line_column(at.span.start);
            let line = at.source.text().lines().nth(place.0 - 1).map(str::to_string);
            (&at.source.path, at.span.clone(), place, line, at.source.text().get(at.span.clone()))
        });
        format!("{} {:?} {at:?}", found.code.id(), found.args)
    };
    diagnostics.iter().map(message).collect()
}

impl Following {
    fn new() -> Self {
        Self { memory: Memory::default(), files: Files::new(), texts: BTreeMap::new(), rest: String::new() }
    }

    /// Builds again; gives the work that it took, and what was noticed.
    fn build(&mut self, request: &Request<'_>, changed: &Changed) -> (Work, Vec<Diagnostic>) {
        let Checked { value, diagnostics } = pipeline::rebuild(request, &mut self.memory, changed, None);
        let (work, texts) = match value {
            None => (Work::default(), Vec::new()),
            Some(Rebuild::Full(built)) => {
                (self.files, self.rest) = (bytes(&built.outputs), rest(&built));
                self.texts.clear();
                (built.work, built.texts)
            }
            Some(Rebuild::Partial(edited)) => {
                let known = self.files.len();
                self.files.extend(bytes(&edited.outputs));
                assert_eq!(self.files.len(), known, "a text makes no new file");
                (edited.work, edited.texts)
            }
        };
        self.texts.extend(texts.into_iter().map(|text| (text.path.clone(), text)));
        (work, diagnostics)
    }

    /// Builds again and compares with a fresh build.
    fn again(&mut self, request: &Request<'_>, changed: &Changed) -> Work {
        let (work, diagnostics) = self.build(request, changed);
        for at in diagnostics.iter().filter_map(|found| found.at.as_ref()) {
            // A file that is no text is shown as far as it is one.
            if let Ok(now) = std::fs::read_to_string(request.root.join(&at.source.path)) {
                assert_eq!(at.source.text(), now, "a message points into the file as it is");
            }
        }
        let fresh = pipeline::build(request);
        let (left, right) = (messages(&diagnostics), messages(&fresh.diagnostics));
        let only =
            |one: &[String], other: &[String]| one.iter().filter(|it| !other.contains(it)).cloned().collect::<Vec<_>>();
        assert_eq!(only(&left, &right), only(&right, &left));
        assert_eq!(left, right);
        // What is wrong takes nothing away.
        if fresh.diagnostics.iter().any(Diagnostic::is_error) {
            assert!(fresh.value.is_none());
            return work;
        }
        let mut files = self.files.clone();
        files.extend(bytes(&pipeline::index(&self.texts.values().cloned().collect::<Vec<_>>())));
        let right = bytes(&fresh.value.as_ref().unwrap().outputs);
        assert_eq!(files.keys().collect::<Vec<_>>(), right.keys().collect::<Vec<_>>());
        for (path, bytes) in &files {
            assert!(*bytes == right[path], "{path}: {}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(self.rest, rest(&fresh.value.unwrap()));
        work
    }
}

/// Builds again and compares with a fresh build; gives the work that it took.
fn again(site: &SiteTest, following: &mut Following) -> Done {
    following.again(&request(site.path()), &Changed::Anything).into()
}

/// The same, told which files have changed.
fn told(site: &SiteTest, following: &mut Following, files: &[&str]) -> Done {
    let files = files.iter().map(PathBuf::from).collect();
    following.again(&request(site.path()), &Changed::Files(files)).into()
}

/// Makes the files that are no pages look as if they had lain there for long: what was written a moment ago proves nothing.
fn age(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            age(&path);
        } else if path.extension().is_none_or(|extension| extension != "md") {
            let file = std::fs::File::options().append(true).open(path).unwrap();
            file.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000)).unwrap();
        }
    }
}

/// A site that was built once, and what that left.
fn built() -> (SiteTest, Following) {
    let (site, mut following) = (site(), Following::new());
    age(site.path());
    let (work, diagnostics) = following.build(&request(site.path()), &Changed::Anything);
    assert!(!following.files.is_empty(), "{diagnostics:?}");
    assert!(work.parsed > 10 && work.rendered > 10);
    (site, following)
}

/// What was done for pages.
#[derive(Debug, PartialEq, Eq)]
struct Done {
    parsed: usize,
    rendered: usize,
    resolved: bool,
}

impl From<Work> for Done {
    fn from(Work { parsed, rendered, resolved, .. }: Work) -> Self {
        Self { parsed, rendered, resolved }
    }
}

/// In a build that resolves the site.
fn made(parsed: usize, rendered: usize) -> Done {
    Done { parsed, rendered, resolved: true }
}

/// In a build that need not.
fn retouched(parsed: usize, rendered: usize) -> Done {
    Done { resolved: false, ..made(parsed, rendered) }
}

#[test]
fn nothing_is_done_where_nothing_has_changed() {
    let (site, mut following) = built();
    assert_eq!(again(&site, &mut following), retouched(0, 0));
    let site = site.page("news/a.en.md", "title: A\nimage: {alt: A picture}\ntranslation: {from: de}", "A text.");
    assert_eq!(again(&site, &mut following), retouched(0, 0));
}

#[test]
fn an_edited_text_is_parsed_and_rendered_alone() {
    let (site, mut following) = built();
    let site = site.page(
        "news/b.de.md",
        "title: B\ndate: 2024-09-23\naliases: [/alt/]",
        "## Mehr\n\n![Ein Bild](bild.gif \"© Wir\") neu",
    );
    assert_eq!(again(&site, &mut following), retouched(1, 1));
    // Twice in one tick of the clock, and of the same size.
    for word in ["eins", "zwei", "drei"] {
        let body = format!("## Mehr\n\n![Ein Bild](bild.gif \"© Wir\") {word}");
        let site = site.path().join("content/news/b.de.md");
        std::fs::write(site, format!("---\ntitle: B\ndate: 2024-09-23\naliases: [/alt/]\n---\n{body}")).unwrap();
    }
    assert_eq!(again(&site, &mut following), retouched(1, 1));
}

#[test]
fn whoever_is_told_what_was_edited_looks_at_nothing_else() {
    let (site, mut following) = built();
    let page = |body: &str| format!("---\ntitle: B\ndate: 2024-09-23\naliases: [/alt/]\n---\n{body}");
    let text = |word: &str| page(&format!("## Mehr\n\n![Ein Bild](bild.gif \"© Wir\") {word}"));
    let file = "content/news/b.de.md";
    // What is not told is not looked for.
    let unseen = site.path().join("content/news/e.vi.md");
    std::fs::write(&unseen, "---\ntitle: E\n---\n").unwrap();
    let site = site.file(file, &text("eins"));
    let changed = Changed::Files(BTreeSet::from([file.into()]));
    let (work, _) = following.build(&request(site.path()), &changed);
    assert_eq!(Done::from(work), retouched(1, 1));
    assert!(!following.files.keys().any(|file| file.contains("vi/news/e/")));
    std::fs::remove_file(unseen).unwrap();
    for word in ["zwei", "drei"] {
        let site = site.path().join(file);
        std::fs::write(site, text(word)).unwrap();
    }
    assert_eq!(told(&site, &mut following, &[file]), retouched(1, 1));
    assert_eq!(told(&site, &mut following, &[file]), retouched(0, 0));
    // More than a text, a mistake, a page that is gone, a file that is no page: all is looked at.
    let site = site.file(file, &format!("{}\n\n## Noch mehr\n", text("drei")));
    assert!(told(&site, &mut following, &[file]).resolved);
    let site = site.file(file, "---\ntitle: B\n");
    told(&site, &mut following, &[file]);
    // While something is wrong elsewhere, no page is taken as it was.
    let other = "content/news/c.de.md";
    let site = site.file(other, "---\ntitle: C\ndraft: true\n---\nAnders.");
    told(&site, &mut following, &[other]);
    let site = site.file(file, &text("vier"));
    told(&site, &mut following, &[file]);
    std::fs::remove_file(site.path().join(other)).unwrap();
    told(&site, &mut following, &[other]);
    let site = site.append("themes/plain/assets/style.css", "b { color: #654321 }").file(file, &text("fünf"));
    assert!(told(&site, &mut following, &[file, "themes/plain/assets/style.css"]).rendered > 1);
}

#[cfg(unix)]
#[test]
fn a_page_with_two_names_changes_under_both() {
    for hard in [true, false] {
        let site = site().page("news/x.de.md", "title: X", "Eins.");
        let (one, other) = (site.path().join("content/news/x.de.md"), site.path().join("content/y.de.md"));
        match hard {
            true => std::fs::hard_link(&one, &other).unwrap(),
            false => std::os::unix::fs::symlink(&one, &other).unwrap(),
        }
        age(site.path());
        let mut following = Following::new();
        again(&site, &mut following);
        // Written in place: to put another file there would part them.
        std::fs::write(&one, "---\ntitle: X\n---\nZwei.").unwrap();
        assert_eq!(told(&site, &mut following, &["content/news/x.de.md"]).rendered, 2);
    }
}

#[test]
fn a_page_that_is_not_public_is_parsed_and_nothing_is_rendered() {
    let (site, mut following) = built();
    let site = site.page("news/c.de.md", "title: C\ndraft: true", "Noch geheim.");
    assert_eq!(again(&site, &mut following), retouched(1, 0));
}

/// Whatever is edited but texts of pages, every page is rendered again.
fn all_pages(site: &SiteTest) -> usize {
    again(site, &mut Following::new()).rendered
}

#[test]
fn an_edited_title_is_shown_wherever_the_page_is_named() {
    let (site, mut following) = built();
    let site = site.page(
        "news/b.de.md",
        "title: Bb\ndate: 2024-09-23\naliases: [/alt/]",
        "## Mehr\n\n![Ein Bild](bild.gif \"© Wir\")",
    );
    assert_eq!(again(&site, &mut following), made(1, all_pages(&site)));
}

#[test]
fn an_edited_template_or_asset_renders_all_pages() {
    let (site, mut following) = built();
    let all = all_pages(&site);
    let site = site.append("themes/plain/templates/search.html", "<hr>");
    assert_eq!(again(&site, &mut following), made(0, all));
    let site = site.append("themes/plain/templates/head.html", "<meta name=\"x\">");
    assert_eq!(again(&site, &mut following), made(0, all));
    let site = site.append("themes/plain/assets/style.css", "b { color: #654321 }");
    assert_eq!(again(&site, &mut following), made(0, all));
    let site = site.append("themes/plain/templates/alias.html", "<hr>");
    assert_eq!(again(&site, &mut following), made(0, all));
}

#[test]
fn an_edited_message_renders_all_pages() {
    let (site, mut following) = built();
    let text = std::fs::read_to_string(site.path().join("locales/en/site.ftl")).unwrap();
    let site = site.file("locales/en/site.ftl", &text.replace("note = River", "note = Stream"));
    assert_eq!(again(&site, &mut following), made(0, all_pages(&site)));
}

#[test]
fn edited_names_are_looked_for_in_every_page() {
    let (site, mut following) = built();
    let site = site.file("locales/de/-terms.ftl", "# never: Geheim\n-secret = Still\n");
    again(&site, &mut following);
    let (_, diagnostics) = following.build(&request(site.path()), &Changed::Anything);
    assert!(diagnostics.iter().any(|found| found.code.id() == "glossary"));
}

#[test]
fn an_exchanged_picture_renders_all_pages() {
    let (site, mut following) = built();
    let mut wider = support::PICTURE.to_vec();
    // The width (GIF89a, 18).
    wider[6] += 1;
    let site = site.bytes("content/news/bild.gif", &wider);
    assert_eq!(again(&site, &mut following), made(0, all_pages(&site)));
}

#[test]
fn mistakes_come_and_go() {
    let (site, mut following) = built();
    let sound = std::fs::read_to_string(site.path().join("content/news/b.de.md")).unwrap();
    for broken in ["---\ntitle: B\n", "", "---\ntitle: B\nslug: [\n---\n", "---\ntitle: B\n---\n[x](nowhere.md)"] {
        let site = site.path().join("content/news/b.de.md");
        std::fs::write(&site, broken).unwrap();
    }
    let site = site.file("content/news/b.de.md", "---\ntitle: B\n");
    again(&site, &mut following);
    let site = site.file("content/news/b.de.md", &sound);
    assert_eq!(again(&site, &mut following), retouched(1, 1));
    // A file that is none any more, and one that is no text.
    std::fs::remove_file(site.path().join("content/news/b.de.md")).unwrap();
    std::fs::create_dir(site.path().join("content/news/b.de.md")).unwrap();
    again(&site, &mut following);
    std::fs::remove_dir(site.path().join("content/news/b.de.md")).unwrap();
    let site = site.bytes("content/news/b.de.md", b"---\ntitle: \xFF\n---\n");
    again(&site, &mut following);
    let site = site.file("content/news/b.de.md", &sound);
    again(&site, &mut following);
}

#[test]
fn the_editor_follows_the_site_and_its_package() {
    let site = site().append("site.yaml", "features: editor\n");
    support::editor_package(site.path());
    let mut following = Following::new();
    let editor = |following: &mut Following| {
        again(&site, following);
        let file = |name: &str| String::from_utf8_lossy(&following.files[name]).into_owned();
        (file("admin/config.de.json"), file("admin/locales/de.js"))
    };
    let (first, _) = editor(&mut following);
    assert!(first.contains("\"label\": \"News\""), "{first}");
    let page = site.path().join("content/news/_index.de.md");
    std::fs::write(page, "---\ntitle: Aktuelles\n---\n").unwrap();
    let (renamed, words) = editor(&mut following);
    assert!(renamed.contains("\"label\": \"Aktuelles\"") && words.contains("Speichern"), "{renamed}");
    std::fs::write(site.path().join("node_modules/@sveltia/cms/locales/de.json"), "{\"save\": \"Sichern\"}").unwrap();
    assert!(editor(&mut following).1.contains("Sichern"));
}

#[test]
fn an_embargo_ends_while_nothing_is_edited() {
    let (site, mut following) = built();
    let at = |at: &str| Request { at: at.parse().unwrap(), ..request(site.path()) };
    let later = at("2030-01-02T12:00:00Z");
    following.again(&later, &Changed::Files(BTreeSet::from(["content/news/b.de.md".into()])));
    assert!(following.files.keys().any(|file| file.contains("/d/")));
}

#[test]
fn pages_that_somebody_looks_at_are_made_first() {
    let (site, mut following) = built();
    let site = site.append("themes/plain/templates/head.html", "<meta name=\"x\">");
    let wanted = BTreeSet::from([SitePath::page(&["de", "news", "a"]).unwrap()]);
    let mut shown: Vec<Output> = Vec::new();
    let mut show = |outputs| shown.extend::<Vec<Output>>(outputs);
    let ahead = Priority { wanted: &wanted, show: &mut show };
    let rebuilt =
        pipeline::rebuild(&request(site.path()), &mut following.memory, &Changed::Anything, Some(ahead)).value;
    let Some(Rebuild::Full(rebuilt)) = rebuilt else { panic!("{rebuilt:?}") };
    let pages: Vec<&Output> = shown.iter().filter(|output| output.path.output_file().ends_with(".html")).collect();
    assert_eq!(pages.len(), 1);
    for output in &shown {
        let whole = rebuilt.outputs.iter().find(|other| other.path == output.path).unwrap();
        assert_eq!(whole.content.read().unwrap(), output.content.read().unwrap(), "{}", output.path);
    }
    // Where one of them cannot be made, nothing is shown.
    let site = site.append("themes/plain/templates/head.html", "{{ asset(path=\"none\") }}");
    let mut show = |outputs: Vec<Output>| panic!("{}", outputs.len());
    let ahead = Priority { wanted: &wanted, show: &mut show };
    let request = request(site.path());
    assert!(pipeline::rebuild(&request, &mut following.memory, &Changed::Anything, Some(ahead)).value.is_none());
}

/// A site of so many articles in one language, all of the same day and with the same topic, without anything that is said
/// of each of them with its own numbers.
fn articles(count: usize) -> SiteTest {
    let page = "{{ t(key=\"site-title\") }} {{ page.title }} {{ page.date.long }} {% for tag in page.tags %}{{ tag.name }}{% endfor %}{{ page.html }}";
    let site = SiteTest::in_languages(&["de"]).file("themes/plain/templates/page.html", page);
    let site = site.page("news/_index.de.md", "title: News", "").append("locales/de/site.ftl", "tag-fluss = Fluss\n");
    let front = |at: usize| format!("title: Nummer {at}\ndate: 2024-09-22\ntags: [fluss]");
    (0..count).fold(site, |site, at| site.page(&format!("news/a{at}.de.md"), &front(at), "Ein Text."))
}

#[test]
fn a_build_does_what_it_must_and_nothing_twice() {
    let fresh = |count: usize| {
        let (site, mut following) = (articles(count), Following::new());
        for entry in
            walkdir::WalkDir::new(site.path()).into_iter().flatten().filter(|entry| entry.file_type().is_file())
        {
            let file = std::fs::File::options().append(true).open(entry.path()).unwrap();
            file.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000)).unwrap();
        }
        let work = following.build(&request(site.path()), &Changed::Anything).0;
        (site, following, work)
    };
    let (site, mut following, few) = fresh(10);
    let (.., many) = fresh(40);
    assert_eq!(many.read - few.read, 30, "each file is read once");
    assert_eq!(many.parsed - few.parsed, 30);
    assert_eq!(many.rendered - few.rendered, 30);
    assert_eq!(many.formatted, few.formatted, "what many pages say is formatted once");
    assert!(few.formatted > 0 && few.formatted < 40, "{few:?}");
    let (unchanged, _) = following.build(&request(site.path()), &Changed::Anything);
    assert_eq!(unchanged, Work::default());
    let site = site.page("news/a3.de.md", "title: Nummer 3\ndate: 2024-09-22\ntags: [fluss]", "Ein neuer Text.");
    let work = Work { read: 1, formatted: 0, parsed: 1, rendered: 1, resolved: false };
    assert_eq!(following.build(&request(site.path()), &Changed::Anything).0, work);
    let site = site.page("news/a3.de.md", "title: Nummer 3\ndate: 2024-09-22\ntags: [fluss]", "Noch ein Text.");
    let told = Changed::Files(BTreeSet::from(["content/news/a3.de.md".into()]));
    assert_eq!(following.build(&request(site.path()), &told).0, work);
}

/// An edit: which file, and what becomes of it.
#[derive(Clone, Debug)]
enum Edit {
    Write(&'static str, String),
    Append(&'static str, &'static str),
    Replace(&'static str, &'static str, &'static str),
    Remove(&'static str),
    Move(&'static str, &'static str),
}

const PAGES: [&str; 6] = [
    "content/news/a.de.md",
    "content/news/a.en.md",
    "content/news/b.de.md",
    "content/news/c.de.md",
    "content/news/e.vi.md",
    "content/_index.vi.md",
];

fn edit() -> impl Strategy<Value = Edit> {
    let front = prop_oneof![
        Just("title: A"),
        Just("title: Neu\ndate: 2024-05-05\ntags: [fluss]"),
        Just("title: B\ndate: 2024-09-23\naliases: [/alt/]"),
        Just("title: S\nslug: anders"),
        Just("title: T\ntranslation: {from: de}"),
        Just("title: D\ndraft: true"),
        Just("title: K\nkey: unknown"),
        Just("title: P\nimage: {src: bild.gif, alt: Das Bild, credit: Wir}\npress_kit: true"),
        Just("title: W\nwithdrawn: {date: 2024-10-01, reason: Falsch}"),
    ];
    let body = prop_oneof![
        "[a-zäđ ]{0,20}",
        Just("## Mehr\n\nText".into()),
        Just("[zu](b.md#mehr)".into()),
        Just("![Das Bild](bild.gif \"© Wir\")".into()),
        Just("{{ quotation(".into()),
        Just("{% quotation(source=\"X\") %}\nGut\n{% end %}".into()),
    ];
    let write = (0..PAGES.len(), front, body).prop_map(|(page, front, body): (usize, &str, String)| {
        Edit::Write(PAGES[page], format!("---\n{front}\n---\n{body}\n"))
    });
    let text = (0..PAGES.len()).prop_map(|page| Edit::Append(PAGES[page], "Noch etwas.\n"));
    let other = prop_oneof![
        Just(Edit::Append("themes/plain/templates/head.html", "<meta>")),
        Just(Edit::Append("themes/plain/templates/page.html", "{{ t(key=\"fehlt\") }}")),
        Just(Edit::Replace("themes/plain/templates/page.html", "{{ t(key=\"fehlt\") }}", "")),
        Just(Edit::Append("themes/plain/templates/shortcodes.html", " ")),
        Just(Edit::Replace("themes/plain/templates/shortcodes.html", "<blockquote", "<blockquote class=\"x\"")),
        Just(Edit::Append("themes/plain/assets/style.css", "i { color: #111111 }")),
        Just(Edit::Append("locales/de/site.ftl", "tag-fluss = Strom\n")),
        Just(Edit::Write("locales/de/-terms.ftl", "# never: Text, Mehr\n-term = Wort\n".into())),
        Just(Edit::Remove("locales/de/-terms.ftl")),
        Just(Edit::Replace("locales/en/site.ftl", "note = River", "note = Brook")),
        Just(Edit::Replace("site.yaml", "missing: omit", "missing: fallback")),
        Just(Edit::Replace("site.yaml", "missing: fallback", "missing: omit")),
        Just(Edit::Append("site.yaml", "nonsense\n")),
        Just(Edit::Replace("site.yaml", "nonsense\n", "")),
        Just(Edit::Append("content/news/bild.gif", "x")),
        Just(Edit::Remove("content/news/b.de.md")),
        Just(Edit::Remove("content/news/e.vi.md")),
        Just(Edit::Move("content/news/a.de.md", "content/news/b.de.md")),
        Just(Edit::Move("content/news/b.de.md", "content/news/a.de.md")),
    ];
    prop_oneof![3 => write, 4 => text, 3 => other]
}

/// The files that an edit touches.
fn files(edit: &Edit) -> Vec<PathBuf> {
    match edit {
        Edit::Write(name, _) | Edit::Append(name, _) | Edit::Replace(name, ..) | Edit::Remove(name) => {
            vec![name.into()]
        }
        Edit::Move(from, to) => vec![from.into(), to.into()],
    }
}

fn apply(root: &Path, edit: &Edit) {
    let read = |name: &str| std::fs::read(root.join(name)).ok();
    let write = |name: &str, bytes: &[u8]| std::fs::write(root.join(name), bytes).unwrap();
    match edit {
        Edit::Write(name, text) => write(name, text.as_bytes()),
        Edit::Append(name, text) => {
            if let Some(old) = read(name) {
                write(name, &[&old, text.as_bytes()].concat());
            }
        }
        Edit::Replace(name, from, to) => {
            if let Some(old) = read(name) {
                write(name, String::from_utf8_lossy(&old).replace(from, to).as_bytes());
            }
        }
        Edit::Remove(name) => _ = std::fs::remove_file(root.join(name)),
        Edit::Move(from, to) => _ = std::fs::rename(root.join(from), root.join(to)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 60, ..ProptestConfig::default() })]
    #[test]
    fn a_rebuild_is_a_fresh_build(
        steps in proptest::collection::vec((proptest::collection::vec(edit(), 1..3), any::<bool>()), 1..10)
    ) {
        let (site, mut following) = built();
        for (edits, is_told) in steps {
            edits.iter().for_each(|edit| apply(site.path(), edit));
            age(site.path());
            let changed = match is_told {
                true => Changed::Files(edits.iter().flat_map(files).collect()),
                false => Changed::Anything,
            };
            following.again(&request(site.path()), &changed);
        }
    }
}
