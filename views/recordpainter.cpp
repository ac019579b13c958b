#include "recordpainter.h"

#include "icons.h"
#include "roles.h"
#include "theme.h"

#include <QAbstractItemModel>
#include <QFontDatabase>
#include <QPainter>
#include <QtMath>

namespace evident {

namespace {

constexpr int iconGap = 4;
constexpr double focusWidth = 2;
constexpr double contextOpacity = 0.6;
/// No cell is wide enough for more; a record may be megabytes.
constexpr int longestText = 4096;

QFont fixedFont(const QFont &like)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (like.pixelSize() > 0)
        font.setPixelSize(like.pixelSize());
    else
        font.setPointSizeF(like.pointSizeF());
    return font;
}

} // namespace

struct RecordPainter::Text
{
    QString text;
    int muted = 0; ///< leading characters
    Qt::Alignment alignment;
    bool fixedFont = false;
    QColor ink;
};

/// What stands before a cell's text, and the ink it gives the text.
struct RecordPainter::Mark
{
    QPixmap icon;
    QColor ink;
};

RecordPainter::RecordPainter(const Theme &theme, const Icons &icons)
    : m_theme(theme),
      m_icons(icons),
      m_metrics(m_font),
      m_fixedMetrics(m_font)
{
    setFont(m_font);
}

void RecordPainter::setFont(const QFont &font)
{
    m_font = font;
    // Kerned figures do not stand in columns: "11" would be narrower than "00".
    m_font.setKerning(false);
    m_fixedFont = fixedFont(font);
    m_metrics = QFontMetrics(m_font);
    m_fixedMetrics = QFontMetrics(m_fixedFont);
}

int RecordPainter::cellWidth(const QString &text, bool fixedFont, bool withIcon) const
{
    // Eliding measures fractions of a pixel: what is rounded down does not fit.
    const QFontMetricsF metrics(fixedFont ? m_fixedFont : m_font);
    return qCeil(metrics.horizontalAdvance(text)) + 2 * padding + (withIcon ? iconSize + iconGap : 0);
}

int RecordPainter::neededWidth(const QModelIndex &index, const Column &column) const
{
    const bool withIcon = markOf(factsOf(index), column).has_value();
    const QString text = index.data(Qt::DisplayRole).toString().left(longestText);
    return cellWidth(text, index.data(FixedFontRole).toBool(), withIcon);
}

RecordPainter::Row RecordPainter::factsOf(const QModelIndex &index)
{
    Row row;
    QModelRoleData data[] = {QModelRoleData(SeverityRole), QModelRoleData(FlagsRole), QModelRoleData(BookmarkRole),
                             QModelRoleData(ContextRole)};
    index.multiData(data);
    if (data[0].data().isValid())
        row.severity = Severity(std::clamp(data[0].data().toInt(), 0, int(Severity::Unknown)));
    row.flags = EventFlags::fromInt(data[1].data().value<EventFlags::Int>());
    row.bookmarked = data[2].data().toBool();
    row.context = data[3].data().toBool();
    return row;
}

EventFlags RecordPainter::driftFlags()
{
    return EventFlag::WordDrift | EventFlag::FormDrift | EventFlag::TextMatch | EventFlag::Ambiguous;
}

void RecordPainter::paintBackground(QPainter *painter, const QRect &rect, const Row &row) const
{
    const ColorTokens &colors = m_theme.colors();
    if (row.selected) {
        painter->fillRect(rect, colors.selection);
        if (row.severity)
            painter->fillRect(rect.x(), rect.y(), barWidth, rect.height(), colors.of(*row.severity).ink);
        return;
    }
    const QColor tint = row.severity && !row.context ? colors.rowTint(*row.severity) : QColor();
    painter->fillRect(rect, tint.isValid() ? tint : row.alternate ? colors.alternate : colors.base);
}

void RecordPainter::paintGutter(QPainter *painter, int x, const QRect &rect, const Row &row) const
{
    if (!row.bookmarked)
        return;
    const qreal ratio = painter->device()->devicePixelRatio();
    const QPixmap icon = m_icons.pixmap(QStringLiteral("bookmark"), m_theme.colors().accent, iconSize, ratio);
    painter->drawPixmap(x + barWidth + 1, rect.y() + (rect.height() - iconSize) / 2, icon);
}

