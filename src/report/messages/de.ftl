level-error = Fehler
level-warning = Warnung
level-help = Hilfe
building = Website wird erstellt …
summary-language = { $lang }: { $pages ->
    [one] { $pages } Seite
   *[other] { $pages } Seiten
 }, { $translated } übersetzt, { $missing } fehlend
summary-written = { $changed ->
    [one] { $changed } Datei
   *[other] { $changed } Dateien
 } geschrieben, { $unchanged } unverändert, { $removed } entfernt in { $output } ({ $ms } ms)
summary-checked = Geprüft: { $errors ->
    [one] { $errors } Fehler
   *[other] { $errors } Fehler
 }, { $warnings ->
    [one] { $warnings } Warnung
   *[other] { $warnings } Warnungen
 } ({ $ms } ms)
summary-failed = { $errors ->
    [one] { $errors } Fehler
   *[other] { $errors } Fehler
 }, { $warnings ->
    [one] { $warnings } Warnung
   *[other] { $warnings } Warnungen
 }: Es wurde nichts geschrieben, die letzte fehlerfreie Ausgabe ist unverändert
summary-next = nächste Änderung: { $time } – dann neu erstellen
schedule-none = Nichts steht an, und nichts läuft ab.
schedule-publish = erscheint
schedule-expire = läuft ab
not-ours = { $path } enthält Dateien, die nicht von bruecke stammen; deshalb wurde nichts geschrieben. Geben Sie mit --output einen anderen Ordner an, oder entfernen Sie diese Dateien:
not-ours-further = und { $count ->
    [one] eine weitere
   *[other] { $count } weitere
}
disk-full = Die Website braucht { $what } MB, und bis alles geschrieben ist, bleibt die alte daneben liegen; am öffentlichen Stand hat sich nichts geändert
waiting-build = Ein anderer Lauf von bruecke erstellt gerade diese Website oder schreibt nach { $path }; dieser wartet, bis er fertig ist …
busy-build = Ein anderer Lauf von bruecke erstellt gerade diese Website oder schreibt nach { $path }; wegen --no-wait wurde nichts getan.
output-in-site = { $path } enthält oder ist ein Ordner, aus dem die Website entsteht (content, locales, themes, .bruecke). Geben Sie mit --output einen anderen Ordner an.
not-ours-file = Diese Dateien stammen nicht von bruecke, stehen aber dort, wo die Website eigene braucht; es wurde nichts geschrieben. Legen Sie sie an einen anderen Ort, oder geben Sie der Seite ein anderes „slug:“:
sync-added = { $path }: { $count ->
    [one] { $count } Entwurf
   *[other] { $count } Entwürfe
 } angelegt: { $names }
sync-nothing = Es fehlt nichts: Keine Datei wurde geändert.
sync-unknown = Die Website hat keine Sprache „{ $lang }“. In site.yaml sind aufgeführt: { $languages }
new-added = { $path }: { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 } zu übersetzen
locale-exists = { $path } enthält schon Dateien; deshalb wurde nichts geschrieben. Fehlende Einträge ergänzt „bruecke locales sync“.
new-next = So geht es weiter: Tragen Sie „{ $lang }“ in site.yaml unter „languages“ ein, legen Sie content/_index.{ $lang }.md an und übersetzen Sie. „bruecke locales check“ nennt, was noch zu übersetzen ist.
failure = Fehler: { $reason }
more-messages = { $count ->
    [one] und eine weitere Meldung
   *[other] und { $count } weitere Meldungen
 }: Beheben Sie zuerst, was oben steht
cannot-listen = { $what } lässt sich nicht öffnen; nennen Sie mit --port einen anderen Port, oder --port 0 für einen freien
cannot-answer = Die Vorschau kann nicht mehr antworten
cannot-wait = Auf Strg + C lässt sich nicht warten
cannot-follow = Änderungen lassen sich nicht mehr verfolgen
cannot-open = Der Ordner { $what } lässt sich nicht öffnen
cannot-watch = { $what } lässt sich nicht beobachten
cannot-read = { $what } lässt sich nicht lesen
cannot-write = { $what } lässt sich nicht schreiben
cannot-remove = { $what } lässt sich nicht entfernen
cannot-make-folder = Der Ordner { $what } lässt sich nicht anlegen
cannot-place = { $what } lässt sich nicht an seinen Platz bringen
io-not-found = Diese Datei oder diesen Ordner gibt es nicht
io-permission = Die Berechtigung fehlt
io-read-only = Der Datenträger ist schreibgeschützt
io-full = Der Datenträger ist voll
io-folder = Es ist ein Ordner
io-no-folder = Ein Teil des Pfades ist kein Ordner
io-in-use = Ein anderes Programm verwendet die Adresse
serving = Die Website ist unter { $url } zu sehen – Strg + C beendet die Vorschau
serving-lan = in diesem Netz unter { $url }
serving-status = Stand der Website: { $url }
no-browser = Der Browser ließ sich nicht öffnen; die Adresse ist { $url }
serve-errors = Die Website enthält Fehler. Diese Seite zeigt die letzte fehlerfreie Fassung.
serve-none = Es gibt noch keine fehlerfreie Fassung: Bitte beheben Sie die Fehler und speichern Sie.
serve-hide = Ausblenden
badge-draft = Entwurf: nur in der Vorschau zu sehen
badge-embargo = Sperrfrist bis { $time }: nur in der Vorschau zu sehen
status-title = Stand der Website
status-languages = Seiten nach Sprachen
status-language = Sprache
status-pages = Seiten
status-outdated = veraltet
status-missing = fehlen
status-draft = Entwürfe
status-embargo = mit Sperrfrist
status-problems = Fehler und Warnungen
status-no-problems = Es gibt nichts zu beanstanden.
status-schedule = Geplant
status-last = Zuletzt geändert
status-saved = Durch das letzte Speichern geändert:
status-all = Alle Seiten
status-all-caption = Jede Seite in jeder Sprache, mit ihrem Stand
status-page = Seite
exported = { $path }: { $count ->
    [one] { $count } Seite
   *[other] { $count } Seiten
 } zu übersetzen
