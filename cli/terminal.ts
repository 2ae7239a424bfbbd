/** Where a command writes to. */
export interface Stream {
  write(text: string, done?: () => void): unknown
  isTTY?: boolean
}

export interface Streams {
  stdout: Stream
  stderr: Stream
}

/** A thing that is wrong with a file, or with what was asked for. */
export interface Problem {
  file: string
  /** From 1. */
  line?: number | undefined
  what: string
}

export type Terminal = ReturnType<typeof terminal>

/**
 * The words of one command. With `json`, stdout gets the one value of `result` and nothing else; without, what
 * `say` says. Problems go to stderr either way, and make the exit status 1.
 */
export function terminal({ stdout, stderr }: Streams, json: boolean) {
  const problems: Problem[] = []
  let shown = ''

  function showProgress(words: string): void {
    if (!stderr.isTTY || words === shown) return
    stderr.write(`\r\u001b[K${words}`)
    shown = words
  }

  function toStderr(text: string): void {
    showProgress('')
    stderr.write(text)
  }

  return {
    say(text: string): void {
      showProgress('')
      if (!json) stdout.write(`${text}\n`)
    },
    note: (text: string): void => toStderr(`${text}\n`),
    problem({ file, line, what }: Problem): void {
      problems.push({ file, line, what })
      toStderr(`${file}${line === undefined ? '' : `:${line}`}: ${what}\n`)
    },
    /** Overwrites itself, on a terminal only; of 0 is unknown. */
    progress(done: number, of: number, doing: string): void {
      const share = of === 0 ? '' : `${Math.floor((100 * done) / of)} % `
      showProgress(`${share}${doing}`.trim())
    },
    result(value: unknown): void {
      showProgress('')
      if (json) stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    status: (): number => (problems.length > 0 ? 1 : 0),
    /** All that were told until now. */
    problems: (): readonly Problem[] => problems,
  }
}
