// Norms, policy numbers, definitions and rules: one function a form.
import Model
import Source
import Syntax

extension PackLoader {
    private static let normKeys = Block.Keys(["title sv", "title en", "says sv", "says en", "in force", "applies", "older", "url"])
    private static let defineKeys = Block.Keys(["cites", "see", "says sv", "says en", "holds", "gives"])
    private static let partKeys = Block.Keys(["cites", "see", "says sv", "says en", "holds"])
    private static let ruleKeys = Block.Keys([
        "title sv", "title en", "slug", "severity", "cites", "see", "for", "when", "at", "message sv", "message en", "label sv", "label en",
        "advice sv", "advice en",
    ])
    private static let exceptionKeys = Block.Keys(["cites", "see", "when"])

    // MARK: norm, pack

    func norm(_ unit: Unit, _ id: String) -> Norm? {
        let block = Block(
            self, unit, unit.member, id, keys: PackLoader.normKeys)
        block.rest.forEach(block.refuse)
        var inForce: Day?
        var until: Day?
        if let property = block.properties["in force"], let value = property.values.first {
            if case .range(let from, let to) = value.form {
                (inForce, until) = (block.day(from, "in force"), block.day(to, "in force"))
            } else {
                inForce = block.day(value, "in force")
            }
            if let end = property.clauses.first(where: { $0.word.text == "until" })?.values.first {
                until = block.day(end, "until")
            }
        } else {
            block.lacks("in force")
        }
        let applies = block.value("applies").flatMap { block.day($0, "applies") }
        return Norm(
            id: id, inForce: inForce ?? Day(number: 0), until: until, applies: applies ?? inForce ?? Day(number: 0),
            place: unit.place(unit.path.last),
            texts: ships ? Later { PackLoader("").texts(ofNorm: unit, id) } : Later(value: texts(ofNorm: block)))
    }

    private func texts(ofNorm unit: Unit, _ id: String) -> Norm.Texts { texts(ofNorm: Block(self, unit, unit.member, id, keys: PackLoader.normKeys)) }

    private func texts(ofNorm block: Block) -> Norm.Texts {
        Norm.Texts(
            title: block.message("title", required: true) ?? Message(sv: block.name, en: block.name),
            says: block.message("says", required: false), url: block.text("url")?.text, documentation: block.owner.documentation)
    }

    func policy(_ unit: Unit) {
        pack.title = unit.member.title?.text
        for member in unit.member.members {
            guard member.form == .property, let key = member.key, let value = member.values.first else {
                diagnostics.append(
                    PackFinding.unknownMember(
                        member.word?.text ?? "?", in: "pack", known: [], at: unit.place(member.span)))
                continue
            }
            let name = key.text.replacing(" ", with: "_")
            switch value.form {
            case .number(let number): pack.policy[name] = .number(number)
            case .percent(let share): pack.policy[name] = .number(Exact(share.digits, places: share.places + 2))
            case .duration(let duration): pack.policy[name] = .duration(duration)
            case .date(let day): pack.policy[name] = .date(day)
            case .text(let text): pack.policy[name] = .text(text)
            case .truth(let truth): pack.policy[name] = .truth(truth)
            default:
                pack.policy[name] = .unknown([])
                diagnostics.append(
                    PackFinding.wrongForm(
                        key.text,
                        wanted: Message(
                            sv: "ett tal, en tid, ett datum eller en text",
                            en: "a number, a length of time, a date or a text"),
                        at: unit.place(value.span)))
            }
        }
    }

    // MARK: define

    private static let kinds = Set(Vocabulary.kinds)

    /// A norm is named, and is no thing of a specification. What is told to be no kind fits anywhere.
    static func type(ofParameter kind: String) -> FactType { kind == "norm" ? .norm : kinds.contains(kind) ? .entity(kind) : .anything }

    func compiler(_ unit: Unit) -> Compiler {
        var compiler = Compiler(loader: self, unit: unit)
        for (kind, name) in unit.member.parameters {
            let type = PackLoader.type(ofParameter: kind.text)
            if type == .anything {
                diagnostics.append(
                    PackFinding.unknownName(
                        kind.text, Message(sv: "inget slag av sak", en: "no kind of thing"), known: Vocabulary.kinds,
                        at: unit.place(kind)))
            }
            if compiler.scope[name.text] != nil {
                diagnostics.append(PackFinding.duplicate(name.text, at: unit.place(name), first: unit.place(unit.member.parameters.first { $0.name.text == name.text }?.name)))
                compiler.hasLostNames = true
                _ = compiler.declare(name.text, .anything)
                continue
            }
            _ = compiler.declare(name.text, type)
        }
        return compiler
    }

