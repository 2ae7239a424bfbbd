/** One short line about what is being done, on stderr: stdout belongs to the task itself. */
export function say(line: string): void {
  console.error(line)
}

/** Something a person has to do or provide first. Its message is shown alone, without a stack. */
export class SetupProblem extends Error {
  override name = 'SetupProblem'
}
