#include "programfixture.h"

#include <QFile>
#include <QJsonDocument>

namespace evident {

using namespace Qt::StringLiterals;

const char *const earlier =
    R"json({"eventId":"1","eventCode":"702","eventLogDate":"2026-01-15T09:00:00.000Z","userId":"jdoe@example.com","sourceIPAddress":"192.0.2.10"}
{"eventId":"2","eventCode":"901","userId":"asmith"}
{"eventId":"3","eventCode":"411","eventLogDate":"2026-01-15T11:00:00.000Z","eventDescription":"=sum(a)"}
)json";
const char *const later =
    R"json({"eventId":"4","eventCode":"902","eventLogDate":"2026-01-15T10:00:00.000Z","userId":"jdoe@example.com"}
{"eventId":"3","eventCode":"411","eventLogDate":"2026-01-15T11:00:00.000Z","eventDescription":"=sum(a)"}
)json";

Run endOf(QProcess &process, int patienceMs)
{
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonArray arrayOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

QList<QJsonObject> linesOf(const QByteArray &ndjson)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : ndjson.split('\n')) {
        if (!line.isEmpty())
            objects.append(objectOf(line));
    }
    return objects;
}

QString valuesOf(const QList<QJsonObject> &objects, const QString &key)
{
    QStringList values;
    for (const QJsonObject &object : objects)
        values.append(object.value(key).toVariant().toString());
    return values.join(u' ');
}

void ProgramFixture::initTestCase()
{
    QVERIFY(QFile::exists(QStringLiteral(EVIDENT_PROGRAM)));
    QVERIFY(m_data.isValid());
}

void ProgramFixture::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

Run ProgramFixture::run(const QStringList &arguments, const QByteArray &input,
                        const std::function<void(QProcess &)> &prepare) const
{
    constexpr int patienceMs = 60'000;
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    process.setProcessEnvironment(environment);
    if (prepare)
        prepare(process);
    process.start(QStringLiteral(EVIDENT_PROGRAM), QStringList{u"--data-dir"_s, m_dataFolder} + arguments);
    if (!process.waitForStarted())
        return {-1, {}, process.errorString().toUtf8()};
    process.write(input);
    process.closeWriteChannel();
    return endOf(process, patienceMs);
}

QString ProgramFixture::fileWith(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? name : QString();
}

} // namespace evident
