import type { Role } from '../../../preload/contract/tag.ts'
import type { MaterialTag } from './material.ts'

// As on the screen: what a tag means for arguments shows in its line, so that it does not hang on colour alone.
const lineOf: Record<Role, string> = {
  claim: 'solid 1pt',
  rebuttal: 'double 0.5pt',
  premise: 'dashed 1pt',
  none: 'dotted 1.2pt',
}

/**
 * The style sheet of a copy: for paper first, readable in a browser as well, there in the dark too. Holds no words of the project. Without
 * contextual letters, since words copied from a PDF would miss them (Inter has such brackets beside digits).
 */
export function styleFor(tags: readonly MaterialTag[]): string {
  return base + tags.map(styleOfTag).join('')
}

function styleOfTag({ id, color, role }: MaterialTag): string {
  // Colours come from the project file: nothing but what a colour looks like goes into the style sheet.
  const own = /^#[0-9a-f]{6}$/i.test(color) ? color : '#808080'
  return `.t${id}{--line:oklch(from ${own} var(--line-of) min(c,0.17) h);--ink:oklch(from ${own} var(--ink-of) min(c,0.15) h)}
.a.t${id}{text-decoration:underline ${lineOf[role]} var(--line)}
.tint.t${id}{background:color-mix(in srgb,var(--line) 11%,transparent)}
`
}

