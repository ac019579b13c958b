// Changes a catalog without end, at random, and says before and after each change what it does: for the test that kills
// it.

#include "numberedpage.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

void say(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

template <typename T>
bool succeeded(const Result<T> &result)
{
    if (!result)
        say("failed " + result.error().message.toUtf8());
    return result.ok();
}

bool importPage(CatalogStore &store, QRandomGenerator &random)
{
    const int number = 1 + random.bounded(9);
    const Result<CatalogImport> import = readCatalogImport(numberedPage(number), u"numbered.txt"_s);
    if (!succeeded(import))
        return false;
    say("import " + QByteArray::number(number));
    return succeeded(store.apply(import.value(), pageDiff(store.snapshot()->entries(), import.value().page),
                                 store.snapshot()->revision()));
}

bool restore(CatalogStore &store, QRandomGenerator &random)
{
    const qint64 revision = 1 + random.bounded(int(store.snapshot()->revision()));
    say("restore " + QByteArray::number(revision));
    return succeeded(store.restore(revision));
}

/// Long enough to need pages of its own; now and then none.
bool saveNote(CatalogStore &store, QRandomGenerator &random)
{
    const qint64 code = 700 + random.bounded(20);
    const QByteArray word = QByteArray::number(random.bounded(1'000'000));
    const int repeats = random.bounded(4) == 0 ? 0 : random.bounded(1000);
    const QByteArray text = (word + ' ').repeated(repeats).trimmed();
    say("note " + QByteArray::number(code) + ' ' + text);
    return succeeded(store.saveNote({Kind::User, code}, QString::fromLatin1(text)));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Result<CatalogResources> resources = shippedCatalogResources();
    if (arguments.size() != 3 || !succeeded(resources))
        return 2;
    Result<std::unique_ptr<CatalogStore>> opened = CatalogStore::open(arguments[1], std::move(resources).value());
    if (!succeeded(opened))
        return 1;
    CatalogStore &store = *opened.value();
    QRandomGenerator random(arguments[2].toUInt());
    say("done");
    for (bool going = true; going;) {
        switch (random.bounded(4)) {
        case 0:
            going = importPage(store, random);
            break;
        case 1:
            going = restore(store, random);
            break;
        default:
            going = saveNote(store, random);
            break;
        }
        if (going)
            say("done");
    }
    return 1;
}
