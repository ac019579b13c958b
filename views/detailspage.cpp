#include "detailspage.h"

#include "detailstext.h"
#include "icons.h"
#include "indentedjson.h"
#include "theme.h"
#include "words.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QLocale>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int shapeSize = 16;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::DetailsPage)
};

/// What is shown of a value: a document must not be made to lay out megabytes. The raw record has the whole.
QString shownValue(const QString &value)
{
    if (value.size() <= DetailsPage::valueLimit)
        return visibleText(value);
    return visibleText(QStringView(value).first(DetailsPage::valueLimit)) + u'…';
}

/// Whole characters of the text.
QString pageOf(const QString &text, qint64 page)
{
    const auto border = [&text](qint64 position) {
        return position < text.size() && text[position].isLowSurrogate() ? position + 1 : position;
    };
    const qint64 begin = border(page * DetailsPage::rawLimit);
    const qint64 end = border(std::min<qint64>(text.size(), (page + 1) * DetailsPage::rawLimit));
    return text.sliced(begin, end - begin);
}

QTextLength percent(int of)
{
    return QTextLength(QTextLength::PercentageLength, qreal(of));
}

} // namespace

DetailsPage::DetailsPage(const Theme &theme, const Icons &icons, const QFont &font, qreal devicePixelRatio)
    : m_theme(theme),
      m_icons(icons),
      m_font(font),
      m_devicePixelRatio(devicePixelRatio)
{ }

QUrl DetailsPage::entryLink(const EventKey &key)
{
    return QUrl(u"evident:entry/%1/%2"_s.arg(int(key.kind)).arg(key.code));
}

std::optional<EventKey> DetailsPage::entryOfLink(const QUrl &link)
{
    const QStringList parts = link.path().split(u'/');
    if (link.scheme() != u"evident" || parts.size() != 3 || parts[0] != u"entry")
        return std::nullopt;
    bool kindOk = false;
    bool codeOk = false;
    const int kind = parts[1].toInt(&kindOk);
    const qint64 code = parts[2].toLongLong(&codeOk);
    if (!kindOk || !codeOk || kind < 0 || kind > int(Kind::Idr))
        return std::nullopt;
    return EventKey{Kind(kind), code};
}

QUrl DetailsPage::rawPageLink(qint64 page)
{
    return QUrl(u"evident:raw/%1"_s.arg(page));
}

std::optional<qint64> DetailsPage::rawPageOfLink(const QUrl &link)
{
    const QStringList parts = link.path().split(u'/');
    if (link.scheme() != u"evident" || parts.size() != 2 || parts[0] != u"raw")
        return std::nullopt;
    bool isNumber = false;
    const qint64 page = parts[1].toLongLong(&isNumber);
    return isNumber && page >= 0 ? std::optional(page) : std::nullopt;
}

void DetailsPage::write(QTextDocument *document, const RecordDetails &details, const Options &options)
{
    document->clear();
    document->setDefaultFont(m_font);
    document->setDocumentMargin(12);
    m_cursor = QTextCursor(document);
    m_blockIsFree = true;
    m_cursor.beginEditBlock();
    writeHeadline(details);
    writeLevelLine(details);
    writeRemarks(details);
    if (details.guidance)
        writeGuidance(*details.guidance);
    writeFacts(details);
    writeRelated(details);
    if (const QString remark = details.guidanceRemark(); !remark.isEmpty())
        writeSmallPrint(remark);
    if (details.isRecord) {
        writeRecord(details, options);
        writeRaw(details, options);
    }
    if (m_blockIsFree)
        flattenFreeBlock();
    m_cursor.endEditBlock();
}

void DetailsPage::startBlock(qreal spaceAbove)
{
    QTextBlockFormat format;
    format.setTopMargin(m_cursor.position() == 0 ? 0 : spaceAbove);
    if (m_blockIsFree) {
        m_cursor.setBlockFormat(format);
        m_cursor.setBlockCharFormat(QTextCharFormat());
    } else {
        m_cursor.insertBlock(format, QTextCharFormat());
    }
    m_blockIsFree = false;
}

// A document has a block between two frames whether one wants it or not: it is made as good as invisible.
void DetailsPage::flattenFreeBlock()
{
    QTextCharFormat tiny;
    tiny.setFontPointSize(1);
    m_cursor.setBlockCharFormat(tiny);
}

