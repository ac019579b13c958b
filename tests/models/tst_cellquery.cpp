#include "cellquery.h"

#include "logmodel.h"
#include "testcatalog.h"
#include "timeterms.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

Query parsed(const QString &text)
{
    return Query::parse(text).query;
}

} // namespace

class tst_CellQuery : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyColumnMakesTheRightQuery_data();
    void everyColumnMakesTheRightQuery();
    void aSecondChoiceTakesThePlaceOfTheFirst();
    void timesCarryTheWindowsOffset();
    void oneEndLeavesTheOther();
    void everyEditKeepsItsOwnRecord();
    void aLineOfTextIsLookedForByItsText();
    void savedTimesMeanTheSameInAnyZone_data();
    void savedTimesMeanTheSameInAnyZone();

private:
    QString edited(int row, int column, CellEdit::Kind kind, const QString &query = {}) const;
    std::unique_ptr<LogDocument> m_document;
    std::unique_ptr<LogModel> m_model;
};

void tst_CellQuery::initTestCase()
{
    const QByteArray bytes =
        testRecord(702, "2026-01-15T09:14:02.118Z", "J Doe", R"(,"application":"VPN","sourceIPAddress":"192.0.2.7")")
        + testRecord(901, "2026-01-15T09:20:00.000Z", "", R"(,"application":"")") + "plain, \"quoted\" words\n";
    m_document = std::make_unique<LogDocument>(u"pasted"_s, bytes, LogOptions(), testCatalog());
    m_document->setZone(QTimeZone::utc());
    m_model = std::make_unique<LogModel>(m_document.get());
    m_document->load();
    QTRY_COMPARE(m_model->rowCount(), 3);
    QTRY_COMPARE(m_document->state(), LogDocument::State::Complete);
}

QString tst_CellQuery::edited(int row, int column, CellEdit::Kind kind, const QString &query) const
{
    for (const CellEdit &edit : cellEdits(*m_model, row, column, parsed(query))) {
        if (edit.kind == kind)
            return edit.query.toString();
    }
    return u"none"_s;
}

void tst_CellQuery::everyColumnMakesTheRightQuery_data()
{
    using Kind = CellEdit::Kind;
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<CellEdit::Kind>("kind");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, int row, int column, const QString &only, const QString &without) {
        QTest::addRow("only %s", name) << row << column << Kind::Only << only;
        QTest::addRow("not %s", name) << row << column << Kind::Not << without;
    };
    add("level", 0, LogModel::LevelColumn, u"level:error"_s, u"-level:error"_s);
    add("code", 0, LogModel::CodeColumn, u"code:702"_s, u"-code:702"_s);
    add("user", 0, LogModel::UserColumn, u"user:\"J Doe\""_s, u"-user:\"J Doe\""_s);
    add("no user", 1, LogModel::UserColumn, u"user:\"\""_s, u"-user:\"\""_s);
    add("description", 0, LogModel::DescriptionColumn,
        u"desc:\"Approve authentication failed - User response timed out.\""_s,
        u"-desc:\"Approve authentication failed - User response timed out.\""_s);
    add("method", 0, LogModel::MethodColumn, u"method:Approve"_s, u"-method:Approve"_s);
    add("application", 0, LogModel::ApplicationColumn, u"application:VPN"_s, u"-application:VPN"_s);
    add("category", 0, LogModel::CategoryColumn, u"category:Authentication"_s, u"-category:Authentication"_s);
    add("address", 0, LogModel::SourceIpColumn, u"sourceIp:192.0.2.7"_s, u"-sourceIp:192.0.2.7"_s);
    add("file", 0, LogModel::FileColumn, u"file:pasted"_s, u"-file:pasted"_s);
    add("time", 0, LogModel::TimeColumn, u"none"_s, u"none"_s);
    add("line", 0, LogModel::LineColumn, u"none"_s, u"none"_s);
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        QTest::addRow("from, column %d", column) << 0 << column << Kind::From << u"time:2026-01-15T09:14:02.118Z.."_s;
        QTest::addRow("until, column %d", column) << 0 << column << Kind::Until << u"time:..2026-01-15T09:14:02.119Z"_s;
        QTest::addRow("around, column %d", column)
            << 0 << column << Kind::AroundShort << u"time:2026-01-15T09:13:02.118Z..2026-01-15T09:15:02.119Z"_s;
        QTest::addRow("wide around, column %d", column)
            << 0 << column << Kind::AroundLong << u"time:2026-01-15T09:09:02.118Z..2026-01-15T09:19:02.119Z"_s;
        QTest::addRow("hide, column %d", column)
            << 0 << column << Kind::HideCode << (column == LogModel::CodeColumn ? u"none"_s : u"-code:702"_s);
    }
}

void tst_CellQuery::everyColumnMakesTheRightQuery()
{
    QFETCH(const int, row);
    QFETCH(const int, column);
    QFETCH(const CellEdit::Kind, kind);
    QFETCH(const QString, expected);
    QCOMPARE(edited(row, column, kind), expected);
    if (expected != u"none"_s) {
        // It is one query: what it asks besides stays.
        QCOMPARE(edited(row, column, kind, u"outcome:failure /x/"_s), u"outcome:failure /x/ "_s + expected);
        QCOMPARE(parsed(expected).toString(), expected);
    }
}

