import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from './contract/index.ts'

// The page can say only what this file says for it: a request, or which files were dropped on it. It cannot pass
// a request off as dropped files, and a File with a path comes from the person alone.
const bridge: Bridge = {
  request: (channel, input) => ipcRenderer.invoke('rejoinder', { request: { channel, input } }),

  listen(listener) {
    const hear = (_event: unknown, told: unknown) => listener(told)
    ipcRenderer.on('rejoinder', hear)
    return () => ipcRenderer.off('rejoinder', hear)
  },

  async pathsOfDropped(files) {
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '')
    await ipcRenderer.invoke('rejoinder', { dropped: paths })
    return paths
  },
}

contextBridge.exposeInMainWorld('rejoinder', bridge)
