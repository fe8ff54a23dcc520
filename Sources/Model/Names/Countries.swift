// The countries of ISO 3166-1 by their two letters, and how some of them are called.

enum Countries {
    static func isCode(_ word: String) -> Bool { codes.contains(word) }

    /// The code that somebody who wrote something else means: the country by its name, or the code in small letters.
    static func meant(by word: String) -> String? {
        if isCode(word.uppercased()) { return word.uppercased() }
        // Usual, and not the standard's.
        if let code = ["UK": "GB", "EL": "GR"][word.uppercased()] { return code }
        return names.first { [$0.en.lowercased(), $0.sv.lowercased()].contains(word.lowercased()) }?.code
    }

    private static let codes: Set<String> = Set(
        """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD
        CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF
        GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
        KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
        NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI
        SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
        VN VU WF WS YE YT ZA ZM ZW
        """.split { $0.isWhitespace }.map { String($0) })

    /// The EEA's, and those that its data often go to.
    private static let names: [(code: String, en: String, sv: String)] = [
        ("AT", "Austria", "Österrike"),
        ("AU", "Australia", "Australien"),
        ("BE", "Belgium", "Belgien"),
        ("BG", "Bulgaria", "Bulgarien"),
        ("BR", "Brazil", "Brasilien"),
        ("CA", "Canada", "Kanada"),
        ("CH", "Switzerland", "Schweiz"),
        ("CN", "China", "Kina"),
        ("CY", "Cyprus", "Cypern"),
        ("CZ", "Czechia", "Tjeckien"),
        ("DE", "Germany", "Tyskland"),
        ("DK", "Denmark", "Danmark"),
        ("EE", "Estonia", "Estland"),
        ("ES", "Spain", "Spanien"),
        ("FI", "Finland", "Finland"),
        ("FR", "France", "Frankrike"),
        ("GB", "United Kingdom", "Storbritannien"),
        ("GR", "Greece", "Grekland"),
        ("HR", "Croatia", "Kroatien"),
        ("HU", "Hungary", "Ungern"),
        ("IE", "Ireland", "Irland"),
        ("IL", "Israel", "Israel"),
        ("IN", "India", "Indien"),
        ("IS", "Iceland", "Island"),
        ("IT", "Italy", "Italien"),
        ("JP", "Japan", "Japan"),
        ("KR", "Korea", "Sydkorea"),
        ("LI", "Liechtenstein", "Liechtenstein"),
        ("LT", "Lithuania", "Litauen"),
        ("LU", "Luxembourg", "Luxemburg"),
        ("LV", "Latvia", "Lettland"),
        ("MT", "Malta", "Malta"),
        ("NL", "Netherlands", "Nederländerna"),
        ("NO", "Norway", "Norge"),
        ("PL", "Poland", "Polen"),
        ("PT", "Portugal", "Portugal"),
        ("RO", "Romania", "Rumänien"),
        ("SE", "Sweden", "Sverige"),
        ("SI", "Slovenia", "Slovenien"),
        ("SK", "Slovakia", "Slovakien"),
        ("TR", "Turkey", "Turkiet"),
        ("UA", "Ukraine", "Ukraina"),
        ("US", "USA", "USA"),
    ]
}
