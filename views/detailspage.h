#pragma once

#include "recorddetails.h"

#include <QTextBlockFormat>
#include <QTextCharFormat>
#include <QTextCursor>
#include <QTimeZone>
#include <QUrl>

class QTextDocument;

namespace evident {

class Icons;
class Theme;

/// Writes details into a document, piece by piece and never as markup: what comes out of a log stays text.
class DetailsPage
{
public:
    DetailsPage(const Theme &theme, const Icons &icons, const QFont &font, qreal devicePixelRatio);

    struct Options
    {
        QTimeZone zone = QTimeZone::utc();
        bool indentRaw = false;
        qint64 rawPage = 0; ///< of the raw record, which is shown in pages when it is longer than `rawLimit`
        QString rawPageText; ///< of a record that is read in pages
        bool saysReading = false; ///< that the file is being read
    };
    static constexpr qsizetype rawLimit = 32 * 1024; ///< characters
    static constexpr qsizetype valueLimit = 4 * 1024;
    static constexpr qsizetype fieldLimit = 400;

    /// Replaces what the document holds.
    void write(QTextDocument *document, const RecordDetails &details, const Options &options);

    // The page's only links.
    static QUrl entryLink(const EventKey &key);
    static std::optional<EventKey> entryOfLink(const QUrl &link);
    static QUrl rawPageLink(qint64 page);
    static std::optional<qint64> rawPageOfLink(const QUrl &link);

private:
    struct Row
    {
        QString name;
        QString value;
    };
    void writeHeadline(const RecordDetails &details);
    void writeLevelLine(const RecordDetails &details);
    void writeRemarks(const RecordDetails &details);
    void writeGuidance(const Guidance &guidance);
    void writeFacts(const RecordDetails &details);
    void writeRelated(const RecordDetails &details);
    void writeRecord(const RecordDetails &details, const Options &options);
    void writeRaw(const RecordDetails &details, const Options &options);
    void writeRawText(const QString &text);
    void writePageLinks(qint64 page, qint64 pages);

    void startBlock(qreal spaceAbove);
    void startHangingBlock(qreal hang);
    void writeParagraph(const QString &text);
    void writeSmallPrint(const QString &text);
    void writeItem(const QString &mark, const QString &text);
    void writeHeading(const QString &text);
    void writeRule();
    void flattenFreeBlock();
    void writeBox(const QString &text, const QColor &color);
    void writeTable(const QList<Row> &rows);
    void writeShape(const QString &name, const QPixmap &pixmap);
    QTextCharFormat ink(const QColor &color) const;
    QTextCharFormat linkFormat(const QUrl &target) const;

    const Theme &m_theme;
    const Icons &m_icons;
    QFont m_font;
    qreal m_devicePixelRatio;
    QTextCursor m_cursor;
    bool m_blockIsFree =
        true; ///< the cursor stands in an empty block that nothing needs: the first one, or the one behind a frame
};

} // namespace evident
