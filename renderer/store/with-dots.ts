const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

/**
 * Short facts in a row with a dot between two, without the empty ones. A line ends with a dot; none begins with one.
 * One that is written from right to left keeps its own order, and its stop at its own end.
 */
export function withDots(facts: readonly (string | undefined)[]): string {
  return facts
    .flatMap((fact) => (fact ? [rightToLeftLetter.test(fact) ? `\u2068${fact}\u2069` : fact] : []))
    .join('\u00a0· ')
}
