import Database from 'better-sqlite3'
import { taguetteTables } from './taguette-tables.ts'

// A file of each format that is only read, or read otherwise than we write it, with something of all that it can have.

const hypothesis = {
  total: 2,
  rows: [
    {
      ...{ id: 'a', user: 'acct:ada@hypothes.is', user_info: { display_name: 'Ada L.' } },
      ...{ created: '2024-01-05T13:19:14.716+00:00', uri: 'http://x.org/page', text: 'Hm.', tags: ['Claim'] },
      document: { title: ['A page'] },
      target: [
        {
          source: 'http://x.org/page',
          selector: [
            {
              type: 'RangeSelector',
              startContainer: '/div[1]',
              endContainer: '/div[1]',
              startOffset: 0,
              endOffset: 4,
            },
            { type: 'TextPositionSelector', start: 3, end: 7 },
            { type: 'TextQuoteSelector', prefix: 'The ', exact: 'tram', suffix: ' pays' },
          ],
        },
      ],
    },
    {
      ...{ id: 'b', user: 'acct:ben@hypothes.is', created: '2024-01-06T13:19:14Z', uri: 'http://x.org/page' },
      ...{ text: 'No.', tags: [], references: ['a'], target: [{ source: 'http://x.org/page' }] },
    },
  ],
}

const recogito = ['London', 'Rome'].map((quote, index) => ({
  ...{
    annotation_id: `n${index}`,
    annotates: { document_id: 'doc', filepart_id: 'part' },
    contributors: ['rainer'],
  },
  ...{
    anchor: `char-offset:${12 + 20 * index}`,
    last_modified_by: 'rainer',
    last_modified_at: '2016-02-23T18:24:00Z',
  },
  bodies: [
    { type: 'QUOTE', value: quote },
    { type: 'PLACE', reference: { uri: 'http://x.org/london' } },
    { type: 'COMMENT', value: 'Big.' },
  ],
  relations: [{ relates_to: `n${1 - index}`, bodies: [{ type: 'TAG', value: 'travelledTo' }] }],
}))

const argumentGraph = `<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="tram_1" topic_id="tram" stance="pro">
  <edu id="e1"><![CDATA[👍 The tram pays for itself,]]></edu>
  <edu id="e2"><![CDATA[says the council.]]></edu>
  <edu id="e3">But it was built &amp; paid by others.</edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/><adu id="a2" type="opp"/>
  <edge id="c1" src="e1" trg="j1" type="seg"/><edge id="c2" src="e2" trg="j1" type="seg"/>
  <edge id="c3" src="j1" trg="a1" type="seg"/><edge id="c4" src="e3" trg="a2" type="seg"/>
  <edge id="c6" src="a2" trg="a1" type="sup"/><edge id="c7" src="a1" trg="c6" type="und"/>
</arggraph>`

function taguette(): Uint8Array {
  const database = new Database(':memory:')
  database.exec(`${taguetteTables}
    INSERT INTO projects VALUES (1, 'Bans', 'Old.', '');
    INSERT INTO documents VALUES (1, 'Speech', '', 'speech.html', '', 1, 'LEFT_TO_RIGHT', '<p>The <b>tram</b> pays.</p>');
    INSERT INTO tags VALUES (1, 1, 'claim', 'Says so.'), (2, 1, 'claim.strong', '');
    INSERT INTO highlights VALUES (1, 1, 4, 8, 'tram');
    INSERT INTO highlight_tags VALUES (1, 1), (1, 2);`)
  const bytes = database.serialize()
  database.close()
  return bytes
}

const catma = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xml:lang="en" xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
 <fileDesc><titleStmt><title>Weather</title><author>A. Nonym</author></titleStmt>
  <sourceDesc><ab><fs xml:id="CATMA_TECH_DESC"><f name="fileOSType"><string>DOS</string></f></fs></ab></sourceDesc></fileDesc>
 <profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc>
 <encodingDesc><fsdDecl xml:id="CATMA_SET" n="Sky 2020-01-02T10:00:00.000+0100">
  <fsDecl xml:id="CATMA_WET" type="CATMA_WET" baseTypes="CATMA_BASE_TAG"><fsDescr>Wet</fsDescr>
   <fDecl name="catma_displaycolor"><vRange><numeric value="-65536"/></vRange></fDecl>
   <fDecl xml:id="CATMA_P" name="how"><vRange><vColl><string>much</string><string>little</string></vColl></vRange></fDecl></fsDecl>
  <fsDecl xml:id="CATMA_RAIN" type="CATMA_RAIN" baseTypes="CATMA_WET"><fsDescr>Rain</fsDescr></fsDecl>
 </fsdDecl></encodingDesc></teiHeader>
 <text>
  <fs xml:id="CATMA_1" type="CATMA_RAIN"><f name="catma_markupauthor"><string>ada</string></f>
   <f name="catma_markuptimestamp"><string>2020-01-02T10:00:00.000+0100</string></f></fs>
  <fs xml:id="CATMA_2" type="CATMA_WET"><f name="CATMA_P"><string>much</string></f></fs>
  <body><ab type="catma">
   <ptr target="catma:///weather#char=0,3" type="inclusion"/>
   <seg ana="#CATMA_1"><ptr target="catma:///weather#char=3,5" type="inclusion"/></seg>
   <seg ana="#CATMA_1 #CATMA_2"><ptr target="catma:///weather#char=5,7" type="inclusion"/></seg>
   <seg ana="#CATMA_2"><ptr target="catma:///weather#char=22,25" type="inclusion"/></seg>
   <seg ana="#CATMA_2"><ptr target="weather#range(/.1,/.2)" type="inclusion"/></seg>
   <seg ana="#CATMA_9"><ptr target="catma:///weather#char=0,1" type="inclusion"/></seg>
  </ab></body></text></TEI>`

const argdownMap = `===
title: "A map"
===

[Pays]: The 👍 tram *pays*. #money {source: "A report", year: 2021}
  <- <Subsidy>: The city pays \\[half\\]. // Or so.
    <_ [Not half]: A third.
  >< [Loses]

<Fares>: Fares count.

(1) Fares rise.
-- A rule --
(2) [Pays]
  _ <Doubt>
`

/** By format. */
export const smallSamples: Readonly<Record<string, () => string | Uint8Array>> = {
  hypothesis: () => JSON.stringify(hypothesis, null, 1),
  recogito: () => recogito.map((line) => JSON.stringify(line)).join('\n'),
  arggraph: () => argumentGraph,
  taguette,
  catma: () => catma,
  argdown: () => argdownMap,
}
