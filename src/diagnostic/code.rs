//! Every message that bruecke has about a site: one row a code, with its id, its severity and what it means.
//!
//! Longer than other files since it is one table.

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $id:literal, $severity:ident;)*) => {
        /// Everything bruecke can say about a site. The text of each is a Fluent message under `src/report/messages/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)* }

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

            /// What it means, as the tables of the documentation say it.
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$variant => concat!($($doc),+).trim_ascii(),)* }
            }
        }
    };
}

codes! {
    /// The folder has no `site.yaml`.
    NoSite = "no-site", Error;
    /// A file is not readable.
    Unreadable = "unreadable", Error;
    /// A bug of bruecke itself: a file could not be handled.
    InternalError = "internal-error", Error;
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
    /// The package of the editor is of a version that was not tested.
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
    /// A heading skips a level.
    HeadingLevel = "heading-level", Warning;
    /// The file cannot be read at this place. All such places of a file are named; messages without mistakes are read
    /// all the same.
    FluentSyntax = "fluent-syntax", Error;
    /// A message, or an attribute of one, is defined twice. The site may define what the theme defines too.
    DuplicateMessage = "duplicate-message", Error;
    /// A template, a menu, a tag or the program needs the message, and a language lacks it.
    MissingMessage = "missing-message", Error;
    /// A message whose name a template puts together cannot be shown.
    BrokenMessage = "broken-message", Error;
    /// Some languages have the message, others lack it.
    MessageUntranslated = "message-untranslated", Warning;
    /// No template, menu, tag or other message asks for this message of the site. Once a template takes names from
    /// elsewhere (`t(key=label)`), nobody can tell, and nothing is reported.
    UnusedMessage = "unused-message", Warning;
    /// The text is the same as in the source language: not translated yet?
    SameAsSource = "same-as-source", Warning;
    /// The message has other attributes than in the source language. `.slug` may differ.
    AttributesDiffer = "attributes-differ", Warning;
    /// A variable of the source language is not shown, or there is a new one. Patterns for dates may differ.
    VariablesDiffer = "variables-differ", Warning;
    /// The HTML tags are not those of the source language. Only the tags and the names of their attributes count.
    HtmlDiffers = "html-differs", Warning;
    /// Nobody gives the message this variable: the page would show `{$name}`. In patterns for dates, there is no such
    /// part.
    UnknownVariable = "unknown-variable", Error;
    /// The message refers to a message, term, attribute or function that is not there.
    UnknownReference = "unknown-reference", Error;
    /// Like `unknown-reference`, in a message that no page uses.
    IdleReference = "idle-reference", Warning;
    /// Messages refer to each other in a circle.
    ReferenceCycle = "reference-cycle", Error;
    /// The language never uses this plural form: `[one]` in Vietnamese.
    PluralImpossible = "plural-impossible", Warning;
    /// The message chooses between plural forms and leaves one out that whole numbers need: `[few]` in Polish.
    PluralMissing = "plural-missing", Warning;
    /// A pattern for dates leaves out the day, the month or the year.
    DatePattern = "date-pattern", Warning;
    /// A message that addresses are made of (`tags`, `pager-slug`, the name of a tag) has no letter or digit.
    NoMessageSlug = "no-message-slug", Error;
    /// A page has a name that is not the agreed one.
    Glossary = "glossary", Warning;
    /// A file in `locales/` is for a language the site does not have.
    StrayLocale = "stray-locale", Warning;
    /// A link to a page that does not exist.
    BrokenLink = "broken-link", Error;
    /// A link to a file that does not exist.
    MissingFile = "missing-file", Error;
    /// A link to an anchor the page does not have.
    BrokenAnchor = "broken-anchor", Error;
    /// A link to a page that is not public.
    LinkToUnpublished = "link-to-unpublished", Error;
    /// A link leads to a page in another language, since `missing` is `omit`.
    LinkUntranslated = "link-untranslated", Warning;
    /// A link that leaves the site's folder.
    LinkEscapes = "link-escapes", Error;
    /// A scheme that is not allowed in links.
    BadScheme = "bad-scheme", Error;
    /// Two pages at one address.
    SameAddress = "same-address", Error;
    /// A page stands elsewhere than at the last build, and nothing at its old address leads on: the message has the line
    /// to add.
    MovedPage = "moved-page", Warning;
    /// A slug that is none.
    BadSlug = "bad-slug", Error;
    /// A title from which no slug can be made.
    NoSlug = "no-slug", Error;
    /// A page that is translated from a language it does not have.
    NoSource = "no-source", Error;
    /// A translation cycle, or a file translated from itself.
    TranslationCycle = "translation-cycle", Error;
    /// A page is missing in some languages.
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
    /// Fields of the publisher are empty.
    PublisherUnset = "publisher-unset", Warning;
    /// A delivery that is neither XLIFF 2.0 nor PO of ours.
    ExchangeFormat = "exchange-format", Error;
    /// A delivered page that the site does not have, or that was written in that language.
    ExchangePage = "exchange-page", Error;
    /// A delivered page whose source has another structure now.
    ExchangeStructure = "exchange-structure", Error;
    /// A page has changed since it was exported, so its imported translation is out of date.
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
    /// Parts of a drawing were left out, since they do not draw.
    CleanedPicture = "cleaned-picture", Warning;
    /// A picture for download keeps what the camera noted in it, since bruecke cannot read its format.
    UncleanPicture = "unclean-picture", Warning;
    /// A file name that cannot be published.
    BadFileName = "bad-file-name", Error;
    /// No page uses a file in `content/`, so it is not published.
    UnusedFile = "unused-file", Warning;
    /// A file to download is larger than `max_file_size`.
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

impl Severity {
    /// `error` or `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}
