#include "readasmenu.h"

#include "format.h"
#include "logdocument.h"
#include "words.h"

#include <QActionGroup>
#include <QLabel>
#include <QTimeZone>
#include <QWidgetAction>

#include <map>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int reasonWidth = 360;
constexpr int reasonMargin = 12;

/// "Europe/Berlin" stands under Europe.
QString regionOf(const QByteArray &zone)
{
    const qsizetype slash = zone.indexOf('/');
    return slash > 0 ? QString::fromUtf8(zone.first(slash)) : QString();
}

QString withName(const QString &formatName)
{
    return ReadAsMenu::tr("%1 · %2", "words for a format, its name on the command line")
        .arg(formatWord(formatName), formatName);
}

} // namespace

ReadAsMenu::ReadAsMenu(QWidget *parent)
    : QMenu(parent)
{
    setAccessibleName(tr("Read as"));
    connect(this, &QMenu::aboutToShow, this, &ReadAsMenu::fill);
}

void ReadAsMenu::setDocument(LogDocument *document)
{
    m_document = document;
}

QString ReadAsMenu::shortText(const LogDocument &document)
{
    if (document.log())
        return formatWord(document.log()->info().formatName);
    const QString &wanted = document.options().formatName;
    return wanted.isEmpty() ? tr("Read as…") : formatWord(wanted);
}

QString ReadAsMenu::reasonText(const LogDocument &document)
{
    const std::shared_ptr<Log> &log = document.log();
    if (!log)
        return tr("The log was not read.");
    const LogInfo &info = log->info();
    QString format = tr("Its files have several formats.");
    if (!info.formatName.isEmpty() && !document.options().formatName.isEmpty())
        format = tr("Read as %1, as you chose.").arg(withName(info.formatName));
    else if (!info.formatName.isEmpty() && info.formatReason.isEmpty())
        format = tr("Read as %1.").arg(withName(info.formatName));
    else if (!info.formatName.isEmpty())
        format = tr("Read as %1: %2.", "words for a format, what was seen")
                     .arg(withName(info.formatName), info.formatReason);
    QStringList sentences{format};
    if (!info.encoding.isEmpty())
        sentences.append(tr("Encoding: %1.").arg(info.encoding));
    if (!info.guess.isEmpty())
        sentences.append(info.guess);
    return visibleText(sentences.join(u' '));
}

void ReadAsMenu::fill()
{
    clear();
    delete findChild<QActionGroup *>(QString(), Qt::FindDirectChildrenOnly);
    for (QMenu *menu : findChildren<QMenu *>(Qt::FindDirectChildrenOnly))
        menu->deleteLater();
    if (!m_document)
        return;
    addReason();
    addFormats();
    addSeparator();
    addEncodings();
    addZones();
    addSeparator();
    addAction(tr("Own &pattern for event codes…"), this, &ReadAsMenu::patternRequested);
}

void ReadAsMenu::addReason()
{
    auto *label = new QLabel(reasonText(*m_document));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setContentsMargins(reasonMargin, 8, reasonMargin, 8);
    label->setFixedWidth(reasonWidth);
    label->setMinimumHeight(label->heightForWidth(reasonWidth));
    auto *action = new QWidgetAction(this);
    action->setDefaultWidget(label);
    action->setText(label->text());
    addAction(action);
    addSeparator();
}

QAction *ReadAsMenu::addChoice(QMenu *menu, const QString &text, bool chosen, const LogOptions &options)
{
    QAction *action = menu->addAction(text, this, [this, options] { emit optionsChosen(options); });
    auto *group = menu->findChild<QActionGroup *>(QString(), Qt::FindDirectChildrenOnly);
    (group ? group : new QActionGroup(menu))->addAction(action);
    action->setCheckable(true);
    action->setChecked(chosen);
    return action;
}

void ReadAsMenu::addFormats()
{
    LogOptions options = m_document->options();
    const QString wanted = options.formatName;
    options.formatName.clear();
    addChoice(this, tr("&Detect by what is in it"), wanted.isEmpty(), options);
    for (const QString &name : formatNames()) {
        options.formatName = name;
        addChoice(this, withName(name), wanted == name, options);
    }
}

void ReadAsMenu::addEncodings()
{
    QMenu *menu = addMenu(tr("&Encoding"));
    LogOptions options = m_document->options();
    const QString wanted = options.encoding;
    const std::pair<QString, QString> encodings[] = {
        {tr("Detect (UTF-8 without a mark)"), {}},         {u"UTF-8"_s, u"UTF-8"_s},
        {tr("UTF-16, little endian"), u"UTF-16LE"_s},      {tr("UTF-16, big endian"), u"UTF-16BE"_s},
        {tr("Windows-1252 (Western)"), u"windows-1252"_s},
    };
    for (const auto &[text, name] : encodings) {
        options.encoding = name;
        addChoice(menu, text, wanted == name, options);
    }
}

void ReadAsMenu::addZones()
{
    QMenu *menu = addMenu(tr("&Zone of times without one"));
    LogOptions options = m_document->options();
    const QTimeZone wanted = options.inputZone;
    const auto add = [&](QMenu *to, const QString &text, const QTimeZone &zone) {
        options.inputZone = zone;
        addChoice(to, text, zone == wanted, options);
    };
    const QTimeZone system = QTimeZone::systemTimeZone();
    add(menu, tr("The system's: %1").arg(QString::fromUtf8(system.id())), system);
    if (system != QTimeZone::utc())
        add(menu, u"UTC"_s, QTimeZone::utc());
    if (wanted != system && wanted != QTimeZone::utc())
        add(menu, QString::fromUtf8(wanted.id()), wanted);
    menu->addSeparator();
    std::map<QString, QList<QByteArray>> regions;
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        regions[regionOf(zone)].append(zone);
    for (const auto &[region, zones] : regions) {
        QMenu *inner = menu->addMenu(region.isEmpty() ? tr("Other") : region);
        // Hundreds of zones: each knows itself only when its menu is opened.
        connect(inner, &QMenu::aboutToShow, inner, [this, inner, zones = zones] {
            if (!inner->isEmpty() || !m_document)
                return;
            LogOptions options = m_document->options();
            for (const QByteArray &zone : zones) {
                options.inputZone = QTimeZone(zone);
                addChoice(inner, QString::fromUtf8(zone), false, options);
            }
        });
    }
}

} // namespace evident
