#include "summarypage.h"

#include "flowlayout.h"
#include "focusscroll.h"
#include "linkbutton.h"
#include "logdocument.h"
#include "summarysectionview.h"
#include "theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>

#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

using Topic = SummarySection::Topic;

constexpr int margin = 16;
constexpr int sectionGap = 20;
constexpr int columnGap = 32;
constexpr int rowGap = 0;
/// A page that is wider is not easier to read.
constexpr int widest = 960;
/// Two sections beside each other need so much.
constexpr int narrowest = 620;
constexpr double titleSize = 1.5;

/// In the order in which they are read; narrow ones stand beside each other where there is room.
struct Place
{
    Topic topic;
    bool isNarrow;
};
constexpr std::array<Place, 12> places{{{Topic::Owners, true},
                                        {Topic::Levels, true},
                                        {Topic::Rising, false},
                                        {Topic::Codes, false},
                                        {Topic::Users, true},
                                        {Topic::Applications, true},
                                        {Topic::Gaps, false},
                                        {Topic::UnknownCodes, false},
                                        {Topic::Drift, false},
                                        {Topic::Methods, true},
                                        {Topic::Files, true},
                                        {Topic::Oddities, false}}};
constexpr int lastRow = 20;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// The name of a file, which has no spaces, may go on in another line behind what parts its words.
QString breakable(QString name)
{
    static const QRegularExpression parts(u"(?<=[-_.,;+@/\\\\])"_s);
    return name.replace(parts, QString(QChar(0x200B)));
}

} // namespace

SummaryPage::SummaryPage(const Theme &theme, const Icons &icons, LogDocument *document, QWidget *parent)
    : QScrollArea(parent),
      m_document(document),
      m_reading(new SummaryReading(document, this)),
      m_content(new QWidget),
      m_layout(new QGridLayout)
{
    setAccessibleName(tr("Summary"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setMaximumWidth(widest);
    m_layout->setContentsMargins(margin, margin, margin, margin);
    m_layout->setHorizontalSpacing(columnGap);
    m_layout->setVerticalSpacing(sectionGap);
    m_layout->setColumnStretch(0, 1);
    m_layout->setColumnStretch(1, 1);
    m_layout->setRowStretch(lastRow, 1);
    m_content->setLayout(m_layout);
    m_layout->addWidget(createHead(), 0, 0, 1, 2);
    createSections(theme, icons);
    setWidget(m_content);
    scrollToFocus(this);
    arrange();
    connect(m_reading, &SummaryReading::changed, this, &SummaryPage::showSummary);
    connect(document, &LogDocument::progressChanged, this, &SummaryPage::showState);
    connect(document, &LogDocument::stateChanged, this, &SummaryPage::showState);
    showSummary();
}

SummaryPage::~SummaryPage() = default;

QWidget *SummaryPage::createHead()
{
    auto *head = new QWidget(m_content);
    m_title = plainLabel(head);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * titleSize);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setWordWrap(true);
    m_records = new QPushButton(tr("Show the records"), head);
    m_everything = new QPushButton(tr("Summary of all records"), head);
    m_copy = new QPushButton(tr("Copy for a ticket"), head);
    m_state = plainLabel(head);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setWordWrap(true);
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(margin);
    m_facts->setVerticalSpacing(rowGap);
    m_facts->setColumnStretch(1, 1);
    auto *buttons = new FlowLayout;
    for (QPushButton *button : {m_records, m_everything, m_copy})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(margin / 2);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addLayout(m_facts);
    layout->addLayout(buttons);
    connect(m_records, &QPushButton::clicked, this, &SummaryPage::recordsRequested);
    connect(m_everything, &QPushButton::clicked, this, &SummaryPage::everythingRequested);
    connect(m_copy, &QPushButton::clicked, this, &SummaryPage::ticketRequested);
    return head;
}

void SummaryPage::createSections(const Theme &theme, const Icons &icons)
{
    for (const Place &place : places) {
        auto *section = new SummarySectionView(theme, icons, m_content);
        section->hide();
        m_sections[place.topic] = section;
        connect(section, &SummarySectionView::queryRequested, this, &SummaryPage::queryRequested);
        connect(&theme, &Theme::changed, section, qOverload<>(&QWidget::update));
    }
}

void SummaryPage::setInFront(bool inFront)
{
    m_reading->setWanted(inFront);
}

/// Those that are shown; side by side where there is room.
void SummaryPage::arrange()
{
    int row = 0;
    bool halfIsFree = false; // at the right
    for (const Place &place : places) {
        SummarySectionView *section = m_sections.at(place.topic);
        m_layout->removeWidget(section);
        if (section->isHidden())
            continue;
        const bool half = place.isNarrow && !m_narrow;
        if (half && halfIsFree)
            m_layout->addWidget(section, row, 1);
        else
            m_layout->addWidget(section, ++row, 0, 1, half ? 1 : 2);
        halfIsFree = half && !halfIsFree;
    }
}

void SummaryPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const bool narrow = viewport()->width() < narrowest;
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    arrange();
}

