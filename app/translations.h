#pragma once

class QCoreApplication;

namespace evident {

/// The program's texts and Qt's own in the language of the system. English is loaded in any case: it holds the plurals.
void installTranslations(QCoreApplication &application);

} // namespace evident
