#pragma once

#include "logreport.h"

namespace evident {

/// How a page shows the timeline.
enum class ReportPicture {
    Inline, ///< in the page itself
    Named, ///< as the image reportPictureName, which who prints the page brings along
};
inline constexpr auto reportPictureName = "timeline";
inline constexpr int reportPictureWidth = 620; ///< in pixels of a screen: the text's on A4

/// The report as a page of its own: UTF-8, no script, nothing from outside, and a policy that forbids both. Nothing of
/// a log is markup in it.
QByteArray reportHtml(const LogReport &report, ReportPicture picture = ReportPicture::Inline);

} // namespace evident
