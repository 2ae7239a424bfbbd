import { define } from './definition.ts'

export const editCommands = define({
  'history.undo': { title: 'Undo', menu: 'Edit', group: 1, keys: ['CmdOrCtrl+Z'], needs: 'project' },
  'history.redo': {
    title: 'Redo',
    menu: 'Edit',
    group: 1,
    keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'],
    needs: 'project',
  },
  'find.open': {
    title: 'Find in the text…',
    menu: 'Edit',
    group: 2,
    keys: ['CmdOrCtrl+F'],
    needs: 'document',
  },
  'find.next': { title: 'Find next', menu: 'Edit', group: 2, keys: ['CmdOrCtrl+G'], needs: 'document' },
  'find.previous': {
    title: 'Find previous',
    menu: 'Edit',
    group: 2,
    keys: ['CmdOrCtrl+Shift+G'],
    needs: 'document',
  },
  'find.tag-this': { title: 'Tag this hit…', menu: 'Edit', group: 2, keys: [], needs: 'document' },
  'find.tag-all': { title: 'Tag all hits…', menu: 'Edit', group: 2, keys: [], needs: 'document' },
})
