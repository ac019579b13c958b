#pragma once

#include "catalogstore.h"
#include "icons.h"
#include "theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QLineEdit>
#include <QTest>
#include <QTextEdit>
#include <QWidget>

namespace evident {

/// The catalog that the program ships.
inline CatalogPointer shippedCatalog()
{
    Result<CatalogResources> resources = shippedCatalogResources();
    if (!resources) {
        QTest::qFail(qPrintable(resources.error().message), __FILE__, __LINE__);
        return std::make_shared<const CatalogSnapshot>();
    }
    QList<CatalogEntry> entries = readCatalogPage(resources.value().page, resources.value().pageName).value().entries;
    for (CatalogEntry &entry : entries)
        resources.value().rules.apply(entry, resources.value().guidance->find(entry.key));
    return std::make_shared<const CatalogSnapshot>(
        CatalogContent{std::move(entries), resources.value().synonyms, resources.value().guidance, {}, 0});
}

inline QString accessibleName(QObject *object)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(object);
    return interface ? interface->text(QAccessible::Name) : QString();
}

/// The visible controls under a widget that a screen reader could not name.
inline QStringList unnamedControls(const QWidget *root)
{
    QStringList unnamed;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QAbstractItemView *>(widget) || qobject_cast<QTextEdit *>(widget);
        if (control && widget->isVisibleTo(root) && accessibleName(widget).trimmed().isEmpty())
            unnamed.append(QString::fromLatin1(widget->metaObject()->className()));
    }
    return unnamed;
}

inline Query parsed(const QString &text)
{
    return Query::parse(text).query;
}

} // namespace evident
