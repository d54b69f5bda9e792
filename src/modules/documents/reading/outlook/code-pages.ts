/** Windows code pages, by the names under which the Encoding Standard knows them. */
const NAMES: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  850: 'windows-1252',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  20127: 'windows-1252',
  20866: 'koi8-r',
  21866: 'koi8-u',
  28591: 'iso-8859-1',
  28592: 'iso-8859-2',
  28595: 'iso-8859-5',
  28597: 'iso-8859-7',
  28599: 'windows-1254',
  28605: 'iso-8859-15',
  50220: 'iso-2022-jp',
  51932: 'euc-jp',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** Text in a code page; one that nobody knows is taken for that of Western Europe. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  const name = codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : (NAMES[codePage] ?? 'windows-1252')
  return new TextDecoder(name).decode(bytes)
}

/** The code page of an RTF font's character set (`\fcharset`), or null for that of the document. */
export function codePageOfCharset(charset: number): number | null {
  const pages: Readonly<Record<number, number>> = {
    128: 932,
    129: 949,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
  }
  return pages[charset] ?? null
}
