### Help of the commands. NAME is what a command does, NAME.long what --help adds; NAME--OPTION is an option of it, arg--OPTION
### one that several commands share. value-NAME is the name of an option's value.

bruecke = Build websites in several languages from Markdown, Fluent and Tera
    .long = A site is a folder with site.yaml, content/, locales/ and themes/. Run “bruecke build” in it: the site is then in public/, ready for any static host. “bruecke serve” shows it while you write.
build = Build the site into a folder
    .long = The folder then holds the whole site with relative links: it works at a domain’s root, in a sub path, or from an object store. Files that did not change keep their modification time; when the site has errors, nothing is touched.
build--output = Where the site goes; by default “public” in the site’s folder
build--verify = Also read every file that should be as it was, and replace those that are not
build--no_wait = Do not wait while another run builds this site or writes into the folder; end with exit code 1
check = Check the whole site and report every error, without writing anything
check--output = The folder that the site is meant for: files in it that bruecke did not make are listed; by default “public” in the site’s folder
init = Create a small, complete starter site
    .long = It builds without warnings, has a page of every usual kind in every language, and its comments explain each setting. Replace the example publisher. Search engines stay out until a line in site.yaml is removed. Existing files are kept.
init--folder = The folder; it is created if it does not exist
init--languages = The site’s languages, the source language first
locales = Check the texts of the interface, add drafts of missing ones, create a language
locales-check = Report every mistake in locale files, and names in pages that are not the agreed ones
locales-sync = Add the messages that translations lack, as comments with the text of the source language
    .long = What is in the files stays as it is, byte for byte. A draft goes after the message that comes before it in the source language. Translate its text and remove the “#”.
locales-sync--languages = The languages to bring up to date; by default all
locales-new = Create a language: locales/LANGUAGE/site.ftl with every message of the site, and of the theme where it lacks them
    .long = The file holds the texts of the source language, not comments, so that the site builds at once and can be looked at. “locales check” then names every text that is still to be translated. A language that has files is not touched.
locales-new--language = The language, as a BCP 47 tag such as fr or pt-BR
new = Create a page: a release, an event
    .long = The theme’s archetypes say what such a page begins with and where its file goes; nothing is overwritten. On a terminal bruecke asks for what is missing. The page is a draft: it goes public when the line “draft: true” is removed.
new--kind = The kind of page: an archetype of the theme, such as “release”, “event” or “page”
new--title = The page’s title
new--language = The language it is written in; by default the site’s first
new--date = Its date, such as 2026-11-24; by default today
new--translations = Also create translation files, such as “vi,en”
new--edit = Open the page in the editor that VISUAL or EDITOR names
schedule = List scheduled changes: when a page goes public, and when it expires
    .long = A static site does not change by itself: build it again at each of these times.
schedule--at = List what comes after this time; by default SOURCE_DATE_EPOCH if set, otherwise now
serve = Show the site in the browser and follow changes
    .long = Builds in memory, answers on this machine only by default, watches the site’s folder and reloads the open page after a change. Errors are shown in the page; the last good version stays behind them. Drafts and pages under embargo are shown with a badge. /__bruecke/ shows the site’s status: its pages by language, errors and warnings, scheduled changes.
serve--port = The port; 0 takes a free one
serve--lan = Let other machines of the network look too, such as a telephone: anyone on the network can see the site, drafts included if they are shown
serve--open = Open the browser
serve--public = Show the site as “build” makes it: without drafts, unless --drafts is given, and without pages under embargo
translations = Show how far each translation is, bring it up to date, and exchange texts with translation agencies
    .long = Without a further command it prints a table: one row per page, one column per language. A page is “original” where it was written, “current” when its translation notes the state that its source is in, “outdated” when the source has changed since, “unmarked” if no source revision is recorded, and “missing”.
translations--table = Print the table for another program
translations--fail_on = End with exit code 1 if a page is in one of these states: for scheduled checks
translations-diff = Show what has changed in a source since it was translated, word by word; needs the git history
translations-mark = Record that a translation matches its source as it is now: after a review
    .long = With --typo, after a change of the source that needs no new translation: every outdated translation of the page is marked, in all languages unless --language names some.
