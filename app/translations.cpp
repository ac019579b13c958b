#include "translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QString>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

void install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void installTranslations(QCoreApplication &application)
{
    const QLocale system = QLocale::system();
    install(application, QLocale(QLocale::English), u"evident"_s, u":/i18n"_s);
    // Whoever asks for no language gets English, whatever LANGUAGE says.
    if (system.language() == QLocale::C)
        return;
    install(application, system, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, system, u"evident"_s, u":/i18n"_s);
}

} // namespace evident
