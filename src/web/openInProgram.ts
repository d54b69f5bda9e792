/** Hands an address of this office to a program on this computer, which opens the one file there. */

/** How each program is called (MS-OFFURI; LibreOffice registers a scheme of the same form). */
const schemes = {
  word: 'ms-word:ofe|u|',
  excel: 'ms-excel:ofe|u|',
  powerpoint: 'ms-powerpoint:ofe|u|',
  libreoffice: 'vnd.libreoffice.command:ofe|u|',
} as const
export type OfficeProgram = keyof typeof schemes

/** What they are called by everybody. */
export const programNames: Readonly<Record<OfficeProgram, string>> = {
  word: 'Word',
  excel: 'Excel',
  powerpoint: 'PowerPoint',
  libreoffice: 'LibreOffice',
}

export const openInProgram = (program: OfficeProgram, path: string): void =>
  location.assign(`${schemes[program]}${location.origin}${path}`)