exported-none = Keine Seite ist in einem dieser Zustände; es wurde nichts geschrieben
imported = { $path } geschrieben{ $count ->
    [0] {""}
    [one] , { $count } Text nicht übersetzt
   *[other] , { $count } Texte nicht übersetzt
 }
imported-none = Es wurde keine Seite geschrieben

state-original = Original
state-current = aktuell
state-outdated = veraltet
state-unmarked = ohne Stand
state-missing = fehlt
translations-page = Seite
translations-none = Keine Seite ist in einem solchen Zustand.
outdated-since = { $words ->
    [one] { $words } Wort
   *[other] { $words } Wörter
 }, { $percent } %, { $day ->
    [none] noch nicht eingecheckt
   *[other] seit { $day }
 }
no-such-language = „{ $lang }“ ist keine Sprache der Website; sie hat { $languages }
no-such-page = Es gibt keine Seite „{ $page }“{ $nearest ->
    [none] {""}
   *[other] ; meinten Sie „{ $nearest }“?
 }
no-history = Die Website liegt in keinem Git-Repository, oder das Programm „git“ fehlt: Was sich geändert hat, lässt sich nicht zeigen.
not-in-history = In der Git-Geschichte gibt es keinen Stand der Vorlage, nach dem { $file } übersetzt wurde. Vielleicht wurde er vermerkt, bevor er eingecheckt war.
diff-nothing = { $file } ist nicht veraltet ({ $state }): Es gibt nichts zu vergleichen.
mark-nothing = Es gibt nichts zu vermerken.
mark-failed = { $file } ließ sich nicht sicher ändern; schreiben Sie revision: "{ $revision }" von Hand in translation:
marked = vermerkt: { $file }
new-exists = { $file } gibt es schon
new-made = angelegt: { $file }; nehmen Sie „draft: true“ heraus, wenn der Text übersetzt ist
init-exists = { $file } gibt es schon: Hier ist schon eine Website
init-made = angelegt: { $folder }. Starten Sie dort „bruecke serve“ und tragen Sie zuerst unter „publisher“ in site.yaml den Herausgeber ein
new-page-made = angelegt: { $file }; nehmen Sie „draft: true“ heraus, wenn die Seite öffentlich werden darf
new-kind-missing = Welche Art von Seite? Das Theme kennt: { $kinds }. Zum Beispiel: bruecke new release "Titel"
new-kind-unknown = Das Theme hat keine Vorlage „{ $kind }“{ $nearest ->
    [none] .
   *[other] ; meinten Sie „{ $nearest }“?
 } Es kennt: { $kinds }
new-title-missing = Der Titel fehlt. Zum Beispiel: bruecke new release "Titel"
new-title-empty = Der Titel hat weder Buchstaben noch Ziffern: Daraus lässt sich keine Adresse bilden.
new-archetype-wrong = Die Vorlage „{ $kind }“ des Themes ergibt eine Seite mit diesen Fehlern; nichts wurde geschrieben.
new-ask-kind = Welche Art von Seite?
new-ask-title = Titel
new-no-editor = Kein Editor ist bekannt: Setzen Sie EDITOR, zum Beispiel EDITOR="code --wait"
new-editor-failed = Der Editor ließ sich nicht starten oder endete mit einem Fehler: { $editor }
report-made = geschrieben: { $file }
report-title = Stand der Übersetzungen
explain-missing = „{ $page }“ hat keine Datei auf „{ $lang }“
origin-own = aus der eigenen Datei ({ $place })
origin-inherited = vom Original ({ $place })
origin-untranslated = nicht übersetzt: Das Original hat es, und es wird nie übernommen

no-site = In { $root } gibt es keine site.yaml
    .help = Rufen Sie bruecke im Ordner der Website auf oder geben Sie den Ordner mit --root an
unreadable = { $file } kann nicht gelesen werden: { $reason }
    .help = Prüfen Sie, ob die Datei vorhanden ist und ob Sie sie lesen dürfen
link-outside = { $file } ist eine symbolische Verknüpfung, die aus dem Ordner der Website hinausführt oder zu etwas Verborgenem darin
    .help = Legen Sie die Datei selbst dorthin: Eine Seite könnte sonst veröffentlichen, worauf die Verknüpfung zeigt
special-file = { $file } ist eine Pipe, ein Socket oder ein Gerät
    .help = Entfernen Sie es: Eine Website besteht nur aus Dateien und Ordnern
internal-error = bruecke selbst hat einen Fehler und konnte { $file } nicht verarbeiten: { $reason }
    .help = Bitte melden Sie diese Meldung, wenn möglich mit der Datei; alles Übrige wurde trotzdem geprüft
not-utf8 = { $file } ist nicht in UTF-8 gespeichert
    .help = Speichern Sie die Datei mit der Zeichenkodierung UTF-8
yaml-syntax = Das ist kein gültiges YAML: { $reason }
    .help = Texte mit einem Doppelpunkt, einem # oder Anführungszeichen gehören in gerade Anführungszeichen: title: "Leipzig: ein Bericht"
duplicate-key = Der Schlüssel „{ $key }“ kommt zweimal vor
    .help = Behalten Sie eine der beiden Zeilen
unknown-key = Der Schlüssel „{ $key }“ ist hier nicht bekannt
    .help = { $nearest ->
        [none] Eigene Werte gehören unter „extra:“
       *[other] Meinten Sie „{ $nearest }“?
    }
missing-key = Der Schlüssel „{ $key }“ fehlt
    .help = Ergänzen Sie eine Zeile „{ $key }: …“
