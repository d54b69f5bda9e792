/** Pages as pictures: drawn in a killable child, which whoever starts the server names. */
export interface PageToDraw {
  readonly organisationId: string
  readonly digest: string
  readonly mediaType: string
  readonly page: number
  /** In pixels; the height follows. */
  readonly width: number
}

/** A PNG; null where there is no such page, or nothing that can be drawn. */
export type DrawPage = (page: PageToDraw) => Promise<Uint8Array | null>

let drawing: DrawPage | null = null

export const useFaxPages = (draw: DrawPage | null): void => {
  drawing = draw
}

export const drawPage = async (page: PageToDraw): Promise<Uint8Array | null> => (drawing ? drawing(page) : null)
