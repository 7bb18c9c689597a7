/**
 * 继续教育学时证明: one A4 page per person × certificate × CE year. Data: the pages of hour-certificate-page.ts with `qr` as PNG.
 * Thin double frame, number top right, full sentences that shrink before they would leave the page, hours by category, QR at
 * the left, and 50 × 50 mm at the right kept free for the stamp over the institution's name and the date.
 */
export const HOUR_CERTIFICATE_TEMPLATE = {
  name: 'hour-certificate',
  version: 1,
  source: String.raw`
#let pages = cbor("/data.cbor")
#let ink = rgb("#1f2329")
#let second = rgb("#646a73")
#let grey = rgb("#a0a5ad")

#set document(title: "继续教育学时证明", date: none)
#set page(
  paper: "a4",
  margin: (left: 32mm, right: 32mm, top: 30mm, bottom: 28mm),
  background: {
    place(center + horizon, rect(width: 184mm, height: 271mm, stroke: 1pt + ink))
    place(center + horizon, rect(width: 180.4mm, height: 267.4mm, stroke: 0.35pt + ink))
  },
)
#set text(font: "Noto Serif SC", lang: "zh", region: "cn", size: 15pt, fill: ink)

// An identity number is never broken. Where it goes to the next line as a whole, the line before it must not be torn apart to fill it.
#let sentences(page, size, width) = {
  set text(size: size)
  set par(justify: true, leading: 0.95em, first-line-indent: (amount: 2em, all: true), spacing: 1.15em)
  let lead = [兹证明#h(0.15em)*#page.name*#h(0.15em)（#page.identity]
  let before = calc.rem(measure([#h(2em)#lead]).width.pt(), width.pt())
  let needed = measure([#h(0.25em)#page.idNumber]).width.pt()
  let gap = if before + needed > width.pt() { linebreak(justify: false) } else { h(0.25em) }
  par[#lead#gap#page.idNumber#page.employer）#page.holds，于#page.dates，参加#page.course，#page.completed]
  par[特此证明。]
}

// Measuring costs as much as setting the rest of the page, so only long texts are measured. So many letters stay within the room
// for the largest size; if their lines broke as badly as can be, they would be one line over it, which the page has to spare.
#let surely-fits = 200
// A digit is 0.6 of a letter at most, the gap between Chinese and other letters a quarter.
#let letters(page) = {
  let text = page.name + page.identity + page.idNumber + page.employer + page.holds + page.dates + page.course + page.completed
  let digits = text.matches(regex("[0-9]+")).map(run => run.text.len()).sum(default: 0)
  text.clusters().len() - 0.4 * digits + 0.5 * text.matches(regex("[ -~]+")).len()
}

#let hours-table(page) = {
  set text(size: 11.5pt)
  table(
    align: center + horizon,
    columns: (1.5fr, 1fr, 1.2fr),
    rows: 9mm,
    stroke: 0.5pt + ink,
    fill: (_, y) => if y == 0 { rgb("#f2f2f2") },
    table.header([*学习内容*], [*完成学时*], [*规定学时*]),
    ..page.hours.map(row => (row.title, str(row.done), row.required)).flatten(),
  )
}

#let certificate(page) = {
  align(right, text(size: 11pt, fill: ink)[编号：#page.number])
  v(13mm)
  align(center)[
    #text(size: 13pt, fill: second, tracking: 0.12em)[#page.heading]
    #v(9mm, weak: true)
    #text(size: 32pt, weight: "bold", tracking: 0.5em)[学时证明]
    // the last letter's tracking would push the title to the left
    #h(-0.5em)
  ]
  v(14mm)
  layout(area => {
    let room = 82mm
    let chosen = 8pt
    for size in (15pt, 14pt, 13pt, 12pt, 11pt, 10pt, 9pt) {
      if letters(page) <= surely-fits or measure(block(width: area.width, sentences(page, size, area.width))).height <= room {
        chosen = size
        break
      }
    }
    block(width: 100%, sentences(page, chosen, area.width))
  })
  v(7mm)
  hours-table(page)
  place(bottom + left, dx: -4mm, dy: 4mm, box(width: 30mm)[
    #set align(center)
    #image(page.qr, format: "png", scaling: "pixelated", width: 30mm, alt: "核对二维码")
    #v(-4.2mm)
    #text(size: 9pt, fill: second, tracking: 0.25em)[扫码核对]
  ])
  place(bottom + right, dx: 6mm, dy: 4mm, box(width: 86mm, height: 50mm)[
    #set align(center + horizon)
    #set text(size: 13pt)
    #set par(leading: 0.7em)
    #text(size: 11pt, fill: grey)[（盖章）]
    #v(5mm, weak: true)
    #page.institution
    #v(4mm, weak: true)
    #page.issued
  ])
}

#for (i, page) in pages.enumerate() {
  if i > 0 { pagebreak() }
  certificate(page)
}
`,
} as const;
