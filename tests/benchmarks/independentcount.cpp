#include "independentcount.h"

#include "childprocess.h"

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// What is found once in each record of a shape; its group is the code.
struct RecordPattern
{
    QString pattern;
    bool hasCode = false;
};

RecordPattern patternOf(const QString &shape)
{
    if (shape == u"cas-admin-json")
        return {u"\"activityCode\":\"([0-9]+)\""_s, true};
    if (shape == u"syslog-json") // some are administrators'
        return {u"\"(?:eventCode|activityCode)\":\"([0-9]+)\""_s, true};
    if (shape.startsWith("cas-"_L1) || shape == u"ndjson")
        return {u"\"eventCode\":\"([0-9]+)\""_s, true};
    if (shape == u"tool-csv")
        return {u"^[0-9]+,"_s};
    return {u"^."_s};
}

/// Counts the codes of lines that are codes and nothing else, however they are cut into pieces.
class CodeLines
{
public:
    void take(QByteArrayView piece)
    {
        for (const char c : piece) {
            if (c == '\n') {
                ++counts[m_code];
                m_code = 0;
            } else {
                m_code = m_code * 10 + (c - '0');
            }
        }
    }
    CodeCounts counts;

private:
    qint64 m_code = 0;
};

} // namespace

Result<qint64> matchingLines(const QStringList &options, const QString &pattern, const QString &path)
{
    const Result<ChildRun> run =
        runChild(QStringList{u"rg"_s, u"--no-mmap"_s} + options + QStringList{u"-e"_s, pattern, path});
    if (!run)
        return run.error();
    if (run.value().exitCode > 1)
        return Error{u"rg could not search %1."_s.arg(path)};
    return run.value().output.trimmed().toLongLong(); // it says nothing where it finds nothing
}

Result<IndependentCount> independentCount(const QString &shape, const QString &path)
{
    const RecordPattern record = patternOf(shape);
    IndependentCount count;
    if (!record.hasCode) {
        const Result<qint64> lines = matchingLines({u"-c"_s}, record.pattern, path);
        if (!lines)
            return lines.error();
        count.records = lines.value();
        return count;
    }
    CodeLines lines;
    const Result<ChildRun> run =
        runChild({u"rg"_s, u"--no-mmap"_s, u"-N"_s, u"-o"_s, u"-r"_s, u"$1"_s, u"-e"_s, record.pattern, path},
                 [&lines](QByteArrayView piece) { lines.take(piece); });
    if (!run)
        return run.error();
    count.codes = lines.counts;
    for (const qint64 number : count.codes)
        count.records += number;
    return count;
}

QString difference(const IndependentCount &expected, qint64 records, const CodeCounts &codes)
{
    if (records != expected.records)
        return u"%1 records, but rg counts %2"_s.arg(records).arg(expected.records);
    for (auto code = expected.codes.begin(); code != expected.codes.end(); ++code) {
        if (codes.value(code.key()) != code.value())
            return u"%1 records of code %2, but rg counts %3"_s.arg(codes.value(code.key()))
                .arg(code.key())
                .arg(code.value());
    }
    return {};
}

} // namespace evident
