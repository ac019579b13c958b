#include "filequestion.h"

#include <QFileDialog>
#include <QRegularExpression>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// "csv" of "Tables (*.csv)".
QString suffixOf(const QString &filter)
{
    static const QRegularExpression pattern(u"\\*\\.(\\w+)"_s);
    return pattern.match(filter).captured(1);
}

/// The name follows the kind of file that is chosen.
void followFilter(QFileDialog *dialog)
{
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const QString suffix = suffixOf(filter);
        const QString chosen = dialog->selectedFiles().value(0);
        dialog->setDefaultSuffix(suffix);
        if (!chosen.isEmpty() && !suffix.isEmpty())
            dialog->selectFile(QFileInfo(chosen).completeBaseName() + u'.' + suffix);
    });
    dialog->setDefaultSuffix(suffixOf(dialog->selectedNameFilter()));
}

void ask(QWidget *parent, const FileQuestion &question, QFileDialog::FileMode mode,
         const std::function<void(QStringList)> &answered)
{
    auto *dialog = new QFileDialog(parent, question.title, question.folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    if (mode == QFileDialog::AnyFile)
        dialog->setAcceptMode(QFileDialog::AcceptSave);
    if (mode == QFileDialog::Directory)
        dialog->setOption(QFileDialog::ShowDirsOnly);
    if (!question.filters.isEmpty())
        dialog->setNameFilters(question.filters);
    if (!question.name.isEmpty())
        dialog->selectFile(question.name);
    if (mode == QFileDialog::AnyFile)
        followFilter(dialog);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                     [answered](const QStringList &files) { answered(files); });
    dialog->open();
}

} // namespace

void askForFiles(QWidget *parent, const FileQuestion &question, const std::function<void(QStringList)> &answered)
{
    ask(parent, question, QFileDialog::ExistingFiles, answered);
}

void askForNewFile(QWidget *parent, const FileQuestion &question, const std::function<void(QString)> &answered)
{
    ask(parent, question, QFileDialog::AnyFile, [answered](const QStringList &files) { answered(files.value(0)); });
}

void askForFolder(QWidget *parent, const FileQuestion &question, const std::function<void(QString)> &answered)
{
    ask(parent, question, QFileDialog::Directory, [answered](const QStringList &files) { answered(files.value(0)); });
}

} // namespace evident
