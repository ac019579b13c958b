// A window of Qt's with nothing in it: what any program's start takes at the least.

#include <QApplication>
#include <QMainWindow>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace {

class BareWindow : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        QMetaObject::invokeMethod(this, &BareWindow::usable, Qt::QueuedConnection);
    }

private:
    void usable()
    {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        const auto start = qEnvironmentVariable("EVIDENT_BENCHMARK_START").toLongLong();
        std::printf("{\"usableMs\":%.3f}\n",
                    double(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() - start) / 1e6);
        std::fflush(stdout);
        QApplication::exit(0);
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    BareWindow window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
