import CAllocator

/// How memory is asked of the system.
enum Heap {
    /// Takes memory in large pieces and gives none back before the end.
    ///
    /// A build keeps nearly all that it makes. glibc's allocator asks for each task's memory by the hundred kilobytes, and gives every
    /// large piece back as soon as it is free, only to have its pages cleared again for the next: a twentieth of a build that has little
    /// to do. What is asked for and not used takes no room.
    static func takeLargePieces() {
        #if canImport(Glibc)
            mallopt(M_TOP_PAD, 64 << 20)
            mallopt(M_MMAP_THRESHOLD, 32 << 20)
        #endif
    }
}
