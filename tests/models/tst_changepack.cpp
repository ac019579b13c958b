#include "changepack.h"

#include "packfixture.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

CatalogEntry entry(qint64 code, const QString &description, const QString &level = u"error"_s)
{
    CatalogEntry entry;
    entry.key.code = code;
    entry.level = level;
    entry.category = u"Authentication"_s;
    entry.description = description;
    return entry;
}

CatalogRevision revision(qint64 id, const QString &source)
{
    CatalogRevision revision;
    revision.id = id;
    revision.source = source;
    revision.created = QDateTime(QDate(2026, 1, 15), QTime(9, 0), Qt::UTC);
    return revision;
}

/// 702 has other words, 703 another level, 705 is gone, 946 is new.
PackFiles smallPack()
{
    const QList<CatalogEntry> before{entry(702, u"Approve authentication failed - User response timed out."_s),
                                     entry(703, u"Denied."_s), entry(705, u"Gone."_s), entry(709, u"Same."_s)};
    const QList<CatalogEntry> after{entry(702, u"Approve sign-in failed - User response timed out."_s),
                                    entry(703, u"Denied."_s, u"notice"_s), entry(709, u"Same."_s),
                                    entry(946, u"New."_s)};
    return changePack(catalogDiff(before, after), revision(1, u"old.txt"_s), revision(2, u"new.html"_s));
}

/// Every hostile text is the old one of an event, from 700 on.
PackFiles hostilePack()
{
    CatalogDiff diff;
    for (const QString &text : hostileTexts()) {
        const qint64 code = 700 + diff.changed.size();
        diff.changed.append({entry(code, text), entry(code, u"New words for it."_s)});
    }
    return changePack(diff, revision(1, u"a\n| delete"_s), revision(0, u"b\nlet x = 1;"_s));
}

QStringList linesOf(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes).split(u'\n');
}

} // namespace

class TestChangePack : public QObject
{
    Q_OBJECT

private slots:
    void tablesHaveEveryChange();
    void jsonHasEveryChange();
    void markdownMarksTheWords();
    void onlyOldTextsAreLookedFor();
    void oldTextsComeBack_data();
    void oldTextsComeBack();
    void searchesAreWellFormed();
    void nothingReadAsMarkup();
    void noDifferenceFindsNothing();
    void readmeNamesEveryFileAndBothRevisions();
};

void TestChangePack::tablesHaveEveryChange()
{
    const PackFiles files = smallPack();
    const QList<QStringList> rows = csvRows(fileOf(files, "changes.csv"));
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows[0].join(u','),
             u"change,key,kind,code,fields,old_level,new_level,old_category,new_category,"
             "old_text,new_text"_s);
    QCOMPARE(rows[1],
             QStringList({u"changed"_s, u"user:702"_s, u"user"_s, u"702"_s, u"description"_s, u"error"_s, u"error"_s,
                          u"Authentication"_s, u"Authentication"_s,
                          u"Approve authentication failed - User response timed out."_s,
                          u"Approve sign-in failed - User response timed out."_s}));
    QCOMPARE(rows[2][4], u"level"_s);
    QCOMPARE(rows[2][6], u"notice"_s);
    QCOMPARE(rows[3].mid(0, 2), QStringList({u"removed"_s, u"user:705"_s}));
    QCOMPARE(rows[3].mid(9), QStringList({u"Gone."_s, QString()}));
    QCOMPARE(rows[4].mid(0, 2), QStringList({u"added"_s, u"user:946"_s}));
    QCOMPARE(rows[4].mid(9), QStringList({QString(), u"New."_s}));
    QCOMPARE(csvRows(fileOf(files, "splunk/evident_cas_changes.csv")), rows);
    QCOMPARE(csvRows(fileOf(files, "sentinel/evident_cas_changes.csv")), rows);
    const QList<QJsonObject> lines = jsonLines(fileOf(files, "elastic/changes.ndjson"));
    QCOMPARE(lines.size(), 8);
    QCOMPARE(lines[1].value("old_text"_L1).toString(), rows[1][9]);
    QCOMPARE(lines[1].value("new_text"_L1).toString(), rows[1][10]);
    QVERIFY(lines[7].value("old_text"_L1).isNull());
}

