//! What goes wrong, as values: a code, its arguments and a place. How it reads is `report`'s business.

use crate::model::source::Location;

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $id:literal, $severity:ident;)*) => {
        /// Everything bruecke can say about a site. The text of each is a Fluent message under `src/report/messages/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The stable name, also the id of the Fluent message.
            pub fn id(self) -> &'static str {
                match self { $(Code::$variant => $id,)* }
            }

            /// Whether it stops the build.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The folder has no `site.yaml`.
    NoSite = "no-site", Error;
    /// A file is not readable.
    Unreadable = "unreadable", Error;
    /// A file is not UTF-8.
    NotUtf8 = "not-utf8", Error;
    /// YAML that does not parse.
    YamlSyntax = "yaml-syntax", Error;
    /// A key twice in one mapping.
    DuplicateKey = "duplicate-key", Error;
    /// A key nobody knows.
    UnknownKey = "unknown-key", Error;
    /// A key that must be there.
    MissingKey = "missing-key", Error;
    /// A value of the wrong kind.
    WrongType = "wrong-type", Error;
    /// A date or time that is none.
    BadDate = "bad-date", Error;
    /// An address that is none.
    BadUrl = "bad-url", Error;
    /// The editor's package is not there, or not whole.
    EditorPackage = "editor-package", Error;
    /// The editor's package is not of the version that is known to work.
    EditorVersion = "editor-version", Warning;
    /// A language tag that is none.
    BadLanguage = "bad-language", Error;
    /// A revision that is none.
    BadRevision = "bad-revision", Error;
    /// A language that `site.yaml` does not list.
    UnknownLanguage = "unknown-language", Error;
    /// A time zone that is none.
    BadTimezone = "bad-timezone", Error;
    /// A name for ids of feeds that is none.
    BadFeedId = "bad-feed-id", Error;
    /// A feed for a tag that nobody knows.
    UnknownTag = "unknown-tag", Error;
    /// A feed for a page that is no section.
    FeedOfPage = "feed-of-page", Error;
    /// Press kits for a page that is no section.
    KitOfPage = "kit-of-page", Error;
    /// A page's file without a language in its name.
    NoLanguage = "no-language", Error;
    /// A page file without front matter.
    NoFrontMatter = "no-front-matter", Error;
    /// Front matter that is not closed.
    OpenFrontMatter = "open-front-matter", Error;
    /// Two files are the same page in the same language.
    DuplicatePage = "duplicate-page", Error;
    /// A theme that does not exist.
    UnknownTheme = "unknown-theme", Error;
    /// Themes that extend each other.
    ThemeCycle = "theme-cycle", Error;
    /// A template with a syntax error, or one that fails on a page.
    Template = "template", Error;
    /// A template that the theme does not have.
    UnknownTemplate = "unknown-template", Error;
    /// An asset the theme does not have.
    UnknownAsset = "unknown-asset", Error;
    /// A style sheet with a syntax error.
    Style = "style", Error;
    /// Style sheets that import each other.
    ImportCycle = "import-cycle", Error;
    /// A style sheet that loads something from another host.
    ForeignRequest = "foreign-request", Error;
    /// A font that is not among those of cards.
    UnknownFont = "unknown-font", Error;
    /// A character on a card that its font does not have.
    MissingGlyph = "missing-glyph", Error;
    /// A component that calls a function without asking for what the function needs.
    NeedsImplicit = "needs-implicit", Error;
    /// A shortcode the theme does not have.
    UnknownShortcode = "unknown-shortcode", Error;
    /// A shortcode's parameter nobody knows.
    UnknownParameter = "unknown-parameter", Error;
    /// A shortcode's parameter that must be there.
    MissingParameter = "missing-parameter", Error;
    /// A shortcode's parameter of the wrong kind.
    WrongParameter = "wrong-parameter", Error;
    /// A shortcode that does not parse.
    ShortcodeSyntax = "shortcode-syntax", Error;
    /// A block shortcode without its end.
    OpenShortcode = "open-shortcode", Error;
    /// An end without a beginning.
    StrayEnd = "stray-end", Error;
    /// A shortcode that needs a body, or must not have one.
    ShortcodeBody = "shortcode-body", Error;
    /// Raw HTML where it is not allowed.
    RawHtml = "raw-html", Error;
    /// The same id twice in one page.
    DuplicateId = "duplicate-id", Error;
    /// A picture without a text alternative.
    MissingAlt = "missing-alt", Error;
    /// A heading that skips a level.
    HeadingLevel = "heading-level", Warning;
    /// A locale file that does not parse.
    FluentSyntax = "fluent-syntax", Error;
    /// A message defined twice in a language.
    DuplicateMessage = "duplicate-message", Error;
    /// A message that a language lacks.
    MissingMessage = "missing-message", Error;
    /// A message that cannot be formatted.
    BrokenMessage = "broken-message", Error;
    /// A message that another language has and this one lacks, where no template needs it.
    MessageUntranslated = "message-untranslated", Warning;
    /// A message that nothing asks for.
    UnusedMessage = "unused-message", Warning;
    /// A text that is the source language's, word for word.
    SameAsSource = "same-as-source", Warning;
    /// Attributes that differ from the source language's.
    AttributesDiffer = "attributes-differ", Warning;
    /// Variables that differ from the source language's.
    VariablesDiffer = "variables-differ", Warning;
    /// HTML that differs from the source language's.
    HtmlDiffers = "html-differs", Warning;
    /// A variable that nobody gives to the message.
    UnknownVariable = "unknown-variable", Error;
    /// A reference to a message, term, attribute or function that is not there.
    UnknownReference = "unknown-reference", Error;
    /// The same in a message that nothing uses.
    IdleReference = "idle-reference", Warning;
    /// Messages that refer to each other in a circle.
    ReferenceCycle = "reference-cycle", Error;
    /// A plural form that the language never uses.
    PluralImpossible = "plural-impossible", Warning;
    /// A plural form that the language needs and a message lacks.
    PluralMissing = "plural-missing", Warning;
    /// A pattern for dates that leaves a part out.
    DatePattern = "date-pattern", Warning;
    /// A message of which addresses are made, without a letter or digit.
    NoMessageSlug = "no-message-slug", Error;
    /// A name in a page that is not the agreed one.
    Glossary = "glossary", Warning;
    /// A locale folder for a language the site does not have.
    StrayLocale = "stray-locale", Warning;
    /// A link to a page that does not exist.
    BrokenLink = "broken-link", Error;
    /// A link to a file that does not exist.
    MissingFile = "missing-file", Error;
    /// A link to an anchor the page does not have.
    BrokenAnchor = "broken-anchor", Error;
    /// A link to a page that is not public.
    LinkToUnpublished = "link-to-unpublished", Error;
    /// A link to a page that has no version in this language.
    LinkUntranslated = "link-untranslated", Warning;
    /// A link that leaves the site's folder.
    LinkEscapes = "link-escapes", Error;
    /// A scheme that is not allowed in links.
    BadScheme = "bad-scheme", Error;
    /// Two pages at one address.
    SameAddress = "same-address", Error;
    /// A page that has another address than at the last build, with nothing at the old one.
    MovedPage = "moved-page", Warning;
    /// A slug that is none.
    BadSlug = "bad-slug", Error;
    /// A title from which no slug can be made.
    NoSlug = "no-slug", Error;
    /// A page that is translated from a language it does not have.
    NoSource = "no-source", Error;
    /// A translation cycle, or a file translated from itself.
    TranslationCycle = "translation-cycle", Error;
    /// A page without a version in a language.
    MissingTranslation = "missing-translation", Warning;
    /// A page without a version in a language that must have one.
    TranslationRequired = "translation-required", Error;
    /// A section's key in a page that is no section.
    NotASection = "not-a-section", Error;
    /// A language without a home page.
    NoHome = "no-home", Error;
    /// An event that ends before it begins.
    EventOrder = "event-order", Error;
    /// A picture without a credit.
    MissingCredit = "missing-credit", Error;
    /// Fields of the publisher that must be filled in before publishing.
    PublisherUnset = "publisher-unset", Warning;
    /// A delivery that is neither XLIFF 2.0 nor PO of ours.
    ExchangeFormat = "exchange-format", Error;
    /// A delivered page that the site does not have, or that was written in that language.
    ExchangePage = "exchange-page", Error;
    /// A delivered page whose source has another structure now.
    ExchangeStructure = "exchange-structure", Error;
    /// A delivered page whose source has changed since.
    ExchangeSourceChanged = "exchange-source-changed", Warning;
    /// A delivered page with texts that are not translated.
    ExchangeUntranslated = "exchange-untranslated", Error;
    /// Markup at a place where Markdown cannot write it.
    ExchangeMarkup = "exchange-markup", Error;
    /// A placeholder that a translation lost.
    PlaceholderLost = "placeholder-lost", Error;
    /// A placeholder that a translation has twice.
    PlaceholderTwice = "placeholder-twice", Error;
    /// A placeholder that the source does not have.
    PlaceholderUnknown = "placeholder-unknown", Error;
    /// Placeholders whose ends cross.
    PlaceholderOrder = "placeholder-order", Error;
    /// A picture that cannot be shown.
    BadPicture = "bad-picture", Error;
    /// A template shows a picture that the page does not have.
    UnknownPicture = "unknown-picture", Error;
    /// Parts of a drawing that were left out.
    CleanedPicture = "cleaned-picture", Warning;
    /// A picture for download whose hidden notes stay, since nobody can read its format.
    UncleanPicture = "unclean-picture", Warning;
    /// A file name that cannot be published.
    BadFileName = "bad-file-name", Error;
    /// A file that no page uses.
    UnusedFile = "unused-file", Warning;
    /// A file to download that is heavier than the site wants.
    HeavyFile = "heavy-file", Warning;
}

