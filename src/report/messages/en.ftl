level-error = error
level-warning = warning
level-help = help
building = building …
summary-language = { $lang }: { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
 }, { $translated } translated, { $missing } missing
summary-written = { $changed ->
    [one] { $changed } file
   *[other] { $changed } files
 } written, { $unchanged } unchanged, { $removed } removed in { $output } ({ $ms } ms)
summary-checked = checked: { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
 }, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
 } ({ $ms } ms)
summary-failed = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
 }, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
 }: nothing was written, the last good output is untouched
summary-next = next change: { $time } – build again then
schedule-none = No changes are scheduled.
schedule-publish = goes public
schedule-expire = expires
not-ours = { $path } holds files that bruecke did not make, so nothing was written. Give another folder with --output, or remove these files:
not-ours-further = and { $count ->
    [one] one other
   *[other] { $count } others
}
disk-full = not enough space: the site needs { $what } MB, because the old one is kept until the new one is complete; what is public has not changed
waiting-build = another run of bruecke is building this site or writing to { $path }; waiting until it is done …
busy-build = Another run of bruecke is building this site or writing to { $path }; because of --no-wait nothing was done.
output-in-site = { $path } is or holds a folder that the site is made of (content, locales, themes, .bruecke). Give another folder with --output.
not-ours-file = These files were not made by bruecke, but stand where the site needs its own; nothing was written. Move them away, or give the page another “slug:”:
sync-added = { $path }: { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
 } added: { $names }
sync-nothing = Nothing is missing: no file was changed.
sync-unknown = The site has no language “{ $lang }”. site.yaml lists: { $languages }
new-added = { $path }: { $count ->
    [one] { $count } message
   *[other] { $count } messages
 } to translate
locale-exists = { $path } has files already, so nothing was written. To add missing messages, use “bruecke locales sync”.
new-next = Next: add “{ $lang }” to “languages” in site.yaml, make content/_index.{ $lang }.md, and translate. “bruecke locales check” names what is still to be translated.
failure = error: { $reason }
more-messages = { $count ->
    [one] and one more message
   *[other] and { $count } more messages
 }: fix those above first
cannot-listen = cannot listen on { $what }; give another port with --port, or --port 0 for any free one
cannot-answer = cannot answer any more
cannot-wait = cannot wait for Ctrl+C
cannot-follow = changes can no longer be followed
cannot-open = cannot open the folder { $what }
cannot-watch = cannot watch { $what }
cannot-read = cannot read { $what }
cannot-write = cannot write { $what }
cannot-remove = cannot remove { $what }
cannot-make-folder = cannot create the folder { $what }
cannot-place = cannot put { $what } in place
io-not-found = there is no such file or folder
io-permission = permission denied
io-read-only = the disk is read-only
io-full = the disk is full
io-folder = it is a folder
io-no-folder = a part of the path is not a folder
io-in-use = another program uses it
serving = The site is at { $url } – Ctrl+C ends it
serving-lan = in this network at { $url }
serving-status = site status: { $url }
no-browser = the browser could not be opened; the address is { $url }
serve-errors = The site has errors. This page shows the last good version.
serve-none = There is no good version yet: fix the errors and save.
serve-hide = Hide
badge-draft = Draft: seen in the preview only
badge-embargo = Under embargo until { $time }: seen in the preview only
status-title = Site status
status-languages = Pages by language
status-language = Language
status-pages = Pages
status-outdated = outdated
status-missing = missing
status-draft = drafts
status-embargo = under embargo
status-problems = Errors and warnings
status-no-problems = Nothing is wrong.
status-schedule = Scheduled
status-last = Changed last
status-saved = Changed by the last save:
status-all = All pages
status-all-caption = Every page in every language, and how far it is
status-page = Page
exported = { $path }: { $count ->
    [one] { $count } page
   *[other] { $count } pages
 } to translate
exported-none = no page is in these states: nothing was written
imported = { $path } written{ $count ->
    [0] {""}
    [one] , { $count } text not translated
   *[other] , { $count } texts not translated
 }
