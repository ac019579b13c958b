#include "timestamp.h"

#include <benchmark/benchmark.h>

using namespace evident;

namespace {

void readIsoTime(benchmark::State &state, const char *text, const QTimeZone &zone)
{
    const TimeReader reader(zone);
    const QByteArrayView time(text);
    for (auto _ : state)
        benchmark::DoNotOptimize(reader.iso(time));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(readIsoTime, utc, "2026-01-15T09:14:02.118Z", QTimeZone::utc());
BENCHMARK_CAPTURE(readIsoTime, offset, "2026-01-15T09:14:02.118+0100", QTimeZone::utc());
BENCHMARK_CAPTURE(readIsoTime, withoutZone, "2026-01-15 09:14:02", QTimeZone("Europe/Berlin"));

void readSyslogTime(benchmark::State &state)
{
    const TimeReader reader(QTimeZone("Europe/Berlin"));
    for (auto _ : state)
        benchmark::DoNotOptimize(reader.syslog("Jan 15 09:14:02"));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(readSyslogTime);

void findTime(benchmark::State &state)
{
    const TimeReader reader;
    const QByteArrayView line("<13>1 2026-01-15T09:14:03Z relay1 RSA-SecurID-Cloud-User - - - eventCode=605");
    for (auto _ : state)
        benchmark::DoNotOptimize(reader.find(line));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(findTime);

} // namespace
