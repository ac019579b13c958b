#pragma once

/// Whether what a process takes is what the program asked for.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool memoryIsOurs = false;
#elif defined(__has_feature)
// The sanitizers take several times the memory.
inline constexpr bool memoryIsOurs = !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer);
#else
inline constexpr bool memoryIsOurs = true;
#endif
