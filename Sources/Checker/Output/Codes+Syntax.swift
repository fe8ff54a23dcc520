// X-codes: the form of a text.
import Source

extension CodeEntry {
    static let syntaxCodes: [CodeEntry] = [
        CodeEntry(
            "X001",
            sv:
                "Filen läses som UTF-8, och här står byte som ingen text i UTF-8 har; ofta är filen sparad i en äldre kodning.",
            en:
                "Files are read as UTF-8, and these bytes belong to no text in UTF-8; often the file was saved in an older encoding.",
            .alone, bytes: Array("edition 2026\n// Upps".utf8) + [0xE4] + Array("la\n".utf8)),
        CodeEntry(
            "X002", sv: "Tecknet har ingen betydelse i språket utanför texter och kommentarer.",
            en: "The character has no meaning in the language outside texts and comments.", .alone,
            #"""
            edition 2026
            subject Client § is Adult

            """#),
        CodeEntry(
            "X003",
            sv:
                "En text börjar med ett citattecken och slutar på samma rad; en text mellan tre citattecken får gå över flera.",
            en:
                "A text begins with a quote and ends on the same line; a text between three quotes may run over several.",
            .alone,
            #"""
            edition 2026
            subject Client "The client is Adult
            subject Other is Adult

            """#),
        CodeEntry(
            "X004", sv: "En kommentar som börjar med /* slutar med */; annars sväljer den resten av filen.",
            en: "A comment that begins with /* ends with */; without it the rest of the file is swallowed.", .alone,
            #"""
            edition 2026
            /* to be done
            subject Client is Adult

            """#),
        CodeEntry(
            "X005", sv: "Varje block öppnas med { och stängs med }.",
            en: "Each block is opened with { and closed with }.", .alone,
            #"""
            edition 2026
            subject Client is Adult {
              relation: OwnClient

            """#),
        CodeEntry(
            "X006", sv: "Varje parentes stängs av sin motsvarighet.",
            en: "Each bracket is closed by its partner.", .alone,
            #"""
            edition 2026
            rule H001 "A" {
              severity: info
              for: a in activities
              when: (a.starts before 2026-01-01
              at: a
              message sv: "A"
              message en: "A"
            }

            """#),
        CodeEntry(
            "X007", sv: "En slutparentes stänger något som är öppet; här är inget öppet.",
            en: "A closing bracket closes what is open; nothing is open here.", .alone,
            #"""
            edition 2026
            subject Client is Adult }

            """#),
        CodeEntry(
            "X008", sv: #"Efter ett omvänt snedstreck står i en text bara \" \\ \n \r \t eller \u{…}."#,
            en: #"In a text, a backslash is followed only by \" \\ \n \r \t or \u{…}."#, .alone,
            #"""
            edition 2026
            subject Client "C:\data" is Adult

            """#),
        CodeEntry(
            "X009",
            sv:
                "Tal skrivs med siffror, ett _ mellan grupper, en decimalpunkt, och %, om det är en andel; högst 18 siffror.",
            en: "Numbers have digits, a _ between groups, a decimal point, and % for a share; 18 digits at most.",
            .alone,
            #"""
            edition 2026
            policy {
              least group: 12abc
            }

            """#),
        CodeEntry(
            "X010", sv: "Ett datum skrivs år-månad-dag och finns i kalendern.",
            en: "A date is written year-month-day and exists in the calendar.", .alone,
            #"""
            edition 2026
            notice Letter {
              sent: 2026-02-30 by Letter
            }

            """#),
        CodeEntry(
            "X011", sv: "En norm skrivs med sin lag först, så att det syns vilken den är: GDPR.13.3.",
            en: "A norm is written with its law first, so that it is clear which it is: GDPR.13.3.", .alone,
            #"""
            edition 2026
            notice Letter {
              under: 13.3
            }

            """#),
        CodeEntry(
            "X012", sv: "En egenskap har ett värde efter sitt kolon, på samma rad.",
            en: "A property has a value after its colon, on the same line.", .alone,
            #"""
            edition 2026
            subject Client is Adult {
              relation:
            }

            """#),
        CodeEntry(
            "X013", sv: "Ett ord som `and`, `before` eller ett tecken som == har ett värde på var sida.",
            en: "A word like `and` or `before`, or a sign like ==, has a value on each side.", .alone,
            #"""
            edition 2026
            rule H001 "A" {
              severity: info
              for: a in activities
              when: a.starts before and yes
              at: a
              message sv: "A"
              message en: "A"
            }

            """#),
        CodeEntry(
            "X014",
            sv:
                "En rad inleds av en deklarations sort, ett stegs verb eller en egenskap med kolon; ordet är inget av dem.",
            en:
                "A line begins with the kind of a declaration, the verb of a step or a property with its colon; this word is none of them.",
            .alone,
            #"""
            edition 2026
            subjekt Client is Adult

            """#),
        CodeEntry(
            "X015", sv: "Efter ett värde följer bara vissa ord, som because, until och of; detta är inget av dem.",
            en: "Only certain words follow a value, such as because, until and of; this is none of them.", .alone,
            #"""
            edition 2026
            activity Train {
              basis: LegitimateInterest becuase "calmer disputes"
            }

            """#),
        CodeEntry(
            "X016", sv: "Varje rad säger en sak.",
            en: "A line says one thing.", .alone,
            #"""
            edition 2026
            subject Client is Adult subject Other is Adult

            """#),
        CodeEntry(
            "X017", sv: "Det som står här kan inte följa på det som står före.",
            en: "What stands here can't follow what stands before it.", .alone,
            #"""
            edition 2026
            subject Client is Adult , , {
            }

            """#),
        CodeEntry(
            "X018",
            sv:
                "Uttryck och block får stå i högst 256 nivåer, så att inget innehåll kan få verktyget att ta slut på minne.",
            en: "Expressions and blocks stand in 256 levels at most, so that no input can exhaust the tool.", .alone,
            "edition 2026\nrule H001 \"A\" {\n  when: " + String(repeating: "(", count: 300) + "yes"
                + String(repeating: ")", count: 300) + "\n}\n"),
        CodeEntry(
            "X019", sv: "Ett = ger ett steg dess resultat ett namn; likhet skrivs ==.",
            en: "A = names what a step makes; equality is written ==.", .alone,
            #"""
            edition 2026
            rule H001 "A" {
              severity: info
              for: a in activities
              when: a.controller = a.controller
              at: a
              message sv: "A"
              message en: "A"
            }

            """#),
        CodeEntry(
            "X020", sv: "En jämförelse ger ja eller nej, som inte kan jämföras vidare.",
            en: "A comparison gives yes or no, which can't be compared further.", .alone,
            #"""
            edition 2026
            rule H001 "A" {
              severity: info
              for: a in activities
              when: 1 < 2 < 3
              at: a
              message sv: "A"
              message en: "A"
            }

            """#),
        CodeEntry(
            "X021", sv: "Efter en punkt i ett namn står nästa namn.",
            en: "After a dot in a name stands the next name.", .alone,
            #"""
            edition 2026
            activity Train {
              purpose: Law.
            }

            """#),
        CodeEntry(
            "X022", sv: "En definitions parametrar skrivs som sort och namn: (activity a, dataset d).",
            en: "A definition's parameters are written as kind and name: (activity a, dataset d).", .alone,
            #"""
            edition 2026
            define told(a) {
              holds: yes
            }

            """#),
        CodeEntry(
            "X023", sv: "Ett block börjar på den rad som det hör till; en rad tar annars slut vid radslutet.",
            en: "A block begins on the line it belongs to; a line otherwise ends at the line's end.", .alone,
            #"""
            edition 2026
            subject Client is Adult
            {
              relation: OwnClient
            }

            """#),
        CodeEntry(
            "X024", sv: "Ett komma lovar ett värde till.",
            en: "A comma promises one more value.", .alone,
            #"""
            edition 2026
            subject Client is Adult {
              reached by: Letter,
            }

            """#),
        CodeEntry(
            "X025", sv: "En kvantifiering har ett namn och en lista: exists x in lista with villkor.",
            en: "A quantifier has a name and a list: exists x in list with condition.", .alone,
            #"""
            edition 2026
            rule H001 "A" {
              severity: info
              for: a in activities
              when: exists a.notices
              at: a
              message sv: "A"
              message en: "A"
            }

            """#),
        CodeEntry(
            "X026", sv: "Ett ensamt värde säger inte vilken egenskap det gäller.",
            en: "A value alone does not say which property it is of.", .alone,
            #"""
            edition 2026
            subject Client is Adult {
              OwnClient
            }

            """#),
        CodeEntry(
            "X027",
            sv:
                "Tidslängder räknas i hela dagar, veckor, månader eller år, eftersom en halv månad inte är ett bestämt antal dagar.",
            en: "Durations are whole days, weeks, months or years, since half a month is no definite number of days.",
            .alone,
            #"""
            edition 2026
            dataset Cases {
              retention: 1.5 years
            }

            """#),
        CodeEntry(
            "X028", sv: "`not` gäller hela jämförelsen efter sig; inuti en jämförelse behövs parentes.",
            en: "`not` holds for the whole comparison after it; inside a comparison it needs parentheses.", .alone,
            #"""
            edition 2026
            rule H001 "A" {
              severity: info
              for: a in activities
              when: yes == not yes
              at: a
              message sv: "A"
              message en: "A"
            }

            """#),
        CodeEntry(
            "X029", sv: "Där ett namn ska stå, står inget: den som läser kan inte hänvisa till det.",
            en: "A name is wanted and none stands here, so nothing can refer to it.", .alone,
            #"""
            edition 2026
            use

            """#),
    ]
}