QTextCharFormat DetailsPage::ink(const QColor &color) const
{
    QTextCharFormat format;
    format.setForeground(color);
    return format;
}

QTextCharFormat DetailsPage::linkFormat(const QUrl &target) const
{
    QTextCharFormat format = ink(m_theme.colors().accent);
    format.setAnchor(true);
    format.setAnchorHref(target.toString());
    format.setFontUnderline(true);
    return format;
}

void DetailsPage::writeShape(const QString &name, const QPixmap &pixmap)
{
    if (pixmap.isNull())
        return;
    const QUrl url(u"evident-shape:"_s + name);
    m_cursor.document()->addResource(QTextDocument::ImageResource, url, pixmap);
    QTextImageFormat image;
    image.setName(url.toString());
    image.setWidth(shapeSize);
    image.setHeight(shapeSize);
    image.setVerticalAlignment(QTextCharFormat::AlignMiddle);
    m_cursor.insertImage(image);
}

void DetailsPage::writeHeadline(const RecordDetails &details)
{
    if (details.hasCode) {
        startBlock(0);
        QTextCharFormat code = ink(m_theme.colors().text);
        code.setFontPointSize(m_font.pointSizeF() * 1.9);
        code.setFontWeight(QFont::DemiBold);
        m_cursor.insertText(QString::number(details.key.code), code);
    }
    startBlock(2);
    QTextCharFormat title = ink(m_theme.colors().text);
    title.setFontPointSize(m_font.pointSizeF() * 1.25);
    title.setFontWeight(QFont::Medium);
    const QString description = shownValue(details.description);
    m_cursor.insertText(description.isEmpty() ? Messages::tr("No description") : description, title);
}

void DetailsPage::writeLevelLine(const RecordDetails &details)
{
    startBlock(8);
    bool first = true;
    const auto part = [&](const QString &text, const QTextCharFormat &format) {
        m_cursor.insertText(text, format);
        first = false;
    };
    const auto separate = [&] {
        if (!first)
            m_cursor.insertText(u"  ·  "_s, ink(m_theme.colors().mutedText));
    };
    if (!details.level.isEmpty()) {
        const Severity severity = severityOf(details.level);
        writeShape(u"severity-%1"_s.arg(int(severity)), m_icons.severity(severity, shapeSize, m_devicePixelRatio));
        QTextCharFormat level = ink(m_theme.colors().of(severity).ink);
        level.setFontWeight(QFont::Medium);
        part(u"\u00a0"_s + shownValue(details.level), level);
    }
    if (!details.category.isEmpty()) {
        separate();
        part(shownValue(details.category), ink(m_theme.colors().text));
    }
    if (details.outcome != Outcome::Unknown) {
        separate();
        writeShape(u"outcome-%1"_s.arg(int(details.outcome)),
                   m_icons.outcome(details.outcome, shapeSize, m_devicePixelRatio));
        part(u"\u00a0"_s + outcomeWord(details.outcome), ink(m_theme.colors().text));
    }
}

void DetailsPage::writeBox(const QString &text, const QColor &color)
{
    if (m_blockIsFree)
        flattenFreeBlock();
    QTextFrame *outer = m_cursor.currentFrame();
    QTextFrameFormat box;
    box.setBackground(m_theme.colors().alternate);
    box.setPadding(8);
    box.setTopMargin(8);
    box.setBorder(0);
    m_cursor.insertFrame(box);
    m_cursor.insertText(text, ink(color));
    m_cursor = outer->lastCursorPosition();
    m_blockIsFree = true;
}

void DetailsPage::writeRemarks(const RecordDetails &details)
{
    for (const QString &remark : details.remarks)
        writeBox(visibleText(remark), m_theme.colors().text);
}

void DetailsPage::writeParagraph(const QString &text)
{
    startBlock(4);
    m_cursor.insertText(shownValue(text), ink(m_theme.colors().text));
}

void DetailsPage::writeSmallPrint(const QString &text)
{
    startBlock(12);
    QTextCharFormat format = ink(m_theme.colors().mutedText);
    format.setFontPointSize(m_font.pointSizeF() * 0.9);
    m_cursor.insertText(text, format);
}