void TestChangePack::jsonHasEveryChange()
{
    const QJsonObject json = QJsonDocument::fromJson(fileOf(smallPack(), "changes.json")).object();
    QCOMPARE(json.value("from"_L1).toObject().value("revision"_L1).toInt(), 1);
    QCOMPARE(json.value("to"_L1).toObject().value("source"_L1).toString(), u"new.html"_s);
    QCOMPARE(json.value("added"_L1).toArray().size(), 1);
    QCOMPARE(json.value("removed"_L1).toArray().size(), 1);
    QCOMPARE(json.value("unchanged"_L1).toInt(), 1);
    const QJsonArray changed = json.value("changed"_L1).toArray();
    QCOMPARE(changed.size(), 2);
    const QJsonObject first = changed[0].toObject();
    QCOMPARE(first.value("code"_L1).toInt(), 702);
    QCOMPARE(first.value("fields"_L1).toArray(), QJsonArray({u"description"_s}));
    QCOMPARE(first.value("before"_L1).toObject().value("description"_L1).toString(),
             u"Approve authentication failed - User response timed out."_s);
    QCOMPARE(first.value("after"_L1).toObject().value("description"_L1).toString(),
             u"Approve sign-in failed - User response timed out."_s);
}

void TestChangePack::markdownMarksTheWords()
{
    const QStringList lines = linesOf(fileOf(smallPack(), "changes.md"));
    QVERIFY(lines.contains(u"| 702 | user | changed | error | Authentication "
                           "| Approve <del>authentication</del> failed - User response timed out. "
                           "| Approve <ins>sign-in</ins> failed - User response timed out. |"_s));
    QVERIFY(lines.contains(
        u"| 703 | user | changed | <del>error</del> <ins>notice</ins> | Authentication | Denied. | Denied. |"_s));
    QVERIFY(lines.contains(u"| 705 | user | removed | error | Authentication | Gone. |  |"_s));
    QVERIFY(lines.contains(u"| 946 | user | added | error | Authentication |  | New. |"_s));
}

void TestChangePack::onlyOldTextsAreLookedFor()
{
    const PackFiles files = smallPack();
    QCOMPARE(fileOf(files, "sigma/old-texts.txt"),
             QByteArray("Approve authentication failed - User response timed out.\nGone.\n"));
    const QByteArray search = fileOf(files, "splunk/find-old-texts.spl");
    QVERIFY(search.startsWith("| rest /servicesNS/-/-/saved/searches "));
    QVERIFY(search.contains("| eval events=mvappend(events, if(mvcount(split(text, lower(\"Approve authentication "
                            "failed - User response timed out.\")))>1, \"user:702\", null()))\n"));
    QVERIFY(search.contains("lower(\"Gone.\")"));
    QCOMPARE(search.count("mvappend"), 2);
    const QByteArray query = fileOf(files, "sentinel/find-old-texts.kql");
    QVERIFY(query.contains("    \"user:702\", \"Approve authentication failed - User response timed out.\", \"Approve "
                           "sign-in failed - User response timed out.\",\n    \"user:705\", \"Gone.\", \"\"\n];\n"));
}

void TestChangePack::oldTextsComeBack_data()
{
    QTest::addColumn<qsizetype>("index");
    const QStringList texts = hostileTexts();
    for (qsizetype i = 0; i < texts.size(); ++i)
        QTest::newRow(qPrintable(texts[i].toHtmlEscaped())) << i;
}

