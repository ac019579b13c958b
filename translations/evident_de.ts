<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>evident::AccessibleLogView</name>
    <message>
        <source>%1, not in the catalog</source>
        <translation>%1, nicht im Katalog</translation>
    </message>
    <message>
        <source>%1, the record&apos;s text differs or stands for its code</source>
        <translation>%1, der Text des Datensatzes weicht ab oder steht für seinen Code</translation>
    </message>
</context>
<context>
    <name>evident::AmLogFormat</name>
    <message>
        <source>comma-separated lines of an Authentication Manager</source>
        <translation>kommagetrennte Zeilen eines Authentication Manager</translation>
    </message>
</context>
<context>
    <name>evident::ArchiveReader</name>
    <message>
        <source>“%1” cannot be unpacked: %2.</source>
        <translation>„%1“ kann nicht entpackt werden: %2.</translation>
    </message>
</context>
<context>
    <name>evident::BlockReader</name>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>“%1” became shorter while it was read: it ends at byte %2 instead of byte %3.</source>
        <translation>„%1“ wurde beim Lesen kürzer: Die Daten enden bei Byte %2 statt bei Byte %3.</translation>
    </message>
</context>
<context>
    <name>evident::BookmarkDesk</name>
    <message>
        <source>&amp;Bookmark this record</source>
        <translation>&amp;Lesezeichen für diesen Datensatz</translation>
    </message>
    <message>
        <source>&amp;Note on this record</source>
        <translation>&amp;Notiz zu diesem Datensatz</translation>
    </message>
    <message>
        <source>Ne&amp;xt bookmark</source>
        <translation>Nä&amp;chstes Lesezeichen</translation>
    </message>
    <message>
        <source>&amp;Previous bookmark</source>
        <translation>&amp;Voriges Lesezeichen</translation>
    </message>
    <message>
        <source>&amp;Only bookmarked records</source>
        <translation>Nur Datensätze mit L&amp;esezeichen</translation>
    </message>
    <message>
        <source>&amp;Delete the bookmarks of this log</source>
        <translation>&amp;Alle Lesezeichen dieses Logs löschen</translation>
    </message>
    <message>
        <source>bookmark a record</source>
        <comment>what is undone</comment>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>Select a record to bookmark it.</source>
        <translation>Wählen Sie einen Datensatz aus, um ein Lesezeichen zu setzen.</translation>
    </message>
    <message>
        <source>delete a bookmark</source>
        <comment>what is undone</comment>
        <translation>Lesezeichen löschen</translation>
    </message>
    <message>
        <source>There is no bookmark before this record.</source>
        <translation>Vor diesem Datensatz gibt es kein Lesezeichen.</translation>
    </message>
    <message>
        <source>There is no bookmark after this record.</source>
        <translation>Nach diesem Datensatz gibt es kein Lesezeichen.</translation>
    </message>
    <message>
        <source>No record of this log is bookmarked.</source>
        <translation>Kein Datensatz dieses Logs hat ein Lesezeichen.</translation>
    </message>
    <message>
        <source>delete the bookmarks of a log</source>
        <comment>what is undone</comment>
        <translation>Lesezeichen eines Logs löschen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bookmark(s) deleted. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%Ln Lesezeichen gelöscht. Strg+Z bringt es zurück.</numerusform>
            <numerusform>%Ln Lesezeichen gelöscht. Strg+Z bringt sie zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>delete a note</source>
        <comment>what is undone</comment>
        <translation>Notiz löschen</translation>
    </message>
    <message>
        <source>change a note</source>
        <comment>what is undone</comment>
        <translation>Notiz ändern</translation>
    </message>
</context>
<context>
    <name>evident::BookmarkStore</name>
    <message numerus="yes">
        <source>There is no room for more than %Ln bookmark(s).</source>
        <translation>
            <numerusform>Für mehr als %Ln Lesezeichen ist kein Platz.</numerusform>
            <numerusform>Für mehr als %Ln Lesezeichen ist kein Platz.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::CasAdminJsonFormat</name>
    <message>
        <source>the array elements, of admin events</source>
        <translation>das Array elements mit Verwaltungsereignissen</translation>
    </message>
    <message>
        <source>an array of admin events</source>
        <translation>ein Array von Verwaltungsereignissen</translation>
    </message>
    <message>
        <source>objects with activityCode, each on several lines</source>
        <translation>Objekte mit activityCode, jedes über mehrere Zeilen</translation>
    </message>
</context>
<context>
    <name>evident::CasUserArrayFormat</name>
    <message>
        <source>an empty array</source>
        <translation>ein leeres Array</translation>
    </message>
    <message>
        <source>an array of user events</source>
        <translation>ein Array von Benutzerereignissen</translation>
    </message>
</context>
<context>
    <name>evident::CasUserJsonFormat</name>
    <message>
        <source>the array userEventLogExportEntries</source>
        <translation>das Array userEventLogExportEntries</translation>
    </message>
    <message>
        <source>objects with eventCode, each on several lines</source>
        <translation>Objekte mit eventCode, jedes über mehrere Zeilen</translation>
    </message>
</context>
<context>
    <name>evident::CatalogDesk</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The page is applied: %1 added, %2 changed, %3 removed.</source>
        <translation>Die Seite ist angewendet: %1 hinzugefügt, %2 geändert, %3 entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The catalog is again what it was before.</source>
        <translation>Der Katalog ist wieder, was er vorher war.</translation>
    </message>
    <message>
        <source>This version of Evident comes with another edition of the vendor&apos;s page “%1”. Your catalog has not been changed.</source>
        <translation>Diese Version von Evident bringt eine andere Ausgabe der Herstellerseite „%1“ mit. Ihr Katalog wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Show what would change</source>
        <translation>Zeigen, was sich ändern würde</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>The catalog can only be read: no notes can be written.</source>
        <translation>Der Katalog kann nur gelesen werden: Notizen sind nicht möglich.</translation>
    </message>
    <message>
        <source>The vendor&apos;s pages (*.html *.htm *.mhtml *.mht *.txt *.md *.csv *.tsv *.json)</source>
        <translation>Seiten des Herstellers (*.html *.htm *.mhtml *.mht *.txt *.md *.csv *.tsv *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import the vendor&apos;s page into the catalog</source>
        <translation>Seite des Herstellers in den Katalog importieren</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>Notizen importieren</translation>
    </message>
    <message>
        <source>Notes (*.json)</source>
        <translation>Notizen (*.json)</translation>
    </message>
    <message>
        <source>“%1” cannot be read as notes.</source>
        <translation>„%1“ kann nicht als Notizen gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln note(s) taken.</source>
        <comment>1: the name of a file</comment>
        <translation>
            <numerusform>%1: %Ln Notiz übernommen.</numerusform>
            <numerusform>%1: %Ln Notizen übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The catalog is restored from revision %1.</source>
        <translation>Der Katalog ist aus Revision %1 wiederhergestellt.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Export change pack…</source>
        <translation>Änderungspaket exportieren…</translation>
    </message>
</context>
<context>
    <name>evident::CatalogExporter</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Export the catalog</source>
        <translation>Katalog exportieren</translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation>Notizen exportieren</translation>
    </message>
    <message>
        <source>Notes (*.json)</source>
        <translation>Notizen (*.json)</translation>
    </message>
    <message>
        <source>“%1” is written.</source>
        <translation>„%1“ ist geschrieben.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>„%1“ kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Export for the SIEM into a folder</source>
        <translation>Für das SIEM in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Export the change pack into a folder</source>
        <translation>Änderungspaket in einen Ordner exportieren</translation>
    </message>
</context>
<context>
    <name>evident::CatalogImporter</name>
    <message>
        <source>“%1” does not answer: nothing was read of it.</source>
        <translation>„%1“ antwortet nicht: Nichts davon wurde gelesen.</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
</context>
<context>
    <name>evident::CatalogModel</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The event code</source>
        <translation>Der Ereigniscode</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>The vendor&apos;s level</source>
        <translation>Die Stufe laut Hersteller</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>The vendor&apos;s category</source>
        <translation>Die Kategorie laut Hersteller</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>The authentication method that the event is about</source>
        <translation>Die Authentifizierungsmethode, um die es in dem Ereignis geht</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>How the whole event ended, as its description says</source>
        <translation>Wie das Ereignis im Ganzen ausging, laut seiner Beschreibung</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>The vendor&apos;s description, to the letter</source>
        <translation>Die Beschreibung des Herstellers im Wortlaut</translation>
    </message>
    <message>
        <source>%1, level and wording disagree</source>
        <comment>a level</comment>
        <translation>%1, Stufe und Wortlaut widersprechen sich</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column and value, for a screen reader</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 It has a note.</source>
        <comment>a description, for a screen reader</comment>
        <translation>%1 Dazu gibt es eine Notiz.</translation>
    </message>
</context>
<context>
    <name>evident::CatalogPage</name>
    <message>
        <source>%1 holds no table of events that could be read.</source>
        <translation>%1 enthält keine lesbare Tabelle von Ereignissen.</translation>
    </message>
    <message>
        <source>%1 is a binary file, not a page of text.</source>
        <translation>%1 ist eine Binärdatei, keine Textseite.</translation>
    </message>
    <message>
        <source>%1 cannot be decoded: it is not valid UTF-8.</source>
        <translation>%1 kann nicht dekodiert werden: Es ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 has far more rows than any page of the vendor&apos;s.</source>
        <translation>%1 hat viel mehr Zeilen als irgendeine Seite des Herstellers.</translation>
    </message>
    <message>
        <source>%1 is no page of the vendor&apos;s: its HTML is nested or broken beyond measure.</source>
        <translation>%1 ist keine Seite des Herstellers: ihr HTML ist über jedes Maß verschachtelt oder fehlerhaft.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB: no page of the vendor&apos;s is.</source>
        <translation>%1 ist größer als %2 MiB: so groß ist keine Seite des Herstellers.</translation>
    </message>
    <message>
        <source>%1 is compressed. Unpack it and choose the page in it.</source>
        <translation>%1 ist komprimiert. Entpacken Sie die Datei und wählen Sie die Seite darin.</translation>
    </message>
</context>
<context>
    <name>evident::CatalogPane</name>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>The catalog has no entries.</source>
        <translation>Der Katalog hat keine Einträge.</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>Kein Eintrag passt.</translation>
    </message>
    <message>
        <source>Clear %1</source>
        <comment>%1 is a term of the query</comment>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alles entfernen</translation>
    </message>
    <message>
        <source>Clear the query</source>
        <translation>Abfrage leeren</translation>
    </message>
    <message>
        <source>Keep only code %1</source>
        <translation>Nur Code %1</translation>
    </message>
    <message>
        <source>Leave out code %1</source>
        <translation>Ohne Code %1</translation>
    </message>
    <message>
        <source>(none)</source>
        <comment>an entry without a value in this column</comment>
        <translation>(ohne)</translation>
    </message>
    <message>
        <source>Keep only %1</source>
        <comment>%1 is a value of a column</comment>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <comment>%1 is a value of a column</comment>
        <translation>Ohne %1</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
</context>
<context>
    <name>evident::CatalogStore</name>
    <message>
        <source>%1 cannot be kept as %2: %3</source>
        <translation>%1 kann nicht als %2 aufbewahrt werden: %3</translation>
    </message>
    <message>
        <source>%1 cannot be replaced: %2</source>
        <translation>%1 kann nicht ersetzt werden: %2</translation>
    </message>
    <message>
        <source>it has version %1 and this program knows versions up to %2</source>
        <translation>er hat Version %1, dieses Programm kennt Versionen bis %2</translation>
    </message>
    <message>
        <source>it is a database, but no catalog</source>
        <translation>es ist eine Datenbank, aber kein Katalog</translation>
    </message>
    <message>
        <source>entries are missing in it</source>
        <translation>es fehlen Einträge</translation>
    </message>
    <message>
        <source>The program&apos;s own file %1 cannot be read: %2</source>
        <translation>Die programmeigene Datei %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The catalog %1 cannot be used: %2. The catalog shipped with the program is shown, and nothing can be saved.</source>
        <translation>Der Katalog %1 ist nicht verwendbar: %2. Gezeigt wird der mitgelieferte Katalog, und nichts kann gespeichert werden.</translation>
    </message>
    <message>
        <source>The catalog %1 was written by a newer version of this program: %2. It was left as it is.</source>
        <translation>Der Katalog %1 stammt von einer neueren Version dieses Programms: %2. Er bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>its folder cannot be written to</source>
        <translation>in seinem Ordner kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The catalog %1 is read-only: it can be read, but nothing can be saved.</source>
        <translation>Der Katalog %1 ist schreibgeschützt: Er kann gelesen werden, aber nichts kann gespeichert werden.</translation>
    </message>
    <message>
        <source>The catalog %1 is damaged (%2) and cannot be repaired, because it is read-only.</source>
        <translation>Der Katalog %1 ist beschädigt (%2) und kann nicht repariert werden, weil er schreibgeschützt ist.</translation>
    </message>
    <message>
        <source>Nothing could be read from it, so the backup %1 was taken.</source>
        <translation>Aus ihm war nichts zu lesen, daher wurde die Sicherung %1 genommen.</translation>
    </message>
    <message>
        <source>Nothing could be read from it, so the catalog shipped with the program was taken.</source>
        <translation>Aus ihm war nichts zu lesen, daher wurde der mitgelieferte Katalog genommen.</translation>
    </message>
    <message>
        <source>it is damaged, and another program is repairing it</source>
        <translation>er ist beschädigt, und ein anderes Programm repariert ihn gerade</translation>
    </message>
    <message>
        <source>The catalog %1 is damaged (%2) and cannot be repaired: %3.</source>
        <translation>Der Katalog %1 ist beschädigt (%2) und kann nicht repariert werden: %3.</translation>
    </message>
    <message>
        <source>The catalog %1 was damaged (%2). The damaged file is kept as %3.</source>
        <translation>Der Katalog %1 war beschädigt (%2). Die beschädigte Datei bleibt als %3 erhalten.</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>sein Ordner kann nicht angelegt werden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) could be read from it.</source>
        <translation>
            <numerusform>%Ln Eintrag konnte daraus gelesen werden.</numerusform>
            <numerusform>%Ln Einträge konnten daraus gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) lost.</source>
        <translation>
            <numerusform>%Ln Eintrag ging verloren.</numerusform>
            <numerusform>%Ln Einträge gingen verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) taken from the catalog shipped with the program.</source>
        <translation>
            <numerusform>%Ln Eintrag stammt aus dem mitgelieferten Katalog.</numerusform>
            <numerusform>%Ln Einträge stammen aus dem mitgelieferten Katalog.</numerusform>
        </translation>
    </message>
    <message>
        <source>another program is at work on it</source>
        <translation>ein anderes Programm arbeitet gerade daran</translation>
    </message>
    <message>
        <source>The catalog %1 is of an earlier version of this program and could not be brought to this one: %2. It can be read, but nothing can be saved.</source>
        <translation>Der Katalog %1 stammt von einer früheren Version dieses Programms und konnte nicht auf diese gebracht werden: %2. Er kann gelesen, aber nichts kann gespeichert werden.</translation>
    </message>
    <message>
        <source>the backup %1 cannot be written: %2</source>
        <translation>die Sicherung %1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Only notes could be read from it, so the backup %1 was taken for the entries.</source>
        <translation>Nur Notizen konnten daraus gelesen werden; die Einträge stammen aus der Sicherung %1.</translation>
    </message>
    <message>
        <source>Only notes could be read from it, so the entries shipped with the program were taken.</source>
        <translation>Nur Notizen konnten daraus gelesen werden; die Einträge stammen aus dem Katalog, der mit dem Programm kam.</translation>
    </message>
    <message>
        <source>The catalog %1 is read-only: nothing can be saved.</source>
        <translation>Der Katalog %1 ist schreibgeschützt: Es kann nichts gespeichert werden.</translation>
    </message>
    <message>
        <source>The catalog %1 could not be changed: %2</source>
        <translation>Der Katalog %1 konnte nicht geändert werden: %2</translation>
    </message>
    <message>
        <source>The catalog %1 could not be read: %2</source>
        <translation>Der Katalog %1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The catalog %1 has no revision %2.</source>
        <translation>Der Katalog %1 hat keine Revision %2.</translation>
    </message>
    <message>
        <source>another program has changed it in the meantime; look at the changes again.</source>
        <translation>ein anderes Programm hat ihn inzwischen geändert; sehen Sie sich die Änderungen noch einmal an.</translation>
    </message>
    <message>
        <source>The note on code %1 is too long: it may have %2 characters and has %3.</source>
        <translation>Die Notiz zum Code %1 ist zu lang: Sie darf %2 Zeichen haben und hat %3.</translation>
    </message>
    <message>
        <source>the text of code %1 is missing or damaged</source>
        <translation>der Text des Codes %1 fehlt oder ist beschädigt</translation>
    </message>
    <message>
        <source>it would have no entry left</source>
        <translation>es bliebe kein Eintrag übrig</translation>
    </message>
</context>
<context>
    <name>evident::CatalogWriter</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>The vendor&apos;s level and the wording of this event disagree.</source>
        <translation>Stufe und Wortlaut des Herstellers widersprechen sich bei diesem Ereignis.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
</context>
<context>
    <name>evident::ChangePack</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Changes of the event codes of RSA Cloud Access Service</source>
        <translation>Änderungen der Ereigniscodes von RSA Cloud Access Service</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>Von %1 zu %2.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Old text</source>
        <translation>Alter Text</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Neuer Text</translation>
    </message>
    <message>
        <source>What the vendor changed in the event codes of RSA Cloud Access Service, made by Evident %1.</source>
        <translation>Was der Hersteller an den Ereigniscodes von RSA Cloud Access Service geändert hat, erstellt von Evident %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) added.</source>
        <translation>
            <numerusform>%n Ereignis hinzugefügt.</numerusform>
            <numerusform>%n Ereignisse hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) changed.</source>
        <translation>
            <numerusform>%n Ereignis geändert.</numerusform>
            <numerusform>%n Ereignisse geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) removed.</source>
        <translation>
            <numerusform>%n Ereignis entfernt.</numerusform>
            <numerusform>%n Ereignisse entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A rule that matches on an old text finds nothing any more. Find such rules with the files below and let them match on the event code, which does not change. A rule with a part of a text is found only by somebody who reads: the words that changed are marked in changes.md.</source>
        <translation>Eine Regel, die nach einem alten Text sucht, findet nichts mehr. Finden Sie solche Regeln mit den Dateien unten, und lassen Sie sie nach dem Ereigniscode suchen, der sich nicht ändert. Eine Regel mit einem Teil eines Textes findet nur, wer liest: Die geänderten Wörter sind in changes.md markiert.</translation>
    </message>
    <message>
        <source>The old text of an added event and the new text of a removed one are empty. The tables in the folders are for machines and keep every text to the letter; in changes.csv a cell that a spreadsheet would take for a formula begins with an apostrophe.</source>
        <translation>Der alte Text eines hinzugefügten und der neue eines entfernten Ereignisses sind leer. Die Tabellen in den Ordnern sind für Maschinen und bewahren jeden Text Zeichen für Zeichen; in changes.csv beginnt eine Zelle, die eine Tabellenkalkulation für eine Formel hielte, mit einem Apostroph.</translation>
    </message>
    <message>
        <source>All changes: for a spreadsheet, for a script, and to read.</source>
        <translation>Alle Änderungen: für eine Tabellenkalkulation, für ein Skript und zum Lesen.</translation>
    </message>
    <message>
        <source>Splunk: all changes as a lookup. Put it into the folder “lookups” of an app.</source>
        <translation>Splunk: alle Änderungen als Lookup. Legen Sie es in den Ordner „lookups“ einer App.</translation>
    </message>
    <message>
        <source>Splunk: a search that finds saved searches, macros and dashboards with an old text. It needs nothing else of this pack, but the right to see the objects of all users.</source>
        <translation>Splunk: eine Suche, die gespeicherte Suchen, Makros und Dashboards mit einem alten Text findet. Sie braucht sonst nichts aus diesem Paket, aber das Recht, die Objekte aller Benutzer zu sehen.</translation>
    </message>
    <message>
        <source>Microsoft Sentinel: all changes as a watchlist. Upload it under the alias EvidentCasChanges, with “key” as its search key.</source>
        <translation>Microsoft Sentinel: alle Änderungen als Watchlist. Laden Sie sie unter dem Alias EvidentCasChanges hoch, mit „key“ als Suchschlüssel.</translation>
    </message>
    <message>
        <source>Microsoft Sentinel: two queries. The first finds queries and rules that ran with an old text, the second says which wording your events carry by now.</source>
        <translation>Microsoft Sentinel: zwei Abfragen. Die erste findet Abfragen und Regeln, die mit einem alten Text liefen, die zweite sagt, welchen Wortlaut Ihre Ereignisse inzwischen haben.</translation>
    </message>
    <message>
        <source>Elastic: all changes as documents: POST /_bulk, into the index evident-cas-changes.</source>
        <translation>Elastic: alle Änderungen als Dokumente: POST /_bulk, in den Index evident-cas-changes.</translation>
    </message>
    <message>
        <source>Sigma, and whatever else is kept in files: the old texts, one a line. grep -r -i -F -f old-texts.txt rules/ names the rules that have one.</source>
        <translation>Sigma und was sonst in Dateien steht: die alten Texte, einer je Zeile. grep -r -i -F -f old-texts.txt rules/ nennt die Regeln, die einen enthalten.</translation>
    </message>
    <message>
        <source>Names the files of this pack. By it Evident knows what it may replace by a newer one.</source>
        <translation>Nennt die Dateien dieses Pakets. Daran erkennt Evident, was es durch ein neueres ersetzen darf.</translation>
    </message>
