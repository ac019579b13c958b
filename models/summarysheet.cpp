#include "summarysheet.h"

#include "durationtext.h"
#include "matcher.h"
#include "querytime.h"
#include "summaryqueries.h"
#include "words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Lines that a section has at the most: what is read at a glance.
constexpr qsizetype mostLines = 8;
constexpr qsizetype mostGaps = 5;

QString number(qint64 count)
{
    return QLocale().toString(count);
}

/// A plural takes an int; a count beyond it is plural in any language.
int pluralOf(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString codeText(qint64 code, const QString &description)
{
    if (code == noCode)
        return QCoreApplication::translate("evident::SummarySheet", "(no code)");
    return description.isEmpty() ? QString::number(code) : u"%1  %2"_s.arg(QString::number(code), description);
}

QString valueText(const QString &value)
{
    return value.isEmpty() ? QCoreApplication::translate("evident::SummarySheet", "(none)") : value;
}

/// Puts a sheet together, section by section.
class SheetWriter
{
    Q_DECLARE_TR_FUNCTIONS(evident::SummarySheet)

public:
    explicit SheetWriter(const LogSummary &summary)
        : m_summary(summary),
          m_highlights(summary.highlights)
    { }

    SummarySheet write();

private:
    using Topic = SummarySection::Topic;

    void addFacts();
    void addOwners();
    void addRising();
    void addLevels();
    void addValues(Topic topic, const QString &title, Field field, const FacetCounts &counts);
    void addErrorsOf(Topic topic, const QString &title, Field field, const FacetCounts &counts);
    void addCodes();
    void addUnknownCodes();
    void addDrift();
    void addGaps();
    void addFiles();
    void addOddities();

    QString risingText(const LogHighlights::Rising &rising) const;
    SummaryLine risingLine(const LogHighlights::Rising &rising) const;
    SummaryLink link(const QString &text, qint64 records, const QList<Group> &groups) const;
    SummaryLink link(qint64 records, const QList<Group> &groups) const
    {
        return link(number(records), records, groups);
    }
    /// Of all records of the log.
    static SummaryLink linkOfAll(qint64 records, const Group &group)
    {
        return {number(records), records, Query({group})};
    }
    QString moment(qint64 utcMs) const
    {
        return QDateTime::fromMSecsSinceEpoch(utcMs, m_summary.zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    }
    QString share(qint64 count, qint64 of) const
    {
        return tr("%1 %", "a share")
            .arg(QLocale().toString(100.0 * double(count) / double(of), 'f', count * 10 < of ? 1 : 0));
    }
    void add(SummarySection section);
    void addDuplicates();
    void addFact(const QString &name, const QString &value) { m_sheet.facts.append({name, value, {}, false}); }
    void addFact(const QString &name, const SummaryLink &link) { m_sheet.facts.append({name, link.text, link, false}); }

    const LogSummary &m_summary;
    const LogHighlights &m_highlights;
    SummarySheet m_sheet;
};

SummaryLink SheetWriter::link(const QString &text, qint64 records, const QList<Group> &groups) const
{
    Query query = m_summary.query;
    for (const Group &group : groups)
        query = query.withGroup(group);
    return {text, records, query};
}

/// Cuts it to what is read at a glance, and makes bars of the numbers that have a share.
void SheetWriter::add(SummarySection section)
{
    double longest = 0;
    for (const SummaryLine &line : section.lines)
        longest = std::max(longest, line.share);
    if (section.lines.size() > mostLines) {
        section.more += section.lines.size() - mostLines;
        section.lines.resize(mostLines);
    }
    for (SummaryLine &line : section.lines)
        line.share = longest > 0 ? line.share / longest : 0;
    if (!section.lines.isEmpty() || !section.note.isEmpty())
        m_sheet.sections.append(std::move(section));
}

void SheetWriter::addFacts()
{
    m_sheet.title = m_summary.title;
    addFact(tr("Format"), formatWord(m_summary.formatName));
    if (m_summary.bytes > 0)
        addFact(tr("Size"), QLocale().formattedDataSize(m_summary.bytes));
    addFact(tr("Records"), SummaryLink{number(m_summary.records), m_summary.records, {}});
    if (!m_summary.query.isEmpty())
        addFact(tr("Matching", "records that the query keeps"), link(m_highlights.matched, {}));
    if (m_highlights.matched > 0)
        addFact(tr("Errors"), link(m_highlights.errors, {errorGroup(m_highlights.errorLevels)}));
    addDuplicates();
    if (const auto &times = m_highlights.times) {
        const TimeSpan &span = times->span;
        addFact(tr("Time"),
                tr("%1 to %2 (%3)", "two moments, and how long that is")
                    .arg(moment(span.first), moment(span.last), durationText(span.last - span.first)));
        if (times->strays() > 0)
            addFact(tr("Dated long before or after"),
                    link(times->strays(), outsideTimeSpan({}, span, m_summary.zone).groups()));
    }
    addFact(tr("Time zone"), QString::fromUtf8(m_summary.zone.id()));
}

/// Those of before are told until the new ones are known.
void SheetWriter::addDuplicates()
{
    if (m_summary.duplicates)
        addFact(tr("Repeated", "records that repeat an earlier one"),
                link(*m_summary.duplicates, {valueGroup(Field::Is, u"duplicate"_s)}));
    else if (m_summary.countsDuplicates)
        m_sheet.facts.append(
            {tr("Repeated", "records that repeat an earlier one"), tr("These are being counted."), {}, true});
}

void SheetWriter::addOwners()
{
    SummarySection section{Topic::Owners, tr("Who can end the errors"), {}, {}, 0};
    if (m_highlights.ownersOfErrors.isEmpty())
        section.note = tr("No record is an error.");
    for (const FacetCount &owner : m_highlights.ownersOfErrors) {
        SummaryLine line;
        line.text = ownerWord(ownerFromToken(owner.value).value_or(Owner::Unknown));
        line.remark = share(owner.count, m_highlights.errors);
        line.share = double(owner.count);
        line.links = {link(owner.count, {errorGroup(m_highlights.errorLevels), valueGroup(Field::Owner, owner.value)})};
        section.lines.append(line);
    }
    add(section);
}

QString SheetWriter::risingText(const LogHighlights::Rising &rising) const
{
    switch (rising.field) {
    case Field::User:
        return tr("Errors of the user %1").arg(rising.value);
    case Field::Application:
        return tr("Errors at the application %1").arg(rising.value);
    default:
        return codeText(rising.code, rising.description);
    }
}

SummaryLine SheetWriter::risingLine(const LogHighlights::Rising &rising) const
{
    const LastHour &hour = *m_highlights.lastHour;
    const QList<Group> groups = rising.field == Field::Code
        ? codeGroups(rising.kind, rising.code)
        : QList<Group>{errorGroup(m_highlights.errorLevels), valueGroup(rising.field, rising.value)};
    SummaryLine line;
    line.text = risingText(rising);
    line.share = double(rising.lastHour);
    line.links = {link(rising.lastHour, groups + QList<Group>{timeGroup(hour.begin(), hour.end, m_summary.zone)})};
    if (rising.hourBefore > 0)
        line.links.append(link(tr("%Ln in the hour before", "records", pluralOf(rising.hourBefore)), rising.hourBefore,
                               groups + QList<Group>{timeGroup(hour.beforeBegin(), hour.begin(), m_summary.zone)}));
    line.remark = rising.rise.isNew
        ? tr("new: not seen before in this log")
        : tr("usually %1 an hour", "records").arg(QLocale().toString(rising.rise.usual, 'f', 1));
    return line;
}

void SheetWriter::addRising()
{
    SummarySection section{Topic::Rising, tr("New or rising in the last hour"), {}, {}, 0};
    if (!m_highlights.lastHour)
        section.note = tr("These records are of too short a time to compare hours.");
    else if (m_highlights.rising.isEmpty())
        section.note = tr("Nothing is new or rising in the last hour.");
    else
        section.note = tr("From %1 to %2, beside the hours before.")
                           .arg(moment(m_highlights.lastHour->begin()), moment(m_highlights.lastHour->end));
    for (const LogHighlights::Rising &rising : m_highlights.rising)
        section.lines.append(risingLine(rising));
    add(section);
}

void SheetWriter::addLevels()
{
    addValues(Topic::Levels, tr("Levels"), Field::Level, m_highlights.levels);
    for (SummarySection &section : m_sheet.sections) {
        for (qsizetype i = 0; section.topic == Topic::Levels && i < section.lines.size(); ++i)
            section.lines[i].severity = severityOf(m_highlights.levels[i].value);
    }
}

void SheetWriter::addValues(Topic topic, const QString &title, Field field, const FacetCounts &counts)
{
    SummarySection section{topic, title, {}, {}, 0};
    const bool onlyAbsent = counts.size() == 1 && counts.first().value.isEmpty();
    for (const FacetCount &facet : onlyAbsent ? FacetCounts() : counts)
        section.lines.append({valueText(facet.value),
                              share(facet.count, m_highlights.matched),
                              {link(facet.count, {valueGroup(field, facet.value)})},
                              {},
                              double(facet.count)});
    add(section);
}

void SheetWriter::addErrorsOf(Topic topic, const QString &title, Field field, const FacetCounts &counts)
{
    SummarySection section{topic, title, {}, {}, 0};
    for (const FacetCount &facet : counts)
        section.lines.append(
            {facet.value,
             {},
             {link(facet.count, {errorGroup(m_highlights.errorLevels), valueGroup(field, facet.value)})},
             {},
             double(facet.count)});
    add(section);
    // How many there are besides is not counted.
    if (!m_sheet.sections.isEmpty() && m_sheet.sections.last().topic == topic)
        m_sheet.sections.last().more = 0;
}

void SheetWriter::addCodes()
{
    SummarySection section{Topic::Codes, tr("Events"), {}, {}, 0};
    for (const LogHighlights::Code &code : m_highlights.codes) {
        SummaryLine line;
        line.text = codeText(code.code, code.description);
        if (code.code != noCode)
            line.severity = severityOf(code.level);
        line.share = double(code.count);
        line.links = {link(code.count, codeGroups(code.kind, code.code))};
        section.lines.append(line);
    }
    add(section);
}

void SheetWriter::addUnknownCodes()
{
    SummarySection section{Topic::UnknownCodes, tr("Codes that the catalog lacks"), {}, {}, 0};
    for (const LogHighlights::Code &code : m_highlights.codes) {
        if (code.unknown)
            section.lines.append({codeText(code.code, code.description),
                                  code.kind == Kind::User ? QString() : kindWord(code.kind),
                                  {link(code.count, codeGroups(code.kind, code.code))},
                                  {},
                                  0});
    }
    add(section);
}

void SheetWriter::addDrift()
{
    SummarySection section{Topic::Drift, tr("Texts that differ from the catalog’s"), {}, {}, 0};
    for (const LogHighlights::Code &code : m_highlights.codes) {
        SummaryLine line{codeText(code.code, code.description), {}, {}, {}, 0};
        const auto addLink = [&](qint64 count, const QString &text, const QString &flag) {
            if (count > 0)
                line.links.append(
                    link(text, count, codeGroups(code.kind, code.code) + QList<Group>{valueGroup(Field::Is, flag)}));
        };
        addLink(code.drift, tr("%Ln in other words", "records", pluralOf(code.drift)), u"drift"_s);
        addLink(code.formDrift, tr("%Ln in another form", "records", pluralOf(code.formDrift)), u"formdrift"_s);
        if (!line.links.isEmpty())
            section.lines.append(line);
    }
    add(section);
}

void SheetWriter::addGaps()
{
    SummarySection section{Topic::Gaps, tr("No records for unusually long"), {}, {}, 0};
    for (const Silence &silence : m_highlights.silences) {
        if (section.lines.size() == mostGaps)
            break;
        section.lines.append({tr("%1 to %2", "two moments").arg(moment(silence.begin), moment(silence.end)),
                              silence.usual >= 2 * MinuteTimes::minuteMs
                                  ? tr("around it every %1").arg(durationText(silence.usual))
                                  : tr("around it every minute"),
                              {link(durationText(silence.length()), silence.records,
                                    {timeGroup(silence.begin, silence.end + 1, m_summary.zone)})},
                              {},
                              0});
    }
    section.more = qint64(m_highlights.silences.size()) - section.lines.size();
    add(section);
}

void SheetWriter::addFiles()
{
    if (m_summary.oddities.parts.size() < 2)
        return;
    SummarySection section{Topic::Files, tr("Files"), {}, {}, 0};
    for (const LogOddities::Part &part : m_summary.oddities.parts) {
        const Group group = valueGroup(Field::File, part.path);
        const TermMatcher matcher(group.first(), {});
        qint64 records = 0;
        for (const LogOddities::Part &other : m_summary.oddities.parts) {
            if (matcher.matchesValue(other.path) || matcher.matchesValue(QFileInfo(other.path).fileName()))
                records += other.records;
        }
        section.lines.append({QFileInfo(part.path).fileName(),
                              formatWord(part.format),
                              {linkOfAll(records, group)},
                              {},
                              double(records)});
    }
    add(section);
}

void SheetWriter::addOddities()
{
    const LogOddities &oddities = m_summary.oddities;
    SummarySection section{Topic::Oddities, tr("The file itself"), {}, {}, 0};
    const auto addLine = [&section](const QString &text, const QString &remark, const QList<SummaryLink> &links) {
        section.lines.append({text, remark, links, {}, 0});
    };
    if (!oddities.trouble.isEmpty())
        addLine(oddities.trouble, {}, {});
    if (oddities.notUnderstood > 0)
        addLine(tr("Lines that could not be understood"), {},
                {linkOfAll(oddities.notUnderstood, valueGroup(Field::Is, u"notunderstood"_s))});
    if (oddities.withoutTime > 0)
        addLine(tr("Records without a time"), {}, {linkOfAll(oddities.withoutTime, valueGroup(Field::Time, {}))});
    if (oddities.invalidBytes > 0)
        addLine(tr("%Ln byte(s) are no text of the encoding", nullptr, pluralOf(oddities.invalidBytes)), {}, {});
    if (oddities.outOfOrder > 0)
        addLine(tr("%Ln record(s) are not in the order of time", nullptr, pluralOf(oddities.outOfOrder)),
                oddities.newestFirst ? tr("the newest is first in this file") : QString(), {});
    if (oddities.largestJump)
        addLine(tr("The clock jumps %Ln time(s), by %1 at the most", nullptr, pluralOf(oddities.jumps))
                    .arg(durationText(oddities.largestJump->back)),
                {},
                {{moment(oddities.largestJump->time), oddities.largestJump->records,
                  Query({timeGroup(oddities.largestJump->time, oddities.largestJump->time + 1, m_summary.zone)})}});
    if (section.lines.isEmpty())
        section.note = tr("Nothing is odd about the file.");
    add(section);
}

SummarySheet SheetWriter::write()
{
    addFacts();
    if (m_highlights.matched > 0) {
        addOwners();
        addRising();
        addLevels();
        addCodes();
        addErrorsOf(Topic::Users, tr("Users with the most errors"), Field::User, m_highlights.usersByErrors);
        addErrorsOf(Topic::Applications, tr("Applications with the most errors"), Field::Application,
                    m_highlights.applicationsByErrors);
        addGaps();
        addUnknownCodes();
        addDrift();
        addValues(Topic::Methods, tr("Methods"), Field::Method, m_highlights.methods);
    }
    addFiles();
    addOddities();
    return m_sheet;
}

} // namespace

const SummarySection *SummarySheet::section(SummarySection::Topic topic) const
{
    const auto found = std::find_if(sections.begin(), sections.end(),
                                    [topic](const SummarySection &section) { return section.topic == topic; });
    return found == sections.end() ? nullptr : &*found;
}

SummarySheet summarySheet(const LogSummary &summary)
{
    return SheetWriter(summary).write();
}

} // namespace evident
