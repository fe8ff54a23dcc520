// The definitions and decisions of a pack by name. Those of a pack that ships are read when something that is asked calls them.
import Synchronization

/// A definition or decision as it is declared, and as it was read.
final class Callable<Form: AnyObject & Sendable>: Sendable {
    let unit: PackLoader.Unit
    private let read = AtomicLazyReference<Form>()

    init(_ unit: PackLoader.Unit) { self.unit = unit }

    /// nil before it is read, and for one that can't be.
    var form: Form? { read.load() }
    /// The first one that was read is the one that counts.
    func keep(_ form: Form) -> Form { read.storeIfNil(form) }
}

/// What reading a form of a pack again takes: its names, and the packs that it uses.
final class PackNames: Sendable {
    let pack: Pack
    let earlier: [Pack]
    let concepts: ConceptNames

    init(_ pack: Pack, _ earlier: [Pack], _ concepts: ConceptNames) { (self.pack, self.earlier, self.concepts) = (pack, earlier, concepts) }
}

extension Pack {
    func define(_ name: String) -> Define? {
        guard let callable = defines[name] else { return nil }
        return callable.form ?? names.flatMap { PackLoader($0).define(name, at: nil) }
    }

    /// nil for what is no decision of the pack, or can't be read.
    public func decision(_ name: String) -> Decision? {
        guard let callable = declaredDecisions[name] else { return nil }
        return callable.form ?? names.flatMap { PackLoader($0).decision(name, at: nil) }
    }

    /// By name.
    public var decisions: [Decision] { declaredDecisions.keys.sorted().compactMap(decision) }
}
