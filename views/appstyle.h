#pragma once

#include <QProxyStyle>

namespace evident {

struct ColorTokens;

/// Fusion, drawn flat: focus as 2 px of accent, check boxes and header sections without bevels. Colours come from the
/// palette (accent is `Link`, muted ink is `PlaceholderText`, lines are `Mid`), so that it needs no word when the theme
/// changes.
class AppStyle : public QProxyStyle
{
    Q_OBJECT

public:
    AppStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;

    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;

    /// What neither the palette nor the style itself can say.
    static QString sheet(const ColorTokens &colors);
};

} // namespace evident