wrong-type = Als Wert wird erwartet: { $expected ->
    [text] ein Text
    [number] eine ganze Zahl
    [boolean] true oder false
    [list] eine Liste, also Zeilen, die mit „- “ beginnen, oder [a, b]
    [mapping] eine Gruppe von Schlüsseln, darunter eingerückt
    [missing] fallback, omit oder error
    [sort_by] date, weight oder title
    [status] full, partial oder not
    [features] editor
    [raw-html] true, false oder trusted
    [git-host] github, gitlab oder gitea
    [repository] Besitzer und Name des Repositorys, etwa stadt/website
   *[other] { $expected }
 }
    .help = { $expected ->
        [text] Setzen Sie den Text in gerade Anführungszeichen, wenn er nicht als Text gelesen wird
       *[other] {""}
    }
bad-date = „{ $value }“ ist kein Datum
    .help = Schreiben Sie 2024-09-22 oder mit Uhrzeit 2024-09-22T10:00+02:00
bad-url = „{ $value }“ ist keine Adresse
    .help = Schreiben Sie die vollständige Adresse: https://example.org/path/; ein Alias beginnt an der Wurzel der Website: /old/address/
editor-package = Für den Editor fehlt node_modules/{ $file }
    .help = Installieren Sie ihn im Ordner der Website: npm install @sveltia/cms@{ $version }; oder nehmen Sie „editor“ aus „features“
editor-version = Der Editor hat die Version { $version }, geprüft ist { $tested }
    .help = Probieren Sie vor der Veröffentlichung aus, ob er öffnet und speichert; die geprüfte kommt mit: npm install @sveltia/cms@{ $tested }
bad-language = „{ $value }“ ist keine Sprache oder ist doppelt aufgeführt
    .help = { $meant ->
        [none] Verwenden Sie ein Sprachkürzel nach BCP 47, etwa de, vi, en oder pt-BR
       *[other] Das Kürzel der Sprache ist „{ $meant }“
    }
bad-email = „{ $value }“ ist keine E-Mail-Adresse
    .help = Schreiben Sie eine einzelne Adresse mit @: presse@example.org
bad-phone = „{ $value }“ ist keine Telefonnummer
    .help = Schreiben Sie eine einzelne Nummer, am besten mit Landesvorwahl: +49 341 123-0
bad-revision = „{ $value }“ ist kein Stand einer Vorlage
    .help = Ein Stand hat 12 Zeichen aus 0–9 und a–f, in Anführungszeichen; lassen Sie ihn weg, wenn Sie ihn nicht kennen
unknown-language = Die Website hat keine Sprache „{ $value }“
    .help = In site.yaml sind aufgeführt: { $languages }
bad-timezone = „{ $value }“ ist keine Zeitzone
    .help = Verwenden Sie einen Namen wie Europe/Berlin oder Asia/Ho_Chi_Minh
bad-feed-id = „{ $value }“ ist kein Name für die Kennungen von Feeds
    .help = „feeds: id:“ nennt eine Domain und ein Jahr, in dem sie Ihnen gehörte, etwa example.org,2026 (RFC 4151)
unknown-tag = Es gibt kein Thema „{ $tag }“
    .help = { $nearest ->
        [none] Themen werden mit ihrem Schlüssel genannt, wie in den Seiten
       *[other] Meinten Sie „{ $nearest }“?
    }
feed-of-page = „{ $dest }“ ist keine Rubrik und hat darum keinen Feed
    .help = Nennen Sie die Datei der Rubrik, etwa /news/_index.md
kit-of-page = „{ $dest }“ ist keine Rubrik; Pressemappen gibt es für die Meldungen einer Rubrik
    .help = Nennen Sie die Datei der Rubrik, etwa /news/_index.md
no-language = Der Dateiname gibt die Sprache nicht an
    .help = Nennen Sie die Datei { $name }.{ $lang }.md
no-front-matter = Die Datei beginnt nicht mit Kopfdaten (Front Matter)
    .help = Beginnen Sie mit einer Zeile „---“, dann folgt „title: …“, dann eine Zeile „---“
open-front-matter = Die Kopfdaten (Front Matter) sind nicht abgeschlossen
    .help = Schließen Sie sie mit einer Zeile „---“ ab
duplicate-page = Diese Seite gibt es in dieser Sprache zweimal; die andere Datei ist { $other }
    .help = Entfernen Sie eine der beiden oder benennen Sie eine um
unknown-theme = Es gibt kein Theme „{ $theme }“
    .help = { $nearest ->
        [none] Themes sind Ordner in themes/; das mitgelieferte heißt „leipzig“
       *[other] Meinten Sie „{ $nearest }“?
    }
theme-cycle = Das Theme „{ $theme }“ erweitert sich selbst
    .help = Entfernen Sie „extends:“ aus einem der Themes
template = { $reason }
    .help = { $page ->
        [none] Korrigieren Sie die Vorlage
       *[other] Der Fehler trat auf, als { $page } erstellt wurde
    }
unknown-template = Das Theme hat keine Vorlage „{ $template }“
    .help = { $nearest ->
        [none] Entfernen Sie den Schlüssel, dann erhält die Seite die Vorlage für ihre Art
       *[other] Meinten Sie „{ $nearest }“?
    }
unknown-asset = Das Theme enthält keine Datei „{ $asset }“
    .help = { $nearest ->
        [none] Legen Sie sie in den Ordner assets/ des Themes
       *[other] Meinten Sie „{ $nearest }“?
    }
style = Diese CSS-Datei hat einen Fehler: { $reason }
    .help = Die Meldung ist die des CSS-Lesers, auf Englisch; sehen Sie an der genannten Stelle nach, ob eine Klammer, ein Semikolon oder ein Anführungszeichen fehlt
import-cycle = „{ $sheet }“ bindet sich selbst ein
    .help = Entfernen Sie eines der @import, die im Kreis führen
foreign-request = „{ $url }“ würde beim Lesen von einem fremden Server geladen
    .help = Legen Sie die Datei in den Ordner assets/ des Themes und nennen Sie sie von dort: Seiten dürfen nichts bei anderen anfragen (Datenschutz)
unknown-font = Unter den Schriften für Karten gibt es „{ $name }“ nicht
    .help = { $nearest ->
        [none] Legen Sie die Schrift (TTF oder OTF) in den Ordner cards/ des Themes, oder nennen Sie eine, die dort liegt
       *[other] Meinten Sie „{ $nearest }“? Sonst legen Sie die Schrift (TTF oder OTF) in den Ordner cards/ des Themes
    }