/// A block whose first line begins `hang` before the others; a tab leads from its beginning to where they begin.
void DetailsPage::startHangingBlock(qreal hang)
{
    startBlock(4);
    QTextBlockFormat hanging = m_cursor.blockFormat();
    hanging.setLeftMargin(hang);
    hanging.setTextIndent(-hang);
    hanging.setTabPositions({QTextOption::Tab(hang, QTextOption::LeftTab)});
    m_cursor.setBlockFormat(hanging);
}

void DetailsPage::writeItem(const QString &mark, const QString &text)
{
    startHangingBlock(8 + QFontMetricsF(m_font).horizontalAdvance(u"0."_s));
    m_cursor.insertText(mark + u'\t', ink(m_theme.colors().mutedText));
    m_cursor.insertText(shownValue(text), ink(m_theme.colors().text));
}

void DetailsPage::writeGuidance(const Guidance &guidance)
{
    writeHeading(Messages::tr("What it means"));
    writeParagraph(guidance.meaning);
    if (!guidance.causes.isEmpty())
        writeHeading(Messages::tr("Usual causes"));
    for (const QString &cause : guidance.causes)
        writeItem(u"\u2022"_s, cause);
    if (!guidance.steps.isEmpty())
        writeHeading(Messages::tr("Next steps"));
    for (qsizetype i = 0; i < guidance.steps.size(); ++i)
        writeItem(QString::number(i + 1) + u'.', guidance.steps.at(i));
    writeHeading(Messages::tr("Who can fix it"));
    writeParagraph(ownerWord(guidance.owner));
}

void DetailsPage::writeFacts(const RecordDetails &details)
{
    QList<Row> facts;
    if (!details.method.isEmpty())
        facts.append({Messages::tr("Method"), details.method});
    if (details.hasCode && details.key.kind != Kind::User)
        facts.append({Messages::tr("Kind"), kindWord(details.key.kind)});
    if (!facts.isEmpty())
        writeTable(facts);
}

void DetailsPage::writeHeading(const QString &text)
{
    startBlock(16);
    QTextCharFormat heading = ink(m_theme.colors().mutedText);
    heading.setFontPointSize(m_font.pointSizeF() * 0.85);
    heading.setFontWeight(QFont::DemiBold);
    heading.setFontCapitalization(QFont::AllUppercase);
    heading.setFontLetterSpacingType(QFont::PercentageSpacing);
    heading.setFontLetterSpacing(106);
    m_cursor.insertText(text, heading);
}

void DetailsPage::writeRule()
{
    // The empty block behind a table stands beside the table.
    const bool isBehindTable = m_blockIsFree;
    if (isBehindTable)
        flattenFreeBlock();
    m_blockIsFree = false;
    startBlock(isBehindTable ? 4 : 16);
    flattenFreeBlock();
    QTextBlockFormat rule = m_cursor.blockFormat();
    rule.setLineHeight(1, QTextBlockFormat::FixedHeight);
    rule.setBackground(m_theme.colors().line);
    m_cursor.setBlockFormat(rule);
}

void DetailsPage::writeTable(const QList<Row> &rows)
{
    if (m_blockIsFree)
        flattenFreeBlock();
    QTextFrame *outer = m_cursor.currentFrame();
    QTextTableFormat format;
    format.setTopMargin(4);
    format.setBottomMargin(12); // the margin of the block that follows does not count
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(2);
    format.setWidth(percent(100));
    format.setColumnWidthConstraints({percent(42), percent(58)});
    QTextTable *table = m_cursor.insertTable(int(rows.size()), 2, format);
    for (int row = 0; row < rows.size(); ++row) {
        table->cellAt(row, 0).firstCursorPosition().insertText(shownValue(rows[row].name),
                                                               ink(m_theme.colors().mutedText));
        table->cellAt(row, 1).firstCursorPosition().insertText(shownValue(rows[row].value), ink(m_theme.colors().text));
    }
    m_cursor = outer->lastCursorPosition();
    m_blockIsFree = true;
}

