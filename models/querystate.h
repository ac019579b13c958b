#pragma once

#include "query.h"

#include <QList>
#include <QObject>

#include <optional>

namespace evident {

/// The one query of a tab as the box, the facets and the menus edit it. The text is what was typed; the query is the
/// last text that parsed. The history is bounded, and a text that is typed on from the last one is one step of it
/// together with that one.
class QueryState : public QObject
{
    Q_OBJECT

public:
    explicit QueryState(QObject *parent = nullptr);

    const Query &query() const { return m_query; }
    QString text() const { return m_text; }
    const std::optional<QueryError> &error() const { return m_error; }
    bool canGoBack() const;
    bool canGoForward() const;

    /// The queries of the history, oldest first, and which of them is the one now: for another session.
    QStringList history() const;
    int position() const { return int(m_position); }
    /// In place of what was there. Texts that do not parse are left out.
    void restore(const QStringList &history, int position);

public slots:
    void setText(const QString &text); ///< parses; an error leaves the query as it was
    void setQuery(const evident::Query &query); ///< the text becomes its canonical print
    void back();
    void forward();

signals:
    void textChanged();
    void queryChanged();
    void errorChanged();

private:
    void show(const QString &text, const std::optional<QueryError> &error);
    void apply(const Query &query, bool sameStep);
    void goTo(qsizetype position);

    QString m_text;
    Query m_query;
    std::optional<QueryError> m_error;
    QList<Query> m_history;
    qsizetype m_position = 0;
    QString m_typedText; ///< the last one that parsed
    bool m_typing = false; ///< the history's last step came from typing
};

} // namespace evident
