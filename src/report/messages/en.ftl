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
not-ours = { $path } holds files that bruecke did not make, so nothing was written. Give another folder with --output, or empty this one yourself.
not-ours-file = { $path } was not made by bruecke, but the site has a file of that name; nothing was written. Move it away, or give the page another “slug:”.
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
new-exists = { $path } has files already, so nothing was written. To add missing messages, use “bruecke locales sync”.
new-next = Next: add “{ $lang }” to “languages” in site.yaml, make content/_index.{ $lang }.md, and translate. “bruecke locales check” names what is still to be translated.
failure = error: { $reason }
serving = The site is at { $url } – Ctrl-C ends it
serve-errors = The site has errors. This page shows the last good version.
serve-none = There is no good version yet: mend the errors and save.

no-site = there is no site.yaml in { $root }
    .help = run bruecke in the site's folder, or name it with --root
unreadable = { $file } cannot be read: { $reason }
    .help = check that the file exists and that you may read it
not-utf8 = { $file } is not UTF-8
    .help = save the file with the encoding UTF-8
yaml-syntax = this is not valid YAML: { $reason }
    .help = texts with a colon, a # or quotation marks go in quotes: title: "Leipzig: a report"
duplicate-key = the key “{ $key }” is there twice
    .help = keep one of the two lines
unknown-key = the key “{ $key }” is not known here
    .help = { $nearest ->
        [none] own values go under “extra:”
       *[other] is it “{ $nearest }”?
    }
missing-key = the key “{ $key }” is missing
    .help = add a line “{ $key }: …”
wrong-type = the value must be { $expected ->
    [text] a text
    [number] a whole number
    [boolean] true or false
    [list] a list: lines that begin with “- ”, or [a, b]
    [mapping] a group of keys, indented below
    [missing] fallback, omit or error
    [sort_by] date, weight or title
   *[other] { $expected }
 }
    .help = { $expected ->
        [text] put the text in quotes if it is not read as one
       *[other] {""}
    }
bad-date = “{ $value }” is not a date
    .help = write 2024-09-22, or with a time 2024-09-22T10:00+02:00
bad-url = “{ $value }” is not an address
    .help = write the whole address: https://example.org/path/; an alias begins at the site's root: /old/address/
bad-language = “{ $value }” is not a language, or is listed twice
    .help = use a BCP 47 tag such as de, vi, en or pt-BR
bad-revision = “{ $value }” is not the revision of a source
    .help = a revision has 12 characters from 0–9 and a–f, in quotes; leave it out if you do not know it
unknown-language = the site has no language “{ $value }”
    .help = site.yaml lists: { $languages }
bad-timezone = “{ $value }” is not a time zone
    .help = use a name such as Europe/Berlin or Asia/Ho_Chi_Minh
no-language = the file's name does not say its language
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
       *[other] is it “{ $nearest }”?
    }
theme-cycle = the theme “{ $theme }” extends itself
    .help = remove “extends:” from one of the themes
template = { $reason }
    .help = { $page ->
        [none] mend the template
       *[other] it happened while { $page } was rendered
    }
unknown-template = the theme has no template “{ $template }”
    .help = { $nearest ->
        [none] remove the key, and the page gets the template of its kind
       *[other] is it “{ $nearest }”?
    }
unknown-asset = the theme has no asset “{ $asset }”
    .help = { $nearest ->
        [none] put it into the theme's folder assets/
       *[other] is it “{ $nearest }”?
    }
style = this style sheet has a mistake: { $reason }
    .help = look at the place for a missing bracket, semicolon or quotation mark
import-cycle = “{ $sheet }” imports itself
    .help = take out one of the @import rules that lead round in a circle
foreign-request = “{ $url }” would be loaded from somebody else's server
    .help = put the file into the theme's folder assets/ and name it from there: pages must ask no other host for anything (privacy)
needs-implicit = this component calls a function that needs “{ $name }”
    .help = list { $name } among the component's arguments
unknown-shortcode = there is no shortcode “{ $name }”
    .help = { $nearest ->
        [none] the theme has: { $known }
       *[other] is it “{ $nearest }”? The theme has: { $known }
    }
unknown-parameter = the shortcode “{ $shortcode }” has no parameter “{ $name }”
    .help = { $nearest ->
        [none] remove it
       *[other] is it “{ $nearest }”?
    }
missing-parameter = the shortcode “{ $shortcode }” needs the parameter “{ $name }”
    .help = add { $name }="…"
