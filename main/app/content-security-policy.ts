import { createHash } from 'node:crypto'

// react-aria puts this one style sheet into the page itself; it is let in by its exact text.
const reactAriaStyle = `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`

const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': `'self' '${hashOf(reactAriaStyle)}'`,
  'img-src': "'self' blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'frame-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  webrtc: "'block'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'ProseMirrorClipboard rejoinder-search rejoinder-layout',
}

/** Files of ours and nothing else: nothing inline, nothing evaluated, no other host, no frame. */
export const contentSecurityPolicy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ')

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
