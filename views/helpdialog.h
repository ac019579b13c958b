#pragma once

#include <QDialog>

namespace evident {

/// How to search, and the keys, on one page. Not modal; closes itself for good.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HelpDialog(QWidget *parent = nullptr);

private:
    QString page() const;
};

/// What this program is, whose texts it shows. Not modal.
void showAboutBox(QWidget *parent);

} // namespace evident
