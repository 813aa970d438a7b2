//! Drawings (SVG 2), cleaned: a file that is opened by itself runs scripts and loads what it names, so only elements and
//! attributes that draw are written anew; what is left out is said, but for what drawing programs note for themselves.

use std::ops::Range;
use std::sync::Arc;

use cssparser::{ParseError, Parser, ParserInput, Token};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::FxHashSet;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::model::html::escape;
use crate::model::{Location, SourceText};

/// Elements that draw, or say what is drawn.
const DRAWN: &str = "circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix \
     feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR \
     feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile \
     feTurbulence filter g line linearGradient marker mask path pattern polygon polyline radialGradient rect stop \
     style svg switch symbol text textPath title tspan use";

/// Elements whose content is drawn though they themselves are not needed.
const UNWRAPPED: &[&str] = &["a"];

/// A drawing that may be published.
#[derive(Debug, PartialEq)]
pub(super) struct Clean {
    pub text: String,
    /// Width and height in CSS pixels, from the root's attributes or its `viewBox`.
    pub size: Option<(u32, u32)>,
}

/// Cleans a drawing; `None` when it is no SVG.
pub(super) fn clean(source: &Arc<SourceText>) -> Checked<Option<Clean>> {
    let mut cleaner =
        Cleaner { source, out: String::new(), size: None, open: Vec::new(), sheet: None, found: Vec::new() };
    match cleaner.read() {
        Ok(()) if cleaner.out.starts_with("<svg") => {
            let clean = Clean { text: cleaner.out, size: cleaner.size };
            Checked { value: Some(clean), diagnostics: cleaner.found }
        }
        Ok(()) => cleaner.broken(0, "format"),
        Err(at) => cleaner.broken(at, "damaged"),
    }
}

/// Brackets in brackets of a style sheet.
const DEEPEST: usize = 50;

/// What became of an element that is still open.
#[derive(PartialEq)]
enum Open {
    Kept,
    Unwrapped,
}

struct Cleaner<'s> {
    source: &'s Arc<SourceText>,
    out: String,
    size: Option<(u32, u32)>,
    open: Vec<(String, Open)>,
    /// The text of the style sheet that is being read, and where it began. It is looked at as a whole, since comments, CDATA and
    /// entities may cut it anywhere.
    sheet: Option<(String, Range<usize>)>,
    found: Vec<Diagnostic>,
}

