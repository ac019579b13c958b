#include "findings.h"

#include "incidentstory.h"
#include "plantedlog.h"
#include "shippedcatalog.h"
#include "smalllog.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

std::shared_ptr<Log> written(const LogGeneratorOptions &options)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"user.log"_s);
    if (!writePlantedLog(path, options))
        return nullptr;
    const Result<std::shared_ptr<Log>> log = Log::open(LogLocation(path), {});
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
    for (const Row row : finding.rows.rows())
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
    const std::shared_ptr<Log> log = written(ordinaryDays(plantedLogRecords()));
    QVERIFY(log);
    QCOMPARE(qint64(log->columns().size()), plantedLogRecords());
    const Findings findings = findingsOf(*log);
    QStringList reasons;
    for (const Finding &finding : findings.list)
        reasons.append(finding.rule + u": "_s + finding.reason);
    QVERIFY2(reasons.isEmpty(), qPrintable(reasons.join(u'\n')));
}

void TestPlantedIncidents::everyIncidentIsFound()
{
    LogGeneratorOptions options = ordinaryDays(plantedLogRecords());
    options.incidents = everyIncident(options);
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
