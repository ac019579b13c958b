#include "appearanceportal.h"
#include "icons.h"
#include "theme.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace evident;

namespace {

/// How much ink a picture holds, by pixel, and whether all of it is one colour.
struct Ink
{
    double covered = 0;
    bool oneColour = true;
};

int furthest(const QColor &one, const QColor &other)
{
    return std::max({std::abs(one.red() - other.red()), std::abs(one.green() - other.green()),
                     std::abs(one.blue() - other.blue())});
}

Ink inkOf(const QPixmap &pixmap, const QColor &color)
{
    Ink ink;
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            ink.covered += pixel.alphaF();
            // Premultiplied edges lose a little, one step where they are nearly opaque, and how it is rounded is up to
            // the processor's instructions; what is opaque must be exact.
            const int lost = pixel.alpha() == 255 ? 0 : 1;
            if (pixel.alpha() > 250 && furthest(pixel, color) > lost)
                ink.oneColour = false;
        }
    }
    return ink;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyIconIsDrawnInTheColourItIsGiven_data();
    void everyIconIsDrawnInTheColourItIsGiven();
    void severitiesDifferInShape();
    void outcomesDifferInShape();
    void picturesAreSharpAtScale();
    void iconsFollowTheTheme();
    void anUnknownNameIsNullAndSaysSo();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
};

void TestIcons::initTestCase()
{
    m_theme = std::make_unique<Theme>(std::make_unique<AppearancePortal>(QDBusConnection(QStringLiteral("nowhere"))));
    m_theme->setChoice(Theme::Choice::Light);
    m_icons = std::make_unique<Icons>(*m_theme);
}

void TestIcons::everyIconIsDrawnInTheColourItIsGiven_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() >= 38);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
    // Named by the program's commands, whatever the folder holds.
    for (const char *name :
         {"open",       "import",         "search",        "clear", "help",         "settings", "back",    "forward",
          "next-error", "previous-error", "copy",          "close", "filter",       "exclude",  "columns", "catalog",
          "log",        "paste",          "user",          "time",  "warning-sign", "theme",    "drop",    "empty",
          "broken",     "chevron-down",   "chevron-right", "link",  "follow"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestIcons::everyIconIsDrawnInTheColourItIsGiven()
{
    QFETCH(QString, name);
    const QColor color(0x12, 0x80, 0xF0);
    for (const int size : {16, 24, 64}) {
        const QPixmap pixmap = m_icons->pixmap(name, color, size, 1);
        QCOMPARE(pixmap.size(), QSize(size, size));
        const Ink ink = inkOf(pixmap, color);
        QVERIFY(ink.covered > size * size * 0.02);
        QVERIFY(ink.oneColour);
    }
}

void TestIcons::severitiesDifferInShape()
{
    QList<QImage> shapes;
    for (int level = 0; level < 6; ++level) {
        const QImage shape = m_icons->severity(Severity(level), 16, 1).toImage().convertToFormat(QImage::Format_Alpha8);
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
    }
}

void TestIcons::outcomesDifferInShape()
{
    QList<QImage> shapes;
    for (const auto outcome : {Outcome::Success, Outcome::Failure, Outcome::Pending, Outcome::None}) {
        const QImage shape = m_icons->outcome(outcome, 16, 1).toImage();
        QVERIFY(!shape.isNull());
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
    }
    QVERIFY(m_icons->outcome(Outcome::Unknown, 16, 1).isNull());
}

void TestIcons::picturesAreSharpAtScale()
{
    const QPixmap pixmap = m_icons->severity(Severity::Error, 16, 2);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(16, 16));
    QCOMPARE(m_icons->icon(QStringLiteral("open")).pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
}

void TestIcons::iconsFollowTheTheme()
{
    const QIcon icon = m_icons->icon(QStringLiteral("close"));
    QVERIFY(inkOf(icon.pixmap(64), Theme::tokens(false, false).mutedText).oneColour);
    m_theme->setChoice(Theme::Choice::Dark);
    QVERIFY(inkOf(icon.pixmap(64), Theme::tokens(true, false).mutedText).oneColour);
    m_theme->setChoice(Theme::Choice::Light);
    QVERIFY(icon.pixmap(64, QIcon::Disabled).toImage() != icon.pixmap(64).toImage());
}

void TestIcons::anUnknownNameIsNullAndSaysSo()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no icon named .*nonsense")));
    QVERIFY(m_icons->pixmap(QStringLiteral("nonsense"), Qt::red, 16, 1).isNull());
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
