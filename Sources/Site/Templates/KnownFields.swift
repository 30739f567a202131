import Mustache

// The values that stand on every page, many times over, tell the template engine their properties themselves: reflecting on them took
// a tenth of the time of a build. A test holds each against what reflection says.

extension PageShell: MustacheParent {
    /// The property of a name, as templates ask for it.
    public func child(named name: String) -> Any? {
        switch name {
        case "root": return root
        case "language": return language
        case "siteName": return siteName
        case "title": return title
        case "description": return description
        case "navigation": return navigation
        case "breadcrumbs": return breadcrumbs
        case "here": return here
        case "colophon": return colophon
        default: return nil
        }
    }
}

extension Link: MustacheParent {
    /// The property of a name, as templates ask for it.
    public func child(named name: String) -> Any? {
        switch name {
        case "label": return label
        case "href": return href
        default: return nil
        }
    }
}

extension NavigationLink: MustacheParent {
    /// The property of a name, as templates ask for it.
    public func child(named name: String) -> Any? {
        switch name {
        case "label": return label
        case "href": return href
        case "isCurrent": return isCurrent
        default: return nil
        }
    }
}

extension Fact: MustacheParent {
    /// The property of a name, as templates ask for it.
    public func child(named name: String) -> Any? {
        switch name {
        case "name": return self.name
        case "value": return value
        default: return nil
        }
    }
}