imported-none = no page was written

state-original = original
state-current = current
state-outdated = outdated
state-unmarked = unmarked
state-missing = missing
translations-page = page
translations-none = No page is in such a state.
outdated-since = { $words ->
    [one] { $words } word
   *[other] { $words } words
 }, { $percent }%, { $day ->
    [none] not committed yet
   *[other] since { $day }
 }
no-such-language = “{ $lang }” is not one of the site’s languages; it has { $languages }
no-such-page = there is no page “{ $page }”{ $nearest ->
    [none] {""}
   *[other] ; did you mean “{ $nearest }”?
 }
no-history = The site is not in a git repository, or git is not installed: what has changed cannot be shown.
not-in-history = The git history has no state of the source that { $file } was translated from. It may have been marked before it was committed.
diff-nothing = { $file } is not outdated ({ $state }): there is nothing to compare.
mark-nothing = Nothing to mark.
mark-failed = { $file } could not be changed safely; write revision: "{ $revision }" into its translation: by hand
marked = marked: { $file }
new-exists = { $file } already exists
new-made = made: { $file }; remove “draft: true” when it is translated
init-exists = { $file } already exists: this is a site
init-made = made: { $folder }. Next, run “bruecke serve” in that folder, and fill in the publisher in site.yaml first
new-page-made = made: { $file }; remove “draft: true” when the page is ready to publish
new-kind-missing = which kind of page? The theme has: { $kinds }. For example: bruecke new release "Title"
new-kind-unknown = the theme has no archetype “{ $kind }”{ $nearest ->
    [none] .
   *[other] ; did you mean “{ $nearest }”?
 } It has: { $kinds }
new-title-missing = the title is missing. For example: bruecke new release "Title"
new-title-empty = the title has no letter or digit: no address can be made of it
new-archetype-wrong = the theme’s archetype “{ $kind }” makes a page with these mistakes; nothing was written
new-ask-kind = What kind of page?
new-ask-title = Title
new-no-editor = no editor is known: set EDITOR, for example EDITOR="code --wait"
new-editor-failed = the editor could not be run or ended with an error: { $editor }
report-made = written: { $file }
report-title = Translations
explain-missing = “{ $page }” has no file in “{ $lang }”
origin-own = from its own file ({ $place })
origin-inherited = from the original ({ $place })
origin-untranslated = not translated: the original has it, and it is never inherited

no-site = there is no site.yaml in { $root }
    .help = run bruecke in the site’s folder, or name it with --root
unreadable = { $file } cannot be read: { $reason }
    .help = check that the file exists and that you may read it
link-outside = { $file } is a symbolic link that leads out of the site’s folder, or to something hidden in it
    .help = put the file itself there: a page could publish whatever the link leads to
special-file = { $file } is a pipe, a socket or a device
    .help = remove it: only files and folders can be part of a site
internal-error = bruecke itself has a bug and could not handle { $file }: { $reason }
    .help = please report this message, with the file if you can; everything else was checked all the same
not-utf8 = { $file } is not UTF-8
    .help = save the file with the encoding UTF-8
yaml-syntax = this is not valid YAML: { $reason }
    .help = texts with a colon, a # or quotation marks go in quotes: title: "Leipzig: a report"
duplicate-key = the key “{ $key }” appears twice
    .help = keep one of the two lines
unknown-key = the key “{ $key }” is not known here
    .help = { $nearest ->
        [none] your own values go under “extra:”
       *[other] did you mean “{ $nearest }”?
    }
missing-key = the key “{ $key }” is missing
    .help = add a line “{ $key }: …”
wrong-type = the value must be { $expected ->
    [text] text
    [number] a whole number
    [boolean] true or false
    [list] a list: lines that begin with “- ”, or [a, b]
    [mapping] a group of keys, indented below
    [missing] fallback, omit or error
    [sort_by] date, weight or title
    [status] full, partial or not
    [features] editor
    [raw-html] true, false or trusted
    [git-host] github, gitlab or gitea
    [repository] owner and name of the repository, such as city/website
   *[other] { $expected }
 }
    .help = { $expected ->
        [text] put the text in quotes if it is not read as one
       *[other] {""}
    }