    func define(_ unit: Unit, _ name: String) -> Define? {
        let block = Block(
            self, unit, unit.member, name, keys: PackLoader.defineKeys)
        var compiler = compiler(unit)
        let authority = block.authority(required: false)
        let says = compiler.template("says", block, required: false)
        var parts: [Define.Part] = []
        for member in block.rest {
            guard member.word?.text == "part", let part = member.path.first else {
                block.refuse(member)
                continue
            }
            if let read = self.part(unit, member, part.text, &compiler) { parts.append(read) }
        }
        var body: Node?
        switch (block.value("holds"), block.value("gives"), parts.isEmpty) {
        case (let holds?, nil, true): body = compiler.condition(holds)
        case (nil, let gives?, true): body = compiler.compile(gives)
        case (nil, nil, false):
            body = parts.dropFirst().reduce(parts[0].body) { Node(.and($0, $1.body), .truth, $0.source) }
        case (nil, nil, true): block.lacks("holds")
        default:
            diagnostics.append(
                PackFinding.wrongForm(
                    name,
                    wanted: Message(
                        sv: "antingen `holds`, `gives` eller delar", en: "one of `holds`, `gives` and parts"),
                    at: block.namePlace))
        }
        guard let body else { return nil }
        return Define(
            name: name, parameters: unit.member.parameters.map { Parameter(kind: $0.kind.text, name: $0.name.text) },
            authority: authority, says: says,
            body: body, parts: parts, frame: compiler.slots, place: block.namePlace,
            documentation: unit.member.documentation)
    }

    private func part(_ unit: Unit, _ member: Member, _ name: String, _ compiler: inout Compiler) -> Define.Part? {
        let block = Block(self, unit, member, name, keys: PackLoader.partKeys)
        block.rest.forEach(block.refuse)
        let authority = block.authority(required: false)
        let says = compiler.template("says", block, head: member.title, required: true)
        guard let holds = block.value("holds") else {
            block.lacks("holds")
            return nil
        }
        let body = compiler.condition(holds)
        return Define.Part(
            name: name, says: says ?? Template(sv: [.text(name)], en: [.text(name)]), authority: authority, body: body,
            place: block.namePlace)
    }

    // MARK: rule

    func rule(_ unit: Unit) -> Rule? {
        let block = ruleBlock(unit)
        var compiler = Compiler(loader: self, unit: unit)
        let title = block.message("title", head: unit.member.title, required: true)
        let (authority, severity) = (block.authority(required: true), severity(block))
        guard let conditions = conditions(block, &compiler), let texts = texts(ofRule: block, title, &compiler) else { return nil }
        return Rule(
            code: block.name, severity: severity, authority: authority, place: block.namePlace, pack: pack.name, roots: nil,
            exceptionAuthorities: conditions.exceptions.map(\.authority), conditions: Later(value: conditions), texts: Later(value: texts))
    }

    /// A rule of a pack that ships: its conditions are read when there is something to ask them about, its texts when it tells of something.
    func rule(_ unit: Unit, later names: PackNames) -> Rule {
        let block = ruleBlock(unit)
        let conditions = Later {
            let loader = PackLoader(names), block = loader.ruleBlock(unit)
            var compiler = Compiler(loader: loader, unit: unit)
            return loader.conditions(block, &compiler) ?? Rule.Conditions(wrong: unit.place(unit.path.last))
        }
        let texts = Later {
            let loader = PackLoader(names), block = loader.ruleBlock(unit)
            var compiler = Compiler(loader: loader, unit: unit)
            compiler.refer(to: conditions.value)
            let title = block.message("title", head: unit.member.title, required: true)
            return loader.texts(ofRule: block, title, &compiler) ?? Rule.Texts(wrong: block.name)
        }
        let exceptions = block.rest.filter { $0.word?.text == "unless" }.map { Block(self, unit, $0, "", keys: PackLoader.exceptionKeys) }
        return Rule(
            code: block.name, severity: severity(block), authority: block.authority(required: true), place: block.namePlace, pack: pack.name,
            roots: roots(block), exceptionAuthorities: exceptions.map { $0.authority(required: true) }, conditions: conditions, texts: texts)
    }

    private func ruleBlock(_ unit: Unit) -> Block {
        Block(self, unit, unit.member, unit.id, keys: PackLoader.ruleKeys)
    }

    /// `for: a in activities, …`: `activities`.
    private func roots(_ block: Block) -> String? {
        guard case .binary(.in, _, let range)? = block.properties["for"]?.values.first?.form, case .path(let names) = range.form, names.count == 1,
            Vocabulary.ranges[names[0].text] != nil
        else { return nil }
        return names[0].text
    }

