import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type App, expect, startApp, test as story } from './app.ts'

/** `network` is a server on this machine that must never be asked for anything; `asked` is what it was asked. */
const test = story.extend<{ network: { url: string; asked: string[] } }>({
  network: async ({ browserName: _ }, use) => {
    const asked: string[] = []
    const server: Server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      response.setHeader('Access-Control-Allow-Origin', '*').end('<p>reached</p>')
    })
    server.on('upgrade', (request, socket) => {
      asked.push(`upgrade ${request.url}`)
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await use({ url: `http://127.0.0.1:${port}`, asked })
    server.close()
    expect(asked).toEqual([])
  },
})

// None of these attempts leaves anything behind, so that one workbench serves them all.
let app: App
test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(() => app.leave())

test('the page has no Node in it and a bridge of three functions', async () => {
  const found = await app.page.evaluate(() => {
    const names = ['require', 'module', 'process', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer']
    return { names: names.filter((name) => name in window), bridge: Object.keys(window.rejoinder).sort() }
  })
  expect(found).toEqual({ names: [], bridge: ['listen', 'pathsOfDropped', 'request'] })
})

test('the page runs in Chromium’s sandbox, in a world of its own', async () => {
  const { pid, preferences, sandboxed } = await app.electron.evaluate(({ app: electron, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents
    const pid = contents.getOSProcessId()
    const metric = electron.getAppMetrics().find((process) => process.pid === pid)
    // biome-ignore lint/suspicious/noExplicitAny: Electron does not declare this function.
    return { pid, preferences: (contents as any).getLastWebPreferences(), sandboxed: metric?.sandboxed }
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
  })
  test.skip(process.env.REJOINDER_SANDBOX === 'off', 'Chromium’s sandbox cannot work on this machine')
  if (process.platform === 'linux')
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m)
  else expect(sandboxed).toBe(true)
})

test('nothing the page does reaches the network', async ({ network }) => {
  const outcomes = await app.page.evaluate(async (url) => {
    const add = (tag: string, attributes: Record<string, string>) => {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) {
        try {
          element.setAttribute(name, value)
        } catch {
          // Trusted types refuse it before anything else can.
        }
      }
      document.body.append(element)
      return element
    }
    const refused = (attempt: () => unknown) =>
      Promise.resolve()
        .then(attempt)
        .then(
          () => 'done',
          () => 'refused',
        )

    const answers = {
      fetch: await refused(() => fetch(`${url}/fetch`)),
      opaque: await refused(() => fetch(`${url}/opaque`, { mode: 'no-cors' })),
      import: await refused(() => import(/* @vite-ignore */ `${url}/import.js`)),
      request: await refused(
        () =>
          new Promise((resolve, reject) => {
            const request = new XMLHttpRequest()
            request.onload = resolve
            request.onerror = reject
            request.open('GET', `${url}/xhr`)
            request.send()
          }),
      ),
      serviceWorker: await refused(() => navigator.serviceWorker.register(`${url}/service-worker.js`)),
    }
    await refused(() => new WebSocket(url.replace('http', 'ws')))
    await refused(() => new EventSource(`${url}/events`))
    await refused(() => navigator.sendBeacon(`${url}/beacon`, 'data'))
    await refused(() => new Worker(`${url}/worker.js`))
    await refused(() => {
      const connection = new RTCPeerConnection({
        iceServers: [{ urls: `stun:${url.slice('http://'.length)}` }],
      })
      connection.createDataChannel('way out')
      return connection.createOffer().then((offer) => connection.setLocalDescription(offer))
    })
    add('img', { src: `${url}/img.png`, srcset: `${url}/srcset.png 2x` })
    add('script', { src: `${url}/script.js` })
    add('link', { rel: 'stylesheet', href: `${url}/style.css` })
    add('link', { rel: 'prefetch', href: `${url}/prefetch` })
    add('link', { rel: 'preconnect', href: url })
    add('link', { rel: 'icon', href: `${url}/icon.png` })
    add('link', { rel: 'manifest', href: `${url}/manifest.json` })
    add('iframe', { src: `${url}/iframe` })
    add('object', { data: `${url}/object` })
    add('embed', { src: `${url}/embed` })
    add('video', { src: `${url}/video.mp4`, poster: `${url}/poster.png` })
    add('audio', { src: `${url}/audio.mp3` })
    add('meta', { 'http-equiv': 'refresh', content: `0; url=${url}/refresh` })
    add('div', {}).style.backgroundImage = `url(${url}/background.png)`
    document.fonts.add(new FontFace('far', `url(${url}/font.woff2)`))
    await refused(() => document.fonts.load('12px far'))
    const form = add('form', { action: `${url}/form`, method: 'post' }) as HTMLFormElement
    form.submit()
    const anchor = add('a', {
      href: `${url}/anchor`,
      ping: `${url}/ping`,
      download: 'x',
    }) as HTMLAnchorElement
    anchor.click()
    await new Promise((resolve) => setTimeout(resolve, 700))
    return answers
  }, network.url)

  expect(Object.values(outcomes)).toEqual(Object.values(outcomes).map(() => 'refused'))
  expect(network.asked).toEqual([])
})

