#pragma once

namespace evident {

class Camera;

/// Dialogs, and what pages say when they have nothing or something odd to show.
void shootDialogs(Camera &camera);

} // namespace evident
