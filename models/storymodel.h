#pragma once

#include "query.h"
#include "readstory.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace evident {

/// A user's sign-ins, newest first, each with its records under it in the order of time.
class StoryModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, OutcomeColumn, WhatColumn, MethodColumn, ApplicationColumn, TookColumn, ColumnCount };

    explicit StoryModel(QObject *parent = nullptr);

    void setStory(std::shared_ptr<const ReadStory> story); ///< null: none
    /// Of the index, or of the sign-in that it is a step of; null for none.
    const SignIn *signInAt(const QModelIndex &index) const;
    /// The record of a step, or the one that tells most of the sign-in.
    std::optional<Row> recordAt(const QModelIndex &index) const;
    static bool isSignIn(const QModelIndex &index) { return index.isValid() && index.internalId() == 0; }
    /// Whether the row stands for the earlier records of a sign-in that are not shown.
    bool isRest(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool hasRest(const SignIn &signIn) const;
    QString signInText(const SignIn &signIn, int column) const;
    QString stepText(const SignIn &signIn, Row row, int column) const;
    QString restText(const SignIn &signIn, int column) const;
    QString textOf(const QModelIndex &index) const;
    QVariant lookOf(const QModelIndex &index, int role) const;

    std::shared_ptr<const ReadStory> m_read;
};

/// "702 Approve authentication failed …": a record in one line.
QString recordLine(const ReadStory &read, Row row);
/// The query that keeps the records of a sign-in that names no transaction: the user's in that time.
Query queryOf(const ReadStory &read, const SignIn &signIn);
Query queryOfUser(const QString &user);

} // namespace evident
