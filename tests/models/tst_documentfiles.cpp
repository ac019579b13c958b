// What a document reads: one file, an archive, a pipe, or many files as one log.

#include "documentfixture.h"
#include "packing.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// Files in a folder of their own, and the document of paths in it.
class FolderOfFiles
{
public:
    QString put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }
    QString path() const { return m_folder.path(); }
    static std::unique_ptr<LogDocument> document(const QStringList &paths)
    {
        LogOptions options;
        options.inputZone = QTimeZone::utc();
        auto document = std::make_unique<LogDocument>(paths, options, testCatalog());
        document->setZone(QTimeZone::utc());
        return document;
    }

private:
    QTemporaryDir m_folder;
};

QByteArray recordAt(const char *time)
{
    return testRecord(702, time, "jdoe@example.com");
}

} // namespace

class tst_DocumentFiles : public QObject
{
    Q_OBJECT

private slots:
    void aMissingFileSaysSo();
    void readingAgainStartsFromWhatIsThere();
    void anArchiveTellsItsOtherMembers();
    void aLogThatMayFillTheDiskIsAskedAbout();
    void anEndedPipeIsReadAgainInAnotherEncoding();
    void severalFilesAreOneLogByTime();
    void aFolderIsOneLogOfWhatIsALogInIt();
    void filesThatCannotBeReadAreToldAndTheOthersShown();
    void openingManyFilesCanBeCancelled();
    void olderFilesBesideTheLogAreFound();
};

void tst_DocumentFiles::aMissingFileSaysSo()
{
    LogDocument document(u"/no/such/file.json"_s, {}, testCatalog());
    document.load();
    QTRY_COMPARE(document.state(), LogDocument::State::Failed);
    QVERIFY2(document.errorText().contains(u"/no/such/file.json"_s), qPrintable(document.errorText()));
    QCOMPARE(document.rows().size(), Row(0));
}

void tst_DocumentFiles::readingAgainStartsFromWhatIsThere()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"log.ndjson"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(smallLog());
    file.close();
    const auto document = std::make_unique<LogDocument>(file.fileName(), LogOptions(), testCatalog());
    LOADED(document);
    QCOMPARE(document->recordCount(), Row(4));

    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(testRecord(703, "2026-01-15T09:00:00.000Z", "new@example.com"));
    file.close();
    document->reload({});
    QCOMPARE(document->rows().size(), Row(0));
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->recordCount(), Row(1));
    QCOMPARE(document->eventOf(0).code, 703);
}

void tst_DocumentFiles::anArchiveTellsItsOtherMembers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"logs.zip"_s);
    const QByteArray one = testRecord(703, "2026-01-15T09:00:00.000Z", "new@example.com");
    QVERIFY(writeFile(path, zipOf({{"a.ndjson", smallLog()}, {"b.ndjson", one}, {"c.ndjson", one + one}})));
    const auto document = std::make_unique<LogDocument>(path, LogOptions(), testCatalog());
    std::vector<LogLocation> others;
    connect(document.get(), &LogDocument::expanded, this,
            [&](const std::vector<LogLocation> &locations) { others = locations; });
    LOADED(document);
    QCOMPARE(document->recordCount(), Row(4));
    QCOMPARE(document->path(), path);
    QCOMPARE(document->title(), u"logs.zip!a.ndjson"_s);
    QCOMPARE(others.size(), std::size_t(2));
    const auto third = std::make_unique<LogDocument>(others.at(1), LogOptions(), testCatalog());
    LOADED(third);
    QCOMPARE(third->title(), u"logs.zip!c.ndjson"_s);
    QCOMPARE(third->recordCount(), Row(2));

    // Read again, each is what it is, from the file that is there now, and nothing more opens.
    others.clear();
    QVERIFY(writeFile(path, zipOf({{"a.ndjson", one}, {"b.ndjson", one}, {"d.ndjson", one}})));
    document->reload({});
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->recordCount(), Row(1));
    QVERIFY(others.empty());
    third->reload({});
    QTRY_COMPARE(third->state(), LogDocument::State::Failed);
    QVERIFY2(third->errorText().contains(u"logs.zip!c.ndjson"_s), qPrintable(third->errorText()));
}

void tst_DocumentFiles::aLogThatMayFillTheDiskIsAskedAbout()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"log.gz"_s);
    QVERIFY(writeFile(path, packed(Compression::Gzip, smallLog())));
    LogOptions options;
    options.maxSpool = 10;
    const auto document = std::make_unique<LogDocument>(path, options, testCatalog());
    document->load();
    QTRY_COMPARE(document->state(), LogDocument::State::Failed);
    QVERIFY(document->asks());
    QVERIFY2(document->errorText().contains(path), qPrintable(document->errorText()));
    options.allowLargeSpool = true;
    document->reload(options);
    QVERIFY(!document->asks());
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->recordCount(), Row(4));
}

void tst_DocumentFiles::anEndedPipeIsReadAgainInAnotherEncoding()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    const auto document = std::make_unique<LogDocument>(path, LogOptions(), testCatalog());
    document->load();
    QVERIFY(writeFile(path, packed(Compression::Gzip, smallLog())));
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->recordCount(), Row(4));
    LogOptions options;
    options.encoding = u"windows-1252"_s;
    document->reload(options);
    QTRY_VERIFY(document->state() == LogDocument::State::Complete && !document->isFiltering());
    QCOMPARE(document->recordCount(), Row(4));
}

