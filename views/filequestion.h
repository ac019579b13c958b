#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace evident {

/// What a question for files is asked with.
struct FileQuestion
{
    QString title;
    QString folder; ///< that is shown first
    QStringList filters; ///< "Web pages (*.html)"
    QString name; ///< that is offered for a new file
};

// The answer comes later and the window stays alive meanwhile; a question that is put away is not answered. They go
// with their parent.

void askForFiles(QWidget *parent, const FileQuestion &question, const std::function<void(QStringList)> &answered);
/// An existing file is asked about before it is given back.
void askForNewFile(QWidget *parent, const FileQuestion &question, const std::function<void(QString)> &answered);
void askForFolder(QWidget *parent, const FileQuestion &question, const std::function<void(QString)> &answered);

} // namespace evident
