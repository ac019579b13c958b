#pragma once

#include "textreader.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace evident {

class LogDocument;
class Postbox;

/// The texts of a document's rows that stand in its file alone, for the cells that show them: what is there at once,
/// the rest when it was read. What is asked for last is read first, and so are the rows around it, where a person
/// scrolls next. Of the GUI thread, which never reads and never waits for longer than a frame.
class CellTexts : public QObject
{
    Q_OBJECT

public:
    /// The document outlives this.
    explicit CellTexts(LogDocument *document, QObject *parent = nullptr);
    ~CellTexts() override;

    /// Of the row at this position of the document's rows, whose RowCells::isOwnText(). None while it is being read;
    /// arrived() tells when it is there.
    std::optional<QString> text(int position);

signals:
    void arrived(int first, int last); ///< these positions have a text, or another one: ask again

private:
    TextReader &reader();
    std::optional<TextReader::Text> waitFor(Row row, int position);
    std::vector<Row> ownTexts(qint64 first, qint64 end);
    void remember(int position);
    void endTurn();
    void takeNews();
    void forgetPlaces();
    void forgetOtherLog();

    LogDocument *m_document;
    std::shared_ptr<Postbox> m_postbox;
    std::shared_ptr<const Log> m_log; ///< that the reader reads
    std::unique_ptr<TextReader> m_reader;
    QHash<Row, int> m_places; ///< where the rows stood that were asked for
    std::vector<int> m_missing; ///< in this turn of the event loop
    std::optional<std::pair<int, int>> m_asked; ///< first and last position in this turn
    std::chrono::nanoseconds m_patience; ///< for what is left of this turn
    bool m_isSlow = false; ///< the last wait was in vain, and nothing came since
};

} // namespace evident
