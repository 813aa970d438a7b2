### Hilfe zu den Befehlen. NAME sagt, was ein Befehl tut, NAME.long, was --help ergänzt; NAME--OPTION ist eine Option davon,
### arg--OPTION eine, die mehrere Befehle haben. value-NAME ist der Name für den Wert einer Option.

bruecke = Websites in mehreren Sprachen aus Markdown, Fluent und Tera erstellen
    .long = Eine Website ist ein Ordner mit site.yaml, content/, locales/ und themes/. Rufen Sie darin „bruecke build“ auf: Die Website steht dann in public/, bereit für jeden Webserver. „bruecke serve“ zeigt sie, während Sie schreiben.
build = Die Website in einen Ordner schreiben
    .long = Der Ordner enthält danach die ganze Website mit relativen Links: Sie funktioniert an der Wurzel einer Domain, in einem Unterpfad oder aus einem Objektspeicher. Dateien, die sich nicht geändert haben, behalten ihre Änderungszeit; hat die Website Fehler, bleibt alles, wie es ist.
build--output = Wohin die Website geschrieben wird; ohne Angabe „public“ im Ordner der Website
build--verify = Auch jede Datei lesen, die seit dem letzten Mal gleich geblieben sein sollte, und ersetzen, was nicht mehr so ist, wie es war
build--no_wait = Nicht warten, wenn ein anderer Lauf diese Website erstellt oder in denselben Ordner schreibt, sondern mit Fehlercode 1 enden
check = Die ganze Website prüfen und jeden Fehler melden, ohne etwas zu schreiben
check--output = Der Ordner, für den die Website gedacht ist: Was darin nicht von bruecke stammt, wird genannt; ohne Angabe „public“ im Ordner der Website
init = Eine kleine, vollständige Website zum Anfangen anlegen
    .long = Sie lässt sich ohne Warnungen erstellen, hat von jeder üblichen Art eine Seite in jeder Sprache, und ihre Kommentare erklären jede Einstellung. Ersetzen Sie den Herausgeber, der nur ein Beispiel ist. Suchmaschinen bleiben draußen, bis eine Zeile in site.yaml entfernt wird. Vorhandene Dateien bleiben.
init--folder = Der Ordner; er wird angelegt, wenn es ihn nicht gibt
init--languages = Die Sprachen der Website, die Originalsprache zuerst
locales = Texte der Oberfläche prüfen, fehlende als Entwurf ergänzen, eine Sprache anlegen
locales-check = Jeden Fehler in Textdateien melden und Namen auf Seiten, die nicht die vereinbarten sind
locales-sync = Einträge ergänzen, die Übersetzungen fehlen, als Kommentar mit dem Text der Originalsprache
    .long = Was in den Dateien steht, bleibt Byte für Byte, wie es ist. Ein Entwurf kommt hinter den Eintrag, der in der Originalsprache vor ihm steht. Übersetzen Sie den Text und entfernen Sie das „#“.
locales-sync--languages = Die Sprachen, die ergänzt werden; ohne Angabe alle
locales-new = Eine Sprache anlegen: locales/SPRACHE/site.ftl mit allen Einträgen der Website und denen des Themes, die ihm fehlen
    .long = Die Datei enthält die Texte der Originalsprache, nicht als Kommentare, sodass sich die Website sofort erstellen und ansehen lässt. „locales check“ nennt danach jeden Text, der noch zu übersetzen ist. Eine Sprache, die schon Dateien hat, bleibt unberührt.
locales-new--language = Die Sprache als BCP-47-Kürzel, etwa fr oder pt-BR
new = Eine Seite anlegen: eine Meldung, einen Termin
    .long = Die Vorlagen des Themes sagen, womit eine solche Seite beginnt und wohin ihre Datei kommt; nichts wird überschrieben. Im Terminal fragt bruecke nach, was fehlt. Die Seite ist ein Entwurf: Sie wird öffentlich, wenn die Zeile „draft: true“ entfernt wird.
new--kind = Die Art der Seite: eine Vorlage des Themes, etwa „release“, „event“ oder „page“
new--title = Der Titel der Seite
new--language = Die Sprache, in der sie geschrieben wird; ohne Angabe die erste der Website
new--date = Ihr Datum, etwa 2026-11-24; ohne Angabe heute
new--translations = Auch Dateien für Übersetzungen anlegen, etwa „vi,en“
new--edit = Die Seite in dem Editor öffnen, den VISUAL oder EDITOR nennt
schedule = Geplante Änderungen auflisten: wann eine Seite öffentlich wird und wann sie abläuft
    .long = Eine statische Website ändert sich nicht von selbst: Erstellen Sie sie zu jedem dieser Zeitpunkte neu.
