import { define } from './definition.ts'

export const annotateCommands = define({
  'annotation.tag': {
    title: 'Tag…',
    menu: 'Annotate',
    group: 1,
    keys: ['T'],
    needs: 'document',
  },
  'annotation.tag-again': {
    title: 'Tag again',
    menu: 'Annotate',
    group: 1,
    keys: ['.'],
    needs: 'document',
  },
  'annotation.in-vivo': {
    title: 'New tag from the selected words',
    menu: 'Annotate',
    group: 1,
    keys: ['I'],
    needs: 'document',
  },
  'annotation.retag': {
    title: 'Change tag…',
    menu: 'Annotate',
    group: 1,
    keys: ['Shift+T'],
    needs: 'annotation',
  },
  'annotation.adjust': { title: 'Adjust ends', menu: 'Annotate', group: 1, keys: ['E'], needs: 'annotation' },
  'annotation.note': { title: 'Note', menu: 'Annotate', group: 1, keys: ['N'], needs: 'annotation' },
  'annotation.speaker': { title: 'Speaker', menu: 'Annotate', group: 1, keys: ['S'], needs: 'annotation' },
  'annotation.delete': {
    title: 'Delete annotation',
    menu: 'Annotate',
    group: 1,
    keys: ['Delete', 'Backspace'],
    needs: 'annotation',
  },
  'link.start': { title: 'Link from here', menu: 'Annotate', group: 4, keys: ['L'], needs: 'annotation' },
  'link.drop': {
    title: 'Drop the pending link',
    menu: 'Annotate',
    group: 4,
    keys: ['Escape'],
    needs: 'project',
  },
  'codebook.open': {
    title: 'Codebook…',
    menu: 'Annotate',
    group: 5,
    keys: ['CmdOrCtrl+B'],
    needs: 'project',
  },
})
