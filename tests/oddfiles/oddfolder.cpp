#include "oddfolder.h"

#include <QJsonDocument>

#include <filesystem>

using namespace Qt::StringLiterals;

bool isFullSize()
{
    return qEnvironmentVariableIsSet("EVIDENT_FULL_SIZE");
}

qint64 sized(qint64 full, qint64 small)
{
    return isFullSize() ? full : small;
}

QByteArray numbered(const char *before, qint64 number, const char *behind)
{
    return before + QByteArray::number(number) + behind;
}

OddFolder::OddFolder()
    : m_folder(QStringLiteral(EVIDENT_FOLDER "/files-XXXXXX"))
{ }

QString OddFolder::shortage() const
{
    const qint64 needed = sized(8 * gibibyte, 512 * mebibyte);
    // QStorageInfo knows mounts alone, and a root folder of its own need not be one.
    const auto free = qint64(std::filesystem::space(m_folder.path().toStdString()).available);
    return free > needed ? QString() : u"%1 has only %2 bytes free."_s.arg(m_folder.path()).arg(free);
}

Probed OddFolder::probe(const QString &name) const
{
    return probeWith(QStringLiteral(EVIDENT_PROBE), name);
}

Probed OddFolder::probePage(const QString &name) const
{
    return probeWith(QStringLiteral(EVIDENT_PAGE_PROBE), name);
}

Probed OddFolder::probeWith(const QString &program, const QString &name) const
{
    ChildSetting setting;
    setting.folder = m_folder.path();
    Probed probed;
    probed.run = runChild(program, {path(name)}, setting);
    probed.facts = QJsonDocument::fromJson(probed.run.output).object();
    return probed;
}

ChildRun OddFolder::evident(const QStringList &arguments, ChildSetting setting) const
{
    setting.folder = m_folder.path();
    return runChild(QStringLiteral(EVIDENT_PROGRAM), QStringList{u"--data-dir"_s, m_data.path()} + arguments, setting);
}

qint64 OddFolder::recordsOf(const ChildRun &summary)
{
    return QJsonDocument::fromJson(summary.output).object().value("records"_L1).toInteger(-1);
}

bool isWithin(const ChildRun &run, qint64 bytes)
{
    if (run.peakMemory <= bytes || !memoryIsOurs)
        return true;
    qWarning("%lld MiB instead of %lld MiB at most", run.peakMemory / mebibyte, bytes / mebibyte);
    return false;
}
