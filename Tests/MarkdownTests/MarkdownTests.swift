import Testing

@Suite struct PlaceholderMarkdown {
    @Test func `the module loads`() {}
}
