/// What every label stands for: the table of the Encoding Standard §4.2, and below it a few sets that old
/// Cyrillic and Asian files use and the standard leaves out.
enum EncodingLabels {
  /// Every encoding by every one of its labels, in lower case.
  static let byLabel: [String: CharacterEncoding] = {
    var result: [String: CharacterEncoding] = [:]
    for (encoding, labels) in rows {
      for label in labels.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        result[String(label)] = encoding
      }
    }
    return result
  }()

  /// What a label is meant for that is a known one but for case, blanks, hyphens and the word for "code page".
  static func nearly(_ label: String) -> CharacterEncoding? {
    byTidiedLabel[tidied(label)]
  }

  private static let byTidiedLabel: [String: CharacterEncoding] = Dictionary(
    byLabel.sorted { $0.key < $1.key }.map { (tidied($0.key), $0.value) },
    uniquingKeysWith: { first, _ in first })

  /// Letters and digits in lower case; a Windows or DOS code page by its number alone.
  private static func tidied(_ label: String) -> String {
    let text = String(label.lowercased().filter { !" -_.:".contains($0) })
    for word in [
      "microsoftcp", "xmscp", "mscp", "windows", "codepage", "xcp", "win", "ansi", "ibm", "dos", "cp",
    ]
    where text.hasPrefix(word) {
      let number = text.dropFirst(word.count)
      if (3...4).contains(number.count), number.allSatisfy(\.isNumber) { return String(number) }
    }
    return text
  }

  private static func table(_ name: String, _ iconv: String) -> CharacterEncoding {
    CharacterEncoding(name, .table(iconv: iconv))
  }

  private static func stream(_ name: String, _ iconv: String) -> CharacterEncoding {
    CharacterEncoding(name, .stream(iconv: iconv))
  }

  private static let rows: [(CharacterEncoding, String)] = [
    (.utf8, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"),
    (.ibm866, "866 cp866 csibm866 ibm866"),
    (
      table("ISO-8859-2", "ISO-8859-2"),
      "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"
    ),
    (
      table("ISO-8859-3", "ISO-8859-3"),
      "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"
    ),
    (
      table("ISO-8859-4", "ISO-8859-4"),
      "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"
    ),
    (
      .iso88595,
      "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"
    ),
    (
      table("ISO-8859-6", "ISO-8859-6"),
      """
      arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i
      iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
      """
    ),
    (
      table("ISO-8859-7", "ISO-8859-7"),
      """
      csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7
      iso_8859-7:1987 sun_eu_greek
      """
    ),
    (
      table("ISO-8859-8", "ISO-8859-8"),
      """
      csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8
      iso_8859-8:1988 visual
      """
    ),
    (table("ISO-8859-8-I", "ISO-8859-8"), "csiso88598i iso-8859-8-i logical"),
    (
      table("ISO-8859-10", "ISO-8859-10"), "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"
    ),
    (table("ISO-8859-13", "ISO-8859-13"), "iso-8859-13 iso8859-13 iso885913"),
    (table("ISO-8859-14", "ISO-8859-14"), "iso-8859-14 iso8859-14 iso885914"),
    (
      table("ISO-8859-15", "ISO-8859-15"),
      "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"
    ),
    (table("ISO-8859-16", "ISO-8859-16"), "iso-8859-16"),
    (.koi8R, "cskoi8r koi koi8 koi8-r koi8_r"),
    (.koi8U, "koi8-ru koi8-u"),
    (table("macintosh", "MACINTOSH"), "csmacintosh mac macintosh x-mac-roman"),
    (table("windows-874", "CP874"), "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"),
    (table("windows-1250", "CP1250"), "cp1250 windows-1250 x-cp1250"),
    (.windows1251, "cp1251 windows-1251 x-cp1251"),
    (
      .windows1252,
      """
      ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1
      iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252
      """
    ),
    (table("windows-1253", "CP1253"), "cp1253 windows-1253 x-cp1253"),
    (
      table("windows-1254", "CP1254"),
      """
      cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5
      windows-1254 x-cp1254
      """
    ),
    (table("windows-1255", "CP1255"), "cp1255 windows-1255 x-cp1255"),
    (table("windows-1256", "CP1256"), "cp1256 windows-1256 x-cp1256"),
    (table("windows-1257", "CP1257"), "cp1257 windows-1257 x-cp1257"),
    (table("windows-1258", "CP1258"), "cp1258 windows-1258 x-cp1258"),
    (.macCyrillic, "x-mac-cyrillic x-mac-ukrainian"),
    (
      stream("GBK", "GB18030"),
      "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"
    ),
    (stream("gb18030", "GB18030"), "gb18030"),
    (stream("Big5", "BIG5-HKSCS"), "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
    (stream("EUC-JP", "EUC-JP-MS"), "cseucpkdfmtjapanese euc-jp x-euc-jp"),
    (stream("ISO-2022-JP", "ISO-2022-JP"), "csiso2022jp iso-2022-jp"),
    (
      stream("Shift_JIS", "CP932"),
      "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"
    ),
    (
      stream("EUC-KR", "UHC"),
      """
      cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601
      windows-949
      """
    ),
    (.utf16BE, "unicodefffe utf-16be"),
    (.utf16LE, "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"),
    (CharacterEncoding("x-user-defined", .userDefined), "x-user-defined"),

    // Outside the standard. Browsers refuse ISO-2022-KR and its kin for the sake of scripts, which do not run
    // here.
    (.ibm855, "855 cp855 csibm855 ibm855"),
    (.kz1048, "kz-1048 kz1048 rk1048 strk1048-2002 cskz1048"),
    (.cp1125, "1125 cp1125 ibm1125 cp866u ruscii"),
    (.ptcp154, "ptcp154 pt154 cp154 csptcp154 cyrillic-asian"),
    (table("KOI8-T", "KOI8-T"), "koi8-t"),
    (table("IBM852", "CP852"), "852 cp852 ibm852"),
    (table("IBM850", "CP850"), "850 cp850 ibm850"),
    (table("x-mac-ce", "MAC-CENTRALEUROPE"), "x-mac-ce x-mac-centraleurroman mac-centraleurope"),
    (table("TCVN", "TCVN5712-1"), "tcvn tcvn5712-1 x-viet-tcvn"),
    (table("VISCII", "VISCII"), "viscii"),
    (stream("EUC-TW", "EUC-TW"), "euc-tw x-euc-tw"),
    (stream("ISO-2022-KR", "ISO-2022-KR"), "csiso2022kr iso-2022-kr"),
    (stream("ISO-2022-CN", "ISO-2022-CN"), "iso-2022-cn iso-2022-cn-ext"),
    (stream("JOHAB", "JOHAB"), "johab cp1361"),
    (.utf32LE, "utf-32 utf-32le ucs-4"),
    (.utf32BE, "utf-32be"),
  ]
}