bad-date = “{ $value }” is not a date
    .help = write 2024-09-22, or with a time 2024-09-22T10:00+02:00
bad-url = “{ $value }” is not an address
    .help = write the whole address: https://example.org/path/; an alias begins at the site’s root: /old/address/
editor-package = the editor lacks node_modules/{ $file }
    .help = install it in the site’s folder: npm install @sveltia/cms@{ $version }; or remove “editor” from “features”
editor-version = the editor’s version is { $version }; { $tested } is the one that was tested
    .help = try whether it opens and saves before you publish; the tested one comes with: npm install @sveltia/cms@{ $tested }
bad-language = “{ $value }” is not a language, or is listed twice
    .help = { $meant ->
        [none] use a BCP 47 tag such as de, vi, en or pt-BR
       *[other] the tag of the language is “{ $meant }”
    }
bad-email = “{ $value }” is not an e-mail address
    .help = write a single address, with @: press@example.org
bad-phone = “{ $value }” is not a telephone number
    .help = write a single number, best with the country’s code: +49 341 123-0
bad-revision = “{ $value }” is not the revision of a source
    .help = a revision has 12 characters from 0–9 and a–f, in quotes; leave it out if you do not know it
unknown-language = the site has no language “{ $value }”
    .help = site.yaml lists: { $languages }
bad-timezone = “{ $value }” is not a time zone
    .help = use a name such as Europe/Berlin or Asia/Ho_Chi_Minh
bad-feed-id = “{ $value }” is not a name for the ids of feeds
    .help = “feeds: id:” names a domain and a year in which it was yours, such as example.org,2026 (RFC 4151)
unknown-tag = there is no tag “{ $tag }”
    .help = { $nearest ->
        [none] tags are named by their key, as in pages
       *[other] did you mean “{ $nearest }”?
    }
feed-of-page = “{ $dest }” is not a section, so it has no feed
    .help = name the section’s file, such as /news/_index.md
kit-of-page = “{ $dest }” is not a section; press kits are for the releases of a section
    .help = name the section’s file, such as /news/_index.md
no-language = the file’s name does not say its language
    .help = name it { $name }.{ $lang }.md
no-front-matter = the file does not begin with front matter
    .help = begin with a line “---”, then “title: …”, then a line “---”
open-front-matter = the front matter is not closed
    .help = end it with a line “---”
duplicate-page = this page exists twice in this language; the other file is { $other }
    .help = remove or rename one of them
unknown-theme = there is no theme “{ $theme }”
    .help = { $nearest ->
        [none] themes are folders in themes/; the shipped one is “leipzig”
       *[other] did you mean “{ $nearest }”?
    }
theme-cycle = the theme “{ $theme }” extends itself
    .help = remove “extends:” from one of the themes
template = { $reason }
    .help = { $page ->
        [none] fix the template
       *[other] it happened while { $page } was rendered
    }
unknown-template = the theme has no template “{ $template }”
    .help = { $nearest ->
        [none] remove the key, and the page gets the template of its kind
       *[other] did you mean “{ $nearest }”?
    }
unknown-asset = the theme has no asset “{ $asset }”
    .help = { $nearest ->
        [none] put it into the theme’s folder assets/
       *[other] did you mean “{ $nearest }”?
    }
style = this style sheet has a mistake: { $reason }
    .help = look at the place for a missing bracket, semicolon or quotation mark
import-cycle = “{ $sheet }” imports itself
    .help = remove one of the circular @import rules
foreign-request = “{ $url }” would be loaded from somebody else’s server
    .help = put the file into the theme’s folder assets/ and name it from there: pages must ask no other host for anything (privacy)
