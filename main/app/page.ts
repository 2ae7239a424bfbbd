/** The one page of the program. It comes from a scheme of our own, so that it has an origin nobody else has. */
export const scheme = 'app'
export const origin = 'app://rejoinder'
export const pageUrl = `${origin}/index.html`
