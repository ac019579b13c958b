#pragma once

#include "catalogdiff.h"

#include <QTextCursor>
#include <QTextTable>

#include <optional>

namespace evident {

class Theme;

/// Writes into a document what an entry was and what it is, word by word: what went is struck through, what came is
/// underlined. Piece by piece and never as markup.
class ChangePage
{
public:
    ChangePage(const Theme &theme, const QFont &font);

    /// Empties the document; what is written next begins it.
    void begin(QTextDocument *document);
    void writeTitle(const QString &text);
    void writeHeading(const QString &text);
    void writeText(const QString &text);
    /// A table of the vendor's facts. One of the two may be absent: then the other one stands alone, unmarked.
    void writeChange(const std::optional<CatalogEntry> &before, const std::optional<CatalogEntry> &after);

private:
    struct Line
    {
        QString name;
        QList<TextPiece> pieces;
    };
    static QList<Line> lines(const CatalogEntry &entry);
    static QList<Line> lines(const CatalogEntry &before, const CatalogEntry &after);
    void startBlock(qreal spaceAbove);
    void writePieces(QTextCursor cursor, const QList<TextPiece> &pieces) const;
    QTextCharFormat format(TextPiece::Side side) const;
    QTextCharFormat ink(const QColor &color) const;

    const Theme &m_theme;
    QFont m_font;
    QTextCursor m_cursor;
    bool m_blockIsFree = true; ///< the cursor stands in an empty block that nothing needs
};

} // namespace evident
