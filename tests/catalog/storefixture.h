#pragma once

#include "catalogfixture.h"
#include "sqlitedatabase.h"

#include <QTemporaryDir>

#include <memory>

namespace evident {

inline void runSql(const QString &path, const QStringList &statements)
{
    SqliteDatabase database;
    QVERIFY(database.open(path, SqliteDatabase::Access::ReadWrite).ok());
    for (const QString &statement : statements) {
        const Result<void> done = database.run(statement);
        QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().message));
    }
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A test of the catalog's file: each test function has a folder that is not there yet.
class StoreFixture : public QObject
{
protected:
    void makeFolder()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        QVERIFY(m_temporary->isValid());
        m_folder = m_temporary->filePath(QStringLiteral("data/evident"));
    }
    std::unique_ptr<CatalogStore> opened() const
    {
        Result<std::unique_ptr<CatalogStore>> store = CatalogStore::open(m_folder, m_resources);
        if (!store) {
            QTest::qFail(qPrintable(store.error().message), __FILE__, __LINE__);
            return nullptr;
        }
        return std::move(store).value();
    }
    QString path() const { return m_folder + QStringLiteral("/catalog.db"); }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
    CatalogResources m_resources = shippedResources();
};

} // namespace evident