</context>
<context>
    <name>evident::ChangePage</name>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Before</source>
        <comment>the old text</comment>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>the new text</comment>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>evident::CodePattern</name>
    <message>
        <source>This is no regular expression; at character %1: %2.</source>
        <translation>Das ist kein regulärer Ausdruck; bei Zeichen %1: %2.</translation>
    </message>
    <message>
        <source>The code&apos;s digits must stand in a group of the name “code”: (?&lt;code&gt;[0-9]+).</source>
        <translation>Die Ziffern des Codes müssen in einer Gruppe namens „code“ stehen: (?&lt;code&gt;[0-9]+).</translation>
    </message>
</context>
<context>
    <name>evident::CodePatternDialog</name>
    <message>
        <source>Own pattern for event codes</source>
        <translation>Eigenes Muster für Ereigniscodes</translation>
    </message>
    <message>
        <source>Plain text has event codes where this regular expression finds them, besides those that are written as eventCode=702. The digits stand in a group of the name “code”.</source>
        <translation>In reinem Text gilt als Ereigniscode, was dieser reguläre Ausdruck findet, neben dem, was als eventCode=702 geschrieben ist. Die Ziffern stehen in einer Gruppe namens „code“.</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>What it finds in the first lines of this log</source>
        <translation>Was er in den ersten Zeilen dieses Logs findet</translation>
    </message>
    <message>
        <source>&amp;Remove the pattern</source>
        <translation>Muster &amp;entfernen</translation>
    </message>
    <message numerus="yes">
        <source>It finds a code in %1 of the first %Ln line(s).</source>
        <translation>
            <numerusform>Er findet einen Code in %1 von %Ln Zeile am Anfang.</numerusform>
            <numerusform>Er findet einen Code in %1 der ersten %Ln Zeilen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::Codec</name>
    <message>
        <source>the checksum (CRC) is wrong</source>
        <translation>die Prüfsumme (CRC) ist falsch</translation>
    </message>
    <message>
        <source>the data are not what was compressed</source>
        <translation>die Daten sind nicht mehr die, die komprimiert wurden</translation>
    </message>
    <message>
        <source>unpacking needs more memory than it may have</source>
        <translation>das Entpacken braucht mehr Arbeitsspeicher, als es belegen darf</translation>
    </message>
</context>
<context>
    <name>evident::CommandLine</name>
    <message>
        <source>--%1 and --%2 do not go together; call the program once for each.</source>
        <translation>--%1 und --%2 passen nicht zusammen; für jedes ist ein eigener Aufruf nötig.</translation>
    </message>
    <message>
        <source>--%1 can be given once only.</source>
        <translation>--%1 kann nur einmal angegeben werden.</translation>
    </message>
    <message>
        <source>--%1 belongs to %2.</source>
        <translation>--%1 gehört zu %2.</translation>
    </message>
    <message>
        <source>No file is named; - stands for standard input.</source>
        <translation>Keine Datei ist angegeben; - steht für die Standardeingabe.</translation>
    </message>
    <message>
        <source>“%1” is one argument too many.</source>
        <translation>„%1“ ist ein Argument zu viel.</translation>
    </message>
    <message>
        <source>Standard input (-) can be read once only.</source>
        <translation>Die Standardeingabe (-) kann nur einmal gelesen werden.</translation>
    </message>
    <message>
        <source>“%1” is no format of this output; there are %2.</source>
        <translation>„%1“ ist kein Format dieser Ausgabe; es gibt %2.</translation>
    </message>
    <message>
        <source>“%1” is no kind of event; there are user, system, admin, am and idr.</source>
        <translation>„%1“ ist keine Art von Ereignis; es gibt user, system, admin, am und idr.</translation>
    </message>
    <message>
        <source>“%1” is no event code; write a number such as 702, or user:702.</source>
        <translation>„%1“ ist kein Ereigniscode; gültig ist eine Zahl wie 702 oder user:702.</translation>
    </message>
    <message>
        <source>The query is wrong at character %1: %2</source>
        <translation>Die Abfrage ist bei Zeichen %1 falsch: %2</translation>
    </message>
    <message>
        <source>“%1” is no column to sort by; there are %2.</source>
        <translation>„%1“ ist keine Spalte zum Sortieren; es gibt %2.</translation>
    </message>
    <message>
        <source>“%1” is no order; write %2 or %2:desc.</source>
        <translation>„%1“ ist keine Reihenfolge; gültig ist %2 oder %2:desc.</translation>
    </message>
    <message>
        <source>“%1” is no number of records.</source>
        <translation>„%1“ ist keine Anzahl von Datensätzen.</translation>
    </message>
    <message>
        <source>“%1” is no time zone that is known here; write one such as Europe/Berlin or UTC.</source>
        <translation>„%1“ ist keine hier bekannte Zeitzone; gültig ist eine wie Europe/Berlin oder UTC.</translation>
    </message>
    <message>
        <source>“%1” is no size; write one such as 500M or 2G.</source>
        <translation>„%1“ ist keine Größe; gültig ist eine wie 500M oder 2G.</translation>
    </message>
    <message>
        <source>“%1” is no format of a log; there are %2.</source>
        <translation>„%1“ ist kein Format eines Logs; es gibt %2.</translation>
    </message>
    <message>
        <source>“%1” does not say how the catalog is to be written; end it with .csv, .json or .md.</source>
        <translation>„%1“ sagt nicht, wie der Katalog zu schreiben ist; der Name endet auf .csv, .json oder .md.</translation>
    </message>
    <message>
        <source>--data-dir names no folder.</source>
        <translation>--data-dir nennt keinen Ordner.</translation>
    </message>
    <message>
        <source>Logs to read; - is standard input.</source>
        <translation>Zu lesende Logs; - ist die Standardeingabe.</translation>
    </message>
    <message>
        <source>Explain event codes.</source>
        <translation>Ereigniscodes erklären.</translation>
    </message>
    <message>
        <source>List the catalog of events.</source>
        <translation>Den Katalog der Ereignisse auflisten.</translation>
    </message>
    <message>
        <source>Say what is in the files.</source>
        <translation>Sagen, was in den Dateien steht.</translation>
    </message>
    <message>
        <source>Print the records of the files, normalised.</source>
        <translation>Die Datensätze der Dateien vereinheitlicht ausgeben.</translation>
    </message>
    <message>
        <source>Read pages of the vendor into the catalog.</source>
        <translation>Seiten des Herstellers in den Katalog einlesen.</translation>
    </message>
    <message>
        <source>Write the catalog to a .csv, .json or .md file.</source>
        <translation>Den Katalog in eine Datei .csv, .json oder .md schreiben.</translation>
    </message>
    <message>
        <source>Keep only what the query keeps.</source>
        <translation>Nur behalten, was zur Abfrage passt.</translation>
    </message>
    <message>
        <source>How the answer is written: text, json, csv, ndjson or markdown.</source>
        <translation>Form der Antwort: text, json, csv, ndjson oder markdown.</translation>
    </message>
    <message>
        <source>Sort the printed records by a column.</source>
        <translation>Die ausgegebenen Datensätze nach einer Spalte sortieren.</translation>
    </message>
    <message>
        <source>Print no more than N records.</source>
        <translation>Höchstens N Datensätze ausgeben.</translation>
    </message>
    <message>
        <source>Say what an import would change, and change nothing.</source>
        <translation>Sagen, was das Einlesen ändern würde, und nichts ändern.</translation>
    </message>
    <message>
        <source>The files&apos; format, instead of finding out.</source>
        <translation>Das Format der Dateien, statt es zu erkennen.</translation>
    </message>
    <message>
        <source>The files&apos; encoding, instead of finding out.</source>
        <translation>Die Kodierung der Dateien, statt sie zu erkennen.</translation>
    </message>
    <message>
        <source>Time zone of display and of the query&apos;s times.</source>
        <translation>Zeitzone der Anzeige und der Zeiten in der Abfrage.</translation>
    </message>
    <message>
        <source>Time zone of records that name none.</source>
        <translation>Zeitzone von Datensätzen, die keine nennen.</translation>
    </message>
    <message>
        <source>Drop records that repeat an earlier one.</source>
        <translation>Datensätze weglassen, die einen früheren wiederholen.</translation>
    </message>
    <message>
        <source>Replace names, addresses and devices by masks.</source>
        <translation>Namen, Adressen und Geräte durch Masken ersetzen.</translation>
    </message>
    <message>
        <source>How much may be unpacked to disk, such as 500M or 2G.</source>
        <translation>Wie viel auf die Platte entpackt werden darf, etwa 500M oder 2G.</translation>
    </message>
    <message>
        <source>Where the catalog and the settings live.</source>
        <translation>Wo Katalog und Einstellungen liegen.</translation>
    </message>
    <message>
        <source>Say on stderr how far reading is.</source>
        <translation>Auf stderr melden, wie weit das Lesen ist.</translation>
    </message>
    <message>
        <source>Say the program&apos;s version.</source>
        <translation>Die Version des Programms nennen.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Do it without being asked, however much it is.</source>
        <translation>Ohne Rückfrage ausführen, gleich wie viel es ist.</translation>
    </message>
    <message>
        <source>No file of notes is named.</source>
        <translation>Es ist keine Datei mit Notizen genannt.</translation>
    </message>
    <message>
        <source>“%1” is no revision of the catalog; write its number, such as 2.</source>
        <translation>„%1“ ist keine Revision des Katalogs; schreiben Sie ihre Nummer, etwa 2.</translation>
    </message>
    <message>
        <source>--%1 names no folder.</source>
        <translation>--%1 nennt keinen Ordner.</translation>
    </message>
    <message>
        <source>--change-pack needs --from, the number of the earlier revision.</source>
        <translation>--change-pack braucht --from, die Nummer der früheren Revision.</translation>
    </message>
    <message>
        <source>Explains the events of RSA Cloud Access Service and finds them in exported logs. With an action (--lookup, --catalog, --summary, --print, --import-catalog, --export-catalog, --import-notes, --export-notes, --siem-pack, --change-pack) no window opens.</source>
        <translation>Erklärt die Ereignisse von RSA Cloud Access Service und findet sie in exportierten Protokollen. Mit einer Aktion (--lookup, --catalog, --summary, --print, --import-catalog, --export-catalog, --import-notes, --export-notes, --siem-pack, --change-pack) öffnet sich kein Fenster.</translation>
    </message>
    <message>
        <source>Take the notes of a file; none of one&apos;s own is lost.</source>
        <translation>Die Notizen einer Datei übernehmen; keine eigene geht verloren.</translation>
    </message>
    <message>
        <source>Write all notes to a file, for others to take.</source>
        <translation>Alle Notizen in eine Datei schreiben, die andere übernehmen können.</translation>
    </message>
    <message>
        <source>Write the catalog for Splunk, Sentinel, Elastic and Sigma into a folder.</source>
        <translation>Den Katalog für Splunk, Sentinel, Elastic und Sigma in einen Ordner schreiben.</translation>
    </message>
    <message>
        <source>Write what changed between two revisions of the catalog into a folder.</source>
        <translation>Schreiben, was sich zwischen zwei Revisionen des Katalogs geändert hat, in einen Ordner.</translation>
    </message>
    <message>
        <source>The earlier revision of a change pack.</source>
        <translation>Die frühere Revision eines Änderungspakets.</translation>
    </message>
    <message>
        <source>The later revision of a change pack, instead of the newest.</source>
        <translation>Die spätere Revision eines Änderungspakets, statt der neuesten.</translation>
    </message>
    <message>
        <source>Replace an existing file, or the pack in an existing folder.</source>
        <translation>Eine vorhandene Datei oder das Paket in einem vorhandenen Ordner ersetzen.</translation>
    </message>
</context>
<context>
    <name>evident::CompletionPopup</name>
    <message>
        <source>Key</source>
        <comment>of the query language</comment>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>of a key of the query language</comment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Keep only this code</source>
        <translation>Nur dieser Code</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a term, what it is</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Code %1, %2, %3</source>
        <comment>number, level, description</comment>
        <translation>Code %1, %2, %3</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Saved query</source>
        <translation>Gespeicherte Abfrage</translation>
    </message>
    <message>
        <source>%1, saved query: %2</source>
        <comment>a name, a query</comment>
        <translation>%1, gespeicherte Abfrage: %2</translation>
    </message>
</context>
<context>
    <name>evident::ContextBar</name>
    <message>
        <source>Also show the records around each match:</source>
        <translation>Auch die Datensätze um jeden Treffer zeigen:</translation>
    </message>
    <message>
        <source>Dimmed, before and behind each match, in the order of the file or of time (F4)</source>
        <translation>Abgeblendet, vor und nach jedem Treffer, in der Reihenfolge der Datei oder der Zeit (F4)</translation>
    </message>
    <message>
        <source>Records around each match</source>
        <translation>Datensätze um jeden Treffer</translation>
    </message>
</context>
<context>
    <name>evident::DerivationRules</name>
    <message>
        <source>The rule file %1 has no list “%2”.</source>
        <translation>Die Regeldatei %1 hat keine Liste „%2“.</translation>
    </message>
    <message>
        <source>Rule %1 of “%2” in the rule file %3 has no valid pattern: %4</source>
        <translation>Regel %1 von „%2“ in der Regeldatei %3 hat kein gültiges Muster: %4</translation>
    </message>
    <message>
        <source>Rule %1 of “%2” in the rule file %3 has no valid “%4”.</source>
        <translation>Regel %1 von „%2“ in der Regeldatei %3 hat kein gültiges „%4“.</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>sie ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>The rule file %1 cannot be read: %2.</source>
        <translation>Die Regeldatei %1 kann nicht gelesen werden: %2.</translation>
    </message>
</context>
<context>
    <name>evident::DetailsPage</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>No description</source>
        <translation>Keine Beschreibung</translation>
    </message>
    <message>
        <source>Related codes</source>
        <translation>Verwandte Codes</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Raw record</source>
        <translation>Rohtext</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more field(s) are in the raw record.</source>
        <translation>
            <numerusform>%Ln weiteres Feld steht im Rohtext.</numerusform>
            <numerusform>%Ln weitere Felder stehen im Rohtext.</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <comment>of a long record</comment>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Erste Seite</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>Letzte Seite</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <source>Usual causes</source>
        <translation>Übliche Ursachen</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Nächste Schritte</translation>
    </message>
    <message>
        <source>Who can fix it</source>
        <translation>Wer es beheben kann</translation>
    </message>
    <message>
        <source>The record is being read from its file…</source>
        <translation>Der Datensatz wird aus seiner Datei gelesen …</translation>
    </message>
</context>
<context>
    <name>evident::DetailsPane</name>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>Select a row to read what it means and what is known of it.</source>
        <translation>Eine ausgewählte Zeile zeigt hier, was sie bedeutet und was über sie bekannt ist.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy raw record</source>
        <translation>Rohtext kopieren</translation>
    </message>
    <message>
        <source>Show in catalog</source>
        <translation>Im Katalog zeigen</translation>
    </message>
    <message>
        <source>Where does this occur?</source>
        <translation>Wo kommt das vor?</translation>
    </message>
    <message>
        <source>Indent raw</source>
        <translation>Rohtext einrücken</translation>
    </message>
    <message>
        <source>Break the raw record&apos;s JSON into indented lines</source>
        <translation>Das JSON des Rohtexts in eingerückte Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>When this entry came and how it was changed</source>
        <translation>Wann dieser Eintrag kam und wie er geändert wurde</translation>
    </message>
    <message>
        <source>(left out, as it may hold names)</source>
        <translation>(weggelassen, da Namen darin stehen können)</translation>
    </message>
</context>
<context>
    <name>evident::DetailsText</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a field, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>evident::DiffModel</name>
    <message>
        <source>Added (%1)</source>
        <translation>Hinzugefügt (%1)</translation>
    </message>
    <message>
        <source>Changed (%1)</source>
        <translation>Geändert (%1)</translation>
    </message>
    <message>
        <source>Removed (%1)</source>
        <translation>Entfernt (%1)</translation>
    </message>
    <message>
        <source>Unchanged (%1)</source>
        <translation>Unverändert (%1)</translation>
    </message>
    <message>
        <source>Not understood (%1)</source>
        <translation>Nicht verstanden (%1)</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>nicht verstanden</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>a line</source>
        <translation>eine Zeile</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a code, what happens to it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column and value, for a screen reader</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was abweicht</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>evident::DiffView</name>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>The selected change, word by word</source>
        <translation>Die gewählte Änderung, Wort für Wort</translation>
    </message>
    <message>
        <source>Filter: a code, a level, words</source>
        <translation>Filter: ein Code, eine Stufe, Wörter</translation>
    </message>
    <message>
        <source>Filter the changes</source>
        <translation>Änderungen filtern</translation>
    </message>
    <message>
        <source>Choose all changes that are shown</source>
        <translation>Alle gezeigten Änderungen wählen</translation>
    </message>
    <message>
        <source>Choose none of the changes that are shown</source>
        <translation>Keine der gezeigten Änderungen wählen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>evident::DismissalStore</name>
    <message>
        <source>The file %1 cannot be removed: %2.</source>
        <translation>Die Datei %1 kann nicht entfernt werden: %2.</translation>
    </message>
</context>
<context>
    <name>evident::Display</name>
    <message>
        <source>No display is set (DISPLAY and WAYLAND_DISPLAY are empty).</source>
        <translation>Keine Anzeige ist gesetzt (DISPLAY und WAYLAND_DISPLAY sind leer).</translation>
    </message>
    <message>
        <source>Qt&apos;s plugin for X11 is missing.</source>
        <translation>Das Qt-Plugin für X11 fehlt.</translation>
    </message>
    <message>
        <source>No X server answers at DISPLAY=%1.</source>
        <translation>Kein X-Server antwortet unter DISPLAY=%1.</translation>
    </message>
    <message>
        <source>A Wayland display is set, but Qt&apos;s plugin for Wayland is missing.</source>
        <translation>Eine Wayland-Anzeige ist gesetzt, aber das Qt-Plugin für Wayland fehlt.</translation>
    </message>
    <message>
        <source>No Wayland server answers at WAYLAND_DISPLAY=%1.</source>
        <translation>Kein Wayland-Server antwortet unter WAYLAND_DISPLAY=%1.</translation>
    </message>
    <message>
        <source>Qt has no plugin for QT_QPA_PLATFORM=%1.</source>
        <translation>Qt hat kein Plugin für QT_QPA_PLATFORM=%1.</translation>
    </message>
</context>
<context>
    <name>evident::Duration</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>evident::Encoding</name>
    <message>
        <source>“%1” cannot be read: this system does not know the encoding %2.</source>
        <translation>„%1“ kann nicht gelesen werden: Dieses System kennt die Kodierung %2 nicht.</translation>
    </message>
    <message>
        <source>The encoding “%1” is not known. Known are, among others, UTF-8, UTF-16LE, UTF-16BE and windows-1252.</source>
        <translation>Die Kodierung „%1“ ist unbekannt. Bekannt sind unter anderem UTF-8, UTF-16LE, UTF-16BE und windows-1252.</translation>
    </message>
</context>
<context>
    <name>evident::EntryDelegate</name>
    <message>
        <source>The level and the wording of this entry disagree.</source>
        <translation>Stufe und Wortlaut dieses Eintrags widersprechen sich.</translation>
    </message>
</context>
<context>
    <name>evident::EntryHistoryDialog</name>
    <message>
        <source>History of code %1</source>
        <translation>Verlauf von Code %1</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>No revision of the catalog has this code.</source>
        <translation>Keine Revision des Katalogs hat diesen Code.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>Added, Changed or Removed; the moment</comment>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>Revision %1, %2: %3</source>
        <comment>number; import, restored …; the name of a file</comment>
        <translation>Revision %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>evident::EntryTicket</name>
    <message>
        <source>%1 %2</source>
        <comment>code of an event, its description</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Who can fix it</source>
        <translation>Wer es beheben kann</translation>
    </message>
    <message>
        <source>Usual cause: %1</source>
        <translation>Übliche Ursache: %1</translation>
    </message>
    <message>
        <source>Next step: %1</source>
        <translation>Nächster Schritt: %1</translation>
    </message>
