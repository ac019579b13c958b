#pragma once

#include "catalogstore.h"
#include "commandline.h"
#include "filteredlog.h"
#include "packfolder.h"
#include "ruleset.h"

#include <QIODevice>
#include <QString>

#include <optional>
#include <vector>

namespace evident {

enum ExitCode { ExitDone = 0, ExitNotAll = 1, ExitWrongCall = 2, ExitNoDisplay = 3 };

/// Does what the command line asks for without a window: writes the answer to one device, reasons and progress to
/// another.
class Headless
{
public:
    Headless(const CommandLine &line, QIODevice &output, QIODevice &errors);

    /// The exit code.
    int run();

private:
    bool openCatalog();
    void lookup();
    void catalog();
    void exportCatalog();
    void changeCatalog();
    void siemPack();
    void changePack();
    void write(const PackFiles &files);
    /// Without its entries; the newest when none is named. Complains when there is none such.
    std::optional<CatalogRevision> revision(std::optional<qint64> id);
    void summary();
    std::optional<RuleSet> readRules();
    void print();

    FilteredLog readFiles();
    std::vector<Row> bookmarkedRows(const Log &log);
    void openFiles(FilteredLog &log, const QString &path);
    QList<CatalogEntry> keptEntries() const;
    QByteArray bytesOf(const QList<CatalogEntry> &entries) const;
    /// `evident: PLACE: REASON` as one line; the exit code becomes 1.
    void complain(const QString &place, const QString &reason);
    void say(const QString &line);
    void complainAbout(const FilteredLog::File &file);
    void sayProgress(const QString &path, FilteredLog::Phase phase, qint64 done, qint64 total);

    const CommandLine &m_line;
    QIODevice &m_output;
    QIODevice &m_errors;
    std::unique_ptr<CatalogStore> m_store;
    CatalogPointer m_catalog;
    int m_exitCode = ExitDone;
    qint64 m_folded = 0; ///< records that were dropped because they repeat an earlier one
    QString m_progressOf;
    qint64 m_progressTenths = 0;
};

/// A line for a terminal: nothing in it moves the cursor or hides.
QByteArray terminalLine(const QString &text);

} // namespace evident
