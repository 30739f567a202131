import Markdown
import Mustache
import Testing

@testable import Site

@Suite struct KnownFieldsTests {
    @Test(
        arguments: [PageShell.specimen, Link.specimen, NavigationLink.specimen, Fact.specimen] as [any MustacheParent & Sendable])
    func `a value that names its own properties names all that reflection finds`(value: any MustacheParent & Sendable) {
        let children = Mirror(reflecting: value).children
        #expect(!children.isEmpty)
        for child in children {
            let named = child.label.flatMap { value.child(named: $0) }
            #expect(named.map { "\($0)" } == Optional("\(unwrapped(child.value))"), "\(child.label ?? "")")
        }
        #expect(value.child(named: "nothing") == nil)
    }

    private func unwrapped(_ value: Any) -> Any {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value ?? value : value
    }
}