impl Code {
    /// Whether it is about locale files, glossaries included.
    pub fn is_about_locales(self) -> bool {
        let own = Self::FluentSyntax..=Self::StrayLocale;
        own.contains(&self)
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built, but somebody should look.
    Warning,
}

/// One message to the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What it says.
    pub code: Code,
    /// The values its text names.
    pub args: Vec<(&'static str, String)>,
    /// Where.
    pub at: Option<Location>,
}

impl Diagnostic {
    /// A message without a place.
    pub fn new(code: Code) -> Self {
        Self { code, args: Vec::new(), at: None }
    }

    /// A message at a place.
    pub fn at(code: Code, at: Location) -> Self {
        Self { code, args: Vec::new(), at: Some(at) }
    }

    /// The same with a value for the text.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The same with the known name that is most like `unknown`, if one is near enough to be what was meant.
    #[must_use]
    pub fn nearest<'a>(self, unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(unknown, known) {
            Some(name) => self.with("nearest", name),
            None => self.with("nearest", "none"),
        }
    }

    /// Whether it stops the build.
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }

    /// The order in which messages are shown: by file and place, then by code; those without a place last.
    pub fn order(&self) -> (bool, &str, usize, Code, &[(&'static str, String)]) {
        let place = self.at.as_ref().map(|at| (at.source.path.as_str(), at.span.start));
        let (path, start) = place.unwrap_or(("", 0));
        (self.at.is_none(), path, start, self.code, &self.args)
    }
}

/// A value and what was noticed while it was made. A part with errors is left out of the value.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// What is sound.
    pub value: T,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value with nothing to say.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// What becomes of the value; the diagnostics stay.
    pub fn map<R>(self, make: impl FnOnce(T) -> R) -> Checked<R> {
        Checked { value: make(self.value), diagnostics: self.diagnostics }
    }

    /// Hands the diagnostics to `all` and gives the value.
    pub fn report_to(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.diagnostics);
        self.value
    }
}

/// The name in `known` that is most like `unknown`: at most a third of its letters differ.
pub fn nearest<'a>(unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (unknown.chars().count() / 3).max(1);
    let near = known.into_iter().map(|name| (distance(unknown, name), name)).filter(|(far, _)| *far <= limit);
    near.min().map(|(_, name)| name)
}

/// Levenshtein's distance, in characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = corner + usize::from(from != *to);
            corner = row[j + 1];
            row[j + 1] = replaced.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
