import type { Argument } from './argument.ts'

/**
 * Something worked out from an argument, kept for all who ask until the argument changes or what else it is worked out
 * from is another object. Nobody may change what they get.
 */
export function keptWith<Beside extends readonly object[], Result>(
  work: (argument: Argument, ...beside: Beside) => Result,
): (argument: Argument, ...beside: Beside) => Result {
  const known = new WeakMap<Argument, { version: number; beside: Beside; result: Result }>()
  return (argument, ...beside) => {
    const { version } = argument
    const before = known.get(argument)
    if (before?.version === version && beside.every((one, at) => one === before.beside[at]))
      return before.result
    const result = work(argument, ...beside)
    known.set(argument, { version, beside, result })
    return result
  }
}