const base = `
:root{--text:#1b1915;--soft:#4c463b;--rule:#b9b2a2;--edge:#6d6556;--line-of:0.52;--ink-of:0.42;color:var(--text);background:#fff;font:10.6pt/1.52 "Source Serif 4 Variable","Noto Serif",Georgia,serif;
--side:50mm;--gap:7mm;--sans:"Inter Variable","Noto Sans",system-ui,sans-serif}
*{box-sizing:border-box;print-color-adjust:exact;-webkit-print-color-adjust:exact;font-variant-ligatures:common-ligatures no-contextual!important}
body{margin:0 auto;max-width:172mm;overflow-wrap:break-word;font-variant-numeric:oldstyle-nums}
.beside{padding-right:calc(var(--side) + var(--gap))}
.beside>:is(.head,.legend,.notes,.links){margin-right:calc(-1*(var(--side) + var(--gap)))}
.beside.from-right{padding:0 0 0 calc(var(--side) + var(--gap))}
.beside.from-right>:is(.head,.legend,.notes,.links){margin-right:0;margin-left:calc(-1*(var(--side) + var(--gap)))}
.from-right .counts{text-align:right}.from-right .facts{justify-content:flex-end}
.legend li{text-align:left}.from-right .legend{direction:rtl}.from-right .legend li{text-align:right}
h1,h2,h3,h4,h5,h6{margin:1.35em 0 .35em;padding-top:.15em;font-weight:600;line-height:1.25;break-after:avoid;text-wrap:balance}
h1{margin:0 0 .3em;font-size:21pt;font-weight:500}
.h1{font-size:16pt;font-weight:500}.h2{font-size:13.5pt}.h3{font-size:11.8pt}.h4,.h5,.h6{font-size:10.6pt;font-style:italic}
p,blockquote,pre,ul,ol,table{margin:0 0 .65em;orphans:2;widows:2}
p{white-space:pre-line}p.anew{white-space:normal}
blockquote{padding-left:6mm;font-size:.96em;white-space:pre-line}
.verse{padding-left:6mm;white-space:pre-wrap}
pre{font:8.6pt/1.5 ui-monospace,"Noto Sans Mono","DejaVu Sans Mono",monospace;white-space:pre-wrap}
ul,ol{padding-inline-start:6mm}li{margin:0 0 .25em;white-space:pre-line}
table{border-collapse:collapse;font-size:.86em;font-variant-numeric:lining-nums tabular-nums}
td{padding:1mm 4mm 1mm 0;border-bottom:.4pt solid var(--rule);text-align:start;vertical-align:top;white-space:pre-line}
tr:first-child>td{border-top:.6pt solid var(--edge)}
td.of-head{border-bottom-color:var(--edge);font-weight:600;vertical-align:bottom}td.of-head strong{font-weight:inherit}
tr{break-inside:avoid}
.beside .noted{width:100%;clear:both}.beside td.notes-of-row{width:0;padding:0;border:0}
.speaker{font:600 8pt/1.4 var(--sans);color:var(--soft);display:block;break-after:avoid}
a{color:inherit;text-decoration:none}a.out{text-decoration:underline .5pt var(--edge)}
.text{display:flow-root}
.beside .wait{clear:both}
.copy+.copy,.contents+main>.copy{break-before:page}
.contents ol{padding-inline-start:8mm}.contents .date{color:var(--soft)}
sup,sub{font-size:.7em;line-height:0}
.page{color:var(--edge);font:7pt/1 var(--sans);padding:0 .4em;border:.4pt dashed var(--rule);border-width:0 .4pt;white-space:nowrap}
p.page{border-width:.4pt 0 0;text-align:right;padding:1mm 0 0;white-space:normal}
.a{-webkit-box-decoration-break:clone;box-decoration-break:clone}
.lane0{text-underline-offset:.12em}.lane1{text-underline-offset:.335em}.lane2{text-underline-offset:.55em}.lane3{text-underline-offset:.765em}.a.a.lane4{text-decoration-line:none}
.lane3{line-height:1.95}
:is(h1,h2,h3,h4,h5,h6) .lane1{line-height:1.45}:is(h1,h2,h3,h4,h5,h6) .lane2{line-height:1.85}:is(h1,h2,h3,h4,h5,h6) .lane3{line-height:2.3}
.bracket{color:var(--ink);font:700 1em/1 var(--sans)}
.ref{color:var(--ink);font:600 6.6pt/0 var(--sans);font-variant-numeric:lining-nums;vertical-align:.55em;margin:0 .12em;white-space:nowrap;direction:ltr;unicode-bidi:isolate}
.side{display:block;margin:0 0 1.6mm;padding-left:2mm;border-left:1.1pt solid var(--line);color:var(--text);
font:400 7.9pt/1.38 var(--sans);font-style:normal;letter-spacing:0;text-align:start;text-decoration:none;white-space:normal;
break-inside:avoid;overflow-wrap:anywhere;direction:ltr}
.side[dir=rtl]{direction:rtl}.side>:is(.sign,.link){direction:ltr}
.sides{display:block}.beside :is(.side,.sides){float:right;clear:right;width:var(--side);margin-right:calc(-1*(var(--side) + var(--gap)))}
.from-right .side{padding:0 2mm 0 0;border-left:0;border-right:1.1pt solid var(--line)}
.beside.from-right :is(.side,.sides){float:left;clear:left;margin-right:0;margin-left:calc(-1*(var(--side) + var(--gap)))}
.beside .sides>.side,.beside.from-right .sides>.side{float:none;width:auto;margin-inline:0}
.side>*{unicode-bidi:isolate}
.side,.links{quotes:"“" "”" "‘" "’"}
.side .details,.side .note,.side .link,.side .more{display:block;white-space:pre-line;text-align:start}.side .details{text-align:match-parent}
.side .link q,.links q{font-family:"Source Serif 4 Variable","Noto Serif",Georgia,serif;font-size:1.06em}
.side .onto{display:block;padding-inline-start:2.4mm}.links ul.onto{margin:.4mm 0 0}
.sign{color:var(--ink);font-weight:600;font-variant-numeric:lining-nums}
.by,.details,.more{color:var(--soft)}
.date{white-space:nowrap;unicode-bidi:isolate}
.type{font-style:normal;font-weight:600}
.source{color:var(--soft);unicode-bidi:isolate}.source::before{content:"— "}
.head{margin-bottom:6mm;padding-bottom:3mm;border-bottom:.6pt solid var(--edge)}
.facts{display:flex;flex-wrap:wrap;gap:.5mm 5mm;margin:0;font:8.4pt/1.45 var(--sans);color:var(--soft)}
.facts div{display:flex;gap:1.4mm}.facts dt::after{content:":"}.facts dt::first-letter{text-transform:uppercase}.facts dd{margin:0;color:var(--text)}
.counts{margin:1.5mm 0 0;font:8.4pt/1.45 var(--sans);color:var(--soft)}
.legend{margin-bottom:7mm;padding-bottom:3mm;border-bottom:.4pt solid var(--rule);font:8.2pt/1.5 var(--sans);break-inside:avoid}
.legend h2,.notes h2,.links h2{margin:0 0 1.5mm;font:600 9.4pt/1.3 var(--sans)}
.legend ul{columns:2;column-gap:8mm;margin:0;padding:0;list-style:none}
.legend li{break-inside:avoid;margin:0 0 .8mm}
.legend .definition{color:var(--soft)}
.notes,.links{clear:both;margin-top:9mm;padding-top:4mm;border-top:.6pt solid var(--edge);font:8.4pt/1.45 var(--sans)}
.notes h2,.links h2{font-size:11pt}
.links li,.links p{white-space:normal}
.links ul{margin:0 0 2.6mm;padding:0;list-style:none}.links li{margin:0 0 .6mm;padding-left:4mm;break-inside:avoid}
.links p{margin:0 0 .6mm;break-after:avoid}
.links .note,.notes .note{font-style:italic;white-space:pre-line}
.notes .side{border:0;padding:0;margin-bottom:2mm;font-size:8.4pt;break-inside:auto}.beside .notes .side{float:none;width:auto;margin-inline:0}
.notes .side .note{font-style:normal}
@media screen{body{padding:10mm 6mm}.copy+.copy,.contents+main>.copy{margin-top:16mm;padding-top:10mm;border-top:1.4pt solid var(--rule)}
.contents a{text-decoration:underline .5pt var(--edge)}}
@media screen and (max-width:150mm){.beside,.beside.from-right{padding:0}.beside :is(.side,.sides),.beside.from-right :is(.side,.sides){float:none;width:auto;margin-inline:0}
.beside>:is(.head,.legend,.notes,.links),.beside.from-right>:is(.head,.legend,.notes,.links){margin-inline:0}}
@media screen and (prefers-color-scheme:dark){:root{--text:#e9e4d8;--soft:#b7ae9b;--rule:#57503f;--edge:#9a907b;--line-of:0.72;--ink-of:0.8;
color-scheme:dark;background:#1b1915}}
`
