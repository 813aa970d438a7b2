### Texte des Themes "leipzig"

language-name = Deutsch

## Datum

date-long = { $day }. { $month } { $year }
date-short = { $day }. { $month-number }. { $year }
date-month = { $month } { $year }
date-year = { $year }
date-range-month = { $start-day }.–{ $end-day }. { $month } { $year }
date-range-year = { $start-day }. { $start-month } bis { $end-day }. { $end-month } { $year }
date-range = { $start-day }. { $start-month } { $start-year } bis { $end-day }. { $end-month } { $end-year }

## Dateien

file-size-bytes = { $size } Byte
file-size-kb = { $size } kB
file-size-mb = { $size } MB

## Navigation

skip-to-content = Zum Inhalt springen
menu = Menü
menu-close = Menü schließen
menu-main = Hauptmenü
menu-footer = Weitere Seiten
menu-legal = Rechtliches
languages = Sprache
language-choose = Sprache wählen
language-nearest = (diese Seite liegt in dieser Sprache noch nicht vor; der Link führt zur nächsten vorhandenen Seite)
breadcrumbs = Pfad zu dieser Seite
contents = Inhalt
neighbours = Vorherige und nächste Seite
page-prev = Zurück:
page-next = Weiter:
pager = Seiten der Liste
pager-slug = seite
pager-label = Seite
pager-newer = Neuere Einträge
pager-older = Ältere Einträge

## Seiten

published = Veröffentlicht
updated = Aktualisiert
event = Termin
event-when = Termin
event-where = Ort
event-calendar = In den Kalender
calendar = Kalender der Termine
authors = Text
credit = Bild:
translations = Diese Seite in anderen Sprachen
corrections = Korrekturen
attachments = Downloads
press-kit = Pressemappe
press-kit-captions = Bildtexte
press-kit-alt = Auf dem Bild zu sehen:
sources = Quellen
contacts = Kontakt
tags-of-page = Themen
moved = Diese Seite ist umgezogen
notice-withdrawn = Diese Seite wurde zurückgezogen.
notice-withdrawn-on = Diese Seite wurde am { $date } zurückgezogen.
notice-fallback = Dieser Text liegt noch nicht auf Deutsch vor. Sie lesen die Fassung in der Sprache, in der er verfasst wurde: { $language }.
notice-outdated = Diese Übersetzung gibt einen früheren Stand wieder. Die Vorlage ({ $language }) wurde seither geändert.
notice-outdated-since = Diese Übersetzung gibt einen früheren Stand wieder. Die Vorlage ({ $language }) wurde zuletzt am { $date } geändert.
notice-source = Zur Vorlage:
entry-language = Sprache:
notice-draft = Entwurf. Diese Seite ist noch nicht veröffentlicht.
address = Adresse

## Listen und Themen

tags = Themen
    .slug = themen
tags-description = Alle Themen dieser Website im Überblick.
tags-page-title = Thema: { $tag }
tags-page-description = Alle Meldungen und Hintergründe zum Thema „{ $tag }“.
tag-count =
    { $count ->
        [one] { $count } Seite
       *[other] { $count } Seiten
    }
list-empty = Hier ist noch nichts erschienen.

## Suche, und was es nicht gibt

search = Suche
search-label = Wonach suchen Sie?
search-hint = Gesucht wird im ganzen Text aller Seiten. Umlaute und Akzente dürfen fehlen.
search-found = { $count } Treffer
search-found-in = Auf Deutsch: { $count } Treffer
search-none = Dazu gibt es keine Seite. Unten stehen alle Seiten nach Bereichen.
search-failed = Das Verzeichnis für die Suche ließ sich nicht laden. Bitte laden Sie die Seite neu.
search-scriptless = Die Suche braucht JavaScript. Ohne JavaScript finden Sie hier alle Seiten nach Bereichen, und unter „Themen“ alle Seiten nach Themen.
search-results = Suchergebnisse
search-more = Weitere Treffer zeigen
search-elsewhere = Treffer in anderen Sprachen
search-section = Bereich
search-year = Jahr
search-all = Alle
search-section-pages = { $section }: alle { $count } Seiten
search-undated = ohne Datum
not-found-title = Diese Seite gibt es nicht
not-found-text = Unter dieser Adresse steht nichts. Vielleicht ist die Seite umgezogen, oder die Adresse enthält einen Tippfehler.
not-found-search = Suche und alle Seiten
not-found-home = Zur Startseite: { $site }

## Feeds

feed = Meldungen abonnieren (Atom-Feed)
feed-title = { $site }: Meldungen
feed-title-of = { $site }: { $name }

## Startseite

home-strands = Die Zusammenarbeit im Überblick
home-newest = Aktuelles
home-topics = Schwerpunkte

## Angaben des Herausgebers

publisher = Herausgeber
license = Lizenz der Texte:
not-provided = noch nicht angegeben
press-contact = Pressekontakt
imprint-provider = Anbieter
imprint-contact = Kontakt
imprint-editor = Redaktionell verantwortlich
privacy-controller = Verantwortlich für die Datenverarbeitung
field-host = Technischer Betrieb (Hosting)
privacy-officer = Datenschutzbeauftragte oder Datenschutzbeauftragter
accessibility-report = Barrieren melden
accessibility-enforcement = Durchsetzungsverfahren
field-name = Name
field-represented-by = Vertreten durch
field-street = Straße und Hausnummer
field-postal-code = Postleitzahl
field-city = Ort
field-country = Land
field-phone = Telefon
field-email = E-Mail
field-vat-id = Umsatzsteuer-Identifikationsnummer
field-supervisor = Aufsichtsbehörde
field-editor = Verantwortlich
field-contact = Ansprechperson
field-material = Bild- und Pressematerial
field-enforcement = Zuständige Stelle
