import type { Speaker } from '../../preload/contract/speaker.ts'

/** The speaker of that name or variant, whatever its case. */
export function speakerNamed(speakers: readonly Speaker[], name: string): Speaker | undefined {
  const wanted = name.toLowerCase()
  return speakers.find(({ name, variants }) =>
    [name, ...variants].some((other) => other.toLowerCase() === wanted),
  )
}
