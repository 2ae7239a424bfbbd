/** Two short texts that contradict each other, for stories. */
export const statement = {
  title: 'What the council says',
  file: 'statement.md',
  source: `# What the council says

The tram pays for itself within nine years. Every survey we know says so.

Noise will fall by half. Nobody will lose a home, and nobody will lose a garden. We have measured twice.

The work begins in May.
`,
}

export const answer = {
  title: 'What the neighbours answer',
  file: 'answer.md',
  source: `# What the neighbours answer

The surveys counted no costs. With its costs the tram never pays for itself.

Four gardens stand where the rails shall lie. The noise was measured on a Sunday.
`,
}

export const tramDispute = { [statement.file]: statement.source, [answer.file]: answer.source }