translations-mark--pages = The pages: their files, or their paths as in links
translations-mark--all = Every page that --language and --state choose; both must be given
translations-mark--typo = The source’s change needs no new translation
translations-new = Create a translation file, with the source’s text in it
translations-report = Write the table as a web page that stands alone
translations-report--output = Where the page goes
translations-export = Write pages as XLIFF or PO, for a translation agency
    .long = One file per source language, such as de-vi.xlf, with one unit per text and everything that is not text protected.
translations-export--language = The language to translate into
translations-export--state = Only pages in these states: missing, outdated, unmarked, current
translations-export--file_format = The format of the files
translations-export--output = Where the files go
translations-export--pages = Only these pages, such as news/2026-12-02-open-day; by default all
translations-import = Write what the agency translated back into pages
    .long = The pages take the structure of their source and the words of the agency, and record the state of the source that was translated. A page with a mistake is not written; the others are.
translations-import--file = The file: XLIFF 2 or PO, made by export
translations-import--partial = Write pages with untranslated texts too; these stay in the language of the source
explain = Show where each value of a page’s front matter comes from
completions = Print a script with which a shell completes the commands and options of bruecke
    .long = For bash: bruecke completions bash > ~/.local/share/bash-completion/completions/bruecke. Each shell has a folder of its own for such scripts.
completions--shell = The shell
man = Write the manual pages: one for bruecke, and one for each command
man--folder = The folder for the pages, such as ~/.local/share/man/man1; without it the first page is printed
schema = Write JSON Schemas of site.yaml and of front matter, with which editors complete and check them
schema--folder = The folder for site.schema.json and front-matter.schema.json

## Options of several commands

arg--path = The site’s folder
arg--base_url = Use this public address instead of the one in site.yaml
arg--drafts = Include drafts
arg--at = Build for this time (such as 2026-11-24T12:00+01:00): pages under embargo then stay out. By default SOURCE_DATE_EPOCH if set, otherwise now
arg--lang = Language of the messages: de, vi or en; defaults to the language of the environment
arg--format = How messages are printed: for people, with an excerpt under each, or as one JSON object
arg--language = The language of the translation; of the table: these languages only, such as “vi,en”
arg--state = These states only, such as “outdated,missing”
arg--page = The page: its file, or its path as in links, such as “/press.md”
arg--help = Print help; --help says more than -h
arg--version = Print the version

## Values

value-DIR = DIR
value-FILE = FILE
value-LANG = LANG
value-LANGUAGE = LANGUAGE
value-DAY = DAY
value-TIME = TIME
value-URL = URL
value-PORT = PORT
value-STATE = STATE
value-STATES = STATES
value-FORMAT = FORMAT
value-PAGE = PAGE
value-PAGES = PAGES
value-KIND = KIND
value-TITLE = TITLE
value-SHELL = SHELL

## Words around them

heading-usage = Usage:
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
usage-options = [OPTIONS]
usage-command = COMMAND
default = default: { $values }
possible = possible: { $values }

## Wrong use

usage-error = error:
usage-tip = tip:
usage-more = For more information, try “{ $command }”.
usage-unknown-argument = unexpected argument “{ $arg }”
usage-unknown-command = unknown command “{ $arg }”
usage-invalid-value = “{ $value }” is not a value of { $arg }
usage-missing = missing: { $args }
usage-conflict = { $arg } cannot be used together with { $other }
usage-once = { $arg } cannot be used more than once
usage-no-command = a command is missing
usage-wrong = the arguments do not fit
usage-did-you-mean = did you mean “{ $name }”?
usage-lang = --lang is the language of messages; --language names one of the site
usage-format = --format is that of messages; --table gives a table as CSV or Markdown, --file-format a file as XLIFF or PO
usage-messages = messages are in de, vi and en
usage-day = write a day such as 2026-11-24
usage-time = write a time with an offset, such as 2026-11-24T12:00:00+01:00
usage-url = write an address such as https://example.org/path/
usage-tag = write a BCP 47 tag such as fr or pt-BR
usage-state = the states are original, current, outdated, unmarked and missing

## Headings of manual pages

man-NAME = NAME
man-SYNOPSIS = SYNOPSIS
man-DESCRIPTION = DESCRIPTION
man-SUBCOMMANDS = SUBCOMMANDS
man-VERSION = VERSION
