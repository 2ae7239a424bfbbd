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

let asked = 0

/** The person has asked for the keyboard in another place: whoever is under way arrives without it. */
export function takeKeyboard(): void {
  asked += 1
}

/** The answer says whether the person has asked for the keyboard nowhere else since. */
export function expectKeyboard(): () => boolean {
  const before = asked
  return () => before === asked
}
