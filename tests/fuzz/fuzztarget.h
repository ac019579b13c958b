#pragma once

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <stdexcept>
#include <vector>

/// What held for every input before does not hold for this one.
class FuzzFailure : public std::runtime_error
{
public:
    explicit FuzzFailure(const QString &what)
        : std::runtime_error(what.toStdString())
    { }
};

/// Throws a FuzzFailure that says `what` unless `condition` holds.
inline void mustHold(bool condition, const char *what)
{
    if (!condition)
        throw FuzzFailure(QString::fromUtf8(what));
}

/// Something that takes whatever bytes come. Its checks throw a FuzzFailure.
struct FuzzTarget
{
    QString name;
    std::function<void(QByteArrayView input)> check;
};

/// `detection`, `file`, `page`, `query`, `time`, and one of each format's name.
const std::vector<FuzzTarget> &fuzzTargets();
const FuzzTarget *fuzzTarget(QStringView name);
