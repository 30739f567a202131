import Testing

@testable import Generator

@Suite struct JSONWriterTests {
    private func text(openDepth: Int, _ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(openDepth: openDepth, capacity: 100)
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `containers deeper than the open depth stay on one line`() {
        let written = text(openDepth: 2) { output in
            output.object { output in
                output.text("version", "1.0")
                output.array("runs") { output in
                    output.object { output in
                        output.integer("loops", 4)
                        output.array("values") { values in
                            values.number(nil, 0.25)
                            values.number(nil, 2.5e-8)
                        }
                    }
                    output.array(nil) { _ in }
                }
                output.object("metadata") { _ in }
            }
        }
        #expect(
            written == """
                {
                  "version": "1.0",
                  "runs": [
                    {"loops":4,"values":[0.25,2.5e-08]},
                    []
                  ],
                  "metadata": {}
                }

                """)
    }

    @Test func `quotes, backslashes and control characters are escaped, other characters stay`() {
        let written = text(openDepth: 0) { output in
            output.object { $0.text("name", "a\"b\\c\n\u{1F}é") }
        }
        #expect(written == "{\"name\":\"a\\\"b\\\\c\\u000a\\u001fé\"}\n")
    }
}
