#pragma once

#include "catalogstore.h"
#include "importadvice.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace evident {

class DiffView;
class Icons;
class NoticeBar;
class Theme;

/// What a page would change, before anything changes: the person chooses what of it is applied. It applies nothing by
/// itself.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `following` pages are shown after this one.
    ImportDialog(const Theme &theme, const Icons &icons, const CatalogImport &import, int following,
                 QWidget *parent = nullptr);

    /// The catalog that the page is laid beside. Can be called again when it has changed.
    void setCatalog(const CatalogPointer &catalog);
    /// Says why it could not be applied; the dialog stays.
    void showError(const QString &text);

    const CatalogImport &import() const { return m_import; }
    qint64 basedOn() const { return m_basedOn; } ///< the catalog's revision
    CatalogDiff chosen() const;

    DiffView *diffView() const { return m_diffView; }
    QPushButton *applyButton() const { return m_apply; }
    QCheckBox *lookedBox() const { return m_looked; }

signals:
    void applyRequested();

private:
    QString factsText() const;
    QWidget *makeHead();
    void showWarnings(const ImportAdvice &advice);
    void updateApply();

    const Theme &m_theme;
    const Icons &m_icons;
    const CatalogImport m_import;
    qint64 m_basedOn = 0;
    bool m_needsLook = false;
    QLabel *m_counts;
    QVBoxLayout *m_warnings;
    NoticeBar *m_error;
    DiffView *m_diffView;
    QCheckBox *m_looked;
    QPushButton *m_apply;
};

} // namespace evident
