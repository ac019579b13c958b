#pragma once

class QScrollArea;

namespace evident {

/// What gets the focus in the area is scrolled to, also when the focus comes from outside of it.
void scrollToFocus(QScrollArea *area);

} // namespace evident
