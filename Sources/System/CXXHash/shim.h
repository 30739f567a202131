#include <xxhash.h>

/* Where the library holds its code for several generations of processors, it chooses the best one by itself. */
#if defined(__x86_64__) && defined(__has_include)
#if __has_include(<xxh_x86dispatch.h>)
#include <xxh_x86dispatch.h>
#endif
#endif

#if defined(__x86_64__)
#include <cpuid.h>

/* The library's wide code leaves the upper halves of the vector registers in use, and on many processors all narrow code behind it pays
   for that: the C library's exp, wide among narrow code, took 27 times as long. */
static inline void benchfolio_leave_upper_halves(void) {
    if (__builtin_cpu_supports("avx")) { __asm__ volatile("vzeroupper" ::: "memory"); }
}

/* Whether upper halves are in use on this thread: 1 or 0, and -1 where the processor does not say. */
static inline int benchfolio_upper_halves_in_use(void) {
    unsigned int a = 0, b = 0, c = 0, d = 0;
    if (!__builtin_cpu_supports("avx") || !__get_cpuid_count(13, 1, &a, &b, &c, &d) || !(a & 4)) { return -1; }
    __asm__ volatile("xgetbv" : "=a"(a), "=d"(d) : "c"(1));
    return (a >> 2) & 1;
}
#else
static inline void benchfolio_leave_upper_halves(void) {}
static inline int benchfolio_upper_halves_in_use(void) { return -1; }
#endif

static inline XXH128_hash_t benchfolio_hash(const void *bytes, size_t count) {
    XXH128_hash_t hash = XXH3_128bits(bytes, count);
    benchfolio_leave_upper_halves();
    return hash;
}
