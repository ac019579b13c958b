#pragma once

#include "format.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <vector>

/// A record with copies of its texts, to compare what formats read.
struct ReadRecord
{
    QByteArray raw;
    qint64 offset = 0;
    qint64 line = 0; ///< 1-based
    qint64 time = evident::noTime;
    evident::Kind kind = evident::Kind::None;
    bool understood = true;
    bool failed = false;
    qint64 code = evident::noCode;
    QByteArray level;
    QByteArray category;
    QByteArray description;
    QByteArray user;
    QByteArray method;
    QByteArray application;
    QByteArray address;

    bool operator==(const ReadRecord &) const = default;
};

struct ReadLog
{
    QList<ReadRecord> records;
    QString complaint;
    // Of the cutter, about where records end.
    int guesses = 0; ///< that were right
    int wrongGuesses = 0;

    bool operator==(const ReadLog &other) const { return records == other.records && complaint == other.complaint; }
};

/// Reads `data` as an engine does, `blockSize` bytes at a time: what a cut leaves over stands before the next bytes.
inline ReadLog readInBlocks(const evident::Format &format, const QByteArray &data, qsizetype blockSize,
                            const evident::FormatContext &context = {})
{
    auto cutter = format.cutter(data, context);
    const auto parser = format.parser(data, context);
    ReadLog log;
    QByteArray block;
    qsizetype read = 0;
    qint64 offset = 0;
    qint64 line = 1;
    bool atEnd = false;
    while (!atEnd) {
        block += data.mid(read, blockSize);
        read = std::min(read + blockSize, data.size());
        atEnd = read == data.size();
        auto cut = cutter->cut(block, atEnd);
        Q_ASSERT(cut.size >= 0 && cut.size <= block.size());
        Q_ASSERT(!atEnd || cut.size == block.size());
        // A buffer of exactly this size lets the sanitizers see a read behind its end.
        QByteArray whole(block.constData(), qsizetype(cut.size));
        std::vector<evident::ParsedRecord> parsed;
        parser->parse(whole, offset, cut.state, parsed);
        if (cut.guess && parser->stateBehind() != cut.guess) {
            ++log.wrongGuesses;
            cutter = format.cutter(data, context);
            cutter->resume(cut.state, offset);
            cut = cutter->cut(block, atEnd);
            whole = QByteArray(block.constData(), qsizetype(cut.size));
            parsed.clear();
            parser->parse(whole, offset, cut.state, parsed);
        }
        log.guesses += cut.guess ? 1 : 0;
        for (const evident::ParsedRecord &record : parsed) {
            log.records.append(
                {data.mid(record.offset, record.length), record.offset, line + record.linesBefore, record.time,
                 record.kind, record.understood, record.failed, record.code, record.level.toByteArray(),
                 record.category.toByteArray(), record.description.toByteArray(), record.user.toByteArray(),
                 record.method.toByteArray(), record.application.toByteArray(), record.address.toByteArray()});
        }
        line += whole.count('\n');
        offset += cut.size;
        block.remove(0, qsizetype(cut.size));
    }
    log.complaint = cutter->complaint();
    return log;
}

inline ReadLog readWhole(const evident::Format &format, const QByteArray &data,
                         const evident::FormatContext &context = {})
{
    return readInBlocks(format, data, std::max<qsizetype>(1, data.size()), context);
}

/// The first block size with which something else is read than in one block; 0 where there is none.
inline qsizetype firstDifferingBlockSize(const evident::Format &format, const QByteArray &data,
                                         const evident::FormatContext &context = {})
{
    const ReadLog whole = readWhole(format, data, context);
    for (qsizetype size = 1; size <= data.size(); ++size) {
        if (readInBlocks(format, data, size, context) != whole)
            return size;
    }
    return 0;
}

inline QString kindName(evident::Kind kind)
{
    constexpr const char *names[] = {"none", "user", "system", "admin", "am", "idr"};
    return QString::fromLatin1(names[size_t(kind)]);
}

/// The records as text: its code, with the kind where it is not the user's; `-` for no code; `?text` where it was not
/// understood.
inline QString readable(const ReadLog &log)
{
    QStringList texts;
    for (const ReadRecord &record : log.records) {
        if (!record.understood) {
            texts.append(QLatin1Char('?') + QString::fromUtf8(record.raw));
            continue;
        }
        QString text = record.code == evident::noCode ? QStringLiteral("-") : QString::number(record.code);
        if (record.kind != evident::Kind::User)
            text += QLatin1Char(' ') + kindName(record.kind);
        texts.append(text);
    }
    return texts.join(QLatin1Char('|'));
}

/// Makes the columns of a table of what is read: bytes, and what is expected of them. Gives back what adds a row.
inline auto tableOf(const char *bytesColumn)
{
    QTest::addColumn<QByteArray>(bytesColumn);
    QTest::addColumn<QString>("expected");
    return [](const char *name, const QByteArray &bytes, const char *expected) {
        QTest::newRow(name) << bytes << QString::fromUtf8(expected);
    };
}
