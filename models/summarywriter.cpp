#include "summarywriter.h"

#include "filteredlog.h"
#include "findingswriter.h"
#include "highlightswriter.h"
#include "jsonwriter.h"
#include "masker.h"
#include "normalisedrecord.h"
#include "texttable.h"
#include "words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// How many of a list a person is shown.
constexpr qsizetype shownMost = 10;

QString zoneName(const QTimeZone &zone)
{
    return QString::fromUtf8(zone.id());
}

void writeFile(JsonWriter &json, const SummaryReport::File &file)
{
    json.beginObject();
    json.key("path"_L1);
    json.text(file.path);
    json.key("format"_L1);
    json.textOrNull(file.format);
    json.key("encoding"_L1);
    json.textOrNull(file.encoding);
    json.key("compression"_L1);
    json.textOrNull(file.compression);
    json.key("bytes"_L1);
    json.number(file.bytes);
    json.key("records"_L1);
    json.number(file.records);
    json.key("notUnderstood"_L1);
    json.number(file.notUnderstood);
    json.key("error"_L1);
    json.textOrNull(file.error);
    json.endObject();
}

void writeFacet(JsonWriter &json, QLatin1StringView list, QLatin1StringView name, const FacetCounts &counts)
{
    json.key(list);
    json.beginArray();
    for (const FacetCount &facet : counts) {
        json.beginObject();
        json.key(name);
        json.textOrNull(facet.value);
        json.key("count"_L1);
        json.number(facet.count);
        json.endObject();
    }
    json.endArray();
}

void writeCode(JsonWriter &json, const Summary::Code &code)
{
    json.beginObject();
    json.key("kind"_L1);
    json.textOrNull(kindToken(code.kind));
    json.key("code"_L1);
    if (code.code == noCode)
        json.null();
    else
        json.number(code.code);
    json.key("level"_L1);
    json.textOrNull(code.level);
    json.key("category"_L1);
    json.textOrNull(code.category);
    json.key("description"_L1);
    json.textOrNull(code.description);
    json.key("known"_L1);
    json.boolean(code.known);
    json.key("count"_L1);
    json.number(code.count);
    json.endObject();
}

void writeUser(JsonWriter &json, const Summary::User &user)
{
    json.beginObject();
    json.key("user"_L1);
    json.textOrNull(user.user);
    json.key("count"_L1);
    json.number(user.count);
    json.key("errors"_L1);
    json.number(user.errors);
    json.endObject();
}

void writeCounts(JsonWriter &json, const Summary &summary)
{
    json.key("records"_L1);
    json.number(summary.records);
    json.key("matched"_L1);
    json.number(summary.matched);
    json.key("notUnderstood"_L1);
    json.number(summary.notUnderstood);
    json.key("duplicates"_L1);
    json.number(summary.duplicates);
    json.key("unknownCode"_L1);
    json.number(summary.unknownCode);
    json.key("textDrift"_L1);
    json.number(summary.textDrift);
    json.key("formDrift"_L1);
    json.number(summary.formDrift);
    json.key("firstTime"_L1);
    json.textOrNull(utcTimeText(summary.firstTime));
    json.key("lastTime"_L1);
    json.textOrNull(utcTimeText(summary.lastTime));
}

QString number(qint64 count)
{
    return QLocale().toString(count);
}

