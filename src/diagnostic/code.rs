//! Every message that bruecke has about a site: one row a code, with its id, its severity and what it means.
//!
//! Longer than other files since it is one table.

macro_rules! codes {
    ($($variant:ident = $id:literal, $severity:ident, $meaning:literal;)*) => {
        /// Everything bruecke can say about a site. The text of each is a Fluent message under `src/report/messages/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $meaning] $variant,)* }

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
                match self { $(Code::$variant => $meaning,)* }
            }
        }
    };
}

codes! {
    NoSite = "no-site", Error, "The folder has no `site.yaml`.";
    Unreadable = "unreadable", Error, "A file is not readable.";
    LinkOutside = "link-outside", Error, "A symbolic link leads out of the site's folder, or to something hidden in it.";
    SpecialFile = "special-file", Error, "A pipe, socket or device where a file should be.";
    InternalError = "internal-error", Error, "A bug of bruecke itself: a file could not be handled.";
    SameName = "same-name", Error, "Two files whose names are one on disks that know no case, or one Unicode form only.";
    ControlCharacter = "control-character", Error,
        "A character that is no text: a control character, one that turns the direction of what follows, a byte order mark inside.";
    NotUtf8 = "not-utf8", Error, "A file is not UTF-8.";
    YamlSyntax = "yaml-syntax", Error, "YAML that does not parse.";
    DuplicateKey = "duplicate-key", Error, "A key twice in one mapping.";
    UnknownKey = "unknown-key", Error, "A key nobody knows.";
    MissingKey = "missing-key", Error, "A key that must be there.";
    WrongType = "wrong-type", Error, "A value of the wrong kind.";
    BadDate = "bad-date", Error, "Not a valid date or time.";
    BadUrl = "bad-url", Error, "Not a valid address.";
    EditorPackage = "editor-package", Error, "The editor's package is not there, or not whole.";
    EditorVersion = "editor-version", Warning, "The package of the editor is of a version that was not tested.";
    BadLanguage = "bad-language", Error, "Not a valid language tag.";
    BadEmail = "bad-email", Error, "Not a valid e-mail address.";
    BadPhone = "bad-phone", Error, "A telephone number that is none, or more than one.";
    BadRevision = "bad-revision", Error, "Not a valid revision.";
    UnknownLanguage = "unknown-language", Error, "A language that `site.yaml` does not list.";
    BadTimezone = "bad-timezone", Error, "Not a valid time zone.";
    BadFeedId = "bad-feed-id", Error, "Not a valid name for ids of feeds.";
    UnknownTag = "unknown-tag", Error, "A feed for a tag that nobody knows.";
    FeedOfPage = "feed-of-page", Error, "A feed for a page that is no section.";
    KitOfPage = "kit-of-page", Error, "Press kits for a page that is no section.";
    NoLanguage = "no-language", Error, "A page's file without a language in its name.";
    NoFrontMatter = "no-front-matter", Error, "A page file without front matter.";
    OpenFrontMatter = "open-front-matter", Error, "Front matter that is not closed.";
    DuplicatePage = "duplicate-page", Error, "Two files are the same page in the same language.";
    UnknownTheme = "unknown-theme", Error, "A theme that does not exist.";
    ThemeCycle = "theme-cycle", Error, "Themes that extend each other.";
    Template = "template", Error, "A template with a syntax error, or one that fails on a page.";
    UnknownTemplate = "unknown-template", Error, "A template that the theme does not have.";
    UnknownAsset = "unknown-asset", Error, "An asset the theme does not have.";
    Style = "style", Error, "A style sheet with a syntax error.";
    ImportCycle = "import-cycle", Error, "Style sheets that import each other.";
    ForeignRequest = "foreign-request", Error, "A style sheet that loads something from another host.";
    UnknownFont = "unknown-font", Error, "A font that is not among those of cards.";
    MissingGlyph = "missing-glyph", Error, "A character on a card that its font does not have.";
    NeedsImplicit = "needs-implicit", Error,
        "A component that calls a function without asking for what the function needs.";
    UnknownShortcode = "unknown-shortcode", Error, "A shortcode the theme does not have.";
    UnknownParameter = "unknown-parameter", Error, "A shortcode's parameter nobody knows.";
    MissingParameter = "missing-parameter", Error, "A shortcode's parameter that must be there.";
    WrongParameter = "wrong-parameter", Error, "A shortcode's parameter of the wrong kind.";
    ShortcodeSyntax = "shortcode-syntax", Error, "A shortcode that does not parse.";
    OpenShortcode = "open-shortcode", Error, "A block shortcode without its end.";
    StrayEnd = "stray-end", Error, "An end without a beginning.";
    ShortcodeBody = "shortcode-body", Error, "A shortcode that needs a body, or must not have one.";
    RawHtml = "raw-html", Error, "Raw HTML where it is not allowed.";
    HtmlLeftOut = "html-left-out", Warning, "HTML in a page that is not harmless and was left out.";
    UncleanFilm = "unclean-film", Warning, "A film that says where it was taken is published as it is.";
    ActiveFile = "active-file", Error, "A linked file that browsers or hosts would run.";
    OverLimit = "over-limit", Error,
        "There is more of something than anybody writes: shortcodes or brackets in each other, messages that refer to \
        messages, attributes of a message, a page of more than 32 MB.";
    DuplicateId = "duplicate-id", Error, "The same id twice in one page.";
    MissingAlt = "missing-alt", Error, "A picture without a text alternative.";
    HeadingLevel = "heading-level", Warning, "A heading skips a level.";
    FluentSyntax = "fluent-syntax", Error,
        "The file cannot be read at this place. All such places of a file are named; messages without mistakes are \
        read all the same.";
    DuplicateMessage = "duplicate-message", Error,
        "A message, or an attribute of one, is defined twice. The site may define what the theme defines too.";
    MissingMessage = "missing-message", Error,
        "A template, a menu, a tag or the program needs the message, and a language lacks it.";
    BrokenMessage = "broken-message", Error, "A message whose name a template puts together cannot be shown.";
    MessageUntranslated = "message-untranslated", Warning, "Some languages have the message, others lack it.";
    UnusedMessage = "unused-message", Warning,
        "No template, menu, tag or other message asks for this message of the site. Once a template takes names from \
        elsewhere (`t(key=label)`), nobody can tell, and nothing is reported.";
    SameAsSource = "same-as-source", Warning, "The text is the same as in the source language: not translated yet?";
    AttributesDiffer = "attributes-differ", Warning,
        "The message has other attributes than in the source language. `.slug` may differ.";
    VariablesDiffer = "variables-differ", Warning,
        "A variable of the source language is not shown, or there is a new one. Patterns for dates may differ.";
    HtmlDiffers = "html-differs", Warning,
        "The HTML tags are not those of the source language. Only the tags and the names of their attributes count.";
    UnknownVariable = "unknown-variable", Error,
        "The message is not passed this variable: the page would show `{$name}`. In patterns for dates, there is no \
        such part.";
    UnknownReference = "unknown-reference", Error,
        "The message refers to a message, term, attribute or function that is not there.";
    IdleReference = "idle-reference", Warning, "Like `unknown-reference`, in a message that no page uses.";
    ReferenceCycle = "reference-cycle", Error, "Messages refer to each other in a circle.";
    PluralImpossible = "plural-impossible", Warning, "The language never uses this plural form: `[one]` in Vietnamese.";
    PluralMissing = "plural-missing", Warning,
        "The message chooses between plural forms and leaves one out that whole numbers need: `[few]` in Polish.";
    DatePattern = "date-pattern", Warning, "A pattern for dates leaves out the day, the month or the year.";
    NoMessageSlug = "no-message-slug", Error,
        "A message that addresses are made of (`tags`, `pager-slug`, the name of a tag) has no letter or digit.";
    Glossary = "glossary", Warning, "A page has a name that is not the agreed one.";
    StrayLocale = "stray-locale", Warning, "A file in `locales/` is for a language the site does not have.";
    BrokenLink = "broken-link", Error, "A link to a page that does not exist.";
    MissingFile = "missing-file", Error, "A link to a file that does not exist.";
    BrokenAnchor = "broken-anchor", Error, "A link to an anchor the page does not have.";
    LinkToUnpublished = "link-to-unpublished", Error, "A link to a page that is not public.";
    LinkUntranslated = "link-untranslated", Warning,
        "A link leads to a page in another language, since `missing` is `omit`.";
    LinkEscapes = "link-escapes", Error, "A link that leaves the site's folder.";
    BadScheme = "bad-scheme", Error, "A scheme that is not allowed in links.";
    SameAddress = "same-address", Error,
        "Two pages or files at one address, or at addresses that differ only in case or Unicode form, or a file where \
        another needs a folder.";
    InTheWay = "in-the-way", Error, "The output folder has something of somebody else where the site needs a file.";
    Unmanaged = "unmanaged", Warning, "Files in the output folder that are not part of the site; only `check` looks for them.";
    DraftAddress = "draft-address", Warning, "The same of a draft: it could not go public like this.";
    LongName = "long-name", Error, "A part of an address that is longer than the 255 bytes that disks hold.";
    WindowsName = "windows-name", Warning, "A part of an address that Windows cannot hold as a file, such as `con`.";
    BadAlias = "bad-alias", Error, "An earlier address that is no path of the site.";
    MovedPage = "moved-page", Warning,
        "A page stands elsewhere than at the last build, and nothing at its old address leads on: the message has \
        the line to add.";
    BadSlug = "bad-slug", Error, "Not a valid slug.";
    NoSlug = "no-slug", Error, "A title from which no slug can be made.";
    NoSource = "no-source", Error, "A page that is translated from a language it does not have.";
    TranslationCycle = "translation-cycle", Error, "A translation cycle, or a file translated from itself.";
    MissingTranslation = "missing-translation", Warning, "A page is missing in some languages.";
    TranslationRequired = "translation-required", Error, "A page without a version in a language that must have one.";
    NotASection = "not-a-section", Error, "A section's key in a page that is no section.";
    NoHome = "no-home", Error, "A language without a home page.";
    EventOrder = "event-order", Error, "An event that ends before it begins.";
    MissingCredit = "missing-credit", Error, "A picture without a credit.";
    PublisherUnset = "publisher-unset", Warning, "Fields of the publisher are empty.";
    PublisherNone = "publisher-none", Error, "“none” for a field of the publisher that must be filled in.";
    ReviewOverdue = "review-overdue", Warning, "The statement of accessibility was last reviewed more than a year ago.";
    ExchangeFormat = "exchange-format", Error, "A delivery that is neither XLIFF 2.0 nor PO of ours.";
    ExchangePage = "exchange-page", Error,
        "A delivered page that the site does not have, or that was written in that language.";
    ExchangeStructure = "exchange-structure", Error, "A delivered page whose source has another structure now.";
    ExchangeSourceChanged = "exchange-source-changed", Warning,
        "A page has changed since it was exported, so its imported translation is out of date.";
    ExchangeUntranslated = "exchange-untranslated", Error, "A delivered page with texts that are not translated.";
    ExchangeMarkup = "exchange-markup", Error, "Markup at a place where Markdown cannot write it.";
    PlaceholderLost = "placeholder-lost", Error, "A placeholder that a translation lost.";
    PlaceholderTwice = "placeholder-twice", Error, "A placeholder that a translation has twice.";
    PlaceholderUnknown = "placeholder-unknown", Error, "A placeholder that the source does not have.";
    PlaceholderOrder = "placeholder-order", Error, "Placeholders whose ends cross.";
    BadPicture = "bad-picture", Error, "A picture that cannot be shown.";
    UnknownPicture = "unknown-picture", Error, "A template shows a picture that the page does not have.";
    CleanedPicture = "cleaned-picture", Warning, "Parts of a drawing were left out, since they do not draw.";
    UncleanPicture = "unclean-picture", Warning,
        "A picture for download keeps what the camera noted in it, since bruecke cannot read its format.";
    BadFileName = "bad-file-name", Error, "A file name that cannot be published.";
    UnusedFile = "unused-file", Warning, "No page uses a file in `content/`, so it is not published.";
    HeavyFile = "heavy-file", Warning, "A file to download is larger than `max_file_size`.";
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
