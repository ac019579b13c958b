#include "catalogpage.h"
#include "catalogstore.h"
#include "commandline.h"
#include "facetmodel.h"
#include "icons.h"
#include "log.h"
#include "mainwindow.h"
#include "query.h"
#include "resolver.h"
#include "settings.h"
#include "summarywriter.h"
#include "theme.h"
#include "words.h"

#include <QAbstractButton>
#include <QLibraryInfo>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const QString sourceFolder = QStringLiteral(EVIDENT_SOURCES);

/// As long as it lives, the program speaks a language, and writes its numbers.
class Speaking
{
public:
    explicit Speaking(const QString &language)
        : m_loaded(m_translator.load(u":/i18n/evident_"_s + language + u".qm"_s))
    {
        QLocale::setDefault(QLocale(language));
        QCoreApplication::installTranslator(&m_translator);
    }
    ~Speaking() { QLocale::setDefault(m_before); }
    Q_DISABLE_COPY_MOVE(Speaking)

    bool isLoaded() const { return m_loaded; }

private:
    const QLocale m_before;
    QTranslator m_translator;
    bool m_loaded;
};

/// One text of a .ts file.
struct Message
{
    QString context;
    QString source;
    QString comment;
    bool isPlural = false;
    bool isFinished = true;
    QStringList translations; ///< singular and plural, or one

    QString key() const { return context + u" | "_s + source + u" | "_s + comment; }
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.isPlural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            message.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.isFinished = !xml.attributes().hasAttribute("type"_L1);
            if (!message.isPlural) {
                message.translations.append(xml.readElementText());
                continue;
            }
            while (xml.readNextStartElement())
                message.translations.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    xml.readNextStartElement();
    while (xml.readNextStartElement()) { // <context>
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == "name"_L1)
                context = xml.readElementText();
            else if (xml.name() == "message"_L1)
                messages.append(readMessage(xml, context));
            else
                xml.skipCurrentElement();
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QString translationFile(const QString &language)
{
    return sourceFolder + u"/translations/evident_"_s + language + u".ts"_s;
}

QStringList keysOf(const QList<Message> &messages)
{
    QStringList keys;
    for (const Message &message : messages)
        keys.append(message.key());
    keys.sort();
    return keys;
}

/// "%1", "%L2", "%Ln" …, sorted.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression expression(u"%L?[0-9n]"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : expression.globalMatch(text))
        found.append(match.captured());
    found.sort();
    return found;
}

/// The punctuation that a text ends with.
QString ending(const QString &text)
{
    return !text.isEmpty() && u".:;?!…)"_s.contains(text.back()) ? text.last(1) : QString();
}

QString plural(const char *context, const char *text, int count)
{
    return QCoreApplication::translate(context, text, nullptr, count);
}

QString errorOfMissingLog()
{
    const auto log = Log::open(u"/nowhere/gone.json"_s, {});
    return log ? QString() : log.error().message;
}

QString errorOfEmptyPage()
{
    const auto page = readCatalogPage({}, u"page.txt"_s);
    return page ? QString() : page.error().message;
}

QString errorOfCommandLine()
{
    const auto line = parseCommandLine({u"evident"_s, u"--lookup"_s, u"abc"_s});
    return line ? QString() : line.error().message;
}

QString summary()
{
    SummaryReport report;
    report.zone = report.inputZone = QTimeZone::utc();
    report.summary.records = report.summary.matched = 1204;
    return QString::fromUtf8(summaryText(report));
}

/// A row of a facet as a screen reader says it.
QString facetRow()
{
    FacetModel facet(Field::Outcome);
    facet.setCounts({{u"failure"_s, 1204}});
    return facet.index(0, 0).data(Qt::AccessibleTextRole).toString();
}

/// Which texts of a menu answer to a key that another of them has.
QStringList clashes(const QStringList &texts)
{
    QStringList seen;
    QStringList clashing;
    for (const QString &text : texts) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            continue;
        if (seen.contains(key))
            clashing.append(text);
        seen.append(key);
    }
    return clashing;
}

