import { define } from './definition.ts'

export const documentCommands = define({
  'document.metadata': {
    title: 'Document details…',
    menu: 'Document',
    group: 1,
    keys: ['CmdOrCtrl+D'],
    needs: 'project',
  },
  'document.original': {
    title: 'Show the original…',
    menu: 'Document',
    group: 1,
    keys: ['CmdOrCtrl+Alt+O'],
    needs: 'project',
  },
  'document.next-status': {
    title: 'Next status: to do, in progress, done',
    menu: 'Document',
    group: 2,
    keys: ['CmdOrCtrl+Shift+S'],
    needs: 'project',
  },
  'document.mark-to-do': { title: 'Mark as to do', menu: 'Document', group: 2, keys: [], needs: 'project' },
  'document.mark-in-progress': {
    title: 'Mark as in progress',
    menu: 'Document',
    group: 2,
    keys: [],
    needs: 'project',
  },
  'document.mark-done': { title: 'Mark as done', menu: 'Document', group: 2, keys: [], needs: 'project' },
  'document.collect': {
    title: 'Put into a new collection…',
    menu: 'Document',
    group: 3,
    keys: [],
    needs: 'project',
  },
  'document.delete': { title: 'Delete document…', menu: 'Document', group: 1, keys: [], needs: 'project' },
})
