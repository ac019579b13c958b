#pragma once

#include "codec.h"
#include "unpacker.h"

#include <QByteArray>

namespace evident {

/// Unpacks a compressed file of one frame or of several one after another, as they are written by tools that compress
/// in parallel or append.
class StreamUnpacker final : public Unpacker
{
public:
    /// `name` is the file, as messages call it.
    StreamUnpacker(Compression compression, const Source &source, QString name, std::stop_token stop);

    Result<QByteArrayView> next() override;
    qint64 bytesTaken() const override { return m_position - qint64(m_input.size()); }

private:
    Result<void> refill();
    bool beginFrame();

    const std::unique_ptr<Codec> m_codec;
    const Source &m_source;
    const QString m_name;
    const std::stop_token m_stop;
    QByteArray m_inputBuffer;
    QByteArray m_outputBuffer;
    std::span<const char> m_input; ///< what is not decoded yet
    qint64 m_position = 0; ///< behind it, in the source
    bool m_sourceEnded = false;
    bool m_inFrame = false;
    std::optional<Error> m_failure; ///< told after the text that came before it
};

} // namespace evident
