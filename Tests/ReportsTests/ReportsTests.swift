import Testing

@Suite struct PlaceholderReports {
    @Test func `the module loads`() {}
}
