#pragma once

#include "blockreader.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

/// All that a record says, in one line: `09:14:02.118 am 13002 failed level=INFO user=jdoe`. The date is that of all
/// these tests, 15 January 2026, unless it is written.
inline QString recordText(const ReadRecord &record)
{
    using namespace Qt::StringLiterals;
    if (!record.understood)
        return u"? "_s + kindName(record.kind);
    QStringList parts;
    if (record.time != evident::noTime) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(record.time, Qt::UTC);
        const QString iso = time.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
        parts.append(iso.startsWith(u"2026-01-15 "_s) ? iso.mid(11) : iso);
    }
    parts.append(kindName(record.kind));
    if (record.code != evident::noCode)
        parts.append(QString::number(record.code));
    if (record.failed)
        parts.append(u"failed"_s);
    const std::pair<const char *, QByteArray> texts[] = {
        {"level", record.level},   {"category", record.category}, {"text", record.description},
        {"user", record.user},     {"address", record.address},   {"application", record.application},
        {"method", record.method},
    };
    for (const auto &[name, value] : texts) {
        if (!value.isEmpty())
            parts.append(QString::fromLatin1(name) + u'=' + QString::fromUtf8(value));
    }
    return parts.join(u' ');
}

inline QStringList recordTexts(const ReadLog &log)
{
    QStringList texts;
    for (const ReadRecord &record : log.records)
        texts.append(recordText(record));
    return texts;
}

inline QString fieldsText(const QList<evident::RecordField> &fields)
{
    QStringList texts;
    for (const evident::RecordField &field : fields)
        texts.append(field.name + u'=' + field.value);
    return texts.join(u'|');
}

/// What parseRecord() makes of each record's own text; empty where it is what parse() found.
inline QString differenceWhenReadAgain(const evident::Format &format, const QByteArray &data,
                                       const evident::FormatContext &context = {})
{
    const ReadLog log = readWhole(format, data, context);
    const auto parser = format.parser(data, context);
    for (const ReadRecord &record : log.records) {
        QByteArray scratch;
        const auto again = parser->parseRecord(record.raw, scratch);
        if (!again)
            return QStringLiteral("not one record: ") + QString::fromUtf8(record.raw);
        if (again->time != record.time || again->code != record.code || again->understood != record.understood
            || again->kind != record.kind || again->user != record.user || again->description != record.description)
            return QStringLiteral("another record: ") + QString::fromUtf8(record.raw);
    }
    return {};
}

/// Times without a zone are Berlin's, and the file was written five days after its records.
inline evident::FormatContext berlin()
{
    evident::FormatContext context;
    context.inputZone = QTimeZone("Europe/Berlin");
    context.fileTime = QDateTime(QDate(2026, 1, 20), QTime(), Qt::UTC).toMSecsSinceEpoch();
    return context;
}

/// A row of a test with the columns "line" and "expected": the line is one record, and reads as expected.
inline void checkLine(const evident::Format &format)
{
    QFETCH(QByteArray, line);
    const ReadLog log = readWhole(format, line, berlin());
    QCOMPARE(log.records.size(), 1);
    QCOMPARE(log.records[0].raw, line);
    QTEST(recordText(log.records[0]), "expected");
}

/// The same line reads the same when it is read back alone.
inline void checkLineAgain(const evident::Format &format)
{
    QFETCH(QByteArray, line);
    QCOMPARE(differenceWhenReadAgain(format, line, berlin()), QString());
}
