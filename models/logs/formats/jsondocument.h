#pragma once

#include "format.h"
#include "jsonitem.h"
#include "jsonscanner.h"

namespace evident {

/// Cuts JSON documents between their records.
///
/// To know where a record ends in a document, all before it has to be looked at, by one thread. So once records follow
/// one another it guesses: where there stands what stood between the first two, with the key that they begin with, one
/// record ends and another begins.
class JsonDocumentCutter final : public BlockCutter
{
public:
    Cut cut(QByteArrayView block, bool atEnd) override;
    void resume(quint64 state, qint64 position) override;
    Skip skip(QByteArrayView piece, bool atEnd) override;
    QString complaint() const override;
    std::unique_ptr<BlockCutter> clone() const override { return std::make_unique<JsonDocumentCutter>(*this); }

private:
    Cut guessedCut(QByteArrayView block);
    void learn(QByteArrayView block, JsonScanner::Record first, JsonScanner::Record second);

    JsonScanner m_scanner;
    QByteArray m_seam; ///< from a record's last byte to the first key of the next; empty while nothing is to be guessed
    bool m_guesses = true;
    qint64 m_position = 0; ///< of the next block in the data
    qint64 m_skippedFrom = -1; ///< where what is being skipped begins
    qint64 m_brokenOffAt = -1;
    bool m_atEnd = false;
};

/// Reads the records of JSON documents.
class JsonDocumentParser final : public BlockParser
{
public:
    explicit JsonDocumentParser(const FormatContext &context)
        : m_items(context)
    { }
    void parse(QByteArrayView block, qint64 offset, quint64 state, std::vector<ParsedRecord> &records) override;
    std::optional<quint64> stateBehind() const override { return m_stateBehind; }
    bool foundUtf8() const override { return m_items.blockIsUtf8(); }
    std::optional<ParsedRecord> parseRecord(QByteArrayView text, QByteArray &scratch) override;

private:
    JsonItemReader m_items;
    std::optional<quint64> m_stateBehind;
};

/// What the formats that are JSON documents have in common: all but what they look like. Any number of documents may
/// follow one another, and each may be of another of these formats: a record's kind is decided by the record.
class JsonDocumentFormat : public Format
{
public:
    std::unique_ptr<BlockCutter> cutter(QByteArrayView head, const FormatContext &context) const override;
    std::unique_ptr<BlockParser> parser(QByteArrayView head, const FormatContext &context) const override;
    QList<RecordField> fields(QByteArrayView record, QByteArrayView head) const override;
};

} // namespace evident
