#include <xxhash.h>

/* Where the library holds its code for several generations of processors, it chooses the best one by itself. */
#if defined(__x86_64__) && defined(__has_include)
#if __has_include(<xxh_x86dispatch.h>)
#include <xxh_x86dispatch.h>
#endif
#endif

static inline XXH128_hash_t benchfolio_hash(const void *bytes, size_t count) { return XXH3_128bits(bytes, count); }
