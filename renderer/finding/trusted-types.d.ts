/** The part used here of https://w3c.github.io/trusted-types/, which TypeScript does not know yet. */
interface Window {
  readonly trustedTypes: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): { createScriptURL(url: string): string }
  }
}
