#include "findings.h"
#include "headless.h"
#include "logdocument.h"
#include "logwriter.h"
#include "plantedlog.h"
#include "recordexport.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

/// What the window exports is what the command line prints.
class tst_ExportedRecords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theWindowExportsWhatTheCommandLinePrints_data();
    void theWindowExportsWhatTheCommandLinePrints();

private:
    QString put(const QString &name, const QByteArray &bytes) const;
    QByteArray printed(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    std::unique_ptr<CatalogStore> m_catalog;
};

void tst_ExportedRecords::initTestCase()
{
    Result<CatalogResources> resources = shippedCatalogResources();
    QVERIFY(resources.ok());
    auto store = CatalogStore::open(m_folder.filePath(u"catalog"_s), std::move(resources).value());
    QVERIFY(store.ok());
    m_catalog = std::move(store).value();
    LogGeneratorOptions options;
    options.seed = 5;
    options.records = 3000;
    options.storyTime = QDateTime(QDate(2026, 1, 14), QTime(9, 0), Qt::UTC);
    QVERIFY(!put(u"a.ndjson"_s, generateLog(LogShape::Ndjson, options) + "no JSON at all\n").isEmpty());
    QVERIFY(!put(u"b.csv"_s, generateLog(LogShape::SiemCsv, options)).isEmpty());
    LogGeneratorOptions days = ordinaryDays(20'000);
    days.incidents = everyIncident(days);
    QVERIFY(writePlantedLog(m_folder.filePath(u"c.ndjson"_s), days));
}

QString tst_ExportedRecords::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

QByteArray tst_ExportedRecords::printed(const QStringList &arguments) const
{
    const Result<CommandLine> line =
        parseCommandLine(QStringList{u"evident"_s, u"--print"_s, u"--data-dir"_s, m_folder.filePath(u"catalog"_s),
                                     u"--input-zone"_s, u"UTC"_s, u"--zone"_s, u"UTC"_s}
                         + arguments);
    if (!line)
        return {};
    QBuffer output;
    QBuffer errors;
    output.open(QIODevice::WriteOnly);
    errors.open(QIODevice::WriteOnly);
    Headless headless(line.value(), output, errors);
    return headless.run() == ExitDone ? output.data() : errors.data();
}

void tst_ExportedRecords::theWindowExportsWhatTheCommandLinePrints_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("masked");
    const QString first = m_folder.filePath(u"a.ndjson"_s);
    const QString second = m_folder.filePath(u"b.csv"_s);
    QTest::newRow("all") << QStringList{first} << QString() << false;
    QTest::newRow("a query") << QStringList{first} << u"user:jdoe outcome:failure"_s << false;
    QTest::newRow("a text") << QStringList{second} << u"\"timed out\""_s << false;
    QTest::newRow("several files") << QStringList{first, second} << u"level:error"_s << false;
    const QString third = m_folder.filePath(u"c.ndjson"_s);
    QTest::newRow("findings") << QStringList{third} << u"finding:*"_s << false;
    QTest::newRow("findings of a rule") << QStringList{third} << u"finding:lock-out"_s << false;
    QTest::newRow("masked") << QStringList{first} << u"user:jdoe"_s << true;
    QTest::newRow("nothing") << QStringList{first} << u"user:nobody"_s << false;
}

void tst_ExportedRecords::theWindowExportsWhatTheCommandLinePrints()
{
    QFETCH(QStringList, files);
    QFETCH(QString, query);
    QFETCH(bool, masked);
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    LogDocument document(files, options, m_catalog->snapshot());
    document.setZone(QTimeZone::utc());
    document.setQuery(Query::parse(query).query);
    document.load();
    QTRY_VERIFY(document.state() == LogDocument::State::Complete);
    const RuleSet rules = RuleSet::shipped().value();
    document.setFindings(
        std::make_shared<const Findings>(findFindings(*document.log(), *document.resolution(), rules, u"en"_s)));
    QTRY_VERIFY(!document.isFiltering());
    for (const auto &[form, format] : {std::pair(ExportForm::Csv, u"csv"_s), {ExportForm::Ndjson, u"ndjson"_s}}) {
        const QString path = m_folder.filePath(u"exported."_s + format);
        QVERIFY(writeRecords(RecordExport(document, path, form, masked), {}).ok());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList arguments{u"--format"_s, format, u"--where"_s, query};
        if (masked)
            arguments.append(u"--mask"_s);
        const QByteArray expected = printed(arguments + files);
        const QByteArray exported = file.readAll();
        QVERIFY(exported == expected);
        QCOMPARE(exported.count('\n') > 1, document.rows().size() > 0);
    }
}

QTEST_GUILESS_MAIN(tst_ExportedRecords)
#include "tst_exportedrecords.moc"
