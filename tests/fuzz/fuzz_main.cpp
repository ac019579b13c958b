#include "fuzztarget.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

// libFuzzer has the main function and calls these two. What a check throws ends the program: so libFuzzer sees it.

namespace {

const FuzzTarget *chosen = nullptr;

[[noreturn]] void listTargets(std::FILE *out, int status)
{
    for (const FuzzTarget &target : fuzzTargets())
        std::fprintf(out, "%s\n", qPrintable(target.name));
    std::exit(status);
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    constexpr const char *option = "--target=";
    for (int i = 1; i < *argc; ++i) {
        const char *argument = (*argv)[i];
        if (std::strcmp(argument, "--targets") == 0)
            listTargets(stdout, 0);
        if (std::strncmp(argument, option, std::strlen(option)) == 0)
            chosen = fuzzTarget(QString::fromUtf8(argument + std::strlen(option)));
    }
    if (!chosen) {
        std::fputs("evident_fuzz: call it with --target=NAME and libFuzzer's options. There are:\n", stderr);
        listTargets(stderr, 2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    chosen->check({reinterpret_cast<const char *>(data), qsizetype(size)});
    return 0;
}
