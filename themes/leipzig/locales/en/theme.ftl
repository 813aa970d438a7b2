### Texts of the theme 'leipzig'

language-name = English

## Dates

date-long = { $day } { $month } { $year }
date-short = { $day }/{ $month-number }/{ $year }
date-month = { $month } { $year }
date-year = { $year }
date-range-month = { $start-day }–{ $end-day } { $month } { $year }
date-range-year = { $start-day } { $start-month } to { $end-day } { $end-month } { $year }
date-range = { $start-day } { $start-month } { $start-year } to { $end-day } { $end-month } { $end-year }

## Files

file-size-bytes =
    { $size ->
        [1] { $size } byte
       *[other] { $size } bytes
    }
file-size-kb = { $size } kB
file-size-mb = { $size } MB

## Navigation

skip-to-content = Skip to content
menu = Menu
menu-close = Close menu
menu-main = Main menu
menu-footer = More pages
menu-legal = Legal information
languages = Language
language-choose = Choose a language
language-nearest = (this page is not yet available in that language; the link leads to the nearest page that is)
breadcrumbs = Breadcrumbs
contents = Contents
neighbours = Previous and next pages
page-prev = Previous:
page-next = Next:
pager = Pagination
pager-slug = page
pager-label = Page
pager-newer = Newer entries
pager-older = Older entries

## Pages

published = Published
updated = Updated
event = Event
event-when = When
event-where = Where
event-calendar = Add to calendar
calendar = Calendar of events
authors = By
credit = Picture:
translations = This page in other languages
corrections = Corrections
# = same in German
attachments = Downloads
press-kit = Press kit
press-kit-captions = Picture captions
press-kit-alt = What the picture shows:
sources = Sources
contacts = Contact
tags-of-page = Topics
moved = This page has moved
notice-withdrawn = This page has been withdrawn.
notice-withdrawn-on = This page was withdrawn on { $date }.
notice-fallback = This text is not available in English yet. You are reading it in the language it was written in: { $language }.
notice-outdated = This translation reflects an earlier version. The source text ({ $language }) has changed since.
notice-outdated-since = This translation reflects an earlier version. The source text ({ $language }) was last changed on { $date }.
notice-source = Read the source text:
entry-language = Language:
notice-draft = Draft. This page has not been published yet.
address = Address

## Lists and topics

tags = Topics
    .slug = topics
tags-description = All topics of this website at a glance.
tags-page-title = Topic: { $tag }
tags-page-description = All news and background on the topic ‘{ $tag }’.
tag-count =
    { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }
list-empty = Nothing has been published here yet.

## Search, and what does not exist

search = Search
search-label = What are you looking for?
search-hint = Searches the full text of all pages. Accents and umlauts may be left out.
search-found =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
search-found-in =
    { $count ->
        [one] In English: { $count } result
       *[other] In English: { $count } results
    }
search-none = There is no such page. All pages are listed below, by section.
search-failed = The search index could not be loaded. Please reload the page.
search-scriptless = The search needs JavaScript. Without it, all pages are listed below by section, and under “Topics” by topic.
search-results = Search results
search-more = Show more results
search-elsewhere = Results in other languages
search-section = Section
search-year = Year
search-all = All
search-section-pages = { $section }: all { $count } pages
search-undated = undated
not-found-title = This page does not exist
not-found-text = There is nothing at this address. The page may have moved, or the address may have a typing error.
not-found-search = Search and all pages
not-found-home = To the home page: { $site }

## Feeds

feed = Subscribe to the news (Atom feed)
feed-title = { $site }: News
feed-title-of = { $site }: { $name }

## Home page

home-strands = Three strands of cooperation
home-newest = News
home-topics = Focus areas

## Details of the publisher

publisher = Publisher
license = Licence for texts:
not-provided = not yet provided
press-contact = Press contact
imprint-provider = Published by
imprint-contact = Contact
imprint-editor = Editorial responsibility
privacy-controller = Data controller
field-host = Hosting provider
privacy-officer = Data protection officer
accessibility-report = Report an accessibility problem
accessibility-enforcement = Enforcement procedure
# = same in German
field-name = Name
field-represented-by = Represented by
field-street = Street address
field-postal-code = Postcode
field-city = City
field-country = Country
field-phone = Telephone
field-email = Email
field-vat-id = VAT identification number
field-supervisor = Supervisory authority
field-editor = Person responsible
field-contact = Contact person
field-material = Pictures and press material
field-enforcement = Enforcement body
