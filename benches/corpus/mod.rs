//! The corpus of the benchmarks: a trilingual site of any size, the same at each run, in bruecke's layout and in Hugo's.
//!
//! An article has some 700 words in each of three languages: headings, lists, a table, a quotation, two links to other
//! articles, a drawing, three of thirty topics. Both layouts have templates that do the same: a home page with the newest
//! ten, sections in lists of twenty, articles with navigation, languages, a table of contents and a written date, pages of
//! topics, a feed of twenty a language, a sitemap.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// Whose layout a corpus has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// bruecke's.
    Bruecke,
    /// Hugo's.
    Hugo,
}

const LANGUAGES: [&str; 3] = ["de", "vi", "en"];
const SECTIONS: [&str; 3] = ["news", "delegation", "dialogue"];
const TOPICS: usize = 30;
const DRAWINGS: usize = 10;

/// The words of each language. Sentences are made of them, so that typography, stems and addresses have something to do.
const WORDS: [&str; 3] = [
    "Leipzig Vietnam Partnerschaft Stadt Delegation Gespräche über Wasser und Gesundheit in der Wirtschaft für junge \
     Fachkräfte aus Hanoi nach Sachsen seit vielen Jahren gemeinsam mit Schulen Universitäten Betrieben Ausbildung \
     Krankenhäusern Städtebau Verkehrsbetriebe Zusammenarbeit Freundschaft Austausch führte begann wuchs blieb größer \
     möglich wichtig neue erste zweite Begegnungen Bürgermeister Rathaus Brücke Fluss Straße Übung Straßenbahn Musik \
     Bücher Messe Handwerk Klimaschutz Abwasserwirtschaft Wissenschaftsaustausch Entwicklung Vertrauen",
    "Leipzig Việt Nam quan hệ đối tác thành phố đoàn đại biểu trao đổi về nước sạch và y tế trong kinh tế cho lao động \
     trẻ từ Hà Nội đến Sachsen nhiều năm cùng với trường học doanh nghiệp đào tạo bệnh viện quy hoạch giao thông hợp \
     tác hữu nghị đã bắt đầu lớn mạnh quan trọng mới thứ nhất thứ hai gặp gỡ thị trưởng tòa thị chính cây cầu dòng \
     sông con đường âm nhạc sách hội chợ nghề thủ công khí hậu phát triển niềm tin đường phố ướt được những người",
    "Leipzig Vietnam partnership city delegation talks about water and health in the economy for young skilled workers \
     from Hanoi to Saxony over many years together with schools universities companies training hospitals planning \
     transport cooperation friendship exchange began grew remained larger possible important new first second meetings \
     mayor town hall bridge river street exercise tram music books fair crafts climate development trust neighbours",
];

/// What the layouts call things, in each language: home, newest, topics, sections, contents, published, languages.
const NAMES: [[&str; 9]; 3] = [
    ["Start", "Neues", "Themen", "Aktuelles", "Delegation", "Dialog", "Inhalt", "Veröffentlicht am", "Sprachen"],
    ["Trang chủ", "Mới nhất", "Chủ đề", "Tin tức", "Đoàn đại biểu", "Đối thoại", "Nội dung", "Đăng ngày", "Ngôn ngữ"],
    ["Home", "Newest", "Topics", "News", "Delegation", "Dialogue", "Contents", "Published on", "Languages"],
];
const KEYS: [&str; 9] =
    ["home", "newest", "topics", "news", "delegation", "dialogue", "contents", "published", "languages"];

/// Numbers that look like chance and are the same at each run (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }
}

/// Writes a corpus of so many articles, in three languages each, into a folder that is not there yet.
pub(crate) fn write(out: &Path, articles: usize, layout: Layout) -> io::Result<()> {
    let corpus = Corpus { out, articles, layout, words: WORDS.map(|words| words.split_whitespace().collect()) };
    for section in SECTIONS {
        fs::create_dir_all(out.join("content").join(section))?;
    }
    corpus.frame()?;
    for (at, lang) in LANGUAGES.iter().enumerate() {
        for number in 0..articles {
            let path = format!("content/{}/a{number}.{lang}.md", SECTIONS[number % SECTIONS.len()]);
            fs::write(out.join(path), corpus.article(at, number))?;
        }
    }
    Ok(())
}

struct Corpus<'a> {
    out: &'a Path,
    articles: usize,
    layout: Layout,
    words: [Vec<&'static str>; 3],
}