</context>
<context>
    <name>evident::EventTable</name>
    <message>
        <source>Whether the day or the month comes first in the times is a guess: they are read as day/month, as this system writes them.</source>
        <translation>Ob in den Zeiten zuerst der Tag oder der Monat steht, ist geraten: Sie werden als Tag/Monat gelesen, wie dieses System sie schreibt.</translation>
    </message>
    <message>
        <source>Whether the day or the month comes first in the times is a guess: they are read as month/day, as this system writes them.</source>
        <translation>Ob in den Zeiten zuerst der Tag oder der Monat steht, ist geraten: Sie werden als Monat/Tag gelesen, wie dieses System sie schreibt.</translation>
    </message>
</context>
<context>
    <name>evident::FacetGroup</name>
    <message>
        <source>Space keeps only this value, minus leaves it out.</source>
        <translation>Leertaste behält nur diesen Wert, Minus lässt ihn weg.</translation>
    </message>
    <message>
        <source>Filter values</source>
        <translation>Werte filtern</translation>
    </message>
    <message>
        <source>Filter the values of %1</source>
        <comment>%1 is the title of a facet</comment>
        <translation>Werte von %1 filtern</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all %1…</source>
        <translation>Alle %1 zeigen…</translation>
    </message>
    <message>
        <source>Show fewer values of %1</source>
        <comment>%1 is the title of a facet</comment>
        <translation>Weniger Werte von %1 zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln gewählt</numerusform>
            <numerusform>%Ln gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln value(s) of %1</source>
        <comment>%1 is the title of a facet</comment>
        <translation>
            <numerusform>%Ln Wert von %1 zeigen</numerusform>
            <numerusform>Alle %Ln Werte von %1 zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FacetModel</name>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Who can act</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>(none)</source>
        <comment>a record without a value in this field</comment>
        <translation>(ohne)</translation>
    </message>
    <message>
        <source>%1, %2, included</source>
        <comment>value of a facet, how many records</comment>
        <translation>%1, %2, nur diese</translation>
    </message>
    <message>
        <source>%1, %2, excluded</source>
        <comment>value of a facet, how many records</comment>
        <translation>%1, %2, ohne diese</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>value of a facet, how many records</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FacetPane</name>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
</context>
<context>
    <name>evident::FileHandle</name>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>No temporary file can be made in “%1”: %2.</source>
        <translation>In „%1“ kann keine temporäre Datei angelegt werden: %2.</translation>
    </message>
    <message>
        <source>There is no room left for temporary files in “%1”.</source>
        <translation>In „%1“ ist kein Platz mehr für temporäre Dateien.</translation>
    </message>
    <message>
        <source>The temporary file in “%1” cannot be written: %2.</source>
        <translation>Die temporäre Datei in „%1“ kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The file “%1” does not exist.</source>
        <translation>Die Datei „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>You have no permission to read “%1”.</source>
        <translation>Die Berechtigung zum Lesen von „%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: %2.</source>
        <translation>„%1“ kann nicht geöffnet werden: %2.</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a file.</source>
        <translation>„%1“ ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>„%1“ kann nicht gelesen werden: %2.</translation>
    </message>
</context>
<context>
    <name>evident::FindingDelegate</name>
    <message>
        <source>Dismissed: %1</source>
        <translation>Verworfen: %1</translation>
    </message>
</context>
<context>
    <name>evident::FindingDetails</name>
    <message>
        <source>Show &amp;records</source>
        <translation>Da&amp;tensätze zeigen</translation>
    </message>
    <message>
        <source>Copy for a &amp;ticket</source>
        <translation>Für ein Ti&amp;cket kopieren</translation>
    </message>
    <message>
        <source>Dis&amp;miss…</source>
        <translation>&amp;Verwerfen…</translation>
    </message>
    <message>
        <source>Take bac&amp;k</source>
        <translation>Zurück&amp;nehmen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Shows the records that this finding is made of, by a query that can be changed</source>
        <translation>Zeigt die Datensätze, aus denen dieser Befund besteht, mit einer Abfrage, die Sie ändern können</translation>
    </message>
    <message>
        <source>Copies the finding with its first records</source>
        <translation>Kopiert den Befund mit seinen ersten Datensätzen</translation>
    </message>
    <message>
        <source>Puts the finding away, with a reason; it can be taken back</source>
        <translation>Legt den Befund mit einer Begründung beiseite; das kann zurückgenommen werden</translation>
    </message>
    <message>
        <source>Why does it not matter?</source>
        <translation>Warum ist er nicht von Belang?</translation>
    </message>
    <message>
        <source>Reason to dismiss the finding</source>
        <translation>Grund, den Befund zu verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Records of the finding</source>
        <translation>Datensätze des Befunds</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Dismissed: %1</source>
        <translation>Verworfen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln record(s), the first and the last ones are listed.</source>
        <translation>
            <numerusform>Von %Ln Datensatz sind die ersten und die letzten aufgeführt.</numerusform>
            <numerusform>Von %Ln Datensätzen sind die ersten und die letzten aufgeführt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FindingRecordsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>evident::FindingTexts</name>
    <message>
        <source>en</source>
        <extracomment>The language that this is translated to, as two letters: the words of rules are taken in it.</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message numerus="yes">
        <source>The log has %Ln more of these record(s).</source>
        <translation>
            <numerusform>Das Log hat noch %Ln solchen Datensatz.</numerusform>
            <numerusform>Das Log hat noch %Ln solche Datensätze.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FindingsModel</name>
    <message numerus="yes">
        <source>%1 · %Ln record(s)</source>
        <comment>1: when</comment>
        <translation>
            <numerusform>%1 · %Ln Datensatz</numerusform>
            <numerusform>%1 · %Ln Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismissed: %1</source>
        <translation>Verworfen: %1</translation>
    </message>
</context>
<context>
    <name>evident::FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Findings (%L1)</source>
        <translation>Befunde (%L1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln Befund</numerusform>
            <numerusform>%Ln Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more finding(s) of rules that found very many are not listed.</source>
        <translation>
            <numerusform>%Ln weiterer Befund von Regeln, die sehr viele fanden, ist nicht aufgeführt.</numerusform>
            <numerusform>%Ln weitere Befunde von Regeln, die sehr viele fanden, sind nicht aufgeführt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) without a time were left out.</source>
        <translation>
            <numerusform>%Ln Datensatz ohne Zeit wurde weggelassen.</numerusform>
            <numerusform>%Ln Datensätze ohne Zeit wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show &amp;dismissed (%L1)</source>
        <translation>Ver&amp;worfene zeigen (%L1)</translation>
    </message>
    <message>
        <source>Looking for findings…</source>
        <translation>Befunde werden gesucht…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s) were tried on all records, whatever the query keeps.</source>
        <translation>
            <numerusform>%Ln Regel wurde auf alle Datensätze angewendet, gleich was die Abfrage behält.</numerusform>
            <numerusform>%Ln Regeln wurden auf alle Datensätze angewendet, gleich was die Abfrage behält.</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings are looked for when the log was read.</source>
        <translation>Befunde werden gesucht, sobald das Log gelesen ist.</translation>
    </message>
    <message>
        <source>No rule found anything.</source>
        <translation>Keine Regel hat etwas gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s) were tried on all records of this log. That is no proof that all is well: a rule finds only what it is written for.</source>
        <translation>
            <numerusform>%Ln Regel wurde auf alle Datensätze dieses Logs angewendet. Das beweist nicht, dass alles in Ordnung ist: Eine Regel findet nur, wofür sie geschrieben ist.</numerusform>
            <numerusform>%Ln Regeln wurden auf alle Datensätze dieses Logs angewendet. Das beweist nicht, dass alles in Ordnung ist: Eine Regel findet nur, wofür sie geschrieben ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>All findings were dismissed.</source>
        <translation>Alle Befunde wurden verworfen.</translation>
    </message>
    <message>
        <source>Show dismissed</source>
        <translation>Verworfene zeigen</translation>
    </message>
    <message>
        <source>Findings were still being looked for when this was made.</source>
        <translation>Als dies entstand, wurde noch nach Befunden gesucht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s) were dismissed and are left out.</source>
        <translation>
            <numerusform>%Ln Befund wurde verworfen und fehlt hier.</numerusform>
            <numerusform>%Ln Befunde wurden verworfen und fehlen hier.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FindingsWriter</name>
    <message>
        <source>Findings in all records</source>
        <translation>Befunde in allen Datensätzen</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und noch %Ln</numerusform>
            <numerusform>und noch %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::Follower</name>
    <message>
        <source>“%1” was cut short and is read again.</source>
        <translation>„%1“ wurde gekürzt und wird neu eingelesen.</translation>
    </message>
    <message>
        <source>“%1” was changed and is read again.</source>
        <translation>„%1“ wurde geändert und wird neu eingelesen.</translation>
    </message>
    <message>
        <source>“%1” was rewritten and is read again.</source>
        <translation>„%1“ wurde neu geschrieben und wird neu eingelesen.</translation>
    </message>
    <message>
        <source>“%1” was deleted or moved away. What was read of it is shown.</source>
        <translation>„%1“ wurde gelöscht oder verschoben. Gezeigt wird, was davon gelesen war.</translation>
    </message>
    <message>
        <source>“%1” was rotated. The new file is shown.</source>
        <translation>„%1“ wurde rotiert. Gezeigt wird die neue Datei.</translation>
    </message>
    <message>
        <source>“%1” was rotated. The old file is shown until you read it again.</source>
        <translation>„%1“ wurde rotiert. Gezeigt wird die alte Datei, bis neu eingelesen wird.</translation>
    </message>
    <message>
        <source>“%1” was replaced by another file, which is shown.</source>
        <translation>„%1“ wurde durch eine andere Datei ersetzt, die nun gezeigt wird.</translation>
    </message>
    <message>
        <source>“%1” was replaced by another file. The old one is shown until you read it again.</source>
        <translation>„%1“ wurde durch eine andere Datei ersetzt. Gezeigt wird die alte, bis neu eingelesen wird.</translation>
    </message>
</context>
<context>
    <name>evident::GuidanceBook</name>
    <message>
        <source>the key “%1” is not known</source>
        <translation>der Schlüssel „%1“ ist unbekannt</translation>
    </message>
    <message>
        <source>a code is not a whole number</source>
        <translation>ein Code ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>there is no kind “%1”</source>
        <translation>die Art „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>“%1” has no text</source>
        <translation>„%1“ hat keinen Text</translation>
    </message>
    <message>
        <source>“%1” has a text with blanks at an end, or with characters that cannot be seen</source>
        <translation>„%1“ hat einen Text mit Leerzeichen am Anfang oder Ende oder mit unsichtbaren Zeichen</translation>
    </message>
    <message>
        <source>“%1” is not a list</source>
        <translation>„%1“ ist keine Liste</translation>
    </message>
    <message>
        <source>there is no owner “%1”</source>
        <translation>die Zuständigkeit „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>there is no outcome “%1”</source>
        <translation>den Ausgang „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>“%1” is not a text</source>
        <translation>„%1“ ist kein Text</translation>
    </message>
    <message>
        <source>“%1” is not an object of lists</source>
        <translation>„%1“ ist kein Objekt aus Listen</translation>
    </message>
    <message>
        <source>the related code %1 is there twice, or is the entry itself</source>
        <translation>der verwandte Code %1 steht doppelt da oder ist der Eintrag selbst</translation>
    </message>
    <message>
        <source>The guidance file %1 cannot be read: %2.</source>
        <translation>Die Hinweisdatei %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>it is not an object of “about”, “group” and “entries”</source>
        <translation>sie ist kein Objekt aus „about“, „group“ und „entries“</translation>
    </message>
    <message>
        <source>“about” or “group” has no text, or “entries” is not a list</source>
        <translation>„about“ oder „group“ hat keinen Text, oder „entries“ ist keine Liste</translation>
    </message>
    <message>
        <source>this code has guidance already</source>
        <translation>zu diesem Code gibt es schon Hinweise</translation>
    </message>
    <message>
        <source>The guidance file %1 is wrong about code “%2”: %3.</source>
        <translation>Die Hinweisdatei %1 hat einen Fehler beim Code „%2“: %3.</translation>
    </message>
    <message>
        <source>“%1” says nothing of any state</source>
        <translation>„%1“ sagt nichts über einen Zustand</translation>
    </message>
    <message>
        <source>there is no thing “%1” that has a state</source>
        <translation>„%1“ ist nichts, was einen Zustand hat</translation>
    </message>
</context>
<context>
    <name>evident::GuidanceText</name>
    <message>
        <source>Usual causes:</source>
        <translation>Übliche Ursachen:</translation>
    </message>
    <message>
        <source>Next steps:</source>
        <translation>Nächste Schritte:</translation>
    </message>
    <message>
        <source>Who can fix it: %1</source>
        <translation>Wer es beheben kann: %1</translation>
    </message>
    <message>
        <source>Related codes:</source>
        <translation>Verwandte Codes:</translation>
    </message>
</context>
<context>
    <name>evident::HeaderlessCsvFormat</name>
    <message>
        <source>rows of thirteen columns that begin with a time, and no header</source>
        <translation>Zeilen mit dreizehn Spalten, die mit einer Zeit beginnen, und keine Kopfzeile</translation>
    </message>
</context>
<context>
    <name>evident::Headless</name>
    <message>
        <source>The catalog has no such event.</source>
        <translation>Der Katalog kennt kein solches Ereignis.</translation>
    </message>
    <message>
        <source>The file exists; --force replaces it.</source>
        <translation>Die Datei gibt es schon; --force ersetzt sie.</translation>
    </message>
    <message>
        <source>%1: %2 % read</source>
        <translation>%1: %2 % gelesen</translation>
    </message>
    <message>
        <source>%1: %2 % unpacked or converted</source>
        <translation>%1: %2 % entpackt oder umgewandelt</translation>
    </message>
    <message>
        <source>--yes reads it all the same.</source>
        <translation>--yes liest es trotzdem.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) left out: the regular expression takes too long on them.</source>
        <translation>
            <numerusform>%n Datensatz weggelassen: Der reguläre Ausdruck braucht für ihn zu lange.</numerusform>
            <numerusform>%n Datensätze weggelassen: Der reguläre Ausdruck braucht für sie zu lange.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: left out, as it is no log of events</source>
        <translation>%1: weggelassen, da es kein Log von Ereignissen ist</translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB.</source>
        <translation>Die Datei ist größer als %1 MiB.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>--yes takes it all the same.</source>
        <translation>--yes übernimmt sie trotzdem.</translation>
    </message>
    <message>
        <source>Notes added</source>
        <translation>Hinzugekommene Notizen</translation>
    </message>
    <message>
        <source>Notes joined with one&apos;s own</source>
        <translation>Mit eigenen verbundene Notizen</translation>
    </message>
    <message>
        <source>Notes that were there already</source>
        <translation>Schon vorhandene Notizen</translation>
    </message>
    <message>
        <source>The catalog has no such revision.</source>
        <translation>Der Katalog hat keine solche Revision.</translation>
    </message>
    <message>
        <source>--force replaces it.</source>
        <translation>--force ersetzt es.</translation>
    </message>
</context>
<context>
    <name>evident::HelpDialog</name>
    <message>
        <source>Searching and keys</source>
        <translation>Suchen und Tasten</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>All of these words. In the catalog, “push” also finds Approve and Biometric.</source>
        <translation>Alle diese Wörter. Im Katalog findet „push“ auch Approve und Biometric.</translation>
    </message>
    <message>
        <source>These words in this order.</source>
        <translation>Diese Wörter in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>In the catalog, the entry of this code.</source>
        <translation>Im Katalog der Eintrag zu diesem Code.</translation>
    </message>
    <message>
        <source>Records with one of these codes.</source>
        <translation>Datensätze mit einem dieser Codes.</translation>
    </message>
    <message>
        <source>Both: errors of this user, whatever stands after the @ or before the \.</source>
        <translation>Beides: Fehler dieses Benutzers, gleich was hinter dem @ oder vor dem \ steht.</translation>
    </message>
    <message>
        <source>Not this.</source>
        <translation>Das nicht.</translation>
    </message>
    <message>
        <source>One of the two.</source>
        <translation>Eines von beiden.</translation>
    </message>
    <message>
        <source>Part of a value; addresses of a network.</source>
        <translation>Teil eines Werts; Adressen eines Netzes.</translation>
    </message>
    <message>
        <source>From one moment up to another.</source>
        <translation>Von einem Zeitpunkt bis zu einem anderen.</translation>
    </message>
    <message>
        <source>The last two hours of the log.</source>
        <translation>Die letzten zwei Stunden des Logs.</translation>
    </message>
    <message>
        <source>Codes the catalog lacks; reworded texts; lines no format could read.</source>
        <translation>Unbekannte Codes; abweichende Texte; Zeilen, die kein Format lesen konnte.</translation>
    </message>
    <message>
        <source>Any field that a record has.</source>
        <translation>Jedes Feld, das ein Datensatz hat.</translation>
    </message>
    <message>
        <source>A regular expression, here without regard to case.</source>
        <translation>Ein regulärer Ausdruck, hier ohne Rücksicht auf Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search.</source>
        <translation>Suchen.</translation>
    </message>
    <message>
        <source>Open a log.</source>
        <translation>Ein Log öffnen.</translation>
    </message>
    <message>
        <source>Next error; with Shift, the one before.</source>
        <translation>Nächster Fehler; mit Umschalt der vorige.</translation>
    </message>
    <message>
        <source>Only the records of this transaction, in order.</source>
        <translation>Nur die Datensätze dieser Transaktion, der Reihe nach.</translation>
    </message>
    <message>
        <source>From a record to its catalog entry.</source>
        <translation>Vom Datensatz zu seinem Katalogeintrag.</translation>
    </message>
    <message>
        <source>From a catalog entry to the records it explains.</source>
        <translation>Vom Katalogeintrag zu den Datensätzen, die er erklärt.</translation>
    </message>
    <message>
        <source>The query before this one.</source>
        <translation>Die Abfrage vor dieser.</translation>
    </message>
    <message>
        <source>Copy the selected rows.</source>
        <translation>Die ausgewählten Zeilen kopieren.</translation>
    </message>
    <message>
        <source>The next tab.</source>
        <translation>Der nächste Tab.</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
    <message>
        <source>A click keeps a value, Shift+click leaves it out; on the keyboard these are Space and -.</source>
        <translation>Ein Klick behält einen Wert, Umschalt+Klick lässt ihn weg; auf der Tastatur sind das Leertaste und -.</translation>
    </message>
    <message>
        <source>About Evident</source>
        <translation>Über Evident</translation>
    </message>
    <message>
        <source>Evident %1</source>
        <translation>Evident %1</translation>
    </message>
    <message>
        <source>Looks up event codes of RSA Cloud Access Service offline and reads exported logs. The texts of the catalog are the vendor&apos;s.</source>
        <translation>Schlägt Ereigniscodes von RSA Cloud Access Service offline nach und liest exportierte Logs. Die Texte des Katalogs sind die des Herstellers.</translation>
    </message>
    <message>
        <source>Follow the log&apos;s file: new records appear as they are written.</source>
        <translation>Die Datei des Logs verfolgen: Neue Datensätze erscheinen, sobald sie geschrieben sind.</translation>
    </message>
    <message>
        <source>Open several files as one log.</source>
        <translation>Mehrere Dateien als ein Log öffnen.</translation>
    </message>
    <message>
        <source>Fold records that repeat one another.</source>
        <translation>Datensätze zusammenfassen, die sich wiederholen.</translation>
    </message>
    <message>
        <source>Codes on which your desk has written a note.</source>
        <translation>Codes, zu denen Ihr Helpdesk eine Notiz geschrieben hat.</translation>
    </message>
    <message>
        <source>Outside a text field: open the clipboard, as a log or as a page for the catalog.</source>
        <translation>Außerhalb eines Textfelds: die Zwischenablage öffnen, als Log oder als Seite für den Katalog.</translation>
    </message>
    <message>
        <source>Import a page of the vendor into the catalog.</source>
        <translation>Eine Seite des Herstellers in den Katalog importieren.</translation>
    </message>
    <message>
        <source>The catalog&apos;s history; with Shift, that of this code.</source>
        <translation>Der Verlauf des Katalogs; mit Umschalt der dieses Codes.</translation>
    </message>
    <message>
        <source>Your desk&apos;s note on this code.</source>
        <translation>Die Notiz Ihres Helpdesks zu diesem Code.</translation>
    </message>
    <message>
        <source>Records that you have bookmarked.</source>
        <translation>Datensätze, denen Sie ein Lesezeichen gegeben haben.</translation>
    </message>
    <message>
        <source>Bookmark this record, or not any more; with Shift, write a note on it.</source>
        <translation>Diesem Datensatz ein Lesezeichen geben oder es entfernen; mit Umschalt eine Notiz dazu schreiben.</translation>
    </message>
    <message>
        <source>Next bookmark; with Shift, the one before.</source>
        <translation>Nächstes Lesezeichen; mit Umschalt das vorige.</translation>
    </message>
    <message>
        <source>Only bookmarked records.</source>
        <translation>Nur Datensätze mit Lesezeichen.</translation>
    </message>
    <message>
        <source>Also the records around each match, dimmed.</source>
        <translation>Auch die Datensätze um jeden Treffer, abgeblendet.</translation>
    </message>
    <message>
        <source>What the log tells of this user: states and sign-ins.</source>
        <translation>Was das Log über diesen Benutzer sagt: Zustände und Anmeldungen.</translation>
    </message>
    <message>
        <source>Save this query under a name, to find it in the box.</source>
        <translation>Diese Abfrage unter einem Namen speichern, um sie im Suchfeld wiederzufinden.</translation>
    </message>
    <message>
        <source>Take back: a tab closed, a bookmark, a note or a saved query deleted, the query cleared.</source>
        <translation>Rückgängig machen: einen Tab geschlossen, ein Lesezeichen, eine Notiz oder eine gespeicherte Abfrage gelöscht, die Abfrage geleert.</translation>
    </message>
    <message>
        <source>Reopen the tab that was closed.</source>
        <translation>Den geschlossenen Tab wieder öffnen.</translation>
    </message>
    <message>
        <source>Copy what is in front for a ticket: the selected records, a page, or the catalog&apos;s entry.</source>
        <translation>Für ein Ticket kopieren, was im Vordergrund ist: die ausgewählten Datensätze, eine Seite oder den Eintrag des Katalogs.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Drag over a stretch of time to keep its records alone, or choose it with Shift and the arrow keys, then Enter. The wheel, + and - zoom, 0 and Escape go back; Ctrl and the arrow keys go to the next finding, Space shows it. Shift+F9 shows and hides the timeline.</source>
        <translation>Ziehen Sie über eine Zeitspanne, um nur ihre Datensätze zu behalten, oder wählen Sie sie mit Umschalt und den Pfeiltasten, dann Eingabe. Mausrad, + und - zoomen, 0 und Esc führen zurück; Strg und die Pfeiltasten gehen zum nächsten Befund, Leertaste zeigt ihn. Umschalt+F9 zeigt und verbirgt die Zeitleiste.</translation>
    </message>
