import { createHash, randomUUID } from 'node:crypto'
import type { ReadingCopy } from '../../preload/contract/reading-copy.ts'
import { fontsUrl, origin } from './page.ts'
import { answerPage, type PageFiles } from './page-files.ts'

/** A copy for reading as a page for the printer alone. It may use its own style and the program’s fonts, nothing else. */
export interface CopyPage {
  url: string
  answer(request: Request): Promise<Response>
}

export function copyPage({ html, style }: ReadingCopy, files: PageFiles): CopyPage {
  const url = `${origin}/${randomUUID()}.html`
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policyFor(style),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
  const fonts = new Map(
    [...files].flatMap(([address, file]) => {
      if (/\/assets\/fonts-[\w-]+\.css$/.test(address)) return [[fontsUrl, file]]
      return /\/assets\/[\w-]+\.woff2$/.test(address) ? [[address, file]] : []
    }),
  )
  return {
    url,
    async answer(request) {
      if (request.method === 'GET' && request.url === url) return new Response(html, { headers })
      return answerPage(fonts, request)
    },
  }
}

function policyFor(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64')
  return [
    "default-src 'none'",
    `style-src 'self' 'sha256-${hash}'`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}
