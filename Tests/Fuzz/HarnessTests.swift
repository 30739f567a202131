import Testing

/// What the fuzzer does with made-up input, done with a few texts: each harness ends the process where something does not hold.
@Suite struct HarnessTests {
    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test(arguments: [
        "", "nothing", "\u{FEFF}{}", "{\"\u{FEFF}a\":[\"\\uFEFF\"]}", "{\"a\":1}{", "[1e400, -0, \"\\ud83d\\ude00\"]",
        "{\"version\":\"1.0\",\"benchmarks\":[{\"metadata\":{\"name\":\"a\"},\"runs\":[{\"values\":[1,2.5e-3]}]}]}",
        "{\"version\":\"1.0\",\"benchmarks\":[{\"metadata\":{\"name\":\"a\"},\"runs\":[{\"values\":[NaN, 0]}]}]}",
    ])
    func `a results file is read as Foundation reads it, or is a problem`(_ text: String) { JSONHarness.run(Self.bytes(text)) }

    @Test(arguments: [
        "", "x", "bm-20240605-3.13.0-abcdef1/bm-20240605-linux-x86_64-python-main-3.13.0-abcdef1.json", "bm-1-a/../..%2f/x\nX\nx",
    ])
    func `a path gives safe names`(_ text: String) { NameHarness.run(Self.bytes(text)) }

    @Test(arguments: ["", "3.13.0a5+\n3.12\n3.13.0rc1", "3\nv3\n99999999999999999999.1\n3.0"])
    func `versions stand in one order`(_ text: String) { VersionHarness.run(Self.bytes(text)) }

    @Test(arguments: [
        "", "\u{FEFF}[a]\nb = 1", "[runners.x]\nos = 'linux'\n[bases]\nversions = ['3', '3']", "x = [}", "a = 1\na = 2",
    ])
    func `a configuration is read, or is a problem at its place`(_ text: String) { TOMLHarness.run(Self.bytes(text)) }

    @Test(arguments: [
        "", "# A *b* <i>\n\n| `x` | y |\n|--|:-:|\n| a\\|b | [l](javascript:x) |\n", "> - | a |\n>   |---|\n", "\u{745} a\n |",
    ])
    func `a text becomes part of a page that runs nothing`(_ text: String) { MarkdownHarness.run(Self.bytes(text)) }

    @Test(arguments: [
        "", "{{siteName}}",
        "{{<other}}{{$main}}{{siteName}}{{/main}}{{/other}}\0<p>{{$main}}{{/main}}{{>third}}</p>\0{{{newest}}}",
        "{{#home}}", "{{none}}",
    ])
    func `a template is filled, or is a problem`(_ text: String) { TemplateHarness.run(Self.bytes(text)) }
}
