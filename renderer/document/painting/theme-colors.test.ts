import { expect, it, vi } from 'vitest'

let paper = 'rgb(255, 255, 255)'
let attributeChanged = () => {}
const element = () => ({
  className: '',
  style: { setProperty() {} },
  children: [{}],
  append() {},
  remove() {},
})
vi.stubGlobal('document', {
  documentElement: {},
  createElement: element,
  body: element(),
  fonts: { addEventListener() {} },
})
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {} }))
vi.stubGlobal('getComputedStyle', () => ({
  backgroundColor: paper,
  borderTopColor: paper,
  color: paper,
  getPropertyValue: () => '',
}))
vi.stubGlobal(
  'OffscreenCanvas',
  class {
    getContext = () => ({ fillRect() {}, getImageData: () => ({ data: [255, 255, 255] }) })
  },
)
vi.stubGlobal(
  'MutationObserver',
  class {
    constructor(changed: () => void) {
      attributeChanged = changed
    }
    observe() {}
    disconnect() {}
  },
)

const { themeColors } = await import('./theme-colors.ts')

it('reads the colours again after a change of theme that no text was on the page to hear of', () => {
  expect(themeColors(['#aa0000']).paper).toBe('rgb(255, 255, 255)')
  paper = 'rgb(20, 20, 20)'
  attributeChanged()
  expect(themeColors(['#aa0000'])).toMatchObject({ paper, tags: new Map([['#aa0000', expect.anything()]]) })
})
