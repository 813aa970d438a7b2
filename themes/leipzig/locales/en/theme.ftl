### Texts of the theme 'leipzig'

language-name = English

## Dates
## Between day and month, and before units, stands a no-break space (U+00A0), so that no line breaks there.

date-long = { $day } { $month } { $year }
date-short = { $day }/{ $month-number }/{ $year }
date-month = { $month } { $year }
date-year = { $year }
date-range-month = { $start-day }–{ $end-day } { $month } { $year }
date-range-year = { $start-day } { $start-month } to { $end-day } { $end-month } { $year }
date-range = { $start-day } { $start-month } { $start-year } to { $end-day } { $end-month } { $end-year }

## Files

file-size-bytes =
    { $size ->
        [1] { $size } byte
       *[other] { $size } bytes
    }
file-size-kb = { $size } kB
file-size-mb = { $size } MB

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
event-of = Event date
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
tags-page-description = All news and background on the topic “{ $tag }”.
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
search-none = No pages match. All pages are listed below, by section.
search-failed = Search is not available at the moment. Please reload the page.
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
not-found-text = There is nothing at this address. The page may have moved, or the address may be mistyped.
not-found-search = Search and all pages
not-found-home = To the home page: { $site }

## Feeds

feed = Subscribe to the news (Atom feed)
feed-title = { $site }: News
feed-title-of = { $site }: { $name }

## Home page

home-strands = The cooperation at a glance
home-newest = News
home-topics = Focus areas

## Details of the publisher

publisher = Publisher
license = Licence for texts:
not-provided = not yet provided
press-contact = Press contact
imprint-contact = Contact
# Section 5 of the German Digital Services Act (DDG), section 18 (1) and (2) of the Interstate Media Treaty (MStV).
imprint-provider = Information under section 5 DDG and section 18 MStV
imprint-editor = Responsible under section 18 (2) MStV
legal-binding = The German version is binding.
# Article 13 (1) and (2) GDPR says what belongs on this page.
privacy-controller = Data controller
privacy-officer = Data protection officer
# Article 6 (1) (e) GDPR with section 3 SächsDSDG, as in the privacy policy of opendata.leipzig.de.
privacy-purpose = Purpose and legal basis
privacy-purpose-text = When you open a page, the server processes your IP address, the time, the address of the page and the data that your browser sends with the request. This is necessary to deliver the page and to keep the service secure. The site informs the public and thus serves a task carried out in the public interest. The legal basis is Article 6 (1) (e) of the General Data Protection Regulation (GDPR) in conjunction with section 3 of the Saxon act implementing it (SächsDSDG).
# Article 13 (1) (e) and Article 28 GDPR.
privacy-recipients = Recipients
privacy-recipients-text = A service provider runs the server on our behalf (Article 28 GDPR). The data are not passed on to anyone else.
# Article 13 (2) (a) GDPR.
privacy-retention = How long data are kept
field-retention = Server log
privacy-search = Search
privacy-search-text = Searches run in your browser. The search term is part of the page’s address and may therefore appear in the server’s log.
privacy-mail = Enquiries
privacy-mail-text = If you write to us or call us, for example using the press contact or about an accessibility problem, we process the information you give us in order to answer you. The legal basis is again Article 6 (1) (e) GDPR in conjunction with section 3 SächsDSDG. We delete the information once we no longer need it for this purpose and for our records.
# Article 13 (2) (b) GDPR; the rights themselves are in the articles named.
privacy-rights = Your rights
privacy-rights-text = You have the right of access (Article 15 GDPR), rectification (Article 16), erasure (Article 17) and restriction of processing (Article 18). You may object to the processing (Article 21). To exercise these rights, please contact the controller named above.
# Article 13 (2) (d) and Article 77 GDPR.
privacy-complaint = Complaints
privacy-complaint-text = You may lodge a complaint with the data protection supervisory authority (Article 77 GDPR).
field-authority = Supervisory authority
# Implementing Decision (EU) 2018/1523, annex; the Saxon Accessible Websites Act (BfWebG) of 10 April 2019.
accessibility-compliance = Compliance status
accessibility-body = The publisher of this site
accessibility-scope = { $name } is committed to making this website accessible in accordance with the Saxon Accessible Websites Act (Barrierefreie-Websites-Gesetz, BfWebG) and the regulation to which it refers (BITV 2.0). This statement applies to { $address }.
accessibility-full = This website is fully compliant with the requirements.
accessibility-partial = This website is partially compliant with the requirements. What is not yet compliant is listed below.
accessibility-not = This website is not compliant with the requirements. What is not compliant is listed below.
accessibility-statement = Preparation of this statement
# Article 3 of Implementing Decision (EU) 2018/1523: the method is to be named, the statement to be reviewed regularly.
accessibility-method = This statement is based on a self-assessment.
field-created = Prepared on
field-reviewed = Last reviewed on
accessibility-report = Report an accessibility problem
# The enforcement body of the Free State of Saxony names the time limit of a month (durchsetzungsstelle.sachsen.de).
accessibility-report-text = If you come across a problem or need content in another format, please contact the office named below. It helps to include the address of the page and a short description. You will receive an answer within a month.
accessibility-enforcement = Enforcement procedure
# durchsetzungsstelle.sachsen.de, on complaints to the enforcement body.
accessibility-enforcement-text = If you do not receive an answer within a month, or are not satisfied with it, you may turn to the enforcement body. The procedure is free of charge, and you do not need a lawyer.
field-legal-form = Legal form
field-business-id = Business identification number
field-address = Address
# = same in German
field-website = Website
field-host = Hosting provider
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
# = same in German
field-editor = Name
field-contact = Contact person
field-material = Pictures and press material
field-enforcement = Enforcement body
