#include "logreport.h"

#include "bulkspan.h"
#include "logdocument.h"
#include "masker.h"
#include "partiallog.h"
#include "readstory.h"
#include "recordsticket.h"
#include "storyticket.h"
#include "summary.h"
#include "summarysheet.h"
#include "timelinepicture.h"
#include "words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::LogReport)
};

/// How many of a list are told.
constexpr qsizetype mostListed = 12;
constexpr int mostBars = 96;

QString number(qint64 count)
{
    return QLocale().toString(qlonglong(count));
}

/// A plural takes an int; a count beyond it is plural in any language.
int pluralOf(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString labelOf(const QString &value)
{
    return value.isEmpty() ? Messages::tr("(none)") : value;
}

void tellOfMore(Ticket &list, qsizetype all)
{
    if (all > list.rows.size())
        list.sentences.append(Messages::tr("The first ones are listed, and %Ln more are left out.", nullptr,
                                           pluralOf(all - list.rows.size())));
}

Ticket head(const ReportSource &source, const Summary &summary)
{
    Ticket head;
    head.title = Messages::tr("Report of the log %1").arg(source.title);
    if (source.query.isEmpty()) {
        head.facts.append({Messages::tr("Records"), number(summary.matched)});
    } else {
        head.facts.append({Messages::tr("Records"),
                           Messages::tr("%1 of %2", "counts").arg(number(summary.matched), number(summary.records))});
        head.facts.append({Messages::tr("Query"), source.query});
    }
    if (summary.firstTime && summary.lastTime) {
        head.facts.append(
            {Messages::tr("Time"),
             Messages::tr("%1 to %2", "two moments")
                 .arg(momentText(*summary.firstTime, source.zone), momentText(*summary.lastTime, source.zone))});
    }
    head.facts.append({Messages::tr("Time zone"), QString::fromUtf8(source.zone.id())});
    if (source.files.size() > 1)
        head.facts.append({Messages::tr("Files"), number(source.files.size())});
    if (!source.partial.isEmpty())
        head.sentences.append(source.partial);
    return head;
}

/// What a ticket tells of the log, too: who can end the errors, what is new, and gaps.
QStringList highlights(const ReportSource &source, const std::stop_token &stop)
{
    LogSummary summary;
    summary.zone = source.zone;
    summary.records = source.log->columns().size();
    summary.highlights = logHighlights(*source.log, *source.resolution, source.rows, stop);
    return ticketOf(summary).sentences;
}

Ticket remarks(const Summary &summary, const QStringList &highlights)
{
    Ticket remarks;
    remarks.sentences = highlights;
    const auto remark = [&remarks](qint64 count, const char *text) {
        if (count > 0)
            remarks.sentences.append(QCoreApplication::translate("evident::LogReport", text, nullptr, pluralOf(count)));
    };
    remark(summary.notUnderstood, QT_TRANSLATE_N_NOOP("evident::LogReport", "%Ln record(s) could not be understood."));
    remark(summary.unknownCode,
           QT_TRANSLATE_N_NOOP("evident::LogReport", "%Ln record(s) have a code that the catalog lacks."));
    remark(summary.textDrift,
           QT_TRANSLATE_N_NOOP("evident::LogReport", "%Ln record(s) have other words than the catalog's."));
    return remarks;
}

Ticket facetList(const QString &title, const QString &column, const FacetCounts &counts)
{
    Ticket list{title, {}, {}, {column, Messages::tr("Records")}, {}};
    for (const FacetCount &facet : counts.first(std::min(counts.size(), mostListed)))
        list.rows.append({labelOf(facet.value), number(facet.count)});
    tellOfMore(list, counts.size());
    return list;
}

FacetCounts inWords(FacetCounts owners)
{
    for (FacetCount &facet : owners)
        facet.value = ownerWord(ownerFromToken(facet.value).value_or(Owner::Unknown));
    return owners;
}

Ticket codeList(const QList<Summary::Code> &codes)
{
    Ticket list{Messages::tr("Events"),
                {},
                {},
                {Messages::tr("Code"), Messages::tr("Level"), Messages::tr("Description"), Messages::tr("Records")},
                {}};
    for (const Summary::Code &code : codes.first(std::min(codes.size(), mostListed))) {
        const bool hasCode = code.code != noCode;
        const QString description =
            hasCode && !code.known ? Messages::tr("%1 (not in the catalog)").arg(code.description) : code.description;
        list.rows.append({hasCode ? QString::number(code.code) : Messages::tr("(none)"), code.level, description,
                          number(code.count)});
    }
    tellOfMore(list, codes.size());
    return list;
}

Ticket userList(QList<Summary::User> users)
{
    users.removeIf([](const Summary::User &user) { return user.user.isEmpty() || user.errors == 0; });
    std::ranges::stable_sort(users, std::ranges::greater(), &Summary::User::errors);
    Ticket list{Messages::tr("Users with the most errors"),
                {},
                {},
                {Messages::tr("User"), Messages::tr("Errors"), Messages::tr("Records")},
                {}};
    for (const Summary::User &user : users.first(std::min(users.size(), mostListed)))
        list.rows.append({user.user, number(user.errors), number(user.count)});
    tellOfMore(list, users.size());
    return list;
}

QList<Ticket> summarySections(const Summary &summary, const QStringList &highlights)
{
    QList<Ticket> sections{remarks(summary, highlights),
                           facetList(Messages::tr("Levels"), Messages::tr("Level"), summary.byLevel),
                           codeList(summary.byCode),
                           userList(summary.byUser),
                           facetList(Messages::tr("Methods"), Messages::tr("Method"), summary.byMethod),
                           facetList(Messages::tr("Applications"), Messages::tr("Application"), summary.byApplication),
                           facetList(Messages::tr("Who can act"), Messages::tr("Who"), inWords(summary.byOwner))};
    sections.removeIf([](const Ticket &section) {
        const bool tellsNothing = section.rows.size() == 1 && section.rows.first().first() == labelOf({});
        return section.sentences.isEmpty() && (section.rows.isEmpty() || tellsNothing);
    });
    return sections;
}

QByteArray timeline(const ReportSource &source, const std::stop_token &stop)
{
    const std::optional<BulkSpan> times = bulkSpan(source.log->columns(), source.rows, stop);
    if (!times)
        return {};
    Timeline timeline(TimelineBins(times->span, mostBars, source.zone), TimelineSeries::bySeverity(*source.resolution));
    timeline.add(*source.log, source.rows, stop);
    return timelinePicture(timeline, source.zone);
}

QList<Ticket> story(const ReportSource &source, const std::stop_token &stop)
{
    if (source.user.isEmpty())
        return {};
    return reportSections(std::make_shared<const ReadStory>(
        readStory(source.log, source.resolution, *source.catalog, source.zone, source.user, stop)));
}

Ticket selectedRecords(const ReportSource &source, const std::stop_token &stop)
{
    if (source.selected.empty())
        return {};
    RecordsTicket wanted;
    wanted.title = source.title;
    wanted.zone = source.zone;
    wanted.columns = source.columns;
    wanted.more = source.moreSelected;
    wanted.maskable = source.masked;
    Ticket records = recordsTicket(*source.log, *source.resolution, source.selected, wanted, stop);
    records.title = Messages::tr("Selected records");
    return records;
}

void mask(LogReport &report, Masker &masker)
{
    report.head = masker.masked(report.head);
    report.records = masker.masked(report.records);
    for (QList<Ticket> *sections : {&report.summary, &report.story, &report.findings}) {
        for (Ticket &section : *sections)
            section = masker.masked(section);
    }
}

} // namespace

