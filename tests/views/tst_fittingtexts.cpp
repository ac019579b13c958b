// No text of the window is cut off: not in another language, not with letters twice as large.

#include "catalogdesk.h"
#include "codepatterndialog.h"
#include "detailspane.h"
#include "findingspage.h"
#include "helpdialog.h"
#include "logdocument.h"
#include "loggenerator.h"
#include "logpane.h"
#include "logwriter.h"
#include "mainwindow.h"
#include "querydesk.h"
#include "settings.h"
#include "storyview.h"
#include "summarypage.h"
#include "summarytab.h"
#include "userpage.h"
#include "viewfixture.h"
#include "windowstate.h"
#include "zonemenu.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLibraryInfo>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>
#include <QVBoxLayout>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QToolButton *>(widget);
        button && !button->icon().isNull() && button->toolButtonStyle() == Qt::ToolButtonIconOnly)
        return {};
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button ? button->text() : QString();
}

QSize neededBy(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->wordWrap())
        return {0, label->heightForWidth(label->width())};
    return widget->sizeHint();
}

/// Does a widget stand beyond the edge of what it is in, where nobody can scroll to it?
bool isBeyondAnEdge(const QWidget *widget, const QWidget *root)
{
    for (const QWidget *inner = widget; inner != root; inner = inner->parentWidget()) {
        const QWidget *outer = inner->parentWidget();
        const auto *area = outer ? qobject_cast<const QAbstractScrollArea *>(outer->parentWidget()) : nullptr;
        if (area && area->viewport() == outer)
            return false;
        if (outer && !outer->rect().contains(inner->geometry()))
            return true;
    }
    return false;
}

/// Titles of columns that do not fit between their lines.
QStringList cutTitles(const QHeaderView *header)
{
    QStringList cut;
    for (int section = 0; section < header->count(); ++section) {
        if (header->isSectionHidden(section) || header->sectionSizeHint(section) <= header->sectionSize(section))
            continue;
        cut.append(header->model()->headerData(section, Qt::Horizontal).toString());
    }
    return cut;
}

/// The texts that are not wholly seen.
QStringList cutTexts(const QWidget *root)
{
    QStringList cut;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *header = qobject_cast<const QHeaderView *>(widget);
            header && header->orientation() == Qt::Horizontal)
            cut.append(cutTitles(header));
        if (textOf(widget).isEmpty())
            continue;
        const QSize needed = neededBy(widget);
        const bool fits = needed.width() <= widget->width() && needed.height() <= widget->height();
        if (!fits || isBeyondAnEdge(widget, root))
            cut.append(textOf(widget));
    }
    return cut;
}

} // namespace

class tst_FittingTexts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();

    void cutTextsAreFound();
    void everyPageShowsItsTexts_data();
    void everyPageShowsItsTexts();
    void everyDialogShowsItsTexts_data();
    void everyDialogShowsItsTexts();

private:
    void setLanguage(const QLocale &locale);
    void makeWindow(const QLocale &locale, double textScale, QSize size);
    LogPane *open();

    QFont m_font;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CatalogStore> m_catalog;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void tst_FittingTexts::initTestCase()
{
    m_font = QApplication::font();
    m_folder = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>();
    m_icons = std::make_unique<Icons>(*m_theme);
    auto resources = shippedCatalogResources();
    QVERIFY(resources.ok());
    auto store = CatalogStore::open(m_folder->path(), std::move(resources).value());
    QVERIFY(store.ok());
    m_catalog = std::move(store).value();
}

void tst_FittingTexts::cleanup()
{
    m_window.reset();
    m_settings.reset();
    setLanguage(QLocale(QLocale::English));
    QApplication::setFont(m_font);
}

void tst_FittingTexts::setLanguage(const QLocale &locale)
{
    m_translators.clear();
    QLocale::setDefault(locale);
    const std::pair<QString, QString> catalogs[] = {{u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
                                                    {u"evident"_s, u":/i18n"_s}};
    for (const auto &[name, folder] : catalogs) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(locale, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator.get());
        m_translators.push_back(std::move(translator));
    }
}

LogPane *tst_FittingTexts::open()
{
    LogGeneratorOptions options;
    options.records = 2000;
    options.storyTime = options.firstTime.addSecs(6000);
    QFile file(m_folder->filePath(u"sign-ins-of-the-whole-company-and-all-of-its-branches-january-2026.json"_s));
    const QByteArray bytes = generateLog(LogShape::Ndjson, options);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return nullptr;
    file.close();
    return m_window->openFile(file.fileName());
}

void tst_FittingTexts::cutTextsAreFound()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *fitting = new QLabel(u"fits"_s);
    auto *label = new QLabel(u"A label that is longer than it may be"_s);
    auto *wrapped = new QLabel(u"A label of more lines than it has room for, which are three at least"_s);
    auto *button = new QPushButton(u"A button that is longer than it may be"_s);
    auto *beyond = new QLabel(u"beyond"_s, &page);
    label->setFixedWidth(40);
    wrapped->setWordWrap(true);
    wrapped->setFixedSize(200, fitting->sizeHint().height());
    button->setFixedWidth(40);
    for (QWidget *widget : QList<QWidget *>{fitting, label, wrapped, button})
        layout->addWidget(widget);
    page.show();
    beyond->move(page.width() - 4, 0);
    QCOMPARE(cutTexts(&page), (QStringList{beyond->text(), label->text(), wrapped->text(), button->text()}));
}

