#include "catalogentry.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace evident {

bool hasPlaceholders(QStringView description)
{
    static const QRegularExpression placeholder(u"\\{[0-9]+\\}"_s);
    return placeholder.match(description.toString()).hasMatch();
}

} // namespace evident
