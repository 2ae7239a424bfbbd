import { define } from './definition.ts'

export const documentCommands = define({
  'document.metadata': {
    title: 'Document details…',
    menu: 'Document',
    group: 1,
    keys: ['CmdOrCtrl+D'],
    needs: 'document',
  },
  'document.delete': { title: 'Delete document…', menu: 'Document', group: 1, keys: [], needs: 'document' },
})
