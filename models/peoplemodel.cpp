#include "peoplemodel.h"

#include "logdocument.h"
#include "postbox.h"

#include <QLocale>

#include <utility>

namespace evident {

PeopleModel::PeopleModel(QObject *parent)
    : QAbstractTableModel(parent),
      m_postbox(std::make_shared<Postbox>(this))
{ }

PeopleModel::~PeopleModel()
{
    m_postbox->close();
}

void PeopleModel::read(const LogDocument &document)
{
    m_log = document.log();
    m_resolution = document.resolution();
    search();
}

void PeopleModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    search();
}

void PeopleModel::search()
{
    if (!m_log && !m_users)
        return;
    m_isSearching = true;
    m_job.set([this, postbox = m_postbox, number = ++m_number, users = m_users, text = m_text, log = m_log,
               resolution = m_resolution](const std::stop_token &stop) mutable {
        if (log)
            users = std::make_shared<const QList<LogUser>>(logUsers(*log, *resolution, stop));
        if (stop.stop_requested())
            return;
        postbox->post([this, number, users, matches = matchingUsers(*users, text, mostUsers, stop)] {
            take(number, users, matches);
        });
    });
}

void PeopleModel::take(quint64 number, const Users &users, const QList<LogUser> &matches)
{
    if (number != m_number)
        return;
    m_log.reset();
    m_resolution.reset();
    m_users = users;
    m_isSearching = false;
    if (m_matches != matches) {
        beginResetModel();
        m_matches = matches;
        endResetModel();
    }
    emit matched();
}

QString PeopleModel::userAt(int row) const
{
    return row >= 0 && row < m_matches.size() ? m_matches.at(row).name : QString();
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matches.size());
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogUser &user = m_matches.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() != UserColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case UserColumn:
        return visibleText(user.name);
    case ErrorsColumn:
        return QLocale().toString(user.errors);
    default:
        return QLocale().toString(user.records);
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole && section != UserColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case UserColumn:
        return tr("User");
    case ErrorsColumn:
        return tr("Errors");
    default:
        return tr("Records");
    }
}

} // namespace evident
