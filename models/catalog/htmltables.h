#pragma once

#include "pagetitle.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace evident {

class PageBuilder;

struct HtmlElement
{
    QByteArray name; ///< lower case
    int line = 0;
    int columnSpan = 1;
    int rowSpan = 1;
};

/// Finds the tables of events in the elements of a page of HTML, which come one after another, each with its end. A
/// table is one of events from its header on, or when its rows look like events; all others are the portal's layout,
/// and what they hold is text.
class HtmlTables
{
public:
    explicit HtmlTables(PageBuilder &builder)
        : m_builder(builder)
    { }

    void startElement(const HtmlElement &element);
    void endElement(const QByteArray &name);
    void addCharacters(const QString &text, int line);
    void finish();

private:
    struct Text
    {
        int line = 0;
        TitleRank rank = TitleRank::Prose;
        QString text;
    };
    struct Cell
    {
        QList<Text> texts;
        int columnSpan = 1;
        int rowSpan = 1;
        bool isHeading = false;
    };
    /// A cell that reaches into the rows below.
    struct Above
    {
        int rows = 0;
        QString text;
    };
    struct Table
    {
        QList<Cell> row; ///< the cells of the row that is open
        int line = 0; ///< of that row
        QList<Above> above; ///< by column
        bool isEvents = false;
    };

    void startTable();
    void startRow(int line);
    void startCell(const HtmlElement &element);
    void endTable();
    void endRow();
    void endText();
    void keepText(Text text);
    void flushAsText(Table &table);
    void closeOuterRows();
    void addEvent(const Table &table, const QStringList &cells);
    static QStringList cellsOf(Table &table);

    PageBuilder &m_builder;
    QList<Table> m_tables; ///< that are open, the innermost last
    QString m_text; ///< of the line so far
    int m_textLine = 0;
    TitleRank m_rank = TitleRank::Prose;
    int m_unseen = 0; ///< elements that are open from one on that shows no text
};

} // namespace evident
