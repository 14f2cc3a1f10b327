import Memory
internal import Synchronization
import Units

/// A translation memory that threads take turns at.
final class MemoryFile: Sendable {
  /// Its path.
  let path: String
  private let memory: Mutex<TranslationMemory>

  /// The memory that an option names, or else the configured one.
  ///
  /// - Throws: ``Failure`` where there is none, or it can't be opened.
  init(_ option: String?, _ configuration: Configuration, creates: Bool) throws(Failure) {
    guard let path = option ?? configuration.memory.map(configuration.path) else {
      throw Failure(
        "no translation memory is given", remedy: "say it with --memory FILE, or with memory: in l10n.yaml")
    }
    guard creates || FileSystem.kind(path) == .file else {
      throw Failure(path: path, "is not there", remedy: "`l10n memory add` and `l10n memory import` make one")
    }
    self.path = path
    do throws(MemoryError) { memory = Mutex(try TranslationMemory(path, creates: creates)) } catch {
      throw Failure(path: path, error.problem, remedy: error.remedy)
    }
  }

  /// A memory of its own that lies in a temporary file, and is gone with the process.
  ///
  /// - Throws: ``Failure`` where there is no room for one.
  init() throws(Failure) {
    path = "a temporary file"
    // SQLite's own word for such a file is no name.
    do throws(MemoryError) { memory = Mutex(try TranslationMemory("", creates: true)) } catch {
      throw Failure(path: path, error.problem, remedy: error.remedy)
    }
  }

  /// The memory that an option names, or else the configured one where it is there; nil for neither.
  ///
  /// - Throws: ``Failure`` where it can't be opened.
  static func existing(_ option: String?, _ configuration: Configuration) throws(Failure) -> MemoryFile? {
    let isThere = configuration.memory.map { FileSystem.kind(configuration.path($0)) == .file } ?? false
    return option != nil || isThere ? try MemoryFile(option, configuration, creates: false) : nil
  }

  /// Does something with the memory while no other thread does.
  ///
  /// - Throws: ``Failure`` with the memory's path.
  func use<Result: Sendable>(_ body: (TranslationMemory) throws(MemoryError) -> Result) throws(Failure) -> Result {
    do {
      return try memory.withLock { try body($0) }
    } catch let error as MemoryError {
      throw Failure(path: path, error.problem, remedy: error.remedy)
    } catch { throw Failure(path: path, "\(error)") }
  }

  /// Adds what comes from the file at `origin`, and says how much of it is new.
  ///
  /// - Throws: ``Failure`` with the memory's path.
  func add(_ entries: [MemoryEntry], of origin: String) throws(Failure) -> Message {
    let added = try use { (memory) throws(MemoryError) in try memory.add(entries) }
    return told(added, of: entries.count, from: origin)
  }

  /// What to tell of entries that were added.
  func told(_ added: Int, of count: Int, from origin: String) -> Message {
    Message(.note, "\(origin): \(added) of \(count) translations are new in \(path)")
  }
}
