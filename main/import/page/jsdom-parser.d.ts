/** The small tree that the library brings along for threads without a window; it wants well-formed text. */
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    parse(wellFormed: string): Document
    errorState: string
  }
}