unknown-font = there is no font “{ $name }” among those for cards
    .help = { $nearest ->
        [none] put the font (TTF or OTF) into the theme’s folder cards/, or name one that is there
       *[other] did you mean “{ $nearest }”? Otherwise put the font (TTF or OTF) into the theme’s folder cards/
    }
missing-glyph = the font “{ $font }” lacks the character “{ $char }” (U+{ $code }), which the card of { $page } is to show
    .help = write the word with other characters, or give the theme’s folder cards/ a font that has this one; “cards: false” in site.yaml turns cards off
needs-implicit = this component calls a function that needs “{ $name }”
    .help = list { $name } among the component’s arguments
unknown-shortcode = there is no shortcode “{ $name }”
    .help = { $nearest ->
        [none] the theme has: { $known }
       *[other] did you mean “{ $nearest }”? The theme has: { $known }
    }
unknown-parameter = the shortcode “{ $shortcode }” has no parameter “{ $name }”
    .help = { $nearest ->
        [none] remove it
       *[other] did you mean “{ $nearest }”?
    }
missing-parameter = the shortcode “{ $shortcode }” needs the parameter “{ $name }”
    .help = add { $name }="…"
wrong-parameter = the parameter “{ $name }” must be { $expected ->
    [text] text in quotes
    [number] a whole number without quotes
   *[other] true or false without quotes
 }
    .help = {""}
shortcode-syntax = this shortcode cannot be read{ $reason ->
    [close] : its end is missing
    [name] : a parameter’s name is missing
    [equals] : “=” is missing after the parameter’s name
    [comma] : a comma is missing between two parameters
    [quote] : a quotation mark is not closed
    [value] : a value is missing, or lacks its quotation marks
    [alone] : it makes a block and cannot stand inside a paragraph
   *[other] {""}
 }
    .help = { $reason ->
        [alone] put it on a line of its own, with an empty line before and after
       *[other] the form is {"{{"} name(key="value", other="value") {"}}"}
    }
open-shortcode = this block is not closed
    .help = end it with a line {"{%"} end {"%}"}
stray-end = there is no open block that this could end
    .help = remove it, or add the beginning
shortcode-body = the shortcode “{ $name }” { $body ->
    [true] encloses text
   *[other] does not enclose text
 }
    .help = { $body ->
        [true] write {"{%"} { $name }(…) {"%}"}, the text, and {"{%"} end {"%}"}
       *[other] write {"{{"} { $name }(…) {"}}"}
    }
raw-html = HTML is not allowed in pages
    .help = use Markdown or a shortcode; if HTML is really wanted, set markdown: { "{" } raw_html: true { "}" } in site.yaml
over-limit = { $reason ->
        [shortcode] more than { $most } shortcodes are nested in each other
        [bracket] more than { $most } brackets are nested in each other
        [attribute] “{ $message }” has more than { $most } attributes
        [page] a page has become larger than { $most } MB
       *[reference] “{ $message }” leads on to more than { $most } messages, one after the other
    }
    .help = { $reason ->
        [shortcode] look for a missing {"{% end %}"} above, or put the blocks beside each other
        [bracket] look for a bracket that is not closed, or put the text into messages of its own
        [attribute] turn some of them into separate messages
        [page] look for a loop in the template that does not end
       *[reference] write the text out in one of them
    }
duplicate-id = the id “{ $id }” appears twice in this page
    .help = give one of the headings another id
missing-alt = this picture has no text alternative
    .help = say in a few words what it shows: readers who cannot see it depend on it
heading-level = a heading of level { $level } stands where level { $expected } is expected
    .help = a page begins with ## and goes down one level at a time; the title is the first heading