schedule--at = Was nach diesem Zeitpunkt kommt; ohne Angabe gilt SOURCE_DATE_EPOCH, sonst jetzt
serve = Die Website im Browser zeigen und bei Änderungen neu laden
    .long = Erstellt die Website im Speicher, antwortet ohne Angabe nur auf diesem Rechner, beobachtet den Ordner der Website und lädt die offene Seite nach einer Änderung neu. Fehler stehen auf der Seite; dahinter bleibt die letzte fehlerfreie Fassung. Entwürfe und Seiten mit Sperrfrist tragen ein Abzeichen. /__bruecke/ zeigt den Stand der Website: ihre Seiten je Sprache, Fehler und Warnungen, geplante Änderungen.
serve--port = Der Port; 0 nimmt einen freien
serve--lan = Auch andere Rechner im Netz zulassen, etwa ein Telefon: Wer im Netz ist, kann die Website sehen, auch Entwürfe, wenn sie gezeigt werden
serve--open = Den Browser öffnen
serve--public = Die Website zeigen, wie „build“ sie erstellt: ohne Entwürfe, wenn nicht --drafts angegeben ist, und ohne Seiten mit Sperrfrist
translations = Zeigen, wie weit jede Übersetzung ist, sie auf den neuen Stand bringen, Texte mit Übersetzungsbüros austauschen
    .long = Ohne weiteren Befehl erscheint eine Tabelle: eine Zeile je Seite, eine Spalte je Sprache. Eine Seite ist „Original“, wo sie geschrieben wurde, „aktuell“, wenn ihre Übersetzung den jetzigen Stand der Vorlage vermerkt, „veraltet“, wenn sich die Vorlage seither geändert hat, „ohne Stand“, wenn kein Stand vermerkt ist, oder sie „fehlt“.
translations--table = Die Tabelle für ein anderes Programm ausgeben
translations--fail_on = Mit Exit-Code 1 enden, wenn eine Seite in einem dieser Stände ist: für regelmäßige Prüfungen
translations-diff = Wort für Wort zeigen, was sich in einer Vorlage seit der Übersetzung geändert hat; braucht die Git-Historie
translations-mark = Vermerken, dass eine Übersetzung dem jetzigen Stand ihrer Vorlage entspricht: nach einer Durchsicht
    .long = Mit --typo nach einer Änderung der Vorlage, die keine neue Übersetzung braucht: Jede veraltete Übersetzung der Seite bekommt den neuen Stand, in allen Sprachen, wenn --language keine nennt.
translations-mark--pages = Die Seiten: ihre Dateien oder ihre Pfade wie in Links
translations-mark--all = Alle Seiten, die --language und --state wählen; beide sind dann nötig
translations-mark--typo = Die Änderung der Vorlage braucht keine neue Übersetzung
translations-new = Die Datei einer Übersetzung anlegen, mit dem Text der Vorlage
translations-report = Die Tabelle als eigenständige Webseite schreiben
translations-report--output = Wohin die Seite geschrieben wird
translations-export = Seiten als XLIFF oder PO schreiben, für ein Übersetzungsbüro
    .long = Eine Datei je Originalsprache, etwa de-vi.xlf, mit einer Einheit je Text; alles, was kein Text ist, ist geschützt.
translations-export--language = Die Sprache, in die übersetzt wird
translations-export--state = Nur Seiten in diesen Ständen: missing, outdated, unmarked, current
translations-export--file_format = Das Format der Dateien
translations-export--output = Wohin die Dateien geschrieben werden
translations-export--pages = Nur diese Seiten, etwa news/2026-12-02-open-day; ohne Angabe alle
translations-import = In Seiten zurückschreiben, was das Büro übersetzt hat
    .long = Die Seiten bekommen den Aufbau ihrer Vorlage und die Worte des Büros, und sie vermerken den Stand der Vorlage, der übersetzt wurde. Eine Seite mit einem Fehler wird nicht geschrieben; die anderen schon.
