#include "findingdetails.h"

#include "findingtexts.h"
#include "flowlayout.h"
#include "focusscroll.h"
#include "icons.h"
#include "logdocument.h"
#include "sectionfiller.h"
#include "theme.h"
#include "words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12;
constexpr int gap = 8;
constexpr int iconSize = 16;
constexpr int rowAir = 6;
constexpr int columnAir = 12;
constexpr int mostColumnCharacters = 30;
constexpr int longestReason = 500;
constexpr int fewestRows = 6;

QLabel *textLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus);
    return label;
}

/// Asks for some rows, and takes what there is.
class RecordsTable : public QTableView
{
public:
    using QTableView::QTableView;

    QSize sizeHint() const override
    {
        const int rows = fewestRows * verticalHeader()->defaultSectionSize();
        return {QTableView::sizeHint().width(), horizontalHeader()->sizeHint().height() + rows};
    }
};

} // namespace

FindingDetails::FindingDetails(const Theme &theme, const Icons &icons, LogDocument *document, QWidget *parent)
    : QScrollArea(parent),
      m_theme(theme),
      m_icons(icons),
      m_document(document),
      m_model(document),
      m_icon(new QLabel),
      m_title(textLabel()),
      m_when(textLabel()),
      m_reason(textLabel()),
      m_dismissal(textLabel()),
      m_advice(textLabel()),
      m_show(new QPushButton(tr("Show &records"))),
      m_copy(new QPushButton(tr("Copy for a &ticket"))),
      m_dismiss(new QPushButton(tr("Dis&miss…"))),
      m_restore(new QPushButton(tr("Take bac&k"))),
      m_question(new QWidget),
      m_why(new QLineEdit),
      m_confirm(new QPushButton(tr("Dismiss"))),
      m_records(new RecordsTable),
      m_more(textLabel())
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    auto *content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    setUpRecords();
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(margin, margin, margin, 0);
    layout->setSpacing(gap);
    layout->addWidget(makeHead());
    layout->addWidget(m_reason);
    layout->addWidget(m_dismissal);
    layout->addWidget(m_advice);
    layout->addWidget(makeButtons());
    setUpQuestion();
    layout->addWidget(m_question);
    layout->addWidget(m_records, 1);
    layout->addWidget(m_more);
    setWidget(content);
    scrollToFocus(this);
    connect(&theme, &Theme::changed, this, &FindingDetails::applyTheme);
    show({}, {});
}

QWidget *FindingDetails::makeHead()
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_when->setForegroundRole(QPalette::PlaceholderText);
    m_when->setWordWrap(false);
    m_dismissal->setForegroundRole(QPalette::PlaceholderText);
    m_more->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QWidget;
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_icon);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_when);
    return head;
}

QWidget *FindingDetails::makeButtons()
{
    m_show->setToolTip(tr("Shows the records that this finding is made of, by a query that can be changed"));
    m_copy->setToolTip(tr("Copies the finding with its first records"));
    m_dismiss->setToolTip(tr("Puts the finding away, with a reason; it can be taken back"));
    auto *buttons = new QWidget;
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    for (QPushButton *button : {m_show, m_copy, m_dismiss, m_restore}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    connect(m_show, &QPushButton::clicked, this, &FindingDetails::recordsRequested);
    connect(m_copy, &QPushButton::clicked, this, &FindingDetails::copyRequested);
    connect(m_dismiss, &QPushButton::clicked, this, [this] { askForReason(true); });
    connect(m_restore, &QPushButton::clicked, this, &FindingDetails::restoreRequested);
    return buttons;
}

void FindingDetails::setUpQuestion()
{
    m_why->setMaxLength(longestReason);
    m_why->setPlaceholderText(tr("Why does it not matter?"));
    m_why->setAccessibleName(tr("Reason to dismiss the finding"));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *layout = new QHBoxLayout(m_question);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_why, 1);
    for (QPushButton *button : {m_confirm, cancel}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    connect(m_why, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_why, &QLineEdit::returnPressed, this, &FindingDetails::dismiss);
    connect(m_confirm, &QPushButton::clicked, this, &FindingDetails::dismiss);
    connect(cancel, &QPushButton::clicked, this, [this] { askForReason(false); });
}

void FindingDetails::setUpRecords()
{
    m_records->setModel(&m_model);
    m_records->setAccessibleName(tr("Records of the finding"));
    m_records->setFrameShape(QFrame::NoFrame);
    m_records->setShowGrid(false);
    m_records->setWordWrap(false);
    m_records->setAlternatingRowColors(true);
    m_records->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_records->setTabKeyNavigation(false);
    m_records->verticalHeader()->hide();
    m_records->verticalHeader()->setMinimumSectionSize(1);
    m_records->verticalHeader()->setDefaultSectionSize(m_records->fontMetrics().height() + rowAir);
    m_records->horizontalHeader()->setHighlightSections(false);
    new SectionFiller(m_records->horizontalHeader(), FindingRecordsModel::DescriptionColumn);
    m_records->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_records->horizontalHeader()->setAccessibleName(tr("Columns"));
    connect(m_records, &QTableView::activated, this, &FindingDetails::recordsRequested);
    connect(m_records->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            emit recordSelected(m_model.recordAt(row.row()));
    });
}

void FindingDetails::show(const std::optional<Finding> &finding, const std::optional<QString> &dismissal)
{
    setEnabled(finding.has_value());
    askForReason(false);
    const Finding shown = finding.value_or(Finding());
    m_severity = shown.severity;
    m_title->setText(shown.title);
    m_reason->setText(visibleText(shown.reason));
    m_advice->setText(shown.advice);
    m_when->setText(finding ? spanText(shown.begin, shown.end, m_document->zone()) : QString());
    m_dismissal->setText(tr("Dismissed: %1").arg(visibleText(dismissal.value_or(QString()))));
    m_dismissal->setVisible(dismissal.has_value());
    m_dismiss->setVisible(!dismissal);
    m_restore->setVisible(dismissal.has_value());
    m_model.setRows(shown.rows);
    const int most = mostColumnCharacters * m_records->fontMetrics().averageCharWidth();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (column == FindingRecordsModel::DescriptionColumn)
            continue;
        m_records->resizeColumnToContents(column);
        m_records->setColumnWidth(column, std::min(m_records->columnWidth(column) + columnAir, most));
    }
    const int records = int(shown.rows.size());
    m_more->setText(tr("Of %Ln record(s), the first and the last ones are listed.", nullptr, records));
    m_more->setVisible(records > m_model.rowCount());
    applyTheme();
}

void FindingDetails::askForReason(bool asked)
{
    m_why->clear();
    m_confirm->setEnabled(false);
    const bool hadFocus = m_question->isAncestorOf(focusWidget());
    m_question->setVisible(asked);
    if (asked)
        m_why->setFocus();
    else if (hadFocus)
        m_dismiss->setFocus();
}

void FindingDetails::dismiss()
{
    const QString reason = m_why->text().trimmed();
    if (!reason.isEmpty())
        emit dismissRequested(reason);
}

void FindingDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_question->isVisible())
        askForReason(false);
    else
        QScrollArea::keyPressEvent(event);
}

void FindingDetails::applyTheme()
{
    m_icon->setPixmap(isEnabled() ? m_icons.severity(m_severity, iconSize, devicePixelRatioF()) : QPixmap());
    m_icon->setAccessibleName(severityWord(m_severity));
    m_copy->setIcon(m_icons.icon(u"copy"_s));
    m_show->setIcon(m_icons.icon(u"filter"_s));
}

} // namespace evident
