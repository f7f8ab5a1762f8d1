import Testing

@Suite("Embedded data")
struct EmbeddingTests {
  @Test("every data file stands in the table of embedded files")
  func everyDataFileIsEmbedded() throws {
    let table = try SourceTree.text("Sources/CLibraries/CResources/table.c")
    let files =
      SourceTree.files(below: "Themes", endings: [".yaml"])
      + SourceTree.files(below: "Sources/DemoEdition/Site", endings: [".article", ".html", ".png"])
      + SourceTree.files(below: "Sources/TextLayout/Data", endings: [".bin"])
      + SourceTree.files(below: "Sources/PageParsing/Data", endings: [".words"])
      + SourceTree.files(below: "Sources/Phrases/Data", endings: [""])
    #expect(files.count > 40)
    for file in files {
      #expect(table.contains("../../../\(file)\""), "run make-table.py: \(file) is not embedded")
    }
  }
}