    private func conditions(_ block: Block, _ compiler: inout Compiler) -> Rule.Conditions? {
        let variables = variables(block, &compiler)
        guard let when = block.value("when") else {
            block.lacks("when")
            return nil
        }
        let condition = compiler.condition(when)
        var exceptions: [Rule.Exception] = []
        for member in block.rest {
            guard member.word?.text == "unless", let name = member.path.first else {
                block.refuse(member)
                continue
            }
            if let exception = exception(block.unit, member, name.text, &compiler) { exceptions.append(exception) }
        }
        guard !([condition] + exceptions.map(\.when)).contains(where: { isTooLarge($0.extent, block.name, at: block.namePlace) }) else { return nil }
        compiler.mentioned = [condition] + exceptions.map(\.when)
        // What a condition lost may be what a text asks for.
        if !ships, compiler.mentioned.contains(where: \.isLost) { compiler.hasLostNames = true }
        let at = block.value("at").map { compiler.compile($0) }
        return Rule.Conditions(variables: variables, when: condition, exceptions: exceptions, at: at, names: compiler.names)
    }

    private func texts(ofRule block: Block, _ title: Message?, _ compiler: inout Compiler) -> Rule.Texts? {
        let message = compiler.template("message", block, required: true)
        let label = compiler.template("label", block, required: false)
        let advice = compiler.template("advice", block, required: false)
        guard let message, let title else { return nil }
        return Rule.Texts(
            slug: slug(block, title), title: title, documentation: block.owner.documentation, message: message, label: label, advice: advice,
            frame: compiler.slots)
    }

    private func severity(_ block: Block) -> Severity {
        guard let value = block.value("severity"), let word = block.word(value, "severity") else {
            if !block.has("severity") { block.lacks("severity") }
            return .error
        }
        if let severity = Severity(rawValue: word.text) { return severity }
        block.report(
            PackFinding.unknownName(
                word.text, Message(sv: "ingen allvarlighetsgrad", en: "no severity"),
                known: Severity.allCases.map(\.rawValue), at: block.unit.place(word)))
        return .error
    }

    /// `for: a in activities, d in a.uses`
    private func variables(_ block: Block, _ compiler: inout Compiler) -> [Rule.Variable] {
        guard let property = block.properties["for"] else {
            block.lacks("for")
            compiler.hasLostNames = true
            return []
        }
        return property.values.compactMap { value in
            guard case .binary(.in, let left, let right) = value.form, case .path(let names) = left.form,
                names.count == 1
            else {
                compiler.hasLostNames = true
                block.report(
                    PackFinding.wrongForm(
                        "for", wanted: Message(sv: "`x in lista`", en: "`x in list`"), at: block.unit.place(value.span))
                )
                return nil
            }
            let range = compiler.range(right)
            return Rule.Variable(
                name: names[0].text, slot: compiler.declare(names[0].text, range.type.element), range: range)
        }
    }

    private func exception(_ unit: Unit, _ member: Member, _ name: String, _ compiler: inout Compiler) -> Rule
        .Exception?
    {
        let block = Block(self, unit, member, name, keys: PackLoader.exceptionKeys)
        block.rest.forEach(block.refuse)
        let authority = block.authority(required: true)
        guard let when = block.value("when") else {
            block.lacks("when")
            return nil
        }
        return Rule.Exception(name: name, authority: authority, when: compiler.condition(when), place: block.namePlace)
    }

    /// The code in words: stated, or made of the English title.
    private func slug(_ block: Block, _ title: Message) -> String {
        var stated: String?
        if let value = block.value("slug") {
            if case .text(let text) = value.form { stated = text } else { stated = block.word(value, "slug")?.text }
        }
        var slug = ""
        for character in (stated ?? title.en).lowercased() {
            if character.isASCII ? character.isWordSign : character.isLetter || character.isNumber {
                slug.append(character)
            } else if character != "'", character != "’", slug.last != "-", !slug.isEmpty {
                slug.append("-")
            }
        }
        while slug.last == "-" { slug.removeLast() }
        return slug
    }
}

extension Character {
    /// An ASCII letter or digit, without a look into the tables of Unicode.
    var isWordSign: Bool {
        guard let code = asciiValue else { return false }
        return (0x30...0x39).contains(code) || (0x61...0x7A).contains(code | 0x20)
    }
}

extension Rule.Conditions {
    /// What can't be read is never known.
    fileprivate init(wrong place: Place) {
        self.init(variables: [], when: Node(.wrong, .truth, Snippet(place: place, text: "")), exceptions: [], at: nil, names: Compiler.Names())
    }
}

extension Rule.Texts {
    /// The rule's code stands for what can't be read.
    fileprivate init(wrong code: String) {
        let words = Template(sv: [.text(code)], en: [.text(code)])
        self.init(slug: code, title: Message(sv: code, en: code), documentation: nil, message: words, label: nil, advice: nil, frame: 0)
    }
}

extension Compiler {
    /// What a rule's texts may name.
    fileprivate mutating func refer(to conditions: Rule.Conditions) {
        (names, mentioned) = (conditions.names, [conditions.when] + conditions.exceptions.map(\.when))
    }
}
