// Imports: text in, specification out; each is in the one style, and says nothing that is wrong by form or name.
import Checker
import Interchange
import Source
import Syntax
import TestKit
import Testing

struct ImportTests {
    /// What an import says, with its problems; and that it is well formed, in style, and free of mistakes that are not a human's to mend.
    static func told(_ imported: Imported) throws -> String {
        let text = String(decoding: imported.text, as: UTF8.self)
        #expect(format(parse(Text(path: "i.lagrum", text))) == imported.text)
        let snapshot = try ExportTests.checked(["i.lagrum": imported.text], "i.lagrum")
        let wrong = snapshot.findings.filter { ["X", "N"].contains($0.code.first) && !["N003", "N007", "N900", "N901"].contains($0.code) }
        #expect(wrong.map { "\($0.code) \($0.message.en)" } == [])
        let problems = imported.problems.map { file, problem in "\(problem.code) \(problem.severity) \(file.path):\(file.line(at: Int(problem.span.start)) + 1) \(problem.message.en)\n" }
        return text + (problems.isEmpty ? "" : "\n----\n" + problems.joined())
    }

    static func text(_ path: String, _ text: String) -> Text { Text(path: path, text) }

    @Test func contracts() throws {
        let contract = """
            apiVersion: v3.1.0
            kind: DataContract
            id: orders
            name: Order archive
            tenant: "Köp & Sälj"
            status: active
            version: 1.0.0
            description: { purpose: "Handle orders\\nand returns" }
            team: { members: [{ username: anna, role: Data Owner }] }
            servers: [{ server: p, type: postgres, host: localhost, database: shop }]
            slaProperties: [{ property: retention, value: 3, unit: y }]
            schema:
              - name: Customers
                description: Who buys.
                properties:
                  - { name: customer_id, logicalType: integer, primaryKey: true }
                  - { name: E-MAIL, logicalType: string, required: true, classification: PII, tags: [contact] }
                  - { name: address, logicalType: object, properties: [{ name: street, logicalType: string }, { name: city, logicalType: string }] }
              - name: orders
                properties:
                  - { name: order_id, physicalType: uuid, logicalType: string, primaryKey: true, primaryKeyPosition: 1 }
                  - { name: line, logicalType: integer, primaryKey: true, primaryKeyPosition: 2 }
                  - { name: customer, logicalType: integer, relationships: [{ to: Customers.customer_id }] }
                  - { name: status, logicalType: string, quality: [{ metric: invalidValues, mustBe: 0, arguments: { validValues: [open, closed, "on hold"] } }] }
                  - { name: total, logicalType: number, physicalType: "decimal(10,2)", logicalTypeOptions: { minimum: 0 } }
                  - { name: placed, logicalType: date, logicalTypeOptions: { minimum: "2020-01-01" } }
                  - { name: changed, logicalType: timestamp }
            """
        ExportTests.expect(try ImportTests.told(importContracts([ImportTests.text("orders.odcs.yaml", contract)], labels: ["pii": LabelMapping(category: "ContactDetail", subjects: ["Adult"])])), "import.odcs.txt")
    }

    @Test func manifests() throws {
        let system = """
            organization: [{ fides_key: default_organization, name: Shop Ltd }]
            data_use: [{ fides_key: essential.service.gifts, name: Gift wrapping, parent_key: essential.service }]
            system:
              - fides_key: mailer
                name: Mailer
                description: Sends letters.
                privacy_declarations:
                  - { name: Tell of offers, data_categories: [user.contact.email], data_use: marketing.communications.email, data_subjects: [customer, employee], legal_basis_for_processing: Consent, retention_period: "90" }
                  - { data_use: essential.service.gifts, data_categories: [user.health_and_medical], data_subjects: [customer], dataset_references: [shop], special_category_legal_basis: Explicit consent }
              - { fides_key: cache, name: Cache, system_type: Service }
            """
        let dataset = """
            dataset:
              - fides_key: shop
                name: Shop
                collections:
                  - name: users
                    data_categories: [user]
                    fields:
                      - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true } }
                      - { name: email, data_categories: [user.contact.email], fides_meta: { data_type: string } }
                      - { name: when, fides_meta: { data_type: integer } }
                      - { name: profile, fields: [{ name: faith, data_categories: [user.demographic.religious_belief, user.contact] }, { name: old, data_categories: [user.provided.identifiable.contact.email] }] }
                      - { name: note, data_categories: [own.thing] }
            """
        ExportTests.expect(try ImportTests.told(importFides([ImportTests.text("system.yml", system), ImportTests.text("shop.yml", dataset)])), "import.fides.txt")
    }

