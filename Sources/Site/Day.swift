import Archive
import Markdown

extension HTML {
    /// A day that is not broken at its hyphens; one that no calendar has is a text like any other.
    static func day(_ day: String) -> HTML {
        Instant.isDay(atStartOf: day) ? "<time>\(day)</time>" : "<span class=\"day\">\(day)</span>"
    }
}
