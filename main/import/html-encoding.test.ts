import { expect, test } from 'vitest'
import { declaredEncoding } from './html-encoding.ts'

test.each([
  ['<meta charset=windows-1251>', 'windows-1251'],
  ["<META CHARSET='Latin1' >", 'windows-1252'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', 'koi8-r'],
  ['<meta content="text/html; charset=koi8-r" http-equiv=content-type>', 'koi8-r'],
  ['<meta name=x content="charset=koi8-r">', null],
  ['<!-- <meta charset=koi8-r> --><p>', null],
  ['<!--><meta charset=koi8-r>', 'koi8-r'],
  ['<p title="<meta charset=koi8-r>">', null],
  ['<meta charset=nonsense><meta charset=koi8-r>', 'koi8-r'],
  ['<meta charset=utf-16>', 'utf-8'],
  ['<meta charset=utf-7>', null],
  ['<meta charset=koi8-r', null],
  ['<?xml version="1.0" encoding="koi8-r"?><html>', 'koi8-r'],
  [`<script>${'x'.repeat(5000)}</script><meta charset=koi8-r>`, 'koi8-r'],
])('finds what %s declares', (page, encoding) => {
  expect(declaredEncoding(Buffer.from(page))).toBe(encoding)
})
