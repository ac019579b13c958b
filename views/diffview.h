#pragma once

#include "diffmodel.h"
#include "diffproxy.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace evident {

class Icons;
class PageView;
class Theme;

/// What differs between two catalogs: the changes in sections, under a filter, and below them the selected one word by
/// word. Where there is a choice, each has a check box.
class DiffView : public QWidget
{
    Q_OBJECT

public:
    DiffView(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void setDiff(const CatalogDiff &diff, const QList<PageLine> &notUnderstood = {},
                 DiffModel::Choice choice = DiffModel::Choice::None);

    DiffModel &model() { return m_model; }
    QTreeView *tree() const { return m_tree; }
    QLineEdit *filter() const { return m_filter; }
    PageView *page() const { return m_page; }
    QPushButton *allButton() const { return m_all; }
    QPushButton *noneButton() const { return m_none; }

private:
    QWidget *makeBar();
    void setUpTree();
    void showSections();
    void selectFirst();
    void write();

    const Theme &m_theme;
    const Icons &m_icons;
    DiffModel m_model;
    DiffProxy m_proxy;
    QLineEdit *m_filter;
    QPushButton *m_all;
    QPushButton *m_none;
    QTreeView *m_tree;
    PageView *m_page;
};

} // namespace evident
