extension BoardPaper {
  /// The paper as a page of HTML that needs no other file.
  public var html: String {
    var values = values(.html)
    values["style"] = String(decoding: PackageResources.style_css, as: UTF8.self)
    return PaperTemplates.html.paper(values)
  }

  /// The paper as Markdown in the manner of GitHub, with charts of text.
  public var markdown: String { PaperTemplates.markdown.paper(values(.markdown)) }

  // MARK: Values of templates

  private func values(_ markup: RowMarkup) -> [String: Any] {
    [
      "title": title, "kind": kind, "closing": closing, "facts": facts.map(\.values),
      "sections": sections.map { section in
        [
          "id": section.id, "heading": section.title,
          "blocks": section.blocks.map { $0.values(markup) },
        ]
      },
    ]
  }
}

extension BoardPaper.Fact {
  fileprivate var values: [String: Any] { ["name": name, "text": text] }
}

extension BoardPaper.Block {
  fileprivate func values(_ markup: RowMarkup) -> [String: Any] {
    switch self {
    case .paragraph(let text): ["paragraph": text]
    case .list(let items): ["items": items, "isList": true]
    case .figures(let facts): ["figures": facts.map(\.values), "isFigures": true]
    case .table(let table): ["table": table.values(markup)]
    case .chart(let chart): ["chart": chart.values]
    }
  }
}

extension PaperTable {
  /// What the templates need of the table; its rows have their markup.
  fileprivate func values(_ markup: RowMarkup) -> [String: Any] {
    [
      "caption": caption, "heading": heading, "textTitles": texts, "numberTitles": numbers,
      "rows": markup.text(of: rows),
      "totals": total.map { [["total": markup.text(ofTotal: $0)]] } ?? [],
    ]
  }
}

extension BarChart {
  fileprivate var values: [String: Any] {
    let layout = ChartLayout(self)
    return [
      "id": id, "title": title, "description": description, "height": layout.height,
      "text": text, "width": ChartLayout.width, "barHeight": ChartLayout.barHeight,
      "labels": layout.labels.map { label in
        [
          "text": label.text, "amount": label.amount, "baseline": label.baseline,
          "right": ChartLayout.width,
        ] as [String: Any]
      },
      "pieces": layout.pieces.map { piece in
        [
          "part": piece.part.rawValue, "left": piece.left, "width": piece.width, "top": piece.top,
        ] as [String: Any]
      },
      "legend": layout.legend.map { key in
        [
          "part": key.part.rawValue, "name": key.part.title, "left": key.left, "top": key.top,
          "textLeft": key.left + 22, "baseline": key.top + 13,
        ] as [String: Any]
      },
    ]
  }
}
