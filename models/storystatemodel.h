#pragma once

#include "readstory.h"

#include <QAbstractTableModel>

#include <memory>

namespace evident {

/// The things of a user's story, a row each: what the log tells of their states, and the record behind each word.
class StoryStateModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ThingColumn, LockColumn, EnabledColumn, SuccessColumn, FailureColumn, ColumnCount };

    explicit StoryStateModel(QObject *parent = nullptr);

    void setStory(std::shared_ptr<const ReadStory> story); ///< null: none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const StoryThing &thing, int column) const;
    QString shortText(const StoryThing &thing, int column) const;
    std::optional<StoryMoment> evidence(const StoryThing &thing, int column) const;

    std::shared_ptr<const ReadStory> m_read;
};

} // namespace evident
