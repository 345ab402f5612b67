/// Where the images of a dataset lie, in the order of their files, and found again by their ids.
struct PlaceList: Sendable {
  let all: [ImagePlace]
  /// The ids with their numbers in ``all``, in the order of the ids.
  private let byID: [(id: ImageID, number: Int32)]

  init(_ places: [ImagePlace]) {
    all = places
    byID = places.indices.map { (places[$0].id, Int32($0)) }.sorted { $0.id < $1.id }
  }

  /// The numbers of an image's places: none, one, or several for one that lies in several.
  func numbers(of id: ImageID) -> some Sequence<Int> {
    byID[first(id)...].prefix { $0.id == id }.lazy.map { Int($0.number) }
  }

  func contains(_ id: ImageID) -> Bool {
    let place = first(id)
    return place < byID.count && byID[place].id == id
  }

  /// The places of those ids that have several.
  var twins: [[ImagePlace]] {
    byID[...].runs { $0.id == $1.id }.filter { $0.count > 1 }.map { run in
      run.map { all[Int($0.number)] }
    }
  }

  /// Where an id is, or would be.
  private func first(_ id: ImageID) -> Int {
    byID.partition { $0.id >= id }
  }
}
