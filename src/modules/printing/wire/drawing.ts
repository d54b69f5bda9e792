/** Pages as pictures, for printers that read no PDF: drawn in a killable child, which whoever starts the server names. */
export interface DrawnPage {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly pixels: Uint8Array
}

export interface ToDraw {
  readonly organisationId: string
  readonly digest: string
  readonly mediaType: string
  readonly page: number
  /** In pixels; the height follows. */
  readonly width: number
  readonly grey: boolean
}

export type Draw = (page: ToDraw) => Promise<DrawnPage | null>

let drawing: Draw | null = null

export const useDrawing = (draw: Draw | null): void => {
  drawing = draw
}

/** Null where there is no such page, or nothing that could draw it. */
export const drawPage = async (page: ToDraw): Promise<DrawnPage | null> => (drawing ? drawing(page) : null)
