/** What browsers in several languages put behind a page’s name for the folder of its pictures and frames. */
const folderEndings = [
  '_files',
  '.files',
  '-Dateien',
  '_fichiers',
  '_archivos',
  '_ficheiros',
  '_arquivos',
  '_bestanden',
  '_pliki',
  '_soubory',
  '-filer',
  '_tiedostot',
]

const pageEndings = ['html', 'htm', 'xhtml', 'HTML', 'HTM']

/** Whether a folder belongs to a saved page that lies beside it; `isThere` answers for names beside it. */
export function isFolderOfPage(folder: string, isThere: (name: string) => boolean): boolean {
  const ending = folderEndings.find((ending) => folder.endsWith(ending))
  if (ending === undefined) return false
  const page = folder.slice(0, -ending.length)
  return pageEndings.some((pageEnding) => isThere(`${page}.${pageEnding}`))
}
