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

} // namespace evident
