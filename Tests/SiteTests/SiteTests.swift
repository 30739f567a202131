import Testing

@Suite struct PlaceholderSite {
    @Test func `the module loads`() {}
}
