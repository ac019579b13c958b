#include "codec.h"

#include <QCoreApplication>

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::Codec)
};

QString wrongChecksum()
{
    return Messages::tr("the checksum (CRC) is wrong");
}

QString wrongData()
{
    return Messages::tr("the data are not what was compressed");
}

QString noMemory()
{
    return Messages::tr("unpacking needs more memory than it may have");
}

/// A pointer of the C libraries that take input as something that they may change, and do not.
template <typename Byte>
Byte *bytesOf(std::span<const char> input)
{
    return reinterpret_cast<Byte *>(const_cast<char *>(input.data()));
}

/// zlib's and bzip2's streams count alike.
template <typename Stream, typename Byte>
void lend(Stream &stream, std::span<const char> input, std::span<char> output)
{
    stream.next_in = bytesOf<Byte>(input);
    stream.avail_in = unsigned(input.size());
    stream.next_out = reinterpret_cast<Byte *>(output.data());
    stream.avail_out = unsigned(output.size());
}

template <typename Stream>
void takeBack(const Stream &stream, std::span<const char> &input, std::span<char> &output)
{
    input = input.last(stream.avail_in);
    output = output.last(stream.avail_out);
}

class GzipCodec final : public Codec
{
public:
    ~GzipCodec() override { inflateEnd(&m_stream); }

    void startFrame() override
    {
        inflateEnd(&m_stream);
        m_stream = {};
        m_code = inflateInit2(&m_stream, gzipWindow);
    }
    Step decode(std::span<const char> &input, std::span<char> &output) override
    {
        if (m_code == Z_OK) {
            lend<z_stream, Bytef>(m_stream, input, output);
            m_code = inflate(&m_stream, Z_NO_FLUSH);
            takeBack(m_stream, input, output);
            m_code = m_code == Z_BUF_ERROR ? Z_OK : m_code;
        }
        if (m_code == Z_STREAM_END)
            return Step::FrameEnd;
        return m_code == Z_OK ? Step::Running : Step::Failed;
    }
    bool canBegin(char first) const override { return first == '\x1F'; }
    QString failure() const override
    {
        if (m_code == Z_MEM_ERROR)
            return noMemory();
        const QByteArrayView reason(m_stream.msg);
        return reason == "incorrect data check" || reason == "incorrect length check" ? wrongChecksum() : wrongData();
    }

private:
    static constexpr int gzipWindow = 16 + MAX_WBITS; ///< 16: gzip's header and checksum

    z_stream m_stream = {};
    int m_code = Z_STREAM_ERROR;
};

class Bzip2Codec final : public Codec
{
public:
    ~Bzip2Codec() override { BZ2_bzDecompressEnd(&m_stream); }

    void startFrame() override
    {
        BZ2_bzDecompressEnd(&m_stream);
        m_stream = {};
        m_code = BZ2_bzDecompressInit(&m_stream, 0, 0);
    }
    Step decode(std::span<const char> &input, std::span<char> &output) override
    {
        if (m_code == BZ_OK) {
            lend<bz_stream, char>(m_stream, input, output);
            m_code = BZ2_bzDecompress(&m_stream);
            takeBack(m_stream, input, output);
        }
        if (m_code == BZ_STREAM_END)
            return Step::FrameEnd;
        return m_code == BZ_OK ? Step::Running : Step::Failed;
    }
    bool canBegin(char first) const override { return first == 'B'; }
    QString failure() const override
    {
        // bzip2 says no more than that its data are wrong, which it knows by the checksum of each block.
        return m_code == BZ_MEM_ERROR ? noMemory() : m_code == BZ_DATA_ERROR ? wrongChecksum() : wrongData();
    }

private:
    bz_stream m_stream = {};
    int m_code = BZ_SEQUENCE_ERROR;
};

class XzCodec final : public Codec
{
public:
    ~XzCodec() override { lzma_end(&m_stream); }

    void startFrame() override { m_code = lzma_stream_decoder(&m_stream, maxMemory, 0); }
    Step decode(std::span<const char> &input, std::span<char> &output) override
    {
        if (m_code == LZMA_OK) {
            m_stream.next_in = bytesOf<const uint8_t>(input);
            m_stream.avail_in = input.size();
            m_stream.next_out = reinterpret_cast<uint8_t *>(output.data());
            m_stream.avail_out = output.size();
            m_code = lzma_code(&m_stream, LZMA_RUN);
            takeBack(m_stream, input, output);
            m_code = m_code == LZMA_BUF_ERROR ? LZMA_OK : m_code;
        }
        if (m_code == LZMA_STREAM_END)
            return Step::FrameEnd;
        return m_code == LZMA_OK ? Step::Running : Step::Failed;
    }
    bool canBegin(char first) const override { return first == '\xFD'; }
    QString failure() const override
    {
        if (m_code == LZMA_MEM_ERROR || m_code == LZMA_MEMLIMIT_ERROR)
            return noMemory();
        return wrongData();
    }

private:
    static constexpr uint64_t maxMemory = uint64_t(512) << 20; ///< xz -9 needs 65 MiB

    lzma_stream m_stream = LZMA_STREAM_INIT;
    lzma_ret m_code = LZMA_PROG_ERROR;
};

class ZstdCodec final : public Codec
{
public:
    ZstdCodec()
        : m_stream(ZSTD_createDStream())
    { }
    ~ZstdCodec() override { ZSTD_freeDStream(m_stream); }
    ZstdCodec(const ZstdCodec &) = delete;
    ZstdCodec &operator=(const ZstdCodec &) = delete;

    void startFrame() override { m_code = ZSTD_initDStream(m_stream); }
    Step decode(std::span<const char> &input, std::span<char> &output) override
    {
        if (!ZSTD_isError(m_code)) {
            ZSTD_inBuffer in = {input.data(), input.size(), 0};
            ZSTD_outBuffer out = {output.data(), output.size(), 0};
            m_code = ZSTD_decompressStream(m_stream, &out, &in);
            input = input.subspan(in.pos);
            output = output.subspan(out.pos);
        }
        if (ZSTD_isError(m_code))
            return Step::Failed;
        return m_code == 0 ? Step::FrameEnd : Step::Running;
    }
    bool canBegin(char first) const override
    {
        // The second kind of frame is one to be skipped.
        return first == '\x28' || (first & '\xF0') == '\x50';
    }
    QString failure() const override
    {
        switch (ZSTD_getErrorCode(m_code)) {
        case ZSTD_error_checksum_wrong:
            return wrongChecksum();
        case ZSTD_error_memory_allocation:
        case ZSTD_error_frameParameter_windowTooLarge:
            return noMemory();
        default:
            return wrongData();
        }
    }

private:
    ZSTD_DStream *m_stream;
    size_t m_code = 0;
};

} // namespace

std::unique_ptr<Codec> Codec::make(Compression compression)
{
    switch (compression) {
    case Compression::Gzip:
        return std::make_unique<GzipCodec>();
    case Compression::Zstd:
        return std::make_unique<ZstdCodec>();
    case Compression::Xz:
        return std::make_unique<XzCodec>();
    case Compression::Bzip2:
        return std::make_unique<Bzip2Codec>();
    case Compression::None:
    case Compression::Zip:
        break;
    }
    return nullptr;
}

} // namespace evident