impl Cleaner<'_> {
    fn broken(&mut self, at: usize, reason: &str) -> Checked<Option<Clean>> {
        let at = Location { source: self.source.clone(), span: at..at };
        let file = &self.source.path;
        let broken = Diagnostic::at(Code::BadPicture, at).with("file", file).with("reason", reason);
        Checked { value: None, diagnostics: vec![broken] }
    }

    /// The bytes of the last event.
    fn left_out(&mut self, what: &str, span: Range<usize>) {
        let at = Location { source: self.source.clone(), span };
        self.found.push(Diagnostic::at(Code::CleanedPicture, at).with("what", what));
    }

    /// Reads the whole file; the error is where it breaks.
    fn read(&mut self) -> Result<(), usize> {
        let text = self.source.text().trim_start_matches('\u{feff}');
        let skipped = self.source.text().len() - text.len();
        let mut reader = Reader::from_str(text);
        loop {
            let start = skipped + reader.buffer_position() as usize;
            let event = reader.read_event().map_err(|_| skipped + reader.error_position() as usize)?;
            let span = start..skipped + reader.buffer_position() as usize;
            match event {
                Event::Start(tag) if self.element(&tag, &span, false) => {}
                // Nothing inside is looked at.
                Event::Start(tag) => {
                    reader.read_to_end(tag.to_end().name()).map_err(|_| start)?;
                }
                Event::Empty(tag) => _ = self.element(&tag, &span, true),
                Event::End(_) => match self.open.pop() {
                    Some((name, Open::Kept)) => {
                        self.end_sheet();
                        self.out.push_str(&format!("</{name}>"));
                    }
                    Some((_, Open::Unwrapped)) => {}
                    None => return Err(start),
                },
                Event::Text(text) => self.text(&text.xml10_content(), &span),
                Event::CData(text) => self.text(&text.xml10_content(), &span),
                Event::GeneralRef(name) => self.reference(&name, &span),
                Event::PI(_) => self.left_out("<?…?>", span),
                // An entity could stand for anything; those of a file are never resolved.
                Event::DocType(kind) if kind.contains('[') => self.left_out("<!DOCTYPE […]>", span),
                Event::DocType(_) | Event::Decl(_) | Event::Comment(_) => {}
                Event::Eof => break,
            }
        }
        if self.open.is_empty() { Ok(()) } else { Err(self.source.text().len()) }
    }

    /// Writes a tag; `false` when the element is left out with all that is in it.
    fn element(&mut self, tag: &BytesStart<'_>, span: &Range<usize>, empty: bool) -> bool {
        let name = tag.name().as_ref().to_string();
        let local = name.strip_prefix("svg:").unwrap_or(&name).to_string();
        if UNWRAPPED.contains(&local.as_str()) {
            if !empty {
                self.open.push((local, Open::Unwrapped));
            }
            return true;
        }
        if !DRAWN.split(' ').any(|known| known == local) {
            // What drawing programs note for themselves is nobody's loss.
            if local != "metadata" && !local.contains(':') {
                self.left_out(&format!("<{local}>"), span.clone());
            }
            return false;
        }
        if self.out.is_empty() && local != "svg" {
            return false;
        }
        // Nothing is drawn within a style sheet.
        if self.sheet.is_some() {
            self.left_out(&format!("<{local}>"), span.clone());
            return false;
        }
        self.start_tag(&local, tag, span, empty);
        self.sheet = (local == "style" && !empty).then(|| (String::new(), span.clone()));
        if !empty {
            self.open.push((local, Open::Kept));
        }
        true
    }

    fn start_tag(&mut self, local: &str, tag: &BytesStart<'_>, span: &Range<usize>, empty: bool) {
        let root = self.out.is_empty();
        self.out.push('<');
        self.out.push_str(local);
        if root {
            self.out.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
        }
        let mut own: Vec<(String, String)> = Vec::new();
        let mut seen = FxHashSet::default();
        for attribute in tag.attributes().with_checks(false).flatten() {
            let name = attribute.key.as_ref().to_string();
            match quick_xml::escape::unescape(&attribute.value) {
                // The reference within the file; browsers have known it without its prefix since 2018.
                Ok(value) => {
                    let local = if name == "xlink:href" { "href" } else { &name };
                    if seen.insert(local.to_string()) && self.may_stay(local, &value, span) {
                        own.push((local.to_string(), value.into_owned()));
                    }
                }
                Err(_) => self.left_out(&name, span.clone()),
            }
        }
        if root {
            self.size = size(&own);
        }
        for (name, value) in own {
            self.out.push_str(&format!(" {name}=\""));
            escape(&value, &mut self.out);
            self.out.push('"');
        }
        self.out.push_str(if empty { "/>" } else { ">" });
    }

    /// Whether an attribute draws; what does more than a note of a drawing program is said.
    fn may_stay(&mut self, name: &str, value: &str, span: &Range<usize>) -> bool {
        if name == "xmlns" || (name.contains(':') && !matches!(name, "xml:lang" | "xml:space")) {
            return false;
        }
        let script = name.len() > 2 && name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"));
        let foreign = name == "href" && !value.trim_start().starts_with('#');
        let stays = !script && !foreign && draws(value);
        if !stays {
            self.left_out(name, span.clone());
        }
        stays
    }

    fn text(&mut self, text: &str, span: &Range<usize>) {
        match &mut self.sheet {
            Some((sheet, place)) => {
                sheet.push_str(text);
                place.end = span.end;
            }
            None if self.open.is_empty() => {}
            None => escape(text, &mut self.out),
        }
    }

    fn end_sheet(&mut self) {
        match self.sheet.take() {
            Some((sheet, _)) if draws(&sheet) => escape(&sheet, &mut self.out),
            Some((_, span)) => self.left_out("<style>", span),
            None => {}
        }
    }

    fn reference(&mut self, name: &str, span: &Range<usize>) {
        let whole = format!("&{name};");
        match quick_xml::escape::unescape(&whole) {
            Ok(text) => self.text(&text.clone(), span),
            Err(_) => self.left_out(&whole, span.clone()),
        }
    }
}

