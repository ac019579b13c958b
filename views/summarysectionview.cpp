#include "summarysectionview.h"

#include "htmltext.h"
#include "icons.h"
#include "linkbutton.h"
#include "theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace evident {

namespace {

constexpr int shapeSize = 16;
constexpr int gap = 8;
constexpr int barWidth = 72;
constexpr int barHeight = 8;
constexpr int narrowestWords = 96;
constexpr int rowMargin = 6;
/// The rest of a text is seen in the records.
constexpr qsizetype longestText = 300;
/// A number, and the one it is compared with.
constexpr size_t mostLinks = 2;

enum GridColumn { WordsColumn, BarColumn, NumberColumn, RestColumn };

QString shownText(const QString &text)
{
    return text.size() <= longestText ? visibleText(text) : visibleText(text.left(longestText)) + QChar(u'…');
}

/// Are its remarks numbers, which stand below one another?
bool hasShares(SummarySection::Topic topic)
{
    using Topic = SummarySection::Topic;
    return topic == Topic::Owners || topic == Topic::Levels || topic == Topic::Methods;
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *mutedLabel(QWidget *parent)
{
    QLabel *label = plainLabel(parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

SummaryWords::SummaryWords(const Icons &icons, Part part, QWidget *parent)
    : QWidget(parent),
      m_icons(icons),
      m_part(part)
{
    setSizePolicy(part == Part::Main ? QSizePolicy::Expanding : QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SummaryWords::setWords(const QString &text, std::optional<Severity> severity)
{
    if (m_text == text && m_severity == severity)
        return;
    m_text = text;
    m_severity = severity;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void SummaryWords::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QSize SummaryWords::sizeHint() const
{
    constexpr int rounding = 2; // at a scale that is no whole number
    const int width = m_part == Part::Main ? narrowestWords : fontMetrics().horizontalAdvance(m_text) + rounding;
    return {width, std::max(shapeSize, fontMetrics().height()) + rowMargin};
}

QSize SummaryWords::minimumSizeHint() const
{
    return {m_part == Part::Main ? narrowestWords : 0, sizeHint().height()};
}

void SummaryWords::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect area = rect();
    if (m_severity) {
        const QRect shape(area.left(), area.top() + (area.height() - shapeSize) / 2, shapeSize, shapeSize);
        painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), shape).topLeft(),
                           m_icons.severity(*m_severity, shapeSize, devicePixelRatioF()));
        area.setLeft(shape.right() + 1 + gap);
    }
    painter.setPen(palette().color(m_part == Part::Main ? QPalette::Text : QPalette::PlaceholderText));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), area),
                     int(QStyle::visualAlignment(layoutDirection(), m_alignment | Qt::AlignVCenter))
                         | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, area.width()));
}

SummaryBar::SummaryBar(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SummaryBar::setShare(double share, std::optional<Severity> severity)
{
    m_share = share;
    m_severity = severity;
    update();
}

QSize SummaryBar::sizeHint() const
{
    return {barWidth, shapeSize};
}

void SummaryBar::paintEvent(QPaintEvent *)
{
    if (m_share <= 0)
        return;
    QPainter painter(this);
    QColor color = m_severity ? m_theme.colors().of(*m_severity).ink : m_theme.colors().mutedText;
    color.setAlphaF(0.55F);
    // What occurs at all shows a bar that can be seen.
    const int width = std::max(2, int(this->width() * std::min(m_share, 1.0)));
    const QRect bar(0, (height() - barHeight) / 2, width, barHeight);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), color);
}

void showLink(LinkButton &button, const QString &what, const SummaryLink &link)
{
    button.setText(link.text);
    button.updateGeometry();
    button.setAccessibleName(
        SummarySectionView::tr("%1: %2", "1: what is counted, 2: the number").arg(what, link.text));
    button.setAccessibleDescription(SummarySectionView::tr(
        "Shows %Ln record(s).", nullptr, int(std::min<qint64>(link.records, std::numeric_limits<int>::max()))));
}

SummarySectionView::SummarySectionView(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_icons(icons),
      m_title(plainLabel(this)),
      m_note(mutedLabel(this)),
      m_more(mutedLabel(this)),
      m_grid(new QGridLayout)
{
    QFont heading = font();
    heading.setWeight(QFont::DemiBold);
    m_title->setFont(heading);
    m_note->setWordWrap(true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(gap);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(WordsColumn, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap / 2);
    layout->addWidget(m_title);
    layout->addWidget(m_note);
    layout->addLayout(m_grid);
    layout->addWidget(m_more);
    layout->addStretch(1);
}

void SummarySectionView::addLine()
{
    const int row = int(m_lines.size());
    Line &line = m_lines.emplace_back();
    line.words = new SummaryWords(m_icons, SummaryWords::Part::Main, this);
    line.bar = new SummaryBar(m_theme, this);
    line.remark = new SummaryWords(m_icons, SummaryWords::Part::Remark, this);
    auto *rest = new QHBoxLayout;
    rest->setSpacing(gap);
    for (size_t i = 0; i < mostLinks; ++i) {
        auto *link = new LinkButton(this);
        line.links.push_back(link);
        connect(link, &LinkButton::clicked, this, [this, row, i] {
            if (const QList<Query> &queries = m_lines[size_t(row)].queries; qsizetype(i) < queries.size())
                emit queryRequested(queries[qsizetype(i)]);
        });
        if (i > 0)
            rest->addWidget(link);
    }
    rest->addWidget(line.remark, 1);
    m_grid->addWidget(line.words, row, WordsColumn);
    m_grid->addWidget(line.bar, row, BarColumn, Qt::AlignVCenter);
    m_grid->addWidget(line.links.front(), row, NumberColumn, Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addLayout(rest, row, RestColumn);
}

void SummarySectionView::showLine(Line &line, const SummaryLine *shown)
{
    line.words->setVisible(shown != nullptr);
    line.bar->setVisible(shown && shown->share > 0);
    line.remark->setVisible(shown && !shown->remark.isEmpty());
    line.queries.clear();
    for (size_t i = 0; i < mostLinks; ++i) {
        const bool there = shown && qsizetype(i) < shown->links.size();
        line.links[i]->setVisible(there);
        if (!there)
            continue;
        const SummaryLink &link = shown->links[qsizetype(i)];
        showLink(*line.links[i], shownText(shown->text), link);
        line.queries.append(link.query);
    }
    if (!shown)
        return;
    line.words->setWords(shownText(shown->text), shown->severity);
    line.words->setToolTip(plainToolTip(line.words->text()));
    line.bar->setShare(shown->share, shown->severity);
    line.remark->setWords(visibleText(shown->remark), {});
}

void SummarySectionView::setSection(const SummarySection &section)
{
    setAccessibleName(section.title);
    m_title->setText(section.title);
    m_note->setText(section.note);
    m_note->setVisible(!section.note.isEmpty());
    m_more->setText(tr("and %Ln more", nullptr, int(section.more)));
    m_more->setVisible(section.more > 0);
    while (qsizetype(m_lines.size()) < section.lines.size())
        addLine();
    for (size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].remark->setAlignment(hasShares(section.topic) ? Qt::AlignRight : Qt::AlignLeft);
        showLine(m_lines[i], qsizetype(i) < section.lines.size() ? &section.lines[qsizetype(i)] : nullptr);
    }
}

} // namespace evident