missing-glyph = Die Schrift „{ $font }“ hat kein Zeichen „{ $char }“ (U+{ $code }), das auf der Karte von { $page } stehen soll
    .help = Schreiben Sie das Wort mit anderen Zeichen, oder geben Sie dem Ordner cards/ des Themes eine Schrift, die das Zeichen hat; „cards: false“ in site.yaml schaltet Karten ab
needs-implicit = Diese Komponente ruft eine Funktion auf, die „{ $name }“ braucht
    .help = Nehmen Sie { $name } in die Argumente der Komponente auf
unknown-shortcode = Es gibt keinen Shortcode „{ $name }“
    .help = { $nearest ->
        [none] Das Theme hat: { $known }
       *[other] Meinten Sie „{ $nearest }“? Das Theme hat: { $known }
    }
unknown-parameter = Der Shortcode „{ $shortcode }“ hat keinen Parameter „{ $name }“
    .help = { $nearest ->
        [none] Entfernen Sie ihn
       *[other] Meinten Sie „{ $nearest }“?
    }
missing-parameter = Der Shortcode „{ $shortcode }“ braucht den Parameter „{ $name }“
    .help = Ergänzen Sie { $name }="…"
wrong-parameter = Für den Parameter „{ $name }“ wird erwartet: { $expected ->
    [text] ein Text in geraden Anführungszeichen
    [number] eine ganze Zahl ohne Anführungszeichen
   *[other] true oder false ohne Anführungszeichen
 }
    .help = {""}
shortcode-syntax = Dieser Shortcode kann nicht gelesen werden{ $reason ->
    [close] : Sein Ende fehlt
    [name] : Der Name eines Parameters fehlt
    [equals] : Nach dem Namen des Parameters fehlt „=“
    [comma] : Zwischen zwei Parametern fehlt ein Komma
    [quote] : Ein Anführungszeichen ist nicht geschlossen
    [value] : Ein Wert oder seine Anführungszeichen fehlen
    [alone] : Er erzeugt einen Block und kann nicht innerhalb eines Absatzes stehen
   *[other] {""}
 }
    .help = { $reason ->
        [alone] Setzen Sie ihn in eine eigene Zeile, mit einer leeren Zeile davor und danach
       *[other] Die Form ist {"{{"} name(key="value", other="value") {"}}"}
    }
open-shortcode = Dieser Block ist nicht abgeschlossen
    .help = Schließen Sie ihn mit einer Zeile {"{%"} end {"%}"} ab
stray-end = Es gibt keinen offenen Block, der hier enden könnte
    .help = Entfernen Sie diese Angabe oder ergänzen Sie den Anfang
shortcode-body = Der Shortcode „{ $name }“ { $body ->
    [true] umschließt einen Text
   *[other] umschließt keinen Text
 }
    .help = { $body ->
        [true] Schreiben Sie {"{%"} { $name }(…) {"%}"}, dann den Text und {"{%"} end {"%}"}
       *[other] Schreiben Sie {"{{"} { $name }(…) {"}}"}
    }
raw-html = HTML ist in Seiten nicht erlaubt
    .help = Verwenden Sie Markdown oder einen Shortcode; wenn HTML wirklich gewünscht ist, setzen Sie in site.yaml markdown: { "{" } raw_html: true { "}" }
over-limit = { $reason ->
        [shortcode] Mehr als { $most } Shortcodes sind ineinander geschachtelt
        [bracket] Mehr als { $most } Klammern sind ineinander geschachtelt
        [attribute] „{ $message }“ hat mehr als { $most } Attribute
        [page] Eine Seite ist größer als { $most } MB geworden
       *[reference] „{ $message }“ führt über mehr als { $most } Einträge, einen nach dem anderen
    }
    .help = { $reason ->
        [shortcode] Vielleicht fehlt weiter oben ein {"{% end %}"}; sonst setzen Sie die Blöcke nebeneinander
        [bracket] Vielleicht ist eine Klammer nicht geschlossen; sonst teilen Sie den Text auf mehrere Einträge auf
        [attribute] Machen Sie aus einigen davon eigene Einträge
        [page] Suchen Sie in der Vorlage eine Schleife, die nicht endet
       *[reference] Schreiben Sie in einem dieser Einträge den Text aus
    }
duplicate-id = Die ID „{ $id }“ kommt auf dieser Seite zweimal vor
    .help = Geben Sie einer der Überschriften eine andere ID
missing-alt = Dieses Bild hat keine Textalternative
    .help = Sagen Sie in wenigen Worten, was es zeigt: Wer es nicht sehen kann, ist darauf angewiesen
heading-level = Hier steht eine Überschrift der Ebene { $level }, erwartet wird Ebene { $expected }
    .help = Eine Seite beginnt mit ## und geht immer nur eine Ebene tiefer; der Titel ist die erste Überschrift
