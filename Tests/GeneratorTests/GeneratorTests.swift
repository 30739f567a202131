import Testing

@Suite struct PlaceholderGenerator {
    @Test func `the module loads`() {}
}
