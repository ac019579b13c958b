#include "formats/jsonitem.h"
#include "formats/lines.h"
#include "sampletext.h"

#include <benchmark/benchmark.h>

using namespace evident;

namespace {

void readItems(benchmark::State &state)
{
    const QByteArray &text = sampleText(LogShape::Ndjson);
    JsonItemReader reader{FormatContext()};
    qint64 records = 0;
    for (auto _ : state) {
        records = 0;
        reader.beginBlock(text);
        for (LineWalker walker(text); walker.next(); ++records) {
            ParsedRecord record;
            if (!reader.read(walker.line(), record))
                state.SkipWithError("an item was not understood");
            benchmark::DoNotOptimize(record);
        }
    }
    state.SetBytesProcessed(state.iterations() * text.size());
    state.SetItemsProcessed(state.iterations() * records);
}
BENCHMARK(readItems);

/// All that a worker does with a block of a format.
void parseBlock(benchmark::State &state, const char *formatName, LogShape shape)
{
    const QByteArray &text = sampleText(shape);
    const Format *format = formatByName(QString::fromLatin1(formatName));
    const FormatContext context;
    const auto cutter = format->cutter(text, context);
    const auto parser = format->parser(text, context);
    const BlockCutter::Cut cut = cutter->cut(text, true);
    std::vector<ParsedRecord> records;
    for (auto _ : state) {
        records.clear();
        parser->parse(QByteArrayView(text).first(cut.size), 0, cut.state, records);
        benchmark::DoNotOptimize(records.data());
    }
    state.SetBytesProcessed(state.iterations() * cut.size);
    state.SetItemsProcessed(state.iterations() * qint64(records.size()));
}
BENCHMARK_CAPTURE(parseBlock, ndjson, "ndjson", LogShape::Ndjson);
BENCHMARK_CAPTURE(parseBlock, page, "cas-user-json", LogShape::UserPage);
BENCHMARK_CAPTURE(parseBlock, admin, "cas-admin-json", LogShape::AdminPage);
BENCHMARK_CAPTURE(parseBlock, csv, "tool-csv", LogShape::ToolCsv);
BENCHMARK_CAPTURE(parseBlock, text, "text", LogShape::Text);

} // namespace