</context>
<context>
    <name>evident::HistoryDialog</name>
    <message>
        <source>History of the catalog</source>
        <translation>Verlauf des Katalogs</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>&amp;Restore this revision…</source>
        <translation>Diese Revision &amp;wiederherstellen…</translation>
    </message>
    <message>
        <source>Select one revision to see what it changed, or two to compare them.</source>
        <translation>Wählen Sie eine Revision, um ihre Änderungen zu sehen, oder zwei, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>This is the first revision: nothing comes before it.</source>
        <translation>Dies ist die erste Revision: Davor gibt es keine.</translation>
    </message>
    <message>
        <source>What changed from revision %1 (%2) to revision %3 (%4)</source>
        <comment>numbers and moments</comment>
        <translation>Änderungen von Revision %1 (%2) zu Revision %3 (%4)</translation>
    </message>
    <message numerus="yes">
        <source>The catalog becomes what it was in revision %1 of %2, with %Ln entry(s). This makes a new revision: the ones in between and all notes stay.</source>
        <translation>
            <numerusform>Der Katalog wird, was er in Revision %1 vom %2 war, mit %Ln Eintrag. Das ergibt eine neue Revision: Die dazwischen und alle Notizen bleiben.</numerusform>
            <numerusform>Der Katalog wird, was er in Revision %1 vom %2 war, mit %Ln Einträgen. Das ergibt eine neue Revision: Die dazwischen und alle Notizen bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>&amp;Export change pack…</source>
        <translation>&amp;Änderungspaket exportieren…</translation>
    </message>
    <message>
        <source>What a SIEM team has to change in its rules, as files in a folder</source>
        <translation>Was ein SIEM-Team in seinen Regeln ändern muss, als Dateien in einem Ordner</translation>
    </message>
</context>
<context>
    <name>evident::IdrSyslogFormat</name>
    <message>
        <source>syslog lines with the word SINGLEPOINT</source>
        <translation>Syslog-Zeilen mit dem Wort SINGLEPOINT</translation>
    </message>
</context>
<context>
    <name>evident::ImportAdvice</name>
    <message>
        <source>Less than half of this page was understood. It may not be a page of event codes, or the vendor has changed its form.</source>
        <translation>Weniger als die Hälfte dieser Seite wurde verstanden. Vielleicht ist es keine Seite mit Ereigniscodes, oder der Hersteller hat ihre Form geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of the page were not understood and change nothing.</source>
        <translation>
            <numerusform>%Ln Zeile der Seite wurde nicht verstanden und ändert nichts.</numerusform>
            <numerusform>%Ln Zeilen der Seite wurden nicht verstanden und ändern nichts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The page lacks %Ln entry(s) that the catalog has in the range of its title. Is it whole?</source>
        <translation>
            <numerusform>Der Seite fehlt %Ln Eintrag, den der Katalog im Bereich ihres Titels hat. Ist sie vollständig?</numerusform>
            <numerusform>Der Seite fehlen %Ln Einträge, die der Katalog im Bereich ihres Titels hat. Ist sie vollständig?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::ImportDialog</name>
    <message>
        <source>I have &amp;looked at what was not understood and at what is removed.</source>
        <translation>Ich habe an&amp;gesehen, was nicht verstanden wurde und was entfernt wird.</translation>
    </message>
    <message>
        <source>Import into the catalog</source>
        <translation>In den Katalog importieren</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Skip this page (%Ln more follow(s))</source>
        <translation>
            <numerusform>Diese Seite über&amp;springen (%Ln weitere folgt)</numerusform>
            <numerusform>Diese Seite über&amp;springen (%Ln weitere folgen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>codes %1 to %2</source>
        <translation>Codes %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>A page without a title</source>
        <translation>Eine Seite ohne Titel</translation>
    </message>
    <message>
        <source>This page changes nothing: the catalog has all of it already.</source>
        <translation>Diese Seite ändert nichts: Der Katalog hat schon alles davon.</translation>
    </message>
    <message>
        <source>%1 added, %2 changed, %3 removed, %4 unchanged. Nothing is changed before you apply it.</source>
        <translation>%1 hinzugefügt, %2 geändert, %3 entfernt, %4 unverändert. Vor dem Anwenden wird nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung &amp;anwenden</numerusform>
            <numerusform>%Ln Änderungen &amp;anwenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %1 of %Ln change(s)</source>
        <translation>
            <numerusform>%1 von %Ln Änderung &amp;anwenden</numerusform>
            <numerusform>%1 von %Ln Änderungen &amp;anwenden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::ImportWriter</name>
    <message>
        <source>Entries of the page</source>
        <translation>Einträge der Seite</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Lines not understood</source>
        <translation>Nicht verstandene Zeilen</translation>
    </message>
    <message>
        <source>The catalog was not changed.</source>
        <translation>Der Katalog wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The catalog has all of this page already; it stays at revision %1.</source>
        <translation>Der Katalog hat alles von dieser Seite schon; es bleibt bei Revision %1.</translation>
    </message>
    <message>
        <source>The catalog is at revision %1 now.</source>
        <translation>Der Katalog hat jetzt Revision %1.</translation>
    </message>
</context>
<context>
    <name>evident::Indexer</name>
    <message>
        <source>“%1” has more records than can be counted.</source>
        <translation>„%1“ hat mehr Datensätze, als gezählt werden können.</translation>
    </message>
    <message>
        <source>“%1” cannot be read on: %2.</source>
        <translation>„%1“ kann nicht weitergelesen werden: %2.</translation>
    </message>
</context>
<context>
    <name>evident::JsonDocumentCutter</name>
    <message>
        <source>The data ends at byte %1, in the middle of a record that begins at byte %2; what was complete has been read.</source>
        <translation>Die Daten enden bei Byte %1, mitten in einem Datensatz, der bei Byte %2 beginnt; was vollständig war, ist gelesen.</translation>
    </message>
    <message>
        <source>The data ends at byte %1, before the JSON document does; what was complete has been read.</source>
        <translation>Die Daten enden bei Byte %1, noch vor dem Ende des JSON-Dokuments; was vollständig war, ist gelesen.</translation>
    </message>
</context>
<context>
    <name>evident::Log</name>
    <message>
        <source>“%1” has become shorter: the record on line %2 is gone.</source>
        <translation>„%1“ ist kürzer geworden: Den Datensatz in Zeile %2 gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>“%1” has changed: what is on line %2 is not the record that was read there. Open the file again.</source>
        <translation>„%1“ hat sich geändert: In Zeile %2 steht nicht mehr der Datensatz, der dort gelesen wurde. Bitte die Datei neu öffnen.</translation>
    </message>
    <message>
        <source>Several files that are shown as one cannot be followed.</source>
        <translation>Mehrere Dateien, die als eine gezeigt werden, können nicht verfolgt werden.</translation>
    </message>
    <message>
        <source>A compressed file cannot be followed.</source>
        <translation>Eine komprimierte Datei kann nicht verfolgt werden.</translation>
    </message>
    <message>
        <source>A file in the encoding %1 cannot be followed.</source>
        <translation>Eine Datei in der Kodierung %1 kann nicht verfolgt werden.</translation>
    </message>
    <message>
        <source>Only a file on disk can be followed.</source>
        <translation>Nur eine Datei auf der Platte kann verfolgt werden.</translation>
    </message>
</context>
<context>
    <name>evident::LogArchive</name>
    <message>
        <source>“%1” is not in the archive any more.</source>
        <translation>„%1“ ist nicht mehr im Archiv.</translation>
    </message>
    <message>
        <source>“%1” is encrypted, and encrypted members cannot be read.</source>
        <translation>„%1“ ist verschlüsselt, und verschlüsselte Dateien eines Archivs können nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>evident::LogDocument</name>
    <message>
        <source>Pasted text cannot be followed.</source>
        <translation>Eingefügter Text kann nicht verfolgt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 + %n more</source>
        <comment>name of a file, how many others</comment>
        <translation>
            <numerusform>%1 + %n weitere</numerusform>
            <numerusform>%1 + %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::LogFiles</name>
    <message>
        <source>There is no file in the folder “%1”.</source>
        <translation>Im Ordner „%1“ ist keine Datei.</translation>
    </message>
    <message>
        <source>No file has a name like “%1”.</source>
        <translation>Keine Datei hat einen Namen wie „%1“.</translation>
    </message>
    <message>
        <source>There is no file in these folders: %1.</source>
        <translation>In diesen Ordnern ist keine Datei: %1.</translation>
    </message>
</context>
<context>
    <name>evident::LogHeader</name>
    <message>
        <source>Sort by “%1” ascending</source>
        <translation>Nach „%1“ aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort by “%1” descending</source>
        <translation>Nach „%1“ absteigend sortieren</translation>
    </message>
    <message>
        <source>Order of the file</source>
        <translation>Reihenfolge der Datei</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Spalten wie am Anfang</translation>
    </message>
</context>
<context>
    <name>evident::LogInput</name>
    <message>
        <source>The format “%1” is not known. Known are: %2.</source>
        <translation>Das Format „%1“ ist unbekannt. Bekannt sind: %2.</translation>
    </message>
    <message>
        <source>The format was chosen by hand.</source>
        <translation>Das Format wurde von Hand gewählt.</translation>
    </message>
    <message>
        <source>No format fits “%1”.</source>
        <translation>Kein Format passt zu „%1“.</translation>
    </message>
    <message>
        <source>“%1” holds an archive or is compressed twice, which cannot be read. Unpack it and open what is in it.</source>
        <translation>„%1“ enthält ein Archiv oder ist doppelt komprimiert und kann so nicht gelesen werden. Bitte entpacken und den Inhalt öffnen.</translation>
    </message>
    <message>
        <source>“%1” is an archive of several files.</source>
        <translation>„%1“ ist ein Archiv aus mehreren Dateien.</translation>
    </message>
</context>
<context>
    <name>evident::LogLocation</name>
    <message>
        <source>“%1” is an archive without any file in it.</source>
        <translation>„%1“ ist ein Archiv, in dem keine Datei ist.</translation>
    </message>
</context>
<context>
    <name>evident::LogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When it happened, in the time zone of the window</source>
        <translation>Wann es geschah, in der Zeitzone des Fensters</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>The catalog&apos;s level for a known code, else the record&apos;s own</source>
        <translation>Bei bekanntem Code die Stufe des Katalogs, sonst die des Datensatzes</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The event code</source>
        <translation>Der Ereigniscode</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>The user, or the administrator</source>
        <translation>Der Benutzer oder der Administrator</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>The catalog&apos;s description for a known code, else the record&apos;s own</source>
        <translation>Bei bekanntem Code die Beschreibung des Katalogs, sonst die des Datensatzes</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>The record&apos;s method, else the catalog&apos;s</source>
        <translation>Die Methode des Datensatzes, sonst die des Katalogs</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>What the user wanted to open</source>
        <translation>Was der Benutzer öffnen wollte</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>The catalog&apos;s category for a known code, else the record&apos;s own</source>
        <translation>Bei bekanntem Code die Kategorie des Katalogs, sonst die des Datensatzes</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The address the request came from</source>
        <translation>Die Adresse, von der die Anfrage kam</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>The line of the file on which the record starts</source>
        <translation>Die Zeile der Datei, in der der Datensatz beginnt</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>nicht verstanden</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The file that the record is in</source>
        <translation>Die Datei, in der der Datensatz steht</translation>
    </message>
    <message>
        <source>(left out, as it may hold names)</source>
        <translation>(weggelassen, da Namen darin stehen können)</translation>
    </message>
</context>
<context>
    <name>evident::LogNotices</name>
    <message>
        <source>Loading was cancelled. What was read so far is shown.</source>
        <translation>Das Laden wurde abgebrochen. Gezeigt wird, was bis dahin gelesen war.</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln more problem(s).</source>
        <translation>
            <numerusform>Es gibt %Ln weiteres Problem.</numerusform>
            <numerusform>Es gibt %Ln weitere Probleme.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) of this file are no text of its encoding and are shown as �.</source>
        <translation>
            <numerusform>%Ln Byte dieser Datei ist kein Text ihrer Kodierung und wird als � gezeigt.</numerusform>
            <numerusform>%Ln Bytes dieser Datei sind kein Text ihrer Kodierung und werden als � gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file looks as if it were in the encoding %1.</source>
        <translation>Diese Datei ist anscheinend in der Kodierung %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are no logs of events and were left out, such as %1.</source>
        <translation>
            <numerusform>%Ln Datei ist kein Log von Ereignissen und wurde weggelassen, etwa %1.</numerusform>
            <numerusform>%Ln Dateien sind keine Logs von Ereignissen und wurden weggelassen, etwa %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are no logs of events and were left out: %1.</source>
        <translation>
            <numerusform>%Ln Datei ist kein Log von Ereignissen und wurde weggelassen: %1.</numerusform>
            <numerusform>%Ln Dateien sind keine Logs von Ereignissen und wurden weggelassen: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older file(s) of this log stand beside it.</source>
        <translation>
            <numerusform>Daneben liegt %Ln ältere Datei dieses Logs.</numerusform>
            <numerusform>Daneben liegen %Ln ältere Dateien dieses Logs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln log(s) were opened, each in a tab of its own.</source>
        <translation>
            <numerusform>%Ln Log wurde in einem eigenen Tab geöffnet.</numerusform>
            <numerusform>%Ln Logs wurden geöffnet, jedes in einem eigenen Tab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all problems</source>
        <translation>Alle Probleme zeigen</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>Als %1 lesen</translation>
    </message>
    <message>
        <source>Show what was left out</source>
        <translation>Weggelassenes zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show with its %Ln older file(s)</source>
        <translation>
            <numerusform>Mit %Ln älterer Datei zeigen</numerusform>
            <numerusform>Mit %Ln älteren Dateien zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them as one log</source>
        <translation>Als ein Log zeigen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>What went wrong while “%1” was read:</source>
        <translation>Was beim Lesen von „%1“ misslungen ist:</translation>
    </message>
    <message>
        <source>Files left out</source>
        <translation>Weggelassene Dateien</translation>
    </message>
    <message>
        <source>These files are no logs of events. Open one by itself to see it all the same.</source>
        <translation>Diese Dateien sind keine Logs von Ereignissen. Einzeln geöffnet, wird jede trotzdem gezeigt.</translation>
    </message>
</context>
<context>
    <name>evident::LogPane</name>
    <message>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>Records of %1</source>
        <translation>Datensätze von %1</translation>
    </message>
    <message>
        <source>No record matches.</source>
        <translation>Kein Datensatz passt.</translation>
    </message>
    <message>
        <source>This log could not be read.</source>
        <translation>Dieses Log konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>This log has no records.</source>
        <translation>Dieses Log hat keine Datensätze.</translation>
    </message>
    <message>
        <source>Clear %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alles entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln record(s)</source>
        <comment>1: how many of them the query keeps</comment>
        <translation>
            <numerusform>%1 von %Ln Datensatz</numerusform>
            <numerusform>%1 von %Ln Datensätzen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % read</source>
        <translation>%1 % gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) not understood</source>
        <translation>
            <numerusform>%Ln Zeile nicht verstanden</numerusform>
            <numerusform>%Ln Zeilen nicht verstanden</numerusform>
        </translation>
    </message>
    <message>
        <source>times in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
    <message>
        <source>There is no error before this record.</source>
        <translation>Vor diesem Datensatz gibt es keinen Fehler.</translation>
    </message>
    <message>
        <source>There is no error after this record.</source>
        <translation>Nach diesem Datensatz gibt es keinen Fehler.</translation>
    </message>
    <message>
        <source>This record carries no transaction id.</source>
        <translation>Dieser Datensatz trägt keine Transaktions-ID.</translation>
    </message>
    <message>
        <source>This record names no user.</source>
        <translation>Dieser Datensatz nennt keinen Benutzer.</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln row(s) were copied.</source>
        <translation>
            <numerusform>Die erste Zeile wurde kopiert (%Ln).</numerusform>
            <numerusform>Die ersten %Ln Zeilen wurden kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied.</source>
        <translation>
            <numerusform>%Ln Zeile kopiert.</numerusform>
            <numerusform>%Ln Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ohne)</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Not %1</source>
        <translation>Ohne %1</translation>
    </message>
    <message>
        <source>Only this transaction</source>
        <translation>Nur diese Transaktion</translation>
    </message>
    <message>
        <source>Show in the catalog</source>
        <translation>Im Katalog zeigen</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Is this log to be read?</source>
        <translation>Soll dieses Log gelesen werden?</translation>
    </message>
    <message>
        <source>Read it anyway</source>
        <translation>Trotzdem lesen</translation>
    </message>
    <message>
        <source>%1 % unpacked or converted</source>
        <translation>%1 % entpackt oder umgewandelt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) left out: the regular expression takes too long on them</source>
        <translation>
            <numerusform>%Ln Datensatz weggelassen: Der reguläre Ausdruck braucht für ihn zu lange</numerusform>
            <numerusform>%Ln Datensätze weggelassen: Der reguläre Ausdruck braucht für sie zu lange</numerusform>
        </translation>
    </message>
    <message>
        <source>repeated records are folded</source>
        <translation>wiederholte Datensätze sind zusammengefasst</translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated record(s) folded</source>
        <translation>
            <numerusform>%Ln wiederholter Datensatz zusammengefasst</numerusform>
            <numerusform>%Ln wiederholte Datensätze zusammengefasst</numerusform>
        </translation>
    </message>
    <message>
        <source>The record is being read from its file.</source>
        <translation>Der Datensatz wird aus seiner Datei gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) are being read and copied. Copy something else to end that.</source>
        <translation>
            <numerusform>%Ln Zeile wird gelesen und kopiert. Etwas anderes zu kopieren, beendet das.</numerusform>
            <numerusform>%Ln Zeilen werden gelesen und kopiert. Etwas anderes zu kopieren, beendet das.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looks at the log</source>
        <translation>Ansichten des Logs</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) around them</source>
        <translation>
            <numerusform>%Ln Datensatz um sie herum</numerusform>
            <numerusform>%Ln Datensätze um sie herum</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide all of code %1</source>
        <translation>Alle mit Code %1 ausblenden</translation>
    </message>
    <message>
        <source>This time and after</source>
        <translation>Ab dieser Zeit</translation>
    </message>
    <message>
        <source>This time and before</source>
        <translation>Bis zu dieser Zeit</translation>
    </message>
    <message>
        <source>1 minute around</source>
        <translation>1 Minute davor und danach</translation>
    </message>
    <message>
        <source>5 minutes around</source>
        <translation>5 Minuten davor und danach</translation>
    </message>
    <message>
        <source>People: what the log tells of this user</source>
        <translation>Personen: was das Log über diesen Benutzer sagt</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen setzen</translation>
    </message>
    <message>
        <source>The record carries no transaction id. Shown are its user&apos;s records around it, without a long pause between them.</source>
        <translation>Der Datensatz trägt keine Transaktions-ID. Gezeigt werden die Datensätze des Benutzers um ihn herum, ohne lange Pause dazwischen.</translation>
    </message>
    <message>
        <source>Shows the page “%1”.</source>
        <translation>Zeigt die Seite „%1“.</translation>
    </message>
    <message>
        <source>Shows these lines alone.</source>
        <translation>Zeigt nur diese Zeilen.</translation>
    </message>
