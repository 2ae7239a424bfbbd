/** Whether this run only tries that every part still finds what it measures (`--trial`); its figures mean nothing. */
export const isTrial = process.argv.includes('--trial')

/** A size: small enough to be done with in seconds, or the one that figures are quoted for. */
export const inTrial = <Size>(small: Size, full: Size): Size => (isTrial ? small : full)
