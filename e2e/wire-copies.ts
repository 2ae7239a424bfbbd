/** A report of an agency, two papers that print it in their own ways, and one that quotes from it, for stories. */
const report = `The council said on Monday that the tram line will cost 412 million crowns and open in the spring of 2027, two years later than first announced. Nobody will lose a garden, the mayor promised, because the rails do not leave the street.

Neighbours of the depot are not convinced. They have counted trees and fences along the line and say that four gardens lie under the plans as they were drawn up in March.`

export const wireCopies = {
  'agency.md': `---
title: Agency report
date: 2021-05-03
---

${report}
`,
  'gazette.md': `---
title: Morning Gazette
date: 2021-05-04
---

From our own reporter.

${report.replace('412 million', '421 million').replace('do not leave', 'leave')}

Letters to the editor are welcome.
`,
  'evening.md': `---
title: Evening Post
date: 2021-05-05
---

${report.split('\n\n').reverse().join('\n\n').replace('first announced', 'announced at first').replace('Monday', 'Tuesday')}
`,
  'radio.md': `---
title: Radio talk
date: 2021-05-06
---

Asked about it, the mayor said that the line “will cost 412 million crowns and open in the autumn of 2027”.
`,
}
