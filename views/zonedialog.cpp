#include "zonedialog.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QTimeZone>
#include <QVBoxLayout>

namespace evident {

namespace {

constexpr QSize firstSize(360, 440);

QStringList zoneNames()
{
    QStringList names;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        names.append(QString::fromUtf8(id));
    names.sort(Qt::CaseInsensitive);
    return names;
}

} // namespace

ZoneDialog::ZoneDialog(const QByteArray &current, QWidget *parent)
    : QDialog(parent),
      m_box(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_found(new QSortFilterProxyModel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Time zone of display"));
    resize(firstSize);
    m_box->setPlaceholderText(tr("Search: Berlin, New York, UTC"));
    m_box->setAccessibleName(tr("Search for a time zone"));
    m_list->setAccessibleName(tr("Time zones"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_found->setSourceModel(new QStringListModel(zoneNames(), this));
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_found);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_box);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_buttons);
    connect(m_box, &QLineEdit::textChanged, this, &ZoneDialog::search);
    connect(m_list, &QListView::activated, this, &ZoneDialog::accept);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ZoneDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ZoneDialog::reject);
    search({});
    const QModelIndexList now =
        m_found->match(m_found->index(0, 0), Qt::DisplayRole, QString::fromUtf8(current), 1, Qt::MatchExactly);
    if (!now.isEmpty())
        m_list->setCurrentIndex(now.first());
    m_box->setFocus();
}

/// Names are written with an underline where people write a space.
void ZoneDialog::search(const QString &text)
{
    m_found->setFilterFixedString(QString(text.trimmed()).replace(u' ', u'_'));
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_found->index(0, 0));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_list->currentIndex().isValid());
}

void ZoneDialog::accept()
{
    if (!m_list->currentIndex().isValid())
        return;
    emit zoneChosen(m_list->currentIndex().data().toString().toUtf8());
    QDialog::accept();
}

} // namespace evident