void TestChangePack::oldTextsComeBack()
{
    QFETCH(qsizetype, index);
    const QString text = hostileTexts()[index];
    const PackFiles files = hostilePack();
    QCOMPARE(csvRows(fileOf(files, "splunk/evident_cas_changes.csv"))[index + 1][9], text);
    const bool isFormula = text.startsWith(u'=') || text.startsWith(u'@') || text.startsWith(u'-');
    QCOMPARE(csvRows(fileOf(files, "changes.csv"))[index + 1][9], isFormula ? u'\'' + text : text);
    QCOMPARE(jsonLines(fileOf(files, "elastic/changes.ndjson"))[2 * index + 1].value("old_text"_L1).toString(), text);
    const QJsonObject json = QJsonDocument::fromJson(fileOf(files, "changes.json")).object();
    const QJsonObject change = json.value("changed"_L1).toArray()[index].toObject();
    QCOMPARE(change.value("before"_L1).toObject().value("description"_L1).toString(), text);

    const QString key = u"    \"user:%1\", "_s.arg(700 + index);
    const QStringList query = linesOf(fileOf(files, "sentinel/find-old-texts.kql")).filter(key);
    QCOMPARE(query.size(), 1);
    QCOMPARE(unquoted(query[0].mid(key.size())).first, text);

    const QStringList search =
        linesOf(fileOf(files, "splunk/find-old-texts.spl")).filter(u"\"user:%1\""_s.arg(700 + index));
    QCOMPARE(search.size(), 1);
    static const QRegularExpression literal(u"lower\\((urldecode\\()?(\".*\")\\)?\\)\\)\\)>1"_s);
    const QRegularExpressionMatch match = literal.match(search[0]);
    QVERIFY2(match.hasMatch(), qPrintable(search[0]));
    const QString found = unquoted(match.captured(2)).first;
    QCOMPARE(match.captured(1).isEmpty() ? found : QUrl::fromPercentEncoding(found.toLatin1()), text);

    static const QRegularExpression lineBreak(u"[\\r\\n]+"_s);
    const QStringList literals = linesOf(fileOf(files, "sigma/old-texts.txt"));
    for (const QString &line : text.split(lineBreak))
        QVERIFY(literals.contains(line));
}

void TestChangePack::searchesAreWellFormed()
{
    const PackFiles files = hostilePack();
    for (const QString &line : linesOf(fileOf(files, "splunk/find-old-texts.spl"))) {
        QVERIFY2(line.isEmpty() || line.startsWith(u"| "_s) || line.startsWith(u"    "_s), qPrintable(line));
        QVERIFY2(!line.contains(u'`') && !line.contains(u'$'), qPrintable(line));
    }
    const QStringList query = linesOf(fileOf(files, "sentinel/find-old-texts.kql"));
    QVERIFY(query[0].startsWith(u"// "_s));
    QVERIFY(query[1].startsWith(u"// "_s));
    // A blank one would find everything.
    QStringList literals = linesOf(fileOf(files, "sigma/old-texts.txt"));
    QVERIFY(literals.takeLast().isEmpty());
    for (const QString &line : std::as_const(literals))
        QVERIFY(!line.trimmed().isEmpty());
}

void TestChangePack::nothingReadAsMarkup()
{
    const QStringList lines = linesOf(fileOf(hostilePack(), "changes.md"));
    static const QRegularExpression escape(u"\\\\[!-/:-@\\[-`{-~]"_s);
    qsizetype rows = 0;
    for (const QString &line : lines) {
        if (!line.startsWith(u"| 7"_s))
            continue;
        ++rows;
        QString plain = line;
        plain.remove(escape);
        QCOMPARE(plain.count(u'|'), 8);
        plain.remove(QRegularExpression(u"</?(del|ins)>"_s));
        for (const QChar c : u"`*_<>[]()~$@:\u202e\u2028"_s)
            QVERIFY2(!plain.contains(c), qPrintable(plain));
    }
    QCOMPARE(rows, hostileTexts().size());
}

void TestChangePack::noDifferenceFindsNothing()
{
    const PackFiles files = changePack({}, revision(1, u"a"_s), revision(1, u"a"_s));
    QCOMPARE(fileOf(files, "sigma/old-texts.txt"), QByteArray());
    QCOMPARE(csvRows(fileOf(files, "changes.csv")).size(), 1);
    QVERIFY(!fileOf(files, "splunk/find-old-texts.spl").contains("mvappend"));
}

void TestChangePack::readmeNamesEveryFileAndBothRevisions()
{
    for (const PackFiles &files : {smallPack(), hostilePack()}) {
        const QString readme = QString::fromUtf8(fileOf(files, "README.txt"));
        for (const PackFile &file : files) {
            if (file.name != "README.txt"_L1)
                QVERIFY2(readme.contains(file.name), qPrintable(file.name));
        }
        QVERIFY(readme.contains(u"revision 1"_s));
        QVERIFY(!readme.contains(u"\n| delete"_s));
    }
    QVERIFY(fileOf(smallPack(), "README.txt").contains("revision 2 (new.html, 2026-01-15)"));
}

QTEST_GUILESS_MAIN(TestChangePack)
#include "tst_changepack.moc"
