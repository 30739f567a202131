import Testing

@Suite struct PlaceholderArchive {
    @Test func `the module loads`() {}
}
