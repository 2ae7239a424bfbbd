import { define } from './definition.ts'

export const viewCommands = define({
  'app.palette': {
    title: 'Command palette…',
    menu: 'View',
    group: 1,
    keys: ['CmdOrCtrl+K'],
    needs: 'nothing',
  },
  'view.documents': {
    title: 'Documents',
    menu: 'View',
    group: 2,
    keys: ['CmdOrCtrl+1'],
    toggle: true,
    needs: 'project',
  },
  'view.inspector': {
    title: 'Annotation',
    menu: 'View',
    group: 2,
    keys: ['CmdOrCtrl+2'],
    toggle: true,
    needs: 'project',
  },
  'view.side-by-side': {
    title: 'Side by side',
    menu: 'View',
    group: 2,
    keys: ['CmdOrCtrl+\\'],
    toggle: true,
    needs: 'document',
  },
  'view.larger-text': {
    title: 'Larger text',
    menu: 'View',
    group: 3,
    keys: ['CmdOrCtrl+Plus', 'CmdOrCtrl+='],
    needs: 'nothing',
  },
  'view.smaller-text': {
    title: 'Smaller text',
    menu: 'View',
    group: 3,
    keys: ['CmdOrCtrl+-'],
    needs: 'nothing',
  },
  'view.usual-text': {
    title: 'Usual text size',
    menu: 'View',
    group: 3,
    keys: ['CmdOrCtrl+0'],
    needs: 'nothing',
  },
  'view.light': { title: 'Light', menu: 'View', group: 4, keys: [], toggle: true, needs: 'nothing' },
  'view.dark': { title: 'Dark', menu: 'View', group: 4, keys: [], toggle: true, needs: 'nothing' },
  'view.system': { title: 'As the system', menu: 'View', group: 4, keys: [], toggle: true, needs: 'nothing' },
})
