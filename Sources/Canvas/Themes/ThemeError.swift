/// Why a scheme is no theme.
package enum ThemeError: Error, Hashable, Sendable {
  /// The palette lacks a colour that every scheme has, or that a role names.
  case missingColor(String)
  /// A value that is neither `rrggbb` nor `default` nor `terminal0` to `terminal15`.
  case unreadableColor(key: String, text: String)
  /// Neither an ink nor a surface.
  case unknownRole(String, nearest: String?)
  /// A role that is not `COLOR [on COLOR] [attributes]`.
  case unreadableRole(String, text: String)
}
