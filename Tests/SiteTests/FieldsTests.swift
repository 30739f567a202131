import Markdown
import Testing

@testable import Site

/// Each view names for templates all that reflection finds in it.
@Suite struct FieldsTests {
    @Test(arguments: TemplateLibrary.views.map { $0.specimen as any FieldNaming })
    func `a view names all its properties, and those of the views inside it`(view: any FieldNaming) {
        check(view.fields, view)
    }

    private func check(_ fields: Fields, _ view: Any) {
        let children = Array(Mirror(reflecting: view).children)
        #expect(fields.names == children.map { $0.label ?? "" })
        for (field, child) in zip(fields.values, children) { check(field, child.value) }
    }

    private func check(_ field: Field, _ value: Any) {
        switch field {
        case .text(let text): #expect(value as? String == text)
        case .html(let html): #expect(value as? HTML == html)
        case .flag(let flag): #expect(value as? Bool == flag)
        case .view(let fields): check(fields, (value as? any FieldNaming) ?? "not a view")
        case .list(let fields):
            let elements = Mirror(reflecting: value).children.map(\.value)
            #expect(fields.count == elements.count && !fields.isEmpty)
            for (field, element) in zip(fields, elements) { check(field, element) }
        case .absent: Issue.record("a specimen has a value for every property")
        }
    }
}