QStringList textsOf(const QWidget *menu)
{
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts.append(action->text());
    return texts;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everyRoomSpeaksGerman_data();
    void everyRoomSpeaksGerman();
    void countsAgreeWithTheirNouns_data();
    void countsAgreeWithTheirNouns();
    void theEnvironmentChoosesTheLanguage_data();
    void theEnvironmentChoosesTheLanguage();
    void qtSpeaksTheLanguageToo();

    void theFilesHoldWhatTheSourcesSay();
    void germanIsComplete();
    void englishIsPluralsOnly();
    void translationsKeepPlaceholdersAndEndings_data();
    void translationsKeepPlaceholdersAndEndings();
    void germanQuotesAsGermanDoes();

    void theGermanWindowHasNoClashingMnemonics();

private:
    static QByteArray run(const QStringList &arguments, const QMap<QString, QString> &variables);
};

void TestTranslations::everyRoomSpeaksGerman_data()
{
    using Text = std::function<QString()>;
    QTest::addColumn<Text>("text");
    QTest::addColumn<QString>("german");

    QTest::newRow("query") << Text([] { return Query::parse(u"colour:red").error->reason; })
                           << u"Es gibt keinen Schlüssel „colour“. Ein Text mit einem Doppelpunkt darin steht in "
                              "Anführungszeichen."_s;
    QTest::newRow("catalog") << Text(errorOfEmptyPage) << u"page.txt ist leer."_s;
    QTest::newRow("logs") << Text(errorOfMissingLog) << u"Die Datei „/nowhere/gone.json“ gibt es nicht."_s;
    QTest::newRow("triage") << Text([] { return pageForUnknownCode(2500); })
                            << u"Er steht auf der Seite des Herstellers zu Systemereignissen."_s;
    QTest::newRow("models, a word") << Text([] { return outcomeWord(Outcome::Failure); }) << u"Fehlschlag"_s;
    QTest::newRow("models, the title of a facet")
        << Text([] { return FacetModel(Field::Level).title(); }) << u"Stufe"_s;
    QTest::newRow("models, a row of a facet") << Text(facetRow) << u"Fehlschlag, 1.204 Datensätze"_s;
    QTest::newRow("models, the summary") << Text(summary)
                                         << u"\n1.204 Datensätze.\nZeiten ohne Zone gelten als UTC.\n"_s;
    QTest::newRow("app") << Text(errorOfCommandLine)
                         << u"„abc“ ist kein Ereigniscode; gültig ist eine Zahl wie 702 oder user:702."_s;
}

void TestTranslations::everyRoomSpeaksGerman()
{
    using Text = std::function<QString()>;
    QFETCH(const Text, text);
    QFETCH(const QString, german);
    QVERIFY(text() != german);
    const Speaking speaking(u"de"_s);
    QVERIFY(speaking.isLoaded());
    QVERIFY2(text().contains(german), qPrintable(text()));
}

void TestTranslations::countsAgreeWithTheirNouns_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("records");
    QTest::addColumn<QString>("entries");
    QTest::addColumn<QString>("shown");

    const auto row = [](const char *language, int count, const QString &records, const QString &entries,
                        const QString &shown) {
        QTest::addRow("%s, %d", language, count)
            << QString::fromLatin1(language) << count << records << entries << shown;
    };
    row("de", 0, u"0 Datensätze"_s, u"0 Einträge"_s, u"0 von 0 Datensätzen"_s);
    row("de", 1, u"1 Datensatz"_s, u"1 Eintrag"_s, u"0 von 1 Datensatz"_s);
    row("de", 2, u"2 Datensätze"_s, u"2 Einträge"_s, u"0 von 2 Datensätzen"_s);
    row("de", 12345, u"12.345 Datensätze"_s, u"12.345 Einträge"_s, u"0 von 12.345 Datensätzen"_s);
    row("en", 0, u"0 records"_s, u"0 entries"_s, u"0 of 0 records"_s);
    row("en", 1, u"1 record"_s, u"1 entry"_s, u"0 of 1 record"_s);
    row("en", 2, u"2 records"_s, u"2 entries"_s, u"0 of 2 records"_s);
    row("en", 12345, u"12,345 records"_s, u"12,345 entries"_s, u"0 of 12,345 records"_s);
}