</context>
<context>
    <name>evident::LogReport</name>
    <message>
        <source>(none)</source>
        <translation>(ohne)</translation>
    </message>
    <message numerus="yes">
        <source>The first ones are listed, and %Ln more are left out.</source>
        <translation>
            <numerusform>Die ersten sind aufgeführt, und noch %Ln ist weggelassen.</numerusform>
            <numerusform>Die ersten sind aufgeführt, und noch %Ln sind weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Report of the log %1</source>
        <translation>Bericht zum Log %1</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>counts</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two moments</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be understood.</source>
        <translation>
            <numerusform>%Ln Datensatz wurde nicht verstanden.</numerusform>
            <numerusform>%Ln Datensätze wurden nicht verstanden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have a code that the catalog lacks.</source>
        <translation>
            <numerusform>%Ln Datensatz hat einen Code, den der Katalog nicht kennt.</numerusform>
            <numerusform>%Ln Datensätze haben einen Code, den der Katalog nicht kennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have other words than the catalog&apos;s.</source>
        <translation>
            <numerusform>%Ln Datensatz weicht vom Wortlaut des Katalogs ab.</numerusform>
            <numerusform>%Ln Datensätze weichen vom Wortlaut des Katalogs ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>%1 (not in the catalog)</source>
        <translation>%1 (nicht im Katalog)</translation>
    </message>
    <message>
        <source>Users with the most errors</source>
        <translation>Benutzer mit den meisten Fehlern</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Who can act</source>
        <translation>Wer handeln kann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Selected records</source>
        <translation>Ausgewählte Datensätze</translation>
    </message>
    <message>
        <source>Made by Evident %1, %2 (%3).</source>
        <comment>version, moment, its time zone</comment>
        <translation>Erstellt von Evident %1, %2 (%3).</translation>
    </message>
    <message>
        <source>Names are masked.</source>
        <translation>Namen sind maskiert.</translation>
    </message>
</context>
<context>
    <name>evident::LogTabs</name>
    <message>
        <source>Catalog and logs</source>
        <translation>Katalog und Logs</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Followed: new records appear as they are written.</source>
        <translation>Verfolgt: Neue Datensätze erscheinen, sobald sie geschrieben sind.</translation>
    </message>
    <message>
        <source>%1, followed</source>
        <comment>the name of a log</comment>
        <translation>%1, verfolgt</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… und noch %Ln</numerusform>
            <numerusform>… und noch %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::LogView</name>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>bookmarked</source>
        <translation>mit Lesezeichen</translation>
    </message>
    <message>
        <source>context</source>
        <comment>a record beside one that was looked for</comment>
        <translation>Umgebung</translation>
    </message>
</context>
<context>
    <name>evident::Main</name>
    <message>
        <source>“evident --help” shows how it is called.</source>
        <translation>„evident --help“ zeigt, wie der Aufruf lautet.</translation>
    </message>
    <message>
        <source>No window can be opened.</source>
        <translation>Es kann kein Fenster geöffnet werden.</translation>
    </message>
    <message>
        <source>“evident --summary FILE” says on the terminal what is in a log; “evident --help” shows more.</source>
        <translation>„evident --summary FILE“ sagt im Terminal, was in einem Log steht; „evident --help“ zeigt mehr.</translation>
    </message>
    <message>
        <source>The output could not be written: %1</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>evident::MainWindow</name>
    <message>
        <source>Evident</source>
        <translation>Evident</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Pasted %1</source>
        <translation>Eingefügt %1</translation>
    </message>
    <message>
        <source>Open logs</source>
        <translation>Logs öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>Die Zwischenablage enthält keinen Text.</translation>
    </message>
    <message>
        <source>No log is open. Open one to see where this event occurs.</source>
        <translation>Kein Log ist offen. Ein geöffnetes Log zeigt, wo dieses Ereignis vorkommt.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln record(s)</source>
        <comment>1: a log&apos;s name</comment>
        <translation>
            <numerusform>%1: %Ln Datensatz</numerusform>
            <numerusform>%1: %Ln Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln catalog entry(s)</source>
        <comment>1: how many of them the query keeps</comment>
        <translation>
            <numerusform>%1 von %Ln Katalogeintrag</numerusform>
            <numerusform>%1 von %Ln Katalogeinträgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>Laden abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>“%1” holds %Ln log(s). The first %2 are open.</source>
        <translation>
            <numerusform>„%1“ enthält %Ln Log. Davon offen: %2.</numerusform>
            <numerusform>„%1“ enthält %Ln Logs. Die ersten %2 sind offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Logs (*.json *.jsonl *.ndjson *.csv *.log *.txt *.gz *.zst *.xz *.bz2 *.zip)</source>
        <translation>Logs (*.json *.jsonl *.ndjson *.csv *.log *.txt *.gz *.zst *.xz *.bz2 *.zip)</translation>
    </message>
    <message>
        <source>Open several files as one log</source>
        <translation>Mehrere Dateien als ein Log öffnen</translation>
    </message>
    <message>
        <source>Open the logs of a folder as one</source>
        <translation>Die Logs eines Ordners als ein Log öffnen</translation>
    </message>
    <message>
        <source>Click to read the log otherwise.</source>
        <translation>Ein Klick liest das Log anders.</translation>
    </message>
    <message>
        <source>Read as: %1</source>
        <translation>Gelesen als: %1</translation>
    </message>
    <message>
        <source>The pattern could not be saved; it holds until the window is closed.</source>
        <translation>Das Muster konnte nicht gespeichert werden; es gilt, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>The catalog serves this run only: no notes can be written.</source>
        <translation>Der Katalog gilt nur für diesen Lauf: Notizen sind nicht möglich.</translation>
    </message>
    <message>
        <source>A note could not be saved: %1</source>
        <comment>%1 is a sentence</comment>
        <translation>Eine Notiz konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Close without saving it</source>
        <translation>Schließen, ohne sie zu speichern</translation>
    </message>
    <message>
        <source>times in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Chooses the time zone.</source>
        <translation>Wählt die Zeitzone.</translation>
    </message>
</context>
<context>
    <name>evident::MonitorTableFormat</name>
    <message>
        <source>rows of the event monitor&apos;s table</source>
        <translation>Zeilen der Tabelle des Ereignismonitors</translation>
    </message>
    <message>
        <source>the header of the event monitor&apos;s table</source>
        <translation>die Kopfzeile der Tabelle des Ereignismonitors</translation>
    </message>
</context>
<context>
    <name>evident::NdjsonFormat</name>
    <message>
        <source>lines that are JSON objects with %1</source>
        <translation>Zeilen, die JSON-Objekte mit %1 sind</translation>
    </message>
    <message>
        <source>lines that are JSON objects with an event in %1</source>
        <translation>Zeilen, die JSON-Objekte mit einem Ereignis in %1 sind</translation>
    </message>
</context>
<context>
    <name>evident::NoteEdit</name>
    <message>
        <source>Opens %1 with Ctrl and a click</source>
        <translation>Öffnet %1 mit Strg und Klick</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>evident::NotesEditor</name>
    <message>
        <source>Our notes</source>
        <translation>Unsere Notizen</translation>
    </message>
    <message>
        <source>Write what your desk knows of this code. It stays when the catalog changes.</source>
        <translation>Schreiben Sie, was Ihr Helpdesk über diesen Code weiß. Es bleibt, wenn sich der Katalog ändert.</translation>
    </message>
    <message>
        <source>Our notes on %1</source>
        <comment>%1 is an event code</comment>
        <translation>Unsere Notizen zu %1</translation>
    </message>
    <message>
        <source>The note is not saved yet: %1 It is kept here and tried again.</source>
        <comment>%1 is a sentence</comment>
        <translation>Die Notiz ist noch nicht gespeichert: %1 Sie bleibt hier und wird wieder versucht.</translation>
    </message>
</context>
<context>
    <name>evident::NotesFile</name>
    <message>
        <source>The notes in %1 cannot be read: %2.</source>
        <translation>Die Notizen in %1 können nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>a note in it belongs to no code</source>
        <translation>eine Notiz darin gehört zu keinem Code</translation>
    </message>
    <message>
        <source>a note in it is too long</source>
        <translation>eine Notiz darin ist zu lang</translation>
    </message>
    <message>
        <source>a note in it has no text</source>
        <translation>eine Notiz darin hat keinen Text</translation>
    </message>
    <message>
        <source>a note in it has no time</source>
        <translation>eine Notiz darin hat keine Zeit</translation>
    </message>
    <message>
        <source>two notes in it belong to one code</source>
        <translation>zwei Notizen darin gehören zu einem Code</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>sie ist zu groß</translation>
    </message>
    <message>
        <source>it is no file of notes</source>
        <translation>sie ist keine Datei mit Notizen</translation>
    </message>
    <message>
        <source>a newer version of this program wrote it</source>
        <translation>eine neuere Version dieses Programms hat sie geschrieben</translation>
    </message>
</context>
<context>
    <name>evident::NoticeBar</name>
    <message>
        <source>Dismiss this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>word of a severity, sentence</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>evident::PackFolder</name>
    <message>
        <source>%1; the old pack is now in “%2”.</source>
        <translation>%1; das alte Paket liegt jetzt in „%2“.</translation>
    </message>
    <message>
        <source>The pack is written, but a part of what stood there before is now in “%1”.</source>
        <translation>Das Paket ist geschrieben, aber ein Teil dessen, was vorher dort lag, liegt jetzt in „%1“.</translation>
    </message>
    <message>
        <source>A file of this name exists; the pack needs a folder.</source>
        <translation>Eine Datei dieses Namens gibt es schon; das Paket braucht einen Ordner.</translation>
    </message>
    <message>
        <source>The folder holds something else than a pack of Evident; choose another one.</source>
        <translation>Der Ordner enthält etwas anderes als ein Paket von Evident; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder holds a pack already.</source>
        <translation>Der Ordner enthält schon ein Paket.</translation>
    </message>
    <message>
        <source>“%1” in it belongs to no pack and would be replaced.</source>
        <translation>„%1“ darin gehört zu keinem Paket und würde ersetzt.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
</context>
<context>
    <name>evident::PackText</name>
    <message>
        <source>the page “%1”, which is not in the catalog yet</source>
        <translation>der Seite „%1“, die noch nicht im Katalog ist</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>revision %1 (%2, %3)</source>
        <comment>number, page, day</comment>
        <translation>Revision %1 (%2, %3)</translation>
    </message>
</context>
<context>
    <name>evident::PageReading</name>
    <message>
        <source>“%1” is not a file.</source>
        <translation>„%1“ ist keine Datei.</translation>
    </message>
    <message>
        <source>“%1” is larger than %2: no page of event codes is.</source>
        <translation>„%1“ ist größer als %2; so groß ist keine Seite mit Ereigniscodes.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
</context>
<context>
    <name>evident::PartialLog</name>
    <message>
        <source>Only a part of the log was read when this was made.</source>
        <translation>Als dies entstand, war erst ein Teil des Logs gelesen.</translation>
    </message>
    <message>
        <source>Only a part of the log was read: loading was cancelled.</source>
        <translation>Nur ein Teil des Logs wurde gelesen: Das Laden wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Not all of the log could be read. %1</source>
        <comment>1: a sentence</comment>
        <translation>Das Log konnte nicht ganz gelesen werden. %1</translation>
    </message>
</context>
<context>
    <name>evident::PeopleModel</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
</context>
<context>
    <name>evident::QueryDesk</name>
    <message>
        <source>&amp;Save this query…</source>
        <translation>Diese Abfrage &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Manage saved queries…</source>
        <translation>Gespeicherte Abfragen &amp;verwalten…</translation>
    </message>
    <message>
        <source>No query was saved yet</source>
        <translation>Noch keine Abfrage gespeichert</translation>
    </message>
    <message>
        <source>There is no query to save. Type one, or click a facet.</source>
        <translation>Es gibt keine Abfrage zu speichern. Geben Sie eine ein, oder klicken Sie auf eine Facette.</translation>
    </message>
    <message>
        <source>Save this query</source>
        <translation>Diese Abfrage speichern</translation>
    </message>
    <message>
        <source>Name. A query that has it already is replaced.</source>
        <translation>Name. Eine Abfrage, die ihn schon hat, wird ersetzt.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>A saved query needs a name.</source>
        <translation>Eine gespeicherte Abfrage braucht einen Namen.</translation>
    </message>
    <message>
        <source>save “%1”</source>
        <comment>what is undone</comment>
        <translation>„%1“ speichern</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Als „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>delete “%1”</source>
        <comment>what is undone</comment>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>“%1” was deleted. Ctrl+Z brings it back.</source>
        <translation>„%1“ wurde gelöscht. Strg+Z bringt die Abfrage zurück.</translation>
    </message>
    <message>
        <source>rename “%1”</source>
        <comment>what is undone</comment>
        <translation>„%1“ umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln query(s) were added.</source>
        <translation>
            <numerusform>%Ln Abfrage wurde hinzugefügt.</numerusform>
            <numerusform>%Ln Abfragen wurden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln query(s) were written to “%1”.</source>
        <translation>
            <numerusform>%Ln Abfrage wurde in „%1“ geschrieben.</numerusform>
            <numerusform>%Ln Abfragen wurden in „%1“ geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>take in saved queries</source>
        <comment>what is undone</comment>
        <translation>gespeicherte Abfragen übernehmen</translation>
    </message>
</context>
<context>
    <name>evident::QueryParser</name>
    <message>
        <source>A query has at most %L1 characters.</source>
        <translation>Eine Abfrage hat höchstens %L1 Zeichen.</translation>
    </message>
    <message>
        <source>“or” needs a term before it. The word itself is written in quotation marks.</source>
        <translation>Vor „or“ fehlt ein Begriff. Das Wort selbst steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“or” needs a term after it. The word itself is written in quotation marks.</source>
        <translation>Nach „or“ fehlt ein Begriff. Das Wort selbst steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>An empty phrase finds nothing. Write the words to search for.</source>
        <translation>Eine leere Wortfolge findet nichts. Hier fehlen die gesuchten Wörter.</translation>
    </message>
    <message>
        <source>“-” needs a term right after it. The sign itself is written in quotation marks.</source>
        <translation>Direkt nach „-“ fehlt ein Begriff. Das Zeichen selbst steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A word that begins with “-” is written in quotation marks.</source>
        <translation>Ein Wort, das mit „-“ beginnt, steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A word with a quotation mark in it is written in quotation marks, with the one inside doubled.</source>
        <translation>Ein Wort mit einem Anführungszeichen darin steht in Anführungszeichen, das innere verdoppelt.</translation>
    </message>
    <message>
        <source>The regular expression is empty.</source>
        <translation>Der reguläre Ausdruck ist leer.</translation>
    </message>
    <message>
        <source>A regular expression has at most %L1 characters.</source>
        <translation>Ein regulärer Ausdruck hat höchstens %L1 Zeichen.</translation>
    </message>
    <message>
        <source>A query has at most %L1 regular expressions.</source>
        <translation>Eine Abfrage hat höchstens %L1 reguläre Ausdrücke.</translation>
    </message>
    <message>
        <source>The regular expression is wrong here: %1.</source>
        <translation>Der reguläre Ausdruck ist hier falsch: %1.</translation>
    </message>
    <message>
        <source>There is no key “%1”. A text with a colon in it is written in quotation marks.</source>
        <translation>Es gibt keinen Schlüssel „%1“. Ein Text mit einem Doppelpunkt darin steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>There is no key “%1”. Near ones: %2. A text with a colon in it is written in quotation marks.</source>
        <translation>Es gibt keinen Schlüssel „%1“. Ähnlich sind: %2. Ein Text mit einem Doppelpunkt darin steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“field.” needs the name of a field.</source>
        <translation>Nach „field.“ fehlt der Name eines Felds.</translation>
    </message>
    <message>
        <source>A value is missing here. An absent one is written as two quotation marks: &quot;&quot;.</source>
        <translation>Hier fehlt ein Wert. Ein nicht vorhandener wird als zwei Anführungszeichen geschrieben: &quot;&quot;.</translation>
    </message>
    <message>
        <source>A value that begins with “-” or “/” is written in quotation marks.</source>
        <translation>Ein Wert, der mit „-“ oder „/“ beginnt, steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A value with a quotation mark in it is written in quotation marks, with the one inside doubled.</source>
        <translation>Ein Wert mit einem Anführungszeichen darin steht in Anführungszeichen, das innere verdoppelt.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>A space is missing behind the closing quotation mark. One inside the quotation is doubled.</source>
        <translation>Hinter dem schließenden Anführungszeichen fehlt ein Leerzeichen. Eines im Innern wird verdoppelt.</translation>
    </message>
</context>
<context>
    <name>evident::QueryValue</name>
    <message>
        <source>“%1” is not an event code. Write a number (702), a range (600-699) or a comparison (&gt;=900).</source>
        <translation>„%1“ ist kein Ereigniscode. Gültig ist eine Zahl (702), ein Bereich (600-699) oder ein Vergleich (&gt;=900).</translation>
    </message>
    <message>
        <source>The range of codes ends before it begins.</source>
        <translation>Der Codebereich endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>There is no code below 0.</source>
        <translation>Es gibt keinen Code unter 0.</translation>
    </message>
    <message>
        <source>“%1” is not a value of “%2”. It takes: %3.</source>
        <translation>„%1“ ist kein Wert von „%2“. Möglich sind: %3.</translation>
    </message>
    <message>
        <source>“%1” is not an IP address or prefix. A text that is no address is written in quotation marks.</source>
        <translation>„%1“ ist weder IP-Adresse noch Präfix. Ein Text, der keine Adresse ist, steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“%1” needs a value that is not empty.</source>
        <translation>„%1“ braucht einen Wert, der nicht leer ist.</translation>
    </message>
</context>
<context>
    <name>evident::ReadAsMenu</name>
    <message>
        <source>%1 · %2</source>
        <comment>words for a format, its name on the command line</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Lesen als</translation>
    </message>
    <message>
        <source>Read as…</source>
        <translation>Lesen als…</translation>
    </message>
    <message>
        <source>The log was not read.</source>
        <translation>Das Log wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Its files have several formats.</source>
        <translation>Seine Dateien haben mehrere Formate.</translation>
    </message>
    <message>
        <source>Read as %1, as you chose.</source>
        <translation>Gelesen als %1, wie gewählt.</translation>
    </message>
    <message>
        <source>Read as %1.</source>
        <translation>Gelesen als %1.</translation>
    </message>
    <message>
        <source>Read as %1: %2.</source>
        <comment>words for a format, what was seen</comment>
        <translation>Gelesen als %1: %2.</translation>
    </message>
    <message>
        <source>Encoding: %1.</source>
        <translation>Kodierung: %1.</translation>
    </message>
    <message>
        <source>Own &amp;pattern for event codes…</source>
        <translation>Eigenes &amp;Muster für Ereigniscodes…</translation>
    </message>
    <message>
        <source>&amp;Detect by what is in it</source>
        <translation>Am &amp;Inhalt erkennen</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Kodierung</translation>
    </message>
    <message>
        <source>Detect (UTF-8 without a mark)</source>
        <translation>Erkennen (ohne Kennung UTF-8)</translation>
    </message>
    <message>
        <source>UTF-16, little endian</source>
        <translation>UTF-16, Little Endian</translation>
    </message>
    <message>
        <source>UTF-16, big endian</source>
        <translation>UTF-16, Big Endian</translation>
    </message>
    <message>
        <source>Windows-1252 (Western)</source>
        <translation>Windows-1252 (westlich)</translation>
    </message>
    <message>
        <source>&amp;Zone of times without one</source>
        <translation>&amp;Zone von Zeiten ohne Zone</translation>
    </message>
    <message>
        <source>The system&apos;s: %1</source>
        <translation>Die des Systems: %1</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
</context>
<context>
    <name>evident::RecentFileDelegate</name>
    <message>
        <source>missing</source>
        <comment>a recently used file</comment>
        <translation>fehlt</translation>
    </message>
