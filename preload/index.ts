import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from './contract/index.ts'
import { directAnswers } from './contract/long-answers.ts'

const isDirect = (channel: string): boolean => directAnswers.some((one) => one === channel)

/** Asks for an answer that does not come through main. Where its port closes without one, main says why. */
function askDirectly(channel: string, input: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => {
      resolve(data)
      port1.close()
    }
    port1.addEventListener('close', () => resolve(askMain(channel, input)))
    ipcRenderer.postMessage('rejoinder-direct', { channel, input }, [port2])
  })
}

const askMain = (channel: string, input: unknown): Promise<unknown> =>
  ipcRenderer.invoke('rejoinder', { request: { channel, input } })

// The page can say only what this file says for it: a request, or which files were dropped on it. It cannot pass
// a request off as dropped files, and a File with a path comes from the person alone.
const bridge: Bridge = {
  request: (channel, input) => (isDirect(channel) ? askDirectly : askMain)(channel, input),

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
