export const namespace = 'urn:QDA-XML:project:1.0'

/** The variable that tells claims and the notes of links from other notes; always the same. */
export const kindVariable = '5d0f9c1e-6a51-5b0c-a3c7-2f8d1d1d6b42'
export const claimMark = 'claim'
export const linkNoteMark = 'note of a link'

/** What selections that no code is given to become. */
export const uncoded = 'Not coded'
