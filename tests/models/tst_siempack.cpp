#include "siempack.h"

#include "catalogstore.h"
#include "catalogwriter.h"
#include "packfixture.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

QList<CatalogEntry> shippedEntries()
{
    const CatalogResources resources = shippedCatalogResources().value();
    return readCatalogPage(resources.page, resources.pageName).value().entries;
}

/// An entry for each hostile text, which stands in every fact that is the vendor's but the level.
QList<CatalogEntry> hostileEntries()
{
    QList<CatalogEntry> entries;
    for (const QString &text : hostileTexts()) {
        CatalogEntry entry;
        entry.key = {Kind::User, 700 + entries.size()};
        entry.level = u"error"_s;
        entry.category = text;
        entry.description = text;
        entries.append(entry);
    }
    return entries;
}

CatalogRevision hostileRevision()
{
    CatalogRevision revision;
    revision.id = 3;
    revision.source = u"page\n[stanza]\nx = y\\\u202e.html"_s;
    revision.created = QDateTime(QDate(2026, 1, 15), QTime(9, 0), Qt::UTC);
    return revision;
}

PackFiles packOf(const QList<CatalogEntry> &entries)
{
    return siemPack(entries, hostileRevision());
}

QStringList linesOf(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes).split(u'\n');
}

QStringList valuesOf(const QByteArray &yaml, const QString &key)
{
    QStringList values;
    for (const QString &line : linesOf(yaml)) {
        if (line.startsWith(key + u": "_s))
            values.append(line.mid(key.size() + 2));
    }
    return values;
}

} // namespace

class TestSiemPack : public QObject
{
    Q_OBJECT

private slots:
    void everyFormHasTheWholeCatalog();
    void everyTextComesBack_data();
    void everyTextComesBack();
    void settingsAreWellFormed();
    void elasticFieldsAreTheColumns();
    void rulesAreOfErrorsAlone();
    void rulesAreWellFormed();
    void idsOfRulesStayTheSame();
    void rulesOfEveryKindSelectTheirField();
    void readmeNamesEveryFileAndTheRevision();
};

void TestSiemPack::everyFormHasTheWholeCatalog()
{
    const QList<CatalogEntry> entries = shippedEntries();
    QCOMPARE(entries.size(), 112);
    const PackFiles files = packOf(entries);
    QCOMPARE(csvRows(fileOf(files, "splunk/evident_cas_events.csv")).size(), 113);
    const QList<QStringList> watchlist = csvRows(fileOf(files, "sentinel/evident_cas_events.csv"));
    QCOMPARE(watchlist.size(), 113);
    const QList<QJsonObject> lines = jsonLines(fileOf(files, "elastic/documents.ndjson"));
    QCOMPARE(lines.size(), 224);
    QSet<QString> keys;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString key = u"user:%1"_s.arg(entries[i].key.code);
        keys.insert(key);
        QCOMPARE(watchlist[i + 1][0], key);
        QCOMPARE(lines[2 * i].value("index"_L1).toObject().value("_id"_L1).toString(), key);
        QCOMPARE(lines[2 * i + 1].value("key"_L1).toString(), key);
    }
    QCOMPARE(keys.size(), 112);
    QVERIFY(keys.contains(u"user:709"_s));
    QCOMPARE(valuesOf(fileOf(files, "sigma/rules.yml"), u"id"_s).size(), 72);
}

void TestSiemPack::everyTextComesBack_data()
{
    QTest::addColumn<qsizetype>("index");
    const QStringList texts = hostileTexts();
    for (qsizetype i = 0; i < texts.size(); ++i)
        QTest::newRow(qPrintable(texts[i].toHtmlEscaped())) << i;
}

