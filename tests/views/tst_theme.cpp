#include "appearanceportal.h"
#include "theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QFocusEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace evident;

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// WCAG's contrast, to the one decimal in which the minima are written.
double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return std::round((high + 0.05) / (low + 0.05) * 10) / 10;
}

std::unique_ptr<AppearancePortal> silentPortal()
{
    return std::make_unique<AppearancePortal>(QDBusConnection(QStringLiteral("nowhere")));
}

/// Minima of the design by severity.
constexpr double severityMinima[] = {5.4, 5.2, 5.6, 5.5, 5.0, 5.5};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void everyInkIsReadable_data();
    void everyInkIsReadable();
    void highContrastGoesToSevenAndDropsTints_data();
    void highContrastGoesToSevenAndDropsTints();
    void onlyTheThreeHeavyLevelsTintRows();
    void paletteNamesEveryColourInEveryGroup_data();
    void paletteNamesEveryColourInEveryGroup();
    void choiceOverridesTheSystem();
    void systemChoiceFollowsThePaletteTheProgramStartedWith();
    void changesAreToldOnce();
    void scrollBarsStayWideEnoughToGrab();
    void focusIsDrawnInAccent();
};

void TestTheme::everyInkIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::everyInkIsReadable()
{
    QFETCH(bool, dark);
    const ColorTokens colors = Theme::tokens(dark, false);
    QList<QColor> rows{colors.base, colors.alternate, colors.selection};
    for (const auto level : {Severity::Critical, Severity::Error, Severity::Warning})
        rows.append(colors.of(level).tint);
    for (const QColor &surface : rows + QList{colors.window}) {
        QVERIFY2(contrast(colors.text, surface) >= 8.9, qPrintable(surface.name()));
        QVERIFY2(contrast(colors.mutedText, surface) >= 5.0, qPrintable(surface.name()));
    }
    // 6.5 is for what accent is written on, the base; on other surfaces it stays above what WCAG asks of text.
    QVERIFY(contrast(colors.accent, colors.base) >= 6.5);
    for (const QColor &surface : {colors.alternate, colors.window, colors.selection})
        QVERIFY2(contrast(colors.accent, surface) >= 5.1, qPrintable(surface.name()));

    for (int level = 0; level < 6; ++level) {
        const auto &[ink, tint] = colors.severity[level];
        for (const QColor &surface : {colors.base, colors.alternate, tint, colors.selection}) {
            const QString what =
                QStringLiteral("level %1 on %2: %3").arg(level).arg(surface.name()).arg(contrast(ink, surface));
            QVERIFY2(contrast(ink, surface) >= severityMinima[level], qPrintable(what));
        }
    }
    // Areas, not text: 3:1.
    QList<QColor> bars(std::begin(colors.parts), std::end(colors.parts));
    for (int level = 0; level < 6; ++level)
        bars.append(colors.bar(Severity(level)));
    for (const QColor &bar : std::as_const(bars)) {
        for (const QColor &surface : {colors.base, colors.alternate, colors.window})
            QVERIFY2(contrast(bar, surface) >= 3.0, qPrintable(bar.name() + QLatin1Char(' ') + surface.name()));
    }
    for (const auto &[ink, tint] : {colors.added, colors.removed}) {
        for (const QColor &surface : {colors.base, colors.alternate, tint})
            QVERIFY2(contrast(ink, surface) >= 5.0, qPrintable(ink.name() + QLatin1Char(' ') + surface.name()));
    }
}

void TestTheme::highContrastGoesToSevenAndDropsTints_data()
{
    everyInkIsReadable_data();
}

void TestTheme::highContrastGoesToSevenAndDropsTints()
{
    QFETCH(bool, dark);
    const ColorTokens colors = Theme::tokens(dark, true);
    QList<QColor> inks{colors.text, colors.mutedText, colors.accent};
    for (const auto &severity : colors.severity) {
        inks.append(severity.ink);
        QCOMPARE(severity.tint, colors.base);
    }
    for (const auto &side : {colors.added, colors.removed}) {
        inks.append(side.ink);
        QCOMPARE(side.tint, colors.base);
    }
    for (const QColor &ink : std::as_const(inks)) {
        for (const QColor &surface : {colors.base, colors.alternate, colors.window, colors.selection})
            QVERIFY2(contrast(ink, surface) >= 7.0, qPrintable(ink.name() + QLatin1Char(' ') + surface.name()));
    }
    QVERIFY(contrast(colors.line, colors.base) >= 3.0);
    for (int level = 0; level < 6; ++level)
        QVERIFY(!colors.rowTint(Severity(level)).isValid());
}

