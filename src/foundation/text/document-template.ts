/** The whole layout. What people wrote comes as data beside it and is never read as markup. */
export const DOCUMENT = `
#let paper = json(bytes(sys.inputs.document))
#set document(title: paper.title, author: paper.sender)
#set text(lang: paper.lang, size: 10.5pt, hyphenate: true)
#set page(paper: "a4", margin: (x: 22mm, y: 22mm), numbering: "1 / 1")
#set par(leading: 0.68em, spacing: 1em)
#show heading: set block(above: 1.5em, below: 0.8em)
#show table.cell.where(y: 0): set text(weight: "bold")
#set table(stroke: 0.4pt, inset: 5pt)
#text(weight: "bold")[#paper.sender]
#v(6mm)
= #paper.title
#if paper.note != none [#block(stroke: 0.5pt, inset: 8pt)[#paper.note]]
#for (label, value) in paper.facts [
  #par[#text(weight: "bold")[#label:] #value]
]
#for section in paper.sections [
  == #section.title
  #for paragraph in section.paragraphs [
    #par[#paragraph]
  ]
  #if section.table != none [
    #table(
      columns: (1fr,) + (auto,) * (section.table.columns.len() - 1),
      align: (x, _) => if section.table.columns.at(x).at("isNumber", default: false) { right } else { left },
      table.header(..section.table.columns.map(column => [#column.label])),
      ..section.table.rows.flatten().map(cell => [#cell])
    )
  ]
]
`;
