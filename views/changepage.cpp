#include "changepage.h"

#include "theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QTextDocument>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal margin = 12;
constexpr qreal nameGap = 12;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::ChangePage)
};

/// A fact that is a word or two: the old one goes as a whole, the new one comes as a whole.
QList<TextPiece> wholeChange(const QString &before, const QString &after)
{
    if (before == after)
        return {{TextPiece::Side::Both, after}};
    QList<TextPiece> pieces;
    if (!before.isEmpty())
        pieces.append({TextPiece::Side::Before, before});
    if (!before.isEmpty() && !after.isEmpty())
        pieces.append({TextPiece::Side::Both, u" → "_s});
    if (!after.isEmpty())
        pieces.append({TextPiece::Side::After, after});
    return pieces;
}

QList<TextPiece> oneSide(const QList<TextPiece> &pieces, TextPiece::Side side)
{
    QList<TextPiece> kept;
    std::ranges::copy_if(pieces, std::back_inserter(kept), [side](const TextPiece &piece) {
        return piece.side == TextPiece::Side::Both || piece.side == side;
    });
    return kept;
}

} // namespace

ChangePage::ChangePage(const Theme &theme, const QFont &font)
    : m_theme(theme),
      m_font(font)
{ }

void ChangePage::begin(QTextDocument *document)
{
    document->clear();
    document->setDefaultFont(m_font);
    document->setDocumentMargin(margin);
    m_cursor = QTextCursor(document);
    m_blockIsFree = true;
}

QTextCharFormat ChangePage::ink(const QColor &color) const
{
    QTextCharFormat format;
    format.setForeground(color);
    return format;
}

QTextCharFormat ChangePage::format(TextPiece::Side side) const
{
    const ColorTokens &colors = m_theme.colors();
    if (side == TextPiece::Side::Both)
        return ink(colors.text);
    const bool added = side == TextPiece::Side::After;
    QTextCharFormat format = ink(added ? colors.added.ink : colors.removed.ink);
    format.setBackground(added ? colors.added.tint : colors.removed.tint);
    format.setFontUnderline(added);
    format.setFontStrikeOut(!added);
    return format;
}

void ChangePage::startBlock(qreal spaceAbove)
{
    QTextBlockFormat block;
    block.setTopMargin(m_cursor.position() == 0 ? 0 : spaceAbove);
    if (m_blockIsFree) {
        m_cursor.setBlockFormat(block);
        m_cursor.setBlockCharFormat(QTextCharFormat());
    } else {
        m_cursor.insertBlock(block, QTextCharFormat());
    }
    m_blockIsFree = false;
}

void ChangePage::writeTitle(const QString &text)
{
    startBlock(0);
    QTextCharFormat title = ink(m_theme.colors().text);
    title.setFontPointSize(m_font.pointSizeF() * 1.25);
    title.setFontWeight(QFont::DemiBold);
    m_cursor.insertText(visibleText(text), title);
}

void ChangePage::writeHeading(const QString &text)
{
    startBlock(16);
    QTextCharFormat heading = ink(m_theme.colors().text);
    heading.setFontWeight(QFont::DemiBold);
    m_cursor.insertText(visibleText(text), heading);
}

void ChangePage::writeText(const QString &text)
{
    startBlock(2);
    m_cursor.insertText(visibleText(text), ink(m_theme.colors().mutedText));
}

QList<ChangePage::Line> ChangePage::lines(const CatalogEntry &entry)
{
    const auto whole = [](const QString &text) { return QList<TextPiece>{{TextPiece::Side::Both, text}}; };
    return {{Messages::tr("Description"), whole(entry.description)},
            {Messages::tr("Level"), whole(entry.level)},
            {Messages::tr("Category"), whole(entry.category)}};
}

QList<ChangePage::Line> ChangePage::lines(const CatalogEntry &before, const CatalogEntry &after)
{
    QList<Line> lines;
    if (before.description == after.description) {
        lines.append({Messages::tr("Description"), {{TextPiece::Side::Both, after.description}}});
    } else {
        const QList<TextPiece> pieces = wordDifference(before.description, after.description);
        lines.append({Messages::tr("Before", "the old text"), oneSide(pieces, TextPiece::Side::Before)});
        lines.append({Messages::tr("Now", "the new text"), oneSide(pieces, TextPiece::Side::After)});
    }
    lines.append({Messages::tr("Level"), wholeChange(before.level, after.level)});
    lines.append({Messages::tr("Category"), wholeChange(before.category, after.category)});
    return lines;
}

void ChangePage::writePieces(QTextCursor cursor, const QList<TextPiece> &pieces) const
{
    for (const TextPiece &piece : pieces)
        cursor.insertText(visibleText(piece.text), format(piece.side));
}

void ChangePage::writeChange(const std::optional<CatalogEntry> &before, const std::optional<CatalogEntry> &after)
{
    if (!before && !after)
        return;
    const QList<Line> rows = before && after ? lines(*before, *after) : lines(before ? *before : *after);
    qreal nameWidth = 0;
    for (const Line &row : rows)
        nameWidth = std::max(nameWidth, QFontMetricsF(m_font).horizontalAdvance(row.name));

    startBlock(0);
    QTextTableFormat table;
    table.setTopMargin(4);
    table.setBottomMargin(12); // the margin of the block that follows does not count
    table.setBorder(0);
    table.setCellSpacing(0);
    table.setCellPadding(2);
    table.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    table.setColumnWidthConstraints(
        {QTextLength(QTextLength::FixedLength, nameWidth + nameGap), QTextLength(QTextLength::VariableLength, 0)});
    QTextFrame *outer = m_cursor.currentFrame();
    QTextTable *written = m_cursor.insertTable(int(rows.size()), 2, table);
    for (int row = 0; row < rows.size(); ++row) {
        written->cellAt(row, 0).firstCursorPosition().insertText(rows[row].name, ink(m_theme.colors().mutedText));
        writePieces(written->cellAt(row, 1).firstCursorPosition(), rows[row].pieces);
    }
    m_cursor = outer->lastCursorPosition();
    m_blockIsFree = true;
}

} // namespace evident