void TestTranslations::countsAgreeWithTheirNouns()
{
    QFETCH(const QString, language);
    QFETCH(const int, count);
    const Speaking speaking(language);
    QVERIFY(speaking.isLoaded());
    QTEST(plural("evident::FacetModel", "%Ln record(s)", count), "records");
    QTEST(plural("evident::FacetModel", "%Ln entry(s)", count), "entries");
    QTEST(QCoreApplication::translate("evident::LogPane", "%1 of %Ln record(s)", "1: how many of them the query keeps",
                                      count)
              .arg(0),
          "shown");
}

QByteArray TestTranslations::run(const QStringList &arguments, const QMap<QString, QString> &variables)
{
    const QTemporaryDir data;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"LC_ALL"_s, u"LC_MESSAGES"_s, u"LANG"_s, u"LANGUAGE"_s})
        environment.remove(name);
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        environment.insert(variable.key(), variable.value());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(EVIDENT_PROGRAM), QStringList{u"--data-dir"_s, data.path()} + arguments);
    constexpr int patienceMs = 60'000;
    return process.waitForFinished(patienceMs) ? process.readAll() : QByteArray();
}

void TestTranslations::theEnvironmentChoosesTheLanguage_data()
{
    using Variables = QMap<QString, QString>;
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<bool>("german");
    const auto row = [](const char *name, const Variables &variables, bool german) {
        QTest::newRow(name) << variables << german;
    };
    row("LANG", {{u"LANG"_s, u"de_DE.UTF-8"_s}}, true);
    row("LC_ALL", {{u"LC_ALL"_s, u"de_AT.UTF-8"_s}, {u"LANG"_s, u"en_US.UTF-8"_s}}, true);
    row("LANGUAGE", {{u"LANG"_s, u"en_US.UTF-8"_s}, {u"LANGUAGE"_s, u"de:en"_s}}, true);
    row("a language the program does not speak", {{u"LANG"_s, u"fr_FR.UTF-8"_s}}, false);
    row("English", {{u"LANG"_s, u"en_GB.UTF-8"_s}}, false);
    row("C", {{u"LC_ALL"_s, u"C.UTF-8"_s}, {u"LANG"_s, u"de_DE.UTF-8"_s}}, false);
    row("C with LANGUAGE", {{u"LC_ALL"_s, u"C"_s}, {u"LANGUAGE"_s, u"de"_s}}, false);
    row("nothing set", {}, false);
}

void TestTranslations::theEnvironmentChoosesTheLanguage()
{
    using Variables = QMap<QString, QString>;
    QFETCH(const Variables, variables);
    QFETCH(const bool, german);
    const QByteArray lookup = run({u"--lookup"_s, u"999999"_s}, variables);
    QVERIFY2(lookup.contains(german ? "Der Katalog kennt kein solches Ereignis." : "The catalog has no such event."),
             lookup.constData());
}

void TestTranslations::qtSpeaksTheLanguageToo()
{
    const bool there = QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_de.qm"_s);
    const QByteArray help = run({u"--help"_s}, {{u"LC_ALL"_s, u"de_DE.UTF-8"_s}});
    QVERIFY2(help.contains("Ereigniscodes erklären."), help.constData());
    QVERIFY2(help.contains(there ? "Optionen:" : "Options:"), help.constData());
}

/// Fails where somebody wrote a text and did not run `update_translations`, and where a text would land in another
/// context than the one it is looked up in.
void TestTranslations::theFilesHoldWhatTheSourcesSay()
{
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(u"fresh_de.ts"_s);
    QProcess lupdate;
    lupdate.setWorkingDirectory(sourceFolder);
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(LUPDATE_PROGRAM),
                  {u"-locations"_s, u"none"_s, u"app"_s, u"models"_s, u"views"_s, u"-ts"_s, fresh});
    constexpr int patienceMs = 120'000;
    QVERIFY(lupdate.waitForFinished(patienceMs));
    const QByteArray said = lupdate.readAll();
    QVERIFY2(!said.contains("lacks Q_OBJECT"), said.constData());
    QVERIFY2(!said.contains("unknown namespace"), said.constData());

    const QStringList inSources = keysOf(messagesOf(fresh));
    QVERIFY2(inSources.size() > 400, said.constData());
    QCOMPARE(keysOf(messagesOf(translationFile(u"de"_s))), inSources);
}

