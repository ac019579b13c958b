#include "savedqueriesdialog.h"

#include "htmltext.h"
#include "querydesk.h"
#include "savedqueries.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameRole = Qt::UserRole;
constexpr int textRole = Qt::UserRole + 1;
constexpr QSize firstSize(560, 420);

QString fileFilter()
{
    return SavedQueriesDialog::tr("Saved queries (*.json)");
}

} // namespace

SavedQueriesDialog::SavedQueriesDialog(QueryDesk &desk, SavedQueries &queries, QWidget *parent)
    : QDialog(parent),
      m_desk(desk),
      m_queries(queries),
      m_list(new QListWidget(this)),
      m_text(new QLabel(this)),
      m_said(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Saved queries"));
    resize(firstSize);
    m_list->setAccessibleName(tr("Saved queries"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setMinimumHeight(2 * m_text->fontMetrics().lineSpacing());
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [&](const QString &text, auto call) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, call);
        return button;
    };
    m_onCurrent = {add(tr("Use"), [this] { m_desk.use(m_list->currentItem()->data(textRole).toString()); }),
                   add(tr("Rename"), [this] { m_list->editItem(m_list->currentItem()); }),
                   add(tr("Delete"), [this] { m_desk.remove(currentName()); })};
    add(tr("Import…"), [this] {
        if (const QString path = QFileDialog::getOpenFileName(this, tr("Import saved queries"), {}, fileFilter());
            !path.isEmpty())
            m_desk.importFrom(path);
    });
    m_export = add(tr("Export…"), [this] {
        if (const QString path =
                QFileDialog::getSaveFileName(this, tr("Export saved queries"), u"queries.json"_s, fileFilter());
            !path.isEmpty())
            m_desk.exportTo(path);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_text);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &SavedQueriesDialog::updateButtons);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { m_desk.use(item->data(textRole).toString()); });
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        // Later: the item is still being edited.
        QMetaObject::invokeMethod(
            this,
            [this, name = item->data(nameRole).toString(), to = item->text()] {
                m_desk.rename(name, to);
                fill();
            },
            Qt::QueuedConnection);
    });
    connect(&m_desk, &QueryDesk::messageShown, m_said, &QLabel::setText);
    connect(&m_queries, &SavedQueries::changed, this, &SavedQueriesDialog::fill);
    fill();
}

QString SavedQueriesDialog::currentName() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(nameRole).toString() : QString();
}

void SavedQueriesDialog::fill()
{
    const QSignalBlocker quiet(m_list);
    const int row = m_list->currentRow();
    m_list->clear();
    for (const SavedQuery &query : m_queries.all()) {
        auto *item = new QListWidgetItem(query.name, m_list);
        item->setData(nameRole, query.name);
        item->setData(textRole, query.text);
        item->setToolTip(plainToolTip(visibleText(query.text)));
        item->setData(Qt::AccessibleDescriptionRole, visibleText(query.text));
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    m_list->setCurrentRow(std::min(std::max(row, 0), m_list->count() - 1));
    updateButtons();
}

void SavedQueriesDialog::updateButtons()
{
    for (QPushButton *button : std::as_const(m_onCurrent))
        button->setEnabled(m_list->currentItem() != nullptr);
    m_export->setEnabled(m_list->count() > 0);
    const QListWidgetItem *item = m_list->currentItem();
    m_text->setText(item ? visibleText(item->data(textRole).toString()) : QString());
}

} // namespace evident