void tst_CellQuery::aSecondChoiceTakesThePlaceOfTheFirst()
{
    using Kind = CellEdit::Kind;
    QCOMPARE(edited(1, LogModel::CodeColumn, Kind::Only, u"code:702"_s), u"code:901"_s);
    QCOMPARE(edited(1, LogModel::CodeColumn, Kind::Not, u"-code:702"_s), u"-code:702,901"_s);
    QCOMPARE(edited(1, LogModel::CodeColumn, Kind::Not, u"code:702,901"_s), u"code:702 -code:901"_s);
    QCOMPARE(edited(1, LogModel::LevelColumn, Kind::HideCode, u"-code:702"_s), u"-code:702,901"_s);
}

void tst_CellQuery::timesCarryTheWindowsOffset()
{
    m_document->setZone(QTimeZone("Europe/Berlin"));
    QCOMPARE(edited(0, LogModel::TimeColumn, CellEdit::Kind::From), u"time:2026-01-15T10:14:02.118+01:00.."_s);
    m_document->setZone(QTimeZone::utc());
}

void tst_CellQuery::oneEndLeavesTheOther()
{
    using Kind = CellEdit::Kind;
    const QString from = edited(0, LogModel::TimeColumn, Kind::From);
    const QString both = edited(1, LogModel::TimeColumn, Kind::Until, from);
    QCOMPARE(both, u"time:2026-01-15T09:14:02.118Z.. time:..2026-01-15T09:20:00.001Z"_s);
    QCOMPARE(edited(1, LogModel::TimeColumn, Kind::From, from), u"time:2026-01-15T09:20Z.."_s);
    QCOMPARE(edited(0, LogModel::TimeColumn, Kind::AroundShort, both),
             u"time:2026-01-15T09:13:02.118Z..2026-01-15T09:15:02.119Z"_s);
    // Times of every day, and what is excluded, are another matter.
    QCOMPARE(edited(0, LogModel::TimeColumn, Kind::From, u"time:09:00..17:00 -time:2026-01-14"_s),
             u"time:09:00..17:00 -time:2026-01-14 time:2026-01-15T09:14:02.118Z.."_s);
}

void tst_CellQuery::everyEditKeepsItsOwnRecord()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (int column = 0; column < LogModel::ColumnCount; ++column) {
            QTRY_VERIFY(m_model->index(row, column).data().isValid());
            for (const CellEdit &edit : cellEdits(*m_model, row, column, {})) {
                LogDocument document(u"pasted"_s, m_document->pastedText(), {}, testCatalog());
                document.setZone(QTimeZone::utc());
                document.setQuery(edit.query);
                document.load();
                QTRY_VERIFY(document.state() == LogDocument::State::Complete && !document.isFiltering());
                bool isKept = false;
                for (Row position = 0; position < document.rows().size(); ++position)
                    isKept |= document.rows().at(position) == Row(row);
                const bool hides = edit.kind == CellEdit::Kind::Not || edit.kind == CellEdit::Kind::HideCode;
                QVERIFY2(isKept != hides, qPrintable(edit.query.toString()));
            }
        }
    }
}

void tst_CellQuery::aLineOfTextIsLookedForByItsText()
{
    QTRY_VERIFY(m_model->index(2, LogModel::DescriptionColumn).data().isValid());
    QCOMPARE(edited(2, LogModel::DescriptionColumn, CellEdit::Kind::Only), u"\"plain, \"\"quoted\"\" words\""_s);
    QCOMPARE(edited(2, LogModel::DescriptionColumn, CellEdit::Kind::Not), u"-\"plain, \"\"quoted\"\" words\""_s);
    QCOMPARE(edited(2, LogModel::DescriptionColumn, CellEdit::Kind::From), u"none"_s);
}

void tst_CellQuery::savedTimesMeanTheSameInAnyZone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << u"level:error"_s << u"level:error"_s;
    QTest::newRow("moment") << u"time:2026-01-15T09:00..2026-07-15T09:00"_s
                            << u"time:2026-01-15T09:00+01:00..2026-07-15T09:00+02:00"_s;
    QTest::newRow("has one") << u"time:2026-01-15T09:00Z.."_s << u"time:2026-01-15T09:00Z.."_s;
    QTest::newRow("day") << u"time:2026-03-29"_s << u"time:2026-03-29+01:00..2026-03-30+02:00"_s;
    QTest::newRow("every day") << u"time:09:00..17:00"_s << u"time:09:00..17:00"_s;
    QTest::newRow("one of several") << u"user:a or time:..2026-01-15T09:00"_s
                                    << u"user:a or time:..2026-01-15T09:00+01:00"_s;
}

void tst_CellQuery::savedTimesMeanTheSameInAnyZone()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(withOffsets(parsed(text), QTimeZone("Europe/Berlin")).toString(), expected);
    QVERIFY(Query::parse(expected).ok());
}

QTEST_GUILESS_MAIN(tst_CellQuery)
#include "tst_cellquery.moc"
