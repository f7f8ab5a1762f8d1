/// UAX #14, Unicode 15.0, untailored but for LB25, which follows the regular expression for numbers (example 7 of
/// §8.2) as the published test does: the state between two scalars of a text.
struct LineBreakState {
  /// What may happen between two scalars.
  enum Action: UInt8 {
    case prohibited
    case allowed
    case mandatory
  }

  /// The class of the last scalar that is neither a space nor a mark; nil at the start of the text and of a line
  /// after a mandatory break.
  private(set) var left: LineClass?
  /// Whether spaces follow it.
  private(set) var hasSpaces = false
  private var followsJoiner = false
  /// LB21a: `left` is a hyphen or break-after mark right behind a Hebrew letter.
  private var hasHebrewHyphen = false
  /// LB30a: an odd number of regional indicators.
  private var hasOddIndicator = false
  /// LB25: 1 inside a number, 2 behind its closing bracket.
  private var number = 0

  /// Whether a line may or must end before a scalar of this class; then takes the scalar in.
  ///
  /// - Parameter afterOpening: whether a digit follows a scalar that opens or is a hyphen (LB25 looks one further).
  mutating func action(before next: LineClass, afterOpening digitFollows: () -> Bool) -> Action {
    let action = decide(next, digitFollows)
    take(next, isNewLine: action == .mandatory)
    return action
  }

  private func decide(_ next: LineClass, _ digitFollows: () -> Bool) -> Action {
    guard let left else { return hasSpaces ? Self.action(afterSpacesBehind: .sp, before: next) : .prohibited }
    switch left {
    case .bk, .lf, .nl: return .mandatory  // LB4, LB5
    case .cr: return next == .lf ? .prohibited : .mandatory
    default: break
    }
    switch next {
    case .bk, .cr, .lf, .nl, .sp, .zw: return .prohibited  // LB6, LB7
    default: break
    }
    if left == .zw { return .allowed }  // LB8
    if followsJoiner, !hasSpaces { return .prohibited }  // LB8a
    if hasSpaces { return Self.action(afterSpacesBehind: left, before: next) }
    if next == .cm || next == .zwj { return .prohibited }  // LB9
    return isJoined(left, next, digitFollows) ? .prohibited : .allowed
  }

  /// LB10–LB18, behind spaces; `left` is SP at the start of a text.
  @inline(__always)
  static func action(afterSpacesBehind left: LineClass, before next: LineClass) -> Action {
    switch next {
    case .bk, .cr, .lf, .nl, .sp, .zw: return .prohibited
    case .wj, .cl, .cp, .cpe, .ex, .infix, .sy: return .prohibited  // LB11, LB13
    case .op, .ope: if left == .qu { return .prohibited }  // LB15
    case .ns: if left == .cl || left == .cp || left == .cpe { return .prohibited }  // LB16
    case .b2: if left == .b2 { return .prohibited }  // LB17
    default: break
    }
    return left == .op || left == .ope ? .prohibited : .allowed  // LB14, LB18
  }

  /// LB11–LB31 for neighbours without spaces.
  private func isJoined(_ left: LineClass, _ next: LineClass, _ digitFollows: () -> Bool) -> Bool {
    switch next {
    case .wj, .cl, .cp, .cpe, .ex, .infix, .sy: return true  // LB11, LB13
    case .gl where left != .ba && left != .hy: return true  // LB12a
    case .qu: return true  // LB19
    default: break
    }
    switch left {
    case .wj, .gl, .op, .ope, .qu: return true  // LB11, LB12, LB14, LB19
    default: break
    }
    if next == .cb || left == .cb { return false }  // LB20
    switch next {
    case .ba, .hy, .ns, .inseparable: return true  // LB21, LB22
    case .b2 where left == .b2: return true  // LB17
    default: break
    }
    if left == .bb || hasHebrewHyphen { return true }  // LB21, LB21a
    if left == .sy, next == .hl { return true }  // LB21b
    return joinsNumber(left, next, digitFollows) || joinsWord(left, next)
  }

  /// LB23–LB25.
  private func joinsNumber(_ left: LineClass, _ next: LineClass, _ digitFollows: () -> Bool) -> Bool {
    switch next {
    case .nu:
      if left == .al || left == .hl || left == .nu { return true }
      if left == .hy || left == .pr || left == .po || number == 1 { return true }
    case .al, .hl:
      if left == .nu || left == .pr || left == .po { return true }
    case .po, .pr:
      if left == .al || left == .hl || number > 0 { return true }
      if next == .po, left == .id || left == .eb || left == .em || left == .px { return true }
    case .id, .eb, .em, .px:
      if left == .pr { return true }
    case .op, .ope:
      if left == .pr || left == .po { return digitFollows() }
    default: break
    }
    return false
  }

  /// LB26–LB30b.
  private func joinsWord(_ left: LineClass, _ next: LineClass) -> Bool {
    switch next {
    case .al, .hl:
      return left == .al || left == .hl || left == .infix || left == .cp
    case .nu: return left == .cp
    case .op: return left == .al || left == .hl || left == .nu
    case .ri: return left == .ri && hasOddIndicator
    case .em: return left == .eb || left == .px
    case .jl, .h2, .h3: return left == .jl || left == .pr
    case .jv: return left == .jl || left == .jv || left == .h2 || left == .pr
    case .jt: return left == .jv || left == .jt || left == .h2 || left == .h3 || left == .pr
    case .po: return left == .jl || left == .jv || left == .jt || left == .h2 || left == .h3
    default: return false
    }
  }

  private mutating func take(_ next: LineClass, isNewLine: Bool) {
    if isNewLine { self = LineBreakState() }
    followsJoiner = next == .zwj
    if next == .sp {
      hasSpaces = true
      return
    }
    let holdsMark = left.map { $0 != .zw && !hasSpaces && !$0.endsLine } ?? false
    if next == .cm || next == .zwj, holdsMark { return }
    let resolved = next == .cm || next == .zwj ? .al : next  // LB10
    let isAdjacent = !hasSpaces
    hasHebrewHyphen = isAdjacent && left == .hl && (resolved == .hy || resolved == .ba)
    hasOddIndicator = resolved == .ri && !(isAdjacent && left == .ri && hasOddIndicator)
    if resolved == .nu {
      number = 1
    } else if isAdjacent, number == 1, resolved == .sy || resolved == .infix {
      number = 1
    } else if isAdjacent, number == 1, resolved == .cl || resolved == .cp || resolved == .cpe {
      number = 2
    } else {
      number = 0
    }
    left = resolved
    hasSpaces = false
  }
}

extension LineClass {
  /// Whether a line must end behind it.
  @inline(__always) var endsLine: Bool { self == .bk || self == .cr || self == .lf || self == .nl }
}
