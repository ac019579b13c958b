#pragma once

#include "logreport.h"
#include "result.h"

class QTextDocument;

namespace evident {

/// The report as a document for paper.
void setReport(QTextDocument &document, const LogReport &report);

/// Writes the report as HTML, or as PDF where the name ends so; the file is there as a whole or not at all. Any thread.
Result<void> writeReport(const LogReport &report, const QString &path);

} // namespace evident
