#include "dictionary.h"

#include <benchmark/benchmark.h>

#include <random>
#include <vector>

using namespace evident;

namespace {

/// Texts of which a dictionary holds as many as the argument says, in any order.
void internKnown(benchmark::State &state)
{
    Dictionary dictionary;
    std::vector<QByteArray> texts;
    for (int i = 0; i < int(state.range(0)); ++i)
        texts.push_back("user" + QByteArray::number(i) + "@example.com");
    for (const QByteArray &text : texts)
        dictionary.intern(text);
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same order in each run
    std::vector<std::size_t> order(65'536);
    for (std::size_t &index : order)
        index = random() % texts.size();
    std::size_t next = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(dictionary.intern(texts[order[next++ % order.size()]]));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(internKnown)->Arg(10)->Arg(5000)->Arg(200'000);

void internNew(benchmark::State &state)
{
    constexpr int count = 50'000;
    std::vector<QByteArray> texts;
    for (int i = 0; i < count; ++i)
        texts.push_back("user" + QByteArray::number(i) + "@example.com");
    for (auto _ : state) {
        Dictionary dictionary;
        for (const QByteArray &text : texts)
            benchmark::DoNotOptimize(dictionary.intern(text));
    }
    state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK(internNew);

} // namespace
