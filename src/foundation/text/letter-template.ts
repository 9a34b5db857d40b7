/** The whole layout. What people wrote comes as data beside it and is never read as markup. */
export const LETTER = `
#let letter = json(bytes(sys.inputs.letter))
#set document(title: letter.title, author: letter.sender)
#set text(lang: letter.lang, size: 11pt, hyphenate: true)
#set page(paper: "a4", margin: (x: 25mm, y: 25mm), numbering: "1 / 1")
#set par(leading: 0.7em, spacing: 1.1em)
#show heading: set block(above: 1.6em, below: 0.9em)
#text(weight: "bold")[#letter.sender]
#v(8mm)
= #letter.title
#if letter.note != none [#block(stroke: 0.5pt, inset: 8pt)[#letter.note]]
#for (label, value) in letter.facts [
  #par[#text(weight: "bold")[#label:] #value]
]
#for paragraph in letter.paragraphs [
  #par[#paragraph]
]
#for group in letter.groups [
  == #group.title
  #for (label, value) in group.rows [
    #par[#text(weight: "bold")[#label:] #value]
  ]
]
`;
