#pragma once

#include "catalogdesk.h"
#include "catalogimporter.h"
#include "catalogmodel.h"
#include "catalogpages.h"
#include "catalogpane.h"
#include "importdialog.h"
#include "windowfixture.h"

#include <QPushButton>
#include <QTableView>

namespace evident {

/// A test of what the window does to the catalog: each test function has a catalog of its own.
class CatalogDeskFixture : public WindowFixture
{
protected:
    void init() override
    {
        QVERIFY(nextEdition().contains("1399"));
        openCatalog();
        WindowFixture::init();
    }

    ImportDialog *dialog() const { return m_window->desk()->importer()->dialog(); }
    /// What would change; null where nothing is shown.
    ImportDialog *preview(const QString &path) const
    {
        m_window->desk()->importer()->importFiles({path});
        return QTest::qWaitFor([this] { return dialog() != nullptr; }) ? dialog() : nullptr;
    }
    bool applyNextEdition() const
    {
        ImportDialog *shown = preview(put(QStringLiteral("next.txt"), nextEdition()));
        if (!shown)
            return false;
        shown->applyButton()->click();
        return QTest::qWaitFor([this] { return !dialog(); });
    }
    const CatalogEntry *entry(qint64 code) const { return m_catalog->snapshot()->find({Kind::User, code}); }
    /// Of the table of the catalog; "absent" where it has no such code.
    QString catalogCell(qint64 code, int column) const
    {
        const QAbstractItemModel *model = m_window->catalogPane()->table()->model();
        const auto row = columnTexts(model, CatalogModel::CodeColumn).indexOf(QString::number(code));
        return row < 0 ? QStringLiteral("absent") : model->index(int(row), column).data().toString();
    }
    bool loaded() const
    {
        return QTest::qWaitFor([this] { return m_window->currentLog(); })
            && WindowFixture::loaded(m_window->currentLog());
    }
    /// A dialog's tree: each section and what is under it.
    static QStringList rows(const QAbstractItemModel *model)
    {
        QStringList rows;
        for (int section = 0; section < model->rowCount(); ++section) {
            const QModelIndex parent = model->index(section, 0);
            rows.append(parent.data().toString());
            for (int row = 0; row < model->rowCount(parent); ++row)
                rows.append(model->index(row, 0, parent).data().toString());
        }
        return rows;
    }
    static QByteArray record(int code) { return line(code, "09:00:00", "jdoe@example.com"); }
};

} // namespace evident
