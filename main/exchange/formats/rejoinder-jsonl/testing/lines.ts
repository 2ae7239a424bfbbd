// The emoji stand before the passages, so that the two ways of counting differ.
/** A small file of one line of each type, in order. */
export const lines = [
  '{"type":"project","format":"rejoinder-jsonl","version":1,"name":"Tram dispute","description":""}',
  '{"type":"annotator","id":"a1","name":"Ada"}',
  '{"type":"speaker","id":"s1","name":"City council","kind":"organisation","variants":["the council"]}',
  '{"type":"tag","id":"t1","name":"Claim","role":"claim","color":"#2563eb","key":"1","parent":null,"definition":"","include":"","exclude":"","examples":[],"attributes":[{"name":"certainty","kind":"choice","values":["low","high"],"required":false}]}',
  '{"type":"tag","id":"t2","name":"Forecast","role":"claim","color":"#2563eb","key":"","parent":"t1","definition":"","include":"","exclude":"","examples":[],"attributes":[]}',
  '{"type":"link-type","id":"rebuts","name":"rebuts","symmetric":false,"color":"#dc2626","sourceRoles":["rebuttal","claim"],"targetRoles":["claim"]}',
  '{"type":"document","id":"d1","title":"Statement","metadata":{"author":"Council"},"status":"to-do","source":{"name":"s.txt","mediaType":"text/plain","sha256":"ab"},"blocks":[{"kind":"heading","level":1,"start":0,"end":7},{"kind":"paragraph","start":8,"end":26}],"marks":[{"kind":"em","start":8,"end":11}],"breaks":[{"kind":"page","at":8}],"text":"🚋 Trams\\nThe tram line pays"}',
  '{"type":"claim","id":"c1","statement":"It pays for itself.","note":"","created":"2026-01-05T10:00:00.000Z"}',
  '{"type":"annotation","id":"n1","document":"d1","annotator":"a1","tag":"t1","spans":[{"start":2,"end":7}],"utf16":[{"start":3,"end":8}],"quote":["Trams"],"claim":"c1","speaker":"s1","attributes":{"certainty":"high"},"confidence":0.5,"note":"","created":"2026-01-05T10:00:00.000Z"}',
  '{"type":"annotation","id":"n2","document":"d1","annotator":"a1","tag":"t2","spans":[{"start":8,"end":11},{"start":22,"end":26}],"utf16":[{"start":9,"end":12},{"start":23,"end":27}],"quote":["The","pays"],"claim":null,"speaker":null,"attributes":{},"confidence":null,"note":"","created":"2026-01-05T10:00:00.000Z"}',
  '{"type":"link","id":"l1","linkType":"rebuts","source":{"annotation":"n2"},"target":{"annotation":"n1"},"annotator":"a1","strength":null,"status":"","note":"","created":"2026-01-05T10:00:00.000Z"}',
  '{"type":"link","id":"l2","linkType":"rebuts","source":{"claim":"c1"},"target":{"link":"l1"},"annotator":"a1","strength":1,"status":"","note":"","created":"2026-01-05T10:00:00.000Z"}',
  '{"type":"memo","id":"m1","about":{"link":"l2"},"annotator":"a1","text":"Look again.","created":"2026-01-05T10:00:00.000Z"}',
]

/** Where they stand, from 1. */
export const at = {
  tag: lineOf('{"type":"tag","id":"t1"'),
  linkType: lineOf('{"type":"link-type"'),
  document: lineOf('{"type":"document"'),
  claim: lineOf('{"type":"claim"'),
  annotation: lineOf('{"type":"annotation","id":"n1"'),
  discontinuous: lineOf('{"type":"annotation","id":"n2"'),
  link: lineOf('{"type":"link","id":"l1"'),
  memo: lineOf('{"type":"memo"'),
}

function lineOf(start: string): number {
  return lines.findIndex((line) => line.startsWith(start)) + 1
}

/** The file with something else in one of its lines, which must have it. */
export function changed(line: number, from: string, to: string): string {
  const before = lines[line - 1]!
  const after = before.replace(from, () => to)
  if (after === before) throw new Error(`line ${line} has no ${from}`)
  return `${lines.toSpliced(line - 1, 1, after).join('\n')}\n`
}