fluent-syntax = this is not valid Fluent: { $reason ->
    [equals] “=” is missing after the name
    [brace] a closing brace {"}"} is missing
    [bracket] a closing bracket ] is missing
    [quote] a quotation mark is not closed
    [newline] after “->” the line must end
    [name] a name is expected here
    [value] the text is missing
    [attribute] this attribute has no “=” or no text
    [comment] a comment needs a space after “#”
    [default] one of the forms must have a star: *[other]
    [defaults] only one form may have a star
    [selector] a form can be chosen by a variable, but not by a message or term
    [term] an attribute of a term cannot be shown, only chosen by
    [escape] this sequence with a backslash is not known
    [closing] a closing brace {"}"} has no opening one
    [function] only names in capital letters are functions: NUMBER
    [arguments] these arguments are not allowed: values come before names, each name once, and what is named is a text or number
    [expression] between the braces something is missing or wrong
   *[other] something is wrong here
 }
    .help = { $reason ->
        [equals] a message is “name = text”; further lines of its text are indented by spaces
        [name] names begin with a letter, without accents: menu-news
        [value] write the text after “=”, or indented on the next line
        [default] put a star before the form for everything else
        [escape] in quotes within braces, write \" for a quotation mark and \\ for a backslash
        [brace] a variable stands in a pair of braces: {"{ $name }"}
        [expression] a variable stands in a pair of braces: {"{ $name }"}
        [bracket] a form begins with its name in brackets: [one]
        [quote] a text in braces has a quotation mark on both sides: {"{ \"text\" }"}
        [newline] every form stands on a line of its own
        [defaults] keep the star before the form for everything else
        [selector] write a variable before “->”: {"{ $count ->"}
        [closing] to show a brace, write {"{ \"}\" }"}
        [attribute] an attribute is an indented line “.name = text”
        [comment] write “# ” and then the comment
       *[other] compare the line with the same message in the source language
    }
duplicate-message = the message “{ $message }” is defined twice
    .help = keep one of the two; the first is in { $first }
missing-message = the message “{ $message }” is missing in language “{ $lang }”
    .help = { $nearest ->
        [none] add it in locales/{ $lang }/, or correct the name here
       *[other] did you mean “{ $nearest }”? Otherwise add it in locales/{ $lang }/
    }
broken-message = the message “{ $message }” cannot be formatted in language “{ $lang }”: { $reason }
    .help = check the names in braces
message-untranslated = the message “{ $message }” is missing in: { $languages }
    .help = “bruecke locales sync” adds a draft; if nobody needs the message any more, remove it everywhere
unused-message = the message “{ $message }” is used nowhere
    .help = remove it in all languages, or correct its name if a page should show it
same-as-source = not translated yet? The text “{ $text }” is the same as in the source language
    .help = translate it; if it is right as it is, put a line “# = same” directly above
attributes-differ = “{ $message }” is not built as in the source language{ $missing ->
    [none] {""}
   *[other] ; missing: { $missing }
 }{ $extra ->
    [none] {""}
   *[other] ; not in the source: { $extra }
 }{ $text ->
    [true] {""}
   *[other] ; one of the two has no text after “=”
 }
    .help = give the message the same attributes as in the source language. If it is right as it is, put a line “# = checked” directly above
variables-differ = “{ $message }” does not hold the same variables as the source language{ $missing ->
    [none] {""}
   *[other] ; missing: { $missing }
 }{ $extra ->
    [none] {""}
   *[other] ; not in the source: { $extra }
 }
    .help = keep what stands in braces as it is; its place in the sentence is free. If it is right as it is, put a line “# = checked” directly above
html-differs = “{ $message }” does not hold the same HTML as the source language: { $source ->
    [none] the source has none
   *[other] the source has { $source }
 }, this one has { $translation ->
    [none] none
   *[other] { $translation }
 }
    .help = copy the tags in angle brackets unchanged and translate what stands between them. If it is right as it is, put a line “# = checked” directly above
unknown-variable = “{ $message }” uses ${ $variable }, which is not passed to it
    .help = { $nearest ->
        [none] { $known ->
            [none] this message gets no variables: write the text without it
           *[other] there are: { $known }
        }
       *[other] did you mean ${ $nearest }? There are: { $known }
    }