/// Whether a value or style sheet names nothing outside of the file: `url(#…)` only, and nothing imported. It is read as CSS,
/// so that no comment and no escape hides anything.
fn draws(value: &str) -> bool {
    // Paths, colours and classes have none of these signs, without which CSS can name nothing.
    let plain = !value.contains(['(', '@', '\\', ':']);
    let mut input = ParserInput::new(value);
    plain
        || (!value.to_ascii_lowercase().contains("javascript:") && loads_nothing(&mut Parser::new(&mut input), DEEPEST))
}

/// Reads to the end of a block; what is nested more deeply than `depth` is not trusted.
fn loads_nothing(css: &mut Parser<'_, '_>, depth: usize) -> bool {
    const LOADS: [&str; 5] = ["import", "font-face", "image", "image-set", "-webkit-image-set"];
    let loads = |name: &str| LOADS.iter().any(|known| name.eq_ignore_ascii_case(known));
    while let Ok(token) = css.next() {
        let is_url =
            matches!(token, Token::Function(name) if ["url", "src"].iter().any(|url| name.eq_ignore_ascii_case(url)));
        let fine = match token {
            Token::AtKeyword(name) if loads(name) => false,
            Token::Function(name) if loads(name) => false,
            Token::UnquotedUrl(url) => url.starts_with('#'),
            Token::BadUrl(_) => false,
            Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                depth > 0
                    && within(css, |css| match is_url {
                        true => css.expect_string().is_ok_and(|url| url.starts_with('#')) && css.is_exhausted(),
                        false => loads_nothing(css, depth - 1),
                    })
            }
            _ => true,
        };
        if !fine {
            return false;
        }
    }
    true
}