</context>
<context>
    <name>evident::RecordDetails</name>
    <message>
        <source>The vendor&apos;s level and wording disagree. The level is shown as the vendor gives it.</source>
        <translation>Stufe und Wortlaut des Herstellers widersprechen sich. Die Stufe steht hier, wie der Hersteller sie angibt.</translation>
    </message>
    <message>
        <source>No format could read this record. It is kept as it stands.</source>
        <translation>Kein Format konnte diesen Datensatz lesen. Er bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The catalog does not know this code.</source>
        <translation>Unbekannter Code: Der Katalog kennt ihn nicht.</translation>
    </message>
    <message>
        <source>This record has no code. Its text stands for several codes: %1.</source>
        <translation>Dieser Datensatz hat keinen Code. Sein Text steht für mehrere Codes: %1.</translation>
    </message>
    <message>
        <source>This record has no code. It was found in the catalog by its text.</source>
        <translation>Dieser Datensatz hat keinen Code. Er wurde anhand seines Texts im Katalog gefunden.</translation>
    </message>
    <message>
        <source>The record&apos;s words differ from the catalog&apos;s: “%1”. A rule that matches on the text misses one of them.</source>
        <translation>Abweichung vom Wortlaut des Katalogs; der Datensatz sagt: „%1“. Eine Regel, die auf den Text prüft, verfehlt einen von beiden.</translation>
    </message>
    <message>
        <source>The record&apos;s text differs from the catalog&apos;s only in dashes, spaces, case or the final stop: “%1”. That is enough to break a rule that matches on the text.</source>
        <translation>Abweichung vom Katalog nur in Strichen, Leerzeichen, Groß- und Kleinschreibung oder Schlusspunkt: „%1“. Das genügt, damit eine Regel, die auf den Text prüft, nicht mehr greift.</translation>
    </message>
    <message>
        <source>This guidance is Evident&apos;s, not the vendor&apos;s.</source>
        <translation>Diese Hinweise sind von Evident, nicht vom Hersteller.</translation>
    </message>
    <message>
        <source>There is no guidance for this code. Its method and outcome are derived from the description by rule.</source>
        <translation>Zu diesem Code gibt es keine Hinweise. Methode und Ausgang sind nach Regeln aus der Beschreibung abgeleitet.</translation>
    </message>
    <message>
        <source>This guidance is Evident&apos;s, not the vendor&apos;s. It was written when the vendor&apos;s text was “%1”.</source>
        <translation>Diese Hinweise sind von Evident, nicht vom Hersteller. Sie wurden geschrieben, als der Text des Herstellers „%1“ lautete.</translation>
    </message>
</context>
<context>
    <name>evident::RecordExport</name>
    <message>
        <source>“%1” is the log itself, which is never written over. Choose another name.</source>
        <translation>„%1“ ist das Log selbst, das nie überschrieben wird. Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>evident::RecordNote</name>
    <message>
        <source>Note on this record</source>
        <translation>Notiz zu diesem Datensatz</translation>
    </message>
    <message>
        <source>Write why this record matters. It is kept with its bookmark.</source>
        <translation>Schreiben Sie, warum dieser Datensatz wichtig ist. Die Notiz wird mit seinem Lesezeichen aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>evident::RecordsTicket</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a moment, name of its time zone</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <comment>two moments, name of their time zone</comment>
        <translation>%1 bis %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) of %1</source>
        <comment>1: a log&apos;s name</comment>
        <translation>
            <numerusform>%Ln Datensatz aus %1</numerusform>
            <numerusform>%Ln Datensätze aus %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of them are below, and %Ln more are left out.</source>
        <translation>
            <numerusform>Die ersten %1 davon stehen unten, und noch %Ln ist weggelassen.</numerusform>
            <numerusform>Die ersten %1 davon stehen unten, und noch %Ln sind weggelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::ReportHtml</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>evident::Resolver</name>
    <message>
        <source>The vendor&apos;s page of system events covers it.</source>
        <translation>Er steht auf der Seite des Herstellers zu Systemereignissen.</translation>
    </message>
    <message>
        <source>The vendor&apos;s page of user events %1 covers it.</source>
        <translation>Er steht auf der Seite des Herstellers zu den Benutzerereignissen %1.</translation>
    </message>
</context>
<context>
    <name>evident::RevisionModel</name>
    <message>
        <source>came with Evident</source>
        <translation>kam mit Evident</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>restored from %1</source>
        <comment>%1 is the number of a revision</comment>
        <translation>wiederhergestellt aus %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number and moment of a revision</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column and value, for a screen reader</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Title of the page</source>
        <translation>Titel der Seite</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>evident::RuleSet</name>
    <message>
        <source>at “%1”, %2</source>
        <comment>1: a place in a file, 2: a cause</comment>
        <translation>bei „%1“: %2</translation>
    </message>
    <message>
        <source>the key “%1” is not known</source>
        <translation>der Schlüssel „%1“ ist unbekannt</translation>
    </message>
    <message>
        <source>the value is none of: %1</source>
        <translation>der Wert ist keiner von diesen: %1</translation>
    </message>
    <message>
        <source>the value is not a whole number from %1 to %2</source>
        <translation>der Wert ist keine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>the value is neither true nor false</source>
        <translation>der Wert ist weder true noch false</translation>
    </message>
    <message>
        <source>the value is no text, too long, or has blanks at an end or characters that cannot be seen</source>
        <translation>der Wert ist kein Text, zu lang oder hat Leerzeichen am Anfang oder Ende oder unsichtbare Zeichen</translation>
    </message>
    <message>
        <source>the value is not a list of codes, or the list is too long</source>
        <translation>der Wert ist keine Liste von Codes, oder die Liste ist zu lang</translation>
    </message>
    <message>
        <source>a code is not a whole number, or is there twice</source>
        <translation>ein Code ist keine ganze Zahl oder steht doppelt da</translation>
    </message>
    <message>
        <source>the value is not made of lower-case letters, digits and hyphens</source>
        <translation>der Wert besteht nicht aus Kleinbuchstaben, Ziffern und Bindestrichen</translation>
    </message>
    <message>
        <source>the value is not “each”, or no users are counted</source>
        <translation>der Wert ist nicht „each“, oder es werden keine Benutzer gezählt</translation>
    </message>
    <message>
        <source>“before” and “unless” need the key “user”</source>
        <translation>„before“ und „unless“ brauchen den Schlüssel „user“</translation>
    </message>
    <message>
        <source>users are counted, so that they cannot be the key</source>
        <translation>Benutzer werden gezählt und können deshalb nicht der Schlüssel sein</translation>
    </message>
    <message>
        <source>the value is not a list of rules</source>
        <translation>der Wert ist keine Liste von Regeln</translation>
    </message>
    <message>
        <source>an item is not the id of another rule</source>
        <translation>ein Element ist nicht die id einer anderen Regel</translation>
    </message>
    <message>
        <source>there are no words in any language</source>
        <translation>es gibt keine Worte in irgendeiner Sprache</translation>
    </message>
    <message>
        <source>there is no placeholder “%1” in a rule of this kind and key</source>
        <translation>in einer Regel dieser Art mit diesem Schlüssel gibt es keinen Platzhalter „%1“</translation>
    </message>
    <message>
        <source>The rule file %1 cannot be read: line %2: %3.</source>
        <translation>Die Regeldatei %1 kann nicht gelesen werden: Zeile %2: %3.</translation>
    </message>
    <message>
        <source>The rule file %1 cannot be read: it is not a JSON object.</source>
        <translation>Die Regeldatei %1 kann nicht gelesen werden: Sie ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The rule file %1 is wrong: %2.</source>
        <translation>Die Regeldatei %1 hat einen Fehler: %2.</translation>
    </message>
    <message>
        <source>The rule file %1 cannot be read: %2.</source>
        <translation>Die Regeldatei %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The rule file %1 cannot be read: it is longer than %L2 bytes.</source>
        <translation>Die Regeldatei %1 kann nicht gelesen werden: Sie ist länger als %L2 Bytes.</translation>
    </message>
    <message numerus="yes">
        <source>The rule file %1 is left out: there are more than %Ln rule(s).</source>
        <translation>
            <numerusform>Die Regeldatei %1 wird weggelassen: Es gibt mehr als %Ln Regel.</numerusform>
            <numerusform>Die Regeldatei %1 wird weggelassen: Es gibt mehr als %Ln Regeln.</numerusform>
        </translation>
    </message>
    <message>
        <source>without a window nothing is usual</source>
        <translation>ohne Zeitfenster ist nichts üblich</translation>
    </message>
</context>
<context>
    <name>evident::SavedQueries</name>
    <message>
        <source>query %1 has no name</source>
        <translation>Abfrage %1 hat keinen Namen</translation>
    </message>
    <message>
        <source>query %1 (“%2”) has no text</source>
        <translation>Abfrage %1 („%2“) hat keinen Text</translation>
    </message>
    <message>
        <source>query %1 (“%2”) is none: %3</source>
        <comment>3: a sentence</comment>
        <translation>Abfrage %1 („%2“) ist keine: %3</translation>
    </message>
    <message>
        <source>it is no file of saved queries</source>
        <translation>es ist keine Datei mit gespeicherten Abfragen</translation>
    </message>
    <message>
        <source>it was written by a newer program</source>
        <translation>die Datei stammt von einem neueren Programm</translation>
    </message>
    <message>
        <source>it has no list “queries”</source>
        <translation>es fehlt die Liste „queries“</translation>
    </message>
    <message numerus="yes">
        <source>it holds more than %Ln queries</source>
        <translation>
            <numerusform>es ist mehr als %Ln Abfrage darin</numerusform>
            <numerusform>es sind mehr als %Ln Abfragen darin</numerusform>
        </translation>
    </message>
    <message>
        <source>A saved query needs a name.</source>
        <translation>Eine gespeicherte Abfrage braucht einen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>No more than %Ln queries can be saved.</source>
        <translation>
            <numerusform>Mehr als %Ln Abfrage kann nicht gespeichert werden.</numerusform>
            <numerusform>Mehr als %Ln Abfragen können nicht gespeichert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>“%1” could not be read: %2</source>
        <translation>„%1“ konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>“%1” is too long for a file of saved queries.</source>
        <translation>„%1“ ist zu lang für eine Datei mit gespeicherten Abfragen.</translation>
    </message>
    <message>
        <source>“%1” could not be taken in: %2.</source>
        <comment>2: a clause</comment>
        <translation>„%1“ konnte nicht übernommen werden: %2.</translation>
    </message>
</context>
<context>
    <name>evident::SavedQueriesDialog</name>
    <message>
        <source>Saved queries (*.json)</source>
        <translation>Gespeicherte Abfragen (*.json)</translation>
    </message>
    <message>
        <source>Saved queries</source>
        <translation>Gespeicherte Abfragen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Import saved queries</source>
        <translation>Gespeicherte Abfragen importieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export saved queries</source>
        <translation>Gespeicherte Abfragen exportieren</translation>
    </message>
</context>
<context>
    <name>evident::SearchBox</name>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>A code, words, or level:error user:jdoe</source>
        <translation>Code, Wörter oder level:error user:jdoe</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Clear the query</source>
        <translation>Abfrage leeren</translation>
    </message>
    <message>
        <source>Clear the query (Esc)</source>
        <translation>Abfrage leeren (Esc)</translation>
    </message>
</context>
<context>
    <name>evident::SectionHeader</name>
    <message>
        <source>Unfolded</source>
        <translation>Aufgeklappt</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Zugeklappt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state of a heading, how many are chosen</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>evident::SiemCsvFormat</name>
    <message>
        <source>a header with the names of an event</source>
        <translation>eine Kopfzeile mit den Feldnamen eines Ereignisses</translation>
    </message>
    <message>
        <source>a table with the JSON text of events in %1</source>
        <translation>eine Tabelle mit dem JSON-Text von Ereignissen in %1</translation>
    </message>
</context>
<context>
    <name>evident::SiemPack</name>
    <message>
        <source>The event codes of RSA Cloud Access Service for a SIEM, made by Evident %1.</source>
        <translation>Die Ereigniscodes von RSA Cloud Access Service für ein SIEM, erstellt von Evident %1.</translation>
    </message>
    <message>
        <source>They come from %1 of the catalog.</source>
        <translation>Sie stammen aus dem Katalog: %1.</translation>
    </message>
    <message numerus="yes">
        <source>These are all %n event(s) of the catalog.</source>
        <translation>
            <numerusform>Dies ist %n Ereignis: der ganze Katalog.</numerusform>
            <numerusform>Dies sind alle %n Ereignisse des Katalogs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are the %n event(s) that this query keeps: %1</source>
        <translation>
            <numerusform>Diese Abfrage behält %n Ereignis: %1</numerusform>
            <numerusform>Dies sind die %n Ereignisse, die diese Abfrage behält: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>A code is a number within a kind: user, system or admin. Both together are the key. The vendor&apos;s level, category and description are kept to the letter; method, outcome and owner are Evident&apos;s. An event is marked when the vendor&apos;s level and its wording disagree.</source>
        <translation>Ein Code ist eine Nummer innerhalb einer Art: user, system oder admin. Beides zusammen ist der Schlüssel. Stufe, Kategorie und Beschreibung sind die des Herstellers, Zeichen für Zeichen; Methode, Ausgang und Zuständigkeit sind von Evident. Ein Ereignis ist markiert, wenn Stufe und Wortlaut des Herstellers sich widersprechen.</translation>
    </message>
    <message>
        <source>The tables are for machines and keep every text to the letter: open them in a text editor, not in a spreadsheet.</source>
        <translation>Die Tabellen sind für Maschinen und bewahren jeden Text Zeichen für Zeichen: Öffnen Sie sie in einem Texteditor, nicht in einer Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>Splunk: the lookup. Put it into the folder “lookups” of an app.</source>
        <translation>Splunk: das Lookup. Legen Sie es in den Ordner „lookups“ einer App.</translation>
    </message>
    <message>
        <source>Splunk: defines the lookup. Add it to the file of this name in the folder “local” of the same app.</source>
        <translation>Splunk: definiert das Lookup. Fügen Sie es der Datei dieses Namens im Ordner „local“ derselben App hinzu.</translation>
    </message>
    <message>
        <source>Splunk: looks every event up by itself. Add it to the file of this name beside the other, and adapt the source type as its comment says.</source>
        <translation>Splunk: schlägt jedes Ereignis von selbst nach. Fügen Sie es der Datei dieses Namens neben der anderen hinzu, und passen Sie den Source Type an, wie der Kommentar sagt.</translation>
    </message>
    <message>
        <source>Microsoft Sentinel: the watchlist. Upload it under the alias EvidentCasEvents, with “key” as its search key.</source>
        <translation>Microsoft Sentinel: die Watchlist. Laden Sie sie unter dem Alias EvidentCasEvents hoch, mit „key“ als Suchschlüssel.</translation>
    </message>
    <message>
        <source>Microsoft Sentinel: a query that explains your events by the watchlist. Adapt the table as its comment says.</source>
        <translation>Microsoft Sentinel: eine Abfrage, die Ihre Ereignisse mit der Watchlist erklärt. Passen Sie die Tabelle an, wie der Kommentar sagt.</translation>
    </message>
    <message>
        <source>Elastic, first step: the index to look up in: PUT /evident-cas-events</source>
        <translation>Elastic, erster Schritt: der Index, in dem nachgeschlagen wird: PUT /evident-cas-events</translation>
    </message>
    <message>
        <source>Elastic, second step: what is in it: POST /_bulk?refresh</source>
        <translation>Elastic, zweiter Schritt: sein Inhalt: POST /_bulk?refresh</translation>
    </message>
    <message>
        <source>Elastic, third step: PUT /_enrich/policy/evident-cas-events, then POST /_enrich/policy/evident-cas-events/_execute</source>
        <translation>Elastic, dritter Schritt: PUT /_enrich/policy/evident-cas-events, dann POST /_enrich/policy/evident-cas-events/_execute</translation>
    </message>
    <message>
        <source>Elastic, fourth step: PUT /_ingest/pipeline/evident-cas-events, then let the pipeline of your events call it. After an update of the documents execute the policy again.</source>
        <translation>Elastic, vierter Schritt: PUT /_ingest/pipeline/evident-cas-events, dann lassen Sie die Pipeline Ihrer Ereignisse sie aufrufen. Führen Sie die Policy nach jeder Änderung der Dokumente wieder aus.</translation>
    </message>
    <message>
        <source>Sigma: a rule to begin with for each event that the vendor calls an error (level medium) or critical (level high). A rule&apos;s id stays the same from one pack to the next. Adapt the source of the log.</source>
        <translation>Sigma: eine Regel als Anfang für jedes Ereignis, das der Hersteller einen Fehler (Stufe medium) oder kritisch (Stufe high) nennt. Die id einer Regel bleibt von Paket zu Paket gleich. Passen Sie die Quelle des Logs an.</translation>
    </message>
    <message>
        <source>Names the files of this pack. By it Evident knows what it may replace by a newer one.</source>
        <translation>Nennt die Dateien dieses Pakets. Daran erkennt Evident, was es durch ein neueres ersetzen darf.</translation>
    </message>
</context>
<context>
    <name>evident::Source</name>
    <message>
        <source>“%1” is a folder, not a file.</source>
        <translation>„%1“ ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>“%1” is a pipe, not a file.</source>
        <translation>„%1“ ist eine Pipe, keine Datei.</translation>
    </message>
    <message>
        <source>“%1” is a device, not a file.</source>
        <translation>„%1“ ist ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>This text is no file.</source>
        <translation>Dieser Text ist keine Datei.</translation>
    </message>
</context>
<context>
    <name>evident::Spool</name>
    <message>
        <source>“%1” needs more than the %2 that may be kept in temporary files.</source>
        <translation>„%1“ braucht mehr als die %2, die temporäre Dateien belegen dürfen.</translation>
    </message>
    <message>
        <source>Opening “%1” was cancelled.</source>
        <translation>Das Öffnen von „%1“ wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>evident::SqliteDatabase</name>
    <message>
        <source>another program is using it</source>
        <translation>ein anderes Programm benutzt ihn gerade</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
</context>
<context>
    <name>evident::StartPage</name>
    <message>
        <source>Drop a log file here</source>
        <translation>Eine Logdatei hierher ziehen</translation>
    </message>
    <message>
        <source>Exports as JSON or CSV, or any text. It is read where it lies and never changed.</source>
        <translation>Exporte als JSON oder CSV, oder Text. Gelesen wird an Ort und Stelle, verändert wird nichts.</translation>
    </message>
    <message>
        <source>&amp;Open log…</source>
        <translation>Log ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Browse the catalog</source>
        <translation>Katalog d&amp;urchsehen</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>C&amp;lear the list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 in %2 is missing</source>
        <translation>%1 in %2 fehlt</translation>
    </message>
</context>
<context>
    <name>evident::StateFolder</name>
    <message>
        <source>“%1” could not be deleted: %2</source>
        <translation>„%1“ konnte nicht gelöscht werden: %2</translation>
    </message>
    <message>
        <source>“%1” is damaged (%2). It was set aside as “%3”.</source>
        <translation>„%1“ ist beschädigt (%2). Die beschädigte Datei bleibt als „%3“ erhalten.</translation>
    </message>
    <message>
        <source>“%1” is damaged (%2).</source>
        <translation>„%1“ ist beschädigt (%2).</translation>
    </message>
    <message>
        <source>“%1” could not be read: %2</source>
        <translation>„%1“ konnte nicht gelesen werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>it is longer than %Ln MiB</source>
        <translation>
            <numerusform>die Datei ist länger als %Ln MiB</numerusform>
            <numerusform>die Datei ist länger als %Ln MiB</numerusform>
        </translation>
    </message>
    <message>
        <source>it holds no object</source>
        <translation>die Datei enthält kein Objekt</translation>
    </message>
    <message numerus="yes">
        <source>It would be longer than %Ln MiB.</source>
        <translation>
            <numerusform>Die Datei würde länger als %Ln MiB.</numerusform>
            <numerusform>Die Datei würde länger als %Ln MiB.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program is writing it.</source>
        <translation>Ein anderes Programm schreibt sie gerade.</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>evident::StoryModel</name>
    <message>
        <source>not finished</source>
        <comment>outcome of a sign-in</comment>
        <translation>nicht abgeschlossen</translation>
    </message>
    <message>
        <source>not told</source>
        <comment>outcome of a sign-in</comment>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>ohne Zeit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier record(s) are not shown here: show all of them</source>
        <translation>
            <numerusform>%Ln früherer Datensatz wird hier nicht gezeigt: alle zeigen</numerusform>
            <numerusform>%Ln frühere Datensätze werden hier nicht gezeigt: alle zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>evident::StoryStateModel</name>
    <message numerus="yes">
        <source>%1, %Ln since the last success</source>
        <comment>1: a time</comment>
        <translation>
            <numerusform>%1, %Ln seit dem letzten Erfolg</numerusform>
            <numerusform>%1, %Ln seit dem letzten Erfolg</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a state, a time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>a thing, a property, its state</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Letzter Fehlschlag</translation>
    </message>