unknown-reference = “{ $message }” refers to { $kind ->
    [function] a function that does not exist
    [attribute] an attribute that does not exist
    [term] a term that does not exist
   *[message] a message that does not exist
 }: { $reference }
    .help = { $nearest ->
        [none] { $kind ->
            [function] the only function is NUMBER
           *[other] add it in locales/{ $lang }/, or correct the name
        }
       *[other] did you mean { $nearest }?
    }
idle-reference = “{ $message }”, which no page uses, refers to { $kind ->
    [function] a function that does not exist
    [attribute] an attribute that does not exist
    [term] a term that does not exist
   *[message] a message that does not exist
 }: { $reference }
    .help = { $nearest ->
        [none] { $kind ->
            [function] the only function is NUMBER
           *[other] add it in locales/{ $lang }/, correct the name, or remove the message
        }
       *[other] did you mean { $nearest }?
    }
reference-cycle = “{ $message }” refers to itself: { $path }
    .help = write the text out in one of these messages
plural-impossible = the language “{ $lang }” has no plural form “{ $category }”: this text is never shown
    .help = remove the form; “{ $lang }” has: { $known }
plural-missing = “{ $message }” lacks { $count ->
    [one] a plural form that “{ $lang }” has
   *[other] plural forms that “{ $lang }” has
 }: { $missing }
    .help = add [{ $missing }] as lines of their own, each with its text. If it is right as it is, put a line “# = checked” directly above
date-pattern = the pattern “{ $message }” does not show { $missing }
    .help = readers could not tell which day is meant: put it into the pattern in locales/{ $lang }/
no-message-slug = no address can be made from the message “{ $message }”
    .help = it needs a letter or a digit: correct it in locales/{ $lang }/
glossary = “{ $form }” is not the agreed name
    .help = write “{ $agreed }”; agreed names and exceptions are in the file -terms.ftl of the language
stray-locale = { $file } is for a language the site does not have
    .help = site.yaml lists: { $languages }
broken-link = there is no page “{ $dest }”
    .help = { $nearest ->
        [none] pages are linked by their file without language: /news/name.md
       *[other] did you mean { $nearest }?
    }
missing-file = there is no file “{ $dest }”
    .help = { $nearest ->
        [none] put the file beside the page, or write its path from content/ with a leading slash
       *[other] did you mean /{ $nearest }?
    }
broken-anchor = { $file } has no anchor “#{ $anchor }”
    .help = { $nearest ->
        [none] it has: { $known }
       *[other] did you mean #{ $nearest }?
    }
link-to-unpublished = “{ $dest }” is not public at this time (draft, embargo or expired)
    .help = remove the link until the page is public, or publish both together
link-untranslated = “{ $dest }” has no version in “{ $lang }”; the link leads to “{ $other }”
    .help = translate the page, or leave it as it is
link-escapes = “{ $dest }” leads out of the site’s folder
    .help = pages and files must lie in content/
bad-scheme = the address “{ $dest }” is not allowed here
    .help = links may be https, http, mailto or tel; pictures and files must be part of the site, since its pages ask no other host for anything
in-the-way = the output folder { $folder } has { $count ->
    [one] something
   *[other] several things
} that bruecke did not make where the site needs files of its own: { $names }
    .help = move it away; “build” neither overwrites nor removes what bruecke did not make
unmanaged = the output folder { $folder } has { $count ->
    [one] a file
   *[other] { $count } files
} that { $count ->
    [one] is
   *[other] are
} not part of the site: { $names }
    .help = whoever uploads the folder publishes { $count ->
    [one] it
   *[other] them
}, too; remove what is not meant to be public
html-left-out = { $what } was left out: HTML may not run, load or style anything here
    .help = use Markdown or a shortcode; if everybody who writes pages may do that, too, set markdown: { "{" } raw_html: trusted { "}" } in site.yaml
active-file = { $file } is a file that browsers or hosts run ({ $kind }): anyone who can add such a file can take over the site
    .help = link to a PDF or a page; if the file is meant to be there, set allowed_files: [{ $kind }] in site.yaml
