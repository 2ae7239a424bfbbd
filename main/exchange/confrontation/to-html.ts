import type { ReadingCopy } from '../../../preload/contract/reading-copy.ts'
import { runsFromRight } from '../reading-copy/blocks.ts'
import { toHtml } from '../reading-copy/to-html.ts'
import type { Copied, CopiedAnswer, CopiedClaim } from './copied.ts'
import { aboutCopy, copyTitle, nobodyAnswers, relationOf, sourceOf, sourceOfClaim } from './in-words.ts'

/** The two columns as one page that needs nothing else, for paper and to give away. `fonts`: a style sheet’s address. */
export async function confrontationAsHtml(
  copied: Copied,
  types: readonly { id: number; color: string }[],
  fonts: string | null,
): Promise<ReadingCopy> {
  const style = base + types.map(styleOfType).join('')
  const link = fonts === null ? '' : `<link rel="stylesheet" href="${toHtml(fonts)}">`
  const pieces = [
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${toHtml(copyTitle)}</title>`,
    `${link}<style>${style}</style></head><body>\n<header><h1>${copyTitle}</h1>`,
    `<p class="about" dir="auto">${toHtml(aboutCopy(copied))}</p></header>\n`,
    '<table><thead><tr><th scope="col">Claim</th><th scope="col">Answers</th></tr></thead>\n',
  ]
  for await (const claim of copied.each) pieces.push(bodyOf(claim))
  pieces.push('</table></body></html>\n')
  return { title: copyTitle, runsFromRight: false, html: pieces.join(''), style }
}

function bodyOf(claim: CopiedClaim): string {
  const { answers } = claim
  const left = `<th scope="rowgroup"${answers.length > 1 ? ` rowspan="${answers.length}"` : ''}>${words('p', claim.words)}${source(sourceOfClaim(claim))}</th>`
  const gap = `<td class="gap">${nobodyAnswers}</td>`
  const cells = answers.length === 0 ? [gap] : answers.map(answerCell)
  const rows = cells.map((cell, i) => `<tr>${i === 0 ? left : ''}${cell}</tr>`)
  return `<tbody>${rows.join('')}</tbody>\n`
}

function answerCell(answer: CopiedAnswer): string {
  const { level, type, states, note, isAgain } = answer
  const more = [
    states && states.statement !== answer.words
      ? `<p class="states" dir="auto">States: ${toHtml(states.statement)}</p>`
      : '',
    note === '' ? '' : `<p class="note" dir="auto">${toHtml(note)}</p>`,
    isAgain ? '<p class="states">Stands above already.</p>' : '',
  ]
  const relation = `<b class="type">${toHtml(relationOf(answer))}</b> `
  return `<td><div class="answer level${level} t${type.id}">${relation}${words('p', answer.words)}${source(sourceOf(answer.passage))}${more.join('')}</div></td>`
}

function words(tag: string, said: string): string {
  return `<${tag} class="words"${runsFromRight(said) ? ' dir="rtl"' : ''}>${toHtml(said)}</${tag}>`
}

function source(parts: readonly string[]): string {
  return `<p class="source">${parts.map((part) => `<bdi${isDate(part) ? ' class="date"' : ''}>${toHtml(part)}</bdi>`).join(' · ')}</p>`
}

const isDate = (words: string) => /^\d{4}-/.test(words)

function styleOfType({ id, color }: { id: number; color: string }): string {
  // Colours come from the project file: nothing but what a colour looks like goes into the style sheet.
  const own = /^#[0-9a-f]{6}$/i.test(color) ? color : '#808080'
  return `.t${id}{--line:oklch(from ${own} 0.52 min(c,0.17) h);--ink:oklch(from ${own} 0.42 min(c,0.15) h)}\n`
}

const base = `
:root{color:#1b1915;background:#fff;font:10pt/1.42 "Source Serif 4 Variable","Noto Serif",Georgia,serif;
--sans:"Inter Variable","Noto Sans",system-ui,sans-serif}
*{box-sizing:border-box;print-color-adjust:exact;-webkit-print-color-adjust:exact;font-variant-ligatures:common-ligatures no-contextual!important}
body{margin:0 auto;max-width:180mm;overflow-wrap:break-word}
h1{margin:0;font-size:19pt;font-weight:500;line-height:1.25}
.about{margin:1mm 0 5mm;font:8.4pt/1.45 var(--sans);color:#4c463b}
table{width:100%;border-collapse:collapse;table-layout:fixed}
thead{display:table-header-group}
thead th{padding:0 3mm 1.4mm 0;border-bottom:.8pt solid #6d6556;font:600 8.4pt/1.3 var(--sans);text-align:start}
thead th:first-child{width:42%}
tbody th,td{padding:2.2mm 3mm 2.2mm 0;text-align:start;vertical-align:top;font-weight:400}
tbody{border-bottom:.5pt solid #b9b2a2}
tbody th{padding-inline-end:6mm}
tbody th .words{font-weight:600}
td,tbody th>*{break-inside:avoid}
p{margin:0}
.words{white-space:pre-line}
.source,.states,.note{margin-top:.5mm;font:7.8pt/1.4 var(--sans);color:#4c463b}
.note{font-style:italic}.date{white-space:nowrap}
.answer{padding-inline-start:3mm;border-inline-start:1.4pt solid var(--line)}
.type{font:600 8pt/1.3 var(--sans);color:var(--ink)}
.level2{margin-inline-start:6mm}.level3{margin-inline-start:12mm}.level4{margin-inline-start:18mm}
.gap{vertical-align:middle;color:#6d4a08;font:600 8.4pt/1.4 var(--sans)}
td.gap{padding-inline-start:3mm;border:1pt dashed #8f8672}
@media screen{body{padding:10mm 6mm}}
`