ReportSource::ReportSource(const LogDocument &document)
    : log(document.log()),
      resolution(document.resolution()),
      catalog(document.catalog()),
      rows(document.rows()),
      files(document.files()),
      title(document.title()),
      query(document.query().toString()),
      partial(partialLogText(document)),
      zone(document.zone()),
      made(QDateTime::currentDateTimeUtc())
{ }

LogReport makeReport(const ReportSource &source, const std::stop_token &stop,
                     const std::function<void(qint64, qint64)> &progress)
{
    SummaryBuilder builder;
    builder.add(*source.log, *source.resolution, source.rows, {});
    const Summary summary = builder.finish();
    LogReport report;
    report.head = head(source, summary);
    report.summary = summarySections(summary, highlights(source, stop));
    report.timeline = timeline(source, stop);
    report.story = story(source, stop);
    report.findings = source.findings;
    report.records = selectedRecords(source, stop);
    report.footer = Messages::tr("Made by Evident %1, %2 (%3).", "version, moment, its time zone")
                        .arg(QStringLiteral(EVIDENT_VERSION), momentText(source.made.toMSecsSinceEpoch(), source.zone),
                             QString::fromUtf8(source.zone.id()));
    if (source.masked) {
        Masker masker;
        const qint64 all = source.log->columns().size();
        masker.learn(*source.log, stop, [&progress, all](qint64 done) {
            if (progress)
                progress(done, all);
        });
        mask(report, masker);
        report.footer += u' ' + Messages::tr("Names are masked.");
    }
    return report;
}

} // namespace evident