void TestTranslations::germanIsComplete()
{
    const QList<Message> messages = messagesOf(translationFile(u"de"_s));
    QVERIFY(!messages.isEmpty());
    QStringList lacking;
    for (const Message &message : messages) {
        if (!message.isFinished || message.translations.contains(QString())
            || message.translations.size() != (message.isPlural ? 2 : 1))
            lacking.append(message.key());
    }
    QCOMPARE(lacking.join(u'\n'), QString());
}

void TestTranslations::englishIsPluralsOnly()
{
    QStringList plurals;
    for (const Message &message : messagesOf(translationFile(u"de"_s))) {
        if (message.isPlural)
            plurals.append(message.key());
    }
    plurals.sort();
    QVERIFY(!plurals.isEmpty());

    const QList<Message> english = messagesOf(translationFile(u"en"_s));
    QCOMPARE(keysOf(english), plurals);
    QStringList lacking;
    for (const Message &message : english) {
        const bool left = std::any_of(message.translations.begin(), message.translations.end(),
                                      [](const QString &text) { return text.isEmpty() || text.contains("(s)"_L1); });
        if (!message.isFinished || left || message.translations.size() != 2)
            lacking.append(message.key());
    }
    QCOMPARE(lacking.join(u'\n'), QString());
}

void TestTranslations::translationsKeepPlaceholdersAndEndings_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << u"de"_s;
    QTest::newRow("English") << u"en"_s;
}

void TestTranslations::translationsKeepPlaceholdersAndEndings()
{
    QFETCH(const QString, language);
    QStringList wrong;
    for (const Message &message : messagesOf(translationFile(language))) {
        // "entry(s)" is how a source says that it has a plural, not how it ends.
        const QString source = QString(message.source).remove(u"(s)"_s);
        for (const QString &translation : message.translations) {
            if (placeholders(translation) != placeholders(source) || ending(translation) != ending(source))
                wrong.append(message.key() + u" | "_s + translation);
        }
    }
    QCOMPARE(wrong.join(u'\n'), QString());
}

void TestTranslations::germanQuotesAsGermanDoes()
{
    QStringList wrong;
    for (const Message &message : messagesOf(translationFile(u"de"_s))) {
        for (const QString &translation : message.translations) {
            if (translation.count(u'„') != message.source.count(u'“')
                || translation.count(u'“') != message.source.count(u'”') || translation.contains(u'”'))
                wrong.append(translation);
        }
    }
    QCOMPARE(wrong.join(u'\n'), QString());
}

void TestTranslations::theGermanWindowHasNoClashingMnemonics()
{
    const Speaking speaking(u"de"_s);
    const QTemporaryDir folder;
    auto resources = shippedCatalogResources();
    QVERIFY(resources.ok());
    const auto store = CatalogStore::open(folder.path(), std::move(resources).value());
    QVERIFY(store.ok());
    Theme theme;
    const Icons icons(theme);
    const SettingsStore settings(folder.path());
    MainWindow window({theme, icons, settings, *store.value(), {}, {}, QTimeZone::utc()});
    window.show();

    QStringList atTheTop = textsOf(window.menuBar());
    QCOMPARE(atTheTop,
             (QStringList{u"&Datei"_s, u"&Bearbeiten"_s, u"&Gehe zu"_s, u"&Katalog"_s, u"Abf&ragen"_s,
                          u"Lese&zeichen"_s, u"&Ansicht"_s, u"&Hilfe"_s}));
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            atTheTop.append(button->text());
    }
    QVERIFY(atTheTop.contains(u"&Einfügen"_s)); // of the start page
    QCOMPARE(clashes(atTheTop).join(u'\n'), QString());

    const QList<QMenu *> menus = window.menuBar()->findChildren<QMenu *>();
    QVERIFY(menus.size() > 5);
    for (const QMenu *menu : menus)
        QCOMPARE(clashes(textsOf(menu)).join(u'\n'), QString());
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
