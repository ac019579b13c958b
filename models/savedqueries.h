#pragma once

#include "query.h"
#include "result.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>

class QJsonObject;

namespace evident {

class StateFolder;

struct SavedQuery
{
    QString name;
    QString text; ///< parses
    bool operator==(const SavedQuery &) const = default;
};

/// Queries that a person gave a name, in the order of their names. Each change is made to what the file holds at that
/// time, so that what another program has saved stays. An error of a change: it holds, but only until the program ends.
class SavedQueries : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostQueries = 1000;
    static constexpr qsizetype longestName = 200;

    /// The folder outlives this.
    explicit SavedQueries(StateFolder &folder, QObject *parent = nullptr);

    const QList<SavedQuery> &all() const { return m_queries; }
    std::optional<SavedQuery> find(const QString &name) const;
    void reload(); ///< what another program may have saved

    /// Takes the place of the one with this name. The name is trimmed and cut to what a menu bears.
    Result<void> save(const QString &name, const Query &query);
    Result<void> remove(const QString &name);
    /// Takes the place of one that has the new name.
    Result<void> rename(const QString &name, const QString &to);

    // A file to share: what it holds is added. A name that is taken by another query is kept as "name (2)".
    Result<void> exportTo(const QString &path) const;
    /// How many were added. An error names the file and what is wrong with it, and nothing was added then.
    Result<int> importFrom(const QString &path);

    static QString tidyName(const QString &name);

signals:
    void changed();

private:
    using Change = std::function<void(QList<SavedQuery> &)>;
    Result<void> change(const Change &change);
    void take(const QJsonObject &object);

    StateFolder &m_folder;
    QList<SavedQuery> m_queries;
};

} // namespace evident
