import Phrases

extension Phrase {
  /// The title of a group in the help.
  init(group: CommandRow.Group) {
    self =
      switch group {
      case .moving: .groupMoving
      case .finding: .groupFinding
      case .marking: .groupMarking
      case .news: .groupNews
      case .screen: .groupScreen
      }
  }

  /// The name of an order.
  init(order: ListOrder) {
    self =
      switch order {
      case .newest: .orderNewest
      case .oldest: .orderOldest
      case .top: .orderTop
      case .unreadFirst: .orderUnreadFirst
      }
  }
}
