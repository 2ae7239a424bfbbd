/** Short facts in a row with a dot between two, without the empty ones. A line ends with a dot; none begins with one. */
export function withDots(facts: readonly (string | undefined)[]): string {
  return facts.filter(Boolean).join('\u00a0· ')
}