wrong-parameter = the parameter “{ $name }” must be { $expected ->
    [text] a text in quotes
    [number] a whole number without quotes
   *[other] true or false without quotes
 }
    .help = {""}
shortcode-syntax = this shortcode cannot be read{ $reason ->
    [close] : its end is missing
    [name] : a parameter's name is missing
    [equals] : “=” is missing after the parameter's name
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
    [true] encloses a text
   *[other] does not enclose a text
 }
    .help = { $body ->
        [true] write {"{%"} { $name }(…) {"%}"}, the text, and {"{%"} end {"%}"}
       *[other] write {"{{"} { $name }(…) {"}}"}
    }
raw-html = HTML is not allowed in pages
    .help = use Markdown or a shortcode; if HTML is really wanted, set markdown: { "{" } raw_html: true { "}" } in site.yaml
duplicate-id = the id “{ $id }” is there twice in this page
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
       *[other] is it “{ $nearest }”? Otherwise add it in locales/{ $lang }/
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
    .help = take over the tags in angle brackets and translate what stands between them. If it is right as it is, put a line “# = checked” directly above
unknown-variable = “{ $message }” asks for ${ $variable }, but nobody gives it that
    .help = { $nearest ->
        [none] { $known ->
            [none] this message gets no variables: write the text without it
           *[other] there are: { $known }
        }
       *[other] is it ${ $nearest }? There are: { $known }
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
       *[other] is it { $nearest }?
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
       *[other] is it { $nearest }?
    }
reference-cycle = “{ $message }” needs itself: { $path }
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
glossary = “{ $form }” is not the agreed name
    .help = write “{ $agreed }”; agreed names and exceptions are in the file -terms.ftl of the language
stray-locale = { $file } is for a language the site does not have
    .help = site.yaml lists: { $languages }
broken-link = there is no page “{ $dest }”
    .help = { $nearest ->
        [none] pages are linked by their file without language: /news/name.md
       *[other] is it { $nearest }?
    }
missing-file = there is no file “{ $dest }”
    .help = { $nearest ->
        [none] put the file beside the page, or write its path from content/ with a leading slash
       *[other] is it /{ $nearest }?
    }
broken-anchor = { $file } has no place “#{ $anchor }”
    .help = { $nearest ->
        [none] it has: { $known }
       *[other] is it #{ $nearest }?
    }
link-to-unpublished = “{ $dest }” is not public at this time (draft, embargo or expired)
    .help = remove the link until the page is public, or publish both together
link-untranslated = “{ $dest }” has no version in “{ $lang }”; the link leads to “{ $other }”
    .help = translate the page, or leave it so
link-escapes = “{ $dest }” leads out of the site's folder
    .help = pages and files must lie in content/
bad-scheme = the address “{ $dest }” is not allowed here
    .help = links may be https, http, mailto or tel; pictures and files must be part of the site, since its pages ask no other host for anything
same-address = the address { $path } is taken already, by { $other }
    .help = give one of them another “slug:”
bad-slug = “{ $value }” cannot be part of an address
    .help = use small letters, digits and hyphens: delegation-nach-vietnam
no-slug = no address can be made from the title “{ $title }”
    .help = add a line “slug: …”
no-source = this page is marked as translated from “{ $from }”, but has no file in that language
    .help = correct “from:”, or remove “translation:” if this is the original
translation-cycle = the translations of this page are made from each other in a circle
    .help = remove “translation:” from the file that was written first
missing-translation = this page is missing in: { $languages }
    .help = readers get there what “missing” says: the version in the original language (fallback) or nothing (omit)
translation-required = this page is missing in { $lang } and must not be
    .help = add the translation, or change “missing” in site.yaml or in the section
not-a-section = “{ $key }” is for sections only
    .help = put it into the _index file of the section
no-home = language “{ $lang }” has no home page
    .help = add content/_index.{ $lang }.md
event-order = the event ends before it begins
    .help = check “start:” and “end:”
missing-credit = the page's picture has no credit
    .help = add “credit:” under “image:”: whose picture is it?
publisher-unset = { $count ->
    [one] one field of the publisher is not filled in
   *[other] { $count } fields of the publisher are not filled in
 }: { $fields }
    .help = fill them in under “publisher:” in site.yaml before the site goes public; until then the pages say that they are missing
bad-file-name = the file name “{ $file }” cannot be published
    .help = rename it: letters, digits, hyphens