fluent-syntax = Das ist kein gültiges Fluent: { $reason ->
    [equals] Nach dem Namen fehlt „=“
    [brace] Es fehlt eine schließende geschweifte Klammer {"}"}
    [bracket] Es fehlt eine schließende eckige Klammer ]
    [quote] Ein Anführungszeichen ist nicht geschlossen
    [newline] Nach „->“ muss die Zeile enden
    [name] Hier wird ein Name erwartet
    [value] Der Text fehlt
    [attribute] Diesem Attribut fehlt „=“ oder der Text
    [comment] Nach „#“ gehört ein Leerzeichen vor den Kommentar
    [default] Eine der Formen braucht einen Stern: *[other]
    [defaults] Nur eine Form darf einen Stern haben
    [selector] Eine Form lässt sich nach einer Variablen wählen, aber nicht nach einem Eintrag oder Begriff
    [term] Das Attribut eines Begriffs kann nur eine Form wählen, nicht ausgegeben werden
    [escape] Diese Folge mit umgekehrtem Schrägstrich (Backslash) ist nicht bekannt
    [closing] Zu einer schließenden geschweiften Klammer {"}"} fehlt die öffnende
    [function] Nur Namen in Großbuchstaben sind Funktionen: NUMBER
    [arguments] Diese Argumente sind so nicht erlaubt: Werte stehen vor Namen, jeder Name darf nur einmal vorkommen, und sein Wert muss ein Text oder eine Zahl sein
    [expression] Zwischen den geschweiften Klammern fehlt etwas, oder es ist falsch
   *[other] Hier stimmt etwas nicht
 }
    .help = { $reason ->
        [equals] Ein Eintrag hat die Form „name = Text“; weitere Zeilen seines Textes sind mit Leerzeichen eingerückt
        [name] Namen beginnen mit einem Buchstaben ohne Akzent: menu-news
        [value] Schreiben Sie den Text hinter „=“ oder eingerückt in die nächste Zeile
        [default] Setzen Sie einen Stern vor die Form für alles Übrige
        [escape] Schreiben Sie in Anführungszeichen innerhalb der Klammern \" für ein Anführungszeichen und \\ für einen umgekehrten Schrägstrich (Backslash)
        [brace] Eine Variable steht in einem Paar geschweifter Klammern: {"{ $name }"}
        [expression] Eine Variable steht in einem Paar geschweifter Klammern: {"{ $name }"}
        [bracket] Eine Form beginnt mit ihrem Namen in eckigen Klammern: [one]
        [quote] Ein Text in geschweiften Klammern hat auf beiden Seiten ein Anführungszeichen: {"{ \"Text\" }"}
        [newline] Jede Form steht in einer eigenen Zeile
        [defaults] Lassen Sie den Stern vor der Form für alles Übrige
        [selector] Schreiben Sie vor „->“ eine Variable: {"{ $count ->"}
        [closing] Damit eine Klammer zu sehen ist, schreiben Sie {"{ \"}\" }"}
        [attribute] Ein Attribut ist eine eingerückte Zeile „.name = Text“
        [comment] Schreiben Sie „# “ und dann den Kommentar
       *[other] Vergleichen Sie die Zeile mit demselben Eintrag in der Ausgangssprache
    }
duplicate-message = Der Eintrag „{ $message }“ ist zweimal definiert
    .help = Entfernen Sie einen der beiden; der erste steht in { $first }
missing-message = Der Eintrag „{ $message }“ fehlt in der Sprache „{ $lang }“
    .help = { $nearest ->
        [none] Ergänzen Sie ihn in locales/{ $lang }/ oder berichtigen Sie den Namen hier
       *[other] Meinten Sie „{ $nearest }“? Sonst ergänzen Sie den Eintrag in locales/{ $lang }/
    }
broken-message = Der Eintrag „{ $message }“ kann in der Sprache „{ $lang }“ nicht ausgegeben werden: { $reason }
    .help = Prüfen Sie die Namen in geschweiften Klammern
message-untranslated = Der Eintrag „{ $message }“ fehlt in: { $languages }
    .help = „bruecke locales sync“ legt einen Entwurf an; braucht niemand den Eintrag mehr, entfernen Sie ihn überall
unused-message = Der Eintrag „{ $message }“ wird nirgends verwendet
    .help = Entfernen Sie ihn in allen Sprachen oder berichtigen Sie seinen Namen, falls eine Seite ihn zeigen soll
same-as-source = Noch nicht übersetzt? Der Text „{ $text }“ ist derselbe wie in der Ausgangssprache
    .help = Übersetzen Sie ihn; ist er so richtig, setzen Sie direkt darüber die Zeile „# = gleich“
attributes-differ = „{ $message }“ ist anders aufgebaut als in der Ausgangssprache{ $missing ->
    [none] {""}
   *[other] ; es fehlt: { $missing }
 }{ $extra ->
    [none] {""}
   *[other] ; nicht in der Ausgangssprache: { $extra }
 }{ $text ->
    [true] {""}
   *[other] ; einem der beiden fehlt der Text hinter „=“
 }
    .help = Geben Sie dem Eintrag dieselben Attribute wie in der Ausgangssprache. Ist es so richtig, setzen Sie direkt darüber die Zeile „# = geprüft“
variables-differ = „{ $message }“ enthält nicht dieselben Variablen wie die Ausgangssprache{ $missing ->
    [none] {""}
   *[other] ; es fehlt: { $missing }
 }{ $extra ->
    [none] {""}
   *[other] ; nicht in der Ausgangssprache: { $extra }
 }
    .help = Lassen Sie, was in geschweiften Klammern steht, wie es ist; sein Platz im Satz ist frei. Ist es so richtig, setzen Sie direkt darüber die Zeile „# = geprüft“
html-differs = „{ $message }“ enthält anderes HTML als die Ausgangssprache: { $source ->
    [none] dort steht keines
   *[other] dort steht { $source }
 }, hier steht { $translation ->
    [none] keines
   *[other] { $translation }
 }
    .help = Übernehmen Sie die Tags in spitzen Klammern und übersetzen Sie, was dazwischen steht. Ist es so richtig, setzen Sie direkt darüber die Zeile „# = geprüft“
unknown-variable = „{ $message }“ verwendet ${ $variable }, doch diese Variable wird nirgends übergeben
    .help = { $nearest ->
        [none] { $known ->
            [none] Dieser Eintrag bekommt keine Variablen: Schreiben Sie den Text ohne sie
           *[other] Es gibt: { $known }
        }
       *[other] Meinten Sie ${ $nearest }? Es gibt: { $known }
    }
unknown-reference = „{ $message }“ verweist auf { $kind ->
    [function] eine Funktion, die es nicht gibt
    [attribute] ein Attribut, das es nicht gibt
    [term] einen Begriff, den es nicht gibt
   *[message] einen Eintrag, den es nicht gibt
 }: { $reference }
    .help = { $nearest ->
        [none] { $kind ->
            [function] Die einzige Funktion ist NUMBER
           *[other] Ergänzen Sie ihn in locales/{ $lang }/ oder berichtigen Sie den Namen
        }
       *[other] Meinten Sie { $nearest }?
    }