translations-import--file = Die Datei: XLIFF 2 oder PO, von „export“ geschrieben
translations-import--partial = Auch Seiten mit Texten schreiben, die noch nicht übersetzt sind; diese bleiben in der Sprache der Vorlage
explain = Zeigen, woher jeder Wert in den Angaben einer Seite kommt
completions = Ein Skript ausgeben, mit dem eine Shell die Befehle und Optionen von bruecke ergänzt
    .long = Für bash: bruecke completions bash > ~/.local/share/bash-completion/completions/bruecke. Jede Shell hat einen eigenen Ordner für solche Skripte.
completions--shell = Die Shell
man = Die Handbuchseiten schreiben: eine für bruecke und eine für jeden Befehl
man--folder = Der Ordner für die Seiten, etwa ~/.local/share/man/man1; ohne ihn wird die erste Seite ausgegeben
schema = JSON-Schemas für site.yaml und für die Angaben zur Seite schreiben, mit denen Editoren diese ergänzen und prüfen
schema--folder = Der Ordner für site.schema.json und front-matter.schema.json

## Optionen mehrerer Befehle

arg--path = Der Ordner der Website
arg--base_url = Diese öffentliche Adresse statt der in site.yaml verwenden
arg--drafts = Entwürfe einschließen
arg--at = Für diesen Zeitpunkt erstellen (etwa 2026-11-24T12:00+01:00): Seiten, die dann gesperrt sind, bleiben draußen. Ohne Angabe gilt SOURCE_DATE_EPOCH, sonst jetzt
arg--lang = Sprache der Meldungen: de, vi oder en; ohne Angabe die der Umgebung
arg--format = Wie Meldungen ausgegeben werden: für Menschen, mit einem Auszug unter jeder, oder als ein JSON-Objekt
arg--language = Die Sprache der Übersetzung; bei der Tabelle nur diese Sprachen, etwa „vi,en“
arg--state = Nur diese Stände, etwa „outdated,missing“
arg--page = Die Seite: ihre Datei oder ihr Pfad wie in Links, etwa „/press.md“
arg--help = Hilfe ausgeben; --help sagt mehr als -h
arg--version = Die Version ausgeben

## Werte

value-DIR = ORDNER
value-FILE = DATEI
value-LANG = SPRACHE
value-LANGUAGE = SPRACHE
value-DAY = TAG
value-TIME = ZEIT
value-URL = URL
value-PORT = PORT
value-STATE = STAND
value-STATES = STÄNDE
value-FORMAT = FORMAT
value-PAGE = SEITE
value-PAGES = SEITEN
value-KIND = ART
value-TITLE = TITEL
value-SHELL = SHELL

## Wörter drum herum

heading-usage = Aufruf:
heading-commands = Befehle
heading-arguments = Argumente
heading-options = Optionen
usage-options = [OPTIONEN]
usage-command = BEFEHL
default = ohne Angabe: { $values }
possible = möglich: { $values }

## Falscher Aufruf

usage-error = Fehler:
usage-tip = Tipp:
usage-more = Mehr dazu sagt „{ $command }“.
usage-unknown-argument = Das Argument „{ $arg }“ ist nicht bekannt
usage-unknown-command = Den Befehl „{ $arg }“ gibt es nicht
usage-invalid-value = „{ $value }“ ist kein Wert für { $arg }
usage-missing = Es fehlt: { $args }
usage-conflict = { $arg } und { $other } schließen einander aus
usage-once = { $arg } darf nur einmal vorkommen
usage-no-command = Es fehlt ein Befehl
usage-wrong = Die Argumente passen nicht zusammen
usage-did-you-mean = Meinten Sie „{ $name }“?
usage-lang = --lang ist die Sprache der Meldungen; --language nennt eine der Website
usage-format = --format bestimmt das Format der Meldungen; --table gibt eine Tabelle als CSV oder Markdown aus, --file-format eine Datei als XLIFF oder PO
usage-messages = Meldungen gibt es auf de, vi und en
usage-day = Schreiben Sie einen Tag wie 2026-11-24
usage-time = Schreiben Sie einen Zeitpunkt mit Abstand zur Weltzeit, etwa 2026-11-24T12:00:00+01:00
usage-url = Schreiben Sie eine Adresse wie https://example.org/path/
usage-tag = Schreiben Sie ein BCP-47-Kürzel, etwa fr oder pt-BR
usage-state = Die Stände sind original, current, outdated, unmarked und missing

## Überschriften der Handbuchseiten

man-NAME = BEZEICHNUNG
man-SYNOPSIS = ÜBERSICHT
man-DESCRIPTION = BESCHREIBUNG
man-SUBCOMMANDS = BEFEHLE
man-VERSION = VERSION
