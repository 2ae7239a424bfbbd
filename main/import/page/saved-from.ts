import { linkTargetOf } from '../stated-facts.ts'

/** How browsers and tools write it into a comment at the top: Internet Explorer and Chromium, SingleFile, HTTrack. */
const marks = [
  /<!--\s*saved from url=\(\d+\)(\S+)/i,
  /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i,
  /<!--\s*Mirrored from (\S+) by HTTrack/i,
]

/** The address that a saved page was saved from, or undefined where nobody wrote it down. */
export function savedFrom(text: string): string | undefined {
  const head = text.slice(0, 8192)
  for (const mark of marks) {
    const written = mark.exec(head)?.[1]
    const address = written && linkTargetOf(/^[a-z]+:/i.test(written) ? written : `http://${written}`)
    if (address?.startsWith('http')) return address
  }
  return undefined
}