test('nothing reaches the network where no policy of the page applies either', async ({ network }) => {
  const outcomes = await app.electron.evaluate(async ({ BrowserWindow, session }, url) => {
    const ours = BrowserWindow.getAllWindows()[0]!.webContents.session
    const sessions = [ours, session.defaultSession, session.fromPartition('another')]
    const asked = await Promise.allSettled([
      ...sessions.map((one) => one.fetch(url)),
      ...sessions.map((one) => one.resolveHost('localhost')),
    ])
    return asked.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.message : 'done'))
  }, network.url)
  // Two layers: no request is let through, and no name has an address.
  const refused = 'net::ERR_BLOCKED_BY_CLIENT'
  const unknown = expect.stringContaining('NOT_RESOLVED')
  expect(outcomes).toEqual([refused, refused, refused, unknown, unknown, unknown])
})

test('the page cannot leave, open a window or embed another', async ({ network }) => {
  const whereItIs = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getURL())
  const goTo = (url: string) => app.page.evaluate((away) => window.location.assign(away), url)
  const here = await whereItIs()
  for (const away of [network.url, 'file:///etc/passwd', 'data:text/html,<p>x', 'app://rejoinder/nowhere']) {
    await goTo(away)
    await app.page.waitForTimeout(100)
    expect(await whereItIs(), away).toBe(here)
  }
  // Electron asks nobody before a page goes there; it is brought back.
  await app.page.evaluate(() => Object.assign(window, { before: true }))
  await goTo('about:blank')
  await expect(async () => {
    expect(await app.page.evaluate(() => 'before' in window)).toBe(false)
    expect(await whereItIs()).toBe(here)
    await expect(app.page.locator('#root > *').first()).toBeVisible()
  }).toPass()

  const opened = await app.page.evaluate((url) => {
    const link = document.createElement('a')
    link.setAttribute('href', url)
    link.setAttribute('target', '_blank')
    document.body.append(link)
    link.click()
    return window.open(url) !== null || window.open('about:blank') !== null
  }, network.url)
  expect(opened).toBe(false)
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('no permission is granted', async () => {
  const granted = await app.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
    ]
    const states = await Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
      ),
    )
    const asks = await Promise.allSettled([
      navigator.mediaDevices.getUserMedia({ audio: true }),
      navigator.mediaDevices.getDisplayMedia({ video: true }),
      navigator.clipboard.readText(),
      new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    ])
    document.documentElement.requestFullscreen().catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 300))
    return {
      states: [...new Set(states)],
      asks: [...new Set(asks.map(({ status }) => status))],
      notifications: await Notification.requestPermission(),
      fullscreen: document.fullscreenElement !== null,
    }
  })
  expect(granted).toEqual({
    states: ['denied'],
    asks: ['rejected'],
    notifications: 'denied',
    fullscreen: false,
  })
})

test('text never becomes code', async () => {
  const outcomes = await app.page.evaluate(async () => {
    // What a debugger runs may evaluate text; what a timer runs is the page’s own again.
    await new Promise((resolve) => setTimeout(resolve))
    const blocked: Record<string, boolean> = {}
    const attempt = (name: string, act: () => void) => {
      try {
        act()
        blocked[name] = false
      } catch {
        blocked[name] = true
      }
    }
    const holder = document.createElement('div')
    document.body.append(holder)
    // biome-ignore lint/security/noGlobalEval: it must not work.
    attempt('eval', () => eval('window.ran = "eval"'))
    attempt('function', () => new Function('window.ran = "function"')())
    attempt('timer', () => setTimeout('window.ran = "timer"'))
    attempt('html', () => {
      holder.innerHTML = '<img src=x onerror="window.ran = \'html\'">'
    })
    attempt('write', () => document.write('<script>window.ran = "write"</script>'))
    attempt('inline', () => {
      const script = document.createElement('script')
      script.append('window.ran = "inline"')
      holder.append(script)
    })
    attempt('handler', () => holder.setAttribute('onclick', 'window.ran = "handler"'))
    holder.click()
    const link = document.createElement('a')
    link.setAttribute('href', 'javascript:window.ran = "link"')
    holder.append(link)
    link.click()
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { blocked, ran: 'ran' in window }
  })
  const blocked = {
    eval: true,
    function: true,
    timer: true,
    html: true,
    write: true,
    inline: true,
    handler: true,
  }
  expect(outcomes).toEqual({ blocked, ran: false })
})

test('the page gets its own files and no others', async () => {
  const statuses = await app.page.evaluate(async () => {
    const urls = [
      '/index.html',
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/main/index.js',
      '/etc/passwd',
      '/',
    ]
    return Promise.all(urls.map(async (url) => (await fetch(url)).status))
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404])
  const others = await app.page.evaluate(async () => {
    const urls = ['file:///etc/passwd', 'app://elsewhere/index.html']
    return (await Promise.allSettled(urls.map((url) => fetch(url)))).map(({ status }) => status)
  })
  expect(others).toEqual(['rejected', 'rejected'])
})