</context>
<context>
    <name>evident::StoryTicket</name>
    <message>
        <source>%1, lock</source>
        <comment>1: account or method</comment>
        <translation>%1, Sperre</translation>
    </message>
    <message>
        <source>%1, enabled</source>
        <comment>1: account or method</comment>
        <translation>%1, Aktivierung</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Letzter Fehlschlag</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>States as of the last event in this log</source>
        <translation>Zustände nach dem letzten Ereignis in diesem Log</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier record(s) are left out.</source>
        <translation>
            <numerusform>%Ln früherer Datensatz ist weggelassen.</numerusform>
            <numerusform>%Ln frühere Datensätze sind weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>1: how long after a sign-in began</comment>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>Sign-ins and other events, newest first</source>
        <translation>Anmeldungen und andere Ereignisse, die neuesten zuerst</translation>
    </message>
    <message numerus="yes">
        <source>The newest ones are listed, and %Ln more are left out.</source>
        <translation>
            <numerusform>Die neuesten sind aufgeführt, und noch %Ln ist weggelassen.</numerusform>
            <numerusform>Die neuesten sind aufgeführt, und noch %Ln sind weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message numerus="yes">
        <source>Devices in the newest %Ln record(s)</source>
        <translation>
            <numerusform>Geräte im %Ln neuesten Datensatz</numerusform>
            <numerusform>Geräte in den %Ln neuesten Datensätzen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::StoryView</name>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Sign-ins, newest first</source>
        <translation>Anmeldungen, neueste zuerst</translation>
    </message>
    <message>
        <source>not finished</source>
        <comment>outcome of a sign-in</comment>
        <translation>nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Addresses:</source>
        <translation>Adressen:</translation>
    </message>
    <message>
        <source>Devices:</source>
        <translation>Geräte:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a value and how often it is there</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2, %Ln record(s)</source>
        <comment>a title and a value</comment>
        <translation>
            <numerusform>%1 %2, %Ln Datensatz</numerusform>
            <numerusform>%1 %2, %Ln Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und noch %Ln</numerusform>
            <numerusform>und noch %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Devices in the newest %Ln record(s):</source>
        <translation>
            <numerusform>Geräte im %Ln neuesten Datensatz:</numerusform>
            <numerusform>Geräte in den %Ln neuesten Datensätzen:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::StoryWords</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a time and the event&apos;s code</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: records of %2 say both</source>
        <comment>1: contradictory</comment>
        <translation>%1: Datensätze von %2 sagen beides</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1, seen at %2</source>
        <translation>%1, gesehen %2</translation>
    </message>
    <message>
        <source>%1 at the latest since %2</source>
        <translation>%1 spätestens seit %2</translation>
    </message>
    <message>
        <source>this log does not tell</source>
        <translation>sagt dieses Log nicht</translation>
    </message>
    <message>
        <source>contradictory</source>
        <translation>widersprüchlich</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>not locked</source>
        <translation>nicht gesperrt</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>set up</source>
        <comment>of a method</comment>
        <translation>eingerichtet</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>disabled or removed</source>
        <comment>of a method</comment>
        <translation>deaktiviert oder entfernt</translation>
    </message>
    <message>
        <source>none in this log</source>
        <translation>keiner in diesem Log</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>This log has no record of this user.</source>
        <translation>Dieses Log hat keinen Datensatz dieses Benutzers.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <comment>of a user</comment>
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <comment>of a user</comment>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sign-in(s)</source>
        <comment>of a user</comment>
        <translation>
            <numerusform>%Ln Anmeldung</numerusform>
            <numerusform>%Ln Anmeldungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them failed</source>
        <comment>sign-ins</comment>
        <translation>
            <numerusform>davon %Ln fehlgeschlagen</numerusform>
            <numerusform>davon %Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>No record of this log has a time: %1.</source>
        <comment>1: counts</comment>
        <translation>Kein Datensatz dieses Logs hat eine Zeit: %1.</translation>
    </message>
    <message>
        <source>As of the last event in this log, %1: %2.</source>
        <comment>2: counts</comment>
        <translation>Stand beim letzten Ereignis dieses Logs, %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated record(s) of this user are counted once.</source>
        <translation>
            <numerusform>%Ln wiederholter Datensatz dieses Benutzers zählt nur einmal.</numerusform>
            <numerusform>%Ln wiederholte Datensätze dieses Benutzers zählen nur einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have no time and say nothing of a state.</source>
        <translation>
            <numerusform>%Ln Datensatz hat keine Zeit und sagt nichts über einen Zustand.</numerusform>
            <numerusform>%Ln Datensätze haben keine Zeit und sagen nichts über einen Zustand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more method(s) are not shown.</source>
        <translation>
            <numerusform>%Ln weitere Methode wird nicht gezeigt.</numerusform>
            <numerusform>%Ln weitere Methoden werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest %1 of %2 sign-ins and other events are shown; “Records of this user” has all of them.</source>
        <translation>Gezeigt werden die neuesten %1 von %2 Anmeldungen und anderen Ereignissen; „Datensätze dieses Benutzers“ hat sie alle.</translation>
    </message>
    <message>
        <source>Among these are the records of %1.</source>
        <comment>names</comment>
        <translation>Darunter sind die Datensätze von %1.</translation>
    </message>
</context>
<context>
    <name>evident::SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Show the records</source>
        <translation>Die Datensätze zeigen</translation>
    </message>
    <message>
        <source>Summary of all records</source>
        <translation>Zusammenfassung aller Datensätze</translation>
    </message>
    <message>
        <source>Copy for a ticket</source>
        <translation>Für ein Ticket kopieren</translation>
    </message>
    <message>
        <source>This log is still being read: %1 %. The numbers grow meanwhile.</source>
        <translation>Dieses Log wird noch gelesen: %1 %. Die Zahlen wachsen solange.</translation>
    </message>
    <message>
        <source>This log is being opened.</source>
        <translation>Dieses Log wird geöffnet.</translation>
    </message>
    <message>
        <source>Of the records that match %1</source>
        <translation>Zusammenfassung der Datensätze, die zu %1 passen</translation>
    </message>
    <message>
        <source>No record matches.</source>
        <translation>Kein Datensatz passt.</translation>
    </message>
    <message>
        <source>This log has no records.</source>
        <translation>Dieses Log hat keine Datensätze.</translation>
    </message>
</context>
<context>
    <name>evident::SummarySectionView</name>
    <message>
        <source>%1: %2</source>
        <comment>1: what is counted, 2: the number</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Shows %Ln record(s).</source>
        <translation>
            <numerusform>Zeigt %Ln Datensatz.</numerusform>
            <numerusform>Zeigt %Ln Datensätze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und noch %Ln</numerusform>
            <numerusform>und noch %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::SummarySheet</name>
    <message>
        <source>(no code)</source>
        <translation>(ohne Code)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ohne)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Matching</source>
        <comment>records that the query keeps</comment>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <comment>two moments, and how long that is</comment>
        <translation>%1 bis %2 (%3)</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Who can end the errors</source>
        <translation>Wer die Fehler beheben kann</translation>
    </message>
    <message>
        <source>No record is an error.</source>
        <translation>Kein Datensatz ist ein Fehler.</translation>
    </message>
    <message>
        <source>Errors of the user %1</source>
        <translation>Fehler des Benutzers %1</translation>
    </message>
    <message>
        <source>Errors at the application %1</source>
        <translation>Fehler an der Anwendung %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the hour before</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln in der Stunde davor</numerusform>
            <numerusform>%Ln in der Stunde davor</numerusform>
        </translation>
    </message>
    <message>
        <source>new: not seen before in this log</source>
        <translation>neu in diesem Log</translation>
    </message>
    <message>
        <source>usually %1 an hour</source>
        <comment>records</comment>
        <translation>üblich sind %1 je Stunde</translation>
    </message>
    <message>
        <source>New or rising in the last hour</source>
        <translation>Neu oder häufiger in der letzten Stunde</translation>
    </message>
    <message>
        <source>These records are of too short a time to compare hours.</source>
        <translation>Diese Datensätze umfassen zu wenig Zeit, um Stunden zu vergleichen.</translation>
    </message>
    <message>
        <source>Nothing is new or rising in the last hour.</source>
        <translation>In der letzten Stunde ist nichts neu oder häufiger.</translation>
    </message>
    <message>
        <source>From %1 to %2, beside the hours before.</source>
        <translation>Von %1 bis %2, verglichen mit den Stunden davor.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Codes that the catalog lacks</source>
        <translation>Codes, die der Katalog nicht kennt</translation>
    </message>
    <message>
        <source>Texts that differ from the catalog’s</source>
        <translation>Texte, die vom Katalog abweichen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in other words</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln mit anderem Wortlaut</numerusform>
            <numerusform>%Ln mit anderem Wortlaut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in another form</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln in anderer Form</numerusform>
            <numerusform>%Ln in anderer Form</numerusform>
        </translation>
    </message>
    <message>
        <source>No records for unusually long</source>
        <translation>Ungewöhnlich lange ohne Datensätze</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two moments</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>around it every %1</source>
        <translation>davor und danach alle %1</translation>
    </message>
    <message>
        <source>around it every minute</source>
        <translation>davor und danach jede Minute</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>The file itself</source>
        <translation>Die Datei selbst</translation>
    </message>
    <message>
        <source>Lines that could not be understood</source>
        <translation>Nicht verstandene Zeilen</translation>
    </message>
    <message>
        <source>Records without a time</source>
        <translation>Datensätze ohne Zeit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) are no text of the encoding</source>
        <translation>
            <numerusform>%Ln Byte ist kein Text der Kodierung</numerusform>
            <numerusform>%Ln Bytes sind kein Text der Kodierung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are not in the order of time</source>
        <translation>
            <numerusform>%Ln Datensatz steht nicht in der Reihenfolge der Zeit</numerusform>
            <numerusform>%Ln Datensätze stehen nicht in der Reihenfolge der Zeit</numerusform>
        </translation>
    </message>
    <message>
        <source>the newest is first in this file</source>
        <translation>die neuesten stehen in dieser Datei zuerst</translation>
    </message>
    <message numerus="yes">
        <source>The clock jumps %Ln time(s), by %1 at the most</source>
        <translation>
            <numerusform>Die Uhr springt %Ln-mal, um höchstens %1</numerusform>
            <numerusform>Die Uhr springt %Ln-mal, um höchstens %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is odd about the file.</source>
        <translation>An der Datei ist nichts auffällig.</translation>
    </message>
    <message>
        <source>Users with the most errors</source>
        <translation>Benutzer mit den meisten Fehlern</translation>
    </message>
    <message>
        <source>Applications with the most errors</source>
        <translation>Anwendungen mit den meisten Fehlern</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Summary of %1</source>
        <translation>Zusammenfassung von %1</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Dated long before or after</source>
        <translation>Weit davor oder danach datiert</translation>
    </message>
    <message>
        <source>Repeated</source>
        <comment>records that repeat an earlier one</comment>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>These are being counted.</source>
        <translation>Diese werden gezählt.</translation>
    </message>
</context>
<context>
    <name>evident::SummaryTab</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>evident::SummaryWriter</name>
    <message>
        <source>(none)</source>
        <translation>(ohne)</translation>
    </message>
    <message>
        <source>bytes that are no text; try --encoding %1</source>
        <translation>Bytes, die kein Text sind; vielleicht hilft --encoding %1</translation>
    </message>
    <message>
        <source>(no code)</source>
        <translation>(ohne Code)</translation>
    </message>
    <message>
        <source>(%1, not in the catalog)</source>
        <translation>(%1, nicht im Katalog)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Users with the most errors</source>
        <translation>Benutzer mit den meisten Fehlern</translation>
    </message>
    <message>
        <source>From %1 to %2, times in %3.</source>
        <translation>Von %1 bis %2, Zeiten in %3.</translation>
    </message>
    <message>
        <source>Times without a zone are read as %1.</source>
        <translation>Zeiten ohne Zone gelten als %1.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not understood</source>
        <translation>
            <numerusform>%Ln nicht verstanden</numerusform>
            <numerusform>%Ln nicht verstanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und noch %Ln</numerusform>
            <numerusform>und noch %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s).</source>
        <translation>
            <numerusform>%Ln Datensatz.</numerusform>
            <numerusform>%Ln Datensätze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s), of which %1 match.</source>
        <translation>
            <numerusform>%Ln Datensatz, davon passend: %1.</numerusform>
            <numerusform>%Ln Datensätze, davon passend: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) dropped that repeat an earlier one.</source>
        <translation>
            <numerusform>%Ln Datensatz weggelassen, der einen früheren wiederholt.</numerusform>
            <numerusform>%Ln Datensätze weggelassen, die einen früheren wiederholen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) could not be understood.</source>
        <translation>
            <numerusform>%Ln Datensatz wurde nicht verstanden.</numerusform>
            <numerusform>%Ln Datensätze wurden nicht verstanden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) repeat an earlier one.</source>
        <translation>
            <numerusform>%Ln Datensatz wiederholt einen früheren.</numerusform>
            <numerusform>%Ln Datensätze wiederholen einen früheren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) with a code that the catalog lacks.</source>
        <translation>
            <numerusform>%Ln Datensatz mit unbekanntem Code.</numerusform>
            <numerusform>%Ln Datensätze mit unbekanntem Code.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) with other words than the catalog&apos;s.</source>
        <translation>
            <numerusform>%Ln Datensatz mit Abweichung vom Wortlaut des Katalogs.</numerusform>
            <numerusform>%Ln Datensätze mit Abweichung vom Wortlaut des Katalogs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) that differ from the catalog in form only.</source>
        <translation>
            <numerusform>%Ln Datensatz mit Abweichung nur in der Form.</numerusform>
            <numerusform>%Ln Datensätze mit Abweichung nur in der Form.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) without a code, found in the catalog by text.</source>
        <translation>
            <numerusform>%Ln Datensatz ohne Code, anhand seines Texts im Katalog gefunden.</numerusform>
            <numerusform>%Ln Datensätze ohne Code, anhand ihres Texts im Katalog gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) whose text stands for several codes.</source>
        <translation>
            <numerusform>%Ln Datensatz, dessen Text für mehrere Codes steht.</numerusform>
            <numerusform>%Ln Datensätze, deren Text für mehrere Codes steht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who can act</source>
        <translation>Wer handeln kann</translation>
    </message>
</context>
<context>
    <name>evident::Synonyms</name>
    <message>
        <source>The synonyms in “%1” are not readable JSON: %2.</source>
        <translation>Die Synonyme in „%1“ sind kein lesbares JSON: %2.</translation>
    </message>
    <message>
        <source>The synonyms in “%1” are not a JSON object of words and lists.</source>
        <translation>Die Synonyme in „%1“ sind kein JSON-Objekt aus Wörtern und Listen.</translation>
    </message>
    <message>
        <source>The synonyms in “%1” have no list of texts for “%2”.</source>
        <translation>Die Synonyme in „%1“ haben keine Liste von Texten für „%2“.</translation>
    </message>
</context>
<context>
    <name>evident::SyslogJsonFormat</name>
    <message>
        <source>syslog lines of %1 with JSON objects</source>
        <translation>Syslog-Zeilen von %1 mit JSON-Objekten</translation>
    </message>
    <message>
        <source>syslog lines with JSON objects that have %1</source>
        <translation>Syslog-Zeilen mit JSON-Objekten, die %1 haben</translation>
    </message>
</context>
<context>
    <name>evident::TextFormat</name>
    <message>
        <source>nothing in it</source>
        <translation>nichts darin</translation>
    </message>
    <message>
        <source>binary data (NUL bytes), shown as lines</source>
        <translation>Binärdaten (NUL-Bytes), als Zeilen gezeigt</translation>
    </message>
    <message>
        <source>lines of text of no known format</source>
        <translation>Textzeilen ohne bekanntes Format</translation>
    </message>
</context>
<context>
    <name>evident::TicketDesk</name>
    <message>
        <source>Nothing is selected that could be copied.</source>
        <translation>Es ist nichts ausgewählt, was kopiert werden könnte.</translation>
    </message>
    <message>
        <source>Names are masked in what is copied.</source>
        <translation>In Kopien sind Namen maskiert.</translation>
    </message>
    <message>
        <source>In copied rows and tickets, in reports and in exports; not in a text that you select and copy yourself.</source>
        <translation>In kopierten Zeilen und Tickets, in Berichten und in Exporten; nicht in Text, den Sie selbst auswählen und kopieren.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is written: %Ln record(s).</source>
        <translation>
            <numerusform>„%1“ ist geschrieben: %Ln Datensatz.</numerusform>
            <numerusform>„%1“ ist geschrieben: %Ln Datensätze.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is written.</source>
        <translation>„%1“ ist geschrieben.</translation>
    </message>
    <message>
        <source>This page has nothing for a ticket.</source>
        <translation>Diese Seite hat nichts für ein Ticket.</translation>
    </message>
    <message>
        <source>The ticket is being made. Copy something else to end that.</source>
        <translation>Das Ticket wird erstellt. Kopieren Sie etwas anderes, um das zu beenden.</translation>
    </message>
    <message numerus="yes">
        <source>The ticket is copied, with %Ln record(s).</source>
        <translation>
            <numerusform>Das Ticket ist kopiert, mit %Ln Datensatz.</numerusform>
            <numerusform>Das Ticket ist kopiert, mit %Ln Datensätzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The ticket is copied.</source>
        <translation>Das Ticket ist kopiert.</translation>
    </message>
    <message>
        <source>Names in it are masked.</source>
        <translation>Namen darin sind maskiert.</translation>
    </message>
    <message>
        <source>No log is in front.</source>
        <translation>Kein Log ist im Vordergrund.</translation>
    </message>
    <message>
        <source>Another export is under way. Wait for its end, or cancel it.</source>
        <translation>Ein anderer Export läuft noch. Warten Sie sein Ende ab, oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>The log is still being read. Wait until all of its records are there.</source>
        <translation>Das Log wird noch gelesen. Warten Sie, bis alle Datensätze da sind.</translation>
    </message>
    <message>
        <source>Writing the report “%1”: %2 %</source>
        <translation>Der Bericht „%1“ wird geschrieben: %2 %</translation>
    </message>
    <message>
        <source>Exporting to “%1”: %2 %</source>
        <translation>Export in „%1“: %2 %</translation>
    </message>
    <message>
        <source>log</source>
        <comment>a file&apos;s name</comment>
        <translation>log</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.ndjson)</source>
        <translation>JSON-Zeilen (*.ndjson)</translation>
    </message>
    <message>
        <source>The records&apos; own text (*.txt)</source>
        <translation>Der eigene Text der Datensätze (*.txt)</translation>
    </message>
    <message>
        <source>Export the records shown</source>
        <translation>Gezeigte Datensätze exportieren</translation>
    </message>
    <message>
        <source>Save a report of the log</source>
        <translation>Bericht zum Log speichern</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Writing the report “%1”.</source>
        <translation>Der Bericht „%1“ wird geschrieben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>evident::TicketMaker</name>
    <message>
        <source>This record carries no transaction id.</source>
        <translation>Dieser Datensatz trägt keine Transaktions-ID.</translation>
    </message>
</context>
<context>
    <name>evident::TicketText</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a fact, its value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>evident::TimeValue</name>
    <message>
        <source>“%1” is not a time. Write a day (2026-01-15), a moment (2026-01-15T09:00), a time of every day (09:00) or a range of two of them (09:00..10:30).</source>
        <translation>„%1“ ist keine Zeit. Gültig ist ein Tag (2026-01-15), ein Zeitpunkt (2026-01-15T09:00), eine tägliche Uhrzeit (09:00) oder ein Bereich aus zweien davon (09:00..10:30).</translation>
    </message>
    <message>
        <source>Both ends of a time range have a date, or neither has one.</source>
        <translation>Entweder haben beide Enden eines Zeitbereichs ein Datum oder keines.</translation>
    </message>
    <message>
        <source>Both ends of a daily time range have the same offset from UTC.</source>
        <translation>Beide Enden eines täglichen Zeitbereichs haben denselben Abstand zu UTC.</translation>
    </message>
    <message>
        <source>This time range ends before anything is in it.</source>
        <translation>Dieser Zeitbereich endet, bevor etwas darin liegt.</translation>
    </message>
    <message>
        <source>A span is a number above zero and a unit: 30s, 15m, 2h, 3d or 1w.</source>
        <translation>Eine Spanne ist eine Zahl über null und eine Einheit: 30s, 15m, 2h, 3d oder 1w.</translation>
    </message>
</context>
<context>
    <name>evident::Timeline</name>
    <message numerus="yes">
        <source>%Ln critical record(s)</source>
        <translation>
            <numerusform>%Ln kritischer Datensatz</numerusform>
            <numerusform>%Ln kritische Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>%Ln Hinweis</numerusform>
            <numerusform>%Ln Hinweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln info record(s)</source>
        <translation>
            <numerusform>%Ln Information</numerusform>
            <numerusform>%Ln Informationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) of unknown level</source>
        <translation>
            <numerusform>%Ln Datensatz unbekannter Stufe</numerusform>
            <numerusform>%Ln Datensätze unbekannter Stufe</numerusform>
        </translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Nach Zuständigkeit</translation>
    </message>
    <message>
        <source>By method</source>
        <translation>Nach Methode</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>Nach Code</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>Nach Stufe</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>without a method</source>
        <translation>ohne Methode</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>ohne Code</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a method, a code or an owner, and how many records</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no records</source>
        <translation>keine Datensätze</translation>
    </message>
    <message>
        <source>There are no records.</source>
        <translation>Es gibt keine Datensätze.</translation>
    </message>
    <message>
        <source>No record has a time.</source>
        <translation>Kein Datensatz hat eine Zeit.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>a span of time, what is in it</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Most at %1: %2.</source>
        <comment>a span of time, what is in it</comment>
        <translation>Höchstwert %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have no time.</source>
        <translation>
            <numerusform>%Ln Datensatz hat keine Zeit.</numerusform>
            <numerusform>%Ln Datensätze haben keine Zeit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are dated long before all others.</source>
        <translation>
            <numerusform>%Ln Datensatz ist weit vor allen anderen datiert.</numerusform>
            <numerusform>%Ln Datensätze sind weit vor allen anderen datiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are dated long after all others.</source>
        <translation>
            <numerusform>%Ln Datensatz ist weit nach allen anderen datiert.</numerusform>
            <numerusform>%Ln Datensätze sind weit nach allen anderen datiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are dated long before or after all others.</source>
        <translation>
            <numerusform>%Ln Datensatz ist weit vor oder nach allen anderen datiert.</numerusform>
            <numerusform>%Ln Datensätze sind weit vor oder nach allen anderen datiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::TimelineLegend</name>
    <message>
        <source>What the bars are made of, from below</source>
        <translation>Woraus die Balken bestehen, von unten</translation>
    </message>
