// Which parts of an earlier model still hold after an edit, and what the edit changed.
import Source

/// INVARIANT: a part is kept only when its tree, its place, what its file sees, what its names lead to and what it looked into are
/// as they were: then reading it again would give the same.
struct Reuse {
    private let old: Model?
    /// By declaration: the part was taken over.
    private var kept: [Bool]
    /// By declaration: others that looked into it have to be read again.
    private var isChanged: [Bool]

    /// Whether the files before the specifications are the same, so that anything can be taken over.
    static func serves(_ old: Model, _ files: [ModelFile]) -> Bool {
        let before = old.origins.files.filter { $0.origin != .specification }, now = files.filter { $0.origin != .specification }
        return before.count == now.count && zip(before, now).allSatisfy { $0.serves($1) }
    }

    init(_ old: Model?, _ model: Model, _ sight: Sight) {
        self.old = old
        kept = Array(repeating: false, count: model.store.count)
        isChanged = Array(repeating: false, count: model.store.count)
        for declaration in 0..<model.store.count where model.store.headers[declaration].isGone { isChanged[declaration] = true }
        guard let old else {
            for declaration in model.names.order { begin(declaration, model) }
            return
        }
        let lost = Reuse.renamed(old, model)
        var sameSight: [Int32: Bool] = [:]
        for declaration in model.names.order {
            let header = model.store.headers + Int(declaration)
            guard Int(declaration) < old.store.count, !old.store.headers[Int(declaration)].isGone else {
                begin(declaration, model)
                continue
            }
            let before = old.store.headers + Int(declaration), part = old.store.parts + Int(declaration)
            let file = header.pointee.scope.file
            var isSame = header.pointee.member.tree === before.pointee.member.tree && header.pointee.scope.index == before.pointee.scope.index
            if isSame {
                if sameSight[file.index] == nil { sameSight[file.index] = sight.isSame(file, in: old.origins.sight) }
                isSame = sameSight[file.index] ?? false
            }
            if isSame, !lost.isEmpty {
                isSame = !part.pointee.lookups.hasMissed && !part.pointee.lookups.names.contains(where: lost.contains)
            }
            if isSame {
                kept[Int(declaration)] = true
                model.store.parts[Int(declaration)] = part.pointee
                header.pointee.above = before.pointee.above
                header.pointee.parents = before.pointee.parents
            } else {
                begin(declaration, model)
            }
        }
    }

    private func begin(_ declaration: Int32, _ model: Model) {
        _ = model.store.parts[Int(declaration)].add(model.store.headers[Int(declaration)].kind, span: model.store.headers[Int(declaration)].span)
    }

    /// The hashes of the names that a declaration has only in one of the models, or at another place among those of its name.
    private static func renamed(_ old: Model, _ model: Model) -> Set<UInt64> {
        var names: Set<UInt64> = []
        // What was meant to be declared and was not is looked up by names that were missed.
        func lost(_ model: Model) -> [FileID: [LostName]] { Dictionary(model.origins.losing.map { ($0.id, $0.lost) }, uniquingKeysWith: { first, _ in first }) }
        if lost(old) != lost(model) { names.insert(0) }
        if old.names.order == model.names.order, (0..<model.store.count).allSatisfy({ model.store.headers[$0].isGone == old.store.headers[$0].isGone }) { return names }
        for declaration in 0..<model.store.count {
            let isThere = !model.store.headers[declaration].isGone, wasThere = declaration < old.store.count && !old.store.headers[declaration].isGone
            if isThere != wasThere { names.insert(model.store.headers[declaration].hash) }
        }
        // Those that moved past one another may lead a name elsewhere, where several have it.
        if !old.names.isOrdered || !model.names.isOrdered {
            for declaration in model.names.order where model.names.after(declaration) >= 0 { names.insert(model.store.headers[Int(declaration)].hash) }
        }
        return names
    }

    func isKept(_ declaration: Int32) -> Bool { kept[Int(declaration)] }

    /// What was taken over and has to be read again after all, since what it looked into is another; its part is empty again.
    private mutating func drop(_ model: Model, where isStale: (Int32, Kind.ID) -> Bool) -> [Int32] {
        guard old != nil else { return [] }
        let stale = model.names.order.filter { kept[Int($0)] && isStale($0, model.store.headers[Int($0)].kind) }
        for declaration in stale {
            kept[Int(declaration)] = false
            model.store.parts[Int(declaration)] = Part()
            begin(declaration, model)
        }
        return stale
    }

