#include "reportpdf.h"

#include "reporthtml.h"
#include "wholefile.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QUrl>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int resolution = 300; ///< dots per inch
constexpr int pictureScale = 4;

QImage pictureOf(const QByteArray &svg)
{
    QSvgRenderer renderer(svg);
    const QSizeF size = renderer.defaultSize();
    if (!renderer.isValid() || size.isEmpty())
        return {};
    const int height = int(reportPictureWidth * size.height() / size.width());
    QImage image(QSize(reportPictureWidth, height) * pictureScale, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

QByteArray pdf(const LogReport &report)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(report.head.title);
    writer.setCreator(u"Evident"_s);
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({}); // the document has its own
    QTextDocument document;
    setReport(document, report);
    document.print(&writer);
    return bytes;
}

} // namespace

void setReport(QTextDocument &document, const LogReport &report)
{
    document.setUndoRedoEnabled(false);
    document.addResource(QTextDocument::ImageResource, QUrl(QString::fromLatin1(reportPictureName)),
                         pictureOf(report.timeline));
    document.setHtml(QString::fromUtf8(reportHtml(report, ReportPicture::Named)));
}

Result<void> writeReport(const LogReport &report, const QString &path)
{
    const bool isPdf = path.endsWith(".pdf"_L1, Qt::CaseInsensitive);
    return writeWholeFile(path, isPdf ? pdf(report) : reportHtml(report));
}

} // namespace evident