void TestTheme::onlyTheThreeHeavyLevelsTintRows()
{
    const ColorTokens colors = Theme::tokens(false, false);
    for (const auto level : {Severity::Critical, Severity::Error, Severity::Warning})
        QCOMPARE(colors.rowTint(level), colors.of(level).tint);
    for (const auto level : {Severity::Notice, Severity::Info, Severity::Unknown})
        QVERIFY(!colors.rowTint(level).isValid());
}

void TestTheme::paletteNamesEveryColourInEveryGroup_data()
{
    everyInkIsReadable_data();
}

void TestTheme::paletteNamesEveryColourInEveryGroup()
{
    QFETCH(bool, dark);
    const QPalette palette = Theme::palette(Theme::tokens(dark, false));
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        for (int role = 0; role < QPalette::NColorRoles; ++role) {
            if (role != QPalette::NoRole)
                QVERIFY2(palette.isBrushSet(group, QPalette::ColorRole(role)), qPrintable(QString::number(role)));
        }
        const double least = group == QPalette::Disabled ? 2.0 : 5.0;
        QVERIFY(contrast(palette.color(group, QPalette::Text), palette.color(group, QPalette::Base)) >= least);
        QVERIFY(contrast(palette.color(group, QPalette::ToolTipText), palette.color(group, QPalette::ToolTipBase))
                >= 5.0);
        QVERIFY(contrast(palette.color(group, QPalette::Link), palette.color(group, QPalette::Base)) >= least);
        QVERIFY(contrast(palette.color(group, QPalette::PlaceholderText), palette.color(group, QPalette::Base))
                >= least);
    }
}

void TestTheme::choiceOverridesTheSystem()
{
    Theme theme(silentPortal());
    theme.setChoice(Theme::Choice::Dark);
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::tokens(true, false).base);
    theme.setChoice(Theme::Choice::Light);
    QVERIFY(!theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::tokens(false, false).base);
}

void TestTheme::systemChoiceFollowsThePaletteTheProgramStartedWith()
{
    const QPalette before = QApplication::palette();
    QApplication::setPalette(QPalette(QColor(40, 40, 40)));
    {
        const Theme theme(silentPortal());
        QVERIFY(theme.isDark());
    }
    QApplication::setPalette(QPalette(QColor(240, 240, 240)));
    {
        const Theme theme(silentPortal());
        QVERIFY(!theme.isDark());
    }
    QApplication::setPalette(before);
}

void TestTheme::changesAreToldOnce()
{
    Theme theme(silentPortal());
    theme.setChoice(Theme::Choice::Light);
    QSignalSpy changes(&theme, &Theme::changed);
    theme.setChoice(Theme::Choice::Light);
    QCOMPARE(changes.count(), 0);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changes.count(), 1);
    theme.setHighContrast(true);
    QCOMPARE(changes.count(), 2);
    QVERIFY(theme.isHighContrast());
    theme.setHighContrast(false);
    QCOMPARE(changes.count(), 3);
}

void TestTheme::scrollBarsStayWideEnoughToGrab()
{
    const Theme theme(silentPortal());
    QScrollBar bar(Qt::Vertical);
    QVERIFY(bar.sizeHint().width() >= 12);
}

void TestTheme::focusIsDrawnInAccent()
{
    Theme theme(silentPortal());
    theme.setChoice(Theme::Choice::Light);
    QWidget window;
    QPushButton button(QStringLiteral("Press"), &window);
    button.setGeometry(10, 10, 100, 30);
    window.resize(120, 50);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto edge = [&button] { return button.grab().toImage().pixelColor(1, 15); };
    button.clearFocus();
    QVERIFY(edge() != theme.colors().accent);
    button.setFocus();
    QTRY_COMPARE(edge(), theme.colors().accent);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
