// The types of databases by their names: `VARCHAR(20)`, `numeric(10, 2)`, `int unsigned`, `timestamptz`.
import Source

enum SQLType {
    /// The column type that a physical type stands for; nil for a name that none of the databases has.
    static func read(_ written: String) -> ImportedType? {
        let text = written.lowercased()
        let word = String(text.prefix { $0.isLetter || $0 == "_" || $0 == " " || $0.isNumber }).split(separator: " ").map(String.init)
        guard let first = word.first else { return nil }
        // `NUMBER(*, 0)` has as many digits as there can be.
        let arguments = text.split(separator: "(", maxSplits: 1).dropFirst().first?.split(separator: ")").first?
            .split(separator: ",").compactMap { $0.contains("*") ? 38 : Int($0.filter { $0.isNumber || $0 == "-" }) } ?? []
        let isUnsigned = text.contains("unsigned")
        switch first {
        case "bool", "boolean", "bit": return first == "bit" && ((arguments.first ?? 1) > 1 || word.contains("varying")) ? .text : .flag
        case "tinyint", "byteint", "int1", "uint8":
            if first == "tinyint", arguments.first == 1 { return .flag }
            return isUnsigned || first == "uint8" ? .integer(low: 0, high: 255) : .integer(low: -128, high: 255)
        case "smallint", "int2", "smallserial", "serial2", "int16", "year", "uint16": return isUnsigned || first == "uint16" ? .integer(low: 0, high: 65_535) : .integer(low: -32_768, high: 32_767)
        case "mediumint", "int3", "middleint": return isUnsigned ? .integer(low: 0, high: 16_777_215) : .integer(low: -8_388_608, high: 8_388_607)
        case "int", "integer", "int4", "serial", "serial4", "int32", "i32", "uint32", "signed":
            return isUnsigned || first == "uint32" ? .integer(low: 0, high: 4_294_967_295) : .integer(low: -2_147_483_648, high: 2_147_483_647)
        case "long" where ["raw", "varchar", "text", "varbinary", "binary", "varchar2"].contains(word.dropFirst().first ?? ""): return .text
        case "bigint", "int8", "bigserial", "serial8", "long", "int64", "integer64", "i64", "hugeint", "uint64", "ubigint", "uinteger", "rowversion": return .integer(low: isUnsigned || first.hasPrefix("u") ? 0 : nil, high: nil)
        case "decimal", "numeric", "number", "dec", "fixed", "money", "smallmoney", "bignumeric", "smalldecimal", "decfloat":
            if first == "money" || first == "smallmoney" { return .decimal(low: nil, high: nil, places: first == "money" ? 2 : 4) }
            let places = arguments.count > 1 ? max(0, arguments[1]) : 0
            guard let digits = arguments.first else { return .decimal(low: nil, high: nil, places: 2) }
            guard (1...17).contains(digits), (0...9).contains(places), places <= digits else { return places == 0 ? .integer(low: nil, high: nil) : .decimal(low: nil, high: nil, places: min(places, 9)) }
            var most: Int64 = 1
            for _ in 0..<digits { most *= 10 }
            return places == 0 ? .integer(low: 1 - most, high: most - 1) : .decimal(low: 1 - most, high: most - 1, places: places)
        case "float", "double", "real", "float4", "float8", "float32", "float64", "binary_double", "binary_float": return .decimal(low: nil, high: nil, places: 6)
        case "date", "date32", "daydate": return .date(low: nil, high: nil)
        case "timestamp", "timestamptz", "datetime", "datetime2", "datetime64", "datetimeoffset", "smalldatetime", "timestamp_ntz", "timestamp_ltz", "timestamp_tz", "timestampntz", "timestampltz", "longdate", "seconddate",
            "abstime":
            return .time
        case "time", "timetz": return .text
        case "uuid", "uniqueidentifier", "guid", "objectid", "rowid", "urowid", "oid": return .id
        case _ where texts.contains(first): return .text
        default: return nil
        }
    }

    private static let texts: Set = [
        "char", "character", "varchar", "varchar2", "nvarchar", "nvarchar2", "nchar", "bpchar", "national", "text", "tinytext", "mediumtext", "longtext", "longvarchar", "longnvarchar", "shorttext", "string", "str", "fixedstring", "lvarchar",
        "clob", "nclob", "dbclob", "graphic", "vargraphic", "ntext", "citext", "name", "sysname", "alphanum",
        "xml", "xmltype", "json", "jsonb", "super", "variant", "sql_variant", "hstore", "ltree", "lquery", "hierarchyid",
        "interval", "daterange", "int4range", "int8range", "numrange", "tsrange", "tstzrange", "int4multirange", "datemultirange", "tstzmultirange", "period",
        "inet", "cidr", "macaddr", "macaddr8", "tid", "xid", "pg_lsn", "regclass", "regtype", "varbit", "enum", "set",
        "blob", "tinyblob", "mediumblob", "longblob", "bytea", "byte", "bytes", "binary", "varbinary", "longvarbinary", "image", "raw", "bfile", "filestream",
        "geometry", "geography", "point", "line", "lseg", "box", "path", "circle", "polygon", "multipolygon", "linestring", "multilinestring", "multipoint", "geometrycollection", "st_geometry", "st_point", "sdo_geometry", "cube", "vector",
        "halfvec", "sparsevec", "tsvector", "tsquery", "array", "struct", "map", "record", "object", "list", "row", "nested",
    ]
}
