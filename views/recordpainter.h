#pragma once

#include "event.h"
#include "resolution.h"

#include <QFont>
#include <QFontMetrics>
#include <QModelIndex>

#include <optional>

class QPainter;
class QRect;

namespace evident {

class Icons;
class Theme;

/// How records are painted in rows: tint, severity bar, icon and word, muted prefixes. It knows the roles of roles.h
/// and no model.
class RecordPainter
{
public:
    static constexpr int padding = 4; ///< left and right, inside a cell
    static constexpr int barWidth = 3;
    static constexpr int iconSize = 16;
    /// Left of the first column; the selection's severity bar and the bookmark stand in it.
    static constexpr int gutter = barWidth + 1 + iconSize;

    struct Column
    {
        int logical = 0;
        int x = 0; ///< in the viewport
        int width = 0;
        bool showsSeverity = false;
        bool showsUnknown = false;
        bool showsDrift = false;
    };
    struct Row
    {
        std::optional<Severity> severity; ///< nothing for rows that are no events
        EventFlags flags;
        bool alternate = false;
        bool selected = false;
        bool bookmarked = false;
        bool context = false; ///< beside what was looked for: dimmed
    };

    RecordPainter(const Theme &theme, const Icons &icons);

    void setFont(const QFont &font);
    int rowHeight() const { return m_metrics.height() + 6; }
    /// What a cell needs for this text, its padding and its icon.
    int cellWidth(const QString &text, bool fixedFont, bool withIcon) const;
    /// What this cell needs to show the whole of its text.
    int neededWidth(const QModelIndex &index, const Column &column) const;

    /// The facts of a row; `index` is any of its cells.
    static Row factsOf(const QModelIndex &index);
    /// Those that a drift mark stands for.
    static EventFlags driftFlags();
    void paintBackground(QPainter *painter, const QRect &rect, const Row &row) const;
    /// What stands in the gutter, which begins at `x`.
    void paintGutter(QPainter *painter, int x, const QRect &rect, const Row &row) const;
    void paintCell(QPainter *painter, const QRect &rect, const QModelIndex &index, const Row &row,
                   const Column &column) const;
    void paintFocus(QPainter *painter, const QRect &rect) const;

private:
    struct Text;
    struct Mark;
    std::optional<Mark> markOf(const Row &row, const Column &column, qreal ratio = 1) const;
    void paintText(QPainter *painter, const QRect &rect, const Text &text) const;

    const Theme &m_theme;
    const Icons &m_icons;
    QFont m_font;
    QFont m_fixedFont;
    QFontMetrics m_metrics;
    QFontMetrics m_fixedMetrics;
};

} // namespace evident
