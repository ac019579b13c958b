#pragma once

#include "icons.h"
#include "shippedcatalog.h"
#include "theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QLineEdit>
#include <QTest>
#include <QTextEdit>
#include <QWidget>

namespace evident {

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
