// Searches in a thread of its own, so that no expression, however badly it is made, can hold the window up.
import { TextSearch } from './find-passages.ts'
import type { Answered, Asked } from './messages.ts'
import { sentencesAround } from './sentences-around.ts'

const page = globalThis as unknown as {
  addEventListener(type: 'message', listener: (event: MessageEvent<Asked>) => void): void
  postMessage(answer: Answered, transfer: Transferable[]): void
}

let read = { text: '', language: '' }
let search = new TextSearch('', '')

page.addEventListener('message', ({ data }) => {
  if (data.ask === 'read') {
    read = data
    search = new TextSearch(data.text, data.language)
    search.prepare(data.query)
  } else if (data.ask === 'find') {
    const found = search.find(data.query)
    page.postMessage({ found }, 'passages' in found ? buffersOf(found.passages) : [])
  } else {
    const sentences = sentencesAround(data.passages, read.text, read.language, data.blocks)
    page.postMessage({ sentences }, buffersOf(sentences))
  }
})

function buffersOf({ start, end }: { start: Int32Array; end: Int32Array }): Transferable[] {
  return [start.buffer, end.buffer]
}
