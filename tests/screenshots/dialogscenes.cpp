#include "dialogscenes.h"

#include "camera.h"
#include "findingdetails.h"
#include "findingspage.h"
#include "helpdialog.h"
#include "logdocument.h"
#include "querydesk.h"
#include "querystate.h"
#include "savedqueriesdialog.h"
#include "storyview.h"
#include "summarypage.h"
#include "summarytab.h"
#include "userpage.h"
#include "windowstate.h"
#include "zonedialog.h"
#include "zonemenu.h"

#include <QMenuBar>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Names as long as names may be, and one that would turn the direction of what follows.
QByteArray longNames()
{
    const QByteArray person = "\"Bartholomäus-Maximilian.von-und-zu-Hohenlohe-Waldenburg-Schillingsfürst"
                              "@identity.department-of-very-long-names.example.com\"";
    const QByteArray application = "\"Travel expenses and mileage claims for the whole of the northern region (test)\"";
    QByteArray lines;
    for (int i = 0; i < 12; ++i) {
        const QByteArray user = i % 3 == 0 ? QByteArray("\"jdoe\\u202Emoc.elpmaxe@\"") : person;
        lines += "{\"eventCode\":\"" + QByteArray(i % 4 == 0 ? "911" : "702") + "\",\"eventLogDate\":\"2026-01-15T09:"
            + QByteArray::number(10 + i) + ":00.000Z\",\"userId\":" + user + ",\"application\":" + application
            + ",\"sourceIpAddress\":\"2001:db8:85a3:8d3:1319:8a2e:370:7348\",\"deviceName\":\"Bartholomäus' phone\"}\n";
    }
    return lines;
}

void shootDesks(Camera &camera)
{
    const auto front = camera.window();
    front->setQuery(Query::parse(u"level:error method:Approve"_s).query);
    SavedQueries &queries = front->state()->queries();
    camera.expect(bool(queries.save(u"Push that failed"_s, Query::parse(u"level:error method:Approve").query)));
    camera.expect(bool(queries.save(u"Lock-outs of the last hour, without the service accounts"_s,
                                    Query::parse(u"code:600-699 since:1h -user:svc-*").query)));
    front->state()->queryDesk().manage();
    auto *saved = front->findChild<SavedQueriesDialog *>();
    camera.shootWidget(saved, u"saved-queries"_s);
    saved->close();
    front->state()->zones()->actions().constLast()->trigger();
    auto *zones = front->findChild<ZoneDialog *>();
    camera.shootWidget(zones, u"zone"_s);
    zones->reject();
    HelpDialog help(front.get());
    help.show();
    camera.shootWidget(&help, u"help"_s);
    const QList<QAction *> menus = front->menuBar()->actions();
    for (qsizetype i = 0; i < menus.size(); ++i) {
        camera.shootMenu(*front, menus.at(i)->menu(), front->menuBar()->actionGeometry(menus.at(i)).bottomLeft(),
                         u"menu-%1"_s.arg(i + 1));
    }
}

/// All pages of a log.
void shootPages(Camera &camera, const QString &fileName, const QByteArray &bytes, const QString &name)
{
    const QTemporaryDir folder;
    const auto front = camera.window();
    LogPane *pane = front->openFile(camera.put(folder, fileName, bytes));
    camera.shoot(*front, name + u"-records"_s);
    auto *findings = pane->findChild<FindingsPage *>();
    camera.waitFor([findings] { return !findings->statusText().isEmpty(); });
    pane->showPage(findings);
    camera.shoot(*front, name + u"-findings"_s);
    SummaryPage *summary = SummaryTab::of(pane)->page();
    pane->showPage(summary);
    camera.waitFor([summary] { return summary->summary() && summary->summary()->complete; });
    camera.shoot(*front, name + u"-summary"_s);
    auto *people = pane->findChild<UserPage *>();
    pane->showPage(people);
    camera.shoot(*front, name + u"-users"_s);
    if (!bytes.contains("userId"))
        return;
    people->showUser(u"Bartholomäus-Maximilian.von-und-zu-Hohenlohe-Waldenburg-Schillingsfürst"
                     "@identity.department-of-very-long-names.example.com"_s);
    const QTreeView *signIns = people->story()->signIns();
    camera.waitFor([signIns] { return signIns->model()->rowCount() > 0; });
    camera.shoot(*front, name + u"-story"_s);
}

} // namespace

void shootDialogs(Camera &camera)
{
    shootDesks(camera);
    shootPages(camera, u"long-names.ndjson"_s, longNames(), u"long"_s);
    shootPages(camera, u"gateway.txt"_s, "gateway restarted\nlistening on 192.0.2.1\nno record of the service here\n",
               u"plain"_s);
}

} // namespace evident
