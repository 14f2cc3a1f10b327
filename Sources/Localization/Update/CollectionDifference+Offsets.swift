extension CollectionDifference {
  /// The places in the old collection of what is gone.
  var removedOffsets: Set<Int> { offsets(of: removals) }

  /// The places in the new collection of what came.
  var insertedOffsets: Set<Int> { offsets(of: insertions) }

  private func offsets(of changes: [Change]) -> Set<Int> {
    Set(
      changes.map { change in
        switch change {
        case .remove(let offset, _, _), .insert(let offset, _, _): offset
        }
      })
  }
}
