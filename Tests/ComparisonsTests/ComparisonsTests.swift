import Testing

@Suite struct PlaceholderComparisons {
    @Test func `the module loads`() {}
}
