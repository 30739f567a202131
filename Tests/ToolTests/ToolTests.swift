import Testing

@Suite struct PlaceholderTool {
    @Test func `the module loads`() {}
}
