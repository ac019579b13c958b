#pragma once

#include <QUndoCommand>

#include <functional>

namespace evident {

/// Something that was done, and can be taken back and done again: done when it is pushed.
class UndoStep : public QUndoCommand
{
public:
    using Call = std::function<void()>;

    UndoStep(const QString &text, Call redo, Call undo)
        : QUndoCommand(text),
          m_redo(std::move(redo)),
          m_undo(std::move(undo))
    { }

    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

private:
    Call m_redo;
    Call m_undo;
};

} // namespace evident