idle-reference = „{ $message }“ wird auf keiner Seite verwendet und verweist auf { $kind ->
    [function] eine Funktion, die es nicht gibt
    [attribute] ein Attribut, das es nicht gibt
    [term] einen Begriff, den es nicht gibt
   *[message] einen Eintrag, den es nicht gibt
 }: { $reference }
    .help = { $nearest ->
        [none] { $kind ->
            [function] Die einzige Funktion ist NUMBER
           *[other] Ergänzen Sie ihn in locales/{ $lang }/, berichtigen Sie den Namen oder entfernen Sie den Eintrag
        }
       *[other] Meinten Sie { $nearest }?
    }
reference-cycle = „{ $message }“ verweist im Kreis auf sich selbst: { $path }
    .help = Schreiben Sie in einem dieser Einträge den Text aus
plural-impossible = Die Sprache „{ $lang }“ hat keine Pluralform „{ $category }“: Dieser Text erscheint nie
    .help = Entfernen Sie die Form; „{ $lang }“ hat: { $known }
plural-missing = In „{ $message }“ { $count ->
    [one] fehlt eine Pluralform
   *[other] fehlen Pluralformen
 }, die „{ $lang }“ hat: { $missing }
    .help = Ergänzen Sie [{ $missing }], jede Form in einer Zeile mit ihrem Text. Ist es so richtig, setzen Sie direkt darüber die Zeile „# = geprüft“
date-pattern = Das Muster „{ $message }“ zeigt { $missing } nicht
    .help = So ist nicht zu erkennen, welcher Tag gemeint ist: Ergänzen Sie es im Muster in locales/{ $lang }/
no-message-slug = Aus dem Eintrag „{ $message }“ lässt sich keine Adresse bilden
    .help = Er braucht einen Buchstaben oder eine Ziffer: Korrigieren Sie ihn in locales/{ $lang }/
glossary = „{ $form }“ ist nicht der vereinbarte Name
    .help = Schreiben Sie „{ $agreed }“; vereinbarte Namen und Ausnahmen stehen in der Datei -terms.ftl der Sprache
stray-locale = { $file } gehört zu einer Sprache, die die Website nicht hat
    .help = In site.yaml sind aufgeführt: { $languages }
broken-link = Es gibt keine Seite „{ $dest }“
    .help = { $nearest ->
        [none] Seiten werden über ihre Datei ohne Sprachkürzel verlinkt: /news/name.md
       *[other] Meinten Sie { $nearest }?
    }
missing-file = Es gibt keine Datei „{ $dest }“
    .help = { $nearest ->
        [none] Legen Sie die Datei neben die Seite oder schreiben Sie ihren Pfad ab content/ mit einem Schrägstrich am Anfang
       *[other] Meinten Sie /{ $nearest }?
    }
broken-anchor = { $file } hat keine Sprungmarke „#{ $anchor }“
    .help = { $nearest ->
        [none] Vorhanden sind: { $known }
       *[other] Meinten Sie #{ $nearest }?
    }
link-to-unpublished = „{ $dest }“ ist derzeit nicht öffentlich (Entwurf, Sperrfrist oder abgelaufen)
    .help = Entfernen Sie den Link, bis die Seite öffentlich ist, oder veröffentlichen Sie beide zusammen
link-untranslated = „{ $dest }“ hat keine Fassung in „{ $lang }“; der Link führt zu „{ $other }“
    .help = Übersetzen Sie die Seite oder lassen Sie es so
link-escapes = „{ $dest }“ führt aus dem Ordner der Website hinaus
    .help = Seiten und Dateien müssen in content/ liegen
bad-scheme = Die Adresse „{ $dest }“ ist hier nicht erlaubt
    .help = Links dürfen https, http, mailto oder tel verwenden; Bilder und Dateien müssen Teil der Website sein, denn ihre Seiten rufen nichts von anderen Servern ab
in-the-way = Im Ausgabeordner { $folder } { $count ->
    [one] steht etwas
   *[other] steht mehreres
}, das nicht von bruecke stammt, wo die Website eigene Dateien braucht: { $names }
    .help = Legen Sie es an einen anderen Ort; „build“ überschreibt und entfernt nichts, was nicht von bruecke stammt
unmanaged = Im Ausgabeordner { $folder } { $count ->
    [one] liegt eine Datei
   *[other] liegen { $count } Dateien
}, die nicht zur Website { $count ->
    [one] gehört
   *[other] gehören
}: { $names }
    .help = Wer den Ordner hochlädt, veröffentlicht sie mit; entfernen Sie sie, wenn das nicht sein soll
html-left-out = { $what } wurde weggelassen: HTML darf hier nichts ausführen, laden oder gestalten
    .help = Verwenden Sie Markdown oder einen Shortcode; wenn alle, die Seiten schreiben, auch das dürfen, setzen Sie in site.yaml markdown: { "{" } raw_html: trusted { "}" }
active-file = { $file } ist eine Datei, die Browser oder Server ausführen ({ $kind }); wer sie ablegt, schreibt die Website
    .help = Verlinken Sie ein PDF oder eine Seite; wenn die Datei so gewollt ist, setzen Sie in site.yaml allowed_files: [{ $kind }]
control-character = Hier steht das Zeichen { $character }, das kein Text ist
    .help = Entfernen Sie es; oft kommt es beim Kopieren aus anderen Programmen mit. Viele Editoren zeigen es auf Wunsch an („unsichtbare Zeichen“)
same-name = { $file } und { $other } sind auf vielen Datenträgern ein und dieselbe Datei: Die Namen unterscheiden sich nur in Groß- und Kleinschreibung oder in der Form ihrer Zeichen
    .help = Benennen Sie eine der beiden um
unclean-film = { $file } wird mit allem veröffentlicht, was das Telefon hineingeschrieben hat, auch mit dem Ort der Aufnahme
    .help = Entfernen Sie die Ortsangabe vor der Veröffentlichung, etwa mit einem Schnittprogramm: bruecke ändert Filme nicht