control-character = the character { $character } is not allowed in text
    .help = remove it; it often comes along when text is copied from other programs. Many editors show it if asked to (“invisible characters”)
same-name = { $file } and { $other } are one file on many disks: their names differ only in case or in the form of their letters
    .help = rename one of them
unclean-film = { $file } is published with everything that the telephone wrote into it, the place where it was taken included
    .help = remove the place before you publish it, with a video editor for example: bruecke does not change films
same-address = the address { $path } { $how ->
    [spelling] differs only in case or in the form of its letters from { $other-path }, which { $other } has
    [folder] needs a folder where { $other } has the file { $other-path }
    [file] is a file where { $other } needs a folder for { $other-path }
   *[same] is taken already, by { $other }
}
    .help = give one of them another address: a page another “slug:”, a file another name, a tag another “.slug”
draft-address = once the draft is public: { same-address }
    .help = { same-address.help }
long-name = the part “{ $name }” of the address ({ $owner }) has { $bytes } bytes; file names have at most 255
    .help = give a shorter “slug:”, or rename the file
windows-name = Windows cannot make a file or folder called “{ $name }” ({ $owner })
    .help = give another “slug:” if the site is ever to lie on a Windows machine or a USB stick
bad-alias = { $reason ->
    [scheme] “{ $value }” begins with the name of a protocol; an earlier address is a path of this site
    [host] “{ $value }” leads to another host; an earlier address is a path of this site
    [query] “{ $value }” has a question mark; hosts do not count what follows it as part of the path
    [fragment] “{ $value }” has a “#”; no host is told what follows it
   *[part] “{ $value }” is no path of this site: each part between slashes must be a name, not “..”, and without control characters
}
    .help = { $reason ->
    [query] leave out the question mark and what follows: every request for the path is redirected, and its query is kept
    [fragment] leave out “#” and what follows: the redirect keeps it
   *[part] write the path from the site’s root: /old/address/
}
moved-page = the page has moved to { $new }, and nothing leads on from its earlier { $count ->
    [one] address
   *[other] addresses
 } { $old }
    .help = { $has ->
    [none] add this line:
   *[some] in place of the line “aliases:” write this one:
 } { $line }
bad-slug = “{ $value }” cannot be part of an address
    .help = use lower-case letters, digits and hyphens: delegation-nach-vietnam
no-slug = no address can be made from the title “{ $title }”
    .help = add a line “slug: …”
no-source = this page is marked as translated from “{ $from }”, but has no file in that language
    .help = correct “from:”, or remove “translation:” if this is the original
translation-cycle = the translations of this page are made from each other in a circle
    .help = remove “translation:” from the file that was written first
missing-translation = this page is missing in: { $languages }
    .help = readers will see whatever “missing” specifies: the version in the original language (fallback) or nothing (omit)
translation-required = this page is missing in { $lang }, where it is required
    .help = add the translation, or change “missing” in site.yaml or in the section
not-a-section = “{ $key }” is for sections only
    .help = put it into the _index file of the section
no-home = language “{ $lang }” has no home page
    .help = add content/_index.{ $lang }.md
event-order = the event ends before it begins
    .help = check “start:” and “end:”
missing-credit = { $form ->
        [markdown] this picture has no credit
       *[front] the page’s picture has no credit
    }
    .help = { $form ->
        [markdown] put the credit after the file name, in quotation marks: ![alternative](picture.jpg "Name")
       *[front] add “credit:” under “image:”: whose picture is it?
    }
publisher-unset = { $count ->
    [one] one field of the publisher is not filled in
   *[other] { $count } fields of the publisher are not filled in
 }: { $fields }
    .help = fill them in under “publisher:” in site.yaml before the site goes public; until then the pages say that they are missing
publisher-none = “{ $field }” cannot be “none”: it is required by law
    .help = fill it in; “none” is for fields that a publisher need not have, such as “vat_id”
review-overdue = the accessibility statement was last reviewed on { $day }, more than a year ago
    .help = review the statement, then put the day of the review here