void tst_DocumentFiles::severalFilesAreOneLogByTime()
{
    const FolderOfFiles folder;
    const QString late = folder.put(u"late.log"_s, recordAt("2026-01-15T10:00:00Z") + recordAt("2026-01-15T12:00:00Z"));
    const QString early =
        folder.put(u"early.log"_s, recordAt("2026-01-15T09:00:00Z") + recordAt("2026-01-15T11:00:00Z"));
    const auto document = FolderOfFiles::document({late, early});
    QCOMPARE(document->title(), u"late.log + 1 more"_s);
    LOADED(document);
    QCOMPARE(document->files(), (QStringList{late, early}));
    QCOMPARE(document->title(), u"late.log + 1 more"_s);
    QCOMPARE(shown(*document), (QList<Row>{2, 0, 3, 1}));
    document->setQuery(query(u"file:early.log"_s));
    QTRY_COMPARE(shown(*document), (QList<Row>{2, 3}));
    document->setQuery({});
    document->setSort(LogDocument::SortKey::File, Qt::AscendingOrder);
    QTRY_COMPARE(shown(*document), (QList<Row>{0, 1, 2, 3}));
    document->setSort(LogDocument::SortKey::File, Qt::DescendingOrder);
    QTRY_COMPARE(shown(*document).first(), Row(2 + 1));
    QVERIFY(document->olderFiles().isEmpty());
    QVERIFY(!document->followObstacle().isEmpty());
    // What is read again is the same files.
    document->reload(document->options());
    QTRY_COMPARE(document->recordCount(), Row(4));
}

void tst_DocumentFiles::aFolderIsOneLogOfWhatIsALogInIt()
{
    const FolderOfFiles folder;
    folder.put(u"a.log"_s, recordAt("2026-01-15T10:00:00Z"));
    folder.put(u"b.log"_s, recordAt("2026-01-15T09:00:00Z"));
    const QString binary = folder.put(u"c.bin"_s, QByteArray("\0\1\2\3", 4).repeated(100));
    const QString readMe = folder.put(u"README"_s, "Please read me.\n");
    const auto document = FolderOfFiles::document({folder.path()});
    LOADED(document);
    QCOMPARE(document->title(), u"a.log + 1 more"_s);
    QCOMPARE(document->leftOut(), (QStringList{binary, readMe}));
    QCOMPARE(shown(*document), (QList<Row>{1, 0}));

    const auto pattern = FolderOfFiles::document({folder.path() + u"/*.log"_s});
    LOADED(pattern);
    QCOMPARE(pattern->recordCount(), Row(2));
    QVERIFY(pattern->leftOut().isEmpty());
}

void tst_DocumentFiles::filesThatCannotBeReadAreToldAndTheOthersShown()
{
    const FolderOfFiles folder;
    const QString good = folder.put(u"good.log"_s, recordAt("2026-01-15T10:00:00Z"));
    const QString gone = folder.path() + u"/gone.log"_s;
    const QString lost = folder.path() + u"/lost.log"_s;
    const auto document = FolderOfFiles::document({gone, good, lost});
    document->load();
    QTRY_COMPARE(document->state(), LogDocument::State::Failed);
    QTRY_COMPARE(document->rows().size(), Row(1));
    QCOMPARE(document->files(), QStringList{good});
    const QStringList errors = document->errorText().split(u'\n');
    QCOMPARE(errors.size(), 2);
    QVERIFY(errors.first().contains(gone) && errors.last().contains(lost));
}

void tst_DocumentFiles::openingManyFilesCanBeCancelled()
{
    const FolderOfFiles folder;
    constexpr int files = 400;
    for (int i = 0; i < files; ++i)
        folder.put(QString::number(i) + u".log"_s, recordAt("2026-01-15T10:00:00Z"));
    const auto document = FolderOfFiles::document({folder.path()});
    document->load();
    document->cancel();
    QTRY_VERIFY(!document->isLoading());
    QVERIFY(document->state() == LogDocument::State::Failed || document->state() == LogDocument::State::Cancelled);
    document->reload(document->options());
    LOADED(document);
    QCOMPARE(document->recordCount(), Row(files));
    QCOMPARE(document->files().at(2), folder.path() + u"/2.log"_s);
}

void tst_DocumentFiles::olderFilesBesideTheLogAreFound()
{
    const FolderOfFiles folder;
    const QString path = folder.put(u"app.log"_s, recordAt("2026-01-15T10:00:00Z"));
    const QString older = folder.put(u"app.log.1"_s, recordAt("2026-01-14T10:00:00Z"));
    const auto document = FolderOfFiles::document({path});
    const QSignalSpy found(document.get(), &LogDocument::olderFilesFound);
    LOADED(document);
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(document->olderFiles(), QStringList{older});
}

QTEST_GUILESS_MAIN(tst_DocumentFiles)
#include "tst_documentfiles.moc"