void TestSiemPack::everyTextComesBack()
{
    QFETCH(qsizetype, index);
    const QString text = hostileTexts()[index];
    const PackFiles files = packOf(hostileEntries());
    const QList<QStringList> lookup = csvRows(fileOf(files, "splunk/evident_cas_events.csv"));
    QCOMPARE(lookup[0], catalogColumns());
    QCOMPARE(lookup[index + 1], catalogCells(hostileEntries()[index]));
    QCOMPARE(lookup[index + 1][4], text);
    const QList<QStringList> watchlist = csvRows(fileOf(files, "sentinel/evident_cas_events.csv"));
    QCOMPARE(watchlist[index + 1].mid(1), lookup[index + 1]);
    const QJsonObject document = jsonLines(fileOf(files, "elastic/documents.ndjson"))[2 * index + 1];
    QCOMPARE(document.value("description"_L1).toString(), text);
    QCOMPARE(document.value("category"_L1).toString(), text);
    const QString description = valuesOf(fileOf(files, "sigma/rules.yml"), u"description"_s)[index];
    QCOMPARE(unquoted(description), std::pair(text, QString()));
}

void TestSiemPack::settingsAreWellFormed()
{
    const PackFiles files = packOf(hostileEntries());
    for (const char *name : {"splunk/transforms.conf", "splunk/props.conf"}) {
        int stanzas = 0;
        for (const QString &line : linesOf(fileOf(files, name))) {
            QVERIFY2(!line.endsWith(u'\\'), name);
            if (line.isEmpty() || line.startsWith(u'#'))
                continue;
            if (line.startsWith(u'['))
                ++stanzas;
            else
                QVERIFY2(stanzas == 1 && line.contains(u" = "_s), qPrintable(line));
        }
        QCOMPARE(stanzas, 1);
        QVERIFY(fileOf(files, name).contains("revision 3"));
    }
    QVERIFY(fileOf(files, "splunk/transforms.conf").contains("filename = evident_cas_events.csv\n"));
    QVERIFY(fileOf(files, "splunk/props.conf").contains("= evident_cas_events kind AS"));
    const QStringList kql = linesOf(fileOf(files, "sentinel/join.kql"));
    QVERIFY(kql[0].startsWith(u"// Made by Evident"_s));
    QVERIFY(kql[1].startsWith(u"// "_s));
    QVERIFY(kql.contains(u"let Events = RsaCloudAccess_CL;"_s));
}

void TestSiemPack::elasticFieldsAreTheColumns()
{
    const PackFiles files = packOf(shippedEntries());
    const auto object = [&files](const char *name) { return QJsonDocument::fromJson(fileOf(files, name)).object(); };
    const QJsonObject match = object("elastic/enrich-policy.json").value("match"_L1).toObject();
    QCOMPARE(match.value("enrich_fields"_L1).toArray(), QJsonArray::fromStringList(catalogColumns()));
    QStringList mapped =
        object("elastic/index.json").value("mappings"_L1).toObject().value("properties"_L1).toObject().keys();
    QStringList expected = catalogColumns() + QStringList{u"key"_s};
    expected.sort();
    QCOMPARE(mapped, expected);
    QStringList fields = jsonLines(fileOf(files, "elastic/documents.ndjson"))[1].keys();
    QCOMPARE(fields, expected);
    const QJsonArray processors = object("elastic/ingest-pipeline.json").value("processors"_L1).toArray();
    QCOMPARE(processors.size(), 3);
    const QJsonObject enrich = processors[1].toObject().value("enrich"_L1).toObject();
    QCOMPARE(enrich.value("policy_name"_L1).toString(), match.value("indices"_L1).toString());
}

void TestSiemPack::rulesAreOfErrorsAlone()
{
    const auto entry = [](qint64 code, const QString &level) {
        CatalogEntry entry;
        entry.key.code = code;
        entry.level = level;
        return entry;
    };
    const QByteArray yaml = fileOf(packOf({entry(1, u"Error"_s), entry(2, u"notice"_s), entry(3, u"critical"_s),
                                           entry(4, u"warning"_s), entry(5, QString()), entry(6, u"odd"_s)}),
                                   "sigma/rules.yml");
    QCOMPARE(valuesOf(yaml, u"level"_s), QStringList({u"medium"_s, u"high"_s}));
    QVERIFY(yaml.contains("eventCode: '1'\n"));
    QVERIFY(yaml.contains("eventCode: '3'\n"));
}

