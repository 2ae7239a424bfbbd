const { app, BrowserWindow } = require('electron')

app
  .whenReady()
  .then(() => new BrowserWindow({ show: false }).loadURL('data:text/html,<p id="root"><b>blank</b></p>'))
