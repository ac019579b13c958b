#include "streamunpacker.h"

#include <QCoreApplication>

namespace evident {

namespace {

constexpr qint64 inputSize = 256 * 1024;
constexpr qint64 outputSize = 256 * 1024;

} // namespace

StreamUnpacker::StreamUnpacker(Compression compression, const Source &source, QString name, std::stop_token stop)
    : m_codec(Codec::make(compression)),
      m_source(source),
      m_name(std::move(name)),
      m_stop(std::move(stop)),
      m_inputBuffer(inputSize, Qt::Uninitialized),
      m_outputBuffer(outputSize, Qt::Uninitialized)
{ }

Result<void> StreamUnpacker::refill()
{
    const Result<qint64> got = m_source.read(m_position, {m_inputBuffer.data(), size_t(m_inputBuffer.size())});
    if (!got)
        return got.error();
    m_input = {m_inputBuffer.constData(), size_t(got.value())};
    m_position += got.value();
    m_sourceEnded = got.value() == 0;
    return {};
}

/// False where no frame begins: in padding, at the end, or in bytes that are none.
bool StreamUnpacker::beginFrame()
{
    while (!m_input.empty() && m_input.front() == '\0')
        m_input = m_input.subspan(1);
    if (m_input.empty())
        return false;
    if (!m_codec->canBegin(m_input.front())) {
        m_failure = damageError(
            m_name, bytesTaken(),
            QCoreApplication::translate("evident::Unpacker", "what follows there is not compressed in the same way"));
        return false;
    }
    m_codec->startFrame();
    m_inFrame = true;
    return true;
}

Result<QByteArrayView> StreamUnpacker::next()
{
    while (!m_failure) {
        if (m_stop.stop_requested())
            return openingStopped(m_name);
        if (m_input.empty() && !m_sourceEnded) {
            if (const Result<void> filled = refill(); !filled)
                return filled.error();
        }
        if (!m_inFrame && !beginFrame()) {
            if (m_sourceEnded && !m_failure)
                return QByteArrayView();
            continue;
        }
        std::span<char> room(m_outputBuffer.data(), size_t(m_outputBuffer.size()));
        const Codec::Step step = m_codec->decode(m_input, room);
        const qsizetype given = m_outputBuffer.size() - qsizetype(room.size());
        if (step == Codec::Step::Failed)
            m_failure = damageError(m_name, bytesTaken(), m_codec->failure());
        else if (step == Codec::Step::FrameEnd)
            m_inFrame = false;
        else if (given == 0 && m_sourceEnded)
            m_failure = cutOffError(m_name, bytesTaken());
        if (given > 0)
            return QByteArrayView(m_outputBuffer).first(given);
    }
    return *m_failure;
}

} // namespace evident
