#include "logwriter.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

/// What the command line asks for, or nothing and a word on stderr.
std::optional<LogGeneratorOptions> readOptions(const QCommandLineParser &parser)
{
    LogGeneratorOptions options;
    bool seedOk = true;
    bool recordsOk = true;
    bool intervalOk = true;
    options.seed = parser.value(u"seed"_s).toULongLong(&seedOk);
    options.records = parser.value(u"records"_s).toLongLong(&recordsOk);
    options.intervalMs = parser.value(u"interval"_s).toInt(&intervalOk);
    options.firstTime = QDateTime::fromString(parser.value(u"first"_s), Qt::ISODateWithMs);
    options.oddities = !parser.isSet(u"plain"_s);
    if (parser.isSet(u"story"_s))
        options.storyTime = QDateTime::fromString(parser.value(u"story"_s), Qt::ISODateWithMs);
    const bool timesOk = options.firstTime.isValid() && (!parser.isSet(u"story"_s) || options.storyTime.isValid());
    if (seedOk && recordsOk && options.records >= 0 && intervalOk && options.intervalMs > 0 && timesOk)
        return options;
    std::fputs("evident_generate: numbers must be whole, the times like 2026-01-14T06:00:00Z.\n", stderr);
    return std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Writes a made-up log to standard output. Equal options make equal bytes."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"format"_s, u"One of: %1."_s.arg(logShapeNames().join(u", "_s)), u"name"_s, u"ndjson"_s},
        {u"records"_s, u"How many records."_s, u"number"_s, u"1000"_s},
        {u"seed"_s, u"Where chance starts."_s, u"number"_s, u"1"_s},
        {u"first"_s, u"When the log begins."_s, u"time"_s, u"2026-01-14T06:00:00Z"_s},
        {u"interval"_s, u"Mean pause between two sign-ins in working hours."_s, u"ms"_s, u"60000"_s},
        {u"story"_s, u"From when on jdoe@example.com cannot sign in."_s, u"time"_s},
        {u"plain"_s, u"Every description to the catalog's letter."_s},
    });
    parser.process(application);

    const std::optional<LogShape> shape = logShapeNamed(parser.value(u"format"_s));
    const std::optional<LogGeneratorOptions> options = readOptions(parser);
    if (!shape)
        std::fputs("evident_generate: there is no format of that name.\n", stderr);
    if (!shape || !options)
        return 2;

    bool written = true;
    writeLog(*shape, *options, [&written](const QByteArray &piece) {
        written = std::fwrite(piece.constData(), 1, static_cast<std::size_t>(piece.size()), stdout)
                == static_cast<std::size_t>(piece.size())
            && written;
    });
    return written && std::fflush(stdout) == 0 ? 0 : 1;
}
