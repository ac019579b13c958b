#include "openedfiles.h"

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

bool isText(const OpenedFile &file)
{
    return file.input->info.formatName == "text"_L1;
}

bool isBinary(const OpenedFile &file)
{
    return isText(file) && file.input->head.contains('\0');
}

OpenedFile opened(const LogLocation &location, const LogOptions &options, const std::stop_token &stop,
                  const OpenProgress &progress)
{
    Result<LogInput> input = openLogInput(location, options, stop, progress);
    if (!input)
        return {location.name(), {}, input.error()};
    return {location.name(), std::move(input).value(), {}};
}

/// Whether it says already what is wrong with the archive that it is the last member of.
bool isDamaged(const OpenedFile &file)
{
    return !file.input || file.input->damage;
}

} // namespace

void openFile(const QString &path, const LogOptions &options, const std::stop_token &stop,
              const FilesProgress &progress, std::vector<OpenedFile> &files)
{
    const auto progressOf = [&progress](const QString &name) -> OpenProgress {
        if (!progress)
            return {};
        return [&progress, name](qint64 done, qint64 total) { progress(name, done, total); };
    };
    const Result<LogExpansion> expansion = expandLogPath(path, options, stop, progressOf(path));
    if (!expansion) {
        files.push_back({path, {}, expansion.error()});
        return;
    }
    for (const LogLocation &location : expansion.value().locations)
        files.push_back(opened(location, options, stop, progressOf(location.name())));
    if (expansion.value().damage && !isDamaged(files.back()))
        files.push_back({path, {}, *expansion.value().damage});
}

QStringList takeOutOthers(std::vector<OpenedFile> &files)
{
    const bool haveEvents =
        std::ranges::any_of(files, [](const OpenedFile &file) { return file.input && !isText(file); });
    const auto isLog = [&](const OpenedFile &file) {
        return file.input && (haveEvents ? !isText(file) : !isBinary(file));
    };
    if (std::ranges::none_of(files, isLog))
        return {};
    QStringList others;
    std::erase_if(files, [&](const OpenedFile &file) {
        const bool isOther = file.input && !isLog(file);
        if (isOther)
            others.append(file.path);
        return isOther;
    });
    return others;
}

std::optional<Error> joinedError(const std::vector<OpenedFile> &files)
{
    std::vector<Error> errors;
    for (const OpenedFile &file : files) {
        if (file.error)
            errors.push_back(*file.error);
    }
    if (errors.empty())
        return {};
    if (errors.size() == 1)
        return errors.front();
    QStringList reasons;
    for (const Error &error : errors)
        reasons.append(error.message);
    return Error{reasons.join(u'\n')};
}

} // namespace evident