</context>
<context>
    <name>evident::TimelinePanel</name>
    <message>
        <source>Timeline of %1</source>
        <translation>Zeitleiste von %1</translation>
    </message>
    <message>
        <source>By what the bars of the timeline are stacked</source>
        <translation>Wonach die Balken der Zeitleiste unterteilt sind</translation>
    </message>
    <message>
        <source>Timeline: %1</source>
        <translation>Zeitleiste: %1</translation>
    </message>
    <message>
        <source>Only the records of this time</source>
        <translation>Nur die Datensätze dieser Zeit</translation>
    </message>
    <message>
        <source>Zoom to this time</source>
        <translation>Auf diese Zeit zoomen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>The whole time</source>
        <translation>Die ganze Zeit</translation>
    </message>
    <message>
        <source>Hide the timeline</source>
        <translation>Zeitleiste verbergen</translation>
    </message>
    <message>
        <source>at most %1 in %2</source>
        <comment>records, a span of time</comment>
        <translation>höchstens %1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) without a time</source>
        <translation>
            <numerusform>%Ln Datensatz ohne Zeit</numerusform>
            <numerusform>%Ln Datensätze ohne Zeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Only these records</source>
        <translation>Nur diese Datensätze</translation>
    </message>
    <message>
        <source>Show the time without them</source>
        <translation>Die Zeit ohne sie zeigen</translation>
    </message>
    <message>
        <source>Show the whole time</source>
        <translation>Die ganze Zeit zeigen</translation>
    </message>
</context>
<context>
    <name>evident::TimelinePicture</name>
    <message numerus="yes">
        <source>Records over time, by level, %Ln at most in one bar</source>
        <translation>
            <numerusform>Datensätze im Lauf der Zeit, nach Stufe, höchstens %Ln in einem Balken</numerusform>
            <numerusform>Datensätze im Lauf der Zeit, nach Stufe, höchstens %Ln in einem Balken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) lie outside this time</source>
        <translation>
            <numerusform>%Ln Datensatz liegt außerhalb dieser Zeit</numerusform>
            <numerusform>%Ln Datensätze liegen außerhalb dieser Zeit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a span of time, what is in it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s) are marked.</source>
        <translation>
            <numerusform>%Ln Befund ist markiert.</numerusform>
            <numerusform>%Ln Befunde sind markiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No record to show over time</source>
        <translation>Kein Datensatz für die Zeitleiste</translation>
    </message>
    <message>
        <source>No record has a time</source>
        <translation>Kein Datensatz hat eine Zeit</translation>
    </message>
</context>
<context>
    <name>evident::ToolCsvFormat</name>
    <message>
        <source>a preamble with counts of pages, and a header with activityDetail</source>
        <translation>ein Vorspann mit Seitenzahlen und eine Kopfzeile mit activityDetail</translation>
    </message>
    <message>
        <source>a header with eventLogDate and activityDetail</source>
        <translation>eine Kopfzeile mit eventLogDate und activityDetail</translation>
    </message>
</context>
<context>
    <name>evident::Unpacker</name>
    <message>
        <source>what follows there is not compressed in the same way</source>
        <translation>was dort folgt, ist nicht auf dieselbe Weise komprimiert</translation>
    </message>
    <message>
        <source>“%1” is unpacked to more than %2 times its size, %3 so far, which may be meant to fill the disk.</source>
        <translation>„%1“ wird beim Entpacken mehr als %2-mal so groß, bisher %3; das könnte darauf angelegt sein, die Platte zu füllen.</translation>
    </message>
    <message>
        <source>“%1” is cut off at byte %2: what was compressed goes on behind it.</source>
        <translation>„%1“ ist bei Byte %2 abgeschnitten: Was komprimiert wurde, geht dahinter weiter.</translation>
    </message>
    <message>
        <source>“%1” is damaged near byte %2: %3.</source>
        <translation>„%1“ ist in der Nähe von Byte %2 beschädigt: %3.</translation>
    </message>
</context>
<context>
    <name>evident::UserPage</name>
    <message>
        <source>Records of this user</source>
        <translation>Datensätze dieses Benutzers</translation>
    </message>
    <message>
        <source>Copy for a ticket</source>
        <translation>Für ein Ticket kopieren</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>Ben&amp;utzer:</translation>
    </message>
    <message>
        <source>A name, or a part of one</source>
        <translation>Ein Name oder ein Teil davon</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>evident::UserPicker</name>
    <message>
        <source>Users of this log</source>
        <translation>Benutzer dieses Logs</translation>
    </message>
    <message>
        <source>Looking for users…</source>
        <translation>Benutzer werden gesucht…</translation>
    </message>
    <message>
        <source>No record of this log names a user.</source>
        <translation>Kein Datensatz dieses Logs nennt einen Benutzer.</translation>
    </message>
    <message>
        <source>No user&apos;s name has “%1”.</source>
        <translation>Kein Benutzername enthält „%1“.</translation>
    </message>
    <message>
        <source>%1 of %2 users, those with most errors first. Type a part of a name to find others.</source>
        <translation>%1 von %2 Benutzern, die mit den meisten Fehlern zuerst. Geben Sie einen Teil eines Namens ein, um andere zu finden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s), those with most errors first.</source>
        <translation>
            <numerusform>%Ln Benutzer, die mit den meisten Fehlern zuerst.</numerusform>
            <numerusform>%Ln Benutzer, die mit den meisten Fehlern zuerst.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::WholeFile</name>
    <message>
        <source>There is not enough room on the disk for “%1”. Nothing was written.</source>
        <translation>Auf dem Datenträger ist nicht genug Platz für „%1“. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2. Nothing is left of it.</source>
        <comment>a file, a reason without a stop</comment>
        <translation>„%1“ konnte nicht geschrieben werden: %2. Nichts davon bleibt zurück.</translation>
    </message>
</context>
<context>
    <name>evident::Window</name>
    <message>
        <source>Evident</source>
        <translation>Evident</translation>
    </message>
</context>
<context>
    <name>evident::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open log…</source>
        <translation>Log ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open the &amp;clipboard as a log</source>
        <translation>Zwischenablage als &amp;Log öffnen</translation>
    </message>
    <message>
        <source>R&amp;ead again</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>C&amp;ancel loading</source>
        <translation>Laden &amp;abbrechen</translation>
    </message>
    <message>
        <source>Close &amp;tab</source>
        <translation>&amp;Tab schließen</translation>
    </message>
    <message>
        <source>Clear &amp;history</source>
        <translation>&amp;Verlauf leeren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Clear the &amp;query</source>
        <translation>Abfrage &amp;leeren</translation>
    </message>
    <message>
        <source>Query &amp;before</source>
        <translation>&amp;Vorige Abfrage</translation>
    </message>
    <message>
        <source>Query &amp;after</source>
        <translation>&amp;Nächste Abfrage</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Next error</source>
        <translation>&amp;Nächster Fehler</translation>
    </message>
    <message>
        <source>&amp;Previous error</source>
        <translation>&amp;Voriger Fehler</translation>
    </message>
    <message>
        <source>Only this &amp;transaction</source>
        <translation>Nur diese &amp;Transaktion</translation>
    </message>
    <message>
        <source>The event&apos;s &amp;catalog entry</source>
        <translation>&amp;Katalogeintrag des Ereignisses</translation>
    </message>
    <message>
        <source>&amp;Where does this occur?</source>
        <translation>&amp;Wo kommt das vor?</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Facets</source>
        <translation>&amp;Facetten</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Searching and keys</source>
        <translation>&amp;Suchen und Tasten</translation>
    </message>
    <message>
        <source>&amp;About Evident</source>
        <translation>Über &amp;Evident</translation>
    </message>
    <message>
        <source>&amp;Follow the file</source>
        <translation>&amp;Datei verfolgen</translation>
    </message>
    <message>
        <source>No log is in front.</source>
        <translation>Kein Log ist im Vordergrund.</translation>
    </message>
    <message>
        <source>Show new records as they are written to the file</source>
        <translation>Neue Datensätze zeigen, sobald sie in die Datei geschrieben sind</translation>
    </message>
    <message>
        <source>Open as one &amp;log…</source>
        <translation>Als &amp;ein Log öffnen…</translation>
    </message>
    <message>
        <source>Several files, merged by time</source>
        <translation>Mehrere Dateien, nach der Zeit zusammengeführt</translation>
    </message>
    <message>
        <source>Open a fol&amp;der…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>All logs in a folder as one log, merged by time</source>
        <translation>Alle Logs eines Ordners als ein Log, nach der Zeit zusammengeführt</translation>
    </message>
    <message>
        <source>Fold &amp;repeated records</source>
        <translation>&amp;Wiederholte Datensätze zusammenfassen</translation>
    </message>
    <message>
        <source>Keep only the first of records that repeat one another</source>
        <translation>Von Datensätzen, die sich wiederholen, nur den ersten behalten</translation>
    </message>
    <message>
        <source>&amp;Catalog</source>
        <translation>&amp;Katalog</translation>
    </message>
    <message>
        <source>&amp;Import catalog…</source>
        <translation>Katalog &amp;importieren…</translation>
    </message>
    <message>
        <source>A page of the vendor that was saved: you see what it changes before it is applied</source>
        <translation>Eine gespeicherte Seite des Herstellers: Sie sehen vor dem Anwenden, was sie ändert</translation>
    </message>
    <message>
        <source>&amp;History of the catalog…</source>
        <translation>&amp;Verlauf des Katalogs…</translation>
    </message>
    <message>
        <source>&amp;Note on this code</source>
        <translation>&amp;Notiz zu diesem Code</translation>
    </message>
    <message>
        <source>History of &amp;this code…</source>
        <translation>Verlauf &amp;dieses Codes…</translation>
    </message>
    <message>
        <source>&amp;Export catalog…</source>
        <translation>Katalog &amp;exportieren…</translation>
    </message>
    <message>
        <source>Export the entries &amp;shown…</source>
        <translation>Gezeigte Einträge e&amp;xportieren…</translation>
    </message>
    <message>
        <source>The entries that the catalog&apos;s query keeps, in the order of the table</source>
        <translation>Die Einträge, die die Abfrage des Katalogs behält, in der Reihenfolge der Tabelle</translation>
    </message>
    <message>
        <source>E&amp;xport notes…</source>
        <translation>N&amp;otizen exportieren…</translation>
    </message>
    <message>
        <source>Export for the SIE&amp;M…</source>
        <translation>Für das SIE&amp;M exportieren…</translation>
    </message>
    <message>
        <source>Lookups and rules for Splunk, Sentinel, Elastic and Sigma, of the entries shown</source>
        <translation>Nachschlagetabellen und Regeln für Splunk, Sentinel, Elastic und Sigma, aus den gezeigten Einträgen</translation>
    </message>
    <message>
        <source>Im&amp;port notes…</source>
        <translation>Noti&amp;zen importieren…</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>Bericht &amp;speichern…</translation>
    </message>
    <message>
        <source>What the log holds, with its findings and the records selected, as a web page or PDF</source>
        <translation>Was das Log enthält, mit seinen Befunden und den ausgewählten Datensätzen, als Webseite oder PDF</translation>
    </message>
    <message>
        <source>E&amp;xport records…</source>
        <translation>Datensätze e&amp;xportieren…</translation>
    </message>
    <message>
        <source>The records that the query keeps, as a table, as JSON lines or as they stand in the log</source>
        <translation>Die Datensätze, die die Abfrage behält, als Tabelle, als JSON-Zeilen oder wie sie im Log stehen</translation>
    </message>
    <message>
        <source>Re&amp;member what I do</source>
        <translation>&amp;Merken, was ich tue</translation>
    </message>
    <message>
        <source>Opened files, the session, past and saved queries, bookmarks and notes on records. Off: what is kept of them is deleted, and nothing is kept from now on</source>
        <translation>Geöffnete Dateien, die Sitzung, frühere und gespeicherte Abfragen, Lesezeichen und Notizen zu Datensätzen. Aus: Was davon aufbewahrt ist, wird gelöscht, und von nun an wird nichts aufbewahrt</translation>
    </message>
    <message>
        <source>Opened files, past queries and the session; saved queries and bookmarks stay</source>
        <translation>Geöffnete Dateien, frühere Abfragen und die Sitzung; gespeicherte Abfragen und Lesezeichen bleiben</translation>
    </message>
    <message>
        <source>Copy for the &amp;ticket</source>
        <translation>Für das &amp;Ticket kopieren</translation>
    </message>
    <message>
        <source>Copy f&amp;or the ticket as</source>
        <translation>Für das Ticket kopieren &amp;als</translation>
    </message>
    <message>
        <source>&amp;Plain text</source>
        <translation>&amp;Reiner Text</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>&amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;HTML</source>
        <translation>&amp;HTML</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>Copy the transact&amp;ion</source>
        <translation>T&amp;ransaktion kopieren</translation>
    </message>
    <message>
        <source>&amp;Mask names in what is copied</source>
        <translation>Namen in Kopien &amp;maskieren</translation>
    </message>
    <message>
        <source>Users, addresses, devices and servers become user-1, addr-2 … in copies, reports and exports</source>
        <translation>Benutzer, Adressen, Geräte und Server werden zu user-1, addr-2 … in Kopien, Berichten und Exporten</translation>
    </message>
    <message>
        <source>What the log tells of this &amp;user</source>
        <translation>Was das Log über diesen &amp;Benutzer sagt</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>Ze&amp;itleiste</translation>
    </message>
</context>
<context>
    <name>evident::WindowSession</name>
    <message>
        <source>close “%1”</source>
        <comment>what is undone</comment>
        <translation>„%1“ schließen</translation>
    </message>
    <message>
        <source>“%1” was closed. Ctrl+Z or Ctrl+Shift+T brings it back.</source>
        <translation>„%1“ wurde geschlossen. Strg+Z oder Strg+Umschalt+T bringt den Tab zurück.</translation>
    </message>
    <message>
        <source>No tab was closed.</source>
        <translation>Kein Tab wurde geschlossen.</translation>
    </message>
</context>
<context>
    <name>evident::WindowState</name>
    <message>
        <source>&amp;Queries</source>
        <translation>Abf&amp;ragen</translation>
    </message>
    <message>
        <source>&amp;Bookmarks</source>
        <translation>Lese&amp;zeichen</translation>
    </message>
    <message>
        <source>Reopen the closed ta&amp;b</source>
        <translation>&amp;Geschlossenen Tab wieder öffnen</translation>
    </message>
    <message>
        <source>Records &amp;around matches</source>
        <translation>Datensätze &amp;um Treffer</translation>
    </message>
    <message>
        <source>&amp;Undo:</source>
        <translation>Rückgän&amp;gig:</translation>
    </message>
    <message>
        <source>&amp;Redo:</source>
        <translation>&amp;Wiederholen:</translation>
    </message>
    <message>
        <source>All records are shown. With a query, those around its matches can be shown too.</source>
        <translation>Alle Datensätze werden gezeigt. Mit einer Abfrage können auch die um ihre Treffer gezeigt werden.</translation>
    </message>
    <message>
        <source>The records around each match are shown, dimmed.</source>
        <translation>Die Datensätze um jeden Treffer werden gezeigt, abgeblendet.</translation>
    </message>
    <message>
        <source>Only the matches are shown.</source>
        <translation>Nur die Treffer werden gezeigt.</translation>
    </message>
    <message>
        <source>What was remembered is deleted. Until the window is closed, turning this on again brings it back.</source>
        <translation>Das Gemerkte ist gelöscht. Bis das Fenster geschlossen wird, bringt erneutes Einschalten es zurück.</translation>
    </message>
    <message>
        <source>Opened files, past queries and the session are forgotten. Saved queries and bookmarks stay.</source>
        <translation>Geöffnete Dateien, frühere Abfragen und die Sitzung sind vergessen. Gespeicherte Abfragen und Lesezeichen bleiben.</translation>
    </message>
    <message>
        <source>clear the query</source>
        <comment>what is undone</comment>
        <translation>Abfrage leeren</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rückgän&amp;gig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>evident::Words</name>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>unknown level</source>
        <translation>unbekannte Stufe</translation>
    </message>
    <message>
        <source>success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>Fehlschlag</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>neither</source>
        <comment>outcome of an event that neither succeeds nor fails</comment>
        <translation>keins von beiden</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>help desk</source>
        <translation>Helpdesk</translation>
    </message>
    <message>
        <source>identity team</source>
        <translation>Identity-Team</translation>
    </message>
    <message>
        <source>network or service</source>
        <translation>Netz oder Dienst</translation>
    </message>
    <message>
        <source>vendor</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>nobody needs to act</source>
        <translation>niemand muss handeln</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>who can end the trouble</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>user event</source>
        <translation>Benutzerereignis</translation>
    </message>
    <message>
        <source>system event</source>
        <translation>Systemereignis</translation>
    </message>
    <message>
        <source>admin event</source>
        <translation>Verwaltungsereignis</translation>
    </message>
    <message>
        <source>Authentication Manager event</source>
        <translation>Authentication-Manager-Ereignis</translation>
    </message>
    <message>
        <source>identity router event</source>
        <translation>Identity-Router-Ereignis</translation>
    </message>
    <message>
        <source>user events, pages of the API (JSON)</source>
        <translation>Benutzerereignisse, Seiten der API (JSON)</translation>
    </message>
    <message>
        <source>user events, list (JSON)</source>
        <translation>Benutzerereignisse, Liste (JSON)</translation>
    </message>
    <message>
        <source>admin events (JSON)</source>
        <translation>Verwaltungsereignisse (JSON)</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>syslog with JSON</source>
        <translation>Syslog mit JSON</translation>
    </message>
    <message>
        <source>CSV of an export tool</source>
        <translation>CSV eines Exportwerkzeugs</translation>
    </message>
    <message>
        <source>CSV without a header</source>
        <translation>CSV ohne Kopfzeile</translation>
    </message>
    <message>
        <source>CSV of a SIEM</source>
        <translation>CSV eines SIEM</translation>
    </message>
    <message>
        <source>table of the event monitor</source>
        <translation>Tabelle des Ereignismonitors</translation>
    </message>
    <message>
        <source>syslog of an identity router</source>
        <translation>Syslog eines Identity Routers</translation>
    </message>
    <message>
        <source>Authentication Manager log</source>
        <translation>Authentication-Manager-Log</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>reiner Text</translation>
    </message>
    <message>
        <source>several formats</source>
        <translation>mehrere Formate</translation>
    </message>
    <message>
        <source>locks</source>
        <comment>relation of a code to another</comment>
        <translation>sperrt</translation>
    </message>
    <message>
        <source>unlocks</source>
        <comment>relation of a code to another</comment>
        <translation>entsperrt</translation>
    </message>
    <message>
        <source>comes before it</source>
        <comment>relation of a code to another</comment>
        <translation>kommt davor</translation>
    </message>
    <message>
        <source>comes after it</source>
        <comment>relation of a code to another</comment>
        <translation>kommt danach</translation>
    </message>
    <message>
        <source>see also</source>
        <comment>relation of a code to another</comment>
        <translation>siehe auch</translation>
    </message>
    <message>
        <source>success</source>
        <comment>relation of a code to another</comment>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>failure</source>
        <comment>relation of a code to another</comment>
        <translation>Fehlschlag</translation>
    </message>
</context>
<context>
    <name>evident::ZoneDialog</name>
    <message>
        <source>Time zone of display</source>
        <translation>Zeitzone der Anzeige</translation>
    </message>
    <message>
        <source>Search: Berlin, New York, UTC</source>
        <translation>Suchen: Berlin, New York, UTC</translation>
    </message>
    <message>
        <source>Search for a time zone</source>
        <translation>Eine Zeitzone suchen</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>Zeitzonen</translation>
    </message>
</context>
<context>
    <name>evident::ZoneMenu</name>
    <message>
        <source>Time &amp;zone</source>
        <translation>Zeit&amp;zone</translation>
    </message>
    <message>
        <source>The &amp;system’s: %1</source>
        <translation>Die des &amp;Systems: %1</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
</context>
</TS>
