#pragma once

#include <QByteArrayList>
#include <QDateTime>

#include <array>
#include <random>

namespace evident {

/// Records, JSON text each, that differ in all that a summary looks at: known and unknown codes, levels, users and
/// methods in several spellings, names with the query language's own characters, other words than the catalog's, no
/// time, lines that nobody understands; some hours with pauses, the last of them with more of a few things.
inline QByteArrayList oddRecords(quint32 seed, int count)
{
    std::mt19937 random(seed);
    const auto pick = [&random](const auto &values) { return values[random() % values.size()]; };
    static constexpr std::array codes{"600", "652", "702", "702", "901", "901", "901", "777", "683", "4711", ""};
    static constexpr std::array levels{"", "error", "ERROR", "critical", "info", "notice", "odd level", "e*"};
    static constexpr std::array users{
        "jdoe",   "JDOE", "jdoe@example.com", R"(CORP\\jdoe)", "asmith", "a*", "a b,c", "-mole", R"(quo\"te)", "or",
        "müller", ""};
    static constexpr std::array applications{"VPN", "vpn", "Portal", "x:y", "*", ""};
    static constexpr std::array methods{"", "Approve", "APPROVE", "SecurID", "-"};
    static constexpr std::array texts{"",
                                      "Fob accepted.",
                                      "fob accepted",
                                      "Approve failed - Timed out.",
                                      "Approve failed – timed out",
                                      "Something else was said."};
    const QDateTime end(QDate(2026, 1, 15), QTime(9, 14, 2, 118), Qt::UTC);
    const int hours = 2 + int(random() % 40);
    QByteArrayList records;
    for (int i = 0; i < count; ++i) {
        const bool isLate = random() % 4 == 0;
        qint64 back = qint64(random() % quint32((isLate ? 1 : hours) * 3'600'000));
        if (random() % 7 == 0)
            back -= back % 3'600'000; // just at the borders of hours
        if (back > 4'000'000 && back < 8'000'000 && seed % 3 == 0)
            back += 6'000'000; // nothing for an hour
        QByteArray record = "{\"eventCode\":\"" + QByteArray(isLate && random() % 2 == 0 ? "702" : pick(codes)) + '"';
        if (random() % 50 != 0)
            record += ",\"eventLogDate\":\"" + end.addMSecs(-back).toString(Qt::ISODateWithMs).toUtf8() + '"';
        const auto add = [&record](const char *name, const char *value) {
            if (*value != '\0')
                record += QByteArray(",\"") + name + "\":\"" + value + '"';
        };
        add("eventLevel", pick(levels));
        add("userId", pick(users));
        add("application", pick(applications));
        add("method", pick(methods));
        add("eventDescription", pick(texts));
        add("sourceIPAddress", random() % 2 == 0 ? "192.0.2.1" : "192.0.2.2");
        records.append(random() % 60 == 0 ? QByteArray("{\"eventCode\":") : record + '}');
    }
    return records;
}

} // namespace evident
