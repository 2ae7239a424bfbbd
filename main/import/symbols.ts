/** Letters of the font Symbol, by the ASCII letter they stand on. */
const greek: Readonly<Record<string, string>> = Object.fromEntries([
  ...zip('ABGDEZHQIKLMNXOPRSTUFCYW', 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ'),
  ...zip('abgdezhqiklmnxoprstufcywVjJv', 'αβγδεζηθικλμνξοπρστυφχψωςϕϑϖ'),
])

/** What else texts use of Symbol and of the Wingdings, by code. */
const others: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: {
    162: '′',
    163: '≤',
    165: '∞',
    171: '↔',
    172: '←',
    173: '↑',
    174: '→',
    175: '↓',
    176: '°',
    177: '±',
    178: '″',
    179: '≥',
    180: '×',
    183: '•',
    184: '÷',
    185: '≠',
    186: '≡',
    187: '≈',
    188: '…',
    190: '—',
  },
  wingdings: {
    167: '▪',
    168: '◻',
    216: '➢',
    224: '→',
    223: '←',
    232: '➔',
    252: '✓',
    251: '✗',
    74: '☺',
    76: '☹',
  },
}

/** The character that a symbol of a font looks like, or null; `code` is hexadecimal, with or without U+F000 in it. */
export function symbolOf(font: string, code: string): string | null {
  const written = Number.parseInt(code, 16)
  if (Number.isNaN(written)) return null
  const value = written >= 0xf000 && written <= 0xf0ff ? written - 0xf000 : written
  const known = others[font.toLowerCase()]
  if (known) {
    const letter = String.fromCharCode(value)
    if (font.toLowerCase() === 'symbol' && greek[letter]) return greek[letter]
    if (known[value]) return known[value]
    return font.toLowerCase() === 'symbol' && /^[\d()+,./:;<=>[\]{|}!?%& ]$/.test(letter) ? letter : null
  }
  if (/wingdings|webdings|dingbats/i.test(font)) return null
  const isPrivate = written >= 0xe000 && written <= 0xf8ff
  if (!isPrivate && (value < 32 || (value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff)) return null
  return isPrivate && value < 32 ? null : String.fromCodePoint(value)
}

function zip(keys: string, values: string): [string, string][] {
  return [...keys].map((key, at) => [key, values[at]!])
}
