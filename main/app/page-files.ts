import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { origin } from './page.ts'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** URL to file, for everything the page may load. */
export type PageFiles = ReadonlyMap<string, string>

/** The files of the built page as they are now; what is put there later is not served. */
export function readPageFiles(folder: string): PageFiles {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in mediaTypes)
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [`${origin}/${relative(folder, file).split(sep).join('/')}`, file]))
}

/** Looks the URL up as a whole: no path is ever put together from a request. */
export async function answerPage(files: PageFiles, request: Request): Promise<Response> {
  const file = request.method === 'GET' ? files.get(request.url) : undefined
  if (!file) return new Response(null, { status: 404, headers })
  const type = mediaTypes[extname(file)]!
  return new Response(await readFile(file), { headers: { ...headers, 'Content-Type': type } })
}
