### Texte des Themes "leipzig"

language-name = Deutsch

## Datum
## Zwischen Tag und Monat und vor Einheiten steht ein geschütztes Leerzeichen (U+00A0), damit die Zeile dort nicht bricht.

date-long = { $day }. { $month } { $year }
date-short = { $day }.{ $month-number }.{ $year }
date-month = { $month } { $year }
date-year = { $year }
date-range-month = { $start-day }.–{ $end-day }. { $month } { $year }
date-range-year = { $start-day }. { $start-month } bis { $end-day }. { $end-month } { $year }
date-range = { $start-day }. { $start-month } { $start-year } bis { $end-day }. { $end-month } { $end-year }

## Dateien

file-size-bytes = { $size } Byte
file-size-kb = { $size } kB
file-size-mb = { $size } MB

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
# Vor dem Tag eines Ereignisses, von dem eine spätere Meldung berichtet: „Ereignis“, darunter „6. Dezember 2018“.
event-of = Ereignis
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
search-none = Dazu gibt es keine Seite. Unten stehen alle Seiten nach Rubriken.
search-failed = Die Suche ist gerade nicht verfügbar. Bitte laden Sie die Seite neu.
search-scriptless = Die Suche braucht JavaScript. Ohne JavaScript finden Sie hier alle Seiten nach Rubriken und unter „Themen“ alle Seiten nach Themen.
search-results = Suchergebnisse
search-more = Weitere Treffer zeigen
search-elsewhere = Treffer in anderen Sprachen
search-section = Rubrik
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
imprint-contact = Kontakt
# § 5 des Digitale-Dienste-Gesetzes (DDG), § 18 Abs. 1 und 2 des Medienstaatsvertrags (MStV).
imprint-provider = Angaben nach § 5 DDG und § 18 MStV
imprint-editor = Verantwortlich nach § 18 Abs. 2 MStV
legal-binding = Maßgeblich ist die deutsche Fassung.
# Artikel 13 Abs. 1 und 2 der Datenschutz-Grundverordnung (DSGVO) sagt, was auf diese Seite gehört.
privacy-controller = Verantwortlich für die Datenverarbeitung
privacy-officer = Kontakt zum Datenschutz
# Artikel 6 Abs. 1 Buchst. e DSGVO mit § 3 SächsDSDG, wie in der Datenschutzerklärung von opendata.leipzig.de.
privacy-purpose = Zweck und Rechtsgrundlage
privacy-purpose-text = Wenn Sie eine Seite aufrufen, verarbeitet der Server Ihre IP-Adresse, den Zeitpunkt, die Adresse der Seite und die Angaben, die Ihr Browser mitschickt. Das ist nötig, um die Seite auszuliefern und den Betrieb zu sichern. Die Website informiert die Öffentlichkeit und dient damit einer Aufgabe im öffentlichen Interesse. Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe e der Datenschutz-Grundverordnung (DSGVO) in Verbindung mit § 3 des Sächsischen Datenschutzdurchführungsgesetzes (SächsDSDG).
# Artikel 13 Abs. 1 Buchst. e und Artikel 28 DSGVO.
privacy-recipients = Empfänger
privacy-recipients-text = Den Server betreibt ein Dienstleister im Auftrag (Artikel 28 DSGVO). An andere werden die Daten nicht weitergegeben.
# Artikel 13 Abs. 2 Buchst. a DSGVO.
privacy-retention = Speicherdauer
field-retention = Protokoll des Servers
privacy-search = Suche
privacy-search-text = Gesucht wird in Ihrem Browser. Der Suchbegriff steht in der Adresse der Seite und kann deshalb im Protokoll des Servers stehen.
privacy-mail = Anfragen
privacy-mail-text = Wenn Sie uns schreiben oder anrufen, etwa über den Pressekontakt oder wegen einer Barriere, verarbeiten wir Ihre Angaben, um Ihnen zu antworten. Rechtsgrundlage ist auch hier Artikel 6 Absatz 1 Buchstabe e DSGVO in Verbindung mit § 3 SächsDSDG. Wir löschen die Angaben, wenn wir sie dafür und für die Aktenführung nicht mehr brauchen.
# Artikel 13 Abs. 2 Buchst. b DSGVO; die Rechte selbst stehen in den genannten Artikeln.
privacy-rights = Ihre Rechte
privacy-rights-text = Sie haben das Recht auf Auskunft (Artikel 15 DSGVO), Berichtigung (Artikel 16), Löschung (Artikel 17) und Einschränkung der Verarbeitung (Artikel 18). Sie können der Verarbeitung widersprechen (Artikel 21). Wenden Sie sich dafür an die oben genannte Stelle.
# Artikel 13 Abs. 2 Buchst. d und Artikel 77 DSGVO.
privacy-complaint = Beschwerde
privacy-complaint-text = Sie können sich bei der Aufsichtsbehörde für den Datenschutz beschweren (Artikel 77 DSGVO).
field-authority = Aufsichtsbehörde
# Durchführungsbeschluss (EU) 2018/1523, Anhang; Barrierefreie-Websites-Gesetz (BfWebG) vom 10. April 2019, Sachsen.
accessibility-compliance = Stand der Vereinbarkeit mit den Anforderungen
accessibility-body = Die Herausgeberin dieser Website
accessibility-scope = { $name } ist bemüht, diese Website im Einklang mit dem Barrierefreie-Websites-Gesetz (BfWebG) und der Barrierefreie-Informationstechnik-Verordnung (BITV 2.0), auf die es verweist, barrierefrei zugänglich zu machen. Diese Erklärung gilt für { $address }.
accessibility-full = Diese Website ist mit den Anforderungen vollständig vereinbar.
accessibility-partial = Diese Website ist mit den Anforderungen teilweise vereinbar. Was noch nicht vereinbar ist, steht unten.
accessibility-not = Diese Website ist mit den Anforderungen nicht vereinbar. Was nicht vereinbar ist, steht unten.
accessibility-statement = Erstellung dieser Erklärung
# Artikel 3 des Durchführungsbeschlusses (EU) 2018/1523: Die Methode ist zu nennen, die Erklärung regelmäßig zu überprüfen.
accessibility-method = Diese Erklärung beruht auf einer Selbstbewertung.
field-created = Erstellt am
field-reviewed = Zuletzt überprüft am
accessibility-report = Barrieren melden
# Die Frist von einem Monat nennt die Durchsetzungsstelle des Freistaates Sachsen (durchsetzungsstelle.sachsen.de).
accessibility-report-text = Wenn Ihnen eine Barriere auffällt oder Sie einen Inhalt in anderer Form brauchen, wenden Sie sich bitte an die unten genannte Stelle. Hilfreich sind die Adresse der Seite und eine kurze Beschreibung. Sie erhalten innerhalb eines Monats eine Antwort.
accessibility-enforcement = Durchsetzungsverfahren
# durchsetzungsstelle.sachsen.de, „Beschwerden an die Durchsetzungsstelle“.
accessibility-enforcement-text = Wenn Sie innerhalb eines Monats keine Antwort erhalten oder mit ihr nicht zufrieden sind, können Sie sich an die Durchsetzungsstelle wenden. Das Verfahren ist kostenlos; Sie brauchen keinen Rechtsbeistand.
field-legal-form = Rechtsform
field-business-id = Wirtschafts-Identifikationsnummer
field-address = Anschrift
field-website = Website
field-host = Technischer Betrieb (Hosting)
field-name = Name
field-represented-by = Vertreten durch
field-street = Straße und Hausnummer
field-postal-code = Postleitzahl
field-city = Ort
field-country = Land
field-phone = Telefon
field-email = E-Mail
field-vat-id = Umsatzsteuer-Identifikationsnummer
field-supervisor = Rechtsaufsichtsbehörde
field-editor = Name
field-contact = Ansprechperson
field-material = Bild- und Pressematerial
field-enforcement = Zuständige Stelle
