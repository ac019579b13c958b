#include "sampletext.h"

#include <QHash>

namespace evident {

const QByteArray &sampleText(LogShape shape)
{
    static QHash<int, QByteArray> texts;
    QByteArray &text = texts[int(shape)];
    if (text.isEmpty()) {
        LogGeneratorOptions options;
        options.records = 8192;
        options.people = 5000;
        text = generateLog(shape, options);
    }
    return text;
}

} // namespace evident
