#include "formats/jsonscanner.h"
#include "formats/lines.h"
#include "sampletext.h"

#include <benchmark/benchmark.h>

using namespace evident;

namespace {

void countBytes(benchmark::State &state, const QByteArray &text, qint64 records)
{
    state.SetBytesProcessed(state.iterations() * text.size());
    state.SetItemsProcessed(state.iterations() * records);
}

void walkLines(benchmark::State &state)
{
    const QByteArray &text = sampleText(LogShape(state.range(0)));
    qint64 lines = 0;
    for (auto _ : state) {
        lines = 0;
        for (LineWalker walker(text); walker.next(); ++lines)
            benchmark::DoNotOptimize(walker.line().data());
    }
    countBytes(state, text, lines);
}
BENCHMARK(walkLines)->Arg(int(LogShape::Ndjson))->Arg(int(LogShape::Text));

void scanJson(benchmark::State &state)
{
    const QByteArray &text = sampleText(LogShape(state.range(0)));
    qint64 records = 0;
    for (auto _ : state) {
        records = 0;
        JsonScanner scanner;
        qsizetype position = 0;
        while (const auto record = scanner.next(text, true, position)) {
            benchmark::DoNotOptimize(record->begin);
            ++records;
        }
    }
    countBytes(state, text, records);
}
BENCHMARK(scanJson)->Arg(int(LogShape::UserPage))->Arg(int(LogShape::UserArray))->Arg(int(LogShape::Ndjson));

} // namespace