fn within(css: &mut Parser<'_, '_>, read: impl FnOnce(&mut Parser<'_, '_>) -> bool) -> bool {
    css.parse_nested_block(|css| Ok::<bool, ParseError<'_, ()>>(read(css))).unwrap_or(false)
}

fn size(root: &[(String, String)]) -> Option<(u32, u32)> {
    let value = |name: &str| root.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    let pixels = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok().filter(|number| *number >= 1.0);
    let whole = |number: f64| number.round() as u32;
    if let (Some(width), Some(height)) = (value("width").and_then(pixels), value("height").and_then(pixels)) {
        return Some((whole(width), whole(height)));
    }
    let numbers: Vec<f64> = value("viewBox")?.split([' ', ',']).filter_map(pixels_or_zero).collect();
    match numbers[..] {
        [_, _, width, height] if width >= 1.0 && height >= 1.0 => Some((whole(width), whole(height))),
        _ => None,
    }
}

fn pixels_or_zero(text: &str) -> Option<f64> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> (Option<Clean>, Vec<(Code, String)>) {
        let source = Arc::new(SourceText::new("a.svg", text));
        let Checked { value, diagnostics } = clean(&source);
        let what = |found: &Diagnostic| found.args.last().map(|(_, value)| value.to_string()).unwrap_or_default();
        (value, diagnostics.iter().map(|found| (found.code, what(found))).collect())
    }

    fn text(svg: &str) -> String {
        cleaned(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\">{svg}</svg>")).0.unwrap().text
    }

    #[test]
    fn what_draws_stays() {
        let body = "<style>@media (prefers-color-scheme: dark) { .a { fill: #fff } }</style>\
                    <g class=\"a\" fill=\"url(#g)\"><path d=\"M0 0h4\"/></g><text x=\"1\">Ẫ &amp; Ộ</text>";
        let whole = text(body);
        assert!(whole.ends_with(&format!("{body}</svg>")), "{whole}");
    }

    #[test]
    fn what_runs_or_loads_is_left_out_and_said() {
        for (svg, what) in [
            ("<script>alert(1)</script>", "<script>"),
            ("<foreignObject><b>x</b></foreignObject>", "<foreignObject>"),
            ("<image href=\"https://evil.example/x.png\"/>", "<image>"),
            ("<path onload=\"x()\" d=\"M0 0\"/>", "onload"),
            ("<path OnClick=\"x()\" d=\"M0 0\"/>", "OnClick"),
            ("<use href=\"other.svg#a\"/>", "href"),
            ("<use xlink:href=\" https://evil.example/#a\"/>", "href"),
            ("<path fill=\"url(https://evil.example/#a)\"/>", "fill"),
            ("<path style=\"fill: u\\72l(https://evil.example)\"/>", "style"),
            ("<style>@import 'https://evil.example/a.css';</style>", "<style>"),
            ("<style>@imp<!-- -->ort 'https://evil.example/a.css';</style>", "<style>"),
            ("<style>@im&#112;ort 'https://evil.example/a.css';</style>", "<style>"),
            ("<style>@\\69mport 'https://evil.example/a.css';</style>", "<style>"),
            ("<style>@imp<![CDATA[ort 'https://evil.example/a.css';]]></style>", "<style>"),
            ("<style>a{fill:ur<!-- -->l(https://evil.example)}</style>", "<style>"),
            ("<style>a{background:image-set('https://evil.example' 1x)}</style>", "<style>"),
            ("<style>a{b:c(d(url( \"//evil.example\" )))}</style>", "<style>"),
            ("<style>@font-face{src:url(#x)}</style>", "<style>"),
            ("<style>a{}<g>@import 'https://evil.example'</g></style>", "<g>"),
            ("<path fill=\"url('#a' url(//evil.example))\"/>", "fill"),
            ("<path fill=\"src('//evil.example')\"/>", "fill"),
            ("<style><![CDATA[a{fill:url( 'https://evil.example')}]]></style>", "<style>"),
            ("<set attributeName=\"href\" to=\"javascript:x()\"/>", "<set>"),
            ("<a href=\"#x\"><set/></a>", "<set>"),
            ("<?xml-stylesheet href=\"https://evil.example\"?>", "<?…?>"),
        ] {
            let (clean, found) = cleaned(&format!("<svg width=\"4\" height=\"3\">{svg}</svg>"));
            let clean = clean.unwrap().text;
            assert!(!clean.contains("evil") && !clean.contains("x()") && !clean.contains("alert"), "{clean}");
            assert_eq!(found, [(Code::CleanedPicture, what.to_string())], "{svg}");
        }
    }

    #[test]
    fn attributes_have_any_name_and_any_number() {
        let (clean, found) = cleaned("<svg viewBox=\"0 0 1 1\"><path aé=\"1\" ü=\"2\" d=\"M0 0\"/></svg>");
        assert!(clean.unwrap().text.contains("<path aé=\"1\" ü=\"2\" d=\"M0 0\"/>"));
        assert_eq!(found, []);
        let deep = format!("<style>a{{b:{}url(#x)}}</style>", "(".repeat(100_000));
        let (_, found) = cleaned(&format!("<svg viewBox=\"0 0 1 1\">{deep}</svg>"));
        assert_eq!(found, [(Code::CleanedPicture, "<style>".to_string())]);
    }

    #[test]
    fn entities_of_the_file_are_never_resolved() {
        let svg = "<!DOCTYPE svg [<!ENTITY x \"<script>1</script>\">]><svg viewBox=\"0 0 1 1\"><text>&x;</text></svg>";
        let (clean, found) = cleaned(svg);
        assert!(!clean.unwrap().text.contains("script"));
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn notes_of_drawing_programs_go_without_a_word() {
        let svg = "<?xml version=\"1.0\"?><!-- Ink --><svg xmlns:inkscape=\"x\" width=\"4px\" height=\"3\" inkscape:v=\"1\">\
                   <metadata><rdf:RDF>Name</rdf:RDF></metadata><sodipodi:namedview/><a><path d=\"M0 0\"/></a></svg>";
        let (clean, found) = cleaned(svg);
        let clean = clean.unwrap();
        assert_eq!(found, []);
        assert_eq!(clean.size, Some((4, 3)));
        let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4px\" height=\"3\">";
        assert_eq!(clean.text, format!("{head}<path d=\"M0 0\"/></svg>"));
    }

    #[test]
    fn what_is_no_drawing_is_said() {
        for text in ["", "text", "<html/>", "<svg>", "<svg></g></svg>", "<svg><path d=></svg>", "</svg>"] {
            let (clean, found) = cleaned(text);
            assert_eq!((clean.is_none(), found.len()), (true, 1), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn wild_input_never_panics_and_is_clean_when_cleaned_twice(text in "(<svg>)?([<>/a-z=\"'& ;#!\\[\\]?-]|<g>|</g>|<script|url\\(|&amp;){0,60}(</svg>)?") {
            if let (Some(clean), _) = cleaned(&text) {
                let (again, found) = cleaned(&clean.text);
                proptest::prop_assert_eq!(found, []);
                proptest::prop_assert_eq!(again.unwrap().text, clean.text);
            }
        }
    }
}
