#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace evident {

/// What came of a program.
struct Run
{
    int exitCode = -1; ///< -1: it did not end by itself
    QByteArray output;
    QByteArray errors;
};

/// Waits for a program that was started.
Run endOf(QProcess &process, int patienceMs);

QJsonObject objectOf(const QByteArray &json);
QJsonArray arrayOf(const QByteArray &json);
QList<QJsonObject> linesOf(const QByteArray &ndjson);
/// Of a key in each object, with blanks between.
QString valuesOf(const QList<QJsonObject> &objects, const QString &key);

/// Two small logs: later.json has a record between those of earlier.json, and one of them again.
extern const char *const earlier;
extern const char *const later;

/// What a test of the program derives from, as a person or a script calls it. Each test function has an empty folder to
/// work in; the program's data folder is of all of them.
class ProgramFixture : public QObject
{
    Q_OBJECT

protected slots: // private ones would be tests
    virtual void initTestCase();
    virtual void init();

protected:
    Run run(const QStringList &arguments, const QByteArray &input = {},
            const std::function<void(QProcess &)> &prepare = {}) const;
    QString fileWith(const QString &name, const QByteArray &bytes) const; ///< its name

    std::unique_ptr<QTemporaryDir> m_folder;
    QTemporaryDir m_data;
    QString m_dataFolder = m_data.path(); ///< as it is given to the program
};

} // namespace evident