    /// All depends on categories: an edit of one reads all again.
    mutating func dropAfterCategories(_ model: Model) -> [Int32] {
        guard let old else { return [] }
        let isChanged = model.names.declared(.category).contains { !kept[Int($0)] && !isSame($0, model, old) }
            || old.names.declared(.category).contains { model.store.headers[Int($0)].isGone }
        return drop(model) { declaration, kind in
            let header = model.store.headers + Int(declaration)
            // A circle closed elsewhere takes a parent away.
            if header.pointee.parents != old.store.headers[Int(declaration)].parents { return true }
            return isChanged && kind != .category && header.pointee.scope.origin == .specification
        }
    }

    mutating func dropAfterTables(_ model: Model) -> [Int32] {
        guard let old else { return [] }
        for declaration in model.names.declared(.dataset) where !kept[Int(declaration)] {
            let known = Int(declaration) < old.store.count
            isChanged[Int(declaration)] = !known || model.store.parts[Int(declaration)].tables != old.store.parts[Int(declaration)].tables
        }
        let changed = isChanged
        guard changed.contains(true) else { return [] }
        return drop(model) { declaration, kind in
            kind != .dataset && kind != .category && model.store.parts[Int(declaration)].lookups.declarations.contains { changed[Int($0)] }
        }
    }

    /// What is read after all else is read again when it looked into something that has changed, or when others name it that did not.
    mutating func dropAfterProperties(_ model: Model, _ users: Users) -> [Int32] {
        guard let old else { return [] }
        for declaration in model.names.order where !kept[Int(declaration)] && !isChanged[Int(declaration)] {
            let kind = model.store.headers[Int(declaration)].kind
            // The features of a system are read from its text, before what others say of it.
            if kind == .system { isChanged[Int(declaration)] = true }
            if kind != .activity, kind != .system, kind != .request { isChanged[Int(declaration)] = !isSame(declaration, model, old) }
        }
        let changed = isChanged, before = old.origins.users
        return drop(model) { declaration, kind in
            guard kind == .activity || kind == .system || kind == .request else { return false }
            if model.store.parts[Int(declaration)].lookups.declarations.contains(where: { changed[Int($0)] }) { return true }
            return before.map { !users.isSame(declaration, in: $0) } ?? true
        }
    }

    private func isSame(_ declaration: Int32, _ model: Model, _ old: Model) -> Bool {
        guard Int(declaration) < old.store.count, !old.store.headers[Int(declaration)].isGone else { return false }
        let now = model.store.headers + Int(declaration), before = old.store.headers + Int(declaration)
        return now.pointee.parents == before.pointee.parents && now.pointee.title == before.pointee.title && now.pointee.place == before.pointee.place
            && model.store.parts[Int(declaration)].says(theSameAs: old.store.parts[Int(declaration)])
    }

    /// The kinds of what a declaration holds, where it holds other things than before.
    private func inner(_ declaration: Int32, _ model: Model, _ old: Model) -> Set<String> {
        func held(_ model: Model) -> [Part.Node] {
            Int(declaration) < model.store.count && !model.store.headers[Int(declaration)].isGone ? Array(model.store.parts[Int(declaration)].entities.dropFirst()) : []
        }
        let (now, before) = (held(model), held(old))
        if now.count == before.count, zip(now, before).allSatisfy({ $0.kind == $1.kind && $0.name == $1.name }) { return [] }
        return Set((now + before).map(\.kind).map(\.name))
    }

    func change(to model: Model) -> ModelChange? {
        guard let old else { return nil }
        var change = ModelChange()
        for declaration in 0..<Int32(model.store.count) {
            let header = model.store.headers + Int(declaration)
            let wasThere = Int(declaration) < old.store.count && !old.store.headers[Int(declaration)].isGone
            if header.pointee.isGone {
                guard wasThere else { continue }
                change.declarations.insert(declaration)
                change.kinds.insert(header.pointee.kind.name)
                change.kinds.formUnion(inner(declaration, model, old))
                continue
            }
            if kept[Int(declaration)] || isSame(declaration, model, old) { continue }
            change.declarations.insert(declaration)
            change.kinds.formUnion(inner(declaration, model, old))
            if !wasThere || header.pointee.parents != old.store.headers[Int(declaration)].parents || header.pointee.title != old.store.headers[Int(declaration)].title {
                change.kinds.insert(header.pointee.kind.name)
            }
        }
        return change
    }
}
