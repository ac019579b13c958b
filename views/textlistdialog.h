#pragma once

#include <QDialog>
#include <QStringList>

namespace evident {

/// Lines that are too many for a notice: a sentence, and the lines to read, select and copy. Not modal; closes itself
/// for good.
class TextListDialog : public QDialog
{
    Q_OBJECT

public:
    TextListDialog(const QString &title, const QString &sentence, const QStringList &lines, QWidget *parent);
};

} // namespace evident
