// What every column asks of its category, worked out once: how it identifies, and how strict the law is about it.

enum Categories {
    /// Writes both into the headers of the categories, whose own facts are read.
    static func rank(_ model: Model) {
        let special = model.lookup("SpecialCategory", kind: "category"), crime = model.lookup("CriminalOffence", kind: "category")
        for declaration in model.names.declared(.category) {
            let id = EntityID(declaration: declaration), header = model.store.headers + Int(declaration)
            if case .word(let word) = model.value(.identifies, of: id) { header.pointee.identifies = Identification(rawValue: word) ?? .no } else { header.pointee.identifies = .no }
            header.pointee.strictness = if let special, model.isA(id, special) { 3 } else if let crime, model.isA(id, crime) { 2 } else { header.pointee.name == "Ordinary" ? 0 : 1 }
        }
    }
}
