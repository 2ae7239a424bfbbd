let latest = 0

/**
 * A person goes somewhere, which takes a moment. The answer says whether they have asked for nothing else since: who
 * is overtaken shows nothing any more and takes no keyboard.
 */
export function setOut(): () => boolean {
  latest += 1
  const mine = latest
  return () => mine === latest
}