/// A plural takes an int; a count beyond it is plural in any language.
int pluralOf(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString labelOf(const QString &value)
{
    return value.isEmpty() ? QCoreApplication::translate("evident::SummaryWriter", "(none)") : value;
}

QString fileTable(const QList<SummaryReport::File> &files)
{
    TextTable table;
    for (const SummaryReport::File &file : files) {
        QStringList facts;
        if (!file.format.isEmpty()) {
            facts << file.format << file.encoding
                  << QCoreApplication::translate("evident::SummaryWriter", "%Ln record(s)", nullptr,
                                                 pluralOf(file.records));
            if (file.compression != "none"_L1 && !file.compression.isEmpty())
                facts.insert(1, file.compression);
        }
        if (file.notUnderstood > 0)
            facts << QCoreApplication::translate("evident::SummaryWriter", "%Ln not understood", nullptr,
                                                 pluralOf(file.notUnderstood));
        if (!file.suggestedEncoding.isEmpty())
            facts << QCoreApplication::translate("evident::SummaryWriter", "bytes that are no text; try --encoding %1")
                         .arg(file.suggestedEncoding);
        if (!file.guess.isEmpty())
            facts << file.guess;
        if (!file.error.isEmpty())
            facts << file.error;
        table.addRow({file.path, facts.join(u" · "_s)});
    }
    return table.toString();
}

QString facetTable(const QString &title, const FacetCounts &counts)
{
    TextTable table({0}, 2);
    for (const FacetCount &facet : counts.mid(0, shownMost))
        table.addRow({number(facet.count), labelOf(facet.value)});
    QString text = u'\n' + title + u'\n' + table.toString();
    if (counts.size() > shownMost)
        text += u"  "_s
            + QCoreApplication::translate("evident::SummaryWriter", "and %Ln more", nullptr,
                                          pluralOf(counts.size() - shownMost))
            + u'\n';
    return text;
}

/// Nothing is said of a facet that no record has.
QString optionalFacetTable(const QString &title, const FacetCounts &counts)
{
    const bool onlyAbsent = counts.isEmpty() || (counts.size() == 1 && counts.first().value.isEmpty());
    return onlyAbsent ? QString() : facetTable(title, counts);
}

/// The counts with the tokens replaced by words.
FacetCounts inWords(FacetCounts owners)
{
    for (FacetCount &facet : owners)
        facet.value = ownerWord(ownerFromToken(facet.value).value_or(Owner::Unknown));
    return owners;
}

QString codeTable(const QList<Summary::Code> &codes)
{
    TextTable table({0, 1}, 2);
    for (const Summary::Code &code : codes.mid(0, shownMost)) {
        if (code.code == noCode)
            table.addRow(
                {number(code.count), {}, {}, QCoreApplication::translate("evident::SummaryWriter", "(no code)")});
        else
            table.addRow({number(code.count), QString::number(code.code), code.level,
                          code.known ? code.description
                                     : code.description + u' '
                                  + QCoreApplication::translate("evident::SummaryWriter", "(%1, not in the catalog)")
                                        .arg(kindToken(code.kind))});
    }
    QString text = u'\n' + QCoreApplication::translate("evident::SummaryWriter", "Events") + u'\n' + table.toString();
    if (codes.size() > shownMost)
        text += u"  "_s
            + QCoreApplication::translate("evident::SummaryWriter", "and %Ln more", nullptr,
                                          pluralOf(codes.size() - shownMost))
            + u'\n';
    return text;
}

QString userTable(QList<Summary::User> users)
{
    std::stable_sort(users.begin(), users.end(),
                     [](const Summary::User &left, const Summary::User &right) { return left.errors > right.errors; });
    if (users.isEmpty() || (users.size() == 1 && users.first().user.isEmpty()))
        return {};
    TextTable table({0, 1}, 2);
    table.addRow({QCoreApplication::translate("evident::SummaryWriter", "errors"),
                  QCoreApplication::translate("evident::SummaryWriter", "records"),
                  QCoreApplication::translate("evident::SummaryWriter", "user")});
    for (const Summary::User &user : users.mid(0, shownMost))
        table.addRow({number(user.errors), number(user.count), labelOf(user.user)});
    QString text = u'\n' + QCoreApplication::translate("evident::SummaryWriter", "Users with the most errors") + u'\n'
        + table.toString();
    if (users.size() > shownMost)
        text += u"  "_s
            + QCoreApplication::translate("evident::SummaryWriter", "and %Ln more", nullptr,
                                          pluralOf(users.size() - shownMost))
            + u'\n';
    return text;
}

QString remarks(const SummaryReport &report)
{
    const Summary &summary = report.summary;
    QStringList lines;
    if (summary.matched == summary.records)
        lines << QCoreApplication::translate("evident::SummaryWriter", "%Ln record(s).", nullptr,
                                             pluralOf(summary.records));
    else
        lines << QCoreApplication::translate("evident::SummaryWriter", "%Ln record(s), of which %1 match.", nullptr,
                                             pluralOf(summary.records))
                     .arg(number(summary.matched));
    if (summary.firstTime && summary.lastTime) {
        const auto local = [&report](qint64 ms) {
            return QDateTime::fromMSecsSinceEpoch(ms, report.zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
        };
        lines << QCoreApplication::translate("evident::SummaryWriter", "From %1 to %2, times in %3.")
                     .arg(local(*summary.firstTime), local(*summary.lastTime), zoneName(report.zone));
    }
    lines << QCoreApplication::translate("evident::SummaryWriter", "Times without a zone are read as %1.")
                 .arg(zoneName(report.inputZone));
    const auto remark = [&lines](qint64 count, const char *text) {
        if (count > 0)
            lines << QCoreApplication::translate("evident::SummaryWriter", text, nullptr, pluralOf(count));
    };
    remark(report.folded,
           QT_TRANSLATE_N_NOOP("evident::SummaryWriter", "%Ln record(s) dropped that repeat an earlier one."));
    remark(summary.notUnderstood,
           QT_TRANSLATE_N_NOOP("evident::SummaryWriter", "%Ln record(s) could not be understood."));
    remark(summary.duplicates, QT_TRANSLATE_N_NOOP("evident::SummaryWriter", "%Ln record(s) repeat an earlier one."));
    remark(summary.unknownCode,
           QT_TRANSLATE_N_NOOP("evident::SummaryWriter", "%Ln record(s) with a code that the catalog lacks."));
    remark(
        summary.textMatch,
        QT_TRANSLATE_N_NOOP("evident::SummaryWriter", "%Ln record(s) without a code, found in the catalog by text."));
    remark(summary.ambiguous,
           QT_TRANSLATE_N_NOOP("evident::SummaryWriter", "%Ln record(s) whose text stands for several codes."));
    remark(summary.textDrift,
           QT_TRANSLATE_N_NOOP("evident::SummaryWriter", "%Ln record(s) with other words than the catalog's."));
    remark(summary.formDrift,
           QT_TRANSLATE_N_NOOP("evident::SummaryWriter", "%Ln record(s) that differ from the catalog in form only."));
    return lines.join(u'\n') + u'\n';
}

} // namespace

SummaryReport summaryReport(const FilteredLog &filtered, const QTimeZone &zone, const QTimeZone &inputZone)
{
    SummaryReport report;
    report.summary = filtered.summary();
    report.zone = zone;
    report.inputZone = inputZone;
    for (const FilteredLog::File &file : filtered.files()) {
        SummaryReport::File line;
        line.path = file.path;
        line.error = file.error;
        if (file.part) {
            const LogInfo &info = filtered.log()->partInfo(*file.part);
            const LogPartResult &result = filtered.log()->partResult(*file.part);
            line.format = info.formatName;
            line.encoding = info.encoding;
            line.guess = info.guess;
            line.suggestedEncoding = filtered.log()->suggestedEncoding(*file.part);
            line.compression = info.compression;
            line.bytes = info.bytes;
            line.records = result.rowsEnd - result.rowsBegin;
            line.notUnderstood = result.notUnderstood;
        }
        report.files.append(line);
    }
    if (const std::shared_ptr<Log> &log = filtered.log()) {
        LogSummary highlights;
        highlights.zone = zone;
        highlights.highlights = logHighlights(*log, filtered.resolution(), filtered.rows());
        highlights.oddities = logOddities(*log);
        report.highlights = std::move(highlights);
    }
    return report;
}

SummaryReport maskedReport(const SummaryReport &report, Masker &masker)
{
    SummaryReport result = report;
    const auto mask = [&masker](QString &text) { text = masker.masked(text); };
    for (SummaryReport::File &file : result.files) {
        mask(file.path);
        mask(file.error);
    }
    for (FacetCounts *counts : {&result.summary.byLevel, &result.summary.byCategory, &result.summary.byMethod,
                                &result.summary.byApplication}) {
        for (FacetCount &facet : *counts)
            mask(facet.value);
    }
    for (Summary::Code &code : result.summary.byCode) {
        mask(code.level);
        mask(code.category);
        mask(code.description);
    }
    for (Summary::User &user : result.summary.byUser)
        mask(user.user);
    if (result.highlights)
        result.highlights = maskedSummary(*result.highlights, masker);
    result.findings = maskedFindings(report.findings, masker);
    return result;
}

QByteArray summaryJson(const SummaryReport &report)
{
    const Summary &summary = report.summary;
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    json.key("files"_L1);
    json.beginArray();
    for (const SummaryReport::File &file : report.files)
        writeFile(json, file);
    json.endArray();
    writeCounts(json, summary);
    json.key("zone"_L1);
    json.text(zoneName(report.zone));
    json.key("inputZone"_L1);
    json.text(zoneName(report.inputZone));
    writeFacet(json, "byLevel"_L1, "level"_L1, summary.byLevel);
    writeFacet(json, "byCategory"_L1, "category"_L1, summary.byCategory);
    json.key("byCode"_L1);
    json.beginArray();
    for (const Summary::Code &code : summary.byCode)
        writeCode(json, code);
    json.endArray();
    json.key("byUser"_L1);
    json.beginArray();
    for (const Summary::User &user : summary.byUser)
        writeUser(json, user);
    json.endArray();
    writeFacet(json, "byMethod"_L1, "method"_L1, summary.byMethod);
    writeFacet(json, "byApplication"_L1, "application"_L1, summary.byApplication);
    writeFacet(json, "byOwner"_L1, "owner"_L1, summary.byOwner);
    if (report.highlights)
        writeHighlights(json, *report.highlights);
    json.key("findings"_L1);
    writeFindings(json, report.findings);
    json.endObject();
    return json.take() + '\n';
}

QByteArray summaryText(const SummaryReport &report)
{
    const Summary &summary = report.summary;
    QString text = fileTable(report.files) + u'\n' + remarks(report);
    if (summary.matched > 0) {
        text += facetTable(QCoreApplication::translate("evident::SummaryWriter", "Levels"), summary.byLevel);
        text += codeTable(summary.byCode);
        text += userTable(summary.byUser);
        text +=
            optionalFacetTable(QCoreApplication::translate("evident::SummaryWriter", "Categories"), summary.byCategory);
        text += optionalFacetTable(QCoreApplication::translate("evident::SummaryWriter", "Methods"), summary.byMethod);
        text += optionalFacetTable(QCoreApplication::translate("evident::SummaryWriter", "Applications"),
                                   summary.byApplication);
        text +=
            facetTable(QCoreApplication::translate("evident::SummaryWriter", "Who can act"), inWords(summary.byOwner));
    }
    if (report.highlights)
        text += highlightsText(*report.highlights);
    text += findingsText(report.findings, report.zone);
    return text.toUtf8();
}

} // namespace evident