same-address = Die Adresse { $path } { $how ->
    [spelling] unterscheidet sich nur in Groß- und Kleinschreibung oder in der Form ihrer Zeichen von { $other-path }, vergeben an { $other }
    [folder] braucht einen Ordner, wo { $other } die Datei { $other-path } hat
    [file] ist eine Datei, wo { $other } für { $other-path } einen Ordner braucht
   *[same] ist bereits vergeben, und zwar an { $other }
}
    .help = Geben Sie einem der beiden eine andere Adresse: einer Seite ein anderes „slug:“, einer Datei einen anderen Namen, einem Schlagwort ein anderes „.slug“
draft-address = Sobald der Entwurf öffentlich ist: { same-address }
    .help = { same-address.help }
long-name = Der Teil „{ $name }“ der Adresse ({ $owner }) ist { $bytes } Byte lang; Dateinamen haben höchstens 255
    .help = Geben Sie ein kürzeres „slug:“ an oder benennen Sie die Datei um
windows-name = Windows kann keine Datei und keinen Ordner namens „{ $name }“ anlegen ({ $owner })
    .help = Geben Sie ein anderes „slug:“ an, wenn die Website je auf einem Windows-Rechner oder einem USB-Stick liegen soll
bad-alias = { $reason ->
    [scheme] „{ $value }“ beginnt mit dem Namen eines Protokolls; eine frühere Adresse ist ein Pfad dieser Website
    [host] „{ $value }“ führt zu einem anderen Rechner; eine frühere Adresse ist ein Pfad dieser Website
    [query] „{ $value }“ enthält ein Fragezeichen; was darauf folgt, sehen Webserver nicht als Teil des Pfads
    [fragment] „{ $value }“ enthält „#“; was darauf folgt, erfährt kein Webserver
   *[part] „{ $value }“ ist kein Pfad dieser Website: Jeder Teil zwischen Schrägstrichen muss ein Name sein, nicht „..“ und ohne Steuerzeichen
}
    .help = { $reason ->
    [query] Lassen Sie das Fragezeichen und alles danach weg: Jede Anfrage an den Pfad wird weitergeleitet, das Angehängte bleibt erhalten
    [fragment] Lassen Sie „#“ und alles danach weg: Die Sprungmarke bleibt bei der Weiterleitung erhalten
   *[part] Schreiben Sie den Pfad ab der Wurzel der Website: /alte/adresse/
}
moved-page = Die Seite steht jetzt unter { $new }; von { $count ->
    [one] ihrer früheren Adresse
   *[other] ihren früheren Adressen
 } { $old } führt nichts mehr zu ihr
    .help = { $has ->
    [none] Ergänzen Sie diese Zeile:
   *[some] Ersetzen Sie die Zeile „aliases:“ durch diese:
 } { $line }
bad-slug = „{ $value }“ kann nicht Teil einer Adresse sein
    .help = Verwenden Sie Kleinbuchstaben, Ziffern und Bindestriche: delegation-nach-vietnam
no-slug = Aus dem Titel „{ $title }“ lässt sich keine Adresse bilden
    .help = Ergänzen Sie eine Zeile „slug: …“
no-source = Diese Seite ist als Übersetzung aus „{ $from }“ gekennzeichnet, hat aber keine Datei in dieser Sprache
    .help = Korrigieren Sie „from:“ oder entfernen Sie „translation:“, wenn dies das Original ist
translation-cycle = Die Fassungen dieser Seite sind im Kreis voneinander übersetzt
    .help = Entfernen Sie „translation:“ aus der Datei, die zuerst geschrieben wurde
missing-translation = Diese Seite fehlt in: { $languages }
    .help = Dort ist zu sehen, was unter „missing“ festgelegt ist: die Fassung in der Originalsprache (fallback) oder nichts (omit)
translation-required = Diese Seite fehlt in der Sprache „{ $lang }“; dort ist sie Pflicht
    .help = Legen Sie die Übersetzung an, oder ändern Sie „missing“ in site.yaml oder in der Rubrik
not-a-section = „{ $key }“ ist nur für Rubriken vorgesehen
    .help = Setzen Sie den Schlüssel in die _index-Datei der Rubrik
no-home = Die Sprache „{ $lang }“ hat keine Startseite
    .help = Ergänzen Sie content/_index.{ $lang }.md
event-order = Die Veranstaltung endet, bevor sie beginnt
    .help = Prüfen Sie „start:“ und „end:“
missing-credit = { $form ->
        [markdown] Dieses Bild hat keinen Bildnachweis
       *[front] Das Bild der Seite hat keinen Bildnachweis
    }
    .help = { $form ->
        [markdown] Schreiben Sie hinter die Datei in Anführungszeichen, wessen Bild es ist: ![Alternative](bild.jpg "Name")
       *[front] Ergänzen Sie „credit:“ unter „image:“: Von wem stammt das Bild?
    }
publisher-unset = { $count ->
    [one] Ein Feld des Herausgebers ist nicht ausgefüllt
   *[other] { $count } Felder des Herausgebers sind nicht ausgefüllt
 }: { $fields }
    .help = Füllen Sie sie unter „publisher:“ in site.yaml aus, bevor die Website öffentlich wird; bis dahin steht auf den Seiten, dass diese Angaben fehlen
publisher-none = „{ $field }“ kann nicht „none“ sein: Diese Angabe ist Pflicht
    .help = Füllen Sie das Feld aus; „none“ gilt nur für Angaben, die es nicht geben muss, etwa „vat_id“
review-overdue = Die Erklärung zur Barrierefreiheit wurde zuletzt am { $day } überprüft, vor mehr als einem Jahr
    .help = Überprüfen Sie die Erklärung und tragen Sie hier den Tag der Überprüfung ein
