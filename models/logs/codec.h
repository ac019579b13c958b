#pragma once

#include "compression.h"

#include <QString>

#include <memory>
#include <span>

namespace evident {

/// Decodes one compressed format, a frame after another: gzip calls it a member, xz and bzip2 a stream.
class Codec
{
public:
    enum class Step {
        Running, ///< as far as input and output reach
        FrameEnd, ///< and its checksum is right
        Failed
    };

    /// Null for what is no single compressed stream.
    static std::unique_ptr<Codec> make(Compression compression);
    virtual ~Codec() = default;

    /// Before the first frame and each further one.
    virtual void startFrame() = 0;
    /// Both spans shrink at their beginning by what was taken and given.
    virtual Step decode(std::span<const char> &input, std::span<char> &output) = 0;
    /// Whether a frame can begin with this byte.
    virtual bool canBegin(char first) const = 0;
    /// After Failed: what is wrong, in words.
    virtual QString failure() const = 0;
};

} // namespace evident