    @Test(arguments: ["postgresql", "mysql", "sqlserver", "sqlite"])
    func sql(_ flavour: String) throws {
        let scripts = [
            "postgresql": """
                -- Påhittat; semikolon i en text: ';'
                CREATE TYPE mood AS ENUM ('calm', 'so so');
                CREATE DOMAIN year AS integer CHECK (VALUE >= 1901 AND VALUE <= 2155);
                CREATE TABLE IF NOT EXISTS public."Person" (
                    id bigserial PRIMARY KEY,
                    "ÄRENDE-NR" varchar(20) NOT NULL DEFAULT 'a;b'::character varying,
                    mood mood,
                    born year NOT NULL CHECK (born BETWEEN 1920 AND 2020),
                    paid numeric(8,2) CHECK (paid >= 0),
                    tags text[],
                    seen timestamp with time zone DEFAULT now()
                );
                CREATE FUNCTION f() RETURNS trigger AS $body$ BEGIN CREATE TABLE no (x int); END; $body$ LANGUAGE plpgsql;
                CREATE TABLE "order" (
                    person_id bigint REFERENCES "Person" (id),
                    no integer,
                    state text CONSTRAINT s CHECK (state = ANY (ARRAY['open'::text, 'shut'::text])),
                    CONSTRAINT pk PRIMARY KEY (person_id, no)
                ) PARTITION BY RANGE (no);
                COMMENT ON TABLE "order" IS 'What was ordered';
                COMMENT ON COLUMN "order".no IS 'Its number';
                ALTER TABLE ONLY "order" ADD CONSTRAINT n CHECK (no > 0);
                """,
            "mysql": """
                # a comment
                CREATE TABLE `customer` (
                  `id` int(10) unsigned NOT NULL AUTO_INCREMENT COMMENT 'the key',
                  `kind` enum('a','b c') COLLATE utf8mb4_bin DEFAULT 'a',
                  `active` tinyint(1) NOT NULL DEFAULT 1,
                  `store` smallint unsigned,
                  `key` varchar(3),
                  PRIMARY KEY (`id`),
                  KEY `idx` (`kind`),
                  CONSTRAINT `fk` FOREIGN KEY (`store`) REFERENCES `shop` (`id`) ON DELETE CASCADE
                ) ENGINE=InnoDB COMMENT='Who buys';
                CREATE TABLE shop (id smallint unsigned PRIMARY KEY, data json, geo geometry, x weirdtype(3))
                """,
            "sqlserver": """
                USE [db]
                GO
                CREATE TABLE [dbo].[Kund]([KundID] [int] IDENTITY(1,1) NOT NULL, [Namn] [nvarchar](max) NULL, [Pris] [money] NULL, [Guid] [uniqueidentifier] ROWGUIDCOL NOT NULL,
                  CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([KundID] ASC) WITH (PAD_INDEX = OFF) ON [PRIMARY]) ON [PRIMARY]
                GO
                CREATE TABLE [sales].[Rad]([Kund] [int] NOT NULL, [Antal] [smallint] NOT NULL)
                GO
                ALTER TABLE [sales].[Rad]  WITH CHECK ADD  CONSTRAINT [FK] FOREIGN KEY([Kund]) REFERENCES [dbo].[Kund] ([KundID])
                GO
                ALTER TABLE [sales].[Rad] ADD CONSTRAINT [C] CHECK (([Antal]>=(1) AND [Antal]<(100)))
                """,
            "sqlite": """
                CREATE TABLE t (a, b INTEGER PRIMARY KEY AUTOINCREMENT, c TEXT NOT NULL CHECK (c IN ('x', 'y')), d REAL, e DATE CHECK (e >= '2000-01-01' AND e <= '2030-12-31'), f INTEGER CHECK (f > 3 OR f < 1)) STRICT;
                CREATE TEMP TABLE s AS SELECT 1;
                CREATE TABLE t (z);
                CREATE VIRTUAL TABLE v USING fts5(x)
                """,
        ]
        ExportTests.expect(try ImportTests.told(importDDL([ImportTests.text("\(flavour).sql", try #require(scripts[flavour]))])), "import.\(flavour).txt")
    }

    /// Scripts as projects keep them: what programs fill in, rows and routines between tables, and changes in scripts of their own.
    @Test func scripts() throws {
        let keys = """
            ALTER TABLE visit ADD CONSTRAINT fk FOREIGN KEY (patient) REFERENCES "Patient";
            ALTER TABLE visit ADD PRIMARY KEY (id), ADD COLUMN note fulltext_kind, DROP COLUMN old, RENAME COLUMN cause TO reason;
            ALTER TABLE visit ALTER COLUMN reason TYPE varchar(9), ALTER COLUMN reason SET NOT NULL;
            COMMENT ON COLUMN visit.reason IS 'Why';
            ALTER TABLE nowhere ADD x int;
            CREATE TYPE fulltext_kind AS ENUM ('short', 'long');
            """
        let tables = """
            \u{FEFF}\\connect clinic
            SET search_path = public;
            CREATE TABLE ${schema}.patient_${kind} (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, fulltext tsvector, key varchar(3), born date, age int GENERATED ALWAYS AS (1 + 2) STORED);
            ALTER TABLE patient_ RENAME TO "Patient";
            COPY patient (id, fulltext) FROM stdin;
            1\tit's (
            \\.
            CREATE TABLE visit (id integer, patient integer, cause text, old text, at public.timestamptz, place geography(point))
            CREATE INDEX i ON visit (at);
            CREATE TEMPORARY TABLE scratch (x int);
            CREATE TABLE visit_2024 PARTITION OF visit FOR VALUES FROM (1) TO (2);
            CREATE TABLE old_visit (LIKE visit INCLUDING ALL);
            CREATE TABLE child (extra text) INHERITS (visit);
            CREATE TABLE archive.visit (id bigint);
            CREATE TABLE nested (a STRUCT<b INT64, c ARRAY<STRING>>, d ARRAY<INT64>, e NUMBER(*, 0), f LONG RAW, g bit varying(8));
            INSERT INTO visit VALUES (1);
            INSERT INTO visit VALUES (2);
            -- +goose Down
            DROP TABLE visit;
            """
        let mysql = """
            DELIMITER $$
            CREATE PROCEDURE p() BEGIN SELECT 1; END$$
            DELIMITER ;
            CREATE TABLE `%PREFIX%user` (
              `id` int unsigned NOT NULL AUTO_INCREMENT, # the key
              `said` varchar(9) COMMENT 'it\\'s "so"',
              `born` date, `level` tinyint,
              PRIMARY KEY (`id`), KEY date (born), FULLTEXT `text` (`said`)
            ) ENGINE=InnoDB;
            ALTER TABLE `%PREFIX%user` MODIFY level smallint NOT NULL, CHANGE COLUMN said words text;
            CREATE TABLE copy LIKE user;
            CREATE TABLE gone (x int);
            DROP TABLE gone;
            """
        let server = """
            CREATE TYPE [dbo].[Flag] FROM [bit] NOT NULL
            GO
            CREATE TABLE [Application].[People] ([PersonID] int NOT NULL, [Ok] dbo.Flag, [Where] [sys].[geography] NULL, [Full] AS ([a]+[b]),
              [ValidFrom] datetime2(7) GENERATED ALWAYS AS ROW START NOT NULL, CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([PersonID] ASC), PERIOD FOR SYSTEM_TIME ([ValidFrom], [ValidTo]))
            GO
            CREATE TABLE #changes (x int)
            EXEC sys.sp_addextendedproperty N'MS_Description', N'Those who work here', 'SCHEMA', N'Application', 'TABLE', N'People'
            EXECUTE sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Its number', @level0type = 'SCHEMA', @level0name = [Application], @level1type = 'TABLE', @level1name = [People], @level2type = 'COLUMN', @level2name = 'PersonID'
            """
        let files = [("keys.sql", keys), ("tables.sql", tables), ("mysql.sql", mysql), ("server.sql", server), ("undone.sql", "CREATE TABLE a (b int); DROP TABLE a;")]
        ExportTests.expect(try ImportTests.told(importDDL(files.map { ImportTests.text($0, $1) })), "import.scripts.txt")
    }

    /// A contract that `lagrum export odcs` wrote has the dataset's name as its id; others' ids are no names, and their titles are.
    @Test(arguments: [("CaseSystem", "dataset CaseSystem \"Case archive\" {"), ("case-system", "dataset CaseArchive \"Case archive\" {"), ("53581432-6c55-4ba2-a65f-72344a91553a", "dataset CaseArchive \"Case archive\" {")])
    func identifiers(_ id: String, _ line: String) throws {
        let contract = "apiVersion: v3.1.0\nkind: DataContract\nid: \(id)\nname: Case archive\nschema: [{ name: cases, properties: [{ name: a, logicalType: integer }] }]\n"
        let text = try ImportTests.told(importContracts([ImportTests.text("c.yaml", contract)]))
        #expect(text.split(separator: "\n").contains { $0 == line }, "\(text)")
    }

    /// A script that ends in the middle of a table gives what it says, and the table is told of: more of it may be missing.
    @Test func cutOff() throws {
        let script = "CREATE TABLE whole (a int);\nCREATE TABLE part (\n  b int,\n  c varchar(3"
        let imported = importDDL([ImportTests.text("s.sql", script)])
        let told = imported.problems.filter { $0.problem.code == "C027" }.map { "\($0.problem.severity) \($0.file.string(in: $0.problem.span.range))" }
        #expect(told == ["warning part"])
        let text = try ImportTests.told(imported)
        #expect(text.contains("table part {\n    b: integer") && text.contains("table whole {"), "\(text)")
        #expect(importDDL([ImportTests.text("s.sql", script + "));")]).problems.allSatisfy { $0.problem.code == "C025" })
    }

    /// As changes were made: by their numbers, whatever order the shell gave.
    @Test func readingOrder() {
        let order = ["a.sql", "a/b.sql", "v1.sql", "v1.2.sql", "V01__x.sql", "V1__y.sql", "V2.sql", "V10.sql", "V100000000000000000000.sql", "V"]
        let sorted = inReadingOrder(order)
        #expect(sorted == ["V", "V01__x.sql", "V1__y.sql", "V2.sql", "V10.sql", "V100000000000000000000.sql", "a.sql", "a/b.sql", "v1.2.sql", "v1.sql"])
        for turn in order.indices {
            let turned = Array(order[turn...] + order[..<turn])
            #expect(inReadingOrder(turned) == sorted && inReadingOrder(turned.reversed()) == sorted)
        }
    }

    /// Scripts of SQL Server are often UTF-16, and old ones Latin 1.
    @Test func encodings() {
        let script = "CREATE TABLE Ärende (id int)"
        let little: [UInt8] = [0xFF, 0xFE] + script.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + script.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let latin: [UInt8] = script.unicodeScalars.map { UInt8($0.value) }
        for bytes in [Array(script.utf8), little, big, latin, [0xFF, 0xFE, 0x61]] as [[UInt8]] {
            let read = String(decoding: scriptBytes(bytes), as: UTF8.self)
            #expect(read == script || bytes.count == 3 && read == "")
        }
    }

    /// Not of the kind asked for: refused with a problem, whatever the bytes.
    @Test(arguments: [[], Array("hello".utf8), Array("a: 1\n".utf8), [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2], [0xFF, 0xFE, 0x61, 0], Array("SELECT 1; -- CREATE TABLE x".utf8), Array("kind: DataContract\napiVersion: v2.2.2\n".utf8), Array("dataset: 3\n".utf8)] as [[UInt8]])
    func refuses(_ bytes: [UInt8]) {
        let text = Text(path: "x", bytes: bytes)
        for imported in [importContracts([text]), importFides([text]), importDDL([text])] where !(imported.refused.isEmpty && String(decoding: bytes, as: UTF8.self).hasPrefix("dataset")) {
            #expect(imported.refused.count == 1 && !imported.problems.isEmpty)
        }
    }

    /// Large, deep and broken scripts end, and cost what they hold.
    @Test func largeAndBroken() {
        let wide = "CREATE TABLE t (" + (0..<3000).map { "c\($0) int" }.joined(separator: ", ") + ")"
        #expect(importDDL([ImportTests.text("w.sql", wide)]).refused.isEmpty)
        let alike = "CREATE TABLE t (" + (0..<20_000).map { "\"\(String(repeating: "+", count: $0 % 40))\($0)\" int" }.joined(separator: ", ") + ")"
        #expect(importDDL([ImportTests.text("a.sql", alike)]).refused.isEmpty)
        for text in [String(repeating: "(", count: 100_000), "CREATE TABLE t (" + String(repeating: "a int CHECK (", count: 5000), "CREATE TABLE '", "CREATE TABLE [", "CREATE TABLE t (a int, a int, , ,)", "CREATE TABLE t", "CREATE", "$$", "/*", "CREATE TABLE t (x text DEFAULT $a$", "COPY t FROM stdin", "DELIMITER", "DELIMITER $$\n$", "CREATE TABLE ${", "CREATE TABLE {{x", "%a", "#", "\\", "CREATE TABLE t (a ARRAY<STRUCT<", "ALTER TABLE t", "EXEC sp_addextendedproperty", "CREATE TABLE t (a int); ALTER TABLE t RENAME TO t; ALTER TABLE t DROP COLUMN a; ALTER TABLE t ADD", "CREATE TABLE t LIKE t", "CREATE TYPE", "CREATE TABLE t (LIKE t)"] {
            _ = importDDL([ImportTests.text("b.sql", text)])
        }
    }

    @Test func noOrphans() {
        let used = ["odcs", "fides", "postgresql", "mysql", "sqlserver", "sqlite", "scripts"].map { "import.\($0).txt" } + ["export.CaseSystem.odcs.yaml", "export.CourtJudgments.odcs.yaml", "export.dpv.sv.jsonld", "export.dpv.en.jsonld", "export.model.json"]
        #expect(ExportTests.goldens.orphans(besides: used) == [])
    }
}
