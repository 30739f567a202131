import Markdown

/// A value that fills the template of one kind of page.
///
/// Its properties are `String`, `Bool`, `HTML`, another view, a list of these, or an optional of these: everything is computed and
/// formatted already, and the template only places it. The names of the properties are what a template may ask for.
protocol PageView: FieldNaming {
    /// The template it fills.
    static var template: TemplateName { get }

    /// A value in which every optional is set and every list has an element, from which the check learns what a template may ask for.
    static var specimen: Self { get }
}