void DetailsPage::writeRelated(const RecordDetails &details)
{
    if (details.related.isEmpty())
        return;
    writeHeading(Messages::tr("Related codes"));
    const qreal hang = shapeSize + 10 + QFontMetricsF(m_font).horizontalAdvance(u"00000"_s);
    for (const RelatedEntry &related : details.related) {
        startHangingBlock(hang);
        const Severity severity = severityOf(related.entry ? related.entry->level : QString());
        writeShape(u"severity-%1"_s.arg(int(severity)), m_icons.severity(severity, shapeSize, m_devicePixelRatio));
        m_cursor.insertText(u"\u00a0"_s, QTextCharFormat());
        // What the catalog does not have cannot be shown.
        m_cursor.insertText(QString::number(related.key.code),
                            related.entry ? linkFormat(entryLink(related.key)) : ink(m_theme.colors().text));
        m_cursor.insertText(u'\t' + relationWord(related.relation), ink(m_theme.colors().text));
        if (const QString text = related.text(); !text.isEmpty())
            m_cursor.insertText(u"  \u00b7  "_s + visibleText(text), ink(m_theme.colors().mutedText));
    }
}

void DetailsPage::writeRecord(const RecordDetails &details, const Options &options)
{
    writeRule();
    writeHeading(Messages::tr("Record"));
    if (!details.readError.isEmpty())
        writeBox(visibleText(details.readError), m_theme.colors().of(Severity::Error).ink);
    if (options.saysReading)
        writeBox(Messages::tr("The record is being read from its file…"), m_theme.colors().mutedText);
    QList<Row> rows;
    if (details.time) {
        const QString zone = QString::fromUtf8(options.zone.id());
        rows.append({Messages::tr("Time"), momentText(*details.time, options.zone) + u" ("_s + zone + u')'});
    }
    if (!details.file.isEmpty())
        rows.append({Messages::tr("File"), details.file});
    if (details.line > 0)
        rows.append({Messages::tr("Line"), QLocale().toString(details.line)});
    for (const RecordField &field : details.fields.first(std::min(details.fields.size(), fieldLimit)))
        rows.append({field.name, field.value});
    if (!rows.isEmpty())
        writeTable(rows);
    const int left = int(details.fields.size() - fieldLimit);
    if (left > 0) {
        startBlock(4);
        m_cursor.insertText(Messages::tr("%Ln more field(s) are in the raw record.", nullptr, left),
                            ink(m_theme.colors().mutedText));
    }
}

void DetailsPage::writeRaw(const RecordDetails &details, const Options &options)
{
    if (details.raw.isEmpty())
        return;
    writeHeading(Messages::tr("Raw record"));
    if (details.rawPages > 0) {
        writeRawText(options.rawPageText);
        writePageLinks(std::clamp<qint64>(options.rawPage, 0, details.rawPages - 1), details.rawPages);
        return;
    }
    QString raw = details.raw;
    if (options.indentRaw)
        raw = indentedJson(raw).value_or(raw);
    const qint64 pages = (raw.size() + rawLimit - 1) / rawLimit;
    const qint64 page = std::clamp<qint64>(options.rawPage, 0, pages - 1);
    writeRawText(pageOf(raw, page));
    writePageLinks(page, pages);
}

void DetailsPage::writeRawText(const QString &text)
{
    QTextFrame *outer = m_cursor.currentFrame();
    QTextFrameFormat box;
    box.setBackground(m_theme.colors().alternate);
    box.setPadding(8);
    box.setTopMargin(4);
    box.setBorder(0);
    m_cursor.insertFrame(box);
    QTextCharFormat format = ink(m_theme.colors().text);
    format.setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    format.setFontPointSize(m_font.pointSizeF() * 0.95);
    m_cursor.insertText(visibleText(text, true), format);
    m_cursor = outer->lastCursorPosition();
    m_blockIsFree = true;
}

void DetailsPage::writePageLinks(qint64 page, qint64 pages)
{
    if (pages == 1)
        return;
    startBlock(4);
    const QLocale locale;
    m_cursor.insertText(
        Messages::tr("Page %1 of %2", "of a long record").arg(locale.toString(page + 1), locale.toString(pages)),
        ink(m_theme.colors().mutedText));
    const auto link = [this](const QString &text, qint64 target) {
        m_cursor.insertText(u"  ·  "_s, ink(m_theme.colors().mutedText));
        m_cursor.insertText(text, linkFormat(rawPageLink(target)));
    };
    if (page > 0) {
        link(Messages::tr("First page"), 0);
        link(Messages::tr("Previous page"), page - 1);
    }
    if (page + 1 < pages) {
        link(Messages::tr("Next page"), page + 1);
        link(Messages::tr("Last page"), pages - 1);
    }
}

} // namespace evident
