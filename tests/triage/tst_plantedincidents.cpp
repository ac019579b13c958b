#include "findings.h"

#include "catalogstore.h"
#include "incidentstory.h"
#include "logwriter.h"
#include "smalllog.h"

#include <QSet>
#include <QTemporaryFile>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

/// The catalog that the program ships.
CatalogPointer shippedCatalog()
{
    Result<CatalogResources> resources = shippedCatalogResources();
    if (!resources)
        return nullptr;
    QList<CatalogEntry> entries = readCatalogPage(resources.value().page, resources.value().pageName).value().entries;
    for (CatalogEntry &entry : entries)
        resources.value().rules.apply(entry, resources.value().guidance->find(entry.key));
    return std::make_shared<const CatalogSnapshot>(
        CatalogContent{std::move(entries), resources.value().synonyms, resources.value().guidance, {}, 0});
}

/// The sizes that take their time are for `ctest -C large`.
qint64 recordCount()
{
    return qEnvironmentVariableIsSet("EVIDENT_FULL_SIZE") ? 1'000'000 : 100'000;
}

LogGeneratorOptions ordinaryDays()
{
    LogGeneratorOptions options;
    options.seed = 4;
    options.records = recordCount();
    options.people = 3000;
    // The smaller log is of as many days, and has as many faults a day.
    options.intervalMs = int(6'000'000'000 / recordCount());
    options.calm = int(3 * recordCount() / 100'000);
    return options;
}

std::shared_ptr<Log> written(const LogGeneratorOptions &options)
{
    QTemporaryFile file;
    if (!file.open())
        return nullptr;
    QByteArray bytes;
    constexpr qsizetype pieceBytes = 1 << 20;
    writeLog(LogShape::Ndjson, options, [&](const QByteArray &piece) {
        bytes += piece;
        if (bytes.size() > pieceBytes) {
            file.write(bytes);
            bytes.clear();
        }
    });
    file.write(bytes);
    file.flush();
    const Result<std::shared_ptr<Log>> log = Log::open(LogLocation(file.fileName()), {});
    if (!log)
        return nullptr;
    log.value()->index({});
    return log.value();
}

Findings findingsOf(const Log &log)
{
    return findFindings(log, resolutionOf(log, shippedCatalog()), RuleSet::shipped().value(), u"en"_s);
}

/// Records' users, of the evidence.
QSet<QString> usersOf(const Log &log, const Finding &finding)
{
    QSet<QString> users;
    for (const Row row : finding.rows)
        users.insert(log.texts(TextColumn::User).text(log.columns().user(row)));
    return users;
}

} // namespace

class TestPlantedIncidents : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleHasAnIncident();
    void ordinaryDaysHaveNoFindings();
    void everyIncidentIsFound();
};

void TestPlantedIncidents::everyRuleHasAnIncident()
{
    QStringList rules;
    const RuleSet set = RuleSet::shipped().value();
    for (const Rule &rule : set.rules())
        rules.append(rule.id);
    QStringList planted = incidentRules();
    planted.sort();
    QCOMPARE(planted, rules);
}

void TestPlantedIncidents::ordinaryDaysHaveNoFindings()
{
    const std::shared_ptr<Log> log = written(ordinaryDays());
    QVERIFY(log);
    QCOMPARE(qint64(log->columns().size()), recordCount());
    const Findings findings = findingsOf(*log);
    QStringList reasons;
    for (const Finding &finding : findings.list)
        reasons.append(finding.rule + u": "_s + finding.reason);
    QVERIFY2(reasons.isEmpty(), qPrintable(reasons.join(u'\n')));
}

void TestPlantedIncidents::everyIncidentIsFound()
{
    LogGeneratorOptions options = ordinaryDays();
    // Behind the days in which codes may still be new, and far from each other.
    QDateTime time = options.firstTime.addDays(6);
    for (const QString &rule : incidentRules()) {
        options.incidents.append({rule, time});
        time = time.addSecs(7 * 3600);
    }
    const std::shared_ptr<Log> log = written(options);
    QVERIFY(log);
    const Findings findings = findingsOf(*log);
    for (const PlantedIncident &incident : options.incidents) {
        QSet<QString> users;
        for (const PlantedStory &story : incidentStory(incident.rule))
            users.insert(u"user%1@example.com"_s.arg(story.person));
        QStringList found;
        for (const Finding &finding : findings.list) {
            if (finding.rule != incident.rule)
                continue;
            found.append(finding.reason);
            if (incident.rule == u"unseen-code")
                continue; // planted codes are new, each of them
            QCOMPARE(usersOf(*log, finding), users);
            QVERIFY(finding.begin >= incident.time.toMSecsSinceEpoch());
            QVERIFY(finding.end < incident.time.addSecs(3600).addSecs(3600).toMSecsSinceEpoch());
        }
        if (incident.rule == u"unseen-code")
            QVERIFY(found.contains(
                u"Event code 681 appears for the first time, after 72 or more hours of records without it."_s));
        else
            QVERIFY2(found.size() == 1, qPrintable(incident.rule + u": "_s + found.join(u'\n')));
    }
}

QTEST_GUILESS_MAIN(TestPlantedIncidents)
#include "tst_plantedincidents.moc"
