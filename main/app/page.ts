/** The one page of the program. It comes from a scheme of our own, so that it has an origin nobody else has. */
export const scheme = 'app'
export const origin = 'app://rejoinder'
/** Where a page for paper finds the program’s fonts. */
export const fontsUrl = `${origin}/assets/fonts.css`
export const pageUrl = `${origin}/index.html`
