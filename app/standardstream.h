#pragma once

#include <QIODevice>

#include <cstdio>

namespace evident {

/// Standard output or standard error as a device. A pipe that nobody reads any more is remembered instead of ending the
/// program: the writer stops, and nobody is told, for nobody listens.
class StandardStream final : public QIODevice
{
    Q_OBJECT

public:
    explicit StandardStream(std::FILE *stream);

    bool isSequential() const override { return true; }
    /// Whether everything that was ever written has arrived; errorString() says why not.
    bool flush();
    bool isPipeClosed() const noexcept { return m_pipeClosed; }

    /// To be called first thing in main(): a closed pipe is an error of the write, not the program's end.
    static void ignoreClosedPipes();

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    void noteError();

    std::FILE *m_stream;
    bool m_failed = false;
    bool m_pipeClosed = false;
};

} // namespace evident
