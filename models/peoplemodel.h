#pragma once

#include "latestjob.h"
#include "logusers.h"

#include <QAbstractTableModel>

#include <memory>

namespace evident {

class LogDocument;
class Postbox;

/// The users of a log, those with most errors first, or those whose name has a text. Counted and searched on a thread
/// of its own.
class PeopleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { UserColumn, ErrorsColumn, RecordsColumn, ColumnCount };
    /// More nobody looks through: a text finds the others.
    static constexpr qsizetype mostUsers = 200;

    explicit PeopleModel(QObject *parent = nullptr);
    ~PeopleModel() override; ///< waits for nobody

    /// Counts the users of the document as it is now; matched() tells when that is done.
    void read(const LogDocument &document);
    void setText(const QString &text); ///< that names have; matched() tells when they were found
    QString text() const { return m_text; }
    bool isSearching() const { return m_isSearching; }
    qsizetype userCount() const { return m_users ? m_users->size() : 0; } ///< of the log
    QString userAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void matched(); ///< the rows are those of the newest text

private:
    using Users = std::shared_ptr<const QList<LogUser>>;

    void search();
    void take(quint64 number, const Users &users, const QList<LogUser> &matches);

    std::shared_ptr<Postbox> m_postbox;
    LatestJob m_job;
    Users m_users; ///< all of them; null until they were counted
    QList<LogUser> m_matches;
    QString m_text;
    std::shared_ptr<Log> m_log; ///< to be counted: the newest job does it before it searches
    std::shared_ptr<const Resolution> m_resolution;
    bool m_isSearching = false;
    quint64 m_number = 0; ///< of the newest job; what comes of others is dropped
};

} // namespace evident