void SummaryPage::addFact()
{
    const int row = int(m_factLines.size());
    Fact &fact = m_factLines.emplace_back();
    fact.name = plainLabel(m_title->parentWidget());
    fact.name->setForegroundRole(QPalette::PlaceholderText);
    fact.value = plainLabel(m_title->parentWidget());
    fact.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    fact.value->setWordWrap(true);
    fact.link = new LinkButton(m_title->parentWidget());
    fact.value->setIndent(LinkButton::margin);
    fact.value->setMinimumHeight(fact.link->sizeHint().height());
    m_facts->addWidget(fact.name, row, 0);
    m_facts->addWidget(fact.value, row, 1);
    m_facts->addWidget(fact.link, row, 1, Qt::AlignLeft);
    connect(fact.link, &LinkButton::clicked, this,
            [this, row] { emit queryRequested(m_factLines[size_t(row)].query); });
    // Above the buttons, though made after them.
    if (row > 0)
        setTabOrder(m_factLines[size_t(row) - 1].link, fact.link);
    setTabOrder(fact.link, m_records);
    setTabOrder(m_records, m_everything);
    setTabOrder(m_everything, m_copy);
}

void SummaryPage::showFacts(const SummarySheet &sheet)
{
    while (qsizetype(m_factLines.size()) < sheet.facts.size())
        addFact();
    for (size_t i = 0; i < m_factLines.size(); ++i) {
        Fact &line = m_factLines[i];
        const bool there = qsizetype(i) < sheet.facts.size();
        const bool leads = there && sheet.facts[qsizetype(i)].link;
        line.name->setVisible(there);
        line.value->setVisible(there && !leads);
        line.link->setVisible(leads);
        if (!there)
            continue;
        const SummarySheet::Fact &fact = sheet.facts[qsizetype(i)];
        line.name->setText(fact.name);
        line.value->setText(visibleText(fact.value));
        if (leads)
            showLink(*line.link, fact.name, *fact.link);
        line.query = leads ? fact.link->query : Query();
    }
}

void SummaryPage::showSummary()
{
    const std::shared_ptr<const LogSummary> &summary = m_reading->summary();
    const SummarySheet sheet = summary ? summarySheet(*summary) : SummarySheet();
    m_title->setText(breakable(visibleText(m_document->title())));
    showFacts(sheet);
    bool others = false;
    for (const auto &[topic, view] : m_sections) {
        const SummarySection *section = sheet.section(topic);
        if (section)
            view->setSection(*section);
        others = others || view->isHidden() != (section == nullptr);
        view->setVisible(section != nullptr);
    }
    if (others)
        arrange();
    m_everything->setVisible(summary && !summary->query.isEmpty());
    m_copy->setEnabled(summary != nullptr);
    showState();
}

void SummaryPage::showState()
{
    const std::shared_ptr<const LogSummary> &summary = m_reading->summary();
    QStringList sentences;
    const qint64 total = m_document->bytesTotal();
    if (m_document->isLoading())
        sentences.append(total > 0 ? tr("This log is still being read: %1 %. The numbers grow meanwhile.")
                                         .arg(QLocale().toString(m_document->bytesRead() * 100 / total))
                                   : tr("This log is being opened."));
    else if (!m_document->log())
        sentences.append(visibleText(m_document->errorText()));
    if (summary && !summary->query.isEmpty())
        sentences.append(tr("Of the records that match %1").arg(visibleText(summary->query.toString())));
    else if (sentences.isEmpty()) // so that the line is there, and nothing jumps when the log was read
        sentences.append(tr("Summary of all records"));
    if (summary && summary->complete && summary->highlights.matched == 0)
        sentences.append(summary->records > 0 ? tr("No record matches.") : tr("This log has no records."));
    m_state->setText(sentences.join(u'\n'));
}

std::optional<Ticket> SummaryPage::ticket() const
{
    const std::shared_ptr<const LogSummary> &summary = m_reading->summary();
    return summary ? std::optional(ticketOf(*summary)) : std::nullopt;
}

} // namespace evident