/// No more of YAML than the rules use: keys, strings in double quotes, lists.
void TestSiemPack::rulesAreWellFormed()
{
    const QByteArray yaml = fileOf(packOf(hostileEntries()), "sigma/rules.yml");
    QCOMPARE(yaml.count("\n---\n"), hostileTexts().size());
    QVERIFY(!yaml.contains('\t'));
    static const QRegularExpression allowed(
        u"^(|---|#.*|(title|description): \".*\"|(id|status|level): [a-z0-9-]+|tags: \\[\\]|[a-z]+:"
        "| +[a-zA-Z]+:( [a-z_]+| '[0-9]+')?|    - [A-Za-z, ]+)$"_s);
    for (const QString &line : linesOf(yaml))
        QVERIFY2(allowed.match(line).hasMatch(), qPrintable(line));
    const qsizetype count = hostileTexts().size();
    for (const char *key : {"title", "id", "status", "description", "tags", "level"})
        QCOMPARE(valuesOf(yaml, QString::fromLatin1(key)).size(), count);
    for (const char *key : {"\nlogsource:\n", "\ndetection:\n", "\n    condition: selection\n", "\nfalsepositives:\n"})
        QCOMPARE(yaml.count(key), count);
    for (const QString &title : valuesOf(yaml, u"title"_s))
        QVERIFY(unquoted(title).first.size() <= 256);
}

void TestSiemPack::idsOfRulesStayTheSame()
{
    QList<CatalogEntry> entries = shippedEntries();
    const QStringList ids = valuesOf(fileOf(packOf(entries), "sigma/rules.yml"), u"id"_s);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    for (const QString &id : ids)
        QCOMPARE(QUuid::fromString(id).version(), QUuid::Sha1);
    for (CatalogEntry &entry : entries)
        entry.description = u"Reworded."_s;
    QCOMPARE(valuesOf(fileOf(siemPack(entries, {}), "sigma/rules.yml"), u"id"_s), ids);

    // One that is known, so that no later program gives others; another kind has others.
    entries = {entries[0], entries[0]};
    entries[0].key = {Kind::User, 403};
    entries[0].level = u"error"_s;
    entries[1] = entries[0];
    entries[1].key.kind = Kind::System;
    const QStringList two = valuesOf(fileOf(packOf(entries), "sigma/rules.yml"), u"id"_s);
    QCOMPARE(two[0], u"2503ee4e-2639-54cd-95bf-0180f6d32259"_s);
    QVERIFY(two[1] != two[0]);
}

void TestSiemPack::rulesOfEveryKindSelectTheirField()
{
    QList<CatalogEntry> entries(2);
    entries[0].key = {Kind::System, 683};
    entries[1].key = {Kind::Admin, 80001};
    for (CatalogEntry &entry : entries)
        entry.level = u"error"_s;
    const QByteArray yaml = fileOf(packOf(entries), "sigma/rules.yml");
    QVERIFY(yaml.contains("        eventType: system\n        eventCode: '683'\n"));
    QVERIFY(yaml.contains("        activityCode: '80001'\n"));
}

void TestSiemPack::readmeNamesEveryFileAndTheRevision()
{
    const PackFiles files = siemPack(hostileEntries(), hostileRevision(), u"level:error \u202e"_s);
    const QString readme = QString::fromUtf8(fileOf(files, "README.txt"));
    for (const PackFile &file : files) {
        if (file.name != "README.txt"_L1)
            QVERIFY2(readme.contains(u'\n' + file.name + u'\n'), qPrintable(file.name));
    }
    QVERIFY(readme.contains(u"revision 3"_s));
    QVERIFY(readme.contains(u"2026-01-15"_s));
    QVERIFY(readme.contains(u"level:error"_s));
    QVERIFY(!readme.contains(u'\u202e'));
    QVERIFY(!readme.contains(u"\n[stanza]"_s));
}

QTEST_GUILESS_MAIN(TestSiemPack)
#include "tst_siempack.moc"
