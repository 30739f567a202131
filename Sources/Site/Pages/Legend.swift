import Markdown

/// The lines that say what the words of verdicts mean, once on each page that lists them.
enum Legend {
    /// The legend of a page; it leads to the page on the method where the archive brings one along.
    ///
    /// - Parameter hasStars: whether a star stands where a report has a caution; else the caution itself is on the page
    static func html(_ frame: PageFrame, from path: SitePath, hasStars: Bool) -> HTML {
        let method = frame.link(toProse: "method", "How the words are found", from: path).map { link -> HTML in " \(link.html)." }
        let stars: HTML = hasStars ? " *: mind the report's caution." : ""
        return """
            Beside a ratio stands the interval in which the true one lies with 95 % certainty. <em>No change</em>: more than 2 % \
            is ruled out. <em>Unclear</em>: lost in the noise of the machine, the figure behind ±; below 1 is slower.\
            \(stars)\(method ?? "")
            """
    }
}
