// The types of databases by their names: `VARCHAR(20)`, `numeric(10, 2)`, `int unsigned`, `timestamptz`.
import Source

enum SQLType {
    /// The column type that a physical type stands for; nil for a name that none of the databases has.
    static func read(_ written: String) -> ImportedType? {
        let text = written.lowercased()
        let word = String(text.prefix { $0.isLetter || $0 == "_" || $0 == " " || $0.isNumber }).split(separator: " ").map(String.init)
        guard let first = word.first else { return nil }
        let arguments = text.split(separator: "(", maxSplits: 1).dropFirst().first?.split(separator: ")").first?
            .split(separator: ",").compactMap { Int($0.filter(\.isNumber)) } ?? []
        let isUnsigned = text.contains("unsigned")
        switch first {
        case "bool", "boolean", "bit": return first == "bit" && (arguments.first ?? 1) > 1 ? .text : .flag
        case "tinyint", "byteint", "int1":
            if first == "tinyint", arguments.first == 1 { return .flag }
            return isUnsigned ? .integer(low: 0, high: 255) : .integer(low: -128, high: 255)
        case "smallint", "int2", "smallserial", "int16", "year": return isUnsigned ? .integer(low: 0, high: 65_535) : .integer(low: -32_768, high: 32_767)
        case "mediumint": return isUnsigned ? .integer(low: 0, high: 16_777_215) : .integer(low: -8_388_608, high: 8_388_607)
        case "int", "integer", "int4", "serial", "int32", "i32", "int64": return first == "int64" ? .integer(low: nil, high: nil) : isUnsigned ? .integer(low: 0, high: 4_294_967_295) : .integer(low: -2_147_483_648, high: 2_147_483_647)
        case "bigint", "int8", "bigserial", "long", "i64", "hugeint", "uint64", "ubigint", "uinteger", "rowversion": return .integer(low: isUnsigned ? 0 : nil, high: nil)
        case "decimal", "numeric", "number", "dec", "money", "smallmoney", "bignumeric":
            if first == "money" || first == "smallmoney" { return .decimal(low: nil, high: nil, places: first == "money" ? 2 : 4) }
            let places = arguments.count > 1 ? arguments[1] : 0
            guard let digits = arguments.first else { return .decimal(low: nil, high: nil, places: 2) }
            guard (1...17).contains(digits), (0...9).contains(places), places <= digits else { return .decimal(low: nil, high: nil, places: min(places, 9)) }
            var most: Int64 = 1
            for _ in 0..<digits { most *= 10 }
            return places == 0 ? .integer(low: 1 - most, high: most - 1) : .decimal(low: 1 - most, high: most - 1, places: places)
        case "float", "double", "real", "float4", "float8", "float32", "float64", "binary_double", "binary_float": return .decimal(low: nil, high: nil, places: 6)
        case "date": return .date(low: nil, high: nil)
        case "timestamp", "timestamptz", "datetime", "datetime2", "datetimeoffset", "smalldatetime", "timestamp_ntz", "timestamp_ltz", "timestamp_tz", "timestampntz": return .time
        case "time", "timetz": return .text
        case "uuid", "uniqueidentifier", "guid", "objectid": return .id
        case "char", "character", "varchar", "varchar2", "nvarchar", "nvarchar2", "nchar", "text", "tinytext", "mediumtext", "longtext", "string", "clob", "nclob", "ntext", "citext", "name",
            "xml", "json", "jsonb", "super", "variant", "hierarchyid", "sysname", "interval", "inet", "cidr", "macaddr", "money_text", "enum", "set", "blob", "tinyblob", "mediumblob", "longblob", "bytea", "bytes", "binary",
            "varbinary", "image", "raw", "geometry", "geography", "point", "polygon", "tsvector", "array", "struct", "map", "record", "object", "list", "row":
            return .text
        default: return nil
        }
    }
}