exchange-format = the file is not a valid translation file{ $detail ->
    [none] {""}
   *[other] : { $detail }
 }
    .help = { $reason ->
    [version] it is an older XLIFF; ask the translation agency for XLIFF 2.0, the format of the file it was sent
    [xliff] it is XML, but not XLIFF; ask the translation agency for the file it was sent, translated
    [languages] the languages translated from and into are missing; ask the translation agency to keep the file header
    [pages] the file header does not name this page; ask the translation agency to keep the file header
    [po] every line is a comment or begins with msgctxt, msgid, msgstr or a quotation mark
   *[other] the file is damaged here; ask the translation agency to send it again
 }
exchange-page = { $reason ->
    [original] “{ $page }” was written in this language ({ $lang }), so no translation can take its place
   *[missing] the site has no page “{ $page }” in the language translated from
 }
    .help = { $reason ->
    [original] export the page into another language
   *[missing] if the page has been renamed or removed, export it again under its new name
 }
exchange-structure = { $page } has other paragraphs, headings or lists now than at the export
    .help = export the page again; the agency’s software remembers the sentences it has translated already
exchange-source-changed = { $page } has changed since the export: { $changed ->
    [0] only parts that are not translated
    [one] { $changed } text
   *[other] { $changed } texts
 }
    .help = the translation is written and counts as out of date; export the page again once it is final
exchange-untranslated = { $page }: { $count } of { $total } texts are not translated, so the page is not written
    .help = a text that is empty, or still marked as initial or fuzzy, counts as not translated; ask the translation agency for it, or write the page all the same with --partial
exchange-markup = { $page }: the markup of text { $unit } stands where Markdown cannot write it
    .help = placeholders for emphasis and links must enclose words, and stand beside a space or a whole word
placeholder-lost = { $page }: the translation of text { $unit } lacks the placeholder for { $value }
    .help = put the placeholder back where it belongs in the sentence; the agency’s software can copy it from the source
placeholder-twice = { $page }: the translation of text { $unit } has the placeholder for { $value } more than once
    .help = keep one of them
placeholder-unknown = { $page }: the translation of text { $unit } has a placeholder “{ $value }” that the source does not have
    .help = remove it; if words are to be emphasised that are not in the source, do that in the page afterwards
placeholder-order = { $page }: in the translation of text { $unit } the placeholders do not close in the right order
    .help = what opens last closes first, and nothing closes before it opens
bad-file-name = the file name “{ $file }” cannot be published
    .help = rename it: letters, digits, hyphens

bad-picture = { $file } cannot be shown as a picture{ $reason ->
        [format] , since browsers do not read this kind of file
        [animated] , since it moves and readers could not stop it
        [large] , since it has more than 50 megapixels
       *[damaged] , since the file is damaged
    }
    .help = { $reason ->
        [format] Save it as JPEG (photographs), PNG or SVG (drawings). A file of another kind can be offered for download with a link
        [animated] Use a still picture. WCAG 2.2.2 asks that whatever moves can be stopped
        [large] Scale it down to 6000 pixels or less; pages show at most 1800
       *[damaged] Open it in a picture program and save it again, or get the file once more
    }
unknown-picture = picture() knows no picture at “{ $src }”
    .help = Give it the address of a picture as it comes: page.image.src, or a shortcode’s parameter that the theme lists under "files". The component needs @root
cleaned-picture = { $what } was left out of this drawing
    .help = Published drawings contain no scripts, no animation, no embedded photographs and nothing from elsewhere. If something is missing in the picture now, export it again as “plain SVG”; save photographs as files of their own
unclean-picture = { $file } is published with everything that the camera wrote into it
    .help = That may be the place where it was taken (GPS). bruecke cannot read this format: save it as JPEG or PNG, or remove the metadata yourself
unused-file = no page uses { $file }, so it is not published
heavy-file = { $file } is { $size } MB; files over { $limit } MB are too large for many readers
    .help = export it smaller (a PDF with pictures of 150 dpi), or raise “max_file_size” in site.yaml
