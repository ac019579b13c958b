#pragma once

#include <QFile>
#include <QString>
#include <QTest>

namespace evident {

/// Another edition of the page that the program ships: 702 has other words, 703 another level, 837 is gone, 1399 is
/// new, and one line makes no sense.
inline QByteArray nextEdition()
{
    QFile file(QStringLiteral(":/catalog/user-events-400-1409.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray edition;
    while (!file.atEnd()) {
        QByteArray line = file.readLine();
        if (line.startsWith("| 837 |") || line.startsWith("837 |"))
            continue;
        if (line.contains("702 |"))
            line.replace("User response timed out.", "The user did not respond in time.");
        if (line.contains("703 |"))
            line.replace("| error |", "| warning |");
        edition += line;
        if (line.contains("702 |"))
            edition += "| 7O4 | error | Authentication | A zero that is a letter. |\n";
        if (line.contains("701 |"))
            edition += "| 1399 | notice | Authentication | Passkey authentication succeeded on another device. |\n";
    }
    return edition;
}

} // namespace evident
