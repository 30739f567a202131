import Foundation
import TestSupport
import Testing

/// Every link of a site resolves on disk, and no page loads anything from outside.
@Suite struct LinkTests {
    @Test func `every link of the sample site leads to a file and, where it names one, to an element`() throws {
        try Self.check(BuiltSite.sample.get())
    }

    @Test(.enabled(if: SharedFiles.arePresent, SharedFiles.reason))
    func `every link of the real site leads to a file and, where it names one, to an element`() throws {
        try Self.check(BuiltSite.real.get())
    }

    @Test func `a broken link, a missing element and a foreign picture are noticed`() {
        let page = Data(
            """
            <p id="a"><a href="x.html">x</a> <a href="#b">b</a> <img src="https://example.org/x.png"><a href="folder/">f</a>
            """.utf8)
        #expect(
            Self.faults(of: ["p/i.html": Markup(page)], files: ["p/i.html"]) == [
                "p/i.html: x.html leads to no file", "p/i.html: #b leads to no element",
                "p/i.html: https://example.org/x.png is loaded from outside", "p/i.html: folder/ leads to no file",
            ])
    }

    private static func check(_ site: BuiltSite) throws {
        let contents = site.contents
        var pages: [String: Markup] = [:]
        for path in contents.pages { pages[path] = contents.files[path].map { Markup($0.bytes) } }
        #expect(pages.count > 100)
        let faults = faults(of: pages, files: Set(contents.paths))
        #expect(faults.prefix(10) == [])
        let unclosed = pages.filter { !$0.value.unclosed.isEmpty }.map { "\($0.key): \($0.value.unclosed.prefix(3))" }.sorted()
        #expect(unclosed.prefix(5) == [])
        let repeated = pages.filter { Set($0.value.ids).count != $0.value.ids.count }.keys.sorted()
        #expect(repeated.prefix(5) == [])
    }

    /// What is wrong with the addresses of some pages, page by page.
    private static func faults(of pages: [String: Markup], files: Set<String>) -> [String] {
        let ids = pages.mapValues { Set($0.ids) }
        return pages.sorted { $0.key < $1.key }.flatMap { path, markup in
            markup.tags.flatMap { tag in
                ["href", "src", "xlink:href", "action", "poster", "srcset", "data"].compactMap { name -> String? in
                    guard let address = tag[name] else { return nil }
                    let isLoaded = name != "href" || tag.name == "link"
                    return fault(of: address, isLoaded: isLoaded, on: path, files: files, ids: ids).map {
                        "\(path): \(address) \($0)"
                    }
                }
            }
        }
    }

    private static func fault(
        of address: String, isLoaded: Bool, on path: String, files: Set<String>, ids: [String: Set<String>]
    ) -> String? {
        if address.hasPrefix("https://") { return isLoaded ? "is loaded from outside" : nil }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let target = parts[0].isEmpty ? path : file(parts[0], from: path), files.contains(target) else {
            return "leads to no file"
        }
        guard parts.count == 2 else { return nil }
        return ids[target]?.contains(parts[1]) == true ? nil : "leads to no element"
    }

    /// The file an address leads to from a page; nil where it leaves the site.
    private static func file(_ address: String, from page: String) -> String? {
        // A server shows this one page at any address, so that its links begin at the root.
        if page == "404.html" { return address.hasPrefix("/") ? address.dropFirst().removingPercentEncoding : nil }
        guard !address.hasPrefix("/"), !address.contains(":"), let plain = address.removingPercentEncoding else { return nil }
        var folders = page.split(separator: "/").dropLast().map(String.init)
        for part in plain.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
            if part != ".." { folders.append(part) } else if folders.popLast() == nil { return nil }
        }
        return folders.joined(separator: "/")
    }

    @Test func `the style sheet, the script and the icon ask for nothing outside the site`() throws {
        let contents = try BuiltSite.sample.get().contents
        let assets = contents.paths.filter { $0.hasPrefix("assets/") }
        #expect(
            assets == ["assets/commits.js", "assets/icon.svg", "assets/script.js", "assets/search-index.js", "assets/style.css"])
        for path in assets {
            let text = try contents.text(path).replacing("http://www.w3.org/2000/svg", with: "")
            for foreign in ["http:", "https:", "url(", "@import", "fetch(", "XMLHttpRequest", "eval("] {
                #expect(!text.contains(foreign), "\(path): \(foreign)")
            }
        }
    }

    @Test func `a page needs one style sheet, one script and the icon, and nothing else`() throws {
        let contents = try BuiltSite.sample.get().contents
        for path in contents.pages {
            let markup = Markup(try #require(contents.files[path]).bytes)
            let root = path == "404.html" ? "/" : String(repeating: "../", count: path.count { $0 == "/" })
            // A feed is named in a page's head, and loaded by who follows it.
            let loading = markup.tags.filter { $0["rel"] != "alternate" }
            let loaded = loading.compactMap { tag in tag.name == "link" ? tag["href"] : tag["src"] }
            #expect(Set(loaded) == ["\(root)assets/icon.svg", "\(root)assets/style.css", "\(root)assets/script.js"], "\(path)")
        }
    }
}