impl Corpus<'_> {
    fn put(&self, name: &str, text: &str) -> io::Result<()> {
        let path = self.out.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, text)
    }

    /// Settings, templates, home pages, sections, drawings.
    fn frame(&self) -> io::Result<()> {
        match self.layout {
            Layout::Bruecke => self.bruecke()?,
            Layout::Hugo => self.hugo()?,
        }
        let drawings = match self.layout {
            Layout::Bruecke => "content",
            Layout::Hugo => "static",
        };
        for number in 0..DRAWINGS {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 480\"><rect width=\"640\" height=\"480\" \
                 fill=\"#eee\"/><circle cx=\"{}\" cy=\"240\" r=\"90\" fill=\"#357\"/></svg>\n",
                60 * number + 50
            );
            self.put(&format!("{drawings}/img/drawing-{number}.svg"), &svg)?;
        }
        for (at, lang) in LANGUAGES.iter().enumerate() {
            let from = if at > 0 && self.layout == Layout::Bruecke { "translation: {from: de}\n" } else { "" };
            self.put(&format!("content/_index.{lang}.md"), &format!("---\ntitle: {}\n{from}---\n", NAMES[at][0]))?;
            for (number, section) in SECTIONS.iter().enumerate() {
                let paged = if self.layout == Layout::Bruecke { "paginate_by: 20\n" } else { "" };
                let front = format!("---\ntitle: {}\nslug: {section}\n{paged}{from}---\n", NAMES[at][3 + number]);
                self.put(&format!("content/{section}/_index.{lang}.md"), &front)?;
            }
        }
        Ok(())
    }

    fn bruecke(&self) -> io::Result<()> {
        self.put(
            "site.yaml",
            "base_url: https://example.org/\nlanguages: [de, vi, en]\ntheme: bench\ntimezone: Europe/Berlin\nnewest: 10\n\
             menus:\n  main: [{page: /_index.md, label: name-home}, {page: /news/_index.md}, \
             {page: /delegation/_index.md}, {page: /dialogue/_index.md}]\n",
        )?;
        self.put("themes/bench/theme.yaml", "name: bench\n")?;
        for (name, text) in [
            ("base.html", include_str!("bruecke/templates/base.html")),
            ("home.html", include_str!("bruecke/templates/home.html")),
            ("page.html", include_str!("bruecke/templates/page.html")),
            ("section.html", include_str!("bruecke/templates/section.html")),
            ("tag.html", include_str!("bruecke/templates/tag.html")),
            ("tags.html", include_str!("bruecke/templates/tags.html")),
            ("root.html", include_str!("bruecke/templates/root.html")),
            ("alias.html", include_str!("bruecke/templates/alias.html")),
        ] {
            self.put(&format!("themes/bench/templates/{name}"), text)?;
        }
        self.put("themes/bench/assets/style.css", include_str!("style.css"))?;
        for (at, lang) in LANGUAGES.iter().enumerate() {
            let mut messages = include_str!("bruecke/messages.ftl").to_string();
            messages += match *lang {
                "de" => include_str!("bruecke/dates.de.ftl"),
                "vi" => include_str!("bruecke/dates.vi.ftl"),
                _ => include_str!("bruecke/dates.en.ftl"),
            };
            let shown = |(key, _): &(&&str, &str)| !SECTIONS.contains(key);
            for (key, name) in KEYS.iter().zip(NAMES[at]).filter(shown) {
                _ = writeln!(messages, "# = same\nname-{key} = {name}");
            }
            for topic in 0..TOPICS {
                _ = writeln!(messages, "# = same\ntag-topic-{topic} = {} {topic}", NAMES[at][2]);
            }
            self.put(&format!("locales/{lang}/site.ftl"), &messages)?;
        }
        Ok(())
    }

    fn hugo(&self) -> io::Result<()> {
        self.put("hugo.yaml", include_str!("hugo/hugo.yaml"))?;
        for (name, text) in [
            ("baseof.html", include_str!("hugo/layouts/baseof.html")),
            ("home.html", include_str!("hugo/layouts/home.html")),
            ("home.rss.xml", include_str!("hugo/layouts/home.rss.xml")),
            ("page.html", include_str!("hugo/layouts/page.html")),
            ("section.html", include_str!("hugo/layouts/section.html")),
            ("term.html", include_str!("hugo/layouts/term.html")),
            ("taxonomy.html", include_str!("hugo/layouts/taxonomy.html")),
            ("_partials/item.html", include_str!("hugo/layouts/_partials/item.html")),
        ] {
            self.put(&format!("layouts/{name}"), text)?;
        }
        self.put("static/style.css", include_str!("style.css"))?;
        for (at, lang) in LANGUAGES.iter().enumerate() {
            let lines = KEYS.iter().zip(NAMES[at]).map(|(key, name)| format!("{key}: {name}\n"));
            self.put(&format!("i18n/{lang}.yaml"), &lines.collect::<String>())?;
            for topic in 0..TOPICS {
                let front = format!("---\ntitle: {} {topic}\n---\n", NAMES[at][2]);
                self.put(&format!("content/tags/topic-{topic}/_index.{lang}.md"), &front)?;
            }
        }
        Ok(())
    }

    fn article(&self, lang: usize, number: usize) -> String {
        let mut numbers = Numbers((number * LANGUAGES.len() + lang) as u64);
        let numbers = &mut numbers;
        let mut text = String::with_capacity(6 * 1024);
        text.push_str("---\n");
        _ = writeln!(text, "title: \"{} {number}\"", self.words(lang, numbers, 6));
        _ = writeln!(text, "description: \"{}\"", self.sentence(lang, numbers));
        _ = writeln!(text, "slug: article-{number}");
        // bruecke's translations inherit what is the same in every language.
        if lang == 0 || self.layout == Layout::Hugo {
            let (year, month, day) = (2005 + number % 20, 1 + number / 20 % 12, 1 + number / 240 % 28);
            _ = writeln!(text, "date: {year}-{month:02}-{day:02}");
            let topic = |at: usize| format!("topic-{}", (number * 7 + at * 11) % TOPICS);
            _ = writeln!(text, "tags: [{}, {}, {}]", topic(0), topic(1), topic(2));
        } else {
            text.push_str("translation: {from: de}\n");
        }
        text.push_str("---\n");
        self.paragraph(lang, numbers, &mut text);
        _ = writeln!(text, "{} {}.\n", self.sentence(lang, numbers), self.link(lang, numbers));
        for part in 0..3 {
            _ = writeln!(text, "## {}\n", self.words(lang, numbers, 4));
            self.paragraph(lang, numbers, &mut text);
            self.paragraph(lang, numbers, &mut text);
            match part {
                0 => {
                    for _ in 0..5 {
                        _ = writeln!(text, "- **{}**: {}", self.words(lang, numbers, 2), self.sentence(lang, numbers));
                    }
                    text.push('\n');
                }
                1 => {
                    let head = self.words(lang, numbers, 1);
                    _ = writeln!(text, "| {head} | {} | 2024 |\n| --- | --- | --- |", self.words(lang, numbers, 2));
                    for row in 0..4 {
                        let (name, what) = (self.words(lang, numbers, 2), self.words(lang, numbers, 4));
                        _ = writeln!(text, "| {name} | *{what}* | {} |", 1000 * row + numbers.below(1000));
                    }
                    let drawing = numbers.below(DRAWINGS);
                    let words = self.words(lang, numbers, 5);
                    // What follows the address is the picture's credit in bruecke, its title in Hugo.
                    _ = writeln!(text, "\n![{words}](/img/drawing-{drawing}.svg \"Leipzig\")\n");
                }
                _ => {
                    _ = writeln!(text, "> {}\n> {}\n", self.sentence(lang, numbers), self.sentence(lang, numbers));
                    _ = writeln!(text, "{} {}.\n", self.sentence(lang, numbers), self.link(lang, numbers));
                }
            }
        }
        text
    }

    fn paragraph(&self, lang: usize, numbers: &mut Numbers, text: &mut String) {
        for _ in 0..4 {
            text.push_str(&self.sentence(lang, numbers));
            text.push(' ');
        }
        text.pop();
        text.push_str("\n\n");
    }

    fn words(&self, lang: usize, numbers: &mut Numbers, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| self.words[lang][numbers.below(self.words[lang].len())]).collect();
        words.join(" ")
    }

    fn sentence(&self, lang: usize, numbers: &mut Numbers) -> String {
        let count = 10 + numbers.below(10);
        self.words(lang, numbers, count) + "."
    }

    fn link(&self, lang: usize, numbers: &mut Numbers) -> String {
        let (words, to) = (self.words(lang, numbers, 3), numbers.below(self.articles));
        let page = format!("/{}/a{to}.md", SECTIONS[to % SECTIONS.len()]);
        match self.layout {
            Layout::Bruecke => format!("[{words}]({page})"),
            Layout::Hugo => format!("[{words}]({{{{< relref \"{page}\" >}}}})"),
        }
    }
}
