#include "partiallog.h"

#include "logdocument.h"
#include "logmodel.h"
#include "logreport.h"
#include "packing.h"
#include "testcatalog.h"
#include "ticketmaker.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray lines()
{
    QByteArray bytes;
    for (int i = 0; i < 20'000; ++i)
        bytes += testRecord(702, "2026-01-15T09:00:00Z", ("user" + QByteArray::number(i * 7919 % 20'000)).constData());
    return bytes;
}

} // namespace

class tst_PartialLog : public QObject
{
    Q_OBJECT

private slots:
    void aWholeLogSaysNothing();
    void aLogThatIsReadSaysSo();
    void aDamagedFileIsTold();

private:
    void load(const QByteArray &bytes);

    std::unique_ptr<LogDocument> m_document;
};

void tst_PartialLog::load(const QByteArray &bytes)
{
    m_document = std::make_unique<LogDocument>(u"pasted"_s, bytes, LogOptions(), testCatalog());
    m_document->setZone(QTimeZone::utc());
    m_document->load();
}

void tst_PartialLog::aWholeLogSaysNothing()
{
    load(lines());
    QTRY_VERIFY(!m_document->isLoading() && !m_document->isFiltering());
    QCOMPARE(partialLogText(*m_document), QString());
    QCOMPARE(makeReport(ReportSource(*m_document), {}).head.sentences, QStringList());
}

void tst_PartialLog::aLogThatIsReadSaysSo()
{
    load(lines());
    QVERIFY(m_document->isLoading());
    QCOMPARE(partialLogText(*m_document), u"Only a part of the log was read when this was made."_s);
    m_document->cancel();
    QTRY_VERIFY(!m_document->isLoading());
    const bool cancelled = m_document->state() == LogDocument::State::Cancelled;
    QCOMPARE(partialLogText(*m_document),
             cancelled ? u"Only a part of the log was read: loading was cancelled."_s : QString());
}

/// A file that was cut off while it was copied.
void tst_PartialLog::aDamagedFileIsTold()
{
    const QByteArray whole = packed(Compression::Gzip, lines());
    QTemporaryDir folder;
    QFile file(folder.filePath(u"user.log.gz"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(whole.first(whole.size() / 2)) > 0);
    file.close();
    m_document = std::make_unique<LogDocument>(LogLocation(file.fileName()), LogOptions(), testCatalog());
    m_document->load();
    QTRY_VERIFY(!m_document->isLoading() && !m_document->isFiltering());
    QVERIFY(m_document->recordCount() > 0 && !m_document->errorText().isEmpty());
    const QString told = u"Not all of the log could be read. "_s + m_document->errorText().section(u'\n', 0, 0);
    QCOMPARE(partialLogText(*m_document), told);
    QCOMPARE(makeReport(ReportSource(*m_document), {}).head.sentences, QStringList{told});
    TicketMaker maker;
    QString text;
    connect(&maker, &TicketMaker::finished, this,
            [&text](const TicketTexts &texts) { text = texts.of(TicketForm::Plain); });
    maker.startRecords(*m_document, {0}, 0, {LogModel::UserColumn}, false);
    QTRY_VERIFY(!text.isEmpty());
    QVERIFY2(text.contains(told), qPrintable(text));
}

QTEST_GUILESS_MAIN(tst_PartialLog)
#include "tst_partiallog.moc"