exchange-format = Die Datei lässt sich nicht als Übersetzungsdatei (XLIFF oder PO) lesen{ $detail ->
    [none] {""}
   *[other] : { $detail }
 }
    .help = { $reason ->
    [version] Es ist ein älteres XLIFF. Bitten Sie das Büro um XLIFF 2.0, das Format der Datei, die es bekommen hat
    [xliff] Es ist XML, aber kein XLIFF. Bitten Sie das Büro um die Datei, die es bekommen hat, in übersetzter Form
    [languages] Die Angaben zu Ausgangs- und Zielsprache fehlen. Bitten Sie das Büro, den Kopf der Datei beizubehalten
    [pages] Der Kopf der Datei nennt diese Seite nicht. Bitten Sie das Büro, den Kopf der Datei beizubehalten
    [po] Jede Zeile ist ein Kommentar oder beginnt mit msgctxt, msgid, msgstr oder einem Anführungszeichen
   *[other] Die Datei ist an dieser Stelle beschädigt. Bitten Sie das Büro, sie noch einmal zu senden
 }
exchange-page = { $reason ->
    [original] „{ $page }“ wurde in dieser Sprache ({ $lang }) verfasst; eine Übersetzung kann nicht an ihre Stelle treten
   *[missing] Die Website hat in der Ausgangssprache keine Seite „{ $page }“
 }
    .help = { $reason ->
    [original] Exportieren Sie die Seite in eine andere Sprache
   *[missing] Wenn die Seite umbenannt oder entfernt wurde, exportieren Sie sie unter dem neuen Namen noch einmal
 }
exchange-structure = { $page } hat jetzt andere Absätze, Überschriften oder Listen als beim Export
    .help = Exportieren Sie die Seite noch einmal; was das Büro schon übersetzt hat, kennt sein Programm
exchange-source-changed = { $page } hat sich seit dem Export geändert: { $changed ->
    [0] nur Teile, die nicht übersetzt werden
    [one] { $changed } Text
   *[other] { $changed } Texte
 }
    .help = Die Übersetzung wird geschrieben und gilt als veraltet. Exportieren Sie die Seite noch einmal, sobald sie fertig ist
exchange-untranslated = { $page }: { $count } von { $total } Texten sind nicht übersetzt; die Seite wird nicht geschrieben
    .help = Als nicht übersetzt gilt ein Text, der leer ist oder noch den Zustand initial oder fuzzy hat. Bitten Sie das Büro darum, oder schreiben Sie die Seite mit --partial trotzdem
exchange-markup = { $page }: Die Hervorhebung in Text { $unit } lässt sich in Markdown so nicht schreiben
    .help = Platzhalter für Hervorhebungen und Links müssen Wörter umschließen und neben einem Leerzeichen oder einem ganzen Wort stehen
placeholder-lost = { $page }: In der Übersetzung von Text { $unit } fehlt der Platzhalter für { $value }
    .help = Setzen Sie den Platzhalter an der passenden Stelle des Satzes ein; das Programm des Büros kann ihn aus dem Ausgangstext übernehmen
placeholder-twice = { $page }: In der Übersetzung von Text { $unit } steht der Platzhalter für { $value } mehrmals
    .help = Behalten Sie einen davon
placeholder-unknown = { $page }: In der Übersetzung von Text { $unit } steht ein Platzhalter „{ $value }“, den der Ausgangstext nicht hat
    .help = Entfernen Sie ihn. Sollen Wörter hervorgehoben werden, die es im Ausgangstext nicht sind, tun Sie das danach in der Seite
placeholder-order = { $page }: In der Übersetzung von Text { $unit } enden die Platzhalter in der falschen Reihenfolge
    .help = Was zuletzt beginnt, endet zuerst, und nichts endet, bevor es beginnt
bad-file-name = Der Dateiname „{ $file }“ kann nicht veröffentlicht werden
    .help = Benennen Sie die Datei um: Buchstaben, Ziffern, Bindestriche

bad-picture = { $file } lässt sich nicht als Bild zeigen{ $reason ->
        [format] , denn Browser lesen diese Art von Datei nicht
        [animated] , denn es bewegt sich, und niemand könnte es anhalten
        [large] , denn es hat mehr als 50 Megapixel
       *[damaged] , denn die Datei ist beschädigt
    }
    .help = { $reason ->
        [format] Speichern Sie es als JPEG (Fotos), PNG oder SVG (Zeichnungen). Andere Dateien lassen sich mit einem Link zum Herunterladen anbieten
        [animated] Nehmen Sie ein stehendes Bild. WCAG 2.2.2 verlangt, dass sich Bewegtes anhalten lässt
        [large] Verkleinern Sie es auf höchstens 6000 Pixel; Seiten zeigen nicht mehr als 1800
       *[damaged] Öffnen Sie es in einem Bildprogramm und speichern Sie es neu, oder besorgen Sie die Datei noch einmal
    }
unknown-picture = picture() kennt kein Bild unter „{ $src }“
    .help = Geben Sie die Adresse eines Bildes so weiter, wie sie kommt: page.image.src oder den Parameter eines Shortcodes, den das Theme unter "files" nennt. Die Komponente braucht @root
cleaned-picture = { $what } wurde aus dieser Zeichnung weggelassen
    .help = Veröffentlichte Zeichnungen enthalten keine Skripte, keine Animation, keine Fotos und nichts von anderswo. Fehlt dem Bild nun etwas, exportieren Sie es als „Einfaches SVG“; Fotos speichern Sie als eigene Dateien
unclean-picture = { $file } wird mit allem veröffentlicht, was die Kamera hineingeschrieben hat
    .help = Das kann der Ort der Aufnahme sein (GPS). bruecke kann dieses Format nicht lesen: Speichern Sie es als JPEG oder PNG, oder entfernen Sie die Angaben selbst
unused-file = Keine Seite verwendet { $file }; die Datei wird nicht veröffentlicht
heavy-file = { $file } ist { $size } MB groß; Dateien über { $limit } MB sind für viele zu groß zum Herunterladen
    .help = Verkleinern Sie die Datei (PDF mit Bildern in 150 dpi), oder erhöhen Sie „max_file_size“ in site.yaml
