import Testing

@Suite struct PlaceholderStatistics {
    @Test func `the module loads`() {}
}
