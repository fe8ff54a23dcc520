// What Swift's own module of the C library leaves out: how the heap grows and shrinks, and a word to the processor's caches.
#include <malloc.h>

static inline void lagrum_expect(const void *start) { __builtin_prefetch(start); }