std::optional<RecordPainter::Mark> RecordPainter::markOf(const Row &row, const Column &column, qreal ratio) const
{
    const ColorTokens &colors = m_theme.colors();
    const auto severity = [&](Severity level) {
        return Mark{m_icons.severity(level, iconSize, ratio), colors.of(level).ink};
    };
    if (column.showsSeverity && row.severity)
        return severity(*row.severity);
    if (column.showsUnknown && row.flags.testFlag(EventFlag::UnknownCode))
        return severity(Severity::Unknown);
    if (column.showsDrift && row.flags.testAnyFlags(driftFlags())) {
        // Other words are a warning; another form, or a match by text alone, is a remark.
        const QColor ink =
            row.flags.testFlag(EventFlag::WordDrift) ? colors.of(Severity::Warning).ink : colors.mutedText;
        return Mark{m_icons.pixmap(QStringLiteral("drift"), ink, iconSize, ratio), colors.text};
    }
    return {};
}

void RecordPainter::paintCell(QPainter *painter, const QRect &rect, const QModelIndex &index, const Row &row,
                              const Column &column) const
{
    QModelRoleData data[] = {QModelRoleData(Qt::DisplayRole), QModelRoleData(Qt::TextAlignmentRole),
                             QModelRoleData(MutedRole), QModelRoleData(FixedFontRole)};
    index.multiData(data);
    Text text;
    text.text = data[0].data().toString();
    text.alignment = data[1].data().isValid() ? Qt::Alignment(data[1].data().toInt()) : Qt::AlignLeft;
    text.muted = data[2].data().toInt();
    text.fixedFont = data[3].data().toBool();
    text.ink = m_theme.colors().text;
    // What is not known yet is a hint of itself, no gap: a table does not look empty while its file is slow.
    if (!data[0].data().isValid()) {
        text.text = QChar(0x2026);
        text.muted = 1;
    }

    QRect inside = rect.adjusted(padding, 0, -padding, 0);
    if (const auto mark = markOf(row, column, painter->device()->devicePixelRatio())) {
        text.ink = mark->ink;
        painter->setOpacity(row.context ? contextOpacity : 1);
        if (inside.width() >= iconSize)
            painter->drawPixmap(inside.x(), inside.y() + (inside.height() - iconSize) / 2, mark->icon);
        painter->setOpacity(1);
        inside.setLeft(inside.left() + iconSize + iconGap);
    }
    if (row.context)
        text.ink = m_theme.colors().mutedText;
    if (inside.width() > 0 && !text.text.isEmpty())
        paintText(painter, inside, text);
}

void RecordPainter::paintText(QPainter *painter, const QRect &rect, const Text &text) const
{
    const QFontMetrics &metrics = text.fixedFont ? m_fixedMetrics : m_metrics;
    painter->setFont(text.fixedFont ? m_fixedFont : m_font);
    // What is cut here ends in an ellipsis too, as it is wider than any column.
    const QString shown = metrics.elidedText(text.text.left(longestText), Qt::ElideRight, rect.width());
    const int width = metrics.horizontalAdvance(shown);
    int x = rect.x();
    if (text.alignment & Qt::AlignRight)
        x = std::max(x, rect.right() + 1 - width);
    else if (text.alignment & Qt::AlignHCenter)
        x = std::max(x, rect.x() + (rect.width() - width) / 2);
    const int baseline = rect.y() + (rect.height() - metrics.height()) / 2 + metrics.ascent();

    const int muted = std::min<int>(text.muted, int(shown.size()));
    if (muted > 0) {
        const QString prefix = shown.left(muted);
        painter->setPen(m_theme.colors().mutedText);
        painter->drawText(x, baseline, prefix);
        x += metrics.horizontalAdvance(prefix);
    }
    painter->setPen(text.ink);
    painter->drawText(x, baseline, muted > 0 ? shown.mid(muted) : shown);
}

void RecordPainter::paintFocus(QPainter *painter, const QRect &rect) const
{
    painter->setPen(QPen(m_theme.colors().accent, focusWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(rect).adjusted(1, 1, -1, -1));
}

} // namespace evident