void tst_FittingTexts::everyPageShowsItsTexts_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<double>("textScale");
    QTest::addColumn<QSize>("size");

    const QLocale english(QLocale::English);
    const QLocale german(QLocale::German);
    QTest::newRow("English") << english << 1.0 << QSize(1280, 800);
    QTest::newRow("English, narrow") << english << 1.0 << QSize(1024, 600);
    QTest::newRow("English, a small screen at 200 %") << english << 1.0 << QSize(960, 540);
    QTest::newRow("German") << german << 1.0 << QSize(1280, 800);
    QTest::newRow("German, narrow") << german << 1.0 << QSize(1024, 600);
    QTest::newRow("German, large letters") << german << 2.0 << QSize(1920, 1080);
}

void tst_FittingTexts::makeWindow(const QLocale &locale, double textScale, QSize size)
{
    setLanguage(locale);
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * textScale);
    QApplication::setFont(font);
    m_settings = std::make_unique<SettingsStore>(m_folder->filePath(u"settings"_s));
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{*m_theme, *m_icons, *m_settings, *m_catalog, {}, options, QTimeZone::utc()});
    m_window->resize(size);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_FittingTexts::everyPageShowsItsTexts()
{
    QFETCH(const QLocale, locale);
    QFETCH(const double, textScale);
    QFETCH(const QSize, size);
    makeWindow(locale, textScale, size);
    QStringList cut;
    const auto look = [&](const QString &page) {
        // The layout, and the details of what is selected, follow after a moment.
        if (QTest::qWaitFor([&] { return cutTexts(m_window.get()).isEmpty() && m_window->size() == size; }, 2000))
            return;
        for (const QString &text : cutTexts(m_window.get()))
            cut.append(page + u": "_s + text);
        if (m_window->size() != size)
            cut.append(page + u": %1x%2"_s.arg(m_window->width()).arg(m_window->height()));
    };
    look(u"start"_s);
    m_window->showCatalogEntry({Kind::User, 702});
    QTRY_VERIFY(m_window->detailsPane()->entryKey());
    look(u"catalog"_s);

    LogPane *pane = open();
    QVERIFY(pane);
    auto *findings = pane->findChild<FindingsPage *>();
    QTRY_VERIFY(!findings->statusText().isEmpty());
    QTRY_VERIFY(!pane->document()->isFiltering() && !m_window->detailsPane()->entryKey());
    pane->goToError(false);
    QVERIFY(pane->currentRecord());
    QTRY_VERIFY(!m_window->detailsPane()->isEmpty());
    look(u"records"_s);
    pane->showPage(findings);
    look(u"findings"_s);
    SummaryPage *summary = SummaryTab::of(pane)->page();
    pane->showPage(summary);
    QTRY_VERIFY(summary->summary() && summary->summary()->complete);
    look(u"summary"_s);
    auto *people = pane->findChild<UserPage *>();
    pane->showPage(people);
    look(u"users"_s);
    people->showUser(u"jdoe@example.com"_s);
    QTRY_VERIFY(people->story()->signIns()->model()->rowCount() > 0);
    look(u"story"_s);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

void tst_FittingTexts::everyDialogShowsItsTexts_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<double>("textScale");

    QTest::newRow("English") << QLocale(QLocale::English) << 1.0;
    QTest::newRow("German") << QLocale(QLocale::German) << 1.0;
    QTest::newRow("German, large letters") << QLocale(QLocale::German) << 2.0;
}

void tst_FittingTexts::everyDialogShowsItsTexts()
{
    QFETCH(const QLocale, locale);
    QFETCH(const double, textScale);
    makeWindow(locale, textScale, {1280, 800});
    m_window->state()->queryDesk().manage();
    m_window->state()->zones()->actions().constLast()->trigger();
    m_window->desk()->showHistory();
    m_window->desk()->showEntryHistory({Kind::User, 702});
    (new HelpDialog(m_window.get()))->show();
    (new CodePatternDialog(*m_theme, u"<(?<code>[0-9]+>"_s, nullptr, m_window.get()))->show();
    QStringList cut;
    const QList<QDialog *> dialogs = m_window->findChildren<QDialog *>();
    QCOMPARE(dialogs.size(), 6);
    for (const QDialog *dialog : dialogs) {
        if (QTest::qWaitFor([dialog] { return cutTexts(dialog).isEmpty(); }, 2000))
            continue;
        for (const QString &text : cutTexts(dialog))
            cut.append(dialog->windowTitle() + u": "_s + text);
    }
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

QTEST_MAIN(tst_FittingTexts)
#include "tst_fittingtexts.moc"
