#pragma once

#include "childrun.h"
#include "ownmemory.h"

#include <QByteArrayView>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>

inline constexpr qint64 kibibyte = 1024;
inline constexpr qint64 mebibyte = 1024 * kibibyte;
inline constexpr qint64 gibibyte = 1024 * mebibyte;
/// What a process needs besides what it holds of a log.
inline constexpr qint64 floorMemory = 64 * mebibyte;
/// Columns of any record, its texts aside.
inline constexpr qint64 bytesARecord = 32;

/// Whether the sizes are those of ./dev soak.
bool isFullSize();
/// `full` at full size, else what an everyday test can afford.
qint64 sized(qint64 full, qint64 small);

QByteArray numbered(const char *before, qint64 number, const char *behind);

/// Writes a file piece by piece, so that the test itself stays small.
class FileWriter
{
public:
    explicit FileWriter(const QString &path)
        : m_file(path)
    {
        m_isGood = m_file.open(QIODevice::WriteOnly);
    }
    ~FileWriter() { finish(); }
    void add(QByteArrayView bytes)
    {
        m_buffer.append(bytes);
        if (m_buffer.size() > mebibyte)
            finish();
    }
    /// Leaves `bytes` NULs that need no room on the disk.
    void skip(qint64 bytes)
    {
        finish();
        m_isGood = m_isGood && m_file.seek(m_file.pos() + bytes);
    }
    qint64 position() const { return m_file.pos() + m_buffer.size(); }
    bool finish()
    {
        m_isGood = m_isGood && m_file.write(m_buffer) == m_buffer.size() && m_file.flush();
        m_buffer.clear();
        return m_isGood;
    }

private:
    QFile m_file;
    QByteArray m_buffer;
    bool m_isGood = false;
};

/// What a probe said of a log or page, and what that took.
struct Probed
{
    QJsonObject facts;
    ChildRun run;

    qint64 number(const char *name) const { return facts.value(QLatin1StringView(name)).toInteger(-1); }
    QString text(const char *name) const { return facts.value(QLatin1StringView(name)).toString(); }
};

/// A folder for odd files, which goes with them, and the programs that read them there.
class OddFolder
{
public:
    OddFolder();

    bool isValid() const { return m_folder.isValid() && m_data.isValid(); }
    /// Why there is no room for the files; "" when there is.
    QString shortage() const;
    QString path() const { return m_folder.path(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// The engine alone.
    Probed probe(const QString &name) const;
    /// The reader of catalog pages alone.
    Probed probePage(const QString &name) const;
    /// The program itself.
    ChildRun evident(const QStringList &arguments, ChildSetting setting = {}) const;
    /// All records that `--summary --format json` counted.
    static qint64 recordsOf(const ChildRun &summary);

private:
    Probed probeWith(const QString &program, const QString &name) const;

    QTemporaryDir m_data;
    QTemporaryDir m_folder;
};

/// Whether the child kept to the bound; says by how much it did not. Under a sanitizer it always did.
bool isWithin(const ChildRun &run, qint64 bytes);
