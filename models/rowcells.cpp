#include "rowcells.h"

#include "logmodel.h"
#include "words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// What a cell shows of a long text; the whole is in the details.
constexpr qsizetype maxCellText = 1000;
/// Bytes of a record that are read and compared with the columns for a cell. Of a longer one, the beginning is read.
constexpr qint64 maxReadForCell = 64 * 1024;

/// No more than shown() needs to see that there is more.
QString cut(const QString &text)
{
    return text.left(maxCellText + 1);
}

} // namespace

QString RowCells::beginning(const QString &text)
{
    return text.size() <= maxCellText ? text : text.left(maxCellText) + QChar(0x2026);
}

QString RowCells::shown(const QString &text)
{
    if (text.size() <= maxCellText)
        return visibleText(text);
    return visibleText(QStringView(text).left(maxCellText)) + QChar(0x2026);
}

const ResolvedEvent &RowCells::eventOf(Row row) const
{
    static const ResolvedEvent nothing;
    const auto shape = qsizetype(m_log.columns().shape(row));
    return shape < m_resolution.size() ? m_resolution.at(shape) : nothing;
}

QString RowCells::timeText(Row row) const
{
    const qint64 time = m_log.columns().time(row);
    return time == noTime ? QString() : momentText(time, m_zone);
}

QString RowCells::methodOf(Row row) const
{
    const quint32 own = m_log.columns().method(row);
    return own != 0 ? m_log.texts(TextColumn::Method).text(own) : eventOf(row).method;
}

bool RowCells::isOwnText(Row row) const
{
    if (!eventOf(row).description.isEmpty())
        return false;
    const EventShape shape = m_log.shape(m_log.columns().shape(row));
    // A line of text, or one that no format understood, is its own description.
    return !shape.ownDescriptionKept || shape.kind == Kind::None || !shape.understood;
}

Result<QString> RowCells::readOwnText(const Log &log, Row row)
{
    const EventShape shape = log.shape(log.columns().shape(row));
    if (!shape.ownDescriptionKept) {
        const Result<QList<RecordField>> fields = log.fields(row);
        if (!fields)
            return fields.error();
        const auto found = std::ranges::find_if(fields.value(), [](const RecordField &field) {
            return field.name.compare("eventDescription"_L1, Qt::CaseInsensitive) == 0;
        });
        return found == fields.value().end() ? QString() : cut(found->value);
    }
    constexpr qint64 wanted = 4 * maxCellText;
    const bool isLong = log.columns().record(row).length > maxReadForCell;
    const Result<QByteArray> raw = isLong ? log.rawPart(row, 0, wanted) : log.raw(row);
    if (!raw)
        return raw.error();
    return cut(QString::fromUtf8(raw.value().left(wanted)).trimmed());
}

QString RowCells::readText(Row row, int column) const
{
    if (const std::optional<QString> known = text(row, column))
        return *known;
    const Result<QString> own = readOwnText(m_log, row);
    return own ? own.value() : own.error().message;
}

QString RowCells::readMaskableText(Row row, int column) const
{
    const bool isUnknown = column == LogModel::DescriptionColumn && !m_log.shape(m_log.columns().shape(row)).understood;
    if (isUnknown)
        return LogModel::tr("(left out, as it may hold names)");
    const QString whole = readText(row, column);
    // A name that is cut in two is not found any more.
    return whole.size() <= maxCellText ? whole : whole.left(whole.lastIndexOf(u' '));
}

std::optional<QString> RowCells::text(Row row, int column) const
{
    const ResolvedEvent &event = eventOf(row);
    switch (column) {
    case LogModel::TimeColumn:
        return timeText(row);
    case LogModel::LevelColumn:
        return event.flags.testFlag(EventFlag::NotUnderstood) ? LogModel::tr("not understood") : event.level;
    case LogModel::CodeColumn:
        return event.code == noCode ? QString() : QString::number(event.code);
    case LogModel::UserColumn:
        return m_log.texts(TextColumn::User).text(m_log.columns().user(row));
    case LogModel::DescriptionColumn:
        return isOwnText(row) ? std::nullopt : std::optional(event.description);
    case LogModel::MethodColumn:
        return methodOf(row);
    case LogModel::ApplicationColumn:
        return m_log.texts(TextColumn::Application).text(m_log.columns().application(row));
    case LogModel::CategoryColumn:
        return event.category;
    case LogModel::SourceIpColumn:
        return m_log.texts(TextColumn::Address).text(m_log.columns().address(row));
    case LogModel::LineColumn:
        return QLocale().toString(m_log.columns().record(row).line);
    case LogModel::FileColumn:
        return QFileInfo(m_log.info(row).path).fileName();
    default:
        return QString();
    }
}

} // namespace evident
