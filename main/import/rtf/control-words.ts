/** Words that stand for a character. */
export const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  zwj: '\u200d',
  zwnj: '\u200c',
}

/** Groups whose words are no text of the document. */
export const silentGroups = new Set([
  ...['colortbl', 'filetbl', 'revtbl', 'info', 'nonshppict', 'nonesttables', 'listtext', 'pntext', 'objdata'],
  ...[
    'xe',
    'tc',
    'rxe',
    'comment',
    'doccomm',
    'keywords',
    'subject',
    'operator',
    'company',
    'category',
    'manager',
  ],
  ...[
    'atrfstart',
    'atrfend',
    'themedata',
    'colorschememapping',
    'datastore',
    'latentstyles',
    'shprslt',
    'sp',
  ],
])
/**
 * Words that name a group and are nothing else. A star before one of them is no letter of the text, though a program
 * has forgotten its backslash.
 */
export const groupsOnly = new Set([
  ...['generator', 'listtable', 'listoverridetable', 'pgptbl', 'rsidtbl', 'xmlnstbl', 'mmathPr', 'userprops'],
  ...['wgrffmtfilter', 'background', 'docvar', 'pnseclvl', 'themedata', 'colorschememapping', 'latentstyles'],
  ...['datastore', 'bkmkstart', 'bkmkend', 'fldinst', 'shpinst', 'annotation', 'atnid', 'atnauthor'],
])
/** Headers and footers of pages. */
export const edgeGroups = new Set([
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
])
