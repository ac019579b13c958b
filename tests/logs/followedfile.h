#pragma once

#include "follower.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utime.h>

namespace evident {

inline QByteArray record(int number, const QByteArray &user = "jdoe")
{
    return R"({"eventCode":")" + QByteArray::number(700 + number % 50)
        + R"(","eventLogDate":"2026-01-15T09:00:00.000Z","userId":")" + user + R"(","eventId":")"
        + QByteArray::number(number) + "\"}";
}

inline QByteArray lines(int first, int count)
{
    QByteArray text;
    for (int number = first; number < first + count; ++number)
        text += record(number) + "\n";
    return text;
}

/// All that a log says of its records, in words: ids differ from log to log.
inline QStringList described(const Log &log)
{
    QStringList rows;
    for (Row row = 0; row < log.columns().size(); ++row) {
        const RecordColumns record = log.columns().record(row);
        const EventShape shape = log.shape(record.shape);
        const Result<QByteArray> raw = log.raw(row);
        rows.append(QStringLiteral("%1+%2 line %3 at %4, %5 %6 by %7: %8")
                        .arg(record.offset)
                        .arg(record.length)
                        .arg(record.line)
                        .arg(record.time)
                        .arg(shape.code)
                        .arg(shape.understood)
                        .arg(log.texts(TextColumn::User).text(record.user),
                             raw ? QString::fromUtf8(raw.value()) : raw.error().message));
    }
    rows.append(QStringLiteral("%1 not understood, %2 invalid bytes, %3 bytes, state %4, %5")
                    .arg(log.notUnderstood())
                    .arg(log.invalidBytes())
                    .arg(log.bytesRead())
                    .arg(int(log.state()))
                    .arg(log.error().value_or(Error()).message));
    return rows;
}

/// A file, and a log that follows it as a document does: where it is to start over, it does.
class Followed
{
public:
    explicit Followed(const QByteArray &bytes)
        : m_path(m_folder.filePath(QStringLiteral("growing.log")))
    {
        write(bytes);
        open();
    }

    void append(const QByteArray &bytes) { put(bytes, QIODevice::Append); }
    void write(const QByteArray &bytes) { put(bytes, QIODevice::WriteOnly | QIODevice::Truncate); }
    /// Makes sure that the file's time is another.
    void touch(int secondsAgo)
    {
        const auto time = std::time_t(1'768'468'442 - secondsAgo);
        const utimbuf times{time, time};
        QVERIFY(::utime(QFile::encodeName(m_path).constData(), &times) == 0);
    }

    Follower::Look look(bool follow = true)
    {
        const Follower::Look look = m_follower->look(follow, {});
        if (look.startOver) {
            ++m_restarts;
            open();
        }
        return look;
    }
    /// Until nothing is new any more.
    void settle()
    {
        for (int looks = 0, quiet = 0; quiet < 2; ++looks) {
            quiet = look().change == Follower::Change::None ? quiet + 1 : 0;
            QVERIFY2(looks < 20, "The log finds no rest.");
        }
    }

    QString path() const { return m_path; }
    QString other() const { return m_folder.filePath(QStringLiteral("other.log")); }
    const Log &log() const { return *m_log; }
    int restarts() const { return m_restarts; }
    QStringList rows() const { return described(*m_log); }
    QStringList freshRows() const
    {
        const Result<std::shared_ptr<Log>> fresh = Log::open(m_path, options());
        if (!fresh)
            return {fresh.error().message};
        fresh.value()->index({});
        return described(*fresh.value());
    }

private:
    static LogOptions options()
    {
        LogOptions options;
        options.inputZone = QTimeZone::utc();
        return options;
    }
    void put(const QByteArray &bytes, QIODevice::OpenMode mode)
    {
        QFile file(m_path);
        QVERIFY(file.open(mode | QIODevice::Unbuffered));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void open()
    {
        const Result<std::shared_ptr<Log>> log = Log::open(m_path, options());
        QVERIFY2(log.ok(), "The file cannot be opened.");
        m_log = log.value();
        m_log->index({});
        m_follower = std::make_unique<Follower>(m_log);
    }

    QTemporaryDir m_folder;
    QString m_path;
    std::shared_ptr<Log> m_log;
    std::unique_ptr<Follower> m_follower;
    int m_restarts = 0;
};

} // namespace evident
